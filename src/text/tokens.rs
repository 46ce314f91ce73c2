//! Words, numbers, punctuation and speech marks, with their spans.

use super::span::TextSpan;

/// One word or mark: bytes of the text that was divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    pub span: TextSpan,
    pub kind: TokenKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with the apostrophes, hyphens and full stops inside ("don’t", "so-called", "U.S."), and two of them
    /// with a slash between ("s/o").
    Word,
    /// Digits, with the separators inside and the unit glued to them ("1,230", "3-2", "60cm").
    Number,
    /// One character that is none of the others.
    Punctuation,
    /// A character that may open or close speech, an apostrophe at a word's end among them; or two single ones
    /// that stand for a double one ('').
    Mark,
}

/// The tokens of `text` in order, without overlap; only white space lies between them. Linear time.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::with_capacity(text.len() / 5);
    let mut at = 0;
    while let Some(char) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let next = at + char.len_utf8();
        if char.is_whitespace() {
            at = next;
            continue;
        }
        let (end, kind) = if char.is_alphanumeric() {
            word_end(text, at)
        } else if is_speech_mark(char) {
            let doubled = char == '\'' && text.get(next..).is_some_and(|rest| rest.starts_with('\''));
            (next + usize::from(doubled), TokenKind::Mark)
        } else {
            (next, TokenKind::Punctuation)
        };
        found.push(Token { span: TextSpan::new(at, end), kind });
        at = end;
    }
    found
}

/// Whether a character may open or close speech (apostrophes among them).
pub fn is_speech_mark(char: char) -> bool {
    matches!(char, '“' | '”' | '„' | '‟' | '"' | '‘' | '’' | '‚' | '\'' | '«' | '»' | '‹' | '›')
}

fn word_end(text: &str, start: usize) -> (usize, TokenKind) {
    let rest = text.get(start..).unwrap_or_default();
    let mut chars = rest.char_indices().peekable();
    let mut before = ' ';
    let mut end = start;
    let mut hyphened_word = false;
    while let Some((at, char)) = chars.next() {
        let next = chars.peek().map_or(' ', |(_, next)| *next);
        let first = before.is_alphabetic() && end == start + before.len_utf8();
        let short = first && char == '/' && is_pair(rest.get(at + 1..).unwrap_or_default());
        if !(is_inside(char) || joins(before, char, next) || short) {
            break;
        }
        hyphened_word |= char == '-' && next.is_alphabetic();
        before = char;
        end = start + at + char.len_utf8();
    }
    let number = rest.starts_with(|char: char| char.is_ascii_digit()) && !hyphened_word;
    let kind = if number { TokenKind::Number } else { TokenKind::Word };
    (end + final_stop(text, start, end), kind)
}

fn is_inside(char: char) -> bool {
    // Combining accents belong to the letter before them.
    char.is_alphanumeric() || matches!(char, '\u{300}'..='\u{36f}')
}

/// Whether one letter alone follows: "a/p", "s/o".
fn is_pair(rest: &str) -> bool {
    let mut chars = rest.chars();
    chars.next().is_some_and(char::is_alphabetic) && !chars.next().is_some_and(|char| is_inside(char) || char == '/')
}

/// Whether a character that is no letter joins the two around it.
fn joins(before: char, char: char, next: char) -> bool {
    match char {
        '\'' | '’' => before.is_alphabetic() && next.is_alphabetic(),
        '-' | '\u{2010}' | '\u{2011}' => before.is_alphanumeric() && next.is_alphanumeric(),
        '.' => before.is_ascii_digit() && next.is_ascii_digit() || before.is_uppercase() && next.is_uppercase(),
        ',' | ':' => before.is_ascii_digit() && next.is_ascii_digit(),
        '–' => before.is_ascii_digit() && next.is_ascii_digit(),
        _ => false,
    }
}

/// The full stop that ends an abbreviation of single letters, as in "U.S."
fn final_stop(text: &str, start: usize, end: usize) -> usize {
    let word = text.get(start..end).unwrap_or_default();
    let dotted = word.contains('.') && word.split('.').all(|part| part.chars().count() == 1);
    let letters = word.starts_with(char::is_alphabetic);
    usize::from(dotted && letters && text.get(end..).is_some_and(|rest| rest.starts_with('.')))
}
