//! A few things to choose from: a filter, a way to copy, a theme.

use super::prompt::Asked;
use crate::app::drafting::Draft;
use crate::app::lists::in_sight;
use crate::app::quotes::Filter;
use crate::app::shelves::narrowing::Pick;
use crate::config::settings::Citation;
use crate::model::bookmark::Colour;
use crate::model::correction::{NameCorrection, QuoteCorrection, Subject};

#[derive(Debug, Clone)]
pub struct Menu {
    pub title: String,
    pub choices: Vec<Choice>,
    pub selected: usize,
    pub top: usize,
    pub height: u16,
    /// The theme to go back to, where themes are tried on.
    pub(in crate::app) before: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub words: String,
    pub detail: String,
    pub what: Chosen,
}

/// What a choice does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chosen {
    Filter(Filter),
    Unfilter,
    CopyAs(Citation),
    CopyAddress,
    Theme(String),
    /// Puts a name right.
    Correct(NameCorrection),
    /// Asks which other name a name is the same as.
    SameAs(Subject),
    /// Asks what a name is to be called.
    Rename(Subject),
    /// Takes the reader's word about a quote.
    Rule(Box<QuoteCorrection>),
    /// Asks who says a quote: a name, or words for someone left unnamed.
    TypeSpeaker(Box<Asked>, bool),
    /// Something on the screen of bookmarks.
    Bookmarks(Pick),
    Colour(Box<Draft>, Colour),
}

impl Menu {
    pub fn new(title: &str, choices: Vec<Choice>) -> Self {
        Self { title: title.to_owned(), choices, selected: 0, top: 0, height: 0, before: None }
    }

    pub fn arrange(&mut self, height: u16) {
        self.height = height;
        self.top = in_sight(self.top, self.selected, self.choices.len(), height.into());
    }
}
