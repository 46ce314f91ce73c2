//! All state of a run, and how it changes: actions and reports come in, jobs go out.

mod about;
mod bookmarking;
pub mod bookmarks;
mod boxes;
mod card;
mod colouring;
mod copying;
mod correcting;
pub mod corrections;
pub mod drafting;
mod dragging;
pub mod entities;
mod evidence;
mod find;
mod journal;
pub mod layout;
pub mod library;
mod links;
mod lists;
mod memory;
mod menu;
pub mod notices;
mod noting;
pub mod overlay;
mod overlays;
mod page;
mod palette;
mod perform;
pub mod pointer;
mod prompt;
pub mod quotes;
pub mod reader;
mod receive;
mod ruling;
mod selecting;
pub mod shelves;
mod speakers;
pub mod strips;
mod tagging;
mod undoing;

use std::path::PathBuf;

use ratatui::layout::Rect;

use crate::actions::{File, Pane, Place};
use crate::config::Configuration;
use crate::model::article::Origin;
use crate::model::place::Memory;
use crate::model::work::Job;
use crate::text::width::cells;
use bookmarks::Bookmarks;
use corrections::Corrections;
use entities::EntitiesPane;
use journal::Journal;
use layout::{Panes, Wish};
use library::Library;
use notices::Notices;
use overlay::Overlay;
use overlay::find::Found;
use pointer::Mouse;
use quotes::QuotesPane;
use reader::Reader;
use shelves::Shelves;

/// What fills the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Screen {
    #[default]
    Articles,
    Reader,
    Bookmarks,
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
    pub found: Found,
    pub corrections: Corrections,
    pub bookmarks: Bookmarks,
    pub shelves: Shelves,
    /// What was done in this run, to be taken back.
    journal: Journal,
    /// The boxes over the panes; the last one is on top.
    pub overlays: Vec<Overlay>,
    pub config: Configuration,
    /// The folder in which things are remembered; none where nothing is.
    pub kept_in: Option<PathBuf>,
    pub notices: Notices,
    /// What is remembered from earlier runs.
    pub memory: Memory,
    /// Jobs of the library that are not done yet.
    keeping: usize,
    /// Whether the library was asked what it remembers.
    has_asked: bool,
    mouse: Mouse,
    pub outbox: Outbox,
}

/// What the reader wants to see, at any size.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ViewWish {
    pub zoomed: bool,
    pub strip: bool,
    pub dimmed: Dimmed,
}

/// What focus mode leaves bright.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Dimmed {
    #[default]
    Nothing,
    AllButParagraph,
    AllButSentence,
}

/// What the world around is asked for.
#[derive(Debug, Default)]
pub struct Outbox {
    pub jobs: Vec<Job>,
    pub redraw: bool,
    pub suspend: bool,
    pub quit: bool,
    /// For the clipboard.
    pub copy: Option<String>,
    /// An address of the web.
    pub browse: Option<String>,
    /// A file of settings to be edited.
    pub edit: Option<File>,
    /// A note to be written in an editor.
    pub note: Option<String>,
}

impl App {
    /// The first screen: the bundled samples to choose from.
    pub fn welcome(samples: usize, config: Configuration) -> Self {
        let mut app = Self::configured(config);
        app.library.welcome = true;
        app.ask_what_is_remembered();
        app.watch();
        app.fill_library((0..samples).map(Origin::Sample).collect());
        app
    }

    /// A run over files and folders, which a job looks for.
    pub fn with_paths(paths: Vec<PathBuf>, config: Configuration) -> Self {
        let mut app = Self { screen: Screen::Reader, ..Self::configured(config) };
        app.outbox.jobs.push(Job::List { paths });
        app
    }

    fn configured(config: Configuration) -> Self {
        let mut app = Self::default();
        app.reader.measure = config.settings.measure;
        app.configure(config);
        app
    }

    /// Takes up settings, and says what is wrong in them.
    fn configure(&mut self, config: Configuration) {
        match config.problems.as_slice() {
            [] => {}
            [problem] => self.notices.say(problem.to_string()),
            [problem, rest @ ..] => {
                rest.iter().rev().for_each(|problem| self.notices.say(problem.to_string()));
                self.notices.say(format!("{problem} (and {} more, see :messages)", rest.len()));
            }
        }
        self.config = config;
    }

    /// Where a key pressed now would be pressed.
    pub fn place(&self) -> Place {
        self.overlays.last().map_or_else(|| self.screen_place(), Overlay::place)
    }

    /// The place below all boxes.
    pub fn screen_place(&self) -> Place {
        match self.screen {
            Screen::Articles if self.library.welcome => Place::Start,
            Screen::Articles => Place::Articles,
            Screen::Reader => self.focus.place(),
            Screen::Bookmarks => Place::Bookmarks,
        }
    }

    /// The tabs of the panes, where there is one pane at a time.
    pub fn tab_names(&self) -> [(Pane, String); 3] {
        let quotes = match self.quotes.filters().is_empty() {
            true => format!("2 Quotes {}", self.quotes.quotes().len()),
            false => format!("2 Quotes {}/{}", self.quotes.shown(), self.quotes.quotes().len()),
        };
        [
            (Pane::Text, "1 Text".to_owned()),
            (Pane::Quotes, quotes),
            (Pane::Entities, format!("3 Entities {}", self.entities.count())),
        ]
    }

    /// The columns of each tab: a cell stands on either side of its name.
    fn tabs(&self) -> Vec<(Pane, std::ops::Range<u16>)> {
        let mut column = 1;
        let place = |(pane, name): (Pane, String)| {
            let start = column;
            column += u16::try_from(cells(&name)).unwrap_or(0) + 2;
            (pane, start..column)
        };
        self.tab_names().into_iter().map(place).collect()
    }

    /// The title of the window: the headline of what is read.
    pub fn title(&self) -> String {
        match (&self.reader.article, self.screen) {
            (Some(article), Screen::Reader) => format!("{} — pullquote", article.title()),
            _ => "pullquote".to_owned(),
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

    /// Opens the article at this place in the list.
    pub fn open(&mut self, index: usize) {
        let Some(origin) = self.library.origin(index).cloned() else { return };
        self.keep_place();
        self.leave_corrections(&origin);
        self.bookmarks.leave();
        self.shelves.leave_article();
        self.library.selected = index;
        self.screen = Screen::Reader;
        self.focus = Pane::Text;
        let number = self.reader.leave();
        self.quotes.leave();
        self.entities.leave();
        self.found.leave();
        self.outbox.jobs.push(Job::Open { number, origin });
    }

    /// Selects in the list the quote that the cursor of the text is in.
    fn follow_text(&mut self) {
        let quote = self.quotes.at(self.reader.cursor, self.reader.cursor_row());
        self.quotes.follow(quote);
    }

    /// Puts everything in its place again, after a change of state or size.
    fn arrange(&mut self) {
        let settings = &self.config.settings;
        let steps = [settings.tabs_from, settings.two_from, settings.three_from];
        let wish = Wish {
            foot: self.foot_rows(),
            steps,
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
        let evidence = matches!(self.overlays.last(), Some(Overlay::Evidence(_)));
        self.quotes.arrange(text, quotes.width, quotes.height, !evidence);
        let entities = self.panes.entities.map(|pane| self.panes.inside(pane)).unwrap_or_default();
        self.entities.arrange(entities.height);
        self.library.arrange(&self.panes);
        self.shelves.arrange(&self.panes);
        self.ask_for_preview();
        self.arrange_overlay();
    }
}
