//! A text over the panes, to be read and scrolled: about an article, what a command printed, what was copied.

use super::App;
use super::help::Help;
use super::overlays::Overlay;
use super::walked;
use crate::actions::{Action, Direction, Unit};
use crate::text::layout::wrapped;

#[derive(Debug, Clone, Default)]
pub struct Page {
    pub title: String,
    pub lines: Vec<Line>,
    pub top: usize,
    /// Rows that are shown, and the lines as they are laid in the width there is.
    pub height: u16,
    pub laid: Vec<Line>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    Head(String),
    Words(String),
    /// A name and its value.
    Pair(String, String),
}

/// Cells of the names of pairs.
pub const NAMES: usize = 13;

impl Page {
    pub fn new(title: impl Into<String>, lines: Vec<Line>) -> Self {
        Self { title: title.into(), lines, ..Self::default() }
    }

    /// A page with the lines of a text.
    pub fn of_text(title: impl Into<String>, text: &str) -> Self {
        Self::new(title, text.lines().map(|line| Line::Words(line.to_owned())).collect())
    }

    pub fn walk(&mut self, unit: Unit, direction: Direction) {
        let page = usize::from(self.height.saturating_sub(1).max(1));
        let last = self.laid.len().saturating_sub(self.height.into());
        self.top = walked(self.top, last + 1, unit, direction, page);
    }

    /// Lays the lines in `width` cells and `height` rows.
    pub fn arrange(&mut self, width: u16, height: u16) {
        self.height = height;
        let width = usize::from(width.max(8));
        self.laid = self.lines.iter().flat_map(|line| laid(line, width)).collect();
        self.top = self.top.min(self.laid.len().saturating_sub(height.into()));
    }

    /// All of it as text.
    pub fn text(&self) -> String {
        let lines = self.lines.iter().map(|line| match line {
            Line::Head(words) | Line::Words(words) => words.clone(),
            Line::Pair(name, words) => format!("{name}: {words}"),
        });
        lines.collect::<Vec<_>>().join("\n")
    }
}

fn laid(line: &Line, width: usize) -> Vec<Line> {
    let whole = |words: &str, width| {
        let lines = wrapped(words, width);
        if lines.is_empty() { vec![String::new()] } else { lines }
    };
    match line {
        Line::Head(words) => vec![Line::Head(words.clone())],
        Line::Words(words) => whole(words, width).into_iter().map(Line::Words).collect(),
        Line::Pair(name, words) => {
            let lines = whole(words, width.saturating_sub(NAMES + 1).max(8)).into_iter().enumerate();
            lines.map(|(at, words)| Line::Pair(if at == 0 { name.clone() } else { String::new() }, words)).collect()
        }
    }
}

impl App {
    pub(super) fn perform_in_page(&mut self, action: Action) {
        let page = usize::from(self.panes.body.height.saturating_sub(2));
        match (self.overlays.last_mut(), action) {
            (Some(Overlay::Help(help)), Action::Move(unit, direction)) => help.walk(unit, direction, page),
            (Some(Overlay::Page(page)), Action::Move(unit, direction)) => page.walk(unit, direction),
            (Some(Overlay::Page(page)), Action::Copy | Action::CopyAs) => {
                let text = page.text();
                self.copy(text, "The page");
            }
            (_, other) => self.perform_in_any_overlay(other),
        }
    }

    pub(super) fn show_help(&mut self) {
        let place = self.place();
        self.push(Overlay::Help(Help::of(place)));
    }

    /// What was said in the status row, the latest first.
    pub(super) fn show_messages(&mut self) {
        let mut lines: Vec<Line> = self.notices.said().map(|sentence| Line::Words(sentence.to_owned())).collect();
        if lines.is_empty() {
            lines.push(Line::Words("Nothing was said yet.".to_owned()));
        }
        self.push(Overlay::Page(Page::new("Messages, the latest first", lines)));
    }
}
