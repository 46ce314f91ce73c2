//! Why the library can't be used, in words.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

use crate::text::printable::printable;

/// What went wrong with the library in one folder.
#[derive(Debug)]
pub struct Error {
    pub folder: PathBuf,
    pub kind: Kind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Versions of the schema: the one found, and the latest that this program reads.
    Newer {
        found: usize,
        reads: usize,
    },
    Damaged,
    /// The database is another program's.
    Foreign,
    Denied,
    /// A file stands where the folder should be.
    NotAFolder,
    Full,
    /// No copy can be made in that file, and why.
    NoCopy(String),
    /// Another program did not let go of it.
    Busy,
    /// It was moved, removed or replaced while it was open.
    Gone,
    Other(String),
}

impl Error {
    /// A sentence that says what is wrong, where, what to do, and what still works.
    pub fn sentence(&self) -> String {
        let backup = match &self.kind {
            Kind::Newer { .. } | Kind::Damaged => self.backup().map(|file| {
                let file = printable(&file.to_string_lossy());
                format!(" A backup is {file}; pullquote library restore FILE puts it in the library's place.")
            }),
            _ => None,
        };
        let folder = printable(&self.folder.to_string_lossy());
        let wrong = match &self.kind {
            Kind::Newer { found, reads } => format!(
                "the library was written by a newer pullquote (version {found}); this one reads version {reads}."
            ),
            Kind::Damaged => {
                "the library is damaged; move library.db away, and the next start makes a new one.".to_owned()
            }
            Kind::Foreign => "library.db is another program's; name another folder with --library DIR.".to_owned(),
            Kind::Denied => {
                "no permission to write the library; change the mode of the folder, or name another with --library DIR."
                    .to_owned()
            }
            Kind::NotAFolder => {
                "a file, where a folder for the library is needed; move it away, or name another with --library DIR."
                    .to_owned()
            }
            Kind::NoCopy(why) => return format!("{folder}: {why}; name another."),
            Kind::Full => "the disk is full, the library could not be written; make room.".to_owned(),
            Kind::Busy => "another program holds the library; close it, then try again.".to_owned(),
            Kind::Gone => "the library was moved, removed or replaced while it was open; start again.".to_owned(),
            Kind::Other(words) => format!("the library could not be used ({words})."),
        };
        let backup = backup.unwrap_or_default();
        format!("{folder}: {wrong}{backup} Articles can be read; nothing is remembered.")
    }

    /// A sentence for a library that can be read, but not written.
    pub fn only_read(&self) -> String {
        let folder = printable(&self.folder.to_string_lossy());
        format!(
            "{folder}: no permission to write the library. What it has is shown, and nothing new is kept; change the mode \
             of the folder, or name another with --library DIR."
        )
    }

    /// The latest copy of the library beside it, if there is one.
    fn backup(&self) -> Option<PathBuf> {
        let files = std::fs::read_dir(&self.folder).ok()?.filter_map(Result::ok);
        let is_copy = |name: &str| name.starts_with("library-") && name.ends_with(".db");
        let copies = files.filter(|file| file.file_name().to_str().is_some_and(is_copy));
        copies.max_by_key(|file| file.metadata().and_then(|about| about.modified()).ok()).map(|file| file.path())
    }

    pub fn from_io(folder: &Path, error: &io::Error) -> Self {
        let kind = match error.kind() {
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Kind::Denied,
            ErrorKind::NotADirectory | ErrorKind::AlreadyExists => Kind::NotAFolder,
            ErrorKind::ResourceBusy => Kind::Busy,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Kind::Full,
            _ => Kind::Other(error.to_string()),
        };
        Self { folder: folder.to_owned(), kind }
    }

    pub fn from_sql(folder: &Path, error: &rusqlite::Error) -> Self {
        let kind = match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => Kind::Damaged,
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => Kind::Denied,
            Some(ErrorCode::DiskFull) => Kind::Full,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Kind::Busy,
            _ => Kind::Other(error.to_string()),
        };
        Self { folder: folder.to_owned(), kind }
    }
}
