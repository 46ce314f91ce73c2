//! The bookmarks of the article that is read: where they stand, which are not on the disk yet, what is undone.

use crate::model::bookmark::{Bookmark, Change, Journal, State};
use crate::text::span::TextSpan;
use uuid::Uuid;

#[derive(Debug, Default)]
pub struct Bookmarks {
    /// As the reader wants them: what the library says, and on top of that what it has not answered yet.
    list: Vec<Bookmark>,
    marks: Vec<Mark>,
    journal: Journal,
    /// How many corrections held when each change was made, first what is done, then what is undone: one key takes
    /// back both.
    after: Vec<usize>,
    /// What the library was given and has not kept yet, in order.
    pending: Vec<Pending>,
    /// How often the library was given something in this run.
    given: u64,
    /// Whether the library has said what it knows of the text that is shown.
    pub(super) is_answered: bool,
}

/// A kept passage as it is shown in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub span: TextSpan,
    /// Whether it is not on the disk yet.
    pub is_pending: bool,
    /// Whether its words changed since it was kept.
    pub is_changed: bool,
    /// The place of its bookmark in the list.
    bookmark: usize,
}

/// How a change came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Made,
    Undone,
    Redone,
}

#[derive(Debug)]
struct Pending {
    number: u64,
    change: Change,
    way: Way,
    /// What is said once it is on the disk.
    words: String,
}

impl Bookmarks {
    /// Leaves the text, for that of another article or for a later one of the same; what the library was given stays
    /// with it.
    pub(super) fn leave(&mut self, is_other: bool) {
        (self.list, self.marks, self.is_answered) = (Vec::new(), Vec::new(), false);
        if is_other {
            (self.journal, self.after) = Default::default();
        }
    }

    /// The library says which there are, and where.
    pub(super) fn anchored(&mut self, article: i64, bookmarks: Vec<Bookmark>, text: &str) {
        self.list = bookmarks;
        let own = self.pending.iter().filter(|pending| pending.change.bookmark().article == article);
        own.for_each(|pending| pending.change.apply(&mut self.list));
        self.mark(text);
    }

    /// Makes a change that comes after so many corrections; what is undone can't be made again from now on.
    pub(super) fn make(&mut self, change: Change, corrections: usize) {
        self.forget_undone();
        self.after.push(corrections);
        self.journal.make(change);
    }

    /// Another thing was done: what was undone before it stays undone.
    pub(super) fn forget_undone(&mut self) {
        self.journal.undone.clear();
        self.after.truncate(self.journal.done.len());
    }

    /// What takes back the last change, if no correction was made after it.
    pub(super) fn undo(&mut self, corrections: usize) -> Option<Change> {
        let after = self.after.get(self.journal.done.len().checked_sub(1)?)?;
        if corrections <= *after { self.journal.undo() } else { None }
    }

    /// What was undone last, if all corrections that came before it are made again.
    pub(super) fn redo(&mut self, corrections: usize) -> Option<Change> {
        let after = self.after.get(self.journal.done.len())?;
        if corrections >= *after { self.journal.redo() } else { None }
    }

    /// Shows a change, which is pending until the library answers; the number under which it is given to it.
    pub(super) fn give(&mut self, change: Change, way: Way, words: String, article: Option<i64>, text: &str) -> u64 {
        self.given += 1;
        if article == Some(change.bookmark().article) {
            change.apply(&mut self.list);
        }
        self.pending.push(Pending { number: self.given, change, way, words });
        self.mark(text);
        self.given
    }

    /// A change is on the disk: what is to be said, if it was the last one.
    pub(super) fn kept(&mut self, number: u64, text: &str) -> Option<String> {
        let pending = self.take(number)?;
        self.mark(text);
        (number == self.given).then_some(pending.words)
    }

    /// A change is not on the disk: what it did in the text of `article` is taken back, and it is told.
    pub(super) fn refused(&mut self, number: u64, article: Option<i64>, text: &str) -> Option<Change> {
        let Pending { change, way, .. } = self.take(number)?;
        if article == Some(change.bookmark().article) {
            change.inverse().apply(&mut self.list);
        }
        match way {
            Way::Made => {
                if let Some(place) = self.journal.done.iter().rposition(|done| *done == change) {
                    self.journal.done.remove(place);
                    self.after.remove(place);
                }
            }
            Way::Undone => drop(self.journal.redo()),
            Way::Redone => drop(self.journal.undo()),
        }
        self.mark(text);
        Some(change)
    }

    fn take(&mut self, number: u64) -> Option<Pending> {
        let place = self.pending.iter().position(|pending| pending.number == number)?;
        Some(self.pending.remove(place))
    }

    /// What the library was given and has not kept yet, in order.
    pub(super) fn pending_changes(&self) -> impl Iterator<Item = &Change> {
        self.pending.iter().map(|pending| &pending.change)
    }

    /// Whether what was done to a bookmark is not on the disk yet.
    pub fn is_pending(&self, id: Uuid) -> bool {
        self.pending_changes().any(|change| change.bookmark().id == id)
    }

    /// The passages that are shown, as they begin.
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// The mark of all of this passage.
    pub fn mark_of(&self, span: TextSpan) -> Option<&Mark> {
        self.marks.iter().find(|mark| mark.span == span)
    }

    /// The bookmark of all of this passage.
    pub(super) fn of(&self, span: TextSpan) -> Option<&Bookmark> {
        self.list.get(self.mark_of(span)?.bookmark)
    }

    pub(super) fn with(&self, id: Uuid) -> Option<&Bookmark> {
        self.list.iter().find(|bookmark| bookmark.id == id)
    }

    /// The first of the article.
    pub(super) fn first(&self) -> Option<&Bookmark> {
        self.list.get(self.marks.first()?.bookmark)
    }

    /// Where the passage of a bookmark stands in the text; nowhere where it is lost.
    pub(super) fn span_of(&self, id: Uuid) -> Option<TextSpan> {
        let is_its = |mark: &&Mark| self.list.get(mark.bookmark).is_some_and(|bookmark| bookmark.id == id);
        self.marks.iter().find(is_its).map(|mark| mark.span)
    }

    /// The bookmark of the shortest passage around a byte of the text.
    pub(super) fn around(&self, place: usize) -> Option<&Bookmark> {
        let around = self.marks.iter().filter(|mark| mark.span.contains(place));
        self.list.get(around.min_by_key(|mark| mark.span.end - mark.span.start)?.bookmark)
    }

    /// Finds the bytes of the passages.
    fn mark(&mut self, text: &str) {
        let found = |bookmark: &Bookmark| bookmark.found.filter(|_| bookmark.state != State::Lost);
        let mut points: Vec<usize> = self.list.iter().filter_map(found).flat_map(|(start, end)| [start, end]).collect();
        points.sort_unstable();
        let bytes = bytes_at(text, &points);
        let byte = |point: usize| points.binary_search(&point).ok().and_then(|at| bytes.get(at).copied());
        let mark = |(place, bookmark): (usize, &Bookmark)| {
            let (start, end) = found(bookmark)?;
            let is_pending = self.pending.iter().any(|pending| pending.change.bookmark().id == bookmark.id);
            let is_changed = bookmark.state == State::Changed;
            Some(Mark { span: TextSpan::new(byte(start)?, byte(end)?), is_pending, is_changed, bookmark: place })
        };
        self.marks = self.list.iter().enumerate().filter_map(mark).collect();
        self.marks.sort_by_key(|mark| (mark.span.start, mark.span.end));
    }
}

/// The bytes at which these code points begin, which are in order; those behind the end are at the end.
fn bytes_at(text: &str, points: &[usize]) -> Vec<usize> {
    let mut bytes = Vec::with_capacity(points.len());
    for (number, (at, _)) in text.char_indices().enumerate() {
        while points.get(bytes.len()) == Some(&number) {
            bytes.push(at);
        }
        if bytes.len() == points.len() {
            break;
        }
    }
    bytes.resize(points.len(), text.len());
    bytes
}
