//! The pipeline: the bytes of a file → an article → its analysis.

use std::sync::Arc;

use super::{browsers, clipboard, pipes};
use crate::analysis::analyse;
use crate::extract;
use crate::model::analysis::{Analysis, Context};
use crate::model::article::{Article, Origin};
use crate::model::voice::voices;
use crate::model::work::{Job, Report, Survey};
use crate::store::{files, notes, settings};

/// Words of the text that a survey keeps.
const OPENING: usize = 120;

/// Does one job; exactly one report comes of it.
pub fn perform(job: Job) -> Report {
    match job {
        Job::Open { number, origin } => match read_listed(&origin) {
            Ok(article) => Report::Opened { number, article: Arc::new(article) },
            Err(sentence) => Report::Refused { number, sentence },
        },
        Job::Analyse { number, article } => Report::Analysed { number, analysis: Arc::new(analysed(&article)) },
        Job::List { paths } => {
            let (origins, problems) = files::list(&paths);
            Report::Listed { origins, problems }
        }
        Job::Survey { origin } => {
            let survey = read(&origin).map(|article| surveyed(&article));
            Report::Surveyed { origin, survey }
        }
        // What the keeper of the library and the watch do stands in `workers`.
        Job::Remembered
        | Job::Recall { .. }
        | Job::KeepPlace { .. }
        | Job::Correct { .. }
        | Job::KeepBookmarks { .. }
        | Job::Bookmarks
        | Job::Tags
        | Job::Corrections { .. }
        | Job::AnchorBookmarks { .. }
        | Job::CheckBookmarks
        | Job::Preview { .. }
        | Job::Held { .. }
        | Job::Write { .. }
        | Job::LookAgain
        | Job::Remember { .. }
        | Job::Watch { .. } => Report::Kept,
        Job::Pipe { title, words, input } => Report::Piped { title, printed: pipes::pipe(&words, &input) },
        Job::Browse { url, command } => Report::Browsed { done: browsers::browse(&url, &command) },
        Job::Copy { text } => {
            clipboard::copy(&text);
            Report::Kept
        }
        Job::StopCommands => {
            pipes::end_all();
            Report::Kept
        }
        Job::ReadNote { path } => Report::NoteWritten { text: notes::take(&path) },
        Job::Settings { paths } => Report::Settings { written: Box::new(settings::read(Some(paths))) },
    }
}

/// The article at a place that is in a list, from which its file may have gone since.
fn read_listed(origin: &Origin) -> Result<Article, String> {
    match origin {
        Origin::File(path) if matches!(path.try_exists(), Ok(false)) => {
            Err(format!("{}: the file is gone.", files::name_of(origin)))
        }
        _ => read(origin),
    }
}

/// The article at a place, or a sentence that says why there is none.
pub fn read(origin: &Origin) -> Result<Article, String> {
    let name = files::name_of(origin);
    let bytes = files::read(origin).map_err(|error| error.sentence(&name))?;
    let format = extract::sniff(Some(&name), &bytes);
    extract::extract(&bytes, format).map_err(|refusal| format!("{name}: {}", refusal.sentence()))
}

/// What the list says of an article.
pub fn surveyed(article: &Article) -> Survey {
    survey(article, &analysed(article))
}

/// Who said what in an article, and who is named.
pub fn analysed(article: &Article) -> Analysis {
    let context = Context { date: article.published, language: article.language.clone() };
    analyse(&article.document, &context)
}

fn survey(article: &Article, analysis: &Analysis) -> Survey {
    let document = &article.document;
    let mut heard: Vec<(String, usize)> = voices(&analysis.quotes, &document.text)
        .iter()
        .filter(|voice| voice.speaker.is_some())
        .map(|voice| (voice.label(), voice.quotes.len()))
        .collect();
    heard.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    heard.truncate(3);
    let prose = document.blocks.iter().filter(|block| block.is_body()).map(|block| document.slice(block.span));
    let opening: Vec<&str> = prose.flat_map(str::split_whitespace).take(OPENING).collect();
    Survey {
        headline: article.title().to_owned(),
        byline: article.byline.clone(),
        publisher: article.publisher.clone(),
        published: article.published,
        words: article.words,
        quotes: analysis.quotes.len(),
        names: analysis.entities.iter().filter(|entity| !entity.kind.is_value()).count(),
        opening: opening.join(" "),
        voices: heard,
    }
}
