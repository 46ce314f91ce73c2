//! `pullquote show FILE…`: articles with their quotes and names on standard output.

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use super::kept::Home;
use crate::export::{json, plain};
use crate::jobs::corrected::corrected;
use crate::jobs::ingest;
use crate::model::article::Origin;
use crate::store::files;
use crate::store::library::Library;

/// The widest line that is printed on a terminal, in cells.
const WIDEST: u16 = 78;

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// One JSON object a line and file, offsets in Unicode code points
    #[arg(long)]
    json: bool,

    /// As the program finds them, without what you corrected (JSON always is)
    #[arg(long)]
    as_found: bool,

    /// Text, Markdown and HTML files, folders of them, or - for standard input
    #[arg(value_name = "FILE | DIR | -", required = true)]
    paths: Vec<PathBuf>,
}

impl Arguments {
    /// To print these readably.
    pub fn of(paths: Vec<PathBuf>) -> Self {
        Self { json: false, as_found: false, paths }
    }
}

pub fn run(arguments: &Arguments, home: &Home) -> io::Result<ExitCode> {
    let mut code = ExitCode::SUCCESS;
    let (origins, problems) = files::list(&arguments.paths);
    for problem in problems {
        eprintln!("pullquote: {problem}");
        code = ExitCode::FAILURE;
    }
    let library = home.library_unless(arguments.as_found || arguments.json);
    let several = origins.len() > 1;
    for (index, origin) in origins.iter().enumerate() {
        match shown(origin, library.as_ref(), arguments.json) {
            Ok(words) => print(&words, several && !arguments.json && index > 0)?,
            Err(sentence) => {
                eprintln!("pullquote: {sentence}");
                code = ExitCode::FAILURE;
            }
        }
    }
    Ok(code)
}

fn print(words: &str, divided: bool) -> io::Result<()> {
    let mut out = io::stdout().lock();
    if divided {
        writeln!(out, "\n{}\n", "─".repeat(40))?;
    }
    out.write_all(words.as_bytes())?;
    out.flush()
}

fn shown(origin: &Origin, library: Option<&Library>, as_json: bool) -> Result<String, String> {
    let article = ingest::read(origin)?;
    let analysis = corrected(library, origin, &article).map_err(|error| error.sentence())?.analysis;
    if !as_json {
        return Ok(plain::article(&article, &analysis, width()));
    }
    let object = json::article(&files::given_name(origin), &article, &analysis)
        .map_err(|error| format!("{}: {error}", files::name_of(origin)))?;
    Ok(object + "\n")
}

/// Cells of a line on the terminal; in a pipe or a file lines are not broken.
pub(super) fn width() -> Option<usize> {
    let terminal = io::stdout().is_terminal();
    let size = terminal.then(crossterm::terminal::size).and_then(Result::ok);
    size.map(|(width, _)| usize::from(width.clamp(24, WIDEST)))
}
