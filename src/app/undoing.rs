//! Undo and redo: the last thing done in this run is taken back first, be it a bookmark or a correction.

use super::journal::{Deed, Way};
use super::{App, Screen};
use crate::model::article::Origin;
use crate::model::bookmark::{Bookmark, Change};
use crate::model::correction::{Correction, Step};
use crate::text::width::clip;

/// Cells of a passage and of a headline in a sentence of the status row.
const TOLD: usize = 32;

impl App {
    /// Where the article that is read came from; nothing while there is none.
    pub(super) fn open_origin(&self) -> Option<&Origin> {
        let is_read = self.screen == Screen::Reader && self.reader.article.is_some();
        self.library.origin(self.library.selected).filter(|_| is_read)
    }

    /// Takes back what was done last in this run; then, what was put right in the article another day.
    pub(super) fn undo(&mut self) {
        let open = self.open_origin().cloned();
        match self.journal.undo(open.as_ref()).map(|entry| (entry.number, entry.deed)) {
            Some((number, Deed::Bookmarks(changes))) => {
                let words = format!("Undone: {}; {} makes it again.", self.told(&changes), self.key_of("redo"));
                let back = changes.iter().rev().map(Change::inverse).collect();
                self.give_bookmarks((back, number), Way::Undone, words);
            }
            Some((_, Deed::Correction(_))) => self.undo_correction(),
            None => match open.zip(self.corrections.last().map(Correction::words)) {
                Some((open, _)) if self.journal.was_told() => {
                    self.journal.undid_older(Deed::Correction(open));
                    self.undo_correction();
                }
                Some((_, words)) => self.say(&format!(
                    "Nothing of this run is left. {} again undoes, of another day: {words}.",
                    self.key_of("undo")
                )),
                None => self.say("Nothing here to undo."),
            },
        }
    }

    /// Makes again what was undone last.
    pub(super) fn redo(&mut self) {
        let open = self.open_origin().cloned();
        match self.journal.redo(open.as_ref()).map(|entry| (entry.number, entry.deed)) {
            Some((number, Deed::Bookmarks(changes))) => {
                let words = format!("Made again: {}; {} undoes.", self.told(&changes), self.key_of("undo"));
                self.give_bookmarks((changes, number), Way::Redone, words);
            }
            Some((_, Deed::Correction(_))) => self.redo_correction(),
            None => {
                let older = self.corrections.last_undone().filter(|_| self.journal.may_redo_older());
                match open.zip(older.map(Correction::words)) {
                    Some((open, _)) if self.journal.was_told() => {
                        self.journal.redid_older(Deed::Correction(open));
                        self.redo_correction();
                    }
                    Some((_, words)) => self.say(&format!(
                        "Nothing of this run is left. {} again makes, of another day: {words}.",
                        self.key_of("redo")
                    )),
                    None => self.say("Nothing here to make again."),
                }
            }
        }
    }

    fn undo_correction(&mut self) {
        let Some(last) = self.corrections.last().cloned() else { return self.say("Nothing here to undo.") };
        let words = format!("Undone: {}; {} makes it again.", last.words(), self.key_of("redo"));
        self.step(Step::Undo(last), &words);
    }

    fn redo_correction(&mut self) {
        let Some(last) = self.corrections.last_undone().cloned() else {
            return self.say("Nothing here to make again.");
        };
        let words = format!("Made again: {}; {} undoes.", last.words(), self.key_of("undo"));
        self.step(Step::Redo(last), &words);
    }

    /// Changes in words, with the headline where it is not the article that is read: 'keeping “We count the …” in …'.
    fn told(&self, changes: &[Change]) -> String {
        let words = match changes {
            [change] => told(change),
            [Change::Add(_), ..] => format!("keeping {} passages", changes.len()),
            [Change::Edit(..), ..] => format!("a change of {} bookmarks", changes.len()),
            _ => format!("the removal of {} passages", changes.len()),
        };
        let of = changes.first().map(|change| change.bookmark().article);
        let same = |of: &i64| changes.iter().all(|change| change.bookmark().article == *of);
        let is_open = self.reader.known.map(|(article, _)| article) == of;
        match of
            .filter(same)
            .filter(|_| !is_open)
            .and_then(|of| self.bookmarks.headline(of).or_else(|| self.shelves.headline(of)))
        {
            Some(headline) => format!("{words} in {}", clip(headline, TOLD)),
            None => words,
        }
    }
}

/// A change in words: 'keeping “We count the …”'.
fn told(change: &Change) -> String {
    let passage = opening(change.bookmark(), TOLD);
    match change {
        Change::Add(_) => format!("keeping “{passage}”"),
        Change::Remove(_) => format!("the removal of “{passage}”"),
        Change::Edit(before, after) if before.note != after.note => format!("the note on “{passage}”"),
        Change::Edit(before, after) if before.tags != after.tags => format!("the tags of “{passage}”"),
        Change::Edit(before, after) if before.colour != after.colour => format!("the colour of “{passage}”"),
        Change::Edit(before, after) if before.decision != after.decision => {
            format!("what was decided of “{passage}”")
        }
        Change::Edit(..) => format!("other words for “{passage}”"),
    }
}

/// The first words of a passage, without the marks that it begins or ends with.
pub(super) fn opening(bookmark: &Bookmark, cells: usize) -> String {
    let marks = ['“', '”', '"'];
    clip(&bookmark.anchor.exact.trim_matches(marks).replace('\n', " "), cells)
}
