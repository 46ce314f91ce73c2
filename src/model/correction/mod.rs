//! What the reader put right in an article, in the order in which it was done.

mod names;
mod quotes;

pub use names::{Amendment, NameCorrection, Subject};
pub use quotes::{Cited, Found, QuoteCorrection, Ruling, Saying, Who};

/// One thing put right, or found to be right, in one article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Correction {
    Name(NameCorrection),
    Quote(QuoteCorrection),
}

/// The corrections of one article, in the order in which they were made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Journal {
    pub done: Vec<Correction>,
    /// What was undone; the last one was undone last.
    pub undone: Vec<Correction>,
    /// Under which names quotes were copied; that can't be undone.
    pub cited: Vec<Cited>,
}

/// What happens to a journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A correction is made; what was undone before is forgotten.
    Make(Correction),
    /// The last correction does not hold any more.
    Undo(Correction),
    /// A correction that was undone holds again.
    Redo(Correction),
    /// A quote was copied with its speaker's name.
    Cite(Cited),
}

impl Journal {
    /// Takes a step; one that does not fit (undoing what is not the last correction) changes nothing.
    pub fn take(&mut self, step: &Step) {
        let move_last = |from: &mut Vec<Correction>, to: &mut Vec<Correction>, what: &Correction| {
            if from.last() == Some(what) {
                to.extend(from.pop());
            }
        };
        match step {
            Step::Make(correction) => {
                self.undone.clear();
                self.done.push(correction.clone());
            }
            Step::Undo(correction) => move_last(&mut self.done, &mut self.undone, correction),
            Step::Redo(correction) => move_last(&mut self.undone, &mut self.done, correction),
            Step::Cite(cited) => self.cited.push(cited.clone()),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.done.is_empty() && self.undone.is_empty() && self.cited.is_empty()
    }
}

impl Correction {
    /// What holds, as a part of a sentence: "Crane is called Ida Crane".
    pub fn words(&self) -> String {
        match self {
            Correction::Name(correction) => correction.words(),
            Correction::Quote(correction) => correction.words(),
        }
    }

    /// The correction of a name, where it is one.
    pub fn of_name(&self) -> Option<&NameCorrection> {
        match self {
            Correction::Name(correction) => Some(correction),
            Correction::Quote(_) => None,
        }
    }

    /// The correction of a quote, where it is one.
    pub fn of_quote(&self) -> Option<&QuoteCorrection> {
        match self {
            Correction::Quote(correction) => Some(correction),
            Correction::Name(_) => None,
        }
    }
}

impl From<NameCorrection> for Correction {
    fn from(correction: NameCorrection) -> Self {
        Correction::Name(correction)
    }
}

impl From<QuoteCorrection> for Correction {
    fn from(correction: QuoteCorrection) -> Self {
        Correction::Quote(correction)
    }
}
