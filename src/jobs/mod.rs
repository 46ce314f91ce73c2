//! Does the slow work: reading, extracting, analysing, on threads of its own.

pub mod ingest;
pub mod keeper;
pub mod outside;
pub mod watch;
pub mod workers;
