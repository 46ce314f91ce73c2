//! A half-open range of bytes in one document's text.

use std::ops::Range;

/// Bytes `start..end` of the text that it was made from.
///
/// A span means nothing without that text, which is never edited afterwards. Both ends lie on character
/// boundaries, `start <= end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct TextSpan {
    pub start: usize,
    pub end: usize,
}

impl TextSpan {
    /// The bytes `start..end`; an end before the start gives an empty span at the start.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    /// The bytes that `part` takes up within `whole`, which it must be a slice of.
    pub fn within(whole: &str, part: &str) -> Self {
        let start = part.as_ptr() as usize - whole.as_ptr() as usize;
        Self { start, end: start + part.len() }
    }

    /// The characters of the span; nothing where it does not fit the text.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// Length in bytes.
    pub fn len(&self) -> usize {
        self.end - self.start
    }

    pub fn is_empty(&self) -> bool {
        self.start == self.end
    }

    /// Whether the byte at `offset` lies inside.
    pub fn contains(&self, offset: usize) -> bool {
        (self.start..self.end).contains(&offset)
    }

    /// Whether all of `other` lies inside.
    pub fn covers(&self, other: TextSpan) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub fn overlaps(&self, other: TextSpan) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The same span counted from `origin` bytes further back.
    pub fn shifted(&self, origin: usize) -> Self {
        Self { start: self.start + origin, end: self.end + origin }
    }

    /// The span without white space at its ends.
    pub fn trimmed(&self, text: &str) -> Self {
        let words = self.of(text).trim();
        if words.is_empty() { Self::new(self.start, self.start) } else { Self::within(text, words) }
    }
}

impl From<Range<usize>> for TextSpan {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}
