//! Bookmarks with the articles that they are of, and which of them are wanted.

use jiff::civil::Date;

use super::article::Origin;
use super::bookmark::{Bookmark, Colour, State, is_same_tag};
use crate::text::find::fold;

/// An article that bookmarks are of, as the library knows it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Source {
    /// The number of the article in the library.
    pub article: i64,
    pub headline: String,
    pub byline: Option<String>,
    pub publisher: Option<String>,
    pub published: Option<Date>,
    pub url: Option<String>,
    /// Where it was opened from last; none where it can't be opened again.
    pub origin: Option<Origin>,
}

/// Bookmarks of one article, in the order of its text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shelf {
    pub source: Source,
    pub bookmarks: Vec<Bookmark>,
}

/// Which bookmarks are wanted; nothing said means all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    pub tag: Option<String>,
    pub colour: Option<Colour>,
    /// Words of a speaker's name, whatever the case and accents.
    pub speaker: Option<String>,
    pub state: Option<State>,
    /// Words of the passage, the note, the tags or the headline, all of which must be there.
    pub words: String,
    /// Words of the headline, the publisher or the address.
    pub article: Option<String>,
}

/// What words are looked for in, folded once for many filters: a text for each bookmark of each shelf.
#[derive(Debug, Clone, Default)]
pub struct Index(Vec<Vec<String>>);

impl Index {
    pub fn of(shelves: &[Shelf]) -> Self {
        let text = |shelf: &Shelf, bookmark: &Bookmark| {
            let said = bookmark.said.as_ref().and_then(|said| said.speaker.as_deref()).unwrap_or_default();
            let Bookmark { anchor, note, tags, .. } = bookmark;
            fold(&[anchor.exact.as_str(), note, &tags.join(" "), said, &shelf.source.headline].join(" \u{1} "))
        };
        let all = |shelf: &Shelf| shelf.bookmarks.iter().map(|bookmark| text(shelf, bookmark)).collect();
        Self(shelves.iter().map(all).collect())
    }
}

impl Filter {
    /// The places of the bookmarks that are wanted: of the shelf, and of the bookmark on it, in order. The index is
    /// that of these shelves.
    pub fn places(&self, shelves: &[Shelf], index: &Index) -> Vec<(usize, usize)> {
        let words: Vec<String> = self.words.split_whitespace().map(fold).collect();
        let (article, speaker) = (self.article.as_deref().map(fold), self.speaker.as_deref().map(fold));
        let mut places = Vec::new();
        for ((number, shelf), texts) in shelves.iter().enumerate().zip(&index.0) {
            if article.as_ref().is_some_and(|article| !is_of(&shelf.source, article)) {
                continue;
            }
            for ((place, bookmark), text) in shelf.bookmarks.iter().enumerate().zip(texts) {
                let has_all = words.iter().all(|word| text.contains(word));
                if has_all && self.keeps(bookmark, speaker.as_deref()) {
                    places.push((number, place));
                }
            }
        }
        places
    }

    /// The shelves with what is wanted of them; those that have nothing of it are left out.
    pub fn of(&self, shelves: &[Shelf]) -> Vec<Shelf> {
        let mut kept: Vec<(usize, Shelf)> = Vec::new();
        for (number, place) in self.places(shelves, &Index::of(shelves)) {
            let shelf = &shelves[number];
            if kept.last().is_none_or(|(last, _)| *last != number) {
                kept.push((number, Shelf { source: shelf.source.clone(), bookmarks: Vec::new() }));
            }
            if let Some((_, last)) = kept.last_mut() {
                last.bookmarks.push(shelf.bookmarks[place].clone());
            }
        }
        kept.into_iter().map(|(_, shelf)| shelf).collect()
    }

    fn keeps(&self, bookmark: &Bookmark, speaker: Option<&str>) -> bool {
        let said = || bookmark.said.as_ref().and_then(|said| said.speaker.as_deref()).map(fold);
        self.colour.is_none_or(|colour| bookmark.colour == colour)
            && self.state.is_none_or(|state| bookmark.state == state)
            && self.tag.as_ref().is_none_or(|tag| bookmark.all_tags().iter().any(|other| is_same_tag(other, tag)))
            && speaker.is_none_or(|speaker| said().is_some_and(|said| said.contains(speaker)))
    }
}

fn is_of(source: &Source, words: &str) -> bool {
    let parts = [Some(&source.headline), source.publisher.as_ref(), source.url.as_ref()];
    parts.into_iter().flatten().any(|part| fold(part).contains(words))
}
