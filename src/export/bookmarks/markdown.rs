//! Bookmarks as Markdown: an article a heading, a passage a block quote.

use std::fmt::Write;

use super::{attribution, standing};
use crate::export::citation::{address, escaped};
use crate::model::bookmark::Bookmark;
use crate::model::shelf::{Shelf, Source};
use crate::model::tags::shown;

pub fn write(shelves: &[&Shelf]) -> String {
    let mut out = String::new();
    for shelf in shelves {
        put_source(&mut out, &shelf.source);
        shelf.bookmarks.iter().for_each(|bookmark| put(&mut out, bookmark));
    }
    out.trim_start().to_owned()
}

pub(super) fn put_source(out: &mut String, source: &Source) {
    let headline = escaped(&super::one_line(&source.headline));
    let _ = match &source.url {
        Some(url) => write!(out, "\n## [{headline}]({})\n\n", address(url)),
        None => write!(out, "\n## {headline}\n\n"),
    };
    let date = source.published.map(|date| date.strftime("%-d %B %Y").to_string());
    let parts = [source.byline.clone(), source.publisher.clone(), date];
    let known: Vec<String> = parts.into_iter().flatten().map(|part| escaped(&super::one_line(&part))).collect();
    if !known.is_empty() {
        let _ = write!(out, "{}\n\n", known.join(" · "));
    }
}

fn put(out: &mut String, bookmark: &Bookmark) {
    for line in bookmark.anchor.exact.lines() {
        let line = escaped(line);
        let _ = writeln!(out, "{}", format!("> {line}").trim_end());
    }
    if let Some(attribution) = attribution(bookmark) {
        let _ = writeln!(out, ">\n> — {}", escaped(&attribution));
    }
    out.push('\n');
    if let Some(standing) = standing(bookmark) {
        let _ = write!(out, "*{standing}*\n\n");
    }
    if !bookmark.note.trim().is_empty() {
        let _ = write!(out, "{}\n\n", bookmark.note.trim_end());
    }
    let tags: Vec<String> = bookmark.tags_beside().iter().map(|tag| shown(tag)).collect();
    if !tags.is_empty() {
        let _ = write!(out, "{}\n\n", tags.join(" "));
    }
}
