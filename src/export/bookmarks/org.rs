//! Bookmarks as an Org file: an article a headline with its properties, a passage a quote block.

use std::fmt::Write;

use super::{attribution, one_line, standing};
use crate::model::bookmark::Bookmark;
use crate::model::shelf::Shelf;
use crate::model::tags::written;

pub fn write(shelves: &[&Shelf]) -> String {
    let mut out = String::new();
    for shelf in shelves {
        let source = &shelf.source;
        let _ = writeln!(out, "* {}", one_line(&source.headline));
        let date = source.published.map(|date| date.to_string());
        let properties = [
            ("URL", source.url.as_deref()),
            ("AUTHOR", source.byline.as_deref()),
            ("PUBLISHER", source.publisher.as_deref()),
            ("DATE", date.as_deref()),
        ];
        let known = properties.into_iter().filter_map(|(name, value)| Some((name, one_line(value?))));
        let lines: String = known.map(|(name, value)| format!(":{name}: {value}\n")).collect();
        if !lines.is_empty() {
            let _ = writeln!(out, ":PROPERTIES:\n{lines}:END:");
        }
        out.push('\n');
        shelf.bookmarks.iter().for_each(|bookmark| put(&mut out, bookmark));
    }
    out
}

fn put(out: &mut String, bookmark: &Bookmark) {
    let own = bookmark.all_tags();
    let mut tags: Vec<String> = Vec::new();
    for tag in own.iter().map(|tag| of_org(tag)).filter(|tag| !tag.is_empty()) {
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    let is_as_it_was = own.iter().all(|tag| of_org(tag) == *tag);
    let tags = if tags.is_empty() { String::new() } else { format!(" :{}:", tags.join(":")) };
    let words: Vec<&str> = bookmark.anchor.exact.split_whitespace().take(8).collect();
    let _ = writeln!(out, "** {}{tags}\n:PROPERTIES:\n:ID: {}", words.join(" "), bookmark.id);
    if !is_as_it_was {
        let _ = writeln!(out, ":TAGS: {}", own.iter().map(|tag| written(tag)).collect::<Vec<_>>().join(" "));
    }
    out.push_str(":END:\n");
    let _ = writeln!(out, "#+begin_quote\n{}", guarded(&bookmark.anchor.exact, ','));
    if let Some(attribution) = attribution(bookmark) {
        let _ = writeln!(out, "— {attribution}");
    }
    out.push_str("#+end_quote\n\n");
    if let Some(standing) = standing(bookmark) {
        let _ = write!(out, "/{standing}/\n\n");
    }
    if !bookmark.note.trim().is_empty() {
        let _ = write!(out, "{}\n\n", guarded(bookmark.note.trim_end(), ' '));
    }
}

/// A tag with the letters that Org knows in one.
fn of_org(tag: &str) -> String {
    let tag = tag.replace(|letter: char| !letter.is_alphanumeric() && !matches!(letter, '_' | '@' | '#' | '%'), "_");
    if tag.chars().all(|letter| letter == '_') { String::new() } else { tag }
}

/// The text with a letter before each line that Org would take for a headline or a keyword.
fn guarded(text: &str, guard: char) -> String {
    let line = |line: &str| {
        let is_special = line.starts_with('*') || line.starts_with("#+") || line.starts_with(",*");
        if is_special { format!("{guard}{line}") } else { line.to_owned() }
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}
