//! A line that is typed: its letters and its cursor.

use tui_input::{Input, InputRequest};

use crate::actions::{Direction, LineEdit, LineUnit};
use crate::text::width::cells;

/// The most letters of a line: more is a paste gone wrong.
const MOST: usize = 2000;

#[derive(Debug, Clone, Default)]
pub struct TypedLine(Input);

impl TypedLine {
    pub fn with(words: &str) -> Self {
        Self(Input::new(words.to_owned()))
    }

    pub fn words(&self) -> &str {
        self.0.value()
    }

    /// Cells between the start of the line and the cursor.
    pub fn column(&self) -> usize {
        let before: String = self.0.value().chars().take(self.0.cursor()).collect();
        cells(&before)
    }

    /// Takes up letters at the cursor; those that can't be shown in a line become spaces.
    pub fn insert(&mut self, words: &str) {
        let room = MOST.saturating_sub(self.0.value().chars().count());
        for letter in words.trim_end_matches(['\n', '\r']).chars().take(room) {
            let letter = if letter.is_control() { ' ' } else { letter };
            self.0.handle(InputRequest::InsertChar(letter));
        }
    }

    pub fn edit(&mut self, edit: LineEdit) {
        use Direction::{Back, On};
        use LineUnit::{Letter, Line, Word};
        self.0.handle(match edit {
            LineEdit::Move(Letter, Back) => InputRequest::GoToPrevChar,
            LineEdit::Move(Letter, On) => InputRequest::GoToNextChar,
            LineEdit::Move(Word, Back) => InputRequest::GoToPrevWord,
            LineEdit::Move(Word, On) => InputRequest::GoToNextWord,
            LineEdit::Move(Line, Back) => InputRequest::GoToStart,
            LineEdit::Move(Line, On) => InputRequest::GoToEnd,
            LineEdit::Delete(Letter, Back) => InputRequest::DeletePrevChar,
            LineEdit::Delete(Letter, On) => InputRequest::DeleteNextChar,
            LineEdit::Delete(Word, Back) => InputRequest::DeletePrevWord,
            LineEdit::Delete(Word, On) => InputRequest::DeleteNextWord,
            LineEdit::Delete(Line, Back) => InputRequest::DeleteFromStart,
            LineEdit::Delete(Line, On) => InputRequest::DeleteTillEnd,
        });
    }
}
