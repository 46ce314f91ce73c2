//! The tests of the library, one file a noun, in one binary.

mod analysis_laws;
mod analysis_names;
mod analysis_quotes;
mod analysis_speakers;
mod marks;
mod sentences;
