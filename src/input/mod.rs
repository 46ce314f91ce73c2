//! From a key pressed to what it asks for.

pub mod key;
pub mod keymap;
