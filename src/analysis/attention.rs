//! Those whom a text speaks of at a place, the foremost with the most weight.

use super::mentions::Gender;
use crate::model::entity::EntityId;

/// How many are kept in mind: a bound on the time.
const KEPT: usize = 8;

/// Below this weight somebody is forgotten: about three sentences after a single mention.
const FORGOTTEN: f32 = 0.12;

/// By how much the foremost must stand before the next one to be meant without doubt.
const CLEAR: f32 = 1.6;

/// Somebody spoken of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sighting {
    Named(EntityId),
    /// "a guard": somebody without a name, by the place of the noun.
    Unnamed(usize),
}

struct Person {
    who: Sighting,
    weight: f32,
    gender: Option<Gender>,
    at: usize,
}

/// Who is in mind, and what gender each is known by.
pub struct Attention {
    people: Vec<Person>,
    genders: Vec<Option<Gender>>,
}

impl Attention {
    /// Nobody in mind; the genders are those of the entities.
    pub fn new(genders: &[Option<Gender>]) -> Self {
        Self { people: Vec::new(), genders: genders.to_vec() }
    }

    /// Makes all weigh less, as at the end of a sentence.
    pub fn fade(&mut self, share: f32) {
        self.people.iter_mut().for_each(|person| person.weight *= share);
        self.people.retain(|person| person.weight > FORGOTTEN);
    }

    /// Somebody is mentioned at the word `at`; a gender not known yet is learnt.
    pub fn see(&mut self, who: Sighting, weight: f32, gender: Option<Gender>, at: usize) {
        if let Sighting::Named(id) = who
            && let Some(known) = self.genders.get_mut(id)
        {
            *known = known.or(gender);
        }
        let gender = self.gender(who).or(gender);
        match self.people.iter_mut().find(|person| person.who == who) {
            Some(person) => {
                person.weight += weight;
                person.gender = person.gender.or(gender);
                person.at = at;
            }
            None => self.people.push(Person { who, weight, gender, at }),
        }
        if self.people.len() > KEPT {
            let least = (0..self.people.len())
                .min_by(|&one, &other| self.people[one].weight.total_cmp(&self.people[other].weight));
            least.map(|least| self.people.swap_remove(least));
        }
    }

    fn gender(&self, who: Sighting) -> Option<Gender> {
        match who {
            Sighting::Named(id) => self.genders.get(id).copied().flatten(),
            Sighting::Unnamed(_) => None,
        }
    }

    /// The foremost one of a gender, and whether nobody stands near; `without` is left out.
    ///
    /// Whose gender is known weighs half as much again as one who may be either.
    pub fn foremost(&self, gender: Option<Gender>, without: Option<EntityId>, at: usize) -> Option<(Sighting, bool)> {
        let fits = |person: &&Person| {
            let known = self.gender(person.who).or(person.gender);
            let apart = known.is_some() && gender.is_some() && known != gender;
            !apart && without.is_none_or(|id| person.who != Sighting::Named(id)) && person.at < at
        };
        let weight = |person: &Person| {
            let known = self.gender(person.who).or(person.gender).is_some();
            person.weight * if known { 1.5 } else { 1.0 }
        };
        let mut ranked: Vec<(f32, &Person)> =
            self.people.iter().filter(fits).map(|person| (weight(person), person)).collect();
        ranked.sort_by(|one, other| other.0.total_cmp(&one.0).then(other.1.at.cmp(&one.1.at)));
        let (most, first) = ranked.first()?;
        let clear = ranked.get(1).is_none_or(|(next, _)| *most > CLEAR * next);
        Some((first.who, clear))
    }
}
