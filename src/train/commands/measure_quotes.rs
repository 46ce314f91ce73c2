//! `trainer measure-quotes`: how well quotes are found and given to their speakers, and where it goes wrong.

use std::path::PathBuf;

use crate::train::quotes::gold::Gold;
use crate::train::quotes::outcome::outcome;
use crate::train::quotes::trial_report::{Run, trials};
use crate::train::quotes::{read, report};
use clap::Args;

/// Measure the quotes of marked articles: errors by stage, certainty, and what each step costs.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Marked articles: JSON lines, NAME.gold.json beside NAME.txt, or folders of either
    #[arg(required = true)]
    golds: Vec<PathBuf>,
    /// Only every Nth article
    #[arg(long, default_value_t = 1, value_name = "N")]
    every: usize,
    /// Measure again with other names, other marks, no paragraphs, people of one gender
    #[arg(long)]
    trials: bool,
    /// Print so many quotes of each trial that it turned from right to wrong
    #[arg(long, default_value_t = 0, value_name = "N")]
    worst: usize,
}

pub fn run(arguments: &Arguments) -> Result<(), String> {
    let golds: Vec<Gold> = read::read(&arguments.golds)?.into_iter().step_by(arguments.every.max(1)).collect();
    println!("{} articles, {} quotes", golds.len(), golds.iter().map(|gold| gold.quotes.len()).sum::<usize>());
    let run = Run::of(golds.iter());
    let all = &run.outcomes;
    let quoted = golds.iter().zip(&run.found).map(|(gold, found)| outcome(gold, found, true));
    print!("{}{}", report::figures(all, &quoted.collect::<Vec<_>>()), report::stages(all));
    print!("{}{}", report::false_ones(all), report::named_wrongly(&run).unwrap_or_default());
    print!("{}{}", report::distances(&golds, all), report::speakers(&golds, all));
    print!("{}{}", report::calibration(all), report::given(&golds, all));
    if arguments.trials {
        let (table, lines) = trials(&golds, &run, arguments.worst);
        print!("{table}");
        lines.iter().for_each(|line| println!("{line}"));
    }
    Ok(())
}
