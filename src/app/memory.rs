//! What the library is asked, and told: where one is, what was used, what changed on the disk.

use std::path::PathBuf;
use std::sync::Arc;

use super::App;
use super::bookmarking::STOPPED;
use crate::actions::Change;
use crate::model::article::{Article, Origin};
use crate::model::place::{Memory, Recent};
use crate::model::work::Job;

/// The key under which the chosen theme is remembered.
const THEME: &str = "theme";

impl App {
    /// An article was read: it is analysed, and the library says where reading stopped in it.
    pub(super) fn opened(&mut self, number: u64, article: Arc<Article>) {
        self.outbox.jobs.push(Job::Analyse { number, article: article.clone() });
        self.ask_what_is_remembered();
        if let (true, Some(origin)) = (self.config.settings.remember, self.library.origin(self.library.selected)) {
            self.outbox.jobs.push(Job::Recall { number, origin: origin.clone(), article: article.clone() });
        }
        if self.reader.article.is_some() {
            self.say("The file was read again; you are where you were.");
        }
        self.found.leave();
        self.corrections.found = None;
        self.bookmarks.leave();
        self.reader.opened(article);
        self.aim_at_words();
        self.watch();
    }

    /// Asks the library once what it remembers: for an article only when it is there, which nothing may delay.
    pub(super) fn ask_what_is_remembered(&mut self) {
        if self.config.settings.remember && !std::mem::replace(&mut self.has_asked, true) {
            self.outbox.jobs.push(Job::Remembered);
        }
    }

    /// The library knows the article, and where reading stopped in it another time.
    pub(super) fn recalled(&mut self, known: Option<(i64, i64)>, place: Option<usize>) {
        self.reader.known = known;
        self.bookmarks.is_answered = true;
        if let (Some((number, _)), Some(article)) = (known, &self.reader.article) {
            self.bookmarks.call(number, article.title());
        }
        self.ask_for_bookmarks();
        self.arrange();
        let place = place.filter(|_| !self.shelves.is_behind());
        if place.is_some_and(|place| self.reader.go_on(place)) {
            self.arrange();
            let progress = self.reader.progress();
            let back = self.config.keymap.keys(self.screen_place(), "back").first().cloned().unwrap_or_default();
            // What is wrong in the settings matters more.
            if self.notices.message().is_none() {
                self.say(&format!("{STOPPED}, at {progress}%. {back} goes to the top."));
            }
            self.follow_text();
        }
        // One may have moved on before the library answered.
        self.keep_place();
    }

    pub(super) fn remembered(&mut self, memory: Memory, recent: Vec<Recent>) {
        if let Some(measure) = memory.measure {
            self.reader.measure = measure;
        }
        self.memory = memory;
        self.wear_remembered();
        if self.library.welcome {
            self.library.offer(recent);
            self.ask_what_is_held();
            self.outbox.jobs.extend(self.library.unread().map(|origin| Job::Survey { origin }));
        }
    }

    /// Gives the library where one is, unless it is busy with where one was.
    pub fn keep_place(&mut self) {
        if self.keeping > 0 || !self.config.settings.remember {
            return;
        }
        let (Some(known), Some(article)) = (self.reader.known, self.reader.article.clone()) else { return };
        if let Some(reached) = self.reader.to_keep() {
            self.ask_library(Job::KeepPlace { known, article, reached });
        }
    }

    /// Whether the library has something still to keep.
    pub fn is_keeping(&self) -> bool {
        self.keeping > 0
    }

    /// Has what stands in the memory under a key kept.
    pub(super) fn remember(&mut self, key: &'static str) {
        if self.config.settings.remember {
            let value = self.memory.text_of(key);
            self.ask_library(Job::Remember { key, value });
        }
    }

    /// The library kept what it was given last, or said why not.
    pub(super) fn library_is_done(&mut self) {
        self.keeping = self.keeping.saturating_sub(1);
        self.keep_place();
    }

    pub(super) fn ask_library(&mut self, job: Job) {
        self.keeping += 1;
        self.outbox.jobs.push(job);
    }

    pub(super) fn change_measure(&mut self, change: Change) {
        let usual = self.config.settings.measure;
        self.reader.change_measure(change, usual);
        self.memory.measure = Some(self.reader.measure).filter(|measure| *measure != usual);
        self.remember(Memory::MEASURE);
    }

    /// Wears the theme that was chosen another day, unless the settings name one.
    pub(super) fn wear_remembered(&mut self) {
        let theme = self.memory.text_of(THEME).filter(|theme| self.config.has_theme(theme));
        if let (None, Some(theme)) = (&self.config.settings.theme, theme) {
            self.config.wear(&theme);
        }
    }

    /// Wears a theme from now on, also another day unless the settings name one.
    pub(super) fn keep_theme(&mut self, name: String) {
        self.say(&match &self.config.settings.theme {
            Some(set) => format!("Theme {name} for now; the settings say {set:?}."),
            None => format!("Theme {name}, from now on."),
        });
        self.memory.set(THEME, &name);
        self.remember(THEME);
    }

    /// Has the files watched that the screen depends on.
    pub(super) fn watch(&mut self) {
        let mut paths: Vec<PathBuf> = Vec::new();
        if let Some(own) = &self.config.paths {
            paths.extend([own.settings.clone(), own.keys.clone()]);
            paths.extend(self.config.theme_names().map(|name| own.themes.join(format!("{name}.toml"))));
        }
        if let (Some(Origin::File(path)), Some(_)) = (self.library.origin(self.library.selected), &self.reader.article)
        {
            paths.push(path.clone());
        }
        if !paths.is_empty() {
            self.ask_library(Job::Watch { paths });
        }
    }

    /// A watched file changed: settings hold at once, an article is offered.
    pub(super) fn changed(&mut self, path: PathBuf) {
        match self.library.origin(self.library.selected) {
            Some(Origin::File(own)) if *own == path => {
                self.reader.changed = true;
                let key = self.config.keymap.keys(self.screen_place(), "reload").first().cloned().unwrap_or_default();
                self.say(&format!(
                    "This file changed on the disk. {key} reads it again; until then nothing changes here."
                ));
            }
            _ => {
                if let Some(paths) = self.config.paths.clone() {
                    self.outbox.jobs.push(Job::Settings { paths });
                }
            }
        }
    }
}
