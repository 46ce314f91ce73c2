//! What else is remembered: texts by their keys.

use rusqlite::Connection;

use super::{Error, Library};
use crate::model::place::Memory;

impl Library {
    /// All that is remembered beside articles.
    pub fn remembered(&self) -> Result<Memory, Error> {
        remembered(&self.connection).map_err(|error| Error::from_sql(&self.folder, &error))
    }

    /// Remembers a text under a key in place of what was there; without a text, the key is forgotten.
    pub fn remember(&mut self, key: &str, value: Option<&str>) -> Result<(), Error> {
        self.change(|rows| match value {
            Some(value) => rows.execute("INSERT OR REPLACE INTO memory (key, value) VALUES (?1, ?2)", [key, value]),
            None => rows.execute("DELETE FROM memory WHERE key = ?1", [key]),
        })
        .map(drop)
    }
}

fn remembered(rows: &Connection) -> rusqlite::Result<Memory> {
    let mut memory = Memory::default();
    let mut statement = rows.prepare("SELECT key, value FROM memory")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        memory.set(&row.get::<_, String>(0)?, &row.get::<_, String>(1)?);
    }
    Ok(memory)
}
