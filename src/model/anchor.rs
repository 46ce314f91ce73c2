//! A passage of a text, kept so that it is found again when the text changes.

use crate::text::locate::{Wanted, locate};
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
        }
    }

    /// The anchor of a span's first 200 code points: enough where only its beginning is looked for, as with the
    /// sentence that was read last.
    pub fn opening(text: &str, span: TextSpan) -> Self {
        let words = span.of(text);
        let end = words.char_indices().nth(OPENING).map_or(words.len(), |(at, _)| at);
        Self::of(text, TextSpan::new(span.start, span.start + end))
    }

    /// The byte of `text`, which may have changed, where the passage begins or would begin; the same byte in
    /// the same text. Nothing where nothing of it is left.
    pub fn find(&self, text: &str) -> Option<usize> {
        let Self { start, exact, prefix, suffix, .. } = self;
        locate(text, Wanted { exact, prefix, suffix, start: *start })
    }
}
