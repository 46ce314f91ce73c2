//! Draws the state of a run on a buffer of cells, and changes nothing.

pub mod bars;
pub mod entities;
pub mod help;
pub mod library;
pub mod paint;
pub mod quotes;
pub mod reader;
pub mod theme;
pub mod widgets;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::actions::Pane;
use crate::app::layout::Tier;
use crate::app::{App, Screen};
use theme::Theme;

/// Draws one frame over all of the buffer; where the terminal's cursor belongs: on the focused item.
pub fn draw(app: &App, theme: &Theme, buffer: &mut Buffer) -> Position {
    if app.panes.tier == Tier::TooSmall {
        widgets::put(buffer, app.size, 0, "Too small: 24 by 6 at least", theme.text);
        return Position::default();
    }
    let below = match app.screen {
        Screen::Articles => library::draw(app, theme, buffer),
        Screen::Reader => draw_reader(app, theme, buffer),
    };
    bars::draw(app, theme, buffer);
    match &app.help {
        Some(help) => help::draw(app, help, theme, buffer),
        None => below,
    }
}

fn draw_reader(app: &App, theme: &Theme, buffer: &mut Buffer) -> Position {
    let panes = [(Pane::Text, app.panes.text), (Pane::Quotes, app.panes.quotes), (Pane::Entities, app.panes.entities)];
    let mut cursor = Position::default();
    for (pane, area) in panes.into_iter().filter_map(|(pane, area)| Some((pane, area?))) {
        let inside = frame(app, pane, area, theme, buffer);
        let place = match pane {
            Pane::Text => reader::draw(app, theme, buffer),
            Pane::Quotes => quotes::draw(app, inside, theme, buffer),
            Pane::Entities => entities::draw(app, inside, theme, buffer),
        };
        if pane == app.focus {
            cursor = place;
        }
    }
    if let Some(strip) = app.panes.strip {
        quotes::draw_strip(app, strip, theme, buffer);
    }
    cursor
}

/// Borders and title of a pane, where there is room for borders; what is left inside.
fn frame(app: &App, pane: Pane, area: Rect, theme: &Theme, buffer: &mut Buffer) -> Rect {
    if !app.panes.bordered() {
        return area;
    }
    let (left, right) = match pane {
        Pane::Text => ("1 Text".to_owned(), format!("{}%", app.reader.progress())),
        Pane::Quotes => (format!("2 Quotes {}", app.quotes.quotes().len()), "┃ direct ╏ mixed ┊ indirect".to_owned()),
        Pane::Entities => (format!("3 Entities {}", app.entities.count()), "where in the text".to_owned()),
    };
    widgets::frame(buffer, area, &left, &right, app.focus == pane && app.help.is_none(), theme);
    app.panes.inside(area)
}
