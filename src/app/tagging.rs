//! The tags of a bookmark: what the keys do while they are typed, and how they are kept.

use super::App;
use super::lists::walked;
use super::overlay::Overlay;
use super::overlay::tagging::Tagging;
use crate::actions::{Action, Direction};
use crate::model::tags::shown;

impl App {
    /// Opens the tags of the bookmark that one is at; a passage that is not kept is, with its tags.
    pub(super) fn show_tags(&mut self) {
        match self.draft() {
            Ok(draft) => {
                self.ask_for_tags();
                self.push(Overlay::Tags(Box::new(Tagging::of(draft))));
            }
            Err(why) => self.say(why),
        }
    }

    pub(super) fn perform_in_tags(&mut self, action: Action) {
        let Some(Overlay::Tags(tagging)) = self.overlays.last_mut() else { return };
        match action {
            Action::Move(unit, direction) => {
                let len = tagging.offered.len();
                tagging.selected = match (tagging.selected, direction) {
                    (None, Direction::On) => Some(0),
                    (None | Some(0), Direction::Back) => None,
                    (Some(at), _) => Some(walked(at, len, unit, direction, tagging.height.into())),
                };
            }
            Action::Complete => drop(tagging.complete()),
            // Whoever went to one in the list means that one.
            Action::Open if tagging.selected.is_some() && tagging.complete() => {}
            Action::Open => self.keep_tags(),
            other => self.perform_in_any_overlay(other),
        }
    }

    /// Keeps the tags, together with the note where that is being written.
    fn keep_tags(&mut self) {
        let Some(Overlay::Tags(tagging)) = self.overlays.pop() else { return };
        let draft = tagging.written();
        let tags = draft.now.tags.iter().map(|tag| format!(" {}", shown(tag))).collect::<String>();
        if let Some(Overlay::Note(note)) = self.overlays.last_mut() {
            note.draft.now.tags = draft.now.tags;
        } else if !draft.is_changed() {
            self.say(if draft.is_new() { "No tags: the passage is not kept." } else { "The tags are as they were." });
        } else if draft.is_new() {
            self.keep_draft(draft, &format!("Kept, with{tags}."));
        } else if tags.is_empty() {
            self.keep_draft(draft, "The tags are taken off.");
        } else {
            self.keep_draft(draft, &format!("Tagged{tags}."));
        }
    }
}
