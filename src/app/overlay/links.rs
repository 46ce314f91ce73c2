//! The links on the screen, each with the number that opens it.

use crate::app::reader::Numbered;

/// A link is one key: there are as many on a screen as digits.
pub const MOST: usize = 9;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Links {
    pub links: Vec<Link>,
    pub selected: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    pub place: usize,
    pub words: String,
    pub url: String,
}

impl Links {
    pub fn numbered(&self) -> Vec<Numbered> {
        self.links.iter().zip('1'..='9').map(|(link, label)| Numbered { place: link.place, label }).collect()
    }
}
