//! The mouse: what a click, a drag or the wheel means where it happens.

use ratatui::layout::{Position, Rect};

use super::dragging::Click;
use super::layout::Tier;
use super::library::Line;
use super::overlay::Overlay;
use super::{App, Screen};
use crate::actions::{Action, Direction, Pane, Unit as Step};
use crate::model::marking::Unit;

/// What the mouse did, at a cell of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pointer {
    Press(Position),
    Drag(Position),
    Release(Position),
    Wheel(Position, Direction),
}

/// What the left button did, as far as the next event depends on it.
#[derive(Debug, Default)]
pub struct Mouse {
    pub(super) held: Held,
    pub(super) click: Option<Click>,
}

/// What a drag that began with a press does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Held {
    #[default]
    Nothing,
    /// Selects from this byte on, by this unit.
    Text(usize, Unit),
    Scrollbar,
}

/// Lines that one notch of the wheel goes.
const NOTCH: usize = 3;

impl App {
    /// Does what the mouse asks.
    pub fn point(&mut self, pointer: Pointer) {
        match pointer {
            Pointer::Wheel(at, direction) => self.turn_wheel(at, direction),
            Pointer::Press(at) => {
                self.notices.seen();
                self.press_at(at);
            }
            Pointer::Drag(at) => self.drag_to(at),
            Pointer::Release(_) => self.mouse.held = Held::Nothing,
        }
        self.arrange();
        self.bookmarks.moved_to(self.reader.cursor);
        self.quotes.moved_to(self.reader.cursor);
        self.keep_place();
    }

    /// Scrolls what is under the pointer; where the keys go stays.
    fn turn_wheel(&mut self, at: Position, direction: Direction) {
        let step = Action::Move(Step::Line, direction);
        for _ in 0..NOTCH {
            match (self.overlays.is_empty(), self.screen) {
                (false, _) => return self.perform_in_overlay(step),
                (true, Screen::Articles) => return self.library.walk(Step::Line, direction, 1),
                (true, Screen::Bookmarks) => return self.shelves.walk(Step::Line, direction, 1),
                (true, Screen::Reader) => match self.pane_at(at) {
                    Some(Pane::Quotes) => return self.quotes.walk(Step::Line, direction),
                    Some(Pane::Entities) => return self.entities.walk(Step::Line, direction),
                    _ => self.reader.walk(Step::Line, direction),
                },
            }
        }
        self.follow_text();
    }

    fn pane_at(&self, at: Position) -> Option<Pane> {
        let panes =
            [(Pane::Text, self.panes.text), (Pane::Quotes, self.panes.quotes), (Pane::Entities, self.panes.entities)];
        panes.into_iter().find(|(_, area)| area.is_some_and(|area| area.contains(at))).map(|(pane, _)| pane)
    }

    fn press_at(&mut self, at: Position) {
        if let Some(Overlay::Select(_)) = self.overlays.last() {
            // What is pressed now is meant as it stands on the screen: nothing may move before.
            self.overlays.pop();
            self.reader.selection = None;
        }
        if !self.overlays.is_empty() {
            return self.press_overlay(at);
        }
        match self.screen {
            Screen::Articles => self.press_articles(at),
            Screen::Bookmarks => self.press_bookmarks(at),
            Screen::Reader if self.panes.title.contains(at) => self.press_title(at),
            Screen::Reader => {
                let Some(pane) = self.pane_at(at) else { return };
                self.focus_on(pane);
                match pane {
                    Pane::Text => self.press_text(at),
                    Pane::Quotes => self.press_quotes(at),
                    Pane::Entities => self.press_entities(at),
                }
            }
        }
    }

    /// A click beside a box closes it; one on a choice takes it.
    fn press_overlay(&mut self, at: Position) {
        let area = self.panes.overlay;
        let row = usize::from(at.y.saturating_sub(area.y));
        if !area.contains(at) {
            return self.perform_in_overlay(Action::Cancel);
        }
        let taken = match self.overlays.last_mut() {
            Some(Overlay::Menu(menu)) => set(&mut menu.selected, menu.top + row, menu.choices.len()),
            Some(Overlay::Palette(palette)) => {
                let len = palette.len();
                set(&mut palette.selected, palette.top + row, len)
            }
            Some(Overlay::Note(note)) => {
                let place = note.writing.at(note.top + row, usize::from(at.x - area.x));
                note.writing.move_to(place);
                false
            }
            Some(Overlay::Links(links)) => set(&mut links.selected, row, links.links.len()),
            Some(Overlay::Card(card)) => set(&mut card.selected, card.top + row, card.mentions.len()),
            _ => false,
        };
        if taken {
            self.perform_in_overlay(Action::Open);
        }
    }

    fn press_articles(&mut self, at: Position) {
        let row = at.y.checked_sub(self.library.first_row(&self.panes)).map(usize::from);
        match row.and_then(|row| self.library.lines.get(self.library.top + row)).copied() {
            Some(Line::Entry(index)) if index == self.library.selected => self.open(index),
            Some(Line::Entry(index)) => self.library.selected = index,
            _ => {}
        }
    }

    /// The tabs where there is one pane, the way back to the list where there are several.
    fn press_title(&mut self, at: Position) {
        if self.panes.tier == Tier::Small {
            let tab = self.tabs().into_iter().find(|(_, columns)| columns.contains(&at.x));
            if let Some((pane, _)) = tab {
                self.focus_on(pane);
            }
        } else if at.x < 12 && self.library.len() > 1 {
            self.show_library();
        }
    }

    /// The column of the scrollbar: the right edge of the text pane.
    pub fn scrollbar(&self) -> Rect {
        let Some(pane) = self.panes.text else { return Rect::default() };
        let inset = u16::from(self.panes.bordered());
        let height = pane.height.saturating_sub(2 * inset);
        Rect { x: pane.right().saturating_sub(1), y: pane.y + inset, width: 1, height }
    }

    fn press_quotes(&mut self, at: Position) {
        let Some(list) = self.panes.quotes.map(|pane| self.panes.inside(pane)) else { return };
        let head = list.height - self.quotes.card_height - self.quotes.list_height;
        let Some(row) = at.y.checked_sub(list.y + head).filter(|row| *row < self.quotes.list_height) else { return };
        // The first click shows the passage, the second goes into the text.
        if let Some(again) = self.quotes.press(row.into()) {
            self.perform_in_quotes(Action::Open);
            if !again {
                self.focus = Pane::Quotes;
            }
        }
    }

    fn press_entities(&mut self, at: Position) {
        let Some(list) = self.panes.entities.map(|pane| self.panes.inside(pane)) else { return };
        let Some(row) = at.y.checked_sub(list.y).filter(|row| *row < self.entities.height) else { return };
        // The box before a name is for marking it.
        let on_box = (3..6).contains(&at.x.saturating_sub(list.x));
        match self.entities.press(row.into()) {
            Some(_) if on_box => self.mark_name(),
            Some(again) if again => self.show_card(),
            _ => {}
        }
    }
}

/// Selects one of `len` items; false where there is none there.
fn set(selected: &mut usize, index: usize, len: usize) -> bool {
    let there = index < len;
    if there {
        *selected = index;
    }
    there
}
