//! Moving through the text: lines, pages, sentences, paragraphs.

use super::Reader;
use crate::actions::{Direction, Unit};
use crate::model::document::Document;
use crate::text::flow::RowId;
use crate::text::sentences::sentences;

impl Reader {
    /// Moves by a unit; the cursor keeps its row on the screen as long as the text can move under it.
    pub fn walk(&mut self, unit: Unit, direction: Direction) {
        let Some(article) = self.article.clone() else { return };
        let document = &article.document;
        let page = isize::try_from(self.height.saturating_sub(2).max(1)).unwrap_or(1);
        let by = match unit {
            Unit::Line => 1,
            Unit::Page => page,
            Unit::HalfPage => (page / 2).max(1),
            Unit::Sentence => return self.walk_to(sentence(document, self.cursor, direction)),
            Unit::Paragraph => return self.walk_to(paragraph(document, self.cursor, direction)),
            Unit::End => return self.go_to_end(&document.text, direction),
        };
        self.scroll(&document.text, if direction == Direction::Back { -by } else { by });
    }

    fn walk_to(&mut self, place: Option<usize>) {
        if let Some(place) = place {
            self.cursor = place;
            self.reveal();
        }
    }

    fn scroll(&mut self, text: &str, by: isize) {
        let (Some(top), Some(cursor)) = (self.flow.find(text, self.top), self.flow.find(text, self.cursor)) else {
            return;
        };
        let shown = self.flow.step(text, top, isize::try_from(self.height).unwrap_or(1) - 1);
        let cursor = cursor.clamp(top, shown.max(top));
        let last = self.last_top(text).unwrap_or(top).max(top);
        let new_top = self.flow.step(text, top, by).min(last);
        let new_cursor = self.flow.step(text, cursor, by);
        self.top = self.start_of(text, new_top);
        self.cursor = self.start_of(text, new_cursor);
    }

    /// The first row when the last one stands at the foot of the screen.
    fn last_top(&mut self, text: &str) -> Option<RowId> {
        let end = self.flow.find(text, text.len())?;
        Some(self.flow.step(text, end, 1 - isize::try_from(self.height).unwrap_or(1)))
    }

    /// Scrolls no further than needed to have a place on the screen; the cursor stays.
    pub fn bring(&mut self, place: usize) {
        let Some(article) = self.article.clone() else { return };
        let text = &article.document.text;
        let (Some(top), Some(row)) = (self.flow.find(text, self.top), self.flow.find(text, place)) else { return };
        let height = usize::from(self.height.max(1));
        if row < top {
            self.top = self.start_of(text, row);
        } else if self.flow.distance(text, top, row, height) >= height {
            let first = self.flow.step(text, row, 1 - isize::try_from(height).unwrap_or(1));
            self.top = self.start_of(text, first);
        }
    }

    /// The first byte of the row that holds a byte, no further on than the last screen begins.
    pub(super) fn row_start(&mut self, text: &str, at: usize) -> usize {
        let (Some(id), Some(last)) = (self.flow.find(text, at), self.last_top(text)) else { return 0 };
        self.start_of(text, id.min(last))
    }

    fn start_of(&mut self, text: &str, id: RowId) -> usize {
        self.flow.row(text, id).map_or(0, |row| row.span.start)
    }

    fn go_to_end(&mut self, text: &str, direction: Direction) {
        self.left(self.cursor);
        if direction == Direction::Back {
            (self.top, self.cursor) = (0, 0);
            return;
        }
        if let (Some(end), Some(top)) = (self.flow.find(text, text.len()), self.last_top(text)) {
            self.cursor = self.start_of(text, end);
            self.top = self.start_of(text, top);
        }
    }

    /// Scrolls so that the cursor is seen with some rows after it; a third of the height down if it was not.
    pub(super) fn reveal(&mut self) {
        let Some(article) = self.article.clone() else { return };
        let text = &article.document.text;
        let (Some(top), Some(cursor)) = (self.flow.find(text, self.top), self.flow.find(text, self.cursor)) else {
            return;
        };
        let height = usize::from(self.height.max(1));
        let margin = (height / 5).min(4);
        let down = self.flow.distance(text, top, cursor, height);
        if cursor >= top && down + margin < height {
            return;
        }
        let last = self.last_top(text).unwrap_or(cursor);
        let top = self.flow.step(text, cursor, -isize::try_from(height / 3).unwrap_or(0)).min(last);
        self.top = self.start_of(text, top);
    }
}

fn paragraph(document: &Document, from: usize, direction: Direction) -> Option<usize> {
    let mut starts = document.blocks.iter().map(|block| block.span.start);
    match direction {
        Direction::On => starts.find(|start| *start > from),
        Direction::Back => starts.rfind(|start| *start < from),
    }
}

/// The start of the next or previous sentence, in this block or a neighbouring one.
fn sentence(document: &Document, from: usize, direction: Direction) -> Option<usize> {
    let here = document.block_at(from).unwrap_or(0);
    let starts = |index: usize| {
        let block = document.blocks.get(index).filter(|block| block.aside.is_none())?.span;
        let found = sentences(document.slice(block)).into_iter().map(|span| span.start + block.start);
        Some(found.collect::<Vec<_>>())
    };
    match direction {
        Direction::On => {
            let mut ahead = (here..document.blocks.len()).filter_map(starts).flatten();
            ahead.find(|start| *start > from)
        }
        Direction::Back => {
            let mut behind = (0..=here).rev().filter_map(starts).flat_map(|starts| starts.into_iter().rev());
            behind.find(|start| *start < from)
        }
    }
}
