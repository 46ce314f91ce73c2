//! `pullquote bookmarks export`: in which form, and into which file.

use std::collections::HashMap;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::ValueEnum;

use super::{Wanted, shelves};
use crate::cli::library::{Place, complain, open_to_read};
use crate::export::bookmarks::{self as files, Format};
use crate::model::shelf::Shelf;
use crate::store::writing::{replace, unwritten};
use crate::text::counting::counted;
use crate::text::printable::printable;

/// The forms by their names and by the endings of their files.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum FileFormat {
    #[value(alias = "md")]
    Markdown,
    #[value(aliases = ["jsonld", "json"])]
    JsonLd,
    #[value(alias = "csv")]
    Readwise,
    Org,
    #[value(aliases = ["txt", "text"])]
    Plain,
    #[value(alias = "bib")]
    Bibtex,
    Ris,
}

/// How they are written, and where; standard output where no file is named.
#[derive(Debug)]
pub struct Writing<'w> {
    pub format: Option<FileFormat>,
    pub with_text: bool,
    pub force: bool,
    pub file: Option<&'w Path>,
}

impl FileFormat {
    fn format(self) -> Format {
        match self {
            FileFormat::Markdown => Format::Markdown,
            FileFormat::JsonLd => Format::Annotations,
            FileFormat::Readwise => Format::Readwise,
            FileFormat::Org => Format::Org,
            FileFormat::Plain => Format::Plain,
            FileFormat::Bibtex => Format::Bibtex,
            FileFormat::Ris => Format::Ris,
        }
    }
}

impl Writing<'_> {
    /// Whether nothing says the form: the file has an ending that is not known.
    fn is_unsaid(&self, file: &Path) -> bool {
        self.format.is_none() && !self.with_text && file.extension().is_some() && Format::of(file).is_none()
    }

    /// Why nothing can be written to a file of this name.
    fn refusal(&self, file: &Path, wanted: &Wanted) -> Option<String> {
        let why = match file {
            _ if file.is_file() && !self.force => {
                "there is a file already; name another, or write over it with --force.".to_owned()
            }
            _ if self.is_unsaid(file) && !wanted.json => {
                format!("its ending says no form; take one of {}, or say --format.", Format::endings())
            }
            _ if self.with_text && Format::of(file).is_some_and(|format| format != Format::Markdown) => {
                "--text writes Markdown; name a file that ends in .md.".to_owned()
            }
            _ => return None,
        };
        Some(format!("{}: {why}", name(file)))
    }
}

pub fn export(writing: &Writing<'_>, wanted: &Wanted, place: Place<'_>) -> io::Result<ExitCode> {
    if let Some(sentence) = writing.file.and_then(|file| writing.refusal(file, wanted)) {
        return complain(&sentence);
    }
    let shelves = match shelves(wanted, "", place) {
        Ok(shelves) => shelves,
        Err(sentence) => return complain(&sentence),
    };
    if shelves.is_empty() {
        return complain("no bookmark was found; nothing was written.");
    }
    let own = writing.format.map(FileFormat::format).or(wanted.json.then_some(Format::Annotations));
    let format = own.or_else(|| Format::of(writing.file?)).unwrap_or(Format::Markdown);
    let text = if writing.with_text { marked(&shelves, place) } else { Ok(files::write(format, &shelves)) };
    let text = match text {
        Ok(text) => text,
        Err(sentence) => return complain(&sentence),
    };
    let Some(file) = writing.file else {
        io::stdout().lock().write_all(text.as_bytes())?;
        return Ok(ExitCode::SUCCESS);
    };
    if let Err(error) = replace(file, &text) {
        return complain(&format!("{}: {}", name(file), unwritten(file, &error)));
    }
    let has_passages = writing.with_text || format != Format::Bibtex;
    eprintln!("{} in {}.", written(&shelves, has_passages), name(file));
    Ok(ExitCode::SUCCESS)
}

/// What is in the file; BibTeX has an entry for each article, and no passages.
fn written(shelves: &[Shelf], has_passages: bool) -> String {
    let count: usize = shelves.iter().map(|shelf| shelf.bookmarks.len()).sum();
    let (bookmarks, articles) = (counted(count, "bookmark"), counted(shelves.len(), "article"));
    let are = |count: usize| if count == 1 { "is" } else { "are" };
    match has_passages {
        true => format!("{bookmarks} of {articles} {}", are(count)),
        false => format!("{articles}, without the words of {bookmarks}, {}", are(shelves.len())),
    }
}

fn name(file: &Path) -> String {
    printable(&file.to_string_lossy())
}

/// The latest texts of articles with their bookmarks marked.
fn marked(shelves: &[Shelf], place: Place<'_>) -> Result<String, String> {
    let library = open_to_read(place)?;
    let sources = library.sources().map_err(|error| error.sentence())?;
    let latest: HashMap<i64, i64> = sources.into_iter().map(|(source, version)| (source.article, version)).collect();
    let text = |shelf: &Shelf| match latest.get(&shelf.source.article) {
        Some(version) => library.text(*version).map_err(|error| error.sentence()),
        None => Ok(String::new()),
    };
    let (mut all, mut before) = (Vec::new(), 0);
    for shelf in shelves {
        all.push(files::marked::write(shelf, &text(shelf)?, before));
        before += shelf.bookmarks.len();
    }
    Ok(all.join("\n"))
}
