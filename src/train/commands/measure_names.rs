//! Measures the merging of gold names, and the linking of pronouns and descriptors to the people they mean.
//!
//! `trainer measure-names [--errors N] FILE.jsonl …`: rows of mentions with clusters are scored by CoNLL-F; rows whose
//! mentions have a "kind" by links as well; rows with marked "entities" by the names that are found in their texts.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::time::Instant;

use crate::analysis::merging::{Named, merge};
use crate::analysis::prose::Prose;
use crate::model::entity::EntityKind;
use crate::train::coreference::{Counts, Scores, scores};
use crate::train::corpus;
use crate::train::links;
use crate::train::measure::measure_analysis;
use clap::Args;
use serde_json::Value;

/// Measure names and their merging, and the linking of pronouns and descriptions.
#[derive(Debug, Args)]
pub struct Arguments {
    /// JSON lines of marked texts, or of mentions with their clusters
    #[arg(required = true)]
    files: Vec<String>,
    /// Print so many errors
    #[arg(long, default_value_t = 0, value_name = "N")]
    errors: usize,
}

pub fn run(arguments: &Arguments) -> Result<(), String> {
    for file in &arguments.files {
        let text = fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
        measure(file, &text, arguments.errors);
    }
    Ok(())
}

fn measure(file: &str, text: &str, errors: usize) {
    let rows: Vec<Value> = text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    if rows.iter().any(|row| row["entities"].is_array()) {
        return names(file);
    }
    let linked = rows.iter().any(|row| row["mentions"][0]["kind"].is_string());
    if linked {
        links::measure(file, &rows, errors);
        return;
    }
    let [mut all, mut alike, mut shared] = [Scores::default(); 3];
    let mut shown = Vec::new();
    for row in &rows {
        let mentions = mentions(row);
        let names: Vec<Named> = mentions.iter().map(Mention::named).collect();
        let gold: Vec<usize> = mentions.iter().map(|mention| mention.cluster).collect();
        let found: Vec<usize> = merge(&names).of.iter().map(|(group, _)| *group).collect();
        all.add(&scores(&gold, &found, true));
        shared.add(&scores(&gold, &found, false));
        alike.add(&scores(&gold, &by_form(&mentions), true));
        shown.extend(wrong(row, &mentions, &found));
    }
    println!("{file}");
    report("merged", &all);
    report("no singles", &shared);
    report("same form", &alike);
    // A spread of them, so that those at the head of the file are not the only ones read.
    let step = (shown.len() / errors.max(1)).max(1);
    shown.iter().step_by(step).take(errors).for_each(|line| println!("  {line}"));
}

/// F1 in per cent of people, bodies and places, exact span and kind, and how fast the whole analysis was.
fn names(file: &str) {
    let texts = match corpus::read(Path::new(file)) {
        Ok(texts) => texts,
        Err(sentence) => return eprintln!("{sentence}"),
    };
    let tokens: usize = texts.iter().map(|text| Prose::of(&text.document).words.len()).sum();
    let began = Instant::now();
    let counts = measure_analysis(&texts);
    let speed = tokens as f64 / began.elapsed().as_secs_f64() / 1000.0;
    println!("{file}\n  {tokens} tokens, {speed:.0} thousand a second with quotes and merging");
    for (source, counts) in counts {
        let [person, organisation, place, all] = counts.map(|counts| format!("{:.1}", counts.f1()));
        println!("  {source}: person {person}  organisation {organisation}  place {place}  all {all}");
    }
}

fn report(name: &str, scores: &Scores) {
    let line = |counts: Counts| {
        format!("{:.1} / {:.1} / {:.1}", 100.0 * counts.precision(), 100.0 * counts.recall(), 100.0 * counts.f1())
    };
    let (muc, b3, ceaf) = (line(scores.muc), line(scores.b3), line(scores.ceaf));
    println!("  {name:10} CoNLL-F {:.2}   MUC {muc}   B³ {b3}   CEAF-e {ceaf}", 100.0 * scores.conll());
}

struct Mention {
    form: String,
    at: usize,
    cluster: usize,
    kind: Option<EntityKind>,
}

impl Mention {
    fn named(&self) -> Named<'_> {
        Named { form: &self.form, at: self.at, kind: self.kind, gender: None, titled: false }
    }
}

/// The gold mentions of one row, with the text of each.
fn mentions(row: &Value) -> Vec<Mention> {
    let text: Vec<char> = row["text"].as_str().unwrap_or_default().chars().collect();
    let number = |value: &Value| value.as_u64().unwrap_or_default() as usize;
    let mention = |value: &Value| {
        let (start, end) = (number(&value["start"]), number(&value["end"]));
        let cut = || text.get(start..end).unwrap_or_default().iter().collect();
        let form = value["text"].as_str().map_or_else(cut, str::to_owned);
        let kind = value["type"].as_str().and_then(kind);
        Mention { form, at: start, cluster: number(&value["cluster"]), kind }
    };
    row["mentions"].as_array().into_iter().flatten().map(mention).collect()
}

/// What the sets call their kinds; nothing for the many things called MISC.
fn kind(label: &str) -> Option<EntityKind> {
    match label {
        "PER" => Some(EntityKind::Person),
        "ORG" => Some(EntityKind::Organisation),
        "LOC" => Some(EntityKind::Place),
        "TIME" => Some(EntityKind::Date),
        "NUM" => Some(EntityKind::Number),
        "MISC" => Some(EntityKind::Work),
        _ => None,
    }
}

/// The floor: names that are written alike.
fn by_form(mentions: &[Mention]) -> Vec<usize> {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    mentions
        .iter()
        .map(|mention| {
            let next = seen.len();
            *seen.entry(&mention.form).or_insert(next)
        })
        .collect()
}

/// Forms that were joined or parted otherwise than in the gold, each pair once.
fn wrong(row: &Value, mentions: &[Mention], found: &[usize]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let id = row["id"].as_str().unwrap_or_default();
    for (one, mention) in mentions.iter().enumerate() {
        for (other, second) in mentions.iter().enumerate().skip(one + 1) {
            let same = mention.cluster == second.cluster;
            let joined = found[one] == found[other];
            if same != joined {
                let (mut first, mut last) = (mention.form.as_str(), second.form.as_str());
                if first > last {
                    (first, last) = (last, first);
                }
                lines.push(format!("{} {first} | {last}  ({id})", if joined { "JOINED" } else { "PARTED" }));
            }
        }
    }
    lines.sort();
    lines.dedup();
    lines
}
