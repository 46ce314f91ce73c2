//! The scrollbar of the text: where one is, and where the hits, the marked names and the kept passages are.

use ratatui::buffer::Buffer;
use ratatui::style::{Modifier, Style};

use super::signs;
use crate::app::App;
use crate::app::layout::Tier;
use crate::config::theme::Theme;

pub fn draw(app: &App, theme: &Theme, buffer: &mut Buffer) {
    let bar = app.scrollbar();
    let Some(article) = app.reader.article.as_ref().filter(|_| app.panes.tier >= Tier::Small && bar.height > 2) else {
        return;
    };
    let length = article.document.text.len().max(1);
    let rows = usize::from(bar.height);
    let seen = app.reader.rows.first().zip(app.reader.rows.last());
    let Some((first, last)) = seen.map(|(first, last)| (first.span.start, last.span.end)) else { return };
    // Beside a text that is all on the screen, a sign stands in its own row.
    let row_of = |place: usize| match first > 0 || last < length {
        true => (place * rows / length).min(rows - 1),
        false => app.reader.rows.partition_point(|row| row.span.end <= place).min(rows - 1),
    };
    if first > 0 || last < length {
        for row in row_of(first)..=row_of(last.saturating_sub(1)) {
            set(buffer, bar.x, bar.y, row, "█", theme.border);
        }
    }
    for kept in app.bookmarks.marks() {
        mark(buffer, bar.x, bar.y, row_of(kept.span.start), signs::sign_of(kept), signs::style(kept, theme));
    }
    let marked = app.entities.marked.iter().filter_map(|id| app.entities.entity(*id));
    let marked = marked.flat_map(|entity| entity.mentions.iter().map(|mention| mention.span.start));
    let hits = app.found.hits.iter().map(|hit| hit.start);
    let mut places: Vec<usize> =
        if app.found.hits.is_empty() { marked.map(row_of).collect() } else { hits.map(row_of).collect() };
    places.sort_unstable();
    places.dedup();
    for row in places {
        mark(buffer, bar.x, bar.y, row, "■", theme.strong);
    }
}

fn set(buffer: &mut Buffer, x: u16, top: u16, row: usize, symbol: &str, style: Style) {
    let y = top.saturating_add(u16::try_from(row).unwrap_or(u16::MAX));
    if let Some(cell) = buffer.cell_mut((x, y)) {
        cell.set_symbol(symbol).set_style(style);
    }
}

/// A sign on the bar, as it looks elsewhere: the border below may be dim, which would say something here.
fn mark(buffer: &mut Buffer, x: u16, top: u16, row: usize, symbol: &str, style: Style) {
    set(buffer, x, top, row, " ", Style::new().remove_modifier(Modifier::all()));
    set(buffer, x, top, row, symbol, style);
}
