//! A long text as rows, laid out only where it is looked at.

use super::layout::{Row, Shape, ShapeKind, rows};
use super::span::TextSpan;

/// Prose longer than this many bytes is laid out in pieces, so that no paragraph costs more than a page.
const PIECE: usize = 8 * 1024;

/// The rows of a text at one width. A row is found by the byte it shows, never by its number: nothing needs
/// the rows before it, so a text of any length opens as fast as a short one.
#[derive(Debug, Clone, Default)]
pub struct Flow {
    width: usize,
    shapes: Vec<Shape>,
    laid: Vec<Option<Vec<Row>>>,
}

/// The place of a row: its shape, and its number in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct RowId {
    shape: usize,
    row: usize,
}

impl Flow {
    /// A flow over `shapes`, which tile the text in order, in a column of `width` cells.
    pub fn new(text: &str, shapes: Vec<Shape>, width: usize) -> Self {
        let shapes: Vec<Shape> = shapes.into_iter().flat_map(|shape| in_pieces(text, shape)).collect();
        Self { width: width.max(1), laid: vec![None; shapes.len()], shapes }
    }

    pub fn width(&self) -> usize {
        self.width
    }

    pub fn is_empty(&self) -> bool {
        self.shapes.is_empty()
    }

    /// The row that holds the byte at `offset`; the last one beyond the end.
    pub fn find(&mut self, text: &str, offset: usize) -> Option<RowId> {
        let shape = self.shapes.partition_point(|shape| shape.span.start <= offset).saturating_sub(1);
        let rows = self.lay(text, shape)?;
        let row = rows.partition_point(|row| row.span.start <= offset).saturating_sub(1);
        Some(RowId { shape, row })
    }

    /// The row itself; `id` comes from this flow.
    pub fn row(&mut self, text: &str, id: RowId) -> Option<&Row> {
        self.lay(text, id.shape)?.get(id.row)
    }

    pub fn next(&mut self, text: &str, id: RowId) -> Option<RowId> {
        if id.row + 1 < self.lay(text, id.shape)?.len() {
            return Some(RowId { row: id.row + 1, ..id });
        }
        (id.shape + 1 < self.shapes.len()).then_some(RowId { shape: id.shape + 1, row: 0 })
    }

    pub fn previous(&mut self, text: &str, id: RowId) -> Option<RowId> {
        if id.row > 0 {
            return Some(RowId { row: id.row - 1, ..id });
        }
        let shape = id.shape.checked_sub(1)?;
        let row = self.lay(text, shape)?.len().checked_sub(1)?;
        Some(RowId { shape, row })
    }

    /// The row `by` rows further on (or back), stopping at the ends.
    pub fn step(&mut self, text: &str, from: RowId, by: isize) -> RowId {
        let mut id = from;
        for _ in 0..by.unsigned_abs() {
            let moved = if by < 0 { self.previous(text, id) } else { self.next(text, id) };
            match moved {
                Some(next) => id = next,
                None => break,
            }
        }
        id
    }

    /// How many rows lie between two, at most `limit`.
    pub fn distance(&mut self, text: &str, from: RowId, to: RowId, limit: usize) -> usize {
        let mut id = from;
        let mut count = 0;
        while id < to && count < limit {
            match self.next(text, id) {
                Some(next) => id = next,
                None => break,
            }
            count += 1;
        }
        count
    }

    /// Up to `height` rows from the one that holds `offset`.
    pub fn window(&mut self, text: &str, offset: usize, height: usize) -> Vec<Row> {
        let mut shown = Vec::new();
        let mut id = self.find(text, offset);
        while let Some(at) = id.filter(|_| shown.len() < height) {
            shown.extend(self.row(text, at).cloned());
            id = self.next(text, at);
        }
        shown
    }

    /// Lays out everything that is not laid out yet; the number of rows.
    pub fn lay_all(&mut self, text: &str) -> usize {
        (0..self.shapes.len()).filter_map(|shape| self.lay(text, shape).map(<[Row]>::len)).sum()
    }

    fn lay(&mut self, text: &str, shape: usize) -> Option<&[Row]> {
        let place = self.laid.get_mut(shape)?;
        Some(place.get_or_insert_with(|| rows(text, &self.shapes[shape], self.width)))
    }
}

/// A long stretch of prose as several shapes, cut at a sentence's end or at a space where there is one.
fn in_pieces(text: &str, shape: Shape) -> Vec<Shape> {
    if shape.kind != ShapeKind::Prose || shape.span.len() <= PIECE {
        return vec![shape];
    }
    let mut pieces = Vec::new();
    let mut start = shape.span.start;
    while shape.span.end - start > PIECE {
        let cut = cut(text, start, start + PIECE);
        pieces.push(Shape { span: TextSpan::new(start, cut), until: cut, ..shape.clone() });
        start = cut;
    }
    pieces.push(Shape { span: TextSpan::new(start, shape.span.end), ..shape });
    pieces
}

/// The best place to cut at or before `limit`: after ". ", after a space, between characters.
fn cut(text: &str, start: usize, limit: usize) -> usize {
    let limit = (0..4).map(|back| limit - back).find(|at| text.is_char_boundary(*at)).unwrap_or(limit);
    let half = TextSpan::new(start, limit).of(text);
    let after = |found: Option<usize>, len: usize| found.filter(|at| *at > PIECE / 2).map(|at| start + at + len);
    after(half.rfind(". "), 2).or_else(|| after(half.rfind(' '), 1)).unwrap_or(limit)
}
