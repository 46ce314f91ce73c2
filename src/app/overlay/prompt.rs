//! A line that is asked for: a command to give something to, a name, or words to narrow the list to.

use super::typing::TypedLine;
use crate::model::correction::{Found, QuoteCorrection, Ruling, Saying, Subject, Who};

#[derive(Debug)]
pub struct Prompt {
    pub line: TypedLine,
    pub purpose: Purpose,
    /// Which of the earlier lines stands there.
    pub(in crate::app) at: Option<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// What is given to the command, and what that is called.
    Pipe { what: &'static str, input: String },
    /// What a name is to be called.
    Rename(Subject),
    /// Who says a quote: a name, or words for someone left unnamed.
    Speaker { asked: Box<Asked>, named: bool },
    /// The words that a title, publisher or voice holds.
    Articles,
    /// The words that a bookmark holds.
    Bookmarks,
    /// The file that so many bookmarks are written to.
    BookmarkFile(usize),
}

/// A quote whose speaker is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    pub of: Saying,
    /// What the program had found.
    pub found: Option<Found>,
    /// Whether the reader marks it, and it is no quote yet.
    pub is_new: bool,
}

impl Asked {
    /// The quote given to someone.
    pub fn said_by(&self, who: Who) -> QuoteCorrection {
        let change = if self.is_new { Ruling::Quote(who) } else { Ruling::Speaker(who) };
        QuoteCorrection { of: self.of.clone(), change, found: self.found.clone() }
    }
}

impl Prompt {
    /// What is asked for.
    pub fn question(&self) -> String {
        match &self.purpose {
            Purpose::Pipe { what, .. } => format!("Give {what} to a command (!… for the shell)"),
            Purpose::Rename(of) => format!("{} is called", of.name),
            Purpose::Speaker { named: true, .. } => "This is said by".to_owned(),
            Purpose::Speaker { named: false, .. } => "Said by someone unnamed, called".to_owned(),
            Purpose::Articles => "Articles with".to_owned(),
            Purpose::Bookmarks => "Bookmarks with".to_owned(),
            Purpose::BookmarkFile(1) => "Write this bookmark to".to_owned(),
            Purpose::BookmarkFile(count) => match count {
                1 => "Write this bookmark to".to_owned(),
                count => format!("Write these {count} bookmarks to"),
            },
        }
    }
}
