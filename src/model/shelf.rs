//! Bookmarks with the articles that they are of, and which of them are wanted.

use jiff::civil::Date;

use super::article::Origin;
use super::bookmark::{Bookmark, Change, Colour, State, is_same_tag};
use super::tags::shown;
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
    /// Code points of its latest text before each of its paragraphs, in order; none where that is not known.
    pub paragraphs: Vec<usize>,
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

/// How many bookmarks an article of the list has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Held {
    /// The number of the article in the library.
    pub article: i64,
    pub all: usize,
    /// Those whose words changed, which are to be looked at.
    pub changed: usize,
}

/// What words are looked for in, folded once for many filters: a text for each bookmark of each shelf.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Index(Vec<Vec<String>>);

impl Index {
    pub fn of(shelves: &[Shelf]) -> Self {
        Self(shelves.iter().map(texts).collect())
    }

    /// Whether all of these words, which are folded, stand in the text of a bookmark.
    fn has_all(&self, number: usize, place: usize, words: &[String]) -> bool {
        let text = self.0.get(number).and_then(|texts| texts.get(place));
        text.is_some_and(|text| words.iter().all(|word| text.contains(word)))
    }

    /// Takes in a shelf on which something changed.
    pub fn renew(&mut self, number: usize, shelf: &Shelf) {
        if let Some(place) = self.0.get_mut(number) {
            *place = texts(shelf);
        }
    }
}

fn texts(shelf: &Shelf) -> Vec<String> {
    let text = |bookmark: &Bookmark| {
        let said = bookmark.speaker().unwrap_or_default();
        let Bookmark { anchor, note, tags, .. } = bookmark;
        // With their signs, as they are shown and as they stand in a note.
        let tags: String = tags.iter().map(|tag| format!("#{tag} {} ", shown(tag))).collect();
        fold(&[anchor.exact.as_str(), note, &tags, said, &shelf.source.headline].join(" \u{1} "))
    };
    shelf.bookmarks.iter().map(text).collect()
}

impl Source {
    /// The number of the paragraph, from 1, that holds a code point of the latest text.
    pub fn paragraph(&self, point: usize) -> Option<usize> {
        let number = self.paragraphs.partition_point(|start| *start <= point).max(1);
        (!self.paragraphs.is_empty()).then_some(number)
    }
}

impl Shelf {
    /// Makes a change on the shelf; one that does not fit changes nothing.
    pub fn apply(&mut self, change: &Change) {
        change.apply(&mut self.bookmarks);
        self.sort();
    }

    /// Puts the bookmarks in the order of the article's text of today.
    pub fn sort(&mut self) {
        self.bookmarks.sort_by_key(|bookmark| (bookmark.place(), bookmark.id));
    }
}

impl Filter {
    /// The places of the bookmarks that are wanted: of the shelf, and of the bookmark on it, in order. The index is
    /// that of these shelves; without words it may be empty.
    pub fn places(&self, shelves: &[Shelf], index: &Index) -> Vec<(usize, usize)> {
        let words: Vec<String> = self.words.split_whitespace().map(fold).collect();
        let (article, speaker) = (self.article.as_deref().map(fold), self.speaker.as_deref().map(fold));
        let mut places = Vec::new();
        for (number, shelf) in shelves.iter().enumerate() {
            if article.as_ref().is_some_and(|article| !is_of(&shelf.source, article)) {
                continue;
            }
            for (place, bookmark) in shelf.bookmarks.iter().enumerate() {
                let has_all = words.is_empty() || index.has_all(number, place, &words);
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
        let said = || bookmark.speaker().map(fold);
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
