//! `trainer names`: learns the weights of the name tagger and writes them with their card.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::analysis::tagger::tables::{Lists, Tables};
use crate::train::card::{Facts, card};
use crate::train::corpus::{HeldOut, Marked, read};
use crate::train::examples::{Example, examples};
use crate::train::learning::{Settings, learn};
use crate::train::measure::measure;
use crate::train::{lists, written};
use clap::Args;

/// Learn the weights of the name tagger.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Marked texts to learn from: files of JSON lines, or folders of them
    #[arg(required = true)]
    corpora: Vec<PathBuf>,
    /// Texts that must not be learnt from; they are measured where they are marked
    #[arg(long, num_args = 1.., required = true)]
    held_out: Vec<PathBuf>,
    /// The folder of word clusters (clusters.tsv) and lists of names
    #[arg(long)]
    lists: PathBuf,
    /// Where the weights go; their card goes beside them
    #[arg(long)]
    out: PathBuf,
    /// Leave texts out that are held out, instead of refusing them
    #[arg(long)]
    leave_out: bool,
    /// How often each text is learnt from
    #[arg(long, default_value_t = 8)]
    rounds: usize,
    /// The length of a first step
    #[arg(long, default_value_t = 0.06)]
    rate: f32,
    /// The share of features that is left out each time
    #[arg(long, default_value_t = 0.3)]
    dropout: f32,
}

pub fn run(arguments: &Arguments) -> Result<(), String> {
    let began = Instant::now();
    let (texts, left_out) = allowed(arguments)?;
    let lists = lists::written(&arguments.lists)?;
    let all = all_examples(&texts, &lists)?;
    let pieces = all.iter().map(|example| example.ends.len()).sum();
    eprintln!("{} texts, {left_out} left out, {pieces} pieces: {:.0?}", texts.len(), began.elapsed());
    let (rounds, rate, dropout) = (arguments.rounds, arguments.rate, arguments.dropout);
    let settings = Settings { rounds, rate, left_out: dropout, mean_of: rounds.min(3) };
    let weights = learn(&all, settings, |round| eprintln!("round {round}: {:.0?}", began.elapsed()));
    let bytes = written::bytes(&lists, &weights);
    write(&arguments.out, &bytes)?;
    let tables = Tables::read(&bytes).ok_or("the weights cannot be read back")?;
    let held: Vec<Vec<Marked>> = arguments.held_out.iter().map(|path| read(path)).collect::<Result<_, _>>()?;
    let figures = measure(&held.into_iter().flatten().collect::<Vec<_>>(), &tables);
    for (source, counts) in &figures {
        println!("{source}: {}", counts.map(|counts| format!("{:.1}", counts.f1())).join(" "));
    }
    let facts = Facts { texts: &texts, pieces, left_out, settings, bytes: bytes.len(), figures };
    write(&arguments.out.with_extension("md"), card(&facts).as_bytes())
}

fn all_examples(texts: &[Marked], lists: &[u8]) -> Result<Vec<Example>, String> {
    let (lists, _) = Lists::read(lists).ok_or("the lists cannot be read back")?;
    Ok(texts.iter().flat_map(|text| examples(text, &lists)).collect())
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}

/// The texts to learn from, and how many were left out because they are held out.
fn allowed(arguments: &Arguments) -> Result<(Vec<Marked>, usize), String> {
    let held = HeldOut::read(&arguments.held_out)?;
    let mut texts = arguments.corpora.iter().map(|path| read(path)).collect::<Result<Vec<_>, _>>()?.concat();
    let refused = texts.iter().find(|text| held.has(text)).filter(|_| !arguments.leave_out);
    if let Some(text) = refused {
        return Err(format!("{} is held out and must not be learnt from (--leave-out leaves it out)", text.id));
    }
    let before = texts.len();
    texts.retain(|text| !held.has(text));
    let left_out = before - texts.len();
    Ok((texts, left_out))
}
