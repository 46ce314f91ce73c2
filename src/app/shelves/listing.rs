//! The lines of the list: its order, its groups, and which line is whose.

use std::cmp::Reverse;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::Shelves;
use super::layout::Density;
use crate::model::bookmark::Bookmark;
use crate::model::shelf::{Filter, Index, Shelf};

/// How the list stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// By article, the newest first; within one, in the order of its text.
    #[default]
    ByArticle,
    /// By the day on which they were kept, the latest first.
    ByDate,
}

/// A line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    Blank,
    /// An article, by the number of its shelf.
    Article(usize),
    Day(Date),
    /// The words of a bookmark, by its place among those that are shown.
    Passage(usize),
    /// Who said it, and what the reader wrote to it.
    Detail(usize),
}

/// The day on which something was, where the reader is.
pub fn day(when: Timestamp, zone: &TimeZone) -> Date {
    zone.to_datetime(when).date()
}

impl Order {
    pub fn words(self) -> &'static str {
        match self {
            Self::ByArticle => "by article, newest first · in text order",
            Self::ByDate => "by date kept · newest first",
        }
    }
}

impl Shelves {
    /// Another order; the words for it.
    pub(super) fn reorder(&mut self) -> &'static str {
        let (order, words) = match self.order {
            Order::ByArticle => (Order::ByDate, "Order: by the day they were kept, the latest first"),
            Order::ByDate => (Order::ByArticle, "Order: by article, the newest first"),
        };
        self.order = order;
        self.list();
        words
    }

    /// Lists anew what is wanted; one stays at the same bookmark, or where it was.
    pub(super) fn list(&mut self) {
        self.count();
        let filter = self.filter();
        if !filter.words.trim().is_empty() {
            self.prepare();
        }
        self.shown = self.wanted(&filter);
        self.arrange_lines();
        let at = self.chosen.and_then(|chosen| self.place_of(chosen));
        self.choose(at.unwrap_or(self.at));
    }

    fn wanted(&self, filter: &Filter) -> Vec<(usize, usize)> {
        let mut shown = filter.places(&self.all, self.index.as_ref().unwrap_or(&Index::default()));
        let zone = TimeZone::system();
        let of = |number: usize, place: usize| self.all.get(number).and_then(|shelf| shelf.bookmarks.get(place));
        let today = |number: usize, place: usize| (number, of(number, place).map(Bookmark::place), place);
        match self.order {
            Order::ByArticle => {
                let newest: Vec<Option<Date>> = self.all.iter().map(|shelf| newest(shelf, &zone)).collect();
                shown.sort_by_key(|(number, place)| (Reverse(newest.get(*number).copied()), today(*number, *place)));
            }
            Order::ByDate => shown.sort_by_key(|(number, place)| {
                let created = of(*number, *place).map(|bookmark| bookmark.created);
                (Reverse(created), today(*number, *place))
            }),
        }
        shown
    }

    pub(super) fn place_of(&self, id: uuid::Uuid) -> Option<usize> {
        (0..self.shown.len()).find(|place| self.at(*place).is_some_and(|(_, bookmark)| bookmark.id == id))
    }

    /// One is at this place among those that are shown, or at the last one.
    pub(super) fn choose(&mut self, place: usize) {
        self.at = place.min(self.shown.len().saturating_sub(1));
        self.chosen = self.chosen().map(|(_, bookmark)| bookmark.id).or(self.chosen);
    }

    /// The lines of what is shown, as close together as there is room.
    pub(super) fn arrange_lines(&mut self) {
        let zone = TimeZone::system();
        let (mut lines, mut line_of) = (Vec::new(), Vec::with_capacity(self.shown.len()));
        let mut group = None;
        for (place, (number, _)) in self.shown.iter().enumerate() {
            let Some((_, bookmark)) = self.at(place) else { continue };
            let head = match self.order {
                Order::ByArticle => Line::Article(*number),
                Order::ByDate => Line::Day(day(bookmark.created, &zone)),
            };
            if group != Some(head) {
                if group.is_some() && self.density == Density::Roomy {
                    lines.push(Line::Blank);
                }
                lines.push(head);
                group = Some(head);
            }
            line_of.push(lines.len());
            lines.push(Line::Passage(place));
            let says_more = self.order == Order::ByDate || !bookmark.note.is_empty() || !bookmark.tags.is_empty();
            if self.density != Density::Lean && (says_more || bookmark.speaker().is_some()) {
                lines.push(Line::Detail(place));
            }
        }
        (self.lines, self.line_of) = (lines, line_of);
    }
}

/// The day of an article: when it was published; if that is not known, when something of it was kept last.
fn newest(shelf: &Shelf, zone: &TimeZone) -> Option<Date> {
    let kept = || shelf.bookmarks.iter().map(|bookmark| bookmark.created).max().map(|when| day(when, zone));
    shelf.source.published.or_else(kept)
}
