//! All stand-off layers over one document.

use jiff::civil::Date;

use super::entity::{Entity, EntityId};
use super::quote::Quote;

/// The analyser's version: an analysis made by another one is made anew.
pub const VERSION: u32 = 1;

/// Who said what, and who is named, in one document (spans mean that document's text).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Analysis {
    /// In order of their starts.
    pub quotes: Vec<Quote>,
    /// In order of their first mentions; an `EntityId` is a place in this list.
    pub entities: Vec<Entity>,
    /// Whether the text reads as another language than English, which quotes and names are found for.
    pub foreign: bool,
}

impl Analysis {
    /// Which of another analysis' entities is named where this one is named first.
    pub fn same_in(&self, id: EntityId, other: &Analysis) -> Option<EntityId> {
        let first = self.entities.get(id)?.mentions.first()?.span;
        other.entities.iter().position(|entity| entity.mentions.iter().any(|mention| mention.span == first))
    }
}

/// What an analysis may know beside the text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Context {
    /// The day of publication, which "on Tuesday" is counted from.
    pub date: Option<Date>,
    /// A BCP 47 tag.
    pub language: Option<String>,
}
