//! `pullquote bookmarks`: the passages that were kept, listed, searched, written to files and taken in from them.

use std::collections::HashMap;
use std::fs;
use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Subcommand, ValueEnum};
use jiff::Timestamp;
use serde::Serialize;

use super::library::{Place, agreed, complain, open};
use crate::export::bookmarks::{self as files, Format, one_line};
use crate::model::bookmark::{Bookmark, Colour, State};
use crate::model::shelf::{Filter, Shelf, Source};
use crate::store::library::Library;
use crate::store::library::importing::Count;
use crate::store::writing;
use crate::text::printable::printable;

#[derive(Debug, clap::Args)]
pub struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,

    #[command(flatten)]
    wanted: Wanted,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List them, one a line
    List(Wanted),
    /// List those in whose words, notes, tags or headlines all of these words stand
    Search {
        #[arg(required = true, value_name = "WORD")]
        words: Vec<String>,

        #[command(flatten)]
        wanted: Wanted,
    },
    /// Write them to a file for other programs
    Export {
        /// How they are written
        #[arg(long, value_enum, default_value = "markdown")]
        format: FileFormat,

        /// The text of the articles too, as Markdown with the passages marked in it
        #[arg(long, conflicts_with = "format")]
        text: bool,

        #[command(flatten)]
        wanted: Wanted,

        /// The file; - or nothing for standard output
        #[arg(value_name = "FILE | -")]
        file: Option<PathBuf>,
    },
    /// Take in those of a file: JSON-LD, the JSON of Hypothesis, Readwise's CSV
    Import {
        /// Do it without asking
        #[arg(long)]
        yes: bool,

        /// The file, or - for standard input
        #[arg(value_name = "FILE | -")]
        file: PathBuf,
    },
}

/// Which are wanted, and how they are listed.
#[derive(Debug, Clone, Default, clap::Args)]
struct Wanted {
    /// Only those with this tag
    #[arg(long, value_name = "TAG")]
    tag: Option<String>,

    /// Only those of articles whose headline, publisher or address holds these words
    #[arg(long, value_name = "WORDS")]
    article: Option<String>,

    /// Only what is said by those whose name holds these words
    #[arg(long, value_name = "NAME")]
    speaker: Option<String>,

    /// Only those of this colour
    #[arg(long, value_parser = clap::value_parser!(u8).range(1..=4))]
    colour: Option<u8>,

    /// Only those that stand so in the article's latest text
    #[arg(long, value_enum)]
    state: Option<Stands>,

    /// One JSON object a line and bookmark
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Stands {
    InPlace,
    Changed,
    Lost,
    Unchecked,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum FileFormat {
    Markdown,
    JsonLd,
    Readwise,
    Org,
    Plain,
    Bibtex,
    Ris,
}

pub fn run(arguments: &Arguments, place: Place<'_>) -> io::Result<ExitCode> {
    match &arguments.command {
        None => list(&arguments.wanted, "", place),
        Some(Command::List(wanted)) => list(wanted, "", place),
        Some(Command::Search { words, wanted }) => list(wanted, &words.join(" "), place),
        Some(Command::Export { format, text, wanted, file }) => {
            export((*format, *text), wanted, file.as_deref(), place)
        }
        Some(Command::Import { yes, file }) => import(file, *yes, place),
    }
}

impl Wanted {
    fn filter(&self, words: &str) -> Filter {
        let state = self.state.map(|state| match state {
            Stands::InPlace => State::InPlace,
            Stands::Changed => State::Changed,
            Stands::Lost => State::Lost,
            Stands::Unchecked => State::Unchecked,
        });
        Filter {
            tag: self.tag.as_ref().map(|tag| tag.trim_start_matches('#').to_owned()),
            colour: self.colour.and_then(Colour::numbered),
            speaker: self.speaker.clone(),
            state,
            words: words.to_owned(),
            article: self.article.clone(),
        }
    }
}

/// One bookmark as other programs get it.
#[derive(Debug, Serialize)]
struct Row<'r> {
    id: String,
    headline: &'r str,
    publisher: Option<&'r str>,
    url: Option<&'r str>,
    words: &'r str,
    start: usize,
    end: usize,
    speaker: Option<&'r str>,
    kind: Option<&'static str>,
    certainty: Option<&'static str>,
    note: &'r str,
    tags: Vec<String>,
    colour: u8,
    state: &'static str,
    created: String,
    modified: String,
}

fn list(wanted: &Wanted, words: &str, place: Place<'_>) -> io::Result<ExitCode> {
    let shelves = match shelves(wanted, words, place) {
        Ok(shelves) => shelves,
        Err(sentence) => return complain(&sentence),
    };
    let mut out = io::stdout().lock();
    for Shelf { source, bookmarks } in &shelves {
        for bookmark in bookmarks {
            match wanted.json {
                true => writeln!(out, "{}", serde_json::to_string(&row(source, bookmark))?)?,
                false => writeln!(out, "{}", line(source, bookmark))?,
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn shelves(wanted: &Wanted, words: &str, place: Place<'_>) -> Result<Vec<Shelf>, String> {
    let all = open(place)?.shelves().map_err(|error| error.sentence())?;
    Ok(wanted.filter(words).of(&all))
}

fn line(source: &Source, bookmark: &Bookmark) -> String {
    let speaker = bookmark.said.as_ref().and_then(|said| said.speaker.as_deref());
    let speaker = speaker.map(|speaker| format!(" — {speaker}")).unwrap_or_default();
    let state = match bookmark.state {
        State::InPlace => String::new(),
        other => format!(" [{other}]"),
    };
    let tags: String = bookmark.all_tags().iter().map(|tag| format!(" #{tag}")).collect();
    let words = one_line(&bookmark.anchor.exact);
    let colour = bookmark.colour.number();
    printable(&format!("{}: ●{colour} {words}{speaker}{state}{tags}", one_line(&source.headline)))
}

fn row<'r>(source: &'r Source, bookmark: &'r Bookmark) -> Row<'r> {
    let said = bookmark.said.as_ref();
    Row {
        id: bookmark.id.to_string(),
        headline: &source.headline,
        publisher: source.publisher.as_deref(),
        url: source.url.as_deref(),
        words: &bookmark.anchor.exact,
        start: bookmark.anchor.start,
        end: bookmark.anchor.end,
        speaker: said.and_then(|said| said.speaker.as_deref()),
        kind: said.map(|said| said.kind.name()),
        certainty: said.map(|said| said.certainty.name()),
        note: &bookmark.note,
        tags: bookmark.all_tags(),
        colour: bookmark.colour.number(),
        state: bookmark.state.name(),
        created: bookmark.created.to_string(),
        modified: bookmark.modified.to_string(),
    }
}

fn export(
    (format, with_text): (FileFormat, bool),
    wanted: &Wanted,
    file: Option<&Path>,
    place: Place<'_>,
) -> io::Result<ExitCode> {
    let shelves = match shelves(wanted, "", place) {
        Ok(shelves) => shelves,
        Err(sentence) => return complain(&sentence),
    };
    let format = match format {
        _ if wanted.json => Format::Annotations,
        FileFormat::Markdown => Format::Markdown,
        FileFormat::JsonLd => Format::Annotations,
        FileFormat::Readwise => Format::Readwise,
        FileFormat::Org => Format::Org,
        FileFormat::Plain => Format::Plain,
        FileFormat::Bibtex => Format::Bibtex,
        FileFormat::Ris => Format::Ris,
    };
    let text = if with_text { marked(&shelves, place) } else { Ok(files::write(format, &shelves)) };
    let text = match text {
        Ok(text) => text,
        Err(sentence) => return complain(&sentence),
    };
    match file.filter(|file| *file != Path::new("-")) {
        None => io::stdout().lock().write_all(text.as_bytes())?,
        Some(file) => {
            if let Err(error) = writing::replace(file, &text) {
                return complain(&format!("{}: could not be written ({error}).", printable(&file.to_string_lossy())));
            }
            let count: usize = shelves.iter().map(|shelf| shelf.bookmarks.len()).sum();
            eprintln!("{count} bookmarks of {} articles are in {}.", shelves.len(), printable(&file.to_string_lossy()));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The latest texts of articles with their bookmarks marked.
fn marked(shelves: &[Shelf], place: Place<'_>) -> Result<String, String> {
    let library = open(place)?;
    let sources = library.sources().map_err(|error| error.sentence())?;
    let latest: HashMap<i64, i64> = sources.into_iter().map(|(source, version)| (source.article, version)).collect();
    let text = |shelf: &Shelf| match latest.get(&shelf.source.article) {
        Some(version) => library.text(*version).map_err(|error| error.sentence()),
        None => Ok(String::new()),
    };
    let whole = |shelf: &Shelf| text(shelf).map(|text| files::marked::write(shelf, &text));
    Ok(shelves.iter().map(whole).collect::<Result<Vec<_>, _>>()?.join("\n"))
}

fn import(file: &Path, yes: bool, place: Place<'_>) -> io::Result<ExitCode> {
    let name = printable(&file.to_string_lossy());
    let text = if file == Path::new("-") { input() } else { fs::read_to_string(file) };
    let text = match text {
        Ok(text) => text,
        Err(error) => return complain(&format!("{name}: can't be read ({error}).")),
    };
    let incoming = match files::read(&text) {
        Ok(incoming) => incoming,
        Err(sentence) => return complain(&format!("{name}: {sentence}")),
    };
    let incoming: Vec<(Source, Bookmark)> = incoming.into_iter().map(|one| (one.source, one.bookmark)).collect();
    let mut library = match open(place) {
        Ok(library) => library,
        Err(sentence) => return complain(&sentence),
    };
    let count = match library.preview(&incoming) {
        Ok(count) => count,
        Err(error) => return complain(&error.sentence()),
    };
    eprintln!("{name}: {}", told(count));
    if count.there == incoming.len() {
        return adopt(&mut library);
    }
    let is_meant = yes || (file != Path::new("-") && agreed("Take them in?")?);
    if !is_meant {
        return complain("nothing was taken in; --yes does it.");
    }
    match library.import(&incoming, Timestamp::now()) {
        Ok(count) => eprintln!("{} bookmarks were taken in.", incoming.len() - count.there),
        Err(error) => return complain(&error.sentence()),
    }
    adopt(&mut library)
}

/// Puts those that were taken in before their article was read on its text, if that is there by now.
fn adopt(library: &mut Library) -> io::Result<ExitCode> {
    match library.adopt_waiting() {
        Ok(0) => {}
        Ok(count) => eprintln!("{count} that waited for their article are in its text now."),
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

fn told(count: Count) -> String {
    let Count { matched, changed, lost, waiting, there } = count;
    format!(
        "{matched} found in their articles, {changed} changed, {lost} lost (kept with their words), {waiting} of articles \
         that are not in the library yet, {there} already there."
    )
}
