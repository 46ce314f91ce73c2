//! The files of a person's settings, as they were found.

use std::path::PathBuf;

/// A file: what it is called, and its text, a sentence where it could not be read, or nothing where there is none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WrittenFile {
    pub name: String,
    pub text: Option<Result<String, String>>,
}

/// Where the files are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Paths {
    pub settings: PathBuf,
    pub keys: PathBuf,
    /// The folder of the themes.
    pub themes: PathBuf,
}

/// All files of settings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// None where the system has no place for settings.
    pub paths: Option<Paths>,
    pub settings: WrittenFile,
    pub keys: WrittenFile,
    /// A file for each theme; the theme's name is the file's without its ending.
    pub themes: Vec<(String, WrittenFile)>,
}
