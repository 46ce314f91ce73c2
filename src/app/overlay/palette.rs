//! The palette: all there is to do where one is, by fuzzy search.

use super::typing::TypedLine;
use crate::app::lists::in_sight;
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::actions::{Act, Action, Group, Place, Row, TABLE};

#[derive(Debug)]
pub struct Palette {
    pub line: TypedLine,
    /// All that can be done, in the order that is offered when nothing is typed.
    all: Vec<Offer>,
    /// What fits the typed words, the best first: places in `all`.
    fitting: Vec<usize>,
    pub selected: usize,
    pub top: usize,
    /// Rows of the list.
    pub height: u16,
    recent: usize,
}

/// One thing that can be done, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer {
    /// Its place in the table.
    pub row: usize,
    pub place: Place,
}

impl Offer {
    pub fn row(self) -> &'static Row {
        &TABLE[self.row]
    }
}

impl Palette {
    /// All that can be done in `places` (the first is where one is), those of `recent` names first.
    pub fn new(places: &[Place], recent: &[String]) -> Self {
        let here = |row: &Row| places.iter().find(|place| row.places.contains(place)).copied();
        let rows =
            TABLE.iter().enumerate().filter(|(_, row)| matches!(row.act, Act::One(action) if is_offered(action)));
        let mut all: Vec<Offer> =
            rows.filter_map(|(index, row)| Some(Offer { row: index, place: here(row)? })).collect();
        let order = [Group::Do, Group::Panes, Group::Everywhere, Group::Move, Group::Typing];
        all.sort_by_key(|offer| {
            let used = recent.iter().position(|name| name == offer.row().name).unwrap_or(usize::MAX);
            (used, order.iter().position(|group| *group == offer.row().group))
        });
        let recent = all.iter().filter(|offer| recent.iter().any(|name| name == offer.row().name)).count();
        let fitting = (0..all.len()).collect();
        Self { line: TypedLine::default(), all, fitting, selected: 0, top: 0, height: 0, recent }
    }

    /// What is offered for the typed words.
    pub fn offers(&self) -> impl Iterator<Item = Offer> {
        self.fitting.iter().filter_map(|index| self.all.get(*index)).copied()
    }

    /// How many of the first offers were done before; none once words are typed.
    pub fn recent(&self) -> usize {
        if self.line.words().trim().is_empty() { self.recent } else { 0 }
    }

    pub fn len(&self) -> usize {
        self.fitting.len()
    }

    pub fn is_empty(&self) -> bool {
        self.fitting.is_empty()
    }

    /// Looks for the typed words anew.
    pub fn search(&mut self) {
        self.selected = 0;
        let pattern = Pattern::parse(self.line.words(), CaseMatching::Ignore, Normalization::Smart);
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut letters = Vec::new();
        let mut scored: Vec<(u32, usize)> = Vec::new();
        for (index, offer) in self.all.iter().enumerate() {
            let row = offer.row();
            let words = format!("{} {}", row.name, row.help);
            if let Some(score) = pattern.score(Utf32Str::new(&words, &mut letters), &mut matcher) {
                scored.push((score, index));
            }
        }
        // The name itself comes first, then a key that is typed, then names that begin so.
        let typed = self.line.words().trim().to_lowercase();
        let rank = |index: usize| {
            let row = self.all[index].row();
            match () {
                () if row.name == typed => 0,
                () if row.keys.first() == Some(&typed.as_str()) => 1,
                () if row.name.starts_with(&typed) => 2,
                () => 3,
            }
        };
        scored.sort_by_key(|(score, index)| (rank(*index), std::cmp::Reverse(*score), *index));
        self.fitting = scored.into_iter().map(|(_, index)| index).collect();
    }

    pub fn arrange(&mut self, height: u16) {
        self.height = height;
        self.top = in_sight(self.top, self.selected, self.fitting.len(), height.into());
    }
}

/// Whether an action makes sense as a choice from a list: not what opens or closes the list.
fn is_offered(action: Action) -> bool {
    !matches!(action, Action::Palette | Action::Cancel | Action::Line(_))
}
