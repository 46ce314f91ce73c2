//! What the status row says, and what it said before.

use std::collections::VecDeque;

use uuid::Uuid;

/// The most sentences that are kept.
const KEPT: usize = 100;

#[derive(Debug, Default)]
pub struct Notices {
    /// A sentence for the status row, until the next key.
    message: Option<String>,
    /// Why there is nothing to show at all: the run ends with it.
    pub failure: Option<String>,
    said: VecDeque<String>,
    /// The bookmark that the same key removes now, and the one that the key before this one asked about.
    asked: Option<Uuid>,
    was_asked: Option<Uuid>,
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
        self.was_asked = self.asked.take();
    }

    /// Whether the key before this one asked about the same bookmark; if not, it is asked about now.
    pub(super) fn is_asked_again(&mut self, bookmark: Uuid) -> bool {
        let again = self.was_asked == Some(bookmark);
        self.asked = (!again).then_some(bookmark);
        again
    }

    /// All that was said, the latest first.
    pub fn said(&self) -> impl Iterator<Item = &str> {
        self.said.iter().map(String::as_str)
    }
}
