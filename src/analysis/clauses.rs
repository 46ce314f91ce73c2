//! Sentences with their marked words folded into one item each, so that a cue is never sought inside speech.

use std::ops::Range;

use super::grammar::Grammar;
use super::lexicon::Classes;
use super::marks::Piece;
use super::prose::Prose;
use super::syntax::sentence::Sights;
use super::syntax::tags::Tag;
use super::tagger::forms::Forms;
use super::tagger::tables::Tables;
use crate::text::span::TextSpan;
use crate::text::tokens::TokenKind;

/// A word, or a whole quotation (places in `Prose::words` and in the list of pieces).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    Word(usize),
    Piece(usize),
}

/// One sentence of a passage, or of the inside of a piece that holds others.
pub struct Clause<'a> {
    pub prose: &'a Prose<'a>,
    pub pieces: &'a [Piece],
    pub items: Vec<Item>,
    pub passage: usize,
    /// The piece that it is the inside of.
    pub within: Option<usize>,
    /// How it is built, where it may report something.
    pub grammar: Option<Grammar>,
}

/// All clauses in order, those inside a piece after the clause that holds it; those with a verb of saying are
/// parsed. Linear time.
pub fn clauses<'a>(prose: &'a Prose<'a>, pieces: &'a [Piece]) -> Vec<Clause<'a>> {
    let mut found = divided(prose, pieces);
    let Some(tables) = Tables::get() else { return found };
    let mut sights = Sights::new(Forms::new(&tables.lists));
    for index in 0..found.len() {
        let reports = (0..found[index].len()).any(|item| found[index].classes(item).any(Classes::ANY_CUE));
        let speech_follows = found.get(index + 1).is_some_and(|next| next.is_piece(0));
        if reports || speech_follows {
            found[index].grammar = Grammar::of(&found[index], &mut sights);
        }
    }
    found
}

/// The same clauses without their grammar: no more is known of them than their words. Linear time.
pub fn divided<'a>(prose: &'a Prose<'a>, pieces: &'a [Piece]) -> Vec<Clause<'a>> {
    let mut found = Vec::new();
    let mut next = 0;
    for (index, passage) in prose.passages.iter().enumerate() {
        let from = next;
        while pieces.get(next).is_some_and(|piece| piece.passage == index) {
            next += 1;
        }
        divide(prose, pieces, from..next, passage.words.clone(), (index, None), &mut found);
        for outer in from..next {
            let span = pieces[outer].span;
            let inner = outer + 1..inner_end(pieces, outer, next);
            if !inner.is_empty() {
                let words = prose.words_in(span);
                let words = words.start + 1..words.end - usize::from(pieces[outer].closed);
                divide(prose, pieces, inner, words, (index, Some(outer)), &mut found);
            }
        }
    }
    found
}

fn inner_end(pieces: &[Piece], outer: usize, limit: usize) -> usize {
    let end = pieces[outer].span.end;
    let inside = |index: &usize| *index < limit && pieces[*index].span.end <= end;
    (outer + 1..).take_while(inside).last().map_or(outer + 1, |last| last + 1)
}

fn divide<'a>(
    prose: &'a Prose<'a>,
    pieces: &'a [Piece],
    inner: Range<usize>,
    words: Range<usize>,
    (passage, within): (usize, Option<usize>),
    found: &mut Vec<Clause<'a>>,
) {
    let depth = within.map_or(0, |outer| pieces[outer].depth + 1);
    let mut folded = inner.filter(|&index| pieces[index].depth == depth).peekable();
    let mut clause = Clause { prose, pieces, items: Vec::new(), passage, within, grammar: None };
    let mut at = words.start;
    while at < words.end {
        let starts = |index: &usize| pieces[*index].span.start == prose.words[at].span.start;
        let item = match folded.next_if(starts) {
            Some(piece) => {
                at = prose.words_in(pieces[piece].span).end.max(at + 1);
                Item::Piece(piece)
            }
            None => {
                at += 1;
                Item::Word(at - 1)
            }
        };
        clause.items.push(item);
        if clause.ends_after(item, at) || clause.is_dateline() {
            let fresh = Clause { prose, pieces, items: Vec::new(), passage, within, grammar: None };
            found.push(std::mem::replace(&mut clause, fresh));
        }
    }
    if !clause.items.is_empty() {
        found.push(clause);
    }
}

impl<'a> Clause<'a> {
    /// Whether the sentence ends after `item`, which the word at `next` follows.
    fn ends_after(&self, item: Item, next: usize) -> bool {
        match item {
            Item::Word(word) => self.prose.words[word].closes,
            Item::Piece(piece) => {
                let words = self.prose.words_in(self.pieces[piece].span);
                let last = self.prose.word(words.end.saturating_sub(2));
                let follows = self.prose.word(next);
                let stop = matches!(last, "." | "!" | "?" | "…" | "”" | "’");
                let begins = follows.starts_with(|char: char| !char.is_lowercase())
                    && !matches!(follows, "," | "." | "-" | "–" | "—" | "―" | ";" | ":" | ")" | "?" | "!");
                stop && begins && (last == "." || !self.speaker_follows(next))
            }
        }
    }

    /// Whether it is the place, and the agency or day, that a report begins with: "PORT RUAN, July 5 (HN) —".
    fn is_dateline(&self) -> bool {
        let first = self.items.first().is_some_and(|item| match item {
            Item::Word(word) => *word == self.prose.passages[self.passage].words.start,
            Item::Piece(_) => false,
        });
        let last = self.len() - 1;
        if !first || self.within.is_some() || last > 12 || !matches!(self.word(last), "—" | "–" | "―" | "-") {
            return false;
        }
        let loud = |item: usize| self.is_word(item) && !self.word(item).chars().any(char::is_lowercase);
        let quiet =
            |item: usize| self.is_word(item) && !self.is_capital(item) && self.kind(item) == Some(TokenKind::Word);
        (loud(0) && self.word(0).chars().count() > 2 || last > 1 && self.word(last - 1) == ")") && !(0..last).any(quiet)
    }

    /// Whether a short name with a verb of saying follows a question: “Why not?” Ana Pereira asked.
    fn speaker_follows(&self, next: usize) -> bool {
        (next..next + 5)
            .take_while(|&index| self.prose.is_word(index) || self.prose.word(index) == ".")
            .any(|index| self.prose.classes(index).any(Classes::ANY_CUE) && index > next)
    }

    /// The part of speech of the word at an item; none where the clause is not parsed.
    pub fn tag(&self, item: usize) -> Option<Tag> {
        self.grammar.as_ref().and_then(|grammar| grammar.tag(item))
    }

    /// Whether the word at an item is a verb, as far as its sentence tells.
    pub fn is_verb(&self, item: usize) -> bool {
        self.tag(item).is_none_or(|tag| tag.is_verb())
    }

    pub fn len(&self) -> usize {
        self.items.len()
    }

    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The word at an item; nothing for a piece.
    pub fn word(&self, item: usize) -> &'a str {
        match self.items.get(item) {
            Some(Item::Word(word)) => self.prose.word(*word),
            _ => "",
        }
    }

    pub fn classes(&self, item: usize) -> Classes {
        match self.items.get(item) {
            Some(Item::Word(word)) => self.prose.classes(*word),
            _ => Classes::default(),
        }
    }

    pub fn is(&self, item: usize, word: &str) -> bool {
        self.word(item).eq_ignore_ascii_case(word)
    }

    /// Whether it is the "that" of a report, and not of "that pier" or "the pier that".
    pub fn is_that(&self, item: usize) -> bool {
        self.is(item, "that") && self.tag(item).is_none_or(|tag| tag.name() == "IN")
    }

    /// Whether a word is a verb that a subject belongs to.
    pub fn acts(&self, item: usize) -> bool {
        self.tag(item).is_some_and(|tag| tag.is_finite())
    }

    pub fn piece(&self, item: usize) -> Option<usize> {
        match self.items.get(item) {
            Some(Item::Piece(piece)) => Some(*piece),
            _ => None,
        }
    }

    pub fn is_piece(&self, item: usize) -> bool {
        self.piece(item).is_some()
    }

    pub fn is_capital(&self, item: usize) -> bool {
        matches!(self.items.get(item), Some(Item::Word(word)) if self.prose.is_capital(*word))
    }

    pub fn kind(&self, item: usize) -> Option<TokenKind> {
        match self.items.get(item) {
            Some(Item::Word(word)) => Some(self.prose.words[*word].kind),
            _ => None,
        }
    }

    /// Whether an item is a word or a number.
    pub fn is_word(&self, item: usize) -> bool {
        matches!(self.kind(item), Some(TokenKind::Word | TokenKind::Number))
    }

    /// Whether an item is a full stop that belongs to an abbreviation or initial.
    pub fn is_inner_stop(&self, item: usize) -> bool {
        match self.items.get(item) {
            Some(Item::Word(word)) => self.prose.word(*word) == "." && !self.prose.words[*word].closes,
            _ => false,
        }
    }

    pub fn span(&self, item: usize) -> TextSpan {
        match self.items.get(item) {
            Some(Item::Word(word)) => self.prose.words[*word].span,
            Some(Item::Piece(piece)) => self.pieces[*piece].span,
            None => TextSpan::default(),
        }
    }

    /// From the first item of a range to its last, as bytes.
    pub fn hull(&self, items: Range<usize>) -> TextSpan {
        match items.is_empty() {
            true => TextSpan::default(),
            false => TextSpan::new(self.span(items.start).start, self.span(items.end - 1).end),
        }
    }

    /// The pieces among a range of items.
    pub fn pieces_in(&self, items: Range<usize>) -> impl Iterator<Item = usize> + '_ {
        items.filter_map(|item| self.piece(item))
    }

    /// Whether nothing but pieces and punctuation stands in it.
    pub fn is_all_speech(&self) -> bool {
        self.items.iter().any(|item| matches!(item, Item::Piece(_))) && !(0..self.len()).any(|item| self.is_word(item))
    }
}
