//! How two spellings of a name are compared: without titles, accents, possessives, marks and capitals.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::lexicon::{Classes, Lexicon};
use super::mentions::{Gender, gender_of};

/// A name as it is compared; two names of the same `words` are written alike but for what is beside them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Key {
    /// In small letters, without titles, suffixes, "the", possessives and marks; never empty for a name of letters.
    pub words: Vec<String>,
    /// Which of the words were written with a capital.
    pub capital: Vec<bool>,
    /// What "Mr", "Sir" or "Lady" before the name says.
    pub gender: Option<Gender>,
    /// "jr", "sr", "iii" behind it.
    pub suffix: Option<String>,
    pub titled: bool,
    /// A title that is no part of the name: "Mr", not "Sir".
    pub courtesy: bool,
    /// "Sir", "Dame": what of the titles belongs to the name.
    pub honour: Option<String>,
    /// Whether "Ltd" or the like was taken off.
    pub corporate: bool,
    pub article: bool,
    pub possessive: bool,
    /// All capitals (dots aside), as acronyms are; at least two letters.
    pub loud: bool,
}

/// Generations: they tell father from son.
const SUFFIXES: [&str; 7] = ["jr", "sr", "junior", "senior", "ii", "iii", "iv"];

/// Letters behind a name that say nothing of who it is.
const POSTNOMINALS: [&str; 9] = ["kc", "qc", "mp", "mep", "mbe", "obe", "cbe", "phd", "md"];

/// Forms of companies, which may be left out.
const CORPORATE: [&str; 18] = [
    "inc",
    "ltd",
    "limited",
    "llc",
    "llp",
    "plc",
    "corp",
    "corporation",
    "co",
    "company",
    "gmbh",
    "ag",
    "sa",
    "nv",
    "spa",
    "ab",
    "oy",
    "bhd",
];

/// How a name is compared. Time grows with its length.
pub fn key(form: &str) -> Key {
    let mut key = Key { loud: is_loud(form), ..Key::default() };
    let plain = without_nickname(&form.replace(['’', '‘', '`', '´', 'ʼ'], "'"));
    let mut words: Vec<&str> =
        plain.split(|char: char| !is_inner(char)).filter(|word| word.chars().any(char::is_alphanumeric)).collect();
    strip_front(&mut key, &mut words);
    for word in &words {
        let bare = word.strip_suffix("'s").or_else(|| word.strip_suffix("'S")).unwrap_or(word);
        key.possessive |= bare.len() < word.len();
        let joined = plain.contains(&format!("-{word}"));
        push(&mut key, bare, joined);
    }
    strip_back(&mut key);
    key
}

/// Characters that do not part two words of a name.
fn is_inner(char: char) -> bool {
    char.is_alphanumeric() || is_combining_mark(char) || matches!(char, '\'' | '.' | '&' | '+' | '€' | '$' | '%')
}

/// Adds a word; behind a hyphen a small letter is as good as a capital ("Ki-moon").
fn push(key: &mut Key, word: &str, joined: bool) {
    let folded = fold(word);
    if !folded.is_empty() {
        key.words.push(folded);
        key.capital.push(joined || word.chars().any(char::is_uppercase));
    }
}

/// Takes "the" and titles off the front, but never the last word.
fn strip_front(key: &mut Key, words: &mut Vec<&str>) {
    if words.len() > 1 && words[0].eq_ignore_ascii_case("the") {
        key.article = true;
        words.remove(0);
    }
    let lexicon = Lexicon::get();
    while words.len() > 1 {
        let title = words[0].trim_end_matches('.');
        let classes = lexicon.classes(title);
        let is_title = classes.any(Classes::TITLE | Classes::HONOUR) && !classes.any(Classes::FIRST_NAME);
        if !is_title || matches!(title, "Saint" | "Count" | "Deputy" | "General" | "Marshal" | "King" | "Major") {
            break;
        }
        key.titled = true;
        match classes.any(Classes::HONOUR) {
            true => key.honour = Some(title.to_owned()),
            false => key.courtesy = true,
        }
        key.gender = key.gender.or_else(|| gender_of(classes, title));
        words.remove(0);
    }
}

fn strip_back(key: &mut Key) {
    while let [_, .., last] = key.words.as_slice() {
        // "Carol II" is a name: a numeral is a suffix only behind two words.
        let numeral = last.starts_with('i');
        if SUFFIXES.contains(&last.as_str()) && (!numeral || key.words.len() > 2) {
            let generation = if last.starts_with("jun") || last == "jr" { "jr" } else { last.as_str() };
            key.suffix = Some(generation.to_owned());
        } else if !POSTNOMINALS.contains(&last.as_str()) && !CORPORATE.contains(&last.as_str()) {
            break;
        }
        key.corporate |= CORPORATE.contains(&last.as_str());
        key.words.pop();
        key.capital.pop();
    }
    if let Some(first) = key.words.first_mut().filter(|first| *first == "st") {
        *first = "saint".to_owned();
    }
}

/// “Terry “Tank” Obal” without the nickname.
fn without_nickname(form: &str) -> String {
    let mut kept = String::with_capacity(form.len());
    let mut inside = false;
    for char in form.chars() {
        let mark = matches!(char, '"' | '“' | '”' | '«' | '»' | '(' | ')');
        inside = if mark { !inside && !kept.trim().is_empty() } else { inside };
        kept.push(if mark { ' ' } else { char });
        if inside && !mark {
            kept.pop();
        }
    }
    // A mark that never closes is no nickname.
    let whole = if inside || kept.trim().is_empty() { form.to_owned() } else { kept };
    let single = |word: &&str| word.len() > 2 && word.starts_with('\'') && word.ends_with('\'');
    if whole.split(' ').any(|word| single(&word)) {
        return whole.split(' ').filter(|word| !single(word)).collect::<Vec<_>>().join(" ");
    }
    whole
}

/// Letters in small, without accents and full stops; the German and Nordic pairs "oe", "ae", "ue" as their first
/// letter, since papers write Loew for Löw.
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for char in word.nfkd().filter(|char| !is_combining_mark(*char) && !matches!(char, '.' | '\'')) {
        match char {
            'ß' => folded.push_str("ss"),
            'ø' | 'Ø' => folded.push('o'),
            'æ' | 'Æ' => folded.push('a'),
            'ł' | 'Ł' => folded.push('l'),
            'đ' | 'Đ' => folded.push('d'),
            'ı' => folded.push('i'),
            _ => folded.extend(char.to_lowercase()),
        }
    }
    if folded.len() < 4 || !folded.contains('e') {
        return folded;
    }
    folded.replace("oe", "o").replace("ae", "a").replace("ue", "u")
}

fn is_loud(form: &str) -> bool {
    let letters = form.chars().filter(|char| char.is_alphabetic()).count();
    let spaced = form.contains(' ');
    letters > 1 && !spaced && form.chars().filter(|char| char.is_alphabetic()).all(char::is_uppercase)
}

/// Words too small to stand for a name or to count in an acronym.
pub fn is_small(word: &str) -> bool {
    const SMALL: [&str; 26] = [
        "of", "the", "and", "for", "in", "on", "to", "at", "de", "du", "des", "del", "la", "le", "les", "der", "die",
        "das", "und", "et", "y", "e", "von", "&", "a", "an",
    ];
    SMALL.contains(&word)
}

/// Particles that belong to the surname behind them.
pub fn is_particle(word: &str) -> bool {
    super::phrases::is_particle(word) || matches!(word, "ben" | "abu" | "ter" | "ten" | "st" | "saint" | "mc" | "della")
}
