//! What was done in this run, in one order, so that it can be taken back: changes to bookmarks, and corrections.
//!
//! The rule: undo and redo go over what was done in this run, the last first. What was put right in the article another
//! day comes only after all of that, and after the reader was told so: by the next press of the key.

use crate::model::article::Origin;
use crate::model::bookmark::Change;

#[derive(Debug, Default)]
pub struct Journal {
    done: Vec<Entry>,
    /// What was undone; the last one was undone last.
    undone: Vec<Entry>,
    /// How many entries there were.
    count: u64,
    /// Whether something was done since this article was opened.
    is_begun: bool,
    /// Whether it was said that what comes next was done another day.
    is_told: bool,
}

/// One thing that was done, and is undone as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub number: u64,
    pub deed: Deed,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// Changes to bookmarks, of whatever articles.
    Bookmarks(Vec<Change>),
    /// A correction of this article; which one is the last, the article's own journal says.
    Correction(Origin),
}

/// How a change to bookmarks came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Made,
    Undone,
    Redone,
}

impl Journal {
    /// Notes what is done; what was undone before it stays undone. The number of the entry.
    pub fn make(&mut self, deed: Deed) -> u64 {
        self.undone.clear();
        (self.is_begun, self.is_told) = (true, false);
        let entry = self.entry(deed);
        self.done.push(entry);
        self.count
    }

    /// Notes that something was undone that was done before this run.
    pub fn undid_older(&mut self, deed: Deed) {
        let entry = self.entry(deed);
        self.undone.push(entry);
    }

    /// Notes that something was made again that was undone before this run.
    pub fn redid_older(&mut self, deed: Deed) {
        let entry = self.entry(deed);
        self.done.push(entry);
    }

    fn entry(&mut self, deed: Deed) -> Entry {
        self.count += 1;
        Entry { number: self.count, deed }
    }

    /// Takes back the last that can be taken back while the article at `open` is read: corrections of other articles
    /// can't.
    pub fn undo(&mut self, open: Option<&Origin>) -> Option<Entry> {
        let place = self.done.iter().rposition(|entry| entry.deed.is_possible(open))?;
        let entry = self.done.remove(place);
        self.undone.push(entry.clone());
        Some(entry)
    }

    /// What was undone last of what can be made again while the article at `open` is read.
    pub fn redo(&mut self, open: Option<&Origin>) -> Option<Entry> {
        let place = self.undone.iter().rposition(|entry| entry.deed.is_possible(open))?;
        let entry = self.undone.remove(place);
        self.done.push(entry.clone());
        Some(entry)
    }

    /// What the entry with this number says came out otherwise: that is what is taken back from now on.
    pub fn amend(&mut self, number: u64, way: Way, joined: &[Change]) {
        let entry = self.done.iter_mut().chain(&mut self.undone).find(|entry| entry.number == number);
        let Some(Entry { deed: Deed::Bookmarks(changes), .. }) = entry else { return };
        for change in changes {
            let new = joined.iter().find(|new| new.bookmark().id == change.bookmark().id);
            if let Some(new) = new.filter(|_| matches!(change, Change::Edit(..))) {
                *change = if way == Way::Undone { new.inverse() } else { new.clone() };
            }
        }
    }

    /// What the entry with this number says was not done: there is nothing of it to take back or to make again.
    pub fn drop(&mut self, number: u64) {
        self.done.retain(|entry| entry.number != number);
        self.undone.retain(|entry| entry.number != number);
    }

    /// What the entry with this number says could not be kept: it is where it was before.
    pub fn refused(&mut self, number: u64, way: Way) {
        let (from, to) = match way {
            Way::Made => return self.done.retain(|entry| entry.number != number),
            Way::Undone => (&mut self.undone, &mut self.done),
            Way::Redone => (&mut self.done, &mut self.undone),
        };
        if let Some(place) = from.iter().rposition(|entry| entry.number == number) {
            to.push(from.remove(place));
        }
    }

    /// Another article is opened, whose own journal may have something undone on top.
    pub fn turn(&mut self) {
        (self.is_begun, self.is_told) = (false, false);
    }

    /// Whether the reader was told that what comes next was done another day; from now on they are.
    pub fn was_told(&mut self) -> bool {
        std::mem::replace(&mut self.is_told, true)
    }

    /// Whether what was undone before this run comes before all that was done since.
    pub fn may_redo_older(&self) -> bool {
        !self.is_begun
    }
}

impl Deed {
    fn is_possible(&self, open: Option<&Origin>) -> bool {
        match self {
            Deed::Bookmarks(_) => true,
            Deed::Correction(of) => open == Some(of),
        }
    }
}
