//! `pullquote entities FILE…`: who and what is named in many articles, with how often.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::PossibleValuesParser;
use serde::Serialize;

use super::kept::Home;
use crate::jobs::corrected::corrected;
use crate::jobs::ingest;
use crate::model::entity::EntityKind;
use crate::model::laying::LaidOver;
use crate::store::files;

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Only names of this kind
    #[arg(long, value_parser = PossibleValuesParser::new(EntityKind::ALL.map(EntityKind::name)))]
    kind: Option<String>,

    /// One JSON object a line and name
    #[arg(long)]
    json: bool,

    /// As the program finds them, without what you corrected
    #[arg(long)]
    as_found: bool,

    /// Text, Markdown and HTML files, folders of them, or - for standard input
    #[arg(value_name = "FILE | DIR | -", required = true)]
    paths: Vec<PathBuf>,
}

/// One name over all files.
#[derive(Debug, Serialize)]
struct Row<'r> {
    name: &'r str,
    kind: &'static str,
    mentions: usize,
    /// The files it occurs in, with how often.
    files: &'r [InFile],
}

#[derive(Debug, Serialize)]
struct InFile {
    file: String,
    mentions: usize,
}

pub fn run(arguments: &Arguments, home: &Home) -> io::Result<ExitCode> {
    let mut code = ExitCode::SUCCESS;
    let (origins, mut problems) = files::list(&arguments.paths);
    let library = home.library_unless(arguments.as_found);
    let mut found: BTreeMap<(EntityKind, String), Vec<InFile>> = BTreeMap::new();
    for origin in &origins {
        let laid = ingest::read(origin)
            .and_then(|article| corrected(library.as_ref(), origin, &article).map_err(|error| error.sentence()));
        match laid {
            Ok(LaidOver { analysis, .. }) => {
                for entity in analysis.entities.into_iter().filter(|entity| arguments.wants(entity.kind)) {
                    let place = InFile { file: files::given_name(origin), mentions: entity.mentions.len() };
                    found.entry((entity.kind, entity.name)).or_default().push(place);
                }
            }
            Err(sentence) => problems.push(sentence),
        }
    }
    for problem in problems {
        eprintln!("pullquote: {problem}");
        code = ExitCode::FAILURE;
    }
    print(&rows(&found), arguments.json)?;
    Ok(code)
}

impl Arguments {
    fn wants(&self, kind: EntityKind) -> bool {
        match &self.kind {
            Some(wanted) => wanted == kind.name(),
            // Days, sums and counts are listed where they are asked for.
            None => !kind.is_value(),
        }
    }
}

/// The names, those in most files first, then those named most often.
fn rows(found: &BTreeMap<(EntityKind, String), Vec<InFile>>) -> Vec<Row<'_>> {
    let mut rows: Vec<Row<'_>> = found
        .iter()
        .map(|((kind, name), files)| Row {
            name,
            kind: kind.name(),
            mentions: files.iter().map(|file| file.mentions).sum(),
            files,
        })
        .collect();
    rows.sort_by_key(|row| std::cmp::Reverse((row.files.len(), row.mentions)));
    rows
}

fn print(rows: &[Row<'_>], as_json: bool) -> io::Result<()> {
    let mut out = io::stdout().lock();
    if !as_json && !rows.is_empty() {
        writeln!(out, "{:>8} {:>6}  {:<12}  name", "mentions", "files", "kind")?;
    }
    for row in rows {
        match as_json {
            true => writeln!(out, "{}", serde_json::to_string(row)?)?,
            false => writeln!(out, "{:>8} {:>6}  {:<12}  {}", row.mentions, row.files.len(), row.kind, row.name)?,
        }
    }
    Ok(())
}
