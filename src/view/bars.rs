//! The rows around the panes: title or tabs above, status and hints below.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::status;
use super::widgets::{put, put_all, put_at, put_right};
use crate::actions::hints::Hint;
use crate::actions::keymap::shown;
use crate::actions::{self, Pane, Place};
use crate::app::layout::Tier;
use crate::app::overlay::Overlay;
use crate::app::overlay::typing::TypedLine;
use crate::app::quotes::Filter;
use crate::app::{App, Screen};
use crate::config::theme::Theme;
use crate::model::article::{Article, Origin};
use crate::text::width::{cells, clip, fit};

/// Draws the rows around the panes; where the cursor is, if a line is typed in one of them.
pub fn draw(app: &App, theme: &Theme, buffer: &mut Buffer) -> Option<Position> {
    match (app.screen, app.panes.tier) {
        (Screen::Articles | Screen::Bookmarks, _) => {}
        (_, Tier::ExtraSmall) => narrow_title(app, theme, buffer),
        (_, Tier::Small) => tabs(app, theme, buffer),
        _ => title(app, theme, buffer),
    }
    hints(app, theme, buffer);
    match app.overlays.last() {
        Some(Overlay::Find(search)) => Some(typed(app, "/", &search.line, &app.found.count(), theme, buffer)),
        Some(Overlay::Prompt(prompt)) => {
            let question = format!("{}: ", prompt.question());
            Some(typed(app, &question, &prompt.line, "", theme, buffer))
        }
        _ => {
            status::draw(app, theme, buffer);
            None
        }
    }
}

/// A line that is typed in the status row, with words at its right.
fn typed(app: &App, before: &str, line: &TypedLine, right: &str, theme: &Theme, buffer: &mut Buffer) -> Position {
    let area = app.panes.status;
    let start = put_at(buffer, area, 1, 0, before, theme.accent);
    let right = format!("{right} ");
    let room = usize::from(area.width.saturating_sub(start)).saturating_sub(cells(&right) + 2).max(1);
    // What stands left of the window is given up where the line is longer.
    let hidden = (line.column() + 1).saturating_sub(room);
    let words = line.words().get(fit(line.words(), hidden).0.len()..).unwrap_or_default();
    let end =
        put_at(buffer, Rect { width: start + u16::try_from(room).unwrap_or(0), ..area }, start, 0, words, theme.strong);
    put_right(buffer, area, end, 0, &right, theme.dim);
    let column = u16::try_from(line.column() - hidden.min(line.column())).unwrap_or(0);
    Position::new(area.x + start + column, area.y)
}

/// The quotes pane's title: how many there are, and what they are narrowed to.
pub fn quotes_title(app: &App) -> String {
    let all = app.quotes.quotes().len();
    let checked = if app.corrections.checked() == 0 { String::new() } else { format!(" · {}", app.checked_words()) };
    if app.quotes.filters().is_empty() {
        return format!("2 Quotes {all}{checked}");
    }
    let chips: Vec<String> = app.quotes.filters().iter().map(|filter| chip(app, *filter)).collect();
    format!("2 Quotes {}/{all} [{}]{checked}", app.quotes.shown(), chips.join("] ["))
}

fn chip(app: &App, filter: Filter) -> String {
    match filter {
        // Beside other filters there is room for a letter only.
        Filter::Voice(voice) => app.quotes.voices.get(voice).map_or(String::new(), |voice| {
            if app.quotes.filters().len() > 1 { voice.letter.to_string() } else { voice.label() }
        }),
        Filter::Kind(kind) => kind.name().to_owned(),
        Filter::Certainty(certainty) => certainty.name().to_owned(),
        Filter::Checked(checked) => if checked { "checked" } else { "not checked" }.to_owned(),
        Filter::Naming(id) => app.entities.entity(id).map_or(String::new(), |entity| format!("with {}", entity.name)),
    }
}

/// Where the article comes from and when, in few words.
fn about(app: &App) -> String {
    let Some(article) = &app.reader.article else { return String::new() };
    let mut parts = vec![publisher(app, article)];
    parts.extend(article.published.map(|date| date.strftime("%-d %b %Y").to_string()));
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

fn publisher(app: &App, article: &Article) -> String {
    let file = || match app.library.origin(app.library.selected) {
        Some(Origin::File(path)) => path.file_name().map(|name| name.to_string_lossy().into_owned()),
        Some(Origin::Input) => Some("standard input".to_owned()),
        Some(Origin::Sample(_)) => Some("bundled sample".to_owned()),
        Some(Origin::Kept(_)) => Some("from the library".to_owned()),
        None => None,
    };
    article.publisher.clone().or_else(file).unwrap_or_default()
}

fn title(app: &App, theme: &Theme, buffer: &mut Buffer) {
    let area = app.panes.title;
    let words = app.reader.article.as_ref().map(|article| format!(" · {} words", article.words));
    let back = if app.library.len() > 1 { " ‹ Articles   " } else { " " };
    let about = format!("{}{}", about(app), words.unwrap_or_default());
    let end = put_all(buffer, area, 0, &[(back, theme.dim), (&about, theme.text)]);
    if app.library.len() > 1 {
        let place = format!("{} of {} ", app.library.selected + 1, app.library.len());
        put_right(buffer, area, end + 1, 0, &place, theme.dim);
    }
}

fn tabs(app: &App, theme: &Theme, buffer: &mut Buffer) {
    let mut column = 1;
    for (pane, name) in app.tab_names() {
        let (words, style) = match pane == app.focus {
            true => (format!("[{name}]"), theme.strong),
            false => (format!(" {name} "), theme.dim),
        };
        column = put_at(buffer, app.panes.title, column, 0, &words, style);
    }
    let progress = format!("{}% ", app.reader.progress());
    let room = usize::from(app.panes.title.width.saturating_sub(column + 3)).saturating_sub(cells(&progress) + 3);
    let about = clip(&about(app), room);
    let joint = if about.is_empty() { "" } else { " · " };
    put_right(buffer, app.panes.title, column + 1, 0, &format!("{about}{joint}{progress}"), theme.dim);
}

fn narrow_title(app: &App, theme: &Theme, buffer: &mut Buffer) {
    let area = app.panes.title;
    let right = match app.focus {
        Pane::Text => format!("{}%  {}", app.reader.progress(), status::quotes_place(app).trim_end()),
        Pane::Quotes => format!("2 Quotes {}", app.quotes.quotes().len()),
        Pane::Entities => format!("3 Entities {}", app.entities.count()),
    };
    let headline = app.reader.article.as_ref().map_or("", |article| article.title());
    let room = usize::from(area.width).saturating_sub(cells(&right) + 1);
    put(buffer, area, 0, &clip(headline, room), theme.dim);
    put_right(buffer, area, 0, 0, &right, theme.dim);
}

fn hints(app: &App, theme: &Theme, buffer: &mut Buffer) {
    let area = app.panes.hints;
    let place = app.place();
    let last = last_hint(app);
    let room = usize::from(area.width).saturating_sub(cells(&last) + 3);
    let mut column = 1;
    let alone = app.library.len() < 2;
    for hint in actions::hints::hints(place).iter().filter(|hint| !(alone && hint.rows == ["next-article"])) {
        let keys: String = shown(&app.config.keymap, place, hint).iter().map(|key| label(key)).collect();
        let words = format!(" {}  ", words_of(app, hint));
        if keys.is_empty() {
            continue;
        }
        if usize::from(column) + cells(&keys) + cells(&words) > room {
            break;
        }
        column = put_at(buffer, area, column, 0, &keys, theme.strong);
        column = put_at(buffer, area, column, 0, &words, theme.dim);
    }
    put_right(buffer, area, 0, 0, &last, theme.text);
}

/// The words of a hint; what is selected while a lost passage waits is where its bookmark is moved.
fn words_of(app: &App, hint: &Hint) -> &'static str {
    let waits = app.shelves.missing().is_some() && app.reader.selection.is_some();
    if waits && hint.rows == ["keep"] { "moves the bookmark here" } else { hint.words }
}

/// What is never dropped from the hint row.
fn last_hint(app: &App) -> String {
    let place = app.place();
    let key = |name: &str| app.config.keymap.keys(place, name).first().map(|key| label(key));
    let pair = |name: &str, words: &str| key(name).map(|key| format!("{key}={words} ")).unwrap_or_default();
    if !app.overlays.is_empty() {
        return pair("help", "help") + &pair("cancel", if place == Place::Note { "keep" } else { "close" });
    }
    let quits = match app.screen {
        Screen::Articles => true,
        Screen::Bookmarks => false,
        Screen::Reader => app.library.len() < 2 && !app.shelves.is_behind(),
    };
    let all = if app.panes.tier > Tier::ExtraSmall { pair("palette", "all") } else { String::new() };
    pair("help", "help") + &all + &pair("leave", if quits { "quit" } else { "back" })
}

/// A key as it is shown: arrows as arrows.
pub fn label(key: &str) -> String {
    match key {
        "Left" => "←".to_owned(),
        "Right" => "→".to_owned(),
        "Up" => "↑".to_owned(),
        "Down" => "↓".to_owned(),
        other => other.to_owned(),
    }
}
