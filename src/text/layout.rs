//! Screen rows that remember which bytes of the text they show.

use textwrap::wrap_algorithms::{Penalties, wrap_first_fit, wrap_optimal_fit};
use unicode_segmentation::UnicodeSegmentation;

use super::fragments::{Fragment, fragments};
use super::span::TextSpan;
use super::width::{cells, fit, grapheme_cells};

/// A block of text to be laid out, as bytes of the whole text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    pub span: TextSpan,
    /// Where the next shape begins: the bytes between are newlines.
    pub until: usize,
    /// Cells left free before its rows.
    pub indent: usize,
    pub kind: ShapeKind,
    /// The caller's number for it.
    pub tag: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShapeKind {
    /// Words that fill lines.
    Prose,
    /// Lines as they are, divided by newlines.
    Verbatim,
    /// Rows of cells; the first row names the columns if `headed`.
    Cells { rows: Vec<Vec<TextSpan>>, headed: bool },
    /// One row that stands for all of it.
    Fold,
}

/// One row of the screen. The rows of a shape tile its bytes up to `until`: every byte is in exactly one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The bytes that belong to the row, the white space at its end included.
    pub span: TextSpan,
    pub kind: RowKind,
    /// What is shown, from left to right.
    pub segments: Vec<Segment>,
    /// The number of the shape it belongs to.
    pub tag: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    Text,
    Blank,
    Fold,
}

/// A stretch of text shown in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Segment {
    /// Cells from the left edge of the text column.
    pub column: usize,
    pub span: TextSpan,
    /// A repeated column name, shown before a cell: not a place in the text.
    pub label: bool,
}

/// Cells between two columns of a table.
const GUTTER: usize = 2;

/// The rows of one shape in a column of `width` cells.
pub fn rows(text: &str, shape: &Shape, width: usize) -> Vec<Row> {
    let inner = width.saturating_sub(shape.indent).max(1);
    let mut rows = match &shape.kind {
        ShapeKind::Prose => prose(text, shape, inner),
        ShapeKind::Verbatim => verbatim(text, shape, inner),
        ShapeKind::Cells { rows, headed } => table(text, shape, rows, *headed, inner),
        ShapeKind::Fold => {
            let words = row(shape, shape.span.start..shape.span.end, vec![]);
            vec![Row { kind: RowKind::Fold, ..words }]
        }
    };
    close(shape, &mut rows);
    rows
}

/// Gives the newlines after the shape to its last row, and a blank row to the second of them.
fn close(shape: &Shape, rows: &mut Vec<Row>) {
    let gap = shape.until - shape.span.end;
    let end = if gap >= 2 { shape.until - 1 } else { shape.until };
    match rows.last_mut() {
        Some(last) => last.span.end = end,
        None => rows.push(row(shape, shape.span.start..end, vec![])),
    }
    if gap >= 2 {
        rows.push(Row { kind: RowKind::Blank, ..row(shape, end..shape.until, vec![]) });
    }
}

fn row(shape: &Shape, span: std::ops::Range<usize>, segments: Vec<Segment>) -> Row {
    Row { span: span.into(), kind: RowKind::Text, segments, tag: shape.tag }
}

fn prose(text: &str, shape: &Shape, width: usize) -> Vec<Row> {
    let words = fragments(shape.span.of(text), width);
    wrap(&words, width)
        .into_iter()
        .filter_map(|line| Some((line.first()?, line.last()?)))
        .map(|(first, last)| {
            let span = TextSpan::new(first.span.start, last.span.end).shifted(shape.span.start);
            let shown = TextSpan::new(span.start, span.end - last.trailing);
            row(shape, span.start..span.end, vec![Segment { column: shape.indent, span: shown, label: false }])
        })
        .collect()
}

/// `text` in lines of at most `width` cells, as strings: for words that are no place in an article.
pub fn wrapped(text: &str, width: usize) -> Vec<String> {
    let words = fragments(text, width.max(1));
    let lines = wrap(&words, width.max(1)).into_iter().filter_map(|line| Some((line.first()?, line.last()?)));
    let shown = lines.map(|(first, last)| TextSpan::new(first.span.start, last.span.end - last.trailing));
    shown.map(|span| span.of(text).to_owned()).collect()
}

/// Lines as even as can be (optimal fit, after Knuth and Plass); without spaces between words, as in Chinese,
/// full lines instead.
fn wrap(words: &[Fragment], width: usize) -> Vec<&[Fragment]> {
    let spaced = words.iter().filter(|word| word.space > 0).count();
    let widths = [width as f64];
    // The library would rather overflow by a cell than leave a very short line; a terminal has no such cell.
    let penalties = Penalties { overflow_penalty: 1_000_000, ..Penalties::new() };
    if spaced * 2 < words.len() {
        return wrap_first_fit(words, &widths);
    }
    wrap_optimal_fit(words, &widths, &penalties).unwrap_or_else(|_| wrap_first_fit(words, &widths))
}

fn verbatim(text: &str, shape: &Shape, width: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut start = shape.span.start;
    for line in shape.span.of(text).split_inclusive('\n') {
        let end = start + line.len();
        let mut left = line.trim_end_matches('\n');
        loop {
            let (kept, _) = fit(left, width);
            let kept = if kept.is_empty() { left.graphemes(true).next().unwrap_or_default() } else { kept };
            let shown = TextSpan::new(start, start + kept.len());
            left = left.get(kept.len()..).unwrap_or_default();
            let next = if left.is_empty() { end } else { shown.end };
            rows.push(row(shape, start..next, vec![Segment { column: shape.indent, span: shown, label: false }]));
            start = next;
            if left.is_empty() {
                break;
            }
        }
    }
    rows
}

/// A row of the screen for each row of cells where the columns fit; else a line "name: cell" for each cell.
fn table(text: &str, shape: &Shape, cells_of: &[Vec<TextSpan>], headed: bool, width: usize) -> Vec<Row> {
    let count = cells_of.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..count)
        .map(|column| cells_of.iter().filter_map(|row| row.get(column)).map(|span| cells(span.of(text))).max())
        .map(Option::unwrap_or_default)
        .collect();
    let total: usize = widths.iter().sum::<usize>() + GUTTER * count.saturating_sub(1);
    let mut rows =
        if total <= width { columns(shape, cells_of, &widths) } else { records(text, shape, cells_of, headed, width) };
    tile(&mut rows, shape.span);
    rows
}

fn columns(shape: &Shape, cells_of: &[Vec<TextSpan>], widths: &[usize]) -> Vec<Row> {
    let place = |cells: &Vec<TextSpan>| {
        let mut column = shape.indent;
        let segments = cells.iter().zip(widths).map(|(span, width)| {
            let segment = Segment { column, span: *span, label: false };
            column += width + GUTTER;
            segment
        });
        segments.collect::<Vec<_>>()
    };
    let filled = cells_of.iter().filter(|cells| !cells.is_empty());
    filled.map(|cells| row(shape, cells[0].start..cells[0].start, place(cells))).collect()
}

fn records(text: &str, shape: &Shape, cells_of: &[Vec<TextSpan>], headed: bool, width: usize) -> Vec<Row> {
    let names = cells_of.first().filter(|_| headed).cloned().unwrap_or_default();
    let mut rows = Vec::new();
    for cells_of_row in cells_of.iter().skip(usize::from(headed && cells_of.len() > 1)) {
        for (column, cell) in cells_of_row.iter().enumerate() {
            let hang = if column == 0 { shape.indent } else { shape.indent + GUTTER };
            let name = names.get(column).filter(|name| !name.is_empty());
            let name =
                name.map(|span| (TextSpan::new(span.start, span.start + fit(span.of(text), width / 3).0.len()), span));
            let label = name.map_or(0, |(span, _)| cells(span.of(text)) + 2);
            let inner = width.saturating_sub(hang - shape.indent + label).max(1);
            let part =
                Shape { span: *cell, until: cell.end, indent: hang + label, kind: ShapeKind::Prose, tag: shape.tag };
            let mut lines = prose(text, &part, inner);
            if lines.is_empty() {
                lines.push(row(&part, cell.start..cell.start, vec![]));
            }
            if let Some((span, _)) = name {
                lines[0].segments.insert(0, Segment { column: hang, span, label: true });
            }
            rows.extend(lines);
        }
    }
    rows
}

/// Stretches rows over the bytes between them, so that they tile `whole`.
fn tile(rows: &mut [Row], whole: TextSpan) {
    let starts: Vec<usize> = rows.iter().map(|row| row.span.start).collect();
    for (index, row) in rows.iter_mut().enumerate() {
        row.span.start = if index == 0 { whole.start } else { starts[index] };
        row.span.end = starts.get(index + 1).copied().unwrap_or(whole.end).max(row.span.start);
    }
}

impl Row {
    /// The column of the byte at `offset`: cells from the left edge of the text column.
    pub fn column_of(&self, text: &str, offset: usize) -> usize {
        let own = self.segments.iter().filter(|segment| !segment.label);
        let Some(segment) = own.clone().rfind(|segment| segment.span.start <= offset).or(own.clone().next()) else {
            return 0;
        };
        let end = offset.clamp(segment.span.start, segment.span.end);
        segment.column + cells(TextSpan::new(segment.span.start, end).of(text))
    }

    /// The byte shown at `column`: the start of the grapheme there, or the nearest one.
    pub fn offset_at(&self, text: &str, column: usize) -> usize {
        let own = self.segments.iter().filter(|segment| !segment.label);
        let Some(segment) = own.clone().rfind(|segment| segment.column <= column).or(own.clone().next()) else {
            return self.span.start;
        };
        let mut at = segment.column;
        let mut last = segment.span.start;
        for (offset, grapheme) in segment.span.of(text).grapheme_indices(true) {
            let wide = grapheme_cells(grapheme);
            if wide > 0 {
                last = segment.span.start + offset;
            }
            at += wide;
            if at > column {
                break;
            }
        }
        last
    }

    /// Cells from the left edge to the end of its last segment.
    pub fn width(&self, text: &str) -> usize {
        self.segments.last().map_or(0, |segment| segment.column + cells(segment.span.of(text)))
    }
}
