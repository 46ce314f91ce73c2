//! The tables of the library, and how an older library becomes a newer one.

use std::fs;
use std::path::Path;

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use super::error::{Error, Kind};

/// The steps from an empty database to the latest version; a step that was published is never edited.
pub const STEPS: &[M<'static>] = &[
    M::up(VERSION_1),
    M::up(VERSION_2),
    M::up(VERSION_3),
    M::up(VERSION_4),
    M::up(VERSION_5),
    M::up(VERSION_6),
    M::up(VERSION_7),
];

/// Marks a database as a library of this program (`PRAGMA application_id`): the letters "plqt".
const OURS: i32 = 0x706c_7174;

/// Numbers are never given twice (AUTOINCREMENT): another program may still hold the number of a row that was
/// removed. `path` is text where the path is Unicode, else its bytes. Times are milliseconds since 1970 (UTC).
const VERSION_1: &str = "
    PRAGMA application_id = 0x706c7174;
    CREATE TABLE article (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        canonical_url TEXT UNIQUE,
        publisher TEXT,
        headline TEXT NOT NULL
    ) STRICT;
    CREATE TABLE origin (
        article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
        source TEXT NOT NULL CHECK (source IN ('file', 'input', 'sample')),
        path ANY NOT NULL,
        seen INTEGER NOT NULL,
        UNIQUE (source, path)
    ) STRICT;
    CREATE INDEX origin_article ON origin (article);
    CREATE TABLE version (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
        text_hash TEXT NOT NULL,
        extractor TEXT NOT NULL,
        text TEXT NOT NULL,
        fetched INTEGER NOT NULL,
        UNIQUE (article, text_hash)
    ) STRICT;
    CREATE INDEX version_text ON version (text_hash);
    CREATE TABLE place (
        article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
        version INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
        start INTEGER NOT NULL,
        \"end\" INTEGER NOT NULL,
        exact TEXT NOT NULL,
        prefix TEXT NOT NULL,
        suffix TEXT NOT NULL,
        progress INTEGER NOT NULL,
        read INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX place_version ON place (version);
    CREATE INDEX place_read ON place (read);
    CREATE TABLE memory (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT;
";

/// What a reader put right about the names of an article, in order. `name` and `kind` are the name as it stood;
/// `words` and `words_kind` the other name, the form or the kind that the change is about. What is undone stays, to
/// be done again.
const VERSION_2: &str = "
    CREATE TABLE correction (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        change TEXT NOT NULL CHECK (change IN ('merge', 'split', 'rename', 'retype', 'not-a-name')),
        words TEXT NOT NULL,
        words_kind TEXT NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX correction_article ON correction (article);
";

/// What a reader says of quotes stands in the same table as what they put right about names, since the two have one
/// order. Of a quote, `spans` holds an anchor for each part of it, as JSON: [[start, end, exact, prefix, suffix], …];
/// `kind` is its kind, `words` and `words_kind` are the speaker (the kind of the name, `typed`, `unnamed` or
/// `nobody`), and `found`, `certainty` and `analyser` are what the program had found when the reader said so. `cited`
/// is a quote that was copied with its speaker's name.
const VERSION_3: &str = "
    ALTER TABLE correction RENAME TO correction_of_names;
    CREATE TABLE correction (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        change TEXT NOT NULL CHECK (change IN ('merge', 'split', 'rename', 'retype', 'not-a-name',
            'speaker', 'quote-kind', 'not-a-quote', 'quote', 'right', 'cited')),
        words TEXT NOT NULL,
        words_kind TEXT NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0,
        spans TEXT NOT NULL DEFAULT '',
        found TEXT NOT NULL DEFAULT '',
        certainty TEXT NOT NULL DEFAULT '',
        analyser INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    INSERT INTO correction (id, article, name, kind, change, words, words_kind, undone)
        SELECT id, article, name, kind, change, words, words_kind, undone FROM correction_of_names;
    DROP TABLE correction_of_names;
    CREATE INDEX correction_article ON correction (article);
";

/// Passages that were kept. `version` is the text that one was made on; it can't be removed while it is pointed to.
/// `tags` are those that do not stand in the note, one a line; `bookmark_tag` has all of them, in lower case, to be
/// looked for. `found_` is where it stands in the text that it was last looked for in, in code points.
const VERSION_4: &str = "
    ALTER TABLE article ADD COLUMN byline TEXT;
    ALTER TABLE article ADD COLUMN published TEXT;
    CREATE TABLE bookmark (
        id TEXT PRIMARY KEY,
        article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
        version INTEGER NOT NULL REFERENCES version,
        start INTEGER NOT NULL,
        \"end\" INTEGER NOT NULL,
        exact TEXT NOT NULL,
        prefix TEXT NOT NULL,
        suffix TEXT NOT NULL,
        sentence_start INTEGER,
        sentence_exact TEXT,
        note TEXT NOT NULL,
        tags TEXT NOT NULL,
        colour INTEGER NOT NULL CHECK (colour BETWEEN 1 AND 4),
        created INTEGER NOT NULL,
        modified INTEGER NOT NULL,
        speaker TEXT,
        quote_kind TEXT,
        certainty TEXT,
        state TEXT NOT NULL,
        found_version INTEGER,
        found_start INTEGER,
        found_end INTEGER
    ) STRICT;
    CREATE INDEX bookmark_article ON bookmark (article, start);
    CREATE INDEX bookmark_version ON bookmark (version);
    CREATE TABLE bookmark_tag (
        tag TEXT NOT NULL,
        bookmark TEXT NOT NULL REFERENCES bookmark ON DELETE CASCADE,
        PRIMARY KEY (tag, bookmark)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX bookmark_tag_bookmark ON bookmark_tag (bookmark);
";

/// `paragraphs` is how many code points of the text stand before each of its paragraphs, divided by blanks; empty
/// where that is not known.
const VERSION_5: &str = "ALTER TABLE version ADD COLUMN paragraphs TEXT NOT NULL DEFAULT '';";

/// The paragraphs stand behind the text in their row; read from here, the texts of all articles are not.
const VERSION_6: &str = "CREATE INDEX version_paragraphs ON version (article, id, paragraphs);";

/// What the reader said of other words in the place of a passage: `old words` or `lost`; nothing where it is to be
/// asked. It holds whatever becomes of the text. The latest text of an article is the one that was `fetched` last.
const VERSION_7: &str = "
    DROP INDEX version_paragraphs;
    CREATE INDEX version_latest ON version (article, fetched, id, paragraphs);
    ALTER TABLE bookmark ADD COLUMN decision TEXT;
    UPDATE bookmark SET decision = 'old words' WHERE state = 'old words';
";

/// Brings a database in `folder` to the last of `steps`.
///
/// One that is newer, damaged or another program's is refused and left as it is. Before an older library is
/// changed, a copy is made beside it: `library-before-v3.db`.
pub fn prepare(connection: &mut Connection, folder: &Path, steps: &[M<'_>]) -> Result<(), Error> {
    let failed = |error: rusqlite::Error| Error::from_sql(folder, &error);
    let refused = |kind| Err(Error { folder: folder.to_owned(), kind });
    let latest = steps.len();
    let found: usize = number(connection, "user_version").map_err(failed)?.try_into().unwrap_or(0);
    let mark = number(connection, "application_id").map_err(failed)?;
    let is_empty = number(connection, "schema_version").map_err(failed)? == 0;
    if !is_empty && mark != i64::from(OURS) {
        return refused(Kind::Foreign);
    }
    if found > latest {
        return refused(Kind::Newer { found, reads: latest });
    }
    if found == latest {
        return Ok(());
    }
    if found > 0 {
        back_up(connection, folder, latest)?;
    }
    Migrations::from_slice(steps).to_latest(connection).map_err(|error| match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => failed(err),
        other => Error { folder: folder.to_owned(), kind: Kind::Other(other.to_string()) },
    })
}

/// Whether a database that is only read is a library that this program reads; `file` is what is called wrong.
pub fn check(connection: &Connection, file: &Path) -> Result<(), Error> {
    let failed = |error: rusqlite::Error| Error::from_sql(file, &error);
    let refused = |kind| Err(Error { folder: file.to_owned(), kind });
    let (found, reads) = (number(connection, "user_version").map_err(failed)?, STEPS.len());
    if number(connection, "application_id").map_err(failed)? != i64::from(OURS) {
        return refused(Kind::Foreign);
    }
    match usize::try_from(found) {
        Ok(found) if found > reads => refused(Kind::Newer { found, reads }),
        _ => Ok(()),
    }
}

/// `check`, where an older library can't be brought up to date either.
pub fn check_latest(connection: &Connection, folder: &Path) -> Result<(), Error> {
    check(connection, folder)?;
    let found = number(connection, "user_version").map_err(|error| Error::from_sql(folder, &error))?;
    let is_latest = usize::try_from(found) == Ok(STEPS.len());
    if is_latest { Ok(()) } else { Err(Error { folder: folder.to_owned(), kind: Kind::Denied }) }
}

fn number(connection: &Connection, pragma: &str) -> rusqlite::Result<i64> {
    connection.pragma_query_value(None, pragma, |row| row.get(0))
}

/// Copies the library beside itself; a copy that was not finished never stands under the final name.
fn back_up(connection: &Connection, folder: &Path, version: usize) -> Result<(), Error> {
    let whole = folder.join(format!("library-before-v{version}.db"));
    let part = whole.with_extension("part");
    let _ = fs::remove_file(&part);
    super::make_private(&part).map_err(|error| Error::from_io(folder, &error))?;
    let copied = connection.execute("VACUUM INTO ?1", [super::path_value(&part)]);
    copied.map_err(|error| Error::from_sql(folder, &error))?;
    fs::rename(&part, &whole).map_err(|error| Error::from_io(folder, &error))
}
