//! Find in the article: the words looked for, where they stand, and which of them one is at.

use super::typing::TypedLine;
use crate::app::reader::Spot;
use crate::text::find::Folded;
use crate::text::span::TextSpan;

/// The box in which the words are typed, and where one was before.
#[derive(Debug)]
pub struct Search {
    pub line: TypedLine,
    pub(in crate::app) origin: Spot,
    /// Words that were looked for before, the latest first, and which of them stands in the line.
    pub(in crate::app) at: Option<usize>,
}

/// What was found.
#[derive(Debug, Default)]
pub struct Found {
    /// The text as it is searched; made when something is looked for first.
    folded: Option<Folded>,
    pub words: String,
    pub hits: Vec<TextSpan>,
    /// The hit one is at.
    pub current: Option<usize>,
    /// Words that were looked for, the latest first.
    pub(in crate::app) earlier: Vec<String>,
}

impl Found {
    /// Leaves the article; what was looked for is kept to be looked for again.
    pub fn leave(&mut self) {
        *self = Self { earlier: std::mem::take(&mut self.earlier), ..Self::default() };
    }

    pub fn clear(&mut self) {
        self.hits.clear();
        self.words.clear();
        self.current = None;
    }

    pub(in crate::app) fn look_for(&mut self, text: &str, words: &str) {
        let folded = self.folded.get_or_insert_with(|| Folded::of(text));
        self.hits = folded.find(text, words);
        self.words = words.to_owned();
        self.current = None;
    }

    /// The hit one is at.
    pub(in crate::app) fn hit(&self) -> Option<TextSpan> {
        self.hits.get(self.current?).copied()
    }

    /// The first hit at or after a byte of the text; from the end it begins again.
    pub(in crate::app) fn from(&self, place: usize) -> Option<usize> {
        let first = self.hits.partition_point(|hit| hit.start < place);
        let at = if first < self.hits.len() { first } else { 0 };
        (!self.hits.is_empty()).then_some(at)
    }

    /// "3 of 17", or what else there is to say.
    pub fn count(&self) -> String {
        match (self.current, self.hits.len()) {
            _ if self.words.trim().is_empty() => String::new(),
            (_, 0) => "not found".to_owned(),
            (Some(current), all) => format!("{} of {all}", current + 1),
            (None, all) => format!("{all} found"),
        }
    }
}
