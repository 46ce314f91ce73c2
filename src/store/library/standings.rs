//! How bookmarks stand in the latest text of their article.

use std::collections::HashMap;

use rusqlite::{Connection, Transaction, params};

use super::bookmarks::{COLUMNS, read};
use super::places::count;
use super::shelves::listed;
use super::{Error, Library};
use crate::model::bookmark::Bookmark;
use crate::text::passage::{Ground, Standing};
use crate::text::points::CodePoints;

impl Library {
    /// Looks for the bookmarks of an article in a text of it, those that were not looked for in it yet, and keeps how
    /// they stand; then all bookmarks of the article. Numbers as `opened` gave them.
    pub fn anchor_bookmarks(&mut self, (article, version): (i64, i64)) -> Result<Vec<Bookmark>, Error> {
        let wanted = unanchored(&self.connection, article, version);
        let wanted = wanted.map_err(|error| Error::from_sql(&self.folder, &error))?;
        if !wanted.is_empty() {
            let text = self.text(version)?;
            let mut before: HashMap<i64, String> = HashMap::new();
            for bookmark in &wanted {
                if let std::collections::hash_map::Entry::Vacant(place) = before.entry(bookmark.version) {
                    place.insert(self.text(bookmark.version)?);
                }
            }
            let found = anchored(&wanted, version, &text, &before);
            self.change(|rows| found.iter().try_for_each(|bookmark| keep(rows, bookmark, version)))?;
        }
        Ok(self.shelf(article)?.bookmarks)
    }
}

fn unanchored(rows: &Connection, article: i64, version: i64) -> rusqlite::Result<Vec<Bookmark>> {
    let sql = format!("SELECT {COLUMNS} FROM bookmark WHERE article = ?1 AND found_version IS NOT ?2");
    listed(rows, &sql, [article, version], read)
}

/// The bookmarks as they stand in a text, `before` being the texts that they were made on.
fn anchored(bookmarks: &[Bookmark], version: i64, text: &str, before: &HashMap<i64, String>) -> Vec<Bookmark> {
    let ground = Ground::of(text);
    let points = CodePoints::of(text);
    let before: HashMap<i64, Ground<'_>> = before.iter().map(|(number, text)| (*number, Ground::of(text))).collect();
    let stand = |bookmark: &Bookmark| {
        let made = bookmark.anchor.span(text);
        let standing = match before.get(&bookmark.version) {
            // One from another program may have been made on another text than the one that was there.
            _ if bookmark.version == version && made.of(text) == bookmark.anchor.exact => Standing::InPlace(made),
            Some(before) => bookmark.anchor.stands_since(before, &ground),
            None => bookmark.anchor.stands(&ground),
        };
        let found = standing.span().map(|span| (points.before(span.start), points.before(span.end)));
        bookmark.standing(&standing, found)
    };
    bookmarks.iter().map(stand).collect()
}

fn keep(rows: &Transaction<'_>, bookmark: &Bookmark, version: i64) -> rusqlite::Result<()> {
    let sql = "UPDATE bookmark SET state = ?2, found_version = ?3, found_start = ?4, found_end = ?5 WHERE id = ?1";
    let (start, end) = (bookmark.found.map(|(start, _)| count(start)), bookmark.found.map(|(_, end)| count(end)));
    rows.prepare_cached(sql)?.execute(params![bookmark.id.to_string(), bookmark.state.name(), version, start, end])?;
    Ok(())
}
