//! What the keys and the mouse do in the list of bookmarks.

use ratatui::layout::Position;

use super::layout::areas;
use super::{Line, Shelves};
use crate::actions::{Action, Direction, Unit};
use crate::app::App;
use crate::app::lists::walked;
use crate::app::overlay::prompt::Purpose;

impl Shelves {
    pub(in crate::app) fn walk(&mut self, unit: Unit, direction: Direction, page: usize) {
        self.choose(walked(self.at, self.shown.len(), unit, direction, page));
    }

    /// About how many bookmarks are on the screen.
    fn page(&self, rows: usize) -> usize {
        let seen = self.lines.iter().skip(self.top).take(rows);
        seen.filter(|line| matches!(line, Line::Passage(_))).count().max(1)
    }
}

impl App {
    pub(in crate::app) fn perform_in_bookmarks(&mut self, action: Action) {
        match action {
            Action::Move(unit, direction) => {
                let page = self.shelves.page(areas(&self.panes).list.height.into());
                self.shelves.walk(unit, direction, page);
            }
            Action::Open => self.open_chosen(),
            Action::Group => {
                let words = self.shelves.reorder();
                self.say(words);
            }
            Action::Filter => self.show_bookmark_filters(),
            Action::Find => self.prompt_for(Purpose::Bookmarks),
            Action::Cancel if self.shelves.widen() => self.say_narrowed(),
            Action::Cancel | Action::Leave | Action::History(Direction::Back) => self.leave_bookmarks(),
            Action::Remove => self.remove_chosen(),
            Action::Note => self.show_note(),
            Action::Tags => self.show_tags(),
            Action::Colour => self.show_colours(),
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::Write => self.ask_for_bookmark_file(),
            Action::Copy => self.copy_bookmark(),
            Action::CopyAs => self.show_bookmark_copies(),
            Action::Browse => self.browse_bookmark(),
            Action::About => self.show_about_bookmark(),
            Action::Library => self.show_library(),
            Action::Bookmarks => {}
            other => self.perform_anywhere(other),
        }
    }

    /// The first click chooses a bookmark, the second opens it.
    pub(in crate::app) fn press_bookmarks(&mut self, at: Position) {
        let list = areas(&self.panes).list;
        if !list.contains(at) {
            return;
        }
        let line = self.shelves.top + usize::from(at.y - list.y);
        if let Some(Line::Passage(place) | Line::Detail(place)) = self.shelves.lines.get(line).copied() {
            match place == self.shelves.position() {
                true => self.open_chosen(),
                false => self.shelves.choose(place),
            }
        }
    }
}
