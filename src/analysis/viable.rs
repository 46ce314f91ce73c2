//! Which cues report something where they stand.

use std::ops::Range;

use super::attribution::Attribution;
use super::clauses::Clause;
use super::content::{is_addressing, is_handing};
use super::edges::is_closing_adverbial;
use super::indirect::is_about;
use super::lexicon::Classes;
use crate::model::quote::Rule;

pub fn is_hearing(clause: &Clause, found: &Attribution) -> bool {
    let heard = found.cue.as_ref().is_some_and(|cue| clause.is(cue.start, "heard") || clause.is(cue.start, "hears"));
    heard && found.unit.start > 0 && clause.word(found.unit.start - 1) == ","
}

/// "court told", "a jury heard": those who listen are no source.
pub fn only_listens(clause: &Clause, found: &Attribution) -> bool {
    let (Some(cue), Some(source)) = (&found.cue, &found.source) else { return false };
    let heard = ["heard", "hears", "hear"].iter().any(|word| clause.is(cue.start, word));
    let told = clause.is(cue.start, "told") && cue.end >= clause.len();
    let listeners = ["court", "jury", "jurors", "inquiry", "tribunal", "hearing", "inquest"];
    (heard || told) && listeners.iter().any(|word| clause.is(source.end - 1, word))
}

/// Whether a cue can report anything: the weaker verbs need "that", a question word or speech beside them.
pub fn is_viable(clause: &Clause, found: &Attribution) -> bool {
    if names_a_term(clause, found) {
        return false;
    }
    let Some(cue) = found.cue.clone().filter(|_| !found.classes.any(Classes::CUE)) else { return true };
    let last = found.unit.start.checked_sub(1);
    let beside = last
        .is_some_and(|last| clause.is_piece(last) || last > 0 && clause.word(last) == "," && clause.is_piece(last - 1));
    let ahead = found.unit.end.max(cue.end);
    let reach = ahead..clause.len().min(ahead + 14);
    let beyond = found.classes.any(Classes::CUE_THAT | Classes::CUE_ABOUT);
    let handed = |item: usize| {
        let near = item < ahead + 9 && matches!(clause.word(item - 1), "," | ":");
        item == ahead || near && !(ahead..item).any(|between| clause.classes(between).any(Classes::ANY_CUE))
    };
    let speech = reach.clone().any(|item| clause.is_piece(item) && (beyond || handed(item)));
    let plain = |item: &usize| *item == ahead || !clause.classes(*item).any(Classes::ANY_CUE);
    let colon = reach.clone().take(8).take_while(plain).any(|item| clause.word(item) == ":");
    if beside || speech || colon {
        return true;
    }
    if undertakes(clause, found).is_some() {
        return true;
    }
    if found.classes.any(Classes::CUE_ABOUT) {
        return is_about(clause, found);
    }
    let asks = ["ask", "asks", "asked", "asking", "wonder", "wondered"].iter().any(|word| clause.is(cue.start, word));
    if asks && is_question_word(clause, ahead) {
        return true;
    }
    let parenthesis = last.is_some_and(|last| clause.word(last) == ",");
    let closes = ahead >= clause.len()
        || matches!(clause.word(ahead), "." | ",")
        || is_closing_adverbial(clause, &(ahead..clause.len()));
    found.classes.any(Classes::CUE_THAT)
        && (reach.clone().any(|item| is_handing(clause, found, item)) || parenthesis && closes)
}

/// "what shoppers call “shrinkflation”": how people who are not named call a thing is a term, and nobody's words.
fn names_a_term(clause: &Clause, found: &Attribution) -> bool {
    let (Some(cue), Some(source)) = (&found.cue, &found.source) else { return false };
    let customary = clause.is(cue.start, "call") && source.start > 0 && clause.is(source.start - 1, "what");
    let article = usize::from(clause.classes(cue.end).any(Classes::DETERMINER));
    let piece = clause.piece(cue.end + article).map(|piece| clause.prose.words_in(clause.pieces[piece].span));
    let is_short = piece.is_some_and(|words| words.filter(|&word| clause.prose.is_word(word)).count() < 3);
    customary && is_short && !source.clone().any(|item| clause.is_capital(item))
}

/// What is undertaken or asked for: "vowed to pay", "asked the board to wait".
pub fn undertakes(clause: &Clause, found: &Attribution) -> Option<Range<usize>> {
    let cue = found.cue.as_ref().filter(|_| found.classes.any(Classes::CUE_TO))?;
    let grammar = clause.grammar.as_ref()?;
    let act = grammar
        .dependent(cue.start, &["xcomp"])
        .filter(|&act| act > cue.start && clause.is(act.saturating_sub(1), "to"))?;
    let extent = grammar.extent(act);
    (extent.len() > 3).then_some(extent.start.max(cue.end)..extent.end)
}

/// Whether a cue is part of what the one before reports: "she said that he had told her so".
pub fn is_within_report(clause: &Clause, last: &Attribution, new: &Attribution) -> bool {
    let reports = last.cue.is_some() && last.rule == Rule::VerbOfSaying && last.side == Rule::SubjectBefore;
    let that = (last.unit.end..clause.len().min(last.unit.end + 8)).any(|item| clause.is(item, "that"));
    let start = new.unit.start;
    let apart = new.shares
        || start == 0
        || clause.is_piece(start - 1)
        || matches!(clause.word(start - 1), "," | ";" | ":" | "—" | "–" | "and" | "but");
    let built = !new.shares && !only_listens(clause, last) && parsed_inside(clause, last, new).unwrap_or(false);
    let opens = new.source.as_ref().is_some_and(|source| source.start == last.unit.end);
    let who = new
        .cue
        .as_ref()
        .is_some_and(|cue| cue.start > 0 && ["who", "which"].iter().any(|w| clause.is(cue.start - 1, w)));
    let told = last.cue.as_ref().is_some_and(|cue| is_addressing(clause, cue.start));
    let subject = opens && last.classes.any(Classes::CUE) && !told && new.side == Rule::SubjectBefore && !new.shares;
    reports
        && (that && !apart || built || opens && who && !only_listens(clause, last) || subject)
        && start >= last.unit.end
        && new.rule == Rule::VerbOfSaying
}

/// Whether the parse puts a cue into what the one before reports; nothing where it hands over to speech itself.
fn parsed_inside(clause: &Clause, last: &Attribution, new: &Attribution) -> Option<bool> {
    let (grammar, cue, new_cue) = (clause.grammar.as_ref()?, last.cue.clone()?, new.cue.clone()?);
    let beside = (new_cue.end..clause.len()).take(2).any(|item| clause.is_piece(item));
    let report = grammar.dependent(cue.start, &["ccomp"]).filter(|&verb| verb > cue.start)?;
    let extent = grammar.extent(report);
    Some(!beside && extent.contains(&new_cue.start) && extent.start > cue.start)
}

pub fn is_question_word(clause: &Clause, item: usize) -> bool {
    ["how", "why", "what", "whether", "when", "where", "who", "if"].iter().any(|word| clause.is(item, word))
}
