//! Selecting in the text with the mouse: by the word, or by what was clicked on again.

use std::time::{Duration, Instant};

use ratatui::layout::Position;

use super::App;
use super::layout::GUTTER;
use super::overlay::Overlay;
use super::overlay::select::Selecting;
use super::pointer::Held;
use crate::actions::{Direction, Unit as Step};
use crate::model::marking::Unit;

/// How soon a click follows another that is meant with it.
const SOON: Duration = Duration::from_millis(500);

/// A click on a cell, and how many there were on it, each soon after the one before.
#[derive(Debug, Clone, Copy)]
pub struct Click {
    at: Position,
    when: Instant,
    times: u8,
}

impl App {
    /// Puts the cursor where the text is pressed; again: selects the word there, the sentence, the paragraph.
    pub(super) fn press_text(&mut self, at: Position) {
        self.reader.selection = None;
        if self.scrollbar().contains(at) {
            self.mouse.held = Held::Scrollbar;
            return self.drag_to(at);
        }
        let is_text =
            usize::from(at.y.saturating_sub(self.panes.column(self.reader.measure).y)) < self.reader.rows.len();
        let Some(place) = self.place_at(at).filter(|_| is_text) else { return };
        self.reader.cursor = place;
        if self.reader.toggle_fold_at(place) {
            return;
        }
        self.follow_text();
        let unit = match self.count_click(at) {
            1 => None,
            2 => Some(Unit::Word),
            3 => Some(Unit::Sentence),
            _ => Some(Unit::Paragraph),
        };
        self.mouse.held = Held::Text(place, unit.unwrap_or(Unit::Word));
        if let Some(unit) = unit {
            self.select_between(unit, place, place);
        }
    }

    /// How often the cell was clicked on, this time included.
    fn count_click(&mut self, at: Position) -> u8 {
        let now = Instant::now();
        let before = self.mouse.click.filter(|click| click.at == at && now - click.when < SOON);
        let times = before.map_or(0, |click| click.times).saturating_add(1);
        self.mouse.click = Some(Click { at, when: now, times });
        times
    }

    pub(super) fn drag_to(&mut self, at: Position) {
        match self.mouse.held {
            Held::Nothing => {}
            Held::Scrollbar => {
                let bar = self.scrollbar();
                let row = usize::from(at.y.saturating_sub(bar.y));
                self.reader.show_part(row * 1000 / usize::from(bar.height.max(2) - 1));
                self.follow_text();
            }
            Held::Text(from, unit) => {
                self.scroll_at_edge(at);
                if let Some(to) = self.place_at(at) {
                    self.select_between(unit, from, to);
                }
            }
        }
    }

    /// Scrolls by a line where the pointer is above or below the text.
    fn scroll_at_edge(&mut self, at: Position) {
        let column = self.panes.column(self.reader.measure);
        let direction = match at.y {
            y if y < column.y => Direction::Back,
            y if y >= column.bottom() => Direction::On,
            _ => return,
        };
        self.reader.walk(Step::Line, direction);
        self.arrange();
    }

    /// Selects all from one byte to another, as the keys do from then on. A row without words belongs to what is
    /// below it where a selection begins there, to what is above it where one ends.
    fn select_between(&mut self, unit: Unit, from: usize, to: usize) {
        let last = from.max(to);
        let Some(first) = self.reader.words_from(from.min(to)).filter(|first| *first <= last) else {
            self.overlays.retain(|overlay| !matches!(overlay, Overlay::Select(_)));
            self.reader.selection = None;
            return;
        };
        let (from, to) = if from <= to { (first, last) } else { (last, first) };
        let selecting = Selecting::between(unit, from, to);
        match self.overlays.last_mut() {
            Some(Overlay::Select(before)) => *before = selecting,
            _ => self.push(Overlay::Select(selecting)),
        }
        self.show_selection();
    }

    /// The byte of the text at a cell of the screen; beside the text, that of the nearest row.
    fn place_at(&self, at: Position) -> Option<usize> {
        let column = self.panes.column(self.reader.measure);
        let across = usize::from(at.x.saturating_sub(column.x + GUTTER));
        let down = usize::from(at.y.saturating_sub(column.y)).min(self.reader.rows.len().checked_sub(1)?);
        self.reader.offset_at(across, down)
    }
}
