//! What someone is, in the words beside the name: "the harbour master".

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
    let head = (start..end)
        .take_while(|&word| word == start || !prose.classes(word).any(Classes::PREPOSITION | Classes::CONJUNCTION));
    let role = head.clone().any(|word| prose.classes(word).any(Classes::ROLE));
    let opening = prose.classes(start);
    let noun =
        opening.any(Classes::DETERMINER | Classes::ROLE) || !prose.is_capital(start) && !opening.any(Classes::STOP);
    (role && noun && !opening.any(Classes::PREPOSITION)).then(|| prose.span(start..end))
}

/// "Her lawyer, Ana Pereira" and "captain Ana Pereira" and "Defence Secretary Ana Pereira".
fn description(prose: &Prose, name: usize) -> Option<TextSpan> {
    let end = name - usize::from(name > 0 && prose.word(name - 1) == ",");
    let role = |word: usize| prose.classes(word).any(Classes::ROLE) && prose.is_word(word);
    if end == 0 || !role(end - 1) && end == name {
        return None;
    }
    let bound = Classes::PREPOSITION | Classes::CONJUNCTION | Classes::AUXILIARY | Classes::ANY_CUE;
    let inside = |word: &usize| prose.is_word(*word) && (prose.is(*word, "of") || !prose.classes(*word).any(bound));
    let start = (end.saturating_sub(8)..end).rev().take_while(inside).last()?;
    let set_off = end < name && !prose.classes(start).any(Classes::DETERMINER) && !prose.is_capital(start);
    ((start..end).any(role) && !set_off).then(|| prose.span(start..end))
}
