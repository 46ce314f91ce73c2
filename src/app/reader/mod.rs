//! The text pane: which article, which place in it, and the rows that are shown.

mod history;
mod shapes;
mod walk;

use std::collections::BTreeSet;
use std::sync::Arc;

use super::layout::MEASURE;
use crate::actions::Change;
use crate::config::settings::MEASURES;
use crate::model::analysis::Analysis;
use crate::model::anchor::Anchor;
use crate::model::article::Article;
use crate::model::document::{Block, Document};
use crate::model::work::Reached;
use crate::text::flow::Flow;
use crate::text::layout::{Row, RowKind};
use crate::text::span::TextSpan;
use history::History;
pub use history::Spot;
pub use shapes::shapes;

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
    history: History,
    /// What the mouse drew over.
    pub selection: Option<TextSpan>,
    /// The article and its text in the library, once that is known.
    pub known: Option<(i64, i64)>,
    /// Whether the file has another text than the one that is shown.
    pub changed: bool,
    /// The place that was given to the library last.
    kept: Option<Reached>,
    /// Where the paragraphs of the article itself begin.
    paragraphs: Vec<usize>,
}

/// A number that stands before a place in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numbered {
    pub place: usize,
    pub label: char,
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
            history: History::default(),
            selection: None,
            known: None,
            changed: false,
            kept: None,
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

    /// Takes up the article; where it was open already, with another text, the place in it is found again.
    pub fn opened(&mut self, article: Arc<Article>) {
        if let Some(before) = self.article.take() {
            let here = Anchor::opening(&before.document.text, before.document.sentence_at(self.cursor));
            let place = here.find(&article.document.text).unwrap_or(self.cursor.min(article.document.text.len()));
            (self.cursor, self.top) = (place, place);
            (self.analysis, self.changed, self.selection) = (None, false, None);
            self.unfolded.clear();
            self.history = History::default();
        }
        self.flow = Flow::default();
        let body = article.document.blocks.iter().filter(|block| block.is_body());
        self.paragraphs = body.map(|block| block.span.start).collect();
        self.article = Some(article);
    }

    /// Where one is, if that is to be kept: it is not what was kept last.
    pub fn to_keep(&mut self) -> Option<Reached> {
        let progress = u8::try_from(self.progress()).unwrap_or(100);
        let here = Reached { cursor: self.cursor, progress };
        if self.known.is_none() || self.kept == Some(here) {
            return None;
        }
        self.kept = Some(here);
        Some(here)
    }

    /// Goes on where reading stopped another day; false where that is where one is.
    pub fn go_on(&mut self, place: usize) -> bool {
        if self.cursor != 0 || self.top != 0 || place == 0 {
            return false;
        }
        self.jump(place);
        true
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

    /// Another width of the lines; `reset` is the one that the settings say.
    pub fn change_measure(&mut self, change: Change, reset: u16) {
        let wanted = match change {
            Change::Wider => self.measure + 2,
            Change::Narrower => self.measure.saturating_sub(2),
            Change::Reset => reset,
        };
        self.measure = wanted.clamp(*MEASURES.start(), *MEASURES.end());
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
        let Some(first) = first_aside(&article.document, self.cursor) else { return false };
        if !self.unfolded.remove(&first) {
            self.unfolded.insert(first);
        }
        self.cursor = article.document.blocks[first].span.start;
        self.lay_again(&article.document);
        self.reveal();
        true
    }

    /// Unfolds the lines set aside at a place, so that it can be shown.
    fn unfold_at(&mut self, place: usize) {
        let Some(article) = self.article.clone() else { return };
        if let Some(first) = first_aside(&article.document, place)
            && self.unfolded.insert(first)
        {
            self.lay_again(&article.document);
        }
    }

    fn lay_again(&mut self, document: &Document) {
        self.flow = Flow::new(&document.text, shapes(document, &self.unfolded), self.flow.width());
    }

    /// Unfolds the lines set aside whose row is pressed; false where there are none folded.
    pub fn toggle_fold_at(&mut self, place: usize) -> bool {
        let folded = self.rows.iter().any(|row| row.kind == RowKind::Fold && row.span.contains(place));
        if folded {
            self.unfold_at(place);
        }
        folded
    }

    /// Unfolds the first lines set aside that are on the screen; false where there are none.
    pub fn unfold_visible(&mut self) -> bool {
        let fold = self.rows.iter().find(|row| row.kind == RowKind::Fold).map(|row| row.span.start);
        let Some(start) = fold else { return false };
        self.cursor = start;
        self.toggle_aside()
    }

    /// The sentence at the cursor, or the next one that is shown.
    pub fn sentence(&self) -> TextSpan {
        let at = self.article.as_ref().zip(self.words_from(self.cursor));
        at.map_or(TextSpan::default(), |(article, at)| article.document.sentence_at(at))
    }

    /// The paragraph at the cursor, or the next one that is shown.
    pub fn block(&self) -> TextSpan {
        let Some((article, at)) = self.article.as_ref().zip(self.words_from(self.cursor)) else {
            return TextSpan::default();
        };
        let block = article.document.block_at(at).and_then(|block| article.document.blocks.get(block));
        block.map_or(TextSpan::default(), |block| block.span)
    }

    /// The byte itself where words are shown there, else the first one of the next words that are: what is folded
    /// away, or a blank row, has none of its own.
    pub fn words_from(&self, at: usize) -> Option<usize> {
        let document = &self.article.as_ref()?.document;
        let here = document.block_at(at).unwrap_or(0);
        let is_folded = |block: &Block| {
            block.aside.is_some()
                && first_aside(document, block.span.start).is_none_or(|first| !self.unfolded.contains(&first))
        };
        let mut shown = document.blocks.iter().skip(here).filter(|block| !is_folded(block));
        // The row of a block's last words goes on to the first newline after it.
        shown.find(|block| at <= block.span.end).map(|block| block.span.start.max(at))
    }

    /// Puts the cursor on words that are shown, those where it is or the next ones.
    pub fn stand_on_words(&mut self) {
        if let Some(place) = self.words_from(self.cursor).filter(|place| *place != self.cursor) {
            self.cursor = place;
            self.bring(place);
        }
    }

    /// The byte of the text at a column and row of the text's column, counted from 0.
    pub fn offset_at(&self, column: usize, row: usize) -> Option<usize> {
        let row = self.rows.get(row)?;
        let text = &self.article.as_ref()?.document.text;
        Some(if row.kind == RowKind::Text { row.offset_at(text, column) } else { row.span.start })
    }

    /// Brings the place on the screen that lies at a part of the text, in thousandths.
    pub fn show_part(&mut self, part: usize) {
        let Some(article) = self.article.clone() else { return };
        let at = article.document.text.len() * part.min(1000) / 1000;
        self.top = self.row_start(&article.document.text, at);
        self.cursor = self.top;
    }

    /// The number of the paragraph at a byte of the text, from 1.
    pub fn paragraph(&self, offset: usize) -> usize {
        self.paragraphs.partition_point(|start| *start <= offset).max(1)
    }

    /// How many paragraphs the article has.
    pub fn paragraph_count(&self) -> usize {
        self.paragraphs.len()
    }

    /// How far one is, in per cent: 0 at the top, 100 where the end is on the screen.
    pub fn progress(&self) -> usize {
        let length = self.article.as_ref().map_or(0, |article| article.document.text.len());
        let first = self.rows.first().map_or(0, |row| row.span.start);
        let hidden = length.saturating_sub(self.rows.last().map_or(0, |row| row.span.end));
        (first * 100).checked_div(first + hidden).unwrap_or(100)
    }
}

/// The first block of the run set aside that holds a byte.
fn first_aside(document: &Document, place: usize) -> Option<usize> {
    let blocks = &document.blocks;
    let here = document.block_at(place).filter(|index| blocks[*index].aside.is_some())?;
    (0..=here).rev().take_while(|index| blocks[*index].aside.is_some()).last()
}
