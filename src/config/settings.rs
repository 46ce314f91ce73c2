//! The settings: what each is, and how it is read.

use std::ops::RangeInclusive;

use toml::de::DeValue;

use super::colour::Depth;
use super::file::{self, Entry, Problem, shown};
use crate::model::settings::WrittenFile;

/// Every setting with its default and a comment: what `--print-config` prints.
pub const REFERENCE: &str = include_str!("../../assets/config.toml");

/// The least and the most columns of the measure.
pub const MEASURES: RangeInclusive<u16> = 24..=100;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// None: what was chosen last, or the terminal's own colours.
    pub theme: Option<String>,
    /// None: what the terminal says.
    pub colours: Option<Depth>,
    /// None: what the locale says.
    pub ascii: Option<bool>,
    pub measure: u16,
    /// From how many columns on there are tabs, two columns of panes, three.
    pub tabs_from: u16,
    pub two_from: u16,
    pub three_from: u16,
    pub mouse: bool,
    pub title: bool,
    pub citation: Citation,
    pub remember: bool,
    /// Empty: where the system keeps such data.
    pub library: String,
    pub browser: String,
    pub editor: String,
}

/// How a passage is copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Citation {
    #[default]
    Plain,
    Markdown,
    Words,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: None,
            colours: None,
            ascii: None,
            measure: 66,
            tabs_from: 60,
            two_from: 100,
            three_from: 150,
            mouse: true,
            title: true,
            citation: Citation::Plain,
            remember: true,
            library: String::new(),
            browser: String::new(),
            editor: String::new(),
        }
    }
}

/// The names of all settings.
pub const NAMES: [&str; 14] = [
    "theme",
    "colours",
    "ascii",
    "measure",
    "tabs_from",
    "two_from",
    "three_from",
    "mouse",
    "title",
    "citation",
    "remember",
    "library",
    "browser",
    "editor",
];

/// The settings that a file says, the defaults for the rest, and what was wrong.
pub fn read(written: &WrittenFile) -> (Settings, Vec<Problem>) {
    let mut settings = Settings::default();
    let problems = file::read(written, |entry| settings.take(entry));
    (settings, problems)
}

impl Settings {
    fn take(&mut self, entry: &Entry<'_>) -> Result<(), String> {
        if let Some(table) = entry.table {
            return Err(format!("there is no table [{table}] in the settings; its lines are passed over."));
        }
        let value = Value { name: entry.key, value: entry.value };
        match entry.key {
            "theme" => self.theme = Some(value.text()?),
            "colours" => self.colours = value.one_of(&COLOURS)?,
            "ascii" => self.ascii = value.yes_no_auto()?,
            "measure" => self.measure = value.number(MEASURES)?,
            "tabs_from" => self.tabs_from = value.number(COLUMNS)?,
            "two_from" => self.two_from = value.number(COLUMNS)?,
            "three_from" => self.three_from = value.number(COLUMNS)?,
            "mouse" => self.mouse = value.truth()?,
            "title" => self.title = value.truth()?,
            "citation" => self.citation = value.one_of(&CITATIONS)?,
            "remember" => self.remember = value.truth()?,
            "library" => self.library = value.text()?,
            "browser" => self.browser = value.text()?,
            "editor" => self.editor = value.text()?,
            unknown => {
                let nearest = file::nearest(unknown, NAMES.into_iter());
                return Err(format!("there is no setting {unknown:?}{nearest}"));
            }
        }
        Ok(())
    }
}

const COLUMNS: RangeInclusive<u16> = 30..=1000;
const COLOURS: [(&str, Option<Depth>); 5] = [
    ("auto", None),
    ("none", Some(Depth::None)),
    ("16", Some(Depth::Sixteen)),
    ("256", Some(Depth::Indexed)),
    ("true", Some(Depth::True)),
];
const CITATIONS: [(&str, Citation); 3] =
    [("plain", Citation::Plain), ("markdown", Citation::Markdown), ("words", Citation::Words)];

/// A value with the name of its setting, read as what the setting needs.
struct Value<'v> {
    name: &'v str,
    value: &'v DeValue<'v>,
}

impl Value<'_> {
    fn wrong(&self, wanted: &str) -> String {
        format!("{} is {wanted}, not {}; the default holds.", self.name, shown(self.value))
    }

    fn text(&self) -> Result<String, String> {
        self.value.as_str().map(str::to_owned).ok_or_else(|| self.wrong("a text in quotes"))
    }

    fn truth(&self) -> Result<bool, String> {
        self.value.as_bool().ok_or_else(|| self.wrong("true or false"))
    }

    fn number(&self, range: RangeInclusive<u16>) -> Result<u16, String> {
        let wanted = format!("a number from {} to {}", range.start(), range.end());
        let number =
            self.value.as_integer().and_then(|number| u16::from_str_radix(number.as_str(), number.radix()).ok());
        number.filter(|number| range.contains(number)).ok_or_else(|| self.wrong(&wanted))
    }

    fn yes_no_auto(&self) -> Result<Option<bool>, String> {
        match (self.value.as_bool(), self.value.as_str()) {
            (Some(truth), _) => Ok(Some(truth)),
            (_, Some("auto")) => Ok(None),
            _ => Err(self.wrong("\"auto\", true or false")),
        }
    }

    fn one_of<T: Copy>(&self, choices: &[(&str, T)]) -> Result<T, String> {
        let chosen = self.value.as_str().and_then(|text| choices.iter().find(|(name, _)| *name == text));
        chosen.map(|(_, chosen)| *chosen).ok_or_else(|| {
            let names: Vec<String> = choices.iter().map(|(name, _)| format!("{name:?}")).collect();
            self.wrong(&format!("one of {}", names.join(", ")))
        })
    }
}
