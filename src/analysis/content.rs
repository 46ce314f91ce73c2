//! Which items of a clause an attribution reports.

use std::ops::Range;

use super::agents::is_sentence;
use super::attribution::Attribution;
use super::clauses::Clause;
use super::edges::{
    REACH, behind_adverbials, cut_tail, described_end, is_closing_adverbial, is_setting, is_trailing, trimmed,
};
use super::lexicon::Classes;
use super::phrases::phrase_after;
use super::subjects::is_leading;
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

/// "…; prices will fall, according to X": the part behind the last semicolon that is a sentence.
fn last_part(clause: &Clause, items: Range<usize>) -> Range<usize> {
    let whole = |bound: &usize| is_sentence(clause, bound + 1..items.end);
    let bound = items.clone().rev().filter(|&item| matches!(clause.word(item), ";")).find(whole);
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
    let that = (from..end.min(from + REACH)).any(|item| is_handing(clause, this, item));
    if let Some(act) = undertakes(clause, this).filter(|act| !that && act.end <= end) {
        return Content { parts: trimmed(clause, act), introduced: false, runs_on: false };
    }
    if let Some(at) = handed_over(clause, from..end) {
        let runs_on = !clause.is_piece(at);
        return Content { parts: trimmed(clause, at..end), introduced: true, runs_on };
    }
    if let Some(that) = (from..end.min(from + REACH))
        .take_while(|&item| !clause.is_piece(item))
        .find(|&item| is_handing(clause, this, item))
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

/// Whether a word is the "that" of what a cue reports: right behind the verb, or behind who is spoken to, it is so
/// whatever the sentence seems to make of it.
pub fn is_handing(clause: &Clause, this: &Attribution, item: usize) -> bool {
    if !clause.is(item, "that") || clause.is_that(item) {
        return clause.is(item, "that");
    }
    let Some(cue) = this.cue.as_ref().filter(|cue| cue.end <= item) else { return false };
    let told = || phrase_after(clause, cue.end).or_else(|| object(clause, cue.end)).map(|addressee| addressee.end);
    item == cue.end && this.classes.any(Classes::CUE) || is_addressing(clause, cue.start) && told() == Some(item)
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
