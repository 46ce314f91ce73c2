//! Writes bookmarks to a file that the reader names.

use std::path::Path;

use crate::export::bookmarks::{Format, write};
use crate::model::shelf::Shelf;
use crate::model::work::Wrote;
use crate::store::writing::{replace, typed, unwritten};
use crate::text::printable::printable;

/// Writes them in the form that the ending of the name says, Markdown where it says none.
pub fn written(file: &Path, shelves: &[Shelf], may_replace: bool) -> Wrote {
    let path = typed(file);
    let refused = |why: String| Wrote::Failed(format!("{}: {why}", printable(&file.to_string_lossy())));
    match path.try_exists() {
        _ if path.is_dir() => return refused("a folder; name a file in it.".to_owned()),
        Ok(true) if !may_replace => return Wrote::IsThere,
        _ => {}
    }
    match replace(&path, &write(Format::of(&path).unwrap_or(Format::Markdown), shelves)) {
        Ok(()) => Wrote::Done,
        Err(error) => refused(unwritten(&path, &error)),
    }
}
