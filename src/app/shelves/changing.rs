//! What is done to bookmarks on their screen: removed, taken over to new words, given up, undone.

use jiff::Timestamp;

use super::narrowing::Pick;
use crate::app::App;
use crate::app::overlay::Overlay;
use crate::app::overlay::menu::{Choice, Chosen, Menu};
use crate::model::bookmark::{Bookmark, Change, Decision, State};
use crate::text::difference::{difference, words_changed};

impl App {
    pub(super) fn remove_chosen(&mut self) {
        match self.chosen_bookmark().cloned() {
            Some(bookmark) if self.is_to_be_asked(&bookmark, "remove") => {}
            Some(bookmark) => self.change_bookmarks(vec![Change::Remove(bookmark)], "Removed."),
            None => self.say("There is no bookmark here."),
        }
    }

    /// Asks what is to become of a passage whose words changed.
    pub(super) fn ask_about_change(&mut self) {
        let Some(preview) = self.shelves.preview() else {
            return self.say("It is still looked for: try again in a moment.");
        };
        let Some(now) = &preview.now else { return self.go_to_chosen() };
        let parts = difference(preview.then.words(), now.scene.words());
        let title = match words_changed(&parts) {
            0 => "The same words, in another place".to_owned(),
            1 => "1 word changed".to_owned(),
            count => format!("{count} words changed"),
        };
        let choice = |words: &str, detail: &str, pick| Choice {
            words: words.to_owned(),
            detail: detail.to_owned(),
            what: Chosen::Bookmarks(pick),
        };
        let choices = vec![
            choice("Take the words that stand there now", "", Pick::Accept),
            choice("Keep the old words at this place", "", Pick::Decide(Decision::OldWords)),
            choice("Keep the old words as lost", "not in the article", Pick::Decide(Decision::Lost)),
            choice("Only look at them in the article", "", Pick::GoThere),
        ];
        self.push(Overlay::Menu(Menu::new(&title, choices)));
    }

    /// The bookmark is on the words that now stand in its place.
    pub(super) fn accept_words(&mut self) {
        let Some(now) = self.shelves.preview().and_then(|preview| preview.now.clone()) else { return };
        let Some(before) = self.chosen_bookmark().cloned() else { return };
        let after = before.moved_to(now.known, now.anchor, Timestamp::now());
        self.change_bookmarks(vec![Change::edit(before, after)], "The bookmark is on the words of today.");
    }

    /// The bookmark keeps its words and the text that they are from: at the place where others stand for them now, or
    /// as lost in the article.
    pub(super) fn decide(&mut self, decision: Decision) {
        let Some(before) = self.chosen_bookmark().filter(|own| own.decision != Some(decision)).cloned() else { return };
        let after = before.decided(decision, Timestamp::now());
        let done = match decision {
            Decision::OldWords => "Kept with its old words, at this place.",
            Decision::Lost => "Kept with its old words, as lost.",
        };
        self.change_bookmarks(vec![Change::edit(before, after)], done);
    }

    /// Asks again what is to become of a passage, also where that was decided.
    pub(super) fn decide_again(&mut self) {
        match self.chosen_bookmark() {
            Some(bookmark) if bookmark.is_decided() || bookmark.state == State::Changed => self.ask_about_change(),
            Some(_) => self.say("Nothing was decided of these words."),
            None => self.say("There is no bookmark here."),
        }
    }

    /// What was lost and is searched for is what is selected now, said by whoever says that: the change that says so.
    pub(in crate::app) fn attached(&mut self, new: &Bookmark) -> Option<Change> {
        self.reader.selection?;
        let before = self.shelves.end_missing()?;
        let moved = before.moved_to((new.article, new.version), new.anchor.clone(), Timestamp::now());
        Some(Change::edit(before, Bookmark { said: new.said.clone(), ..moved }))
    }
}
