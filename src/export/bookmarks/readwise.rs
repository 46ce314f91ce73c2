//! Bookmarks as CSV with the columns that Readwise imports, out and in; also in with those that it exports.

use std::fmt::Write;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::attribution;
use super::incoming::{Imported, id_of};
use crate::model::anchor::Anchor;
use crate::model::bookmark::{Bookmark, Colour};
use crate::model::shelf::{Shelf, Source};
use crate::model::tags::{self, is_of_tag};

/// `Tags` are those that a note can't carry, since Readwise takes a tag there to end at a blank.
const HEADER: [&str; 8] = ["Highlight", "Title", "Author", "URL", "Note", "Location", "Date", "Tags"];

/// What Readwise calls the same in its own exports.
const EXPORTED: [(&str, &str); 3] = [("Title", "Book Title"), ("Author", "Book Author"), ("Date", "Highlighted at")];

/// What Readwise calls the colours that the shipped themes have, in their order.
const COLOURS: [&str; 4] = ["yellow", "green", "blue", "pink"];

/// How times are written (UTC).
const TIME: &str = "%Y-%m-%d %H:%M:%S";

/// One row for each bookmark; `Location` is its place in the order of the article's, tags stand as `.tag` before the
/// note.
pub fn write(shelves: &[&Shelf]) -> String {
    let mut rows = csv::Writer::from_writer(Vec::new());
    // To memory: it can't fail.
    let _ = rows.write_record(HEADER);
    for Shelf { source, bookmarks } in shelves {
        for (place, bookmark) in bookmarks.iter().enumerate() {
            let _ = rows.write_record([
                bookmark.anchor.exact.as_str(),
                &source.headline,
                source.byline.as_deref().unwrap_or_default(),
                source.url.as_deref().unwrap_or_default(),
                &note(bookmark),
                &(place + 1).to_string(),
                &bookmark.created.strftime(TIME).to_string(),
                &others(bookmark),
            ]);
        }
    }
    String::from_utf8(rows.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// Whether a tag can stand before a note.
fn is_plain(tag: &str) -> bool {
    tag.starts_with(is_of_tag) && !tag.contains(char::is_whitespace)
}

/// The tags that can't.
fn others(bookmark: &Bookmark) -> String {
    let tags = bookmark.all_tags().into_iter().filter(|tag| !is_plain(tag));
    tags.map(|tag| tags::written(&tag)).collect::<Vec<_>>().join(", ")
}

/// The note with its tags before it; a blank keeps a note's own full stop from being taken for a tag's.
fn note(bookmark: &Bookmark) -> String {
    let tags = bookmark.all_tags().into_iter().filter(|tag| is_plain(tag));
    let mut out: String = tags.map(|tag| format!(".{tag} ")).collect();
    if bookmark.note.starts_with('.') || bookmark.note.starts_with(' ') {
        out.push(' ');
    }
    out.push_str(&bookmark.note);
    // The author is the article's; of who is quoted, Readwise knows nothing.
    if let Some(attribution) = attribution(bookmark) {
        let _ = write!(out, "{}— {attribution}", if bookmark.note.is_empty() { "" } else { "\n" });
    }
    if bookmark.note.is_empty() { out.trim_end().to_owned() } else { out }
}

/// The tags before a note, and the note.
fn divided(mut rest: &str) -> (Vec<String>, String) {
    let mut tags = Vec::new();
    while let Some(word) = rest.strip_prefix('.') {
        let end = word.find(char::is_whitespace).unwrap_or(word.len());
        let (tag, after) = word.split_at_checked(end).unwrap_or_default();
        if !is_plain(tag) {
            break;
        }
        tags.push(tag.to_owned());
        rest = after.strip_prefix([' ', '\n']).unwrap_or(after);
    }
    let note = rest.strip_prefix(' ').filter(|note| note.starts_with(['.', ' '])).unwrap_or(rest);
    (tags, note.to_owned())
}

/// The tags of a column: divided by commas, as Readwise itself writes them; one with a comma stands in marks.
fn listed(mut line: &str) -> Vec<String> {
    let mut all = Vec::new();
    while !line.trim().is_empty() {
        let (tag, rest) = tags::first_in_marks(line).unwrap_or_else(|| match line.split_once(',') {
            Some((tag, rest)) => (tag.to_owned(), rest),
            None => (line.to_owned(), ""),
        });
        all.extend(tags::kept(&tag));
        line = rest.trim_start().trim_start_matches(',');
    }
    all
}

/// A row as it is read; what its file does not say is empty.
struct Row<'r> {
    words: &'r str,
    title: &'r str,
    by: &'r str,
    url: &'r str,
    note: &'r str,
    date: &'r str,
    tags: &'r str,
    colour: &'r str,
}

/// The bookmarks of rows, none of one without a `Highlight`; columns may be missing and stand in any order. Those
/// without a time are made `now`.
pub fn read(text: &str, now: Timestamp) -> Result<Vec<Option<Imported>>, String> {
    let mut rows = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let header = rows.headers().map_err(|error| format!("it is no CSV ({error})."))?.clone();
    let named = |name: &str| header.iter().position(|head| head.trim().eq_ignore_ascii_case(name));
    let other = |name: &str| EXPORTED.into_iter().find(|(own, _)| *own == name).and_then(|(_, other)| named(other));
    let (places, colour) = (HEADER.map(|name| named(name).or_else(|| other(name))), named("Color"));
    if places[0].is_none() {
        return Err("it has no column called Highlight, as Readwise's CSV has.".to_owned());
    }
    let mut all = Vec::new();
    for row in rows.records() {
        let row = row.map_err(|error| format!("a row of it can't be read ({error})."))?;
        let cell = |place: Option<usize>| place.and_then(|place| row.get(place)).unwrap_or_default();
        let [words, title, by, url, note, _, date, tags] = places.map(cell);
        let row = Row { words, title, by, url, note, date, tags, colour: cell(colour) };
        all.push((!words.trim().is_empty()).then(|| imported(&row, now)));
    }
    Ok(all)
}

fn imported(row: &Row<'_>, now: Timestamp) -> Imported {
    let named = |text: &str| Some(text.to_owned()).filter(|text| !text.trim().is_empty());
    let Row { words, title, by, url, .. } = *row;
    let (mut tags, note) = divided(row.note);
    tags.extend(listed(row.tags));
    let anchor = Anchor { exact: words.to_owned(), end: words.chars().count(), ..Anchor::default() };
    let bookmark = Bookmark {
        id: id_of(&["readwise", url, title, words]),
        note,
        tags,
        colour: colour(row.colour),
        ..Bookmark::new((0, 0), anchor, None, time(row.date).unwrap_or(now))
    };
    let source = Source { headline: title.to_owned(), byline: named(by), url: named(url), ..Source::default() };
    Imported { source, bookmark, is_placed: false }
}

/// A time with its distance from UTC, or of UTC where none is said.
fn time(date: &str) -> Option<Timestamp> {
    let date = date.trim();
    let bare = || DateTime::strptime(TIME, date).or_else(|_| date.parse::<DateTime>()).ok();
    date.parse().ok().or_else(|| Some(bare()?.to_zoned(TimeZone::UTC).ok()?.timestamp()))
}

fn colour(name: &str) -> Colour {
    let place = COLOURS.into_iter().position(|own| own.eq_ignore_ascii_case(name.trim()));
    place.and_then(|place| Colour::ALL.get(place).copied()).unwrap_or_default()
}
