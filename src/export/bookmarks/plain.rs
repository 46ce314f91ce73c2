//! Bookmarks as plain text: an article's headline, then a passage a paragraph.

use super::{attribution, one_line, standing};
use crate::model::bookmark::Bookmark;
use crate::model::shelf::{Shelf, Source};
use crate::model::tags::shown;

pub fn write(shelves: &[&Shelf]) -> String {
    let whole = |shelf: &&Shelf| {
        let passages: String = shelf.bookmarks.iter().map(passage).collect();
        format!("{}\n\n{passages}", head(&shelf.source))
    };
    shelves.iter().map(whole).collect::<Vec<_>>().join("\n")
}

/// The headline, and below it what else is known of the article.
fn head(source: &Source) -> String {
    let date = source.published.map(|date| date.strftime("%-d %B %Y").to_string());
    let known = [source.byline.clone(), source.publisher.clone(), date, source.url.clone()];
    let known: Vec<String> = known.into_iter().flatten().map(|part| one_line(&part)).collect();
    let headline = one_line(&source.headline);
    if known.is_empty() { headline } else { format!("{headline}\n{}", known.join(" · ")) }
}

/// The words with who said them, the note, the tags.
fn passage(bookmark: &Bookmark) -> String {
    let speaker = attribution(bookmark).map(|speaker| format!(" — {speaker}")).unwrap_or_default();
    let mut out = format!("{}{speaker}\n", one_line(&bookmark.anchor.exact));
    standing(bookmark).iter().for_each(|standing| out.push_str(&format!("    {standing}\n")));
    bookmark.note.trim().lines().for_each(|line| out.push_str(&format!("    {line}\n")));
    let tags: Vec<String> = bookmark.tags_beside().into_iter().map(shown).collect();
    if !tags.is_empty() {
        out.push_str(&format!("    {}\n", tags.join(" ")));
    }
    out + "\n"
}
