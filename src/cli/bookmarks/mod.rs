//! `pullquote bookmarks`: the passages that were kept, listed, searched, written to files and taken in from them.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Subcommand, ValueEnum};
use serde::Serialize;

use super::library::{Place, complain, open_to_read};
use crate::export::bookmarks::{self as files, one_line};
use crate::model::bookmark::{Bookmark, Colour, State};
use crate::model::quote::Certainty;
use crate::model::shelf::{Filter, Shelf, Source};
use crate::model::tags::shown;
use crate::text::printable::printable;

mod importing;
mod writing;

use writing::{FileFormat, Writing};

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
        /// How they are written; where that is not said, the ending of the file says it, else Markdown
        #[arg(long, value_enum)]
        format: Option<FileFormat>,

        /// The text of the articles too, as Markdown with the passages marked in it
        #[arg(long, conflicts_with = "format")]
        text: bool,

        /// Write over a file that is there
        #[arg(long)]
        force: bool,

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

    /// Only those of this colour, 1 to 4
    #[arg(long, value_parser = colour)]
    colour: Option<Colour>,

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
    OldWords,
    Lost,
    Unchecked,
}

pub fn run(arguments: &Arguments, place: Place<'_>) -> io::Result<ExitCode> {
    let outer = &arguments.wanted;
    match &arguments.command {
        None => list(outer, "", place),
        Some(Command::List(wanted)) => list(&wanted.or(outer), "", place),
        Some(Command::Search { words, wanted }) => list(&wanted.or(outer), &words.join(" "), place),
        Some(Command::Export { format, text, force, wanted, file }) => {
            let file = file.as_deref().filter(|file| *file != Path::new("-"));
            writing::export(
                &Writing { format: *format, with_text: *text, force: *force, file },
                &wanted.or(outer),
                place,
            )
        }
        Some(Command::Import { yes, file }) => importing::import(file, *yes, place),
    }
}

impl Wanted {
    /// With what was said before the command, where nothing else is said after it.
    fn or(&self, before: &Self) -> Self {
        Self {
            tag: self.tag.clone().or_else(|| before.tag.clone()),
            article: self.article.clone().or_else(|| before.article.clone()),
            speaker: self.speaker.clone().or_else(|| before.speaker.clone()),
            colour: self.colour.or(before.colour),
            state: self.state.or(before.state),
            json: self.json || before.json,
        }
    }

    fn filter(&self, words: &str) -> Filter {
        let state = self.state.map(|state| match state {
            Stands::InPlace => State::InPlace,
            Stands::Changed => State::Changed,
            Stands::OldWords => State::OldWords,
            Stands::Lost => State::Lost,
            Stands::Unchecked => State::Unchecked,
        });
        Filter {
            tag: self.tag.as_ref().map(|tag| tag.trim_start_matches('#').to_owned()),
            colour: self.colour,
            speaker: self.speaker.clone(),
            state,
            words: words.to_owned(),
            article: self.article.clone(),
        }
    }
}

/// A colour by its number, which is all that it is called by: each theme has its own.
fn colour(number: &str) -> Result<Colour, String> {
    let colour = number.parse().ok().and_then(Colour::numbered);
    colour.ok_or_else(|| "the colours are numbered 1 to 4, as on the screen".to_owned())
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
    speaker: Option<String>,
    /// Whom it was kept as said by, where the reader put that right since.
    kept_speaker: Option<&'r str>,
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
    if shelves.is_empty() && !wanted.json {
        eprintln!("pullquote: no bookmark was found.");
    }
    Ok(ExitCode::SUCCESS)
}

/// Those that are wanted, as they stand in the latest texts of their articles.
fn shelves(wanted: &Wanted, words: &str, place: Place<'_>) -> Result<Vec<Shelf>, String> {
    let library = open_to_read(place)?;
    let all = library.shelves().map_err(|error| error.sentence())?;
    library.today(&wanted.filter(words).of(&all)).map_err(|error| error.sentence())
}

/// "Headline ¶4: ●2 words — speaker [changed] #tags · the note".
fn line(source: &Source, bookmark: &Bookmark) -> String {
    let place = bookmark.found.filter(|_| bookmark.state != State::Lost);
    let place = place.and_then(|(start, _)| source.paragraph(start)).map(|number| format!(" ¶{number}"));
    let speaker = speaker(bookmark).map(|speaker| format!(" — {speaker}")).unwrap_or_default();
    let state = match bookmark.state {
        State::InPlace => String::new(),
        other => format!(" [{other}]"),
    };
    let tags: String = bookmark.tags_beside().iter().map(|tag| format!(" {}", shown(tag))).collect();
    let note = Some(bookmark.note_in_one_line()).filter(|note| !note.is_empty()).map(|note| format!(" · {note}"));
    let words = one_line(&bookmark.anchor.exact);
    let (place, note, colour) = (place.unwrap_or_default(), note.unwrap_or_default(), bookmark.colour.number());
    printable(&format!("{}{place}: ●{colour} {words}{speaker}{state}{tags}{note}", one_line(&source.headline)))
}

/// Who said it, with the doubt that the screen shows too.
fn speaker(bookmark: &Bookmark) -> Option<String> {
    let speaker = files::speaker(bookmark)?;
    Some(match bookmark.holds()?.certainty {
        Certainty::Certain => speaker,
        Certainty::Likely => format!("{speaker} ~"),
        Certainty::Unsure => format!("{speaker}?"),
    })
}

fn row<'r>(source: &'r Source, bookmark: &'r Bookmark) -> Row<'r> {
    let said = bookmark.holds();
    Row {
        id: bookmark.id.to_string(),
        headline: &source.headline,
        publisher: source.publisher.as_deref(),
        url: source.url.as_deref(),
        words: &bookmark.anchor.exact,
        start: bookmark.anchor.start,
        end: bookmark.anchor.end,
        kind: said.as_ref().map(|said| said.kind.name()),
        certainty: said.as_ref().map(|said| said.certainty.name()),
        speaker: said.and_then(|said| said.speaker),
        kept_speaker: bookmark.was_said_by(),
        note: &bookmark.note,
        tags: bookmark.all_tags(),
        colour: bookmark.colour.number(),
        state: bookmark.state.name(),
        created: bookmark.created.to_string(),
        modified: bookmark.modified.to_string(),
    }
}
