//! What someone is, in the words beside the name: "the harbour master".

use std::ops::Range;

use super::lexicon::Classes;
use super::prose::Prose;
use crate::text::span::TextSpan;
use crate::text::tokens::TokenKind;

/// The apposition behind a name, or the description before it; bytes of the prose's text.
pub fn capacity(prose: &Prose, name: TextSpan) -> Option<TextSpan> {
    let words = prose.words_in(name);
    apposition(prose, words.end).or_else(|| description(prose, words.start))
}

/// "Ana Pereira, the harbour master,": what follows the comma, where it says what someone is.
pub fn apposition(prose: &Prose, comma: usize) -> Option<TextSpan> {
    if prose.word(comma) != "," {
        return None;
    }
    let mut start = comma + 1;
    if prose.words.get(start).is_some_and(|word| word.kind == TokenKind::Number) && prose.word(start + 1) == "," {
        start += 2;
    }
    let inside = |word: &usize| {
        prose.is_word(*word) || prose.words.get(*word).is_some_and(|word| word.kind == TokenKind::Number)
    };
    let end = (start..start + 16).take_while(inside).last()? + 1;
    let bound = Classes::PREPOSITION | Classes::CONJUNCTION;
    let head = (start..end).take_while(|&word| word == start || !prose.classes(word).any(bound)).last()? + 1;
    let opening = prose.classes(start);
    let noun =
        opening.any(Classes::DETERMINER | Classes::ROLE) || !prose.is_capital(start) && !opening.any(Classes::STOP);
    let set_off = opening.any(Classes::DETERMINER) && matches!(prose.word(end), "," | "." | ";" | ")" | "—" | "–");
    let person = is_person(prose, start..head) || set_off && is_agent(prose, start..end);
    (person && noun && !opening.any(Classes::PREPOSITION)).then(|| prose.span(start..end))
}

/// Whether the words are a noun for a person: the role comes last, or a participle goes on from it ("a captain based
/// in"). In "a resident came up" a sentence begins.
fn is_person(prose: &Prose, words: Range<usize>) -> bool {
    let role = words.clone().rev().find(|&word| prose.classes(word).any(Classes::ROLE));
    role.is_some_and(|role| role + 1 == words.end || goes_on(prose, role + 1))
}

/// Whether a participle or the like goes on from a noun.
fn goes_on(prose: &Prose, word: usize) -> bool {
    let participles = [
        "aged",
        "based",
        "born",
        "known",
        "named",
        "called",
        "turned",
        "charged",
        "accused",
        "elected",
        "appointed",
        "emeritus",
        "elect",
        "designate",
    ];
    let passive = prose.word(word).ends_with("ed") && prose.is(word + 1, "by");
    !prose.is_word(word)
        || passive
        || prose.word(word).ends_with("ing")
        || participles.iter().any(|other| prose.is(word, other))
}

/// Whether the head is made from what somebody does: "prize-winner", "medalist" (agent nouns, Quirk et al. 1985).
fn is_agent(prose: &Prose, words: Range<usize>) -> bool {
    let verb = Classes::AUXILIARY | Classes::ANY_CUE;
    let head = words.clone().take_while(|&word| !prose.classes(word).any(Classes::PREPOSITION)).last();
    let Some(noun) = head.filter(|&noun| noun > words.start) else { return false };
    let word = prose.word(noun);
    let agent = ["winner", "holder", "maker", "ist", "ian", "eer", "man", "woman", "person", "mother", "father"];
    let small = !prose.is_capital(noun) || word.contains('-');
    let plain = !words.clone().any(|word| prose.classes(word).any(verb));
    plain && small && word.len() > 4 && agent.iter().any(|ending| word.ends_with(ending))
}

/// "Her lawyer, Ana Pereira" and "captain Ana Pereira" and "Defence Secretary Ana Pereira".
pub fn description(prose: &Prose, name: usize) -> Option<TextSpan> {
    let end = name - usize::from(name > 0 && prose.word(name - 1) == ",");
    let role = |word: usize| prose.classes(word).any(Classes::ROLE) && prose.is_word(word);
    if end == 0 || !role(end - 1) && end == name {
        return None;
    }
    let bound = Classes::PREPOSITION | Classes::CONJUNCTION | Classes::AUXILIARY | Classes::ANY_CUE;
    let mark = |word: usize| matches!(prose.word(word), "'" | "’");
    let owns = |word: usize| matches!(prose.word(word), "'s" | "’s") || mark(word) && prose.is(word + 1, "s");
    let inside = |word: &usize| {
        owns(*word) || prose.is_word(*word) && (prose.is(*word, "of") || !prose.classes(*word).any(bound))
    };
    let start = (end.saturating_sub(8)..end).rev().take_while(inside).last()?;
    let set_off = end < name && !prose.classes(start).any(Classes::DETERMINER) && !prose.is_capital(start);
    ((start..end).any(role) && !set_off).then(|| prose.span(start..end))
}
