//! What the rest is worth where the names, or the words of the sources, are given as they are marked.

use super::alignment::Alignment;
use super::found::{Found, Reading};
use super::gold::{Gold, GoldEntity, Points, WhoKind};
use super::names::same_head;
use super::outcome::outcome;
use super::people::{People, people};
use crate::analysis::analyse_with;
use crate::analysis::capacity::capacity;
use crate::analysis::entities::Cast;
use crate::analysis::lexicon::{Classes, Lexicon};
use crate::analysis::mentions::gender_of;
use crate::analysis::prose::Prose;
use crate::analysis::quotes::Draft;
use crate::model::entity::{Entity, EntityKind, Form, Mention};
use crate::model::quote::Certainty;
use crate::text::span::TextSpan;

/// What is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    Names,
    Sources,
    Both,
}

/// What is found where some of it is given.
pub fn found_with(gold: &Gold, given: Given) -> Vec<Found> {
    let Some(reading) = Reading::of(gold) else { return Vec::new() };
    let alignment = &reading.alignment;
    let names = |prose: &Prose, cast: Cast| match given {
        Given::Sources => cast,
        _ if gold.entities.is_empty() => with_people(prose, cast, alignment, gold),
        _ => marked(prose, alignment, &gold.entities),
    };
    let sources = |drafts: &mut Vec<Draft>| {
        if given != Given::Names {
            with_sources(gold, alignment, drafts);
        }
    };
    let analysis = analyse_with(&reading.article.document, &reading.context(), names, sources);
    reading.found(gold, &analysis)
}

/// The cast as it is marked: every name, no description and no pronoun.
fn marked(prose: &Prose, alignment: &Alignment, entities: &[GoldEntity]) -> Cast {
    let mut cast = Cast::default();
    for entity in entities.iter().filter(|entity| !entity.kind.is_value()) {
        let names = entity.mentions.iter().filter(|mention| mention.1 == Form::Name);
        let mut spans: Vec<TextSpan> = names.filter_map(|(points, _)| alignment.back(points)).collect();
        spans.sort();
        add(prose, &mut cast, entity.kind, entity.name.clone(), &spans);
    }
    cast
}

/// The cast as it was found, the people who speak put right: all that names one of them is one person's.
fn with_people(prose: &Prose, mut cast: Cast, alignment: &Alignment, gold: &Gold) -> Cast {
    let People { all, namings, .. } = people(gold);
    let mut people: Vec<(String, Vec<TextSpan>)> =
        all.iter().map(|person| (format!("{} {}", person.given, person.family), Vec::new())).collect();
    for naming in &namings {
        people[naming.person].1.extend(alignment.back(&naming.span));
    }
    let canonical = |name: &str| {
        let named = gold.quotes.iter().filter(|quote| quote.kind == Some(WhoKind::Named));
        named.filter_map(|quote| quote.who.clone()).find(|who| same_head(who, name, true))
    };
    for (name, spans) in &people {
        for entity in &mut cast.entities {
            entity.mentions.retain(|mention| !spans.iter().any(|span| span.overlaps(mention.span)));
        }
        add(prose, &mut cast, EntityKind::Person, canonical(name).unwrap_or_else(|| name.clone()), spans);
    }
    cast
}

fn add(prose: &Prose, cast: &mut Cast, kind: EntityKind, name: String, spans: &[TextSpan]) {
    let mentions: Vec<Mention> = spans.iter().map(|span| Mention { span: *span, form: Form::Name }).collect();
    if mentions.is_empty() {
        return;
    }
    let titled = |span: &TextSpan| {
        let before = prose.word_at(span.start).checked_sub(1)?;
        gender_of(prose.classes(before), prose.word(before)).filter(|_| prose.classes(before).any(Classes::TITLE))
    };
    let first = name.split(' ').next().unwrap_or_default();
    let by_name = gender_of(Lexicon::get().classes(first), first);
    let mut entity = Entity::new(kind, name.clone(), mentions);
    let person = kind == EntityKind::Person;
    entity.capacity = spans.iter().filter(|_| person).find_map(|span| capacity(prose, *span));
    cast.entities.push(entity);
    cast.genders.push(spans.iter().find_map(titled).or(by_name).filter(|_| person));
}

/// Gives each draft that is paired with a marked quote the words that are marked as its source.
fn with_sources(gold: &Gold, alignment: &Alignment, drafts: &mut [Draft]) {
    let place = |draft: &Draft| Found {
        spans: draft.content.iter().flat_map(|span| alignment.spans(*span, &gold.text)).collect::<Vec<Points>>(),
        source: None,
        cue: None,
        speaker: None,
        certainty: Certainty::Certain,
        inherited: false,
    };
    let found: Vec<Found> = drafts.iter().map(place).collect();
    let outcome = outcome(gold, &found, false);
    for piece in &outcome.marked {
        let draft = piece.of.and_then(|of| outcome.found.get(of)).and_then(|found| drafts.get_mut(found.quote));
        let source = gold.quotes.get(piece.quote).and_then(|quote| alignment.back(&bare(gold, quote.source.as_ref()?)));
        if let (Some(draft), Some(source)) = (draft, source) {
            draft.source = Some(source);
            (draft.inherits, draft.subject) = (None, None);
        }
    }
}

/// A source without what a comma sets off behind its name, as the analysis reads it: "Ida Crane, a poet"; not the
/// name behind a description ("her lawyer, Ida Crane").
fn bare(gold: &Gold, source: &Points) -> Points {
    let comma = source.clone().find(|at| gold.text[*at] == ',');
    let small = |comma: &usize| {
        let behind = gold.text.get(comma + 1..source.end).unwrap_or_default();
        behind.iter().find(|char| !char.is_whitespace()).is_none_or(|char| !char.is_uppercase())
    };
    source.start..comma.filter(small).unwrap_or(source.end)
}
