//! Which names name the same one: full names, surnames, short forms, acronyms.

use super::linking::Link;
use super::mentions::{Candidate, Gender};
use super::merging::{Named, Reason, merge};
use super::prose::Prose;
use crate::model::entity::{Alias, AliasRule, Entity, EntityKind, Form, Mention};
use crate::model::quote::Certainty;
use crate::text::span::TextSpan;

/// The named ones with what is known of each beside the model: an index is the same in both lists.
#[derive(Debug, Default)]
pub struct Cast {
    pub entities: Vec<Entity>,
    pub genders: Vec<Option<Gender>>,
}

/// Gathers names into entities, each alias with the rule that merged it; see `merging::merge`.
pub fn cast(prose: &Prose, candidates: &[Candidate]) -> Cast {
    let named = |candidate: &Candidate| -> bool { candidate.kind != Some(EntityKind::Place) };
    let names: Vec<Named> = candidates
        .iter()
        .map(|candidate| Named {
            form: &candidate.form,
            at: candidate.span.start,
            kind: candidate.kind,
            gender: candidate.gender.filter(|_| named(candidate)),
            titled: candidate.titled,
        })
        .collect();
    let merged = merge(&names);
    let mut cast = Cast::default();
    for group in &merged.groups {
        let kind = group.kind.unwrap_or_else(|| guess(&group.name));
        let full = super::kinds::place_name(&group.name).filter(|_| kind == EntityKind::Place);
        let name = full.map_or_else(|| group.name.clone(), str::to_owned);
        cast.entities.push(Entity::new(kind, name, Vec::new()));
        cast.genders.push(None);
    }
    for (candidate, (group, reason)) in candidates.iter().zip(&merged.of) {
        cast.add(prose, candidate, *group, *reason);
    }
    cast
}

impl Cast {
    /// Adds pronouns and descriptions to the mentions of those they mean, and descriptions to their aliases.
    pub fn note(&mut self, prose: &Prose, links: &[Link]) {
        for link in links {
            let Some(entity) = self.entities.get_mut(link.entity) else { continue };
            entity.mentions.push(Mention { span: link.span, form: link.form });
            let form = link.span.of(prose.text);
            if link.form == Form::Descriptor && !entity.aliases.iter().any(|alias| alias.form == form) {
                entity.aliases.push(Alias { form: form.to_owned(), rule: link.rule, certainty: link.certainty });
            }
        }
    }

    fn add(&mut self, prose: &Prose, candidate: &Candidate, id: usize, reason: Reason) {
        let entity = &mut self.entities[id];
        entity.mentions.push(Mention { span: candidate.span, form: Form::Name });
        let form = candidate.form.as_str();
        let reason = reason.or_else(|| (form != entity.name).then_some((AliasRule::Synonym, Certainty::Certain)));
        if let Some((rule, certainty)) = reason.filter(|_| form != entity.name)
            && !entity.aliases.iter().any(|alias| alias.form == form)
        {
            entity.aliases.push(Alias { form: form.to_owned(), rule, certainty });
        }
        if entity.kind == EntityKind::Person {
            self.genders[id] = self.genders[id].or(candidate.gender);
            if entity.capacity.is_none() {
                entity.capacity = super::capacity::capacity(prose, candidate.span);
            }
        }
    }
}

/// The kind of a name that nothing near it tells: a person with two or three words, else a body.
fn guess(name: &str) -> EntityKind {
    let words = name.split([' ', ',']).filter(|word| word.chars().next().is_some_and(char::is_uppercase)).count();
    if matches!(words, 2 | 3) { EntityKind::Person } else { EntityKind::Organisation }
}

/// Orders entities by their first mentions; says where each one went.
pub fn ordered(entities: Vec<Entity>) -> (Vec<Entity>, Vec<usize>) {
    let mut order: Vec<usize> = (0..entities.len()).collect();
    let first = |index: &usize| entities[*index].mentions.first().map_or(TextSpan::default(), |mention| mention.span);
    order.sort_by_key(first);
    let mut places = vec![0; entities.len()];
    for (place, index) in order.iter().enumerate() {
        places[*index] = place;
    }
    let mut slots: Vec<Option<Entity>> = entities.into_iter().map(Some).collect();
    let sorted = order.iter().filter_map(|index| slots[*index].take()).collect();
    (sorted, places)
}
