//! The boxes over the panes: the top one gets the keys, Esc takes it off.

use super::App;
use super::overlay::Overlay;
use crate::actions::{Action, Place};

impl App {
    /// Takes up letters where a line is typed; false where none is.
    pub fn type_in(&mut self, words: &str) -> bool {
        if let Some(Overlay::Note(_)) = self.overlays.last() {
            self.write_in_note(words);
        } else {
            let Some(line) = self.overlays.last_mut().and_then(Overlay::line) else { return false };
            line.insert(words);
            self.typed();
        }
        self.arrange();
        true
    }

    /// Does an action in the top box.
    pub(super) fn perform_in_overlay(&mut self, action: Action) {
        if let (Action::Line(edit), Some(line)) = (action, self.overlays.last_mut().and_then(Overlay::line)) {
            line.edit(edit);
            return self.typed();
        }
        match self.overlays.last().map(Overlay::place) {
            Some(Place::Palette) => self.perform_in_palette(action),
            Some(Place::Find) => self.perform_in_find(action),
            Some(Place::Prompt) => self.perform_in_prompt(action),
            Some(Place::Menu) => self.perform_in_menu(action),
            Some(Place::Evidence) => self.perform_in_evidence(action),
            Some(Place::Links) => self.perform_in_links(action),
            Some(Place::Card) => self.perform_in_card(action),
            Some(Place::Select) => self.perform_in_select(action),
            Some(Place::Note) => self.perform_in_note(action),
            Some(Place::Tags) => self.perform_in_tags(action),
            _ => self.perform_in_page(action),
        }
    }

    /// The typed line changed: what depends on it follows.
    fn typed(&mut self) {
        match self.overlays.last_mut() {
            Some(Overlay::Palette(palette)) => palette.search(),
            Some(Overlay::Find(_)) => self.search(),
            Some(Overlay::Prompt(_)) => self.prompt_typed(),
            Some(Overlay::Tags(tagging)) => tagging.selected = None,
            _ => {}
        }
    }

    /// What holds in every box: close it, or what holds everywhere.
    pub(super) fn perform_in_any_overlay(&mut self, action: Action) {
        match action {
            Action::Cancel | Action::Leave => {
                self.overlays.pop();
            }
            // A line that is typed is closed first, as in a shell.
            Action::Quit if self.place().is_typed() => self.perform_in_overlay(Action::Cancel),
            other => self.perform_anywhere(other),
        }
    }

    pub(super) fn push(&mut self, overlay: Overlay) {
        self.overlays.push(overlay);
    }
}
