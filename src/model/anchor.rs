//! A passage of a text, kept so that it is found again when the text changes.

use crate::text::passage::{Ground, Passage, Standing, is_short, neighbour, stands, stands_since};
use crate::text::points::byte_at;
use crate::text::sentences::sentences;
use crate::text::span::TextSpan;

/// Code points of the surroundings that are kept on each side.
const AROUND: usize = 32;

/// Code points of a passage that are kept where its beginning is all that matters.
const OPENING: usize = 200;

/// What a passage says and where it stands: the TextQuoteSelector and the TextPositionSelector of the W3C Web
/// Annotation Data Model, in one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Anchor {
    /// Code points before the passage.
    pub start: usize,
    /// Code points before its end; the passage ends before it.
    pub end: usize,
    pub exact: String,
    /// Up to 32 code points right before the passage.
    pub prefix: String,
    /// Up to 32 code points right after the passage.
    pub suffix: String,
    /// The sentence around a passage of a few words; none where the passage is long enough to be found by itself.
    pub sentence: Option<Around>,
}

/// The sentence that a passage stands in; those that it stands in, where they are more.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Around {
    /// Code points of the text before the sentence.
    pub start: usize,
    pub exact: String,
}

impl Anchor {
    /// The anchor of all of a span; empty where the span does not fit the text.
    pub fn of(text: &str, span: TextSpan) -> Self {
        let exact = span.of(text);
        let before = text.get(..span.start).unwrap_or_default();
        let after = text.get(span.start + exact.len()..).unwrap_or_default();
        let start = before.chars().count();
        let begins = before.char_indices().rev().take(AROUND).last().map_or(before.len(), |(at, _)| at);
        Self {
            start,
            end: start + exact.chars().count(),
            exact: exact.to_owned(),
            prefix: before.get(begins..).unwrap_or_default().to_owned(),
            suffix: after.chars().take(AROUND).collect(),
            sentence: is_short(exact)
                .then(|| around(text, TextSpan::new(span.start, span.start + exact.len())))
                .flatten(),
        }
    }

    /// `of` without the sentence around a short passage: where the very words must stand again.
    pub fn alone(text: &str, span: TextSpan) -> Self {
        Self { sentence: None, ..Self::of(text, span) }
    }

    /// The anchor of a span's first 200 code points: enough where only its beginning is looked for, as with the
    /// sentence that was read last.
    pub fn opening(text: &str, span: TextSpan) -> Self {
        let words = span.of(text);
        let end = words.char_indices().nth(OPENING).map_or(words.len(), |(at, _)| at);
        Self::alone(text, TextSpan::new(span.start, span.start + end))
    }

    /// How the passage stands in a text, which may have changed; in place in the same text.
    pub fn stands(&self, ground: &Ground<'_>) -> Standing {
        stands(ground, self.passage())
    }

    /// `stands`, with the text that the anchor was made of, which tells a passage from its copies.
    pub fn stands_since(&self, before: &Ground<'_>, ground: &Ground<'_>) -> Standing {
        stands_since(before, ground, self.passage())
    }

    /// The byte of `text`, which may have changed, where the passage begins or would begin; the same byte in
    /// the same text. Nothing where nothing of it is left.
    pub fn find(&self, text: &str) -> Option<usize> {
        let there = self.stands(&Ground::of(text)).span().map(|span| span.start);
        there.or_else(|| neighbour(text, self.passage()))
    }

    /// The bytes of the text that the anchor was made of.
    pub fn span(&self, text: &str) -> TextSpan {
        TextSpan::new(byte_at(text, self.start), byte_at(text, self.end))
    }

    fn passage(&self) -> Passage<'_> {
        let Self { start, exact, prefix, suffix, sentence, .. } = self;
        let sentence = sentence.as_ref().map(|around| (around.exact.as_str(), start.saturating_sub(around.start)));
        Passage { exact, prefix, suffix, start: *start, sentence }
    }
}

/// The sentences that a span touches, if they say more than it does.
fn around(text: &str, span: TextSpan) -> Option<Around> {
    let begins = text.get(..span.start)?.rfind('\n').map_or(0, |at| at + 1);
    let ends = text.get(span.end..)?.find('\n').map_or(text.len(), |at| span.end + at);
    let line = TextSpan::new(begins, ends);
    let mut touched = sentences(line.of(text)).into_iter().map(|sentence| sentence.shifted(begins));
    let first = touched.by_ref().find(|sentence| sentence.end > span.start)?;
    let last = touched.take_while(|sentence| sentence.start < span.end).last().unwrap_or(first);
    let whole = TextSpan::new(first.start.min(span.start), last.end.max(span.end));
    let start = text.get(..whole.start)?.chars().count();
    (whole != span).then(|| Around { start, exact: whole.of(text).to_owned() })
}
