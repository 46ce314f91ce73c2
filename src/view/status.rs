//! The status row: what was said last, who speaks at the cursor, what is kept there, and where one is.

use ratatui::buffer::Buffer;
use ratatui::widgets::{Clear, Widget};

use super::signs;
use super::widgets::{put_at, put_right};
use crate::actions::{Direction, Pane};
use crate::app::layout::Tier;
use crate::app::quotes::Item;
use crate::app::{App, Screen};
use crate::config::theme::Theme;
use crate::model::bookmark::{Bookmark, State};
use crate::model::tags::shown;
use crate::model::voice::{Voice, speaker_label};
use crate::text::layout::wrapped;
use crate::text::printable::one_line;
use crate::text::width::{cells, clip};

pub fn draw(app: &App, theme: &Theme, buffer: &mut Buffer) {
    let area = app.panes.status;
    if let Some(message) = app.notices.message() {
        // A long sentence takes the row of the hints too.
        let lines = wrapped(message, area.width.saturating_sub(2).into());
        put_at(buffer, area, 1, 0, lines.first().map_or("", String::as_str), theme.strong);
        if lines.len() > 1 {
            Clear.render(app.panes.hints, buffer);
            buffer.set_style(app.panes.hints, theme.text);
            put_at(buffer, app.panes.hints, 1, 0, &lines[1..].join(" "), theme.strong);
        }
        return;
    }
    match app.screen {
        Screen::Reader => {}
        Screen::Articles => {
            put_at(buffer, area, 1, 0, &super::library::status(app), theme.text);
            return;
        }
        Screen::Bookmarks => {
            let (words, marks) = super::shelves::status(app);
            let end = put_at(buffer, area, 1, 0, &words, theme.text);
            put_right(buffer, area, end + 2, 0, marks, theme.dim);
            return;
        }
    }
    let right = if app.reader.article.is_some() { place(app) } else { String::new() };
    let room = usize::from(area.width).saturating_sub(cells(&right) + 3);
    let words = app.selected_words().unwrap_or_else(|| match app.bookmark_at_hand() {
        Some(kept) => kept_words(app, &kept, room),
        None => speaking(app),
    });
    let end = put_at(buffer, area, 1, 0, &words, theme.text);
    put_right(buffer, area, end + 2, 0, &right, theme.dim);
}

/// The quote and the paragraph that one is at, and how many passages are kept.
fn place(app: &App) -> String {
    let (here, all) = (app.reader.paragraph(app.reader.cursor), app.reader.paragraph_count());
    let quote = if app.quotes.is_empty() { String::new() } else { quotes_place(app) };
    let kept = if app.bookmarks.is_empty() { String::new() } else { format!("   ● {}", app.bookmarks.len()) };
    format!("{quote}¶{here}/{all}{kept} ")
}

/// What is kept at the cursor, its note and tags, and who speaks there: "Kept ◆₂ “It floats,” · ask her #boats · A Ida
/// Crane, certain".
fn kept_words(app: &App, kept: &Bookmark, room: usize) -> String {
    if kept.state == State::Changed {
        let key = app.key_of("bookmarks");
        return format!("◐ These words changed since you kept them; {key} shows how, and asks which are to stay.");
    }
    let speaker = app.quotes.selected_quote().and_then(|quote| who(app, quote));
    let speaker = speaker.map(|speaker| format!(" · {speaker}")).unwrap_or_default();
    let (mut note, mut after) = (one_line(&kept.note), tags(&kept.tags_beside()));
    // The words stand in the text above: what was written to them matters more.
    let rest = cells(&note) + cells(&after) + cells(&speaker) + 10;
    let words = if room < 60 { 0 } else { room.saturating_sub(rest).clamp(16, room / 2) };
    let words = clip(&one_line(&kept.anchor.exact), words);
    let sign = signs::sign(kept.state, !kept.note.trim().is_empty());
    let sign = format!("{sign}{}", signs::number(kept.colour));
    let start = if words.is_empty() { format!("Kept {sign}") } else { format!("Kept {sign} {words}") };
    let taken = cells(&start) + cells(&speaker) + 3;
    // A note that has to be cut is followed by all tags, the others by those that do not stand in it.
    if taken + cells(&note) + cells(&after) > room && !note.is_empty() {
        after = tags(&kept.all_tags());
        note = clip(&note, room.saturating_sub(taken + cells(&after)).max(16));
    }
    let joint = if note.is_empty() && after.is_empty() { "" } else { " · " };
    let written = format!("{note}{after}");
    format!("{start}{joint}{}{speaker}", written.trim_start())
}

fn tags<T: AsRef<str>>(tags: &[T]) -> String {
    tags.iter().map(|tag| format!(" {}", shown(tag.as_ref()))).collect()
}

/// The speaker of a quote in few words.
fn who(app: &App, quote: usize) -> Option<String> {
    let speaker = app.quotes.quotes().get(quote)?.speaker.as_ref()?;
    let letter = app.quotes.voice_of(quote).map_or('?', |voice| voice.letter);
    let name = speaker_label(speaker, app.quotes.quotes().get(quote)?.certainty);
    Some(format!("{letter} {name}, {}", app.certainty_words(quote)))
}

/// Who is speaking at the cursor, or where the next quote is.
fn speaking(app: &App) -> String {
    let Some(article) = &app.reader.article else { return String::new() };
    if app.reader.analysis.is_none() {
        return "Finding quotes and names…".to_owned();
    }
    if let (Pane::Quotes, Some(Item::Voice(voice))) = (app.focus, app.quotes.selected_item()) {
        return app.quotes.voices.get(voice).map_or(String::new(), voice_words);
    }
    let Some(index) = app.quotes.selected_quote() else { return nobody(app) };
    let Some(quote) = app.quotes.quotes().get(index) else { return String::new() };
    let letter = app.quotes.voice_of(index).map_or('?', |voice| voice.letter);
    let name = quote.speaker.as_ref().map(|speaker| speaker_label(speaker, quote.certainty));
    let cue = quote.cue.map(|cue| format!("{}, ", article.document.slice(cue))).unwrap_or_default();
    let (kind, certainty) = (quote.kind.name(), app.certainty_words(index));
    let narrow = app.panes.tier == Tier::ExtraSmall;
    match name {
        // What a short row must not lose stands first.
        Some(name) if narrow => format!("{letter} {name}, {certainty} — {cue}{kind}"),
        Some(name) => format!("Speaking: {letter} {name} — {cue}{kind}, {certainty}"),
        None => format!("Speaking: nobody we know — {cue}{kind}"),
    }
}

/// What a voice says in all.
fn voice_words(voice: &Voice) -> String {
    let count = voice.quotes.len();
    format!(
        "{} {} — {count} {}, {} words",
        voice.letter,
        voice.label(),
        if count == 1 { "quote" } else { "quotes" },
        voice.words
    )
}

fn nobody(app: &App) -> String {
    match app.quotes.neighbour(app.reader.cursor, Direction::On) {
        Some((_, start)) if start == app.reader.cursor => "A quote begins here".to_owned(),
        Some((quote, start)) => {
            let letter = app.quotes.voice_of(quote).map_or('?', |voice| voice.letter);
            match app.reader.paragraph(start).saturating_sub(app.reader.paragraph(app.reader.cursor)) {
                0 => format!("No one quoted here · next: {letter} in this paragraph"),
                1 => format!("No one quoted here · next: {letter} in the next paragraph"),
                ahead => format!("No one quoted here · next: {letter} in {ahead} paragraphs"),
            }
        }
        None if app.quotes.is_empty() => "No quotes in this article".to_owned(),
        None => "No one quoted here · no quotes after this".to_owned(),
    }
}

pub fn quotes_place(app: &App) -> String {
    match app.quotes.selected_quote() {
        Some(_) => format!("quote {}   ", quote_place(app)),
        None if app.quotes.quotes().len() == 1 => "1 quote   ".to_owned(),
        None => format!("{} quotes   ", app.quotes.quotes().len()),
    }
}

fn quote_place(app: &App) -> String {
    let count = app.quotes.quotes().len();
    app.quotes.selected_quote().map_or(format!("{count}"), |quote| format!("{}/{count}", quote + 1))
}
