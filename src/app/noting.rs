//! The note on a bookmark: how it is written, kept, dropped, and lent to an editor.

use super::App;
use super::overlay::Overlay;
use super::overlay::note::Note;
use super::overlay::tagging::Tagging;
use crate::actions::Action;
use crate::model::work::Job;

impl App {
    /// Opens the note of the bookmark that one is at; a passage that is not kept is, once its note is.
    pub(super) fn show_note(&mut self) {
        match self.draft() {
            Ok(draft) => {
                self.ask_for_tags();
                self.push(Overlay::Note(Box::new(Note::of(draft))));
            }
            Err(why) => self.say(why),
        }
    }

    pub(super) fn ask_for_tags(&mut self) {
        self.outbox.jobs.push(Job::Tags);
    }

    pub(super) fn write_in_note(&mut self, words: &str) {
        match self.overlays.last_mut() {
            Some(Overlay::Note(note)) if !note.is_lent => {
                note.is_asked = false;
                note.write(words);
            }
            _ => {}
        }
    }

    pub(super) fn perform_in_note(&mut self, action: Action) {
        let Some(Overlay::Note(note)) = self.overlays.last_mut() else { return };
        if note.is_lent {
            return self.say("The note is on its way back from the editor.");
        }
        let was_asked = std::mem::take(&mut note.is_asked);
        match action {
            Action::Editor => {
                note.is_lent = true;
                self.outbox.note = Some(note.text().to_owned());
            }
            Action::Tags => {
                let draft = note.written();
                self.push(Overlay::Tags(Box::new(Tagging::of(draft))));
            }
            Action::Colour => {
                let draft = note.written();
                self.offer_colours(draft);
            }
            Action::Cancel | Action::Leave => self.keep_note(),
            Action::Quit if note.is_changed() && !was_asked => {
                note.is_asked = true;
                let (drop, keep) = (self.key_here("interrupt"), self.key_here("cancel"));
                self.say(&format!("The note is not kept yet: {drop} again drops it, {keep} keeps it."));
            }
            Action::Quit => drop(self.overlays.pop()),
            other => match note.perform(other) {
                Some(Ok(())) => {}
                Some(Err(why)) => self.say(&why),
                None => self.perform_anywhere(other),
            },
        }
    }

    /// Keeps what is written, and closes the box.
    fn keep_note(&mut self) {
        let Some(Overlay::Note(note)) = self.overlays.pop() else { return };
        let draft = note.written();
        match (draft.is_new(), draft.is_changed()) {
            (true, false) => self.say("Nothing was written: the passage is not kept."),
            (false, false) => {}
            (true, true) if draft.now.note.is_empty() => self.keep_draft(draft, "Kept."),
            (true, true) => self.keep_draft(draft, "Kept, with your note."),
            (false, true) if draft.now.note.is_empty() && note.had_words() => {
                self.keep_draft(draft, "The note is taken off.");
            }
            (false, true) => self.keep_draft(draft, "Noted."),
        }
    }

    /// The run ends, whatever ended it: a note that is being written is kept.
    pub fn keep_open_note(&mut self) {
        let open = self.overlays.iter().position(|overlay| matches!(overlay, Overlay::Note(_)));
        if let Some(place) = open {
            self.overlays.truncate(place + 1);
            self.keep_note();
        }
    }

    /// An editor is done with the note, or could not be had.
    pub(super) fn note_written(&mut self, text: Result<String, String>) {
        let Some(Overlay::Note(note)) = self.overlays.last_mut() else { return };
        note.is_lent = false;
        match text {
            Ok(text) => note.take(&text),
            Err(sentence) => self.notices.say(sentence),
        }
    }

    /// The first key that does something in the top box.
    fn key_here(&self, name: &str) -> String {
        self.config.keymap.keys(self.place(), name).first().cloned().unwrap_or_default()
    }
}
