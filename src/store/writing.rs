//! Writes files that a person names, as a whole or not at all.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use directories::BaseDirs;

use crate::text::printable::printable;

/// Writes a file as a whole: what was there stays until all of the new one is on the disk.
pub fn replace(file: &Path, text: &str) -> io::Result<()> {
    if file.exists() && !file.is_file() {
        return fs::write(file, text);
    }
    let part = PathBuf::from(format!("{}.part", file.to_string_lossy()));
    let write = |mut file: File| file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
    let written = File::create(&part).and_then(write).and_then(|()| fs::rename(&part, file));
    if written.is_err() {
        let _ = fs::remove_file(&part);
    }
    written
}

/// Why a file could not be written, as the end of a sentence.
pub fn unwritten(file: &Path, error: &io::Error) -> String {
    let folder = file.parent().filter(|folder| error.kind() == ErrorKind::NotFound && !folder.exists());
    let folder = folder.map(|folder| format!("there is no folder {}", printable(&folder.to_string_lossy())));
    format!("could not be written ({}).", folder.unwrap_or_else(|| error.to_string()))
}

/// The path that a person typed; `~/` is their own folder, as in a shell.
pub fn typed(path: &Path) -> PathBuf {
    let home = path.strip_prefix("~").ok().zip(BaseDirs::new());
    home.map_or_else(|| path.to_owned(), |(rest, folders)| folders.home_dir().join(rest))
}
