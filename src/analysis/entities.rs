//! Which names name the same one: full names, surnames, short forms, acronyms.

use std::collections::HashMap;

use super::lexicon::{Classes, Lexicon};
use super::mentions::{Candidate, Gender};
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

/// Gathers names into entities, each alias with the rule that merged it.
///
/// Full names stand for themselves; a shorter form goes to the nearest bearer before it, else to the first one
/// after it, so that two people of one surname stay apart.
pub fn cast(prose: &Prose, candidates: &[Candidate]) -> Cast {
    let kinds = kinds_of_forms(candidates);
    let fulls = fulls(candidates, &kinds);
    let mut gathering =
        Gathering { prose, cast: Cast::default(), of_form: HashMap::new(), fulls, last: HashMap::new() };
    for candidate in candidates {
        gathering.add(candidate, &kinds);
    }
    gathering.cast
}

/// The kind of each form: the one said most often; persons and bodies before places by context.
fn kinds_of_forms(candidates: &[Candidate]) -> HashMap<&str, EntityKind> {
    let mut votes: HashMap<&str, HashMap<EntityKind, usize>> = HashMap::new();
    for candidate in candidates {
        if let Some(kind) = candidate.kind {
            *votes.entry(&candidate.form).or_default().entry(kind).or_default() += 1;
        }
    }
    let best = |kinds: &HashMap<EntityKind, usize>| {
        kinds.iter().max_by_key(|(kind, count)| (**count, std::cmp::Reverse(**kind))).map(|(kind, _)| *kind)
    };
    votes.iter().filter_map(|(form, kinds)| best(kinds).map(|kind| (*form, kind))).collect()
}

/// The names of several words that shorter ones can stand for, by each of their words.
#[derive(Default)]
struct Fulls {
    names: Vec<Full>,
    by_word: HashMap<String, Vec<usize>>,
    by_initials: HashMap<String, usize>,
}

struct Full {
    form: String,
    kind: EntityKind,
}

fn fulls(candidates: &[Candidate], kinds: &HashMap<&str, EntityKind>) -> Fulls {
    let mut fulls = Fulls::default();
    let mut seen: HashMap<&str, ()> = HashMap::new();
    for candidate in candidates {
        let form = candidate.form.as_str();
        let words: Vec<&str> = parts(form);
        if words.len() < 2 || seen.insert(form, ()).is_some() {
            continue;
        }
        let kind = kinds.get(form).copied().unwrap_or(EntityKind::Person);
        if kind == EntityKind::Place && super::kinds::place_name(form).is_some() {
            continue;
        }
        let index = fulls.names.len();
        for word in &words {
            fulls.by_word.entry((*word).to_owned()).or_default().push(index);
        }
        let initials: String =
            words.iter().filter_map(|word| word.chars().next()).filter(|char| char.is_uppercase()).collect();
        if kind != EntityKind::Person && initials.len() > 1 {
            fulls.by_initials.entry(initials).or_insert(index);
        }
        fulls.names.push(Full { form: form.to_owned(), kind });
    }
    fulls
}

/// The words of a name that can stand for it; small words are left out.
fn parts(form: &str) -> Vec<&str> {
    form.split([' ', ',']).filter(|word| word.chars().next().is_some_and(char::is_uppercase)).collect()
}

struct Gathering<'a> {
    prose: &'a Prose<'a>,
    cast: Cast,
    of_form: HashMap<(String, bool), usize>,
    fulls: Fulls,
    /// The full name that a short form last stood near.
    last: HashMap<String, usize>,
}

impl Gathering<'_> {
    fn add(&mut self, candidate: &Candidate, kinds: &HashMap<&str, EntityKind>) {
        let form = candidate.form.as_str();
        let mut kind = kinds.get(form).copied();
        if kind.is_none() {
            kind = match parts(form).len() {
                0 | 1 => None,
                2 | 3 => Some(EntityKind::Person),
                _ => Some(EntityKind::Organisation),
            };
        }
        let (name, kind, rule) = self.full_name(candidate, kind);
        let person = kind == EntityKind::Person;
        let key = (name.clone(), person);
        let index = match self.of_form.get(&key) {
            Some(index) => *index,
            None => self.open(key, name.clone(), kind),
        };
        if self.cast.genders[index].is_none() && person {
            self.cast.genders[index] = candidate.gender;
        }
        for word in parts(&name) {
            self.last.insert(word.to_owned(), index);
        }
        let entity = &mut self.cast.entities[index];
        entity.mentions.push(Mention { span: candidate.span, form: Form::Name });
        if let Some((rule, certainty)) = rule
            && !entity.aliases.iter().any(|alias| alias.form == form)
        {
            entity.aliases.push(Alias { form: form.to_owned(), rule, certainty });
        }
        if person && entity.capacity.is_none() {
            entity.capacity = super::capacity::capacity(self.prose, candidate.span);
        }
    }

    fn open(&mut self, key: (String, bool), name: String, kind: EntityKind) -> usize {
        let index = self.cast.entities.len();
        self.of_form.insert(key, index);
        self.cast.entities.push(Entity { kind, name, mentions: Vec::new(), aliases: Vec::new(), capacity: None });
        self.cast.genders.push(None);
        index
    }

    /// The name that a form stands for, with the rule that says so.
    fn full_name(
        &self,
        candidate: &Candidate,
        kind: Option<EntityKind>,
    ) -> (String, EntityKind, Option<(AliasRule, Certainty)>) {
        let form = candidate.form.as_str();
        if let Some(full) =
            super::kinds::place_name(form).filter(|_| !candidate.titled && kind == Some(EntityKind::Place))
        {
            let rule = (full != form).then_some((AliasRule::Synonym, Certainty::Certain));
            return (full.to_owned(), EntityKind::Place, rule);
        }
        if let Some(full) = self.by_initials(form) {
            return (full.form.clone(), full.kind, Some((AliasRule::Acronym, Certainty::Certain)));
        }
        let bearer = self.bearer(candidate, kind);
        if let Some((full, rule, certainty)) = bearer {
            return (full.form.clone(), full.kind, Some((rule, certainty)));
        }
        (form.to_owned(), kind.unwrap_or(EntityKind::Organisation), None)
    }

    fn by_initials(&self, form: &str) -> Option<&Full> {
        let letters: String = form.chars().filter(|char| *char != '.').collect();
        let loud = letters.len() > 1 && letters.chars().all(char::is_uppercase);
        let index = self.fulls.by_initials.get(&letters).filter(|_| loud)?;
        self.fulls.names.get(*index)
    }

    /// The longer name that a form is a part of.
    fn bearer(&self, candidate: &Candidate, kind: Option<EntityKind>) -> Option<(&Full, AliasRule, Certainty)> {
        let form = candidate.form.as_str();
        let words = parts(form);
        let lexicon = Lexicon::get();
        let honour = words.first().is_some_and(|word| lexicon.classes(word).any(Classes::HONOUR));
        let sought: Vec<&str> = words.iter().copied().skip(usize::from(honour && words.len() > 1)).collect();
        let key = *sought.first()?;
        let fits: Vec<&Full> = self
            .fulls
            .by_word
            .get(key)?
            .iter()
            .take(24)
            .filter_map(|index| self.fulls.names.get(*index))
            .filter(|full| full.form != form && fits(&full.form, &sought, kind, full.kind))
            .collect();
        let before = self.last.get(key).map(|index| self.cast.entities[*index].name.as_str());
        let same_honour = |full: &&&Full| honour && full.form.starts_with(words[0]);
        let near = |full: &&&Full| Some(full.form.as_str()) == before;
        let nearest = fits.iter().find(same_honour).or_else(|| fits.iter().find(near)).or(fits.first())?;
        let alone = fits.iter().all(|full| {
            last_word(&full.form) != last_word(&nearest.form)
                || full.form == nearest.form
                || full.form.ends_with(&nearest.form)
        });
        let certainty = if alone { Certainty::Certain } else { Certainty::Likely };
        Some((nearest, rule(&nearest.form, &sought, nearest.kind), certainty))
    }
}

fn last_word(form: &str) -> &str {
    form.rsplit(' ').next().unwrap_or(form)
}

/// Whether the words stand together in the longer name, and the kinds do not gainsay each other.
fn fits(full: &str, sought: &[&str], kind: Option<EntityKind>, full_kind: EntityKind) -> bool {
    let words = own_parts(full);
    if words.len() <= sought.len() && parts(full).len() == words.len()
        || !words.windows(sought.len()).any(|window| window == sought)
    {
        return false;
    }
    let head = words.first() == sought.first();
    let tail = words.last() == sought.last();
    match full_kind {
        EntityKind::Person => {
            matches!(kind, None | Some(EntityKind::Person | EntityKind::Organisation)) && (head || tail)
        }
        EntityKind::Organisation => {
            let known = sought.len() == 1 && Lexicon::get().place(sought[0]).is_some();
            let word =
                sought.len() == 1 && Lexicon::get().classes(sought[0]).any(Classes::PLACE_WORD | Classes::DEMONYM);
            !known
                && !word
                && !matches!(kind, Some(EntityKind::Group | EntityKind::Person | EntityKind::Place))
                && (head || tail)
        }
        EntityKind::Event => tail && kind != Some(EntityKind::Person),
        _ => false,
    }
}

/// The words of a name without the honour before it.
fn own_parts(form: &str) -> Vec<&str> {
    let words = parts(form);
    let honour = words.first().is_some_and(|word| Lexicon::get().classes(word).any(Classes::HONOUR));
    words.into_iter().skip(usize::from(honour)).collect()
}

fn rule(full: &str, sought: &[&str], kind: EntityKind) -> AliasRule {
    let words = own_parts(full);
    let one = sought.len() == 1;
    match kind {
        EntityKind::Person if one && words.last() == sought.last() => AliasRule::Surname,
        EntityKind::Person if one => AliasRule::FirstName,
        _ => AliasRule::ShortForm,
    }
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
