//! The slow work that is asked for, and what comes back from it.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;

use super::analysis::Analysis;
use super::article::{Article, Origin};
use super::bookmark::{Bookmark, Change};
use super::correction::{Journal, NameCorrection, Step};
use super::place::{Memory, Recent};
use super::preview::Preview;
use super::settings::{Paths, Written};
use super::shelf::{Held, Shelf};
use super::tally::Tally;

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
    /// Give a text to the clipboard of the system.
    Copy { text: String },
    /// End the commands that still run.
    StopCommands,
    /// Open an address in a browser that has a window of its own.
    Browse { url: String, command: String },
    /// Say all that is remembered from earlier runs.
    Remembered,
    /// Note in the library that an article was opened, and where reading stopped in it.
    Recall { number: u64, origin: Origin, article: Arc<Article> },
    /// Keep where one is in an article, which the library knows by these numbers.
    KeepPlace { known: (i64, i64), article: Arc<Article>, reached: Reached },
    /// Keep what was done to the corrections of an article, which the library knows by these numbers.
    Correct { number: u64, known: (i64, i64), steps: Vec<Step> },
    /// Keep what was done to bookmarks, in order.
    KeepBookmarks { number: u64, changes: Vec<Change> },
    /// Say all bookmarks of the library.
    Bookmarks,
    /// Say every tag of the library.
    Tags,
    /// Say which corrections of an article the library holds now, which knows it by these numbers.
    Corrections { number: u64, known: (i64, i64) },
    /// Look for the bookmarks of an article in its text, both known to the library by these numbers.
    AnchorBookmarks { number: u64, known: (i64, i64) },
    /// Look for bookmarks of any article that were not looked for in its latest text yet: as many as a moment allows.
    CheckBookmarks,
    /// Say how a kept passage stands in its paragraph, then and now.
    Preview { bookmark: Box<Bookmark> },
    /// Say which of these articles have bookmarks.
    Held { origins: Vec<Origin> },
    /// Write bookmarks to a file, in the form that its ending says; one that is there only if it is to be replaced.
    Write { path: PathBuf, shelves: Arc<Vec<Shelf>>, replace: bool },
    /// See whether another program changed the library; a report only if one did.
    LookAgain,
    /// Remember a text under a key; without a text, forget it.
    Remember { key: &'static str, value: Option<String> },
    /// Report these files when they change.
    Watch { paths: Vec<PathBuf> },
    /// Read the files of settings again.
    Settings { paths: Paths },
    /// Read the note that an editor wrote in this file, which is removed then.
    ReadNote { path: PathBuf },
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
    Remembered {
        memory: Box<Memory>,
        recent: Vec<Recent>,
        /// Why nothing new is kept, where the library can only be read.
        refusal: Option<String>,
    },
    /// The numbers of an article and of its text in the library, the byte of the text where reading stopped, its
    /// corrections, what those of other articles teach, and how often the program was right.
    Recalled {
        number: u64,
        known: Option<(i64, i64)>,
        place: Option<usize>,
        journal: Journal,
        learnt: Vec<NameCorrection>,
        tally: Tally,
    },
    /// The steps that were given to the library last are on the disk.
    Corrected {
        number: u64,
        tally: Tally,
    },
    /// The changes to bookmarks that were given to the library with this number are on the disk; of what another
    /// program had changed meanwhile, what came of it.
    BookmarksKept {
        number: u64,
        joined: Vec<Change>,
    },
    /// They are not: why. What was kept before still is.
    BookmarksRefused {
        number: u64,
        sentence: String,
    },
    /// All bookmarks by their articles, and every tag with how often it is used.
    Bookmarks {
        shelves: Arc<Vec<Shelf>>,
        tags: Vec<(String, usize)>,
    },
    /// Every tag with how often it is used, the most used first.
    Tags {
        tags: Vec<(String, usize)>,
    },
    /// The corrections of an article, what those of others teach, and how often the program was right.
    Corrections {
        number: u64,
        journal: Journal,
        learnt: Vec<NameCorrection>,
        tally: Tally,
    },
    /// What an editor made of a note, or why nothing comes of it.
    NoteWritten {
        text: Result<String, String>,
    },
    /// The bookmarks of an article as they stand in its text, in its order.
    Anchored {
        number: u64,
        bookmarks: Vec<Bookmark>,
    },
    /// Bookmarks that were looked for in the latest texts of their articles, and whether all now are.
    Checked {
        bookmarks: Vec<Bookmark>,
        is_done: bool,
    },
    Previewed {
        preview: Box<Preview>,
    },
    /// The articles that the library knows, with how many bookmarks they have.
    Held {
        held: Vec<(Origin, Held)>,
    },
    /// What came of writing bookmarks to a file.
    Wrote {
        path: PathBuf,
        done: Wrote,
    },
    /// Another program changed the library; nobody asked at this moment.
    LibraryChanged,
    /// The library can't be used: why. Nothing is remembered from now on.
    Forgetful {
        number: Option<u64>,
        sentence: String,
    },
    /// What was to be remembered or watched is.
    Kept,
    /// A watched file changed; nobody asked at this moment.
    Changed {
        path: PathBuf,
    },
    /// A job broke off: the sentence for the status row, and the article it was about.
    Failed {
        number: Option<u64>,
        sentence: String,
    },
}

/// What came of writing a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrote {
    Done,
    /// A file of the name is there, and was left as it is.
    IsThere,
    /// Why not.
    Failed(String),
}

/// Where one is in a text: a byte of it, and how much of it was seen, per cent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reached {
    pub cursor: usize,
    pub progress: u8,
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
