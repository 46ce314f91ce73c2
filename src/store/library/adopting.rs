//! Bookmarks that came in before their article was read, and the article that they turn out to be of.

use rusqlite::{Connection, Row, Transaction, params};

use super::bookmarks::{self, COLUMNS};
use super::importing::stood;
use super::shelves::{SOURCE, listed, source};
use super::{Error, Library};
use crate::model::bookmark::Bookmark;
use crate::model::shelf::Source;
use crate::text::find::fold;
use crate::text::passage::Ground;
use crate::text::points::CodePoints;

/// What made the empty text that stands in for one that the library does not have (`version.extractor`).
pub const IMPORT: &str = "import";

/// An article with the number of one of its texts.
pub type Held = (Source, i64);

/// What two articles are compared by, made once for many comparisons.
pub struct Likeness {
    address: Option<String>,
    title: String,
}

impl Library {
    /// Puts the bookmarks that wait for their articles on the texts that the library has by now; how many there were.
    pub fn adopt_waiting(&mut self) -> Result<usize, Error> {
        let adopted = self.change(|rows| {
            let waiting: Vec<Likeness> = waiting(rows)?.iter().map(|(source, _)| Likeness::of(source)).collect();
            let mut count = 0;
            for (source, version) in with_text(rows)? {
                let own = Likeness::of(&source);
                if waiting.iter().any(|other| own.may_be(other)) {
                    let text = text_of(rows, version)?;
                    count += adopt(rows, (source.article, version), &text)?;
                }
            }
            Ok(count)
        })?;
        if adopted > 0 {
            self.announce();
        }
        Ok(adopted)
    }
}

impl Likeness {
    pub fn of(source: &Source) -> Self {
        Self { address: source.url.as_deref().map(bare), title: fold(source.headline.trim()) }
    }

    /// Whether the two can be one article: by their addresses where both have one, else by their titles, of which one
    /// may go on, as that of a page does with its publisher.
    pub fn may_be(&self, other: &Self) -> bool {
        if let (Some(one), Some(other)) = (&self.address, &other.address) {
            return one == other;
        }
        let begins = |whole: &str, part: &str| {
            let rest = whole.strip_prefix(part);
            rest.is_some_and(|rest| !rest.chars().next().is_some_and(char::is_alphanumeric))
        };
        let (one, other) = (&self.title, &other.title);
        !one.is_empty() && !other.is_empty() && (begins(one, other) || begins(other, one))
    }

    /// Whether they are one article. A title alone does not say so: most of the passages have to be in the text.
    pub fn is(&self, other: &Self, passages: &[Bookmark], ground: &Ground<'_>, points: &CodePoints<'_>) -> bool {
        if !self.may_be(other) || self.address.is_some() && other.address.is_some() {
            return self.may_be(other);
        }
        let is_there = |bookmark: &&Bookmark| stood((*bookmark).clone(), (0, 0), ground, points).found.is_some();
        let found = passages.iter().filter(is_there).count();
        found > 0 && found * 2 >= passages.len()
    }
}

/// An address without what does not tell one page from another.
fn bare(url: &str) -> String {
    let url = url.split('#').next().unwrap_or_default();
    let url = url.split_once("://").map_or(url, |(_, rest)| rest);
    url.strip_prefix("www.").unwrap_or(url).trim_end_matches('/').to_owned()
}

/// Takes over the bookmarks that waited for this article; how many they were. What they waited on is gone then.
pub fn adopt(rows: &Transaction<'_>, known: (i64, i64), text: &str) -> rusqlite::Result<usize> {
    let (article, _) = known;
    let all = waiting(rows)?;
    let sql = format!("SELECT {SOURCE} FROM article WHERE id = ?1");
    let Some(own) = listed(rows, &sql, [article], |row| source(row).map(Some))?.pop() else { return Ok(0) };
    let own = Likeness::of(&own);
    let may_be = |(waiting, _): &Held| waiting.article == article || own.may_be(&Likeness::of(waiting));
    let mut count = 0;
    let mut ground = None;
    for (waiting, stand_in) in all.into_iter().filter(may_be) {
        let (ground, points) = ground.get_or_insert_with(|| (Ground::of(text), CodePoints::of(text)));
        let sql = format!("SELECT {COLUMNS} FROM bookmark WHERE version = ?1");
        let passages = listed(rows, &sql, [stand_in], bookmarks::read)?;
        if waiting.article == article || own.is(&Likeness::of(&waiting), &passages, ground, points) {
            count += passages.len();
            let mut placed = passages.into_iter().map(|one| stood(one, known, ground, points));
            placed.try_for_each(|bookmark| bookmarks::write(rows, &bookmark))?;
            end_waiting(rows, known, &waiting, stand_in)?;
        }
    }
    Ok(count)
}

/// Removes what stood in for an article; what was known of it is kept where the article itself does not say it.
fn end_waiting(
    rows: &Transaction<'_>,
    (article, version): (i64, i64),
    waiting: &Source,
    stand_in: i64,
) -> rusqlite::Result<()> {
    // Also those that this program can't read.
    let sql = "UPDATE bookmark SET article = ?2, version = ?3 WHERE version = ?1";
    rows.execute(sql, params![stand_in, article, version])?;
    rows.execute("DELETE FROM version WHERE id = ?1", [stand_in])?;
    if waiting.article == article {
        return Ok(());
    }
    rows.execute("DELETE FROM article WHERE id = ?1", [waiting.article])?;
    let sql = "UPDATE article SET canonical_url = coalesce(canonical_url, ?2), publisher = coalesce(publisher, ?3),
        byline = coalesce(byline, ?4), published = coalesce(published, ?5) WHERE id = ?1";
    let published = waiting.published.map(|date| date.to_string());
    rows.execute(sql, params![article, waiting.url, waiting.publisher, waiting.byline, published]).map(drop)
}

/// The articles that bookmarks wait for, each with the number of the empty text in its place.
fn waiting(rows: &Connection) -> rusqlite::Result<Vec<Held>> {
    let sql = format!(
        "SELECT {SOURCE}, version.id FROM version JOIN article ON article.id = version.article WHERE extractor = ?1
        ORDER BY version.id"
    );
    listed(rows, &sql, [IMPORT], held)
}

/// The articles whose text the library has, each with the number of the latest.
pub fn with_text(rows: &Connection) -> rusqlite::Result<Vec<Held>> {
    let sql = format!(
        "SELECT {SOURCE}, version.id, max(fetched) FROM version JOIN article ON article.id = version.article
        WHERE extractor <> ?1 GROUP BY article.id ORDER BY article.id"
    );
    listed(rows, &sql, [IMPORT], held)
}

fn held(row: &Row<'_>) -> rusqlite::Result<Option<Held>> {
    Ok(Some((source(row)?, row.get(6)?)))
}

pub fn text_of(rows: &Connection, version: i64) -> rusqlite::Result<String> {
    rows.query_row("SELECT text FROM version WHERE id = ?1", [version], |row| row.get(0))
}
