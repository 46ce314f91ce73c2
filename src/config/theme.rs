//! The styles of the screen: the themes that come with the program, and a person's own.

use std::collections::BTreeMap;

use ratatui::style::{Color, Style};
use serde::Deserialize;
use toml::de::DeValue;

use super::colour::{Depth, rgb};
use super::file::{self, Entry, Problem, shown};
use crate::model::bookmark::Colour;
use crate::model::settings::WrittenFile;

/// The name that stands for the dark or the light theme, by the background.
pub const AUTO: &str = "auto";
/// The theme where nothing says another.
pub const DEFAULT: &str = "terminal";

const SHIPPED: [(&str, &str); 3] = [
    ("terminal", include_str!("../../assets/themes/terminal.toml")),
    ("dark", include_str!("../../assets/themes/dark.toml")),
    ("light", include_str!("../../assets/themes/light.toml")),
];

/// Every style that is used; nothing is said by colour alone.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Theme {
    /// All that is not said otherwise, and the background.
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
    /// Words that were looked for.
    pub found: Style,
    /// The numbers of links and of evidence, in the text.
    pub number: Style,
    /// The colours of the voices in order, laid over what they say; all alike where there are none.
    pub voices: Vec<Style>,
    /// The colours of bookmarks in order: the foreground is the sign's, and the words' where no ground is laid under
    /// them; all else is laid under the words.
    pub kept: Vec<Style>,
}

impl Theme {
    /// The style of the voice with this number, to be laid over another; nothing where voices are all alike.
    pub fn voice(&self, number: Option<usize>) -> Style {
        number.and_then(|number| self.voices.get(number)).copied().unwrap_or_default()
    }

    /// What the words of a passage look like that is kept in a colour.
    pub fn kept(&self, colour: Colour) -> Style {
        let style = self.kept.get(usize::from(colour.number()) - 1).copied().unwrap_or_default();
        Style { fg: style.fg.filter(|_| style.bg.is_none()), ..style }
    }

    /// The style of the sign of such a passage.
    pub fn sign(&self, colour: Colour) -> Style {
        let fg = self.kept.get(usize::from(colour.number()) - 1).and_then(|style| style.fg);
        Style { fg: fg.or(self.accent.fg), ..self.accent }
    }

    /// The theme with no colour that a terminal of this depth can't show.
    pub fn at_depth(&self, depth: Depth) -> Self {
        let mut theme = self.clone();
        let dims = |style: &Style| style.fg.is_some_and(|colour| depth.shown(colour).is_none());
        let lost = theme.styles_mut().iter().any(|(_, style)| dims(style));
        for (_, style) in theme.styles_mut() {
            style.fg = style.fg.and_then(|colour| depth.shown(colour));
            style.bg = style.bg.and_then(|colour| depth.shown(colour));
        }
        theme.voices.retain_mut(|style| {
            style.fg = style.fg.and_then(|colour| depth.shown(colour));
            style.fg.is_some()
        });
        for (style, plain) in theme.kept.iter_mut().zip(Self::shipped(DEFAULT).kept) {
            let shown = |colour: Option<Color>| colour.and_then(|colour| depth.shown(colour));
            let of = if style.bg.is_some() && shown(style.bg).is_none() { plain } else { *style };
            *style = Style { fg: shown(of.fg), bg: shown(of.bg), ..of };
        }
        // Where colours are lost, weight has to say what they said.
        if lost { theme.with_weight() } else { theme }
    }

    /// The terminal theme's weights where this theme lost its colours.
    fn with_weight(mut self) -> Self {
        let plain = Self::shipped("terminal");
        let mut weights = plain.clone();
        let weights: BTreeMap<_, _> = weights.styles_mut().into_iter().map(|(name, style)| (name, *style)).collect();
        for (name, style) in self.styles_mut() {
            if let (None, None, Some(weight)) = (style.fg, style.bg, weights.get(name)) {
                style.add_modifier |= weight.add_modifier;
            }
        }
        self
    }

    /// A theme that comes with the program; the plainest where there is none of the name.
    pub fn shipped(name: &str) -> Self {
        let text = SHIPPED.iter().find(|(other, _)| *other == name).map(|(_, text)| (*text).to_owned());
        let mut theme = Self::default();
        file::read(&WrittenFile { name: name.to_owned(), text: text.map(Ok) }, |entry| theme.take(entry));
        theme
    }

    /// All single styles with their names.
    pub fn styles_mut(&mut self) -> [(&'static str, &mut Style); 19] {
        [
            ("text", &mut self.text),
            ("strong", &mut self.strong),
            ("dim", &mut self.dim),
            ("accent", &mut self.accent),
            ("border", &mut self.border),
            ("focused", &mut self.focused),
            ("selected", &mut self.selected),
            ("emphasis", &mut self.emphasis),
            ("link", &mut self.link),
            ("code", &mut self.code),
            ("heading", &mut self.heading),
            ("quoted", &mut self.quoted),
            ("reported", &mut self.reported),
            ("chosen", &mut self.chosen),
            ("cue", &mut self.cue),
            ("source", &mut self.source),
            ("marked", &mut self.marked),
            ("found", &mut self.found),
            ("number", &mut self.number),
        ]
    }

    fn take(&mut self, entry: &Entry<'_>) -> Result<(), String> {
        if let Some(table) = entry.table {
            return Err(format!("there is no table [{table}] in a theme; its lines are passed over."));
        }
        let lists = [("voices", &mut self.voices), ("kept", &mut self.kept)];
        if let Some((name, list)) = lists.into_iter().find(|(name, _)| *name == entry.key) {
            let wrong = || format!("{name} is a list of styles, not {}.", shown(entry.value));
            let styles = entry.value.as_array().ok_or_else(wrong)?;
            *list = styles.iter().map(|style| style_of(style.get_ref())).collect::<Result<_, _>>()?;
            return Ok(());
        }
        let names: Vec<&str> = self.styles_mut().iter().map(|(name, _)| *name).chain(["voices", "kept"]).collect();
        match self.styles_mut().into_iter().find(|(name, _)| *name == entry.key) {
            Some((_, style)) => *style = style_of(entry.value)?,
            None => {
                let nearest = file::nearest(entry.key, names.into_iter());
                return Err(format!("there is no style {:?}{nearest}", entry.key));
            }
        }
        Ok(())
    }
}

/// The names of the themes that come with the program.
pub fn shipped_names<'a>() -> impl Iterator<Item = &'a str> {
    SHIPPED.iter().map(|(name, _)| *name)
}

/// The themes of a person's files, each laid over the terminal theme.
pub fn read(files: &[(String, WrittenFile)]) -> (Vec<(String, Theme)>, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut read = |(name, written): &(String, WrittenFile)| {
        let mut theme = Theme::shipped(DEFAULT);
        problems.extend(file::read(written, |entry| theme.take(entry)));
        (name.clone(), theme)
    };
    (files.iter().map(&mut read).collect(), problems)
}

/// A style as ratatui's serde writes it: `{ fg = "#ffaa00", add_modifier = "BOLD" }`.
fn style_of(value: &DeValue<'_>) -> Result<Style, String> {
    let wrong = |why: String| {
        format!(
            "a style is written {{ fg = \"#5fafff\", bg = \"black\", add_modifier = \"BOLD\" }} ({why}); the default holds."
        )
    };
    let table = value.as_table().ok_or_else(|| wrong(format!("not {}", shown(value))))?;
    let known = ["fg", "bg", "add_modifier", "sub_modifier"];
    if let Some((key, _)) = table.iter().find(|(key, _)| !known.contains(&key.get_ref().as_ref())) {
        return Err(wrong(format!("not {:?}", key.get_ref())));
    }
    Style::deserialize(toml::de::ValueDeserializer::from(toml::Spanned::new(0..0, value.clone())))
        .map_err(|error| wrong(error.message().to_owned()))
}

/// How far two colours are apart in lightness: WCAG 2's contrast ratio, 1 to 21; none where the terminal decides.
pub fn contrast(one: Color, other: Color) -> Option<f64> {
    let (one, other) = (luminance(one)?, luminance(other)?);
    Some((one.max(other) + 0.05) / (one.min(other) + 0.05))
}

fn luminance(colour: Color) -> Option<f64> {
    let (red, green, blue) = match colour {
        Color::Rgb(red, green, blue) => (red, green, blue),
        Color::Indexed(number) if number >= 16 => rgb(number),
        _ => return None,
    };
    let linear = |level: u8| {
        let level = f64::from(level) / 255.0;
        if level <= 0.04045 { level / 12.92 } else { ((level + 0.055) / 1.055).powf(2.4) }
    };
    Some(0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue))
}
