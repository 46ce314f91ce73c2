//! The entities pane: groups of names, which one is selected, which are marked in the text.

use std::sync::Arc;

use super::lists::{in_sight, walked};
use super::strips::{BINS, strip};
use crate::actions::{Direction, Unit};
use crate::model::analysis::Analysis;
use crate::model::document::Document;
use crate::model::entity::{Entity, EntityId, EntityKind};
use crate::model::voice::Voice;

/// The most names marked at a time.
const MOST_MARKS: usize = 3;

/// Rows of the card below the list.
const CARD: u16 = 4;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub title: &'static str,
    pub kinds: &'static [EntityKind],
    pub entities: Vec<EntityId>,
    pub folded: bool,
}

/// How the names of a group stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Order {
    #[default]
    Mentions,
    Place,
    Name,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    Group(usize),
    Entity(EntityId),
}

#[derive(Debug, Default)]
pub struct EntitiesPane {
    pub groups: Vec<Group>,
    pub items: Vec<Item>,
    pub selected: usize,
    pub top: usize,
    pub height: u16,
    /// The marked names, the latest last.
    pub marked: Vec<EntityId>,
    order: Order,
    analysis: Arc<Analysis>,
    strips: Vec<[u8; BINS]>,
    letters: Vec<Option<char>>,
}

const GROUPS: [(&str, &[EntityKind]); 6] = [
    ("People", &[EntityKind::Person]),
    ("Organisations", &[EntityKind::Organisation]),
    ("Places and peoples", &[EntityKind::Place, EntityKind::Group]),
    ("Works and events", &[EntityKind::Work, EntityKind::Event, EntityKind::Product]),
    ("Dates", &[EntityKind::Date]),
    ("Money and numbers", &[EntityKind::Money, EntityKind::Percent, EntityKind::Number]),
];

/// The first group that is folded when an article opens.
const FOLDED_FROM: usize = 4;

impl EntitiesPane {
    /// Takes up an analysis: a first one, or another one of the same text, in which what was selected, marked and
    /// folded stays so.
    pub fn fill(&mut self, analysis: &Arc<Analysis>, document: &Document, voices: &[Voice]) {
        let before = std::mem::replace(&mut self.analysis, analysis.clone());
        let same = |id: EntityId| before.same_in(id, analysis);
        let selected = self.selected_entity().and_then(same);
        self.marked = self.marked.iter().filter_map(|id| same(*id)).collect();
        let folded: Vec<(&str, bool)> = self.groups.iter().map(|group| (group.title, group.folded)).collect();
        let entities = &analysis.entities;
        self.strips = entities.iter().map(|entity| strip(entity, document.text.len())).collect();
        self.letters = vec![None; entities.len()];
        for voice in voices {
            if let Some(place) = voice.entity().and_then(|entity| self.letters.get_mut(entity)) {
                *place = Some(voice.letter);
            }
        }
        self.groups =
            GROUPS.iter().enumerate().map(|(index, kinds)| group(entities, *kinds, index, self.order)).collect();
        self.groups.retain(|group| !group.entities.is_empty());
        for group in &mut self.groups {
            let was = folded.iter().find(|(title, _)| *title == group.title);
            group.folded = was.map_or(group.folded, |(_, folded)| *folded);
        }
        self.list();
        if before.entities.is_empty() || selected.is_some() {
            let first = |item: &Item| selected.is_none() && matches!(item, Item::Entity(_));
            let place = self.items.iter().position(|item| first(item) || selected.map(Item::Entity) == Some(*item));
            self.selected = place.unwrap_or(0);
        }
    }

    /// Selects a name, in whose group all are shown.
    pub fn select(&mut self, id: EntityId) {
        for group in self.groups.iter_mut().filter(|group| group.entities.contains(&id)) {
            group.folded = false;
        }
        self.list();
        self.selected = self.items.iter().position(|item| *item == Item::Entity(id)).unwrap_or(self.selected);
    }

    /// Leaves the article, keeping how names are ordered.
    pub fn leave(&mut self) {
        *self = Self { order: self.order, ..Self::default() };
    }

    /// Another order of the names; the words for it.
    pub fn reorder(&mut self) -> &'static str {
        let (order, words) = match self.order {
            Order::Mentions => (Order::Place, "Order: as they first occur"),
            Order::Place => (Order::Name, "Order: by name"),
            Order::Name => (Order::Mentions, "Order: most often named first"),
        };
        self.order = order;
        let kept = self.selected_item();
        let analysis = self.analysis.clone();
        for group in &mut self.groups {
            sort(&analysis.entities, &mut group.entities, order);
        }
        self.list();
        self.selected = self.items.iter().position(|item| Some(*item) == kept).unwrap_or(0);
        words
    }

    /// All that was found, values included.
    pub fn all(&self) -> &[Entity] {
        &self.analysis.entities
    }

    pub fn entity(&self, id: EntityId) -> Option<&Entity> {
        self.analysis.entities.get(id)
    }

    /// Names found, values such as dates and sums aside.
    pub fn count(&self) -> usize {
        self.analysis.entities.iter().filter(|entity| !entity.kind.is_value()).count()
    }

    pub fn letter(&self, id: EntityId) -> Option<char> {
        self.letters.get(id).copied().flatten()
    }

    /// Heights 0 to 8 of its mentions over the length of the text.
    pub fn strip(&self, id: EntityId) -> [u8; BINS] {
        self.strips.get(id).copied().unwrap_or_default()
    }

    pub fn selected_item(&self) -> Option<Item> {
        self.items.get(self.selected).copied()
    }

    pub fn selected_entity(&self) -> Option<EntityId> {
        match self.selected_item()? {
            Item::Entity(id) => Some(id),
            Item::Group(_) => None,
        }
    }

    /// Selects the item shown in a row of the list, and folds or unfolds a group; whether it is a name that was
    /// selected already, none where no name is.
    pub fn press(&mut self, row: usize) -> Option<bool> {
        let index = self.top + row;
        let item = self.items.get(index).copied()?;
        let again = index == self.selected;
        self.selected = index;
        match item {
            Item::Entity(_) => Some(again),
            Item::Group(_) => {
                self.toggle_group();
                None
            }
        }
    }

    pub fn walk(&mut self, unit: Unit, direction: Direction) {
        self.selected = walked(self.selected, self.items.len(), unit, direction, self.height.into());
    }

    pub fn unfold(&mut self) {
        match self.selected_item() {
            Some(Item::Group(group)) if self.groups[group].folded => self.toggle_group(),
            Some(Item::Group(_)) => self.walk(Unit::Line, Direction::On),
            _ => {}
        }
    }

    pub fn fold(&mut self) {
        let head = (0..=self.selected).rev().find(|index| matches!(self.items.get(*index), Some(Item::Group(_))));
        let Some(head) = head else { return };
        if let (Item::Group(group), true) = (self.items[head], head == self.selected) {
            self.groups[group].folded = true;
            self.list();
        }
        self.selected = head;
    }

    /// Folds or unfolds the selected group.
    pub fn toggle_group(&mut self) {
        if let Some(Item::Group(group)) = self.selected_item() {
            self.groups[group].folded = !self.groups[group].folded;
            self.list();
        }
    }

    pub fn mark_selected(&mut self) {
        if let Some(id) = self.selected_entity() {
            self.marked.retain(|other| *other != id);
            self.marked.push(id);
            self.marked.drain(..self.marked.len().saturating_sub(MOST_MARKS));
        }
    }

    /// Marks the selected name or takes the mark off; a sentence where that can't be.
    pub fn toggle_mark(&mut self) -> Result<(), &'static str> {
        match self.selected_item() {
            Some(Item::Entity(id)) if self.marked.contains(&id) => self.marked.retain(|other| *other != id),
            Some(Item::Entity(_)) if self.marked.len() == MOST_MARKS => {
                return Err("Three names are marked: take one off first, with Space.");
            }
            Some(Item::Entity(_)) => self.mark_selected(),
            Some(Item::Group(_)) => self.toggle_group(),
            None => {}
        }
        Ok(())
    }

    /// The first mention of the selected name.
    pub fn place_in_text(&self) -> Option<usize> {
        Some(self.entity(self.selected_entity()?)?.mentions.first()?.span.start)
    }

    /// The next or previous mention of the marked names after the byte at `cursor`, with the words that say which
    /// it is; from the last one on it begins again. `chosen`: of the selected name, where that is not marked.
    pub fn mention(&self, cursor: usize, direction: Direction, chosen: bool) -> Option<(usize, String)> {
        let selected = self.selected_entity().filter(|id| chosen && !self.marked.contains(id));
        let ids = selected.map_or_else(|| self.marked.clone(), |id| vec![id]);
        let starts = |id: EntityId| {
            let mentions = self.entity(id).map(|entity| entity.mentions.as_slice()).unwrap_or_default();
            mentions.iter().enumerate().map(move |(number, mention)| (mention.span.start, id, number + 1))
        };
        let mut places: Vec<(usize, EntityId, usize)> = ids.iter().flat_map(|id| starts(*id)).collect();
        places.sort_unstable();
        let found = match direction {
            Direction::On => places.iter().position(|(start, ..)| *start > cursor),
            Direction::Back => places.iter().rposition(|(start, ..)| *start < cursor),
        };
        let (end, again) = match direction {
            Direction::On => (Some(0), ", from the top again"),
            Direction::Back => (places.len().checked_sub(1), ", from the end again"),
        };
        let (start, id, number) = places.get(found.or(end)?)?;
        let entity = self.entity(*id)?;
        let again = if found.is_none() { again } else { "" };
        Some((*start, format!("{}: mention {number} of {}{again}", entity.name, entity.mentions.len())))
    }

    /// Takes all marks off; false where there were none.
    pub fn unmark_all(&mut self) -> bool {
        let any = !self.marked.is_empty();
        self.marked.clear();
        any
    }

    /// Lays the list out in a pane of `height` rows, with a card below it where there is room.
    pub fn arrange(&mut self, height: u16) {
        self.height = if height >= 14 { height - CARD } else { height };
        // The head of the first group stays in sight when its first name is selected.
        let top = if self.selected == 1 { 0 } else { self.top };
        self.top = in_sight(top, self.selected, self.items.len(), self.height.into());
    }

    fn list(&mut self) {
        self.items.clear();
        for (index, group) in self.groups.iter().enumerate() {
            self.items.push(Item::Group(index));
            if !group.folded {
                self.items.extend(group.entities.iter().map(|id| Item::Entity(*id)));
            }
        }
        self.selected = self.selected.min(self.items.len().saturating_sub(1));
    }
}

fn group(
    entities: &[Entity],
    (title, kinds): (&'static str, &'static [EntityKind]),
    index: usize,
    order: Order,
) -> Group {
    let mut ids: Vec<EntityId> = (0..entities.len()).filter(|id| kinds.contains(&entities[*id].kind)).collect();
    sort(entities, &mut ids, order);
    Group { title, kinds, entities: ids, folded: index >= FOLDED_FROM }
}

fn sort(entities: &[Entity], ids: &mut [EntityId], order: Order) {
    let first = |id: &EntityId| entities[*id].mentions.first().map(|mention| mention.span.start);
    match order {
        Order::Mentions => ids.sort_by_key(|id| (std::cmp::Reverse(entities[*id].mentions.len()), first(id))),
        Order::Place => ids.sort_by_key(first),
        Order::Name => ids.sort_by_key(|id| entities[*id].name.to_lowercase()),
    }
}
