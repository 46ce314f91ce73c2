//! The slow work that is asked for, and what comes back from it.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;

use super::analysis::Analysis;
use super::article::{Article, Origin};
use super::settings::{Paths, Written};

/// Slow work, done on a thread of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Job {
    /// Read an article; its `Report`s carry the same number.
    Open { number: u64, origin: Origin },
    /// Find quotes and names in an opened article.
    Analyse { number: u64, article: Arc<Article> },
    /// Find the articles in files and folders.
    List { paths: Vec<PathBuf> },
    /// Read one article for its row in the list.
    Survey { origin: Origin },
    /// Give a text to a command; `title` is what the report is called.
    Pipe { title: String, words: Vec<String>, input: String },
    /// Open an address in a browser that has a window of its own.
    Browse { url: String, command: String },
    /// Read the files of settings again.
    Settings { paths: Paths },
}

/// What came of a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Report {
    Opened {
        number: u64,
        article: Arc<Article>,
    },
    /// The article could not be read: what, where, what to do.
    Refused {
        number: u64,
        sentence: String,
    },
    Analysed {
        number: u64,
        analysis: Arc<Analysis>,
    },
    Listed {
        origins: Vec<Origin>,
        problems: Vec<String>,
    },
    Surveyed {
        origin: Origin,
        survey: Result<Survey, String>,
    },
    /// What a command printed, or a sentence about why it failed.
    Piped {
        title: String,
        printed: Result<String, String>,
    },
    /// The address was given to a browser, or a sentence about why not.
    Browsed {
        done: Result<(), String>,
    },
    Settings {
        written: Box<Written>,
    },
    /// A job broke off: the sentence for the status row, and the article it was about.
    Failed {
        number: Option<u64>,
        sentence: String,
    },
}

/// What the article list says of one article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Survey {
    pub headline: String,
    pub byline: Option<String>,
    pub publisher: Option<String>,
    pub published: Option<Date>,
    pub words: usize,
    pub quotes: usize,
    /// Names, days and sums aside.
    pub names: usize,
    /// The first words of its text.
    pub opening: String,
    /// The voices that speak most, with how often.
    pub voices: Vec<(String, usize)>,
}
