//! Where most of the words of a passage stand, in their order.

use std::ops::Range;

use triple_accel::levenshtein::{LEVENSHTEIN_COSTS, levenshtein_search_simd_with_opts};
use triple_accel::{Match, SearchType};

use super::ground::{Ground, words_of};
use crate::text::span::TextSpan;

/// Places that are looked at more closely.
const MOST: usize = 6;

/// A word of the text that the passage does not have; the matcher takes no byte 0.
const OTHER: u8 = 1;

/// The places that are nearest to the words by Levenshtein distance over words, best first and apart from each
/// other: bytes of the folded text, and how alike (1: all words).
///
/// Each word of the passage is a letter to the matcher (`triple_accel`: Levenshtein search over anti-diagonals);
/// beyond 254 words, several share one, and what comes of it is told apart by its letters afterwards.
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
        let fresh = 2 + next % 254;
        let letter = match words.number(span.of(exact)).and_then(|number| letters.get_mut(number)) {
            Some(letter) if *letter != OTHER => *letter,
            Some(letter) => {
                next = next.wrapping_add(1);
                *letter = fresh;
                fresh
            }
            // The text has no such word: no letter of it will match, whichever this is.
            None => 0,
        };
        needle.push(letter);
    }
    let absent = (2..=u8::MAX).find(|letter| !letters.contains(letter)).unwrap_or(u8::MAX);
    needle.iter_mut().filter(|letter| **letter == 0).for_each(|letter| *letter = absent);
    let haystack: Vec<u8> = numbers.iter().filter_map(|number| letters.get(*number).copied()).collect();
    let count = needle.len() as f64;
    let place = |found: Match| {
        let (first, last) = (spans.get(found.start)?, spans.get(found.end.checked_sub(1)?)?);
        Some((TextSpan::new(first.start, last.end), 1.0 - f64::from(found.k) / count))
    };
    let most = (count * errors - 1.0).max(0.0) as u32;
    search(&needle, &haystack, most).into_iter().filter_map(place).collect()
}

/// The best places of the needle with so many errors at most, apart from each other.
fn search(needle: &[u8], haystack: &[u8], most: u32) -> Vec<Match> {
    let within = |region: Range<usize>| {
        let (kind, start) = (SearchType::All, region.start);
        let part = haystack.get(region).unwrap_or_default();
        let found = levenshtein_search_simd_with_opts(needle, part, most, kind, LEVENSHTEIN_COSTS, false);
        found.map(move |found| Match { start: start + found.start, end: start + found.end, ..found })
    };
    let mut all: Vec<Match> = regions(needle, haystack, most as usize).into_iter().flat_map(within).collect();
    // Of places as good as each other, the shorter one has fewer words that don't belong to it.
    all.sort_by_key(|found| (found.k, found.end - found.start, found.start));
    let mut best: Vec<Match> = Vec::new();
    for found in all {
        if best.len() < MOST && best.iter().all(|other| found.end <= other.start || other.end <= found.start) {
            best.push(found);
        }
    }
    best
}

/// The stretches outside of which the needle can't be, with so many errors at most.
///
/// A place has all but so many letters of the needle, and is longer by no more than that: a window as long as the
/// longest place holds them, each as often as the needle has it.
fn regions(needle: &[u8], haystack: &[u8], most: usize) -> Vec<Range<usize>> {
    let (length, needed) = (needle.len() + most, needle.len().saturating_sub(most) as i32);
    let mut wanted = [0_i32; 256];
    needle.iter().for_each(|letter| wanted[usize::from(*letter)] += 1);
    let mut held = 0;
    let mut regions: Vec<Range<usize>> = Vec::new();
    for (at, letter) in haystack.iter().map(|letter| usize::from(*letter)).enumerate() {
        held += i32::from(wanted[letter] > 0);
        wanted[letter] -= 1;
        if let Some(left) = at.checked_sub(length).and_then(|left| haystack.get(left)).map(|left| usize::from(*left)) {
            wanted[left] += 1;
            held -= i32::from(wanted[left] > 0);
        }
        if held >= needed {
            let start = (at + 1).saturating_sub(length);
            match regions.last_mut().filter(|last| last.end >= start) {
                Some(last) => last.end = at + 1,
                None => regions.push(start..at + 1),
            }
        }
    }
    regions
}
