//! The screen of bookmarks: the list of those of all articles.

mod preview;

use jiff::Zoned;
use jiff::civil::Date;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::signs;
use super::widgets::{fill, frame, put, put_all, put_at, put_right};
use crate::actions::Place;
use crate::app::App;
use crate::app::layout::Tier;
use crate::app::shelves::layout::areas;
use crate::app::shelves::{Counts, Line, Order, said_by};
use crate::config::theme::Theme;
use crate::model::bookmark::{Bookmark, State};
use crate::model::shelf::{Shelf, Source};
use crate::model::tags::shown;
use crate::text::counting::counted;
use crate::text::layout::wrapped;
use crate::text::printable::one_line;
use crate::text::width::{cells, clip};

/// Cells before the words of a bookmark: what is chosen, its state and colour.
const BEFORE: u16 = 5;
/// The most cells of a headline among what is said of a bookmark.
const HEADLINE: usize = 40;
/// The most cells of a passage in a list that is wider.
const WIDEST: u16 = 110;

pub fn draw(app: &App, theme: &Theme, buffer: &mut Buffer) -> Position {
    draw_title(app, theme, buffer);
    let areas = areas(&app.panes);
    if app.panes.bordered() {
        let focused = app.overlays.is_empty();
        frame(buffer, areas.outer, "Bookmarks", app.shelves.order().words(), focused, theme);
    }
    let cursor = match app.shelves.is_empty() {
        true => {
            draw_empty(app, areas.list, theme, buffer);
            Position::new(areas.list.x, areas.list.y)
        }
        false => draw_lines(app, areas.list, theme, buffer),
    };
    if let Some(area) = areas.preview {
        preview::draw(app, area, theme, buffer);
    }
    cursor
}

/// How many there are, what they are narrowed to, and how many are to be looked at.
fn draw_title(app: &App, theme: &Theme, buffer: &mut Buffer) {
    let area = app.panes.title;
    let counts = app.shelves.counts();
    let narrowed = app.shelves.narrowed_to();
    let count = match (app.shelves.is_read(), narrowed.is_empty()) {
        (false, _) => String::new(),
        (true, true) => format!("{} in {}", counts.all, counted(counts.articles, "article")),
        (true, false) => format!("{} of {}", app.shelves.len(), counts.all),
    };
    let chips: String = narrowed.iter().map(|chip| format!(" [{chip}]")).collect();
    let narrow = app.panes.tier == Tier::ExtraSmall;
    let look = to_look_at(counts, narrow);
    let gap = if narrow { " " } else { "   " };
    let pieces =
        [(" Bookmarks", theme.strong), (gap, theme.text), (count.as_str(), theme.text), (&chips, theme.accent)];
    let end = put_all(buffer, area, 0, &pieces);
    put_right(buffer, area, end + 1, 0, &look, theme.dim);
}

/// "2 need a look · 1 lost"; in few cells, their glyphs.
fn to_look_at(counts: Counts, narrow: bool) -> String {
    let need = if counts.changed == 1 { "needs" } else { "need" };
    let parts = match narrow {
        true => [format!("◐{}", counts.changed), format!("○{}", counts.lost)],
        false => [format!("{} {need} a look", counts.changed), format!("{} lost", counts.lost)],
    };
    let numbers = [counts.changed, counts.lost];
    let parts: Vec<String> =
        parts.into_iter().zip(numbers).filter(|(_, count)| *count > 0).map(|(words, _)| words).collect();
    if parts.is_empty() { String::new() } else { parts.join(if narrow { " " } else { " · " }) + " " }
}

fn draw_empty(app: &App, area: Rect, theme: &Theme, buffer: &mut Buffer) {
    let key = |place, name| app.config.keymap.keys(place, name).first().cloned().unwrap_or_default();
    let words = match (app.shelves.is_read(), app.shelves.narrowed_to().is_empty()) {
        (false, _) => "The bookmarks are being read…".to_owned(),
        (true, false) => {
            let cancel = key(Place::Bookmarks, "cancel");
            format!("None of the {} bookmarks has all of this; {cancel} takes it off.", app.shelves.counts().all)
        }
        (true, true) => format!(
            "There are no bookmarks yet. In an article {} keeps the sentence or the quote where you are, and {} selects \
             what is to be kept.",
            key(Place::Text, "keep"),
            key(Place::Text, "select")
        ),
    };
    let top = u16::from(area.height > 4);
    for (line, row) in wrapped(&words, area.width.saturating_sub(4).min(66).into()).iter().zip(top..) {
        put_at(buffer, area, 2, row, line, theme.text);
    }
}

fn draw_lines(app: &App, area: Rect, theme: &Theme, buffer: &mut Buffer) -> Position {
    let mut cursor = Position::new(area.x, area.y);
    let this_year = Zoned::now().year();
    for (line, row) in app.shelves.lines.iter().skip(app.shelves.top).zip(0..area.height) {
        let row = Rect { y: area.y + row, height: 1, ..area };
        match *line {
            Line::Blank => {}
            Line::Article(number) => {
                if let Some(shelf) = app.shelves.shelf(number) {
                    draw_article(&shelf.source, this_year, row, theme, buffer);
                }
            }
            Line::Day(date) => drop(put_at(buffer, row, 2, 0, &day(date, this_year), theme.accent)),
            Line::Passage(place) => {
                let Some((shelf, bookmark)) = app.shelves.at(place) else { continue };
                draw_passage(app, shelf, bookmark, row, theme, buffer);
                if place == app.shelves.position() {
                    cursor.y = row.y;
                    put(buffer, row, 0, "▶", theme.strong);
                    fill(buffer, row, 0, theme.focused);
                }
            }
            Line::Detail(place) => {
                if let Some((shelf, bookmark)) = app.shelves.at(place) {
                    let words = detail(shelf, bookmark, app.shelves.order());
                    let style = if place == app.shelves.position() { theme.text } else { theme.dim };
                    let room = usize::from(row.width.saturating_sub(BEFORE + 3));
                    put_at(buffer, row, BEFORE + 2, 0, &clip(&words, room), style);
                }
            }
        }
    }
    cursor
}

/// The article that bookmarks are of: when and where it appeared, and its headline.
fn draw_article(source: &Source, this_year: i16, area: Rect, theme: &Theme, buffer: &mut Buffer) {
    let date = source.published.map(|date| day(date, this_year));
    let about: String = [date, source.publisher.clone()].into_iter().flatten().map(|part| part + " · ").collect();
    // The headline stands as long as there is room.
    let room = usize::from(area.width.saturating_sub(3));
    let about = if cells(&about) + cells(&source.headline) > room && room < 64 { String::new() } else { about };
    put_all(
        buffer,
        Rect { x: area.x + 2, width: area.width.saturating_sub(3), ..area },
        0,
        &[(&about, theme.dim), (&source.headline, theme.heading)],
    );
}

/// "Wed 22 May", with the year where it is another one.
fn day(date: Date, this_year: i16) -> String {
    let form = if date.year() == this_year { "%a %-d %b" } else { "%-d %b %Y" };
    date.strftime(form).to_string()
}

/// A bookmark's state and colour, its words, and where they stand.
fn draw_passage(app: &App, shelf: &Shelf, bookmark: &Bookmark, area: Rect, theme: &Theme, buffer: &mut Buffer) {
    let area = Rect { width: area.width.min(WIDEST + BEFORE + 18), ..area };
    let lean = app.panes.tier == Tier::ExtraSmall;
    let place = stands(app, shelf, bookmark, lean);
    let (glyph, style) = glyph(bookmark, theme);
    let is_pending = app.bookmarks.is_pending(bookmark.id);
    let style = if is_pending { theme.dim } else { style };
    let words = if bookmark.state == State::Lost { theme.dim } else { theme.text };
    let end = put_at(buffer, area, 2, 0, glyph, style);
    put_at(buffer, area, end, 0, signs::number(bookmark.colour), style);
    let room = usize::from(area.width.saturating_sub(BEFORE + 1)).saturating_sub(cells(&place) + 1);
    put_at(buffer, area, BEFORE, 0, &clip(&one_line(&bookmark.anchor.exact), room), words);
    let style = if bookmark.state == State::Changed { theme.accent } else { theme.dim };
    put_right(buffer, area, BEFORE, 0, &format!("{place} "), style);
}

/// The sign of its state, in the colour of the bookmark while there is a passage that has it.
fn glyph(bookmark: &Bookmark, theme: &Theme) -> (&'static str, Style) {
    let has_place = !matches!(bookmark.state, State::Lost | State::Unchecked);
    let style = if has_place { theme.sign(bookmark.colour) } else { theme.dim };
    (signs::sign(bookmark.state, !bookmark.note.trim().is_empty()), style)
}

/// The paragraph where it stands, or that it does not.
fn stands(app: &App, shelf: &Shelf, bookmark: &Bookmark, lean: bool) -> String {
    match (bookmark.state, bookmark.found) {
        (State::InPlace, Some((start, _))) => {
            shelf.source.paragraph(start).map_or(String::new(), |number| format!("¶{number}"))
        }
        (State::InPlace, None) => String::new(),
        (State::Changed, _) if lean => "changed".to_owned(),
        (State::Changed, _) => "changed — look".to_owned(),
        (State::OldWords, _) => State::OldWords.name().to_owned(),
        (State::Lost, _) => "lost".to_owned(),
        (State::Unchecked, _) if app.shelves.is_checking() => "checking…".to_owned(),
        (State::Unchecked, _) if lean => "unread".to_owned(),
        (State::Unchecked, _) => "article not read yet".to_owned(),
    }
}

/// Who said it, and what the reader wrote to it.
fn detail(shelf: &Shelf, bookmark: &Bookmark, order: Order) -> String {
    let article = (order == Order::ByDate).then(|| clip(&shelf.source.headline, HEADLINE));
    let note = Some(bookmark.note_in_one_line()).filter(|note| !note.is_empty());
    let tags: Vec<String> = bookmark.tags_beside().into_iter().map(shown).collect();
    let tags = Some(tags.join(" ")).filter(|tags| !tags.is_empty());
    let parts = [said_by(bookmark), article, note, tags];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The words of the status row, and those at its right.
pub fn status(app: &App) -> (String, &'static str) {
    if app.shelves.is_empty() {
        return (String::new(), "");
    }
    let place = format!("Bookmark {} of {}", app.shelves.position() + 1, app.shelves.len());
    let chosen = app.shelves.chosen().filter(|_| app.panes.tier == Tier::ExtraSmall);
    let more = chosen.map(|(shelf, bookmark)| detail(shelf, bookmark, app.shelves.order())).unwrap_or_default();
    let words = if more.is_empty() { place } else { more };
    let legend = match app.shelves.counts().old_words {
        0 => "● in place   ◆ with a note   ◐ changed   ○ lost ",
        _ => "● in place   ◆ with a note   ◐ changed   ◑ old words   ○ lost ",
    };
    (words, legend)
}
