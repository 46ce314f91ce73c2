//! `pullquote man`: the man page from the definition of the arguments.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::CommandFactory;
use clap_mangen::Man;

pub fn run() -> io::Result<ExitCode> {
    let mut bytes = Vec::new();
    Man::new(super::Arguments::command()).render(&mut bytes)?;
    io::stdout().write_all(&bytes)?;
    Ok(ExitCode::SUCCESS)
}
