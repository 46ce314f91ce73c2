//! Offsets and strings: spans, widths, words, sentences and screen lines; it knows no news.

pub mod counting;
pub mod difference;
pub mod find;
pub mod flow;
pub mod fragments;
pub mod layout;
pub mod passage;
pub mod points;
pub mod printable;
pub mod sentences;
pub mod span;
pub mod tokens;
pub mod width;
pub mod writing;
