//! The card of a name: what it is, how it is called, where it occurs, what it says.

use super::page::Line;
use crate::app::lists::in_sight;
use crate::model::entity::EntityId;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    pub id: EntityId,
    pub name: String,
    /// What is known of it.
    pub about: Vec<Line>,
    pub mentions: Vec<Occurrence>,
    pub selected: usize,
    pub top: usize,
    /// Rows of the list of mentions.
    pub height: u16,
}

/// A mention with the words around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence {
    pub place: usize,
    pub paragraph: usize,
    pub before: String,
    pub words: String,
    pub after: String,
    /// "~" where it is only likely that the name is meant.
    pub mark: &'static str,
}

impl Card {
    pub fn arrange(&mut self, height: u16) {
        self.height = height;
        self.top = in_sight(self.top, self.selected, self.mentions.len(), height.into());
    }
}
