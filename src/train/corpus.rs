//! Marked texts: JSON lines with a text and its names, as documents of the program's own.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::analysis::tagger::labels::NameKind;
use crate::model::document::{Block, BlockKind, Document};
use crate::text::span::TextSpan;

/// Sources that do not mark peoples, events, works and products: what they leave unmarked may be one.
const WITHOUT_MISC: [&str; 3] = ["uner_ewt", "btc", "gum_ner"];

/// One text with its names, in order.
#[derive(Clone)]
pub struct Marked {
    pub id: String,
    pub source: String,
    pub document: Document,
    pub names: Vec<(TextSpan, NameKind)>,
    /// Whether an unmarked word may be part of a name of the kind `Misc`.
    pub misc_is_open: bool,
}

/// All marked texts of a file, or of the `.jsonl` files of a folder in order of their names. Rows without a list
/// of names are left out.
pub fn read(path: &Path) -> Result<Vec<Marked>, String> {
    let mut texts = Vec::new();
    for file in files(path)? {
        let content = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        for line in content.lines().filter(|line| !line.trim().is_empty()) {
            let row: Value = serde_json::from_str(line).map_err(|error| format!("{}: {error}", file.display()))?;
            texts.extend(marked(&row));
        }
    }
    Ok(texts)
}

fn files(path: &Path) -> Result<Vec<PathBuf>, String> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let entries = fs::read_dir(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "jsonl"));
    files.sort();
    Ok(files)
}

fn marked(row: &Value) -> Option<Marked> {
    let text = row["text"].as_str()?;
    let offsets: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let byte = |value: &Value| value.as_u64().and_then(|at| offsets.get(at as usize).copied());
    let mut names: Vec<(TextSpan, NameKind)> = row["entities"]
        .as_array()?
        .iter()
        .filter_map(|name| {
            Some((TextSpan::new(byte(&name["start"])?, byte(&name["end"])?), kind(name["label"].as_str()?)?))
        })
        .collect();
    names.sort_by_key(|(span, _)| *span);
    let source = row["source"].as_str().unwrap_or_default().to_owned();
    let misc_is_open = WITHOUT_MISC.contains(&source.as_str());
    Some(Marked { id: row["id"].as_str()?.to_owned(), source, document: document(text), names, misc_is_open })
}

fn kind(label: &str) -> Option<NameKind> {
    match label {
        "PERSON" => Some(NameKind::Person),
        "ORG" => Some(NameKind::Organisation),
        "LOC" => Some(NameKind::Place),
        "MISC" => Some(NameKind::Misc),
        _ => None,
    }
}

/// Each line as one paragraph.
fn document(text: &str) -> Document {
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let span = TextSpan::new(at, at + line.trim_end().len());
        at += line.len();
        if !span.is_empty() {
            blocks.push(Block { kind: BlockKind::Paragraph, span, aside: None });
        }
    }
    Document { text: text.to_owned(), blocks, inlines: Vec::new() }
}

/// The ids and texts that must never be learnt from.
#[derive(Debug, Default)]
pub struct HeldOut {
    ids: HashSet<String>,
    texts: HashSet<Vec<u8>>,
}

impl HeldOut {
    /// Reads files or folders; rows without a text count by their ids alone.
    pub fn read(paths: &[PathBuf]) -> Result<Self, String> {
        let mut held = Self::default();
        for file in paths.iter().map(|path| files(path)).collect::<Result<Vec<_>, _>>()?.concat() {
            let content = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
            for line in content.lines().filter(|line| !line.trim().is_empty()) {
                let row: Value = serde_json::from_str(line).map_err(|error| format!("{}: {error}", file.display()))?;
                held.ids.extend(row["id"].as_str().map(str::to_owned));
                held.texts.extend(row["text"].as_str().filter(|text| !text.trim().is_empty()).map(print));
            }
        }
        Ok(held)
    }

    /// Whether a text is among them, by its id or by its letters.
    pub fn has(&self, text: &Marked) -> bool {
        self.ids.contains(&text.id) || self.texts.contains(&print(&text.document.text))
    }
}

/// A text's fingerprint; white space does not count.
fn print(text: &str) -> Vec<u8> {
    let mut hasher = Sha256::new();
    text.split_whitespace().for_each(|word| hasher.update(word.as_bytes()));
    hasher.finalize().to_vec()
}
