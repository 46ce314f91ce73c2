//! Noun phrases beside a verb: how far the words reach that a quote is given to.

use std::ops::Range;

use super::clauses::Clause;
use super::lexicon::Classes;
use super::scare::is_named_so;

/// How many items a phrase may take up: a bound on the time as well.
pub const REACH: usize = 30;

/// Prepositions that may join two nouns of one phrase: a spokesman *for* the port.
const JOINING: [&str; 8] = ["of", "for", "at", "from", "with", "in", "to", "on"];

/// The phrase that begins at `start`, as after "said"; nothing where no phrase begins there.
pub fn phrase_after(clause: &Clause, start: usize) -> Option<Range<usize>> {
    if !clause.is_word(start) {
        return None;
    }
    let classes = clause.classes(start);
    let one = clause.is(start, "one") && clause.tag(start + 1).is_some_and(|tag| !tag.is_verb() && !tag.is_finite());
    if classes.any(Classes::PRONOUN) && !is_possessive_pair(clause, start) && !one {
        let subject = ["he", "she", "they", "it", "i", "we", "you", "one"];
        return subject.iter().any(|word| clause.is(start, word)).then_some(start..start + 1);
    }
    let determined = one || classes.any(Classes::DETERMINER) || classes.any(Classes::ROLE | Classes::BODY);
    if !determined && !clause.is_capital(start) && !is_noun_before_name(clause, start) {
        return None;
    }
    if classes.any(Classes::DAY | Classes::MONTH) {
        return None;
    }
    let mut end = core_end(clause, start);
    if end == start {
        return None;
    }
    if !clause.is_capital(end - 1) {
        end = joined_end(clause, end);
    }
    Some(start..with_name(clause, start, end))
}

/// "her lawyer", where "her" is no pronoun of its own.
fn is_possessive_pair(clause: &Clause, start: usize) -> bool {
    clause.is(start, "her") || clause.is(start, "one") && clause.is(start + 1, "of")
}

fn is_noun_before_name(clause: &Clause, start: usize) -> bool {
    let common = |item: usize| clause.is_word(item) && !clause.classes(item).any(Classes::STOP | Classes::PREPOSITION);
    let part = |&item: &usize| common(item) || is_name_mark(clause, item);
    (start..start + 6).take_while(part).any(|item| clause.is_capital(item))
}

/// The words of one noun: determiner, adjectives, names, up to a preposition, verb or mark.
fn core_end(clause: &Clause, start: usize) -> usize {
    let mut end = start;
    while end < clause.len().min(start + REACH) {
        let classes = clause.classes(end);
        let closed = Classes::PREPOSITION | Classes::CONJUNCTION | Classes::AUXILIARY | Classes::PRONOUN | Classes::DAY;
        let inside = if clause.is_word(end) {
            let dated = classes.any(Classes::DAY) && end == start + 1 && clause.classes(start).any(Classes::DETERMINER);
            let determiner = classes.any(Classes::DETERMINER) && !clause.is_inner_stop(end + 1);
            (determiner || dated || !classes.any(closed)) && (!determiner || end == start || clause.is(end - 1, "of"))
        } else {
            is_name_mark(clause, end)
        };
        let adverb = clause.word(end).ends_with("ly") && !clause.is_capital(end);
        let connects =
            end > start && clause.is_capital(end + 1) && (is_joined_and(clause, end) || is_particle(clause.word(end)));
        let of_name = end > start && clause.is(end, "of") && clause.is_capital(end - 1) && clause.is_capital(end + 1);
        if !(inside && !adverb || connects || of_name) || end > start + 1 && acts(clause, start, end) {
            break;
        }
        end += 1;
    }
    end
}

/// "a resident | came up": a verb behind the noun of a description, which is no part of it.
fn acts(clause: &Clause, start: usize, item: usize) -> bool {
    let verbs = ["came", "went", "stood", "got", "rang", "ran", "sat", "rose", "took", "left", "walked", "stopped"];
    let described = clause.classes(start).any(Classes::DETERMINER) && clause.classes(item - 1).any(Classes::ROLE);
    described && verbs.iter().any(|verb| clause.is(item, verb))
}

/// Marks inside names: "St. Ruan", "J. Tamm", "Carrick & Rowe", "Bakers’ Union".
pub fn is_name_mark(clause: &Clause, item: usize) -> bool {
    let nickname = |piece: usize| is_named_so(clause.prose, &clause.pieces[piece]);
    if clause.piece(item).is_some_and(nickname) {
        return item > 0 && clause.is_capital(item - 1) && clause.is_capital(item + 1);
    }
    match clause.word(item) {
        "." => clause.is_inner_stop(item),
        "&" | "/" => true,
        "’" | "'" => item > 0 && clause.word(item - 1).ends_with(['s', 'S']) && clause.is_word(item + 1),
        _ => false,
    }
}

pub fn is_joined_and(clause: &Clause, item: usize) -> bool {
    clause.is(item, "and") && (clause.is_capital(item - 1) || matches!(clause.word(item - 1), "’" | "'"))
}

pub fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "de" | "la"
            | "van"
            | "von"
            | "der"
            | "den"
            | "bin"
            | "al"
            | "el"
            | "da"
            | "di"
            | "du"
            | "dos"
            | "ibn"
            | "le"
            | "binti"
            | "bint"
            | "a/p"
            | "a/l"
            | "s/o"
            | "d/o"
    )
}

/// The prepositional phrases and the clause with "who" that narrow a common noun.
fn joined_end(clause: &Clause, from: usize) -> usize {
    let mut end = from;
    while JOINING.iter().take(4).any(|word| clause.is(end, word)) {
        let next = core_end(clause, end + 1);
        if next == end + 1 {
            break;
        }
        end = next;
    }
    if clause.is(end, "who") {
        while end < clause.len().min(from + REACH) && clause.is_word(end) {
            end += 1;
        }
    }
    end
}

/// "its duty forecaster, Tomasz Nakamura": the name set off after the description.
fn with_name(clause: &Clause, start: usize, end: usize) -> usize {
    let described = clause.classes(start).any(Classes::DETERMINER)
        || !clause.is_capital(start)
        || clause.word(start).contains(['\'', '’']);
    if !described || clause.word(end) != "," {
        return end;
    }
    let name = core_end(clause, end + 1);
    let whole = name > end + 1 && clause.is_capital(name - 1);
    let set_off = name >= clause.len() || !clause.is_word(name);
    if whole && set_off { name } else { end }
}
