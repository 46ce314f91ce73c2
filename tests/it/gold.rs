//! A small gold set of our own: how many of its names and of its entities are found whole, with a floor under both.

use std::collections::{BTreeMap, BTreeSet};

use pullquote::analysis::analyse;
use pullquote::model::analysis::Context;
use pullquote::model::entity::Form;
use pullquote::text::span::TextSpan;

use super::marks::{Marked, parse};

const GOLD: [&str; 3] =
    [include_str!("../gold/ferry.txt"), include_str!("../gold/court.txt"), include_str!("../gold/summit.txt")];

/// The spans of each name with its kind, and the entities as sets of them.
type Names = BTreeSet<(TextSpan, String)>;

/// Marked names, found names, and how many marked entities of two names or more are found with just those.
fn scored(marked: &str) -> (Names, Names, (usize, usize)) {
    let Marked { document, labels } = parse(marked);
    let analysis = analyse(&document, &Context::default());
    let mut gold: BTreeMap<&str, Names> = BTreeMap::new();
    for (span, label) in &labels {
        let kind = label.split(':').next().unwrap().to_owned();
        gold.entry(label).or_default().insert((*span, kind));
    }
    let named = analysis.entities.iter().filter(|entity| !entity.kind.is_value());
    let found: Vec<Names> = named
        .map(|entity| {
            let names = entity.mentions.iter().filter(|mention| mention.form == Form::Name);
            names.map(|name| (name.span, entity.kind.name().to_owned())).collect()
        })
        .collect();
    let several: Vec<&Names> = gold.values().filter(|names| names.len() > 1).collect();
    let whole = several.iter().filter(|names| found.contains(names)).count();
    let counts = (whole, several.len());
    (gold.into_values().flatten().collect(), found.into_iter().flatten().collect(), counts)
}

#[test]
fn names_of_our_own_gold_set_are_found() {
    let (mut right, mut sum, mut whole, mut several) = (0, 0, 0, 0);
    let mut wrong = Vec::new();
    for marked in GOLD {
        let (gold, found, counts) = scored(marked);
        let text = parse(marked).document.text;
        wrong.extend(gold.symmetric_difference(&found).map(|(span, kind)| format!("{}|{kind}", span.of(&text))));
        right += gold.intersection(&found).count();
        sum += gold.len() + found.len();
        whole += counts.0;
        several += counts.1;
    }
    // 95 % of both are found today; less than this has gone wrong somewhere.
    assert!(2 * right * 100 >= sum * 90, "F1 {:.3}: {wrong:#?}", 2.0 * right as f64 / sum as f64);
    assert!(whole * 100 >= several * 85, "{whole} of {several} entities: {wrong:#?}");
}
