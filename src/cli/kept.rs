//! Which library a command that prints looks into: the reader's own, if there is one.

use std::path::PathBuf;

use crate::config::Configuration;
use crate::config::surroundings::Surroundings;
use crate::store::library::folder::folder;
use crate::store::library::{Error, Library};
use crate::store::settings;

/// What the command line says of settings and library, whatever the command.
#[derive(Debug, Clone, Default)]
pub struct Home {
    pub config: Option<PathBuf>,
    pub library: Option<PathBuf>,
}

impl Home {
    /// The library; nothing where there is none, or where the settings say that nothing is remembered.
    pub fn library(&self) -> Result<Option<Library>, Error> {
        let written = settings::read(settings::paths(self.config.as_deref()));
        let settings = Configuration::read(&written, Surroundings::default()).settings;
        let set = Some(settings.library).filter(|folder| !folder.is_empty()).map(PathBuf::from);
        let place = settings.remember.then(|| folder(self.library.clone(), set)).flatten();
        place.map_or(Ok(None), |place| Library::open_if_there(&place))
    }

    /// The library, unless things are wanted as they are found; where it can't be read, that is said, and things are
    /// shown as they are found.
    pub fn library_unless(&self, as_found: bool) -> Option<Library> {
        let library = if as_found { Ok(None) } else { self.library() };
        library.unwrap_or_else(|error| {
            eprintln!("pullquote: {} What is shown is as it was found.", error.sentence());
            None
        })
    }
}
