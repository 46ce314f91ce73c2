//! Finds words in a text, folding case, accents, typographic marks and white space.

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
        Self::by(text, fold_letter)
    }

    /// A text with only its typography folded: marks, dashes, ellipses, kinds and runs of white space. Case and
    /// accents stay.
    pub fn typography(text: &str) -> Self {
        Self::by(text, fold_mark)
    }

    fn by(text: &str, fold: fn(char, &mut String)) -> Self {
        let mut folded = Self { text: String::with_capacity(text.len()), steps: vec![(0, 0)] };
        for (at, letter) in text.char_indices() {
            let begun = folded.text.len();
            match letter {
                _ if letter.is_whitespace() => {
                    if !folded.text.ends_with(' ') {
                        folded.text.push(' ');
                    }
                }
                _ => fold(letter, &mut folded.text),
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
        // Places come in order, and so do the steps that they are traced back by.
        let mut step = 0;
        places
            .map(|start| {
                step = self.step_at(step, start);
                TextSpan::new(self.start(text, step, start), self.end(text, step, start + needle.len()))
            })
            .collect()
    }

    /// The text as it is folded.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of `text`, which this was made of, that a span of the folded text stands for.
    pub fn back_to(&self, text: &str, span: TextSpan) -> TextSpan {
        let step = self.steps.partition_point(|(at, _)| *at <= span.start).saturating_sub(1);
        TextSpan::new(self.start(text, step, span.start), self.end(text, step, span.end))
    }

    /// The byte of the folded text that a byte of the text became, or near which it was folded away.
    pub fn forth(&self, at: usize) -> usize {
        let step = self.steps.partition_point(|(_, from)| *from <= at).saturating_sub(1);
        let (folded, from) = self.steps.get(step).copied().unwrap_or((0, 0));
        let mut near = (folded + at.saturating_sub(from)).min(self.text.len());
        while !self.text.is_char_boundary(near) {
            near -= 1;
        }
        near
    }

    /// The last step at or before a byte of the folded text, looked for from another step on: of several at one byte
    /// the last, since what was passed over lies before.
    fn step_at(&self, from: usize, folded: usize) -> usize {
        let later = self.steps.iter().skip(from + 1).take_while(|(at, _)| *at <= folded).count();
        from + later
    }

    /// The byte of the text where the letter at a byte of the folded text begins, `step` being the last at or before.
    fn start(&self, text: &str, step: usize, folded: usize) -> usize {
        let at = self.back(step, folded);
        (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
    }

    /// The byte of the text where the letter before a byte of the folded text ends.
    fn end(&self, text: &str, step: usize, folded: usize) -> usize {
        let ahead = self.steps.iter().enumerate().skip(step).take_while(|(_, (at, _))| *at < folded);
        let last = ahead.last().map_or(step, |(step, _)| step);
        let at = match self.steps.get(last + 1) {
            Some((from, at)) if *from == folded => *at,
            _ => self.back(last, folded),
        };
        (at..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
    }

    fn back(&self, step: usize, folded: usize) -> usize {
        let (from, at) = self.steps.get(step).copied().unwrap_or((0, 0));
        at + (folded - from)
    }
}

/// A text folded, for comparing it with others.
pub fn fold(text: &str) -> String {
    Folded::of(text).text
}

/// Adds a letter as it is folded for finding: nothing, one letter or a few.
fn fold_letter(letter: char, out: &mut String) {
    if letter.is_ascii() {
        return out.push(letter.to_ascii_lowercase());
    }
    let plain = match letter {
        'ß' | 'ẞ' => "ss",
        'ø' | 'Ø' => "o",
        'ł' | 'Ł' => "l",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        other => match plain_mark(other) {
            Some(plain) => plain,
            None => {
                let plain = other.nfkd().filter(|letter| !is_combining_mark(*letter));
                return out.extend(plain.flat_map(char::to_lowercase));
            }
        },
    };
    out.push_str(plain);
}

fn fold_mark(letter: char, out: &mut String) {
    match plain_mark(letter) {
        Some(plain) => out.push_str(plain),
        None => out.push(letter),
    }
}

/// What a typographic mark is written as where there is no typography; nothing for what is no such mark.
fn plain_mark(letter: char) -> Option<&'static str> {
    Some(match letter {
        _ if letter.is_ascii() => return None,
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => "\"",
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′' | '´' => "'",
        '\u{2010}'..='\u{2015}' | '−' => "-",
        '…' => "...",
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => "",
        _ => return None,
    })
}
