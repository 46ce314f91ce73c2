//! What the reader put right about the quotes of an article, and what was found to be right.

use super::Subject;
use crate::model::anchor::Anchor;
use crate::model::quote::{Certainty, Quote, QuoteKind};
use crate::text::span::TextSpan;

/// One thing that the reader says about one quote.
///
/// It means the quote by its words and where they stand, so that it holds over a better analysis too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuoteCorrection {
    pub of: Saying,
    pub change: Ruling,
    /// What the program had found when the reader said so; nothing where it had found no quote.
    pub found: Option<Found>,
}

/// A quote as it stood when it was looked at: its words, one anchor for each part of them, and its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saying {
    pub parts: Vec<Anchor>,
    pub kind: QuoteKind,
}

/// What is said of a quote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ruling {
    /// It is said by this one, and not by whom the program gave it to.
    Speaker(Who),
    Kind(QuoteKind),
    NotAQuote,
    /// Just these words are a quote, said by this one.
    Quote(Who),
    /// It was looked at: it is said by whom it was given to.
    Right(Who),
}

/// A speaker, by words that hold in another analysis too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// A name of the article.
    Name(Subject),
    /// A name that the article does not have.
    Typed(String),
    /// Someone whom the article leaves unnamed, in its own words.
    Unnamed(String),
    Nobody,
}

/// Whom the program had given a quote to, how sure it was, and which version of it that was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Nothing where it knew nobody.
    pub speaker: Option<String>,
    pub certainty: Certainty,
    pub analyser: u32,
}

/// A quote that was copied with the name of its speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    pub of: Saying,
    pub speaker: String,
    pub found: Option<Found>,
}

/// Code points around a part that have to be as they were, where the part is not long enough to be told by its own.
const AROUND: usize = 8;

/// Code points of a part that does not stand in a text by chance.
const LONG: usize = 60;

/// Code points of a quote that a sentence about it repeats.
const TOLD: usize = 32;

impl Saying {
    /// These stretches of a text as a quote of a kind.
    pub fn of(text: &str, content: &[TextSpan], kind: QuoteKind) -> Self {
        Self { parts: content.iter().map(|span| Anchor::alone(text, *span)).collect(), kind }
    }

    /// Where it stands in a text, which may have changed: each part in its exact words, in order. Nothing where one
    /// of them is not there any more, or could be other words that only read alike.
    pub fn find(&self, text: &str) -> Option<Vec<TextSpan>> {
        let spans: Vec<TextSpan> = self.parts.iter().map(|part| find(part, text)).collect::<Option<_>>()?;
        let in_order = spans.windows(2).all(|pair| pair[0].end <= pair[1].start);
        (in_order && !spans.is_empty()).then_some(spans)
    }

    /// Its first words, in marks.
    fn told(&self) -> String {
        let words = self.parts.first().map_or("", |part| part.exact.as_str()).replace('\n', " ");
        let bare = words.trim_matches(['“', '”', '"', '‘', '’', '«', '»']);
        match bare.char_indices().nth(TOLD) {
            None => format!("“{bare}”"),
            Some((end, _)) => format!("“{}…”", bare.get(..end).unwrap_or_default().trim_end()),
        }
    }
}

/// Where the exact words of an anchor stand with enough of what stood around them.
fn find(part: &Anchor, text: &str) -> Option<TextSpan> {
    let start = part.find(text)?;
    let (before, rest) = text.split_at_checked(start)?;
    let after = rest.strip_prefix(part.exact.as_str())?;
    let common = |one: &mut dyn Iterator<Item = char>, other: &mut dyn Iterator<Item = char>| {
        one.zip(other).take_while(|(one, other)| one == other).count()
    };
    let left = common(&mut before.chars().rev(), &mut part.prefix.chars().rev());
    let right = common(&mut after.chars(), &mut part.suffix.chars());
    let whole = part.prefix.chars().count() == left && part.suffix.chars().count() == right;
    let sure = whole || left + right >= AROUND || part.exact.chars().count() >= LONG;
    (sure && !part.exact.is_empty()).then(|| TextSpan::new(start, start + part.exact.len()))
}

impl Who {
    /// Who says a quote, as it stands; `kind_of` knows the names of the article.
    pub fn says(quote: &Quote, subject_of: impl Fn(usize) -> Option<Subject>) -> Self {
        match &quote.speaker {
            None => Who::Nobody,
            Some(speaker) => match speaker.entity.and_then(subject_of) {
                Some(subject) => Who::Name(subject),
                None if speaker.named => Who::Typed(speaker.name.clone()),
                None => Who::Unnamed(speaker.name.clone()),
            },
        }
    }

    pub fn name(&self) -> &str {
        match self {
            Who::Name(subject) => &subject.name,
            Who::Typed(name) | Who::Unnamed(name) => name,
            Who::Nobody => "nobody we know",
        }
    }
}

impl Found {
    pub fn of(quote: &Quote, analyser: u32) -> Self {
        Self {
            speaker: quote.speaker.as_ref().map(|speaker| speaker.name.clone()),
            certainty: quote.certainty,
            analyser,
        }
    }
}

impl QuoteCorrection {
    /// What holds, as a part of a sentence: "Ida Crane says “It floats”".
    pub fn words(&self) -> String {
        let told = self.of.told();
        match &self.change {
            Ruling::Speaker(who) => format!("{} says {told}", who.name()),
            Ruling::Kind(kind) => format!("{told} is {}", kind.name()),
            Ruling::NotAQuote => format!("{told} is not a quote"),
            Ruling::Quote(who) => format!("{told} is a quote, said by {}", who.name()),
            Ruling::Right(who) => format!("{told} is checked: {}", who.name()),
        }
    }

    /// Whether the reader says otherwise than the program, and not only that it is right.
    pub fn amends(&self) -> bool {
        !matches!(self.change, Ruling::Right(_))
    }
}
