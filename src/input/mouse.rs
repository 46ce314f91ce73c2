//! What the mouse did, from an event.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

use crate::actions::Direction;
use crate::app::pointer::Pointer;

/// What the left button or the wheel did; none for what nothing depends on.
pub fn pointer(event: &MouseEvent) -> Option<Pointer> {
    let at = Position::new(event.column, event.row);
    match event.kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Pointer::Press(at)),
        MouseEventKind::Drag(MouseButton::Left) => Some(Pointer::Drag(at)),
        MouseEventKind::Up(MouseButton::Left) => Some(Pointer::Release(at)),
        MouseEventKind::ScrollUp => Some(Pointer::Wheel(at, Direction::Back)),
        MouseEventKind::ScrollDown => Some(Pointer::Wheel(at, Direction::On)),
        _ => None,
    }
}
