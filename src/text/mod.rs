//! Offsets and strings: spans, widths, words, sentences and screen lines; it knows no news.

pub mod sentences;
pub mod span;
pub mod tokens;
pub mod width;
