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

    /// To the first bookmark of the next group, of this one or of the one before.
    fn walk_groups(&mut self, direction: Direction) {
        let is_head = |line: &Line| matches!(line, Line::Article(_) | Line::Day(_));
        let mut firsts = self.lines.windows(2).filter(|pair| is_head(&pair[0])).filter_map(|pair| match pair[1] {
            Line::Passage(place) => Some(place),
            _ => None,
        });
        let to = match direction {
            Direction::On => firsts.find(|place| *place > self.at),
            Direction::Back => firsts.rfind(|place| *place < self.at),
        };
        self.choose(to.unwrap_or(self.at));
    }

    /// To the next or previous bookmark that changed or is lost, past the end from the other end on; false where
    /// there is none.
    fn walk_to_look_at(&mut self, direction: Direction) -> bool {
        let len = self.shown.len();
        let is_wanted = |place: &usize| self.at(*place).is_some_and(|(_, own)| own.needs_a_look());
        let ahead = (1..=len).map(|step| match direction {
            Direction::On => (self.at + step) % len,
            Direction::Back => (self.at + len - step) % len,
        });
        let to = ahead.into_iter().find(is_wanted);
        self.choose(to.unwrap_or(self.at));
        to.is_some()
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
            Action::Move(Unit::Paragraph, direction) => self.shelves.walk_groups(direction),
            Action::Next(direction) => {
                if !self.shelves.walk_to_look_at(direction) {
                    self.say("None of these changed, and none is lost.");
                }
            }
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
            Action::DecideAgain => self.decide_again(),
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
