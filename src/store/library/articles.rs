//! Which article it is that was opened, and the texts it has had.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};
use sha2::{Digest, Sha256};

use super::{Error, Library, adopting, path_value, places};
use crate::model::article::{Article, Origin};
use crate::model::document::Document;
use crate::model::place::Known;
use crate::store::samples::SAMPLES;
use crate::text::points::CodePoints;

/// What made the text out of the bytes of the file.
const EXTRACTOR: &str = concat!("pullquote ", env!("CARGO_PKG_VERSION"));

impl Library {
    /// Notes that an article was opened; which one it is, and where reading stopped in it.
    ///
    /// It is known by its address, if it has one; else by where it was opened from; else by its text, so that
    /// a copy of a file is the same article. One that was known without an address and turns out to have one
    /// stays one article. A path that now holds an article of another address holds another article. Bookmarks that
    /// waited for it are its own from now on.
    pub fn opened(&mut self, origin: &Origin, article: &Article, now: Timestamp) -> Result<Known, Error> {
        let text = &article.document.text;
        let hash = hash_of(text);
        let whence = Whence::of(origin, &hash);
        let now = now.as_millisecond();
        let (known, adopted) = self.change(|rows| {
            let id = identify(rows, &whence, article.url.as_deref(), &hash)?;
            let id = id.map_or_else(|| add(rows, article), |id| describe(rows, id, article))?;
            whence.keep(rows, id, now)?;
            let version = keep_version(rows, id, &hash, text, now)?;
            // A text that comes from the library has lost what its blocks were.
            if !matches!(origin, Origin::Kept(_)) {
                number_paragraphs(rows, version, &article.document)?;
            }
            let adopted = adopting::adopt(rows, (id, version), text)?;
            Ok((Known { article: id, version, place: places::of(rows, id)? }, adopted))
        })?;
        if adopted > 0 {
            self.announce();
        }
        Ok(known)
    }
}

/// What a text is known by.
pub fn hash_of(text: &str) -> String {
    format!("{:x}", Sha256::digest(text))
}

/// Stands for the library itself, from which nothing was opened first.
const KEPT: &str = "kept";

/// Where an article was opened from, as the database keeps it.
pub struct Whence {
    source: &'static str,
    path: Value,
}

impl Whence {
    /// A file by its path from the root, a sample by its name, what the library keeps by its number; standard input
    /// has no name but what it said.
    pub fn of(origin: &Origin, hash: &str) -> Self {
        match origin {
            Origin::File(path) => Self { source: "file", path: path_value(&from_root(path)) },
            Origin::Input => Self { source: "input", path: Value::Text(hash.to_owned()) },
            Origin::Sample(index) => {
                let name = SAMPLES.get(*index).map_or("sample", |sample| sample.name);
                Self { source: "sample", path: Value::Text(name.to_owned()) }
            }
            Origin::Kept(article) => Self { source: KEPT, path: Value::Integer(*article) },
        }
    }

    fn keep(&self, rows: &Transaction<'_>, article: i64, now: i64) -> rusqlite::Result<()> {
        if self.source == KEPT {
            return Ok(());
        }
        let sql = "INSERT INTO origin (article, source, path, seen) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (source, path) DO UPDATE SET article = excluded.article, seen = excluded.seen";
        rows.execute(sql, params![article, self.source, self.path, now]).map(drop)
    }
}

/// The path from the root, links resolved where the system's own names for such paths are still readable.
fn from_root(path: &Path) -> PathBuf {
    let resolved = if cfg!(unix) { path.canonicalize() } else { std::path::absolute(path) };
    resolved.or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_owned())
}

/// The number of an article, and whether its address is known.
struct Found {
    id: i64,
    has_address: bool,
}

fn found(row: &Row<'_>) -> rusqlite::Result<Found> {
    Ok(Found { id: row.get(0)?, has_address: row.get(1)? })
}

/// The article that this is, if it is known; two that turn out to be one are joined.
fn identify(
    rows: &Transaction<'_>,
    whence: &Whence,
    address: Option<&str>,
    hash: &str,
) -> rusqlite::Result<Option<i64>> {
    let (named, unnamed) = named_and_unnamed(rows, whence, address, hash)?;
    if let (Some(named), Some(unnamed)) = (named, unnamed) {
        join(rows, unnamed, named)?;
    }
    Ok(named.or(unnamed))
}

/// The article that this is, if it is known; nothing is changed.
pub fn known(rows: &Connection, whence: &Whence, address: Option<&str>, hash: &str) -> rusqlite::Result<Option<i64>> {
    let (named, unnamed) = named_and_unnamed(rows, whence, address, hash)?;
    Ok(named.or(unnamed))
}

/// The number of the article that stood here.
pub fn at(rows: &Connection, whence: &Whence) -> rusqlite::Result<Option<i64>> {
    Ok(by_path(rows, whence)?.map(|found| found.id))
}

/// The article with this address, and the one that stood here, or has this text, and whose address is not known.
fn named_and_unnamed(
    rows: &Connection,
    whence: &Whence,
    address: Option<&str>,
    hash: &str,
) -> rusqlite::Result<(Option<i64>, Option<i64>)> {
    let here = by_path(rows, whence)?.map_or_else(|| by_text(rows, hash), |here| Ok(Some(here)))?;
    let Some(address) = address else { return Ok((None, here.map(|found| found.id))) };
    // What stood here with an address of its own is another article, whatever its text.
    let unnamed = here.filter(|found| !found.has_address).map(|found| found.id);
    Ok((by_address(rows, address)?, unnamed))
}

fn by_address(rows: &Connection, address: &str) -> rusqlite::Result<Option<i64>> {
    let sql = "SELECT id FROM article WHERE canonical_url = ?1";
    rows.query_row(sql, [address], |row| row.get(0)).optional()
}

fn by_path(rows: &Connection, whence: &Whence) -> rusqlite::Result<Option<Found>> {
    if whence.source == KEPT {
        let sql = "SELECT id, canonical_url IS NOT NULL FROM article WHERE id = ?1";
        return rows.query_row(sql, [&whence.path], found).optional();
    }
    let sql = "SELECT id, canonical_url IS NOT NULL FROM origin JOIN article ON id = origin.article
        WHERE source = ?1 AND path = ?2";
    rows.query_row(sql, params![whence.source, whence.path], found).optional()
}

/// The article that has this text; one without an address rather than one with.
fn by_text(rows: &Connection, hash: &str) -> rusqlite::Result<Option<Found>> {
    let sql = "SELECT article.id, canonical_url IS NOT NULL FROM version JOIN article ON article.id = version.article
        WHERE text_hash = ?1 ORDER BY 2, 1 LIMIT 1";
    rows.query_row(sql, [hash], found).optional()
}

fn add(rows: &Transaction<'_>, article: &Article) -> rusqlite::Result<i64> {
    let sql = "INSERT INTO article (canonical_url, publisher, headline, byline, published) VALUES (?1, ?2, ?3, ?4, ?5)";
    let published = article.published.map(|date| date.to_string());
    rows.execute(sql, params![article.url, article.publisher, article.title(), article.byline, published])?;
    Ok(rows.last_insert_rowid())
}

/// Takes over what the article says of itself now; what it no longer says is kept.
fn describe(rows: &Transaction<'_>, id: i64, article: &Article) -> rusqlite::Result<i64> {
    let sql = "UPDATE article SET canonical_url = coalesce(canonical_url, ?2), publisher = coalesce(?3, publisher),
        headline = ?4, byline = coalesce(?5, byline), published = coalesce(?6, published) WHERE id = ?1";
    let published = article.published.map(|date| date.to_string());
    rows.execute(sql, params![id, article.url, article.publisher, article.title(), article.byline, published])?;
    Ok(id)
}

/// The number of this text of the article, which is its latest from now on, also where it was there before.
fn keep_version(rows: &Transaction<'_>, article: i64, hash: &str, text: &str, now: i64) -> rusqlite::Result<i64> {
    let sql = "SELECT id, text_hash, fetched FROM version WHERE article = ?1 ORDER BY fetched DESC, id DESC LIMIT 1";
    let numbers = |row: &Row<'_>| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?, row.get::<_, i64>(2)?));
    let latest = rows.query_row(sql, [article], numbers).optional()?;
    if let Some((version, ..)) = latest.as_ref().filter(|(_, own, _)| own == hash) {
        return Ok(*version);
    }
    // Whatever the clock says.
    let now = latest.map_or(now, |(.., fetched)| now.max(fetched + 1));
    let sql = "UPDATE version SET fetched = ?3 WHERE article = ?1 AND text_hash = ?2 RETURNING id";
    if let Some(version) = rows.query_row(sql, params![article, hash, now], |row| row.get(0)).optional()? {
        return Ok(version);
    }
    let sql = "INSERT INTO version (article, text_hash, extractor, text, fetched) VALUES (?1, ?2, ?3, ?4, ?5)";
    rows.execute(sql, params![article, hash, EXTRACTOR, text, now])?;
    Ok(rows.last_insert_rowid())
}

/// Notes where the paragraphs of a text begin, if that was not known.
fn number_paragraphs(rows: &Transaction<'_>, version: i64, document: &Document) -> rusqlite::Result<()> {
    let points = CodePoints::of(&document.text);
    let body = document.blocks.iter().filter(|block| block.is_body());
    let starts: Vec<String> = body.map(|block| points.before(block.span.start).to_string()).collect();
    let sql = "UPDATE version SET paragraphs = ?2 WHERE id = ?1 AND paragraphs = ''";
    rows.execute(sql, params![version, starts.join(" ")]).map(drop)
}

/// Makes two articles one: all of `from` becomes `into`'s, the later place stays.
fn join(rows: &Transaction<'_>, from: i64, into: i64) -> rusqlite::Result<()> {
    for sql in [
        "UPDATE origin SET article = ?2 WHERE article = ?1",
        "UPDATE OR IGNORE version SET article = ?2 WHERE article = ?1",
        "UPDATE place SET version = (
            SELECT own.id FROM version own JOIN version other USING (text_hash)
            WHERE own.article = ?2 AND other.id = place.version) WHERE article = ?1",
        "DELETE FROM place WHERE article = ?2 AND read < (SELECT read FROM place WHERE article = ?1)",
        "UPDATE OR IGNORE place SET article = ?2 WHERE article = ?1",
        "UPDATE bookmark SET version = coalesce((
            SELECT own.id FROM version own JOIN version other USING (text_hash)
            WHERE own.article = ?2 AND other.id = bookmark.version), version) WHERE article = ?1",
        "UPDATE bookmark SET article = ?2 WHERE article = ?1",
        "UPDATE correction SET article = ?2 WHERE article = ?1",
    ] {
        rows.execute(sql, [from, into])?;
    }
    rows.execute("DELETE FROM article WHERE id = ?1", [from]).map(drop)
}
