//! The scorer's figures, summed over articles.

use super::gold::{WhoKind, Wording};
use super::outcome::{MarkedPiece, Outcome};

/// Right ones of those found and of those marked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    pub right: usize,
    pub found: usize,
    pub marked: usize,
}

impl Share {
    /// The harmonic mean of precision and recall, in per cent.
    pub fn f1(self) -> f64 {
        percent(2 * self.right, self.found + self.marked)
    }
}

/// A share in per cent; of nothing it is none.
pub fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}

/// What the scorer prints of some articles.
#[derive(Debug, Clone, Copy, Default)]
pub struct Figures {
    pub overlap: Share,
    /// Found and given to the right words.
    pub source: Share,
    /// Pieces whose speaker is marked by name: all, those found, those given to the right one.
    pub named: [usize; 3],
}

impl Figures {
    pub fn of<'o>(outcomes: impl Iterator<Item = &'o Outcome>) -> Self {
        let mut figures = Self::default();
        for outcome in outcomes {
            figures.add(outcome);
        }
        figures
    }

    fn add(&mut self, outcome: &Outcome) {
        for piece in outcome.marked.iter().filter(|piece| piece.asked) {
            self.overlap.marked += 1;
            self.source.marked += usize::from(piece.source.is_some());
            self.source.right += usize::from(piece.source == Some(true));
            if is_named(piece) {
                let counts = [true, piece.of.is_some(), piece.speaker == Some(true)];
                self.named.iter_mut().zip(counts).for_each(|(sum, count)| *sum += usize::from(count));
            }
        }
        for piece in outcome.found.iter().filter(|piece| piece.counts) {
            self.overlap.found += 1;
            self.overlap.right += usize::from(piece.of.is_some());
            self.source.found += usize::from(piece.given);
        }
    }

    /// Found and given to the right person, of all marked, in per cent.
    pub fn person(&self) -> f64 {
        percent(self.named[2], self.named[0])
    }
}

/// Whether a piece has a person for its speaker who has a name.
pub fn is_named(piece: &MarkedPiece) -> bool {
    piece.who == Some(WhoKind::Named)
}

/// All, found and right pieces whose speaker has a name and is worded so.
pub fn named(outcomes: &[Outcome], wording: Wording) -> [usize; 3] {
    let pieces = outcomes.iter().flat_map(|outcome| &outcome.marked);
    let pieces = pieces.filter(|piece| piece.asked && is_named(piece) && piece.wording == wording);
    pieces.fold([0; 3], |[all, found, right], piece| {
        let right_one = piece.speaker == Some(true);
        [all + 1, found + usize::from(piece.of.is_some()), right + usize::from(right_one)]
    })
}
