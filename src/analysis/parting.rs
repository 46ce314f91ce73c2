//! What the tagger takes for one name, cut where a sentence ends, a verb stands or a person's own name begins.

use super::lexicon::Classes;
use super::phrases::is_particle;
use super::prose::Prose;
use super::tagger::Tagged;
use super::tagger::labels::NameKind;

/// The names of the tagger, in order: none goes on over the end of a sentence ("… said Vo Hai. Ta Thuy …"), no
/// person's holds a word in small letters that is no particle, and behind a role ("union officer Ta Thuy") and beside
/// a verb of saying the name of a person is meant where no other kind is known.
pub fn parted(prose: &Prose, tagged: &[Tagged]) -> Vec<Tagged> {
    let mut names = Vec::with_capacity(tagged.len());
    for name in tagged {
        cut(prose, *name, &mut names);
    }
    for name in &mut names {
        if name.kind == NameKind::Misc && is_personal(prose, name) {
            name.kind = NameKind::Person;
        }
    }
    names
}

fn cut(prose: &Prose, name: Tagged, names: &mut Vec<Tagged>) {
    let words = prose.words_in(name.span);
    let mut from = words.start;
    for at in words.clone() {
        let word = prose.word(at);
        let small = prose.is_word(at) && word.chars().all(char::is_lowercase) && !is_particle(word);
        let role = small && prose.classes(at).any(Classes::ROLE | Classes::TITLE) && at + 2 < words.end;
        let verb = small && name.kind == NameKind::Person && word.chars().count() > 3;
        let stop = word == "." && prose.words[at].closes && at + 1 < words.end;
        if !(stop || verb || role && name.kind != NameKind::Organisation) || at == from {
            continue;
        }
        push(prose, name, from..at, names);
        from = at + 1;
    }
    if from == words.start {
        names.push(name);
    } else {
        push(prose, name, from..words.end, names);
    }
}

fn push(prose: &Prose, name: Tagged, words: std::ops::Range<usize>, names: &mut Vec<Tagged>) {
    let mut span = prose.span(words.clone());
    span.end = span.end.min(name.span.end);
    if !words.is_empty() && prose.is_capital(words.start) {
        names.push(Tagged { span, ..name });
    }
}

/// Whether two or three capitals, none of a body, a place or a people, speak or stand behind a role.
fn is_personal(prose: &Prose, name: &Tagged) -> bool {
    let words = prose.words_in(name.span);
    let plain = |word: usize| {
        let letters = prose.word(word).chars().all(|char| char.is_alphabetic() || char == '-');
        prose.is_capital(word) && letters && !prose.classes(word).any(Classes::THING)
    };
    if !matches!(words.len(), 2 | 3) || !words.clone().all(plain) {
        return false;
    }
    let cue = |word: usize| prose.classes(word).any(Classes::CUE) && !prose.is_capital(word);
    let role = |word: usize| prose.classes(word).any(Classes::ROLE | Classes::TITLE) && !prose.is_capital(word);
    let before = words.start.checked_sub(1).filter(|before| !prose.words[*before].closes);
    let comma = before.filter(|before| prose.word(*before) == ",").and_then(|comma| comma.checked_sub(1));
    let ends = matches!(prose.word(words.end), "." | ",") || cue(words.end);
    cue(words.end) && !before.is_some_and(|before| prose.classes(before).any(Classes::DETERMINER))
        || before.is_some_and(|before| role(before) || cue(before) && ends)
        || comma.is_some_and(|noun| role(noun) && ends)
}
