//! The screen of bookmarks: those of all articles, which of them are shown, and the one that one is at.

mod changing;
mod copying;
pub mod layout;
mod listing;
pub mod narrowing;
mod opening;
mod showing;
mod walking;
mod writing;

use std::sync::Arc;

use uuid::Uuid;

use crate::model::bookmark::{Bookmark, Change, State};
use crate::model::preview::Preview;
use crate::model::shelf::{Index, Shelf};
pub use copying::said_by;
pub use listing::{Line, Order};
use narrowing::Chip;
use opening::{Aim, CameFrom, Missing};

#[derive(Debug, Default)]
pub struct Shelves {
    /// As the library said, and on top of that what it has not answered yet. A shelf whose bookmarks are all removed
    /// stays, so that they can come back.
    all: Vec<Shelf>,
    /// For finding words, once they are looked for.
    index: Option<Index>,
    counts: Counts,
    /// Whether the library has said what there is.
    is_read: bool,
    /// Whether bookmarks are being looked for in the texts of their articles.
    is_checking: bool,
    order: Order,
    /// What the list is narrowed to.
    chips: Vec<Chip>,
    words: String,
    /// The bookmarks that are shown, in their order: their shelves, and their places on them.
    shown: Vec<(usize, usize)>,
    pub lines: Vec<Line>,
    /// The line of each bookmark that is shown.
    line_of: Vec<usize>,
    /// The bookmark that one is at, and where it stands among those that are shown.
    chosen: Option<Uuid>,
    at: usize,
    /// The first line on the screen.
    pub top: usize,
    density: layout::Density,
    preview: Option<Preview>,
    /// Whether a preview is on its way.
    is_previewing: bool,
    came_from: CameFrom,
    /// The bookmark whose passage is gone to once its article is there.
    aim: Option<Aim>,
    /// How many jumps had been made in the article when it was opened from here.
    arrived: Option<usize>,
    /// A lost passage, while its article is searched for other words for it.
    missing: Option<Missing>,
}

/// How many bookmarks there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    pub all: usize,
    pub articles: usize,
    pub changed: usize,
    pub old_words: usize,
    pub lost: usize,
    pub unchecked: usize,
}

impl Shelves {
    /// Takes up what the library has; `pending` is what it was given after it was asked.
    fn read<'c>(&mut self, shelves: Arc<Vec<Shelf>>, pending: impl Iterator<Item = &'c Change>) {
        self.all = Arc::unwrap_or_clone(shelves);
        self.index = None;
        self.is_read = true;
        pending.for_each(|change| {
            self.change(change);
        });
        self.list();
    }

    /// Makes a change in what is listed, if the article has a shelf.
    pub(super) fn apply(&mut self, change: &Change) {
        if self.change(change) {
            self.list();
        }
    }

    fn change(&mut self, change: &Change) -> bool {
        let article = change.bookmark().article;
        let Some(number) = self.all.iter().position(|shelf| shelf.source.article == article) else { return false };
        self.all[number].apply(change);
        if let Some(index) = &mut self.index {
            index.renew(number, &self.all[number]);
        }
        true
    }

    /// Takes up how bookmarks stand in the texts of their articles.
    fn checked(&mut self, found: Vec<Bookmark>, is_done: bool) {
        self.is_checking = !is_done;
        for bookmark in found {
            let shelf = self.all.iter_mut().find(|shelf| shelf.source.article == bookmark.article);
            let own = shelf.and_then(|shelf| shelf.bookmarks.iter_mut().find(|own| own.id == bookmark.id));
            if let Some(own) = own.filter(|own| own.anchor == bookmark.anchor) {
                (own.state, own.found) = (bookmark.state, bookmark.found);
            }
        }
        self.list();
    }

    /// Gets ready to look for words.
    pub(super) fn prepare(&mut self) {
        self.index.get_or_insert_with(|| Index::of(&self.all));
    }

    /// What an article with bookmarks is called.
    pub(super) fn headline(&self, article: i64) -> Option<&str> {
        let shelf = self.all.iter().find(|shelf| shelf.source.article == article)?;
        Some(&shelf.source.headline)
    }

    fn count(&mut self) {
        self.counts = Counts::default();
        for shelf in &self.all {
            self.counts.articles += usize::from(!shelf.bookmarks.is_empty());
            for bookmark in &shelf.bookmarks {
                self.counts.all += 1;
                match bookmark.state {
                    State::InPlace => {}
                    State::Changed => self.counts.changed += 1,
                    State::OldWords => self.counts.old_words += 1,
                    State::Lost => self.counts.lost += 1,
                    State::Unchecked => self.counts.unchecked += 1,
                }
            }
        }
    }

    pub fn counts(&self) -> Counts {
        self.counts
    }

    pub fn is_read(&self) -> bool {
        self.is_read
    }

    pub fn is_checking(&self) -> bool {
        self.is_checking
    }

    pub fn order(&self) -> Order {
        self.order
    }

    /// How many bookmarks are shown.
    pub fn len(&self) -> usize {
        self.shown.len()
    }

    pub fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    /// Where the bookmark that one is at stands among those that are shown, from 0.
    pub fn position(&self) -> usize {
        self.at
    }

    /// The shelf and the bookmark at a place among those that are shown.
    pub fn at(&self, place: usize) -> Option<(&Shelf, &Bookmark)> {
        let (number, place) = *self.shown.get(place)?;
        let shelf = self.all.get(number)?;
        Some((shelf, shelf.bookmarks.get(place)?))
    }

    pub fn shelf(&self, number: usize) -> Option<&Shelf> {
        self.all.get(number)
    }

    /// The one that one is at, with its shelf.
    pub fn chosen(&self) -> Option<(&Shelf, &Bookmark)> {
        self.at(self.at)
    }

    /// The preview of the bookmark that one is at, once it is there.
    pub fn preview(&self) -> Option<&Preview> {
        let (_, chosen) = self.chosen()?;
        self.preview.as_ref().filter(|preview| preview.of == *chosen)
    }

    /// Those that are shown, by their articles.
    fn shown_shelves(&self) -> Vec<Shelf> {
        let mut places = self.shown.clone();
        places.sort_unstable();
        let mut shelves: Vec<(usize, Shelf)> = Vec::new();
        for (number, place) in places {
            let Some(shelf) = self.all.get(number) else { continue };
            if shelves.last().is_none_or(|(last, _)| *last != number) {
                shelves.push((number, Shelf { source: shelf.source.clone(), bookmarks: Vec::new() }));
            }
            if let (Some((_, last)), Some(bookmark)) = (shelves.last_mut(), shelf.bookmarks.get(place)) {
                last.bookmarks.push(bookmark.clone());
            }
        }
        shelves.into_iter().map(|(_, shelf)| shelf).collect()
    }
}
