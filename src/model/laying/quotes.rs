//! What the reader says of quotes, laid over those that were found.

use super::{Laying, speaker};
use crate::model::correction::{Cited, QuoteCorrection, Ruling, Who};
use crate::model::quote::{Certainty, Evidence, Quote, QuoteKind, Role, Rule, Speaker};
use crate::text::span::TextSpan;

/// What the reader did about a quote.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QuoteNote {
    /// Its place among the quotes that the program found; none where the reader marked it.
    pub found: Option<usize>,
    /// Whether its speaker, its kind or its words are as the reader said.
    pub corrected: bool,
    /// Whether the reader said who speaks.
    pub given: bool,
    /// The speaker whom the reader found to be right.
    pub confirmed: Option<String>,
    /// Set where the program, or a correction since, has another speaker than the reader found right.
    pub turned: Option<Turned>,
    /// Set where it was copied under another name than it has now.
    pub cited: Option<Turned>,
}

/// A name that became another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turned {
    pub was: String,
    pub now: String,
}

impl QuoteNote {
    /// Nothing done about the quote that was found in this place.
    pub fn of_found(index: usize) -> Self {
        Self { found: Some(index), ..Self::default() }
    }

    /// Whether the reader looked at it and said what is right.
    pub fn is_checked(&self) -> bool {
        self.corrected || self.confirmed.is_some()
    }
}

impl Laying<'_> {
    /// Lays what the reader says of a quote, where its words stand.
    pub(super) fn rule(&mut self, correction: &QuoteCorrection) {
        let Some(spans) = correction.of.find(self.text) else { return };
        let index = self.quote_of(&spans);
        match (&correction.change, index) {
            (Ruling::NotAQuote, Some(index)) => drop(self.take_out(index)),
            (Ruling::Kind(kind), Some(index)) => {
                self.quotes[index].kind = *kind;
                self.notes[index].corrected = true;
            }
            (Ruling::NotAQuote | Ruling::Kind(_), None) => {}
            (Ruling::Speaker(who), index) => {
                let index = index.unwrap_or_else(|| self.insert(spans, correction.of.kind));
                self.give_to(index, who);
            }
            (Ruling::Quote(who), index) => {
                let index = self.put_in_place(index, spans, correction.of.kind);
                self.give_to(index, who);
            }
            (Ruling::Right(who), index) => self.confirm(index, spans, correction, who),
        }
    }

    /// The quote that stands in these places: in just these, or one that shares more than two thirds with them.
    fn quote_of(&self, spans: &[TextSpan]) -> Option<usize> {
        if let Some(exact) = self.quotes.iter().position(|quote| quote.content == spans) {
            return Some(exact);
        }
        let length = |spans: &[TextSpan]| spans.iter().map(TextSpan::len).sum::<usize>();
        let shared = |quote: &Quote| -> usize {
            let pairs = quote.content.iter().flat_map(|one| spans.iter().map(move |other| (one, other)));
            pairs.map(|(one, other)| one.end.min(other.end).saturating_sub(one.start.max(other.start))).sum()
        };
        let all = self.quotes.iter().map(|quote| (shared(quote), length(&quote.content))).enumerate();
        let same = all.filter(|(_, (shared, own))| shared * 3 > own * 2 && shared * 3 > length(spans) * 2);
        same.max_by_key(|(_, (shared, _))| *shared).map(|(index, _)| index)
    }

    /// Puts a quote that nobody found in its place among the others.
    fn insert(&mut self, content: Vec<TextSpan>, kind: QuoteKind) -> usize {
        let quote = Quote {
            kind,
            content,
            cue: None,
            source: None,
            speaker: None,
            certainty: Certainty::Unsure,
            evidence: Vec::new(),
        };
        let index = self.quotes.partition_point(|other| other.start() <= quote.start());
        self.quotes.insert(index, quote);
        self.notes.insert(index, QuoteNote::default());
        index
    }

    fn take_out(&mut self, index: usize) -> (Quote, QuoteNote) {
        (self.quotes.remove(index), self.notes.remove(index))
    }

    /// Puts just these words in the place of a quote, if there is one: its cue and source stay as far as they stand
    /// outside.
    fn put_in_place(&mut self, index: Option<usize>, spans: Vec<TextSpan>, kind: QuoteKind) -> usize {
        let before = index.map(|index| self.take_out(index));
        let index = self.insert(spans, kind);
        if let Some((old, note)) = before {
            let quote = &mut self.quotes[index];
            let outside = |span: &TextSpan| !quote.content.iter().any(|content| content.overlaps(*span));
            let (cue, source) = (old.cue.filter(outside), old.source.filter(outside));
            (quote.cue, quote.source) = (cue, source);
            quote.evidence = if cue.is_some() { old.evidence } else { Vec::new() };
            self.notes[index].found = note.found;
        }
        index
    }

    fn give_to(&mut self, index: usize, who: &Who) {
        self.say(index, who);
        let note = &mut self.notes[index];
        (note.corrected, note.given) = (true, true);
        (note.confirmed, note.turned) = (None, None);
    }

    /// Makes someone the speaker, by the reader's word; what leads to another speaker is no evidence any more.
    fn say(&mut self, index: usize, who: &Who) {
        let speaker = match who {
            Who::Name(subject) => {
                Some(match self.find(subject).and_then(|id| Some((id, self.entities[id].as_ref()?))) {
                    Some((id, entity)) => speaker(id, &entity.name),
                    None => Speaker { name: subject.name.clone(), entity: None, named: true },
                })
            }
            Who::Typed(name) => Some(Speaker { name: name.clone(), entity: None, named: true }),
            Who::Unnamed(words) => Some(Speaker { name: words.clone(), entity: None, named: false }),
            Who::Nobody => None,
        };
        let quote = &mut self.quotes[index];
        quote.evidence.retain(|step| step.role == Role::Cue && step.certainty == Certainty::Certain);
        if speaker.is_none() {
            let (role, rule, certainty) = (Role::Source, Rule::Nothing, Certainty::Unsure);
            quote.evidence.push(Evidence { role, span: None, rule, certainty });
        }
        quote.speaker = speaker;
        self.vouch(index);
    }

    /// Whoever is said to speak does so for certain: the reader says so, however weak the evidence is.
    fn vouch(&mut self, index: usize) {
        let quote = &mut self.quotes[index];
        let (role, rule, certainty) = (Role::Antecedent, Rule::Reader, Certainty::Certain);
        quote.evidence.push(Evidence { role, span: None, rule, certainty });
        quote.certainty = if quote.speaker.is_none() { Certainty::Unsure } else { Certainty::Certain };
    }

    /// The speaker whom the reader found right stays, whomever the program finds now; that it does is noted.
    fn confirm(&mut self, index: Option<usize>, spans: Vec<TextSpan>, correction: &QuoteCorrection, who: &Who) {
        let before = correction.found.as_ref().and_then(|found| found.speaker.as_deref());
        let now = index.map(|index| self.name_of(index));
        let index = index.unwrap_or_else(|| self.insert(spans, correction.of.kind));
        let raw = self.notes[index].found.and_then(|found| self.raw.get(found));
        let raw_name = raw.and_then(|quote| quote.speaker.as_ref()).map(|speaker| speaker.name.as_str());
        if raw_name != before || now.is_none() {
            let turned = Turned { was: who.name().to_owned(), now: now.unwrap_or_else(|| "no quote".to_owned()) };
            self.notes[index].turned = Some(turned).filter(|turned| turned.was != turned.now);
            self.say(index, who);
        } else {
            self.notes[index].turned = None;
            self.vouch(index);
        }
        self.notes[index].confirmed = Some(who.name().to_owned());
    }

    fn name_of(&self, index: usize) -> String {
        let speaker = self.quotes.get(index).and_then(|quote| quote.speaker.as_ref());
        speaker.map_or_else(|| Who::Nobody.name().to_owned(), |speaker| speaker.name.clone())
    }

    /// Notes where a quote was confirmed or copied under another name than it has in the end.
    pub(super) fn compare(&mut self, cited: &[Cited]) {
        for index in 0..self.quotes.len() {
            let now = self.name_of(index);
            let note = &mut self.notes[index];
            if let Some(was) = note.confirmed.clone().filter(|was| *was != now && note.turned.is_none()) {
                note.turned = Some(Turned { was, now });
            }
        }
        for cited in cited {
            let Some(index) = cited.of.find(self.text).and_then(|spans| self.quote_of(&spans)) else { continue };
            let turned = Turned { was: cited.speaker.clone(), now: self.name_of(index) };
            if turned.was != turned.now {
                self.notes[index].cited = Some(turned);
            }
        }
    }
}
