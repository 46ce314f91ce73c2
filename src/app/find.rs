//! What the keys do while words are looked for, and with what was found.

use super::App;
use super::Screen;
use super::overlay::Overlay;
use super::overlay::find::Search;
use super::overlay::prompt::Purpose;
use super::overlay::typing::TypedLine;
use crate::actions::{Action, Direction};

impl App {
    /// Opens the box, or the one for the list of articles.
    pub(super) fn show_find(&mut self) {
        match self.screen {
            Screen::Reader if self.reader.article.is_some() => {
                let origin = self.reader.spot();
                self.found.clear();
                self.push(Overlay::Find(Search { line: TypedLine::default(), origin, at: None }));
            }
            Screen::Reader => self.say("There is no text to look in yet."),
            Screen::Articles => self.prompt_for(Purpose::Articles),
            Screen::Bookmarks => self.prompt_for(Purpose::Bookmarks),
        }
    }

    /// Looks for what is typed, and shows the first hit from where one was.
    pub(super) fn search(&mut self) {
        let (Some(Overlay::Find(search)), Some(article)) = (self.overlays.last(), self.reader.article.clone()) else {
            return;
        };
        let (words, origin) = (search.line.words().to_owned(), search.origin);
        self.found.look_for(&article.document.text, &words);
        self.found.current = self.found.from(origin.cursor);
        match self.found.current.map(|current| self.found.hits[current].start) {
            Some(start) => self.reader.show(start),
            None => self.reader.return_to(origin),
        }
        self.follow_text();
    }

    pub(super) fn perform_in_find(&mut self, action: Action) {
        let Some(Overlay::Find(search)) = self.overlays.last_mut() else { return };
        match action {
            Action::Move(_, direction) if search.line.words().is_empty() || search.at.is_some() => {
                self.recall(direction);
            }
            Action::Move(_, direction) => self.next_hit(direction, false),
            Action::Open => self.accept_find(),
            Action::Cancel | Action::Leave => {
                let origin = search.origin;
                self.overlays.pop();
                self.found.clear();
                self.reader.return_to(origin);
                self.follow_text();
                self.show_selection();
            }
            other => self.perform_in_any_overlay(other),
        }
    }

    /// Brings back what was looked for before.
    fn recall(&mut self, direction: Direction) {
        let Some(Overlay::Find(search)) = self.overlays.last_mut() else { return };
        let last = self.found.earlier.len().checked_sub(1);
        search.at = match (direction, search.at, last) {
            (_, _, None) => None,
            (Direction::Back, at, Some(last)) => Some(at.map_or(0, |at| (at + 1).min(last))),
            (Direction::On, at, _) => at.and_then(|at| at.checked_sub(1)),
        };
        let words = search.at.and_then(|at| self.found.earlier.get(at)).cloned().unwrap_or_default();
        search.line = TypedLine::with(&words);
        self.search();
    }

    fn accept_find(&mut self) {
        let Some(Overlay::Find(search)) = self.overlays.pop() else { return };
        let words = search.line.words().to_owned();
        if self.found.hits.is_empty() {
            self.reader.return_to(search.origin);
            self.follow_text();
            self.show_selection();
            if !words.trim().is_empty() {
                self.say(&format!("“{words}” is not in this article."));
            }
            return self.found.clear();
        }
        self.reader.left(search.origin.cursor);
        self.found.earlier.retain(|other| *other != words);
        self.found.earlier.insert(0, words);
        self.found.earlier.truncate(50);
        self.focus_on(crate::actions::Pane::Text);
        self.entities.unmark_all();
        self.select_to_found();
        let count = self.found.count();
        self.say(&format!("“{}”: {count}", self.found.words));
    }

    /// To the next or previous hit; from the last one on it begins again.
    pub(super) fn next_hit(&mut self, direction: Direction, jump: bool) {
        let hits = &self.found.hits;
        let here = self.reader.cursor;
        let next = match (direction, self.found.current) {
            (_, _) if hits.is_empty() => return,
            (Direction::On, Some(at)) if hits[at].start == here => at + 1,
            (Direction::Back, Some(at)) if hits[at].start == here => at.wrapping_sub(1),
            (Direction::On, _) => hits.partition_point(|hit| hit.start <= here),
            (Direction::Back, _) => hits.partition_point(|hit| hit.start < here).wrapping_sub(1),
        };
        let (at, again) = match direction {
            Direction::On if next >= hits.len() => (0, ", from the top again"),
            Direction::Back if next >= hits.len() => (hits.len() - 1, ", from the end again"),
            _ => (next, ""),
        };
        let start = hits[at].start;
        self.found.current = Some(at);
        if jump {
            self.reader.jump(start);
            self.show_text();
            let count = self.found.count();
            self.say(&format!("“{}”: {count}{again}", self.found.words));
        } else {
            self.reader.show(start);
        }
        self.follow_text();
    }
}
