//! Jumps, and the way back from them and forward again.

use super::Reader;
use crate::actions::Direction;

/// A place to come back to: a byte of the first row shown, and of the cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Spot {
    pub top: usize,
    pub cursor: usize,
}

/// Places left by jumps, and places come back from; the latest last.
#[derive(Debug, Default)]
pub struct History {
    past: Vec<usize>,
    future: Vec<usize>,
}

/// The most places that are remembered.
const KEPT: usize = 500;

impl Reader {
    /// Goes to a place, remembering the one left.
    pub fn jump(&mut self, place: usize) {
        if place != self.cursor {
            self.left(self.cursor);
        }
        self.show(place);
    }

    /// Brings a place on the screen, and the cursor to it.
    pub fn show(&mut self, place: usize) {
        self.cursor = place;
        self.unfold_at(place);
        self.reveal();
    }

    /// How many jumps can be gone back.
    pub fn jumps(&self) -> usize {
        self.history.past.len()
    }

    /// A jump was made from this place.
    pub fn left(&mut self, place: usize) {
        if self.history.past.last() != Some(&place) {
            self.history.past.push(place);
        }
        if self.history.past.len() > KEPT {
            self.history.past.remove(0);
        }
        self.history.future.clear();
    }

    /// Back to where the last jump was made, or forward again; false where there was none.
    pub fn travel(&mut self, direction: Direction) -> bool {
        let here = self.cursor;
        let (from, onto) = match direction {
            Direction::Back => (&mut self.history.past, &mut self.history.future),
            Direction::On => (&mut self.history.future, &mut self.history.past),
        };
        let Some(place) = std::iter::from_fn(|| from.pop()).find(|place| *place != here) else { return false };
        onto.push(here);
        self.show(place);
        true
    }

    pub fn spot(&self) -> Spot {
        Spot { top: self.top, cursor: self.cursor }
    }

    /// Shows again what was shown then.
    pub fn return_to(&mut self, spot: Spot) {
        (self.top, self.cursor) = (spot.top, spot.cursor);
    }
}
