//! Opens a library to be read only: where it can't be written, or needs not be.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::{Error, Kind, Library, PATIENCE, number_of, schema};

impl Library {
    /// Opens the library of a folder to read in it; nothing where there is none, and none is made. One that can't be
    /// written will do.
    pub fn open_if_there(folder: &Path) -> Result<Option<Self>, Error> {
        if !folder.join("library.db").is_file() {
            return Ok(None);
        }
        match Self::open(folder) {
            Err(error) if error.kind == Kind::Denied => Self::open_to_read(folder).map(Some).map_err(|_| error),
            opened => opened.map(Some),
        }
    }

    /// Opens a library that can't be written. Nothing is made beside it; what another program has not written into
    /// the database itself yet is seen where the system lets it be.
    pub fn open_to_read(folder: &Path) -> Result<Self, Error> {
        let sql = |error: rusqlite::Error| Error::from_sql(folder, &error);
        let path = folder.join("library.db");
        let connection = open(&path, "mode=ro").or_else(|_| open(&path, "immutable=1")).map_err(sql)?;
        schema::check_latest(&connection, folder)?;
        let seen = connection.pragma_query_value(None, "data_version", |row| row.get(0)).map_err(sql)?;
        Ok(Self { connection, folder: folder.to_owned(), file: number_of(&path), seen })
    }
}

/// Opens a database and looks into it, since only that tells whether it can be read so.
fn open(path: &Path, how: &str) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    let connection = Connection::open_with_flags(format!("file:{}?{how}", address(path)), flags)?;
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "query_only", true)?;
    connection.query_row("SELECT count(*) FROM article", [], |_| Ok(()))?;
    Ok(connection)
}

/// A path as a URI has it: every byte that could mean something there by its number.
fn address(path: &Path) -> String {
    let is_plain = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'.' | b'-' | b'_' | b':');
    let bytes = path.as_os_str().as_encoded_bytes();
    bytes
        .iter()
        .map(|byte| if is_plain(byte) { char::from(*byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}
