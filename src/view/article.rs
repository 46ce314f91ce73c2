//! The preview of an article of the list: its headline, its first words, who speaks in it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::library::source;
use super::widgets::{put, put_at};
use crate::app::App;
use crate::app::library::Entry;
use crate::config::theme::Theme;
use crate::model::work::Survey;
use crate::text::layout::wrapped;

pub fn draw(app: &App, area: Rect, theme: &Theme, buffer: &mut Buffer) {
    let shown = app.library.shown.contains(&app.library.selected);
    let Some(entry) = app.library.entries.get(app.library.selected).filter(|_| shown) else { return };
    let survey = match &entry.survey {
        Some(Ok(survey)) => survey,
        Some(Err(sentence)) => {
            for (line, row) in wrapped(sentence, area.width.saturating_sub(2).into()).iter().zip(0..) {
                put_at(buffer, area, 1, row, line, theme.text);
            }
            return;
        }
        None => return put(buffer, area, 0, " Not read yet.", theme.dim),
    };
    let width = usize::from(area.width.saturating_sub(2));
    let gap = area.height > 5;
    let mut lines: Vec<(String, Style)> = Vec::new();
    lines.extend(wrapped(&survey.headline, width).into_iter().take(2).map(|line| (line, theme.strong)));
    lines.push((about(entry, survey), theme.dim));
    lines.extend(gap.then(|| (String::new(), theme.text)));
    let left = usize::from(area.height).saturating_sub(lines.len() + 1 + usize::from(gap));
    lines.extend(opening(&survey.opening, width, left).into_iter().map(|line| (line, theme.text)));
    lines.extend(gap.then(|| (String::new(), theme.text)));
    if !survey.voices.is_empty() {
        let voices: Vec<String> = survey.voices.iter().map(|(name, count)| format!("{name} {count}")).collect();
        lines.push((format!("Most quoted: {}", voices.join(" · ")), theme.dim));
    }
    for ((line, style), row) in lines.iter().zip(0..) {
        put_at(buffer, area, 1, row, line, *style);
    }
}

/// The first words of an article in at most `most` lines.
fn opening(words: &str, width: usize, most: usize) -> Vec<String> {
    let mut lines = wrapped(words, width.saturating_sub(1));
    lines.truncate(most);
    if let Some(last) = lines.last_mut().filter(|last| !last.ends_with('.')) {
        last.push('…');
    }
    lines
}

/// Who wrote it, where and when, and how long it is.
fn about(entry: &Entry, survey: &Survey) -> String {
    let mut about: Vec<String> = survey.byline.clone().into_iter().collect();
    about.push(source(entry, survey));
    about.extend(survey.published.map(|date| date.strftime("%-d %B %Y").to_string()));
    about.push(format!("{} words", survey.words));
    about.join(" · ")
}
