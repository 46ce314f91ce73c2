//! A document and its context become an analysis: who said what, and who is named.

pub mod agents;
pub mod antecedents;
pub mod attention;
pub mod attribution;
pub mod capacity;
pub mod clauses;
pub mod content;
pub mod conversation;
pub mod descriptions;
pub mod edges;
pub mod english;
pub mod entities;
pub mod evidence;
pub mod firstperson;
pub mod forms;
pub mod gathering;
pub mod genders;
pub mod grammar;
pub mod headlines;
pub mod indirect;
pub mod interview;
pub mod introductions;
pub mod kinds;
pub mod lexicon;
pub mod linking;
pub mod marks;
pub mod mentions;
pub mod merging;
pub mod namesakes;
pub mod naming;
pub mod normalise;
pub mod orphans;
pub mod parting;
pub mod phrases;
pub mod plurals;
pub mod prose;
pub mod quotes;
pub mod reasons;
pub mod resolve;
pub mod runs;
pub mod scare;
pub mod shortening;
pub mod subjects;
pub mod synonyms;
pub mod syntax;
pub mod tagger;
pub mod trimming;
pub mod values;
pub mod viable;

use crate::model::analysis::{Analysis, Context};
use crate::model::document::Document;
use crate::model::entity::Entity;
use crate::model::quote::Quote;
use crate::text::span::TextSpan;
use entities::Cast;
use prose::Prose;
use quotes::Draft;

/// Who said what, and who is named, in one document; all spans are bytes of its text.
///
/// Cannot fail and does not panic on any text; time grows with the length of the text; the same document gives
/// the same analysis. Blocks that are set aside, and code, are read for neither speech nor names.
pub fn analyse(document: &Document, context: &Context) -> Analysis {
    analyse_with(document, context, |_, cast| cast, |_| ())
}

/// The same, where somebody who knows better may put the names right before any quote is read, and the drafts of the
/// quotes before their speakers are looked for: so the measures learn what each step costs.
pub fn analyse_with(
    document: &Document,
    context: &Context,
    names: impl FnOnce(&Prose, Cast) -> Cast,
    drafts: impl FnOnce(&mut Vec<Draft>),
) -> Analysis {
    let prose = Prose::of(document);
    let pieces = marks::pieces(&prose);
    let titles = scare::titles(&prose, &pieces);
    let candidates = mentions::candidates(&prose, &titles);
    let mut cast = names(&prose, entities::cast(&prose, &candidates));
    genders::learn(&prose, &mut cast);
    let clauses = clauses::clauses(&prose, &pieces);
    let mut found = quotes::drafts(&prose, &pieces, &clauses);
    drafts(&mut found);
    let (quotes, mut cast) = resolve::resolve(&prose, cast, &found);
    let links = linking::links(&prose, &cast, &quotes);
    cast.note(&prose, &links);
    let names: Vec<TextSpan> = candidates.iter().map(|candidate| candidate.span).collect();
    let values = values::values(&prose, &names, context.date);
    let analysis = ordered(document, quotes, cast.entities, values);
    Analysis { foreign: english::is_foreign(&prose, context), ..analysis }
}

/// Quotes (those that have a word) and entities in the order of the text, with the speakers pointing at the entities' new places.
fn ordered(document: &Document, mut quotes: Vec<Quote>, mut entities: Vec<Entity>, values: Vec<Entity>) -> Analysis {
    entities.extend(values);
    for entity in &mut entities {
        entity.mentions.sort_by_key(|mention| mention.span);
        entity.mentions.dedup_by(|later, earlier| later.span.start < earlier.span.end);
    }
    let (entities, places) = entities::ordered(entities);
    for speaker in quotes.iter_mut().filter_map(|quote| quote.speaker.as_mut()) {
        speaker.entity = speaker.entity.and_then(|id| places.get(id).copied());
    }
    for quote in &mut quotes {
        quote.content.sort();
        quote.content.dedup_by(|later, earlier| later.start < earlier.end);
    }
    quotes.retain(|quote| quote.content.iter().any(|span| span.of(&document.text).contains(char::is_alphanumeric)));
    quotes.sort_by_key(|quote| (quote.start(), std::cmp::Reverse(quote.extent().end)));
    Analysis { quotes, entities, foreign: false }
}
