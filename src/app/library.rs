//! The list of articles: the samples of the first screen, or the files of a run.

use std::collections::HashMap;

use super::layout::{Panes, Tier};
use super::walked;
use crate::actions::{Direction, Unit};
use crate::model::article::Origin;
use crate::model::work::Survey;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub origin: Origin,
    /// None until the article was looked at.
    pub survey: Option<Result<Survey, String>>,
}

#[derive(Debug, Default)]
pub struct Library {
    pub entries: Vec<Entry>,
    pub selected: usize,
    pub top: usize,
    /// Whether it is the first screen, which offers the samples.
    pub welcome: bool,
    places: HashMap<Origin, usize>,
    /// How many of the entries a job was asked to look at.
    asked: usize,
}

/// Rows of the welcome above and below its list.
pub const WELCOME_ROWS: u16 = 5;
/// Rows of the preview below the list, where there is room.
pub const PREVIEW_ROWS: u16 = 9;

impl Library {
    pub fn add(&mut self, origins: Vec<Origin>) {
        for origin in origins {
            self.places.insert(origin.clone(), self.entries.len());
            self.entries.push(Entry { origin, survey: None });
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

    /// The articles that nobody was asked to look at yet; asks for each once.
    pub fn unread(&mut self) -> impl Iterator<Item = Origin> {
        let first = std::mem::replace(&mut self.asked, self.entries.len());
        self.entries.iter().skip(first).map(|entry| entry.origin.clone())
    }

    pub fn surveyed(&mut self, origin: &Origin, survey: Result<Survey, String>) {
        if let Some(entry) = self.places.get(origin).and_then(|index| self.entries.get_mut(*index)) {
            entry.survey = Some(survey);
        }
    }

    pub fn walk(&mut self, unit: Unit, direction: Direction, page: u16) {
        self.selected = walked(self.selected, self.len(), unit, direction, page.into());
    }

    /// The place of the next or previous article.
    pub fn neighbour(&self, direction: Direction) -> Option<usize> {
        match direction {
            Direction::On => Some(self.selected + 1).filter(|index| *index < self.len()),
            Direction::Back => self.selected.checked_sub(1),
        }
    }

    /// How many articles have not been looked at yet.
    pub fn waiting(&self) -> usize {
        self.entries.iter().filter(|entry| entry.survey.is_none()).count()
    }

    /// Rows of the preview at this size: none where the list needs them.
    pub fn preview_rows(&self, panes: &Panes) -> u16 {
        let needed = u16::try_from(self.len()).unwrap_or(u16::MAX);
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

    pub fn arrange(&mut self, panes: &Panes) {
        let shown = usize::from(self.list_rows(panes)).max(1);
        self.top = self.top.max((self.selected + 1).saturating_sub(shown)).min(self.selected);
        self.top = self.top.min(self.len().saturating_sub(shown));
    }
}
