//! Bookmarks from a file of another program, whatever its form.

use jiff::Timestamp;
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

use super::{annotations, readwise};
use crate::model::bookmark::{Bookmark, is_same_tag, tags_in};
use crate::model::shelf::Source;

/// A bookmark with what its file says of the article; its numbers of article and version mean nothing yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    pub source: Source,
    pub bookmark: Bookmark,
    /// Whether the file says where in the text it stood.
    pub is_placed: bool,
}

/// What a file has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    pub bookmarks: Vec<Imported>,
    /// How many have no words that they are about, such as a note on a whole page.
    pub left_out: usize,
}

/// The bookmarks of a file: our JSON-LD, the JSON of Hypothesis' API or Readwise's CSV, told apart by its first letter;
/// else the end of a sentence that begins with the file's name. Those whose time is not said, or can't be read, are of
/// `now`.
pub fn read(text: &str, now: Timestamp) -> Result<Incoming, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let all = match text.trim_start().chars().next() {
        None => return Err("it is empty.".to_owned()),
        Some('{' | '[') => annotations::read(text, now)?,
        Some(_) => readwise::read(text, now)?,
    };
    let count = all.len();
    let bookmarks: Vec<Imported> =
        all.into_iter().flatten().map(|one| Imported { bookmark: with_tags_once(one.bookmark), ..one }).collect();
    Ok(Incoming { left_out: count - bookmarks.len(), bookmarks })
}

/// A file says all tags, those of the note too; a bookmark has them in one place.
fn with_tags_once(bookmark: Bookmark) -> Bookmark {
    let is_beside = |tag: &String| !tags_in(&bookmark.note).any(|other| is_same_tag(other, tag));
    let tags = bookmark.all_tags().into_iter().filter(is_beside).collect();
    Bookmark { tags, ..bookmark }
}

/// The same number for the same parts, where a file has none that is a UUID (version 8, of a SHA-256).
pub fn id_of(parts: &[&str]) -> Uuid {
    let digest = Sha256::digest(parts.join("\u{0}"));
    let mut bytes = [0; 16];
    bytes.iter_mut().zip(digest).for_each(|(byte, of)| *byte = of);
    Builder::from_custom_bytes(bytes).into_uuid()
}
