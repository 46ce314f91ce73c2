//! `trainer`: learns the weights that the analysis needs, and measures names and quotes on marked texts.

use std::process::ExitCode;

use clap::Parser;
use pullquote::train::commands::Command;

/// Learn the weights of names and syntax; measure names and quotes on marked texts.
#[derive(Debug, Parser)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

fn main() -> ExitCode {
    match Arguments::parse().command.run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("trainer: {reason}");
            ExitCode::FAILURE
        }
    }
}
