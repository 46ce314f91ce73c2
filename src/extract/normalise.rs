//! Characters that have no place in an article are taken out, once, before anything points into the text.

use std::borrow::Cow;

/// The text with line ends as `\n`, and without control characters, escape sequences, bidirectional overrides
/// and other characters that have no width and no meaning here.
pub fn clean(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_kept) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\n' => out.push('\n'),
            '\r' => {
                letters.next_if_eq(&'\n');
                out.push('\n');
            }
            '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\t' => out.push_str("    "),
            '\u{1b}' => skip_escape(&mut letters),
            '\u{9b}' => skip_csi(&mut letters),
            '\u{90}' | '\u{98}' | '\u{9d}' | '\u{9e}' | '\u{9f}' => skip_string(&mut letters),
            _ if letter.is_control() || is_dropped(letter) => {}
            '\u{2000}'..='\u{200a}' | '\u{3000}' | '\u{205f}' | '\u{1680}' => out.push(' '),
            _ => out.push(letter),
        }
    }
    Cow::Owned(out)
}

/// Whether a character stays as it is; nearly all of nearly all texts do.
fn is_kept(letter: char) -> bool {
    match letter {
        ' '..='~' | '\n' | '\u{2010}'..='\u{2027}' => true,
        '\u{2000}'..='\u{206f}' => false,
        _ => !letter.is_control() && !is_dropped(letter) && !matches!(letter, '\u{3000}' | '\u{1680}'),
    }
}

/// Marks that turn the direction of text, that join or hide, and that are no characters at all.
fn is_dropped(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
    )
}

type Letters<'t> = std::iter::Peekable<std::str::Chars<'t>>;

/// The rest of an escape sequence (ECMA-48), after its ESC.
fn skip_escape(letters: &mut Letters) {
    match letters.next() {
        Some('[') => skip_csi(letters),
        Some(']' | 'P' | 'X' | '^' | '_') => skip_string(letters),
        Some(' '..='/') => {
            letters.next();
        }
        _ => {}
    }
}

/// Parameters and intermediates up to the final character.
fn skip_csi(letters: &mut Letters) {
    while letters.next_if(|letter| matches!(letter, ' '..='?')).is_some() {}
    letters.next_if(|letter| matches!(letter, '@'..='~'));
}

/// A control string up to its end; one that is not closed ends with its line.
fn skip_string(letters: &mut Letters) {
    while let Some(letter) = letters.next_if(|letter| *letter != '\n') {
        match letter {
            '\u{7}' | '\u{9c}' => return,
            '\u{1b}' => {
                letters.next_if_eq(&'\\');
                return;
            }
            _ => {}
        }
    }
}

/// The words of `text` with one space between them; spaces that do not break stay.
pub fn squeeze(text: &str) -> Cow<'_, str> {
    let tidy = text.trim_matches([' ', '\n']);
    if !tidy.contains('\n') && !tidy.contains("  ") {
        return Cow::Borrowed(tidy);
    }
    let mut out = String::with_capacity(text.len());
    for word in text.split([' ', '\n']).filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    Cow::Owned(out)
}
