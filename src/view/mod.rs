//! Draws the state of a run on a buffer of cells, and changes nothing.

pub mod article;
pub mod ascii;
pub mod bars;
pub mod boxes;
pub mod card;
pub mod entities;
pub mod foot;
pub mod held;
pub mod help;
pub mod library;
pub mod paint;
pub mod quotes;
pub mod reader;
pub mod scrollbar;
pub mod shelves;
pub mod signs;
pub mod status;
pub mod widgets;
pub mod writing;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::actions::Pane;
use crate::app::layout::Tier;
use crate::app::overlay::Overlay;
use crate::app::{App, Screen};
use crate::config::theme::Theme;

/// Draws one frame over all of the buffer; where the terminal's cursor belongs: on the focused item.
pub fn draw(app: &App, buffer: &mut Buffer) -> Position {
    let theme = &app.config.look.theme;
    buffer.set_style(buffer.area, theme.text);
    let cursor = draw_all(app, theme, buffer);
    if app.config.look.ascii {
        ascii::translate(buffer);
    }
    cursor
}

fn draw_all(app: &App, theme: &Theme, buffer: &mut Buffer) -> Position {
    if app.panes.tier == Tier::TooSmall {
        widgets::put(buffer, app.size, 0, "Too small: 24 by 6 at least", theme.text);
        return Position::default();
    }
    let below = match app.screen {
        Screen::Articles => library::draw(app, theme, buffer),
        Screen::Reader => draw_reader(app, theme, buffer),
        Screen::Bookmarks => shelves::draw(app, theme, buffer),
    };
    foot::draw_missing(app, theme, buffer);
    let typed = bars::draw(app, theme, buffer);
    let mut cursor = typed.unwrap_or(below);
    for (place, overlay) in app.overlays.iter().enumerate() {
        let is_covered = place + 1 < app.overlays.len();
        cursor = match overlay {
            // What is at the foot stays; of boxes there is room for one.
            box_below if is_covered && !is_at_foot(box_below) => continue,
            Overlay::Help(help) => help::draw(app, help, theme, buffer),
            Overlay::Page(page) => boxes::draw_page(app, page, theme, buffer),
            Overlay::Palette(palette) => boxes::draw_palette(app, palette, theme, buffer),
            Overlay::Menu(menu) => boxes::draw_menu(app, menu, theme, buffer),
            Overlay::Card(card) => card::draw(app, card, theme, buffer),
            Overlay::Evidence(walk) => foot::draw_evidence(app, walk, below, theme, buffer),
            Overlay::Links(links) => foot::draw_links(app, links, theme, buffer),
            Overlay::Note(note) => writing::draw_note(app, note, theme, buffer),
            Overlay::Tags(tagging) => writing::draw_tags(app, tagging, theme, buffer),
            Overlay::Select(_) => below,
            Overlay::Find(_) | Overlay::Prompt(_) => typed.unwrap_or(below),
        };
    }
    cursor
}

fn draw_reader(app: &App, theme: &Theme, buffer: &mut Buffer) -> Position {
    let panes = [(Pane::Text, app.panes.text), (Pane::Quotes, app.panes.quotes), (Pane::Entities, app.panes.entities)];
    let mut cursor = Position::default();
    for (pane, area) in panes.into_iter().filter_map(|(pane, area)| Some((pane, area?))) {
        let inside = frame(app, pane, area, theme, buffer);
        let place = match pane {
            Pane::Text => {
                let place = reader::draw(app, theme, buffer);
                scrollbar::draw(app, theme, buffer);
                place
            }
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
        Pane::Quotes => (bars::quotes_title(app), "┃ direct ╏ mixed ┊ indirect".to_owned()),
        Pane::Entities => (format!("3 Entities {}", app.entities.count()), where_found(app).to_owned()),
    };
    widgets::frame(buffer, area, &left, &right, app.focus == pane && keys_go_below(app), theme);
    app.panes.inside(area)
}

/// Whether the keys go to the panes, and to no box over them.
fn keys_go_below(app: &App) -> bool {
    app.overlays.iter().all(|overlay| is_at_foot(overlay) && !matches!(overlay, Overlay::Find(_) | Overlay::Prompt(_)))
}

/// What stands at the right of the names' frame: what their strips show, or that they are not what they should be.
fn where_found(app: &App) -> &'static str {
    let foreign = app.reader.analysis.as_ref().is_some_and(|analysis| analysis.foreign);
    if foreign { "found for English only" } else { "where in the text" }
}

/// Whether it is shown below the panes, and not in a box over them.
fn is_at_foot(overlay: &Overlay) -> bool {
    matches!(
        overlay,
        Overlay::Evidence(_) | Overlay::Links(_) | Overlay::Select(_) | Overlay::Find(_) | Overlay::Prompt(_)
    )
}
