//! The threads that do the slow work; a panic in a job becomes a sentence.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

use crossbeam_channel::{Receiver, Sender, unbounded};

use super::keeper::{Keeper, nothing_known, refused};
use super::watch::Watch;
use crate::model::article::Origin;
use crate::model::work::{Job, Report, Wrote};
use crate::store::files::name_of;

/// Bytes of a worker's stack: a page can be nested deep.
const STACK: usize = 16 << 20;

/// One thread for what a reader waits for, one for analyses, one for the rows of the list, one for the library, each
/// begun with its first job; other programs, which may take their time, have one each.
pub struct Workers {
    lanes: [Line; 4],
    reports: Receiver<Report>,
    send: Sender<Report>,
    perform: fn(Job) -> Report,
}

/// The jobs of a thread, and what begins it.
struct Line {
    jobs: Arc<Sender<Job>>,
    begin: Option<Box<dyn FnOnce()>>,
}

/// Which thread does a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lane {
    Open,
    Analyse,
    Survey,
    Library,
    OwnThread,
}

impl Workers {
    /// Workers that know what does a job (`ingest::perform`, but in tests) and the folder of the library, if
    /// anything is to be remembered.
    pub fn new(perform: fn(Job) -> Report, library: Option<PathBuf>) -> Self {
        let (send, reports) = unbounded();
        let (ask, asked) = channel();
        // The thread of the library ends with the workers: it does not keep its own jobs coming.
        let again = Arc::downgrade(&ask);
        let notice = move || drop(again.upgrade().map(|again| again.send(Job::LookAgain)));
        let mut keeper = Keeper::new(library).with_notice(notice);
        let kept = move |job: Job| {
            let is_unasked = job == Job::LookAgain;
            Some(keeper.perform(job)).filter(|report| !is_unasked || *report == Report::LibraryChanged)
        };
        let mut watched = watched(perform, send.clone());
        let lanes = [
            lane(channel(), move |job| Some(watched(job)), send.clone()),
            lane(channel(), move |job| Some(perform(job)), send.clone()),
            lane(channel(), move |job| Some(perform(job)), send.clone()),
            lane((ask, asked), kept, send.clone()),
        ];
        Self { lanes, reports, send, perform }
    }

    pub fn submit(&mut self, job: Job) {
        tracing::debug!(job = name_of_job(&job), "asked for");
        let lane = lane_of(&job);
        match self.lanes.get_mut(lane as usize) {
            Some(lane) => {
                if let Some(begin) = lane.begin.take() {
                    begin();
                }
                lane.jobs.send(job).expect("a lane lives as long as its sender");
            }
            None => {
                let (perform, send) = (self.perform, self.send.clone());
                // Nobody listens any more where the run has ended.
                thread::spawn(move || {
                    perform_safely(&mut |job| Some(perform(job)), job).map(|report| send.send(report).is_ok())
                });
            }
        }
    }

    /// Where the reports come: one for each job, one for each watched file that changes, and one whenever another
    /// program has changed the library.
    pub fn reports(&self) -> &Receiver<Report> {
        &self.reports
    }
}

fn lane_of(job: &Job) -> Lane {
    match job {
        Job::Open { origin: Origin::Kept(_), .. } | Job::Survey { origin: Origin::Kept(_) } => Lane::Library,
        Job::Open { .. } | Job::List { .. } | Job::Settings { .. } | Job::Watch { .. } => Lane::Open,
        Job::ReadNote { .. } => Lane::Open,
        Job::Analyse { .. } => Lane::Analyse,
        Job::Survey { .. } => Lane::Survey,
        Job::Remembered | Job::Recall { .. } | Job::KeepPlace { .. } | Job::Correct { .. } | Job::Remember { .. } => {
            Lane::Library
        }
        Job::KeepBookmarks { .. } | Job::Bookmarks | Job::AnchorBookmarks { .. } | Job::LookAgain => Lane::Library,
        Job::Tags | Job::Corrections { .. } => Lane::Library,
        // What is written is as the library has it at that moment.
        Job::Write { .. } => Lane::Library,
        Job::CheckBookmarks | Job::Preview { .. } | Job::Held { .. } => Lane::Library,
        Job::Pipe { .. } | Job::Browse { .. } | Job::Copy { .. } | Job::StopCommands => Lane::OwnThread,
    }
}

/// The job's name in the log.
fn name_of_job(job: &Job) -> &'static str {
    match job {
        Job::Open { .. } => "open",
        Job::Analyse { .. } => "analyse",
        Job::List { .. } => "list",
        Job::Survey { .. } => "survey",
        Job::Pipe { .. } => "pipe",
        Job::Browse { .. } => "browse",
        Job::Copy { .. } => "copy",
        Job::StopCommands => "stop-commands",
        Job::Remembered => "remembered",
        Job::Recall { .. } => "recall",
        Job::KeepPlace { .. } => "keep-place",
        Job::Correct { .. } => "correct",
        Job::KeepBookmarks { .. } => "keep-bookmarks",
        Job::Bookmarks => "bookmarks",
        Job::Tags => "tags",
        Job::Corrections { .. } => "corrections",
        Job::AnchorBookmarks { .. } => "anchor-bookmarks",
        Job::CheckBookmarks => "check-bookmarks",
        Job::Preview { .. } => "preview",
        Job::Held { .. } => "held",
        Job::Write { .. } => "write",
        Job::LookAgain => "look-again",
        Job::Remember { .. } => "remember",
        Job::Watch { .. } => "watch",
        Job::Settings { .. } => "settings",
        Job::ReadNote { .. } => "read-note",
    }
}

/// What a lane does that watches files too, beginning when it is asked to first.
fn watched(perform: fn(Job) -> Report, changed: Sender<Report>) -> impl FnMut(Job) -> Report {
    let mut watch: Option<Watch> = None;
    move |job| match job {
        Job::Watch { paths } => {
            let changed = changed.clone();
            let tell = move |path| drop(changed.send(Report::Changed { path }));
            watch.get_or_insert_with(|| Watch::new(tell)).set(paths);
            Report::Kept
        }
        other => perform(other),
    }
}

fn channel() -> (Arc<Sender<Job>>, Receiver<Job>) {
    let (jobs, waiting) = unbounded();
    (Arc::new(jobs), waiting)
}

fn lane(
    (jobs, waiting): (Arc<Sender<Job>>, Receiver<Job>),
    mut perform: impl FnMut(Job) -> Option<Report> + Send + 'static,
    reports: Sender<Report>,
) -> Line {
    let work = move || {
        for job in waiting {
            let report = perform_safely(&mut perform, job);
            if report.is_some_and(|report| reports.send(report).is_err()) {
                break;
            }
        }
    };
    let begin = || {
        let thread = thread::Builder::new().stack_size(STACK).spawn(work);
        thread.expect("the system gives the program its few threads");
    };
    Line { jobs, begin: Some(Box::new(begin)) }
}

/// Does a job; a panic in it becomes `Report::Failed` (or `Refused`, where an article was waited for).
fn perform_safely(perform: &mut impl FnMut(Job) -> Option<Report>, job: Job) -> Option<Report> {
    let asked = job.clone();
    catch_unwind(AssertUnwindSafe(|| perform(job))).unwrap_or_else(|_| {
        tracing::error!(job = name_of_job(&asked), "broke off");
        (asked != Job::LookAgain).then(|| broken(asked))
    })
}

fn broken(job: Job) -> Report {
    match job {
        Job::Open { number, origin } => Report::Refused { number, sentence: format!("{}: {BROKEN}", name_of(&origin)) },
        Job::Analyse { number, .. } => Report::Failed {
            number: Some(number),
            sentence: "Quotes and names could not be found: a fault of ours. The text can be read.".to_owned(),
        },
        Job::Survey { origin } => {
            let sentence = format!("{}: {BROKEN}", name_of(&origin));
            Report::Surveyed { origin, survey: Err(sentence) }
        }
        Job::Recall { number, .. } => nothing_known(number),
        Job::KeepBookmarks { .. } => refused(&job, format!("The bookmark {BROKEN}")),
        Job::Remembered
        | Job::Bookmarks
        | Job::Tags
        | Job::Corrections { .. }
        | Job::AnchorBookmarks { .. }
        | Job::CheckBookmarks
        | Job::Preview { .. }
        | Job::Held { .. }
        | Job::LookAgain
        | Job::KeepPlace { .. }
        | Job::Correct { .. }
        | Job::Remember { .. }
        | Job::Watch { .. }
        | Job::Copy { .. }
        | Job::StopCommands => Report::Failed { number: None, sentence: format!("What is to be remembered {BROKEN}") },
        Job::Write { path, .. } => Report::Wrote { path, done: Wrote::Failed(format!("The file {BROKEN}")) },
        Job::Pipe { title, .. } => Report::Piped { title, printed: Err(format!("The command {BROKEN}")) },
        Job::Browse { url, .. } => Report::Browsed { done: Err(format!("{url}: {BROKEN}")) },
        Job::ReadNote { .. } => Report::NoteWritten { text: Err(format!("The note {BROKEN}")) },
        Job::Settings { .. } => Report::Failed { number: None, sentence: format!("The settings {BROKEN}") },
        Job::List { .. } => Report::Failed { number: None, sentence: format!("The list of files: {BROKEN}") },
    }
}

const BROKEN: &str = "could not be read, through a fault of ours; the other articles can.";
