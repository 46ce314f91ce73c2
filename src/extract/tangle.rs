//! Pages that would take a parser very long: found by a glance at their tags, and read without them.

use memchr::memmem;

/// The deepest nesting that is parsed: the parser's time grows with its square.
const DEEPEST: usize = 512;
/// The longest tag, in bytes: the parser compares each attribute with all before it.
const LONGEST_TAG: usize = 16 << 10;
/// The most character references that are none ("&#" without a number behind it is read again and again).
const MOST_REFERENCES: usize = 20_000;

/// Whether parsing a page would take more than linear time (html5ever issue 788). Linear itself.
pub fn is_tangled(html: &str) -> bool {
    let bytes = html.as_bytes();
    if memmem::find_iter(bytes, b"&#").nth(MOST_REFERENCES).is_some() {
        return true;
    }
    let mut open: Vec<&str> = Vec::new();
    for at in memchr::memchr_iter(b'<', bytes) {
        let closes = bytes.get(at + 1) == Some(&b'/');
        let name = name_at(html, at + 1 + usize::from(closes));
        if name.is_empty() {
            continue;
        }
        let tag = bytes.get(at..bytes.len().min(at + LONGEST_TAG)).unwrap_or_default();
        if tag.len() == LONGEST_TAG && memchr::memchr(b'>', tag).is_none() {
            return true;
        }
        if is_void(name) {
            continue;
        }
        if closes {
            // An end tag closes the nearest open element of its name, and nothing where there is none.
            if let Some(place) = open.iter().rposition(|other| other.eq_ignore_ascii_case(name)) {
                open.truncate(place);
            }
            continue;
        }
        open.push(name);
        if open.len() > DEEPEST {
            return true;
        }
    }
    false
}

/// The name of a tag that begins at this byte; empty where none does.
fn name_at(html: &str, at: usize) -> &str {
    let rest = html.get(at..).unwrap_or_default();
    let end = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    rest.get(..end).filter(|name| name.starts_with(|letter: char| letter.is_ascii_alphabetic())).unwrap_or_default()
}

/// Elements that hold nothing, or whose end is left out so often that they do not count.
fn is_void(name: &str) -> bool {
    const VOID: [&str; 19] = [
        "p", "br", "img", "meta", "link", "input", "hr", "li", "wbr", "source", "td", "tr", "th", "option", "area",
        "col", "embed", "dt", "dd",
    ];
    VOID.iter().any(|void| void.eq_ignore_ascii_case(name))
}

/// The text between tags, a line for each stretch.
pub fn without_tags(html: &str) -> String {
    let mut out = String::with_capacity(html.len() / 2);
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        out.push_str(rest.get(..at).unwrap_or_default());
        out.push('\n');
        let tag = rest.get(at..).unwrap_or_default();
        let end =
            if tag.starts_with("<!--") { tag.find("-->").map(|end| end + 3) } else { tag.find('>').map(|end| end + 1) };
        rest = end.and_then(|end| tag.get(end..)).unwrap_or_default();
    }
    out.push_str(rest);
    out
}
