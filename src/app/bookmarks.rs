//! The bookmarks of the article that is read: where they stand, and which are not on the disk yet.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::journal::Way;
use crate::model::bookmark::{Bookmark, Change, Colour, State};
use crate::text::span::TextSpan;

#[derive(Debug, Default)]
pub struct Bookmarks {
    /// As the reader wants them: what the library says, and on top of that what it has not answered yet.
    list: Vec<Bookmark>,
    marks: Vec<Mark>,
    /// What the library was given and has not kept yet, in order.
    pending: Vec<Pending>,
    /// How often the library was given something in this run.
    given: u64,
    /// Whether the library has said what it knows of the text that is shown.
    pub(super) is_answered: bool,
    /// Whether it was said what became of the kept passages in this text.
    is_told: bool,
    /// The headlines of the articles that bookmarks were changed in, by their numbers in the library.
    headlines: BTreeMap<i64, String>,
    /// The bookmark that was kept last, and where the cursor was then: while it is there, that one is meant.
    latest: Option<(Uuid, usize)>,
    /// Every tag of the library with how often it is used, as far as it was asked.
    pub(super) tags: Vec<(String, usize)>,
}

/// A kept passage as it is shown in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub span: TextSpan,
    pub colour: Colour,
    pub has_note: bool,
    /// Whether it is not on the disk yet.
    pub is_pending: bool,
    pub state: State,
    /// The place of its bookmark in the list.
    bookmark: usize,
}

/// Changes that the library was given as one.
#[derive(Debug)]
pub struct Pending {
    number: u64,
    pub(super) changes: Vec<Change>,
    /// The number of the entry in the journal.
    pub(super) entry: u64,
    pub(super) way: Way,
    /// What is said once they are on the disk.
    pub(super) words: String,
}

/// The text that is shown: the number of its article in the library, once that is known, and its words.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'t> {
    pub article: Option<i64>,
    pub text: &'t str,
}

impl Bookmarks {
    /// Leaves the text, for that of another article or for a later one of the same; what the library was given stays
    /// with it.
    pub(super) fn leave(&mut self) {
        (self.list, self.marks, self.is_answered, self.latest) = (Vec::new(), Vec::new(), false, None);
        self.is_told = false;
    }

    /// The library says which there are, and where.
    pub(super) fn anchored(&mut self, bookmarks: Vec<Bookmark>, shown: Shown<'_>) {
        self.list = bookmarks;
        let given = self.pending.iter().flat_map(|pending| &pending.changes);
        given.filter(|change| shown.holds(change)).for_each(|change| change.apply(&mut self.list));
        self.mark(shown.text);
    }

    /// Shows changes, as far as they are of the text that is shown; they are pending until the library answers. The
    /// number under which they are given to it.
    pub(super) fn give(
        &mut self,
        (changes, entry): (Vec<Change>, u64),
        way: Way,
        words: String,
        shown: Shown<'_>,
    ) -> u64 {
        self.given += 1;
        changes.iter().filter(|change| shown.holds(change)).for_each(|change| change.apply(&mut self.list));
        self.pending.push(Pending { number: self.given, changes, entry, way, words });
        self.mark(shown.text);
        self.given
    }

    /// Changes are on the disk, some of them `joined` with what another program did; what they were, and whether
    /// they were the last ones.
    pub(super) fn kept(&mut self, number: u64, joined: &[Change], shown: Shown<'_>) -> Option<(Pending, bool)> {
        let pending = self.take(number)?;
        joined.iter().filter(|change| shown.holds(change)).for_each(|change| change.apply(&mut self.list));
        self.mark(shown.text);
        Some((pending, number == self.given))
    }

    /// Changes are not on the disk: what they did in the text is taken back.
    pub(super) fn refused(&mut self, number: u64, shown: Shown<'_>) -> Option<Pending> {
        let pending = self.take(number)?;
        let own = pending.changes.iter().rev().filter(|change| shown.holds(change));
        own.for_each(|change| change.inverse().apply(&mut self.list));
        self.mark(shown.text);
        Some(pending)
    }

    fn take(&mut self, number: u64) -> Option<Pending> {
        let place = self.pending.iter().position(|pending| pending.number == number)?;
        Some(self.pending.remove(place))
    }

    /// What the library was given and has not kept yet, in order.
    pub(super) fn pending_changes(&self) -> impl Iterator<Item = &Change> {
        self.pending.iter().flat_map(|pending| &pending.changes)
    }

    /// Whether what was done to a bookmark is not on the disk yet.
    pub fn is_pending(&self, id: Uuid) -> bool {
        self.pending_changes().any(|change| change.bookmark().id == id)
    }

    /// Notes what an article is called, for what is said of its bookmarks when it is left.
    pub(super) fn call(&mut self, article: i64, headline: &str) {
        self.headlines.insert(article, headline.to_owned());
    }

    pub(super) fn headline(&self, article: i64) -> Option<&str> {
        self.headlines.get(&article).map(String::as_str)
    }

    /// Notes which bookmark was kept last, with the cursor at this byte.
    pub(super) fn kept_at(&mut self, bookmark: Uuid, cursor: usize) {
        self.latest = Some((bookmark, cursor));
    }

    /// The cursor is somewhere else now: what was kept last is one of many.
    pub(super) fn moved_to(&mut self, cursor: usize) {
        self.latest = self.latest.filter(|(_, at)| *at == cursor);
    }

    /// The one that is meant with the cursor at a byte: that which was kept there last, else the one around it.
    pub(super) fn meant(&self, cursor: usize) -> Option<&Bookmark> {
        let latest = self.latest.filter(|(_, at)| *at == cursor).and_then(|(id, _)| self.with(id));
        let is_here = |kept: &&Bookmark| self.span_of(kept.id).is_some_and(|span| span.contains(cursor));
        latest.filter(is_here).or_else(|| self.around(cursor))
    }

    /// Whether the bookmark was kept last, with the cursor where it is.
    pub(super) fn is_latest(&self, id: Uuid, cursor: usize) -> bool {
        self.latest == Some((id, cursor))
    }

    /// The bytes of the passage that is marked for a bookmark.
    pub(super) fn span_of(&self, id: Uuid) -> Option<TextSpan> {
        let mark = self.marks.iter().find(|mark| self.marked(mark).is_some_and(|kept| kept.id == id));
        mark.map(|mark| mark.span)
    }

    /// The one with this number, if it is of the text that is shown.
    pub(super) fn with(&self, id: Uuid) -> Option<&Bookmark> {
        self.list.iter().find(|bookmark| bookmark.id == id)
    }

    /// What became of the kept passages since they were kept, said once for each text: "1 kept passage changed, 1 is
    /// lost"; nothing where all are in place.
    pub(super) fn news(&mut self) -> Option<String> {
        let open = || self.list.iter().filter(|bookmark| bookmark.needs_a_look());
        let count = |state| open().filter(|bookmark| bookmark.state == state).count();
        let (changed, lost) = (count(State::Changed), count(State::Lost));
        let is_told = std::mem::replace(&mut self.is_told, true);
        let passages = |count: usize| if count == 1 { "1 kept passage" } else { "kept passages" };
        let number = |count: usize| if count == 1 { String::new() } else { format!("{count} ") };
        let are = if lost == 1 { "is" } else { "are" };
        match (changed, lost) {
            _ if is_told => None,
            (0, 0) => None,
            (0, lost) => Some(format!("{}{} {are} lost", number(lost), passages(lost))),
            (changed, 0) => Some(format!("{}{} changed", number(changed), passages(changed))),
            (changed, lost) => Some(format!("{}{} changed, {lost} {are} lost", number(changed), passages(changed))),
        }
    }

    /// The first of the article that is to be looked at.
    pub(super) fn first_to_look_at(&self) -> Option<&Bookmark> {
        let changed = self.list.iter().find(|bookmark| bookmark.state == State::Changed);
        changed.or_else(|| self.list.iter().find(|bookmark| bookmark.needs_a_look()))
    }

    /// How many there are of the article.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
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

    /// The first of the article.
    pub(super) fn first(&self) -> Option<&Bookmark> {
        self.list.get(self.marks.first()?.bookmark)
    }

    /// The bookmark of the shortest passage around a byte of the text.
    pub(super) fn around(&self, place: usize) -> Option<&Bookmark> {
        self.list.get(self.mark_around(place)?.bookmark)
    }

    /// The shortest mark around a byte of the text.
    pub(super) fn mark_around(&self, place: usize) -> Option<&Mark> {
        self.marks.iter().filter(|mark| mark.span.contains(place)).min_by_key(|mark| mark.span.len())
    }

    pub(super) fn marked(&self, mark: &Mark) -> Option<&Bookmark> {
        self.list.get(mark.bookmark)
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
            let given = self.pending.iter().flat_map(|pending| &pending.changes);
            Some(Mark {
                span: TextSpan::new(byte(start)?, byte(end)?),
                colour: bookmark.colour,
                has_note: !bookmark.note.trim().is_empty(),
                is_pending: given.map(Change::bookmark).any(|given| given.id == bookmark.id),
                state: bookmark.state,
                bookmark: place,
            })
        };
        self.marks = self.list.iter().enumerate().filter_map(mark).collect();
        self.marks.sort_by_key(|mark| (mark.span.start, mark.span.end));
    }
}

impl Shown<'_> {
    fn holds(&self, change: &Change) -> bool {
        self.article == Some(change.bookmark().article)
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
