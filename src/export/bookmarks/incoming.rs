//! Bookmarks from a file of another program, whatever its form.

use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

use super::{annotations, readwise};
use crate::model::bookmark::Bookmark;
use crate::model::shelf::Source;

/// A bookmark with what its file says of the article; its numbers of article and version mean nothing yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    pub source: Source,
    pub bookmark: Bookmark,
    /// Whether the file says where in the text it stood.
    pub is_placed: bool,
}

/// The bookmarks of a file: our JSON-LD, the JSON of Hypothesis' API or Readwise's CSV, told apart by its first letter;
/// else the end of a sentence that begins with the file's name.
pub fn read(text: &str) -> Result<Vec<Imported>, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match text.trim_start().chars().next() {
        None => Err("it is empty.".to_owned()),
        Some('{' | '[') => annotations::read(text),
        Some(_) => readwise::read(text),
    }
}

/// The same number for the same parts, where a file has none that is a UUID (version 8, of a SHA-256).
pub fn id_of(parts: &[&str]) -> Uuid {
    let digest = Sha256::digest(parts.join("\u{0}"));
    let mut bytes = [0; 16];
    bytes.iter_mut().zip(digest).for_each(|(byte, of)| *byte = of);
    Builder::from_custom_bytes(bytes).into_uuid()
}
