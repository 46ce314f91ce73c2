//! Cues outside of speech, whose words they are, and which stretch of the sentence they report.

use std::ops::Range;

use super::agents::{described, is_pointing, is_sentence, joined_agent, parsed_agent, parsed_subject, verbs};
use super::clauses::Clause;
use super::edges::PERIODS;
use super::introductions::{colon, for_someone, signature};
use super::lexicon::Classes;
use super::phrases::phrase_after;
use super::subjects::phrase_before;
use super::viable::{is_hearing, is_viable, is_within_report};
use crate::model::quote::Rule;
use crate::text::span::TextSpan;

/// One cue with its source, as items of a clause.
#[derive(Debug, Clone)]
pub struct Attribution {
    /// The rule that finds the cue.
    pub rule: Rule,
    pub cue: Option<Range<usize>>,
    pub source: Option<Range<usize>>,
    /// Which side of the cue the source stands on.
    pub side: Rule,
    /// Cue and source together.
    pub unit: Range<usize>,
    pub classes: Classes,
    /// Whether the cue is a participle or the second of two verbs, and shares the subject before.
    pub shares: bool,
}

/// The attributions of one clause in order.
///
/// The cue is found first and its source relative to it, as Pareti's PARC systems and Citron do; each cue looks
/// at a bounded stretch of words, so the time is linear.
pub fn attributions(clause: &Clause) -> Vec<Attribution> {
    let mut found: Vec<Attribution> = Vec::new();
    let mut from = 0;
    let mut item = 0;
    while item < clause.len() {
        let attribution = according_to(clause, item).or_else(|| verb_of_saying(clause, from, item, found.last()));
        let inside = |new: &Attribution| found.last().is_some_and(|last| is_within_report(clause, last, new));
        if let Some(attribution) = attribution.filter(|new| is_viable(clause, new) && !inside(new)) {
            item = attribution.unit.end.max(item + 1);
            if found.last().is_some_and(|last| is_reported_by(clause, last, &attribution)) {
                found.pop();
            }
            from = if is_relative(clause, &attribution) { from } else { item };
            found.push(narrowed(clause, attribution));
        } else {
            item += 1;
        }
    }
    // "X told Y to Z, a court heard": the last cue reports all that stands before it.
    if let Some(heard) = found.iter().rposition(|last| last.source.is_some() && is_hearing(clause, last)) {
        found.drain(..heard);
    }
    if found.is_empty() {
        found.extend(for_someone(clause).or_else(|| colon(clause)));
        if found.is_empty() {
            found.extend((1..clause.len()).filter_map(|item| signature(clause, item)));
        }
    }
    found
}

/// "The bill came from | the ministers", "urges them to leave after | the editor": a source with a verb of its own
/// begins behind that.
fn narrowed(clause: &Clause, found: Attribution) -> Attribution {
    let Some(source) = found.source.clone() else { return found };
    let joins = Classes::PREPOSITION | Classes::CONJUNCTION;
    let behind = |verb: usize| (verb + 1..source.end).find(|&item| !clause.classes(item).any(joins));
    let start = verbs(clause, source.clone()).last().and_then(behind).unwrap_or(source.start);
    Attribution { source: Some(start..source.end), ..found }
}

/// "She had accepted, | she said, …": a first cue with nothing to it is what the second one reports.
fn is_reported_by(clause: &Clause, last: &Attribution, new: &Attribution) -> bool {
    last.unit.start == 0
        && new.unit.start == last.unit.end + 1
        && clause.word(last.unit.end) == ","
        && new.source.is_some()
        && !new.shares
}

/// Whether a cue stands in a relative clause, so that the subject of a later one may stand before it.
fn is_relative(clause: &Clause, found: &Attribution) -> bool {
    let head = found.cue.as_ref().zip(clause.grammar.as_ref()).and_then(|(cue, grammar)| grammar.head(cue.start));
    head.is_some_and(|(_, relation)| relation.is("relcl"))
}

impl Attribution {
    /// The words of the source, in bytes.
    pub fn source_span(&self, clause: &Clause) -> Option<TextSpan> {
        self.source.clone().map(|items| clause.hull(items))
    }

    pub fn cue_span(&self, clause: &Clause) -> Option<TextSpan> {
        self.cue.clone().map(|items| clause.hull(items))
    }
}

fn according_to(clause: &Clause, item: usize) -> Option<Attribution> {
    let per = clause.is(item, "per") && item > 0 && set_off(clause, item - 1);
    let end = if per { item + 1 } else { item + 2 };
    if !(per || clause.is(item, "according") && clause.is(item + 1, "to")) {
        return None;
    }
    let source = phrase_after(clause, end)?;
    Some(Attribution {
        rule: Rule::AccordingTo,
        cue: Some(item..end),
        side: Rule::SubjectAfter,
        unit: item..source.end,
        source: Some(source),
        classes: Classes::CUE,
        shares: false,
    })
}

fn verb_of_saying(clause: &Clause, from: usize, item: usize, last: Option<&Attribution>) -> Option<Attribution> {
    let classes = clause.classes(item);
    if !classes.any(Classes::ANY_CUE) || !is_verb(clause, item) {
        return None;
    }
    let cue = item..cue_end(clause, item);
    let made = |side, source: Option<Range<usize>>, shares| {
        let mut unit =
            source.iter().fold(cue.clone(), |unit, source| unit.start.min(source.start)..unit.end.max(source.end));
        // "…, as one resident put it"
        let compared = unit.start > 1 && clause.is(unit.start - 1, "as") && set_off(clause, unit.start - 2);
        unit.start -= usize::from(compared);
        Some(Attribution { rule: Rule::VerbOfSaying, cue: Some(cue.clone()), source, side, unit, classes, shares })
    };
    if let Some(source) = inverted(clause, item, cue.end) {
        return made(Rule::SubjectAfter, Some(source), false);
    }
    let subject = before_auxiliaries(clause, item)?;
    if clause.word(item).ends_with("ing") {
        let progressive = ["is", "are", "was", "were"].iter().any(|verb| clause.is(item - usize::from(item > 0), verb));
        if !progressive {
            let source = parsed_agent(clause, item).or_else(|| last.and_then(|last| last.source.clone()));
            return made(Rule::SubjectBefore, Some(source?), true).map(|found| alone(found, &cue));
        }
    }
    if subject > 0 && ["and", "but", "then", "or"].iter().any(|word| clause.is(subject - 1, word)) {
        let source = joined_agent(clause, item, last)
            .or_else(|| last.and_then(|last| last.source.clone()))
            .or_else(|| first_subject(clause, from, subject - 1));
        return made(Rule::SubjectBefore, Some(source?), true).map(|found| alone(found, &cue));
    }
    if subject > 0
        && (clause.is(subject - 1, "who") || clause.is(subject - 1, "which") || is_pointing(clause, subject - 1))
    {
        let source = described(clause, from, item).or_else(|| phrase_before(clause, from, subject - 1))?;
        return made(Rule::SubjectBefore, Some(source), false);
    }
    let source = phrase_before(clause, from, subject);
    let parsed = parsed_subject(clause, from, item, source.as_ref());
    made(Rule::SubjectBefore, Some(parsed.or(source)?), false)
}

fn set_off(clause: &Clause, item: usize) -> bool {
    clause.is_piece(item) || clause.word(item) == ","
}

/// The same attribution taking up no more than its cue: the source stands elsewhere.
fn alone(found: Attribution, cue: &Range<usize>) -> Attribution {
    Attribution { unit: cue.clone(), ..found }
}

/// The subject of an earlier verb in the same clause: "The board met and said …".
fn first_subject(clause: &Clause, from: usize, end: usize) -> Option<Range<usize>> {
    let start = (from..end.min(from + 6)).find(|&item| {
        clause.is_capital(item) && !clause.classes(item).any(Classes::STOP)
            || clause.classes(item).any(Classes::PRONOUN | Classes::DETERMINER)
    })?;
    phrase_after(clause, start).filter(|phrase| phrase.end <= end)
}

/// Whether the word stands where a verb can: "the claim" and "to say" are none.
fn is_verb(clause: &Clause, item: usize) -> bool {
    if clause.is_capital(item) && item > 0 && !clause.word(item).chars().all(char::is_uppercase) {
        return false;
    }
    if item == 0 || is_noun(clause, item) {
        return false;
    }
    // Without their particle these report nothing.
    let bare = ["put", "puts", "shot", "shoots", "fired", "fires", "hit", "hits", "chimed", "chimes"];
    if bare.iter().any(|verb| clause.is(item, verb)) && cue_end(clause, item) == item + 1 {
        return false;
    }
    let before = clause.classes(item - 1);
    let nominal = before.any(Classes::DETERMINER) && !clause.is(item - 1, "one") && !clause.is(item - 1, "her");
    let nominal = nominal && !(clause.classes(item).any(Classes::CUE) && is_pointing(clause, item - 1));
    let adverb = |item: usize| clause.is(item, "also") || clause.word(item).ends_with("ly") && !clause.is_capital(item);
    let front = item - 1 - usize::from(item > 1 && adverb(item - 1));
    let passive = ["be", "been", "being", "is", "are", "was", "were"].iter().any(|word| clause.is(front, word))
        && !clause.word(item).ends_with("ing");
    let negative = ["to", "not", "never", "of", "in", "for", "by", "with", "worth", "having"]
        .iter()
        .any(|word| clause.is(item - 1, word));
    let possessive =
        clause.word(item - 1).ends_with("’s") || clause.word(item - 1).ends_with("'s") || clause.is(item - 1, "’");
    !nominal
        && !passive
        && !negative
        && !possessive
        && !clause.word(item - 1).ends_with("n't")
        && !clause.word(item - 1).ends_with("n’t")
}

/// Whether the sentence makes a noun of the word, and what follows does not make a verb of it again.
fn is_noun(clause: &Clause, item: usize) -> bool {
    let hands_over =
        item + 1 >= clause.len() || clause.is(item + 1, "that") || matches!(clause.word(item + 1), ":" | ".");
    let counted =
        clause.tag(item - 1).is_some_and(|tag| matches!(tag.name(), "CD" | "JJ" | "DT" | "PRP$" | "IN" | "VBN"));
    (!hands_over || counted) && !clause.is_verb(item)
}

/// "called on", "pointed out", "went on": particles that belong to the verb.
fn cue_end(clause: &Clause, item: usize) -> usize {
    let word = clause.word(item).to_lowercase();
    let particle = match word.as_str() {
        "put" | "puts" => "it",
        "shot" | "shoots" | "fired" | "fires" | "hit" | "hits" => "back",
        "chimed" | "chimes" => "in",
        "called" | "calls" | "call" | "calling" => "on",
        "pointed" | "points" | "point" | "pointing" => "out",
        "went" | "goes" | "go" => "on",
        _ => return item + 1,
    };
    item + 1 + usize::from(clause.is(item + 1, particle))
}

/// "…, said Ana Pereira": the source behind the cue.
fn inverted(clause: &Clause, item: usize, after: usize) -> Option<Range<usize>> {
    let behind_piece =
        item > 0 && clause.is_piece(item - 1) || item > 1 && clause.word(item - 1) == "," && clause.is_piece(item - 2);
    let behind_comma = item > 2 && clause.word(item - 1) == ",";
    if !behind_piece && !behind_comma {
        return None;
    }
    let source = phrase_after(clause, after).filter(|_| !clause.is(after, "that"))?;
    if behind_piece {
        return Some(source);
    }
    // "The mayor, 58, said the council was late" has a subject of its own before the comma.
    if is_sentence(clause, source.clone()) {
        return None;
    }
    let told = clause.classes(item).any(Classes::CUE_ABOUT);
    let beyond = clause.classes(source.end).any(Classes::PREPOSITION) && !is_sentence(clause, source.end..clause.len());
    let closes = beyond || source.end >= clause.len() || matches!(clause.word(source.end), "." | "," | ";" | "(");
    let spoken = |item: usize| ["he", "she", "they"].iter().any(|word| clause.is(item, word));
    let named = source.clone().any(|item| clause.is_capital(item) || spoken(item));
    let determined = clause.classes(source.start).any(Classes::DETERMINER) || clause.is(source.start, "one");
    let determined = determined && source.len() < 16;
    (closes && (named || determined) && !told && !clause.word(item).starts_with("t")).then_some(source)
}

/// The item behind the subject: auxiliaries and adverbs before the verb are skipped.
fn before_auxiliaries(clause: &Clause, item: usize) -> Option<usize> {
    let mut at = item;
    while at > 0 && item - at < 6 {
        let dated = at > 2
            && ["this", "last"].iter().any(|word| clause.is(at - 2, word))
            && PERIODS.contains(&clause.word(at - 1));
        if dated {
            at -= 2;
            continue;
        }
        let word = clause.word(at - 1);
        if ["not", "never", "did", "to", "would", "could", "might", "may", "should", "let"]
            .iter()
            .any(|no| no.eq_ignore_ascii_case(word))
        {
            return None;
        }
        let adverb = word.ends_with("ly") && !clause.is_capital(at - 1) && word.len() > 4;
        let adverb = adverb
            || ["still", "again", "once", "already", "often", "since", "now", "together", "both", "each"]
                .contains(&word);
        if !(clause.classes(at - 1).any(Classes::AUXILIARY) && !clause.is(at - 1, "then") || adverb) {
            break;
        }
        at -= 1;
    }
    (at > 0).then_some(at)
}
