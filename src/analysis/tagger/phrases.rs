//! Names of places of one to four words, found in lists.

use super::sheet::Sheet;
use super::tables::{CITY, Lists, SMALL_CITY};
use crate::analysis::lexicon::Lexicon;
use crate::text::span::TextSpan;

/// A place of our own list begins, goes on; a city of several words begins, goes on.
pub const PLACE: u8 = 1;
pub const PLACE_ON: u8 = 2;
pub const CITY_OF_WORDS: u8 = 4;
pub const CITY_ON: u8 = 8;

const LONGEST: usize = 4;

/// Marks the pieces of all known places, the longest first.
pub fn mark(sheet: &mut Sheet, text: &str, lists: &Lists) {
    for run in sheet.runs.clone() {
        let mut at = run.start;
        while at < run.end {
            let most = (run.end - at).min(LONGEST);
            let found = (1..=most).rev().find_map(|length| Some((length, place(sheet, text, at, length, lists)?)));
            let Some((length, (begins, goes_on))) = found else {
                at += 1;
                continue;
            };
            for (nth, piece) in sheet.pieces[at..at + length].iter_mut().enumerate() {
                piece.phrase |= if nth == 0 { begins } else { goes_on };
            }
            at += length;
        }
    }
}

fn place(sheet: &Sheet, text: &str, at: usize, length: usize, lists: &Lists) -> Option<(u8, u8)> {
    let span = TextSpan::new(sheet.pieces[at].span.start, sheet.pieces[at + length - 1].span.end);
    let phrase = span.of(text);
    if phrase.len() > 60 {
        return None;
    }
    if Lexicon::get().place(phrase).is_some() {
        return Some((PLACE, PLACE_ON));
    }
    let city = length > 1 && lists.names(phrase) & (CITY | SMALL_CITY) != 0;
    city.then_some((CITY_OF_WORDS, CITY_ON))
}
