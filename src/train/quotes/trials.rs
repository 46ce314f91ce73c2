//! The same articles made harder: other names, other marks, no paragraphs, one gender, without the commonest speakers.

use std::collections::HashMap;

use super::cultures::{CULTURES, Culture, WOMEN, pick};
use super::edits::{Edit, changed, edited};
use super::gold::{Gold, GoldQuote, Wording};
use super::marking::{single_edits, straight_edits};
use super::names::head;
use super::people::{Naming, Part, People, people};
use crate::analysis::mentions::Gender;

/// One way to change articles.
#[derive(Debug, Clone, Copy)]
pub enum Trial {
    Names(Culture),
    StraightMarks,
    SingleMarks,
    OneParagraph,
    AllWomen,
    WithoutCommonest,
}

impl Trial {
    pub fn all() -> Vec<Self> {
        let others =
            [Self::StraightMarks, Self::SingleMarks, Self::OneParagraph, Self::AllWomen, Self::WithoutCommonest];
        CULTURES.into_iter().map(Self::Names).chain(others).collect()
    }

    pub fn name(self) -> String {
        match self {
            Trial::Names(culture) => format!("{} names", culture.name),
            Trial::StraightMarks => "straight marks".to_owned(),
            Trial::SingleMarks => "single marks".to_owned(),
            Trial::OneParagraph => "one paragraph".to_owned(),
            Trial::AllWomen => "all are women".to_owned(),
            Trial::WithoutCommonest => "without the two commonest speakers".to_owned(),
        }
    }

    /// The articles as the trial has them, in the same order with the same quotes.
    pub fn changed(self, golds: &[Gold]) -> Vec<Changed> {
        let commonest = commonest(golds);
        golds.iter().map(|gold| self.of(gold, &commonest)).collect()
    }

    fn of(self, gold: &Gold, commonest: &[String]) -> Changed {
        let same = |edits: Vec<Edit>| Changed::of(changed(gold, &edits, str::to_owned));
        match self {
            Trial::Names(culture) => {
                renamed(gold, |_, number, gender| culture.person(number, gender), culture.family_first, Vec::new())
            }
            Trial::StraightMarks => same(straight_edits(&gold.text)),
            Trial::SingleMarks => same(single_edits(gold)),
            Trial::OneParagraph => same(joined(&gold.text)),
            Trial::AllWomen => all_women(gold),
            Trial::WithoutCommonest => {
                let mut gold = gold.clone();
                for at in 0..gold.quotes.len() {
                    let of_them = speaker(&gold, &gold.quotes[at]).is_some_and(|name| commonest.contains(&name));
                    gold.quotes[at].asked &= !of_them;
                }
                Changed::of(gold)
            }
        }
    }
}

/// A changed article, and how its people are called in it.
pub struct Changed {
    pub gold: Gold,
    renaming: Option<Renaming>,
}

/// Everybody with the new given name, family name and full name.
struct Renaming {
    people: People,
    new: Vec<[String; 3]>,
}

impl Changed {
    fn of(gold: Gold) -> Self {
        Self { gold, renaming: None }
    }

    /// What somebody of the article is called now.
    pub fn name(&self, name: &str) -> String {
        self.renaming.as_ref().map_or_else(|| name.to_owned(), |renaming| renaming.name(name))
    }
}

impl Renaming {
    fn name(&self, name: &str) -> String {
        let chars: Vec<char> = name.chars().collect();
        edited(&chars, &self.edits(&chars, self.people.namings_in(&chars))).into_iter().collect()
    }

    fn edits(&self, text: &[char], namings: Vec<Naming>) -> Vec<Edit> {
        let edit = |naming: Naming| {
            let [given, family, full] = &self.new[naming.person];
            let new = match naming.part {
                Part::Full => full,
                Part::Family => family,
                Part::Given => given,
            };
            let loud = text[naming.span.clone()].iter().all(|char| !char.is_lowercase());
            Edit::new(naming.span, &if loud { new.to_uppercase() } else { new.clone() })
        };
        namings.into_iter().map(edit).collect()
    }
}

/// Calls everybody by the names that `new` gives to the person with a number and a gender, and makes other edits.
/// Families keep one name.
fn renamed(
    gold: &Gold,
    new: impl Fn(&super::people::Person, usize, Gender) -> (String, String),
    family_first: bool,
    others: Vec<Edit>,
) -> Changed {
    let mut people = people(gold);
    let namings = std::mem::take(&mut people.namings);
    let mut families: HashMap<String, usize> = HashMap::new();
    let mut names = Vec::new();
    for (number, person) in people.all.iter().enumerate() {
        let gender = person.gender.unwrap_or(Gender::He);
        let (given, _) = new(person, number, gender);
        let house = *families.entry(person.family.clone()).or_insert(number);
        let (_, family) = new(person, house, gender);
        // Where the family name stands first, people are known by the other one.
        names.push(if family_first {
            [given.clone(), given.clone(), format!("{family} {given}")]
        } else {
            [given.clone(), family.clone(), format!("{given} {family}")]
        });
    }
    let renaming = Renaming { people, new: names };
    let mut edits = renaming.edits(&gold.text, namings);
    edits.extend(others);
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    edits.dedup_by(|later, earlier| later.span.start < earlier.span.end);
    let gold = changed(gold, &edits, |name| renaming.name(name));
    Changed { gold, renaming: Some(renaming) }
}

/// Blank lines become a space, but for the one below the headline.
fn joined(text: &[char]) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let end = (at..text.len()).find(|end| !text[*end].is_whitespace()).unwrap_or(text.len());
        let blank = text[at..end].iter().filter(|char| **char == '\n').count() > 1;
        if blank && end < text.len() {
            edits.push(Edit::new(at..end, " "));
        }
        at = end.max(at + 1);
    }
    edits.into_iter().skip(1).collect()
}

/// Words of one man and of one woman; where a word of the second stands for two of the first, this way round is plain.
const WORDS: [(&str, &str); 24] = [
    ("he", "she"),
    ("him", "her"),
    ("his", "her"),
    ("himself", "herself"),
    ("mr", "ms"),
    ("man", "woman"),
    ("men", "women"),
    ("spokesman", "spokeswoman"),
    ("chairman", "chairwoman"),
    ("congressman", "congresswoman"),
    ("businessman", "businesswoman"),
    ("councilman", "councilwoman"),
    ("father", "mother"),
    ("son", "daughter"),
    ("brother", "sister"),
    ("husband", "wife"),
    ("uncle", "aunt"),
    ("boy", "girl"),
    ("king", "queen"),
    ("sir", "dame"),
    ("lord", "lady"),
    ("grandfather", "grandmother"),
    ("nephew", "niece"),
    ("actor", "actress"),
];

/// All people are women, so that no pronoun tells one from another.
fn all_women(gold: &Gold) -> Changed {
    let words = super::names::words(&gold.text, &(0..gold.text.len()));
    let edit = |span: &super::gold::Points| {
        let word = gold.words(span);
        let (_, new) = WORDS.iter().find(|(man, _)| *man == word.to_lowercase())?;
        let capital = word.starts_with(char::is_uppercase) && !word.chars().all(|char| char == 'I');
        let loud = word.chars().count() > 1 && word.chars().all(char::is_uppercase);
        let mut letters = new.chars();
        let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
        let new = if loud {
            new.to_uppercase()
        } else if capital {
            first + letters.as_str()
        } else {
            (*new).to_owned()
        };
        Some(Edit::new(span.clone(), &new))
    };
    let others: Vec<Edit> = words.iter().filter_map(edit).collect();
    let name = |person: &super::people::Person, number: usize, gender: Gender| {
        let given = if gender == Gender::She { person.given.clone() } else { pick(WOMEN, number).to_owned() };
        (given, person.family.clone())
    };
    // The family is asked for with the number of another: its name is the person's own all the same.
    renamed(gold, name, false, others)
}

/// The last word of a speaker's name.
fn speaker(gold: &Gold, quote: &GoldQuote) -> Option<String> {
    let source = quote.source.as_ref().filter(|_| quote.wording == Wording::Name).map(|source| gold.words(source));
    head(&quote.who.clone().or(source)?)
}

/// The two who speak most.
fn commonest(golds: &[Gold]) -> Vec<String> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for gold in golds {
        let speakers = gold.quotes.iter().filter(|quote| quote.asked).filter_map(|quote| speaker(gold, quote));
        speakers.for_each(|name| *counts.entry(name).or_default() += 1);
    }
    let mut names: Vec<(usize, String)> = counts.into_iter().map(|(name, count)| (count, name)).collect();
    names.sort_by(|one, other| other.cmp(one));
    names.into_iter().take(2).map(|(_, name)| name).collect()
}
