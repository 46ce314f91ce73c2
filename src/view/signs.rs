//! The signs of bookmarks: what a passage has, and in which colour it is kept.

use ratatui::style::Style;

use crate::app::bookmarks::Mark;
use crate::config::theme::Theme;
use crate::model::bookmark::{Colour, State};

/// The glyph of a kept passage: every state has one, and a note is seen where the passage is in place.
pub fn sign(state: State, has_note: bool) -> &'static str {
    match (state, has_note) {
        (State::InPlace, false) => "●",
        (State::InPlace, true) => "◆",
        (State::Changed, _) => "◐",
        (State::OldWords, _) => "◑",
        (State::Lost, _) => "○",
        (State::Unchecked, _) => "◌",
    }
}

/// The glyph of a passage of the text.
pub fn sign_of(mark: &Mark) -> &'static str {
    sign(mark.state, mark.has_note)
}

/// The number of a colour behind its sign, for those who don't see it; the first has none.
pub fn number(colour: Colour) -> &'static str {
    match colour {
        Colour::One => "",
        Colour::Two => "₂",
        Colour::Three => "₃",
        Colour::Four => "₄",
    }
}

/// What is not on the disk yet may be lost.
pub fn style(mark: &Mark, theme: &Theme) -> Style {
    if mark.is_pending { theme.dim } else { theme.sign(mark.colour) }
}
