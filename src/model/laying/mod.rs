//! The reader's corrections laid over an analysis, which itself stays as it is.

mod quotes;

use super::analysis::Analysis;
use super::correction::{Amendment, Correction, Journal, NameCorrection, Subject};
use super::entity::{Alias, AliasRule, Entity, EntityId, EntityKind, Form, Mention};
use super::quote::{Certainty, Evidence, Quote, Role, Rule, Speaker};
use crate::text::span::TextSpan;
pub use quotes::{QuoteNote, Turned};

/// An analysis with corrections laid over it, and what they did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LaidOver {
    pub analysis: Analysis,
    /// What was put right about each name, in the same order as `analysis.entities`.
    pub notes: Vec<Vec<Note>>,
    /// What the reader did about each quote, in the same order as `analysis.quotes`.
    pub quotes: Vec<QuoteNote>,
    /// What other articles taught is no name, and what this one therefore leaves out.
    pub left_out: Vec<NameCorrection>,
}

/// A correction that had an effect on a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    pub correction: NameCorrection,
    /// Whether it was made in another article.
    pub learnt: bool,
}

/// Lays corrections over what was found in a `text`: first what other articles taught, then the article's `own`,
/// each in order.
///
/// A name is known by its words and kind, or by its words alone where only one has them; a correction whose name is
/// not there changes nothing. What was learnt holds for a name of two words or more, or of the same kind, and gives
/// way to an own correction about the same. A quote is known by its exact words at their place; where those are not
/// there any more, nothing is laid. Time grows with the corrections times the names and quotes.
pub fn laid_over(found: &Analysis, text: &str, own: &Journal, learnt: &[NameCorrection]) -> LaidOver {
    let entities: Vec<Option<Entity>> = found.entities.iter().cloned().map(Some).collect();
    let names = vec![Vec::new(); entities.len()];
    let quotes = found.quotes.clone();
    let notes = (0..quotes.len()).map(QuoteNote::of_found).collect();
    let raw = found.quotes.as_slice();
    let mut laying = Laying { text, raw, entities, names, quotes, notes, left_out: Vec::new(), learnt: true };
    let own_names = || own.done.iter().filter_map(Correction::of_name);
    for correction in learnt.iter().filter(|learnt| !own_names().any(|own| learnt.answers_like(own))) {
        laying.lay(correction);
    }
    laying.learnt = false;
    for correction in &own.done {
        match correction {
            Correction::Name(correction) => laying.lay(correction),
            Correction::Quote(correction) => laying.rule(correction),
        }
    }
    laying.compare(&own.cited);
    let done = laying.finish();
    LaidOver { analysis: Analysis { foreign: found.foreign, ..done.analysis }, ..done }
}

/// An analysis in the middle of being corrected; a name that is taken away leaves an empty place.
struct Laying<'t> {
    text: &'t str,
    /// The quotes as the program found them.
    raw: &'t [Quote],
    entities: Vec<Option<Entity>>,
    names: Vec<Vec<Note>>,
    quotes: Vec<Quote>,
    notes: Vec<QuoteNote>,
    left_out: Vec<NameCorrection>,
    /// Whether what is laid now was made in another article.
    learnt: bool,
}

impl Laying<'_> {
    fn lay(&mut self, correction: &NameCorrection) {
        let Some(id) = self.find(&correction.of) else { return };
        let changed = match &correction.change {
            Amendment::Merge(into) => self.find(into).filter(|into| *into != id).and_then(|into| self.merge(id, into)),
            Amendment::Split(form) => self.split(id, form),
            Amendment::Rename(to) => self.rename(id, to),
            Amendment::Retype(kind) => self.retype(id, *kind),
            Amendment::NotAName => {
                self.left_out.extend(self.learnt.then(|| correction.clone()));
                self.remove(id)
            }
        };
        for id in changed.into_iter().flatten() {
            self.names[id].push(Note { correction: correction.clone(), learnt: self.learnt });
        }
    }

    fn all(&self) -> impl Iterator<Item = (EntityId, &Entity)> {
        self.entities.iter().enumerate().filter_map(|(id, entity)| Some((id, entity.as_ref()?)))
    }

    /// The name that is meant; one that was corrected is still known by its former name.
    fn find(&self, subject: &Subject) -> Option<EntityId> {
        let loosely = !self.learnt || subject.name.split_whitespace().count() > 1;
        let only = |fits: &dyn Fn(&Entity) -> bool| {
            let mut fitting = self.all().filter(|(_, entity)| (loosely || entity.kind == subject.kind) && fits(entity));
            let first = fitting.next()?;
            fitting.next().is_none().then_some(first.0)
        };
        let exact = self.all().find(|(_, entity)| entity.name == subject.name && entity.kind == subject.kind);
        let corrected = |alias: &Alias| matches!(alias.rule, AliasRule::Correction | AliasRule::EarlierCorrection);
        exact
            .map(|(id, _)| id)
            .or_else(|| only(&|entity| entity.name == subject.name))
            .or_else(|| only(&|entity| entity.aliases.iter().any(|a| a.form == subject.name && corrected(a))))
    }

    fn merge(&mut self, id: EntityId, into: EntityId) -> Option<Vec<EntityId>> {
        let gone = self.entities.get_mut(id)?.take()?;
        let former = self.former_name(&gone);
        let kept = self.entities.get_mut(into)?.as_mut()?;
        kept.aliases.retain(|alias| alias.form != gone.name);
        for alias in gone.aliases.into_iter().chain([former]) {
            if alias.form != kept.name && !kept.aliases.iter().any(|other| other.form == alias.form) {
                kept.aliases.push(alias);
            }
        }
        kept.mentions.extend(gone.mentions);
        kept.capacity = kept.capacity.or(gone.capacity);
        let speaker = speaker(into, &kept.name);
        self.give(speaker, |quote| speaks(quote, id));
        let notes = std::mem::take(&mut self.names[id]);
        self.names[into].extend(notes);
        Some(vec![into])
    }

    fn split(&mut self, id: EntityId, form: &str) -> Option<Vec<EntityId>> {
        let text = self.text;
        let new = self.entities.len();
        let old = self.entities.get_mut(id)?.as_mut()?;
        let is_called = |mention: &Mention| mention.form != Form::Pronoun && words(text, mention.span) == form;
        let (mut leaving, staying): (Vec<Mention>, Vec<Mention>) = old.mentions.iter().partition(|m| is_called(m));
        if leaving.is_empty() || !staying.iter().any(|mention| mention.form != Form::Pronoun) {
            return None;
        }
        old.aliases.retain(|alias| alias.form != form);
        let named = leaving.clone();
        let moves = |quote: &Quote| {
            let rests = quote.evidence.iter().filter(|step| matches!(step.role, Role::Source | Role::Antecedent));
            let mut spans = rests.filter_map(|step| step.span).chain(quote.source);
            speaks(quote, id) && spans.any(|span| named.iter().any(|mention| mention.span.overlaps(span)))
        };
        let sources: Vec<TextSpan> =
            self.quotes.iter().filter(|quote| moves(quote)).filter_map(|quote| quote.source).collect();
        // "He said" goes with the one that it stands for.
        let (following, staying): (Vec<Mention>, Vec<Mention>) = staying.into_iter().partition(|mention| {
            mention.form == Form::Pronoun && sources.iter().any(|source| source.overlaps(mention.span))
        });
        leaving.extend(following);
        let kind = old.kind;
        old.mentions = staying;
        self.give(speaker(new, form), moves);
        let name = form.to_owned();
        self.entities.push(Some(Entity::new(kind, name, leaving)));
        self.names.push(Vec::new());
        Some(vec![id, new])
    }

    fn rename(&mut self, id: EntityId, to: &str) -> Option<Vec<EntityId>> {
        let former = self.former_name(self.entities.get(id)?.as_ref()?);
        let entity = self.entities.get_mut(id)?.as_mut().filter(|entity| entity.name != to)?;
        entity.aliases.retain(|alias| alias.form != to && alias.form != entity.name);
        entity.aliases.push(former);
        entity.name = to.to_owned();
        self.give(speaker(id, to), |quote| speaks(quote, id));
        Some(vec![id])
    }

    fn retype(&mut self, id: EntityId, kind: EntityKind) -> Option<Vec<EntityId>> {
        let entity = self.entities.get_mut(id)?.as_mut().filter(|entity| entity.kind != kind)?;
        entity.kind = kind;
        Some(vec![id])
    }

    /// What it said is left to the words it was given to, where those are more than a pronoun.
    fn remove(&mut self, id: EntityId) -> Option<Vec<EntityId>> {
        let gone = self.entities.get_mut(id)?.take()?;
        let step = self.step();
        for quote in self.quotes.iter_mut().filter(|quote| speaks(quote, id)) {
            let is_pronoun = |span: TextSpan| {
                let mut pronouns = gone.mentions.iter().filter(|mention| mention.form == Form::Pronoun);
                pronouns.any(|mention| mention.span.overlaps(span))
            };
            let source = quote.source.filter(|span| !is_pronoun(*span));
            quote.speaker = source.map(|span| Speaker { name: words(self.text, span), entity: None, named: false });
            quote.evidence.push(step.clone());
            if quote.speaker.is_none() {
                let (role, rule, certainty) = (Role::Source, Rule::Nothing, Certainty::Unsure);
                quote.evidence.push(Evidence { role, span: None, rule, certainty });
                quote.certainty = Certainty::Unsure;
            }
        }
        Some(Vec::new())
    }

    /// Gives quotes to another speaker, and says why.
    fn give(&mut self, speaker: Speaker, moves: impl Fn(&Quote) -> bool) {
        let step = self.step();
        for quote in self.quotes.iter_mut().filter(|quote| moves(quote)) {
            quote.speaker =
                Some(Speaker { named: quote.speaker.as_ref().is_none_or(|old| old.named), ..speaker.clone() });
            quote.evidence.push(step.clone());
        }
    }

    fn step(&self) -> Evidence {
        let rule = if self.learnt { Rule::EarlierCorrection } else { Rule::Correction };
        Evidence { role: Role::Antecedent, span: None, rule, certainty: Certainty::Certain }
    }

    fn former_name(&self, entity: &Entity) -> Alias {
        let rule = if self.learnt { AliasRule::EarlierCorrection } else { AliasRule::Correction };
        Alias { form: entity.name.clone(), rule, certainty: Certainty::Certain }
    }

    /// Names in the order of the text again, and speakers that point at their new places.
    fn finish(self) -> LaidOver {
        let mut named: Vec<(EntityId, Entity, Vec<Note>)> = Vec::new();
        for ((id, entity), notes) in self.entities.into_iter().enumerate().zip(self.names) {
            let Some(mut entity) = entity else { continue };
            entity.mentions.sort_by_key(|mention| mention.span);
            entity.mentions.dedup_by(|later, earlier| later.span.start < earlier.span.end);
            named.push((id, entity, notes));
        }
        named.sort_by_key(|(_, entity, _)| entity.mentions.first().map(|mention| mention.span));
        let mut quotes = self.quotes;
        for speaker in quotes.iter_mut().filter_map(|quote| quote.speaker.as_mut()) {
            speaker.entity = speaker.entity.and_then(|old| named.iter().position(|(id, ..)| *id == old));
        }
        let (mut entities, mut notes) = (Vec::new(), Vec::new());
        for (_, entity, own) in named {
            entities.push(entity);
            notes.push(own);
        }
        let analysis = Analysis { quotes, entities, foreign: false };
        LaidOver { analysis, notes, quotes: self.notes, left_out: self.left_out }
    }
}

fn speaks(quote: &Quote, id: EntityId) -> bool {
    quote.speaker.as_ref().is_some_and(|speaker| speaker.entity == Some(id))
}

fn speaker(id: EntityId, name: &str) -> Speaker {
    Speaker { name: name.to_owned(), entity: Some(id), named: true }
}

/// The words of the text, in one line.
pub fn words(text: &str, span: TextSpan) -> String {
    span.of(text).replace('\n', " ")
}
