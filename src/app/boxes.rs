//! Where the boxes over the panes are, and how much of them is shown.

use ratatui::layout::{Constraint, Layout, Margin, Rect};

use super::overlay::Overlay;
use super::overlay::note::Note;
use super::overlay::page::Page;
use super::overlay::tagging::Tagging;
use super::{App, Screen};
use crate::text::layout::wrapped;

/// The most cells of a box.
const WIDEST: u16 = 84;
/// Rows of the palette.
const PALETTE: u16 = 22;
/// The most rows of a chain of evidence.
const CHAIN: usize = 3;
/// The most cells of a box that is written in, its least rows, and its rows below what is written.
const WRITTEN: u16 = 76;
const LEAST_ROWS: u16 = 4;
const BELOW_NOTE: u16 = 2;
/// From this width on the card has two columns.
const TWO_COLUMNS: u16 = 100;

impl App {
    /// Rows wanted below the panes, for what explains the numbers in the text.
    pub(super) fn foot_rows(&mut self) -> u16 {
        let width = usize::from(self.size.width.saturating_sub(2));
        let chain = match self.overlays.last() {
            Some(Overlay::Evidence(walk)) => self.chain(walk.quote),
            Some(Overlay::Links(links)) => return u16::try_from(links.links.len() + 1).unwrap_or(1),
            None | Some(Overlay::Select(_)) if self.screen == Screen::Reader => return self.missing_rows(width),
            _ => return 0,
        };
        let Some(Overlay::Evidence(walk)) = self.overlays.last_mut() else { return 0 };
        walk.lines = wrapped(&chain, width.max(10));
        if walk.lines.len() > CHAIN {
            walk.lines.truncate(CHAIN);
            walk.lines.last_mut().into_iter().for_each(|line| line.push('…'));
        }
        u16::try_from(walk.lines.len() + 1).unwrap_or(1)
    }

    /// Rows for the words of a lost passage, while others are looked for.
    fn missing_rows(&mut self, width: usize) -> u16 {
        let Some(missing) = self.shelves.missing_mut() else { return 0 };
        missing.lines = wrapped(&missing.bookmark.anchor.exact.replace('\n', " "), width.max(10));
        if missing.lines.len() > CHAIN {
            missing.lines.truncate(CHAIN);
            missing.lines.last_mut().into_iter().for_each(|line| line.push('…'));
        }
        u16::try_from(missing.lines.len() + 1).unwrap_or(1)
    }

    /// Puts the top box in its place.
    pub(super) fn arrange_overlay(&mut self) {
        let (body, foot) = (self.panes.body, self.panes.foot);
        let is_low = self.is_in_upper_half();
        let Some(overlay) = self.overlays.last_mut() else { return };
        let inside = |outer: Rect| outer.inner(Margin::new(2, 1));
        self.panes.overlay = match overlay {
            Overlay::Palette(palette) => {
                let outer = centred(body, WIDEST, PALETTE);
                let [_, list] = Layout::vertical([Constraint::Length(2), Constraint::Min(0)]).areas(inside(outer));
                palette.arrange(list.height);
                list
            }
            Overlay::Menu(menu) => {
                let rows = u16::try_from(menu.choices.len()).unwrap_or(u16::MAX - 2);
                let list = inside(centred(body, WIDEST - 14, rows.saturating_add(2)));
                menu.arrange(list.height);
                list
            }
            Overlay::Page(page) => page_area(page, body),
            Overlay::Card(card) => {
                let inner = inside(body);
                let rows = u16::try_from(card.about.len()).unwrap_or(u16::MAX).saturating_add(1);
                let (across, down) = (Constraint::Percentage(50), Constraint::Length(rows.min(inner.height / 2)));
                let [_, list] = match inner.width >= TWO_COLUMNS {
                    true => Layout::horizontal([across, Constraint::Min(0)]).areas(inner),
                    false => Layout::vertical([down, Constraint::Min(0)]).areas(inner),
                };
                card.arrange(list.height);
                list
            }
            Overlay::Note(note) => note_area(note, &self.bookmarks.tags, body, is_low),
            Overlay::Tags(tagging) => tags_area(tagging, &self.bookmarks.tags, body, is_low),
            Overlay::Links(_) => Rect { y: foot.y + 1, height: foot.height.saturating_sub(1), ..foot },
            Overlay::Evidence(_) => foot,
            Overlay::Select(_) => Rect::default(),
            Overlay::Help(_) => body,
            Overlay::Find(_) | Overlay::Prompt(_) => self.panes.status,
        };
    }
}

impl App {
    /// Whether the cursor of the text is in the upper half of its pane, so that a box below leaves it in sight.
    fn is_in_upper_half(&self) -> bool {
        let rows = &self.reader.rows;
        let row = rows.iter().position(|row| row.span.contains(self.reader.cursor)).unwrap_or(0);
        row * 2 < usize::from(self.panes.body.height)
    }
}

/// The rows of a note, in a box as tall as it needs.
fn note_area(note: &mut Note, tags: &[(String, usize)], body: Rect, is_low: bool) -> Rect {
    let width = WRITTEN.min(body.width);
    note.writing.arrange(width.saturating_sub(4).into());
    let rows = u16::try_from(note.writing.rows().len()).unwrap_or(u16::MAX - 8).max(LEAST_ROWS);
    let outer = beside(body, width, rows.saturating_add(2 + BELOW_NOTE), is_low);
    let area = outer.inner(Margin::new(2, 1));
    let area = Rect { height: area.height.saturating_sub(BELOW_NOTE).max(1), ..area };
    note.arrange((area.width, area.height), tags);
    area
}

/// The tags that are offered, in a box as tall as they need.
fn tags_area(tagging: &mut Tagging, tags: &[(String, usize)], body: Rect, is_low: bool) -> Rect {
    tagging.arrange(0, tags);
    let rows = u16::try_from(tagging.offered.len()).unwrap_or(u16::MAX - 8).clamp(1, PALETTE / 2);
    let outer = beside(body, WRITTEN, rows.saturating_add(4), is_low);
    let [_, list] = Layout::vertical([Constraint::Length(2), Constraint::Min(0)]).areas(outer.inner(Margin::new(2, 1)));
    tagging.arrange(list.height, tags);
    list
}

/// A box at the foot or at the head of the panes, no larger than there is room.
fn beside(body: Rect, width: u16, height: u16, is_low: bool) -> Rect {
    let middle = centred(body, width, height);
    Rect { y: if is_low { body.bottom() - middle.height } else { body.y }, ..middle }
}

/// A box in the middle, no larger than there is room.
fn centred(body: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(body.width), height.min(body.height));
    Rect { x: body.x + (body.width - width) / 2, y: body.y + (body.height - height) / 3, width, height }
}

/// As tall as the page's lines, as far as there is room.
fn page_area(page: &mut Page, body: Rect) -> Rect {
    let inside = |outer: Rect| outer.inner(Margin::new(2, 1));
    let widest = inside(centred(body, WIDEST, body.height));
    page.arrange(widest.width, widest.height);
    let rows = u16::try_from(page.laid.len()).unwrap_or(u16::MAX - 2);
    let area = inside(centred(body, WIDEST, rows.saturating_add(2)));
    page.arrange(area.width, area.height);
    area
}
