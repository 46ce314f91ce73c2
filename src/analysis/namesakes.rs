//! Which longer names a form may stand for, found by the words they share.

use std::collections::HashMap;

use super::forms::is_small;
use super::gathering::{is_person, opposed};
use super::lexicon::{Classes, Lexicon};
use super::merging::Node;
use super::shortening::{guess, shortens};
use super::synonyms::Synonyms;
use crate::model::entity::{AliasRule, EntityKind};
use crate::model::quote::Certainty;

/// How many bearers of one word are looked at: a bound on the time.
const BEARERS: usize = 24;

/// The forms of a text by their words, initials and well-known other names.
pub struct Namesakes<'a> {
    nodes: &'a [Node],
    by_word: HashMap<&'a str, Vec<usize>>,
    by_initials: HashMap<String, Vec<usize>>,
    /// Surnames of people named in full, with one letter left out.
    by_letters: HashMap<String, Vec<usize>>,
    /// Surnames that only a title stands before: "Mr Tamm".
    titled: HashMap<&'a str, Vec<usize>>,
}

impl<'a> Namesakes<'a> {
    pub fn of(nodes: &'a [Node]) -> Self {
        let (by_word, titled) = (HashMap::new(), HashMap::new());
        let mut namesakes = Self { nodes, by_word, by_initials: HashMap::new(), by_letters: HashMap::new(), titled };
        for (index, node) in nodes.iter().enumerate() {
            if let ([word], Some(_)) = (node.key.words.as_slice(), node.gender) {
                namesakes.titled.entry(word).or_default().push(index);
            }
        }
        for (index, node) in nodes.iter().enumerate().filter(|(_, node)| node.key.words.len() > 1 && !is_value(node)) {
            for word in &node.key.words {
                let bearers = namesakes.by_word.entry(word).or_default();
                if bearers.last() != Some(&index) {
                    bearers.push(index);
                }
            }
            for initials in initials(node) {
                note(&mut namesakes.by_initials, initials, index);
            }
            if node.kind.unwrap_or_else(|| guess(node)) == EntityKind::Person {
                let surname = node.key.words.last().map(String::as_str).unwrap_or_default();
                for letters in deletions(surname) {
                    note(&mut namesakes.by_letters, letters, index);
                }
            }
        }
        namesakes
    }

    /// Forms that are the same name beyond doubt: the first is to hang from the second.
    pub fn same(&self) -> Vec<(usize, usize, AliasRule)> {
        let synonyms = Synonyms::get();
        let mut pairs = Vec::new();
        let mut seen: HashMap<(String, bool), usize> = HashMap::new();
        for (index, node) in self.nodes.iter().enumerate() {
            let person = is_person(node.kind);
            let named = person || node.kind.is_none() && node.key.words.len() > 1 && guess(node) == EntityKind::Person;
            let words = node.key.words.join(" ");
            let place = node.kind == Some(EntityKind::Place) && self.is_surname(&words);
            let mut aspects = vec![(if place { format!("@{words}") } else { words.clone() }, AliasRule::Title)];
            if !person {
                aspects.extend(synonyms.name(&words).map(|name| (format!("={name}"), AliasRule::Synonym)));
                aspects.extend(turned(node).map(|turned| (turned, AliasRule::ShortForm)));
                aspects.extend(singular(node, &words).filter(|_| !place).map(|singular| (singular, AliasRule::Plural)));
                aspects.extend(words.contains(' ').then(|| (words.replace(' ', ""), AliasRule::Spelling)));
            }
            // "Mr Tamm" and "Mrs Tamm" may be two of those named Tamm in full: each is to find its own.
            let borne = node.key.words.len() == 1 && node.gender.is_some() && self.is_surname(&words);
            for (aspect, rule) in aspects.into_iter().filter(|_| !borne) {
                match seen.get(&(aspect.clone(), named)).copied() {
                    Some(other) if self.may_join(index, other) => pairs.push(self.directed(index, other, rule)),
                    Some(_) => {}
                    None => {
                        seen.insert((aspect, named), index);
                    }
                }
            }
        }
        pairs
    }

    /// Whether somebody is named by the word in full, so that a place of the same name is not to be mixed up with it.
    fn is_surname(&self, word: &str) -> bool {
        let bearers = self.by_word.get(word).into_iter().flatten().take(BEARERS);
        bearers.map(|&other| &self.nodes[other]).any(|other| {
            let person = other.kind.unwrap_or_else(|| guess(other)) == EntityKind::Person;
            person && other.key.words.last().is_some_and(|last| last == word)
        })
    }

    fn may_join(&self, one: usize, other: usize) -> bool {
        let (one, other) = (&self.nodes[one], &self.nodes[other]);
        let generations = one.key.suffix.is_some() && other.key.suffix.is_some() && one.key.suffix != other.key.suffix;
        !opposed(one.gender, other.gender) && !generations && !is_value(one)
    }

    /// The shorter one first.
    fn directed(&self, one: usize, other: usize, rule: AliasRule) -> (usize, usize, AliasRule) {
        let size = |index: usize| {
            let node = &self.nodes[index];
            (node.key.words.len(), !node.key.courtesy, node.form.chars().count())
        };
        if size(one) > size(other) { (other, one, rule) } else { (one, other, rule) }
    }

    /// The longer names that a form may stand for, with the rule for each; not all if many share its words.
    pub fn longer(&self, index: usize) -> Vec<(usize, AliasRule, Certainty)> {
        let node = &self.nodes[index];
        let mut found = Vec::new();
        if is_value(node) {
            return found;
        }
        if node.key.words.len() == 1 && !is_person(node.kind) {
            let bearers = self.by_initials.get(&node.key.words[0]).filter(|_| is_acronym(node));
            let bodies = bearers.into_iter().flatten().filter(|&&other| !is_person(self.nodes[other].kind));
            found.extend(bodies.take(BEARERS).map(|&other| (other, AliasRule::Acronym, Certainty::Certain)));
        }
        if !found.is_empty() {
            return found;
        }
        found.extend(self.by_part(index));
        found.extend(self.rivals(node, &found));
        if found.is_empty() {
            found.extend(self.misspelt(index));
        }
        self.keep_honoured(node, &mut found);
        found
    }

    /// "Tamm" may be the "Mr Tamm" who is never named in full, where all who are named so in full are of the other
    /// gender.
    fn rivals(&self, node: &Node, found: &[(usize, AliasRule, Certainty)]) -> Vec<(usize, AliasRule, Certainty)> {
        let ([word], None) = (node.key.words.as_slice(), node.gender) else { return Vec::new() };
        let Some((_, rule, certainty)) = found.iter().find(|(_, rule, _)| *rule == AliasRule::Surname) else {
            return Vec::new();
        };
        let is_apart = |titled: &usize| {
            let gender = self.nodes[*titled].gender;
            found.iter().all(|(other, _, _)| opposed(self.nodes[*other].gender, gender))
        };
        let titled = self.titled.get(word.as_str()).into_iter().flatten().take(BEARERS);
        titled.copied().filter(is_apart).map(|titled| (titled, *rule, *certainty)).collect()
    }

    /// "Dame Hester" is the Dame among those called Hester.
    fn keep_honoured(&self, node: &Node, found: &mut Vec<(usize, AliasRule, Certainty)>) {
        let same = |other: &usize| node.key.honour.is_some() && self.nodes[*other].key.honour == node.key.honour;
        if found.iter().any(|(other, _, _)| same(other)) {
            found.retain(|(other, _, _)| same(other));
        }
    }

    /// People whose surname differs by a letter, where the form is written nowhere else.
    fn misspelt(&self, index: usize) -> Vec<(usize, AliasRule, Certainty)> {
        let node = &self.nodes[index];
        let [word] = node.key.words.as_slice() else { return Vec::new() };
        let lexicon = Lexicon::get();
        let known = lexicon.place(&node.form).is_some() || lexicon.classes(&node.form) != Classes::default();
        if known || !matches!(node.kind, None | Some(EntityKind::Person)) {
            return Vec::new();
        }
        let near = deletions(word).into_iter().filter_map(|letters| self.by_letters.get(&letters)).flatten();
        let people = near.take(BEARERS).filter(|&&other| self.may_join(index, other));
        people.map(|&other| (other, AliasRule::Spelling, Certainty::Unsure)).collect()
    }

    /// Longer names that hold the words of a form.
    fn by_part(&self, index: usize) -> Vec<(usize, AliasRule, Certainty)> {
        let node = &self.nodes[index];
        let mut found = Vec::new();
        let rarest = node.key.words.iter().filter(|word| {
            let full = word.chars().count() > 1 && !is_small(word);
            full || node.key.words.len() == 1
        });
        let lists = rarest.filter_map(|word| self.by_word.get(word.as_str()));
        let last = node.key.words.last().and_then(|word| self.by_word.get(word.as_str()));
        let bearers = lists.min_by_key(|list| list.len()).or(last);
        for &other in bearers.into_iter().flatten().rev().take(BEARERS).filter(|other| **other != index) {
            if self.may_join(index, other) {
                let rule = shortens(node, &self.nodes[other]);
                found.extend(rule.map(|(rule, certainty)| (other, rule, certainty)));
            }
        }
        found
    }
}

fn note(lists: &mut HashMap<String, Vec<usize>>, word: String, index: usize) {
    let list = lists.entry(word).or_default();
    if list.last() != Some(&index) {
        list.push(index);
    }
}

/// All ways to leave out one letter, and the word itself: two words share one if they differ by a letter or by the
/// order of two (Garbe's symmetric deletion). None for short words, which have too many neighbours.
fn deletions(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    if letters.len() < 5 || letters.len() > 20 {
        return Vec::new();
    }
    let without = |at: usize| letters[..at].iter().chain(&letters[at + 1..]).collect();
    // The first letter is hardly ever wrong.
    (1..letters.len()).map(without).chain(std::iter::once(word.to_owned())).collect()
}

/// Days, sums and counts are the same only if they are written alike.
fn is_value(node: &Node) -> bool {
    let value = node.kind.is_some_and(EntityKind::is_value);
    let month = node.form.split([' ', '.']).next().is_some_and(|word| Lexicon::get().classes(word).any(Classes::MONTH));
    let dated = month && node.form.ends_with(|char: char| char.is_ascii_digit());
    value || dated || node.key.words.first().is_none_or(|word| word.starts_with(|char: char| !char.is_alphabetic()))
}

/// "ICS", "MoD", "G20" and the like, or letters with full stops.
fn is_acronym(node: &Node) -> bool {
    if Lexicon::get().place(&node.form).is_some() {
        return false;
    }
    let form = node.form.trim_end_matches(['s', '+', '\'', '’']);
    let loud = form.chars().filter(|char| char.is_uppercase()).count();
    let letters = form.chars().filter(|char| char.is_alphanumeric()).count();
    loud > 1 && letters < 9 && 2 * loud >= letters
}

/// The acronyms that a name may have: of its capitals, of all words but the small, of all words.
fn initials(node: &Node) -> Vec<String> {
    let words = || node.key.words.iter().zip(&node.key.capital);
    let take = |keep: &dyn Fn(&str, bool) -> bool| -> String {
        let kept = words().filter(|(word, capital)| keep(word, **capital));
        kept.filter_map(|(word, _)| word.chars().next()).collect()
    };
    // As it is written, since "Inc" and "Corporation" may count.
    let large = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    let written: String = node.form.split([' ', '-']).filter(large).filter_map(|word| word.chars().next()).collect();
    let mut found =
        vec![written.to_lowercase(), take(&|_, capital| capital), take(&|word, _| !is_small(word)), take(&|_, _| true)];
    found.dedup();
    found.retain(|initials| initials.chars().count() > 1);
    found
}

/// "University of Oxford" and "Oxford University", "Ministry of Defence" and "Defence Ministry": one aspect.
fn turned(node: &Node) -> Option<String> {
    let words = &node.key.words;
    if words.len() < 2 || words.len() > 8 {
        return None;
    }
    let mut large: Vec<&str> =
        words.iter().map(String::as_str).filter(|word| !is_small(word) && *word != "affairs").collect();
    if large.len() < 2 {
        return None;
    }
    let last = words.last()?;
    let head = if words.iter().any(|word| word == "of" || word == "for") { &words[0] } else { last };
    let head = head.clone();
    large.retain(|word| *word != head);
    large.sort_unstable();
    Some(format!("~{head} {}", large.join(" ")))
}

/// A name without the "s" of the plural.
fn singular(node: &Node, words: &str) -> Option<String> {
    // "German" is mostly an adjective: not the same as "the Germans".
    if Lexicon::get().classes(&node.form).any(Classes::DEMONYM) {
        return None;
    }
    if words == "jewish" {
        return Some("^jew".to_owned());
    }
    let stem = words.strip_suffix('s').unwrap_or(words);
    (stem.len() > 2 && !stem.ends_with('s')).then(|| format!("^{stem}"))
}
