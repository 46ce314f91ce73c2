//! The first screen with its samples, and the list of articles.

use std::path::Path;

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::article::draw as draw_preview;
use super::held;
use super::widgets::{fill, frame, put, put_at, put_right};
use crate::app::App;
use crate::app::library::{Entry, Line};
use crate::config::theme::Theme;
use crate::model::article::Origin;
use crate::model::work::Survey;
use crate::text::printable::printable;
use crate::text::width::{cells, clip};

/// Words read in a minute.
const PACE: usize = 230;

pub fn draw(app: &App, theme: &Theme, buffer: &mut Buffer) -> Position {
    if app.library.welcome { draw_welcome(app, theme, buffer) } else { draw_list(app, theme, buffer) }
}

fn draw_welcome(app: &App, theme: &Theme, buffer: &mut Buffer) -> Position {
    put_at(buffer, app.panes.title, 1, 0, "pullquote", theme.accent);
    put_right(buffer, app.panes.title, 12, 0, "who said what ", theme.dim);
    let body = app.panes.body;
    let width = body.width.min(100);
    let area = Rect { x: body.x + (body.width - width) / 2, width, ..body };
    let roomy = area.height >= 14;
    let mut row = u16::from(roomy);
    put_at(buffer, area, 3, row, "Read the news and see who said what, and who is named.", theme.strong);
    row += 1 + u16::from(roomy);
    let list = Rect { y: area.y + row, height: app.library.list_rows(&app.panes), ..area };
    let cursor = draw_entries(app, list, theme, buffer);
    let after = row + u16::try_from(app.library.lines.len()).unwrap_or(0) + 1;
    let advice = [
        ("Your own", "pullquote FILE… or DIR, or - for a pipe; text, Markdown, HTML"),
        ("In an article", "← →  from quote to quote   Tab  to the quotes and names"),
        ("Your data", "nothing leaves this computer; what you read is remembered on it"),
    ];
    for ((head, words), row) in advice.iter().zip(after..) {
        put_at(buffer, area, 3, row, head, theme.strong);
        put_at(buffer, area, 17, row, words, theme.dim);
    }
    draw_welcome_preview(app, after + 4, area, theme, buffer);
    cursor
}

/// What the selected sample is about, below the advice.
fn draw_welcome_preview(app: &App, row: u16, area: Rect, theme: &Theme, buffer: &mut Buffer) {
    let rows = app.library.preview_rows(&app.panes);
    let preview = Rect { y: area.y + row, height: rows.min(area.height.saturating_sub(row)), ..area };
    if rows == 0 || preview.height < 4 {
        return;
    }
    if app.panes.bordered() {
        frame(buffer, preview, "Preview", "", false, theme);
        draw_preview(app, app.panes.inside(preview), theme, buffer);
    } else {
        let inside = Rect { x: preview.x + 2, width: preview.width.saturating_sub(4), ..preview };
        draw_preview(app, inside, theme, buffer);
    }
}

fn draw_list(app: &App, theme: &Theme, buffer: &mut Buffer) -> Position {
    put_at(buffer, app.panes.title, 1, 0, "Articles", theme.strong);
    put_right(buffer, app.panes.title, 10, 0, &count(app), theme.dim);
    let rows = app.library.list_rows(&app.panes);
    if !app.panes.bordered() {
        let area = app.panes.body;
        let head = area.height - rows;
        if head > 0 {
            draw_columns(app, area, theme, buffer);
        }
        return draw_entries(app, Rect { y: area.y + head, height: rows, ..area }, theme, buffer);
    }
    let outer = Rect { height: rows + 3, ..app.panes.body };
    let place = format!("{} of {}", app.library.position() + 1, app.library.shown.len());
    frame(buffer, outer, "Articles", &place, app.overlays.is_empty(), theme);
    let inside = app.panes.inside(outer);
    draw_columns(app, inside, theme, buffer);
    let cursor = draw_entries(app, Rect { y: inside.y + 1, height: rows, ..inside }, theme, buffer);
    let preview = Rect { y: outer.bottom(), height: app.panes.body.bottom().saturating_sub(outer.bottom()), ..outer };
    if preview.height > 2 {
        frame(buffer, preview, "Preview", "", false, theme);
        draw_preview(app, app.panes.inside(preview), theme, buffer);
    }
    cursor
}

/// How many articles there are, and how many of them are shown.
fn count(app: &App) -> String {
    match (app.library.shown.len(), app.library.len()) {
        (shown, all) if shown < all => format!("{shown} of {all} articles, with “{}” ", app.library.wanted()),
        (_, 1) => "1 article ".to_owned(),
        (_, all) => format!("{all} articles "),
    }
}

/// The names of the columns.
fn draw_columns(app: &App, area: Rect, theme: &Theme, buffer: &mut Buffer) {
    let [date, source, headline] = columns(app, area.width);
    if source < headline {
        put_at(buffer, area, date, 0, if date < source { "Date" } else { "" }, theme.dim);
        put_at(buffer, area, source, 0, "Source", theme.dim);
    }
    put_at(buffer, area, headline, 0, "Headline", theme.dim);
    if area.width >= 60 {
        let kept = if held::any(app) { " Kept " } else { "" };
        put_right(buffer, area, 0, 0, &format!("{kept}Quotes  Names Length "), theme.dim);
    }
}

/// Where date, source and headline begin: without room the headline alone, without dates no column for them.
fn columns(app: &App, width: u16) -> [u16; 3] {
    let dated =
        app.library.entries.iter().any(|entry| matches!(&entry.survey, Some(Ok(survey)) if survey.published.is_some()));
    match (app.library.welcome, width >= 90, dated) {
        (true, ..) => [6, 6, 6],
        (_, false, _) => [2, 2, 2],
        (_, true, true) => [2, 14, 34],
        (_, true, false) => [2, 2, 24],
    }
}

fn draw_entries(app: &App, area: Rect, theme: &Theme, buffer: &mut Buffer) -> Position {
    let mut cursor = Position::new(area.x, area.y);
    for (line, row) in app.library.lines.iter().skip(app.library.top).zip(0..area.height) {
        let area = Rect { y: area.y + row, height: 1, ..area };
        let index = match *line {
            Line::Blank => continue,
            Line::Head(words) => {
                put_at(buffer, area, 3, 0, words, theme.accent);
                continue;
            }
            Line::Entry(index) => index,
        };
        let Some(entry) = app.library.entries.get(index) else { continue };
        draw_entry(app, index, entry, area, theme, buffer);
        if index == app.library.selected {
            cursor.y = area.y;
            put(buffer, area, 0, "▶", theme.strong);
            fill(buffer, area, 0, theme.focused);
        }
    }
    cursor
}

fn draw_entry(app: &App, index: usize, entry: &Entry, area: Rect, theme: &Theme, buffer: &mut Buffer) {
    let survey = entry.survey.as_ref();
    let counts = match survey {
        Some(Ok(survey)) if area.width >= 60 => {
            format!("{:>6} {:>6} {:>6} ", survey.quotes, survey.names, format!("{}m", minutes(survey)))
        }
        Some(Ok(survey)) => format!("{:>3}m ", minutes(survey)),
        Some(Err(_)) => " ! ".to_owned(),
        None => " … ".to_owned(),
    };
    let [date_column, source_column, column] = columns(app, area.width);
    let number = app.library.shown.iter().position(|other| *other == index);
    if let Some(number) = number.filter(|number| *number < 9 && app.library.welcome) {
        put_at(buffer, area, 3, 0, &(number + 1).to_string(), theme.dim);
    }
    if let (Some(Ok(survey)), true) = (survey, source_column < column) {
        let date = survey.published.map(|date| date.strftime("%-d %b %Y").to_string()).unwrap_or_default();
        put_at(buffer, area, date_column, 0, &date, theme.dim);
        put_at(
            buffer,
            area,
            source_column,
            0,
            &clip(&source(entry, survey), (column - source_column - 2).into()),
            theme.text,
        );
    }
    let headline = match survey {
        Some(Ok(survey)) => survey.headline.clone(),
        _ => entry.recent.as_ref().map_or_else(|| name_of(&entry.origin), |recent| recent.headline.clone()),
    };
    let counts = match &entry.recent {
        Some(recent) => format!("{} · {}% ", day(recent.read), recent.progress),
        None if app.library.welcome && area.width >= 60 => welcome_counts(survey),
        None => counts,
    };
    let counts = format!("{}{counts}", held::words(app, entry, area.width));
    let room = Rect { width: area.width.saturating_sub(u16::try_from(cells(&counts)).unwrap_or(0) + 1), ..area };
    put_at(buffer, room, column, 0, &headline, theme.text);
    put_right(buffer, area, 0, 0, &counts, theme.dim);
}

fn welcome_counts(survey: Option<&Result<Survey, String>>) -> String {
    match survey {
        Some(Ok(survey)) => format!("{:>2} quotes  {} min ", survey.quotes, minutes(survey)),
        _ => String::new(),
    }
}

/// When something was, as one says it: today, yesterday, the day.
fn day(when: Timestamp) -> String {
    let (then, now) = (when.to_zoned(TimeZone::system()).date(), Zoned::now().date());
    match now.since(then).map(|span| span.get_days()) {
        Ok(0) => "today".to_owned(),
        Ok(1) => "yesterday".to_owned(),
        _ if then.year() == now.year() => then.strftime("%-d %b").to_string(),
        _ => then.strftime("%-d %b %Y").to_string(),
    }
}

fn minutes(survey: &Survey) -> usize {
    survey.words.div_ceil(PACE).max(1)
}

pub(super) fn source(entry: &Entry, survey: &Survey) -> String {
    survey.publisher.clone().unwrap_or_else(|| name_of(&entry.origin))
}

fn name_of(origin: &Origin) -> String {
    match origin {
        Origin::File(path) => {
            path.file_name().unwrap_or_else(|| Path::new(".").as_os_str()).to_string_lossy().into_owned()
        }
        Origin::Input => "standard input".to_owned(),
        Origin::Sample(_) => "bundled sample".to_owned(),
        Origin::Kept(_) => "from the library".to_owned(),
    }
}

/// The words of the status row.
pub fn status(app: &App) -> String {
    let entry = app.library.entries.get(app.library.selected);
    match entry.and_then(|entry| entry.survey.as_ref()) {
        _ if app.library.shown.is_empty() => format!("No article here with “{}”; Esc shows all", app.library.wanted()),
        Some(Err(sentence)) => format!("! {sentence}"),
        _ if entry.is_some_and(|entry| entry.recent.is_some()) => {
            let origin = entry.map_or(String::new(), |entry| match &entry.origin {
                Origin::File(path) => printable(&path.to_string_lossy()),
                other => name_of(other),
            });
            format!("You stopped reading it here: {origin}")
        }
        _ if app.library.welcome => "Bundled articles, invented for trying things out; they work offline".to_owned(),
        _ => match app.library.waiting() {
            0 => format!("Article {} of {}", app.library.position() + 1, app.library.shown.len()),
            waiting => format!("Reading: {} of {}", app.library.len() - waiting, app.library.len()),
        },
    }
}
