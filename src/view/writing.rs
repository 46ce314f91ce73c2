//! The boxes in which something is written about a passage: its note, its tags.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::boxes::open;
use super::signs;
use super::widgets::{fill, put, put_all, put_at, put_right, rule};
use crate::app::App;
use crate::app::overlay::note::Note;
use crate::app::overlay::tagging::Tagging;
use crate::config::theme::Theme;
use crate::model::bookmark::{Bookmark, Colour};
use crate::model::tags::shown;
use crate::text::width::{cells, clip};

/// Cells that the frame has beside its title.
const FRAME: usize = 14;

pub fn draw_note(app: &App, note: &Note, theme: &Theme, buffer: &mut Buffer) -> Position {
    let area = app.panes.overlay;
    let bookmark = &note.draft.now;
    let new = if note.draft.is_new() { "Keep, with a note on" } else { "Note on" };
    let more = match note.writing.rows().len() > usize::from(area.height) {
        true => format!("row {} of {}", note.writing.place().0 + 1, note.writing.rows().len()),
        false => String::new(),
    };
    let room = Rect { width: area.width.saturating_sub(u16::try_from(cells(&more)).unwrap_or(0)), ..area };
    let title = title(new, bookmark, room);
    let below = Rect { height: area.height + 2, ..area };
    open(buffer, below, 0, (&title, &more), theme);
    for (row, at) in note.writing.rows().iter().skip(note.top).zip(0..area.height) {
        put_row(buffer, area, at, row.of(note.text()), theme);
    }
    if note.text().is_empty() {
        put_at(buffer, area, 1, 0, "write it here; #word is a tag", theme.dim);
    }
    let foot = Rect { y: area.bottom(), height: 2, ..area };
    rule(buffer, foot, 0, theme.dim);
    let foot = Rect { y: foot.y + 1, height: 1, ..foot };
    match note.offered.is_empty() {
        true => draw_said(&note.written().now, foot, theme, buffer),
        false => draw_offered(note, foot, theme, buffer),
    }
    let (row, column) = note.writing.place();
    let row = u16::try_from(row.saturating_sub(note.top)).unwrap_or(0).min(area.height.saturating_sub(1));
    Position::new(area.x + u16::try_from(column).unwrap_or(0).min(area.width), area.y + row)
}

/// “Note on “We count the …””.
fn title(what: &str, bookmark: &Bookmark, area: Rect) -> String {
    let room = usize::from(area.width).saturating_sub(cells(what) + FRAME);
    let words = bookmark.anchor.exact.trim_matches(['“', '”', '"']).replace('\n', " ");
    format!("{what} “{}”", clip(&words, room))
}

/// A row as it is written; white space at its end may stand beyond the edge.
fn put_row(buffer: &mut Buffer, area: Rect, at: u16, words: &str, theme: &Theme) {
    buffer.set_stringn(area.x, area.y + at, words, area.width.into(), theme.text);
}

/// The tags of the note and those beside it, and the colour.
fn draw_said(bookmark: &Bookmark, area: Rect, theme: &Theme, buffer: &mut Buffer) {
    let colour = format!("colour {}", bookmark.colour.number());
    let tags: Vec<String> = bookmark.all_tags().iter().map(|tag| shown(tag)).collect();
    let tags = if tags.is_empty() { "no tags".to_owned() } else { tags.join(" ") };
    let room = usize::from(area.width).saturating_sub(cells(&colour) + 4);
    put(buffer, area, 0, &clip(&tags, room), theme.dim);
    put_right(buffer, area, 0, 0, &colour, theme.dim);
    let sign = if bookmark.note.trim().is_empty() { "●" } else { "◆" };
    put_right(buffer, Rect { width: area.width.saturating_sub(10), ..area }, 0, 0, sign, theme.sign(bookmark.colour));
}

/// The tags that fit what is begun, the one that was taken standing out.
fn draw_offered(note: &Note, area: Rect, theme: &Theme, buffer: &mut Buffer) {
    let taken = note.taken.map(|(place, _)| place);
    let mut column = 0;
    for (place, offer) in note.offered.iter().enumerate() {
        let words = format!("{} {}", shown(&offer.tag), offer.count);
        if usize::from(column) + cells(&words) > area.width.into() {
            break;
        }
        let style = if taken == Some(place) { theme.focused } else { theme.text };
        column = put_at(buffer, area, column, 0, &words, style) + 2;
    }
}

pub fn draw_tags(app: &App, tagging: &Tagging, theme: &Theme, buffer: &mut Buffer) -> Position {
    let area = app.panes.overlay;
    let new = if tagging.draft.is_new() { "Keep, with tags on" } else { "Tags of" };
    let outer = open(buffer, area, 2, (&title(new, &tagging.draft.now, area), ""), theme);
    let input = Rect { y: outer.y + 1, height: 1, ..area };
    let column = tagging.line.column();
    let hidden = (column + 1).saturating_sub(area.width.into());
    let words = tagging.line.words();
    put(
        buffer,
        input,
        0,
        words.get(crate::text::width::fit(words, hidden).0.len()..).unwrap_or_default(),
        theme.strong,
    );
    if words.is_empty() {
        put_at(buffer, input, 1, 0, "pier, \"low tide\", …", theme.dim);
    }
    rule(buffer, Rect { y: outer.y + 2, height: 1, ..area }, 0, theme.dim);
    if tagging.offered.is_empty() {
        put(buffer, area, 0, &nothing(tagging), theme.dim);
    }
    for ((place, offer), row) in tagging.offered.iter().enumerate().skip(tagging.top).zip(0..area.height) {
        let line = Rect { y: area.y + row, height: 1, ..area };
        put_all(buffer, line, 0, &[("  #", theme.dim), (&offer.tag, theme.text)]);
        put_right(buffer, line, 0, 0, &offer.count.to_string(), theme.dim);
        if tagging.selected == Some(place) {
            fill(buffer, line, 0, theme.focused);
        }
    }
    let column = u16::try_from(column - hidden).unwrap_or(0);
    Position::new(input.x + column.min(input.width), input.y)
}

/// What stands in the place of tags where none fits.
fn nothing(tagging: &Tagging) -> String {
    let noted: Vec<String> = tagging.noted().map(shown).collect();
    match noted.is_empty() {
        true => "No tag in the library fits: this will be a new one.".to_owned(),
        false => format!("In the note: {}", noted.join(" ")),
    }
}

/// The sign of a colour in a menu, with the words as they would be marked.
pub fn draw_colour(buffer: &mut Buffer, area: Rect, colour: Colour, words: &str, theme: &Theme) -> u16 {
    let number = signs::number(colour);
    let sign = put_all(buffer, area, 0, &[("●", theme.sign(colour)), (number, theme.sign(colour))]);
    put_at(buffer, area, sign.max(2) + 1, 0, words, theme.text.patch(theme.kept(colour)))
}
