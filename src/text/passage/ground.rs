//! A text made ready for passages to be found in it.

use std::cell::OnceCell;
use std::collections::HashMap;

use crate::text::find::Folded;
use crate::text::span::TextSpan;

/// A text, folded; made once for all passages that are looked for in it.
pub struct Ground<'t> {
    pub text: &'t str,
    pub(super) folded: Folded,
    words: OnceCell<Words>,
    /// The byte of each `STEP`th code point.
    points: Vec<usize>,
}

/// Code points between two bytes that are known.
const STEP: usize = 256;

/// The words of a text in order, each with a number that words alike share.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// Bytes of the folded text.
    pub spans: Vec<TextSpan>,
    pub numbers: Vec<usize>,
    vocabulary: HashMap<String, usize>,
}

impl<'t> Ground<'t> {
    pub fn of(text: &'t str) -> Self {
        let points = text.char_indices().step_by(STEP).map(|(at, _)| at).collect();
        Self { text, folded: Folded::typography(text), words: OnceCell::new(), points }
    }

    /// The byte before which so many code points stand; the end of a shorter text.
    pub(super) fn byte_of(&self, points: usize) -> usize {
        let known = self.points.get(points / STEP).copied().unwrap_or(self.text.len());
        let rest = self.text.get(known..).unwrap_or_default();
        rest.char_indices().nth(points % STEP).map_or(self.text.len(), |(at, _)| known + at)
    }

    pub(super) fn words(&self) -> &Words {
        self.words.get_or_init(|| Words::of(self.folded.text()))
    }
}

impl Words {
    fn of(text: &str) -> Self {
        let mut words = Self::default();
        for span in words_of(text) {
            let next = words.vocabulary.len();
            let number = *words.vocabulary.entry(span.of(text).to_lowercase()).or_insert(next);
            words.spans.push(span);
            words.numbers.push(number);
        }
        words
    }

    /// The number of words alike to this one.
    pub fn number(&self, word: &str) -> Option<usize> {
        self.vocabulary.get(&word.to_lowercase()).copied()
    }

    /// How many numbers there are.
    pub fn count(&self) -> usize {
        self.vocabulary.len()
    }
}

/// The words of a text: letters and digits in a row; where a script is written without blanks, each letter.
pub(super) fn words_of(text: &str) -> Vec<TextSpan> {
    let mut spans: Vec<TextSpan> = Vec::with_capacity(text.len() / 6);
    let mut goes_on = false;
    for (at, letter) in text.char_indices() {
        let end = at + letter.len_utf8();
        let alone = stands_alone(letter);
        match spans.last_mut() {
            Some(last) if goes_on && letter.is_alphanumeric() && !alone => last.end = end,
            _ if letter.is_alphanumeric() => spans.push(TextSpan::new(at, end)),
            _ => {}
        }
        goes_on = letter.is_alphanumeric() && !alone;
    }
    spans
}

/// Whether a letter is of a script without blanks between words: Thai, kana, Chinese characters.
fn stands_alone(letter: char) -> bool {
    matches!(letter, '\u{e00}'..='\u{e7f}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}
