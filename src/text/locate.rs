//! Finds a passage again in a text that may have changed since.

use std::cmp::Reverse;

use memchr::memmem;

/// A passage as it stood in a text (W3C Web Annotation model: TextQuoteSelector and the start of a
/// TextPositionSelector).
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'t> {
    pub exact: &'t str,
    /// What stood right before it.
    pub prefix: &'t str,
    /// What stood right after it.
    pub suffix: &'t str,
    /// Where it began: code points before it.
    pub start: usize,
}

/// Code points in a row that must be as they were, for a passage to be taken for the wanted one.
const ENOUGH: usize = 16;

/// Occurrences that are weighed to each side of the old place: a word that stands there more often is no mark.
const MOST: usize = 2000;

/// The byte at which the passage begins, or where it would: always on a character boundary, at most the length
/// of the text.
///
/// An unchanged text gives the same place again. In a changed one, that occurrence of the exact words is taken
/// whose surroundings agree best, then the nearest; then pieces of the exact words, so that an edit within
/// them is survived; then the end of what stood before, and the start of what stood after. `None` where nothing
/// of it is there. Time is linear in the length of the text.
pub fn locate(text: &str, wanted: Wanted<'_>) -> Option<usize> {
    let near = byte_of(text, wanted.start);
    let whole = Piece { words: wanted.exact, before: wanted.prefix, after: wanted.suffix };
    if whole.stands_untouched(text, near) {
        return Some(near);
    }
    let best = whole.best(text, near);
    best.filter(|at| whole.is_sure(text, *at))
        .or_else(|| by_parts(text, near, whole, 2))
        .or_else(|| by_parts(text, near, whole, 4))
        .or_else(|| after_prefix(text, near, wanted.prefix))
        .or_else(|| before_suffix(text, near, wanted.suffix))
        .or(best)
}

/// The byte before which `points` code points stand; the end of a shorter text.
fn byte_of(text: &str, points: usize) -> usize {
    text.char_indices().nth(points).map_or(text.len(), |(at, _)| at)
}

/// Words that are looked for, and what is expected around them.
#[derive(Clone, Copy)]
struct Piece<'t> {
    words: &'t str,
    before: &'t str,
    after: &'t str,
}

impl Piece<'_> {
    /// Whether the words stand at this byte with all that is expected around them.
    fn stands_untouched(&self, text: &str, at: usize) -> bool {
        let (before, after) = text.split_at_checked(at).unwrap_or_default();
        let rest = after.strip_prefix(self.words);
        before.ends_with(self.before) && rest.is_some_and(|rest| rest.starts_with(self.after))
    }

    /// The occurrence of the words whose surroundings agree best, then the nearest.
    fn best(&self, text: &str, near: usize) -> Option<usize> {
        if self.words.is_empty() {
            return None;
        }
        let (bytes, words) = (text.as_bytes(), self.words.as_bytes());
        let upto = (near + words.len() - 1).min(bytes.len());
        let from = bytes.get(near..).unwrap_or_default();
        let to = bytes.get(..upto).unwrap_or_default();
        let later = memmem::find_iter(from, words).map(|at| near + at).take(MOST);
        let earlier = memmem::rfind_iter(to, words).take(MOST);
        later.chain(earlier).max_by_key(|at| (self.agreement(text, *at), Reverse(at.abs_diff(near))))
    }

    /// Code points around the words at this byte that are as expected.
    fn agreement(&self, text: &str, at: usize) -> usize {
        let before = text.get(..at).unwrap_or_default();
        let after = text.get(at + self.words.len()..).unwrap_or_default();
        in_common(before.chars().rev(), self.before.chars().rev()) + in_common(after.chars(), self.after.chars())
    }

    /// Whether the words at this byte, with what agrees around them, are long enough not to stand there by chance.
    fn is_sure(&self, text: &str, at: usize) -> bool {
        self.words.chars().count() + self.agreement(text, at) >= ENOUGH
    }

    fn sure(&self, text: &str, near: usize) -> Option<usize> {
        self.best(text, near).filter(|at| self.is_sure(text, *at))
    }
}

/// How many items two sequences begin with in common.
fn in_common(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    one.zip(other).take_while(|(one, other)| one == other).count()
}

/// Where the passage begins by the first of its equal parts that is still there.
fn by_parts(text: &str, near: usize, whole: Piece<'_>, parts: usize) -> Option<usize> {
    let points = whole.words.chars().count();
    (0..parts).find_map(|part| {
        let (skipped, rest) = split(whole.words, points * part / parts);
        let (words, left) = split(rest, points * (part + 1) / parts - points * part / parts);
        let before = if skipped.is_empty() { whole.before } else { skipped };
        let after = if left.is_empty() { whole.after } else { left };
        let at = Piece { words, before, after }.sure(text, near)?;
        if skipped.is_empty() {
            return Some(at);
        }
        Some(settle(text, back(text, at, skipped.chars().count()), whole.before))
    })
}

/// The first `points` code points, and the rest.
fn split(words: &str, points: usize) -> (&str, &str) {
    words.split_at_checked(byte_of(words, points)).unwrap_or_default()
}

/// The byte `points` code points before `at`, but no further than the start of its line.
fn back(text: &str, at: usize, points: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    let line = before.char_indices().rev().take(points).take_while(|(_, letter)| *letter != '\n');
    line.last().map_or(at, |(start, _)| start)
}

/// Code points that a guess may be moved by.
const REACH: usize = 24;

/// Code points in a row that move a guess.
const HOLD: usize = 4;

/// The byte close to `guess` before which most of the prefix stands; an edit makes a guess a few letters wrong.
fn settle(text: &str, guess: usize, prefix: &str) -> usize {
    let (before, after) = text.split_at_checked(guess).unwrap_or_default();
    let earlier = before.char_indices().rev().take(REACH).map(|(at, _)| at);
    let later = after.char_indices().take(REACH).map(|(at, _)| guess + at);
    let weigh = |at: usize| {
        let stands = text.get(..at).unwrap_or_default();
        (in_common(stands.chars().rev(), prefix.chars().rev()), Reverse(at.abs_diff(guess)), at)
    };
    let best = earlier.chain(later).map(weigh).max();
    best.filter(|(agreed, ..)| *agreed >= HOLD).map_or(guess, |(.., at)| at)
}

/// Where what stood before the passage ends now, white space passed over.
fn after_prefix(text: &str, near: usize, prefix: &str) -> Option<usize> {
    let words = prefix.trim_end();
    let (first, last) = split(words, words.chars().count() / 2);
    [("", words), (first, last)].into_iter().find_map(|(before, words)| {
        let end = Piece { words, before, after: "" }.sure(text, near)? + words.len();
        let rest = text.get(end..).unwrap_or_default();
        Some(text.len() - rest.trim_start().len())
    })
}

/// Where what stood after the passage begins now.
fn before_suffix(text: &str, near: usize, suffix: &str) -> Option<usize> {
    let words = suffix.trim_start();
    let (first, last) = split(words, words.chars().count().div_ceil(2));
    [(words, ""), (first, last)]
        .into_iter()
        .find_map(|(words, after)| Piece { words, before: "", after }.sure(text, near))
}
