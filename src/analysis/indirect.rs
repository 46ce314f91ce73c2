//! Reported speech without marks: which stretches behind or before a cue are a report, and which are not.

use std::ops::Range;

use super::attribution::Attribution;
use super::clauses::Clause;
use super::content::Content;
use super::lexicon::Classes;
use crate::model::quote::Rule;
use crate::text::span::TextSpan;

/// Fewer words than this are no report ("denied it", "said so").
const SHORTEST: usize = 2;

/// The reported stretches, without "that", cue and final stop; nothing where the cue reports no clause.
///
/// Precision before recall: verbs that often take a thing ("found a purse") need "that" or a parenthesis.
pub fn reported(clause: &Clause, this: &Attribution, content: &Content) -> Option<Vec<TextSpan>> {
    this.source.as_ref()?;
    let parts: Vec<Range<usize>> = content.parts.iter().filter(|part| has_words(clause, part)).cloned().collect();
    let first = parts.first()?;
    let denied = clause.word(first.start).ends_with("ing");
    if parts.iter().map(|part| word_count(clause, part)).sum::<usize>() < SHORTEST && !denied {
        return None;
    }
    let behind = first.start >= this.unit.end;
    let that = behind && clause.is(first.start.saturating_sub(1), "that");
    let open = this.classes.any(Classes::CUE) || this.rule == Rule::AccordingTo;
    let quoted = first.clone().any(|item| clause.is_piece(item));
    let about = this.classes.any(Classes::CUE_ABOUT) && behind && (quoted || is_about(clause, this));
    let beside = !behind && this.classes.any(Classes::CUE | Classes::CUE_THAT);
    let to = behind && super::viable::undertakes(clause, this).is_some();
    let asked = behind && super::viable::is_question_word(clause, first.start);
    let clausal = behind && first_verb(clause, this).is_some_and(|verb| first.contains(&verb));
    if !(to
        || asked
        || clausal
        || that && !this.classes.any(Classes::CUE_DIRECT)
        || open
        || about
        || beside
        || content.runs_on)
    {
        return None;
    }
    if behind
        && !that
        && !about
        && !to
        && !clausal
        && this.rule == Rule::VerbOfSaying
        && !content.introduced
        && !is_clause(clause, this, first)
    {
        return None;
    }
    Some(parts.into_iter().map(|part| clause.hull(part)).collect())
}

/// The verb of the clause that is what a cue reports, as the sentence is built.
fn first_verb(clause: &Clause, this: &Attribution) -> Option<usize> {
    clause.grammar.as_ref()?.dependent(this.cue.as_ref()?.start, &["ccomp"])
}

fn has_words(clause: &Clause, part: &Range<usize>) -> bool {
    part.clone().any(|item| clause.is_word(item) || clause.is_piece(item))
}

fn word_count(clause: &Clause, part: &Range<usize>) -> usize {
    part.clone().take(SHORTEST + 4).filter(|&item| clause.is_word(item)).count()
}

/// accuse X of Y, urge X to Y, blame X for Y, describe X as Y.
pub fn is_about(clause: &Clause, this: &Attribution) -> bool {
    let Some(cue) = &this.cue else { return false };
    let verb = clause.word(cue.start).to_lowercase();
    let sought = match verb.as_str() {
        verb if verb.starts_with("accus") => "of",
        verb if verb.starts_with("urg") => "to",
        verb if verb.starts_with("describ") || verb.starts_with("dismiss") => "as",
        verb if verb.starts_with("blam") => "for",
        _ => return cue.len() > 1 && clause.is(cue.end - 1, "on"),
    };
    (cue.end..clause.len().min(cue.end + 14)).any(|item| clause.is(item, sought))
}

/// Whether what stands behind the verb can be a clause: it has a subject and goes on behind it.
fn is_clause(clause: &Clause, this: &Attribution, part: &Range<usize>) -> bool {
    let verb = this.cue.as_ref().map(|cue| clause.word(cue.start).to_lowercase()).unwrap_or_default();
    if verb.starts_with("den") || verb.starts_with("warn") {
        return true;
    }
    let first = clause.classes(part.start);
    let questions = super::viable::is_question_word(clause, part.start)
        || ["he", "she", "they", "it", "we", "i", "there"].iter().any(|word| clause.is(part.start, word));
    let long = word_count(clause, part) > 3;
    let nominal = first.any(Classes::DETERMINER | Classes::PRONOUN | Classes::BODY | Classes::ROLE)
        || clause.is_capital(part.start)
        || clause.is(part.start, "there")
        || !first.any(Classes::PREPOSITION | Classes::CONJUNCTION | Classes::AUXILIARY);
    questions || long && nominal
}
