//! A text cut into the pieces that are labelled, with what the whole text says of each.

use std::collections::HashMap;
use std::ops::Range;

use super::evidence;
use super::forms::{Form, Forms};
use super::phrases;
use super::tables::Lists;
use crate::analysis::headlines::is_shouting;
use crate::analysis::mentions::Candidate;
use crate::analysis::prose::{Place, Prose};
use crate::text::span::TextSpan;
use crate::text::tokens::TokenKind;

/// A word, a part of a word ("Paris", "-", "based") or a mark.
#[derive(Debug, Clone, Copy)]
pub struct Piece {
    pub span: TextSpan,
    /// The place of its form.
    pub form: usize,
    /// Whether a sentence begins here.
    pub opens: bool,
    /// Whether it follows the piece before it without a space.
    pub glued: bool,
    /// What lists of places say of it together with the pieces around it.
    pub phrase: u8,
    /// What the rules guess: 0 for no name, else the kind, whether a name begins here, and whether a title stands
    /// before it.
    pub guess: u8,
    /// The run of capitals that it stands in, as a place in `Sheet::runs`.
    pub run: Option<usize>,
}

/// One passage of the text.
#[derive(Debug, Clone)]
pub struct Stretch {
    pub pieces: Range<usize>,
    pub heading: bool,
    /// Whether its capitals mean nothing.
    pub shouts: bool,
}

pub struct Sheet<'t> {
    pub pieces: Vec<Piece>,
    pub stretches: Vec<Stretch>,
    pub forms: Vec<Form<'t>>,
    /// Capitals that stand side by side, with the small words that join them.
    pub runs: Vec<Range<usize>>,
}

impl<'t> Sheet<'t> {
    /// The pieces of all passages, in order; linear time.
    pub fn of(prose: &Prose<'t>, ruled: &[Candidate], lists: &Lists) -> Self {
        let mut forms = Forms::new(lists);
        let mut pieces = Vec::with_capacity(prose.words.len());
        let mut stretches = Vec::with_capacity(prose.passages.len());
        for (index, passage) in prose.passages.iter().enumerate() {
            let from = pieces.len();
            for word in passage.words.clone() {
                cut(prose, word, &mut forms, &mut pieces);
            }
            let shouts = is_shouting(prose, index);
            stretches.push(Stretch { pieces: from..pieces.len(), heading: passage.place == Place::Heading, shouts });
        }
        let mut sheet = Self { pieces, stretches, forms: forms.all, runs: Vec::new() };
        sheet.find_runs();
        sheet.guess(ruled);
        phrases::mark(&mut sheet, prose.text, lists);
        evidence::gather(&mut sheet);
        sheet
    }

    pub fn form(&self, piece: usize) -> &Form<'t> {
        &self.forms[self.pieces[piece].form]
    }

    fn guess(&mut self, ruled: &[Candidate]) {
        let mut at = 0;
        for candidate in ruled {
            at += self.pieces[at..].partition_point(|piece| piece.span.end <= candidate.span.start);
            let code = 1 + candidate.kind.map_or(0, |kind| 1 + kind as u8);
            let inside = self.pieces[at..].iter_mut().take_while(|piece| piece.span.start < candidate.span.end);
            for (nth, piece) in inside.enumerate() {
                piece.guess = code << 2 | u8::from(nth == 0) << 1 | u8::from(candidate.titled);
            }
        }
    }

    fn find_runs(&mut self) {
        for stretch in self.stretches.clone() {
            let mut at = stretch.pieces.start;
            while at < stretch.pieces.end {
                if !self.form(at).capital {
                    at += 1;
                    continue;
                }
                let end = self.run_end(at, stretch.pieces.end);
                for piece in &mut self.pieces[at..end] {
                    piece.run = Some(self.runs.len());
                }
                self.runs.push(at..end);
                at = end;
            }
        }
    }

    fn run_end(&self, start: usize, limit: usize) -> usize {
        let mut end = start + 1;
        while end < limit && !self.pieces[end].opens {
            let joins =
                matches!(self.form(end).text, "of" | "&" | "-" | "de" | "del" | "van" | "von" | "bin" | "al" | ".");
            if self.form(end).capital {
                end += 1;
            } else if joins && end + 1 < limit && self.form(end + 1).capital && !self.pieces[end + 1].opens {
                end += 2;
            } else {
                break;
            }
        }
        end
    }
}

/// Cuts one word at its possessive, and one with a capital at its hyphens.
fn cut<'t>(prose: &Prose<'t>, word: usize, forms: &mut Forms<'t, '_>, pieces: &mut Vec<Piece>) {
    let Some(token) = prose.words.get(word) else { return };
    let text = token.span.of(prose.text);
    let stem = crate::analysis::mentions::bare(text);
    let hyphened = token.kind == TokenKind::Word && text.chars().any(char::is_uppercase);
    let mut add = |part: TextSpan, opens: bool| {
        let glued = pieces.last().is_some_and(|before| before.span.end == part.start);
        let form = forms.place(part.of(prose.text));
        pieces.push(Piece { span: part, form, opens, glued, phrase: 0, guess: 0, run: None });
    };
    let mut at = token.span.start;
    for part in stem.split_inclusive(|char| hyphened && is_hyphen(char)) {
        let letters = part.trim_end_matches(is_hyphen);
        let letters = if hyphened { letters } else { part };
        if !letters.is_empty() {
            add(TextSpan::new(at, at + letters.len()), token.opens && at == token.span.start);
        }
        if letters.len() < part.len() {
            add(TextSpan::new(at + letters.len(), at + part.len()), false);
        }
        at += part.len();
    }
    if at < token.span.end {
        add(TextSpan::new(at, token.span.end), false);
    }
}

fn is_hyphen(char: char) -> bool {
    matches!(char, '-' | '\u{2010}' | '\u{2011}')
}

/// Forms by the number of their small letters.
pub fn by_letters(forms: &[Form]) -> HashMap<u64, Vec<usize>> {
    let mut same: HashMap<u64, Vec<usize>> = HashMap::new();
    for (place, form) in forms.iter().enumerate() {
        same.entry(form.lower).or_default().push(place);
    }
    same
}
