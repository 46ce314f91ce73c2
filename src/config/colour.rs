//! Colours: how many a terminal has, and what becomes of the others.

use ratatui::style::Color;

/// How many colours a terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Depth {
    None,
    #[default]
    Sixteen,
    Indexed,
    True,
}

impl Depth {
    /// The colour as a terminal of this depth can show it; none where it can't.
    ///
    /// Among sixteen colours, which every terminal sets as it likes, no near one is looked for: what was chosen to
    /// be read might not be then.
    pub fn shown(self, colour: Color) -> Option<Color> {
        match (self, colour) {
            (_, Color::Reset) => Some(Color::Reset),
            (Depth::None, _) => None,
            (Depth::Sixteen, Color::Rgb(..)) => None,
            (Depth::Sixteen, Color::Indexed(number)) if number >= 16 => None,
            (Depth::Indexed, Color::Rgb(red, green, blue)) => Some(Color::Indexed(nearest(red, green, blue))),
            _ => Some(colour),
        }
    }
}

/// The levels of the 6x6x6 cube of the 256 colours.
const LEVELS: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// The nearest of the 256 colours, those that terminals set themselves left out.
fn nearest(red: u8, green: u8, blue: u8) -> u8 {
    let distance = |number: &u8| {
        let (r, g, b) = rgb(*number);
        let apart = |one: u8, other: u8| u32::from(one.abs_diff(other)).pow(2);
        apart(r, red) + apart(g, green) + apart(b, blue)
    };
    (16..=255).min_by_key(distance).unwrap_or(16)
}

/// The red, green and blue of one of the 256 colours from 16 on, as xterm has them.
pub fn rgb(number: u8) -> (u8, u8, u8) {
    match number {
        ..232 => {
            let cube = usize::from(number.saturating_sub(16));
            (LEVELS[cube / 36], LEVELS[cube / 6 % 6], LEVELS[cube % 6])
        }
        grey => {
            let level = 8 + (grey - 232) * 10;
            (level, level, level)
        }
    }
}
