//! The people, organisations, places and sums that the open article names.

use super::quotes::lines;
use super::reading::Reading;
use super::words::{chosen, counted, doubt, ended, listed, short};
use crate::model::document::Block;
use crate::model::entity::{Entity, EntityId, EntityKind};

/// The groups whose names have numbers.
const NAMES: [(&str, &[EntityKind]); 4] = [
    ("People", &[EntityKind::Person]),
    ("Organisations", &[EntityKind::Organisation]),
    ("Places and peoples", &[EntityKind::Place, EntityKind::Group]),
    ("Works and events", &[EntityKind::Work, EntityKind::Event, EntityKind::Product]),
];

/// The groups that are told in one line each.
const VALUES: [(&str, &[EntityKind]); 2] = [
    ("Dates", &[EntityKind::Date]),
    ("Money and numbers", &[EntityKind::Money, EntityKind::Percent, EntityKind::Number]),
];

/// All names by their groups, or one of them.
pub fn names(reading: &Reading, wanted: &str) -> String {
    let order = order(reading);
    if order.is_empty() {
        let foreign = if reading.analysis.foreign { ": they are found in English texts" } else { " in this article" };
        return format!("No names were found{foreign}.");
    }
    if wanted.is_empty() {
        return list(reading);
    }
    // Other forms of a name mean it as well, but after the names themselves.
    let entities = &reading.analysis.entities;
    let aliases = order.iter().flat_map(|id| entities[*id].aliases.iter().map(|alias| (alias.form.as_str(), *id)));
    let forms = order.iter().map(|id| (entities[*id].name.as_str(), *id)).chain(aliases);
    let (forms, ids): (Vec<&str>, Vec<EntityId>) = forms.unzip();
    let found = chosen(&forms, order.len(), wanted);
    match found.and_then(|place| ids.get(place)).and_then(|id| Some((*id, entities.get(*id)?))) {
        Some((id, entity)) => one(reading, id, entity),
        None => format!("No name here is “{}”. a alone lists them.", short(wanted)),
    }
}

/// The names in the order of their numbers, those without one last.
fn order(reading: &Reading) -> Vec<EntityId> {
    let groups = NAMES.iter().chain(&VALUES);
    groups.flat_map(|(_, kinds)| group(reading, kinds)).map(|(id, _)| id).collect()
}

fn group<'r>(reading: &'r Reading, kinds: &'r [EntityKind]) -> impl Iterator<Item = (EntityId, &'r Entity)> {
    reading.analysis.entities.iter().enumerate().filter(|(_, entity)| kinds.contains(&entity.kind))
}

fn list(reading: &Reading) -> String {
    let mut number = 0;
    let mut out = Vec::new();
    for (title, kinds) in NAMES {
        let own: Vec<&Entity> = group(reading, kinds).map(|(_, entity)| entity).collect();
        if own.is_empty() {
            continue;
        }
        out.push(format!("{title}, {}:", own.len()));
        for entity in own {
            number += 1;
            out.push(format!("{number}. {}, {}.", entity.name, counted(entity.mentions.len(), "mention")));
        }
    }
    for (title, kinds) in VALUES {
        let own: Vec<String> = group(reading, kinds).map(|(_, entity)| entity.name.clone()).collect();
        if !own.is_empty() {
            out.push(format!("{title}, {}: {}.", own.len(), listed(&own)));
        }
    }
    out.join("\n")
}

fn one(reading: &Reading, id: EntityId, entity: &Entity) -> String {
    let document = &reading.article.document;
    let capacity = entity.capacity.map(|span| format!(", {}", document.slice(span).replace('\n', " ")));
    let mut out = vec![ended(&format!("{}, {}{}", entity.name, entity.kind.name(), capacity.unwrap_or_default()))];
    if !entity.aliases.is_empty() {
        let aliases = entity.aliases.iter();
        let aliases: Vec<String> =
            aliases.map(|alias| format!("{} ({}{})", alias.form, alias.rule.words(), doubt(alias.certainty))).collect();
        out.push(format!("Also called {}.", listed(&aliases)));
    }
    out.push(format!("{}: {}.", counted(entity.mentions.len(), "mention"), places(reading, entity)));
    let quotes = reading.voices.iter().filter(|voice| voice.entity() == Some(id)).flat_map(|voice| &voice.quotes);
    let quotes: Vec<usize> = quotes.copied().collect();
    let count = counted(quotes.len(), "quote");
    out.push(lines(reading, quotes).map_or("No quotes.".to_owned(), |lines| format!("{count}:\n{lines}")));
    out.join("\n")
}

/// "the headline, paragraphs 1, 2 and 5".
fn places(reading: &Reading, entity: &Entity) -> String {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut others: Vec<String> = Vec::new();
    for mention in &entity.mentions {
        let place = reading.place(mention.span.start);
        let in_body = reading.block(mention.span.start).is_some_and(Block::is_body);
        let number = place.strip_prefix("paragraph ").filter(|_| in_body).map(str::to_owned);
        let (list, place) = match number {
            Some(number) => (&mut paragraphs, number),
            None => (&mut others, place),
        };
        if list.last() != Some(&place) {
            list.push(place);
        }
    }
    let noun = if paragraphs.len() == 1 { "paragraph" } else { "paragraphs" };
    if !paragraphs.is_empty() {
        others.push(format!("{noun} {}", listed(&paragraphs)));
    }
    others.join(", ")
}
