//! Well-known names of one country, body or people that share no words.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::forms::key;

/// Names by their key, with the first name of their line.
pub struct Synonyms {
    names: HashMap<String, &'static str>,
}

impl Synonyms {
    pub fn get() -> &'static Self {
        static SYNONYMS: OnceLock<Synonyms> = OnceLock::new();
        SYNONYMS.get_or_init(|| Self { names: read(include_str!("../../assets/lexicon/same_names.txt")) })
    }

    /// The name that stands for all of its like, where the words (as in a `Key`) have one.
    pub fn name(&self, words: &str) -> Option<&'static str> {
        self.names.get(words).copied()
    }
}

fn joined(name: &str) -> String {
    key(name).words.join(" ")
}

/// Lines of names parted by " = ", each name with the first of its line.
fn read(list: &'static str) -> HashMap<String, &'static str> {
    let mut names = HashMap::new();
    for line in list.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let mut parts = line.split(" = ");
        let Some(first) = parts.next() else { continue };
        names.insert(joined(first), first);
        names.extend(parts.map(|part| (joined(part), first)));
    }
    names
}
