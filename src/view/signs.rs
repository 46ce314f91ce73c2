//! The signs of bookmarks: what a passage has, and in which colour it is kept.

use ratatui::style::Style;

use crate::app::bookmarks::Mark;
use crate::config::theme::Theme;
use crate::model::bookmark::Colour;

/// The glyph of a kept passage: a note is seen, and words that are to be looked at.
pub fn sign(mark: &Mark) -> &'static str {
    match (mark.is_changed, mark.has_note) {
        (true, _) => "◐",
        (false, true) => "◆",
        (false, false) => "●",
    }
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
