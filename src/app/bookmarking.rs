//! How a passage is kept: which one is meant, what is said, and what the library is asked to keep.

use jiff::Timestamp;

use super::App;
use super::bookmarks::Way;
use super::quotes::Item;
use crate::actions::Pane;
use crate::model::anchor::Anchor;
use crate::model::bookmark::{Bookmark, Change, Said};
use crate::model::document::Document;
use crate::model::work::{Job, Report};
use crate::text::span::TextSpan;
use crate::text::width::clip;

/// Cells of a passage in a sentence of the status row.
const TOLD: usize = 32;

impl App {
    /// Keeps the selection, the sentence or the quote that one is at; one that is kept is not kept any longer.
    pub(super) fn keep_passage(&mut self) {
        let Some(article) = self.reader.article.clone() else { return self.say("There is nothing to keep yet.") };
        let (span, said) = match self.passage_to_keep(&article.document) {
            Ok(passage) => passage,
            Err(why) => return self.say(why),
        };
        let known = match self.reader.known {
            _ if !self.config.settings.remember => None,
            _ if !self.bookmarks.is_answered => {
                return self.say("The library still looks for this article: try again in a moment.");
            }
            known => known,
        };
        let Some(known) = known else { return self.say("Not kept: nothing is remembered in this run.") };
        // Of a passage that is kept, any place will do.
        let at_cursor = self.focus == Pane::Text && self.reader.selection.is_none();
        let around = || self.bookmarks.around(self.reader.cursor).filter(|_| at_cursor);
        let kept = self.bookmarks.of(span).or_else(around).cloned();
        let anchor = Anchor::of(&article.document.text, span);
        let change = match kept {
            Some(kept) => Change::Remove(kept),
            None => match self.attached(known, &anchor) {
                Some(change) => change,
                None => Change::Add(Bookmark::new(known, anchor, said, Timestamp::now())),
            },
        };
        self.leave_select();
        self.bookmarks.make(change.clone(), self.corrections.count());
        let done = match change {
            Change::Add(_) => "Kept.",
            Change::Edit(..) => "It is on these words from now on.",
            Change::Remove(_) => "Not kept any longer.",
        };
        let words = format!("{done} {} undoes.", self.key_of("undo"));
        self.give_bookmark(change, Way::Made, words);
    }

    /// The passage that one is at, and who says it where it is kept as a quote.
    fn passage_to_keep(&self, document: &Document) -> Result<(TextSpan, Option<Said>), &'static str> {
        if self.focus == Pane::Quotes {
            // While a file is read again, the quotes on the screen are of its former text.
            let Some(Item::Quote(index)) = self.quotes.selected_item().filter(|_| self.reader.analysis.is_some())
            else {
                return Err("Choose a quote first.");
            };
            let quote = self.quotes.quotes().get(index).ok_or("Choose a quote first.")?;
            let speaker = quote.speaker.as_ref().map(|speaker| speaker.name.clone());
            return Ok((quote.extent(), Some(Said { speaker, kind: quote.kind, certainty: quote.certainty })));
        }
        let span = self.reader.selection.unwrap_or_else(|| self.reader.sentence()).trimmed(&document.text);
        if span.is_empty() { Err("There are no words here to keep.") } else { Ok((span, None)) }
    }

    /// Takes back what was done last, if that was to a bookmark; false where it was not.
    pub(super) fn undo_bookmark(&mut self) -> bool {
        let change = self.bookmarks.undo(self.corrections.count());
        change.map(|change| self.undone(change)).is_some()
    }

    pub(super) fn undone(&mut self, change: Change) {
        let words = format!("Undone: {}; {} makes it again.", told(&change.inverse()), self.key_of("redo"));
        self.give_bookmark(change, Way::Undone, words);
    }

    /// Makes again what was undone last, if that was done to a bookmark; false where it was not.
    pub(super) fn redo_bookmark(&mut self) -> bool {
        let change = self.bookmarks.redo(self.corrections.count());
        change.map(|change| self.redone(change)).is_some()
    }

    pub(super) fn redone(&mut self, change: Change) {
        let words = format!("Made again: {}; {} undoes.", told(&change), self.key_of("undo"));
        self.give_bookmark(change, Way::Redone, words);
    }

    pub(super) fn give_bookmark(&mut self, change: Change, way: Way, words: String) {
        let article = self.reader.article.clone();
        let text = article.as_ref().map_or("", |article| article.document.text.as_str());
        self.shelves.apply(&change);
        let known = self.reader.known;
        let number = self.bookmarks.give(change.clone(), way, words, known.map(|(article, _)| article), text);
        // One that was made on a former text is to be looked for in this one.
        let Bookmark { article, version, .. } = change.bookmark();
        let is_former = known.is_some_and(|(own, latest)| own == *article && latest != *version);
        self.ask_library(Job::KeepBookmarks { number, changes: vec![change] });
        if is_former {
            self.ask_for_bookmarks();
        }
    }

    /// Asks for the bookmarks of the article, once the library knows it.
    pub(super) fn ask_for_bookmarks(&mut self) {
        if let (Some(known), true) = (self.reader.known, self.bookmarks.is_answered) {
            self.outbox.jobs.push(Job::AnchorBookmarks { number: self.reader.number, known });
        }
    }

    /// Takes up what the library says of bookmarks.
    pub(super) fn bookmarks_reported(&mut self, report: Report) {
        let article = self.reader.article.clone();
        let text = article.as_ref().map_or("", |article| article.document.text.as_str());
        let known = self.reader.known.map(|(article, _)| article);
        match report {
            Report::BookmarksKept { number } => {
                if let Some(words) = self.bookmarks.kept(number, text) {
                    self.notices.say(words);
                }
                self.bookmarks_changed(false);
                self.library_is_done();
            }
            Report::BookmarksRefused { number, sentence } => {
                if let Some(change) = self.bookmarks.refused(number, known, text) {
                    self.shelves.apply(&change.inverse());
                }
                self.notices.say(sentence);
                self.library_is_done();
            }
            Report::Anchored { number, bookmarks } if number == self.reader.number && self.bookmarks.is_answered => {
                self.bookmarks.anchored(known.unwrap_or_default(), bookmarks, text);
                self.aim_at_mark();
            }
            Report::LibraryChanged => {
                self.ask_for_bookmarks();
                self.bookmarks_changed(true);
            }
            _ => {}
        }
    }
}

/// A change in words: 'kept “We count the …”'.
fn told(change: &Change) -> String {
    let marks = ['“', '”', '"'];
    let passage = clip(&change.bookmark().anchor.exact.trim_matches(marks).replace('\n', " "), TOLD);
    match change {
        Change::Add(_) => format!("kept “{passage}”"),
        Change::Edit(..) => format!("changed “{passage}”"),
        Change::Remove(_) => format!("no longer kept “{passage}”"),
    }
}
