//! What is being selected in the text: from where to where, and by which unit.

use crate::model::document::Document;
use crate::model::marking::{Unit, after, before, unit_at};
use crate::text::span::TextSpan;

/// A selection that is being made: bytes within its first and its last unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selecting {
    pub unit: Unit,
    /// What was selected already when it was begun, which counts as one unit.
    begun: Option<TextSpan>,
    /// The end that stays.
    fixed: usize,
    /// The end that moves.
    moving: usize,
    /// How often the next step is made, as far as it was typed.
    times: usize,
}

/// The most that a count can be: more is a slip of the finger.
const MOST: usize = 9_999;

impl Selecting {
    /// A selection of the unit at a place.
    pub fn at(unit: Unit, place: usize) -> Self {
        Self::between(unit, place, place)
    }

    /// A selection from the unit at a place to that at another.
    pub fn between(unit: Unit, fixed: usize, moving: usize) -> Self {
        Self { unit, begun: None, fixed, moving, times: 0 }
    }

    /// A selection of words that were selected already, without the marks around them.
    pub fn of(document: &Document, span: TextSpan) -> Self {
        let span = whole_words(&document.text, span);
        let last = before(document, span.end).unwrap_or(span.start);
        Self { begun: Some(span), ..Self::between(Unit::Word, span.start, last.max(span.start)) }
    }

    /// The unit at a place.
    fn unit_at(&self, document: &Document, at: usize) -> TextSpan {
        let begun = self.begun.filter(|span| span.contains(at));
        begun.unwrap_or_else(|| unit_at(document, self.unit, at))
    }

    /// All that is selected.
    pub fn span(&self, document: &Document) -> TextSpan {
        let (one, other) = (self.unit_at(document, self.fixed), self.unit_at(document, self.moving));
        TextSpan::new(one.start.min(other.start), one.end.max(other.end)).trimmed(&document.text)
    }

    /// Goes on by another unit, with all that is selected now.
    pub fn by(&mut self, document: &Document, unit: Unit) {
        let span = self.span(document);
        let last = before(document, span.end).unwrap_or(span.start).max(span.start);
        let forward = self.fixed <= self.moving;
        (self.fixed, self.moving) = if forward { (span.start, last) } else { (last, span.start) };
        self.unit = unit;
        self.begun = self.begun.filter(|_| unit == Unit::Word);
    }

    /// Moves the moving end by a unit; false where the text ends.
    pub fn step(&mut self, document: &Document, onward: bool) -> bool {
        let here = self.unit_at(document, self.moving);
        let to = if onward { after(document, here.end) } else { before(document, here.start) };
        self.moving = to.unwrap_or(self.moving);
        to.is_some()
    }

    /// Selects one word where it was begun; after a word the paragraph there, after that the sentence.
    pub fn other(&mut self) {
        self.unit = match self.unit {
            Unit::Sentence => Unit::Word,
            Unit::Word => Unit::Paragraph,
            Unit::Paragraph => Unit::Sentence,
        };
        (self.moving, self.begun) = (self.fixed, None);
    }

    /// Goes on by words to a stretch of the text, which is selected with what lies between.
    pub fn reach(&mut self, document: &Document, span: TextSpan) {
        self.by(document, Unit::Word);
        let last = before(document, span.end).unwrap_or(span.start).max(span.start);
        self.moving = if span.start < self.fixed { span.start } else { last };
    }

    /// Takes up a digit of a count.
    pub fn count_on(&mut self, digit: usize) {
        self.times = (self.times * 10 + digit).min(MOST);
    }

    /// The count that was typed, 0 where none was.
    pub fn times(&self) -> usize {
        self.times
    }

    /// Ends the count: how often a step is to be made.
    pub fn take_times(&mut self) -> usize {
        std::mem::take(&mut self.times).max(1)
    }

    pub fn turn(&mut self) {
        std::mem::swap(&mut self.fixed, &mut self.moving);
    }

    /// Where the end that moves is.
    pub fn place(&self, document: &Document) -> usize {
        let here = self.unit_at(document, self.moving);
        if self.fixed <= self.moving { before(document, here.end).unwrap_or(here.start) } else { here.start }
    }

    /// How many units are selected.
    pub fn count(&self, document: &Document) -> usize {
        let span = self.span(document);
        let units = std::iter::successors(Some(span.start), |at| {
            after(document, unit_at(document, self.unit, *at).end).filter(|next| *next < span.end)
        });
        units.count()
    }
}

/// A span with the rest of the words that it begins and ends in.
fn whole_words(text: &str, span: TextSpan) -> TextSpan {
    let span = span.trimmed(text);
    let before = text.get(..span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    let begins_in = span.of(text).starts_with(char::is_alphanumeric);
    let ends_in = span.of(text).ends_with(char::is_alphanumeric);
    let start = before.trim_end_matches(|letter: char| begins_in && letter.is_alphanumeric()).len();
    let rest = after.trim_start_matches(|letter: char| ends_in && letter.is_alphanumeric()).len();
    TextSpan::new(start, text.len() - rest)
}
