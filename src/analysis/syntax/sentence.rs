//! One sentence as the tagger and the parser see it.

use super::tags::{Relation, Tag};
use crate::analysis::tagger::forms::{Form, Forms};
use crate::analysis::tagger::hash;

/// What is known of a word before its sentence is read.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sight {
    pub exact: u64,
    pub lower: u64,
    pub shape: u64,
    /// Clusters out of 64, 256 and 1,024; 0 where it has none.
    pub clusters: [u16; 3],
    pub names: u8,
    pub classes: u32,
    /// Heads of one to three characters, tails of one to four.
    pub affixes: [u64; 7],
    pub capital: bool,
}

/// Words with what the tagger and the parser say of them.
#[derive(Debug, Clone, Default)]
pub struct Sentence {
    pub words: Vec<Sight>,
    pub tags: Vec<Tag>,
    /// The place of each word's head; the number of words for the one that has none.
    pub heads: Vec<usize>,
    pub relations: Vec<Relation>,
}

impl Sight {
    pub fn of(form: &Form) -> Self {
        let Form { exact, lower, shape, clusters, names, classes, capital, .. } = *form;
        Self { exact, lower, shape, clusters, names, classes: classes.bits(), affixes: affixes(form.text), capital }
    }
}

impl Sentence {
    pub fn of(words: Vec<Sight>) -> Self {
        Self { words, ..Self::default() }
    }

    pub fn len(&self) -> usize {
        self.words.len()
    }

    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

/// The sights of words, each spelling looked at once.
pub struct Sights<'t, 'l> {
    forms: Forms<'t, 'l>,
    seen: Vec<Sight>,
}

impl<'t, 'l> Sights<'t, 'l> {
    pub fn new(forms: Forms<'t, 'l>) -> Self {
        Self { forms, seen: Vec::new() }
    }

    pub fn of(&mut self, word: &'t str) -> Sight {
        let place = self.forms.place(word);
        if place == self.seen.len() {
            self.seen.push(Sight::of(&self.forms.all[place]));
        }
        self.seen[place]
    }
}

fn affixes(text: &str) -> [u64; 7] {
    let mut affixes = [0; 7];
    let small = || text.chars().flat_map(char::to_lowercase);
    for length in 1..=3 {
        affixes[length - 1] = hash::of_chars(small().take(length));
    }
    let count = small().count();
    for length in 1..=4 {
        affixes[length + 2] = hash::of_chars(small().skip(count.saturating_sub(length)));
    }
    affixes
}
