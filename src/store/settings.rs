//! The files of a person's settings: where they are, and what stands in them.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use super::files::small_text;
use crate::model::settings::{Paths, Written, WrittenFile};
use crate::text::printable::printable;

/// More bytes than any settings have; what is longer is not read to its end.
const MOST_BYTES: u64 = 1 << 20;
/// The most themes of one's own.
const MOST_THEMES: usize = 100;

/// Where the files of settings are: the given file with those beside it, or the system's folder for them, which
/// `XDG_CONFIG_HOME` names on every system where it is set.
pub fn paths(given: Option<&Path>) -> Option<Paths> {
    let xdg = std::env::var_os("XDG_CONFIG_HOME").filter(|folder| !folder.is_empty());
    let own = || xdg.map(|folder| PathBuf::from(folder).join("pullquote"));
    let system = || ProjectDirs::from("", "", "pullquote").map(|folders| folders.config_dir().to_owned());
    let settings = match given {
        Some(file) => file.to_owned(),
        None => own().or_else(system)?.join("config.toml"),
    };
    let folder = settings.parent().map(Path::to_owned).unwrap_or_default();
    Some(Paths { keys: folder.join("keys.toml"), themes: folder.join("themes"), settings })
}

/// All that stands in the files; what can't be read is a sentence in its place.
pub fn read(paths: Option<Paths>) -> Written {
    let Some(paths) = paths else { return Written::default() };
    let (settings, keys, themes) = (file(&paths.settings), file(&paths.keys), themes(&paths.themes));
    Written { settings, keys, themes, paths: Some(paths) }
}

fn themes(folder: &Path) -> Vec<(String, WrittenFile)> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut found: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .collect();
    found.sort();
    found.truncate(MOST_THEMES);
    let name = |path: &Path| path.file_stem().map(|stem| printable(&stem.to_string_lossy())).unwrap_or_default();
    found.iter().map(|path| (name(path), file(path))).collect()
}

fn file(path: &Path) -> WrittenFile {
    let text = match small_text(path, MOST_BYTES) {
        Ok(text) => Some(Ok(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => Some(Err(sentence(&error))),
    };
    WrittenFile { name: printable(&path.to_string_lossy()), text }
}

fn sentence(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::IsADirectory => "this is not a file; the defaults hold.".to_owned(),
        io::ErrorKind::FileTooLarge => "too large for settings; the defaults hold.".to_owned(),
        io::ErrorKind::InvalidData => "this is not text in UTF-8; the defaults hold.".to_owned(),
        io::ErrorKind::PermissionDenied => "no permission to read it; the defaults hold.".to_owned(),
        _ => format!("could not be read ({error}); the defaults hold."),
    }
}

/// Makes a file of settings with its first text where there is none, for an editor to open.
pub fn make(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    match File::options().write(true).create_new(true).open(path) {
        Ok(mut file) => file.write_all(text.as_bytes()).and_then(|()| file.sync_all()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(error),
    }
}
