//! The card of a name: what is known of it beside its mentions.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::boxes::open;
use super::widgets::{fill, put, put_all, rule};
use crate::app::App;
use crate::app::overlay::card::{Card, Occurrence};
use crate::app::overlay::page::Line;
use crate::config::theme::Theme;
use crate::text::width::{cells, fit};

pub fn draw(app: &App, card: &Card, theme: &Theme, buffer: &mut Buffer) -> Position {
    let list = app.panes.overlay;
    let body = app.panes.body;
    let inside = Rect {
        x: body.x + 2,
        y: body.y + 1,
        width: body.width.saturating_sub(4),
        height: body.height.saturating_sub(2),
    };
    let count = card.mentions.len();
    let place = format!("mention {} of {count}", (card.selected + 1).min(count));
    open(buffer, inside, 0, (&card.name, &place), theme);
    let beside = list.x > inside.x;
    let about = match beside {
        true => Rect { width: list.x - inside.x - 2, ..inside },
        false => Rect { height: list.y - inside.y - u16::from(list.y > inside.y), ..inside },
    };
    draw_about(card, about, theme, buffer);
    if beside {
        (0..inside.height).for_each(|row| put(buffer, Rect { x: list.x - 2, width: 1, ..inside }, row, "│", theme.dim));
    } else if list.y > inside.y {
        rule(buffer, Rect { y: list.y - 1, height: 1, ..inside }, 0, theme.dim);
    }
    let mut cursor = Position::new(list.x, list.y);
    for ((index, mention), row) in card.mentions.iter().enumerate().skip(card.top).zip(0..list.height) {
        draw_mention(mention, Rect { y: list.y + row, height: 1, ..list }, theme, buffer);
        if index == card.selected {
            fill(buffer, list, row, theme.focused);
            cursor.y = list.y + row;
        }
    }
    cursor
}

fn draw_about(card: &Card, area: Rect, theme: &Theme, buffer: &mut Buffer) {
    for (line, row) in card.about.iter().zip(0..area.height) {
        match line {
            Line::Head(words) => put(buffer, area, row, words, theme.strong),
            Line::Words(words) | Line::Pair(_, words) => put(buffer, area, row, words, theme.text),
        }
    }
}

/// A mention in the middle of its line, marked, with the words around it.
fn draw_mention(mention: &Occurrence, area: Rect, theme: &Theme, buffer: &mut Buffer) {
    let place = format!("¶{:<3}{} ", mention.paragraph, mention.mark);
    let left = usize::from(area.width / 3).saturating_sub(cells(&place));
    let over = cells(&mention.before).saturating_sub(left);
    let (_, cut) = fit(&mention.before, over);
    let skipped = fit(&mention.before, cut).0.len();
    let before = mention.before.get(skipped..).unwrap_or_default();
    let pad = " ".repeat(left.saturating_sub(cells(before)));
    put_all(
        buffer,
        area,
        0,
        &[
            (&place, theme.dim),
            (&pad, theme.text),
            (before, theme.text),
            (&mention.words, theme.marked),
            (&mention.after, theme.text),
        ],
    );
}
