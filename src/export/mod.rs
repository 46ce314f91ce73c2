//! An article with its analysis, for other programs and for paper.

pub mod bookmarks;
pub mod citation;
pub mod json;
pub mod plain;
