//! What the keys do in a page, and the pages of help and messages.

use super::App;
use super::overlay::Overlay;
use super::overlay::help::Help;
use super::overlay::page::{Line, Page};
use crate::actions::Action;

impl App {
    pub(super) fn perform_in_page(&mut self, action: Action) {
        let page = usize::from(self.panes.body.height.saturating_sub(2));
        match (self.overlays.last_mut(), action) {
            (Some(Overlay::Help(help)), Action::Move(unit, direction)) => help.walk(unit, direction, page),
            (Some(Overlay::Page(page)), Action::Move(unit, direction)) => page.walk(unit, direction),
            (Some(Overlay::Page(page)), Action::Copy | Action::CopyAs) => {
                let text = page.text();
                self.copy(text, "the page");
            }
            (_, other) => self.perform_in_any_overlay(other),
        }
    }

    pub(super) fn show_help(&mut self) {
        let place = self.place();
        self.push(Overlay::Help(Help::of(place)));
    }

    /// What was said in the status row, the latest first.
    pub(super) fn show_messages(&mut self) {
        let mut lines: Vec<Line> = self.notices.said().map(|sentence| Line::Words(sentence.to_owned())).collect();
        if lines.is_empty() {
            lines.push(Line::Words("Nothing was said yet.".to_owned()));
        }
        self.push(Overlay::Page(Page::new("Messages, the latest first", lines)));
    }
}
