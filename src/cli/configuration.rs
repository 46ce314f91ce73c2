//! Settings on the command line: which files hold, what is wrong in them, what there is to set.

use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use crate::config::Configuration;
use crate::config::settings::REFERENCE;
use crate::config::surroundings::{Background, Surroundings};
use crate::config::theme::AUTO;
use crate::store::settings;
use crate::text::printable::printable;

/// The settings that hold, with the given file in the place of the usual one.
pub fn read(given: Option<&Path>) -> Configuration {
    let written = settings::read(settings::paths(given));
    let surroundings = Surroundings::of(|name| std::env::var(name).ok());
    let config = Configuration::read(&written, surroundings);
    // The terminal is asked only where the answer is needed: it may take its time.
    if config.settings.theme.as_deref() != Some(AUTO)
        || surroundings.background.is_some()
        || !io::stdout().is_terminal()
    {
        return config;
    }
    Configuration::read(&written, Surroundings { background: background(), ..surroundings })
}

/// Prints every setting with its default.
pub fn print() -> io::Result<ExitCode> {
    io::stdout().write_all(REFERENCE.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

/// Says what is wrong in the files, one line each; success where nothing is.
pub fn check(given: Option<&Path>) -> io::Result<ExitCode> {
    let config = Configuration::read(&settings::read(settings::paths(given)), Surroundings::default());
    let mut out = io::stdout().lock();
    for problem in &config.problems {
        writeln!(out, "{problem}")?;
    }
    if let Some(missing) = given.filter(|file| !file.exists()) {
        writeln!(out, "{}: there is no such file; the defaults hold.", printable(&missing.to_string_lossy()))?;
        return Ok(ExitCode::FAILURE);
    }
    if !config.problems.is_empty() {
        return Ok(ExitCode::FAILURE);
    }
    match &config.paths {
        Some(paths) => writeln!(out, "{}: nothing is wrong", printable(&paths.settings.to_string_lossy()))?,
        None => writeln!(out, "this system has no place for settings; name a file with --config")?,
    }
    Ok(ExitCode::SUCCESS)
}

/// How long a terminal may take to say its background.
const PATIENCE: Duration = Duration::from_millis(100);

/// What the terminal says of its background (OSC 11), if it does so in time.
fn background() -> Option<Background> {
    use terminal_colorsaurus::{QueryOptions, ThemeMode, theme_mode};
    let mut options = QueryOptions::default();
    options.timeout = PATIENCE;
    match theme_mode(options).ok()? {
        ThemeMode::Dark => Some(Background::Dark),
        ThemeMode::Light => Some(Background::Light),
    }
}
