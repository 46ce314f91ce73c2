//! `trainer syntax`: learns the weights of the part-of-speech tagger and the parser and writes them with their card.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::analysis::syntax::tables::Tables;
use crate::analysis::tagger::tables::Tables as Names;
use crate::train::syntax::{Scores, Settings, learn, measure};
use crate::train::syntax_card::{Facts, card};
use crate::train::treebank::{Tree, read};
use clap::Args;

/// Sentences of fewer words may stand in any text.
const SHORT: usize = 8;

/// Learn the weights of the part-of-speech tagger and of the parser.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Treebanks to learn from (CoNLL-U, packed or plain)
    #[arg(required = true)]
    treebanks: Vec<PathBuf>,
    /// Treebanks to measure on; what stands in them is not learnt from
    #[arg(long, num_args = 1..)]
    held_out: Vec<PathBuf>,
    /// Where the weights go; their card goes beside them
    #[arg(long)]
    out: PathBuf,
    /// How often the tagger reads each sentence
    #[arg(long, default_value_t = 8)]
    tag_rounds: usize,
    /// How often the parser reads each sentence
    #[arg(long, default_value_t = 16)]
    parse_rounds: usize,
}

pub fn run(arguments: &Arguments) -> Result<(), String> {
    let began = Instant::now();
    let lists = Names::get().ok_or("the lists of names cannot be read")?.lists;
    let held: Vec<(String, Vec<Tree>)> =
        arguments.held_out.iter().map(|path| Ok((name(path), read(path)?))).collect::<Result<_, String>>()?;
    let mut trees = arguments.treebanks.iter().map(|path| read(path)).collect::<Result<Vec<_>, _>>()?.concat();
    let all = trees.len();
    leave_out(&mut trees, &held);
    let words: usize = trees.iter().map(|tree| tree.words.len()).sum();
    eprintln!("{} sentences, {} left out, {words} words", trees.len(), all - trees.len());
    let (tag_rounds, parse_rounds) = (arguments.tag_rounds, arguments.parse_rounds);
    let settings = Settings { tag_rounds, parse_rounds, explore: 1 };
    let bytes = learn(&trees, &lists, settings, |what| eprintln!("{what}: {:.0?}", began.elapsed()));
    write(&arguments.out, &bytes)?;
    let tables = Tables::read(&bytes).ok_or("the weights cannot be read back")?;
    let figures: Vec<(String, Scores)> =
        held.iter().map(|(name, trees)| (name.clone(), measure(trees, &lists, &tables))).collect();
    for (name, scores) in &figures {
        let [tags, heads, named] = scores.shares();
        println!("{name}: tags {tags:.1}, heads {heads:.1}, heads and relations {named:.1}");
    }
    let facts =
        Facts { sentences: trees.len(), left_out: all - trees.len(), words, settings, bytes: bytes.len(), figures };
    write(&arguments.out.with_extension("md"), card(&facts).as_bytes())
}

fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.split('.').next().unwrap_or_default().to_owned()
}

/// Takes sentences out that are held out too; short ones ("Thank you.") are nobody's.
fn leave_out(trees: &mut Vec<Tree>, held: &[(String, Vec<Tree>)]) {
    let known: HashSet<Vec<String>> = held.iter().flat_map(|(_, trees)| trees).map(|tree| tree.words.clone()).collect();
    trees.retain(|tree| tree.words.len() < SHORT || !known.contains(&tree.words));
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}
