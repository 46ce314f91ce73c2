//! Names in lines whose capitals mean nothing: there, only forms known from the text count.

use std::collections::HashMap;

use super::mentions::{Candidate, bare};
use super::prose::{Place, Prose};
use crate::model::entity::EntityKind;
use crate::text::span::TextSpan;

/// Whether most long words of a heading, or of a line, have capitals.
pub fn is_shouting(prose: &Prose, passage: usize) -> bool {
    let passage = &prose.passages[passage];
    if passage.words.len() > 40 {
        return false;
    }
    let long = passage.words.clone().filter(|&word| prose.is_word(word) && prose.word(word).len() > 3);
    let (mut capitals, mut loud, mut all) = (0, 0, 0);
    for word in long {
        all += 1;
        capitals += usize::from(prose.is_capital(word));
        loud += usize::from(!prose.word(word).chars().any(char::is_lowercase));
    }
    all > 3 && (loud * 10 > all * 7 || passage.place == Place::Heading && capitals * 10 > all * 7)
}

/// Full names, and the surnames of persons, by their small letters.
pub fn known_forms(found: &[Candidate]) -> HashMap<String, Candidate> {
    let mut known: HashMap<String, Candidate> = HashMap::new();
    for candidate in found {
        if let Some((_, surname)) =
            candidate.form.rsplit_once(' ').filter(|_| candidate.kind == Some(EntityKind::Person))
        {
            let short = Candidate { form: surname.to_owned(), ..candidate.clone() };
            known.entry(surname.to_lowercase()).or_insert(short);
        }
    }
    known.extend(found.iter().map(|candidate| (candidate.form.to_lowercase(), candidate.clone())));
    known
}

/// Finds forms known from the text in a line whose capitals mean nothing.
pub fn read_known(prose: &Prose, passage: usize, known: &HashMap<String, Candidate>, found: &mut Vec<Candidate>) {
    let words = prose.passages[passage].words.clone();
    let mut at = words.start;
    while at < words.end {
        let hit = (at + 1..=words.end.min(at + 5)).rev().find_map(|end| {
            let span = prose.span(at..end);
            let form = bare(span.of(prose.text));
            let form = form.strip_suffix("’S").or_else(|| form.strip_suffix("'S")).unwrap_or(form);
            let same = known.get(&form.to_lowercase()).filter(|_| prose.is_capital(at))?;
            let span = TextSpan::new(span.start, span.start + form.len());
            Some((end, Candidate { span, passage, form: same.form.clone(), ..same.clone() }))
        });
        at = hit.as_ref().map_or(at + 1, |(end, _)| *end);
        found.extend(hit.map(|(_, candidate)| candidate));
    }
}
