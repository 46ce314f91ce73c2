//! `pullquote bookmarks import`: what would come of a file, and taking it in.

use std::fs;
use std::io::{self, IsTerminal, Read};
use std::path::Path;
use std::process::ExitCode;

use jiff::Timestamp;

use crate::cli::library::{Place, agreed, complain, folder_of, open};
use crate::export::bookmarks as files;
use crate::store::library::Library;
use crate::store::library::importing::{Count, Incoming};
use crate::text::counting::counted;
use crate::text::printable::printable;

pub fn import(file: &Path, yes: bool, place: Place<'_>) -> io::Result<ExitCode> {
    let name = printable(&file.to_string_lossy());
    let text = if file == Path::new("-") { input() } else { fs::read_to_string(file) };
    let text = match text {
        Ok(text) => text,
        Err(error) => return complain(&format!("{name}: can't be read ({error}).")),
    };
    let read = match files::read(&text, Timestamp::now()) {
        Ok(read) => read,
        Err(sentence) => return complain(&format!("{name}: {sentence}")),
    };
    let incoming: Vec<Incoming> = read.bookmarks.into_iter().map(|one| (one.source, one.bookmark)).collect();
    let count = match looked(&incoming, place) {
        Ok(count) => count,
        Err(sentence) => return complain(&sentence),
    };
    eprintln!("{name}: {}{}", told(count), left_out(read.left_out));
    let is_new = count.there < incoming.len();
    if is_new && !yes && (file == Path::new("-") || !agreed("Take them in?")?) {
        return complain("nothing was taken in; --yes does it.");
    }
    if incoming.is_empty() { Ok(ExitCode::SUCCESS) } else { take_in(&incoming, is_new, place) }
}

/// What would come of them; in a library that is not there yet, all of them wait for their articles.
fn looked(incoming: &[Incoming], place: Place<'_>) -> Result<Count, String> {
    let count = match Library::open_if_there(&folder_of(place)?) {
        Ok(None) => Ok(Count { waiting: incoming.len(), ..Count::default() }),
        Ok(Some(library)) => library.preview(incoming),
        Err(error) => Err(error),
    };
    count.map_err(|error| error.sentence())
}

fn take_in(incoming: &[Incoming], is_new: bool, place: Place<'_>) -> io::Result<ExitCode> {
    let mut library = match open(place) {
        Ok(library) => library,
        Err(sentence) => return complain(&sentence),
    };
    if !is_new {
        return adopt(&mut library);
    }
    match library.import(incoming, Timestamp::now()) {
        Ok(count) => {
            let taken = incoming.len() - count.there;
            eprintln!("{} {} taken in.", counted(taken, "bookmark"), if taken == 1 { "was" } else { "were" });
        }
        Err(error) => return complain(&error.sentence()),
    }
    adopt(&mut library)
}

/// Puts those that were taken in before their article was read on its text, if that is there by now.
fn adopt(library: &mut Library) -> io::Result<ExitCode> {
    match library.adopt_waiting() {
        Ok(0) => {}
        Ok(count) => {
            eprintln!("{count} that waited for an article {} in its text now.", if count == 1 { "is" } else { "are" })
        }
        Err(error) => return complain(&error.sentence()),
    }
    Ok(ExitCode::SUCCESS)
}

fn input() -> io::Result<String> {
    if io::stdin().is_terminal() {
        return Err(io::Error::other("nothing is piped in"));
    }
    let mut text = String::new();
    io::stdin().lock().read_to_string(&mut text)?;
    Ok(text)
}

/// What there was that is no bookmark, after what there was.
fn left_out(count: usize) -> String {
    match count {
        0 => String::new(),
        1 => " 1 was left out: it has no words that it is about.".to_owned(),
        _ => format!(" {count} were left out: they have no words that they are about."),
    }
}

/// Only what there is.
fn told(count: Count) -> String {
    let Count { matched, changed, lost, waiting, there } = count;
    let all = [
        (matched, "found in their articles"),
        // Some of them may be decided.
        (changed, "found with other words or elsewhere"),
        (lost, "lost (kept with their words)"),
        (waiting, "of articles that are not in the library yet"),
        (there, "already there"),
    ];
    let counts = all.into_iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}"));
    let counts = counts.collect::<Vec<_>>().join(", ");
    if counts.is_empty() { "no bookmark was found.".to_owned() } else { format!("{counts}.") }
}
