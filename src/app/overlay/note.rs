//! The note that is written: its text, the rows that are shown of it, and the tag that is begun in it.

use super::tagging::{Offer, fitting};
use crate::actions::{Action, Direction, LineEdit, LineUnit, Unit};
use crate::app::drafting::Draft;
use crate::app::lists::in_sight;
use crate::model::tags::{self, is_of_tag};
use crate::text::span::TextSpan;
use crate::text::writing::Writing;

#[derive(Debug)]
pub struct Note {
    pub draft: Draft,
    pub writing: Writing,
    /// What was written before.
    before: String,
    pub top: usize,
    pub height: u16,
    /// The tags that the one that is begun may be.
    pub offered: Vec<Offer>,
    /// What of them the text was completed to, and where that stands.
    pub taken: Option<(usize, TextSpan)>,
    /// Whether an editor has the note.
    pub(in crate::app) is_lent: bool,
    /// Whether it was asked if the note may be dropped.
    pub(in crate::app) is_asked: bool,
}

impl Note {
    pub fn of(draft: Draft) -> Self {
        let writing = Writing::of(&draft.now.note);
        Self {
            before: writing.text().to_owned(),
            draft,
            writing,
            top: 0,
            height: 0,
            offered: Vec::new(),
            taken: None,
            is_lent: false,
            is_asked: false,
        }
    }

    pub fn text(&self) -> &str {
        self.writing.text()
    }

    /// The draft with what is written; where the words are as before, so is every letter.
    pub fn written(&self) -> Draft {
        let mut draft = self.draft.clone();
        if self.text() != self.before {
            draft.now.note = self.text().trim_end().to_owned();
        }
        draft
    }

    pub fn is_changed(&self) -> bool {
        self.written().is_changed()
    }

    pub fn had_words(&self) -> bool {
        !self.before.is_empty()
    }

    pub fn write(&mut self, words: &str) {
        self.taken = None;
        self.writing.insert(words);
    }

    /// Takes up what was made of it elsewhere.
    pub fn take(&mut self, text: &str) {
        self.taken = None;
        self.writing.set(text.trim_end());
    }

    /// Writes, deletes, moves, as the key says; nothing where it has to do with something else, and why where it can
    /// do nothing here.
    pub fn perform(&mut self, action: Action) -> Option<Result<(), String>> {
        let done = |done, why| if done { Ok(()) } else { Err(String::from(why)) };
        Some(match action {
            Action::Line(edit) => {
                self.edit(edit);
                Ok(())
            }
            Action::NewLine => {
                self.write("\n");
                Ok(())
            }
            Action::Move(unit, direction) => {
                self.walk(unit, direction);
                Ok(())
            }
            Action::Complete if self.complete() => Ok(()),
            Action::Complete => Err(self.why_no_tag()),
            Action::Undo => done(self.undo(), "Nothing was written before this."),
            Action::Redo => done(self.redo(), "Nothing was undone here."),
            _ => return None,
        })
    }

    fn edit(&mut self, edit: LineEdit) {
        self.taken = None;
        let on = |direction| direction == Direction::On;
        let (LineEdit::Move(unit, direction) | LineEdit::Delete(unit, direction)) = edit;
        let to = match unit {
            LineUnit::Letter => self.writing.letter(on(direction)),
            LineUnit::Word => self.writing.word(on(direction)),
            LineUnit::Line => self.writing.edge(on(direction)),
        };
        match edit {
            LineEdit::Move(..) => self.writing.move_to(to),
            LineEdit::Delete(..) => self.writing.delete_to(to),
        }
    }

    fn walk(&mut self, unit: Unit, direction: Direction) {
        self.taken = None;
        let back = direction == Direction::Back;
        let rows = match unit {
            Unit::Page | Unit::HalfPage => isize::try_from(self.height.saturating_sub(1).max(1)).unwrap_or(1),
            Unit::End => return self.writing.move_to(if back { 0 } else { self.text().len() }),
            Unit::Line | Unit::Sentence | Unit::Paragraph => 1,
        };
        self.writing.walk(if back { -rows } else { rows });
    }

    fn undo(&mut self) -> bool {
        self.taken = None;
        self.writing.undo()
    }

    fn redo(&mut self) -> bool {
        self.taken = None;
        self.writing.redo()
    }

    /// Goes on with the tag at the cursor; again: with another one. False where there is none to go on with.
    fn complete(&mut self) -> bool {
        let next = match self.taken {
            Some((place, span)) => Some(((place + 1) % self.offered.len().max(1), span)),
            None => self.begun().map(|span| (0, span)),
        };
        let Some((place, span)) = next else { return false };
        let Some(words) = self.offered.get(place).and_then(|offer| tags::noted(&offer.tag)) else { return false };
        self.writing.replace(span, &words);
        self.taken = Some((place, TextSpan::new(span.start, span.start + words.len())));
        true
    }

    /// Why no tag is gone on with here.
    fn why_no_tag(&self) -> String {
        match self.begun().map(|span| span.of(self.text())) {
            None => "A tag is # and a word; this key goes on with one.".to_owned(),
            Some("") => "There are no tags yet: a word after # is one.".to_owned(),
            Some(letters) => format!("No other tag has “{letters}” in it yet: what you type is a new one."),
        }
    }

    /// The letters of a tag right before the cursor, which may be none.
    fn begun(&self) -> Option<TextSpan> {
        let before = self.text().get(..self.writing.cursor())?;
        let letters = before.len() - before.trim_end_matches(is_of_tag).len();
        let start = before.len() - letters;
        let hash = before.get(..start)?.strip_suffix('#')?;
        let begins = hash.chars().next_back().is_none_or(|letter| !letter.is_alphanumeric() && letter != '#');
        begins.then(|| TextSpan::new(start, before.len()))
    }

    /// Lays the text in the room there is, and offers of the library's `tags` those that fit.
    pub(in crate::app) fn arrange(&mut self, (width, height): (u16, u16), tags: &[(String, usize)]) {
        self.height = height;
        self.writing.arrange(width.into());
        self.top = in_sight(self.top, self.writing.place().0, self.writing.rows().len(), height.into());
        if self.taken.is_none() {
            self.offered = self.begun().map(|span| fitting(span.of(self.text()), &[], tags)).unwrap_or_default();
            self.offered.retain(|offer| tags::noted(&offer.tag).is_some());
        }
    }
}
