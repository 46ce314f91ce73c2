//! Small things that every pane is drawn with: lines of text, frames, clipped words.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Widget};

use crate::config::theme::Theme;
use crate::text::width::{cells, clip};

/// Writes `text` in the row `row` of `area`, cut to its width with an ellipsis.
pub fn put(buffer: &mut Buffer, area: Rect, row: u16, text: &str, style: Style) {
    put_at(buffer, area, 0, row, text, style);
}

/// Writes `text` from a column and row of `area` on, cut at its right edge; the column after it.
pub fn put_at(buffer: &mut Buffer, area: Rect, column: u16, row: u16, text: &str, style: Style) -> u16 {
    let room = area.width.saturating_sub(column);
    if row >= area.height || room == 0 {
        return column;
    }
    let shown = clip(text, room.into());
    let (end, _) = buffer.set_stringn(area.x + column, area.y + row, &shown, room.into(), style);
    end.saturating_sub(area.x)
}

/// Writes styled pieces one after another in a row of `area`; the column after them.
pub fn put_all(buffer: &mut Buffer, area: Rect, row: u16, pieces: &[(&str, Style)]) -> u16 {
    pieces.iter().fold(0, |column, (text, style)| put_at(buffer, area, column, row, text, *style))
}

/// Writes `text` at the right edge of a row of `area`, where that leaves `left` columns free.
pub fn put_right(buffer: &mut Buffer, area: Rect, left: u16, row: u16, text: &str, style: Style) {
    let wide = u16::try_from(cells(text)).unwrap_or(u16::MAX);
    if wide.saturating_add(left) <= area.width {
        put_at(buffer, area, area.width - wide, row, text, style);
    }
}

/// Gives every cell of a row of `area` a style.
pub fn fill(buffer: &mut Buffer, area: Rect, row: u16, style: Style) {
    if row < area.height {
        buffer.set_style(Rect { y: area.y + row, height: 1, ..area }, style);
    }
}

/// A rule across a row of `area`.
pub fn rule(buffer: &mut Buffer, area: Rect, row: u16, style: Style) {
    put(buffer, area, row, &"─".repeat(area.width.into()), style);
}

/// A frame with a title at its left and words at its right: heavy where the keys go.
pub fn frame(buffer: &mut Buffer, area: Rect, left: &str, right: &str, focused: bool, theme: &Theme) {
    let (kind, border, title) = match focused {
        true => (BorderType::Thick, theme.border, theme.strong),
        false => (BorderType::Plain, theme.dim, theme.text),
    };
    let room = usize::from(area.width.saturating_sub(4));
    let left = clip(left, room.saturating_sub(2));
    let mut block = Block::bordered().border_type(kind).border_style(border);
    if area.height < 3 {
        let line = format!("─ {left} ");
        put(
            buffer,
            area,
            0,
            &format!("{line}{}", "─".repeat(usize::from(area.width).saturating_sub(cells(&line)))),
            border,
        );
        return;
    }
    // Titles stand on the border, whose colour and weight are not theirs.
    let plain = Style::reset().patch(theme.text);
    block = block.title(Line::from(Span::styled(format!(" {left} "), plain.patch(title))));
    if cells(&left) + cells(right) + 6 <= room && !right.is_empty() {
        block = block.title(Line::from(Span::styled(format!(" {right} "), plain.patch(theme.dim))).right_aligned());
    }
    block.render(area, buffer);
}
