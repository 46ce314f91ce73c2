//! What the reader put right about the names of an article.

use crate::model::entity::{Entity, EntityKind};

/// One thing put right, about one name of one article.
///
/// It means names by their words, not by their places in a list, so that it holds over a better analysis too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameCorrection {
    pub of: Subject,
    pub change: Amendment,
}

/// A name as it stood when it was corrected: its canonical form and its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    pub name: String,
    pub kind: EntityKind,
}

/// What is put right about a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Amendment {
    /// It is the same as this one, which keeps its name and kind.
    Merge(Subject),
    /// What the text calls so, in these very words, is another one.
    Split(String),
    /// It is called so.
    Rename(String),
    Retype(EntityKind),
    NotAName,
}

impl Subject {
    pub fn of(entity: &Entity) -> Self {
        Self { name: entity.name.clone(), kind: entity.kind }
    }
}

impl NameCorrection {
    /// What holds, as a part of a sentence: "Crane is called Ida Crane".
    pub fn words(&self) -> String {
        let name = &self.of.name;
        match &self.change {
            Amendment::Merge(into) => format!("{name} is {}", into.name),
            Amendment::Split(form) => format!("{form} is not {name}"),
            Amendment::Rename(to) => format!("{name} is called {to}"),
            Amendment::Retype(kind) => format!("{name} is {}", kind.one()),
            Amendment::NotAName => format!("{name} is not a name"),
        }
    }

    /// Whether it says something about the name itself, so that it is likely to hold in another article: what a part
    /// of a name stands for is an article's own affair.
    pub fn teaches(&self) -> bool {
        !matches!(self.change, Amendment::Split(_))
    }

    /// Whether it and `other` answer the same question about the same name.
    pub fn answers_like(&self, other: &NameCorrection) -> bool {
        let same = std::mem::discriminant(&self.change) == std::mem::discriminant(&other.change);
        self.of.name == other.of.name && (same || self.change == Amendment::NotAName)
    }
}
