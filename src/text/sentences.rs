//! Where sentences begin and end.

use std::collections::HashSet;
use std::sync::OnceLock;

use super::span::TextSpan;

/// Abbreviations that only stand before a number: "No. 5", but "No. Never."
const BEFORE_NUMBERS: [&str; 9] = ["No", "Nos", "no", "nos", "Fig", "fig", "vol", "Vol", "pp"];

/// Words that open a sentence far more often than they follow an abbreviation.
const OPENERS: [&str; 44] = [
    "The", "This", "That", "These", "Those", "There", "He", "She", "It", "They", "We", "You", "But", "And", "Or", "So",
    "In", "On", "At", "As", "If", "For", "From", "With", "When", "While", "What", "Who", "How", "Why", "His", "Her",
    "Its", "Their", "Our", "My", "After", "Before", "Some", "Many", "Most", "Not", "Now", "Then",
];

/// Verbs that tie a name to the question or cry before it: “Why not?” Ana Pereira asked.
const SAID: [&str; 10] = ["said", "says", "asked", "asks", "added", "replied", "told", "wrote", "shouted", "answered"];

/// The sentences of one block's text: bytes of `text`, in order, without overlap, with nothing but white
/// space between them.
///
/// Bounds follow UAX 29 (a full stop, question or exclamation mark, its closing marks, white space, no small
/// letter after it) and are joined again after abbreviations and initials, and where the words after a
/// closing mark say who spoke. Time is linear in the length of the text.
pub fn sentences(text: &str) -> Vec<TextSpan> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, char)) = chars.next() {
        let after = at + char.len_utf8();
        let end = match char {
            '\n' => Some(at),
            '。' | '！' | '？' => Some(after + closers(text, after)),
            '.' | '!' | '?' | '…' => sentence_end(text, start, at, after),
            _ => None,
        };
        if let Some(end) = end {
            push_trimmed(&mut found, text, start, end);
            start = end;
            while chars.next_if(|(next, _)| *next < end).is_some() {}
        }
    }
    push_trimmed(&mut found, text, start, text.len());
    found
}

fn push_trimmed(found: &mut Vec<TextSpan>, text: &str, start: usize, end: usize) {
    let span = TextSpan::new(start, end).trimmed(text);
    if !span.is_empty() {
        found.push(span);
    }
}

/// The end of a sentence that the mark at `at..after` closes, its closing marks included.
fn sentence_end(text: &str, start: usize, at: usize, after: usize) -> Option<usize> {
    let end = after + closers(text, after);
    let rest = text.get(end..)?;
    let next = rest.trim_start();
    if next.is_empty() {
        return Some(end);
    }
    if next.len() == rest.len() {
        return None;
    }
    let opens = next.trim_start_matches(is_opener).chars().next()?;
    if opens.is_lowercase() || matches!(opens, ',' | ';' | ':' | '.' | '!' | '?' | '–' | '—' | '-') {
        return None;
    }
    let closed_by_mark = end > after;
    if text.get(at..after) == Some(".") && !closed_by_mark && is_abbreviated(text.get(start..at)?, next) {
        return None;
    }
    if closed_by_mark && text.get(at..after) != Some(".") && names_who_spoke(next) {
        return None;
    }
    Some(end)
}

/// The length of the closing marks and brackets at `from`.
fn closers(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    rest.len() - rest.trim_start_matches(is_closer).len()
}

fn is_closer(char: char) -> bool {
    matches!(char, '”' | '’' | '"' | '\'' | '»' | '›' | '“' | '‘' | ')' | ']' | '」' | '』' | '）')
}

fn is_opener(char: char) -> bool {
    matches!(char, '“' | '‘' | '"' | '\'' | '«' | '‹' | '„' | '‚' | '(' | '[' | '”')
}

/// Whether the full stop after `before` belongs to its last word rather than to the sentence.
fn is_abbreviated(before: &str, next: &str) -> bool {
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let word = word.trim_start_matches(is_opener);
    let next_word = next.split(|char: char| !char.is_alphanumeric()).next().unwrap_or_default();
    let numbered = next.chars().next().is_some_and(|char| char.is_ascii_digit());
    if BEFORE_NUMBERS.contains(&word) {
        return numbered;
    }
    if OPENERS.contains(&next_word) {
        return false;
    }
    if before.trim_start() == word && !word.is_empty() && word.chars().all(|char| char.is_ascii_digit()) {
        return true; // the number of a list item or a section
    }
    is_initial(word) || is_dotted(word) || abbreviations().contains(word)
}

/// A capital alone, as in "J. K.": "I" only ends sentences.
fn is_initial(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_none() && word != "I"
}

/// Letters divided by full stops, as in "U.S" or "p.m".
fn is_dotted(word: &str) -> bool {
    word.contains('.') && word.split('.').all(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic))
}

/// Whether a verb of saying follows within a short name.
fn names_who_spoke(next: &str) -> bool {
    if next.starts_with(is_opener) {
        return false;
    }
    for word in next.split(char::is_whitespace).take(5) {
        if SAID.contains(&word.trim_end_matches([',', '.', ':'])) {
            return true;
        }
        if word.ends_with(['.', '!', '?', ',']) && !abbreviations().contains(word.trim_end_matches('.')) {
            return false;
        }
    }
    false
}

fn abbreviations() -> &'static HashSet<&'static str> {
    static LIST: OnceLock<HashSet<&'static str>> = OnceLock::new();
    LIST.get_or_init(|| {
        let lines = include_str!("../../assets/lexicon/abbreviations.txt").lines();
        lines.filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
    })
}
