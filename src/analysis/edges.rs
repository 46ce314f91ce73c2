//! Where a report begins and ends: what tells when and where, and what goes on behind it, is no part of it.

use std::ops::Range;

use super::clauses::Clause;
use super::lexicon::Classes;
use super::subjects::after_adverbial;

/// How far a "that" or colon may stand from its verb.
pub const REACH: usize = 16;

/// What "this" and "last" make a time of.
pub const PERIODS: [&str; 13] = [
    "week",
    "weekend",
    "month",
    "year",
    "night",
    "morning",
    "afternoon",
    "evening",
    "spring",
    "summer",
    "autumn",
    "fall",
    "winter",
];

/// What tells when and where behind a description.
const ELSEWHERE: [&str; 13] =
    ["during", "on", "at", "in", "before", "after", "while", "when", "amid", "since", "because", "last", "this"];

/// "On this week’s “Harbour Tonight,”": where something is said that stands behind the cue.
pub fn is_setting(clause: &Clause, before: &Range<usize>, after: &Range<usize>) -> bool {
    let leads = clause.classes(before.start).any(Classes::PREPOSITION);
    let acts = |item: usize| clause.tag(item).is_none_or(|tag| tag.is_finite());
    leads
        && after.len() > 3
        && clause.is_word(after.start)
        && !before.clone().any(|item| clause.is_word(item) && acts(item))
}

/// A few words to the end that say where and when: "on Friday", "in a statement".
pub fn is_closing_adverbial(clause: &Clause, after: &Range<usize>) -> bool {
    let first = clause.classes(after.start);
    let late = after.end - after.start <= 9 && (first.any(Classes::PREPOSITION | Classes::DAY | Classes::MONTH));
    late && !after.clone().any(|item| clause.is_piece(item) || clause.is(item, "that"))
}

/// Where a description ends that is in marks: before what tells when and where, or goes on with something else.
pub fn described_end(clause: &Clause, from: usize, end: usize) -> usize {
    let last = (from..end).rev().find(|&item| clause.is_piece(item)).map(|last| last + 1);
    let goes_on = |item: usize| {
        matches!(clause.word(item), "," | "—" | "–" | "-" | "―" | ";")
            || clause.classes(item).any(Classes::DAY)
            || ELSEWHERE.iter().any(|word| clause.is(item, word))
    };
    last.filter(|&last| goes_on(last)).unwrap_or(end)
}

/// Skips "on Wednesday", "in a statement", "at the gate" behind the verb.
pub fn behind_adverbials(clause: &Clause, from: usize, end: usize) -> usize {
    let mut at = from;
    while at < end && (clause.classes(at).any(Classes::DAY) || clause.is(at, "later") || clause.is(at, "afterwards")) {
        at += 1;
    }
    let dated =
        ["this", "last"].iter().any(|word| clause.is(at, word)) && PERIODS.iter().any(|word| clause.is(at + 1, word));
    if dated && at + 2 < end {
        return behind_adverbials(clause, at + 2, end);
    }
    if clause.classes(at).any(Classes::PREPOSITION) && clause.classes(at + 1).any(Classes::DAY | Classes::MONTH) {
        let night =
            usize::from(["night", "morning", "evening", "afternoon"].iter().any(|word| clause.is(at + 2, word)));
        return behind_adverbials(clause, at + 2 + night, end);
    }
    let adverbial = clause.classes(at).any(Classes::PREPOSITION) && !clause.is(at, "as") && !clause.is(at, "until");
    if !adverbial {
        return at;
    }
    after_adverbial(clause, at, end.min(at + REACH)).map_or(at, |next| behind_adverbials(clause, next, end))
}

/// Cuts ", as he left", ", adding that" and the like, which are no part of what is reported.
pub fn cut_tail(clause: &Clause, cue: usize, items: Range<usize>) -> Range<usize> {
    let cut = items.clone().skip(3).find(|&item| {
        clause.word(item) == "," && (is_trailing(clause, item + 1) || goes_on_acting(clause, cue, item + 1))
    });
    items.start..cut.unwrap_or(items.end)
}

/// "…, but offered no proof": what the speaker did besides.
fn goes_on_acting(clause: &Clause, cue: usize, item: usize) -> bool {
    let joins = ["but", "and", "yet"].iter().any(|word| clause.is(item, word));
    let verb = (item + 1..item + 3).find(|&at| clause.tag(at).is_some_and(|tag| tag.is_verb()));
    let head = verb.zip(clause.grammar.as_ref()).and_then(|(verb, grammar)| grammar.head(verb));
    joins && head.is_some_and(|(head, relation)| head == Some(cue) && relation.is("conj"))
}

/// What a writer calls something that was said, and then says something of.
const SAYINGS: [&str; 14] = [
    "estimate",
    "claim",
    "figure",
    "charge",
    "accusation",
    "assertion",
    "allegation",
    "suggestion",
    "remark",
    "comment",
    "prediction",
    "forecast",
    "promise",
    "demand",
];

/// ", an estimate that two brokers called high": the writer's own words on what was said.
fn is_remark(clause: &Clause, item: usize) -> bool {
    let noun = (item + 1..item + 4).find(|&noun| SAYINGS.iter().any(|word| clause.is(noun, word)));
    let article = clause.is(item, "a") || clause.is(item, "an");
    noun.is_some_and(|noun| article && (clause.is(noun + 1, "that") || clause.is(noun + 1, "which")))
}

pub fn is_trailing(clause: &Clause, item: usize) -> bool {
    let classes = clause.classes(item);
    let participle = clause.word(item).ends_with("ing") && classes.any(Classes::ANY_CUE);
    participle
        || is_remark(clause, item)
        || ["as", "according", "reflecting", "pointing", "referring", "declining"]
            .iter()
            .any(|word| clause.is(item, word))
}

/// Without the commas and stops at its ends; nothing where no words are left.
pub fn trimmed(clause: &Clause, items: Range<usize>) -> Vec<Range<usize>> {
    let (mut start, mut end) = (items.start.min(clause.len()), items.end.min(clause.len()));
    let loose = |item: usize| {
        matches!(clause.word(item), "," | "." | ";" | ":" | "-" | "–" | "—" | "!" | "?" | "”" | "’" | "\"")
    };
    while start < end && !clause.is_piece(start) && (loose(start) || clause.is(start, "but") && start == 0) {
        start += 1;
    }
    while start < end && !clause.is_piece(end - 1) && (loose(end - 1) || clause.is(end - 1, "and")) {
        end -= 1;
    }
    (start < end).then_some(start..end).into_iter().collect()
}
