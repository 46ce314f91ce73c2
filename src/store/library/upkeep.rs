//! Looking after the library: whether it is sound, a copy of it, a copy put in its place, an article forgotten.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags};

use super::{Error, Kind, Library, make_folder, make_private, options, path_value, schema, take_turn};
use crate::text::printable::printable;

/// Pages of the database that are copied at a time.
const PAGES: i32 = 256;

impl Library {
    /// What is wrong in the database, a line each; nothing where it is sound.
    pub fn problems(&self) -> Result<Vec<String>, Error> {
        let problems = problems(&self.connection);
        problems.map_err(|error| Error::from_sql(&self.folder, &error))
    }

    /// How many articles and bookmarks it has.
    pub fn size(&self) -> Result<(usize, usize), Error> {
        let sql = "SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM bookmark)";
        let counted = self.connection.query_row(sql, [], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)));
        let (articles, bookmarks) = counted.map_err(|error| Error::from_sql(&self.folder, &error))?;
        Ok((articles.try_into().unwrap_or(0), bookmarks.try_into().unwrap_or(0)))
    }

    /// Copies the library, as it is at this moment, to a file that is not there yet.
    pub fn back_up(&self, file: &Path) -> Result<(), Error> {
        options().create_new(true).open(file).map_err(|error| {
            let why = match error.kind() {
                ErrorKind::AlreadyExists => "there is a file already".to_owned(),
                _ => format!("the copy can't be written there ({error})"),
            };
            Error { folder: file.to_owned(), kind: Kind::NoCopy(why) }
        })?;
        let copied = self.connection.execute("VACUUM INTO ?1", [path_value(file)]);
        copied.map(drop).map_err(|error| {
            let _ = fs::remove_file(file);
            Error::from_sql(&self.folder, &error)
        })
    }

    /// Removes all that is stored of an article: its texts, its place, its corrections, its bookmarks.
    pub fn forget(&mut self, article: i64) -> Result<(), Error> {
        self.set_durable(true)?;
        let gone = self.change(|rows| {
            rows.execute("DELETE FROM bookmark WHERE article = ?1", [article])?;
            rows.execute("DELETE FROM article WHERE id = ?1", [article]).map(drop)
        });
        self.set_durable(false)?;
        gone?;
        self.announce();
        Ok(())
    }
}

fn problems(rows: &Connection) -> rusqlite::Result<Vec<String>> {
    let said = super::shelves::listed(rows, "PRAGMA integrity_check", [], |row| row.get(0).map(Some))?;
    let mut problems: Vec<String> = said.into_iter().filter(|line: &String| line != "ok").collect();
    let orphans = super::shelves::listed(rows, "PRAGMA foreign_key_check", [], |row| {
        let table: String = row.get(0)?;
        Ok(Some(format!("a row of {table} belongs to nothing")))
    })?;
    problems.extend(orphans);
    Ok(problems)
}

/// A copy of a library that is to be put in the place of one; a sentence where the file is no sound one that this
/// program reads.
pub fn copy(file: &Path) -> Result<Connection, String> {
    let wrong = |words: &str| format!("{}: {words} The library is as it was.", printable(&file.to_string_lossy()));
    match fs::File::open(file) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Err(wrong("there is no such file.")),
        Err(error) => return Err(wrong(&format!("it can't be read ({error})."))),
        Ok(_) => {}
    }
    opened(file).map_err(|error| match error.kind {
        Kind::Newer { found, reads } => {
            wrong(&format!("it was written by a newer pullquote (version {found}); this one reads version {reads}."))
        }
        Kind::Damaged => wrong("this copy is damaged, or no copy of a library; name another."),
        Kind::Foreign => wrong("it is no copy of a library of pullquote; name another."),
        Kind::Other(words) => wrong(&format!("it can't be read ({words}).")),
        _ => wrong("it can't be read as a copy of a library; name another."),
    })
}

fn opened(file: &Path) -> Result<Connection, Error> {
    let sql = |error: rusqlite::Error| Error::from_sql(file, &error);
    let copy = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(sql)?;
    schema::check(&copy, file)?;
    let is_sound = problems(&copy).map_err(sql)?.is_empty();
    if is_sound { Ok(copy) } else { Err(Error { folder: file.to_owned(), kind: Kind::Damaged }) }
}

/// Puts a copy of a library in the place of the one in a folder; what was there is moved to a file beside it, whose
/// path this returns. A file that is no sound library of this program is refused, and nothing is changed.
pub fn restore(folder: &Path, file: &Path) -> Result<Option<PathBuf>, String> {
    put(folder, &copy(file)?).map_err(|error| error.sentence())
}

fn put(folder: &Path, copy: &Connection) -> Result<Option<PathBuf>, Error> {
    let sql = |error: rusqlite::Error| Error::from_sql(folder, &error);
    let io = |error: std::io::Error| Error::from_io(folder, &error);
    make_folder(folder).map_err(io)?;
    let _turn = take_turn(folder).map_err(io)?;
    let part = folder.join("library-restored.part");
    let _ = fs::remove_file(&part);
    make_private(&part).map_err(io)?;
    let mut new = Connection::open(&part).map_err(sql)?;
    Backup::new(copy, &mut new)
        .and_then(|backup| backup.run_to_completion(PAGES, Duration::ZERO, None))
        .map_err(sql)?;
    new.close().map_err(|(_, error)| sql(error))?;
    let library = folder.join("library.db");
    let aside =
        library.exists().then(|| free(folder)).map(|aside| set_aside(&library, aside)).transpose().map_err(io)?;
    fs::rename(&part, &library).map_err(io)?;
    Ok(aside)
}

/// Moves the library away with what was not yet written into it.
fn set_aside(library: &Path, aside: PathBuf) -> std::io::Result<PathBuf> {
    // Where it can be opened, closing it writes all of it into one file.
    drop(Connection::open(library).and_then(|rows| rows.pragma_update(None, "wal_checkpoint", "TRUNCATE")));
    fs::rename(library, &aside)?;
    for ending in ["-wal", "-shm"] {
        let with = |path: &Path| PathBuf::from(format!("{}{ending}", path.to_string_lossy()));
        if with(library).exists() {
            fs::rename(with(library), with(&aside))?;
        }
    }
    Ok(aside)
}

/// A name beside the library that nothing has.
fn free(folder: &Path) -> PathBuf {
    let named = |number: usize| folder.join(format!("library-before-restore-{number}.db"));
    (1..).map(named).find(|path| !path.exists()).unwrap_or_else(|| named(0))
}
