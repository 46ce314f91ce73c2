//! The threads that do the slow work; a panic in a job becomes a sentence.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

use crossbeam_channel::{Receiver, Sender, unbounded};

use crate::model::work::{Job, Report};
use crate::store::files::name_of;

/// Bytes of a worker's stack: a page can be nested deep.
const STACK: usize = 16 << 20;

/// One thread for what a reader waits for, one for analyses, one for the rows of the list; other programs, which
/// may take their time, have one each.
pub struct Workers {
    lanes: Vec<Sender<Job>>,
    reports: Receiver<Report>,
    send: Sender<Report>,
    perform: fn(Job) -> Report,
}

impl Workers {
    /// Starts the threads with what does a job (`ingest::perform`, but in tests).
    pub fn start(perform: fn(Job) -> Report) -> Self {
        let (send, reports) = unbounded();
        let lanes = (0..LANES).map(|_| lane(perform, send.clone())).collect();
        Self { lanes, reports, send, perform }
    }

    pub fn submit(&self, job: Job) {
        match lane_of(&job) {
            Some(lane) => self.lanes[lane].send(job).expect("a lane lives as long as its sender"),
            None => {
                let (perform, send) = (self.perform, self.send.clone());
                thread::spawn(move || send.send(perform_safely(perform, job)));
            }
        }
    }

    /// Where the reports come: one for each job.
    pub fn reports(&self) -> &Receiver<Report> {
        &self.reports
    }
}

const LANES: usize = 3;

/// None for a thread of its own.
fn lane_of(job: &Job) -> Option<usize> {
    Some(match job {
        Job::Open { .. } | Job::List { .. } => 0,
        Job::Analyse { .. } => 1,
        Job::Survey { .. } => 2,
        Job::Settings { .. } => 0,
        Job::Pipe { .. } | Job::Browse { .. } => return None,
    })
}

fn lane(perform: fn(Job) -> Report, reports: Sender<Report>) -> Sender<Job> {
    let (send, jobs) = unbounded::<Job>();
    thread::Builder::new()
        .stack_size(STACK)
        .spawn(move || {
            for job in jobs {
                if reports.send(perform_safely(perform, job)).is_err() {
                    break;
                }
            }
        })
        .expect("the system gives the program its few threads");
    send
}

/// Does a job; a panic in it becomes `Report::Failed` (or `Refused`, where an article was waited for).
fn perform_safely(perform: fn(Job) -> Report, job: Job) -> Report {
    let asked = job.clone();
    catch_unwind(AssertUnwindSafe(|| perform(job))).unwrap_or_else(|_| broken(asked))
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
        Job::Pipe { title, .. } => Report::Piped { title, printed: Err(format!("The command {BROKEN}")) },
        Job::Browse { url, .. } => Report::Browsed { done: Err(format!("{url}: {BROKEN}")) },
        Job::Settings { .. } => Report::Failed { number: None, sentence: format!("The settings {BROKEN}") },
        Job::List { .. } => Report::Failed { number: None, sentence: format!("The list of files: {BROKEN}") },
    }
}

const BROKEN: &str = "could not be read, through a fault of ours; the other articles can.";
