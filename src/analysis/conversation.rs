//! Questions and answers without marks or labels: who is asked, and so who "I" and "you" are.

use std::ops::Range;

use super::capacity::capacity;
use super::entities::Cast;
use super::lexicon::{Classes, Lexicon};
use super::prose::Prose;
use crate::model::entity::{EntityId, EntityKind};
use crate::text::span::TextSpan;

/// How many words behind the headline may introduce the one who is interviewed.
const LEAD: usize = 130;

/// How many words before the first question are searched for the words that announce an interview.
const OPENING: usize = 1500;

/// The words of the two sides of an interview that mean the one who answers.
pub struct Conversation {
    pub answers: EntityId,
    /// "I" outside the questions.
    pub own: Vec<usize>,
    /// "you" in the questions.
    pub asked: Vec<usize>,
}

/// A sentence with the pronouns that stand outside of speech marks.
struct Sentence {
    words: Range<usize>,
    question: bool,
    first: Vec<usize>,
    second: Vec<usize>,
    /// How often it says "we".
    plural: usize,
}

/// An interview without marks: questions that say "you", answered in the first person, and one who is announced as
/// the one who answers. Nothing where any of these lacks. Linear time.
///
/// "I" and "you" change sides with the turn (Kameyama 1998 calls them indexicals: they go by who speaks, not by
/// who was named last). "you" in an answer may be anybody and "I" beside "you" in a question is the one who asks.
pub fn conversation(prose: &Prose, cast: &Cast, speech: &[TextSpan]) -> Option<Conversation> {
    let sentences = sentences(prose, speech);
    let begin = sentences.iter().position(|sentence| sentence.question)?;
    let asks = |sentence: &Sentence| sentence.question && !sentence.second.is_empty();
    let later = || sentences[begin..].iter();
    let asked: Vec<usize> = later().filter(|sentence| asks(sentence)).flat_map(|each| each.second.clone()).collect();
    let own: Vec<usize> = later().filter(|sentence| !asks(sentence)).flat_map(|each| each.first.clone()).collect();
    let plural: usize = later().filter(|sentence| !asks(sentence)).map(|sentence| sentence.plural).sum();
    let first = sentences[begin].words.start;
    let (answers, enough) = match announced(prose, cast, first) {
        Announced::Person(id) => (id, 1),
        Announced::Nobody => (only_one(prose, cast, first)?, 3),
        Announced::Unknown => return None,
    };
    if asked.len() < enough || own.len() + plural < 3 {
        return None;
    }
    Some(Conversation { answers, own, asked })
}

fn sentences(prose: &Prose, speech: &[TextSpan]) -> Vec<Sentence> {
    let outside = |word: usize| {
        let span = prose.words[word].span;
        let after = speech.partition_point(|speech| speech.start <= span.start);
        after.checked_sub(1).and_then(|at| speech.get(at)).is_none_or(|speech| !speech.covers(span))
    };
    let mut sentences = Vec::new();
    let mut start = 0;
    for word in (0..prose.words.len()).filter(|&word| prose.words[word].closes) {
        let words = start..word + 1;
        start = word + 1;
        let pick = |is: fn(&str) -> bool| -> Vec<usize> {
            words.clone().filter(|&word| is(prose.word(word)) && outside(word)).collect()
        };
        let question = prose.word(word) == "?" || words.len() > 1 && prose.word(word - 1) == "?";
        let (first, second, plural) = (pick(is_first), pick(is_second), pick(is_plural).len());
        sentences.push(Sentence { words, question, first, second, plural });
    }
    sentences
}

pub fn is_first(word: &str) -> bool {
    matches!(word, "I" | "me" | "my" | "My" | "mine" | "Mine" | "myself" | "Me")
}

fn is_second(word: &str) -> bool {
    ["you", "your", "yours", "yourself"].iter().any(|other| word.eq_ignore_ascii_case(other))
}

fn is_plural(word: &str) -> bool {
    ["we", "us", "our", "ours"].iter().any(|other| word.eq_ignore_ascii_case(other))
}

/// What the words before the first question say of the one who answers.
enum Announced {
    Nobody,
    Person(EntityId),
    /// "the owner of a bar", whom no name could be given to: nobody else may be taken for them.
    Unknown,
}

/// Whom the words before the first question announce: "spoke with X", "interviewed the owner", "X tells …".
fn announced(prose: &Prose, cast: &Cast, first: usize) -> Announced {
    let mut named: Vec<(TextSpan, EntityId)> = persons(cast).flat_map(|id| names(cast, id)).collect();
    named.sort();
    for word in first.saturating_sub(OPENING)..first {
        let Some(end) = announces(prose, word) else { continue };
        let topic = |word: &usize| ["about", "on", "regarding", "for"].iter().any(|other| prose.is(*word, other));
        let limit = (end..first).find(|word| prose.words[*word].closes || topic(word)).unwrap_or(first);
        if let Some(id) = met(prose, &named, end..limit + 1) {
            return Announced::Person(id);
        }
        // The first one counts: another interview may be spoken of further on.
        if let Some(role) = (end..limit).find_map(|word| role(prose, word)) {
            return introduced(prose, &named, &role, first).map_or(Announced::Unknown, Announced::Person);
        }
    }
    told(prose, &named, first).map_or(Announced::Nobody, Announced::Person)
}

/// The role that a word is, in the singular.
fn role(prose: &Prose, word: usize) -> Option<String> {
    let small = prose.word(word).to_lowercase();
    let single = small.strip_suffix('s').unwrap_or(&small);
    let is_role = |form: &str| Lexicon::get().classes(form).any(Classes::ROLE) && prose.is_word(word);
    [small.as_str(), single].into_iter().find(|form| is_role(form)).map(str::to_owned)
}

/// The only one before the first question whose name stands beside this role.
fn introduced(prose: &Prose, named: &[(TextSpan, EntityId)], role: &str, first: usize) -> Option<EntityId> {
    let has = |(span, _): &&(TextSpan, EntityId)| {
        let beside = capacity(prose, *span);
        prose.word_at(span.start) < first && beside.is_some_and(|beside| holds(prose, beside, role))
    };
    let mut found: Vec<EntityId> = named.iter().filter(has).map(|(_, id)| *id).collect();
    found.sort_unstable();
    found.dedup();
    if let [only] = found.as_slice() { Some(*only) } else { None }
}

fn holds(prose: &Prose, span: TextSpan, role: &str) -> bool {
    prose.words_in(span).any(|word| prose.is(word, role))
}

/// The end of "interviewed", "interview with", "spoke to": what comes next is whom.
fn announces(prose: &Prose, word: usize) -> Option<usize> {
    let next = |words: &[&str]| words.iter().any(|other| prose.is(word + 1, other));
    match prose.word(word).to_lowercase().as_str() {
        "interviews" | "interviewed" => Some(word + 1),
        "interview" if next(&["with"]) => Some(word + 2),
        "spoke" | "speaks" | "talked" | "talks" | "chatted" | "chats" if next(&["to", "with"]) => Some(word + 2),
        "sat" | "sits" | "caught" | "catches" if prose.is(word + 2, "with") => Some(word + 3),
        "questions" if next(&["for", "to"]) => Some(word + 2),
        _ => None,
    }
}

/// The first person named in the words, where no other is named beside them: with two it is not plain who answers.
fn met(prose: &Prose, named: &[(TextSpan, EntityId)], words: Range<usize>) -> Option<EntityId> {
    let from = prose.words.get(words.start)?.span.start;
    let to = prose.words.get(words.end.checked_sub(1)?)?.span.end;
    let at = named.partition_point(|(span, _)| span.start < from);
    let (span, id) = named.get(at).filter(|(span, _)| span.end <= to)?;
    let end = prose.words_in(*span).end;
    let start = prose.word_at(span.start);
    if start > 0 && prose.classes(start - 1).any(Classes::DETERMINER) {
        return None; // "the Tamm pier"
    }
    let joined = prose.is(end, "and") || prose.word(end) == "&";
    (!joined || !prose.is_capital(end + 1)).then_some(*id)
}

/// "X tells …", "X discusses …" in the headline or in the last two sentences before the first question.
fn told(prose: &Prose, named: &[(TextSpan, EntityId)], first: usize) -> Option<EntityId> {
    let head = prose.passages.first().map_or(0, |passage| passage.words.end);
    let tells = |(span, id): &(TextSpan, EntityId)| {
        let end = prose.words_in(*span).end;
        let verb = ["tells", "told", "discusses", "explains", "answers", "on", "about"];
        let says = verb.iter().any(|word| prose.is(end, word));
        (says && end <= head.min(first)).then_some(*id)
    };
    named.iter().find_map(tells)
}

/// The one person whom the first words name, or the headline alone: with two it is not plain who answers. A name
/// below a picture is nobody of the story.
fn only_one(prose: &Prose, cast: &Cast, first: usize) -> Option<EntityId> {
    let head = prose.passages.first().map_or(0, |passage| passage.words.end);
    let within = |limit: usize| -> Vec<EntityId> {
        let near = |id: &EntityId| {
            let name = names(cast, *id).find(|(span, _)| !is_credit(prose, *span));
            name.is_some_and(|(span, _)| prose.word_at(span.start) < limit)
        };
        persons(cast).filter(near).collect()
    };
    let one = |found: Vec<EntityId>| if let [only] = found.as_slice() { Some(*only) } else { None };
    match within(head).as_slice() {
        [] => one(within(head + LEAD)).or_else(|| one(within(first))).or_else(|| most_named(prose, cast, first)),
        found => one(found.to_vec()),
    }
}

/// The one who is named at least twice as often as any other before the first question.
fn most_named(prose: &Prose, cast: &Cast, first: usize) -> Option<EntityId> {
    let count = |id: EntityId| {
        let before = |span: &TextSpan| prose.word_at(span.start) < first && !is_credit(prose, *span);
        names(cast, id).filter(|(span, _)| before(span)).count()
    };
    let mut counts: Vec<(usize, EntityId)> = persons(cast).map(|id| (count(id), id)).collect();
    counts.sort_unstable_by_key(|(count, id)| (std::cmp::Reverse(*count), *id));
    let next = counts.get(1).map_or(0, |(count, _)| *count);
    counts.first().filter(|(count, _)| *count >= 2 && *count >= 2 * next).map(|(_, id)| *id)
}

fn persons(cast: &Cast) -> impl Iterator<Item = EntityId> {
    let person =
        |(id, entity): (EntityId, &crate::model::entity::Entity)| (entity.kind == EntityKind::Person).then_some(id);
    cast.entities.iter().enumerate().filter_map(person)
}

fn names(cast: &Cast, id: EntityId) -> impl Iterator<Item = (TextSpan, EntityId)> {
    cast.entities[id].mentions.iter().map(move |mention| (mention.span, id))
}

/// "Image: X".
fn is_credit(prose: &Prose, name: TextSpan) -> bool {
    let word = prose.word_at(name.start);
    let label = ["image", "photo", "picture", "photograph", "credit", "illustration"];
    let colon =
        word > 1 && matches!(prose.word(word - 1), ":" | ";" | "/") && !prose.classes(word - 2).any(Classes::CUE);
    colon && label.iter().any(|other| prose.is(word - 2, other))
}
