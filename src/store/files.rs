//! Reads articles from files, folders, standard input and the samples.

use std::borrow::Cow;
use std::fs::{self, File};
use std::io::{self, ErrorKind, IsTerminal, Read};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use super::samples::SAMPLES;
use crate::model::article::Origin;

/// The most bytes that an article may have: beyond this a file is something else.
pub const MOST_BYTES: u64 = 64 << 20;

/// The endings of the files that are looked for in a folder.
const ENDINGS: [&str; 8] = ["txt", "text", "md", "markdown", "mkd", "html", "htm", "xhtml"];

/// Why something could not be read.
#[derive(Debug)]
pub enum Error {
    Missing,
    Denied,
    TooLarge(u64),
    Folder,
    NothingPiped,
    Other(io::Error),
}

impl Error {
    /// A sentence that says what is wrong, where, and what to do.
    pub fn sentence(&self, name: &str) -> String {
        match self {
            Error::Missing => format!("{name}: there is no such file or folder; check the spelling."),
            Error::Denied => format!("{name}: no permission to read it; change its mode or copy it where you may."),
            Error::TooLarge(bytes) => {
                let (size, most) = (bytes >> 20, MOST_BYTES >> 20);
                let size = if size > most { format!("{size} MB") } else { format!("over {most} MB") };
                format!(
                    "{name}: too large for an article ({size}; {most} MB are read at most); cut out the part you want."
                )
            }
            Error::Folder => format!("{name}: a folder; give the files in it, or open it with: pullquote {name}"),
            Error::NothingPiped => "-: nothing is piped in; use it as in: cat article.txt | pullquote -".to_owned(),
            Error::Other(error) => format!("{name}: could not be read ({error})."),
        }
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => Error::Missing,
            ErrorKind::PermissionDenied => Error::Denied,
            ErrorKind::IsADirectory => Error::Folder,
            _ => Error::Other(error),
        }
    }
}

/// How a person calls the place, fit to be printed.
pub fn name_of(origin: &Origin) -> String {
    printable(&given_name(origin))
}

/// The path of the place as it was given.
pub fn given_name(origin: &Origin) -> String {
    match origin {
        Origin::File(path) => path.to_string_lossy().into_owned(),
        Origin::Input => "-".to_owned(),
        Origin::Sample(index) => SAMPLES.get(*index).map_or("sample", |sample| sample.name).to_owned(),
    }
}

/// A file's name without what could drive a terminal: such characters are shown as U+FFFD.
pub fn printable(name: &str) -> String {
    let drives = |letter: char| {
        letter.is_control()
            || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    name.chars().map(|letter| if drives(letter) { '\u{fffd}' } else { letter }).collect()
}

/// The bytes of an article.
pub fn read(origin: &Origin) -> Result<Cow<'static, [u8]>, Error> {
    match origin {
        Origin::File(path) => read_file(path).map(Cow::Owned),
        Origin::Input => read_input().map(Cow::Borrowed),
        Origin::Sample(index) => SAMPLES.get(*index).map(|sample| Cow::Borrowed(sample.bytes)).ok_or(Error::Missing),
    }
}

fn read_file(path: &Path) -> Result<Vec<u8>, Error> {
    let file = File::open(path)?;
    let about = file.metadata()?;
    if about.is_dir() {
        return Err(Error::Folder);
    }
    if about.is_file() && about.len() > MOST_BYTES {
        return Err(Error::TooLarge(about.len()));
    }
    read_most(file)
}

/// All of standard input, read once however often it is asked for.
fn read_input() -> Result<&'static [u8], Error> {
    static INPUT: OnceLock<Vec<u8>> = OnceLock::new();
    if io::stdin().is_terminal() {
        return Err(Error::NothingPiped);
    }
    if let Some(bytes) = INPUT.get() {
        return Ok(bytes);
    }
    let bytes = read_most(io::stdin().lock())?;
    Ok(INPUT.get_or_init(|| bytes))
}

fn read_most(from: impl Read) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    from.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_BYTES { Err(Error::TooLarge(bytes.len() as u64)) } else { Ok(bytes) }
}

/// The articles that files and folders hold, and a sentence for each path that holds none. A folder gives its
/// text, Markdown and HTML files in the order of their names.
pub fn list(paths: &[PathBuf]) -> (Vec<Origin>, Vec<String>) {
    let mut origins = Vec::new();
    let mut problems = Vec::new();
    for path in paths {
        let name = printable(&path.to_string_lossy());
        match fs::metadata(path) {
            _ if name == "-" => origins.push(Origin::Input),
            Ok(about) if about.is_dir() => match folder(path) {
                Ok(files) if files.is_empty() => {
                    problems.push(format!("{name}: no text, Markdown or HTML file in this folder."));
                }
                Ok(files) => origins.extend(files.into_iter().map(Origin::File)),
                Err(error) => problems.push(Error::from(error).sentence(&name)),
            },
            Ok(_) => origins.push(Origin::File(path.clone())),
            Err(error) => problems.push(Error::from(error).sentence(&name)),
        }
    }
    (origins, problems)
}

fn folder(path: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> = fs::read_dir(path)?
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| is_article(path) && path.is_file())
        .collect();
    files.sort();
    Ok(files)
}

fn is_article(path: &Path) -> bool {
    let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    !hidden && ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}
