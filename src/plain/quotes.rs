//! The quotes and voices of the open article, and why a quote is given to its speaker.

use super::reading::Reading;
use super::words::{chosen, counted, doubt, ended, said_by, short, speaker};
use crate::model::laying::QuoteNote;
use crate::model::quote::{Certainty, Evidence, Quote};
use crate::model::voice::Voice;
use crate::text::span::TextSpan;

/// All quotes, one a line.
pub fn list(reading: &Reading) -> String {
    lines(reading, 0..reading.analysis.quotes.len()).unwrap_or_else(|| reading.no_quote(0))
}

/// Goes to the next quote from here, or back to the one before.
pub fn step(reading: &mut Reading, onward: bool) -> String {
    let quotes = &reading.analysis.quotes;
    let here = quotes.partition_point(|quote| quote.start() < reading.start());
    let to = match (reading.quote, onward) {
        (Some(quote), true) => Some(quote + 1),
        (Some(quote), false) => quote.checked_sub(1),
        (None, true) => Some(here),
        (None, false) => here.checked_sub(1),
    };
    match to.filter(|index| *index < quotes.len()) {
        Some(index) => reading.go_to_quote(index),
        None if quotes.is_empty() => reading.no_quote(0),
        None if onward => "There is no quote after this.".to_owned(),
        None => "There is no quote before this.".to_owned(),
    }
}

/// The quotes that are heard in the current paragraph.
pub fn here(reading: &Reading) -> String {
    let mut own = heard_here(reading);
    own.sort_unstable();
    own.dedup();
    lines(reading, own).unwrap_or_else(|| "No one is quoted in this paragraph.".to_owned())
}

fn heard_here(reading: &Reading) -> Vec<usize> {
    let block = reading.paragraphs.get(reading.at).and_then(|block| reading.article.document.blocks.get(*block));
    let mut heard: Vec<usize> =
        block.map_or(vec![], |block| reading.speech(block.span).iter().map(|(_, quote)| *quote).collect());
    heard.extend(reading.quote);
    heard
}

/// The voices with how much each says, or all that one of them says.
pub fn voices(reading: &Reading, wanted: &str) -> String {
    if reading.voices.is_empty() {
        return reading.no_quote(0);
    }
    if wanted.is_empty() {
        let all = reading.voices.iter().enumerate();
        let all = all.map(|(index, voice)| format!("{}. {}", index + 1, ended(&about(reading, voice))));
        return all.collect::<Vec<_>>().join("\n");
    }
    let labels: Vec<String> = reading.voices.iter().map(Voice::label).collect();
    let names = reading.voices.iter().zip(&labels);
    let names: Vec<&str> = names
        .map(|(voice, label)| voice.speaker.as_ref().map_or(label.as_str(), |known| known.name.as_str()))
        .collect();
    match chosen(&names, names.len(), wanted).and_then(|index| reading.voices.get(index)) {
        Some(voice) => {
            let quotes = lines(reading, voice.quotes.iter().copied()).unwrap_or_default();
            format!("{}\n{quotes}", ended(&about(reading, voice)))
        }
        None => format!("No voice here is “{}”. v alone lists them.", short(wanted)),
    }
}

/// Name, counts, and what the text says somebody is.
fn about(reading: &Reading, voice: &Voice) -> String {
    let sure = if voice.speaker.is_some() { doubt(voice.certainty) } else { String::new() };
    let counts = format!("{}, {}", counted(voice.quotes.len(), "quote"), counted(voice.words, "word"));
    let entity = voice.entity().and_then(|id| reading.analysis.entities.get(id));
    let capacity = entity.and_then(|entity| entity.capacity).map(|span| reading.article.document.slice(span));
    let capacity = capacity.map(|words| format!(", {}", words.replace('\n', " "))).unwrap_or_default();
    let unnamed = voice.speaker.as_ref().is_some_and(|speaker| !speaker.named);
    let unnamed = if unnamed { ", left unnamed by the article" } else { "" };
    format!("{}{sure}: {counts}{capacity}{unnamed}", voice.label())
}

/// These quotes, one a line; none where there is none.
pub fn lines(reading: &Reading, quotes: impl IntoIterator<Item = usize>) -> Option<String> {
    let line = |index: usize| {
        let quote = reading.analysis.quotes.get(index)?;
        // A quote is said with its certainty in full here: it is what the list is for.
        let sure = if quote.certainty == Certainty::Certain { ", certain" } else { "" };
        let words = quote.told(&reading.article.document.text);
        Some(format!("{}. {}{sure}, {}: {words}", index + 1, said_by(quote), reading.place(quote.start())))
    };
    let lines: Vec<String> = quotes.into_iter().filter_map(line).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// The steps from the current quote, or from that number, to its speaker.
pub fn evidence(reading: &Reading, wanted: &str) -> String {
    let index = match (wanted.is_empty(), wanted.parse::<usize>()) {
        (true, _) => reading.quote.or_else(|| heard_here(reading).first().copied()),
        (false, Ok(number)) => number.checked_sub(1),
        (false, Err(_)) => return "e takes the number of a quote, as in e 3; q lists them.".to_owned(),
    };
    let Some(index) = index else {
        return "No one is quoted in this paragraph; e and the number of a quote explains that one.".to_owned();
    };
    let Some(quote) = reading.analysis.quotes.get(index) else { return reading.no_quote(index) };
    let words = quote.told(&reading.article.document.text);
    let mut lines = vec![format!("Quote {} of {}: {words}", index + 1, reading.analysis.quotes.len())];
    let mut told = None;
    for step in &quote.evidence {
        lines.push(step_line(reading, step, told));
        told = step.span.or(told);
    }
    lines.push(conclusion(quote));
    lines.extend(reading.notes.get(index).map(said_of).unwrap_or_default());
    lines.join("\n")
}

/// What the reader said of a quote before.
fn said_of(note: &QuoteNote) -> Vec<String> {
    let said = match note {
        note if note.corrected => Some("You put this right.".to_owned()),
        note => note.confirmed.as_ref().map(|name| format!("You checked this: {name}.")),
    };
    let turned = note.turned.as_ref().map(|turned| format!("Was {}, now {}.", turned.was, turned.now));
    let cited = note.cited.as_ref().map(|turned| format!("Cited as {}, now {}.", turned.was, turned.now));
    said.into_iter().chain(turned).chain(cited).collect()
}

/// One step; words that the step before has told are not told again.
fn step_line(reading: &Reading, step: &Evidence, told: Option<TextSpan>) -> String {
    let role = match step.role.name() {
        "inherited" => "goes on from",
        other => other,
    };
    if step.span.is_some() && step.span == told {
        return format!("These words: {}{}.", step.rule.words(), doubt(step.certainty));
    }
    let words = step.span.map(|span| {
        let words = reading.article.document.slice(span).replace('\n', " ");
        // The words of a quote that goes on bring their own marks.
        let words =
            if words.starts_with(['“', '‘', '"', '\'', '«', '„']) { words } else { format!("“{words}”") };
        format!("{words}, {}, ", reading.place(span.start))
    });
    let mut letters = role.chars();
    let role: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    format!("{role}: {}{}{}.", words.unwrap_or_default(), step.rule.words(), doubt(step.certainty))
}

fn conclusion(quote: &Quote) -> String {
    format!("So: {}, {}.", speaker(quote), quote.certainty.name())
}
