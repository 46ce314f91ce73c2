//! How many pronouns and descriptors of named people are linked, and how many links are right.

use std::collections::HashMap;

use crate::analysis::entities::Cast;
use crate::analysis::lexicon::{Classes, Lexicon};
use crate::analysis::linking::{Link, links};
use crate::analysis::mentions::{Gender, gender_of};
use crate::analysis::prose::Prose;
use crate::analysis::reasons::Reason;
use crate::analysis::{clauses, marks, quotes, resolve};
use crate::model::document::{Block, BlockKind, Document};
use crate::model::entity::{Entity, EntityKind, Form, Mention};
use crate::text::span::TextSpan;
use serde_json::Value;

/// Right links, all links, and gold mentions to be linked.
#[derive(Default, Clone, Copy)]
struct Tally {
    right: usize,
    linked: usize,
    gold: usize,
    covered: usize,
}

/// Prints the figures for one file of whole texts with names, nominals and pronouns.
pub fn measure(file: &str, rows: &[Value], errors: usize) {
    let mut tallies: HashMap<&str, Tally> = HashMap::new();
    let mut shown = Vec::new();
    for row in rows {
        score(&Row::read(row), &mut tallies, &mut shown);
    }
    println!("{file}");
    for group in ["all", "third person", "first and second", "descriptor"] {
        let tally = tallies.get(group).copied().unwrap_or_default();
        let share = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
        println!(
            "  {group:17} linked {:5.1} % of {:3}; right {:5.1} % of {:3} links",
            share(tally.covered, tally.gold),
            tally.gold,
            share(tally.right, tally.linked),
            tally.linked
        );
    }
    shown.iter().take(errors).for_each(|line| println!("  {line}"));
}

struct Row {
    document: Document,
    golds: Vec<Gold>,
}

struct Gold {
    span: TextSpan,
    head: TextSpan,
    cluster: String,
    kind: String,
    person: bool,
}

impl Row {
    /// The first line is the headline; the others are taken for one paragraph, since a line is a sentence there.
    fn read(row: &Value) -> Self {
        let text = row["text"].as_str().unwrap_or_default().to_owned();
        let mut bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        bytes.push(text.len());
        let byte =
            |value: &Value| bytes.get(value.as_u64().unwrap_or_default() as usize).copied().unwrap_or(text.len());
        let words = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let gold = |value: &Value| Gold {
            span: TextSpan::new(byte(&value["start"]), byte(&value["end"])),
            head: TextSpan::new(byte(&value["head"][0]), byte(&value["head"][1])),
            cluster: words(&value["cluster"]),
            kind: words(&value["kind"]),
            person: value["etype"] == "person",
        };
        let golds = row["mentions"].as_array().into_iter().flatten().map(gold).collect();
        let cut = text.find('\n').unwrap_or(text.len());
        let block = |kind, start, end| Block { kind, span: TextSpan::new(start, end), aside: None };
        let blocks = vec![
            block(BlockKind::Headline, 0, cut),
            block(BlockKind::Paragraph, (cut + 1).min(text.len()), text.len()),
        ];
        Self { document: Document { text, blocks, inlines: Vec::new() }, golds }
    }

    /// The people named in the gold, each with the capitals around the head of every naming.
    fn cast(&self, prose: &Prose) -> (Cast, HashMap<String, usize>) {
        let mut cast = Cast::default();
        let mut ids: HashMap<String, usize> = HashMap::new();
        for gold in self.golds.iter().filter(|gold| gold.kind == "name" && gold.person) {
            let Some((span, gender)) = name(prose, gold) else { continue };
            let form = span.of(prose.text).to_owned();
            let id = *ids.entry(gold.cluster.clone()).or_insert_with(|| {
                let name = form.clone();
                cast.entities.push(Entity::new(EntityKind::Person, name, Vec::new()));
                cast.genders.push(None);
                cast.entities.len() - 1
            });
            cast.genders[id] = cast.genders[id].or(gender);
            let entity = &mut cast.entities[id];
            entity.mentions.push(Mention { span, form: Form::Name });
            if form.len() > entity.name.len() {
                entity.name = form;
            }
            entity.capacity = entity.capacity.or_else(|| crate::analysis::capacity::capacity(prose, span));
        }
        for entity in &mut cast.entities {
            entity.mentions.sort_by_key(|mention| mention.span);
            entity.mentions.dedup_by_key(|mention| mention.span);
        }
        (cast, ids)
    }
}

/// The run of capitals that holds the head of a naming, without titles, and what it says of the gender.
fn name(prose: &Prose, gold: &Gold) -> Option<(TextSpan, Option<Gender>)> {
    let (within, head) = (prose.words_in(gold.span), prose.words_in(gold.head));
    let title = |word: usize| prose.classes(word).any(Classes::TITLE | Classes::ROLE);
    let start = (within.start..head.start).rev().take_while(|&word| prose.is_capital(word) && !title(word)).last();
    let start = start.unwrap_or(head.start);
    let end =
        (head.end..within.end).take_while(|&word| prose.is_capital(word)).last().map_or(head.end, |last| last + 1);
    let before = start.checked_sub(1).and_then(|word| gender_of(prose.classes(word), prose.word(word)));
    let first = gender_of(Lexicon::get().classes(prose.word(start)), prose.word(start));
    (start < end).then(|| (prose.span(start..end), before.or(first)))
}

fn score(row: &Row, tallies: &mut HashMap<&str, Tally>, shown: &mut Vec<String>) {
    let prose = Prose::of(&row.document);
    let (cast, ids) = row.cast(&prose);
    let pieces = marks::pieces(&prose);
    let drafts = quotes::drafts(&prose, &pieces, &clauses::clauses(&prose, &pieces));
    let (quotes, cast) = resolve::resolve(&prose, cast, &drafts);
    let mut found = links(&prose, &cast, &quotes);
    for (entity, of) in cast.entities.iter().enumerate() {
        let noted = of.mentions.iter().filter(|mention| mention.form != Form::Name);
        let (rule, certainty) = (crate::model::entity::AliasRule::Pronoun, crate::model::quote::Certainty::Likely);
        found.extend(noted.map(|mention| Link {
            span: mention.span,
            entity,
            form: mention.form,
            rule,
            certainty,
            reason: Reason::Source,
        }));
    }
    found.sort_by_key(|link| (link.span, link.entity));
    found.dedup_by_key(|link| link.span);
    let mut matched = vec![false; found.len()];
    for gold in row.golds.iter().filter(|gold| gold.kind != "name" && ids.contains_key(&gold.cluster)) {
        let hit = (0..found.len()).find(|&index| !matched[index] && is_meant(gold, &found[index]));
        let right = hit.is_some_and(|hit| ids[&gold.cluster] == found[hit].entity);
        let group = group(gold.span.of(prose.text), gold.kind == "pronoun");
        for name in ["all", group] {
            let tally = tallies.entry(name).or_default();
            tally.gold += 1;
            tally.covered += usize::from(hit.is_some());
            tally.linked += usize::from(hit.is_some());
            tally.right += usize::from(right);
        }
        if let Some(hit) = hit {
            matched[hit] = true;
        }
        if !right {
            let to = hit.map_or("-".to_owned(), |hit| who(&cast, &found[hit]));
            let meant = &cast.entities[ids[&gold.cluster]].name;
            shown.push(format!("{to} for {meant}: {}", around(&prose, gold.span)));
        }
    }
    for (index, link) in found.iter().enumerate().filter(|(index, _)| !matched[*index]) {
        let group = group(link.span.of(prose.text), link.form == Form::Pronoun);
        for name in ["all", group] {
            tallies.entry(name).or_default().linked += 1;
        }
        shown.push(format!("{} for nobody: {}", who(&cast, &found[index]), around(&prose, link.span)));
    }
}

fn who(cast: &Cast, link: &Link) -> String {
    format!("{} ({})", cast.entities[link.entity].name, link.reason.words())
}

/// A pronoun must be the same word; a description must hold the head of the gold's.
fn is_meant(gold: &Gold, link: &Link) -> bool {
    match link.form {
        Form::Pronoun => gold.kind == "pronoun" && gold.span == link.span,
        _ => gold.kind != "pronoun" && link.span.covers(gold.head),
    }
}

fn group(words: &str, pronoun: bool) -> &'static str {
    if !pronoun {
        return "descriptor";
    }
    let third = crate::analysis::linking::pronoun(words).is_some();
    if third { "third person" } else { "first and second" }
}

fn around(prose: &Prose, span: TextSpan) -> String {
    let words = prose.words_in(span);
    let from = words.start.saturating_sub(14);
    let to = (words.end + 6).min(prose.words.len());
    let before = prose.span(from..words.start).of(prose.text).replace('\n', " / ");
    let after = prose.span(words.end..to).of(prose.text).replace('\n', " / ");
    format!("{before} [{}] {after}", span.of(prose.text))
}
