//! Which speech marks belong together, and what stands between them.

use super::lexicon::Classes;
use super::prose::Prose;
use crate::text::span::TextSpan;
use crate::text::tokens::TokenKind;

/// Words between two speech marks.
#[derive(Debug, Clone, Copy)]
pub struct Piece {
    /// The marks included, in bytes.
    pub span: TextSpan,
    /// The place of its passage.
    pub passage: usize,
    /// How many other pieces it stands in.
    pub depth: usize,
    /// Whether its closing mark is there; one without runs to the end of its passage.
    pub closed: bool,
    /// Whether the passage before ended without a closing mark, and this one opens again.
    pub continues: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Double,
    Single,
    Angle,
}

struct Open {
    shape: Shape,
    at: usize,
    /// Written with a mark that can only open.
    sure: bool,
}

/// All pieces in order of their starts, pieces inside pieces after them. Linear time: one stack a passage.
///
/// A mark without a partner is dropped, but for one that opens a passage's last quotation when the next
/// passage opens again: the style of a quotation over several paragraphs.
pub fn pieces(prose: &Prose) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut unclosed: Option<Shape> = None;
    for index in 0..prose.passages.len() {
        let first = pieces.len();
        let left = pair(prose, index, &mut pieces);
        pieces[first..].sort_by_key(|piece| (piece.span.start, std::cmp::Reverse(piece.span.end)));
        set_depths(&mut pieces[first..]);
        if let (Some(shape), Some(piece)) = (unclosed, pieces.get_mut(first)) {
            piece.continues = piece.span.start == prose.passages[index].span.start
                && shape_at(prose, piece.span.start) == Some(shape);
        }
        unclosed = left;
    }
    pieces
}

fn shape_at(prose: &Prose, offset: usize) -> Option<Shape> {
    shape(prose.word(prose.word_at(offset)))
}

fn shape(mark: &str) -> Option<Shape> {
    match mark {
        "“" | "”" | "„" | "‟" | "\"" | "''" => Some(Shape::Double),
        "‘" | "’" | "‚" | "'" => Some(Shape::Single),
        "«" | "»" | "‹" | "›" => Some(Shape::Angle),
        _ => None,
    }
}

/// Pairs the marks of one passage; says which shape is left open at its end.
fn pair(prose: &Prose, passage: usize, pieces: &mut Vec<Piece>) -> Option<Shape> {
    let words = prose.passages[passage].words.clone();
    let marks: Vec<usize> = words.filter(|&index| prose.words[index].kind == TokenKind::Mark).collect();
    let mut open: Vec<Open> = Vec::new();
    for (order, &index) in marks.iter().enumerate() {
        let Some(shape) = shape(prose.word(index)) else { continue };
        let innermost = open.last().map(|open| open.shape);
        if closes(prose, index, shape, &open, marks.get(order + 1).copied()) {
            while let Some(last) = open.pop() {
                if last.shape == shape {
                    pieces.push(piece(prose, passage, last.at, Some(index)));
                    break;
                }
            }
        } else if opens(prose, index, innermost, shape) {
            if let Some(lost) = open.first().filter(|open| goes_on(prose, index, open, shape)) {
                let end = prose.words[index - 1].span.end;
                let span = TextSpan::new(prose.words[lost.at].span.start, end);
                pieces.push(Piece { span, passage, depth: 0, closed: false, continues: false });
            }
            // The same shape never opens inside itself: the one before lost its partner.
            while open.iter().any(|open| open.shape == shape) {
                open.pop();
            }
            open.push(Open { shape, at: index, sure: matches!(prose.word(index), "“" | "‘" | "«" | "„") });
        }
    }
    left_open(prose, passage, &open, pieces)
}

/// Whether a quotation goes on with a new paragraph, where nothing divides the paragraphs: its marks open again behind
/// the end of a sentence, and none has closed.
fn goes_on(prose: &Prose, index: usize, open: &Open, shape: Shape) -> bool {
    let ends = index.checked_sub(1).is_some_and(|last| last > open.at && prose.words[last].closes);
    shape == Shape::Double && open.shape == shape && ends && char_before(prose, index).is_whitespace()
}

fn left_open(prose: &Prose, passage: usize, open: &[Open], pieces: &mut Vec<Piece>) -> Option<Shape> {
    let outer = open.first()?;
    let next = prose.passages.get(passage + 1);
    let reopened = next.is_some_and(|next| {
        let first = prose.word(next.words.start);
        !next.words.is_empty() && shape(first) == Some(outer.shape) && !matches!(first, "”" | "’" | "»")
    });
    let runs_on = outer.sure && outer.shape == Shape::Double;
    if !reopened && !runs_on {
        return None;
    }
    pieces.push(piece(prose, passage, outer.at, None));
    reopened.then_some(outer.shape)
}

fn piece(prose: &Prose, passage: usize, from: usize, to: Option<usize>) -> Piece {
    let end = to.map_or(prose.passages[passage].span.end, |to| prose.words[to].span.end);
    let span = TextSpan::new(prose.words[from].span.start, end);
    Piece { span, passage, depth: 0, closed: to.is_some(), continues: false }
}

fn char_before(prose: &Prose, index: usize) -> char {
    let at = prose.words[index].span.start;
    prose.text.get(..at).and_then(|text| text.chars().next_back()).unwrap_or(' ')
}

fn char_after(prose: &Prose, index: usize) -> char {
    let at = prose.words[index].span.end;
    prose.text.get(at..).and_then(|text| text.chars().next()).unwrap_or(' ')
}

fn closes(prose: &Prose, index: usize, shape: Shape, open: &[Open], next: Option<usize>) -> bool {
    if !open.iter().any(|open| open.shape == shape) {
        return false;
    }
    let (before, after) = (char_before(prose, index), char_after(prose, index));
    match prose.word(index) {
        "”" | "»" | "›" => true,
        "“" => open.last().is_some_and(|open| prose.word(open.at) == "„"),
        "‘" => open.last().is_some_and(|open| prose.word(open.at) == "‚"),
        "\"" | "''" => (!before.is_whitespace() || after.is_whitespace()) && !after.is_alphanumeric(),
        "’" | "'" => {
            !after.is_alphanumeric() && !before.is_whitespace() && !is_apostrophe(prose, index, before, after, next)
        }
        _ => false,
    }
}

/// Whether a single mark after an s is the genitive of a plural: a later one closes.
fn is_apostrophe(prose: &Prose, index: usize, before: char, after: char, next: Option<usize>) -> bool {
    let follows = prose.classes(index + 1);
    if !matches!(before, 's' | 'S') || !after.is_whitespace() || follows.any(Classes::STOP | Classes::ANY_CUE) {
        return false;
    }
    next.is_some_and(|next| {
        matches!(prose.word(next), "’" | "'")
            && !char_before(prose, next).is_whitespace()
            && !char_after(prose, next).is_alphanumeric()
    })
}

fn opens(prose: &Prose, index: usize, innermost: Option<Shape>, shape: Shape) -> bool {
    let (before, after) = (char_before(prose, index), char_after(prose, index));
    let free = !before.is_alphanumeric() && !after.is_whitespace();
    match prose.word(index) {
        // French sets a space inside its marks.
        "«" | "‹" => true,
        "“" | "„" => !after.is_whitespace(),
        // Written for the other one where a passage begins.
        "”" => after.is_alphanumeric() && (before == '\n' || index == 0),
        "‘" | "‚" => free,
        "\"" | "''" => free,
        "'" => free && !after.is_ascii_digit() && innermost != Some(shape),
        _ => false,
    }
}

fn set_depths(pieces: &mut [Piece]) {
    let mut ends: Vec<usize> = Vec::new();
    for piece in pieces {
        while ends.last().is_some_and(|end| *end <= piece.span.start) {
            ends.pop();
        }
        piece.depth = ends.len();
        ends.push(piece.span.end);
    }
}
