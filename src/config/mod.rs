//! Settings, keys and colours: what a person set, laid over what the program comes with.

pub mod colour;
pub mod file;
pub mod keys;
pub mod look;
pub mod settings;
pub mod surroundings;
pub mod theme;

use crate::actions::keymap::Keymap;
use crate::model::settings::{Paths, Written};
use file::Problem;
use look::Look;
use settings::Settings;
use surroundings::Surroundings;
use theme::Theme;

/// What holds in a run.
#[derive(Debug, Clone, Default)]
pub struct Configuration {
    pub settings: Settings,
    pub keymap: Keymap,
    pub look: Look,
    /// The themes of a person's own files; one can take the name of one that comes with the program.
    own_themes: Vec<(String, Theme)>,
    pub problems: Vec<Problem>,
    /// Where the files are.
    pub paths: Option<Paths>,
    surroundings: Surroundings,
    worn: String,
}

impl Configuration {
    /// Reads the files of a person's settings; what can't be understood is a problem, and its default holds.
    pub fn read(written: &Written, surroundings: Surroundings) -> Self {
        let (settings, mut problems) = settings::read(&written.settings);
        let (keymap, wrong) = keys::read(&written.keys);
        problems.extend(wrong);
        let (own_themes, wrong) = theme::read(&written.themes);
        problems.extend(wrong);
        let mut read = Self {
            look: Look::default(),
            keymap,
            own_themes,
            settings,
            problems,
            paths: written.paths.clone(),
            surroundings,
            worn: String::new(),
        };
        let set = read.settings.theme.clone();
        if let Some(theme) = set.filter(|theme| !read.has_theme(theme)) {
            let names = read.theme_names();
            let nearest = file::nearest(&theme, names);
            let sentence = format!("there is no theme {theme:?}{nearest}; the default holds.");
            read.problems.push(Problem { file: written.settings.name.clone(), line: 0, sentence });
            read.settings.theme = None;
        }
        let theme = read.settings.theme.clone();
        read.wear(theme.as_deref().unwrap_or(theme::DEFAULT));
        read
    }

    /// Puts on the theme of this name, as far as the terminal has colours.
    pub fn wear(&mut self, worn: &str) {
        let name = if worn == theme::AUTO { self.surroundings.theme() } else { worn };
        self.worn.clear();
        self.worn.push_str(worn);
        if let Some(theme) = self.theme_named(name) {
            let depth = self.settings.colours.unwrap_or(self.surroundings.depth);
            let ascii = self.settings.ascii.unwrap_or(self.surroundings.ascii);
            self.look = Look { theme: theme.at_depth(depth), ascii };
        }
    }

    /// The name of the theme that is worn.
    pub fn worn(&self) -> &str {
        &self.worn
    }

    /// Whether there is a theme of this name.
    pub fn has_theme(&self, name: &str) -> bool {
        self.theme_names().any(|other| other == name)
    }

    /// The names of the themes to choose from, the program's own first, then a person's, then the one for both.
    pub fn theme_names(&self) -> impl Iterator<Item = &str> {
        let own = self.own_themes.iter().map(|(name, _)| name.as_str());
        let replaced = |name: &&str| self.own_themes.iter().any(|(own, _)| own == name);
        theme::shipped_names().filter(move |name| !replaced(name)).chain(own).chain([theme::AUTO])
    }

    /// Where the run happens, for reading the files again.
    pub fn surroundings(&self) -> Surroundings {
        self.surroundings
    }

    /// The theme of this name; the program's own are read when they are put on.
    fn theme_named(&self, name: &str) -> Option<Theme> {
        let own = self.own_themes.iter().find(|(other, _)| other == name).map(|(_, theme)| theme.clone());
        own.or_else(|| theme::shipped_names().any(|other| other == name).then(|| Theme::shipped(name)))
    }
}
