//! Who is meant by a description: "the harbour chief" is whoever was introduced as the harbour master.

use super::entities::Cast;
use super::lexicon::Classes;
use super::mentions::gender_of;
use super::normalise::numeral;
use super::prose::Prose;
use crate::model::entity::{EntityId, EntityKind};
use crate::model::quote::Certainty;
use crate::text::span::TextSpan;

/// Roles that papers use for one another.
const ALIKE: [&[&str]; 9] = [
    &["minister", "secretary"],
    &["manager", "coach", "boss", "gaffer", "head"],
    &["lawyer", "attorney", "barrister", "solicitor", "counsel", "advocate"],
    &["chief", "head", "boss", "director", "president", "chair", "chairman", "chairwoman", "executive", "officer"],
    &["spokesman", "spokeswoman", "spokesperson"],
    &["researcher", "scientist", "professor", "ecologist", "biologist", "author"],
    &["councillor", "councilman", "councilwoman", "councilor"],
    &["player", "striker", "forward", "midfielder", "defender", "winger", "goalkeeper"],
    &["judge", "justice", "magistrate"],
];

/// The person whom a definite description means, and how sure that is; nothing for one the text leaves unnamed.
///
/// "a defence source" and "a spokesman for X" describe someone new and resolve to nobody.
pub fn described(
    prose: &Prose,
    cast: &Cast,
    named: &[(TextSpan, EntityId)],
    source: TextSpan,
    not: Option<EntityId>,
) -> Option<(EntityId, Certainty)> {
    let words = prose.words_in(source);
    let definite = prose.is(words.start, "the");
    if !definite || words.len() < 2 {
        return None;
    }
    let head_end = words
        .clone()
        .skip(1)
        .find(|&word| prose.classes(word).any(Classes::PREPOSITION | Classes::CONJUNCTION))
        .unwrap_or(words.end);
    let head = prose.word(head_end - 1).to_lowercase();
    if !prose.classes(head_end - 1).any(Classes::ROLE) && !head.contains("year-old") {
        return None;
    }
    let modifiers: Vec<String> = (words.start + 1..head_end - 1).map(|word| prose.word(word).to_lowercase()).collect();
    let gender = gender_of(prose.classes(head_end - 1), "");
    let mut best: Option<(i64, EntityId)> = None;
    let end = named.partition_point(|(span, _)| span.start < source.start);
    for (order, (span, id)) in named[..end].iter().rev().take(60).enumerate() {
        let known = cast.genders[*id];
        if cast.entities[*id].kind != EntityKind::Person
            || Some(*id) == not
            || gender.is_some() && known.is_some() && known != gender
        {
            continue;
        }
        let Some(fit) = fit(prose, cast, *id, &head, &modifiers, *span) else { continue };
        let score = fit * 40 - order as i64;
        if best.is_none_or(|(most, _)| score > most) {
            best = Some((score, *id));
        }
    }
    let (score, id) = best?;
    Some((id, if score > 40 { Certainty::Certain } else { Certainty::Likely }))
}

/// Words of a line that can be a heading.
const HEADING: usize = 24;

/// Whom a role means that a heading begins with ("Fire chief: …"): the one whom the text goes on to introduce so.
pub fn announced(
    prose: &Prose,
    cast: &Cast,
    named: &[(TextSpan, EntityId)],
    source: TextSpan,
) -> Option<(EntityId, Certainty)> {
    let words = prose.words_in(source);
    let line = &prose.passages[prose.passage_at(source.start)].words;
    let last = words.end.checked_sub(1).filter(|&last| prose.classes(last).any(Classes::ROLE))?;
    let is_heading = words.start == line.start && line.len() < HEADING && !prose.is(line.end - 1, ".");
    if !is_heading || prose.classes(words.start).any(Classes::DETERMINER) {
        return None;
    }
    let head = prose.word(last).to_lowercase();
    let head = if head == "ceo" { "executive" } else { head.as_str() };
    let modifiers: Vec<String> = (words.start..last).map(|word| prose.word(word).to_lowercase()).collect();
    let start = named.partition_point(|(span, _)| span.start < source.end);
    let persons = named[start..].iter().take(60).filter(|(_, id)| cast.entities[*id].kind == EntityKind::Person);
    let fits = |(span, id): &(TextSpan, EntityId)| Some((fit(prose, cast, *id, head, &modifiers, *span)?, *id));
    let mut fitting: Vec<(i64, EntityId)> = persons.filter_map(fits).filter(|(fit, _)| *fit > 1).collect();
    fitting.sort_by_key(|(fit, _)| std::cmp::Reverse(*fit));
    let (most, id) = *fitting.first()?;
    let is_alone = fitting.iter().all(|(fit, other)| *other == id || *fit < most);
    is_alone.then_some((id, Certainty::Likely))
}

/// How well someone's introduction fits a description: 3 the same role with the same modifier, 1 a like role.
fn fit(prose: &Prose, cast: &Cast, id: EntityId, head: &str, modifiers: &[String], name: TextSpan) -> Option<i64> {
    if head.contains("year-old") {
        let years = head.split('-').next().unwrap_or_default();
        let words = prose.words_in(name);
        let same =
            |word: &str| word == years || numeral(&word.to_lowercase()).is_some_and(|age| Some(age) == numeral(years));
        let before = words.start.checked_sub(1).map(|before| prose.word(before)).unwrap_or_default();
        let before = before.rsplit_once("-year").map_or("", |(age, _)| age);
        return (same(prose.word(words.end + 1)) || same(before)).then_some(3);
    }
    let capacity = cast.entities[id].capacity?;
    let introduced: Vec<String> = prose.words_in(capacity).map(|word| prose.word(word).to_lowercase()).collect();
    let same = introduced.iter().any(|word| word == head);
    let alike =
        ALIKE.iter().any(|roles| roles.contains(&head) && introduced.iter().any(|word| roles.contains(&word.as_str())));
    if !same && !alike {
        return None;
    }
    // A modifier that the introduction lacks is no objection where it only says whose: "the British minister".
    let shared = modifiers.iter().filter(|modifier| introduced.contains(modifier)).count() as i64;
    // "the Harbour manager" is not whoever was "their manager" of others.
    let owned = introduced.first().is_some_and(|first| ["their", "its", "his", "her"].contains(&first.as_str()));
    if owned && shared == 0 && !modifiers.is_empty() {
        return None;
    }
    Some(1 + i64::from(same) + shared)
}

/// Roles of people whom papers leave unnamed on purpose.
const UNNAMED: [&str; 12] = [
    "source",
    "official",
    "insider",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "person",
    "people",
    "diplomat",
    "aide",
    "resident",
    "neighbour",
];

/// The role in "the old keeper", where a definite description of one person ends with it.
pub fn head(prose: &Prose, source: TextSpan) -> Option<String> {
    let words = prose.words_in(source);
    let head_end =
        words.clone().skip(1).find(|&word| prose.classes(word).any(Classes::PREPOSITION | Classes::CONJUNCTION));
    let last = head_end.unwrap_or(words.end).checked_sub(1)?;
    let role = prose.classes(last).any(Classes::ROLE) && prose.is(words.start, "the") && words.len() > 1;
    role.then(|| prose.word(last).to_lowercase())
}

/// Whether a role may be given to somebody who was not introduced by it.
pub fn is_nameable(head: &str) -> bool {
    !UNNAMED.contains(&head)
}

/// The noun in "the company", where a definite description of a body ends with it.
pub fn body_head(prose: &Prose, source: TextSpan) -> Option<String> {
    let words = prose.words_in(source);
    let last = words.end.checked_sub(1)?;
    let body = prose.classes(last).any(Classes::BODY) && prose.is(words.start, "the") && words.len() == 2;
    body.then(|| prose.word(last).to_lowercase())
}
