//! The text pane: gutter, lines, and what stands there when there is no text.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::paint::Paint;
use super::signs;
use super::widgets::{put, put_all, put_at};
use crate::app::App;
use crate::app::bookmarks::Mark;
use crate::app::layout::GUTTER;
use crate::config::theme::Theme;
use crate::model::document::{BlockKind, Document};
use crate::model::quote::{Quote, QuoteKind};
use crate::text::layout::{Row, RowKind, wrapped};
use crate::text::span::TextSpan;

/// The glyph that stands beside the rows of a quote.
pub fn glyph(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "┃",
        QuoteKind::Mixed => "╏",
        QuoteKind::Indirect => "┊",
    }
}

/// Draws the rows of the text; where the cursor is.
pub fn draw(app: &App, theme: &Theme, buffer: &mut Buffer) -> Position {
    let column = app.panes.column(app.reader.measure);
    let Some(article) = &app.reader.article else {
        return draw_waiting(app, column, theme, buffer);
    };
    let range = TextSpan::new(app.reader.top, app.reader.rows.last().map_or(0, |row| row.span.end));
    let range = TextSpan::new(app.reader.rows.first().map_or(0, |row| row.span.start), range.end);
    let paint = Paint::of(app, &article.document, theme, range);
    let seen = quotes_in(app, range);
    for (row, at) in app.reader.rows.iter().zip(0..column.height) {
        gutter(app, &seen, row, line(column, at), theme, buffer);
        kept(app, row, line(column, at), theme, buffer);
        let lines = Rect { x: column.x + GUTTER, width: column.width.saturating_sub(GUTTER), ..line(column, at) };
        match row.kind {
            RowKind::Blank => {}
            RowKind::Fold => put(buffer, lines, 0, &fold_words(&article.document, row), theme.dim),
            RowKind::Text => draw_row(&article.document, row, &paint, lines, theme, buffer),
        }
    }
    numbers(app, &article.document.text, column, theme, buffer);
    cursor(app, &article.document.text, column)
}

/// The numbers of evidence or links: each in the cell before its place, so that no line moves.
fn numbers(app: &App, text: &str, column: Rect, theme: &Theme, buffer: &mut Buffer) {
    for numbered in app.numbers() {
        let row = app.reader.rows.iter().zip(0..column.height).find(|(row, _)| row.span.contains(numbered.place));
        let Some((row, at)) = row.filter(|(row, _)| row.kind == RowKind::Text) else { continue };
        let across = u16::try_from(row.column_of(text, numbered.place)).unwrap_or(0);
        let x = (GUTTER + across).saturating_sub(1).min(column.width.saturating_sub(1));
        put_at(buffer, column, x, at, &numbered.label.to_string(), theme.number);
    }
}

fn line(column: Rect, at: u16) -> Rect {
    Rect { y: column.y + at, height: 1, ..column }
}

/// The quotes that have words on the screen, with their places in the list.
fn quotes_in(app: &App, range: TextSpan) -> Vec<(usize, &Quote)> {
    let all = app.quotes.quotes().iter().enumerate();
    all.filter(|(_, quote)| quote.content.iter().any(|span| span.overlaps(range))).collect()
}

fn draw_row(document: &Document, row: &Row, paint: &Paint, area: Rect, theme: &Theme, buffer: &mut Buffer) {
    if let Some(block) = document.blocks.get(row.tag) {
        let first = row.segments.first().map_or(0, |segment| segment.column);
        if block.kind == BlockKind::Quote {
            put(buffer, area, 0, "▏", theme.accent);
        } else if let (BlockKind::List(item), true) = (&block.kind, row.span.start == block.span.start) {
            let mark = item.mark();
            let before = first.saturating_sub(mark.chars().count() + 1);
            put_at(buffer, area, u16::try_from(before).unwrap_or(0), 0, &mark, theme.text);
        }
    }
    for segment in &row.segments {
        let mut x = u16::try_from(segment.column).unwrap_or(u16::MAX);
        if segment.label {
            let x = put_at(buffer, area, x, 0, segment.span.of(&document.text), theme.strong);
            put_at(buffer, area, x, 0, ":", theme.strong);
            continue;
        }
        for (span, style) in paint.pieces(segment.span, theme.text) {
            x = put_cells(buffer, area, x, span.of(&document.text), style);
        }
    }
}

/// Writes text that is known to fit; the column after it.
fn put_cells(buffer: &mut Buffer, area: Rect, column: u16, text: &str, style: Style) -> u16 {
    let room = area.width.saturating_sub(column);
    if room == 0 {
        return column;
    }
    let (end, _) = buffer.set_stringn(area.x + column, area.y, text, room.into(), style);
    end.saturating_sub(area.x)
}

/// The speaker's letter where a quote begins, its kind's glyph where it goes on.
fn gutter(app: &App, seen: &[(usize, &Quote)], row: &Row, area: Rect, theme: &Theme, buffer: &mut Buffer) {
    let selected = app.quotes.selected_quote();
    let begins = |(_, quote): &&(usize, &Quote)| row.span.contains(quote.start());
    let chosen = |(index, _): &&(usize, &Quote)| selected == Some(*index);
    let starting = seen.iter().filter(begins).find(chosen).or_else(|| seen.iter().find(begins));
    if let Some((index, _)) = starting {
        let letter = app.quotes.voice_of(*index).map_or('?', |voice| voice.letter);
        // Where another voice begins in the same row, both letters stand there.
        let another =
            |(other, _): &&(usize, &Quote)| app.quotes.voice_number(*other) != app.quotes.voice_number(*index);
        if let Some((other, _)) = seen.iter().filter(begins).find(another) {
            let second = app.quotes.voice_of(*other).map_or('?', |voice| voice.letter);
            let style = theme.accent.patch(theme.voice(app.quotes.voice_number(*other)));
            put_at(buffer, area, 1, 0, &second.to_string(), style);
        }
        put(buffer, area, 0, &letter.to_string(), theme.accent.patch(theme.voice(app.quotes.voice_number(*index))));
        return;
    }
    let shown = row.segments.first().map_or(row.span, |first| {
        TextSpan::new(first.span.start, row.segments.last().map_or(first.span.end, |last| last.span.end))
    });
    let goes_on = |(_, quote): &&(usize, &Quote)| quote.content.iter().any(|span| span.overlaps(shown));
    let going = seen.iter().filter(goes_on).find(chosen).or_else(|| seen.iter().find(goes_on));
    if let (Some((index, quote)), RowKind::Text) = (going, row.kind) {
        let style = theme.accent.patch(theme.voice(app.quotes.voice_number(*index)));
        put(buffer, area, 0, glyph(quote.kind), style);
    }
}

/// The mark of the passages that are kept, beside their first lines.
fn kept(app: &App, row: &Row, area: Rect, theme: &Theme, buffer: &mut Buffer) {
    let begins = |mark: &&Mark| row.kind != RowKind::Blank && row.span.contains(mark.span.start);
    let mut marks = app.bookmarks.marks().iter().filter(begins);
    let Some(first) = marks.next() else { return };
    // One that is kept already says so, whatever else begins here.
    let shown = if first.is_pending { marks.find(|mark| !mark.is_pending).unwrap_or(first) } else { first };
    let (number, style) = (signs::number(shown.colour), signs::style(shown, theme));
    let is_free = |buffer: &Buffer, x: u16| buffer.cell((x, area.y)).is_none_or(|cell| cell.symbol() == " ");
    // A number must not touch the text: the sign stands where there is no letter, or the letter gives way to the left.
    if !number.is_empty() && is_free(buffer, area.x + 1) {
        let (own, left) = (area.x, area.x.saturating_sub(1));
        if is_free(buffer, own) || left < own && is_free(buffer, left) {
            if left < own && !is_free(buffer, own) {
                buffer[(left, area.y)] = buffer[(own, area.y)].clone();
            }
            put_all(buffer, area, 0, &[(signs::sign_of(shown), style), (number, style)]);
            return;
        }
    }
    // Where the letter of a second voice stands, the mark stands behind it.
    let (column, number) = if is_free(buffer, area.x + 1) { (1, number) } else { (2, "") };
    let end = put_at(buffer, area, column, 0, signs::sign_of(shown), style);
    put_at(buffer, area, end, 0, number, style);
}

fn fold_words(document: &Document, row: &Row) -> String {
    let inside = document.blocks.iter().skip(row.tag).take_while(|block| block.span.start < row.span.end);
    let asides: Vec<_> = inside.filter_map(|block| block.aside).collect();
    let mut kinds = asides.clone();
    kinds.sort_unstable();
    kinds.dedup();
    let kinds: Vec<&str> = kinds.into_iter().map(|aside| aside.words()).collect();
    let lines = if asides.len() == 1 { "line" } else { "lines" };
    format!("… {} {lines} set aside: {} (Enter shows)", asides.len(), kinds.join(", "))
}

fn cursor(app: &App, text: &str, column: Rect) -> Position {
    let place = app.reader.rows.iter().zip(0..).find(|(row, _)| row.span.contains(app.reader.cursor));
    let Some((row, at)) = place else { return Position::new(column.x + GUTTER, column.y) };
    let across = u16::try_from(row.column_of(text, app.reader.cursor)).unwrap_or(0);
    Position::new(column.x + GUTTER + across.min(column.width.saturating_sub(GUTTER + 1)), column.y + at)
}

/// What stands in the pane before there is a text, or where there will be none.
fn draw_waiting(app: &App, column: Rect, theme: &Theme, buffer: &mut Buffer) -> Position {
    let words = app.reader.problem.as_deref().unwrap_or("Opening…");
    let room = Rect { x: column.x + GUTTER, width: column.width.saturating_sub(GUTTER), ..column };
    let mut row = u16::from(room.height > 6);
    for line in wrapped(words, room.width.into()) {
        put(buffer, room, row, &line, theme.text);
        row += 1;
    }
    if app.reader.problem.is_some() {
        put(buffer, room, row + 1, "q goes back.", theme.dim);
    }
    Position::new(room.x, room.y)
}
