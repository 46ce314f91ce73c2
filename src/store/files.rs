//! Reads articles from files, folders, standard input and the samples.

use std::borrow::Cow;
use std::fs::{self, File};
use std::io::{self, ErrorKind, IsTerminal, Read};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use super::samples::SAMPLES;
use crate::model::article::Origin;
use crate::text::printable::printable;

/// The most bytes that an article may have: beyond this a file is something else.
pub const MOST_BYTES: u64 = 64 << 20;

/// Seconds that a pipe with a name may be silent.
#[cfg(unix)]
const SILENCE: i64 = 5;

/// The endings of the files that are looked for in a folder.
const ENDINGS: [&str; 8] = ["txt", "text", "md", "markdown", "mkd", "html", "htm", "xhtml"];

/// Why something could not be read.
#[derive(Debug)]
pub enum Error {
    Missing,
    Denied,
    TooLarge(u64),
    Folder,
    /// A device or a socket.
    NotAFile,
    /// Nobody writes into the pipe.
    Silent,
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
            Error::NotAFile => format!("{name}: a device, not a file; there is nothing to read in it."),
            Error::Silent => format!("{name}: a pipe that nothing is written into; start what writes into it first."),
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
            ErrorKind::TimedOut => Error::Silent,
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
        Origin::Kept(_) => "the library".to_owned(),
    }
}

/// The bytes of an article.
pub fn read(origin: &Origin) -> Result<Cow<'static, [u8]>, Error> {
    match origin {
        Origin::File(path) => read_file(path).map(Cow::Owned),
        Origin::Input => read_input().map(Cow::Borrowed),
        Origin::Sample(index) => SAMPLES.get(*index).map(|sample| Cow::Borrowed(sample.bytes)).ok_or(Error::Missing),
        // The thread of the library reads it.
        Origin::Kept(_) => Err(Error::Missing),
    }
}

fn read_file(path: &Path) -> Result<Vec<u8>, Error> {
    let about = fs::metadata(path)?;
    if about.is_dir() {
        return Err(Error::Folder);
    }
    if about.is_file() {
        return if about.len() > MOST_BYTES { Err(Error::TooLarge(about.len())) } else { read_most(File::open(path)?) };
    }
    read_special(path, &about)
}

/// What a command writes into a pipe that has a name, as `<(command)` gives one; it may take its time, but not be
/// silent. Nothing else that is no file is opened: a terminal would take the keys.
#[cfg(unix)]
fn read_special(path: &Path, about: &fs::Metadata) -> Result<Vec<u8>, Error> {
    use std::os::unix::fs::{FileTypeExt, OpenOptionsExt};
    if !about.file_type().is_fifo() {
        return Err(Error::NotAFile);
    }
    let flags = i32::try_from(rustix::fs::OFlags::NONBLOCK.bits()).unwrap_or(0);
    let pipe = File::options().read(true).custom_flags(flags).open(path)?;
    read_most(Patient(pipe))
}

#[cfg(not(unix))]
fn read_special(_path: &Path, _about: &fs::Metadata) -> Result<Vec<u8>, Error> {
    Err(Error::NotAFile)
}

/// A pipe that is waited for, but not without end.
#[cfg(unix)]
struct Patient(File);

#[cfg(unix)]
impl Read for Patient {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        use rustix::event::{PollFd, PollFlags, Timespec, poll};
        let patience = Timespec { tv_sec: SILENCE, tv_nsec: 0 };
        let mut ready = [PollFd::new(&self.0, PollFlags::IN)];
        match poll(&mut ready, Some(&patience))? {
            0 => Err(ErrorKind::TimedOut.into()),
            _ => self.0.read(room),
        }
    }
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

/// The text of a small file, as UTF-8; an error where it has more bytes than `most`. A folder or a pipe in its place is
/// not waited for.
pub fn small_text(path: &Path, most: u64) -> io::Result<String> {
    let about = fs::metadata(path)?;
    if !about.is_file() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if about.len() > most {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(most).read_to_end(&mut bytes)?;
    String::from_utf8(bytes).map_err(|_| io::ErrorKind::InvalidData.into())
}
