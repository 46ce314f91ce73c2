//! One piece of news: its headline, byline, dates and address, and its text.

use std::path::PathBuf;

use jiff::civil::Date;

use super::document::Document;

/// One article (schema.org `NewsArticle`).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Article {
    pub headline: Option<String>,
    pub byline: Option<String>,
    pub publisher: Option<String>,
    pub published: Option<Date>,
    pub modified: Option<Date>,
    /// The canonical address of the page.
    pub url: Option<String>,
    /// A BCP 47 tag, as the page declares it.
    pub language: Option<String>,
    pub document: Document,
    /// Words of the article itself, divided by white space.
    pub words: usize,
}

/// Where an article is read from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    File(PathBuf),
    /// Standard input, read once.
    Input,
    /// A bundled sample, by its place in the list.
    Sample(usize),
    /// The latest text that the library keeps of an article, by the article's number there.
    Kept(i64),
}

/// How the bytes of an article are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Plain,
    Markdown,
    Html,
}

impl Article {
    /// The headline, or what can stand for it.
    pub fn title(&self) -> &str {
        self.headline.as_deref().unwrap_or("Untitled")
    }
}
