//! A marked article: its text with the quotes, sources and speakers that were found by people.

use std::ops::Range;

use super::masks;
use crate::model::entity::{EntityKind, Form};

/// Unicode code points of a marked text, half open.
pub type Points = Range<usize>;

/// One marked article.
#[derive(Debug, Clone, Default)]
pub struct Gold {
    pub id: String,
    pub text: Vec<char>,
    pub quotes: Vec<GoldQuote>,
    /// Everybody who is named; none where only quotes are marked.
    pub entities: Vec<GoldEntity>,
    /// Whether speakers are marked by what they are, and names are written out: a file beside its text.
    pub pair: bool,
    /// Whether only the words in speech marks are marked.
    pub marked_only: bool,
    /// Stretches in marks that are no quotes.
    pub not_quotes: Vec<Points>,
    /// Which code points stand in speech marks.
    pub mask: Vec<bool>,
    /// Which code points end a paragraph.
    pub breaks: Vec<bool>,
}

#[derive(Debug, Clone)]
pub struct GoldQuote {
    pub spans: Vec<Points>,
    pub direct: bool,
    pub source: Option<Points>,
    pub wording: Wording,
    pub cue: Option<Points>,
    /// Whether it must be found: beliefs and speech inside of speech need not.
    pub asked: bool,
    /// The speaker's name, or the words that stand for one without a name.
    pub who: Option<String>,
    pub kind: Option<WhoKind>,
    /// Other names of a body.
    pub aliases: Vec<String>,
    /// The parts in marks of a reported quote.
    pub fragments: Vec<Points>,
}

#[derive(Debug, Clone)]
pub struct GoldEntity {
    pub kind: EntityKind,
    pub name: String,
    pub mentions: Vec<(Points, Form)>,
}

/// How the source words name the speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Wording {
    Name,
    Pronoun,
    Descriptor,
    /// No words do.
    Nothing,
}

/// What the speaker is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum WhoKind {
    Named,
    Unnamed,
    Collective,
    Document,
}

impl Gold {
    /// The characters of a stretch; nothing beyond the text.
    pub fn words(&self, points: &Points) -> String {
        self.text.get(points.clone()).unwrap_or_default().iter().collect()
    }

    /// The text as the program is given it.
    pub fn string(&self) -> String {
        self.text.iter().collect()
    }

    /// Finds marks and paragraphs; done once, so that a changed text keeps those of the first one.
    pub fn prepared(mut self) -> Self {
        self.breaks = self.text.iter().map(|char| *char == '\n').collect();
        self.mask = masks::mask(&self);
        self
    }
}

impl Wording {
    pub const ALL: [Self; 4] = [Self::Name, Self::Pronoun, Self::Descriptor, Self::Nothing];

    pub fn words(self) -> &'static str {
        match self {
            Wording::Name => "name",
            Wording::Pronoun => "pronoun",
            Wording::Descriptor => "descriptor",
            Wording::Nothing => "no words",
        }
    }
}
