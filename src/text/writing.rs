//! A text of several lines that is being written: its cursor, its rows at a width, and what is undone in it.

use textwrap::wrap_algorithms::wrap_first_fit;
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::fragments::fragments;
use super::printable::drives;
use super::span::TextSpan;
use super::width::{cells, grapheme_cells};

/// The most bytes: more is a paste gone wrong.
const MOST: usize = 100_000;
/// The most steps that can be undone.
const STEPS: usize = 200;

/// Letters are graphemes (UAX 29), and widths those of the terminal: the cursor never stands within one.
#[derive(Debug, Clone, Default)]
pub struct Writing {
    text: String,
    /// The byte before which the next letter goes.
    cursor: usize,
    /// The cell to which going up and down comes back.
    goal: Option<usize>,
    width: usize,
    /// The bytes of each row; only a line's end stands between two of them.
    rows: Vec<TextSpan>,
    past: Vec<(String, usize)>,
    future: Vec<(String, usize)>,
    doing: Doing,
}

/// What was done last: more of the same is undone with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Doing {
    #[default]
    Else,
    Typing,
    Deleting,
}

impl Writing {
    /// A text with the cursor at its end.
    pub fn of(text: &str) -> Self {
        let text = clean(text);
        let mut writing = Self { cursor: text.len(), text, width: 1, ..Self::default() };
        writing.lay();
        writing
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn cursor(&self) -> usize {
        self.cursor
    }

    pub fn rows(&self) -> &[TextSpan] {
        &self.rows
    }

    /// Lays the text in rows of `width` cells: full ones, so that no row above moves while a word is typed.
    pub fn arrange(&mut self, width: usize) {
        if self.width != width.max(1) {
            self.width = width.max(1);
            self.lay();
        }
    }

    /// The row of the cursor, and its cell in it: right of the last one where a line is full.
    pub fn place(&self) -> (usize, usize) {
        let row = self.row();
        let before = TextSpan::new(self.rows.get(row).map_or(0, |span| span.start), self.cursor);
        (row, cells(before.of(&self.text)).min(self.width))
    }

    /// Takes up words at the cursor.
    pub fn insert(&mut self, words: &str) {
        self.replace(TextSpan::new(self.cursor, self.cursor), words);
    }

    /// Puts words in the place of others, and the cursor behind them.
    pub fn replace(&mut self, span: TextSpan, words: &str) {
        let words = clean(words);
        let room = MOST.saturating_sub(self.text.len() - span.len());
        let end =
            words.grapheme_indices(true).map(|(at, letter)| at + letter.len()).take_while(|end| *end <= room).last();
        let words = words.get(..end.unwrap_or(0)).unwrap_or_default();
        let is_letter = span.is_empty() && words.graphemes(true).count() == 1;
        self.begin(if is_letter { Doing::Typing } else { Doing::Else });
        self.put(span, words);
        // A word is undone at a time.
        if words.ends_with(char::is_whitespace) {
            self.doing = Doing::Else;
        }
    }

    /// Deletes all between the cursor and another byte.
    pub fn delete_to(&mut self, to: usize) {
        let span = TextSpan::new(self.cursor.min(to), self.cursor.max(to));
        if !span.is_empty() {
            self.begin(if span.of(&self.text).graphemes(true).count() == 1 { Doing::Deleting } else { Doing::Else });
            self.put(span, "");
        }
    }

    /// Another text in the place of all, as one step.
    pub fn set(&mut self, text: &str) {
        let all = TextSpan::new(0, self.text.len());
        if clean(text) != self.text {
            self.replace(all, text);
        }
    }

    pub fn move_to(&mut self, to: usize) {
        (self.cursor, self.goal, self.doing) = (to.min(self.text.len()), None, Doing::Else);
    }

    /// The byte a letter on or back.
    pub fn letter(&self, onward: bool) -> usize {
        let mut at = GraphemeCursor::new(self.cursor, self.text.len(), true);
        let next = if onward { at.next_boundary(&self.text, 0) } else { at.prev_boundary(&self.text, 0) };
        next.ok().flatten().unwrap_or(self.cursor)
    }

    /// The end of the next word, or the start of the one before (UAX 29).
    pub fn word(&self, onward: bool) -> usize {
        let mut words = self.text.unicode_word_indices();
        if onward {
            let ends = words.map(|(at, word)| at + word.len()).find(|end| *end > self.cursor);
            ends.unwrap_or(self.text.len())
        } else {
            words.rfind(|(at, _)| *at < self.cursor).map_or(0, |(at, _)| at)
        }
    }

    /// The end of the row, or its start.
    pub fn edge(&self, onward: bool) -> usize {
        let Some(row) = self.rows.get(self.row()) else { return 0 };
        if onward { self.last_of(*row) } else { row.start }
    }

    /// Goes up or down by rows, in the same cell as far as there is one.
    pub fn walk(&mut self, rows: isize) {
        let (row, column) = self.place();
        let goal = self.goal.unwrap_or(column);
        let to = row.saturating_add_signed(rows).min(self.rows.len().saturating_sub(1));
        let end = if rows < 0 { 0 } else { self.text.len() };
        self.move_to(if to == row { end } else { self.at(to, goal) });
        self.goal = Some(goal);
    }

    /// The byte at a row and a cell of it; the nearest one where there is none.
    pub fn at(&self, row: usize, column: usize) -> usize {
        let Some(span) = self.rows.get(row.min(self.rows.len().saturating_sub(1))).copied() else { return 0 };
        let last = self.last_of(span);
        let mut used = 0;
        for (at, letter) in span.of(&self.text).grapheme_indices(true) {
            used += grapheme_cells(letter);
            if used > column {
                return (span.start + at).min(last);
            }
        }
        last
    }

    /// Takes back what was written last; false where there is nothing.
    pub fn undo(&mut self) -> bool {
        let Some(before) = self.past.pop() else { return false };
        let now = self.turn(before);
        self.future.push(now);
        true
    }

    /// Makes again what was undone last; false where there is nothing.
    pub fn redo(&mut self) -> bool {
        let Some(after) = self.future.pop() else { return false };
        let now = self.turn(after);
        self.past.push(now);
        true
    }

    fn turn(&mut self, (text, cursor): (String, usize)) -> (String, usize) {
        let now = (std::mem::replace(&mut self.text, text), self.cursor);
        self.move_to(cursor);
        self.lay();
        now
    }

    /// Notes how it was, unless this goes on with what was done last.
    fn begin(&mut self, doing: Doing) {
        if doing == Doing::Else || doing != self.doing {
            self.past.push((self.text.clone(), self.cursor));
            if self.past.len() > STEPS {
                self.past.remove(0);
            }
        }
        self.future.clear();
        self.doing = doing;
    }

    fn put(&mut self, span: TextSpan, words: &str) {
        self.text.replace_range(span.start..span.end, words);
        (self.cursor, self.goal) = (span.start + words.len(), None);
        self.lay();
    }

    fn row(&self) -> usize {
        self.rows.partition_point(|row| row.start <= self.cursor).saturating_sub(1)
    }

    /// The last place that the cursor has in a row: where the line goes on in the next one, before its last letter.
    fn last_of(&self, row: TextSpan) -> usize {
        let goes_on = self.rows.iter().any(|next| next.start == row.end && next.start > row.start);
        let last = row.of(&self.text).grapheme_indices(true).next_back();
        last.filter(|_| goes_on).map_or(row.end, |(at, _)| row.start + at)
    }

    fn lay(&mut self) {
        self.rows.clear();
        let mut start = 0;
        for line in self.text.split('\n') {
            let fragments = fragments(line, self.width);
            let rows = wrap_first_fit(&fragments, &[self.width as f64]);
            let spans =
                rows.iter().filter_map(|row| Some(TextSpan::new(row.first()?.span.start, row.last()?.span.end)));
            let before = self.rows.len();
            self.rows.extend(spans.map(|span| span.shifted(start)));
            if self.rows.len() == before {
                self.rows.push(TextSpan::new(start, start));
            }
            start += line.len() + 1;
        }
    }
}

/// A text with line ends of one kind, and without what could drive a terminal.
fn clean(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', "    ");
    lines.chars().filter(|letter| *letter == '\n' || !drives(*letter)).collect()
}
