//! One run without a terminal: keys and reports in, screens out.

use std::time::{Duration, Instant};

use crossbeam_channel::Receiver;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::App;
use crate::input::keymap::Keymap;
use crate::jobs::workers::Workers;
use crate::model::work::{Job, Report};
use crate::view;
use crate::view::theme::Theme;

/// The state of a run, the keys that change it and the threads that work for it.
pub struct Session {
    pub app: App,
    keymap: Keymap,
    theme: Theme,
    workers: Workers,
    /// Jobs whose report has not come.
    waiting: usize,
}

impl Session {
    /// A run that begins with `app` on a screen of `width` by `height` cells; `perform` does its jobs.
    pub fn new(mut app: App, theme: Theme, (width, height): (u16, u16), perform: fn(Job) -> Report) -> Self {
        app.resize(width, height);
        let workers = Workers::start(perform);
        let mut session = Self { app, keymap: Keymap::default(), theme, workers, waiting: 0 };
        session.send();
        session
    }

    /// Presses the key of this name ("j", "Ctrl-f", "PgDn").
    pub fn press(&mut self, key: &str) {
        if let Some(action) = self.keymap.action(self.app.place(), key) {
            self.app.perform(action);
        } else {
            self.app.message = Some(format!("{key} does nothing here; ? shows the keys."));
        }
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
        self.waiting = self.waiting.saturating_sub(1);
        self.app.receive(report);
        self.send();
    }

    /// Waits until all work that was asked for is done.
    pub fn settle(&mut self) {
        while self.waiting > 0 {
            match self.workers.reports().recv() {
                Ok(report) => self.receive(report),
                Err(_) => break,
            }
        }
    }

    /// Waits for the article that is being opened, but no longer than `patience`.
    pub fn await_article(&mut self, patience: Duration) {
        let end = Instant::now() + patience;
        while self.app.is_opening() {
            match self.workers.reports().recv_deadline(end) {
                Ok(report) => self.receive(report),
                Err(_) => break,
            }
        }
    }

    /// Draws one frame; where the cursor belongs.
    pub fn draw(&self, buffer: &mut Buffer) -> Position {
        view::draw(&self.app, &self.theme, buffer)
    }

    /// The screen as cells, and where the cursor is on it.
    pub fn screen(&self) -> (Buffer, Position) {
        let mut buffer = Buffer::empty(Rect::new(0, 0, self.app.size.width, self.app.size.height));
        let cursor = self.draw(&mut buffer);
        (buffer, cursor)
    }

    fn send(&mut self) {
        for job in self.app.outbox.jobs.drain(..) {
            self.waiting += 1;
            self.workers.submit(job);
        }
    }
}
