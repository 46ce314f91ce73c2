//! All state of a run, and how it changes: actions and reports come in, jobs go out.

pub mod entities;
pub mod help;
pub mod layout;
pub mod library;
mod perform;
pub mod quotes;
pub mod reader;
pub mod strips;

use ratatui::layout::Rect;

use crate::actions::{Direction, Pane, Place, Unit};
use crate::model::article::Origin;
use crate::model::work::{Job, Report};
use entities::EntitiesPane;
use help::Help;
use layout::{Panes, Wish};
use library::Library;
use quotes::QuotesPane;
use reader::Reader;

/// What fills the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Screen {
    #[default]
    Articles,
    Reader,
}

/// Everything that a screen is drawn from.
#[derive(Debug, Default)]
pub struct App {
    pub size: Rect,
    pub screen: Screen,
    pub focus: Pane,
    pub panes: Panes,
    pub view: ViewWish,
    pub library: Library,
    pub reader: Reader,
    pub quotes: QuotesPane,
    pub entities: EntitiesPane,
    pub help: Option<Help>,
    /// A sentence for the status row, until the next key.
    pub message: Option<String>,
    /// Why there is nothing to show at all: the run ends with it.
    pub failure: Option<String>,
    pub outbox: Outbox,
}

/// What the reader wants to see, at any size.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ViewWish {
    pub zoomed: bool,
    pub strip: bool,
}

/// What the world around is asked for.
#[derive(Debug, Default)]
pub struct Outbox {
    pub jobs: Vec<Job>,
    pub redraw: bool,
    pub quit: bool,
}

impl App {
    /// The first screen: the bundled samples to choose from.
    pub fn welcome(samples: usize) -> Self {
        let mut app = Self::default();
        app.library.welcome = true;
        app.fill_library((0..samples).map(Origin::Sample).collect());
        app
    }

    /// A run over files and folders, which a job looks for.
    pub fn with_paths(paths: Vec<std::path::PathBuf>) -> Self {
        let mut app = Self { screen: Screen::Reader, ..Self::default() };
        app.outbox.jobs.push(Job::List { paths });
        app
    }

    /// Where a key pressed now would be pressed.
    pub fn place(&self) -> Place {
        match (&self.help, self.screen) {
            (Some(_), _) => Place::Help,
            (None, Screen::Articles) if self.library.welcome => Place::Start,
            (None, Screen::Articles) => Place::Articles,
            (None, Screen::Reader) => self.focus.place(),
        }
    }

    /// Whether an article is on its way that there is nothing to show of yet.
    pub fn is_opening(&self) -> bool {
        self.screen == Screen::Reader
            && self.reader.article.is_none()
            && self.reader.problem.is_none()
            && !self.outbox.quit
    }

    /// A new size of the screen, in cells.
    pub fn resize(&mut self, width: u16, height: u16) {
        self.size = Rect::new(0, 0, width, height);
        self.arrange();
    }

    /// Takes up what came of a job.
    pub fn receive(&mut self, report: Report) {
        match report {
            Report::Listed { origins, problems } => self.listed(origins, problems),
            Report::Surveyed { origin, survey } => self.library.surveyed(&origin, survey),
            Report::Opened { number, article } if number == self.reader.number => {
                self.outbox.jobs.push(Job::Analyse { number, article: article.clone() });
                self.reader.opened(article);
            }
            Report::Refused { number, sentence } if number == self.reader.number => self.refused(sentence),
            Report::Analysed { number, analysis } if number == self.reader.number => {
                if let Some(article) = self.reader.article.clone() {
                    self.quotes.fill(&analysis, &article.document);
                    self.entities.fill(&analysis, &article.document, &self.quotes.voices);
                }
                self.reader.analysis = Some(analysis);
                self.follow_text();
            }
            Report::Failed { number, sentence } => {
                self.reader.analysis_failed |= number == Some(self.reader.number);
                self.message = Some(sentence);
            }
            Report::Opened { .. } | Report::Refused { .. } | Report::Analysed { .. } => {}
        }
        self.arrange();
    }

    /// An article can't be shown: the run ends where it is the only one.
    fn refused(&mut self, sentence: String) {
        if self.library.len() < 2 {
            self.outbox.quit = true;
            self.failure = Some(sentence);
        } else {
            self.reader.problem = Some(sentence);
        }
    }

    fn listed(&mut self, origins: Vec<Origin>, problems: Vec<String>) {
        self.message = match problems.len() {
            0 => None,
            1 => problems.first().cloned(),
            count => Some(format!("{count} could not be read: {}", problems[0])),
        };
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

    fn fill_library(&mut self, origins: Vec<Origin>) {
        self.library.add(origins);
        self.outbox.jobs.extend(self.library.unread().map(|origin| Job::Survey { origin }));
    }

    /// Opens the article at this place in the list.
    pub fn open(&mut self, index: usize) {
        let Some(origin) = self.library.origin(index).cloned() else { return };
        self.library.selected = index;
        self.screen = Screen::Reader;
        self.focus = Pane::Text;
        let number = self.reader.leave();
        self.quotes.leave();
        self.entities = EntitiesPane::default();
        self.outbox.jobs.push(Job::Open { number, origin });
    }

    /// Selects in the list the quote that the cursor of the text is in.
    fn follow_text(&mut self) {
        let quote = self.quotes.at(self.reader.cursor, self.reader.cursor_row());
        self.quotes.follow(quote);
    }

    /// Puts everything in its place again, after a change of state or size.
    fn arrange(&mut self) {
        let wish = Wish {
            focus: self.focus,
            zoomed: self.view.zoomed,
            strip: self.view.strip,
            measure: self.reader.measure,
            quotes_height: self.quotes.height(),
        };
        self.panes = layout::arrange(self.size, wish);
        if self.panes.text.is_some() {
            let column = self.panes.column(self.reader.measure);
            self.reader.arrange(column.width.saturating_sub(layout::GUTTER), column.height);
        }
        let quotes = self.panes.quotes.map(|pane| self.panes.inside(pane)).unwrap_or_default();
        let text = self.reader.article.as_ref().map_or("", |article| article.document.text.as_str());
        self.quotes.arrange(text, quotes.width, quotes.height);
        let entities = self.panes.entities.map(|pane| self.panes.inside(pane)).unwrap_or_default();
        self.entities.arrange(entities.height);
        self.library.arrange(&self.panes);
    }
}

/// The place in a list of `len` items after a move, `page` items being on the screen.
fn walked(here: usize, len: usize, unit: Unit, direction: Direction, page: usize) -> usize {
    let by = match unit {
        Unit::Line | Unit::Sentence | Unit::Paragraph => 1,
        Unit::HalfPage => (page / 2).max(1),
        Unit::Page => page.max(1),
        Unit::End => len,
    };
    let moved = if direction == Direction::Back { here.saturating_sub(by) } else { here.saturating_add(by) };
    moved.min(len.saturating_sub(1))
}
