//! The text pane: which article, which place in it, and the rows that are shown.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::layout::{MEASURE, MEASURES};
use crate::actions::{Change, Direction, Unit};
use crate::model::analysis::Analysis;
use crate::model::article::Article;
use crate::model::document::{Block, BlockKind, Document};
use crate::text::flow::{Flow, RowId};
use crate::text::layout::{Row, RowKind, Shape, ShapeKind};
use crate::text::sentences::sentences;
use crate::text::span::TextSpan;

/// Every place is a byte of the article's text, so that no change of size can lose it.
#[derive(Debug)]
pub struct Reader {
    /// Counts the articles opened: a report with another number is of an article that was left.
    pub number: u64,
    pub article: Option<Arc<Article>>,
    pub analysis: Option<Arc<Analysis>>,
    pub analysis_failed: bool,
    /// Why the article could not be read.
    pub problem: Option<String>,
    /// A byte of the first row shown.
    pub top: usize,
    /// The byte where the reader is.
    pub cursor: usize,
    pub measure: u16,
    /// The rows on the screen.
    pub rows: Vec<Row>,
    flow: Flow,
    height: u16,
    /// First blocks of the runs set aside that are unfolded.
    unfolded: BTreeSet<usize>,
    /// Places left by a jump, the latest last.
    history: Vec<usize>,
    /// Where the paragraphs of the article itself begin.
    paragraphs: Vec<usize>,
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            number: 0,
            article: None,
            analysis: None,
            analysis_failed: false,
            problem: None,
            top: 0,
            cursor: 0,
            measure: MEASURE,
            rows: Vec::new(),
            flow: Flow::default(),
            height: 0,
            unfolded: BTreeSet::new(),
            history: Vec::new(),
            paragraphs: Vec::new(),
        }
    }
}

impl Reader {
    /// Leaves the article; the number of the next one.
    pub fn leave(&mut self) -> u64 {
        let (number, measure) = (self.number + 1, self.measure);
        *self = Self { number, measure, ..Self::default() };
        number
    }

    pub fn opened(&mut self, article: Arc<Article>) {
        self.flow = Flow::default();
        let body = article.document.blocks.iter().filter(|block| block.is_body());
        self.paragraphs = body.map(|block| block.span.start).collect();
        self.article = Some(article);
    }

    /// Lays out what is shown in a column of `width` cells and `height` rows.
    pub fn arrange(&mut self, width: u16, height: u16) {
        let Some(article) = self.article.clone() else { return };
        self.height = height;
        if width > 0 && (self.flow.is_empty() || self.flow.width() != usize::from(width)) {
            self.flow = Flow::new(&article.document.text, shapes(&article.document, &self.unfolded), width.into());
        }
        self.rows = self.flow.window(&article.document.text, self.top, height.into());
    }

    pub fn change_measure(&mut self, change: Change) {
        let wanted = match change {
            Change::Wider => self.measure + 2,
            Change::Narrower => self.measure.saturating_sub(2),
            Change::Reset => MEASURE,
        };
        self.measure = wanted.clamp(*MEASURES.start(), *MEASURES.end());
    }

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

    fn start_of(&mut self, text: &str, id: RowId) -> usize {
        self.flow.row(text, id).map_or(0, |row| row.span.start)
    }

    fn go_to_end(&mut self, text: &str, direction: Direction) {
        self.remember();
        if direction == Direction::Back {
            (self.top, self.cursor) = (0, 0);
            return;
        }
        if let (Some(end), Some(top)) = (self.flow.find(text, text.len()), self.last_top(text)) {
            self.cursor = self.start_of(text, end);
            self.top = self.start_of(text, top);
        }
    }

    /// Goes to a place, remembering the one left.
    pub fn jump(&mut self, place: usize) {
        if place != self.cursor {
            self.remember();
        }
        self.show(place);
    }

    /// Brings a place on the screen, and the cursor to it.
    pub fn show(&mut self, place: usize) {
        self.cursor = place;
        self.reveal();
    }

    fn remember(&mut self) {
        if self.history.last() != Some(&self.cursor) {
            self.history.push(self.cursor);
        }
    }

    /// Back to where the last jump was made; false where there was none.
    pub fn go_back(&mut self) -> bool {
        let here = self.cursor;
        while let Some(place) = self.history.pop() {
            if place != here {
                self.show(place);
                return true;
            }
        }
        false
    }

    /// Scrolls so that the cursor is seen with some rows after it; a third of the height down if it was not.
    fn reveal(&mut self) {
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

    /// The bytes of the row that the cursor is in.
    pub fn cursor_row(&mut self) -> TextSpan {
        let Some(article) = self.article.clone() else { return TextSpan::default() };
        let text = &article.document.text;
        let row = self.flow.find(text, self.cursor).and_then(|id| self.flow.row(text, id));
        row.map_or_else(TextSpan::default, |row| row.span)
    }

    /// Unfolds the lines set aside at the cursor, or folds them again; false where there are none.
    pub fn toggle_aside(&mut self) -> bool {
        let Some(article) = self.article.clone() else { return false };
        let blocks = &article.document.blocks;
        let here = article.document.block_at(self.cursor).filter(|index| blocks[*index].aside.is_some());
        let Some(here) = here else { return false };
        let first = (0..=here).rev().take_while(|index| blocks[*index].aside.is_some()).last().unwrap_or(here);
        if !self.unfolded.remove(&first) {
            self.unfolded.insert(first);
        }
        self.cursor = blocks[first].span.start;
        let width = self.flow.width();
        self.flow = Flow::new(&article.document.text, shapes(&article.document, &self.unfolded), width);
        self.reveal();
        true
    }

    /// Unfolds the first lines set aside that are on the screen; false where there are none.
    pub fn unfold_visible(&mut self) -> bool {
        let fold = self.rows.iter().find(|row| row.kind == RowKind::Fold).map(|row| row.span.start);
        let Some(start) = fold else { return false };
        self.cursor = start;
        self.toggle_aside()
    }

    /// The number of the paragraph at a byte of the text, from 1.
    pub fn paragraph(&self, offset: usize) -> usize {
        self.paragraphs.partition_point(|start| *start <= offset).max(1)
    }

    /// How many paragraphs the article has.
    pub fn paragraph_count(&self) -> usize {
        self.paragraphs.len()
    }

    /// How much of the text lies before the end of the screen, in per cent.
    pub fn progress(&self) -> usize {
        let length = self.article.as_ref().map_or(0, |article| article.document.text.len());
        let seen = self.rows.last().map_or(0, |row| row.span.end);
        (seen.min(length) * 100).checked_div(length).unwrap_or(0)
    }
}

/// The blocks of a document as shapes: marks of lists and quotes are left room for, a run set aside is one row
/// unless it is unfolded.
pub fn shapes(document: &Document, unfolded: &BTreeSet<usize>) -> Vec<Shape> {
    let mut shapes: Vec<Shape> = Vec::with_capacity(document.blocks.len());
    let mut folding = None;
    for (index, block) in document.blocks.iter().enumerate() {
        let until = document.blocks.get(index + 1).map_or(document.text.len(), |next| next.span.start);
        match (block.aside, folding) {
            (None, _) => folding = None,
            (Some(_), None) => folding = Some(index),
            (Some(_), Some(first)) if !unfolded.contains(&first) => {
                if let Some(fold) = shapes.last_mut() {
                    (fold.span.end, fold.until) = (block.span.end, until);
                }
                continue;
            }
            (Some(_), Some(_)) => {}
        }
        let folded = folding.is_some_and(|first| !unfolded.contains(&first));
        let kind = if folded { ShapeKind::Fold } else { kind_of(block) };
        let indent = if folded { 0 } else { indent_of(&block.kind) };
        shapes.push(Shape { span: block.span, until, indent, kind, tag: index });
    }
    shapes
}

fn kind_of(block: &Block) -> ShapeKind {
    match &block.kind {
        BlockKind::Code => ShapeKind::Verbatim,
        BlockKind::Table(table) => ShapeKind::Cells { rows: table.rows.clone(), headed: table.headed },
        _ => ShapeKind::Prose,
    }
}

/// Cells left free for the mark of a block.
fn indent_of(kind: &BlockKind) -> usize {
    match kind {
        BlockKind::List(item) => usize::from(item.depth.min(8)) * 2 + item.mark().chars().count() + 1,
        BlockKind::Quote | BlockKind::Code => 2,
        _ => 0,
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
