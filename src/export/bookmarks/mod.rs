//! Bookmarks as files of other programs, out and in.

pub mod annotations;
mod bibliography;
mod incoming;
mod markdown;
pub mod marked;
mod org;
mod plain;
mod readwise;

pub use incoming::{Imported, Incoming, read};

use std::path::Path;

use crate::model::bookmark::{Bookmark, State};
use crate::model::quote::{Certainty, QuoteKind};
use crate::model::shelf::Shelf;
pub use crate::text::printable::one_line;

/// How bookmarks are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Markdown,
    /// W3C Web Annotations as JSON-LD; the only form that carries all of a bookmark.
    Annotations,
    /// CSV with the columns that Readwise imports.
    Readwise,
    Org,
    /// Headlines, and a passage a paragraph.
    Plain,
    /// The articles as BibTeX entries (biblatex).
    Bibtex,
    /// The articles as RIS records.
    Ris,
}

impl Format {
    /// The endings of file names that say a form, each form's usual one first.
    pub const ENDINGS: [(&str, Self); 9] = [
        ("md", Self::Markdown),
        ("markdown", Self::Markdown),
        ("json", Self::Annotations),
        ("jsonld", Self::Annotations),
        ("csv", Self::Readwise),
        ("org", Self::Org),
        ("txt", Self::Plain),
        ("bib", Self::Bibtex),
        ("ris", Self::Ris),
    ];

    /// The endings that are known, in one line.
    pub fn endings() -> String {
        Self::ENDINGS.map(|(ending, _)| format!(".{ending}")).join(" ")
    }

    /// The form that the ending of a file's name says.
    pub fn of(file: &Path) -> Option<Self> {
        let ending = file.extension()?.to_string_lossy().to_lowercase();
        Self::ENDINGS.into_iter().find(|(own, _)| *own == ending).map(|(_, format)| format)
    }
}

/// The bookmarks in this form, each article's in the order of its text.
///
/// The articles stand in the order of their dates, then headlines, so that a second export differs from the first by
/// what changed only.
pub fn write(format: Format, shelves: &[Shelf]) -> String {
    let mut shelves: Vec<&Shelf> = shelves.iter().collect();
    shelves.sort_by_key(|shelf| (shelf.source.published, shelf.source.headline.clone(), shelf.source.article));
    match format {
        Format::Markdown => markdown::write(&shelves),
        Format::Annotations => annotations::write(&shelves),
        Format::Readwise => readwise::write(&shelves),
        Format::Org => org::write(&shelves),
        Format::Plain => plain::write(&shelves),
        Format::Bibtex => bibliography::bibtex(&shelves),
        Format::Ris => bibliography::ris(&shelves),
    }
}

/// Who said it, and whom it was kept as said by where the reader put that right.
pub fn speaker(bookmark: &Bookmark) -> Option<String> {
    let speaker = one_line(bookmark.speaker()?);
    let kept = bookmark.was_said_by();
    Some(kept.map_or(speaker.clone(), |kept| format!("{speaker} (corrected; kept as {})", one_line(kept))))
}

/// What is to be known of words that the article does not have.
fn standing(bookmark: &Bookmark) -> Option<&'static str> {
    match bookmark.state {
        State::Changed | State::OldWords => Some("The article says this otherwise now."),
        State::Lost => Some("The article does not say this any more."),
        State::InPlace | State::Unchecked => None,
    }
}

/// `speaker` with what has to be known to cite it: that it is reported, and how sure it is who said it.
fn attribution(bookmark: &Bookmark) -> Option<String> {
    let said = bookmark.holds()?;
    let reported = if said.kind == QuoteKind::Indirect { ", reported" } else { "" };
    let doubt = match said.certainty {
        Certainty::Certain => String::new(),
        other => format!(", speaker inferred: {}", other.name()),
    };
    Some(format!("{}{reported}{doubt}", speaker(bookmark).unwrap_or_else(|| "unknown speaker".to_owned())))
}
