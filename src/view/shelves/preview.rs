//! The preview of a bookmark: in its paragraph, with what became of it, its note, and its citation.

use jiff::tz::TimeZone;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::super::widgets::{frame, put_at, rule};
use crate::app::App;
use crate::app::overlay::Overlay;
use crate::app::shelves::said_by;
use crate::config::settings::Citation;
use crate::config::theme::Theme;
use crate::model::bookmark::{Bookmark, State};
use crate::model::preview::{Now, Scene};
use crate::model::tags;
use crate::text::difference::{Fate, difference, words_changed};
use crate::text::layout::{Shape, ShapeKind, rows, wrapped};
use crate::text::span::TextSpan;

/// The most cells of its lines.
const MEASURE: u16 = 100;
/// The most rows of a note, and of the citation, where there is no room for all of them.
const NOTE: usize = 4;
const CITATION: usize = 3;

/// A line in pieces of one style each.
type Line = Vec<(String, Style)>;

/// A text with the stretches of it that have a style of their own.
#[derive(Default)]
struct Painted {
    text: String,
    styles: Vec<(TextSpan, Style)>,
    /// The byte that is to be seen, whatever the room.
    focus: usize,
}

pub fn draw(app: &App, area: Rect, theme: &Theme, buffer: &mut Buffer) {
    let inside = match app.panes.bordered() {
        true => {
            frame(buffer, area, "Passage", "", false, theme);
            app.panes.inside(area)
        }
        false => {
            rule(buffer, area, 0, theme.dim);
            Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area }
        }
    };
    let inside = Rect { x: inside.x + 1, width: inside.width.saturating_sub(2).min(MEASURE), ..inside };
    let Some(bookmark) = app.chosen_bookmark() else { return };
    for (line, row) in lines(app, bookmark, inside, theme).iter().zip(0..inside.height) {
        line.iter().fold(0, |column, (words, style)| put_at(buffer, inside, column, row, words, *style));
    }
}

/// What there is room for: what became of the passage and its paragraph before all else.
fn lines(app: &App, bookmark: &Bookmark, area: Rect, theme: &Theme) -> Vec<Line> {
    let (width, height) = (usize::from(area.width), usize::from(area.height));
    let plain = |words: Vec<String>, style: Style| words.into_iter().map(move |words| vec![(words, style)]);
    let mut all: Vec<Line> = plain(fate(app, bookmark, width), theme.accent).collect();
    let cite = if bookmark.has_other_words() { "Cite, as kept" } else { "Cite" };
    let cited = wrapped(&format!("{cite}: {}", app.cited_bookmark(Citation::Plain).unwrap_or_default()), width);
    let parts = |(note, citation): (usize, usize)| {
        let mut cited = cited.clone();
        cut(&mut cited, citation);
        [written(bookmark, width, note, theme), plain(cited, theme.dim).collect()]
    };
    let paragraph = |room| paragraph(app, bookmark, width, room, theme);
    let whole = paragraph(usize::MAX).len();
    let below = |parts: &[Vec<Line>; 2]| parts.iter().map(Vec::len).sum::<usize>();
    // With room for all, blank lines stand between the parts; where there is little, a note and a citation are cut.
    let fits = |parts: &[Vec<Line>; 2]| all.len() + whole + below(parts) + 3 <= height;
    let whole_parts = parts((usize::MAX, usize::MAX));
    let mut parts = if fits(&whole_parts) { whole_parts } else { parts((NOTE, CITATION)) };
    let gap = fits(&parts);
    if !gap {
        // The citation is the first thing to go, then the end of the note.
        let least = whole.min(if height > 6 { 4 } else { 2 });
        if all.len() + least + below(&parts) > height {
            parts[1].clear();
        }
        parts[0].truncate(height.saturating_sub(all.len() + least).max(1));
    }
    let room = if gap { whole } else { height.saturating_sub(all.len() + below(&parts)) };
    all.extend((gap && !all.is_empty()).then(Vec::new));
    all.extend(paragraph(room));
    for part in parts {
        all.extend(gap.then(Vec::new));
        all.extend(part);
    }
    all
}

/// When it was kept, and what the reader wrote to it.
fn written(bookmark: &Bookmark, width: usize, most: usize, theme: &Theme) -> Vec<Line> {
    let mut lines = vec![kept(bookmark, theme)];
    if !bookmark.note.trim().is_empty() {
        let wide = width.saturating_sub(2);
        let mut note: Vec<String> = bookmark.note.lines().flat_map(|line| wrapped(line, wide)).collect();
        cut(&mut note, most);
        lines.extend(note.into_iter().map(|line| vec![("▏ ".to_owned(), theme.accent), (line, theme.text)]));
    }
    lines
}

fn cut(lines: &mut Vec<String>, most: usize) {
    if lines.len() > most {
        lines.truncate(most);
        lines.last_mut().into_iter().filter(|last| !last.ends_with('…')).for_each(|last| last.push('…'));
    }
}

/// What became of the passage, where it is not as it was.
fn fate(app: &App, bookmark: &Bookmark, width: usize) -> Vec<String> {
    let (open, again) = (app.key_of("open"), app.key_of("decide-again"));
    let words = match bookmark.state {
        State::InPlace => return Vec::new(),
        State::Changed => {
            let now = app.shelves.preview().and_then(|preview| Some((preview, preview.now.as_ref()?)));
            let count = now.map(|(preview, now)| words_changed(&difference(preview.then.words(), now.scene.words())));
            match count {
                None => return vec!["Its words changed.".to_owned()],
                Some(0) => format!("The same words, in another place. {open}: take that place, or leave it as lost."),
                Some(1) => format!("1 word changed. {open}: take the words of today, or keep the old ones."),
                Some(count) => format!("{count} words changed. {open}: take the words of today, or keep the old ones."),
            }
        }
        State::OldWords => {
            format!("The article says this otherwise; you kept the old words. {again}: decide again.")
        }
        State::Lost if bookmark.is_decided() => {
            format!("The article says this otherwise; you kept the old words as lost. {again}: decide again.")
        }
        State::Lost => format!("No longer in the article; the words are kept here. {open}: where they stood."),
        State::Unchecked if app.shelves.is_checking() => "It is being looked for in the article.".to_owned(),
        State::Unchecked => "It will be looked for when its article is opened.".to_owned(),
    };
    wrapped(&words, width)
}

/// Who said it, when it was kept, its colour and tags.
fn kept(bookmark: &Bookmark, theme: &Theme) -> Line {
    let when = TimeZone::system().to_datetime(bookmark.created).strftime("%-d %b %Y %H:%M");
    let said = said_by(bookmark).map(|name| (format!("{name} · "), theme.strong));
    let mut line: Line = said.into_iter().collect();
    line.push((format!("Kept {when} · colour {}", bookmark.colour.number()), theme.dim));
    let tags: Vec<String> = bookmark.all_tags().iter().map(|tag| tags::shown(tag)).collect();
    if !tags.is_empty() {
        line.push((" · ".to_owned(), theme.dim));
        line.push((tags.join(" "), theme.strong));
    }
    line
}

/// The paragraph, with the passage or with what its words became, in at most `room` rows around it.
fn paragraph(app: &App, bookmark: &Bookmark, width: usize, room: usize, theme: &Theme) -> Vec<Line> {
    let is_asked = matches!(app.overlays.last(), Some(Overlay::Menu(_)));
    let painted = match app.shelves.preview() {
        Some(preview) => match &preview.now {
            Some(now) if bookmark.state == State::Changed || is_asked => compared(&preview.then, now, theme),
            _ => shown(&preview.then, bookmark, theme),
        },
        None => {
            let (before, exact) = (&bookmark.anchor.prefix, &bookmark.anchor.exact);
            let passage = TextSpan::new(before.len(), before.len() + exact.len());
            shown(&Scene { text: format!("{before}{exact}{}", bookmark.anchor.suffix), passage }, bookmark, theme)
        }
    };
    let text = painted.text.replace('\n', " ");
    let whole = TextSpan::new(0, text.len());
    let shape = Shape { span: whole, until: whole.end, indent: 0, kind: ShapeKind::Prose, tag: 0 };
    // A sign fits before and behind what is cut.
    let rows = rows(&text, &shape, width.saturating_sub(2).max(1));
    let at = rows.iter().position(|row| row.span.contains(painted.focus)).unwrap_or(0);
    let before = usize::from(room > 2);
    let top = at.saturating_sub(before).min(rows.len().saturating_sub(room));
    let mut lines: Vec<Line> = Vec::new();
    for row in rows.iter().skip(top).take(room) {
        let shown = row.segments.first().map_or(row.span, |segment| segment.span);
        lines.push(pieces(&text, shown, &painted.styles, theme.text));
    }
    if let Some(first) = lines.first_mut().filter(|_| top > 0) {
        first.insert(0, ("…".to_owned(), theme.dim));
    }
    if top.saturating_add(room) < rows.len()
        && let Some(last) = lines.last_mut()
    {
        last.push(("…".to_owned(), theme.dim));
    }
    lines
}

fn pieces(text: &str, span: TextSpan, styles: &[(TextSpan, Style)], base: Style) -> Line {
    let mut line = Vec::new();
    let mut at = span.start;
    for (painted, style) in styles.iter().filter(|(painted, _)| painted.overlaps(span)) {
        let (start, end) = (painted.start.max(at), painted.end.min(span.end));
        line.push((TextSpan::new(at, start).of(text).to_owned(), base));
        line.push((TextSpan::new(start, end).of(text).to_owned(), *style));
        at = end.max(at);
    }
    line.push((TextSpan::new(at, span.end).of(text).to_owned(), base));
    line
}

fn shown(scene: &Scene, bookmark: &Bookmark, theme: &Theme) -> Painted {
    let style = theme.chosen.patch(theme.kept(bookmark.colour));
    Painted { text: scene.text.clone(), styles: vec![(scene.passage, style)], focus: scene.passage.start }
}

/// The paragraph of today, with the words that went and those that came in their place.
fn compared(then: &Scene, now: &Now, theme: &Theme) -> Painted {
    let scene = &now.scene;
    let mut painted = Painted::default();
    let gone = theme.dim.add_modifier(Modifier::CROSSED_OUT);
    painted.text.push_str(scene.text.get(..scene.passage.start).unwrap_or_default());
    for (place, part) in difference(then.words(), scene.words()).into_iter().enumerate() {
        if place > 0 {
            painted.text.push(' ');
        }
        let style = match part.fate {
            Fate::Same => theme.chosen,
            Fate::Gone => gone,
            Fate::New => theme.marked,
        };
        let start = painted.text.len();
        painted.text.push_str(&part.marked());
        painted.styles.push((TextSpan::new(start, painted.text.len()), style));
    }
    painted.text.push_str(scene.text.get(scene.passage.end..).unwrap_or_default());
    let changed = painted.styles.iter().find(|(_, style)| *style != theme.chosen);
    painted.focus = changed.map_or(scene.passage.start, |(span, _)| span.start);
    painted
}
