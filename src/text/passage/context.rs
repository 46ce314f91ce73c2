//! How well what stands around a place agrees with what stood around a passage.

use std::cmp::Reverse;

use triple_accel::levenshtein::levenshtein_simd_k;

use crate::text::span::TextSpan;

/// How alike the surroundings are on each side, from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Agreement {
    pub before: f64,
    pub after: f64,
}

/// An unknown side: nothing was kept of what stood there.
const UNKNOWN: f64 = 0.5;

impl Agreement {
    pub fn of(text: &str, span: TextSpan, prefix: &str, suffix: &str) -> Self {
        let before = last(text.get(..span.start).unwrap_or_default(), prefix.chars().count());
        let after = first(text.get(span.end..).unwrap_or_default(), suffix.chars().count());
        let exact = span.of(text);
        let cut_before = cuts(before, exact) && !cuts(prefix, exact);
        let cut_after = cuts(exact, after) && !cuts(exact, suffix);
        Self {
            before: if cut_before { 0.0 } else { alike(before, prefix, span.start == 0) },
            after: if cut_after { 0.0 } else { alike(after, suffix, span.end == text.len()) },
        }
    }

    pub fn mean(self) -> f64 {
        f64::midpoint(self.before, self.after)
    }

    /// Whether it is the passage's own place: one side is as it was, or both are mostly.
    pub fn holds(self) -> bool {
        self.mean() >= 0.55 || self.before.max(self.after) >= 0.85
    }
}

/// Whether a word runs over from one to the other.
fn cuts(one: &str, other: &str) -> bool {
    let letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    letter(one.chars().next_back()) && letter(other.chars().next())
}

fn alike(here: &str, wanted: &str, at_the_end: bool) -> f64 {
    match wanted.trim().is_empty() {
        true if at_the_end => 1.0,
        true => UNKNOWN,
        false => likeness(here, wanted),
    }
}

/// The likeness below which it does not matter how much less it is.
const LEAST: f64 = 0.25;

/// How alike two texts are, from 0 to 1: Levenshtein distance over bytes; 0 where less than a quarter of them agrees.
pub fn likeness(one: &str, other: &str) -> f64 {
    let longer = one.len().max(other.len()).max(1) as f64;
    let most = (longer * (1.0 - LEAST)) as u32;
    levenshtein_simd_k(one.as_bytes(), other.as_bytes(), most).map_or(0.0, |edits| 1.0 - f64::from(edits) / longer)
}

/// The first `points` code points.
pub fn first(text: &str, points: usize) -> &str {
    let end = text.char_indices().nth(points).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or_default()
}

/// The last `points` code points.
pub fn last(text: &str, points: usize) -> &str {
    let begin = text.char_indices().rev().take(points).last().map_or(text.len(), |(at, _)| at);
    text.get(begin..).unwrap_or_default()
}

/// How many items two sequences begin with in common.
pub fn in_common(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    one.zip(other).take_while(|(one, other)| one == other).count()
}

/// Code points that a guess may be moved by.
const REACH: usize = 32;

/// Code points that must be as they were around an end of the passage, to move a guess.
const HOLD: usize = 5;

/// The span with its ends moved to where most of what stood before and after each of them stands now; else with the
/// marks that the passage began and ended with.
pub fn settled(text: &str, guess: TextSpan, (exact, prefix, suffix): (&str, &str, &str)) -> TextSpan {
    let start = nearest(text, guess.start, prefix, exact);
    let end = nearest(text, guess.end, exact, suffix);
    let start = start.unwrap_or_else(|| with_opening(text, guess.start, exact));
    let end = end.unwrap_or_else(|| with_closing(text, guess.end, exact));
    if start < end { TextSpan::new(start, end) } else { guess }
}

/// The byte near `guess` that has most of `left` right before it, and of `right` right after it, if enough.
fn nearest(text: &str, guess: usize, left: &str, right: &str) -> Option<usize> {
    let (before, after) = text.split_at_checked(guess)?;
    let earlier = before.char_indices().rev().take(REACH).map(|(at, _)| at);
    let later = after.char_indices().map(|(at, _)| guess + at).chain([text.len()]).take(REACH);
    let weighed = earlier.chain(later).map(|at| {
        let (before, after) = text.split_at_checked(at).unwrap_or_default();
        let agreed = in_common(before.chars().rev(), left.chars().rev()) + in_common(after.chars(), right.chars());
        (agreed, Reverse(at.abs_diff(guess)), at)
    });
    weighed.max().filter(|(agreed, ..)| *agreed >= HOLD).map(|(.., at)| at)
}

fn is_mark(letter: char) -> bool {
    !letter.is_alphanumeric() && !letter.is_whitespace()
}

fn with_opening(text: &str, at: usize, exact: &str) -> usize {
    let marks = text.get(..at).unwrap_or_default().char_indices().rev().take_while(|(_, letter)| is_mark(*letter));
    if exact.starts_with(is_mark) { marks.last().map_or(at, |(start, _)| start) } else { at }
}

fn with_closing(text: &str, at: usize, exact: &str) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let marks: usize = rest.chars().take_while(|letter| is_mark(*letter)).map(char::len_utf8).sum();
    if exact.ends_with(is_mark) { at + marks } else { at }
}
