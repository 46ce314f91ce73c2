//! A paragraph cut at every place where a line may end.

use textwrap::WordSeparator;
use textwrap::core::Fragment as Breakable;
use unicode_segmentation::UnicodeSegmentation;

use super::span::TextSpan;
use super::width::{cells, grapheme_cells};

/// A stretch of text that no line end divides: bytes of the paragraph, white space after it included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fragment {
    pub span: TextSpan,
    /// Bytes of its white space, at its end.
    pub trailing: usize,
    /// Cells of its words.
    pub width: usize,
    /// Cells of the white space after it.
    pub space: usize,
}

impl Breakable for Fragment {
    fn width(&self) -> f64 {
        self.width as f64
    }

    fn whitespace_width(&self) -> f64 {
        self.space as f64
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

/// The fragments of one paragraph, none wider than `limit` cells (unless one grapheme is).
///
/// Line ends are those of UAX 14, after a dash, and after a hyphen between letters. A number keeps with its unit, a title
/// with its name, as long as they take up no more than half of the line. The fragments tile the text.
pub fn fragments(text: &str, limit: usize) -> Vec<Fragment> {
    let mut found: Vec<Fragment> = Vec::with_capacity(text.len() / 5 + 1);
    for piece in pieces(text) {
        let fragment = measure(text, piece);
        match found.last_mut() {
            Some(last) if keeps(text, *last, fragment) && joined(*last, fragment).width <= limit / 2 => {
                *last = joined(*last, fragment);
            }
            _ => found.push(fragment),
        }
    }
    if found.iter().any(|fragment| fragment.width > limit) {
        return found.into_iter().flat_map(|fragment| broken(text, fragment, limit)).collect();
    }
    found
}

/// The stretches between line-break opportunities, as bytes of the paragraph.
fn pieces(text: &str) -> Vec<TextSpan> {
    let separator =
        if needs_only_spaces(text) { WordSeparator::AsciiSpace } else { WordSeparator::UnicodeBreakProperties };
    let mut spans = Vec::with_capacity(text.len() / 5 + 1);
    let mut start = 0;
    for word in separator.find_words(text) {
        let end = start + word.word.len() + word.whitespace.len();
        let mut from = start;
        for (at, dash) in word.word.match_indices(['-', '—']) {
            let after = at + dash.len();
            if after < word.word.len() && (dash == "—" || divides(word.word, at)) {
                spans.push(TextSpan::new(from, start + after));
                from = start + after;
            }
        }
        spans.push(TextSpan::new(from, end));
        start = end;
    }
    spans
}

/// Whether lines of a text end at its spaces and dashes alone: it is written in Latin, Greek or Cyrillic letters
/// and holds no address. Then UAX 14 finds nothing more, at ten times the cost.
fn needs_only_spaces(text: &str) -> bool {
    let western = |letter: char| matches!(letter, '\0'..='\u{58f}' | '\u{2010}'..='\u{2044}' | '\u{20a0}'..='\u{20cf}');
    (text.is_ascii() || text.chars().all(western)) && !text.contains('/')
}

/// Whether a line may end after the hyphen at byte `at`: two letters stand on either side.
fn divides(word: &str, at: usize) -> bool {
    let before = word.get(..at).unwrap_or_default().chars().rev().take(2);
    let after = word.get(at + 1..).unwrap_or_default().chars().take(2);
    let letters = |chars: &mut dyn Iterator<Item = char>| chars.filter(|c| c.is_alphabetic()).count() == 2;
    letters(&mut { before }) && letters(&mut { after })
}

fn measure(text: &str, span: TextSpan) -> Fragment {
    let all = span.of(text);
    let words = all.trim_end();
    let space = all.get(words.len()..).unwrap_or_default();
    Fragment { span, trailing: space.len(), width: cells(words), space: cells(space) }
}

fn joined(first: Fragment, second: Fragment) -> Fragment {
    Fragment {
        span: TextSpan::new(first.span.start, second.span.end),
        trailing: second.trailing,
        width: first.width + first.space + second.width,
        space: second.space,
    }
}

/// Whether a line end between the two would part what belongs together.
fn keeps(text: &str, first: Fragment, second: Fragment) -> bool {
    if first.trailing == 0 {
        return false;
    }
    let before = first.words(text);
    let last = before.rsplit([' ', '(', '“', '‘', '"']).next().unwrap_or(before);
    let next = second.words(text);
    let bare = next.trim_end_matches(|c: char| c.is_ascii_punctuation() && c != '.').trim_end_matches('.');
    let number = last.ends_with(|c: char| c.is_ascii_digit());
    let figure = next.starts_with(|c: char| c.is_ascii_digit() || "£$€".contains(c));
    let initial = last.len() == 2 && last.ends_with('.') && last.starts_with(|c: char| c.is_uppercase());
    (number && (is_unit(bare) || is_unit(next)))
        || (last == "per" && bare == "cent")
        || (is_month(last) && figure)
        || (last == "about" && figure)
        || initial
        || (last != "about" && is_forerunner(last))
}

impl Fragment {
    /// Its characters without the white space after them.
    pub fn words<'t>(&self, text: &'t str) -> &'t str {
        TextSpan::new(self.span.start, self.span.end - self.trailing).of(text)
    }
}

/// The fragment in parts of at most `limit` cells, cut between graphemes.
fn broken(text: &str, fragment: Fragment, limit: usize) -> Vec<Fragment> {
    if fragment.width <= limit {
        return vec![fragment];
    }
    let words = fragment.words(text);
    let mut parts = Vec::new();
    let (mut start, mut width) = (0, 0);
    for (at, grapheme) in words.grapheme_indices(true) {
        let wide = grapheme_cells(grapheme);
        if width + wide > limit && at > start {
            let span = TextSpan::new(start, at).shifted(fragment.span.start);
            parts.push(Fragment { span, trailing: 0, width, space: 0 });
            (start, width) = (at, 0);
        }
        width += wide;
    }
    let span = TextSpan::new(fragment.span.start + start, fragment.span.end);
    parts.push(Fragment { span, trailing: fragment.trailing, width, space: fragment.space });
    parts
}

/// Words that never end a line: courtesy titles and other forerunners of a name or number.
#[rustfmt::skip]
fn is_forerunner(word: &str) -> bool {
    matches!(word,
        "Mr" | "Mrs" | "Ms" | "Miss" | "Mx" | "Dr" | "Prof" | "Sir" | "Dame" | "Lord" | "Lady" | "Cllr" | "Rev"
        | "St" | "Mr." | "Mrs." | "Ms." | "Dr." | "Prof." | "Sen." | "Gov." | "Rep." | "Gen." | "Col."
        | "Capt." | "Lt." | "Sgt." | "Rev." | "St." | "No." | "no." | "p." | "pp." | "§" | "£" | "$" | "€"
        | "about" | "Jan" | "Jan." | "Feb" | "Feb." | "Aug." | "Sept." | "Oct." | "Nov." | "Dec."
    )
}

/// Words that never begin a line after a number.
#[rustfmt::skip]
fn is_unit(word: &str) -> bool {
    is_month(word) || matches!(word,
        "per" | "cent" | "percent" | "million" | "billion" | "trillion" | "bn" | "m" | "km" | "kg" | "cm"
        | "mm" | "miles" | "metres" | "tonnes" | "tons" | "hectares" | "acres" | "degrees" | "a.m." | "p.m."
        | "am" | "pm" | "GMT" | "Jan" | "Feb" | "Mar" | "Apr" | "Jun" | "Jul" | "Aug" | "Sep" | "Sept" | "Oct"
        | "Nov" | "Dec"
    )
}

/// Months stay with the day that follows: "March 4".
fn is_month(word: &str) -> bool {
    matches!(
        word,
        "January"
            | "February"
            | "March"
            | "April"
            | "May"
            | "June"
            | "July"
            | "August"
            | "September"
            | "October"
            | "November"
            | "December"
    )
}
