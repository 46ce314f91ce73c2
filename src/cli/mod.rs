//! The command line: one definition, from which help, completions and the man page come.

pub mod bookmarks;
pub mod completions;
pub mod configuration;
pub mod entities;
pub mod kept;
pub mod library;
mod log;
pub mod man;
pub mod quotes;
pub mod read;
pub mod show;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, Subcommand};
use clap_complete::Shell;

/// Read the news and see who said what.
#[derive(Debug, Parser)]
#[command(
    name = "pullquote",
    version,
    about = "A news reader for the terminal that shows who said what",
    long_about = "A news reader for the terminal that shows who said what: an article opens beside its quotes, each \
                  with its speaker, and the people, organisations and places that it names.\n\nWithout a file it \
                  offers bundled sample articles and those you read last.\n\nNothing leaves this computer. What you \
                  read and where you stopped is kept in the library, a folder of your own (--library); remember = \
                  false in the settings keeps nothing.",
    after_help = "A file that is called like a command is opened with its path: pullquote ./show",
    override_usage = "pullquote [OPTIONS] [FILE | DIR | -]...\n       pullquote [OPTIONS] <COMMAND>"
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

    /// Draw with ASCII letters only
    #[arg(long)]
    ascii: bool,

    /// The file of settings, in the place of the usual one
    #[arg(long, value_name = "FILE", global = true)]
    config: Option<PathBuf>,

    /// Print every setting with its default and what it is
    #[arg(long)]
    print_config: bool,

    /// The folder of what is remembered
    #[arg(long, value_name = "DIR", global = true)]
    library: Option<PathBuf>,

    /// Write what happens to this file, for finding faults
    #[arg(long, value_name = "FILE", global = true)]
    log: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Print articles with their quotes and names
    Show(show::Arguments),
    /// List who and what is named in articles, with how often
    Entities(entities::Arguments),
    /// List who said what in articles
    Quotes(quotes::Arguments),
    /// List, search, export and import the passages that were kept
    Bookmarks(bookmarks::Arguments),
    /// Check, copy, restore the library, or forget an article
    Library {
        #[command(subcommand)]
        command: library::Command,
    },
    /// Look at the settings
    Config {
        #[command(subcommand)]
        command: ConfigCommand,
    },
    /// Print the completions for a shell
    Completions {
        /// bash, zsh, fish, elvish or powershell
        shell: Shell,
    },
    /// Print the man page
    Man,
}

#[derive(Debug, Subcommand)]
enum ConfigCommand {
    /// Say what is wrong in the settings, keys and themes
    Check,
}

impl Arguments {
    /// What is wrong where a command has beside it what only reading has.
    fn is_reading_too(&self) -> Option<&'static str> {
        let is_reading = self.plain || self.ascii || self.print_config || !self.paths.is_empty();
        (self.command.is_some() && is_reading).then_some(
            "files and --plain, --ascii, --print-config do not go before a command; a file that is called like a \
             command is given with its path: ./show",
        )
    }
}

/// Does what the arguments ask for.
pub fn run(arguments: Arguments) -> ExitCode {
    if let Some(sentence) = arguments.is_reading_too() {
        Arguments::command().error(ErrorKind::ArgumentConflict, sentence).exit();
    }
    let _log = match arguments.log.as_deref().map(log::start) {
        None => None,
        Some(Ok(guard)) => Some(guard),
        Some(Err(sentence)) => {
            eprintln!("pullquote: {sentence}");
            return ExitCode::FAILURE;
        }
    };
    let home = kept::Home { config: arguments.config, library: arguments.library };
    let place = library::Place { config: home.config.as_deref(), library: home.library.as_deref() };
    let done = match arguments.command {
        Some(Command::Show(arguments)) => show::run(&arguments, &home),
        Some(Command::Entities(arguments)) => entities::run(&arguments, &home),
        Some(Command::Quotes(arguments)) => quotes::run(&arguments, &home),
        Some(Command::Bookmarks(arguments)) => bookmarks::run(&arguments, place),
        Some(Command::Library { command }) => library::run(&command, place),
        Some(Command::Config { command: ConfigCommand::Check }) => configuration::check(home.config.as_deref()),
        Some(Command::Completions { shell }) => completions::run(shell),
        Some(Command::Man) => man::run(),
        None if arguments.print_config => configuration::print(),
        None => read::run(read::Wish { paths: arguments.paths, home, ascii: arguments.ascii, plain: arguments.plain }),
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
