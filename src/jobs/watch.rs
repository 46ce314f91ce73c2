//! Notices when a file that is on the screen changes on the disk.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

/// Watches a few files at a time. Where the system can't, or a folder goes away, there is simply no notice.
pub struct Watch {
    /// None where the system has no watcher to give.
    watcher: Option<RecommendedWatcher>,
    folders: BTreeSet<PathBuf>,
    seen: Arc<Mutex<Seen>>,
}

/// The watched files, each as it was last seen.
type Seen = BTreeMap<PathBuf, Option<Stamp>>;

/// When a file was last written, and its length in bytes.
type Stamp = (Option<SystemTime>, u64);

impl Watch {
    /// Calls `send`, on a thread of the watcher, with the path of a watched file whenever it has changed: once
    /// for each state that it is seen in, however many events there are. A file that is gone or empty is about to
    /// be written, and is not reported.
    pub fn new(send: impl Fn(PathBuf) + Send + 'static) -> Self {
        let seen = Arc::new(Mutex::new(Seen::new()));
        let shared = Arc::clone(&seen);
        let watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            if event.is_ok() {
                changed(&mut hold(&shared)).into_iter().for_each(&send);
            }
        });
        Self { watcher: watcher.ok(), folders: BTreeSet::new(), seen }
    }

    /// Watches these files from now on, in place of those before.
    pub fn set(&mut self, paths: Vec<PathBuf>) {
        let folders: BTreeSet<PathBuf> = paths.iter().flat_map(|path| folders_of(path)).collect();
        {
            let mut seen = hold(&self.seen);
            let mut before = std::mem::take(&mut *seen);
            seen.extend(paths.into_iter().map(|path| {
                let stamp = before.remove(&path).unwrap_or_else(|| stamp(&path));
                (path, stamp)
            }));
        }
        let Some(watcher) = &mut self.watcher else { return };
        for folder in self.folders.difference(&folders) {
            let _ = watcher.unwatch(folder);
        }
        for folder in &folders {
            // A folder that was watched is watched anew: it may have been removed and made again.
            let _ = watcher.watch(folder, RecursiveMode::NonRecursive);
        }
        self.folders = folders;
    }
}

fn hold(seen: &Mutex<Seen>) -> MutexGuard<'_, Seen> {
    seen.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The files that are not as they were last seen.
fn changed(seen: &mut Seen) -> Vec<PathBuf> {
    let mut paths = Vec::new();
    for (path, last) in seen.iter_mut() {
        let now = stamp(path);
        if now.is_some() && now != *last {
            *last = now;
            paths.push(path.clone());
        }
    }
    paths
}

/// Nothing for a file that is gone or empty.
fn stamp(path: &Path) -> Option<Stamp> {
    let about = fs::metadata(path).ok()?;
    (about.len() > 0).then(|| (about.modified().ok(), about.len()))
}

/// The folders in which a file's changes happen: editors replace a file rather than write into it, so the
/// folder is watched; for a link, also the one that it leads to.
fn folders_of(path: &Path) -> Vec<PathBuf> {
    let folder = |path: PathBuf| path.parent().map(Path::to_owned);
    let here = std::path::absolute(path).ok().and_then(folder);
    let there = fs::canonicalize(path).ok().and_then(folder);
    here.into_iter().chain(there).collect()
}
