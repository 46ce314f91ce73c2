//! How a passage is kept: which one is meant, what is said, and what the library is asked to keep.

use jiff::Timestamp;

use super::bookmarks::Shown;
use super::journal::{Deed, Way};
use super::quotes::Item;
use super::{App, Screen};
use crate::actions::Pane;
use crate::model::anchor::Anchor;
use crate::model::bookmark::{Bookmark, Change, Said};
use crate::model::quote::Quote;
use crate::model::work::{Job, Report};
use crate::text::span::TextSpan;

/// How it is said that one is where reading stopped.
pub(super) const STOPPED: &str = "You are where you stopped";

/// A passage of the text, and who says it where it is kept as a quote.
type Passage = (TextSpan, Option<Said>);

/// Who says a quote, and how certain that is.
fn said(quote: &Quote) -> Said {
    let speaker = quote.speaker.as_ref().map(|speaker| speaker.name.clone());
    Said { speaker, kind: quote.kind, certainty: quote.certainty }
}

const BOTH_NOTES: &str = "Another program wrote on this note meanwhile: it has both texts now, one below the other.";

const STAYS: &str = "Another program wrote on it meanwhile: it stays as it is.";

/// Whether nothing came of a change, together with what another program wrote.
fn is_idle(joined: &Change) -> bool {
    match joined {
        Change::Edit(held, now) => Bookmark { modified: held.modified, ..(**now).clone() } == **held,
        Change::Add(_) => true,
        Change::Remove(_) => false,
    }
}

/// Whether the note of a change came out as another than was written, together with what another program wrote.
fn has_both_notes(change: &Change, joined: &[Change]) -> bool {
    let of = change.bookmark();
    joined.iter().any(|other| match other {
        Change::Edit(held, now) => now.id == of.id && now.note != of.note && now.note != held.note,
        _ => false,
    })
}

impl App {
    /// Keeps the selection, the sentence or the quote that one is at; one that is kept is not kept any longer.
    pub(super) fn keep_passage(&mut self) {
        let passage = self.passage_to_keep();
        let kept = passage.as_ref().ok().and_then(|(span, _)| {
            let own = self.bookmarks.of(*span);
            own.or_else(|| self.bookmark_around_cursor()).cloned()
        });
        self.keep_or_not(passage, kept, "keep");
    }

    /// Keeps the paragraph at the cursor; one that is kept is not kept any longer.
    pub(super) fn keep_paragraph(&mut self) {
        let span = self.paragraph();
        let passage = if span.is_empty() { Err("There are no words here to keep.") } else { Ok((span, None)) };
        let kept = self.bookmarks.of(span).cloned();
        self.keep_or_not(passage, kept, "keep-paragraph");
    }

    /// What was written to a passage goes with it, so that the key has to be pressed twice there.
    pub(super) fn is_to_be_asked(&mut self, kept: &Bookmark, key: &str) -> bool {
        let written = kept.written_to_it();
        if written.is_empty() || self.notices.is_asked_again(kept.id) {
            return false;
        }
        let key = self.key_of(key);
        self.say(&format!("Kept, with {}: {key} again removes it.", written.join(" and ")));
        true
    }

    fn keep_or_not(&mut self, passage: Result<Passage, &'static str>, kept: Option<Bookmark>, key: &str) {
        let new = passage.and_then(|passage| self.bookmark_of(passage));
        let change = match (new, kept) {
            (Err(why), _) => return self.say(why),
            (Ok(_), Some(kept)) if self.is_to_be_asked(&kept, key) => return,
            (Ok(_), Some(kept)) => Change::Remove(kept),
            (Ok(new), None) => match self.attached(&new) {
                Some(change) => change,
                None => Change::Add(new),
            },
        };
        self.leave_select();
        if let Change::Add(new) = &change {
            self.bookmarks.kept_at(new.id, self.reader.cursor);
        }
        let done = match &change {
            Change::Add(new) => new.speaker().map_or("Kept.".to_owned(), |name| format!("Kept, said by {name}.")),
            Change::Edit(..) => "It is on these words from now on.".to_owned(),
            Change::Remove(_) => "Not kept any longer.".to_owned(),
        };
        self.change_bookmarks(vec![change], &done);
    }

    /// The bookmark around the cursor: of a passage that is kept, any place will do. Only a paragraph is not meant
    /// where one is at a sentence of it, and nothing else where one went to a quote.
    fn bookmark_around_cursor(&self) -> Option<&Bookmark> {
        let at_cursor = self.focus == Pane::Text && self.reader.selection.is_none() && self.quote_stood_on().is_none();
        let mark = self.bookmarks.mark_around(self.reader.cursor).filter(|_| at_cursor)?;
        self.bookmarks.marked(mark).filter(|_| mark.span != self.paragraph())
    }

    fn paragraph(&self) -> TextSpan {
        let text = self.reader.article.as_ref().map_or("", |article| article.document.text.as_str());
        self.reader.block().trimmed(text)
    }

    /// A new bookmark of a passage, if the library can keep it.
    pub(super) fn bookmark_of(&self, (span, said): Passage) -> Result<Bookmark, &'static str> {
        const NOT_KEPT: &str = "Not kept: nothing is remembered in this run.";
        let article = self.reader.article.as_ref().ok_or("There is nothing to keep yet.")?;
        let known = match self.reader.known {
            _ if !self.config.settings.remember => Err(NOT_KEPT),
            _ if !self.bookmarks.is_answered => Err("The library still looks for this article: try again in a moment."),
            known => known.ok_or(NOT_KEPT),
        };
        Ok(Bookmark::new(known?, Anchor::of(&article.document.text, span), said, Timestamp::now()))
    }

    /// The passage that one is at.
    pub(super) fn passage_to_keep(&self) -> Result<Passage, &'static str> {
        let article = self.reader.article.as_ref().ok_or("There is nothing to keep yet.")?;
        if self.focus == Pane::Quotes {
            // While a file is read again, the quotes on the screen are of its former text.
            let Some(Item::Quote(index)) = self.quotes.selected_item().filter(|_| self.reader.analysis.is_some())
            else {
                return Err("Choose a quote first.");
            };
            let quote = self.quotes.quotes().get(index).ok_or("Choose a quote first.")?;
            return Ok((quote.extent(), Some(said(quote))));
        }
        if let (Some(quote), None) = (self.quote_stood_on(), self.reader.selection) {
            return Ok((quote.extent(), Some(said(quote))));
        }
        let span = self.reader.selection.unwrap_or_else(|| self.reader.sentence());
        let span = span.trimmed(&article.document.text);
        // Words that are all within one quote are somebody's too.
        let quote = self.quotes.saying(span).filter(|_| self.reader.analysis.is_some());
        if span.is_empty() { Err("There are no words here to keep.") } else { Ok((span, quote.map(said))) }
    }

    /// The quote in the text that was gone to, and that one is still at.
    pub fn quote_stood_on(&self) -> Option<&Quote> {
        let quote = self.quotes.stood_on(self.reader.cursor).filter(|_| self.focus == Pane::Text);
        self.quotes.quotes().get(quote.filter(|_| self.reader.analysis.is_some())?)
    }

    /// The bookmark that one is at: of what is selected, of the quote, or of the passage around the cursor.
    pub fn bookmark_at_hand(&self) -> Option<Bookmark> {
        match self.screen {
            Screen::Articles => return None,
            Screen::Bookmarks => return self.chosen_bookmark().cloned(),
            Screen::Reader => {}
        }
        let here = match (self.focus, self.reader.selection) {
            (Pane::Entities, _) => None,
            (Pane::Text, None) => match self.quote_stood_on() {
                Some(quote) => self.bookmarks.of(quote.extent()),
                None => self.bookmarks.meant(self.reader.cursor),
            },
            _ => self.passage_to_keep().ok().and_then(|(span, _)| self.bookmarks.of(span)),
        };
        here.cloned()
    }

    /// Makes changes to bookmarks, of whatever articles, which are undone as one; `done` is said once they are on
    /// the disk.
    pub(super) fn change_bookmarks(&mut self, changes: Vec<Change>, done: &str) {
        let entry = self.journal.make(Deed::Bookmarks(changes.clone()));
        let words = format!("{done} {} undoes.", self.key_of("undo"));
        self.give_bookmarks((changes, entry), Way::Made, words);
    }

    /// Gives changes to the library, with the number of their entry in the journal.
    pub(super) fn give_bookmarks(&mut self, (changes, entry): (Vec<Change>, u64), way: Way, words: String) {
        let article = self.reader.article.clone();
        let text = article.as_ref().map_or("", |article| article.document.text.as_str());
        changes.iter().for_each(|change| self.shelves.apply(change));
        let known = self.reader.known;
        let shown = Shown { article: known.map(|(article, _)| article), text };
        let number = self.bookmarks.give((changes.clone(), entry), way, words, shown);
        // One that was made on a former text is to be looked for in this one.
        let is_former = |change: &Change| {
            let of = change.bookmark();
            known.is_some_and(|(article, version)| article == of.article && version != of.version)
        };
        let is_former = changes.iter().any(is_former);
        self.ask_library(Job::KeepBookmarks { number, changes });
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

    /// Says which kept passages changed or are lost, unless one comes from their list.
    fn tell_what_became(&mut self) {
        let Some(news) = self.bookmarks.news().filter(|_| !self.shelves.is_behind()) else { return };
        let stopped = self.notices.message().filter(|words| words.starts_with(STOPPED)).map(|_| format!("{STOPPED}. "));
        let key = self.key_of("bookmarks");
        self.say(&format!("{}{news}: {key} shows what became of it.", stopped.unwrap_or_default()));
    }

    /// Takes up what the library says of bookmarks, and of what belongs to them.
    pub(super) fn bookmarks_reported(&mut self, report: Report) {
        let article = self.reader.article.clone();
        let text = article.as_ref().map_or("", |article| article.document.text.as_str());
        let shown = Shown { article: self.reader.known.map(|(article, _)| article), text };
        match report {
            Report::BookmarksKept { number, joined } => {
                if let Some((kept, is_last)) = self.bookmarks.kept(number, &joined, shown) {
                    self.journal.amend(kept.entry, kept.way, &joined);
                    joined.iter().for_each(|change| self.shelves.apply(change));
                    let stays = joined.iter().any(|change| matches!(change, Change::Add(_)));
                    let is_undoing = kept.way != Way::Made && !joined.is_empty();
                    if stays {
                        self.journal.drop(kept.entry);
                    }
                    if kept.changes.iter().any(|change| has_both_notes(change, &joined)) {
                        self.notices.say(BOTH_NOTES.to_owned());
                    } else if stays || is_undoing && joined.iter().all(is_idle) {
                        self.notices.say(STAYS.to_owned());
                    } else if is_last {
                        self.notices.say(kept.words);
                    }
                }
                self.bookmarks_changed(false);
                self.library_is_done();
            }
            Report::BookmarksRefused { number, sentence } => {
                if let Some(refused) = self.bookmarks.refused(number, shown) {
                    self.journal.refused(refused.entry, refused.way);
                    refused.changes.iter().rev().for_each(|change| self.shelves.apply(&change.inverse()));
                }
                self.notices.say(sentence);
                self.library_is_done();
            }
            Report::Anchored { number, bookmarks } if number == self.reader.number && self.bookmarks.is_answered => {
                self.bookmarks.anchored(bookmarks, shown);
                self.tell_what_became();
                self.aim_at_mark();
            }
            Report::Tags { tags } => self.bookmarks.tags = tags,
            Report::NoteWritten { text } => self.note_written(text),
            Report::Corrections { number, journal, learnt, tally } if number == self.reader.number => {
                self.corrections_recalled(Some(journal), learnt, tally);
            }
            Report::LibraryChanged => {
                self.ask_for_bookmarks();
                self.ask_for_corrections();
                self.bookmarks_changed(true);
            }
            _ => {}
        }
    }
}
