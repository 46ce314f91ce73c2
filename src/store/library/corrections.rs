//! What the reader put right about names: kept for each article, and learnt for others.

use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

use super::{Error, Library};
use crate::model::correction::{Amendment, Correction, Journal, Step, Subject};
use crate::model::entity::EntityKind;

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
        kept
    }

    /// The corrections of an article.
    pub fn corrections(&self, article: i64) -> Result<Journal, Error> {
        journal(&self.connection, article).map_err(|error| Error::from_sql(&self.folder, &error))
    }

    /// What the corrections of all articles but this one teach about names, in the order in which they were made.
    pub fn learnt(&self, article: i64) -> Result<Vec<Correction>, Error> {
        let sql = "SELECT name, kind, change, words, words_kind FROM correction
            WHERE article <> ?1 AND undone = 0 AND change <> 'split'
            GROUP BY name, kind, change, words, words_kind ORDER BY max(id)";
        let learnt = listed(&self.connection, sql, article);
        learnt.map_err(|error| Error::from_sql(&self.folder, &error))
    }
}

fn take(rows: &Transaction<'_>, article: i64, step: &Step) -> rusqlite::Result<()> {
    let (Step::Make(correction) | Step::Undo(correction) | Step::Redo(correction)) = step;
    let sql = match step {
        Step::Make(_) => {
            rows.execute("DELETE FROM correction WHERE article = ?1 AND undone = 1", [article])?;
            "INSERT INTO correction (article, name, kind, change, words, words_kind) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
        }
        Step::Undo(_) => {
            "UPDATE correction SET undone = 1 WHERE id = (SELECT max(id) FROM correction WHERE article = ?1
                AND (name, kind, change, words, words_kind, undone) = (?2, ?3, ?4, ?5, ?6, 0))"
        }
        Step::Redo(_) => {
            "UPDATE correction SET undone = 0 WHERE id = (SELECT min(id) FROM correction WHERE article = ?1
                AND (name, kind, change, words, words_kind, undone) = (?2, ?3, ?4, ?5, ?6, 1))"
        }
    };
    let (change, words, words_kind) = written(&correction.change);
    let Subject { name, kind } = &correction.of;
    rows.execute(sql, params![article, name, kind.name(), change, words, words_kind]).map(drop)
}

fn journal(rows: &Connection, article: i64) -> rusqlite::Result<Journal> {
    let sql = "SELECT name, kind, change, words, words_kind FROM correction WHERE article = ?1 AND undone = ";
    Ok(Journal {
        done: listed(rows, &format!("{sql} 0 ORDER BY id"), article)?,
        // The one that was made first was undone last.
        undone: listed(rows, &format!("{sql} 1 ORDER BY id DESC"), article)?,
    })
}

/// Corrections of a query; a row that this program can't read is left out.
fn listed(rows: &Connection, sql: &str, article: i64) -> rusqlite::Result<Vec<Correction>> {
    let mut statement = rows.prepare(sql)?;
    let mut rows = statement.query([article])?;
    let mut list = Vec::new();
    while let Some(row) = rows.next()? {
        list.extend(read(row)?);
    }
    Ok(list)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Option<Correction>> {
    let text = |column| row.get::<_, String>(column);
    let (name, words) = (text(0)?, text(3)?);
    let (kind, words_kind) = (EntityKind::named(&text(1)?), EntityKind::named(&text(4)?));
    let change = match text(2)?.as_str() {
        "merge" => words_kind.map(|kind| Amendment::Merge(Subject { name: words, kind })),
        "split" => Some(Amendment::Split(words)),
        "rename" => Some(Amendment::Rename(words)),
        "retype" => words_kind.map(Amendment::Retype),
        "not-a-name" => Some(Amendment::NotAName),
        _ => None,
    };
    Ok(kind.zip(change).map(|(kind, change)| Correction { of: Subject { name, kind }, change }))
}

/// A change as the database keeps it: which, the words and the kind that it is about.
fn written(change: &Amendment) -> (&'static str, &str, &'static str) {
    match change {
        Amendment::Merge(into) => ("merge", &into.name, into.kind.name()),
        Amendment::Split(form) => ("split", form, ""),
        Amendment::Rename(to) => ("rename", to, ""),
        Amendment::Retype(kind) => ("retype", "", kind.name()),
        Amendment::NotAName => ("not-a-name", "", ""),
    }
}
