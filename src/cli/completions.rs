//! `pullquote completions SHELL`: completions from the definition of the arguments.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::CommandFactory;
use clap_complete::{Shell, generate};

pub fn run(shell: Shell) -> io::Result<ExitCode> {
    let mut bytes = Vec::new();
    generate(shell, &mut super::Arguments::command(), "pullquote", &mut bytes);
    io::stdout().write_all(&bytes)?;
    Ok(ExitCode::SUCCESS)
}
