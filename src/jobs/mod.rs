//! Does the slow work: reading, extracting, analysing, on threads of its own.

pub mod browsers;
pub mod clipboard;
pub mod corrected;
pub mod ingest;
pub mod keeper;
pub mod notice;
pub mod pipes;
pub mod watch;
pub mod workers;
pub mod writing;
