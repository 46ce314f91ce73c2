//! Whose words they are: a name, a pronoun or a description is taken back to the one that it means.

use std::collections::HashMap;

use super::entities::Cast;
use super::lexicon::Classes;
use super::linking::told;
use super::mentions::{Gender, gender_of};
use super::prose::Prose;
use super::quotes::Draft;
use crate::model::entity::{Alias, AliasRule, EntityId, EntityKind, Form, Mention};
use crate::model::quote::{Certainty, Evidence, Quote, QuoteKind, Role, Rule, Speaker};
use crate::text::span::TextSpan;

/// Words before an answer that may say who asked.
const ASKED: usize = 24;

/// The speaker that some words mean, and the step that says so.
#[derive(Debug, Clone)]
pub struct Resolved {
    pub speaker: Speaker,
    pub step: Evidence,
}

/// What is known while the quotes are read in order.
pub struct Resolver<'a> {
    pub prose: &'a Prose<'a>,
    pub cast: Cast,
    /// Mentions of persons and bodies in order, with their entity.
    pub named: Vec<(TextSpan, EntityId)>,
    /// Whoever spoke, in order: the place in the text with the entity or the unnamed speaker.
    pub spoken: Vec<(usize, Speaker, Option<Gender>)>,
    /// What is said in marks, in order: a name in it is no antecedent.
    pub speech: Vec<TextSpan>,
    /// Who is answered, and so does not speak.
    pub answered: Option<EntityId>,
    /// Whom pronouns mean by what the text is about where they stand, by their first byte.
    pub told: HashMap<usize, EntityId>,
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
    let told = told(prose, &cast, speech.iter().map(|span| (*span, None)).collect());
    let told = told.into_iter().filter(|link| link.form == Form::Pronoun).map(|link| (link.span.start, link.entity));
    let (told, spoken) = (told.collect(), Vec::new());
    let mut resolver = Resolver { prose, cast, named, spoken, speech, answered: None, told, resolved: HashMap::new() };
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
    let by_words = super::evidence::same_words(prose, drafts, &found);
    let quotes = (0..drafts.len()).map(|index| super::evidence::finish(drafts, &found, &by_words, index)).collect();
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
        (person || doubt < Certainty::Unsure && resolved.speaker.named).then_some(Resolved { step, ..resolved })
    }

    pub fn entity(
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
        self.answered = self.answered(draft);
        let words = source.of(self.prose.text);
        let pronoun = matches!(words.to_lowercase().as_str(), "he" | "she" | "they" | "it" | "one")
            || draft.nested && matches!(words, "I" | "We" | "we");
        let found =
            if pronoun { self.pronoun(source, draft) } else { self.name(source).or_else(|| self.description(source)) };
        found.unwrap_or_else(|| {
            let rule = if pronoun { Rule::Nothing } else { Rule::DescriptionOnly };
            let certainty = match (pronoun || is_addressed(words), is_definite(words)) {
                (true, _) => Certainty::Unsure,
                // "the minister" may mean somebody who is named; "a resident" and "analysts" stand for themselves.
                (false, true) => Certainty::Likely,
                (false, false) => Certainty::Certain,
            };
            let speaker = Speaker { name: lowered(words), entity: None, named: false };
            Resolved { speaker, step: Evidence { role: Role::Source, span: Some(source), rule, certainty } }
        })
    }

    /// Whoever spoke right before a quote that is said to be an answer; nobody where the words before the cue say
    /// who asked.
    fn answered(&self, draft: &Draft) -> Option<EntityId> {
        let cue = draft.cue?;
        let verb = cue.of(self.prose.text).to_lowercase();
        let answers = ["repl", "answer", "retort", "shot back", "shoots back", "fired back", "fires back"];
        let (at, speaker, _) = self.spoken.last().filter(|_| answers.iter().any(|answer| verb.starts_with(answer)))?;
        let words = self.prose.words_in(cue);
        let sentence = (words.start.saturating_sub(ASKED)..words.start).rev();
        let asked =
            sentence.take_while(|&word| !self.prose.words[word].closes).any(|word| self.prose.is(word, "asked"));
        speaker.entity.filter(|_| !asked && self.prose.passage_at(*at) + 1 >= draft.passage)
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
        let joins = |word: &usize| {
            matches!(self.prose.word(*word), "of" | "for" | "at" | "from" | "with" | "in" | "to" | "who" | "close")
        };
        let joined = before.clone().any(|word| joins(&word)) && !self.is_titled(before.clone());
        let comma = before.clone().rev().find(|&word| self.prose.word(word) == ",");
        let set_off = comma
            .is_some_and(|comma| (comma..span.start).all(|word| !self.prose.classes(word).any(Classes::PREPOSITION)));
        let described = matches!(kind, EntityKind::Person | EntityKind::Organisation);
        closes && (!joined || set_off) && (described || before.is_empty() || set_off)
    }

    /// "Secretary of State": a role with what it is of in capitals, before a name.
    fn is_titled(&self, before: std::ops::Range<usize>) -> bool {
        let of = before.clone().find(|&word| self.prose.is(word, "of"));
        let role = |word: usize| self.prose.is_capital(word) && self.prose.classes(word).any(Classes::ROLE);
        let rest = |of: usize| {
            let mut rest = of + 1..before.end;
            !rest.is_empty() && rest.all(|word| self.prose.is_capital(word) && !role(word))
        };
        of.is_some_and(|of| of > before.start && role(of - 1) && rest(of))
    }

    /// A description that someone was introduced with, or that the text leaves unnamed.
    fn description(&mut self, source: TextSpan) -> Option<Resolved> {
        let described = super::descriptions::described(self.prose, &self.cast, &self.named, source, self.answered)
            .or_else(|| super::descriptions::announced(self.prose, &self.cast, &self.named, source));
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

    /// Adds a pronoun or description to the mentions of an entity.
    pub fn note(&mut self, id: EntityId, span: TextSpan, form: Form, rule: AliasRule, certainty: Certainty) {
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

/// Whether the words mean whoever is spoken to: "you say" in speech is seldom what somebody said.
fn is_addressed(words: &str) -> bool {
    words.eq_ignore_ascii_case("you")
}

/// Whether a description means somebody known ("the minister", "his lawyer").
fn is_definite(words: &str) -> bool {
    const DEFINITE: [&str; 8] = ["the", "this", "that", "his", "her", "their", "its", "our"];
    let first = words.split_whitespace().next().unwrap_or_default().to_lowercase();
    DEFINITE.contains(&first.as_str())
}
