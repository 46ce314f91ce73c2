//! What the library is asked for the screen of bookmarks, and what comes back.

use crate::app::{App, Screen};
use crate::model::article::Origin;
use crate::model::bookmark::Bookmark;
use crate::model::work::{Job, Report};

impl App {
    /// The bookmark of the screen that one is at.
    pub fn chosen_bookmark(&self) -> Option<&Bookmark> {
        let chosen = self.shelves.chosen().filter(|_| self.screen == Screen::Bookmarks);
        chosen.map(|(_, bookmark)| bookmark)
    }

    /// Asks for all bookmarks.
    pub(super) fn ask_for_all_bookmarks(&mut self) {
        self.ask_what_is_remembered();
        self.outbox.jobs.push(Job::Bookmarks);
    }

    /// Asks which of the articles in the list have bookmarks.
    pub(in crate::app) fn ask_what_is_held(&mut self) {
        let all = self.library.entries.iter().map(|entry| entry.origin.clone());
        let origins: Vec<Origin> = all.collect();
        if self.config.settings.remember && !origins.is_empty() {
            self.outbox.jobs.push(Job::Held { origins });
        }
    }

    /// Something of the bookmarks changed on the disk, by this program or another.
    pub(in crate::app) fn bookmarks_changed(&mut self, by_another: bool) {
        match self.screen {
            Screen::Bookmarks if by_another => self.ask_for_all_bookmarks(),
            Screen::Bookmarks => self.check_bookmarks(),
            Screen::Articles => self.ask_what_is_held(),
            Screen::Reader => {}
        }
    }

    /// Has those looked for that were not yet.
    fn check_bookmarks(&mut self) {
        if !std::mem::replace(&mut self.shelves.is_checking, true) {
            self.outbox.jobs.push(Job::CheckBookmarks);
        }
    }

    /// Takes up what the library says for this screen.
    pub(in crate::app) fn shelves_reported(&mut self, report: Report) {
        match report {
            Report::Bookmarks { shelves, .. } => {
                let pending: Vec<_> = self.bookmarks.pending_changes().cloned().collect();
                self.shelves.read(shelves, pending.iter());
                self.check_bookmarks();
            }
            Report::Checked { bookmarks, is_done } => {
                self.shelves.checked(bookmarks, is_done);
                if !is_done {
                    self.outbox.jobs.push(Job::CheckBookmarks);
                }
            }
            Report::Previewed { preview } => {
                self.shelves.is_previewing = false;
                self.shelves.preview = Some(*preview);
            }
            Report::Held { held } => self.library.held = held.into_iter().collect(),
            Report::Wrote { path, done } => self.wrote(&path, done),
            _ => {}
        }
    }

    /// The library can't say anything any more.
    pub(in crate::app) fn shelves_forgot(&mut self) {
        (self.shelves.is_previewing, self.shelves.is_checking) = (false, false);
    }

    /// Asks for the paragraph of the bookmark that one is at, unless one is on its way.
    pub(in crate::app) fn ask_for_preview(&mut self) {
        let wanted = self.chosen_bookmark().filter(|_| self.shelves.preview().is_none()).cloned();
        if let (Some(bookmark), false) = (wanted, self.shelves.is_previewing) {
            self.shelves.is_previewing = true;
            self.outbox.jobs.push(Job::Preview { bookmark: Box::new(bookmark) });
        }
    }
}
