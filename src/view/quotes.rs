//! The quotes pane: voices with their quotes, and the card of the selected one.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::reader::glyph;
use super::signs;
use super::widgets::{fill, put, put_all, put_at, put_right, rule};
use crate::actions::{Pane, Place};
use crate::app::App;
use crate::app::quotes::{Grouping, HANG, Item, Line};
use crate::config::theme::Theme;
use crate::model::document::Document;
use crate::model::quote::{Certainty, Quote, Role};
use crate::model::voice::{Voice, speaker_label};
use crate::text::layout::wrapped;
use crate::text::width::{cells, clip};

/// Cells of the bar that says how much a voice says.
const BAR: usize = 6;
/// The pane width from which the bars are shown.
const ROOM_FOR_BARS: u16 = 36;

pub fn draw(app: &App, area: Rect, theme: &Theme, buffer: &mut Buffer) -> Position {
    let start = Position::new(area.x, area.y);
    if area.height == 0 {
        return start;
    }
    let Some(article) = app.reader.article.as_ref().filter(|_| !app.quotes.is_empty()) else {
        draw_empty(app, area, theme, buffer);
        return start;
    };
    let head = area.height - app.quotes.card_height - app.quotes.list_height;
    if head > 0 {
        let checked = if app.corrections.checked() > 0 && !app.panes.bordered() {
            format!(" · {}", app.checked_words())
        } else {
            String::new()
        };
        put(buffer, area, 0, &format!("    VOICES {}{checked}", app.quotes.voices_shown()), theme.dim);
        let columns = if area.width < ROOM_FOR_BARS { "quotes words " } else { "quotes  words " };
        put_right(buffer, area, 16, 0, columns, theme.dim);
    }
    let list = Rect { y: area.y + head, height: app.quotes.list_height, ..area };
    let mut cursor = Position::new(list.x, list.y);
    for (line, row) in app.quotes.lines.iter().skip(app.quotes.top).zip(0..list.height) {
        if *line == Line::Head(app.quotes.selected) {
            cursor.y = list.y + row;
        }
        draw_line(app, &article.document, line, Rect { y: list.y + row, height: 1, ..list }, theme, buffer);
    }
    let card = Rect { y: list.bottom(), height: app.quotes.card_height, ..area };
    if card.height > 0 {
        rule(buffer, card, 0, theme.dim);
        draw_card(app, Rect { y: card.y + 1, height: card.height - 1, ..card }, theme, buffer);
    }
    cursor
}

fn draw_empty(app: &App, area: Rect, theme: &Theme, buffer: &mut Buffer) {
    let key = |place, name| app.config.keymap.keys(place, name).first().cloned().unwrap_or_default();
    let (select, quote) = (key(Place::Text, "select"), key(Place::Select, "is-a-quote"));
    let none = format!(
        "No quotes were found in this article. It has no speech marks and no verbs of saying that we know. If you see \
         one: {select} in the text selects it, {quote} says that it is a quote."
    );
    let words = match (&app.reader.article, &app.reader.analysis) {
        _ if app.reader.analysis_failed => "Quotes could not be looked for in this article. The text is all there.",
        (None, _) => "",
        (_, None) => "Finding quotes…",
        (_, Some(_)) => none.as_str(),
    };
    for (line, row) in wrapped(words, area.width.saturating_sub(2).into()).iter().zip(0..) {
        put_at(buffer, area, 1, row + u16::from(area.height > 4), line, theme.text);
    }
}

fn draw_line(app: &App, document: &Document, line: &Line, area: Rect, theme: &Theme, buffer: &mut Buffer) {
    let selected = line.item() == app.quotes.selected;
    match line {
        Line::Words(_, words) => {
            put_at(buffer, area, HANG, 0, words, theme.text);
        }
        Line::Head(item) => match app.quotes.items.get(*item) {
            Some(Item::Voice(voice)) => draw_voice(app, *voice, area, theme, buffer),
            Some(Item::Quote(quote)) => {
                draw_quote(app, document, *quote, selected || app.quotes.all_open, area, theme, buffer)
            }
            None => {}
        },
    }
    if selected && matches!(line, Line::Head(_)) {
        let focused = app.focus == Pane::Quotes;
        put(buffer, area, 0, "▶", theme.strong);
        // The bars of a voice would read as their opposite in reverse.
        let bars = matches!(app.quotes.items.get(line.item()), Some(Item::Voice(_)));
        let area = Rect { width: area.width.saturating_sub(if bars { counts_width(area.width) } else { 0 }), ..area };
        fill(buffer, area, 0, if focused { theme.focused } else { theme.selected });
    }
}

/// Cells of the counts behind a voice.
fn counts_width(width: u16) -> u16 {
    if width < ROOM_FOR_BARS { 9 } else { 16 }
}

fn draw_voice(app: &App, index: usize, area: Rect, theme: &Theme, buffer: &mut Buffer) {
    let Some(voice) = app.quotes.voices.get(index) else { return };
    let most = app.quotes.voices.iter().map(|voice| voice.words).max().unwrap_or(1).max(1);
    let bar = "▆".repeat((voice.words * BAR).div_ceil(most).min(BAR));
    let bar = if area.width < ROOM_FOR_BARS { String::new() } else { format!("{bar:<BAR$} ") };
    let counts = format!("{:>3} {bar}{:>4} ", voice.quotes.len(), voice.words);
    let fold = if app.quotes.is_folded(index) { "▸" } else { "▾" };
    let name = Rect { width: area.width.saturating_sub(u16::try_from(cells(&counts)).unwrap_or(0) + 1), ..area };
    let letter = format!("{} ", voice.letter);
    let accent = theme.accent.patch(theme.voice(Some(index)));
    let label = format!("{}{}", voice.label(), doubt(voice));
    let end = put_all(
        buffer,
        name,
        0,
        &[("  ", theme.text), (fold, theme.text), (" ", theme.text), (&letter, accent), (&label, theme.strong)],
    );
    if let Some(capacity) = capacity(app, voice).filter(|words| usize::from(name.width - end) > cells(words).min(8) + 3)
    {
        let room = usize::from(name.width - end - 2);
        put_at(buffer, name, end + 2, 0, &clip(&capacity, room), theme.dim);
    }
    put_right(buffer, area, 12, 0, &counts, theme.text);
}

/// The mark of a voice that is only likely; the unsure have their question mark in the name.
fn doubt(voice: &Voice) -> &'static str {
    if voice.certainty.mark() == "~" { " ~" } else { "" }
}

/// What somebody is, as the text says it; an unnamed source says it itself.
fn capacity(app: &App, voice: &Voice) -> Option<String> {
    let document = &app.reader.article.as_ref()?.document;
    let entity = app.entities.entity(voice.entity()?)?;
    Some(document.slice(entity.capacity?).replace('\n', " "))
}

fn draw_quote(
    app: &App,
    document: &Document,
    index: usize,
    open: bool,
    area: Rect,
    theme: &Theme,
    buffer: &mut Buffer,
) {
    let Some(quote) = app.quotes.quotes().get(index) else { return };
    let voice = app.quotes.voice_of(index);
    let accent = theme.accent.patch(theme.voice(app.quotes.voice_number(index)));
    let letter = match app.quotes.grouping {
        Grouping::ByVoice | Grouping::ByWords => ' ',
        Grouping::InOrder => voice.map_or('?', |voice| voice.letter),
    };
    let place = format!(" ¶{} ", app.reader.paragraph(quote.start()));
    let room = area.width.saturating_sub(HANG + u16::try_from(cells(&place)).unwrap_or(0));
    let turns = app.turns(index).into_iter().map(|turn| format!(" · {turn}")).collect::<String>();
    let words = if open { cue(document, quote) + &turns } else { quote.told(&document.text) };
    put_all(
        buffer,
        area,
        0,
        &[
            ("  ", theme.text),
            (&letter.to_string(), accent),
            (" ", theme.text),
            (glyph(quote.kind), accent),
            (" ", theme.text),
            (app.quote_mark(index), theme.strong),
        ],
    );
    if let Some(mark) = app.bookmarks.mark_of(quote.extent()) {
        let end = put_at(buffer, area, 1, 0, signs::sign_of(mark), signs::style(mark, theme));
        // Where no letter stands there.
        if letter == ' ' {
            put_at(buffer, area, end, 0, signs::number(mark.colour), signs::style(mark, theme));
        }
    }
    put_at(buffer, area, HANG, 0, &clip(&words, room.into()), theme.text);
    put_right(buffer, area, HANG, 0, &place, theme.dim);
}

/// How it is said: the cue and the kind.
fn cue(document: &Document, quote: &Quote) -> String {
    let kind = quote.kind.name();
    quote.cue.map_or_else(|| kind.to_owned(), |cue| format!("{}, {kind}", document.slice(cue)))
}

/// The card: who is given the selected quote, and why; or who the selected voice is.
fn draw_card(app: &App, area: Rect, theme: &Theme, buffer: &mut Buffer) {
    match app.quotes.selected_item() {
        Some(Item::Quote(quote)) => draw_evidence(app, quote, area, theme, buffer),
        Some(Item::Voice(voice)) => draw_who(app, voice, area, theme, buffer),
        None => {}
    }
}

fn draw_evidence(app: &App, index: usize, area: Rect, theme: &Theme, buffer: &mut Buffer) {
    let (Some(article), Some(quote)) = (&app.reader.article, app.quotes.quotes().get(index)) else { return };
    let letter = app.quotes.voice_of(index).map_or('?', |voice| voice.letter).to_string();
    let speaker = quote.speaker.as_ref();
    let name = speaker.map_or("Unknown speaker".to_owned(), |speaker| speaker_label(speaker, quote.certainty));
    let accent = theme.accent.patch(theme.voice(app.quotes.voice_number(index)));
    let end =
        put_all(buffer, area, 0, &[(" ", theme.text), (&letter, accent), (" ", theme.text), (&name, theme.strong)]);
    put_right(buffer, area, end + 1, 0, &format!("{} ", app.certainty_words(index)), theme.dim);
    let mut row = 1;
    for note in app.turns(index).into_iter().chain(app.found_before(index)) {
        put_at(buffer, area, 3, row, &note, theme.strong);
        row += 1;
    }
    let steps = Rect { y: area.y + row.min(area.height), height: area.height.saturating_sub(row), ..area };
    draw_steps(app, &article.document, quote, steps, theme, buffer);
}

/// The steps from a quote to its speaker, one a row.
fn draw_steps(app: &App, document: &Document, quote: &Quote, area: Rect, theme: &Theme, buffer: &mut Buffer) {
    let mut told = None;
    for (step, row) in quote.evidence.iter().zip(0..area.height) {
        let joint = if step.role == Role::Antecedent { "=" } else { " " };
        // Words that the step before has shown are not shown again.
        let span = step.span.filter(|span| told != Some(*span));
        told = step.span.or(told);
        let words = span.map(|span| document.slice(span).replace('\n', " "));
        let place = span.map(|span| format!(" ¶{}, ", app.reader.paragraph(span.start)));
        let rule = format!("{}{}", place.unwrap_or_default(), step.rule.words());
        let room = usize::from(area.width)
            .saturating_sub(cells(&rule) + 6 + if step.certainty == Certainty::Certain { 0 } else { 7 });
        let words = words.map(|words| format!("“{}”", clip(&words, room.max(12)))).unwrap_or_default();
        let mark = match step.certainty {
            Certainty::Certain => "",
            doubtful => doubtful.name(),
        };
        put_all(
            buffer,
            area,
            row,
            &[
                (" ", theme.text),
                (joint, theme.strong),
                (" ", theme.text),
                (&words, theme.text),
                (&rule, theme.dim),
                (if mark.is_empty() { "" } else { " — " }, theme.dim),
                (mark, theme.strong),
            ],
        );
    }
}

fn draw_who(app: &App, index: usize, area: Rect, theme: &Theme, buffer: &mut Buffer) {
    let Some(voice) = app.quotes.voices.get(index) else { return };
    put_all(
        buffer,
        area,
        0,
        &[
            (" ", theme.text),
            (&voice.letter.to_string(), theme.accent.patch(theme.voice(Some(index)))),
            (" ", theme.text),
            (&voice.label(), theme.strong),
        ],
    );
    let entity = voice.entity().and_then(|id| app.entities.entity(id));
    let mut lines: Vec<String> = capacity(app, voice).into_iter().collect();
    if let Some(entity) = entity.filter(|entity| !entity.aliases.is_empty()) {
        lines.push(format!("also {}", super::entities::aliases(entity)));
    }
    if voice.speaker.as_ref().is_some_and(|speaker| !speaker.named) {
        lines.push("left unnamed by the article".to_owned());
    }
    let wrapped = lines.iter().flat_map(|line| wrapped(line, area.width.saturating_sub(4).into()));
    for (line, row) in wrapped.zip(1..) {
        put_at(buffer, area, 3, row, &line, theme.dim);
    }
}

/// The strip below the text where there is room for one pane only: the current quote and its evidence.
pub fn draw_strip(app: &App, area: Rect, theme: &Theme, buffer: &mut Buffer) {
    rule(buffer, area, 0, theme.dim);
    let inside = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    match app.quotes.selected_quote() {
        Some(quote) => draw_evidence(app, quote, inside, theme, buffer),
        None => put(buffer, inside, 0, " No one quoted here.", theme.dim),
    }
}
