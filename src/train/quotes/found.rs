//! What the analysis finds in a marked article, in the places of the marked text.

use super::alignment::Alignment;
use super::gold::{Gold, Points};
use crate::analysis::analyse;
use crate::extract::extract;
use crate::model::analysis::{Analysis, Context};
use crate::model::article::{Article, Format};
use crate::model::quote::{Certainty, Quote, Role};
use crate::text::span::TextSpan;

/// One quote that was found.
#[derive(Debug, Clone)]
pub struct Found {
    pub spans: Vec<Points>,
    pub source: Option<Points>,
    pub cue: Option<Points>,
    /// The speaker's name, and whether the text gives it.
    pub speaker: Option<(String, bool)>,
    pub certainty: Certainty,
    /// Whether the speaker goes on from another quote, or is the subject of a sentence before.
    pub inherited: bool,
}

impl Found {
    /// The words it is given to, or else the speaker's name.
    pub fn source_words(&self, gold: &Gold) -> Option<String> {
        let name = || self.speaker.as_ref().map(|(name, _)| name.clone());
        self.source.as_ref().map(|source| gold.words(source)).or_else(name)
    }
}

/// A marked article as the program reads it.
pub struct Reading {
    pub article: Article,
    pub alignment: Alignment,
}

impl Reading {
    /// Nothing where the program refuses the text.
    pub fn of(gold: &Gold) -> Option<Self> {
        let article = extract(gold.string().as_bytes(), Format::Plain).ok()?;
        let alignment = Alignment::of(&article.document.text, &gold.text);
        Some(Self { article, alignment })
    }

    pub fn context(&self) -> Context {
        Context { date: self.article.published, language: self.article.language.clone() }
    }

    /// The quotes of an analysis of this article, in places of the marked text.
    pub fn found(&self, gold: &Gold, analysis: &Analysis) -> Vec<Found> {
        analysis.quotes.iter().filter_map(|quote| self.quote(gold, quote)).collect()
    }

    fn quote(&self, gold: &Gold, quote: &Quote) -> Option<Found> {
        let place = |span: Option<TextSpan>| span.and_then(|span| self.alignment.hull(span, &gold.text));
        let mut spans: Vec<Points> =
            quote.content.iter().flat_map(|span| self.alignment.spans(*span, &gold.text)).collect();
        spans.sort_by_key(|points| (points.start, points.end));
        let role = |role: Role| quote.evidence.iter().any(|step| step.role == role);
        (!spans.is_empty()).then(|| Found {
            spans,
            source: place(quote.source),
            cue: place(quote.cue),
            speaker: quote.speaker.as_ref().map(|speaker| (speaker.name.clone(), speaker.named)),
            certainty: quote.certainty,
            inherited: role(Role::Inherited) || quote.source.is_none() || !role(Role::Cue),
        })
    }
}

/// What the analysis finds by itself.
pub fn found(gold: &Gold) -> Vec<Found> {
    let Some(reading) = Reading::of(gold) else { return Vec::new() };
    let analysis = analyse(&reading.article.document, &reading.context());
    reading.found(gold, &analysis)
}
