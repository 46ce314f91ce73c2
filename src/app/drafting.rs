//! A bookmark that is being worked on, which is kept as one change: what is said of it, and the passage if it is new.

use jiff::Timestamp;

use super::{App, Screen};
use crate::model::bookmark::{Bookmark, Change, to_the_millisecond};

/// A bookmark as it was, if it was kept already, and as it is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    before: Option<Bookmark>,
    pub now: Bookmark,
}

impl Draft {
    /// The passage is kept with what is said of it.
    pub fn new(bookmark: Bookmark) -> Self {
        Self { before: None, now: bookmark }
    }

    /// What is said of a bookmark that is kept.
    pub fn of(kept: Bookmark) -> Self {
        Self { before: Some(kept.clone()), now: kept }
    }

    pub fn is_new(&self) -> bool {
        self.before.is_none()
    }

    /// Whether something else is said of it than was before.
    pub fn is_changed(&self) -> bool {
        let said = |of: &Bookmark| (of.note.clone(), of.tags.clone(), of.colour);
        match &self.before {
            Some(before) => said(before) != said(&self.now),
            None => said(&self.now) != Default::default(),
        }
    }
}

impl App {
    /// The bookmark that one is at; where there is none, a new one of the passage.
    pub(super) fn draft(&self) -> Result<Draft, &'static str> {
        match self.bookmark_at_hand() {
            Some(kept) => Ok(Draft::of(kept)),
            None if self.screen != Screen::Reader => Err("Choose a bookmark first."),
            None => self.bookmark_of(self.passage_to_keep()?).map(Draft::new),
        }
    }

    /// Keeps a draft as one change; `done` is said once it is on the disk.
    pub(super) fn keep_draft(&mut self, draft: Draft, done: &str) {
        let Draft { before, now } = draft;
        let id = now.id;
        let change = match before {
            Some(before) => {
                // Another program may have changed the rest of it meanwhile; what it wrote itself, the library knows.
                let rest = self.bookmarks.with(id).cloned().unwrap_or_else(|| before.clone());
                let said = |of: Bookmark, rest: Bookmark| {
                    let Bookmark { note, tags, colour, .. } = of;
                    Bookmark { note, tags, colour, ..rest }
                };
                let after = Bookmark { modified: to_the_millisecond(Timestamp::now()), ..said(now, rest.clone()) };
                Change::edit(said(before, rest), after)
            }
            None => Change::Add(now),
        };
        self.leave_select();
        self.bookmarks.kept_at(id, self.reader.cursor);
        self.change_bookmarks(vec![change], done);
    }
}
