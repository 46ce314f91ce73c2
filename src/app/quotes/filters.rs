//! What the quotes are narrowed to.

use std::collections::BTreeSet;

use super::QuotesPane;
use crate::model::analysis::Analysis;
use crate::model::entity::EntityId;
use crate::model::quote::{Certainty, QuoteKind};
use crate::model::voice::Voice;

/// Which quotes are shown; a quote has to pass all filters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filter {
    /// Of one voice, by its place in `voices`.
    Voice(usize),
    Kind(QuoteKind),
    Certainty(Certainty),
    /// Those that the reader looked at, or the others.
    Checked(bool),
    /// With a name in what is said.
    Naming(EntityId),
}

impl QuotesPane {
    pub fn filters(&self) -> &[Filter] {
        &self.filters
    }

    /// Shows only what passes this filter too; a filter of the same sort gives way to it.
    pub fn add_filter(&mut self, filter: Filter) {
        let sort = std::mem::discriminant(&filter);
        self.filters.retain(|other| std::mem::discriminant(other) != sort);
        self.filters.push(filter);
        self.list();
    }

    /// Takes the last filter off; false where there is none.
    pub fn drop_filter(&mut self) -> bool {
        let any = self.filters.pop().is_some();
        self.list();
        any
    }

    pub fn clear_filters(&mut self) {
        self.filters.clear();
        self.list();
    }

    /// The filters with what they are known by in the analysis that was taken up after `before`: the `first` quote of
    /// a voice, or the place of a name. One whose name is gone is left out.
    pub(super) fn filters_at(&self, before: &Analysis, first: impl Fn(usize) -> Option<usize>) -> Vec<(Filter, usize)> {
        let at = |filter: &Filter| match filter {
            Filter::Voice(voice) => first(*voice),
            Filter::Naming(id) => before.same_in(*id, &self.analysis),
            Filter::Kind(_) | Filter::Certainty(_) | Filter::Checked(_) => Some(0),
        };
        self.filters.iter().filter_map(|filter| Some((*filter, at(filter)?))).collect()
    }

    /// A filter for the analysis that was taken up, by what it is known by.
    pub(super) fn moved(&self, filter: Filter, at: usize) -> Option<Filter> {
        match filter {
            Filter::Voice(_) => self.voice_number(at).map(Filter::Voice),
            Filter::Naming(_) => Some(Filter::Naming(at)),
            other => Some(other),
        }
    }

    /// How many of the voices that are known have quotes that are shown.
    pub fn voices_shown(&self) -> usize {
        let heard = |voice: &&Voice| voice.speaker.is_some() && voice.quotes.iter().any(|quote| self.is_shown(*quote));
        self.voices.iter().filter(heard).count()
    }

    /// Whether these are other quotes than were checked until now.
    pub fn takes(&self, checked: &BTreeSet<usize>) -> bool {
        self.checked != *checked
    }

    /// How many quotes are shown.
    pub fn shown(&self) -> usize {
        (0..self.quotes().len()).filter(|quote| self.is_shown(*quote)).count()
    }

    pub(super) fn is_shown(&self, index: usize) -> bool {
        let Some(quote) = self.quotes().get(index) else { return false };
        self.filters.iter().all(|filter| match *filter {
            Filter::Voice(voice) => self.voice_of.get(index) == Some(&voice),
            Filter::Kind(kind) => quote.kind == kind,
            Filter::Certainty(certainty) => quote.certainty == certainty,
            Filter::Checked(checked) => self.checked.contains(&index) == checked,
            Filter::Naming(id) => self.analysis.entities.get(id).is_some_and(|entity| {
                let mut spans = entity.mentions.iter().map(|mention| mention.span);
                spans.any(|mention| quote.content.iter().any(|content| content.overlaps(mention)))
            }),
        })
    }
}
