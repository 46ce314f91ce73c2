//! The entities pane: groups of names, how often each occurs, and where.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::widgets::{fill, put, put_all, put_at, rule};
use crate::actions::Pane;
use crate::app::App;
use crate::app::entities::Item;
use crate::app::strips::{BINS, bar};
use crate::config::theme::Theme;
use crate::model::entity::{Entity, EntityId};
use crate::model::quote::Certainty;
use crate::text::layout::wrapped;

pub fn draw(app: &App, area: Rect, theme: &Theme, buffer: &mut Buffer) -> Position {
    let mut cursor = Position::new(area.x, area.y);
    if area.height == 0 {
        return cursor;
    }
    if app.entities.items.is_empty() {
        let words = match (&app.reader.analysis, &app.reader.article) {
            _ if app.reader.analysis_failed => "Names could not be looked for.",
            (_, None) => "",
            (None, _) => "Finding names…",
            (Some(analysis), _) if analysis.foreign => "No names were found: they are found in English texts.",
            (Some(_), _) => "No names were found in this article.",
        };
        put_at(buffer, area, 1, u16::from(area.height > 4), words, theme.text);
        return cursor;
    }
    let card = card_rows(app, area);
    let list = Rect { height: area.height - card, ..area };
    for (item, row) in app.entities.items.iter().enumerate().skip(app.entities.top).zip(0..list.height) {
        let line = Rect { y: list.y + row, height: 1, ..list };
        match *item.1 {
            Item::Group(group) => draw_group(app, group, line, theme, buffer),
            Item::Entity(id) => draw_entity(app, id, line, theme, buffer),
        }
        if item.0 == app.entities.selected {
            cursor.y = line.y;
            put(buffer, line, 0, "▶", theme.strong);
            let focused = app.focus == Pane::Entities;
            // The bars of a strip would read as their opposite in reverse.
            let bars = matches!(item.1, Item::Entity(_));
            let line =
                Rect { width: line.width.saturating_sub(if bars { right_width(line.width) } else { 0 }), ..line };
            fill(buffer, line, 0, if focused { theme.focused } else { theme.selected });
        }
    }
    if card > 0 {
        draw_card(app, Rect { y: list.bottom(), height: card, ..area }, theme, buffer);
    }
    cursor
}

/// Rows of the card below the list.
fn card_rows(app: &App, area: Rect) -> u16 {
    area.height - app.entities.height.min(area.height)
}

/// Cells of the strip: names come first, so it is halved or left out where there is little room.
fn strip_width(width: u16) -> u16 {
    match width {
        48.. => 16,
        36.. => 8,
        _ => 0,
    }
}

/// Cells of the count and the strip.
fn right_width(width: u16) -> u16 {
    4 + strip_width(width)
}

fn draw_group(app: &App, group: usize, area: Rect, theme: &Theme, buffer: &mut Buffer) {
    let Some(group) = app.entities.groups.get(group) else { return };
    let fold = if group.folded { "▸" } else { "▾" };
    let count = group.entities.len().to_string();
    put_all(
        buffer,
        area,
        0,
        &[
            ("  ", theme.text),
            (fold, theme.text),
            (" ", theme.text),
            (group.title, theme.strong),
            (" ", theme.text),
            (&count, theme.dim),
        ],
    );
}

fn draw_entity(app: &App, id: EntityId, area: Rect, theme: &Theme, buffer: &mut Buffer) {
    let Some(entity) = app.entities.entity(id) else { return };
    let right = right_width(area.width);
    let mark = if app.entities.marked.contains(&id) { "☑" } else { "☐" };
    let letter = app.entities.letter(id).unwrap_or(' ').to_string();
    let voice = app.quotes.voices.iter().position(|voice| voice.entity() == Some(id));
    let accent = theme.accent.patch(theme.voice(voice));
    let name = Rect { width: area.width.saturating_sub(right + 1), ..area };
    let style = if app.entities.marked.contains(&id) { theme.marked } else { theme.text };
    let pieces = [("    ", theme.text), (mark, theme.text), (" ", theme.text), (&*letter, accent), (" ", theme.text)];
    let end = put_all(buffer, name, 0, &pieces);
    let end = put_at(buffer, name, end, 0, &entity.name, style);
    if app.corrections.is_corrected(id) {
        put_at(buffer, name, end, 0, " ✎", theme.dim);
    }
    let count = entity.mentions.len();
    let at = area.width.saturating_sub(right);
    put_at(buffer, area, at, 0, &format!("{count:>3} "), theme.text);
    let bins = app.entities.strip(id);
    let cells = bins
        .chunks(BINS / usize::from(strip_width(area.width).max(1)))
        .map(|bins| bins.iter().copied().max().unwrap_or(0));
    for (height, column) in cells.zip(at + 4..area.width) {
        let style = if height == 0 { theme.dim } else { theme.text };
        put_at(buffer, area, column, 0, &bar(height).to_string(), style);
    }
}

/// The selected name: what it is, and how else it is called.
fn draw_card(app: &App, area: Rect, theme: &Theme, buffer: &mut Buffer) {
    rule(buffer, area, 0, theme.dim);
    let Some((id, article)) = app.entities.selected_entity().zip(app.reader.article.as_ref()) else { return };
    let Some(entity) = app.entities.entity(id) else { return };
    let capacity = entity.capacity.map(|span| format!(", {}", article.document.slice(span).replace('\n', " ")));
    let kind = format!(" · {}{}", entity.kind.name(), capacity.unwrap_or_default());
    put_all(buffer, area, 1, &[(" ", theme.text), (&entity.name, theme.strong), (&kind, theme.dim)]);
    if !entity.aliases.is_empty() {
        let words = format!("also {}", aliases(entity));
        for (line, row) in wrapped(&words, area.width.saturating_sub(2).into()).iter().zip(2..) {
            put_at(buffer, area, 1, row, line, theme.dim);
        }
    }
}

/// The other forms of a name with the rule that merged each, weak ones marked.
pub fn aliases(entity: &Entity) -> String {
    let alias = |alias: &crate::model::entity::Alias| {
        let mark = if alias.certainty == Certainty::Certain { "" } else { alias.certainty.mark() };
        format!("{}{mark} ({})", alias.form, alias.rule.words())
    };
    entity.aliases.iter().map(alias).collect::<Vec<_>>().join(", ")
}
