//! The bookmarks of all articles, and the texts that they were made on.

use std::cmp::Reverse;
use std::collections::HashMap;

use rusqlite::{Connection, Row};

use super::bookmarks::{COLUMNS, read};
use super::{Error, Library, places, speakers};
use crate::model::shelf::{Shelf, Source};

/// The columns that `source` reads, in its order.
pub const SOURCE: &str =
    "article.id, article.headline, article.byline, article.publisher, article.published, article.canonical_url";

impl Library {
    /// All bookmarks by their articles: the articles by when one was last bookmarked in them, the latest first;
    /// the bookmarks of each in the order of its text.
    pub fn shelves(&self) -> Result<Vec<Shelf>, Error> {
        let shelves = shelves(&self.connection);
        shelves.map_err(|error| Error::from_sql(&self.folder, &error))
    }

    /// The bookmarks of one article, in the order of its text.
    pub fn shelf(&self, article: i64) -> Result<Shelf, Error> {
        let shelf = shelf(&self.connection, article);
        shelf.map_err(|error| Error::from_sql(&self.folder, &error))
    }

    /// Every tag, in lower case, with how many bookmarks have it; the most used first.
    pub fn tags(&self) -> Result<Vec<(String, usize)>, Error> {
        let sql = "SELECT tag, count(*) FROM bookmark_tag GROUP BY tag ORDER BY count(*) DESC, tag";
        let tags = listed(&self.connection, sql, [], |row| Ok(Some((row.get(0)?, row.get::<_, i64>(1)?))));
        let tags = tags.map_err(|error| Error::from_sql(&self.folder, &error))?;
        Ok(tags.into_iter().map(|(tag, count)| (tag, count.try_into().unwrap_or(0))).collect())
    }

    /// The text of an article with this number.
    pub fn text(&self, version: i64) -> Result<String, Error> {
        let text = self.connection.query_row("SELECT text FROM version WHERE id = ?1", [version], |row| row.get(0));
        text.map_err(|error| Error::from_sql(&self.folder, &error))
    }

    /// The articles that the library knows, with the number of the latest text of each; those that have a text.
    pub fn sources(&self) -> Result<Vec<(Source, i64)>, Error> {
        let sql = format!(
            "SELECT {SOURCE}, version.id, max(fetched) FROM article JOIN version ON version.article = article.id
            GROUP BY article.id ORDER BY article.id"
        );
        let each = |row: &Row<'_>| Ok(Some((source(row)?, row.get(6)?)));
        listed(&self.connection, &sql, [], each).map_err(|error| Error::from_sql(&self.folder, &error))
    }
}

fn shelves(rows: &Connection) -> rusqlite::Result<Vec<Shelf>> {
    let sql = format!("SELECT {SOURCE} FROM article WHERE id IN (SELECT article FROM bookmark)");
    let mut shelves = listed(rows, &sql, [], |row| Ok(Some(Shelf { source: source(row)?, bookmarks: Vec::new() })))?;
    let places: HashMap<i64, usize> =
        shelves.iter().enumerate().map(|(place, shelf)| (shelf.source.article, place)).collect();
    // The index has them in this order; all else is quicker sorted here.
    let sql = format!("SELECT {COLUMNS} FROM bookmark ORDER BY article, start");
    for bookmark in listed(rows, &sql, [], read)? {
        if let Some(shelf) = places.get(&bookmark.article).and_then(|place| shelves.get_mut(*place)) {
            shelf.bookmarks.push(bookmark);
        }
    }
    let sql = "SELECT source, path, article FROM origin WHERE source <> 'input'
        AND article IN (SELECT article FROM bookmark) ORDER BY seen";
    for (origin, article) in listed(rows, sql, [], |row| Ok(places::origin(row).zip(row.get(2).ok())))? {
        let article: i64 = article;
        if let Some(shelf) = places.get(&article).and_then(|place| shelves.get_mut(*place)) {
            shelf.source.origin = Some(origin);
        }
    }
    let sql = "SELECT article, paragraphs, max(fetched) FROM version WHERE article IN (SELECT article FROM bookmark)
        GROUP BY article";
    for (article, starts) in listed(rows, sql, [], |row| Ok(Some((row.get(0)?, row.get::<_, String>(1)?))))? {
        let article: i64 = article;
        if let Some(shelf) = places.get(&article).and_then(|place| shelves.get_mut(*place)) {
            shelf.source.paragraphs = starts.split(' ').filter_map(|start| start.parse().ok()).collect();
        }
    }
    speakers::correct(rows, &mut shelves)?;
    shelves.iter_mut().for_each(Shelf::sort);
    let latest = |shelf: &Shelf| shelf.bookmarks.iter().map(|bookmark| bookmark.created).max();
    shelves.sort_by_cached_key(|shelf| (Reverse(latest(shelf)), shelf.source.article));
    Ok(shelves)
}

fn shelf(rows: &Connection, article: i64) -> rusqlite::Result<Shelf> {
    let sql = format!("SELECT {SOURCE} FROM article WHERE id = ?1");
    let source = listed(rows, &sql, [article], |row| source(row).map(Some))?.pop().unwrap_or_default();
    let sql = format!("SELECT {COLUMNS} FROM bookmark WHERE article = ?1 ORDER BY start, \"end\", id");
    let mut shelf = Shelf { source, bookmarks: listed(rows, &sql, [article], read)? };
    speakers::correct(rows, std::slice::from_mut(&mut shelf))?;
    Ok(shelf)
}

pub fn source(row: &Row<'_>) -> rusqlite::Result<Source> {
    let published: Option<String> = row.get(4)?;
    Ok(Source {
        article: row.get(0)?,
        headline: row.get(1)?,
        byline: row.get(2)?,
        publisher: row.get(3)?,
        published: published.and_then(|date| date.parse().ok()),
        url: row.get(5)?,
        origin: None,
        paragraphs: Vec::new(),
    })
}

/// What is made of the rows of a query, those left out of which nothing is made.
pub fn listed<T>(
    rows: &Connection,
    sql: &str,
    values: impl rusqlite::Params,
    each: impl Fn(&Row<'_>) -> rusqlite::Result<Option<T>>,
) -> rusqlite::Result<Vec<T>> {
    let mut statement = rows.prepare_cached(sql)?;
    let mut rows = statement.query(values)?;
    let mut list = Vec::new();
    while let Some(row) = rows.next()? {
        list.extend(each(row)?);
    }
    Ok(list)
}
