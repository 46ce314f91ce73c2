//! Who "he", "she" and "the minister" are, all over the text.

use super::attention::{Attention, Sighting};
use super::capacity::{apposition, description};
use super::descriptions::described;
use super::entities::Cast;
use super::firstperson::first_person;
use super::lexicon::Classes;
use super::mentions::{Gender, gender_of};
use super::plurals::groups;
use super::prose::Prose;
use super::reasons::Reason;
use crate::model::entity::{AliasRule, EntityId, EntityKind, Form};
use crate::model::quote::{Certainty, Quote, QuoteKind};
use crate::text::span::TextSpan;

/// A pronoun or a description with the one it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    pub span: TextSpan,
    pub entity: EntityId,
    pub form: Form,
    pub rule: AliasRule,
    pub certainty: Certainty,
    pub reason: Reason,
}

/// All links to people and peoples, in order of their places; none overlaps a name or another link. Linear time.
///
/// The text is read once with those it speaks of kept in mind, the last and the subjects foremost (after the
/// salience of Lappin and Leass 1994). A pronoun goes to the foremost one of its gender; where somebody without a
/// name stands in front of them, or nobody was named lately, it goes to nobody.
pub fn links(prose: &Prose, cast: &Cast, quotes: &[Quote]) -> Vec<Link> {
    let direct = quotes.iter().filter(|quote| quote.kind == QuoteKind::Direct);
    let speech = direct.flat_map(|quote| {
        let speaker = quote.speaker.as_ref().and_then(|speaker| speaker.entity);
        quote.content.iter().map(move |span| (*span, speaker))
    });
    let mut links = told(prose, cast, speech.collect());
    links.extend(first_person(prose, cast, quotes));
    let (form, rule, certainty) = (Form::Pronoun, AliasRule::Pronoun, Certainty::Likely);
    let plural = groups(prose, cast).into_iter();
    links.extend(plural.map(|(span, entity)| Link { span, entity, form, rule, certainty, reason: Reason::Group }));
    links.sort_by_key(|link| (link.span, link.entity));
    links.dedup_by(|later, earlier| later.span.start < earlier.span.end);
    links
}

/// The links of the third person alone; direct speech is given with its speakers, where they are known.
pub fn told(prose: &Prose, cast: &Cast, speech: Vec<(TextSpan, Option<EntityId>)>) -> Vec<Link> {
    let mut reading = Reading::new(prose, cast, speech);
    for passage in &prose.passages {
        reading.attention.fade(0.8);
        let mut at = passage.words.start;
        while at < passage.words.end {
            at = reading.step(at).max(at + 1);
        }
    }
    reading.links
}

/// What is known while the text is read in order.
struct Reading<'a> {
    prose: &'a Prose<'a>,
    cast: &'a Cast,
    /// Mentions so far of persons by name, and by pronouns and descriptions that quotes needed.
    known: Vec<(TextSpan, EntityId, Form)>,
    named: Vec<(TextSpan, EntityId)>,
    /// Direct speech with its speaker.
    speech: Vec<(TextSpan, Option<EntityId>)>,
    attention: Attention,
    links: Vec<Link>,
}

impl<'a> Reading<'a> {
    fn new(prose: &'a Prose<'a>, cast: &'a Cast, mut speech: Vec<(TextSpan, Option<EntityId>)>) -> Self {
        let mut known = Vec::new();
        for (id, entity) in cast.entities.iter().enumerate() {
            known.extend(entity.mentions.iter().map(|mention| (mention.span, id, mention.form)));
        }
        known.sort_by_key(|(span, id, _)| (*span, *id));
        let named = known.iter().filter(|(_, _, form)| *form == Form::Name).map(|(span, id, _)| (*span, *id)).collect();
        speech.sort();
        Self { prose, cast, known, named, speech, attention: Attention::new(&cast.genders), links: Vec::new() }
    }

    /// Reads the word at `at`; says where to go on.
    fn step(&mut self, at: usize) -> usize {
        let word = &self.prose.words[at];
        if word.opens {
            self.attention.fade(0.55);
        }
        if let Some((span, id, form)) = self.known_at(word.span) {
            return self.seen(at, span, id, form);
        }
        if let Some(gender) = pronoun(self.prose.word(at)) {
            self.pronoun(at, gender);
            return at + 1;
        }
        self.phrase(at)
    }

    fn known_at(&self, word: TextSpan) -> Option<(TextSpan, EntityId, Form)> {
        let index = self.known.partition_point(|(span, _, _)| span.end <= word.start);
        self.known.get(index).copied().filter(|(span, _, _)| span.start < word.end)
    }

    /// Somebody is named, or was found already by who speaks.
    fn seen(&mut self, at: usize, span: TextSpan, id: EntityId, form: Form) -> usize {
        let end = self.prose.words_in(span).end;
        if self.cast.entities[id].kind != EntityKind::Person {
            return end;
        }
        let weight = if form == Form::Name { 1.0 } else { 0.9 };
        let spoken = if self.speaker_at(span).is_some() { 0.4 } else { 1.0 };
        let heading = if self.is_body(at) { 1.0 } else { 0.5 };
        let gender = (form == Form::Pronoun).then(|| pronoun(self.prose.word(at))).flatten();
        self.attention.see(Sighting::Named(id), weight * spoken * heading * self.stress(at, end), gender, at);
        if form == Form::Name {
            self.before(at, end, id);
        }
        if form == Form::Name
            && let Some(description) = apposition(self.prose, end)
            && !self.holds_name(description)
        {
            self.link(description, id, Reason::Beside, Certainty::Certain);
            return self.prose.words_in(description).end;
        }
        end
    }

    /// "the site’s founder, X,": what someone is, set off before the name. A title beside it is no description.
    fn before(&mut self, at: usize, end: usize, id: EntityId) {
        let found = description(self.prose, at).map(|span| self.prose.words_in(span)).filter(|words| words.end < at);
        let closed = self.prose.words[end - 1].closes || !self.prose.is_word(end);
        let Some(words) = found.filter(|_| closed) else { return };
        let article = |word: &usize| self.prose.classes(*word).any(Classes::DETERMINER);
        let start = words.clone().rev().find(article).unwrap_or(words.start);
        let span = self.prose.span(start..words.end);
        let role = (start..words.end).any(|word| self.is_role(word));
        if role && !self.holds_name(span) && !self.links.last().is_some_and(|link| link.span.overlaps(span)) {
            self.link(span, id, Reason::Beside, Certainty::Certain);
        }
    }

    /// Whether the name of the one described follows: "the head of the council, X".
    fn is_named_next(&self, end: usize) -> bool {
        let bound = Classes::AUXILIARY | Classes::ANY_CUE | Classes::CONJUNCTION | Classes::PRONOUN;
        let plain = |word: &usize| self.prose.is_word(*word) && !self.prose.classes(*word).any(bound);
        let comma = (end..end + 8).find(|word| !plain(word)).unwrap_or(end);
        let next = self.prose.words.get(comma + 1).and_then(|word| self.known_at(word.span));
        let person = |(_, id, form): (TextSpan, EntityId, Form)| {
            form == Form::Name && self.cast.entities[id].kind == EntityKind::Person
        };
        self.prose.word(comma) == "," && next.is_some_and(person)
    }

    fn is_body(&self, at: usize) -> bool {
        let passage = self.prose.passage_at(self.prose.words[at].span.start);
        self.prose.passages[passage].place == super::prose::Place::Body
    }

    fn holds_name(&self, span: TextSpan) -> bool {
        let first = self.known.partition_point(|(known, _, _)| known.end <= span.start);
        let inside = self.known[first..].iter().take_while(|(known, _, _)| known.start < span.end);
        inside.take(8).any(|(_, id, _)| self.cast.entities[*id].kind == EntityKind::Person)
    }

    /// The speaker of the direct speech that covers a place; nothing outside of speech.
    fn speaker_at(&self, span: TextSpan) -> Option<Option<EntityId>> {
        let after = self.speech.partition_point(|(speech, _)| speech.start <= span.start);
        let (speech, speaker) = self.speech.get(after.checked_sub(1)?)?;
        speech.covers(span).then_some(*speaker)
    }

    /// Subjects weigh more: at the head of a sentence, or before an auxiliary or a verb of saying.
    fn stress(&self, at: usize, end: usize) -> f32 {
        let from = at.saturating_sub(6);
        let open = (from..=at).rev().find(|&word| self.prose.words[word].opens);
        let bound = Classes::PREPOSITION | Classes::ANY_CUE;
        let heads = open.is_some_and(|open| !(open..at).any(|word| self.prose.classes(word).any(bound)));
        let acts = self.prose.classes(end).any(Classes::AUXILIARY | Classes::ANY_CUE);
        if heads || acts { 1.7 } else { 1.0 }
    }

    fn pronoun(&mut self, at: usize, gender: Gender) {
        let span = self.prose.words[at].span;
        let speaker = self.speaker_at(span);
        let without = speaker.flatten().or_else(|| self.subject_of(at));
        let inside = speaker.is_some();
        let Some((who, clear)) = self.attention.foremost(Some(gender), without, at) else { return };
        let stress = self.stress(at, at + 1);
        self.attention.see(who, 0.8 * stress * if inside { 0.6 } else { 1.0 }, Some(gender), at);
        if let Sighting::Named(id) = who {
            let certainty = match clear {
                true if !inside => Certainty::Certain,
                _ => Certainty::Likely,
            };
            self.link(span, id, Reason::Foremost, certainty);
        }
    }

    /// "X thanked him": the subject of the same clause is somebody else.
    fn subject_of(&self, at: usize) -> Option<EntityId> {
        if !matches!(self.prose.word(at), "him") {
            return None;
        }
        let from = at.saturating_sub(5);
        let bound = |word: &usize| {
            let classes = self.prose.classes(*word);
            !self.prose.words[*word].closes && !classes.any(Classes::CONJUNCTION) && self.prose.word(*word) != ","
        };
        let start = (from..at).rev().take_while(bound).last()?;
        let first = self.named.partition_point(|(span, _)| span.start < self.prose.words[start].span.start);
        let (span, id) = self.named.get(first).copied()?;
        (span.end <= self.prose.words[at].span.start).then_some(id)
    }

    /// "the old keeper": whoever was introduced so, or somebody without a name who stands before the others.
    fn phrase(&mut self, at: usize) -> usize {
        let Some(end) = self.noun_end(at) else { return at + 1 };
        let span = self.prose.span(at..end);
        let head = self.prose.classes(end - 1);
        let gender = gender_of(head, "");
        if self.is_named_next(end) {
            return end;
        }
        let definite = self.prose.is(at, "the");
        if definite && let Some((id, certainty)) = described(self.prose, self.cast, &self.named, span, None) {
            self.attention.see(Sighting::Named(id), 0.8 * self.stress(at, end), gender, at);
            self.link(span, id, Reason::SameRole, certainty);
            return end;
        }
        let bare = definite && end == at + 2 && gender.is_some();
        let foremost = bare.then(|| self.attention.foremost(gender, None, at)).flatten();
        if let Some((Sighting::Named(id), true)) = foremost {
            self.link(span, id, Reason::Foremost, Certainty::Likely);
        } else {
            self.attention.see(Sighting::Unnamed(end - 1), 0.8 * self.stress(at, end), gender, at);
        }
        end
    }

    /// The end of "the/a/his … role", where no name follows: a title before a name is no phrase of its own.
    fn noun_end(&self, at: usize) -> Option<usize> {
        if !self.prose.classes(at).any(Classes::DETERMINER) || self.prose.is(at, "two") {
            return None;
        }
        let inside = |word: &usize| {
            let closed = Classes::PREPOSITION | Classes::CONJUNCTION | Classes::AUXILIARY | Classes::PRONOUN;
            self.prose.is_word(*word) && !self.prose.classes(*word).any(closed) && !self.prose.words[*word].opens
        };
        let limit = (at + 6).min(self.prose.words.len());
        let words = (at + 1..limit).take_while(inside);
        let end = words.take_while(|&word| self.known_at(self.prose.words[word].span).is_none());
        let last = end.filter(|&word| self.is_role(word)).last()?;
        (!self.prose.is_capital(last + 1)).then_some(last + 1)
    }

    fn is_role(&self, word: usize) -> bool {
        self.prose.classes(word).any(Classes::ROLE) || self.prose.word(word).ends_with("-year-old")
    }

    fn link(&mut self, span: TextSpan, entity: EntityId, reason: Reason, certainty: Certainty) {
        let (form, rule) = match pronoun(span.of(self.prose.text)) {
            Some(_) => (Form::Pronoun, AliasRule::Pronoun),
            None => (Form::Descriptor, AliasRule::Descriptor),
        };
        self.links.push(Link { span, entity, form, rule, certainty, reason });
    }
}

/// The gender that a pronoun of the third person tells.
pub fn pronoun(word: &str) -> Option<Gender> {
    let small = |words: [&str; 4]| words.iter().any(|other| word.eq_ignore_ascii_case(other));
    if small(["he", "him", "his", "himself"]) {
        return Some(Gender::He);
    }
    small(["she", "her", "hers", "herself"]).then_some(Gender::She)
}
