//! The boxes over the panes: palette, menus, pages.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Clear, Widget};

use super::bars::label;
use super::widgets::{fill, frame, put, put_all, put_at, put_right, rule};
use super::writing::draw_colour;
use crate::app::App;
use crate::app::overlay::menu::{Chosen, Menu};
use crate::app::overlay::page::{Line, NAMES, Page};
use crate::app::overlay::palette::{Offer, Palette};
use crate::config::theme::Theme;
use crate::text::width::cells;

/// A framed box around the area of its content.
pub fn open(buffer: &mut Buffer, inside: Rect, above: u16, titles: (&str, &str), theme: &Theme) -> Rect {
    let outer = Rect {
        x: inside.x.saturating_sub(2),
        y: inside.y.saturating_sub(1 + above),
        width: inside.width + 4,
        height: inside.height + 2 + above,
    }
    .intersection(buffer.area);
    Clear.render(outer, buffer);
    buffer.set_style(outer, theme.text);
    frame(buffer, outer, titles.0, titles.1, true, theme);
    outer
}

/// Which key closes the box.
pub fn closes(app: &App) -> String {
    let key = app.config.keymap.keys(app.place(), "cancel").first();
    key.map_or(String::new(), |key| format!("{key} closes"))
}

pub fn draw_page(app: &App, page: &Page, theme: &Theme, buffer: &mut Buffer) -> Position {
    let area = app.panes.overlay;
    let more = page.laid.len() > usize::from(area.height);
    let place = format!(
        "{}–{} of {}",
        page.top + 1,
        (page.top + usize::from(area.height)).min(page.laid.len()),
        page.laid.len()
    );
    let close = closes(app);
    open(buffer, area, 0, (&page.title, if more { place.as_str() } else { close.as_str() }), theme);
    for (line, row) in page.laid.iter().skip(page.top).zip(0..area.height) {
        match line {
            Line::Head(words) => put(buffer, area, row, words, theme.strong),
            Line::Words(words) => put(buffer, area, row, words, theme.text),
            Line::Pair(name, words) => {
                put(buffer, area, row, name, theme.dim);
                put_at(buffer, area, u16::try_from(NAMES + 1).unwrap_or(14), row, words, theme.text);
            }
        }
    }
    Position::new(area.x, area.y)
}

pub fn draw_menu(app: &App, menu: &Menu, theme: &Theme, buffer: &mut Buffer) -> Position {
    let area = app.panes.overlay;
    open(buffer, area, 0, (&menu.title, &closes(app)), theme);
    let mut cursor = Position::new(area.x, area.y);
    let widest = menu.choices.iter().map(|choice| cells(&choice.words)).max().unwrap_or(0);
    for ((index, choice), row) in menu.choices.iter().enumerate().skip(menu.top).zip(0..area.height) {
        let number = if index < 9 { format!("{} ", index + 1) } else { "  ".to_owned() };
        let start = put_all(buffer, area, row, &[(" ", theme.text), (&number, theme.dim)]);
        let mut column = u16::try_from(widest + 5).unwrap_or(u16::MAX);
        if let Chosen::Colour(_, colour) = choice.what {
            let line = Rect { x: area.x + start, y: area.y + row, width: area.width.saturating_sub(start), height: 1 };
            column = start + draw_colour(buffer, line, colour, &choice.words, theme) + 2;
        } else {
            put_at(buffer, area, start, row, &choice.words, theme.text);
        }
        put_at(buffer, area, column, row, &choice.detail, theme.dim);
        if index == menu.selected {
            // What a colour looks like is to be seen while it is chosen.
            let is_colour = matches!(choice.what, Chosen::Colour(..));
            let width = if is_colour { start.saturating_sub(1) } else { area.width };
            fill(buffer, Rect { width, ..area }, row, theme.focused);
            cursor.y = area.y + row;
        }
    }
    cursor
}

pub fn draw_palette(app: &App, palette: &Palette, theme: &Theme, buffer: &mut Buffer) -> Position {
    let area = app.panes.overlay;
    let count = format!("{}", palette.len());
    let outer = open(buffer, area, 2, ("Commands", &count), theme);
    let input = Rect { y: outer.y + 1, height: 1, ..area };
    let end = put_at(buffer, input, 0, 0, ": ", theme.accent);
    put_at(buffer, input, end, 0, palette.line.words(), theme.strong);
    if palette.line.words().is_empty() {
        put_at(buffer, input, end + 1, 0, "type some letters of it", theme.dim);
    }
    rule(buffer, Rect { y: outer.y + 2, height: 1, ..area }, 0, theme.dim);
    if palette.is_empty() {
        put(buffer, area, 0, "No command matches.", theme.dim);
    }
    for ((index, offer), row) in palette.offers().enumerate().skip(palette.top).zip(0..area.height) {
        draw_offer(app, offer, index < palette.recent(), Rect { y: area.y + row, height: 1, ..area }, theme, buffer);
        if index == palette.selected {
            fill(buffer, area, row, theme.focused);
        }
    }
    let column = u16::try_from(palette.line.column()).unwrap_or(u16::MAX);
    Position::new(input.x + end.saturating_add(column).min(input.width.saturating_sub(1)), input.y)
}

/// What can be done, its name, and its keys.
fn draw_offer(app: &App, offer: Offer, recent: bool, area: Rect, theme: &Theme, buffer: &mut Buffer) {
    let row = offer.row();
    let keys = app.config.keymap.keys(offer.place, row.name);
    let keys: Vec<String> = keys.iter().map(|key| label(key)).collect();
    let keys = keys.join("  ");
    let room = Rect { width: area.width.saturating_sub(u16::try_from(cells(&keys)).unwrap_or(0) + 1), ..area };
    let mark = if recent { "· " } else { "  " };
    let end = put_all(buffer, room, 0, &[(mark, theme.dim), (row.help, theme.text)]);
    // The name by which a file of keys knows it.
    let column = (area.width * 11 / 20).max(end + 2);
    put_at(buffer, room, column, 0, row.name, theme.dim);
    put_right(buffer, area, 0, 0, &keys, theme.accent);
}
