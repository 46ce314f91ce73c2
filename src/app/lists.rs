//! Moving in lists, and what of them is in sight.

use crate::actions::{Direction, Unit};

/// The place in a list of `len` items after a move, `page` items being on the screen.
pub fn walked(here: usize, len: usize, unit: Unit, direction: Direction, page: usize) -> usize {
    let by = match unit {
        Unit::Line | Unit::Sentence | Unit::Paragraph => 1,
        Unit::HalfPage => (page / 2).max(1),
        Unit::Page => page.max(1),
        Unit::End => len,
    };
    let moved = if direction == Direction::Back { here.saturating_sub(by) } else { here.saturating_add(by) };
    moved.min(len.saturating_sub(1))
}

/// The first of the items that are shown, so that the one at `selected` is among them: `top`, moved as little as
/// needed.
pub fn in_sight(top: usize, selected: usize, len: usize, shown: usize) -> usize {
    let shown = shown.max(1);
    top.max((selected + 1).saturating_sub(shown)).min(selected).min(len.saturating_sub(shown))
}
