//! What things are: articles, quotes, names, and the work that is asked for; no disk, no screen.

pub mod analysis;
pub mod anchor;
pub mod article;
pub mod bookmark;
pub mod correction;
pub mod document;
pub mod entity;
pub mod laying;
pub mod marking;
pub mod place;
pub mod preview;
pub mod quote;
pub mod settings;
pub mod shelf;
pub mod state;
pub mod tags;
pub mod tally;
pub mod value;
pub mod voice;
pub mod work;
