//! The log: what happened, as lines in a file, for finding faults.

use std::fs::File;
use std::path::Path;

use crate::text::printable::printable;
use tracing_appender::non_blocking::WorkerGuard;

/// Begins to write to a file, by a thread of its own; the log ends with the guard.
pub fn start(path: &Path) -> Result<WorkerGuard, String> {
    let file = File::options().create(true).append(true).open(path);
    let file = file.map_err(|error| {
        format!("{}: the log can't be written there ({error}).", printable(&path.to_string_lossy()))
    })?;
    let (writer, guard) = tracing_appender::non_blocking(file);
    tracing_subscriber::fmt().with_writer(writer).with_ansi(false).with_max_level(tracing::Level::DEBUG).init();
    tracing::info!(version = env!("CARGO_PKG_VERSION"), "started");
    Ok(guard)
}
