//! Text from outside, fit to be printed on a terminal.

/// `text` with U+FFFD for each letter that could drive a terminal or turn the order of others: control characters
/// and the marks and overrides of the bidirectional algorithm (UAX 9).
pub fn printable(text: &str) -> String {
    text.chars().map(|letter| if drives(letter) { '\u{fffd}' } else { letter }).collect()
}

/// The text with every run of white space as one blank.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a letter could drive a terminal or turn the order of others.
pub fn drives(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
