//! What is remembered from one run to the next: where reading stopped, what was read, what was used.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::anchor::Anchor;
use super::article::Origin;

/// Where reading stopped in an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The sentence at the cursor.
    pub anchor: Anchor,
    /// How much has been read, per cent.
    pub progress: u8,
}

/// An article that the library knows, and where reading stopped in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The number of the article in the library.
    pub article: i64,
    /// The number of its text, which may have changed since it was last read.
    pub version: i64,
    pub place: Option<Place>,
}

/// One article that was read, and that can be opened again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recent {
    /// Where it was opened from last.
    pub origin: Origin,
    pub headline: String,
    pub publisher: Option<String>,
    /// How much has been read, per cent.
    pub progress: u8,
    /// When it was last read.
    pub read: Timestamp,
    /// The number of the article in the library.
    pub article: i64,
}

/// What else is remembered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Memory {
    /// The width of the text, in cells.
    pub measure: Option<u16>,
    /// Names of the actions that were last used, the latest first.
    pub actions: Vec<String>,
    /// Commands that text was last piped to, the latest first.
    pub commands: Vec<String>,
    /// Anything else, by its key.
    pub other: BTreeMap<String, String>,
}

/// The most names that a list of recent ones keeps.
const MOST: usize = 50;

impl Memory {
    pub const MEASURE: &str = "measure";
    pub const ACTIONS: &str = "actions";
    pub const COMMANDS: &str = "commands";

    /// What is kept under a key: a number, a list with one name a line, or plain text.
    pub fn text_of(&self, key: &str) -> Option<String> {
        let lines = |list: &[String]| (!list.is_empty()).then(|| list.join("\n"));
        match key {
            Self::MEASURE => self.measure.map(|measure| measure.to_string()),
            Self::ACTIONS => lines(&self.actions),
            Self::COMMANDS => lines(&self.commands),
            _ => self.other.get(key).cloned(),
        }
    }

    /// Takes in what was kept under a key; a number that is none is left out.
    pub fn set(&mut self, key: &str, text: &str) {
        let lines = || text.lines().map(str::to_owned).collect();
        match key {
            Self::MEASURE => self.measure = text.parse().ok(),
            Self::ACTIONS => self.actions = lines(),
            Self::COMMANDS => self.commands = lines(),
            _ => drop(self.other.insert(key.to_owned(), text.to_owned())),
        }
    }

    /// Puts an action first among those that were used.
    pub fn used(&mut self, action: &str) {
        put_first(&mut self.actions, action);
    }

    /// Puts a command first among those that text was piped to.
    pub fn piped(&mut self, command: &str) {
        put_first(&mut self.commands, command);
    }
}

/// Puts a name first, where it stands once; line ends in it become blanks, since a line holds one name.
fn put_first(list: &mut Vec<String>, name: &str) {
    let name = name.replace(['\n', '\r'], " ");
    list.retain(|other| *other != name);
    list.insert(0, name);
    list.truncate(MOST);
}
