//! All tests in one binary, one file a noun.

#![allow(clippy::unwrap_used, reason = "a test that can't go on fails")]

mod actions;
mod analysis_laws;
mod analysis_names;
mod analysis_quotes;
mod analysis_speakers;
mod cli;
mod extract;
mod flow;
mod harness;
mod layout;
mod library;
mod library_disk;
mod locate;
mod marks;
mod plain;
mod reader;
mod screens;
mod sentences;
mod settings;
mod terminal;
mod tidy;
mod watch;
