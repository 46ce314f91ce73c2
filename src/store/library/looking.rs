//! Looks things up in a library without noting anything in it: for programs that print.

use rusqlite::{Connection, Row};

use super::articles::{self, Whence};
use super::{Error, Library, places};
use crate::model::article::{Article, Origin};

/// An article of whose quotes a reader said something, as the library knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub id: i64,
    /// Where it was opened from last, if it can be opened from there again.
    pub origin: Option<Origin>,
    pub headline: String,
    pub publisher: Option<String>,
    pub url: Option<String>,
    /// The texts it has had, the latest first.
    pub texts: Vec<String>,
}

impl Library {
    /// The number of an article that was opened before; known as `opened` knows it.
    pub fn known(&self, origin: &Origin, article: &Article) -> Result<Option<i64>, Error> {
        let hash = articles::hash_of(&article.document.text);
        let whence = Whence::of(origin, &hash);
        let known = articles::known(&self.connection, &whence, article.url.as_deref(), &hash);
        known.map_err(|error| Error::from_sql(&self.folder, &error))
    }

    /// The articles of whose quotes something was said, in the order in which they were opened first.
    pub fn spoken_of(&self) -> Result<Vec<Kept>, Error> {
        spoken_of(&self.connection).map_err(|error| Error::from_sql(&self.folder, &error))
    }
}

fn spoken_of(rows: &Connection) -> rusqlite::Result<Vec<Kept>> {
    let sql = "SELECT source, path, article.id, headline, publisher, canonical_url FROM article LEFT JOIN origin ON origin.rowid =
            (SELECT rowid FROM origin WHERE origin.article = article.id ORDER BY seen DESC LIMIT 1)
        WHERE article.id IN (SELECT article FROM correction WHERE undone = 0 AND spans <> '' AND change <> 'cited')
        ORDER BY article.id";
    let mut statement = rows.prepare(sql)?;
    let mut versions = rows.prepare("SELECT text FROM version WHERE article = ?1 ORDER BY fetched DESC")?;
    let mut kept = |row: &Row<'_>| {
        let id: i64 = row.get(2)?;
        let texts = versions.query_map([id], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        Ok(Kept {
            origin: places::origin(row).filter(|origin| *origin != Origin::Input),
            id,
            headline: row.get(3)?,
            publisher: row.get(4)?,
            url: row.get(5)?,
            texts,
        })
    };
    statement.query_map([], |row| kept(row))?.collect()
}
