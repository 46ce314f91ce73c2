//! `pullquote quotes FILE…`: who said what in many articles, as lines, JSON, CSV or Markdown.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;
use serde::Serialize;

use crate::export::citation::{self, Passage};
use crate::jobs::ingest;
use crate::model::article::Article;
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
    #[arg(value_name = "FILE | DIR | -", required = true)]
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
}

pub fn run(arguments: &Arguments) -> io::Result<ExitCode> {
    let mut code = ExitCode::SUCCESS;
    let (origins, mut problems) = files::list(&arguments.paths);
    let mut out = Out::new(arguments);
    for origin in &origins {
        match ingest::read(origin) {
            Ok(article) => {
                let file = files::given_name(origin);
                for quote in ingest::analysed(&article).quotes.iter().filter(|quote| arguments.wants(quote)) {
                    out.put(&file, &article, quote)?;
                }
            }
            Err(sentence) => problems.push(sentence),
        }
    }
    out.finish()?;
    for problem in problems {
        eprintln!("pullquote: {problem}");
        code = ExitCode::FAILURE;
    }
    Ok(code)
}

impl Arguments {
    fn wants(&self, quote: &Quote) -> bool {
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

    fn put(&mut self, file: &str, article: &Article, quote: &Quote) -> io::Result<()> {
        let row = row(file, article, quote);
        match self {
            Self::Lines(out) => {
                let label = quote.speaker.as_ref().map(|speaker| speaker_label(speaker, quote.certainty));
                let (place, kind, mark) = (row.paragraph, row.kind, quote.certainty.mark().trim());
                let label = label.unwrap_or_else(|| "Unknown speaker".to_owned());
                writeln!(out, "{file}:¶{place}: {label}, {kind}{mark}: {}", quote.told(&article.document.text))
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

fn row<'r>(file: &'r str, article: &'r Article, quote: &'r Quote) -> Row<'r> {
    let document = &article.document;
    Row {
        file,
        paragraph: document.paragraph_number(quote.start()),
        kind: quote.kind.name(),
        speaker: quote.speaker.as_ref().map(|speaker| speaker.name.as_str()),
        certainty: quote.certainty.name(),
        cue: quote.cue.map(|cue| document.slice(cue)),
        words: quote.words(&document.text),
    }
}
