//! Tags: what is one, where those of a note stand, and how several are written in one line.
//!
//! A tag may be any words in one line. In a note it is `#` and letters, digits, `-`, `_` or emoji; in a line of tags they
//! are divided by blanks or commas. One with other letters stands in double marks: `pier "low tide"`, `#"low tide"`.

/// The words after `#` in a note that are tags, one letter or emoji in each at least, so that "#1" is none. Double marks
/// have to be closed in the same line.
pub fn tags_in(note: &str) -> impl Iterator<Item = &str> {
    let begins = |at: usize| {
        let before = note.get(..at).unwrap_or_default().chars().next_back();
        before.is_none_or(|letter| !letter.is_alphanumeric() && !matches!(letter, '#' | '&' | '/'))
    };
    let mut from = 0;
    let words = std::iter::from_fn(move || {
        let at = from + note.get(from..)?.find('#')?;
        let (words, marks) = after_hash(note.get(at + 1..)?);
        from = at + 1 + words.len() + marks;
        Some((at, words))
    });
    let is_tag = |words: &str| words.chars().any(|letter| letter.is_alphabetic() || is_emoji(letter));
    words.filter(move |(at, words)| begins(*at) && is_tag(words)).map(|(_, words)| words.trim())
}

/// What stands after a `#`, and the bytes of the marks that it stands in.
fn after_hash(rest: &str) -> (&str, usize) {
    let in_marks = rest.strip_prefix('"').and_then(|inner| inner.lines().next()?.split_once('"'));
    match in_marks {
        Some((words, _)) => (words, 2),
        None => (rest.get(..rest.find(|letter| !is_of_tag(letter)).unwrap_or(rest.len())).unwrap_or_default(), 0),
    }
}

/// Whether a letter can stand in a tag of a note.
pub fn is_of_tag(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '-' | '_') || is_emoji(letter)
}

/// A tag as it stands after `#` in a note; nothing where it can't.
pub fn noted(tag: &str) -> Option<String> {
    let mut ways = [tag.to_owned(), format!("\"{tag}\"")].into_iter();
    ways.find(|words| tags_in(&format!("#{words}")).eq([tag]))
}

/// Pictures, and what joins and colours them (Unicode's blocks of symbols and pictographs).
fn is_emoji(letter: char) -> bool {
    matches!(letter, '\u{200d}' | '\u{20e3}' | '\u{fe0f}' | '\u{2300}'..='\u{23ff}' | '\u{2600}'..='\u{27bf}'
        | '\u{2b00}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}' | '\u{e0020}'..='\u{e007f}')
}

pub fn is_same_tag(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

/// A tag as it is kept, of words from elsewhere: in one line; nothing where they are none.
pub fn kept(words: &str) -> Option<String> {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    (!words.is_empty()).then_some(words)
}

/// A tag as it stands in a line of tags.
pub fn written(tag: &str) -> String {
    let is_plain = !tag.starts_with('#') && !tag.contains(|letter: char| divides(letter) || letter == '"');
    if is_plain { tag.to_owned() } else { format!("\"{}\"", tag.replace('"', "\"\"")) }
}

/// A tag as it is shown: `#pier`, `#"low tide"`.
pub fn shown(tag: &str) -> String {
    format!("#{}", written(tag))
}

/// A tag in a line of tags.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    /// The byte of the line at which it begins.
    pub start: usize,
    pub tag: String,
    /// Whether it could still go on: nothing ends it.
    pub is_open: bool,
}

/// The tags of a line, `#` before one left out.
pub fn typed(line: &str) -> Vec<Typed> {
    let mut all = Vec::new();
    let mut rest = line.trim_start_matches(divides);
    while !rest.is_empty() {
        let start = line.len() - rest.len();
        let words = rest.trim_start_matches('#');
        let (tag, after, is_open) = match words.strip_prefix('"') {
            Some(inner) => in_marks(inner),
            None => {
                let (tag, after) =
                    words.split_at_checked(words.find(divides).unwrap_or(words.len())).unwrap_or_default();
                (tag.to_owned(), after, after.is_empty())
            }
        };
        all.extend(kept(&tag).map(|tag| Typed { start, tag, is_open }));
        rest = after.trim_start_matches(divides);
    }
    all
}

/// The tag in marks that a line begins with, and what comes after it.
pub fn first_in_marks(line: &str) -> Option<(String, &str)> {
    let (tag, after, _) = in_marks(line.trim_start().strip_prefix('"')?);
    Some((tag, after))
}

/// What stands before the closing mark, what comes after it, and whether there is none; two marks are one of the tag's own.
fn in_marks(inner: &str) -> (String, &str, bool) {
    let mut tag = String::new();
    let mut rest = inner;
    while let Some((words, after)) = rest.split_once('"') {
        tag.push_str(words);
        match after.strip_prefix('"') {
            Some(further) => {
                tag.push('"');
                rest = further;
            }
            None => return (tag, after, false),
        }
    }
    (tag + rest, "", true)
}

fn divides(letter: char) -> bool {
    letter.is_whitespace() || letter == ','
}
