//! The help over the panes: which place it is for, and how far it is scrolled.

use crate::actions::{Direction, Place, Unit};
use crate::app::lists::walked;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Help {
    pub place: Place,
    pub top: usize,
}

impl Default for Help {
    fn default() -> Self {
        Self::of(Place::Text)
    }
}

/// More lines than any help has: the view stops at the last one.
const MOST: usize = 200;

impl Help {
    pub fn of(place: Place) -> Self {
        Self { place, top: 0 }
    }

    pub fn walk(&mut self, unit: Unit, direction: Direction, page: usize) {
        self.top = walked(self.top, MOST, unit, direction, page);
    }
}
