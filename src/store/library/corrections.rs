//! What the reader put right: kept for each article, and learnt for others.

use rusqlite::{Connection, OptionalExtension, Transaction, named_params};

use super::written::{self, Written};
use super::{Error, Library};
use crate::model::correction::{Correction, Journal, NameCorrection, Step};
use crate::model::tally::Tally;

/// What a row says, in the order of `Written`.
pub const COLUMNS: &str = "name, kind, change, words, words_kind, spans, found, certainty, analyser";

impl Library {
    /// Keeps steps in the journal of an article that was `opened`; once this returns, they are on the disk.
    ///
    /// Where another program has since joined the article to another, they are that one's, as its text is; where
    /// the article is gone, nothing is kept.
    pub fn correct(&mut self, (article, version): (i64, i64), steps: &[Step]) -> Result<(), Error> {
        self.set_durable(true)?;
        let kept = self.change(|rows| {
            let sql = "SELECT article FROM version WHERE id = ?2 OR article = ?1 ORDER BY id = ?2 DESC LIMIT 1";
            let article: Option<i64> = rows.query_row(sql, [article, version], |row| row.get(0)).optional()?;
            let mut steps = article.into_iter().flat_map(|article| steps.iter().map(move |step| (article, step)));
            steps.try_for_each(|(article, step)| take(rows, article, step))
        });
        self.set_durable(false)?;
        if kept.is_ok() {
            self.announce();
        }
        kept
    }

    /// The corrections of an article.
    pub fn corrections(&self, article: i64) -> Result<Journal, Error> {
        journal(&self.connection, article).map_err(|error| Error::from_sql(&self.folder, &error))
    }

    /// What the corrections of all articles but this one teach about names, in the order in which they were made.
    pub fn learnt(&self, article: i64) -> Result<Vec<NameCorrection>, Error> {
        let sql = format!(
            "SELECT {COLUMNS} FROM correction
            WHERE article <> ?1 AND undone = 0 AND spans = '' AND change <> 'split'
            GROUP BY name, kind, change, words, words_kind ORDER BY max(id)"
        );
        let learnt = listed(&self.connection, &sql, article, written::correction);
        let learnt = learnt.map_err(|error| Error::from_sql(&self.folder, &error))?;
        Ok(learnt.iter().filter_map(Correction::of_name).cloned().collect())
    }

    /// How often the program was right, by what readers of this library said of its quotes.
    pub fn tally(&self) -> Result<Tally, Error> {
        tally(&self.connection).map_err(|error| Error::from_sql(&self.folder, &error))
    }
}

fn take(rows: &Transaction<'_>, article: i64, step: &Step) -> rusqlite::Result<()> {
    let row = match step {
        Step::Make(correction) | Step::Undo(correction) | Step::Redo(correction) => Written::of(correction),
        Step::Cite(cited) => Written::of_cited(cited),
    };
    let sql = match step {
        Step::Make(_) | Step::Cite(_) => {
            if matches!(step, Step::Make(_)) {
                rows.execute("DELETE FROM correction WHERE article = ?1 AND undone = 1", [article])?;
            }
            format!(
                "INSERT INTO correction (article, {COLUMNS}) VALUES (:article, :name, :kind, :change, :words,
                    :words_kind, :spans, :found, :certainty, :analyser)"
            )
        }
        Step::Undo(_) => moved(1, "max"),
        Step::Redo(_) => moved(0, "min"),
    };
    let params = named_params! {
        ":article": article, ":name": row.name, ":kind": row.kind, ":change": row.change, ":words": row.words,
        ":words_kind": row.words_kind, ":spans": row.spans, ":found": row.found, ":certainty": row.certainty,
        ":analyser": row.analyser,
    };
    rows.execute(&sql, params).map(drop)
}

/// Marks the last or first row of this content as undone, or not.
fn moved(undone: u8, which: &str) -> String {
    format!(
        "UPDATE correction SET undone = {undone} WHERE id = (SELECT {which}(id) FROM correction
            WHERE article = :article AND ({COLUMNS}, undone) = (:name, :kind, :change, :words, :words_kind, :spans,
                :found, :certainty, :analyser, {}))",
        1 - undone
    )
}

fn journal(rows: &Connection, article: i64) -> rusqlite::Result<Journal> {
    let sql = format!("SELECT {COLUMNS} FROM correction WHERE article = ?1");
    let made = |undone: &str| {
        let sql = format!("{sql} AND change <> 'cited' AND undone = {undone}");
        listed(rows, &sql, article, written::correction)
    };
    Ok(Journal {
        done: made("0 ORDER BY id")?,
        // The one that was made first was undone last.
        undone: made("1 ORDER BY id DESC")?,
        cited: listed(rows, &format!("{sql} AND change = 'cited' ORDER BY id"), article, written::cited)?,
    })
}

/// What the rows of a query say; a row that this program can't read is left out.
fn listed<T>(
    rows: &Connection,
    sql: &str,
    article: i64,
    read: impl Fn(Written) -> Option<T>,
) -> rusqlite::Result<Vec<T>> {
    let mut statement = rows.prepare(sql)?;
    let mut rows = statement.query([article])?;
    let mut list = Vec::new();
    while let Some(row) = rows.next()? {
        list.extend(read(Written::read(row)?));
    }
    Ok(list)
}

fn tally(rows: &Connection) -> rusqlite::Result<Tally> {
    let sql = format!("SELECT {COLUMNS}, article FROM correction WHERE undone = 0 AND spans <> '' ORDER BY id");
    let mut statement = rows.prepare(&sql)?;
    let mut rows = statement.query([])?;
    let mut tally = Tally::default();
    while let Some(row) = rows.next()? {
        let article: i64 = row.get(9)?;
        if let Some(Correction::Quote(correction)) = written::correction(Written::read(row)?) {
            tally.count(article, &correction);
        }
    }
    Ok(tally)
}
