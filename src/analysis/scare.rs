//! Marked words that nobody is quoted with: titles, nicknames, terms.

use super::clauses::Clause;
use super::lexicon::Classes;
use super::marks::Piece;
use super::prose::{Place, Prose};
use crate::text::span::TextSpan;
use crate::text::tokens::TokenKind;

/// Whether the piece begins as an utterance does: with a capital, a number or a dash.
pub fn is_utterance(clause: &Clause, piece: usize) -> bool {
    words(clause, piece).next().is_some_and(|first| !clause.prose.word(first).starts_with(char::is_lowercase))
}

/// Whether the piece is a whole sentence: it ends with a stop inside its marks and has a few words.
pub fn is_sentence(clause: &Clause, piece: usize) -> bool {
    let range = clause.prose.words_in(clause.pieces[piece].span);
    let last = clause.prose.word(range.end.saturating_sub(2));
    words(clause, piece).take(3).count() == 3 && matches!(last, "." | "!" | "?" | "…")
}

/// Whether the words before the piece, or its own capitals, make it a title, nickname or term.
pub fn is_title_or_term(prose: &Prose, piece: &Piece) -> bool {
    is_named_so(prose, piece) || is_title_case(prose, piece)
}

/// "the novel “…”", "known as “…”", "in her memoir, “…”".
pub fn is_named_so(prose: &Prose, piece: &Piece) -> bool {
    let first = prose.word_at(piece.span.start);
    let Some(before) = first.checked_sub(1) else { return false };
    let as_known = prose.is(before, "as") && before > 0 && prose.is(before - 1, "known");
    let set_off = prose.word(before) == ","
        && before > 0
        && prose.classes(before - 1).any(Classes::WORK)
        && !prose.is(before - 1, "called");
    let owned = prose.word(before).ends_with("’s") || prose.word(before).ends_with("'s");
    let all_capitals = || {
        let words = prose.words_in(piece.span);
        words.clone().any(|word| prose.is_word(word))
            && words.filter(|&word| prose.is_word(word)).all(|word| prose.is_capital(word))
    };
    let last = prose.words_in(piece.span).end;
    let within_name = prose.is_capital(before) && prose.is_word(last) && prose.is_capital(last) && piece.closed;
    owned && all_capitals()
        || within_name && all_capitals() && !prose.classes(before).any(Classes::ANY_CUE)
        || prose.classes(before).any(Classes::WORK)
        || prose.is(before, "so-called")
        || as_known
        || set_off
}

/// Two or more long words, all with capitals, and no full stop.
pub fn is_title_case(prose: &Prose, piece: &Piece) -> bool {
    let range = prose.words_in(piece.span);
    let small = |word: usize| {
        ["a", "an", "the", "of", "and", "or", "in", "on", "at", "to", "for", "with", "by", "from"]
            .contains(&prose.word(word))
    };
    let words = range.clone().filter(|&word| prose.is_word(word));
    if words.take(12).enumerate().any(|(order, word)| !prose.is_capital(word) && (order == 0 || !small(word))) {
        return false;
    }
    let long = range.filter(|&word| prose.is_word(word) && prose.word(word).chars().count() > 3);
    let (mut capitals, mut loud, mut all) = (0, 0, 0);
    for word in long.take(12) {
        all += 1;
        capitals += usize::from(prose.is_capital(word));
        loud += usize::from(!prose.word(word).chars().any(char::is_lowercase));
    }
    all >= 2 && capitals == all && loud < all
}

/// Titles of works: the words inside the marks, in bytes, where capitals or the noun before say so.
pub fn titles(prose: &Prose, pieces: &[Piece]) -> Vec<TextSpan> {
    let titled = pieces.iter().filter(|piece| {
        piece.closed
            && prose.passages[piece.passage].place == Place::Body
            && is_title_case(prose, piece)
            && prose.words_in(piece.span).len() < 12
    });
    let inner = titled.map(|piece| {
        let words = prose.words_in(piece.span);
        let stop = words.end.checked_sub(2).is_some_and(|last| matches!(prose.word(last), "," | "."));
        prose.span(words.start + 1..(words.end - 1 - usize::from(stop)).max(words.start + 1))
    });
    inner.filter(|span| !span.is_empty()).collect()
}

fn words<'a>(clause: &'a Clause, piece: usize) -> impl Iterator<Item = usize> + 'a {
    let range = clause.prose.words_in(clause.pieces[piece].span);
    range.filter(|&index| matches!(clause.prose.words[index].kind, TokenKind::Word | TokenKind::Number))
}
