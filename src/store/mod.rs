//! The only folder that knows the disk: local files, standard input and the bundled samples.

pub mod files;
pub mod samples;
pub mod settings;
