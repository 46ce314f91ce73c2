//! Who "I" is: the one who speaks; in an interview, "you" is the one who answers.

use super::entities::Cast;
use super::linking::Link;
use super::prose::Prose;
use crate::model::entity::{AliasRule, EntityId, EntityKind, Form};
use crate::model::quote::{Certainty, Quote, QuoteKind};
use crate::text::span::TextSpan;

/// How many bytes behind the headline may introduce the one who is interviewed.
const LEAD: usize = 700;

/// Links "I", "me", "my" in direct speech to the speaker; where questions and answers stand without marks, "I"
/// outside the questions and "you" in them to the one who is named first. In order of their places.
pub fn first_person(prose: &Prose, cast: &Cast, quotes: &[Quote]) -> Vec<Link> {
    let mut links = Vec::new();
    let direct: Vec<&Quote> = quotes.iter().filter(|quote| quote.kind == QuoteKind::Direct).collect();
    let mut speech: Vec<TextSpan> = Vec::new();
    for quote in &direct {
        speech.extend(&quote.content);
        let speaker = quote.speaker.as_ref().and_then(|speaker| speaker.entity);
        let Some(entity) = speaker.filter(|id| is_person(cast, *id) && quote.certainty != Certainty::Unsure) else {
            continue;
        };
        for span in &quote.content {
            let words = prose.words_in(*span).filter(|&word| is_first(prose.word(word)));
            links.extend(words.map(|word| link(prose, word, entity, quote.certainty)));
        }
    }
    speech.sort();
    links.extend(unmarked(prose, cast, &speech));
    links
}

fn is_person(cast: &Cast, id: EntityId) -> bool {
    cast.entities.get(id).is_some_and(|entity| entity.kind == EntityKind::Person)
}

fn link(prose: &Prose, word: usize, entity: EntityId, certainty: Certainty) -> Link {
    Link { span: prose.words[word].span, entity, form: Form::Pronoun, rule: AliasRule::Pronoun, certainty }
}

fn is_first(word: &str) -> bool {
    matches!(word, "I" | "me" | "my" | "My" | "mine" | "myself" | "Me")
}

fn is_second(word: &str) -> bool {
    ["you", "your", "yours", "yourself"].iter().any(|other| word.eq_ignore_ascii_case(other))
}

/// An interview without marks: at least three questions that say "you", and "I" at least three times.
fn unmarked(prose: &Prose, cast: &Cast, speech: &[TextSpan]) -> Vec<Link> {
    let outside = |word: usize| {
        let span = prose.words[word].span;
        let after = speech.partition_point(|speech| speech.start <= span.start);
        after.checked_sub(1).and_then(|at| speech.get(at)).is_none_or(|speech| !speech.covers(span))
    };
    let questions = questions(prose);
    let pick = |question: bool, is: fn(&str) -> bool| -> Vec<usize> {
        let words = (0..prose.words.len()).filter(|&word| questions[word] == question && is(prose.word(word)));
        words.filter(|&word| outside(word)).collect()
    };
    let (answers, asked) = (pick(false, is_first), pick(true, is_second));
    if answers.len() < 3 || asked.len() < 3 {
        return Vec::new();
    }
    let Some(entity) = interviewee(prose, cast) else { return Vec::new() };
    answers.into_iter().chain(asked).map(|word| link(prose, word, entity, Certainty::Likely)).collect()
}

/// The one person whom the first words name, or the headline alone: with two it is not plain who answers.
fn interviewee(prose: &Prose, cast: &Cast) -> Option<EntityId> {
    let persons = || cast.entities.iter().enumerate().filter(|(_, entity)| entity.kind == EntityKind::Person);
    let head = prose.passages.first().map_or(0, |passage| passage.span.end);
    let within = |limit: usize| -> Vec<EntityId> {
        let near =
            persons().filter(|(_, entity)| entity.mentions.first().is_some_and(|first| first.span.start < limit));
        near.map(|(id, _)| id).collect()
    };
    match within(head).as_slice() {
        [only] => Some(*only),
        [] => match within(head + LEAD).as_slice() {
            [only] => Some(*only),
            _ => None,
        },
        _ => None,
    }
}

/// For each word, whether its sentence is a question.
fn questions(prose: &Prose) -> Vec<bool> {
    let mut questions = vec![false; prose.words.len()];
    let mut start = 0;
    for word in 0..prose.words.len() {
        if prose.words[word].closes {
            let question = prose.word(word) == "?" || word > start && prose.word(word - 1) == "?";
            questions[start..=word].fill(question);
            start = word + 1;
        }
    }
    questions
}
