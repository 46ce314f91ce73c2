//! The list of articles: the samples of the first screen, or the files of a run.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use super::layout::{Panes, Tier};
use super::lists::{in_sight, walked};
use crate::actions::{Direction, Unit};
use crate::model::article::Origin;
use crate::model::place::Recent;
use crate::model::shelf::Held;
use crate::model::work::Survey;
use crate::text::find::Folded;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub origin: Origin,
    /// None until the article was looked at.
    pub survey: Option<Result<Survey, String>>,
    /// What is known of it from an earlier run.
    pub recent: Option<Recent>,
}

/// A line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    Blank,
    Head(&'static str),
    /// An entry, by its place in `entries`.
    Entry(usize),
}

/// How the list stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Order {
    #[default]
    AsGiven,
    ByDate,
    ByQuotes,
}

#[derive(Debug, Default)]
pub struct Library {
    pub entries: Vec<Entry>,
    /// The entry one is at, in `entries`.
    pub selected: usize,
    /// The entries that are shown, in their order, and the lines of the list.
    pub shown: Vec<usize>,
    pub lines: Vec<Line>,
    /// The first line shown.
    pub top: usize,
    /// Whether it is the first screen, which offers the samples.
    pub welcome: bool,
    order: Order,
    /// Words that the shown entries hold.
    wanted: String,
    places: HashMap<Origin, usize>,
    /// The bookmarks of the articles that the library knows.
    pub held: HashMap<Origin, Held>,
    /// The articles that a job was asked to look at.
    asked: HashSet<Origin>,
}

impl Entry {
    /// Whether a word stands in what the list says of it, whatever its case and accents.
    fn holds(&self, word: &str) -> bool {
        let mut said = match &self.origin {
            Origin::File(path) => path.to_string_lossy().into_owned(),
            _ => String::new(),
        };
        if let Some(Ok(survey)) = &self.survey {
            for words in [Some(&survey.headline), survey.publisher.as_ref(), survey.byline.as_ref()] {
                said = format!("{said}\n{}", words.map_or("", String::as_str));
            }
            for (voice, _) in &survey.voices {
                said = format!("{said}\n{voice}");
            }
        }
        !Folded::of(&said).find(&said, word).is_empty()
    }
}

/// Rows of the welcome above and below its list.
pub const WELCOME_ROWS: u16 = 5;
/// Rows of the preview below the list, where there is room.
pub const PREVIEW_ROWS: u16 = 9;

impl Library {
    pub fn add(&mut self, origins: Vec<Origin>) {
        for origin in origins {
            self.places.insert(origin.clone(), self.entries.len());
            self.entries.push(Entry { origin, survey: None, recent: None });
        }
        self.list();
    }

    /// Offers articles of earlier runs above the samples; a sample among them moves up.
    pub fn offer(&mut self, recent: Vec<Recent>) {
        let untouched = self.selected == 0;
        for (at, recent) in recent.into_iter().enumerate() {
            let before = self.entries.iter().position(|entry| entry.origin == recent.origin);
            let survey = before.and_then(|index| self.entries.remove(index).survey);
            let entry = Entry { origin: recent.origin.clone(), survey, recent: Some(recent) };
            self.entries.insert(at.min(self.entries.len()), entry);
        }
        self.places = self.entries.iter().enumerate().map(|(at, entry)| (entry.origin.clone(), at)).collect();
        self.list();
        if untouched {
            self.selected = 0;
        }
    }

    pub fn len(&self) -> usize {
        self.entries.len()
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    pub fn origin(&self, index: usize) -> Option<&Origin> {
        self.entries.get(index).map(|entry| &entry.origin)
    }

    /// The place of an article in `entries`.
    pub fn place(&self, origin: &Origin) -> Option<usize> {
        self.places.get(origin).copied()
    }

    /// The articles that nobody was asked to look at yet; asks for each once.
    pub fn unread(&mut self) -> impl Iterator<Item = Origin> {
        let new: Vec<Origin> = self.entries.iter().map(|entry| entry.origin.clone()).collect();
        new.into_iter().filter(|origin| self.asked.insert(origin.clone()))
    }

    pub fn surveyed(&mut self, origin: &Origin, survey: Result<Survey, String>) {
        if let Some(entry) = self.places.get(origin).and_then(|index| self.entries.get_mut(*index)) {
            entry.survey = Some(survey);
            if self.order != Order::AsGiven || !self.wanted.is_empty() {
                self.list();
            }
        }
    }

    pub fn walk(&mut self, unit: Unit, direction: Direction, page: u16) {
        let to = walked(self.position(), self.shown.len(), unit, direction, page.into());
        self.selected = self.shown.get(to).copied().unwrap_or(self.selected);
    }

    /// Where in the shown list one is, from 0.
    pub fn position(&self) -> usize {
        self.shown.iter().position(|entry| *entry == self.selected).unwrap_or(0)
    }

    /// The next or previous article.
    pub fn neighbour(&self, direction: Direction) -> Option<usize> {
        let here = self.position();
        let to = if direction == Direction::On { Some(here + 1) } else { here.checked_sub(1) };
        self.shown.get(to?).copied()
    }

    /// The words that the list is narrowed to.
    pub fn wanted(&self) -> &str {
        &self.wanted
    }

    /// Shows only the articles whose headline, publisher, name or voices hold these words.
    pub fn narrow(&mut self, words: &str) {
        words.clone_into(&mut self.wanted);
        self.list();
    }

    /// Another order; the words for it.
    pub fn reorder(&mut self) -> &'static str {
        let (order, words) = match self.order {
            Order::AsGiven => (Order::ByDate, "Order: the newest first"),
            Order::ByDate => (Order::ByQuotes, "Order: most quotes first"),
            Order::ByQuotes => (Order::AsGiven, "Order: as given"),
        };
        self.order = order;
        self.list();
        words
    }

    fn list(&mut self) {
        let fits = |entry: &Entry| self.wanted.split_whitespace().all(|word| entry.holds(word));
        self.shown = (0..self.len()).filter(|index| fits(&self.entries[*index])).collect();
        let survey = |index: &usize| self.entries[*index].survey.as_ref().and_then(|survey| survey.as_ref().ok());
        match self.order {
            Order::AsGiven => {}
            Order::ByDate => self.shown.sort_by_key(|index| Reverse(survey(index).and_then(|survey| survey.published))),
            Order::ByQuotes => self.shown.sort_by_key(|index| Reverse(survey(index).map(|survey| survey.quotes))),
        }
        if !self.shown.contains(&self.selected) {
            self.selected = self.shown.first().copied().unwrap_or(self.selected);
        }
        self.lines = self.shown.iter().map(|entry| Line::Entry(*entry)).collect();
        let old = self.shown.iter().filter(|entry| self.entries[**entry].recent.is_some()).count();
        if self.welcome && old > 0 && self.order == Order::AsGiven {
            self.lines.splice(old..old, [Line::Blank, Line::Head("Samples, invented for trying things out")]);
            self.lines.insert(0, Line::Head("Go on where you stopped"));
        }
    }

    /// The line that one is at.
    fn line(&self) -> usize {
        self.lines.iter().position(|line| *line == Line::Entry(self.selected)).unwrap_or(0)
    }

    /// How many articles have not been looked at yet.
    pub fn waiting(&self) -> usize {
        self.entries.iter().filter(|entry| entry.survey.is_none()).count()
    }

    /// Rows of the preview at this size: none where the list needs them.
    pub fn preview_rows(&self, panes: &Panes) -> u16 {
        let needed = u16::try_from(self.lines.len()).unwrap_or(u16::MAX);
        match (self.welcome, panes.bordered()) {
            (true, true) if panes.body.height >= WELCOME_ROWS.saturating_add(needed) + PREVIEW_ROWS + 3 => {
                PREVIEW_ROWS + 1
            }
            (true, _) if panes.body.height >= WELCOME_ROWS.saturating_add(needed) + 7 => 6,
            (false, true) if panes.body.height >= 24 => PREVIEW_ROWS,
            _ => 0,
        }
    }

    /// Rows of the list at this size.
    pub fn list_rows(&self, panes: &Panes) -> u16 {
        let around = match (self.welcome, panes.tier) {
            (true, Tier::ExtraSmall) => 1,
            (true, _) => WELCOME_ROWS,
            (false, Tier::ExtraSmall) => 0,
            (false, Tier::Small) => 1,
            (false, _) => 3,
        };
        panes.body.height.saturating_sub(around + self.preview_rows(panes))
    }

    /// The row of the screen where the list begins.
    pub fn first_row(&self, panes: &Panes) -> u16 {
        let roomy = u16::from(panes.body.height >= 14);
        panes.body.y
            + match (self.welcome, panes.bordered()) {
                (true, _) => 1 + 2 * roomy,
                (false, true) => 2,
                (false, false) => panes.body.height - self.list_rows(panes),
            }
    }

    pub fn arrange(&mut self, panes: &Panes) {
        let selected = self.line();
        // The head above the first entry stays in sight with it.
        let top = if selected == 1 { 0 } else { self.top };
        self.top = in_sight(top, selected, self.lines.len(), self.list_rows(panes).into());
    }
}
