//! What the environment says of the terminal: its colours, its background, its letters.

use super::colour::Depth;

/// What a run finds where it starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Surroundings {
    pub depth: Depth,
    /// Whether only ASCII can be shown.
    pub ascii: bool,
    pub background: Option<Background>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Background {
    Dark,
    Light,
}

impl Surroundings {
    /// What the variables of the environment say, which `variable` gives.
    pub fn of(variable: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| variable(name).filter(|value| !value.is_empty());
        let term = set("TERM").unwrap_or_default();
        let true_colour = set("COLORTERM").is_some_and(|value| value == "truecolor" || value == "24bit");
        let depth = match () {
            () if set("NO_COLOR").is_some() || term == "dumb" => Depth::None,
            () if true_colour || term.ends_with("-direct") => Depth::True,
            () if term.contains("256color") => Depth::Indexed,
            () => Depth::Sixteen,
        };
        let locale = set("LC_ALL").or_else(|| set("LC_CTYPE")).or_else(|| set("LANG"));
        let ascii = term == "linux" || locale.is_some_and(|locale| is_ascii(&locale));
        Self { depth, ascii, background: set("COLORFGBG").and_then(|value| background(&value)) }
    }

    /// The theme that fits the background.
    pub fn theme(self) -> &'static str {
        match self.background {
            Some(Background::Dark) => "dark",
            Some(Background::Light) => "light",
            None => "terminal",
        }
    }
}

/// Whether a locale has no UTF-8: "C", or another charset by name. One that names none is a modern one.
fn is_ascii(locale: &str) -> bool {
    match locale.split_once('.') {
        Some((_, charset)) => {
            let charset: String = charset.chars().filter(char::is_ascii_alphanumeric).collect();
            !charset.to_ascii_lowercase().starts_with("utf8")
        }
        None => locale == "C" || locale == "POSIX",
    }
}

/// The background in `COLORFGBG` ("15;0", "0;default;15"): the last number, of which 7 and those from 9 on are light.
fn background(value: &str) -> Option<Background> {
    let number: u8 = value.rsplit(';').next()?.parse().ok()?;
    Some(if number == 7 || number > 8 { Background::Light } else { Background::Dark })
}
