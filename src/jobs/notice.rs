//! Notices when another program says that it changed the library.

use std::path::Path;

use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use crate::store::library::SIGNAL;

/// Calls `tell`, on a thread of the watcher, whenever the file is written that a change to the library ends with, for
/// as long as what this returns lives. Nothing where the system has no watcher to give.
pub fn watch(library: &Path, tell: impl Fn() + Send + 'static) -> Option<RecommendedWatcher> {
    let said = move |event: notify::Result<Event>| {
        let Ok(event) = event else { return };
        let is_signal = event.paths.iter().any(|path| path.file_name().is_some_and(|name| name == SIGNAL));
        if is_signal && (event.kind.is_modify() || event.kind.is_create()) {
            tell();
        }
    };
    let mut watcher = notify::recommended_watcher(said).ok()?;
    // The folder, since the file may not be there yet.
    watcher.watch(library, RecursiveMode::NonRecursive).ok()?;
    Some(watcher)
}
