//! Whom a pronoun or a bare description goes back to: those named and those who spoke before it.

use super::descriptions::body_head;
use super::lexicon::{Classes, Lexicon};
use super::mentions::{Gender, gender_of};
use super::normalise::numeral;
use super::quotes::Draft;
use super::resolve::{Resolved, Resolver};
use crate::model::entity::{AliasRule, EntityId, EntityKind, Form};
use crate::model::quote::{Certainty, Evidence, Role, Rule, Speaker};
use crate::text::span::TextSpan;

/// The most words of a participle that opens a sentence: a bound on the time.
const PARTICIPLE: usize = 40;

impl Resolver<'_> {
    pub fn pronoun(&mut self, source: TextSpan, draft: &Draft) -> Option<Resolved> {
        let word = source.of(self.prose.text).to_lowercase();
        if draft.nested {
            return self.told_of(source, &word, draft);
        }
        let gender = match word.as_str() {
            "she" => Some(Gender::She),
            "he" => Some(Gender::He),
            _ => return self.last_body(source),
        };
        let id = self.nearest_person(source, gender, draft.passage);
        let Some((id, sure)) = id else { return self.last_unnamed(source, gender) };
        let certainty = if sure { Certainty::Certain } else { Certainty::Likely };
        self.cast.genders[id] = self.cast.genders[id].or(gender);
        self.note(id, source, Form::Pronoun, AliasRule::Pronoun, certainty);
        self.entity(id, Role::Antecedent, Some(source), Rule::PronounNearest, certainty)
    }

    /// A pronoun inside speech: someone the speaker has just named or described ("my mother"), or the speaker.
    fn told_of(&self, source: TextSpan, word: &str, draft: &Draft) -> Option<Resolved> {
        let step =
            |certainty| Evidence { role: Role::Antecedent, span: Some(source), rule: Rule::PronounNearest, certainty };
        if matches!(word, "i" | "we") {
            let (_, speaker, _) = self.spoken.last()?;
            return Some(Resolved { speaker: speaker.clone(), step: step(Certainty::Likely) });
        }
        let (gender, class) = match word {
            "she" => (Gender::She, Classes::SHE),
            "he" => (Gender::He, Classes::HE),
            _ => return None,
        };
        let end = self.named.partition_point(|(span, _)| span.start < source.start);
        let outer = self.spoken.last().and_then(|(_, speaker, _)| speaker.entity);
        let named = self.named[..end].iter().rev().take(8).find(|(span, id)| {
            let person = self.cast.entities[*id].kind == EntityKind::Person && Some(*id) != outer;
            person && self.is_spoken(*span) && self.cast.genders[*id] != Some(gender.other())
        });
        let from = self.prose.passages[draft.passage].words.start;
        let at = self.prose.word_at(source.start);
        let described = (from.max(at.saturating_sub(60))..at).rev().find(|&noun| {
            self.prose.classes(noun).any(class) && noun > from && self.prose.classes(noun - 1).any(Classes::DETERMINER)
        });
        let nearer = named.filter(|(span, _)| self.prose.passage_at(span.start) == draft.passage);
        match (nearer, described) {
            (Some((span, id)), noun) if noun.is_none_or(|noun| self.prose.words[noun].span.start < span.start) => {
                self.entity(*id, Role::Antecedent, Some(source), Rule::PronounNearest, Certainty::Likely)
            }
            (_, Some(noun)) => {
                let name = self.prose.span(noun - 1..noun + 1).of(self.prose.text).to_lowercase();
                Some(Resolved { speaker: Speaker { name, entity: None, named: false }, step: step(Certainty::Likely) })
            }
            _ => None,
        }
    }

    /// The person a pronoun means: the nearest before it in this passage and the one before, where subjects, those
    /// who speak and those whom the text is about weigh more than nearness.
    pub fn nearest_person(&self, source: TextSpan, gender: Option<Gender>, passage: usize) -> Option<(EntityId, bool)> {
        let end = self.named.partition_point(|(span, _)| span.start < source.start);
        let mut best: Option<(i64, EntityId)> = None;
        let mut others = 0;
        let (spoke, floor) = self.spoken.last().map_or((0, None), |(at, speaker, _)| (*at, speaker.entity));
        // Whoever acts after somebody spoke has the floor.
        let mut passed = false;
        let about = self.told.get(&source.start);
        for (order, (span, id)) in self.named[..end].iter().rev().take(24).enumerate() {
            if self.is_spoken(*span)
                || Some(*id) == self.answered
                || self.cast.entities[*id].kind != EntityKind::Person
                || self.contradicts(*id, gender)
                || self.is_agent_of(*span, source)
            {
                continue;
            }
            let back = passage - self.prose.passage_at(span.start).min(passage);
            if back > 4 {
                break;
            }
            let agrees = i64::from(self.cast.genders[*id].is_some());
            let acts = self.is_subject(*span);
            passed |= acts && span.start > spoke && floor != Some(*id);
            let said = if passed { 0 } else { self.spoke_last(*id, passage) };
            let meant = 5 * i64::from(about == Some(id));
            let score = 4 * i64::from(acts) + 3 * agrees + said + meant - order as i64 - 3 * back as i64;
            others += usize::from(best.is_some_and(|(_, other)| other != *id));
            if best.is_none_or(|(most, _)| score > most) {
                best = Some((score, *id));
            }
        }
        best.map(|(_, id)| (id, others == 0))
    }

    pub fn is_spoken(&self, span: TextSpan) -> bool {
        let after = self.speech.partition_point(|speech| speech.start <= span.start);
        after.checked_sub(1).and_then(|at| self.speech.get(at)).is_some_and(|speech| speech.covers(span))
    }

    pub fn contradicts(&self, id: EntityId, gender: Option<Gender>) -> bool {
        gender.is_some() && self.cast.genders[id].is_some_and(|known| Some(known) != gender)
    }

    /// How much it weighs that someone spoke last, in this passage or before.
    pub fn spoke_last(&self, id: EntityId, passage: usize) -> i64 {
        match self.spoken.last() {
            Some((at, speaker, _)) if speaker.entity == Some(id) => {
                if self.prose.passage_at(*at) == passage {
                    8
                } else {
                    2
                }
            }
            _ => 0,
        }
    }

    /// Whether a name is that of whoever acts in the participle that opens the sentence of `pronoun`: "Asked by X, she".
    fn is_agent_of(&self, name: TextSpan, pronoun: TextSpan) -> bool {
        let word = self.prose.word_at(name.start);
        let Some(by) = (word.saturating_sub(3)..word).rev().find(|&at| self.prose.is(at, "by")) else { return false };
        let between = by..self.prose.word_at(pronoun.start);
        let near = by > 0 && self.prose.words[by - 1].opens && between.len() < PARTICIPLE;
        near && !between.clone().any(|at| self.prose.words[at].closes)
    }

    /// Whether a name begins its sentence, or stands behind no more than a title or a description; whose wife or lawyer
    /// somebody is does not act himself.
    pub fn is_subject(&self, name: TextSpan) -> bool {
        let word = self.prose.word_at(name.start);
        let last = self.prose.words_in(name).end.saturating_sub(1);
        if self.prose.words[last].span.end > name.end {
            return false;
        }
        let start = (word.saturating_sub(6)..=word).rev().find(|&at| self.prose.words[at].opens);
        let Some(start) = start else { return false };
        !(start..word)
            .any(|at| self.prose.classes(at).any(Classes::PREPOSITION | Classes::ANY_CUE) && !self.prose.is(at, "for"))
    }

    pub fn last_unnamed(&self, source: TextSpan, gender: Option<Gender>) -> Option<Resolved> {
        // "he" is no report and no campaign that spoke before.
        let may = |speaker: &Speaker| speaker.entity.is_none() && !is_thing(&speaker.name);
        let (_, speaker, known) = self.spoken.iter().rev().take(12).find(|(_, speaker, _)| may(speaker))?;
        let fits = known.is_none_or(|known| Some(known) == gender);
        let step = Evidence {
            role: Role::Antecedent,
            span: Some(source),
            rule: Rule::PronounNearest,
            certainty: Certainty::Likely,
        };
        fits.then(|| Resolved { speaker: speaker.clone(), step })
    }

    /// "it", "they": the last body or group that spoke. "it" is never a person, with a name or without.
    pub fn last_body(&self, source: TextSpan) -> Option<Resolved> {
        let thing = source.of(self.prose.text).eq_ignore_ascii_case("it");
        let body = |speaker: &Speaker| match speaker.entity {
            Some(id) => self.cast.entities[id].kind != EntityKind::Person,
            None if thing => !is_personal(&speaker.name),
            None => is_many(&speaker.name),
        };
        let next = self.prose.word_at(source.end);
        if thing && matches!(self.prose.word(next), "reads" | "read") {
            return None; // What is read is a text: whoever spoke before is no candidate.
        }
        let (at, speaker, _) = self.spoken.iter().rev().take(4).find(|(_, speaker, _)| body(speaker))?;
        let near = self.prose.passage_at(source.start)
            - self.prose.passage_at(*at).min(self.prose.passage_at(source.start))
            < 3;
        let step = Evidence {
            role: Role::Antecedent,
            span: Some(source),
            rule: Rule::PronounNearest,
            certainty: Certainty::Likely,
        };
        near.then(|| Resolved { speaker: speaker.clone(), step })
    }

    /// "the official", where "a senior official" spoke before: the same one, still without a name.
    pub fn unnamed_before(&self, head: &str) -> Option<Speaker> {
        let words = |speaker: &Speaker| speaker.name.split([' ', ',']).any(|word| word == head);
        let same =
            self.spoken.iter().rev().take(12).find(|(_, speaker, _)| speaker.entity.is_none() && words(speaker))?;
        Some(same.1.clone())
    }

    /// "the company", "the board": the nearest body before, one that is called so first.
    pub fn body(&self, source: TextSpan) -> Option<(EntityId, Certainty)> {
        let head = body_head(self.prose, source)?;
        let end = self.named.partition_point(|(span, _)| span.start < source.start);
        let bodies = self.named[..end]
            .iter()
            .rev()
            .take(40)
            .filter(|(_, id)| self.cast.entities[*id].kind == EntityKind::Organisation);
        let called = |id: &EntityId| self.cast.entities[*id].name.to_lowercase().contains(&head);
        if let Some((_, id)) = bodies.clone().find(|(_, id)| called(id)) {
            return Some((*id, Certainty::Certain));
        }
        let general = ["company", "firm", "group", "club", "organisation", "organization", "agency", "contractor"]
            .contains(&head.as_str());
        bodies.filter(|_| general).map(|(_, id)| (*id, Certainty::Likely)).next()
    }

    /// "the actor", never introduced as one: whoever the sentences before are about.
    pub fn recent(&self, source: TextSpan, head: &str) -> Option<(EntityId, Certainty)> {
        let words = self.prose.words_in(source);
        let preposition = words.clone().find(|&word| self.prose.classes(word).any(Classes::PREPOSITION));
        let counted = preposition.is_none_or(|word| numeral(self.prose.word(word + 1)).is_some());
        if preposition.unwrap_or(words.end) > words.start + 3 || !counted {
            return None;
        }
        let gender = gender_of(Lexicon::get().classes(head), "");
        let passage = self.prose.passage_at(source.start);
        let (id, _) = self.nearest_person(source, gender, passage)?;
        let end = self.named.partition_point(|(span, _)| span.start < source.start);
        let (named, _) = self.named[..end].iter().rev().take(24).find(|(_, other)| *other == id)?;
        (passage - self.prose.passage_at(named.start).min(passage) < 2).then_some((id, Certainty::Likely))
    }
}

/// Whether a description is of a text or a body.
fn is_thing(description: &str) -> bool {
    const TEXTS: [&str; 12] = [
        "report",
        "statement",
        "study",
        "letter",
        "email",
        "poll",
        "memo",
        "filing",
        "document",
        "ad",
        "complaint",
        "campaign",
    ];
    let lexicon = Lexicon::get();
    let words = description.split([' ', ',']).enumerate();
    let mut head = words.take_while(|(at, word)| *at == 0 || !lexicon.classes(word).any(Classes::PREPOSITION));
    let last = head.by_ref().last();
    last.is_some_and(|(_, noun)| TEXTS.contains(&noun) || lexicon.classes(noun).any(Classes::BODY))
        && !is_personal(description)
}

/// Whether a description is of more than one, or of a body.
fn is_many(description: &str) -> bool {
    let lexicon = Lexicon::get();
    let words = description.split([' ', ',']).enumerate();
    let mut head = words.take_while(|(at, word)| *at == 0 || !lexicon.classes(word).any(Classes::PREPOSITION));
    let several = |noun: &str| noun.ends_with('s') && !noun.ends_with("ss") || lexicon.classes(noun).any(Classes::BODY);
    description.contains(" and ") || head.any(|(_, noun)| several(noun) || matches!(noun, "people" | "police" | "al"))
}

/// Whether a description is of persons: its noun, before "of" and the like, is a role or a kind of people.
fn is_personal(description: &str) -> bool {
    let lexicon = Lexicon::get();
    let classes = |word: &str| lexicon.classes(word) | lexicon.classes(word.strip_suffix('s').unwrap_or(word));
    let words = description.split([' ', ',']).enumerate();
    let head = words.take_while(|(at, word)| *at == 0 || !lexicon.classes(word).any(Classes::PREPOSITION));
    head.last().is_some_and(|(_, noun)| classes(noun).any(Classes::ROLE | Classes::SHE | Classes::HE))
}
