//! A stretch of text that a reader marks: by which units it grows, and what it is as a quote.

use super::document::Document;
use super::quote::QuoteKind;
use crate::text::span::TextSpan;

/// What a selection grows and shrinks by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// What stands between white space.
    Word,
    Sentence,
    Paragraph,
}

/// The unit that holds the byte at `at`; empty in an empty text.
pub fn unit_at(document: &Document, unit: Unit, at: usize) -> TextSpan {
    let block = document.block_at(at).and_then(|block| document.blocks.get(block));
    let block = block.map_or(TextSpan::default(), |block| block.span);
    match unit {
        Unit::Paragraph => block,
        Unit::Sentence => document.sentence_at(at),
        Unit::Word => {
            let before = TextSpan::new(block.start, at.clamp(block.start, block.end)).of(&document.text);
            let start = block.start + before.trim_end_matches(|letter: char| !letter.is_whitespace()).len();
            let after = TextSpan::new(start, block.end).of(&document.text);
            let word = after.split_whitespace().next();
            word.map_or(TextSpan::new(start, start), |word| TextSpan::within(&document.text, word))
        }
    }
}

/// A byte of the unit after one that ends at `from`, in what is the article itself; nothing where that ends.
pub fn after(document: &Document, from: usize) -> Option<usize> {
    let first = document.block_at(from).unwrap_or(0);
    let mut blocks = document.blocks.iter().skip(first).filter(|block| block.aside.is_none());
    blocks.find_map(|block| {
        let rest = TextSpan::new(from.max(block.span.start), block.span.end);
        let word = rest.of(&document.text).split_whitespace().next()?;
        Some(TextSpan::within(&document.text, word).start)
    })
}

/// The first byte of the last letter before one that begins at `from`, in what is the article itself.
pub fn before(document: &Document, from: usize) -> Option<usize> {
    let own = |block: &&super::document::Block| block.aside.is_none() && block.span.start < from;
    document.blocks.iter().rev().filter(own).find_map(|block| {
        let span = TextSpan::new(block.span.start, from.min(block.span.end)).trimmed(&document.text);
        let (at, _) = span.of(&document.text).char_indices().next_back()?;
        Some(span.start + at)
    })
}

/// What a selection is as a quote: its parts, one for each paragraph or each stretch in speech marks, and its kind.
///
/// Marks that stand right around it are taken in. It is direct where it begins and ends with marks, mixed where it
/// holds some, else indirect; of reported speech, the full stop or comma at the end is left out.
pub fn as_quote(document: &Document, selection: TextSpan) -> (Vec<TextSpan>, QuoteKind) {
    let text = document.text.as_str();
    let own = document.blocks.iter().filter(|block| block.aside.is_none() && block.span.overlaps(selection));
    let cut = own.map(|block| {
        let span = TextSpan::new(block.span.start.max(selection.start), block.span.end.min(selection.end));
        with_marks(text, span.trimmed(text))
    });
    let parts: Vec<TextSpan> = cut.filter(|span| !span.is_empty()).collect();
    let words = |part: Option<&TextSpan>| part.map_or("", |part| part.of(text));
    let (first, last) = (words(parts.first()), words(parts.last()));
    if first.starts_with(OPENING) && last.ends_with(CLOSING) {
        return (parts.into_iter().flat_map(|part| in_marks(text, part)).collect(), QuoteKind::Direct);
    }
    let is_mixed = parts.iter().any(|part| part.of(text).contains(DOUBLE));
    let bare = |part: TextSpan| {
        let words = part.of(text);
        TextSpan::new(part.start, part.start + words.trim_end_matches(['.', ',', ';', ':']).len())
    };
    let parts = parts.into_iter().map(bare).filter(|part| !part.is_empty()).collect();
    (parts, if is_mixed { QuoteKind::Mixed } else { QuoteKind::Indirect })
}

const OPENING: [char; 7] = ['“', '"', '«', '„', '‘', '\'', '‹'];
const CLOSING: [char; 7] = ['”', '"', '»', '“', '’', '\'', '›'];
/// Marks that are never apostrophes.
const DOUBLE: [char; 6] = ['“', '”', '„', '"', '«', '»'];

/// The stretch with the marks right around it, where both are there.
fn with_marks(text: &str, span: TextSpan) -> TextSpan {
    let opening = text.get(..span.start).and_then(|before| before.chars().next_back());
    let closing = text.get(span.end..).and_then(|after| after.chars().next());
    let words = span.of(text);
    let outer = |mark: Option<char>, marks: &[char]| mark.filter(|mark| marks.contains(mark)).map(char::len_utf8);
    match (outer(opening, &OPENING), outer(closing, &CLOSING)) {
        (Some(left), Some(right)) => TextSpan::new(span.start - left, span.end + right),
        (Some(left), None) if words.ends_with(CLOSING) && !words.starts_with(OPENING) => {
            TextSpan::new(span.start - left, span.end)
        }
        (None, Some(right)) if words.starts_with(OPENING) && !words.ends_with(CLOSING) => {
            TextSpan::new(span.start, span.end + right)
        }
        _ => span,
    }
}

/// The stretches in double marks, where a part begins and ends with such; else all of it.
fn in_marks(text: &str, part: TextSpan) -> Vec<TextSpan> {
    let mut found = Vec::new();
    let mut open = None;
    for (at, letter) in part.of(text).char_indices().filter(|(_, letter)| DOUBLE.contains(letter)) {
        let (start, end) = (part.start + at, part.start + at + letter.len_utf8());
        open = match open {
            None => Some(start),
            Some(begun) => {
                found.push(TextSpan::new(begun, end));
                None
            }
        };
    }
    let (first, last) = (found.first().map(|span| span.start), found.last().map(|span| span.end));
    let covers = open.is_none() && first == Some(part.start) && last == Some(part.end);
    if covers { found } else { vec![part] }
}
