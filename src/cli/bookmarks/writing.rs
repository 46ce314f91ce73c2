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
use crate::store::writing::replace;
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
}

pub fn export(writing: &Writing<'_>, wanted: &Wanted, place: Place<'_>) -> io::Result<ExitCode> {
    if let Some(file) = writing.file.filter(|file| file.is_file() && !writing.force) {
        return complain(&format!(
            "{}: there is a file already; name another, or write over it with --force.",
            name(file)
        ));
    }
    if let Some(file) = writing.file.filter(|file| writing.is_unsaid(file) && !wanted.json) {
        let endings = Format::endings();
        return complain(&format!("{}: its ending says no form; take one of {endings}, or say --format.", name(file)));
    }
    let shelves = match shelves(wanted, "", place) {
        Ok(shelves) => shelves,
        Err(sentence) => return complain(&sentence),
    };
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
        return complain(&format!("{}: could not be written ({error}).", name(file)));
    }
    let count: usize = shelves.iter().map(|shelf| shelf.bookmarks.len()).sum();
    let are = if count == 1 { "is" } else { "are" };
    let (count, articles) = (counted(count, "bookmark"), counted(shelves.len(), "article"));
    eprintln!("{count} of {articles} {are} in {}.", name(file));
    Ok(ExitCode::SUCCESS)
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
