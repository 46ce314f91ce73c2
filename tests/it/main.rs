//! The tests of the library, one file a noun, in one binary.

mod sentences;
