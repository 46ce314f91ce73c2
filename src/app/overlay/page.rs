//! A text over the panes, to be read and scrolled.

use crate::actions::{Direction, Unit};
use crate::app::lists::walked;
use crate::text::layout::wrapped;

#[derive(Debug, Clone, Default)]
pub struct Page {
    pub title: String,
    pub lines: Vec<Line>,
    pub top: usize,
    /// Rows that are shown, and the lines as they are laid in the width there is.
    pub height: u16,
    pub laid: Vec<Line>,
    width: usize,
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
        if self.width != width {
            self.width = width;
            self.laid = self.lines.iter().flat_map(|line| laid(line, width)).collect();
        }
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
            let width = width.saturating_sub(NAMES + 1).max(8);
            let rows: Vec<String> = words.lines().flat_map(|line| whole(line, width)).collect();
            rows.into_iter()
                .enumerate()
                .map(|(at, words)| Line::Pair(if at == 0 { name.clone() } else { String::new() }, words))
                .collect()
        }
    }
}
