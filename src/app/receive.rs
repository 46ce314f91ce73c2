//! What comes of jobs, and what changes by it.

use std::sync::Arc;

use super::reader::Spot;
use super::{App, Screen};
use crate::config::Configuration;
use crate::model::analysis::Analysis;
use crate::model::article::Origin;
use crate::model::settings::Written;
use crate::model::work::{Job, Report};

/// What is said of a text in another language.
const NOT_ENGLISH: &str =
    "This text does not read as English: quotes and names are found for English, others only in part.";

impl App {
    /// Takes up what came of a job.
    pub fn receive(&mut self, report: Report) {
        match report {
            Report::Listed { origins, problems } => self.listed(origins, problems),
            Report::Surveyed { origin, survey } => self.library.surveyed(&origin, survey),
            Report::Opened { number, article } if number == self.reader.number => self.opened(number, article),
            Report::Refused { number, sentence } if number == self.reader.number => self.refused(sentence),
            Report::Analysed { number, analysis } if number == self.reader.number => {
                self.analysed(analysis);
            }
            Report::Failed { number, sentence } => {
                self.reader.analysis_failed |= number == Some(self.reader.number);
                self.notices.say(sentence);
            }
            Report::Remembered { memory, recent, refusal } => {
                self.remembered(*memory, recent);
                refusal.into_iter().for_each(|sentence| self.forgotten(sentence));
            }
            Report::Recalled { number, known, place, journal, learnt, tally } if number == self.reader.number => {
                self.corrections_recalled(known.map(|_| journal), learnt, tally);
                self.recalled(known, place);
                self.keep_corrections();
                self.say_what_was_learnt();
            }
            Report::Corrected { number, tally } => self.corrections_kept(number, tally),
            Report::Forgetful { sentence, .. } => self.forgotten(sentence),
            Report::Kept => self.library_is_done(),
            Report::Changed { path } => self.changed(path),
            Report::Piped { title, printed } => self.piped(title, printed),
            Report::Browsed { done: Err(sentence) } => self.notices.say(sentence),
            Report::Settings { written } => self.settings_changed(&written),
            report @ (Report::BookmarksKept { .. }
            | Report::BookmarksRefused { .. }
            | Report::Anchored { .. }
            | Report::Tags { .. }
            | Report::NoteWritten { .. }
            | Report::Corrections { .. }
            | Report::LibraryChanged) => self.bookmarks_reported(report),
            report @ (Report::Bookmarks { .. }
            | Report::Checked { .. }
            | Report::Previewed { .. }
            | Report::Held { .. }
            | Report::Wrote { .. }) => self.shelves_reported(report),
            Report::Opened { .. }
            | Report::Refused { .. }
            | Report::Analysed { .. }
            | Report::Recalled { .. }
            | Report::Browsed { .. } => {}
        }
        self.arrange();
    }

    /// The library can't keep what it was given last.
    fn forgotten(&mut self, sentence: String) {
        self.keeping = 0;
        self.bookmarks.is_answered = true;
        self.corrections.forgot();
        self.shelves_forgot();
        self.notices.say(sentence);
    }

    fn analysed(&mut self, analysis: Arc<Analysis>) {
        if analysis.foreign {
            self.notices.say(NOT_ENGLISH);
        }
        self.corrections.found = Some(analysis);
        self.lay_over();
        // Whoever has not begun to read is at no quote yet, whatever the headline holds.
        if self.reader.spot() != Spot::default() {
            self.follow_text();
        }
        self.say_what_was_learnt();
    }

    /// An article can't be shown: the run ends where it is the only one.
    fn refused(&mut self, sentence: String) {
        if self.reader.article.is_some() {
            // It was to be read again: what is on the screen stays.
            self.notices.say(sentence);
        } else if self.open_kept_instead(&sentence) {
        } else if self.library.len() < 2 {
            self.outbox.quit = true;
            self.notices.failure = Some(sentence);
        } else {
            self.reader.problem = Some(sentence);
        }
    }

    fn listed(&mut self, origins: Vec<Origin>, problems: Vec<String>) {
        match problems.as_slice() {
            [] => {}
            [problem] => self.notices.say(problem),
            [first, ..] => self.notices.say(format!("{} could not be read: {first}", problems.len())),
        }
        match origins.len() {
            0 => self.refused(problems.join("\n")),
            1 => {
                self.library.add(origins);
                self.open(0);
            }
            _ => {
                self.screen = Screen::Articles;
                self.fill_library(origins);
            }
        }
    }

    pub(super) fn fill_library(&mut self, origins: Vec<Origin>) {
        self.library.add(origins);
        self.ask_what_is_held();
        self.outbox.jobs.extend(self.library.unread().map(|origin| Job::Survey { origin }));
    }

    /// The files of settings changed: they hold from now on.
    fn settings_changed(&mut self, written: &Written) {
        let config = Configuration::read(written, self.config.surroundings());
        let quiet = config.problems.is_empty();
        if self.config.settings.measure != config.settings.measure {
            self.reader.measure = config.settings.measure;
        }
        self.configure(config);
        self.wear_remembered();
        if quiet {
            self.notices.say("The settings were read again.");
        }
    }
}
