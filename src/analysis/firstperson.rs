//! Who "I" is: the one who speaks; in an interview, "you" is the one who answers.

use super::conversation::{conversation, is_first};
use super::entities::Cast;
use super::linking::Link;
use super::prose::Prose;
use super::reasons::Reason;
use crate::model::entity::{AliasRule, EntityId, EntityKind, Form};
use crate::model::quote::{Certainty, Quote, QuoteKind};
use crate::text::span::TextSpan;

/// Links "I", "me", "my" in direct speech to the speaker; where questions and answers stand without marks, "I"
/// outside the questions and "you" in them to the one who is named first. In order of their places.
pub fn first_person(prose: &Prose, cast: &Cast, quotes: &[Quote]) -> Vec<Link> {
    let mut links = Vec::new();
    let marked: Vec<&Quote> = quotes.iter().filter(|quote| quote.kind != QuoteKind::Indirect).collect();
    let mut speech: Vec<TextSpan> = Vec::new();
    for quote in &marked {
        speech.extend(&quote.content);
        let speaker = quote.speaker.as_ref().and_then(|speaker| speaker.entity);
        let Some(entity) = speaker.filter(|id| is_person(cast, *id) && quote.certainty != Certainty::Unsure) else {
            continue;
        };
        for span in &quote.content {
            let words = prose.words_in(*span).filter(|&word| is_first(prose.word(word)));
            links.extend(words.map(|word| link(prose, word, (entity, Reason::Speaks), quote.certainty)));
        }
    }
    speech.sort();
    if let Some(found) = conversation(prose, cast, &speech) {
        let words = found.own.iter().chain(&found.asked);
        links.extend(words.map(|&word| link(prose, word, (found.answers, Reason::Answers), Certainty::Likely)));
    }
    links
}

fn is_person(cast: &Cast, id: EntityId) -> bool {
    cast.entities.get(id).is_some_and(|entity| entity.kind == EntityKind::Person)
}

fn link(prose: &Prose, word: usize, (entity, reason): (EntityId, Reason), certainty: Certainty) -> Link {
    Link { span: prose.words[word].span, entity, form: Form::Pronoun, rule: AliasRule::Pronoun, certainty, reason }
}
