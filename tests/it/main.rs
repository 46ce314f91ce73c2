//! All tests in one binary, one file a noun.

#![allow(clippy::unwrap_used, reason = "a test that can't go on fails")]

mod actions;
mod analysis_laws;
mod analysis_names;
mod analysis_quotes;
mod analysis_reports;
mod analysis_speakers;
mod anchoring;
mod at_hand;
mod bookmark_files;
mod bookmark_imports;
mod bookmarks;
mod checked_exports;
mod checking;
mod citation;
mod cli;
mod cli_bookmarks;
mod coreference;
mod correcting;
mod corrections;
mod decisions;
mod difference;
mod dragging;
mod edits;
mod english;
mod extract;
mod find;
mod flow;
mod gold;
mod harness;
mod held;
mod keeping;
mod killed;
mod layout;
mod lending;
mod library;
mod library_disk;
mod locate;
mod marking_passages;
mod marks;
mod measures;
mod merging;
mod noting;
mod overlays;
mod plain;
mod pty;
#[cfg(feature = "train")]
mod quote_measures;
mod reader;
mod remembered;
mod robustness;
mod ruling;
mod screens;
mod selecting;
mod sentences;
mod settings;
mod shelf_changes;
mod shelf_home;
mod shelf_screen;
mod shelf_screens;
mod syntax;
mod tagger;

mod terminal;
mod terminal_guests;
mod terminal_others;
mod tidy;
#[cfg(feature = "train")]
mod trainer;
mod undoing;
mod values;
mod waiting;
mod watch;
mod writing;
