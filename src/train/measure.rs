//! How well tables find the names of marked texts: exact span and kind.

use std::collections::{BTreeMap, HashSet};

use super::corpus::Marked;
use crate::analysis::analyse;
use crate::analysis::mentions::ruled;
use crate::analysis::prose::Prose;
use crate::analysis::tagger::labels::NameKind;
use crate::analysis::tagger::tables::Tables;
use crate::analysis::tagger::tagged;
use crate::model::analysis::Context;
use crate::model::entity::{EntityKind, Form, Mention};
use crate::text::span::TextSpan;

/// Right ones, found ones and marked ones.
#[derive(Debug, Clone, Copy, Default)]
pub struct Counts {
    pub right: usize,
    pub found: usize,
    pub marked: usize,
}

impl Counts {
    /// The harmonic mean of precision and recall, in per cent.
    pub fn f1(self) -> f64 {
        200.0 * self.right as f64 / ((self.found + self.marked).max(1)) as f64
    }
}

/// What the tagger alone finds, scored.
pub fn measure(texts: &[Marked], tables: &Tables) -> BTreeMap<String, [Counts; 4]> {
    scored(texts, |text| {
        let prose = Prose::of(&text.document);
        tagged(&prose, &ruled(&prose), tables).iter().map(|name| (name.span, name.kind)).collect()
    })
}

/// What the whole analysis finds, scored: mentions by name, as the reader shows them.
pub fn measure_analysis(texts: &[Marked]) -> BTreeMap<String, [Counts; 4]> {
    scored(texts, |text| {
        let analysis = analyse(&text.document, &Context::default());
        let kinds = analysis.entities.iter().filter_map(|entity| Some((name_kind(entity.kind)?, &entity.mentions)));
        let named = |(kind, mentions): (NameKind, &Vec<Mention>)| {
            let names = mentions.iter().filter(|mention| mention.form == Form::Name);
            names.map(|name| (name.span, kind)).collect::<Vec<_>>()
        };
        kinds.flat_map(named).collect()
    })
}

fn name_kind(kind: EntityKind) -> Option<NameKind> {
    match kind {
        EntityKind::Person => Some(NameKind::Person),
        EntityKind::Organisation => Some(NameKind::Organisation),
        EntityKind::Place => Some(NameKind::Place),
        _ => None,
    }
}

/// Counts for persons, organisations and places of each source, and for all three together, of what `find` finds.
fn scored(texts: &[Marked], find: impl Fn(&Marked) -> Vec<(TextSpan, NameKind)>) -> BTreeMap<String, [Counts; 4]> {
    let mut counts: BTreeMap<String, [Counts; 4]> = BTreeMap::new();
    for text in texts {
        let whole = &text.document.text;
        let found: HashSet<_> = find(text).into_iter().map(|(span, kind)| (bare(span, whole), kind)).collect();
        let marked: HashSet<_> = text.names.iter().map(|(span, kind)| (bare(*span, whole), *kind)).collect();
        let sums = counts.entry(text.source.clone()).or_default();
        for (place, kind) in [NameKind::Person, NameKind::Organisation, NameKind::Place].into_iter().enumerate() {
            let of = |names: &HashSet<(TextSpan, NameKind)>| names.iter().filter(|name| name.1 == kind).count();
            let right = found.intersection(&marked).filter(|name| name.1 == kind).count();
            for sum in [place, 3] {
                sums[sum].right += right;
                sums[sum].found += of(&found);
                sums[sum].marked += of(&marked);
            }
        }
    }
    counts
}

/// A name without an article before it and a possessive behind it.
fn bare(span: TextSpan, text: &str) -> TextSpan {
    let name = span.of(text);
    let articles = ["the ", "The ", "THE ", "a ", "A ", "an ", "An "];
    let start = articles.iter().find(|article| name.starts_with(**article)).map_or(0, |article| article.len());
    let ends = ["'s", "’s", "'", "’"];
    let end = ends.iter().find(|end| name.ends_with(**end)).map_or(0, |end| end.len());
    TextSpan::new(span.start + start, span.end - end.min(name.len() - start))
}
