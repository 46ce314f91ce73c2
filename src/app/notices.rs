//! What the status row says, and what it said before.

use std::collections::VecDeque;

/// The most sentences that are kept.
const KEPT: usize = 100;

#[derive(Debug, Default)]
pub struct Notices {
    /// A sentence for the status row, until the next key.
    message: Option<String>,
    /// Why there is nothing to show at all: the run ends with it.
    pub failure: Option<String>,
    said: VecDeque<String>,
}

impl Notices {
    pub fn say(&mut self, sentence: impl Into<String>) {
        let sentence = sentence.into();
        if self.said.front() != Some(&sentence) {
            self.said.push_front(sentence.clone());
            self.said.truncate(KEPT);
        }
        self.message = Some(sentence);
    }

    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    /// A key was pressed: the sentence was seen.
    pub fn seen(&mut self) {
        self.message = None;
    }

    /// All that was said, the latest first.
    pub fn said(&self) -> impl Iterator<Item = &str> {
        self.said.iter().map(String::as_str)
    }
}
