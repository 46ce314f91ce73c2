//! Reads marked articles: JSON lines, or files NAME.gold.json beside NAME.txt, or folders of either.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::gold::{Gold, GoldEntity, GoldQuote, Points, WhoKind, Wording};
use crate::model::entity::{EntityKind, Form};

const PAIR: &str = ".gold.json";

/// All articles of these files and folders, in order.
pub fn read(paths: &[PathBuf]) -> Result<Vec<Gold>, String> {
    let mut all = Vec::new();
    for file in paths.iter().map(|path| files(path)).collect::<Result<Vec<_>, _>>()?.concat() {
        let text = content(&file)?;
        if file.to_string_lossy().ends_with(PAIR) {
            all.push(pair(&file, &json(&file, &text)?)?);
            continue;
        }
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            all.extend(row(&json(&file, line)?));
        }
    }
    Ok(all)
}

fn json(file: &Path, text: &str) -> Result<Value, String> {
    serde_json::from_str(text).map_err(|error| format!("{}: {error}", file.display()))
}

fn content(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}

/// A file itself; of a folder the pairs, and where it has none the JSON lines.
fn files(path: &Path) -> Result<Vec<PathBuf>, String> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let entries = fs::read_dir(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut all: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    all.sort();
    let ending = |ending: &str| all.iter().filter(|file| file.to_string_lossy().ends_with(ending)).cloned().collect();
    let pairs: Vec<PathBuf> = ending(PAIR);
    Ok(if pairs.is_empty() { ending(".jsonl") } else { pairs })
}

/// A row of JSON lines; nothing where it has no text or no quotes.
pub fn row(row: &Value) -> Option<Gold> {
    let quotes = row["quotes"].as_array()?.iter().filter_map(row_quote).collect();
    let (id, text) = (row["id"].as_str()?.to_owned(), row["text"].as_str()?.chars().collect());
    Some(Gold { id, text, quotes, ..Gold::default() }.prepared())
}

fn row_quote(quote: &Value) -> Option<GoldQuote> {
    let who = string(&quote["speaker_canonical"]);
    let wording = match quote["speaker_kind"].as_str() {
        Some("name") => Wording::Name,
        Some("pronoun") => Wording::Pronoun,
        Some(_) => Wording::Descriptor,
        None => Wording::Nothing,
    };
    Some(GoldQuote {
        spans: spans(quote)?,
        direct: quote["type"] == "direct",
        source: points(&quote["speaker"]),
        wording,
        cue: points(&quote["cue"]),
        asked: quote["speech"] != false,
        kind: who.is_some().then_some(WhoKind::Named),
        who,
        aliases: Vec::new(),
        fragments: Vec::new(),
    })
}

fn spans(quote: &Value) -> Option<Vec<Points>> {
    let several = quote["spans"].as_array().map(|spans| spans.iter().filter_map(range).collect::<Vec<_>>());
    several.filter(|spans| !spans.is_empty()).or_else(|| Some(vec![points(quote)?]))
}

fn points(value: &Value) -> Option<Points> {
    Some(value["start"].as_u64()? as usize..value["end"].as_u64()? as usize)
}

/// The first two numbers of a list.
fn range(value: &Value) -> Option<Points> {
    Some(value[0].as_u64()? as usize..value[1].as_u64()? as usize)
}

fn ranges(value: &Value) -> Vec<Points> {
    value.as_array().into_iter().flatten().filter_map(range).collect()
}

fn string(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

/// A marked file and the text beside it.
fn pair(file: &Path, gold: &Value) -> Result<Gold, String> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let id = name.strip_suffix(PAIR).unwrap_or(&name).to_owned();
    let text: Vec<char> = content(&file.with_file_name(format!("{id}.txt")))?.chars().collect();
    let marked_only = gold["entities"].is_object();
    let entities = if marked_only { listed(&gold["entities"], &text) } else { marked(&gold["entities"]) };
    let not_quotes = ranges(&gold["not_quotes"]);
    let mut whole = Gold { id, text, entities, pair: true, marked_only, not_quotes, ..Gold::default() };
    let quotes = gold["quotes"].as_array().into_iter().flatten();
    whole.quotes = quotes.filter_map(|quote| pair_quote(&whole, quote)).collect();
    Ok(whole.prepared())
}

fn pair_quote(gold: &Gold, quote: &Value) -> Option<GoldQuote> {
    let words = if quote["source"].is_null() && quote["speaker"].is_object() { "speaker" } else { "source" };
    let mut who = string(&quote["speaker"]).or_else(|| string(&quote["speaker_canonical"]));
    let mut kind = match quote["speaker_kind"].as_str() {
        Some("unnamed") => Some(WhoKind::Unnamed),
        Some("collective") => Some(WhoKind::Collective),
        Some("document") => Some(WhoKind::Document),
        Some(_) => Some(WhoKind::Named),
        None => who.is_some().then_some(WhoKind::Named),
    };
    if quote["speaker"].is_object() && who.is_none() {
        (who, kind) = (string(&quote["speaker"]["text"]), Some(WhoKind::Unnamed));
    }
    let entity = gold.entities.iter().find(|entity| Some(&entity.name) == who.as_ref());
    let names = entity.into_iter().flat_map(|entity| &entity.mentions).filter(|mention| mention.1 == Form::Name);
    let source = points(&quote[words]);
    let forms = entity
        .into_iter()
        .flat_map(|entity| &entity.mentions)
        .filter(|(span, _)| source.as_ref().is_some_and(|source| super::outcome::overlap(span, source)));
    let forms: Vec<Form> = forms.map(|mention| mention.1).collect();
    Some(GoldQuote {
        spans: spans(quote)?,
        direct: quote["type"] == "direct",
        wording: source.as_ref().map_or(Wording::Nothing, |source| wording(&gold.words(source), &forms, kind)),
        source,
        cue: points(&quote["cue"]),
        asked: quote["nested_in"].is_null(),
        who,
        kind,
        aliases: names.map(|(span, _)| gold.words(span)).collect(),
        fragments: ranges(&quote["fragments"]),
    })
}

/// How words name somebody who is mentioned in them in these forms.
fn wording(words: &str, forms: &[Form], kind: Option<WhoKind>) -> Wording {
    const PRONOUNS: &str = " i he she they we you it who him her them his himself herself themselves one us me my our \
        their hers theirs its itself myself ourselves yourself this that these those whom ";
    const SMALL: &str = " the a an one his her their mr mrs ms ";
    if forms.contains(&Form::Name) {
        return Wording::Name;
    }
    let all: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
    let pronoun = all.len() <= 2 && all.first().is_some_and(|word| super::names::is_in(PRONOUNS, word));
    if pronoun || !forms.is_empty() && forms.iter().all(|form| *form == Form::Pronoun) {
        return Wording::Pronoun;
    }
    if !forms.is_empty() || matches!(kind, Some(WhoKind::Unnamed | WhoKind::Document)) {
        return Wording::Descriptor;
    }
    let capital =
        |word: &str| word.starts_with(char::is_uppercase) && !super::names::is_in(SMALL, &word.to_lowercase());
    if words.split_whitespace().any(capital) { Wording::Name } else { Wording::Descriptor }
}

fn marked(entities: &Value) -> Vec<GoldEntity> {
    let form = |mention: &Value| match mention["form"].as_str() {
        Some("pronoun") => Form::Pronoun,
        Some("descriptor") => Form::Descriptor,
        _ => Form::Name,
    };
    let entity = |entity: &Value| {
        let mentions = entity["mentions"].as_array().into_iter().flatten();
        let mentions = mentions.filter_map(|mention| Some((points(mention)?, form(mention)))).collect();
        let kind = kind(entity["kind"].as_str().unwrap_or_default());
        Some(GoldEntity { kind, name: string(&entity["name"])?, mentions })
    };
    entities.as_array().into_iter().flatten().filter_map(entity).collect()
}

/// The short form, kinds of names with their written forms: every place of every form, the longest first.
fn listed(entities: &Value, text: &[char]) -> Vec<GoldEntity> {
    let mut found: Vec<GoldEntity> = Vec::new();
    let mut forms: Vec<(Vec<char>, usize)> = Vec::new();
    for (kinds, names) in entities.as_object().into_iter().flatten() {
        for (name, written) in names.as_object().into_iter().flatten() {
            let words = written.as_array().into_iter().flatten().filter_map(Value::as_str);
            forms.extend(words.map(|form| (form.chars().collect(), found.len())));
            found.push(GoldEntity { kind: kind(kinds), name: name.clone(), mentions: Vec::new() });
        }
    }
    forms.sort_by_key(|(form, _)| std::cmp::Reverse(form.len()));
    let mut used = vec![false; text.len()];
    let letter = |at: Option<usize>| at.and_then(|at| text.get(at)).is_some_and(|char| char.is_alphanumeric());
    for (form, entity) in forms.iter().filter(|(form, _)| !form.is_empty()) {
        for start in (0..text.len()).filter(|at| text[*at..].starts_with(form)) {
            let span = start..start + form.len();
            if !letter(start.checked_sub(1)) && !letter(Some(span.end)) && !used[span.clone()].contains(&true) {
                used[span.clone()].fill(true);
                found[*entity].mentions.push((span, Form::Name));
            }
        }
    }
    found
}

fn kind(label: &str) -> EntityKind {
    match label.to_uppercase().as_str() {
        "PERSON" | "PER" => EntityKind::Person,
        "ORG" | "ORGANISATION" | "ORGANIZATION" => EntityKind::Organisation,
        "PLACE" | "LOC" | "LOCATION" | "GPE" | "FAC" => EntityKind::Place,
        "GROUP" | "NORP" => EntityKind::Group,
        "EVENT" => EntityKind::Event,
        "PRODUCT" => EntityKind::Product,
        "DATE" | "TIME" => EntityKind::Date,
        "MONEY" => EntityKind::Money,
        "PERCENT" => EntityKind::Percent,
        "NUMBER" | "NUM" | "QUANTITY" | "CARDINAL" | "ORDINAL" => EntityKind::Number,
        _ => EntityKind::Work,
    }
}
