//! The commands of the trainer: what each is given, and what it does.

pub mod measure_names;
pub mod measure_quotes;
pub mod names;
pub mod syntax;

use clap::Subcommand;

/// One thing that the trainer can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    Names(names::Arguments),
    Syntax(syntax::Arguments),
    MeasureNames(measure_names::Arguments),
    MeasureQuotes(measure_quotes::Arguments),
}

impl Command {
    /// Does it; the error is a sentence.
    pub fn run(&self) -> Result<(), String> {
        match self {
            Command::Names(arguments) => names::run(arguments),
            Command::Syntax(arguments) => syntax::run(arguments),
            Command::MeasureNames(arguments) => measure_names::run(arguments),
            Command::MeasureQuotes(arguments) => measure_quotes::run(arguments),
        }
    }
}
