//! Sources without a verb: "For X, …", "X: …" and a name behind a dash.

use super::attribution::Attribution;
use super::clauses::Clause;
use super::lexicon::Classes;
use super::phrases::phrase_after;
use super::prose::Place;
use crate::model::quote::Rule;

/// "For Ana Pereira, the bridge was “a toy”."
pub fn for_someone(clause: &Clause) -> Option<Attribution> {
    if !clause.is(0, "for") {
        return None;
    }
    let start = (1..clause.len().min(12)).find(|&item| clause.word(item) == ",").map(|_| 1)?;
    let source = phrase_after(clause, start)?;
    let comma = source.end < clause.len() && clause.word(source.end) == ",";
    let speech = (source.end..clause.len()).any(|item| clause.is_piece(item));
    let end = apposition_end(clause, source.end + 1).unwrap_or(source.end);
    (comma && speech && clause.within.is_none()).then(|| Attribution {
        rule: Rule::ForSomeone,
        cue: None,
        side: Rule::SubjectAfter,
        unit: 0..end + 1,
        source: Some(source),
        classes: Classes::CUE,
        shares: false,
    })
}

/// The comma behind ", of the institute," and ", the former guard,".
fn apposition_end(clause: &Clause, from: usize) -> Option<usize> {
    let opens = clause.classes(from).any(Classes::PREPOSITION | Classes::DETERMINER);
    let inside = |item: &usize| !clause.is_piece(*item) && !clause.tag(*item).is_some_and(|tag| tag.is_finite());
    let end = (from..clause.len().min(from + 14)).take_while(inside).find(|&item| clause.word(item) == ",");
    end.filter(|_| opens)
}

/// “It held.” — Ana Pereira
pub fn signature(clause: &Clause, item: usize) -> Option<Attribution> {
    let dash = matches!(clause.word(item), "—" | "–" | "―" | "-") && clause.is_piece(item - 1);
    let source = phrase_after(clause, item + 1).filter(|_| dash && clause.is_capital(item + 1))?;
    let closes =
        source.end >= clause.len() || clause.is_piece(source.end) || matches!(clause.word(source.end), "," | ".");
    closes.then_some(Attribution {
        rule: Rule::Dash,
        cue: None,
        side: Rule::SubjectAfter,
        unit: item..source.end,
        source: Some(source),
        classes: Classes::CUE,
        shares: false,
    })
}

/// "Fire chief: water “falling”" and "Osei, sitting beside him: “No.”"
pub fn colon(clause: &Clause) -> Option<Attribution> {
    let colon = (1..clause.len().min(12)).find(|&item| clause.word(item) == ":")?;
    let speech = (colon + 1..clause.len()).any(|item| clause.is_piece(item));
    let source = phrase_after(clause, 0).filter(|source| source.end == colon);
    let heading = clause.prose.passages[clause.passage].place == Place::Heading;
    let line = clause.len() < 18 && clause.word(clause.len() - 1) != ".";
    if !speech || source.is_none() || !(heading || line || clause.is_piece(colon + 1)) {
        return None;
    }
    Some(Attribution {
        rule: Rule::Colon,
        cue: None,
        side: Rule::SubjectBefore,
        unit: 0..colon + 1,
        source,
        classes: Classes::CUE,
        shares: false,
    })
}
