//! What a name may name: the lists first, then the words around it.

use std::ops::Range;

use super::lexicon::{Classes, Lexicon};
use super::prose::Prose;
use crate::model::entity::EntityKind;
use crate::text::tokens::TokenKind;

/// The kind of the name that stands at `run`; none where nothing near it says.
pub fn kind(prose: &Prose, run: Range<usize>, form: &str, titled: bool) -> Option<EntityKind> {
    by_words(prose, run.clone(), form, titled).or_else(|| by_context(prose, &run, form))
}

/// The kind that lists and the words of the name tell, or a description beside it.
pub fn by_words(prose: &Prose, run: Range<usize>, form: &str, titled: bool) -> Option<EntityKind> {
    let (first, last) = (prose.classes(run.start), prose.classes(run.end - 1));
    if place_name(form).is_some() && !titled {
        return Some(EntityKind::Place);
    }
    if run.len() == 1 && first.any(Classes::DEMONYM) {
        return Some(EntityKind::Group);
    }
    if first.any(Classes::HONOUR) && !last.any(Classes::ORGANISATION | Classes::PLACE_WORD) {
        return Some(EntityKind::Person);
    }
    if run.len() > 1 && matches!(prose.word(run.start), "HMS" | "USS" | "SS" | "MV" | "RMS") {
        return Some(EntityKind::Product);
    }
    if last.any(Classes::EVENT_NAME)
        || run.len() > 1 && (last.any(Classes::EVENT) || first.any(Classes::EVENT) && !first.any(Classes::FIRST_NAME))
    {
        return Some(EntityKind::Event);
    }
    if form.contains('&') || is_body_before(prose, run.start) {
        return Some(EntityKind::Organisation);
    }
    let body = run.len() > 1
        && run.clone().any(|word| prose.classes(word).any(Classes::ORGANISATION) && !is_person_word(prose, run.start));
    if body && !titled {
        return Some(EntityKind::Organisation);
    }
    let leads =
        ["Lake", "Mount", "Port", "Cape", "Gulf", "Fort", "Isle", "River", "Castle"].contains(&prose.word(run.start));
    let place = run.len() > 1 && (last.any(Classes::PLACE_WORD) || leads);
    if place && !titled && !first.any(Classes::FIRST_NAME) {
        return Some(EntityKind::Place);
    }
    if titled || first.any(Classes::FIRST_NAME) || is_described(prose, &run) {
        return Some(EntityKind::Person);
    }
    None
}

/// The full name of a place, also where it is written in capitals.
pub fn place_name(form: &str) -> Option<&'static str> {
    let loud = form.len() > 4 && !form.chars().any(char::is_lowercase);
    if !loud {
        return Lexicon::get().place(form);
    }
    let words: Vec<String> = form.split(' ').map(capitalised).collect();
    Lexicon::get().place(&words.join(" "))
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars.flat_map(char::to_lowercase)).collect())
}

/// "the engineering firm Osk Tamm".
fn is_body_before(prose: &Prose, start: usize) -> bool {
    let before = start.checked_sub(1).map_or("", |before| prose.word(before));
    ["firm", "company", "group", "club", "contractor", "charity", "airline", "retailer", "union", "newspaper", "bank"]
        .contains(&before)
}

fn is_person_word(prose: &Prose, word: usize) -> bool {
    prose.classes(word).any(Classes::FIRST_NAME)
}

/// "Ana Pereira, 58," and "Ana Pereira, a nurse," and "the skipper Ana Pereira" and "Ana Pereira, who".
fn is_described(prose: &Prose, run: &Range<usize>) -> bool {
    let behind = run.end;
    let comma = prose.word(behind) == ",";
    let aged =
        comma && prose.words.get(behind + 1).is_some_and(|word| word.kind == TokenKind::Number && word.span.len() == 2);
    let who = prose.is(behind, "who") || comma && prose.is(behind + 1, "who");
    let role = comma
        && prose.classes(behind + 1).any(Classes::DETERMINER)
        && (behind + 2..behind + 6)
            .take_while(|&word| prose.is_word(word))
            .any(|word| prose.classes(word).any(Classes::ROLE));
    let before = run.start.checked_sub(1).map(|before| prose.classes(before)).unwrap_or_default();
    let after_role = before.any(Classes::ROLE) && !prose.is(run.start - 1, "people");
    aged || who || role || after_role
}

fn by_context(prose: &Prose, run: &Range<usize>, form: &str) -> Option<EntityKind> {
    let loud = form.chars().count() <= 6
        && form.chars().all(|char| char.is_uppercase() || char.is_ascii_digit() || char == '.');
    if run.len() == 1 && loud {
        return Some(EntityKind::Organisation);
    }
    let before = run.start.checked_sub(1);
    let people = [
        "residents",
        "people",
        "town",
        "village",
        "city",
        "port",
        "north",
        "south",
        "east",
        "west",
        "outside",
        "mayor",
    ];
    let of_place =
        run.start > 1 && prose.is(run.start - 1, "of") && people.iter().any(|word| prose.is(run.start - 2, word));
    let stated = prose.word(run.end) == "," && place_name(prose.word(run.end + 1)).is_some();
    let at_place = ["in", "near", "at", "across", "outside", "northern", "southern", "eastern", "western", "central"];
    let within = before.is_some_and(|word| at_place.contains(&prose.word(word)));
    if of_place || stated || within {
        return Some(EntityKind::Place);
    }
    let says = |word: usize| prose.classes(word).any(Classes::CUE | Classes::CUE_THAT) && prose.is_word(word);
    let said_before = before.is_some_and(|word| says(word) && !prose.word(word).ends_with("ing"));
    (run.len() > 1 && (says(run.end) || said_before)).then_some(EntityKind::Person)
}
