//! How often the program's certainties were right, by what a reader said of its quotes.

use std::collections::BTreeMap;

use super::correction::{QuoteCorrection, Ruling};
use super::quote::Certainty;

/// The quotes that a reader looked at, each with how sure the program had been and whether it was right.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally(BTreeMap<Place, (Certainty, bool)>);

/// An article, and where each part of a quote begins in it, with its words.
type Place = (i64, Vec<(usize, String)>);

impl Tally {
    /// Takes in what was said of a quote of an article; the last word on a quote counts.
    ///
    /// The speaker is what a certainty is about: right where the reader found it right, wrong where it is another one
    /// or where there is no quote. A kind put right says nothing about the speaker.
    pub fn count(&mut self, article: i64, correction: &QuoteCorrection) {
        let Some(found) = &correction.found else { return };
        let right = match &correction.change {
            Ruling::Right(_) => true,
            Ruling::Speaker(who) | Ruling::Quote(who) => found.speaker.as_deref() == Some(who.name()),
            Ruling::NotAQuote => false,
            Ruling::Kind(_) => return,
        };
        let parts = correction.of.parts.iter().map(|part| (part.start, part.exact.clone())).collect();
        self.0.insert((article, parts), (found.certainty, right));
    }

    /// How many of the quotes that were found with this certainty were right, of how many that were looked at.
    pub fn of(&self, certainty: Certainty) -> (usize, usize) {
        let own = || self.0.values().filter(|(own, _)| *own == certainty);
        (own().filter(|(_, right)| *right).count(), own().count())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// "certain 41 of 42 right · likely 9 of 11".
    pub fn words(&self) -> String {
        let told = Certainty::ALL.into_iter().map(|certainty| (certainty.name(), self.of(certainty)));
        let told = told.filter(|(_, (_, all))| *all > 0);
        let words: Vec<String> = told
            .enumerate()
            .map(|(at, (name, (right, all)))| format!("{name} {right} of {all}{}", if at == 0 { " right" } else { "" }))
            .collect();
        words.join(" · ")
    }
}
