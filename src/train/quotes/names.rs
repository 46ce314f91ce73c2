//! Whether two names are the same one's, as the scorer sees it.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::found::Found;
use super::gold::{Gold, GoldQuote, Points, WhoKind};

const SMALL: &str = " the a an of in for and or to at by on with his her their its who ";
const TITLES: &str = " mr mrs ms miss dr prof professor sir dame lord lady sen senator rep representative gov governor \
    president vice vp former secretary minister prime chancellor king queen prince princess judge justice gen general \
    col colonel lt capt captain maj sgt sheriff mayor rev reverend pope pastor chairman chairwoman chair ceo coach \
    detective officer spokesman spokeswoman spokesperson republican democratic democrat mp ";
const TITLES_OF_PEOPLE: &str = " mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron sen senator rep \
    representative gov governor president vice vp former ex secretary minister prime chancellor king queen prince \
    princess judge justice gen general col colonel lt lieutenant capt captain maj major sgt sergeant sheriff mayor rev \
    reverend fr father pope pastor bishop archbishop cardinal chairman chairwoman chair ceo coach detective inspector \
    superintendent constable pc officer cllr councillor mp msp td hon ambassador commissioner ayatollah sheikh imam \
    rabbi jr sr ii iii iv kc qc obe cbe mbe ";
const PRONOUNS: &str = " i he she they we you it who him her them his himself herself themselves one us me ";

pub fn is_in(list: &str, word: &str) -> bool {
    !word.is_empty() && list.contains(&format!(" {word} "))
}

fn is_word(char: char) -> bool {
    char.is_alphanumeric() || char == '_'
}

/// Letters without their accents, in ASCII.
fn ascii(name: &str) -> String {
    name.nfkd().map(|char| if char == '’' { '\'' } else { char }).filter(char::is_ascii).collect()
}

/// Without `'s` and `'` before a border; `'` inside a word goes too where `inside` says so.
fn without_possessive(name: &str, inside: bool) -> String {
    let chars: Vec<char> = name.chars().collect();
    let word = |at: usize| chars.get(at).copied().is_some_and(is_word);
    let mut kept = String::new();
    let mut at = 0;
    while let Some(char) = chars.get(at) {
        if *char == '\'' && chars.get(at + 1) == Some(&'s') && !word(at + 2) {
            at += 2;
            continue;
        }
        if *char != '\'' || word(at + 1) != inside {
            kept.push(*char);
        }
        at += 1;
    }
    kept
}

/// The words that name somebody, in small letters, without titles and what says of whom or where.
fn head_words(name: &str) -> Vec<String> {
    let name = without_possessive(&ascii(name), true);
    let first = name.split(',').next().unwrap_or_default();
    let ends = [",", " of ", " for ", " from ", " who ", " in ", " at "];
    let end = ends
        .iter()
        .filter_map(|end| name.find(end))
        .min()
        .filter(|_| first.contains(|char: char| char.is_ascii_uppercase()));
    let name = end.and_then(|end| name.get(..end)).unwrap_or(&name);
    let letters = |char: char| char.is_ascii_alphabetic() || matches!(char, '.' | '-');
    let words = name.split(|char: char| !letters(char)).filter_map(|word| {
        let word = word.trim_start_matches(|char: char| !char.is_ascii_alphabetic());
        Some(word.trim_matches('.')).filter(|word| !word.is_empty())
    });
    let words: Vec<&str> = words.collect();
    let capitals = words.iter().any(|word| word.starts_with(|char: char| char.is_ascii_uppercase()));
    let kept = words.iter().filter(|word| !capitals || word.starts_with(|char: char| char.is_ascii_uppercase()));
    let kept: Vec<String> =
        kept.map(|word| word.to_lowercase()).filter(|word| !is_in(" jr sr ii iii iv the ", word)).collect();
    let bare: Vec<String> = kept.iter().filter(|word| !is_in(TITLES, word)).cloned().collect();
    if bare.is_empty() { kept } else { bare }
}

/// The last word of a name, which its bearer is known by.
pub fn head(name: &str) -> Option<String> {
    head_words(name).pop()
}

/// Whether the last words agree; `strict` asks that first names do not contradict, and takes a single word for either.
pub fn same_head(one: &str, other: &str, strict: bool) -> bool {
    let (one, other) = (head_words(one), head_words(other));
    let (Some(last), Some(second)) = (one.last(), other.last()) else { return false };
    if last != second {
        return strict && (one.len() == 1 && other.contains(last) || other.len() == 1 && one.contains(second));
    }
    !(strict
        && one.len() > 1
        && other.len() > 1
        && one[0] != other[0]
        && one[0].chars().next() != other[0].chars().next())
}

fn folded(name: &str) -> String {
    let plain: String = name.nfkd().filter(|char| !is_combining_mark(*char)).collect();
    without_possessive(&plain.replace('’', "'"), false)
}

fn name_words(name: &str) -> Vec<String> {
    let name = folded(name);
    let inner = |char: char| is_word(char) || matches!(char, '&' | '.' | '\'' | '-');
    let words = name.split(|char: char| !inner(char)).map(|word| {
        let word = word.trim_start_matches(['.', '\'', '-']).trim_matches('.');
        word.to_lowercase()
    });
    let words: Vec<String> = words.filter(|word| !word.is_empty() && !is_in(SMALL, word)).collect();
    let bare: Vec<String> = words.iter().filter(|word| !is_in(TITLES_OF_PEOPLE, word)).cloned().collect();
    if bare.is_empty() { words } else { bare }
}

/// First names and surnames that agree; an initial agrees with a name.
pub fn same_person(one: &str, other: &str) -> bool {
    let (one, other) = (name_words(one), name_words(other));
    let ([first, .., last], [second, .., end]) = (one.as_slice(), other.as_slice()) else {
        return one == other && !one.is_empty()
            || other.len() == 1 && [one.first(), one.last()].contains(&other.first());
    };
    let letters = first.chars().count().min(second.chars().count());
    let firsts = first == second || first.chars().next() == second.chars().next() && letters == 1;
    let within = |a: &[String], b: &[String]| a.iter().all(|word| b.contains(word));
    last == end && firsts || within(&one, &other) || within(&other, &one)
}

/// A body by one of its names: words equal to, holding or held in it, or its initials.
fn same_body<'n>(name: &str, mut names: impl Iterator<Item = &'n str>) -> bool {
    let mut one = name_words(name);
    one.sort();
    one.dedup();
    names.any(|name| {
        let words = name_words(name);
        let mut other = words.clone();
        other.sort();
        other.dedup();
        let common = one.iter().filter(|word| other.contains(word)).count();
        let (few, many) = (one.len().min(other.len()), one.len().max(other.len()));
        let held = common == few && common > 0 && 2 * common >= few + usize::from(many > 3);
        let initials: String = words.iter().filter_map(|word| word.chars().next()).collect();
        !one.is_empty() && (one == other || held || initials.chars().count() > 1 && one == [initials])
    })
}

fn shares_word<'n>(name: &str, mut names: impl Iterator<Item = &'n str>) -> bool {
    let words = name_words(name);
    names.any(|name| name_words(name).iter().any(|word| words.contains(word)))
}

/// Whether the found source is made of the gold's words, or names the same one.
pub fn source_is_right(gold: &Gold, source: &Points, found: &Found) -> bool {
    let Some(name) = found.source_words(gold) else { return false };
    if let Some(at) = &found.source {
        let gold_words = words(&gold.text, source);
        let common: Vec<&Points> = gold_words.iter().filter(|word| words(&gold.text, at).contains(word)).collect();
        let small = |word: &Points| is_in(SMALL_OF_SOURCES, &gold.words(word).to_lowercase());
        if common.iter().any(|word| !small(word)) || !common.is_empty() && gold_words.iter().all(small) {
            return true;
        }
    }
    let written = gold.words(source);
    let pronoun = |words: &str| is_in(PRONOUNS, &words.trim().to_lowercase());
    let capital = written.contains(|char: char| char.is_ascii_uppercase());
    !pronoun(&written) && !pronoun(&name) && capital && same_head(written.trim(), name.trim(), false)
}

const SMALL_OF_SOURCES: &str = " the a an of in for and or to at by on with his her their its who ";

/// The words of a stretch.
pub fn words(text: &[char], points: &Points) -> Vec<Points> {
    let mut found: Vec<Points> = Vec::new();
    for at in points.clone().filter(|at| text.get(*at).copied().is_some_and(is_word)) {
        match found.last_mut().filter(|last| last.end == at) {
            Some(last) => last.end = at + 1,
            None => found.push(at..at + 1),
        }
    }
    found
}

/// Whether the found speaker is the marked one.
pub fn speaker_is_right(gold: &Gold, quote: &GoldQuote, found: &Found) -> bool {
    let Some(who) = quote.who.as_deref() else { return false };
    let name = found.speaker.as_ref().map(|(name, _)| name.as_str());
    let named = found.speaker.as_ref().is_some_and(|(_, named)| *named);
    if !gold.pair {
        let name = name.filter(|_| named).map(str::to_owned).or_else(|| found.source_words(gold));
        return name.is_some_and(|name| same_head(who, &name, true));
    }
    let source = quote.source.as_ref().map(|source| gold.words(source));
    match quote.kind {
        Some(WhoKind::Unnamed) => !named,
        Some(WhoKind::Named) => named && name.is_some_and(|name| same_person(name, who)),
        Some(WhoKind::Collective) if !quote.aliases.is_empty() => {
            let names = std::iter::once(who).chain(quote.aliases.iter().map(String::as_str));
            name.is_some_and(|name| same_body(name, names))
        }
        _ => {
            let name = name.map(str::to_owned).or_else(|| found.source_words(gold));
            name.is_some_and(|name| shares_word(&name, std::iter::once(who).chain(source.as_deref())))
        }
    }
}
