//! Treebanks in CoNLL-U, cut into the program's own words.

use std::fs;
use std::io::Read;
use std::path::Path;

use flate2::read::GzDecoder;

use crate::analysis::syntax::tags::{Relation, Tag};
use crate::text::tokens::tokens;

/// One sentence with its right tags, heads and relations.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    pub words: Vec<String>,
    pub tags: Vec<Tag>,
    /// The place of each word's head; the number of words for the root.
    pub heads: Vec<usize>,
    pub relations: Vec<Relation>,
}

/// A row of the file.
struct Row {
    form: String,
    tag: String,
    head: usize,
    relation: String,
    /// Whether a space follows.
    space: bool,
}

/// All sentences of a file, packed or plain.
pub fn read(path: &Path) -> Result<Vec<Tree>, String> {
    let failed = |error: std::io::Error| format!("{}: {error}", path.display());
    let bytes = fs::read(path).map_err(failed)?;
    let mut text = String::new();
    match bytes.starts_with(&[0x1f, 0x8b]) {
        true => GzDecoder::new(bytes.as_slice()).read_to_string(&mut text).map_err(failed)?,
        false => bytes.as_slice().read_to_string(&mut text).map_err(failed)?,
    };
    Ok(text.split("\n\n").map(rows).filter(|rows| !rows.is_empty()).filter_map(|rows| tree(&rows)).collect())
}

fn rows(sentence: &str) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut glued_until = 0;
    for line in sentence.lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [number, form, _, _, tag, _, head, relation, _, misc] = cells[..] else { continue };
        if let Some((_, last)) = number.split_once('-') {
            // A word written as one and read as two.
            glued_until = last.parse().unwrap_or(0);
            continue;
        }
        let (Ok(number), Ok(head)) = (number.parse::<usize>(), head.parse::<usize>()) else { continue };
        let space = number >= glued_until && !misc.contains("SpaceAfter=No");
        let row = Row { form: form.to_owned(), tag: penn(tag), head, relation: relation.to_owned(), space };
        if let Some(before) = rows.last_mut().filter(|before| leans(&row.form, &row.tag) || before.tag == "HYPH") {
            before.space = false;
        }
        rows.push(row);
    }
    rows
}

/// Whether a word stands against the one before it, where the file does not say.
fn leans(form: &str, tag: &str) -> bool {
    tag == "HYPH" || form.eq_ignore_ascii_case("n't") || form.starts_with(['\'', '’']) && form.chars().count() > 1
}

/// The Penn tag for one of GUM's own.
fn penn(tag: &str) -> String {
    match tag {
        "NP" => "NNP".to_owned(),
        "NPS" => "NNPS".to_owned(),
        "PP" => "PRP".to_owned(),
        "PP$" => "PRP$".to_owned(),
        "SENT" => ".".to_owned(),
        "IN/that" => "IN".to_owned(),
        "(" | ")" => "-RRB-".to_owned(),
        _ => match tag.strip_prefix("VV").or_else(|| tag.strip_prefix("VH")) {
            Some(form) => format!("VB{form}"),
            None => tag.to_owned(),
        },
    }
}

/// The sentence in our words: rows inside one word become one, which has the head that lies outside.
fn tree(rows: &[Row]) -> Option<Tree> {
    let mut text = String::new();
    let starts: Vec<usize> = rows
        .iter()
        .map(|row| {
            let start = text.len();
            text.push_str(&row.form);
            text.push_str(if row.space { " " } else { "" });
            start
        })
        .collect();
    let words: Vec<_> = tokens(&text).iter().map(|token| token.span).collect();
    let of_row: Vec<usize> = starts.iter().map(|start| words.partition_point(|word| word.end <= *start)).collect();
    let mut tree = Tree::default();
    for (place, word) in words.iter().enumerate() {
        let first = of_row.partition_point(|of| *of < place);
        let inside = first..of_row.partition_point(|of| *of <= place);
        // A row cut into several words: the later ones hang on the first.
        let (outer, continued) = match inside.is_empty() {
            true => (inside.start.checked_sub(1)?, true),
            false => (outer(rows, inside.clone()), false),
        };
        let row = &rows[outer];
        tree.words.push(word.of(&text).to_owned());
        let possessive = inside.len() > 1 && rows[inside.end - 1].tag == "POS" && row.tag.starts_with("NN");
        tree.tags.push(if possessive { Tag::of("NN$") } else { Tag::of(&row.tag) });
        let head = if row.head == 0 { words.len() } else { *of_row.get(row.head - 1)? };
        let (head, relation) = if continued { (place - 1, "flat") } else { (head, row.relation.as_str()) };
        tree.heads.push(head);
        tree.relations.push(Relation::of(relation));
    }
    (tree.words.len() > 1).then_some(tree)
}

/// The row whose head lies outside of the range: the first such.
fn outer(rows: &[Row], inside: std::ops::Range<usize>) -> usize {
    let out = |row: &usize| {
        let head = rows[*row].head;
        head == 0 || !inside.contains(&(head - 1))
    };
    inside.clone().find(out).unwrap_or(inside.start)
}
