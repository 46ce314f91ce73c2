//! How a kept passage stands in its article's latest text, and what the reader decided of other words there.

use std::fmt::{self, Display};

/// How a passage stands in the article's latest text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    #[default]
    InPlace,
    /// Other words, or in another place: to be looked at.
    Changed,
    /// Other words stand in its place, and the reader chose to keep the old ones.
    OldWords,
    Lost,
    /// It was not looked for yet.
    Unchecked,
}

/// What becomes of a passage in whose place the article has other words, where they are not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    OldWords,
    Lost,
}

impl Decision {
    /// It is called as the state that it makes.
    pub fn name(self) -> &'static str {
        State::decided(Some(self)).name()
    }

    pub fn named(name: &str) -> Option<Self> {
        [Self::OldWords, Self::Lost].into_iter().find(|decision| decision.name() == name)
    }
}

impl State {
    pub const ALL: [Self; 5] = [Self::InPlace, Self::Changed, Self::OldWords, Self::Lost, Self::Unchecked];

    /// Where the article has other words.
    pub fn decided(decision: Option<Decision>) -> Self {
        match decision {
            None => Self::Changed,
            Some(Decision::OldWords) => Self::OldWords,
            Some(Decision::Lost) => Self::Lost,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::InPlace => "in place",
            Self::Changed => "changed",
            Self::OldWords => "old words",
            Self::Lost => "lost",
            Self::Unchecked => "unchecked",
        }
    }

    /// The state that is called so, with a blank or a hyphen.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name.replace('-', " "))
    }
}

impl Display for State {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}
