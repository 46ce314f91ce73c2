//! Which pane is where, at which size.

use ratatui::layout::{Constraint, Layout, Margin, Rect};

use crate::actions::Pane;

/// Columns beside the text: a letter or glyph, a mark, a blank.
pub const GUTTER: u16 = 3;
/// The measure of the text in columns, unless the reader sets another.
pub const MEASURE: u16 = 66;
/// How much room there is: the four layouts, and too little for any.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Tier {
    #[default]
    TooSmall,
    /// One pane without borders, the least of everything.
    ExtraSmall,
    /// One pane, with a row of tabs.
    Small,
    /// The text, and quotes above entities.
    Medium,
    /// Entities, text and quotes side by side.
    Large,
}

/// The rectangles of a screen; an absent pane is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Panes {
    pub tier: Tier,
    pub title: Rect,
    pub text: Option<Rect>,
    pub quotes: Option<Rect>,
    pub entities: Option<Rect>,
    pub strip: Option<Rect>,
    /// Rows below the panes that explain what is numbered in the text.
    pub foot: Rect,
    /// The box over the panes.
    pub overlay: Rect,
    /// All between the title and the status row.
    pub body: Rect,
    pub status: Rect,
    pub hints: Rect,
}

/// What the layout depends on, beside the size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wish {
    pub focus: Pane,
    pub zoomed: bool,
    pub strip: bool,
    pub measure: u16,
    /// Rows that the quotes pane can fill.
    pub quotes_height: u16,
    /// Rows wanted below the panes.
    pub foot: u16,
    /// From how many columns on there are tabs, two columns of panes, three.
    pub steps: [u16; 3],
}

/// The layout for a screen of this size.
pub fn arrange(size: Rect, wish: Wish) -> Panes {
    let tier = tier(size, wish.steps);
    let [title, body, status, hints] =
        Layout::vertical([Constraint::Length(1), Constraint::Min(0), Constraint::Length(1), Constraint::Length(1)])
            .areas(size);
    let foot = wish.foot.min(body.height / 2);
    let [body, foot] = Layout::vertical([Constraint::Min(0), Constraint::Length(foot)]).areas(body);
    let frame = Panes { tier, title, body, foot, status, hints, ..Panes::default() };
    match tier {
        Tier::TooSmall => Panes { tier, ..Panes::default() },
        Tier::ExtraSmall | Tier::Small => one_pane(frame, wish),
        Tier::Medium | Tier::Large if wish.zoomed => single(frame, wish.focus),
        Tier::Medium => text_and_column(frame, wish),
        Tier::Large => three_columns(frame, wish),
    }
}

fn tier(size: Rect, [tabs, two, three]: [u16; 3]) -> Tier {
    match (size.width, size.height) {
        (width, height) if width < 24 || height < 6 => Tier::TooSmall,
        (width, height) if width < tabs || height < 16 => Tier::ExtraSmall,
        (width, _) if width < two => Tier::Small,
        (width, _) if width < three => Tier::Medium,
        _ => Tier::Large,
    }
}

fn single(frame: Panes, focus: Pane) -> Panes {
    let place = |pane| (focus == pane).then_some(frame.body);
    Panes { text: place(Pane::Text), quotes: place(Pane::Quotes), entities: place(Pane::Entities), ..frame }
}

fn one_pane(frame: Panes, wish: Wish) -> Panes {
    let strip = wish.strip && wish.focus == Pane::Text && frame.tier == Tier::Small;
    if !strip {
        return single(frame, wish.focus);
    }
    let [body, strip] = Layout::vertical([Constraint::Min(6), Constraint::Length(5)]).areas(frame.body);
    Panes { text: Some(body), strip: Some(strip), ..frame }
}

/// The width of the text pane: the measure with gutter, borders and padding, and all that is left where
/// there is no room for a pane beside it.
fn text_width(room: u16, measure: u16) -> u16 {
    let wanted = measure + GUTTER + 5;
    if room.saturating_sub(wanted) < 28 { room.saturating_sub(28).max(room / 2) } else { wanted }
}

fn text_and_column(frame: Panes, wish: Wish) -> Panes {
    let width = text_width(frame.body.width, wish.measure);
    let [text, column] = Layout::horizontal([Constraint::Length(width), Constraint::Min(0)]).areas(frame.body);
    let (quotes, entities) = stacked(column, wish);
    Panes { text: Some(text), quotes: Some(quotes), entities: Some(entities), ..frame }
}

/// Quotes above entities: the quotes never taller than what they hold while names need the rows; where there
/// is little height the focused one is open, and the other one row.
fn stacked(column: Rect, wish: Wish) -> (Rect, Rect) {
    let quotes = if column.height < 18 {
        if wish.focus == Pane::Entities { 1 } else { column.height - 1 }
    } else {
        (wish.quotes_height + 2).clamp(8, (column.height * 60 / 100).max(8))
    };
    let [quotes, entities] = Layout::vertical([Constraint::Length(quotes), Constraint::Min(0)]).areas(column);
    (quotes, entities)
}

fn three_columns(frame: Panes, wish: Wish) -> Panes {
    let left = match frame.body.width {
        190.. => 50,
        160.. => 42,
        _ => 32,
    };
    let room = frame.body.width - left;
    let right = if frame.body.width >= 190 { 64 } else { 44 };
    let text = text_width(room, wish.measure).max(room.saturating_sub(right));
    let [entities, text, quotes] =
        Layout::horizontal([Constraint::Length(left), Constraint::Length(text), Constraint::Min(0)]).areas(frame.body);
    Panes { text: Some(text), quotes: Some(quotes), entities: Some(entities), ..frame }
}

impl Panes {
    pub fn bordered(&self) -> bool {
        matches!(self.tier, Tier::Medium | Tier::Large)
    }

    /// What is left inside a pane's borders.
    pub fn inside(&self, pane: Rect) -> Rect {
        if !self.bordered() {
            return pane;
        }
        if pane.height < 3 { Rect { height: 0, ..pane } } else { pane.inner(Margin::new(1, 1)) }
    }

    /// The place of the lines in the text pane, gutter included: as wide as the measure, centred where the
    /// pane is much wider.
    pub fn column(&self, measure: u16) -> Rect {
        let Some(pane) = self.text else { return Rect::default() };
        let inside = self.inside(pane);
        let pad = u16::from(self.bordered() && inside.width > 40);
        let room = Rect { x: inside.x + pad, width: inside.width.saturating_sub(2 * pad), ..inside };
        let width = (measure + GUTTER).min(room.width);
        let left = (room.width - width) / 2;
        let left = if room.width - width > 8 { left } else { 0 };
        Rect { x: room.x + left, width, ..room }
    }
}
