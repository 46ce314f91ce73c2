//! Where reading stopped, and which articles were read last.

use jiff::Timestamp;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{Error, Library, path_of};
use crate::model::anchor::Anchor;
use crate::model::article::Origin;
use crate::model::place::{Place, Recent};
use crate::store::samples::SAMPLES;

impl Library {
    /// Keeps where reading stopped in an article that was `opened`; numbers as that gave them.
    ///
    /// Where another program has since joined the article to another, it is that one's place; where the article
    /// is gone, nothing is kept.
    pub fn keep_place(&mut self, (article, version): (i64, i64), place: &Place, now: Timestamp) -> Result<(), Error> {
        let Place { anchor, progress } = place;
        let (start, end) = (count(anchor.start), count(anchor.end));
        let sql = "INSERT INTO place (article, version, start, \"end\", exact, prefix, suffix, progress, read)
            SELECT article, id, ?3, ?4, ?5, ?6, ?7, ?8, ?9 FROM version
            WHERE id = ?2 OR article = ?1 ORDER BY id = ?2 DESC, fetched DESC LIMIT 1
            ON CONFLICT (article) DO UPDATE SET version = excluded.version, start = excluded.start,
                \"end\" = excluded.\"end\", exact = excluded.exact, prefix = excluded.prefix,
                suffix = excluded.suffix, progress = excluded.progress, read = excluded.read";
        self.change(|rows| {
            let Anchor { exact, prefix, suffix, .. } = anchor;
            let now = now.as_millisecond();
            rows.execute(sql, params![article, version, start, end, exact, prefix, suffix, progress, now]).map(drop)
        })
    }

    /// The articles that were read last, at most `limit`, the latest first; only such as can be opened again,
    /// so nothing that was piped in.
    pub fn recent(&self, limit: usize) -> Result<Vec<Recent>, Error> {
        recent(&self.connection, limit).map_err(|error| Error::from_sql(&self.folder, &error))
    }
}

/// Where reading stopped in an article.
pub fn of(rows: &Connection, article: i64) -> rusqlite::Result<Option<Place>> {
    let sql = "SELECT start, \"end\", exact, prefix, suffix, progress FROM place WHERE article = ?1";
    let place = |row: &Row<'_>| {
        let (start, end): (i64, i64) = (row.get(0)?, row.get(1)?);
        let (start, end) = (start.try_into().unwrap_or(0), end.try_into().unwrap_or(0));
        let anchor =
            Anchor { start, end, exact: row.get(2)?, prefix: row.get(3)?, suffix: row.get(4)?, sentence: None };
        Ok(Place { anchor, progress: per_cent(row.get(5)?) })
    };
    rows.query_row(sql, [article], place).optional()
}

fn recent(rows: &Connection, limit: usize) -> rusqlite::Result<Vec<Recent>> {
    let sql = "SELECT source, path, headline, publisher, progress, read, article.id FROM place
        JOIN article ON article.id = place.article JOIN origin ON origin.article = article.id
        WHERE source <> 'input' ORDER BY read DESC, article.id DESC, seen DESC";
    let mut statement = rows.prepare(sql)?;
    let mut rows = statement.query([])?;
    let mut list: Vec<Recent> = Vec::new();
    while list.len() < limit
        && let Some(row) = rows.next()?
    {
        let article: i64 = row.get(6)?;
        let is_there = list.last().is_some_and(|last| last.article == article);
        let Some(origin) = origin(row).filter(|_| !is_there) else { continue };
        list.push(Recent {
            origin,
            headline: row.get(2)?,
            publisher: row.get(3)?,
            progress: per_cent(row.get(4)?),
            read: Timestamp::from_millisecond(row.get(5)?).unwrap_or_default(),
            article,
        });
    }
    Ok(list)
}

/// Where it can be opened again, by the first two columns of a row; nothing for a sample that this program does not bring.
pub fn origin(row: &Row<'_>) -> Option<Origin> {
    let source: String = row.get(0).ok()?;
    let path = path_of(row.get::<_, Value>(1).ok()?)?;
    match source.as_str() {
        "file" => Some(Origin::File(path)),
        _ => SAMPLES.iter().position(|sample| path.as_os_str() == sample.name).map(Origin::Sample),
    }
}

pub fn count(points: usize) -> i64 {
    points.try_into().unwrap_or(i64::MAX)
}

fn per_cent(number: i64) -> u8 {
    number.clamp(0, 100) as u8
}
