//! The text of an article as Markdown, its bookmarks marked in it and their notes below.

use std::fmt::Write;

use super::markdown::put_source;
use crate::export::citation::escaped;
use crate::model::bookmark::Bookmark;
use crate::model::shelf::Shelf;

/// The article's latest text, each passage that stands in it between `==`, its number after it; then the notes by
/// their numbers, and the passages that the text does not have any more. Where two overlap, the later begins where
/// the earlier ends.
pub fn write(shelf: &Shelf, text: &str) -> String {
    let mut out = String::new();
    put_source(&mut out, &shelf.source);
    let mut found: Vec<(usize, usize, usize)> = shelf
        .bookmarks
        .iter()
        .enumerate()
        .filter_map(|(place, bookmark)| bookmark.found.map(|(start, end)| (start, end, place + 1)))
        .collect();
    found.sort_unstable();
    let mut found = found.into_iter().peekable();
    let mut open: Option<(usize, usize)> = None;
    let mut plain = String::new();
    for (at, letter) in text.chars().chain(['\n']).enumerate() {
        if let Some((_, number)) = open.filter(|(end, _)| at >= *end || letter == '\n') {
            let _ = write!(out, "=={}=={}", escaped(&std::mem::take(&mut plain)), note_mark(number, &shelf.bookmarks));
            open = open.filter(|(end, _)| at < *end);
        }
        if open.is_none() && found.peek().is_some_and(|(start, ..)| at >= *start) {
            out.push_str(&escaped(&std::mem::take(&mut plain)));
            open = found.next().map(|(_, end, number)| (end, number));
        }
        match letter {
            '\n' => {
                out.push_str(&escaped(&std::mem::take(&mut plain)));
                out.push('\n');
            }
            letter => plain.push(letter),
        }
    }
    put_notes(&mut out, &shelf.bookmarks);
    out.trim_start().to_owned()
}

fn note_mark(number: usize, bookmarks: &[Bookmark]) -> String {
    let bookmark = number.checked_sub(1).and_then(|place| bookmarks.get(place));
    let has_note = bookmark.is_some_and(|bookmark| !bookmark.note.trim().is_empty());
    if has_note { format!("[^{number}]") } else { String::new() }
}

fn put_notes(out: &mut String, bookmarks: &[Bookmark]) {
    for (place, bookmark) in bookmarks.iter().enumerate() {
        let note = bookmark.note.trim();
        let is_there = bookmark.found.is_some();
        if is_there && !note.is_empty() {
            let _ = write!(out, "\n[^{}]: {}\n", place + 1, note.replace('\n', "\n    "));
        }
        if !is_there {
            let words = escaped(&super::one_line(&bookmark.anchor.exact));
            let _ = write!(out, "\n*Not in the text any more:* {words}\n");
            if !note.is_empty() {
                let _ = write!(out, "\n{note}\n");
            }
        }
    }
}
