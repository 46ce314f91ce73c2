//! Where the list of bookmarks and its preview are, and which lines are in sight.

use ratatui::layout::{Constraint, Layout, Rect};

use super::Shelves;
use crate::app::layout::{Panes, Tier};
use crate::app::lists::in_sight;

/// How close together the lines of the list are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Density {
    /// A blank line between groups.
    #[default]
    Roomy,
    Close,
    /// One line a bookmark.
    Lean,
}

/// The list inside its borders, and the preview with its own: none where there is no room for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Areas {
    pub outer: Rect,
    pub list: Rect,
    pub preview: Option<Rect>,
}

/// The rows that a preview below the list takes.
const BELOW: std::ops::RangeInclusive<u16> = 9..=14;
/// The columns of one beside it.
const BESIDE: std::ops::RangeInclusive<u16> = 56..=86;

pub fn areas(panes: &Panes) -> Areas {
    let body = panes.body;
    let below = |rows: u16| Layout::vertical([Constraint::Min(0), Constraint::Length(rows)]).areas(body);
    let (outer, preview) = match panes.tier {
        Tier::Large => {
            let beside = (body.width * 2 / 5).clamp(*BESIDE.start(), *BESIDE.end());
            let [list, preview] = Layout::horizontal([Constraint::Min(0), Constraint::Length(beside)]).areas(body);
            (list, Some(preview))
        }
        Tier::Medium if body.height >= 18 => {
            let [list, preview] = below((body.height * 2 / 5).clamp(*BELOW.start(), *BELOW.end()));
            (list, Some(preview))
        }
        Tier::Small if body.height >= 16 => {
            let [list, preview] = below(*BELOW.start());
            (list, Some(preview))
        }
        Tier::ExtraSmall if body.height >= 10 => {
            let [list, preview] = below(body.height / 2);
            (list, Some(preview))
        }
        _ => (body, None),
    };
    Areas { outer, list: panes.inside(outer), preview }
}

impl Shelves {
    /// Puts the list in its place; the bookmark that one is at stays in sight, with the head of its group.
    pub(in crate::app) fn arrange(&mut self, panes: &Panes) {
        let density = match panes.tier {
            Tier::Medium | Tier::Large => Density::Roomy,
            Tier::Small => Density::Close,
            _ => Density::Lean,
        };
        if std::mem::replace(&mut self.density, density) != density {
            self.arrange_lines();
        }
        let rows = usize::from(areas(panes).list.height);
        let Some(line) = self.line_of.get(self.at).copied() else { return self.top = 0 };
        let is_of = |line: usize| self.line_of.get(self.at + 1).is_none_or(|next| line < *next);
        let detail = if is_of(line + 1) && line + 1 < self.lines.len() { line + 1 } else { line };
        // The last that is asked for is in sight for certain.
        for wanted in [line.saturating_sub(1), detail, line] {
            self.top = in_sight(self.top, wanted, self.lines.len(), rows);
        }
    }
}
