//! Marked words that nobody is quoted with: titles, nicknames, terms.

use super::clauses::Clause;
use super::lexicon::Classes;
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
pub fn is_title_or_term(clause: &Clause, piece: usize) -> bool {
    let first = clause.prose.word_at(clause.pieces[piece].span.start);
    let before = first.checked_sub(1).map_or(Classes::default(), |before| clause.prose.classes(before));
    let word_before = first.checked_sub(1).map_or("", |before| clause.prose.word(before));
    let so_called = word_before.eq_ignore_ascii_case("so-called")
        || word_before.eq_ignore_ascii_case("as") && {
            first.checked_sub(2).is_some_and(|known| clause.prose.is(known, "known"))
        };
    before.any(Classes::WORK) || so_called || is_title_case(clause, piece)
}

/// Two or more long words, all with capitals, and no full stop.
fn is_title_case(clause: &Clause, piece: usize) -> bool {
    let long = words(clause, piece).filter(|&word| clause.prose.word(word).chars().count() > 3);
    let (mut capitals, mut all) = (0, 0);
    for word in long {
        all += 1;
        capitals += usize::from(clause.prose.is_capital(word));
    }
    all >= 2 && capitals == all
}

fn words<'a>(clause: &'a Clause, piece: usize) -> impl Iterator<Item = usize> + 'a {
    let range = clause.prose.words_in(clause.pieces[piece].span);
    range.filter(|&index| matches!(clause.prose.words[index].kind, TokenKind::Word | TokenKind::Number))
}
