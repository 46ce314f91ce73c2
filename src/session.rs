//! One run without a terminal: keys and reports in, screens out.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use crossbeam_channel::Receiver;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::App;
use crate::app::pointer::Pointer;
use crate::jobs::workers::Workers;
use crate::model::work::{Job, Report};
use crate::view;

/// The state of a run, the keys that change it and the threads that work for it.
pub struct Session {
    pub app: App,
    workers: Workers,
    /// Jobs whose report has not come.
    waiting: usize,
}

impl Session {
    /// A run that begins with `app` on a screen of `width` by `height` cells; `perform` does its jobs, but those of
    /// the library, whose folder is `library`: nothing is remembered where there is none.
    pub fn new(
        mut app: App,
        (width, height): (u16, u16),
        perform: fn(Job) -> Report,
        library: Option<PathBuf>,
    ) -> Self {
        app.resize(width, height);
        app.kept_in.clone_from(&library);
        let workers = Workers::new(perform, library);
        Self { app, workers, waiting: 0 }
    }

    /// Presses the key of this name ("j", "Ctrl-f", "PgDn").
    pub fn press(&mut self, key: &str) {
        let place = self.app.place();
        if let Some(action) = self.app.config.keymap.action(place, key) {
            self.app.perform(action);
        } else if place.is_typed() {
            let letter = if key == "Space" { " " } else { key };
            if letter.chars().count() == 1 {
                self.app.type_in(letter);
            }
        } else {
            let help = self.app.config.keymap.keys(self.app.screen_place(), "help").first().cloned();
            let help = help.map_or(String::new(), |help| format!("; {help} shows the keys"));
            self.app.notices.say(format!("{key} does nothing here{help}."));
        }
        self.send();
    }

    /// Takes up text that was pasted: into a line that is typed, nowhere else.
    pub fn paste(&mut self, text: &str) {
        if !self.app.type_in(text) {
            self.app.notices.say("Nothing is typed here that a pasted text could go into.");
        }
        self.send();
    }

    /// Does what the mouse asks.
    pub fn point(&mut self, pointer: Pointer) {
        self.app.point(pointer);
        self.send();
    }

    pub fn resize(&mut self, width: u16, height: u16) {
        self.app.resize(width, height);
    }

    /// Where reports come; each is to be given to `receive`.
    pub fn reports(&self) -> &Receiver<Report> {
        self.workers.reports()
    }

    pub fn receive(&mut self, report: Report) {
        self.take(report);
        self.send();
    }

    fn take(&mut self, report: Report) {
        if !matches!(report, Report::Changed { .. } | Report::LibraryChanged) {
            self.waiting = self.waiting.saturating_sub(1);
        }
        self.app.receive(report);
    }

    /// Gives the library what it has still to keep, and waits until it is kept, but no longer than `patience`.
    pub fn finish(&mut self, patience: Duration) {
        let end = Instant::now() + patience;
        self.app.keep_open_note();
        self.app.keep_place();
        self.send();
        while self.app.is_keeping() {
            match self.workers.reports().recv_deadline(end) {
                Ok(report) => self.receive(report),
                Err(_) => break,
            }
        }
    }

    /// Waits until all work that was asked for is done.
    pub fn settle(&mut self) {
        self.send();
        while self.waiting > 0 {
            match self.workers.reports().recv() {
                Ok(report) => self.receive(report),
                Err(_) => break,
            }
        }
    }

    /// Waits for the article that is being opened, but no longer than `patience`; what is wanted then is not begun,
    /// so that nothing takes the processor from the first frame.
    pub fn await_article(&mut self, patience: Duration) {
        let end = Instant::now() + patience;
        while self.app.is_opening() {
            self.send();
            match self.workers.reports().recv_deadline(end) {
                Ok(report) => self.take(report),
                Err(_) => break,
            }
        }
    }

    /// Draws one frame; where the cursor belongs.
    pub fn draw(&self, buffer: &mut Buffer) -> Position {
        view::draw(&self.app, buffer)
    }

    /// The screen as cells, and where the cursor is on it.
    pub fn screen(&self) -> (Buffer, Position) {
        let mut buffer = Buffer::empty(Rect::new(0, 0, self.app.size.width, self.app.size.height));
        let cursor = self.draw(&mut buffer);
        (buffer, cursor)
    }

    /// Has a job done.
    pub fn submit(&mut self, job: Job) {
        self.app.outbox.jobs.push(job);
        self.send();
    }

    /// Gives the workers what the app wants done.
    pub fn send(&mut self) {
        for job in self.app.outbox.jobs.drain(..) {
            self.waiting += 1;
            self.workers.submit(job);
        }
    }
}
