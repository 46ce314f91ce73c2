//! Bookmarks as they stand in the texts of today, for other programs.

use std::collections::HashMap;

use uuid::Uuid;

use super::shelves::listed;
use super::{Error, Library};
use crate::model::anchor::Anchor;
use crate::model::bookmark::{Bookmark, State};
use crate::model::shelf::Shelf;
use crate::text::points::byte_at;
use crate::text::span::TextSpan;

impl Library {
    /// The bookmarks with the words, place and surroundings that they have in the latest text that they were found in,
    /// which is the one that other programs see. The library itself goes on from the text that they were made on; so
    /// do those whose words changed, until the reader takes the new ones.
    pub fn today(&self, shelves: &[Shelf]) -> Result<Vec<Shelf>, Error> {
        let sql = "SELECT id, found_version FROM bookmark WHERE state = 'in place' AND found_version <> version";
        let moved = listed(&self.connection, sql, [], |row| {
            Ok(Uuid::parse_str(row.get_ref(0)?.as_str().unwrap_or_default()).ok().zip(row.get(1)?))
        });
        let moved: HashMap<Uuid, i64> =
            moved.map_err(|error| Error::from_sql(&self.folder, &error))?.into_iter().collect();
        let mut texts: HashMap<i64, String> = HashMap::new();
        let mut shelves = shelves.to_vec();
        for shelf in &mut shelves {
            for bookmark in &mut shelf.bookmarks {
                let Some(version) = moved.get(&bookmark.id) else { continue };
                let text = match texts.entry(*version) {
                    std::collections::hash_map::Entry::Occupied(text) => text.into_mut(),
                    std::collections::hash_map::Entry::Vacant(place) => place.insert(self.text(*version)?),
                };
                bookmark.anchor = anchor(bookmark, text).unwrap_or_else(|| bookmark.anchor.clone());
            }
            shelf.sort();
            texts.clear();
        }
        Ok(shelves)
    }
}

/// The anchor of a passage where it was found.
fn anchor(bookmark: &Bookmark, text: &str) -> Option<Anchor> {
    let (start, end) = bookmark.found.filter(|_| bookmark.state == State::InPlace)?;
    let span = TextSpan::new(byte_at(text, start), byte_at(text, end));
    Some(Anchor::of(text, span)).filter(|anchor| !anchor.exact.is_empty())
}
