//! Where most of the words of a passage stand, in their order.

use std::ops::Range;

use sassy::Searcher;
use sassy::profiles::CaseSensitiveAscii;

use super::ground::{Ground, words_of};
use crate::text::span::TextSpan;

/// Places that are looked at more closely.
const MOST: usize = 6;

/// A word of the text that the passage does not have, and one of the passage that the text does not have.
const OTHER: u8 = 0;
const MISSING: u8 = u8::MAX;

/// Letters of the haystack, and by how many errors they are not the needle.
struct Place {
    start: usize,
    end: usize,
    errors: usize,
}

/// The places that are nearest to the words by Levenshtein distance over words, best first and apart from each
/// other: bytes of the folded text, and how alike (1: all words).
///
/// Each word of the passage is a letter to the matcher (Myers 1999, bit-parallel, as `sassy` has it: of ends next to
/// each other, the one with the fewest errors); beyond 254 words, several share one, and what comes of it is told apart
/// by its letters afterwards.
///
/// Only words that begin in `within`, bytes of the folded text, are looked at. `errors` is the share of the passage's
/// words that may be missing, other or new; one word less, since chance has it easy where there are few.
pub fn rough(ground: &Ground<'_>, exact: &str, within: Range<usize>, errors: f64) -> Vec<(TextSpan, f64)> {
    let words = ground.words();
    let first = words.spans.partition_point(|span| span.start < within.start);
    let last = words.spans.partition_point(|span| span.start < within.end).max(first);
    let (spans, numbers) = (words.spans.get(first..last), words.numbers.get(first..last));
    let (spans, numbers) = (spans.unwrap_or_default(), numbers.unwrap_or_default());
    let mut letters = vec![OTHER; words.count()];
    let mut needle = Vec::new();
    let mut next = 0_u8;
    for span in words_of(exact) {
        let fresh = 1 + next % 254;
        let letter = match words.number(span.of(exact)).and_then(|number| letters.get_mut(number)) {
            Some(letter) if *letter != OTHER => *letter,
            Some(letter) => {
                next = next.wrapping_add(1);
                *letter = fresh;
                fresh
            }
            None => MISSING,
        };
        needle.push(letter);
    }
    let haystack: Vec<u8> = numbers.iter().filter_map(|number| letters.get(*number).copied()).collect();
    let count = needle.len() as f64;
    let place = |found: Place| {
        let (first, last) = (spans.get(found.start)?, spans.get(found.end.checked_sub(1)?)?);
        Some((TextSpan::new(first.start, last.end), 1.0 - found.errors as f64 / count))
    };
    let most = (count * errors - 1.0).max(0.0) as usize;
    search(&needle, &haystack, most).into_iter().filter_map(place).collect()
}

/// The best places of the needle with so many errors at most, apart from each other.
fn search(needle: &[u8], haystack: &[u8], most: usize) -> Vec<Place> {
    // The matcher takes no empty needle.
    if needle.is_empty() {
        return Vec::new();
    }
    let mut ends = Searcher::<CaseSensitiveAscii>::new_fwd().without_trace();
    let mut starts = Searcher::<CaseSensitiveAscii>::new_fwd();
    let found = ends.search(needle, haystack, most).into_iter();
    let mut all: Vec<_> = found.map(|found| (found.cost.unsigned_abs() as usize, found.text_end)).collect();
    all.sort_unstable();
    let mut best: Vec<Place> = Vec::new();
    for (errors, end) in all {
        if best.len() == MOST {
            break;
        }
        // Where it begins is worked out for the best alone.
        let from = end.saturating_sub(needle.len() + errors);
        let part = haystack.get(from..end).unwrap_or_default();
        let found = starts.search(needle, part, errors).into_iter().find(|found| from + found.text_end == end);
        let Some(start) = found.map(|found| from + found.text_start) else { continue };
        if best.iter().all(|other| end <= other.start || other.end <= start) {
            best.push(Place { start, end, errors });
        }
    }
    best
}
