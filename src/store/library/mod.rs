//! The library: which articles were read, where reading stopped, and what else is remembered.

mod adopting;
mod articles;
mod bookmarks;
mod corrections;
mod error;
pub mod folder;
pub mod importing;
pub mod looking;
mod memory;
mod places;
mod reading;
pub mod schema;
mod shelves;
mod speakers;
mod standings;
mod today;
pub mod upkeep;
mod viewing;
mod written;

use std::fs::{DirBuilder, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};

pub use error::{Error, Kind};

/// The file beside the library that is written after a change that others are to notice: the database's own files
/// are written before the change can be seen.
pub const SIGNAL: &str = "library.changed";

/// How long another program's writing is waited for.
const PATIENCE: Duration = Duration::from_secs(5);

/// The library in one folder: an SQLite database, which several programs may use at once.
pub struct Library {
    connection: Connection,
    folder: PathBuf,
    /// Which file was opened, where the system numbers files.
    file: Option<(u64, u64)>,
    /// What the database says of the changes by others, when it was last asked (`PRAGMA data_version`).
    seen: i64,
}

impl Library {
    /// Opens the library, and makes it where there is none. A database that can't be read is left as it is.
    pub fn open(folder: &Path) -> Result<Self, Error> {
        let io = |error: io::Error| Error::from_io(folder, &error);
        let sql = |error: rusqlite::Error| Error::from_sql(folder, &error);
        make_folder(folder).map_err(io)?;
        let _turn = take_turn(folder).map_err(io)?;
        let path = folder.join("library.db");
        make_private(&path).map_err(io)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut connection = Connection::open_with_flags(&path, flags).map_err(sql)?;
        connection.busy_timeout(PATIENCE).map_err(sql)?;
        schema::prepare(&mut connection, folder, schema::STEPS)?;
        tune(&connection).map_err(sql)?;
        let seen = connection.pragma_query_value(None, "data_version", |row| row.get(0)).map_err(sql)?;
        Ok(Self { connection, folder: folder.to_owned(), file: number_of(&path), seen })
    }

    /// Fails where the file that was opened is not the library's any more: moved, removed, or another put in its place.
    pub fn check_place(&self) -> Result<(), Error> {
        let here = number_of(&self.folder.join("library.db"));
        if here == self.file { Ok(()) } else { Err(Error { folder: self.folder.clone(), kind: Kind::Gone }) }
    }

    /// Whether another connection changed the library since this was last asked, or since it was opened.
    pub fn is_changed(&mut self) -> Result<bool, Error> {
        let now = self.connection.pragma_query_value(None, "data_version", |row| row.get(0));
        let now = now.map_err(|error| Error::from_sql(&self.folder, &error))?;
        Ok(std::mem::replace(&mut self.seen, now) != now)
    }

    /// Tells other programs that something changed; where that can't be written, they notice later.
    fn announce(&self) {
        let _ = options().create(true).truncate(true).open(self.folder.join(SIGNAL)).and_then(|mut file| {
            use std::io::Write;
            file.write_all(b"changed\n")
        });
    }

    /// Lets the database grow no further than this many pages, as a full disk does.
    pub fn limit_pages(&mut self, pages: i64) -> Result<(), Error> {
        let limit = format!("PRAGMA max_page_count = {pages}");
        let limited = self.connection.query_row(&limit, [], |_| Ok(()));
        limited.map_err(|error| Error::from_sql(&self.folder, &error))
    }

    /// Whether each change from now on is on the disk before it counts as done. What a person made by hand
    /// wants that; a place of reading that a power cut takes back by a second does not.
    pub fn set_durable(&mut self, durable: bool) -> Result<(), Error> {
        let level = if durable { "FULL" } else { "NORMAL" };
        let set = self.connection.pragma_update(None, "synchronous", level);
        set.map_err(|error| Error::from_sql(&self.folder, &error))
    }

    /// Makes a change as a whole or not at all; another program's is waited for.
    fn change<T>(&mut self, change: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T>) -> Result<T, Error> {
        let connection = &mut self.connection;
        let done = connection.transaction_with_behavior(TransactionBehavior::Immediate).and_then(|transaction| {
            let value = change(&transaction)?;
            transaction.commit()?;
            Ok(value)
        });
        done.map_err(|error| Error::from_sql(&self.folder, &error))
    }
}

/// What a person reads is nobody else's business: the folder is closed to others where the system knows how.
fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Waits while another program opens the library: only one may make or migrate it. The turn ends when the file
/// is dropped. Where the disk knows no locks, nobody waits.
fn take_turn(folder: &Path) -> io::Result<File> {
    let path = folder.join("library.lock");
    if std::fs::metadata(&path).is_ok_and(|about| !about.is_file()) {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let turn = options().create(true).truncate(false).open(path)?;
    let end = Instant::now() + PATIENCE;
    while let Err(TryLockError::WouldBlock) = turn.try_lock() {
        if Instant::now() > end {
            return Err(io::ErrorKind::ResourceBusy.into());
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    Ok(turn)
}

/// Makes the database's file where there is none. One that is there is not touched: to open and close it here
/// would take the locks of another connection of this program away (POSIX).
fn make_private(path: &Path) -> io::Result<()> {
    match options().create_new(true).open(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        other => other.map(drop),
    }
}

#[cfg(unix)]
fn number_of(path: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata(path).ok().map(|about| (about.dev(), about.ino()))
}

#[cfg(not(unix))]
fn number_of(_path: &Path) -> Option<(u64, u64)> {
    None
}

/// To write a file that only its owner may read.
fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Readers and a writer at once, no wait for the disk at each change, no row without what it belongs to.
fn tune(connection: &Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "NORMAL")?;
    connection.pragma_update(None, "foreign_keys", true)
}

/// A path as the database keeps it: text, or bytes where it is not Unicode.
fn path_value(path: &Path) -> Value {
    if let Some(text) = path.to_str() {
        return Value::Text(text.to_owned());
    }
    #[cfg(unix)]
    return Value::Blob(std::os::unix::ffi::OsStrExt::as_bytes(path.as_os_str()).to_vec());
    #[cfg(not(unix))]
    Value::Text(path.to_string_lossy().into_owned())
}

/// The path that the database keeps; nothing where this system can't have it.
fn path_of(value: Value) -> Option<PathBuf> {
    match value {
        Value::Text(text) => Some(PathBuf::from(text)),
        #[cfg(unix)]
        Value::Blob(bytes) => Some(PathBuf::from(std::ffi::OsString::from(
            <std::ffi::OsStr as std::os::unix::ffi::OsStrExt>::from_bytes(&bytes),
        ))),
        _ => None,
    }
}
