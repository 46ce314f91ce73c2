//! From a key pressed or the mouse to what it asks for.

pub mod key;
pub mod mouse;
