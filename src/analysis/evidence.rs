//! The chain of steps from a quote to its speaker, and how sure its weakest one is.

use std::collections::HashMap;

use super::prose::{Place, Prose};
use super::quotes::Draft;
use super::resolve::Resolved;
use crate::model::quote::{Certainty, Evidence, Quote, Role, Rule};

/// The most quotes that a speaker is handed on over.
const LONGEST: usize = 40;

/// A headline's quotation is whoever's it is in the text: by its first words, or where they stand in a longer one.
pub fn same_words(prose: &Prose, drafts: &[Draft], found: &[Option<Resolved>]) -> HashMap<usize, usize> {
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
    let same = |draft: &Draft| known.get(&opening(draft)).copied().or_else(|| holding(prose, drafts, found, draft));
    open.filter_map(|(index, draft)| same(draft).map(|same| (index, same))).collect()
}

/// The quote of the text that holds the words of a headline.
fn holding(prose: &Prose, drafts: &[Draft], found: &[Option<Resolved>], headline: &Draft) -> Option<usize> {
    // Only the head of the article, so that the search is made a few times at most.
    if headline.passage > 2 || prose.passages[headline.passage].place != Place::Heading {
        return None;
    }
    let words = headline.content.first()?.of(prose.text);
    let words = words.trim_matches(|char: char| !char.is_alphanumeric());
    let within = |draft: &Draft| draft.content.iter().any(|span| span.of(prose.text).contains(words));
    let body = |draft: &Draft| prose.passages[draft.passage].place == Place::Body;
    (0..drafts.len()).find(|&index| found[index].is_some() && body(&drafts[index]) && within(&drafts[index]))
}

/// The quote with its evidence: cue, source, the quotes it goes on from, and whom the words mean.
pub fn finish(drafts: &[Draft], found: &[Option<Resolved>], by_words: &HashMap<usize, usize>, index: usize) -> Quote {
    let draft = &drafts[index];
    let mut evidence = own_steps(draft);
    let own = evidence.len();
    let mut resolved = found[index].as_ref();
    let mut source = draft.source;
    let mut at = index;
    // A bound, since a chain may never turn back on itself.
    for _ in 0..LONGEST {
        let by = drafts[at].inherits.or_else(|| by_words.get(&at).map(|same| (*same, Rule::SameWords)));
        let Some((from, rule)) = by.filter(|_| resolved.is_none()) else { break };
        evidence.push(inherited(&drafts[from], rule));
        at = from;
        // The words it is given to stand with the quote that it goes on from.
        source = source.or(drafts[at].source).filter(|_| rule != Rule::SameWords);
        resolved = found[at].as_ref();
    }
    if resolved.is_none() {
        // A chain that leads to nobody explains nothing.
        evidence.truncate(own);
        source = draft.source;
    }
    evidence.push(resolved.map_or_else(nothing, |resolved| resolved.step.clone()));
    Quote {
        kind: draft.kind,
        content: draft.content.clone(),
        cue: draft.cue,
        source,
        speaker: resolved.map(|resolved| resolved.speaker.clone()),
        certainty: evidence.iter().map(|step| step.certainty).max().unwrap_or(Certainty::Unsure),
        evidence,
    }
}

/// The steps that a quote's own cue and source make.
fn own_steps(draft: &Draft) -> Vec<Evidence> {
    let Some((rule, side)) = draft.found else { return Vec::new() };
    let rule = if draft.nested { Rule::NestedSpeech } else { rule };
    let cue = Evidence { role: Role::Cue, span: draft.cue, rule, certainty: Certainty::Certain };
    let source = draft.source.map(|span| Evidence {
        role: Role::Source,
        span: Some(span),
        rule: side,
        certainty: Certainty::Certain,
    });
    std::iter::once(cue).chain(source).collect()
}

fn inherited(from: &Draft, rule: Rule) -> Evidence {
    let doubt = rule == Rule::NextParagraph || from.nested;
    let certainty = if doubt { Certainty::Likely } else { Certainty::Certain };
    Evidence { role: Role::Inherited, span: from.content.first().copied(), rule, certainty }
}

fn nothing() -> Evidence {
    Evidence { role: Role::Source, span: None, rule: Rule::Nothing, certainty: Certainty::Unsure }
}
