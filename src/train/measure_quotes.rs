//! `measure-quotes`: how well quotes are found and given to their speakers, and where it goes wrong.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use pullquote::train::quotes::found::{Found, found};
use pullquote::train::quotes::gold::Gold;
use pullquote::train::quotes::outcome::{Outcome, outcome};
use pullquote::train::quotes::{read, report};

/// Measure the quotes of marked articles: errors by stage, certainty, and what each step costs.
#[derive(Debug, Parser)]
struct Arguments {
    /// Marked articles: JSON lines, NAME.gold.json beside NAME.txt, or folders of either
    #[arg(required = true)]
    golds: Vec<PathBuf>,
    /// Only every Nth article
    #[arg(long, default_value_t = 1, value_name = "N")]
    every: usize,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("measure-quotes: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<(), String> {
    let golds: Vec<Gold> = read::read(&arguments.golds)?.into_iter().step_by(arguments.every.max(1)).collect();
    println!("{} articles, {} quotes", golds.len(), golds.iter().map(|gold| gold.quotes.len()).sum::<usize>());
    let found: Vec<Vec<Found>> = golds.iter().map(found).collect();
    let measured = |quoted: bool| -> Vec<Outcome> {
        golds.iter().zip(&found).map(|(gold, found)| outcome(gold, found, quoted)).collect()
    };
    let all = measured(false);
    print!("{}{}{}", report::figures(&all, &measured(true)), report::stages(&all), report::false_ones(&all));
    print!("{}{}", report::distances(&golds, &all), report::speakers(&golds, &all));
    print!("{}", report::calibration(&all));
    Ok(())
}
