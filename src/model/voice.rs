//! The voices of an article: its quotes gathered by who speaks.

use super::entity::EntityId;
use super::quote::{Certainty, Quote, Speaker};

/// One speaker with all that is given to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voice {
    /// None for the quotes that nobody is known to have said.
    pub speaker: Option<Speaker>,
    /// A to Z in order of first speech, then `*`; `?` where nobody is known.
    pub letter: char,
    /// Places in the list of quotes, in order.
    pub quotes: Vec<usize>,
    /// Words said, divided by white space.
    pub words: usize,
    /// The surest of its quotes: a voice is doubtful only when all of them are.
    pub certainty: Certainty,
}

impl Voice {
    /// The name as it may stand on the screen: an unsure speaker never as a bare name.
    pub fn label(&self) -> String {
        match &self.speaker {
            None => "Unknown speaker".to_owned(),
            Some(speaker) => speaker_label(speaker, self.certainty),
        }
    }

    pub fn entity(&self) -> Option<EntityId> {
        self.speaker.as_ref().and_then(|speaker| speaker.entity)
    }
}

/// A speaker's name, with a question mark where it is unsure.
pub fn speaker_label(speaker: &Speaker, certainty: Certainty) -> String {
    let doubt = if certainty == Certainty::Unsure { "?" } else { "" };
    format!("{}{doubt}", speaker.name)
}

/// The voices in order of first speech; the quotes of nobody known come last.
pub fn voices(quotes: &[Quote], text: &str) -> Vec<Voice> {
    let mut voices: Vec<Voice> = Vec::new();
    for (index, quote) in quotes.iter().enumerate() {
        let words: usize = quote.content.iter().map(|span| span.of(text).split_whitespace().count()).sum();
        match voices.iter_mut().find(|voice| same_voice(voice.speaker.as_ref(), quote.speaker.as_ref())) {
            Some(voice) => {
                voice.quotes.push(index);
                voice.words += words;
                voice.certainty = voice.certainty.min(quote.certainty);
            }
            None => voices.push(Voice {
                speaker: quote.speaker.clone(),
                letter: '?',
                quotes: vec![index],
                words,
                certainty: quote.certainty,
            }),
        }
    }
    voices.sort_by_key(|voice| voice.speaker.is_none());
    let letters = ('A'..='Z').chain(std::iter::repeat('*'));
    for (voice, letter) in voices.iter_mut().filter(|voice| voice.speaker.is_some()).zip(letters) {
        voice.letter = letter;
    }
    voices
}

fn same_voice(one: Option<&Speaker>, other: Option<&Speaker>) -> bool {
    match (one, other) {
        (None, None) => true,
        (Some(one), Some(other)) if one.entity.is_some() || other.entity.is_some() => one.entity == other.entity,
        (Some(one), Some(other)) => one.name.to_lowercase() == other.name.to_lowercase(),
        _ => false,
    }
}
