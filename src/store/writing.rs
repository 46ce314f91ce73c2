//! Writes files that a person names, as a whole or not at all.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use directories::BaseDirs;

/// Writes a file as a whole: what was there stays until all of the new one is written.
pub fn replace(file: &Path, text: &str) -> io::Result<()> {
    if file.exists() && !file.is_file() {
        return fs::write(file, text);
    }
    let part = PathBuf::from(format!("{}.part", file.to_string_lossy()));
    let written = fs::write(&part, text).and_then(|()| fs::rename(&part, file));
    if written.is_err() {
        let _ = fs::remove_file(&part);
    }
    written
}

/// The path that a person typed; `~/` is their own folder, as in a shell.
pub fn typed(path: &Path) -> PathBuf {
    let home = path.strip_prefix("~").ok().zip(BaseDirs::new());
    home.map_or_else(|| path.to_owned(), |(rest, folders)| folders.home_dir().join(rest))
}
