//! `pullquote quotes FILE…`: who said what in many articles, as lines, JSON, CSV or Markdown.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;
use serde::Serialize;

use super::kept::Home;
use crate::export::citation::{self, Passage};
use crate::jobs::corrected::{corrected, corrected_as, kept};
use crate::jobs::ingest;
use crate::model::article::Article;
use crate::model::laying::{LaidOver, QuoteNote};
use crate::model::quote::{Quote, QuoteKind};
use crate::model::voice::speaker_label;
use crate::store::files;
use crate::text::find::fold;

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Only what is said by those whose name holds these words
    #[arg(long, value_name = "NAME")]
    speaker: Option<String>,

    /// Only quotes of this kind
    #[arg(long, value_enum)]
    kind: Option<Kind>,

    /// Only quotes that you found right or put right; without a file, those of all that you read
    #[arg(long, conflicts_with = "as_found")]
    checked: bool,

    /// As the program finds them, without what you corrected
    #[arg(long)]
    as_found: bool,

    /// One JSON object a line and quote
    #[arg(long, conflicts_with_all = ["csv", "markdown"])]
    json: bool,

    /// Rows of CSV, with their heads
    #[arg(long, conflicts_with = "markdown")]
    csv: bool,

    /// Block quotes with their sources
    #[arg(long)]
    markdown: bool,

    /// Text, Markdown and HTML files, folders of them, or - for standard input
    #[arg(value_name = "FILE | DIR | -", required_unless_present = "checked")]
    paths: Vec<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Kind {
    Direct,
    Mixed,
    Indirect,
}

/// One quote as other programs get it.
#[derive(Debug, Serialize)]
struct Row<'r> {
    file: &'r str,
    paragraph: usize,
    kind: &'static str,
    speaker: Option<&'r str>,
    certainty: &'static str,
    cue: Option<&'r str>,
    words: String,
    /// What the reader said of it: "right", or "corrected".
    checked: Option<&'static str>,
}

pub fn run(arguments: &Arguments, home: &Home) -> io::Result<ExitCode> {
    let mut out = Out::new(arguments);
    let problems = if arguments.checked && arguments.paths.is_empty() {
        print_kept(arguments, home, &mut out)?
    } else {
        print_files(arguments, home, &mut out)?
    };
    out.finish()?;
    for problem in &problems {
        eprintln!("pullquote: {problem}");
    }
    Ok(if problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Prints the quotes of the files that were named; a sentence for each that could not be read.
fn print_files(arguments: &Arguments, home: &Home, out: &mut Out) -> io::Result<Vec<String>> {
    let library = match arguments.checked.then(|| home.library()) {
        None => home.library_unless(arguments.as_found),
        Some(Ok(library)) => library,
        // What was checked stands nowhere else.
        Some(Err(error)) => return Ok(vec![error.sentence()]),
    };
    let (origins, mut problems) = files::list(&arguments.paths);
    for origin in &origins {
        let read = ingest::read(origin).and_then(|article| {
            let laid = corrected(library.as_ref(), origin, &article).map_err(|error| error.sentence())?;
            Ok((article, laid))
        });
        match read {
            Ok((article, laid)) => out.put_all(arguments, &files::given_name(origin), &article, &laid)?,
            Err(sentence) => problems.push(sentence),
        }
    }
    Ok(problems)
}

/// Prints the quotes of all articles of the library.
fn print_kept(arguments: &Arguments, home: &Home, out: &mut Out) -> io::Result<Vec<String>> {
    let library = match home.library() {
        Ok(Some(library)) => library,
        Ok(None) => return Ok(vec!["there is no library: nothing was checked yet".to_owned()]),
        Err(error) => return Ok(vec![error.sentence()]),
    };
    let articles = match library.spoken_of() {
        Ok(articles) => articles,
        Err(error) => return Ok(vec![error.sentence()]),
    };
    let mut problems = Vec::new();
    for known in articles {
        let name = known.origin.as_ref().map_or_else(|| known.headline.clone(), files::given_name);
        let laid = kept(&library, &known).and_then(|article| {
            let laid = corrected_as(&library, known.id, &article)?;
            Ok((article, laid))
        });
        match laid {
            Ok((article, laid)) => out.put_all(arguments, &name, &article, &laid)?,
            Err(error) => problems.push(error.sentence()),
        }
    }
    Ok(problems)
}

impl Arguments {
    fn wants(&self, quote: &Quote, note: Option<&QuoteNote>) -> bool {
        if self.checked && !note.is_some_and(QuoteNote::is_checked) {
            return false;
        }
        let kind = match self.kind {
            None => true,
            Some(Kind::Direct) => quote.kind == QuoteKind::Direct,
            Some(Kind::Mixed) => quote.kind == QuoteKind::Mixed,
            Some(Kind::Indirect) => quote.kind == QuoteKind::Indirect,
        };
        let said = quote.speaker.as_ref().map(|speaker| fold(&speaker.name)).unwrap_or_default();
        kind && self.speaker.as_ref().is_none_or(|wanted| said.contains(&fold(wanted)))
    }
}

/// Where quotes are printed, and how.
enum Out {
    Lines(io::Stdout),
    Json(io::Stdout),
    Csv(Box<csv::Writer<io::Stdout>>),
    Markdown(io::Stdout),
}

impl Out {
    fn new(arguments: &Arguments) -> Self {
        let out = io::stdout();
        match () {
            () if arguments.json => Self::Json(out),
            () if arguments.csv => Self::Csv(Box::new(csv::Writer::from_writer(out))),
            () if arguments.markdown => Self::Markdown(out),
            () => Self::Lines(out),
        }
    }

    /// Puts those quotes of an article that are wanted.
    fn put_all(&mut self, arguments: &Arguments, file: &str, article: &Article, laid: &LaidOver) -> io::Result<()> {
        for (index, quote) in laid.analysis.quotes.iter().enumerate() {
            let note = laid.quotes.get(index);
            if arguments.wants(quote, note) {
                self.put(file, article, quote, note)?;
            }
        }
        Ok(())
    }

    fn put(&mut self, file: &str, article: &Article, quote: &Quote, note: Option<&QuoteNote>) -> io::Result<()> {
        let row = row(file, article, quote, note);
        match self {
            Self::Lines(out) => {
                let label = quote.speaker.as_ref().map(|speaker| speaker_label(speaker, quote.certainty));
                let (place, kind, mark) = (row.paragraph, row.kind, quote.certainty.mark().trim());
                let label = label.unwrap_or_else(|| "Unknown speaker".to_owned());
                let checked = row.checked.map(|word| format!(", {word}")).unwrap_or_default();
                let words = quote.told(&article.document.text);
                let turned = note.and_then(|note| note.turned.as_ref());
                let turned = turned.map(|turned| format!(" (was {}, now {})", turned.was, turned.now));
                writeln!(out, "{file}:¶{place}: {label}, {kind}{mark}{checked}{}: {words}", turned.unwrap_or_default())
            }
            Self::Json(out) => writeln!(out, "{}", serde_json::to_string(&row)?),
            Self::Csv(out) => out.serialize(row).map_err(io::Error::other),
            Self::Markdown(out) => {
                writeln!(out, "{}", citation::markdown(article, &Passage::of_quote(quote, &article.document)))
            }
        }
    }

    fn finish(self) -> io::Result<()> {
        match self {
            Self::Csv(mut out) => out.flush(),
            Self::Lines(mut out) | Self::Json(mut out) | Self::Markdown(mut out) => out.flush(),
        }
    }
}

fn row<'r>(file: &'r str, article: &'r Article, quote: &'r Quote, note: Option<&QuoteNote>) -> Row<'r> {
    let checked = match note {
        Some(note) if note.corrected => Some("corrected"),
        Some(note) if note.confirmed.is_some() => Some("right"),
        _ => None,
    };
    let document = &article.document;
    Row {
        file,
        paragraph: document.paragraph_number(quote.start()),
        kind: quote.kind.name(),
        speaker: quote.speaker.as_ref().map(|speaker| speaker.name.as_str()),
        certainty: quote.certainty.name(),
        cue: quote.cue.map(|cue| document.slice(cue)),
        words: quote.words(&document.text),
        checked,
    }
}
