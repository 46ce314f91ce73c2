//! Bookmarks written to a file: what is asked, and what is said.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::narrowing::Pick;
use crate::app::App;
use crate::app::overlay::Overlay;
use crate::app::overlay::menu::{Choice, Chosen, Menu};
use crate::app::overlay::prompt::Purpose;
use crate::export::bookmarks::Format;
use crate::model::work::{Job, Wrote};
use crate::text::printable::printable;

/// The key under which the file that was written last is remembered.
pub const FILE: &str = "bookmark-file";

impl App {
    pub(in crate::app) fn ask_for_bookmark_file(&mut self) {
        match self.shelves.len() {
            0 => self.say("There are no bookmarks here to write."),
            count => self.prompt_for(Purpose::BookmarkFile(count)),
        }
    }

    /// Has what is shown written to the file whose name was typed.
    pub(in crate::app) fn bookmark_file_typed(&mut self, name: &str) {
        let name = name.trim();
        if name.is_empty() {
            return;
        }
        let path = PathBuf::from(name);
        if Format::of(&path).is_none() {
            return self.say(&format!("Its ending says how they are written: {}", Format::endings()));
        }
        self.memory.set(FILE, name);
        self.remember(FILE);
        self.write_bookmarks(path, false);
    }

    /// The name that is offered: that of the last file.
    pub(in crate::app) fn bookmark_file(&self) -> String {
        self.memory.text_of(FILE).unwrap_or_else(|| "bookmarks.md".to_owned())
    }

    fn write_bookmarks(&mut self, path: PathBuf, replace: bool) {
        let shelves = Arc::new(self.shelves.shown_shelves());
        self.outbox.jobs.push(Job::Write { path, shelves, replace });
    }

    pub(super) fn write_over(&mut self) {
        let path = PathBuf::from(self.bookmark_file());
        self.write_bookmarks(path, true);
    }

    pub(super) fn wrote(&mut self, path: &Path, done: Wrote) {
        let name = printable(&path.to_string_lossy());
        match done {
            Wrote::Done => self.say(&format!("The bookmarks that are shown are in {name}.")),
            Wrote::Failed(sentence) => self.say(&sentence),
            Wrote::IsThere => {
                let choice = |words: &str, pick| Choice {
                    words: words.to_owned(),
                    detail: String::new(),
                    what: Chosen::Bookmarks(pick),
                };
                let choices = vec![choice("Another name", Pick::OtherFile), choice("Write over it", Pick::Replace)];
                self.push(Overlay::Menu(Menu::new(&format!("{name} is there already"), choices)));
            }
        }
    }
}
