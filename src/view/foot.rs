//! The strip at the foot: the chain of evidence, or the links on the screen.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::widgets::{fill, put_all, put_at, put_right, rule};
use crate::app::App;
use crate::app::overlay::Overlay;
use crate::app::overlay::evidence::Walk;
use crate::app::overlay::links::Links;
use crate::config::theme::Theme;
use crate::text::width::cells;

/// The chain of evidence below its verdict; the cursor stays in the text, at the quote.
pub fn draw_evidence(app: &App, walk: &Walk, cursor: Position, theme: &Theme, buffer: &mut Buffer) -> Position {
    let area = app.panes.foot;
    if area.height == 0 {
        return cursor;
    }
    let (verdict, checked) = (app.verdict(walk.quote), app.checked_words());
    let question = format!("Who says this? {verdict}");
    let place = format!("quote {} of {} ─", walk.quote + 1, app.quotes.quotes().len());
    // How much is checked stands there as long as it can; the question is the first thing to go.
    let full = format!("{checked} · {place}");
    let wishes = [(&question, full), (&question, format!("{checked} ─")), (&verdict, format!("{checked} ─"))];
    let room = usize::from(area.width);
    let fits = |(title, right): &(&String, String)| cells(title) + cells(right) + 5 <= room;
    let (title, right) = wishes.into_iter().find(fits).unwrap_or((&question, String::new()));
    head(buffer, area, title, &right, theme);
    for (line, row) in walk.lines.iter().zip(1..area.height) {
        put_at(buffer, area, 1, row, line, theme.text);
    }
    cursor
}

/// The words of a lost passage, while others are looked for in the text above.
pub fn draw_missing(app: &App, theme: &Theme, buffer: &mut Buffer) {
    let is_below = matches!(app.overlays.last(), None | Some(Overlay::Select(_)));
    let Some(missing) = app.shelves.missing().filter(|_| is_below && app.panes.foot.height > 0) else { return };
    let (select, keep) = (app.key_of("select"), app.key_of("keep"));
    let how = format!("{select} selects, {keep} moves the bookmark there ─");
    head(buffer, app.panes.foot, "Lost words that were kept", &how, theme);
    for (line, row) in missing.lines.iter().zip(1..app.panes.foot.height) {
        put_at(buffer, app.panes.foot, 1, row, line, theme.text);
    }
}

/// The links with their numbers and addresses.
pub fn draw_links(app: &App, links: &Links, theme: &Theme, buffer: &mut Buffer) -> Position {
    let area = app.panes.foot;
    head(buffer, area, "Links on this screen", "", theme);
    let mut cursor = Position::new(area.x, area.y);
    for ((index, link), row) in links.links.iter().enumerate().zip(1..area.height) {
        let line = Rect { y: area.y + row, height: 1, ..area };
        let number = format!(" {} ", index + 1);
        let end = put_all(buffer, line, 0, &[(" ", theme.text), (&number, theme.number), (" ", theme.text)]);
        let words = put_at(buffer, Rect { width: line.width / 2, ..line }, end, 0, &link.words, theme.text);
        put_at(buffer, line, words + 2, 0, &link.url, theme.dim);
        if index == links.selected {
            fill(buffer, line, 0, theme.focused);
            cursor.y = line.y;
        }
    }
    cursor
}

/// The rule above the strip, with its title.
fn head(buffer: &mut Buffer, area: Rect, title: &str, right: &str, theme: &Theme) {
    rule(buffer, area, 0, theme.border);
    let end = put_at(buffer, area, 1, 0, &format!(" {title} "), theme.strong);
    put_right(buffer, area, end + 1, 0, &format!(" {right}"), theme.dim);
}
