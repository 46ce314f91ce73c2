//! Where the library is on the disk.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use directories::ProjectDirs;

/// The folder of the library: the one that was given, else what `PULLQUOTE_LIBRARY` says, else the one of the
/// settings, else `pullquote` in `XDG_DATA_HOME` (XDG Base Directory Specification; heeded on every system), else
/// where the system keeps such things. None where a person has no folder of their own.
pub fn folder(given: Option<PathBuf>, set: Option<PathBuf>) -> Option<PathBuf> {
    folder_by(given, set, |name| env::var_os(name))
}

/// `folder`, with the environment as a function from names to values.
pub fn folder_by(
    given: Option<PathBuf>,
    set: Option<PathBuf>,
    variable: impl Fn(&str) -> Option<OsString>,
) -> Option<PathBuf> {
    let named = |name| variable(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    // The specification has a relative path passed over.
    let data = || named("XDG_DATA_HOME").filter(|path| path.is_absolute()).map(|path| path.join("pullquote"));
    let system = || ProjectDirs::from("", "", "pullquote").map(|dirs| dirs.data_dir().to_owned());
    given.or_else(|| named("PULLQUOTE_LIBRARY")).or(set).or_else(data).or_else(system)
}
