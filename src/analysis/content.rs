//! Which items of a clause an attribution reports.

use std::ops::Range;

use super::attribution::{Attribution, is_sentence};
use super::clauses::Clause;
use super::lexicon::Classes;
use super::phrases::{after_adverbial, is_leading, phrase_after};
use super::viable::undertakes;
use crate::model::quote::Rule;

/// What one cue reports.
#[derive(Debug, Clone, Default)]
pub struct Content {
    /// Items before and behind the cue, in order.
    pub parts: Vec<Range<usize>>,
    /// Whether a colon or comma hands over to the words, so that they are said as they stand.
    pub introduced: bool,
    /// Whether words without marks run on to the end of the passage.
    pub runs_on: bool,
}

/// How far a "that" or colon may stand from its verb.
const REACH: usize = 16;

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

/// Cues that name who is spoken to.
const ADDRESSED: [&str; 28] = [
    "tell",
    "tells",
    "told",
    "telling",
    "inform",
    "informs",
    "informed",
    "informing",
    "assure",
    "assures",
    "assured",
    "remind",
    "reminds",
    "reminded",
    "advise",
    "advised",
    "asked",
    "ask",
    "asks",
    "urged",
    "urge",
    "urges",
    "warned",
    "accept",
    "correct",
    "corrected",
    "corrects",
    "warn",
];

/// What tells when and where behind a description.
const ELSEWHERE: [&str; 13] =
    ["during", "on", "at", "in", "before", "after", "while", "when", "amid", "since", "because", "last", "this"];

/// The content of the attribution at `order` among those of its clause.
pub fn content(clause: &Clause, all: &[Attribution], order: usize) -> Content {
    let this = &all[order];
    let start = order.checked_sub(1).map_or(0, |before| all[before].unit.end);
    let end = all.get(order + 1).map_or(clause.len(), |next| next_start(clause, next));
    let before = start..this.unit.start;
    if this.rule == Rule::Dash {
        let piece = this.unit.start - 1;
        return Content { parts: trimmed(clause, piece..piece + 1), introduced: true, runs_on: false };
    }
    if this.rule == Rule::AccordingTo && this.unit.start == 0 || this.cue.is_none() {
        let from = this.unit.end + usize::from(clause.word(this.unit.end) == ",");
        return Content { parts: trimmed(clause, from..end), introduced: this.rule == Rule::Colon, runs_on: false };
    }
    let after = this.unit.end..end;
    if is_parenthetical(clause, this, &before, &after) {
        return parenthetical(clause, this, before, after);
    }
    behind(clause, this, after)
}

/// Where the stretch of the next attribution begins: at the "and" or comma before it.
fn next_start(clause: &Clause, next: &Attribution) -> usize {
    let at = next.unit.start;
    let joined =
        at > 0 && (matches!(clause.word(at - 1), "," | ";") || clause.is(at - 1, "and") || clause.is(at - 1, "but"));
    at - usize::from(joined)
}

/// Whether the cue stands beside what was said before it: “…,” she said.
fn is_parenthetical(clause: &Clause, this: &Attribution, before: &Range<usize>, after: &Range<usize>) -> bool {
    if this.shares || before.is_empty() || is_setting(clause, before, after) {
        return false;
    }
    let last = before.end - 1;
    if clause.is_piece(last) {
        return true;
    }
    if this.rule == Rule::AccordingTo {
        return true;
    }
    let comma = clause.word(last) == ",";
    if comma && last > before.start && clause.is_piece(last - 1) {
        return true;
    }
    let speaks = after.clone().any(|item| clause.is_piece(item));
    let goes_on = !after.is_empty() && clause.word(after.start) == "," && (after.len() > 2 || speaks);
    let reported = (before.len() > 3 || goes_on && !is_leading(clause, before.start)) && !is_adverbial(clause, before);
    let closes = after.is_empty()
        || matches!(clause.word(after.start), "." | "," | "!" | "?")
        || is_closing_adverbial(clause, after);
    comma && reported && (closes || this.side == Rule::SubjectAfter) && !this.classes.any(Classes::CUE_ABOUT)
}

/// "On this week’s “Harbour Tonight,”": where something is said that stands behind the cue.
fn is_setting(clause: &Clause, before: &Range<usize>, after: &Range<usize>) -> bool {
    let leads = clause.classes(before.start).any(Classes::PREPOSITION);
    let acts = |item: usize| clause.tag(item).is_none_or(|tag| tag.is_finite());
    leads
        && after.len() > 3
        && clause.is_word(after.start)
        && !before.clone().any(|item| clause.is_word(item) && acts(item))
}

fn is_adverbial(clause: &Clause, items: &Range<usize>) -> bool {
    let first = clause.classes(items.start);
    let inner = items.clone().take(12).any(|item| clause.word(item) == ",") && items.len() > 12;
    first.any(Classes::PREPOSITION) && !inner
        || clause.word(items.start).ends_with("ing")
        || first.any(Classes::ANY_CUE)
        || ["when", "if", "while", "because", "as", "although", "though", "after", "before"]
            .iter()
            .any(|w| clause.is(items.start, w))
}

/// A few words to the end that say where and when: "on Friday", "in a statement".
pub fn is_closing_adverbial(clause: &Clause, after: &Range<usize>) -> bool {
    let first = clause.classes(after.start);
    let late = after.end - after.start <= 9 && (first.any(Classes::PREPOSITION | Classes::DAY | Classes::MONTH));
    late && !after.clone().any(|item| clause.is_piece(item) || clause.is(item, "that"))
}

fn parenthetical(clause: &Clause, this: &Attribution, before: Range<usize>, after: Range<usize>) -> Content {
    let speech = clause.is_piece(before.end - 1) || before.len() > 1 && clause.is_piece(before.end - 2);
    let before = match this.rule {
        Rule::AccordingTo => last_part(clause, before),
        _ => before,
    };
    let mut parts = trimmed(clause, before);
    let resumed = behind_parenthesis(clause, &after, speech, this);
    if !resumed.is_empty() {
        parts.extend(trimmed(clause, resumed));
    }
    Content { parts, introduced: false, runs_on: false }
}

/// "…; the rest, according to X": the part behind the last semicolon.
fn last_part(clause: &Clause, items: Range<usize>) -> Range<usize> {
    let bound = items.clone().rev().find(|&item| matches!(clause.word(item), ";"));
    bound.map_or(items.start, |bound| bound + 1)..items.end
}

/// What goes on behind a cue that stands in the middle.
fn behind_parenthesis(clause: &Clause, after: &Range<usize>, speech: bool, this: &Attribution) -> Range<usize> {
    let none = after.end..after.end;
    if after.is_empty() || this.rule == Rule::AccordingTo {
        return none;
    }
    if speech {
        // Words behind it count only up to the next piece that a comma, colon or full stop hands over to.
        let piece = after
            .clone()
            .find(|&item| clause.is_piece(item) && item > 0 && matches!(clause.word(item - 1), "," | ":" | "."));
        let direct = after.clone().find(|&item| clause.is_piece(item)).filter(|&item| item == after.start);
        return piece.or(direct).map_or(none, |piece| piece..after.end);
    }
    let speaks = after.clone().any(|item| clause.is_piece(item));
    let resumes = clause.word(after.start) == "," && (after.len() > 2 || speaks);
    let next = after.start + 1;
    let set_off = this.side == Rule::SubjectAfter
        && clause.classes(next).any(Classes::DETERMINER | Classes::ROLE)
        && !is_sentence(clause, next..after.end);
    if resumes && !set_off && !is_trailing(clause, next) { next..after.end } else { none }
}

/// What stands behind the cue: “said that C”, “told Y: C”, “called it C”.
fn behind(clause: &Clause, this: &Attribution, after: Range<usize>) -> Content {
    let cue = this.cue.clone().unwrap_or_default();
    let mut from = after.start.max(cue.end);
    let end = after.end;
    if ["of", "about", "on", "against"].iter().any(|word| clause.is(from, word)) && is_warning(clause.word(cue.start)) {
        from += 1;
    } else if this.classes.any(Classes::CUE_ABOUT) {
        return Content { parts: trimmed(clause, from..described_end(clause, from, end)), ..Content::default() };
    }
    let that = (from..end.min(from + REACH)).any(|item| clause.is_that(item));
    if let Some(act) = undertakes(clause, this).filter(|act| !that && act.end <= end) {
        return Content { parts: trimmed(clause, act), introduced: false, runs_on: false };
    }
    if let Some(at) = handed_over(clause, from..end) {
        let runs_on = !clause.is_piece(at);
        return Content { parts: trimmed(clause, at..end), introduced: true, runs_on };
    }
    if let Some(that) =
        (from..end.min(from + REACH)).take_while(|&item| !clause.is_piece(item)).find(|&item| clause.is_that(item))
        && is_that_clause(clause, from, that)
    {
        // "said that was not so": what is talked about.
        let start = if that == from && clause.acts(that + 1) { that } else { that + 1 };
        return Content {
            parts: trimmed(clause, cut_tail(clause, cue.start, start..end)),
            introduced: false,
            runs_on: false,
        };
    }
    if is_addressing(clause, cue.start) && this.side == Rule::SubjectBefore {
        from = phrase_after(clause, from).or_else(|| object(clause, from)).map_or(from, |addressee| addressee.end);
    }
    from = behind_adverbials(clause, from, end);
    let introduced = clause.is_piece(from);
    Content { parts: trimmed(clause, cut_tail(clause, cue.start, from..end)), introduced, runs_on: false }
}

/// Where a description ends that is in marks: before what tells when and where, or goes on with something else.
fn described_end(clause: &Clause, from: usize, end: usize) -> usize {
    let last = (from..end).rev().find(|&item| clause.is_piece(item)).map(|last| last + 1);
    let goes_on = |item: usize| {
        matches!(clause.word(item), "," | "—" | "–" | "-" | "―" | ";")
            || clause.classes(item).any(Classes::DAY)
            || ELSEWHERE.iter().any(|word| clause.is(item, word))
    };
    last.filter(|&last| goes_on(last)).unwrap_or(end)
}

/// Whether "that" hands over from the verb: only adverbials or who is spoken to stand between.
fn is_that_clause(clause: &Clause, from: usize, that: usize) -> bool {
    let close = Classes::AUXILIARY | Classes::ANY_CUE;
    // Further off, a verb behind it makes it a relative: "the pact that binds them".
    let next = clause.word(that + 1);
    let relative = clause.acts(that + 1)
        || clause.classes(that + 1).any(Classes::AUXILIARY)
        || next.ends_with('s') && !clause.is_capital(that + 1) && !next.ends_with("ss");
    that == from || !relative && (from..that).all(|item| !clause.classes(item).any(close) && clause.word(item) != ";")
}

/// Whether who is spoken to follows the verb.
pub fn is_addressing(clause: &Clause, cue: usize) -> bool {
    ADDRESSED.iter().any(|word| clause.is(cue, word))
}

fn is_warning(verb: &str) -> bool {
    verb.starts_with("warn") || verb.starts_with("complain") || verb.starts_with("caution") || verb.starts_with("boast")
}

/// "us", "her", "them", "reporters", "jurors": who is spoken to without an article.
fn object(clause: &Clause, from: usize) -> Option<Range<usize>> {
    let pronoun = clause.classes(from).any(Classes::PRONOUN);
    let plural = clause.is_word(from) && clause.word(from).ends_with('s') && !clause.classes(from).any(Classes::STOP);
    let members = clause.is(from, "mps") || clause.is(from, "people") || clause.is(from, "parliament");
    (pronoun || plural || members).then_some(from..from + 1)
}

/// The item behind a colon or comma that hands over to the words said.
fn handed_over(clause: &Clause, items: Range<usize>) -> Option<usize> {
    let at = items
        .clone()
        .take(REACH)
        .take_while(|&item| !clause.is_that(item))
        .find(|&item| clause.is_piece(item) || clause.word(item) == ":")?;
    if clause.is_piece(at) {
        let beside = at == items.start || matches!(clause.word(at - 1), "," | ":");
        return beside.then_some(at);
    }
    let behind = at + 1;
    let marked = clause.is_piece(behind);
    (marked || clause.within.is_none() && behind < items.end && at - items.start < 8).then_some(behind)
}

/// Skips "on Wednesday", "in a statement", "at the gate" behind the verb.
fn behind_adverbials(clause: &Clause, from: usize, end: usize) -> usize {
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
fn cut_tail(clause: &Clause, cue: usize, items: Range<usize>) -> Range<usize> {
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

fn is_trailing(clause: &Clause, item: usize) -> bool {
    let classes = clause.classes(item);
    let participle = clause.word(item).ends_with("ing") && classes.any(Classes::ANY_CUE);
    participle
        || ["as", "according", "reflecting", "pointing", "referring", "declining"]
            .iter()
            .any(|word| clause.is(item, word))
}

/// Without the commas and stops at its ends; nothing where no words are left.
fn trimmed(clause: &Clause, items: Range<usize>) -> Vec<Range<usize>> {
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
