//! The people of a marked article, and every place where one of them is named.

use std::collections::HashMap;

use super::gold::{Gold, GoldQuote, Points, WhoKind, Wording};
use super::names::{head, is_in, same_head};
use crate::analysis::lexicon::{Classes, Lexicon};
use crate::analysis::mentions::{Gender, gender_of};
use crate::model::entity::{EntityKind, Form};
use crate::text::sentences::sentences;

/// Somebody with a given name and a family name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub given: String,
    pub family: String,
    pub gender: Option<Gender>,
}

/// One place where somebody is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Naming {
    pub span: Points,
    pub person: usize,
    pub part: Part,
}

/// Which part of the name stands there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    Full,
    Family,
    Given,
}

/// People in order of their first full names, and whom a name alone means.
#[derive(Debug, Clone, Default)]
pub struct People {
    pub all: Vec<Person>,
    families: HashMap<String, usize>,
    givens: HashMap<String, usize>,
    pub namings: Vec<Naming>,
}

/// Everybody who speaks by a name with two parts, or is marked as a person with one.
pub fn people(gold: &Gold) -> People {
    let words = words(&gold.text);
    let spoken: Vec<Vec<String>> = spoken(gold);
    let mut people = People::default();
    for at in 0..words.len() {
        let Some((given, family, _)) = full_name(&gold.text, &words, at) else { continue };
        let known = spoken.iter().any(|name| match name.as_slice() {
            [only] => *only == family && is_first_name(&given),
            [first, .., last] => *first == given && *last == family,
            [] => false,
        });
        let person = Person { gender: gender(&given), given, family };
        if known && !people.all.contains(&person) {
            people.all.push(person);
        }
    }
    people.learn(&gold.text, &words);
    people.namings = people.namings_in(&gold.text);
    for id in 0..people.all.len() {
        people.all[id].gender = people.all[id].gender.or_else(|| spoken_of(&gold.text, &words, &people, id));
    }
    people
}

/// The gender of the pronoun that follows somebody's name most often, before anybody else is named.
fn spoken_of(text: &[char], words: &[Points], people: &People, id: usize) -> Option<Gender> {
    let (mut she, mut he) = (0, 0);
    for (at, naming) in people.namings.iter().enumerate().filter(|(_, naming)| naming.person == id) {
        let end = people.namings.get(at + 1).map_or(text.len(), |next| next.span.start).min(naming.span.end + 160);
        let after = words.iter().skip_while(|span| span.start < naming.span.end).take_while(|span| span.end <= end);
        for span in after {
            match text[span.clone()].iter().collect::<String>().to_lowercase().as_str() {
                "she" | "her" | "herself" => she += 1,
                "he" | "his" | "him" | "himself" => he += 1,
                _ => {}
            }
        }
    }
    (she != he).then_some(if she > he { Gender::She } else { Gender::He })
}

/// The words of the names that speak, titles and what stands behind a comma aside.
fn spoken(gold: &Gold) -> Vec<Vec<String>> {
    let marked = gold.entities.iter().filter(|entity| entity.kind == EntityKind::Person);
    let marked = marked.map(|entity| entity.name.clone());
    let people = gold.quotes.iter().filter(|quote| quote.kind == Some(WhoKind::Named));
    let sure = marked.chain(people.filter_map(|quote| quote.who.clone()));
    let named = gold.quotes.iter().filter(|quote| !gold.pair && quote.wording == Wording::Name);
    let sources = named.filter_map(|quote| quote.source.as_ref().map(|source| gold.words(source)));
    sure.filter_map(|name| bare(&name, true)).chain(sources.filter_map(|name| bare(&name, false))).collect()
}

/// The last run of capitals before a comma or a small word, without titles; nothing of a body or a place. Where it is
/// not `sure` that a person is named, the given name must be a known one.
fn bare(name: &str, sure: bool) -> Option<Vec<String>> {
    let chars: Vec<char> = name.chars().collect();
    let mut run: Vec<String> = Vec::new();
    let mut end = 0;
    for span in words(&chars) {
        let word: String = chars[span.clone()].iter().collect();
        let between: String = chars[end.min(span.start)..span.start].iter().collect();
        if between.contains(',') && !run.is_empty() {
            break;
        }
        end = span.end;
        let classes = Lexicon::get().classes(&word);
        if word.starts_with(char::is_uppercase)
            && !classes.any(Classes::TITLE | Classes::HONOUR | Classes::DETERMINER)
            && !is_title(&word)
        {
            run.push(word);
        } else if !run.is_empty() && classes.any(Classes::PREPOSITION | Classes::CONJUNCTION) {
            break;
        } else {
            run.clear();
        }
    }
    let thing = Classes::ORGANISATION | Classes::PLACE_WORD | Classes::DEMONYM;
    let body = run.iter().any(|word| Lexicon::get().classes(word).any(thing) || Lexicon::get().place(word).is_some());
    let first = run.first()?;
    (!body && run.len() <= 4 && (run.len() == 1 || sure || is_first_name(first))).then_some(run)
}

fn is_title(word: &str) -> bool {
    is_in(" sen sens rep reps gov gen mr mrs ms dr president senator mayor secretary governor ", &word.to_lowercase())
}

fn is_first_name(word: &str) -> bool {
    Lexicon::get().classes(word).any(Classes::FIRST_NAME)
}

fn gender(given: &str) -> Option<Gender> {
    gender_of(Lexicon::get().classes(given), "")
}

/// A name in full that begins at a word: the given and the family name, and how many words they take, an initial or
/// a second name between them.
fn full_name(text: &[char], words: &[Points], at: usize) -> Option<(String, String, usize)> {
    let word = |at: usize| words.get(at).map(|span| text[span.clone()].iter().collect::<String>());
    let joined = |at: usize| {
        let gap = text.get(words.get(at)?.end..words.get(at + 1)?.start)?.iter().collect::<String>();
        matches!(gap.as_str(), " " | "\u{a0}" | ". ").then_some(gap)
    };
    let capital = |word: &String| word.starts_with(char::is_uppercase);
    let title = |word: &String| Lexicon::get().classes(word).any(Classes::TITLE | Classes::HONOUR) || is_title(word);
    let given = word(at).filter(capital).filter(|word| !title(word))?;
    let second = word(at + 1).filter(capital)?;
    if joined(at)? == ". " {
        return None;
    }
    let initial = second.chars().count() == 1;
    let third = word(at + 2).filter(capital).filter(|_| initial && joined(at + 1).is_some());
    match third {
        Some(third) => Some((given, third, 3)),
        None if initial => None,
        None => Some((given, second, 2)),
    }
}

impl People {
    /// Whom a family name alone means: the one who is named in full most often. A given name alone means somebody
    /// where no other name begins with it.
    fn learn(&mut self, text: &[char], words: &[Points]) {
        let mut counts = vec![0usize; self.all.len()];
        for at in 0..words.len() {
            let Some((given, family, _)) = full_name(text, words, at) else { continue };
            let person = self.all.iter().position(|person| person.given == given && person.family == family);
            counts.iter_mut().enumerate().filter(|(id, _)| Some(*id) == person).for_each(|(_, count)| *count += 1);
        }
        for (id, person) in self.all.iter().enumerate() {
            let family = self.families.entry(person.family.clone()).or_insert(id);
            if counts[id] > counts[*family] {
                *family = id;
            }
            let given = self.givens.entry(person.given.clone()).or_insert(id);
            if counts[id] > counts[*given] {
                *given = id;
            }
        }
        let families = &self.families;
        self.givens.retain(|given, _| !families.contains_key(given));
    }

    /// Every place of a text where one of them is named.
    pub fn namings_in(&self, text: &[char]) -> Vec<Naming> {
        let words = words(text);
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let full = full_name(text, &words, at).and_then(|(given, family, count)| {
                let is = |person: &Person| same(&person.given, &given) && same(&person.family, &family);
                Some((self.all.iter().position(is)?, count))
            });
            let span = words[at].clone();
            if let Some((person, count)) = full {
                found.push(Naming { span: span.start..words[at + count - 1].end, person, part: Part::Full });
                at += count;
                continue;
            }
            let word: String = text[span.clone()].iter().collect();
            let of = |names: &HashMap<String, usize>| {
                names.iter().find(|(name, _)| same(name, &word)).map(|(_, person)| *person)
            };
            if let Some(person) = of(&self.families) {
                // "Mr Ó Briain": the letter before is part of the name.
                let letter = at.checked_sub(1).and_then(|before| words.get(before));
                let letter = letter.filter(|letter| letter.len() == 1 && letter.end + 1 == span.start);
                let letter = letter.filter(|letter| !text[letter.start].is_ascii());
                let span = letter.map_or(span.start, |letter| letter.start)..span.end;
                found.push(Naming { span, person, part: Part::Family });
            } else if let Some(person) = of(&self.givens).filter(|_| full_name(text, &words, at).is_none()) {
                found.push(Naming { span, person, part: Part::Given });
            }
            at += 1;
        }
        found
    }
}

/// The same name, or the same in capitals.
fn same(name: &str, word: &str) -> bool {
    name == word || word.chars().count() > 2 && name.to_uppercase() == word
}

/// Words of letters, with hyphens and apostrophes inside; a possessive is no part of its word.
fn words(text: &[char]) -> Vec<Points> {
    let letter = |at: usize| text.get(at).is_some_and(|char| char.is_alphabetic());
    let mut found: Vec<Points> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        if !letter(at) {
            at += 1;
            continue;
        }
        let start = at;
        let possessive =
            |at: usize| matches!(text[at], '\'' | '’') && text.get(at + 1) == Some(&'s') && !letter(at + 2);
        while letter(at)
            || text.get(at).is_some_and(|char| matches!(char, '-' | '\'' | '’')) && letter(at + 1) && !possessive(at)
        {
            at += 1;
        }
        found.push(start..at);
    }
    found
}

/// Sentences between a quote's source and the last naming of its speaker before it.
pub fn distance(gold: &Gold, people: &People, quote: &GoldQuote) -> Option<usize> {
    let (who, source) = (quote.who.as_deref()?, quote.source.as_ref()?);
    let entity = gold.entities.iter().find(|entity| entity.name == who);
    let marked = entity.into_iter().flat_map(|entity| &entity.mentions);
    let mut places: Vec<usize> =
        marked.filter(|mention| mention.1 == Form::Name).map(|mention| mention.0.start).collect();
    if entity.is_none() {
        let meant = |person: &Person| same_head(who, &format!("{} {}", person.given, person.family), true);
        let named = people.namings.iter().filter(|naming| people.all.get(naming.person).is_some_and(meant));
        places.extend(named.map(|naming| naming.span.start));
        let last = head(who)?;
        let alone = words(&gold.text).into_iter().filter(|span| gold.words(span).to_lowercase() == last);
        places.extend(alone.map(|span| span.start));
    }
    let before = places.into_iter().filter(|place| *place < source.start).max()?;
    let starts = sentence_starts(&gold.text);
    let sentence = |place: usize| starts.partition_point(|start| *start <= place);
    Some(sentence(source.start) - sentence(before))
}

fn sentence_starts(text: &[char]) -> Vec<usize> {
    let mut starts = Vec::new();
    for (start, end) in super::masks::paragraphs(text) {
        let line: String = text[start..end].iter().collect();
        let points = crate::text::points::CodePoints::of(&line);
        starts.extend(sentences(&line).iter().map(|sentence| start + points.before(sentence.start)));
    }
    starts
}
