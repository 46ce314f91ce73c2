//! The styles of the screen: the terminal's own colours, weight and reverse, and one accent.

use ratatui::style::{Color, Modifier, Style};

/// Every style that is used; nothing is said by colour alone.
#[derive(Debug, Clone, Copy)]
pub struct Theme {
    pub text: Style,
    pub strong: Style,
    /// What may be lost: set-aside lines, hints, borders.
    pub dim: Style,
    pub accent: Style,
    /// The frame of the pane where the keys go.
    pub border: Style,
    /// The selected item where the keys go.
    pub focused: Style,
    /// The selected item of a pane where the keys do not go.
    pub selected: Style,
    pub emphasis: Style,
    pub link: Style,
    pub code: Style,
    pub heading: Style,
    /// Words in speech marks.
    pub quoted: Style,
    /// Reported speech without marks.
    pub reported: Style,
    /// The words of the selected quote.
    pub chosen: Style,
    /// The verb of saying of the selected quote.
    pub cue: Style,
    /// The words that the selected quote is given to.
    pub source: Style,
    /// A marked name.
    pub marked: Style,
}

impl Theme {
    /// The terminal's own colours. Magenta is the one of the sixteen that reads well on black and on white;
    /// without colour weight, reverse and underline still say everything.
    pub fn terminal(colour: bool) -> Self {
        let plain = Style::new();
        let accent = if colour { plain.fg(Color::Magenta) } else { plain };
        Self {
            text: plain,
            strong: plain.add_modifier(Modifier::BOLD),
            dim: plain.add_modifier(Modifier::DIM),
            border: accent,
            accent: accent.add_modifier(Modifier::BOLD),
            focused: plain.fg(Color::Reset).remove_modifier(Modifier::DIM).add_modifier(Modifier::REVERSED),
            selected: plain.add_modifier(Modifier::BOLD).remove_modifier(Modifier::DIM),
            emphasis: plain.add_modifier(Modifier::ITALIC),
            link: plain.add_modifier(Modifier::UNDERLINED),
            code: plain,
            heading: plain.add_modifier(Modifier::BOLD),
            quoted: accent,
            reported: plain.add_modifier(Modifier::ITALIC),
            chosen: plain.add_modifier(Modifier::BOLD),
            cue: plain.add_modifier(Modifier::UNDERLINED),
            source: plain.add_modifier(Modifier::BOLD),
            marked: plain.add_modifier(Modifier::BOLD).add_modifier(Modifier::UNDERLINED),
        }
    }
}
