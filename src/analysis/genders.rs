//! "Mr Osei … she": the gender of people whose names and titles do not tell it, by the pronouns that follow them.

use super::entities::Cast;
use super::lexicon::Classes;
use super::mentions::{Gender, gender_of};
use super::prose::Prose;
use crate::model::entity::EntityKind;
use crate::text::span::TextSpan;
use crate::text::tokens::TokenKind;

/// Words behind a name among which its pronoun is looked for.
const NEAR: usize = 30;

/// Gives people the gender of the pronouns that can hardly mean anybody else: those behind the only person whom their
/// sentence names, outside of speech, and the one that opens the next sentence. Linear time.
pub fn learn(prose: &Prose, cast: &mut Cast) {
    let people = cast.entities.iter().enumerate().filter(|(_, entity)| entity.kind == EntityKind::Person);
    let mut named: Vec<(TextSpan, usize)> =
        people.flat_map(|(id, entity)| entity.mentions.iter().map(move |mention| (mention.span, id))).collect();
    named.sort();
    let mut votes = vec![[0usize; 2]; cast.entities.len()];
    for (at, (span, id)) in named.iter().enumerate() {
        let words = prose.words_in(*span);
        let first = at.checked_sub(1).and_then(|before| named.get(before)).is_none_or(|(before, _)| {
            let between = prose.word_at(before.start)..words.start;
            between.clone().any(|word| prose.words[word].closes)
        });
        let next = named[at..].iter().take(NEAR + 1).find(|(_, other)| other != id);
        let end = next.map_or(prose.words.len(), |(next, _)| prose.word_at(next.start)).min(words.end + NEAR);
        if let Some(gender) = pronoun(prose, words.end..end).filter(|_| first) {
            votes[*id][usize::from(gender == Gender::He)] += 1;
        }
    }
    for (gender, entity) in cast.genders.iter_mut().zip(&cast.entities) {
        *gender = gender.or_else(|| kin(prose, entity.capacity?));
    }
    for (gender, [she, he]) in cast.genders.iter_mut().zip(votes) {
        let most = if she > 3 * he { Some(Gender::She) } else { (he > 3 * she).then_some(Gender::He) };
        *gender = gender.or(most);
    }
}

/// "his wife, Ta Thuy": what somebody is may be said of women or of men alone.
fn kin(prose: &Prose, capacity: TextSpan) -> Option<Gender> {
    let words = prose.words_in(capacity);
    let words = words.take_while(|word| !prose.classes(*word).any(Classes::PREPOSITION));
    words.last().and_then(|head| gender_of(prose.classes(head), ""))
}

/// The first pronoun of one person in a sentence, or the one that opens the sentence after it in its paragraph.
fn pronoun(prose: &Prose, words: std::ops::Range<usize>) -> Option<Gender> {
    let passage = prose.words.get(words.start.checked_sub(1)?).map(|word| prose.passage_at(word.span.start));
    let mut closed = words.start.checked_sub(1).is_some_and(|last| prose.words[last].closes);
    for word in words {
        let gender = match prose.word(word).to_lowercase().as_str() {
            "she" | "her" | "herself" => Some(Gender::She),
            "he" | "his" | "him" | "himself" => Some(Gender::He),
            _ => None,
        };
        let here = Some(prose.passage_at(prose.words[word].span.start)) == passage;
        if !here || prose.words[word].kind == TokenKind::Mark && !closed {
            return None;
        }
        if gender.is_some() || closed {
            return gender;
        }
        closed = prose.words[word].closes;
    }
    None
}
