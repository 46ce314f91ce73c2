//! Noun phrases that end before a verb, and subjects set off from it by commas.

use std::ops::Range;

use super::clauses::Clause;
use super::lexicon::Classes;
use super::phrases::{REACH, is_joined_and, is_name_mark};

/// Words that begin a sentence without being part of its subject.
const LEADING: [&str; 24] = [
    "but",
    "and",
    "yet",
    "so",
    "or",
    "then",
    "later",
    "also",
    "still",
    "however",
    "meanwhile",
    "now",
    "instead",
    "earlier",
    "indeed",
    "nevertheless",
    "only",
    "even",
    "afterwards",
    "here",
    "today",
    "yesterday",
    "finally",
    "because",
];

/// The phrase that ends before `end`, as before "said"; nothing where no phrase ends there.
pub fn phrase_before(clause: &Clause, from: usize, end: usize) -> Option<Range<usize>> {
    let from = from.max(end.saturating_sub(2 * REACH));
    let end = before_brackets(clause, from, end);
    if end <= from {
        return None;
    }
    if clause.word(end - 1) == "," {
        return set_off_phrase(clause, from, end - 1);
    }
    if !clause.is_word(end - 1) {
        return None;
    }
    let classes = clause.classes(end - 1);
    if classes.any(Classes::PRONOUN) {
        let subject = ["he", "she", "they", "it", "i", "we", "you", "one"];
        return subject.iter().any(|word| clause.is(end - 1, word)).then_some(end - 1..end);
    }
    if classes.any(Classes::PREPOSITION | Classes::CONJUNCTION) {
        return None;
    }
    let start = segment_start(clause, from, end);
    let relative =
        (start + 1..end).find(|&item| (clause.is(item, "who") || clause.is(item, "whose")) && clause.is_word(item - 1));
    let start = if relative.is_some() { start } else { left_bound(clause, start, end) };
    trimmed(clause, start, end)
}

/// "the Workers’ Union (WU)": the phrase without what stands in brackets behind it.
fn before_brackets(clause: &Clause, from: usize, end: usize) -> usize {
    if end > from && clause.word(end - 1) == ")" {
        let open = (from..end).rev().take(6).find(|&item| clause.word(item) == "(");
        return open.unwrap_or(end);
    }
    end
}

/// Where the run of words begins that ends at `end`: after a comma, dash, colon or piece.
fn segment_start(clause: &Clause, from: usize, end: usize) -> usize {
    let inside = |item: &usize| clause.is_word(*item) || is_name_mark(clause, *item);
    (from..end).rev().take_while(inside).last().unwrap_or(end)
}

fn left_bound(clause: &Clause, from: usize, end: usize) -> usize {
    let bound = |item: &usize| {
        let classes = clause.classes(*item);
        let named = is_joined_and(clause, (*item).max(1)) && clause.is_capital(item + 1);
        let noun = *item > 0 && clause.classes(item - 1).any(Classes::DETERMINER) || clause.is_capital(*item);
        let verb = classes.any(Classes::AUXILIARY) || classes.any(Classes::CUE | Classes::CUE_THAT) && !noun;
        let joins = classes.any(Classes::CONJUNCTION) && !named || clause.is(*item, "that");
        !joins && !verb
    };
    let acts = |item: &usize| clause.acts(*item) && !clause.is_capital(*item);
    let start = (from..end).rev().take_while(|item| bound(item) && !acts(item)).last().unwrap_or(end);
    let start = start + usize::from(start > from && acts(&(start - 1)) && is_preposition(clause, start));
    (start + 1..end).rev().find(|&item| opens_anew(clause, item)).unwrap_or(start)
}

fn is_preposition(clause: &Clause, item: usize) -> bool {
    clause.classes(item).any(Classes::PREPOSITION)
}

/// Whether another phrase begins at a word, without anything that ties it to the words before: "defend | the mayor".
fn opens_anew(clause: &Clause, item: usize) -> bool {
    let tag = |at: usize| clause.tag(at).map_or("", |tag| tag.name());
    let after = match tag(item - 1) {
        "VBG" => item < 2 || !tag(item - 2).starts_with("NN"),
        "VBN" | "VBD" | "VBZ" | "VBP" | "VB" | "RB" | "NN" | "NNS" => true,
        _ => false,
    };
    after && tag(item) == "DT" && clause.classes(item).any(Classes::DETERMINER)
}

/// Without the adverbs and the prepositional phrase that it begins with.
fn trimmed(clause: &Clause, mut start: usize, end: usize) -> Option<Range<usize>> {
    while start < end && LEADING.iter().any(|word| clause.is(start, word)) {
        start += 1;
    }
    if start >= end {
        return None;
    }
    if clause.classes(start).any(Classes::PREPOSITION) || clause.is(start, "earlier") {
        start = after_adverbial(clause, start, end)?;
    }
    let dated = clause.classes(start).any(Classes::DAY) && start + 1 < end;
    Some(start + usize::from(dated)..end)
}

/// Whether a word only leads in a sentence: "However", "Meanwhile", "Sadly".
pub fn is_leading(clause: &Clause, item: usize) -> bool {
    LEADING.iter().any(|word| clause.is(item, word)) || clause.word(item).ends_with("ly")
}

/// The first item after the prepositional phrase at `start` that can begin a subject.
pub fn after_adverbial(clause: &Clause, start: usize, end: usize) -> Option<usize> {
    (start + 2..end).find(|&item| {
        let (classes, before) = (clause.classes(item), clause.classes(item - 1));
        let begins = classes.any(Classes::DETERMINER | Classes::PRONOUN | Classes::TITLE);
        let dated = before.any(Classes::DAY | Classes::MONTH)
            || clause.word(item - 1).starts_with(|c: char| c.is_ascii_digit());
        let common =
            !clause.is_capital(item - 1) && !before.any(Classes::PREPOSITION | Classes::DETERMINER | Classes::TITLE);
        let joined = before.any(Classes::PREPOSITION | Classes::CONJUNCTION);
        begins && !joined || clause.is_capital(item) && (dated || common) && !classes.any(Classes::DAY | Classes::MONTH)
    })
}

/// "Ana Pereira, the harbour master, said": the phrase before an apposition that ends at a comma.
fn set_off_phrase(clause: &Clause, from: usize, comma: usize) -> Option<Range<usize>> {
    let from = (from..comma).rev().find(|&item| bounds_clause(clause, item)).map_or(from, |bound| bound + 1);
    let bounds: Vec<usize> = (from..comma).filter(|&item| clause.word(item) == ",").collect();
    let starts = std::iter::once(from).chain(bounds.iter().map(|bound| bound + 1));
    let segments: Vec<Range<usize>> =
        starts.zip(bounds.iter().copied().chain(std::iter::once(comma))).map(|(start, end)| start..end).collect();
    let (order, subject) = segments.iter().enumerate().rev().take(8).rev().find_map(|(order, segment)| {
        let phrase = trimmed(clause, segment.start, before_brackets(clause, segment.start, segment.end))?;
        is_subject(clause, &phrase).then_some((order, phrase))
    })?;
    if segments.len() == order + 1 {
        return Some(subject);
    }
    let next = segments.get(order + 1)?;
    let possessive = clause.word(subject.start).contains(['\'', '’']);
    let described = clause.classes(subject.start).any(Classes::DETERMINER) || possessive || !has_name(clause, &subject);
    let named = clause.is_capital(next.end - 1) && is_subject(clause, next) && has_name(clause, next);
    Some(if described && named { subject.start..next.end } else { subject })
}

/// What no subject reaches across: speech, a colon, a semicolon, a dash.
fn bounds_clause(clause: &Clause, item: usize) -> bool {
    clause.is_piece(item) && !is_name_mark(clause, item) || matches!(clause.word(item), ":" | ";" | "—" | "–")
}

fn has_name(clause: &Clause, items: &Range<usize>) -> bool {
    clause.is_capital(items.end - 1) && !clause.classes(items.end - 1).any(Classes::ROLE)
}

/// Whether a segment can be a subject: no verb in it but after "who", no adverbial.
fn is_subject(clause: &Clause, items: &Range<usize>) -> bool {
    let first = clause.classes(items.start);
    if !clause.is_word(items.start) || !clause.is_word(items.end - 1) {
        return false;
    }
    let opening = Classes::PREPOSITION | Classes::CONJUNCTION | Classes::ANY_CUE | Classes::AUXILIARY;
    let tag = |item: usize| clause.tag(item).map_or("", |tag| tag.name());
    // "Alarmed by the fire" is none, "Retired teacher" is one.
    let governs = matches!(tag(items.start + 1), "IN" | "TO" | "RB" | "DT" | "PRP$");
    let led = tag(items.start).starts_with("VB") && governs || matches!(tag(items.start), "RB" | "IN" | "WRB" | "MD");
    if led
        || first.any(opening) && !first.any(Classes::DETERMINER)
        || clause.kind(items.start) == Some(crate::text::tokens::TokenKind::Number)
    {
        return false;
    }
    let nominal = first.any(Classes::DETERMINER | Classes::ROLE | Classes::BODY | Classes::PRONOUN)
        || clause.is_capital(items.start);
    let lead = (items.start..items.end).take_while(|&item| !clause.is(item, "who"));
    nominal && !lead.clone().any(|item| clause.classes(item).any(Classes::AUXILIARY) || bounds_clause(clause, item))
}
