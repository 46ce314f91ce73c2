//! Counts, lists, dates and speakers as words that are heard as well as read.

use jiff::civil::Date;

use crate::model::quote::{Certainty, Quote};
use crate::model::voice::speaker_label;
pub use crate::text::counting::counted;
use crate::text::find::fold;
use crate::text::width::clip;

/// Cells of what was typed that an answer repeats.
const REPEATED: usize = 40;

/// "1, 2 and 5".
pub fn listed(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}

/// "4 March 2026".
pub fn date(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

/// What was typed, short enough to be repeated.
pub fn short(typed: &str) -> String {
    clip(typed, REPEATED)
}

/// The speaker as it may be said: an unsure one never as a bare name.
pub fn speaker(quote: &Quote) -> String {
    let known = quote.speaker.as_ref();
    known.map_or_else(|| "Unknown speaker".to_owned(), |speaker| speaker_label(speaker, quote.certainty))
}

/// Speaker and kind, and how sure if not certain. The word is needed beside the question mark of an unsure
/// name: a voice that reads the screen may leave the mark out.
pub fn said_by(quote: &Quote) -> String {
    let doubt = if quote.speaker.is_some() { doubt(quote.certainty) } else { String::new() };
    format!("{}, {}{doubt}", speaker(quote), quote.kind.name())
}

/// ", likely" or ", unsure"; nothing for what is certain.
pub fn doubt(certainty: Certainty) -> String {
    if certainty == Certainty::Certain { String::new() } else { format!(", {}", certainty.name()) }
}

/// A full stop behind a line that has no mark of its own at its end.
pub fn ended(line: &str) -> String {
    let marked = line.trim_end_matches(['”', '’', '"', '\'', '»']).ends_with(['.', '!', '?', '…', ':']);
    if marked { line.to_owned() } else { format!("{line}.") }
}

/// The place in a list that was typed: by the number (from 1) of one of the first `numbered`, else by the whole
/// name, else by a word or a part of it. A number that counts nothing can still be a word, as a year is.
pub fn chosen(names: &[&str], numbered: usize, typed: &str) -> Option<usize> {
    let number = typed.parse::<usize>().ok().filter(|number| (1..=numbered).contains(number));
    if let Some(number) = number {
        return Some(number - 1);
    }
    let wanted = fold(typed);
    let wanted = wanted.trim();
    if wanted.is_empty() {
        return None;
    }
    let names: Vec<String> = names.iter().map(|name| fold(name)).collect();
    let part = |name: &String| !wanted.chars().all(|letter| letter.is_ascii_digit()) && name.contains(wanted);
    let whole = names.iter().position(|name| name == wanted);
    let word = || names.iter().position(|name| name.split(' ').any(|word| word == wanted));
    whole.or_else(word).or_else(|| names.iter().position(part))
}
