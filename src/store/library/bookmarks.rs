//! Passages that the reader kept: written as they change.

use rusqlite::{OptionalExtension, Row, Transaction, params};
use uuid::Uuid;

use super::places::count;
use super::shelves::listed;
use super::{Error, Library};
use crate::model::anchor::{Anchor, Around};
use crate::model::bookmark::{Bookmark, Change, Colour, Decision, Said, State};
use crate::model::quote::{Certainty, QuoteKind};
use jiff::Timestamp;

/// The columns that `read` reads, in its order.
pub const COLUMNS: &str = "bookmark.id, bookmark.article, bookmark.version, start, \"end\", exact, prefix, suffix,
    sentence_start, sentence_exact, note, tags, colour, created, modified, speaker, quote_kind, certainty, state,
    found_start, found_end, decision";

impl Library {
    /// Keeps changes to bookmarks; once this returns, they are on the disk.
    ///
    /// Where another program has since joined an article to another, a bookmark of it is that one's. A bookmark that
    /// is edited and is not there any more is there again: what a reader wrote last stays. One that another program
    /// wrote to since is not removed. Where the article is gone, nothing is kept, and that is an error.
    ///
    /// What another program changed of a bookmark since it was read is kept beside what is changed here; the edits
    /// that came out otherwise by that, as they came out.
    pub fn keep_bookmarks(&mut self, changes: &[Change]) -> Result<Vec<Change>, Error> {
        self.set_durable(true)?;
        let kept = self.change(|rows| {
            let joined: rusqlite::Result<Vec<Option<Change>>> =
                changes.iter().map(|change| make(rows, change)).collect();
            Ok(joined?.into_iter().flatten().collect())
        });
        self.set_durable(false)?;
        if kept.is_ok() {
            self.announce();
        }
        kept
    }
}

/// Makes a change; what came of it where another program had changed the bookmark.
fn make(rows: &Transaction<'_>, change: &Change) -> rusqlite::Result<Option<Change>> {
    let sql = format!("SELECT {COLUMNS} FROM bookmark WHERE id = ?1");
    let held = listed(rows, &sql, [change.bookmark().id.to_string()], read)?.pop();
    match (change, held) {
        (Change::Add(bookmark), Some(held)) => Ok((held != *bookmark).then(|| Change::edit(bookmark.clone(), held))),
        (Change::Add(bookmark), None) => write(rows, bookmark).map(|()| None),
        (Change::Edit(before, after), Some(held)) => {
            let joined = after.joined(before, &held);
            write(rows, &joined)?;
            Ok((joined != **after).then(|| Change::edit(held, joined)))
        }
        (Change::Edit(_, after), None) => write(rows, after).map(|()| None),
        (Change::Remove(bookmark), Some(held)) if !held.is_written_as(bookmark) => Ok(Some(Change::Add(held))),
        (Change::Remove(bookmark), _) => {
            rows.prepare_cached("DELETE FROM bookmark WHERE id = ?1")?.execute([bookmark.id.to_string()])?;
            Ok(None)
        }
    }
}

/// Writes a bookmark, new or as it is from now on. It is looked for again in the text that it was last looked for in
/// only where it now stands elsewhere or otherwise.
pub fn write(rows: &Transaction<'_>, bookmark: &Bookmark) -> rusqlite::Result<()> {
    let sql =
        "SELECT article, id FROM version WHERE id = ?2 OR article = ?1 ORDER BY id = ?2 DESC, fetched DESC LIMIT 1";
    let numbers = |row: &Row<'_>| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?));
    let known = rows.prepare_cached(sql)?.query_row([bookmark.article, bookmark.version], numbers).optional()?;
    let (article, version) = known.ok_or(rusqlite::Error::QueryReturnedNoRows)?;
    let sql = "INSERT INTO bookmark VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17,
            ?18, ?19, ?20, ?21, ?22, ?23)
        ON CONFLICT (id) DO UPDATE SET article = ?2, version = ?3, start = ?4, \"end\" = ?5, exact = ?6, prefix = ?7,
            suffix = ?8, sentence_start = ?9, sentence_exact = ?10, note = ?11, tags = ?12, colour = ?13,
            created = ?14, modified = ?15, speaker = ?16, quote_kind = ?17, certainty = ?18, state = ?19,
            found_version = CASE WHEN ?20 IS NOT NULL THEN ?20
                WHEN (state, found_start, found_end) IS (?19, ?21, ?22) THEN found_version END,
            found_start = ?21, found_end = ?22, decision = ?23";
    let Bookmark { id, anchor, note, tags, colour, created, modified, said, state, found, decision, .. } = bookmark;
    let Anchor { start, end, exact, prefix, suffix, sentence } = anchor;
    let is_as_made = *found == Some((*start, *end)) && *state == State::InPlace;
    rows.prepare_cached(sql)?.execute(params![
        id.to_string(),
        article,
        version,
        count(*start),
        count(*end),
        exact,
        prefix,
        suffix,
        sentence.as_ref().map(|around| count(around.start)),
        sentence.as_ref().map(|around| &around.exact),
        note,
        tags.join("\n"),
        colour.number(),
        created.as_millisecond(),
        modified.as_millisecond(),
        said.as_ref().and_then(|said| said.speaker.as_deref()),
        said.as_ref().map(|said| said.kind.name()),
        said.as_ref().map(|said| said.certainty.name()),
        state.name(),
        is_as_made.then_some(version),
        found.map(|(start, _)| count(start)),
        found.map(|(_, end)| count(end)),
        decision.map(Decision::name),
    ])?;
    tag(rows, bookmark)
}

fn tag(rows: &Transaction<'_>, bookmark: &Bookmark) -> rusqlite::Result<()> {
    let id = bookmark.id.to_string();
    rows.prepare_cached("DELETE FROM bookmark_tag WHERE bookmark = ?1")?.execute([&id])?;
    let mut add = rows.prepare_cached("INSERT OR IGNORE INTO bookmark_tag (tag, bookmark) VALUES (?1, ?2)")?;
    bookmark.all_tags().iter().try_for_each(|tag| add.execute([&tag.to_lowercase(), &id]).map(drop))
}

/// The bookmark of a row with `COLUMNS`; nothing where this program can't read it.
pub fn read(row: &Row<'_>) -> rusqlite::Result<Option<Bookmark>> {
    let text = |column| row.get::<_, String>(column);
    let points = |column| row.get::<_, Option<i64>>(column).map(|count| count.and_then(|count| count.try_into().ok()));
    let time = |column| row.get(column).map(|time| Timestamp::from_millisecond(time).unwrap_or_default());
    let Ok(id) = Uuid::parse_str(row.get_ref(0)?.as_str().unwrap_or_default()) else { return Ok(None) };
    let sentence: Option<String> = row.get(9)?;
    let sentence = points(8)?.zip(sentence).map(|(start, exact)| Around { start, exact });
    let kind: Option<String> = row.get(16)?;
    let certainty: Option<String> = row.get(17)?;
    let kind = kind.and_then(|kind| QuoteKind::named(&kind));
    let certainty = certainty.and_then(|name| Certainty::named(&name)).unwrap_or(Certainty::Unsure);
    let speaker: Option<String> = row.get(15)?;
    let decision: Option<String> = row.get(21)?;
    Ok(Some(Bookmark {
        id,
        article: row.get(1)?,
        version: row.get(2)?,
        anchor: Anchor {
            start: points(3)?.unwrap_or(0),
            end: points(4)?.unwrap_or(0),
            exact: text(5)?,
            prefix: text(6)?,
            suffix: text(7)?,
            sentence,
        },
        note: text(10)?,
        tags: text(11)?.lines().map(str::to_owned).collect(),
        colour: Colour::numbered(row.get(12)?).unwrap_or_default(),
        created: time(13)?,
        modified: time(14)?,
        said: kind.map(|kind| Said { speaker, kind, certainty }),
        corrected: None,
        state: State::named(&text(18)?).unwrap_or(State::Unchecked),
        found: points(19)?.zip(points(20)?),
        decision: decision.and_then(|name| Decision::named(&name)),
    }))
}
