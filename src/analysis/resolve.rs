//! Whose words they are: a name, a pronoun or a description is taken back to the one that it means.

use std::collections::HashMap;

use super::entities::Cast;
use super::lexicon::Classes;
use super::mentions::{Gender, gender_of};
use super::prose::{Place, Prose};
use super::quotes::Draft;
use crate::model::entity::{Alias, AliasRule, EntityId, EntityKind, Form, Mention};
use crate::model::quote::{Certainty, Evidence, Quote, QuoteKind, Role, Rule, Speaker};
use crate::text::span::TextSpan;

/// The speaker that some words mean, and the step that says so.
#[derive(Debug, Clone)]
struct Resolved {
    speaker: Speaker,
    step: Evidence,
}

/// What is known while the quotes are read in order.
pub struct Resolver<'a> {
    prose: &'a Prose<'a>,
    pub cast: Cast,
    /// Mentions of persons and bodies in order, with their entity.
    named: Vec<(TextSpan, EntityId)>,
    /// Whoever spoke, in order: the place in the text with the entity or the unnamed speaker.
    spoken: Vec<(usize, Speaker, Option<Gender>)>,
    /// What is said in marks, in order: a name in it is no antecedent.
    speech: Vec<TextSpan>,
    /// Descriptions and pronouns that were resolved, so that the same words resolve once.
    resolved: HashMap<TextSpan, Speaker>,
}

/// The quotes with their speakers, and the cast with the descriptions and pronouns of those who speak.
///
/// Pronouns go to the nearest person before who fits, subjects and speakers first; descriptions to the one who
/// was introduced so; a source that the text does not name keeps its own words and is never given a name.
pub fn resolve<'a>(prose: &'a Prose<'a>, cast: Cast, drafts: &[Draft]) -> (Vec<Quote>, Cast) {
    let mut named: Vec<(TextSpan, EntityId)> = Vec::new();
    for (id, entity) in cast.entities.iter().enumerate() {
        named.extend(entity.mentions.iter().map(|mention| (mention.span, id)));
    }
    named.sort();
    let direct = drafts.iter().filter(|draft| draft.kind == QuoteKind::Direct && !draft.nested);
    let mut speech: Vec<TextSpan> = direct.flat_map(|draft| draft.content.iter().copied()).collect();
    speech.sort();
    let mut resolver = Resolver { prose, cast, named, spoken: Vec::new(), speech, resolved: HashMap::new() };
    let mut found: Vec<Option<Resolved>> = vec![None; drafts.len()];
    let interviewee = resolver.main_person();
    for (index, draft) in drafts.iter().enumerate() {
        found[index] = resolver.own(draft, interviewee);
        if let Some(resolved) = &found[index]
            && !draft.nested
        {
            resolver.remember(draft, &resolved.speaker.clone());
        }
    }
    let by_words = same_words(prose, drafts, &found);
    let quotes = (0..drafts.len()).map(|index| finish(drafts, &found, &by_words, index)).collect();
    (quotes, resolver.cast)
}

impl Resolver<'_> {
    fn own(&mut self, draft: &Draft, interviewee: Option<EntityId>) -> Option<Resolved> {
        if let Some(source) = draft.source {
            return Some(self.source(source, draft));
        }
        if let Some((Rule::InterviewLabel, _)) = draft.found {
            return self.entity(interviewee?, Role::Antecedent, None, Rule::InterviewLabel, Certainty::Likely);
        }
        let (subject, doubt) = draft.subject?;
        let resolved = self.source(subject, draft);
        let person = resolved.speaker.entity.is_some_and(|id| self.cast.entities[id].kind == EntityKind::Person);
        let step = Evidence { certainty: doubt.max(resolved.step.certainty), ..resolved.step.clone() };
        person.then_some(Resolved { step, ..resolved })
    }

    fn entity(
        &self,
        id: EntityId,
        role: Role,
        span: Option<TextSpan>,
        rule: Rule,
        certainty: Certainty,
    ) -> Option<Resolved> {
        let name = self.cast.entities.get(id)?.name.clone();
        let speaker = Speaker { name, entity: Some(id), named: true };
        Some(Resolved { speaker, step: Evidence { role, span, rule, certainty } })
    }

    /// Resolves the words of a source.
    fn source(&mut self, source: TextSpan, draft: &Draft) -> Resolved {
        let words = source.of(self.prose.text);
        let pronoun = matches!(words.to_lowercase().as_str(), "he" | "she" | "they" | "it" | "one");
        let found =
            if pronoun { self.pronoun(source, draft) } else { self.name(source).or_else(|| self.description(source)) };
        found.unwrap_or_else(|| {
            let rule = if pronoun { Rule::Nothing } else { Rule::DescriptionOnly };
            let certainty = if pronoun { Certainty::Unsure } else { Certainty::Certain };
            let speaker = Speaker { name: lowered(words), entity: None, named: false };
            Resolved { speaker, step: Evidence { role: Role::Source, span: Some(source), rule, certainty } }
        })
    }

    /// A name within the words, where they say that the named one speaks: "captain X", not "X's lawyer".
    fn name(&self, source: TextSpan) -> Option<Resolved> {
        let from = self.named.partition_point(|(span, _)| span.start < source.start);
        let inside: Vec<(TextSpan, EntityId)> =
            self.named[from..].iter().copied().take_while(|(span, _)| span.end <= source.end).collect();
        let (span, id) = inside.iter().copied().rev().find(|(span, id)| self.is_head(source, *span, *id))?;
        let entity = &self.cast.entities[id];
        let form = span.of(self.prose.text);
        let alias = entity.aliases.iter().find(|alias| alias.form == form);
        let (rule, certainty) = match alias.map(|alias| (alias.rule, alias.certainty)) {
            None => (Rule::NamedInFull, Certainty::Certain),
            Some((AliasRule::Surname, certainty)) => (Rule::Surname, certainty),
            Some((AliasRule::Acronym, certainty)) => (Rule::Acronym, certainty),
            Some((_, certainty)) => (Rule::SameName, certainty),
        };
        self.entity(id, Role::Source, Some(source), rule, certainty)
    }

    /// Whether a name is what the source is, not a part of its description.
    fn is_head(&self, source: TextSpan, name: TextSpan, id: EntityId) -> bool {
        let words = self.prose.words_in(source);
        let span = self.prose.words_in(name);
        let kind = self.cast.entities[id].kind;
        if !matches!(kind, EntityKind::Person | EntityKind::Organisation | EntityKind::Place | EntityKind::Group) {
            return false;
        }
        if name.end < self.prose.words[span.end - 1].span.end && span.end < words.end {
            return false; // possessive: "X's lawyer"
        }
        let rest = span.end..words.end;
        let behind = rest.clone().find(|&word| self.prose.is_word(word));
        let closes =
            behind.is_none_or(|word| matches!(self.prose.word(word), "KC" | "SC" | "QC" | "MP" | "of" | "and" | "et"));
        let start = words.start + usize::from(self.prose.classes(words.start).any(Classes::DETERMINER));
        let before = start..span.start;
        let joined = before.clone().any(|word| {
            matches!(self.prose.word(word), "of" | "for" | "at" | "from" | "with" | "in" | "to" | "who" | "close")
        });
        let comma = before.clone().rev().find(|&word| self.prose.word(word) == ",");
        let set_off = comma
            .is_some_and(|comma| (comma..span.start).all(|word| !self.prose.classes(word).any(Classes::PREPOSITION)));
        closes && (!joined || set_off) && (kind == EntityKind::Person || before.is_empty() || set_off)
    }

    fn pronoun(&mut self, source: TextSpan, draft: &Draft) -> Option<Resolved> {
        let word = source.of(self.prose.text).to_lowercase();
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

    /// The person a pronoun means: the nearest before it in this passage and the one before, where subjects and
    /// those who speak weigh more than nearness; then whoever spoke last.
    fn nearest_person(&self, source: TextSpan, gender: Option<Gender>, passage: usize) -> Option<(EntityId, bool)> {
        let end = self.named.partition_point(|(span, _)| span.start < source.start);
        let mut best: Option<(i64, EntityId)> = None;
        let mut others = 0;
        for (order, (span, id)) in self.named[..end].iter().rev().take(24).enumerate() {
            if self.is_spoken(*span)
                || self.cast.entities[*id].kind != EntityKind::Person
                || self.contradicts(*id, gender)
            {
                continue;
            }
            let back = passage - self.prose.passage_at(span.start).min(passage);
            if back > 4 {
                break;
            }
            let agrees = i64::from(self.cast.genders[*id].is_some());
            let score = 4 * i64::from(self.is_subject(*span)) + 3 * agrees + self.spoke_last(*id, passage)
                - order as i64
                - 3 * back as i64;
            others += usize::from(best.is_some_and(|(_, other)| other != *id));
            if best.is_none_or(|(most, _)| score > most) {
                best = Some((score, *id));
            }
        }
        best.map(|(_, id)| (id, others == 0))
    }

    fn is_spoken(&self, span: TextSpan) -> bool {
        let after = self.speech.partition_point(|speech| speech.start <= span.start);
        after.checked_sub(1).and_then(|at| self.speech.get(at)).is_some_and(|speech| speech.covers(span))
    }

    fn contradicts(&self, id: EntityId, gender: Option<Gender>) -> bool {
        gender.is_some() && self.cast.genders[id].is_some_and(|known| Some(known) != gender)
    }

    /// How much it weighs that someone spoke last, in this passage or before.
    fn spoke_last(&self, id: EntityId, passage: usize) -> i64 {
        match self.spoken.last() {
            Some((at, speaker, _)) if speaker.entity == Some(id) => {
                if self.prose.passage_at(*at) == passage {
                    5
                } else {
                    2
                }
            }
            _ => 0,
        }
    }

    /// Whether a name begins its sentence, or stands behind no more than a title or a description.
    fn is_subject(&self, name: TextSpan) -> bool {
        let word = self.prose.word_at(name.start);
        let start = (word.saturating_sub(6)..=word).rev().find(|&at| self.prose.words[at].opens);
        let Some(start) = start else { return false };
        !(start..word)
            .any(|at| self.prose.classes(at).any(Classes::PREPOSITION | Classes::ANY_CUE) && !self.prose.is(at, "for"))
    }

    fn last_unnamed(&self, source: TextSpan, gender: Option<Gender>) -> Option<Resolved> {
        let (_, speaker, known) = self.spoken.iter().rev().find(|(_, speaker, _)| speaker.entity.is_none())?;
        let fits = known.is_none_or(|known| Some(known) == gender);
        let step = Evidence {
            role: Role::Antecedent,
            span: Some(source),
            rule: Rule::PronounNearest,
            certainty: Certainty::Likely,
        };
        fits.then(|| Resolved { speaker: speaker.clone(), step })
    }

    /// "it", "they": the last body or group that spoke.
    fn last_body(&self, source: TextSpan) -> Option<Resolved> {
        let body =
            |speaker: &Speaker| speaker.entity.is_none_or(|id| self.cast.entities[id].kind != EntityKind::Person);
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

    /// A description that someone was introduced with, or that the text leaves unnamed.
    fn description(&mut self, source: TextSpan) -> Option<Resolved> {
        let described = super::descriptions::described(self.prose, &self.cast, &self.named, source);
        let head = super::descriptions::head(self.prose, source);
        if let (None, Some(same)) = (described, head.as_ref().and_then(|head| self.unnamed_before(head))) {
            let step = Evidence {
                role: Role::Antecedent,
                span: Some(source),
                rule: Rule::Description,
                certainty: Certainty::Likely,
            };
            return Some(Resolved { speaker: same, step });
        }
        let (id, certainty) = described.or_else(|| self.body(source)).or_else(|| {
            head.filter(|head| super::descriptions::is_nameable(head)).and_then(|head| self.recent(source, &head))
        })?;
        self.note(id, source, Form::Descriptor, AliasRule::Descriptor, certainty);
        self.entity(id, Role::Antecedent, Some(source), Rule::Description, certainty)
    }

    /// "the official", where "a senior official" spoke before: the same one, still without a name.
    fn unnamed_before(&self, head: &str) -> Option<Speaker> {
        let words = |speaker: &Speaker| speaker.name.split([' ', ',']).any(|word| word == head);
        let same =
            self.spoken.iter().rev().take(12).find(|(_, speaker, _)| speaker.entity.is_none() && words(speaker))?;
        Some(same.1.clone())
    }

    /// "the company", "the board": the nearest body before, one that is called so first.
    fn body(&self, source: TextSpan) -> Option<(EntityId, Certainty)> {
        let head = super::descriptions::body_head(self.prose, source)?;
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
    fn recent(&self, source: TextSpan, head: &str) -> Option<(EntityId, Certainty)> {
        let words = self.prose.words_in(source);
        if words.len() > 3 || words.clone().any(|word| self.prose.classes(word).any(Classes::PREPOSITION)) {
            return None;
        }
        let gender = gender_of(super::lexicon::Lexicon::get().classes(head), "");
        let passage = self.prose.passage_at(source.start);
        let (id, _) = self.nearest_person(source, gender, passage)?;
        let named = self.cast.entities[id].mentions.iter().rev().find(|mention| mention.span.start < source.start)?;
        (passage - self.prose.passage_at(named.span.start).min(passage) < 2).then_some((id, Certainty::Likely))
    }

    /// Adds a pronoun or description to the mentions of an entity.
    fn note(&mut self, id: EntityId, span: TextSpan, form: Form, rule: AliasRule, certainty: Certainty) {
        let words = span.of(self.prose.text);
        let speaker = Speaker { name: words.to_owned(), entity: Some(id), named: true };
        if self.resolved.insert(span, speaker).is_some() {
            return;
        }
        let entity = &mut self.cast.entities[id];
        entity.mentions.push(Mention { span, form });
        if form == Form::Descriptor && !entity.aliases.iter().any(|alias| alias.form == words) {
            entity.aliases.push(Alias { form: words.to_owned(), rule, certainty });
        }
    }

    fn remember(&mut self, draft: &Draft, speaker: &Speaker) {
        let at = draft.source.or(draft.content.first().copied()).map_or(0, |span| span.start);
        let gender = match speaker.entity {
            Some(id) => self.cast.genders[id],
            None => {
                speaker.name.split(' ').find_map(|word| gender_of(super::lexicon::Lexicon::get().classes(word), ""))
            }
        };
        self.spoken.push((at, speaker.clone(), gender));
    }

    /// The person named first: the one whom an interview without names is with.
    fn main_person(&self) -> Option<EntityId> {
        let persons = self.cast.entities.iter().enumerate().filter(|(_, entity)| entity.kind == EntityKind::Person);
        persons.min_by_key(|(id, entity)| (entity.mentions.first().map(|mention| mention.span), *id)).map(|(id, _)| id)
    }
}

fn lowered(words: &str) -> String {
    let first = words.split(' ').next().unwrap_or_default();
    match first {
        "A" | "An" | "The" | "Her" | "His" | "Its" | "Their" | "Two" | "One" | "Some" => {
            words.replacen(first, &first.to_lowercase(), 1)
        }
        _ => words.to_owned(),
    }
}

/// A headline's quotation is whoever's it is in the text: by its first words.
fn same_words(prose: &Prose, drafts: &[Draft], found: &[Option<Resolved>]) -> HashMap<usize, usize> {
    let opening = |draft: &Draft| -> String {
        let words = draft.content.first().map_or("", |span| span.of(prose.text));
        let words = words.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty());
        words.take(4).collect::<Vec<_>>().join(" ").to_lowercase()
    };
    let mut known: HashMap<String, usize> = HashMap::new();
    for (index, draft) in drafts.iter().enumerate() {
        if found[index].is_some() && prose.passages[draft.passage].place == Place::Body {
            known.entry(opening(draft)).or_insert(index);
        }
    }
    let open = drafts.iter().enumerate().filter(|(index, draft)| found[*index].is_none() && draft.inherits.is_none());
    open.filter_map(|(index, draft)| known.get(&opening(draft)).map(|same| (index, *same))).collect()
}

fn finish(drafts: &[Draft], found: &[Option<Resolved>], by_words: &HashMap<usize, usize>, index: usize) -> Quote {
    let draft = &drafts[index];
    let mut evidence = Vec::new();
    if let Some((rule, side)) = draft.found {
        let nested = draft.nested.then_some(Rule::NestedSpeech);
        evidence.push(Evidence {
            role: Role::Cue,
            span: draft.cue,
            rule: nested.unwrap_or(rule),
            certainty: Certainty::Certain,
        });
        if draft.source.is_some() {
            evidence.push(Evidence {
                role: Role::Source,
                span: draft.source,
                rule: side,
                certainty: Certainty::Certain,
            });
        }
    }
    let mut resolved = found[index].as_ref();
    let (mut at, mut steps) = (index, 0);
    while resolved.is_none() && steps < 40 {
        let by = drafts[at].inherits.or_else(|| by_words.get(&at).map(|same| (*same, Rule::SameWords)));
        let Some((from, rule)) = by else { break };
        let certainty = if rule == Rule::NextParagraph { Certainty::Likely } else { Certainty::Certain };
        let certainty = certainty.max(drafts[from].nested.then_some(Certainty::Likely).unwrap_or(Certainty::Certain));
        evidence.push(Evidence { role: Role::Inherited, span: drafts[from].content.first().copied(), rule, certainty });
        (at, steps) = (from, steps + 1);
        resolved = found[at].as_ref();
    }
    match resolved {
        Some(resolved) => evidence.push(resolved.step.clone()),
        None => evidence.push(Evidence {
            role: Role::Source,
            span: None,
            rule: Rule::Nothing,
            certainty: Certainty::Unsure,
        }),
    }
    Quote {
        kind: draft.kind,
        content: draft.content.clone(),
        cue: draft.cue,
        source: draft.source,
        speaker: resolved.map(|resolved| resolved.speaker.clone()),
        certainty: evidence.iter().map(|step| step.certainty).max().unwrap_or(Certainty::Unsure),
        evidence,
    }
}
