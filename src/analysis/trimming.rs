//! A name that the tagger found, cut to what is its own: titles off, honours, particles and double names in.

use std::ops::Range;

use super::kinds::kind;
use super::lexicon::Classes;
use super::mentions::{Candidate, bare, gender_of};
use super::phrases::is_particle;
use super::prose::Prose;
use super::runs::{is_double, is_postnominal};
use super::tagger::Tagged;
use super::tagger::labels::NameKind;
use crate::model::entity::EntityKind;
use crate::text::span::TextSpan;

/// Words between a dateline's place and its dash at most: ", Ohio (XX) —".
const DATELINE: usize = 7;

/// The name without titles, with the particles it has; nothing where no name is left. `ruled` say what kinds they are of.
pub fn candidate(prose: &Prose, name: Tagged, ruled: &[Candidate]) -> Option<Candidate> {
    let mut words = prose.words_in(name.span);
    let (mut titled, mut gender) = (false, None);
    let mut span = name.span;
    let courtesy = prose.classes(words.start).any(Classes::TITLE) && words.len() > 1;
    let name_kind = if courtesy && name.kind == NameKind::Misc { NameKind::Person } else { name.kind };
    if name_kind == NameKind::Person {
        // "on Tuesday Johnson said".
        while words.len() > 1 && prose.classes(words.start).any(Classes::DAY) {
            words.start += 1;
            span.start = prose.span(words.clone()).start;
        }
        let title = titles(prose, &mut words, &mut span);
        let said_by = |word: usize| gender_of(prose.classes(word), prose.word(word));
        titled = title.is_some();
        gender = title.and_then(said_by).or_else(|| said_by(words.start));
        while words.len() > 1 && is_postnominal(prose.word(words.end - 1)) {
            words.end -= 1;
            span.end = prose.span(words.clone()).end;
        }
    }
    if name_kind == NameKind::Person && span.end > span.start {
        // "Jae-in" is cut by whoever takes "in" for a word.
        let last = prose.word_at(span.end - 1);
        if words.len() > 1
            && prose.words.get(last).is_some_and(|word| word.span.end > span.end)
            && is_double(prose.word(last))
        {
            span.end = prose.words[last].span.end;
        }
        particles(prose, &mut words, &mut span);
    }
    let form = bare(span.of(prose.text)).to_owned();
    let span = TextSpan::new(span.start, span.start + form.len());
    // "I’ve" and the like.
    let speaks = form.strip_prefix('I').is_some_and(|rest| rest.starts_with(['’', '\'']));
    if speaks || !form.chars().any(|char| char.is_uppercase() || char.is_numeric()) {
        return None;
    }
    let same = ruled.iter().find(|candidate| candidate.span == span);
    let by_rule = same.map_or_else(|| kind(prose, words.clone(), &form, titled), |candidate| candidate.kind);
    let kind = match is_dateline(prose, words.clone(), name.passage) {
        true => Some(EntityKind::Place),
        false => Some(kind_of(name_kind, by_rule, &form)),
    };
    Some(Candidate { span, form, kind, gender, titled, passage: name.passage })
}

/// Takes courtesy titles and roles off the head of a person's name, and takes an honour before it in; the title
/// that stands before the name.
fn titles(prose: &Prose, words: &mut Range<usize>, span: &mut TextSpan) -> Option<usize> {
    let title = |word: usize| {
        let classes = prose.classes(word);
        classes.any(Classes::TITLE | Classes::ROLE) && !classes.any(Classes::FIRST_NAME | Classes::HONOUR)
    };
    while words.len() > 1 && title(words.start) {
        words.start += 1 + usize::from(prose.word(words.start + 1) == "." && words.len() > 2);
        span.start = prose.span(words.clone()).start;
    }
    let honour = |word: usize| prose.classes(word).any(Classes::HONOUR) && prose.is_capital(word);
    // "Union Minister V Muraleedharan", "US President Joe Biden".
    let role = |word: usize| title(word) && prose.is_capital(word) && !prose.classes(word).any(Classes::STOP);
    if let Some(last) = (words.start..words.end - 1).rev().find(|word| role(*word)) {
        words.start = last + 1;
        span.start = prose.span(words.clone()).start;
    }
    while words.start > 0 && honour(words.start - 1) && !prose.words[words.start - 1].closes {
        words.start -= 1;
        span.start = prose.span(words.clone()).start;
    }
    let before = words
        .start
        .checked_sub(1)
        .map(|before| if prose.word(before) == "." { before.saturating_sub(1) } else { before });
    before.filter(|&before| title(before) && prose.is_capital(before))
}

/// Whether the name is the place in capitals that a report is from: "HARLOW FALLS, Ohio —".
fn is_dateline(prose: &Prose, words: Range<usize>, passage: usize) -> bool {
    let first = prose.passages.get(passage).map(|passage| passage.words.start);
    let loud = words.clone().all(|word| !prose.word(word).contains(char::is_lowercase));
    let dash = (words.end..words.end + DATELINE).any(|word| matches!(prose.word(word), "—" | "–" | "-"));
    first == Some(words.start) && loud && dash
}

/// Takes in the small words that a surname begins with, and the surname behind them: "de la Cruz".
fn particles(prose: &Prose, words: &mut Range<usize>, span: &mut TextSpan) {
    let joins = |before: usize| is_particle(prose.word(before)) && !prose.is_capital(before);
    while words.start > 0 && joins(words.start - 1) && !prose.words[words.start].opens {
        words.start -= 1;
        span.start = prose.span(words.clone()).start;
    }
    while joins(words.end) && prose.is_capital(words.end + 1) && !prose.words[words.end + 1].opens {
        words.end += 2;
        span.end = prose.span(words.clone()).end;
    }
}

/// The kind that the tagger says, told apart further by the rules where it says no more than "another name".
fn kind_of(tagged: NameKind, by_rule: Option<EntityKind>, form: &str) -> EntityKind {
    match (tagged, by_rule) {
        (NameKind::Person, _) => EntityKind::Person,
        (NameKind::Organisation, _) => EntityKind::Organisation,
        (NameKind::Place, _) => EntityKind::Place,
        (_, Some(kind @ (EntityKind::Group | EntityKind::Event | EntityKind::Work | EntityKind::Product))) => kind,
        (_, Some(EntityKind::Place)) => EntityKind::Place,
        _ if ["ans", "ists", "ites", "ese", "ian", "ish"].iter().any(|end| form.ends_with(end)) => EntityKind::Group,
        _ if form.chars().any(char::is_numeric) => EntityKind::Event,
        _ => EntityKind::Work,
    }
}
