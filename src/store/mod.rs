//! The only folder that knows the disk: local files, standard input, the bundled samples and the library.

pub mod files;
pub mod library;
pub mod notes;
pub mod samples;
pub mod settings;
pub mod writing;
