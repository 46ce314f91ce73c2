//! Where a passage would stand that is gone: what stood beside it.

use std::cmp::Reverse;

use super::candidates::occurrences;
use super::context::in_common;
use super::{ENOUGH, Passage, byte_of};

/// The byte of the text at which the passage would begin: after what stood before it, or at what stood after it; where
/// it would be the last of a paragraph, that of the paragraph's last letter. Nothing where neither is left.
pub fn neighbour(text: &str, passage: Passage<'_>) -> Option<usize> {
    let near = byte_of(text, passage.start);
    after_prefix(text, near, passage.prefix).or_else(|| before_suffix(text, near, passage.suffix))
}

/// Where what stood before the passage ends now, white space passed over, but not into another paragraph than theirs.
fn after_prefix(text: &str, near: usize, prefix: &str) -> Option<usize> {
    let words = prefix.trim_end();
    let is_line_end = prefix.get(words.len()..).unwrap_or_default().contains('\n');
    let (first, last) = split(words, words.chars().count() / 2);
    [("", words), (first, last)].into_iter().find_map(|(before, words)| {
        let end = sure(text, near, Piece { words, before, after: "" })? + words.len();
        let rest = text.get(end..).unwrap_or_default();
        let next = text.len() - rest.trim_start().len();
        let is_over = text.get(end..next).unwrap_or_default().contains('\n') && !is_line_end;
        let last = || text.get(..end).and_then(|before| before.char_indices().next_back());
        Some(last().filter(|_| is_over).map_or(next, |(at, _)| at))
    })
}

/// Where what stood after the passage begins now.
fn before_suffix(text: &str, near: usize, suffix: &str) -> Option<usize> {
    let words = suffix.trim_start();
    let (first, last) = split(words, words.chars().count().div_ceil(2));
    [(words, ""), (first, last)]
        .into_iter()
        .find_map(|(words, after)| sure(text, near, Piece { words, before: "", after }))
}

/// The first `points` code points, and the rest.
fn split(words: &str, points: usize) -> (&str, &str) {
    words.split_at_checked(byte_of(words, points)).unwrap_or_default()
}

/// Words that are looked for, and what is expected around them.
#[derive(Clone, Copy)]
struct Piece<'t> {
    words: &'t str,
    before: &'t str,
    after: &'t str,
}

/// The occurrence of the words whose surroundings agree best, then the nearest, if it is no chance.
fn sure(text: &str, near: usize, piece: Piece<'_>) -> Option<usize> {
    let agreed = |at: usize| {
        let before = text.get(..at).unwrap_or_default();
        let after = text.get(at + piece.words.len()..).unwrap_or_default();
        in_common(before.chars().rev(), piece.before.chars().rev()) + in_common(after.chars(), piece.after.chars())
    };
    let places = occurrences(text, piece.words, near).into_iter().map(|span| span.start);
    let best = places.max_by_key(|at| (agreed(*at), Reverse(at.abs_diff(near))))?;
    (piece.words.chars().count() + agreed(best) >= ENOUGH).then_some(best)
}
