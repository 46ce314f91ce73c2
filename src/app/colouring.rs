//! The four colours of bookmarks: which one a passage has.

use super::App;
use super::drafting::Draft;
use super::overlay::Overlay;
use super::overlay::menu::{Choice, Chosen, Menu};
use super::undoing::opening;
use crate::model::bookmark::Colour;

/// Cells of a passage in the title of a box.
pub const TITLE: usize = 40;

impl App {
    /// Offers the colours for the bookmark that one is at; a passage that is not kept is, in the chosen colour.
    pub(super) fn show_colours(&mut self) {
        match self.draft() {
            Ok(draft) => self.offer_colours(draft),
            Err(why) => self.say(why),
        }
    }

    pub(super) fn offer_colours(&mut self, draft: Draft) {
        let choice = |colour: Colour| {
            let is_now = !draft.is_new() && draft.now.colour == colour;
            let detail = if is_now { "as it is now" } else { "" };
            let what = Chosen::Colour(Box::new(draft.clone()), colour);
            Choice { words: opening(&draft.now, TITLE), detail: detail.to_owned(), what }
        };
        let title = if draft.is_new() { "Keep it in colour" } else { "Colour" };
        let selected = usize::from(draft.now.colour.number()) - 1;
        let menu = Menu::new(title, Colour::ALL.map(choice).to_vec());
        self.push(Overlay::Menu(Menu { selected, ..menu }));
    }

    /// Gives a bookmark this colour, together with its note where that is being written.
    pub(super) fn take_colour(&mut self, mut draft: Draft, colour: Colour) {
        draft.now.colour = colour;
        if let Some(Overlay::Note(note)) = self.overlays.last_mut() {
            note.draft.now.colour = colour;
        } else if draft.is_new() {
            self.keep_draft(draft, &format!("Kept in colour {}.", colour.number()));
        } else if draft.is_changed() {
            self.keep_draft(draft, &format!("Colour {} now.", colour.number()));
        } else {
            self.say("It has this colour already.");
        }
    }
}
