//! The chain of steps from a quote to its speaker, and how sure its weakest one is.

use std::collections::HashMap;

use super::prose::{Place, Prose};
use super::quotes::Draft;
use super::resolve::Resolved;
use crate::model::quote::{Certainty, Evidence, Quote, Role, Rule};

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
    if prose.passages[headline.passage].place != Place::Heading {
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
