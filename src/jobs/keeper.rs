//! The thread that keeps the library: what was read, where, and what else is to be remembered.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;
use notify::RecommendedWatcher;

use super::ingest::surveyed;
use super::notice;
use super::writing::written;
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
    /// Called when a program says that it changed the library.
    notice: Option<Box<dyn Fn() + Send>>,
    watch: Option<RecommendedWatcher>,
    /// Whether the library can be read, but not written.
    is_only_read: bool,
    /// Why it can't be written, until that was said.
    refusal: Option<String>,
}

impl Keeper {
    /// Nothing is remembered where there is no folder.
    pub fn new(folder: Option<PathBuf>) -> Self {
        Self { folder, library: None, notice: None, watch: None, is_only_read: false, refusal: None }
    }

    /// `notice` is called, on a thread of its own, whenever the library was changed, from the first job on:
    /// `Job::LookAgain` tells whether another program did it.
    pub fn with_notice(self, notice: impl Fn() + Send + 'static) -> Self {
        Self { notice: Some(Box::new(notice)), ..self }
    }

    /// Does a job of the library's. That it can't be opened is said once; from then on nothing is remembered.
    pub fn perform(&mut self, job: Job) -> Report {
        if let Err(error) = self.open() {
            tracing::warn!(error = error.sentence(), "nothing is remembered");
            return self.give_up(&error, job);
        }
        let Some(library) = &mut self.library else { return nothing(job) };
        if self.is_only_read {
            return self.only_read(job);
        }
        match library.check_place().and_then(|()| done(library, job.clone())) {
            Ok(report) => report,
            Err(error) if matches!(job, Job::KeepBookmarks { .. }) => refused(&job, error.sentence()),
            // Another program will be done with it some time.
            Err(error) if error.kind == Kind::Busy => {
                let number = if let Job::Recall { number, .. } = job { Some(number) } else { None };
                Report::Forgetful { number, sentence: error.sentence() }
            }
            Err(error) => self.give_up(&error, job),
        }
    }

    /// Opens the library, if it is not open yet; to be read only where it can't be written.
    fn open(&mut self) -> Result<(), Error> {
        let (None, Some(folder)) = (&self.library, &self.folder) else { return Ok(()) };
        self.library = Some(match Library::open(folder) {
            Ok(library) => {
                self.watch = self.notice.take().and_then(|tell| notice::watch(folder, tell));
                library
            }
            Err(error) if error.kind == Kind::Denied => {
                let Ok(library) = Library::open_to_read(folder) else { return Err(error) };
                (self.is_only_read, self.refusal) = (true, Some(error.only_read()));
                library
            }
            Err(error) => return Err(error),
        });
        Ok(())
    }

    /// Does a job that only shows what the library has; of the others the first one says why nothing is kept.
    fn only_read(&mut self, job: Job) -> Report {
        let Some(library) = &mut self.library else { return nothing(job) };
        match job {
            Job::Remembered => match done(library, job.clone()) {
                Ok(Report::Remembered { memory, recent, .. }) => {
                    Report::Remembered { memory, recent, refusal: self.refusal.take() }
                }
                _ => nothing(job),
            },
            Job::Bookmarks
            | Job::Tags
            | Job::Preview { .. }
            | Job::Held { .. }
            | Job::Open { .. }
            | Job::Survey { .. }
            | Job::Write { .. } => done(library, job.clone()).unwrap_or_else(|_| nothing(job)),
            Job::KeepBookmarks { .. } => match self.refusal.take() {
                Some(sentence) => refused(&job, sentence),
                None => nothing(job),
            },
            Job::Recall { number, .. } => match self.refusal.take() {
                Some(sentence) => Report::Forgetful { number: Some(number), sentence },
                None => nothing(job),
            },
            _ => nothing(job),
        }
    }

    fn give_up(&mut self, error: &Error, job: Job) -> Report {
        (self.folder, self.library, self.watch) = (None, None, None);
        match job {
            Job::KeepBookmarks { .. } => return refused(&job, error.sentence()),
            Job::Write { .. } => return nothing(job),
            _ => {}
        }
        let number = if let Job::Recall { number, .. } = job { Some(number) } else { None };
        Report::Forgetful { number, sentence: error.sentence() }
    }
}

/// What comes of a job where nothing is remembered.
fn nothing(job: Job) -> Report {
    match job {
        Job::Recall { number, .. } => nothing_known(number),
        Job::KeepBookmarks { .. } => refused(&job, NOTHING_KEPT.to_owned()),
        Job::Open { number, .. } => Report::Refused { number, sentence: NO_TEXT.to_owned() },
        Job::Survey { origin } => Report::Surveyed { origin, survey: Err(NO_TEXT.to_owned()) },
        Job::Bookmarks => Report::Bookmarks { shelves: Arc::default(), tags: Vec::new() },
        Job::CheckBookmarks => Report::Checked { bookmarks: Vec::new(), is_done: true },
        Job::Held { .. } => Report::Held { held: Vec::new() },
        Job::Tags => Report::Tags { tags: Vec::new() },
        Job::AnchorBookmarks { number, .. } => Report::Anchored { number, bookmarks: Vec::new() },
        Job::Write { path, shelves, replace } => {
            let done = written(&path, &shelves, replace);
            Report::Wrote { path, done }
        }
        _ => Report::Kept,
    }
}

const NO_TEXT: &str = "The library can't be read any more, and its texts with it.";
const NOTHING_KEPT: &str = "The bookmark is not kept: nothing is remembered in this run.";

/// Bookmarks were not kept.
pub fn refused(job: &Job, sentence: String) -> Report {
    match job {
        Job::KeepBookmarks { number, .. } => Report::BookmarksRefused { number: *number, sentence },
        _ => Report::Failed { number: None, sentence },
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
            Ok(Report::Remembered { memory: Box::new(memory), recent, refusal: None })
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
        Job::KeepBookmarks { number, changes } => {
            let joined = library.keep_bookmarks(&changes)?;
            Ok(Report::BookmarksKept { number, joined })
        }
        Job::Tags => Ok(Report::Tags { tags: library.tags()? }),
        Job::Corrections { number, known: (article, _) } => {
            let (journal, learnt) = (library.corrections(article)?, library.learnt(article)?);
            Ok(Report::Corrections { number, journal, learnt, tally: library.tally()? })
        }
        Job::LookAgain => Ok(if library.is_changed()? { Report::LibraryChanged } else { Report::Kept }),
        Job::Remember { key, value } => {
            library.remember(key, value.as_deref())?;
            Ok(Report::Kept)
        }
        other => shown(library, other),
    }
}

/// What comes of the jobs that only show what the library has.
fn shown(library: &mut Library, job: Job) -> Result<Report, Error> {
    match job {
        Job::Bookmarks => Ok(Report::Bookmarks { shelves: Arc::new(library.shelves()?), tags: library.tags()? }),
        Job::CheckBookmarks => {
            let (bookmarks, is_done) = library.check_bookmarks()?;
            Ok(Report::Checked { bookmarks, is_done })
        }
        Job::Preview { bookmark } => Ok(Report::Previewed { preview: Box::new(library.preview_of(&bookmark)?) }),
        Job::Held { origins } => Ok(Report::Held { held: library.held(&origins)? }),
        Job::Open { number, origin: Origin::Kept(article) } => Ok(match library.kept(article) {
            Ok(article) => Report::Opened { number, article: Arc::new(article) },
            Err(error) => Report::Refused { number, sentence: error.sentence() },
        }),
        Job::Survey { origin: Origin::Kept(article) } => {
            let survey = library.kept(article).map(|article| surveyed(&article));
            let survey = survey.map_err(|error| error.sentence());
            Ok(Report::Surveyed { origin: Origin::Kept(article), survey })
        }
        Job::Write { path, shelves, replace } => {
            let done = written(&path, &library.today(&shelves)?, replace);
            Ok(Report::Wrote { path, done })
        }
        Job::AnchorBookmarks { number, known } => {
            Ok(Report::Anchored { number, bookmarks: library.anchor_bookmarks(known)? })
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
