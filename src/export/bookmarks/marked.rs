//! The text of an article as Markdown, its bookmarks marked in it and their notes below.

use std::fmt::Write;

use super::markdown::put_source;
use super::one_line;
use crate::export::citation::escaped;
use crate::model::bookmark::{Bookmark, State};
use crate::model::shelf::Shelf;

/// The article's latest text, each passage that stands in it between `==`, its number after it; then the notes by
/// their numbers, and the passages that the text does not have any more. Where two overlap, the later begins where
/// the earlier ends. The numbers go on after those of the bookmarks that stand `before` in the file.
pub fn write(shelf: &Shelf, text: &str, before: usize) -> String {
    let mut out = String::new();
    put_source(&mut out, &shelf.source);
    let mut found: Vec<(usize, usize, usize)> = shelf
        .bookmarks
        .iter()
        .enumerate()
        .filter_map(|(place, bookmark)| stands(bookmark).map(|(start, end)| (start, end, place)))
        .collect();
    found.sort_unstable();
    let mut found = found.into_iter().peekable();
    let mut open: Option<(usize, usize)> = None;
    let mut plain = String::new();
    for (at, letter) in text.chars().chain(['\n']).enumerate() {
        if let Some((_, place)) = open.filter(|(end, _)| at >= *end || letter == '\n') {
            let mark = shelf.bookmarks.get(place).and_then(note).map(|_| format!("[^{}]", before + place + 1));
            let _ = write!(out, "=={}=={}", escaped(&std::mem::take(&mut plain)), mark.unwrap_or_default());
            open = open.filter(|(end, _)| at < *end);
        }
        if open.is_none() && found.peek().is_some_and(|(start, ..)| at >= *start) {
            out.push_str(&escaped(&std::mem::take(&mut plain)));
            open = found.next().map(|(_, end, place)| (end, place));
        }
        match letter {
            '\n' => {
                out.push_str(&escaped(&std::mem::take(&mut plain)));
                out.push('\n');
            }
            letter => plain.push(letter),
        }
    }
    put_notes(&mut out, &shelf.bookmarks, before);
    out.trim_start().to_owned()
}

/// Where the article has it, or what it has in its place.
fn stands(bookmark: &Bookmark) -> Option<(usize, usize)> {
    bookmark.found.filter(|_| bookmark.state != State::Lost)
}

/// What stands below the text of a passage that is marked in it: the words that were kept where they are others, and
/// the note.
fn note(bookmark: &Bookmark) -> Option<String> {
    let kept = bookmark.has_other_words().then(|| format!("kept as: {}", escaped(&one_line(&bookmark.anchor.exact))));
    let own = Some(bookmark.note.trim()).filter(|note| !note.is_empty()).map(|note| note.replace('\n', "\n    "));
    let parts: Vec<String> = [kept, own].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join("\n\n    "))
}

fn put_notes(out: &mut String, bookmarks: &[Bookmark], before: usize) {
    for (place, bookmark) in bookmarks.iter().enumerate() {
        if stands(bookmark).is_some() {
            if let Some(note) = note(bookmark) {
                let _ = write!(out, "\n[^{}]: {note}\n", before + place + 1);
            }
            continue;
        }
        let why = if bookmark.state == State::Lost { "Not in the text any more" } else { "Not looked for yet" };
        let _ = write!(out, "\n*{why}:* {}\n", escaped(&one_line(&bookmark.anchor.exact)));
        if !bookmark.note.trim().is_empty() {
            let _ = write!(out, "\n{}\n", bookmark.note.trim());
        }
    }
}
