//! What is known of each distinct word of a text, looked up once however often it stands there.

use std::collections::HashMap;

use super::hash;
use super::tables::Lists;
use crate::analysis::lexicon::{Classes, Lexicon};

/// One spelling.
#[derive(Debug, Clone)]
pub struct Form<'t> {
    pub text: &'t str,
    pub exact: u64,
    /// The number of its small letters.
    pub lower: u64,
    /// The number of its shape: kinds of characters, runs of one kind as one.
    pub shape: u64,
    /// Its clusters out of 64, 256 and 1,024; 0 where it has none.
    pub clusters: [u16; 3],
    /// The lists of names that it is in.
    pub names: u8,
    pub classes: Classes,
    pub capital: bool,
    /// All capitals, two at least.
    pub loud: bool,
    /// How the same letters are written elsewhere in the text.
    pub written: u8,
    /// What the words beside it say of it, all over the text.
    pub beside: u16,
}

/// The distinct forms of a text.
pub struct Forms<'t, 'l> {
    pub all: Vec<Form<'t>>,
    lists: &'l Lists<'l>,
    known: HashMap<&'t str, usize>,
}

impl<'t, 'l> Forms<'t, 'l> {
    pub fn new(lists: &'l Lists<'l>) -> Self {
        Self { all: Vec::new(), lists, known: HashMap::new() }
    }

    /// The place of a form in `all`.
    pub fn place(&mut self, text: &'t str) -> usize {
        if let Some(place) = self.known.get(text) {
            return *place;
        }
        self.known.insert(text, self.all.len());
        self.all.push(form(text, self.lists));
        self.all.len() - 1
    }
}

fn form<'t>(text: &'t str, lists: &Lists) -> Form<'t> {
    let exact = hash::of(text);
    let lower = hash::of_chars(text.chars().flat_map(char::to_lowercase));
    let capital = text.starts_with(char::is_uppercase);
    let loud = capital && text.chars().count() > 1 && !text.chars().any(char::is_lowercase);
    let names = if loud { lists.names(&titled(text)) | lists.names(text) } else { lists.names(text) };
    Form {
        text,
        exact,
        lower,
        shape: hash::of_chars(shape(text)),
        clusters: lists.clusters(exact, lower),
        names: if capital { names } else { 0 },
        classes: Lexicon::get().classes(text),
        capital,
        loud,
        written: 0,
        beside: 0,
    }
}

/// "PARIS" as "Paris".
fn titled(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().into_iter().chain(chars.flat_map(char::to_lowercase)).collect()
}

/// Kinds of characters; two or more of one kind as two.
fn shape(text: &str) -> impl Iterator<Item = char> {
    let mut before = (' ', ' ');
    text.chars().take(24).map(kind_of).filter(move |kind| {
        let new = *kind != before.0 || *kind != before.1;
        before = (*kind, before.0);
        new
    })
}

fn kind_of(char: char) -> char {
    match char {
        char if char.is_uppercase() => 'A',
        char if char.is_lowercase() => 'a',
        char if char.is_numeric() => '0',
        char if char.is_alphabetic() => 'x',
        char => char,
    }
}
