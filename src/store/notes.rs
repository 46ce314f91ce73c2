//! A note that is lent to an editor, in a folder that only its writer may read.

use std::fs::{self, DirBuilder};
use std::io;
use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::files::small_text;
use crate::text::printable::printable;

/// More bytes than any note has.
const MOST_BYTES: u64 = 1 << 20;

/// Writes a note to a file of its own; copies that an editor makes beside it are as private.
pub fn lend(text: &str) -> io::Result<PathBuf> {
    let folder = std::env::temp_dir().join(format!("pullquote-{}", Uuid::new_v4()));
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(&folder)?;
    let path = folder.join("note.md");
    let line_end = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
    fs::write(&path, format!("{text}{line_end}"))?;
    Ok(path)
}

/// What stands in the file, which is removed then; what can't be taken up stays, and the sentence says where.
pub fn take(path: &Path) -> Result<String, String> {
    let text = small_text(path, MOST_BYTES).map_err(|error| {
        let why = match error.kind() {
            io::ErrorKind::InvalidData => "is not text in UTF-8".to_owned(),
            io::ErrorKind::FileTooLarge => "is too long for a note".to_owned(),
            _ => format!("can't be read ({error})"),
        };
        format!("What was written {why}; it is left in {}. The note is as it was.", printable(&path.to_string_lossy()))
    })?;
    remove(path);
    Ok(text)
}

/// Removes the file, and all that an editor left beside it.
pub fn remove(path: &Path) {
    if let Some(folder) = path.parent() {
        // What is left of it in the folder for such files is nobody's loss.
        let _ = fs::remove_dir_all(folder);
    }
}
