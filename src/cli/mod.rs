//! The command line: one definition, from which help, completions and the man page come.

pub mod completions;
pub mod man;
pub mod read;
pub mod show;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use clap_complete::Shell;

/// Read the news and see who said what.
#[derive(Debug, Parser)]
#[command(
    name = "pullquote",
    version,
    about = "A news reader for the terminal that shows who said what",
    long_about = "A news reader for the terminal that shows who said what: an article opens beside its quotes, each \
                  with its speaker, and the people, organisations and places that it names.\n\nWithout a file it \
                  offers bundled sample articles. Nothing leaves this computer and nothing is stored.",
    after_help = "A file that is called like a command is opened with its path: pullquote ./show",
    args_conflicts_with_subcommands = true
)]
pub struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,

    /// Lines and a prompt instead of a screen, for screen readers and slow lines
    #[arg(long)]
    plain: bool,

    /// Text, Markdown and HTML files, folders of them, or - for standard input
    #[arg(value_name = "FILE | DIR | -")]
    paths: Vec<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Print articles with their quotes and names
    Show(show::Arguments),
    /// Print the completions for a shell
    Completions {
        /// bash, zsh, fish, elvish or powershell
        shell: Shell,
    },
    /// Print the man page
    Man,
}

/// Does what the arguments ask for.
pub fn run(arguments: Arguments) -> ExitCode {
    let done = match arguments.command {
        Some(Command::Show(arguments)) => show::run(&arguments),
        Some(Command::Completions { shell }) => completions::run(shell),
        Some(Command::Man) => man::run(),
        None => read::run(arguments.paths, arguments.plain),
    };
    done.unwrap_or_else(|error| {
        // Whoever read our output has seen enough: nothing went wrong.
        if error.kind() == std::io::ErrorKind::BrokenPipe {
            return ExitCode::SUCCESS;
        }
        eprintln!("pullquote: {error}");
        ExitCode::FAILURE
    })
}
