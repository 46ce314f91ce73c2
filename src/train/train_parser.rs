//! `train-parser`: learns the weights of the part-of-speech tagger and the parser and writes them with their card.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use clap::Parser;
use pullquote::analysis::syntax::tables::Tables;
use pullquote::analysis::tagger::tables::Tables as Names;
use pullquote::train::syntax::{Settings, learn, measure};
use pullquote::train::treebank::read;

/// Learn the weights of the part-of-speech tagger and of the parser.
#[derive(Debug, Parser)]
struct Arguments {
    /// Treebanks to learn from (CoNLL-U, packed or plain)
    #[arg(required = true)]
    treebanks: Vec<PathBuf>,
    /// Treebanks to measure on
    #[arg(long, num_args = 1..)]
    held_out: Vec<PathBuf>,
    /// Where the weights go; their card goes beside them
    #[arg(long)]
    out: PathBuf,
    #[arg(long, default_value_t = 6)]
    tag_rounds: usize,
    #[arg(long, default_value_t = 12)]
    parse_rounds: usize,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("train-parser: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<(), String> {
    let began = Instant::now();
    let lists = Names::get().ok_or("the lists of names cannot be read")?.lists;
    let trees = arguments.treebanks.iter().map(|path| read(path)).collect::<Result<Vec<_>, _>>()?.concat();
    let words: usize = trees.iter().map(|tree| tree.words.len()).sum();
    eprintln!("{} sentences, {words} words", trees.len());
    let settings = Settings { tag_rounds: arguments.tag_rounds, parse_rounds: arguments.parse_rounds, explore: 1 };
    let bytes = learn(&trees, &lists, settings, |what| eprintln!("{what}: {:.0?}", began.elapsed()));
    fs::write(&arguments.out, &bytes).map_err(|error| format!("{}: {error}", arguments.out.display()))?;
    let tables = Tables::read(&bytes).ok_or("the weights cannot be read back")?;
    for path in &arguments.held_out {
        let scores = measure(&read(path)?, &lists, &tables);
        let share = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
        println!(
            "{}: tags {:.2}, heads {:.2}, heads and relations {:.2}",
            path.file_stem().unwrap_or_default().to_string_lossy(),
            share(scores.tags, scores.words),
            share(scores.heads, scores.arcs),
            share(scores.named, scores.arcs)
        );
    }
    Ok(())
}
