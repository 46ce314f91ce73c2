//! `pullquote [FILE…]`: the reader itself; where there is no terminal, the same as `show`.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::kept::Home;
use super::{configuration, show};
use crate::app::App;
use crate::model::article::Origin;
use crate::plain;
use crate::store::files::{self, Error};
use crate::store::library::folder;
use crate::store::samples::SAMPLES;
use crate::terminal::{self, End};

/// What the command line says of a run.
pub struct Wish {
    pub paths: Vec<PathBuf>,
    pub home: Home,
    pub ascii: bool,
    pub plain: bool,
}

pub fn run(wish: Wish) -> io::Result<ExitCode> {
    let Wish { paths, home, .. } = wish;
    if wish.plain || is_dumb() {
        return in_lines(&paths, &home);
    }
    if !io::stdout().is_terminal() {
        return without_terminal(paths, &home);
    }
    let input = Path::new("-");
    if paths.iter().any(|path| path == input) && io::stdin().is_terminal() {
        eprintln!("pullquote: {}", Error::NothingPiped.sentence("-"));
        return Ok(ExitCode::FAILURE);
    }
    // Something is piped in and nothing named: that is what is to be read.
    let paths = if paths.is_empty() && !io::stdin().is_terminal() { vec![input.to_owned()] } else { paths };
    let mut config = configuration::read(home.config.as_deref());
    config.look.ascii |= wish.ascii;
    let app = match paths.is_empty() {
        true => App::welcome(SAMPLES.len(), config),
        false => App::with_paths(paths, config),
    };
    let set = Some(app.config.settings.library.clone()).filter(|folder| !folder.is_empty()).map(PathBuf::from);
    let library = app.config.settings.remember.then(|| folder::folder(home.library, set)).flatten();
    Ok(match terminal::run(app, library)? {
        End::Left => ExitCode::SUCCESS,
        End::Failed(sentences) => {
            sentences.lines().for_each(|sentence| eprintln!("pullquote: {sentence}"));
            ExitCode::FAILURE
        }
        End::Signal(signal) => ExitCode::from(128u8.saturating_add(u8::try_from(signal).unwrap_or(0))),
    })
}

fn without_terminal(paths: Vec<PathBuf>, home: &Home) -> io::Result<ExitCode> {
    if paths.is_empty() && io::stdin().is_terminal() {
        eprintln!("pullquote: this is not a terminal; name a file to print it: pullquote show FILE");
        return Ok(ExitCode::FAILURE);
    }
    show::run(&show::Arguments::of(if paths.is_empty() { vec![PathBuf::from("-")] } else { paths }), home)
}

/// Whether a person is at a terminal on which nothing can be drawn.
fn is_dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == "dumb")
        && io::stdin().is_terminal()
        && io::stdout().is_terminal()
}

fn in_lines(paths: &[PathBuf], home: &Home) -> io::Result<ExitCode> {
    if paths.iter().any(|path| path == Path::new("-")) {
        eprintln!(
            "pullquote: -: standard input gives the commands here, so it can't give the article as well; save it as a \
             file: pullquote --plain FILE"
        );
        return Ok(ExitCode::FAILURE);
    }
    let (origins, problems) = files::list(paths);
    problems.iter().for_each(|problem| eprintln!("pullquote: {problem}"));
    let origins = if paths.is_empty() { (0..SAMPLES.len()).map(Origin::Sample).collect() } else { origins };
    Ok(match plain::run(origins, home.library_unless(false), io::stdin().lock(), io::stdout().lock(), show::width())? {
        plain::End::Left => ExitCode::SUCCESS,
        plain::End::Nothing(sentences) => {
            sentences.iter().for_each(|sentence| eprintln!("pullquote: {sentence}"));
            ExitCode::FAILURE
        }
    })
}
