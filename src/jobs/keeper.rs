//! The thread that keeps the library: what was read, where, and what else is to be remembered.

use std::path::PathBuf;

use jiff::Timestamp;

use crate::model::anchor::Anchor;
use crate::model::article::{Article, Origin};
use crate::model::correction::Journal;
use crate::model::place::Place;
use crate::model::tally::Tally;
use crate::model::work::{Job, Reached, Report};
use crate::store::library::{Error, Kind, Library};
use crate::text::span::TextSpan;

/// The most articles that are offered to be gone on with.
const RECENT: usize = 5;

/// Holds the library open, from the first job on that needs it.
pub struct Keeper {
    folder: Option<PathBuf>,
    library: Option<Library>,
}

impl Keeper {
    /// Nothing is remembered where there is no folder.
    pub fn new(folder: Option<PathBuf>) -> Self {
        Self { folder, library: None }
    }

    /// Does a job of the library's. That it can't be opened is said once; from then on nothing is remembered.
    pub fn perform(&mut self, job: Job) -> Report {
        if let (None, Some(folder)) = (&self.library, &self.folder) {
            match Library::open(folder) {
                Ok(library) => self.library = Some(library),
                Err(error) => {
                    tracing::warn!(error = error.sentence(), "nothing is remembered");
                    return self.give_up(&error, job);
                }
            }
        }
        let Some(library) = &mut self.library else { return nothing(job) };
        match library.check_place().and_then(|()| done(library, job.clone())) {
            Ok(report) => report,
            // Another program will be done with it some time.
            Err(error) if error.kind == Kind::Busy => {
                let number = if let Job::Recall { number, .. } = job { Some(number) } else { None };
                Report::Forgetful { number, sentence: error.sentence() }
            }
            Err(error) => self.give_up(&error, job),
        }
    }

    fn give_up(&mut self, error: &Error, job: Job) -> Report {
        (self.folder, self.library) = (None, None);
        let number = if let Job::Recall { number, .. } = job { Some(number) } else { None };
        Report::Forgetful { number, sentence: error.sentence() }
    }
}

/// What comes of a job where nothing is remembered.
fn nothing(job: Job) -> Report {
    match job {
        Job::Recall { number, .. } => nothing_known(number),
        _ => Report::Kept,
    }
}

/// The library knows nothing of an article.
pub fn nothing_known(number: u64) -> Report {
    let (journal, learnt, tally) = (Journal::default(), Vec::new(), Tally::default());
    Report::Recalled { number, known: None, place: None, journal, learnt, tally }
}

fn done(library: &mut Library, job: Job) -> Result<Report, Error> {
    match job {
        Job::Remembered => {
            let memory = library.remembered()?;
            let mut recent = library.recent(RECENT * 2)?;
            recent.retain(|recent| !matches!(&recent.origin, Origin::File(path) if !path.is_file()));
            recent.truncate(RECENT);
            Ok(Report::Remembered { memory: Box::new(memory), recent })
        }
        Job::Recall { number, origin, article } => {
            let known = library.opened(&origin, &article, Timestamp::now())?;
            let place = known.place.as_ref().and_then(|place| place.anchor.find(&article.document.text));
            let (journal, learnt) = (library.corrections(known.article)?, library.learnt(known.article)?);
            let (known, tally) = (Some((known.article, known.version)), library.tally()?);
            Ok(Report::Recalled { number, known, place, journal, learnt, tally })
        }
        Job::KeepPlace { known, article, reached } => {
            library.keep_place(known, &place(&article, reached), Timestamp::now())?;
            Ok(Report::Kept)
        }
        Job::Correct { number, known, steps } => {
            library.correct(known, &steps)?;
            Ok(Report::Corrected { number, tally: library.tally()? })
        }
        Job::Remember { key, value } => {
            library.remember(key, value.as_deref())?;
            Ok(Report::Kept)
        }
        _ => Ok(Report::Kept),
    }
}

/// A place in an article's text as it is kept: the sentence there.
fn place(article: &Article, reached: Reached) -> Place {
    // From the cursor on: a quote may begin in the middle of its sentence.
    let end = article.document.sentence_at(reached.cursor).end.max(reached.cursor);
    let ahead = TextSpan::new(reached.cursor, end);
    Place { anchor: Anchor::opening(&article.document.text, ahead), progress: reached.progress }
}
