//! `pullquote library`: whether it is sound, a copy of it, a copy put back, an article forgotten.

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Subcommand;
use jiff::Timestamp;

use super::configuration;
use crate::model::article::Origin;
use crate::model::shelf::Source;
use crate::store::library::{Library, folder, upkeep};
use crate::text::counting::counted;
use crate::text::find::fold;
use crate::text::printable::printable;

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Say where it is, how much is in it, and whether it is sound
    Check,
    /// Copy it to a file
    Backup {
        /// The file; a name with the time, beside the library, where none is given
        file: Option<PathBuf>,
    },
    /// Put a copy in its place; what was there is moved aside
    Restore {
        /// Do it without asking
        #[arg(long)]
        yes: bool,

        file: PathBuf,
    },
    /// Remove all that is stored of an article, its bookmarks too
    Forget {
        /// Do it without asking
        #[arg(long)]
        yes: bool,

        /// Its address, its file, or words of its headline
        article: String,
    },
}

/// What the command line says of where the settings and the library are.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    pub config: Option<&'a Path>,
    pub library: Option<&'a Path>,
}

pub fn run(command: &Command, place: Place<'_>) -> io::Result<ExitCode> {
    let done = match command {
        Command::Check => check(place),
        Command::Backup { file } => back_up(file.as_deref(), place),
        Command::Restore { yes, file } => restore(file, *yes, place),
        Command::Forget { yes, article } => forget(article, *yes, place),
    };
    match done {
        Ok(sentence) => writeln!(io::stdout(), "{sentence}").map(|()| ExitCode::SUCCESS),
        Err(sentence) => complain(&sentence),
    }
}

/// The library that the command line and the settings name.
pub fn open(place: Place<'_>) -> Result<Library, String> {
    Library::open(&folder_of(place)?).map_err(|error| error.sentence())
}

/// The library, as it is needed to be read only: none is made, and one that can't be written will do. Where there is
/// none, a sentence.
pub fn open_to_read(place: Place<'_>) -> Result<Library, String> {
    let folder = folder_of(place)?;
    let library = Library::open_if_there(&folder).map_err(|error| error.sentence())?;
    library.ok_or_else(|| format!("{}: there is no library here yet; reading an article makes it.", shown(&folder)))
}

/// Says what went wrong, and that it did.
pub fn complain(sentence: &str) -> io::Result<ExitCode> {
    eprintln!("pullquote: {sentence}");
    Ok(ExitCode::FAILURE)
}

/// Asks once; no, where nobody can answer.
pub fn agreed(question: &str) -> io::Result<bool> {
    if !io::stdin().is_terminal() {
        return Ok(false);
    }
    eprint!("{question} [y/N] ");
    io::stderr().flush()?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
}

pub fn folder_of(place: Place<'_>) -> Result<PathBuf, String> {
    let config = configuration::read(place.config);
    let set = Some(config.settings.library).filter(|folder| !folder.is_empty()).map(PathBuf::from);
    let folder = folder::folder(place.library.map(Path::to_owned), set);
    folder.ok_or_else(|| "this system has no place for a library; name a folder with --library DIR.".to_owned())
}

fn shown(path: &Path) -> String {
    printable(&path.to_string_lossy())
}

fn check(place: Place<'_>) -> Result<String, String> {
    let folder = folder_of(place)?;
    let library = open_to_read(place)?;
    let problems = library.problems().map_err(|error| error.sentence())?;
    let (articles, bookmarks) = library.size().map_err(|error| error.sentence())?;
    if problems.is_empty() {
        return Ok(format!(
            "{}: {}, {}; the library is sound.",
            shown(&folder),
            counted(articles, "article"),
            counted(bookmarks, "bookmark")
        ));
    }
    Err(format!(
        "{}: the library is damaged: {}. pullquote library restore FILE puts a copy in its place.",
        shown(&folder),
        problems.join("; ")
    ))
}

fn back_up(file: Option<&Path>, place: Place<'_>) -> Result<String, String> {
    let library = open_to_read(place)?;
    let named = || {
        let time = Timestamp::now().strftime("%Y-%m-%d-%H%M%S");
        folder_of(place).map(|folder| folder.join(format!("library-{time}.db")))
    };
    let file = file.map_or_else(named, |file| Ok(file.to_owned()))?;
    library.back_up(&file).map_err(|error| error.sentence())?;
    Ok(format!("The library is copied to {}.", shown(&file)))
}

fn restore(file: &Path, yes: bool, place: Place<'_>) -> Result<String, String> {
    let folder = folder_of(place)?;
    upkeep::copy(file)?;
    let question = format!("Put {} in the place of the library in {}?", shown(file), shown(&folder));
    if !yes && !agreed(&question).unwrap_or(false) {
        return Err("nothing was changed; --yes does it.".to_owned());
    }
    let aside = upkeep::restore(&folder, file)?;
    let aside = aside.map(|aside| format!(" What was there is {}.", shown(&aside))).unwrap_or_default();
    Ok(format!("{} is the library now.{aside}", shown(file)))
}

fn forget(article: &str, yes: bool, place: Place<'_>) -> Result<String, String> {
    let mut library = open_to_read(place)?;
    let source = found(&library, article)?;
    let shelf = library.shelf(source.article).map_err(|error| error.sentence())?;
    let headline = printable(&source.headline);
    let count = counted(shelf.bookmarks.len(), "bookmark");
    let question = format!("Forget “{headline}” with {count}? This can't be undone.");
    if !yes && !agreed(&question).unwrap_or(false) {
        return Err(format!("“{headline}” with {count} is still there; --yes forgets it."));
    }
    library.forget(source.article).map_err(|error| error.sentence())?;
    Ok(format!("“{headline}” is forgotten, with {count}."))
}

/// The one article that is meant.
fn found(library: &Library, article: &str) -> Result<Source, String> {
    let sources = library.sources().map_err(|error| error.sentence())?;
    let all: Vec<Source> = sources.into_iter().map(|(source, _)| source).collect();
    let wanted = fold(article);
    let file = library.held(&[Origin::File(article.into())]).map_err(|error| error.sentence())?;
    let is_file = |source: &Source| file.iter().any(|(_, held)| held.article == source.article);
    let is_named = |source: &Source| source.url.as_deref() == Some(article) || fold(&source.headline) == wanted;
    let is_it = |source: &&Source| is_file(source) || is_named(source);
    let mut few: Vec<&Source> = all.iter().filter(is_it).collect();
    if few.is_empty() {
        few = all.iter().filter(|source| fold(&source.headline).contains(&wanted)).collect();
    }
    match few.as_slice() {
        [] => Err(format!("the library has no article of this address, file or headline: {}", printable(article))),
        [one] => Ok((*one).clone()),
        several => {
            let names: Vec<String> = several.iter().map(|source| printable(&source.headline)).collect();
            Err(format!("several articles are called so; say more of it: {}", names.join(" · ")))
        }
    }
}
