//! The keys of a place, drawn from the table of actions.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Clear, Widget};

use super::bars::label;
use super::widgets::{frame, put_all, put_at};
use crate::actions::{Group, Place};
use crate::app::App;
use crate::app::overlay::help::Help;
use crate::config::theme::Theme;
use crate::text::printable::printable;

/// Cells of the column with the keys.
const KEYS: u16 = 18;

enum Line {
    Blank,
    Head(&'static str),
    Keys(String, &'static str),
    Words(String),
}

const MARKS: [&str; 9] = [
    "┃ direct   ╏ mixed   ┊ indirect   A–Z the speaker",
    "~ likely   ? unsure: the name is followed by ?",
    "☑ a name marked in the text   ▁▃█ where it occurs",
    "● kept   ◆ kept, with a note   ₂ ₃ ₄ in another colour",
    "◐ kept, its words changed   ◑ old words, which you kept",
    "○ lost   ◌ not looked for yet",
    "█ what is on the screen   ■ hits and marked names",
    "Quotes and names are found by rules: check them.",
    "Keys can be changed: the command “keys” opens them.",
];

pub fn draw(app: &App, help: &Help, theme: &Theme, buffer: &mut Buffer) -> Position {
    let body = app.panes.body;
    let mut lines = lines(app, help.place);
    let columns: u16 = if body.width >= 100 { 2 } else { 1 };
    let width = body.width.min(if columns == 2 { 118 } else { 66 });
    let needed = u16::try_from(lines.len()).unwrap_or(u16::MAX).div_ceil(columns) + 2;
    let height = needed.min(body.height);
    let area = Rect { x: body.x + (body.width - width) / 2, y: body.y + (body.height - height) / 2, width, height };
    Clear.render(area, buffer);
    buffer.set_style(area, theme.text);
    let inside = Rect {
        x: area.x + 2,
        y: area.y + 1,
        width: area.width.saturating_sub(4),
        height: area.height.saturating_sub(2),
    };
    let shown = usize::from(inside.height) * usize::from(columns);
    frame(buffer, area, &format!("Keys for: {}", help.place.name()), &says(app, lines.len() > shown), true, theme);
    let top = help.top.min(lines.len().saturating_sub(shown));
    let wide = inside.width / columns;
    keep_heads(&mut lines, usize::from(inside.height));
    for (line, at) in lines.iter().skip(top).take(shown).zip(0u16..) {
        let (column, row) = (at / inside.height.max(1), at % inside.height.max(1));
        let place = Rect { x: inside.x + column * wide, width: wide.saturating_sub(1), ..inside };
        draw_line(line, place, row, theme, buffer);
    }
    Position::new(inside.x, inside.y)
}

/// Which key closes the box, and which scroll it where it is longer than the screen.
fn says(app: &App, is_longer: bool) -> String {
    let keys = |name| app.config.keymap.keys(app.place(), name).first().map(|key| label(key)).unwrap_or_default();
    let scroll = if is_longer { format!("{}{} scroll · ", keys("up"), keys("down")) } else { String::new() };
    scroll + &super::boxes::closes(app)
}

/// Moves a head that would be the last line of a column to the next one.
fn keep_heads(lines: &mut Vec<Line>, column: usize) {
    for last in (1..4).map(|number| number * column) {
        if let Some(Line::Head(_)) = last.checked_sub(1).and_then(|last| lines.get(last)) {
            lines.insert(last - 1, Line::Blank);
        }
    }
}

fn draw_line(line: &Line, area: Rect, row: u16, theme: &Theme, buffer: &mut Buffer) {
    match line {
        Line::Blank => {}
        Line::Head(words) => {
            put_at(buffer, area, 0, row, words, theme.accent);
        }
        Line::Words(words) => {
            put_at(buffer, area, 1, row, words, theme.text);
        }
        Line::Keys(keys, words) => {
            put_all(buffer, area, row, &[(" ", theme.text), (keys, theme.strong)]);
            put_at(buffer, area, KEYS + 2, row, words, theme.text);
        }
    }
}

fn lines(app: &App, place: Place) -> Vec<Line> {
    let mut lines = Vec::new();
    for group in Group::ALL {
        let rows = app.config.keymap.rows_of(place).filter(|(row, keys)| row.group == group && !keys.is_empty());
        let rows: Vec<_> = rows.collect();
        if rows.is_empty() {
            continue;
        }
        lines.push(Line::Head(group.name()));
        lines.extend(rows.into_iter().map(|(row, own)| Line::Keys(keys(own), row.help)));
        lines.push(Line::Blank);
    }
    lines.push(Line::Head("MARKS"));
    lines.extend(MARKS.map(|words| Line::Words(words.to_owned())));
    lines.push(Line::Blank);
    lines.push(Line::Head("YOUR DATA"));
    lines.push(Line::Words("Nothing leaves this computer.".to_owned()));
    match &app.kept_in {
        Some(folder) => {
            let folder = printable(&folder.to_string_lossy());
            lines.push(Line::Words("What you read, and where you stopped, is kept in".to_owned()));
            lines.push(Line::Words(folder));
        }
        None => lines.push(Line::Words("Nothing is kept either.".to_owned())),
    }
    lines
}

/// All keys of a row; a run of digits as its ends.
fn keys(keys: &[String]) -> String {
    match keys {
        [first, .., last] if first == "1" && keys.len() > 3 => format!("{first} … {last}"),
        _ => keys.iter().take(3).map(|key| label(key)).collect::<Vec<_>>().join("  "),
    }
}
