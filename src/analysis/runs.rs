//! Runs of capitals: where a name goes on, ends, or falls into two.

use std::ops::Range;

use super::lexicon::{Classes, Lexicon};
use super::phrases::is_particle;
use super::prose::Prose;
use crate::text::tokens::TokenKind;

/// Post-nominals that are no part of a name.
const POSTNOMINALS: [&str; 9] = ["KC", "QC", "SC", "MP", "MEP", "MBE", "OBE", "CBE", "PhD"];

/// Letters behind a person's name that are no part of it.
pub fn is_postnominal(word: &str) -> bool {
    POSTNOMINALS.contains(&word)
}

/// What is joined to a name to make an adjective of it.
const JOINED: [&str; 28] = [
    "based", "born", "led", "made", "style", "era", "owned", "run", "backed", "held", "bred", "trained", "built",
    "like", "wide", "bound", "only", "funded", "linked", "friendly", "speaking", "occupied", "ruled", "themed",
    "class", "time", "old", "year",
];
/// Letters of half a given name at most.
const HALF: usize = 6;

/// Whether a word is a given name of two halves, as Korean and Chinese ones are written: "Sang-hyun", "Ka-shing".
pub fn is_double(word: &str) -> bool {
    let half = |part: &str| part.len() <= HALF && part.chars().all(char::is_alphabetic);
    word.split_once('-').is_some_and(|(first, second)| {
        let cased = first.starts_with(char::is_uppercase) && second.chars().all(char::is_lowercase);
        cased && half(first) && half(second) && !JOINED.contains(&second)
    })
}

/// A capital, but not "German-made" or "Nineteen-year-old"; "Sang-hyun" behind another capital.
pub fn is_name_shaped(prose: &Prose, at: usize) -> bool {
    let word = prose.word(at);
    let compound = word.split('-').skip(1).any(|part| part.starts_with(char::is_lowercase) && part.len() > 2);
    let named = || at > 0 && prose.is_capital(at - 1) && !prose.words[at].opens && is_double(word);
    prose.is_capital(at) && (!compound || named())
}

/// "eastern Europe": places that are known by a name with a small letter.
pub fn lower_place(prose: &Prose, at: usize) -> bool {
    prose.is_capital(at + 1)
        && prose.word(at).ends_with("ern")
        && Lexicon::get().place(prose.span(at..at + 2).of(prose.text)).is_some()
}

/// "Baltic states": places that are known by a name that ends with a small letter.
fn is_place_pair(prose: &Prose, at: usize) -> bool {
    !prose.is_capital(at + 1)
        && prose.is_word(at + 1)
        && Lexicon::get().place(prose.span(at..at + 2).of(prose.text)).is_some()
}

/// The end of the run of capitals that begins at `start`.
pub fn run_end(prose: &Prose, start: usize, limit: usize) -> usize {
    let mut end = start + 1 + usize::from(start + 1 < limit && is_place_pair(prose, start));
    while end < limit.min(start + 12) {
        let before = prose.word(end - 1);
        let owned = before.ends_with("’s") || before.ends_with("'s");
        if owned && !prose.classes(end).any(Classes::PLACE_WORD)
            || prose.classes(end).any(Classes::DAY)
            || prose.words[end].opens
        {
            break;
        }
        end = match joined(prose, start, end) {
            0 => break,
            step => end + step,
        };
    }
    end
}

/// How many words the run goes on by: a capital, or a small word that joins two of them.
fn joined(prose: &Prose, start: usize, at: usize) -> usize {
    let word = prose.word(at);
    if is_name_shaped(prose, at) {
        let stop =
            prose.classes(at).any(Classes::STOP) && !prose.classes(at).any(Classes::TITLE | Classes::ORGANISATION);
        return usize::from(!stop || word.len() == 1);
    }
    let next = prose.is_capital(at + 1);
    let (first, before) = (prose.classes(start), prose.classes(at - 1));
    let body = Classes::ORGANISATION | Classes::PLACE_WORD | Classes::HONOUR;
    match word {
        "“" | "\"" | "‘" | "'"
            if prose.is_capital(at + 1)
                && matches!(prose.word(at + 2), "”" | "\"" | "’" | "'")
                && prose.is_capital(at + 3) =>
        {
            4
        }
        "." => usize::from(
            (prose.word(at - 1).chars().count() == 1 || before.any(Classes::TITLE)) && !prose.words[at].closes,
        ),
        "&" | "/" if next => 2,
        "/" if prose.is_word(at + 1) && prose.is_capital(at + 2) => 3,
        "of" | "for" if next && (before.any(body) || first.any(body)) => 2,
        "of" if prose.is(at + 1, "the") && prose.is_capital(at + 2) && before.any(body) => 3,
        "and" if next && first.any(Classes::ORGANISATION) && prose.words[start..at].len() > 2 => 2,
        "and" | "’" | "'" if next && union_follows(prose, at) => 2,
        "’" | "'" if prose.is(at + 1, "and") && union_follows(prose, at + 1) => 3,
        "a" if prose.word(at + 1) == "/" => 4,
        word if is_particle(word) && next => 2,
        word if is_particle(word) && is_particle(prose.word(at + 1)) && prose.is_capital(at + 2) => 3,
        word if word.len() <= 2 && prose.words[at].kind == TokenKind::Number && digits_belong(prose, at) => 1,
        _ => 0,
    }
}

/// "Nord Stream 2": a small number behind two capitals, with no noun to count.
fn digits_belong(prose: &Prose, at: usize) -> bool {
    at > 1
        && prose.is_capital(at - 2)
        && !prose.classes(at - 1).any(Classes::MONTH)
        && prose.word(at + 1) != "%"
        && !prose.is(at + 1, "per")
}

/// Whether a word for a body follows within the same run: "Bakers’ and Confectioners’ Union".
fn union_follows(prose: &Prose, at: usize) -> bool {
    (at + 1..at + 6)
        .take_while(|&word| prose.is_capital(word) || matches!(prose.word(word), "’" | "'" | "and"))
        .any(|word| prose.classes(word).any(Classes::ORGANISATION))
}

/// Splits before a title or role inside a run, and behind a demonym: "British | Prime Minister | Ana Pereira".
pub fn divided(prose: &Prose, run: Range<usize>) -> Vec<Range<usize>> {
    let mut run = run;
    while run.len() > 1 && is_postnominal(prose.word(run.end - 1)) {
        run.end -= 1;
    }
    let last = prose.classes(run.end - 1);
    if last.any(Classes::ORGANISATION | Classes::PLACE_WORD | Classes::EVENT) {
        return vec![run];
    }
    let role = |word: usize| {
        prose.classes(word).any(Classes::TITLE | Classes::ROLE) && !prose.classes(word).any(Classes::FIRST_NAME)
    };
    let split = run.clone().skip(1).find(|&word| role(word) && word + 1 < run.end);
    // "Rival Ana Pereira": a given name inside begins the name.
    let known = Classes::FIRST_NAME | Classes::HONOUR | Classes::TITLE;
    let first = prose.classes(run.start);
    let common = Classes::ROLE | Classes::DEMONYM | Classes::ORGANISATION;
    let loose = first.any(common) || prose.words[run.start].opens || is_common(prose.word(run.start));
    let lead = loose && !first.any(known) && prose.word(run.start).len() > 2;
    let given =
        run.clone().skip(1).find(|&word| lead && prose.classes(word).any(Classes::FIRST_NAME) && word + 1 < run.end);
    let split = split.or(given);
    let demonym = prose.classes(run.start).any(Classes::DEMONYM) && run.len() > 1;
    match split {
        Some(split) => vec![run.start..split, split..run.end],
        None if demonym => vec![run.start..run.start + 1, run.start + 1..run.end],
        None => vec![run],
    }
}

/// Endings that words of a name seldom have but participles and plurals that open a sentence do.
pub fn is_common(word: &str) -> bool {
    word.ends_with("ing") || word.ends_with("ed") || word.ends_with("ly")
}
