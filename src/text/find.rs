//! Finds words in a text, folding case, accents, typographic marks and white space.

use std::borrow::Cow;

use memchr::memmem;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::span::TextSpan;

/// A text with its letters folded, and the way back to the bytes of the text.
///
/// Folded are: case (Unicode's lower case), accents and compatibility forms (NFKD of UAX 15, combining marks left
/// out), curly, low and angled marks to straight ones, all dashes to "-", an ellipsis to "...", and every run of
/// white space to one space. Soft hyphens and joiners are passed over.
#[derive(Debug, Clone, Default)]
pub struct Folded {
    text: String,
    /// Bytes of the folded text and of the text itself from which on the two run alike, in order.
    steps: Vec<(usize, usize)>,
}

impl Folded {
    pub fn of(text: &str) -> Self {
        let mut folded = Self { text: String::with_capacity(text.len()), steps: vec![(0, 0)] };
        for (at, letter) in text.char_indices() {
            let begun = folded.text.len();
            if letter.is_whitespace() {
                if !folded.text.ends_with(' ') {
                    folded.text.push(' ');
                }
            } else {
                folded.text.push_str(&fold_letter(letter));
            }
            if folded.text.len() - begun != letter.len_utf8() {
                folded.steps.push((folded.text.len(), at + letter.len_utf8()));
            }
        }
        folded
    }

    /// Every place where `needle` stands, in order, without overlap, as whole letters of `text`, which this was made
    /// of. Nothing stands nowhere.
    pub fn find(&self, text: &str, needle: &str) -> Vec<TextSpan> {
        let needle = Self::of(needle).text;
        if needle.trim().is_empty() {
            return Vec::new();
        }
        let places = memmem::find_iter(self.text.as_bytes(), needle.as_bytes());
        places.map(|start| TextSpan::new(self.start(text, start), self.end(text, start + needle.len()))).collect()
    }

    /// The byte of the text where the letter at a byte of the folded text begins.
    fn start(&self, text: &str, folded: usize) -> usize {
        // Of several steps at one byte the last is meant: what was passed over lies before.
        let at = self.back(self.steps.partition_point(|(from, _)| *from <= folded), folded);
        (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
    }

    /// The byte of the text where the letter before a byte of the folded text ends.
    fn end(&self, text: &str, folded: usize) -> usize {
        let first = self.steps.partition_point(|(from, _)| *from < folded);
        let at = match self.steps.get(first) {
            Some((from, at)) if *from == folded => *at,
            _ => self.back(first, folded),
        };
        (at..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
    }

    fn back(&self, after: usize, folded: usize) -> usize {
        let (from, at) = after.checked_sub(1).and_then(|step| self.steps.get(step)).copied().unwrap_or((0, 0));
        at + (folded - from)
    }
}

/// A text folded, for comparing it with others.
pub fn fold(text: &str) -> String {
    Folded::of(text).text
}

/// A letter folded: nothing, one letter or a few.
fn fold_letter(letter: char) -> Cow<'static, str> {
    if letter.is_ascii() {
        return Cow::Owned(letter.to_ascii_lowercase().to_string());
    }
    match letter {
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => Cow::Borrowed("\""),
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′' | '´' | '`' => Cow::Borrowed("'"),
        '\u{2010}'..='\u{2015}' | '−' => Cow::Borrowed("-"),
        '…' => Cow::Borrowed("..."),
        'ß' | 'ẞ' => Cow::Borrowed("ss"),
        'ø' | 'Ø' => Cow::Borrowed("o"),
        'ł' | 'Ł' => Cow::Borrowed("l"),
        'æ' | 'Æ' => Cow::Borrowed("ae"),
        'œ' | 'Œ' => Cow::Borrowed("oe"),
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => Cow::Borrowed(""),
        other => {
            let plain = other.nfkd().filter(|letter| !is_combining_mark(*letter));
            Cow::Owned(plain.flat_map(char::to_lowercase).collect())
        }
    }
}
