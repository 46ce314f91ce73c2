//! The live map: which keys each row has in each place.

use super::{Action, Hint, Place, Row, TABLE};

/// Keys for one row: in one place, or wherever the row holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    pub place: Option<Place>,
    pub row: usize,
    /// No keys unbind the row.
    pub keys: Vec<String>,
}

/// Two rows that want the same key in the same place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    pub place: Place,
    pub key: String,
    /// The row that keeps the key, and the one that was to have it.
    pub kept: usize,
    pub refused: usize,
}

/// A few hundred entries in the table's order: they are looked through, which takes less than a hash of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keymap(Vec<Bound>);

/// The keys that a row of the table has in a place.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Bound {
    place: Place,
    row: usize,
    keys: Vec<String>,
}

impl Default for Keymap {
    fn default() -> Self {
        let bound = |(index, row): (usize, &'static Row)| {
            let keys = |_: &Place| row.keys.iter().map(|key| (*key).to_owned()).collect();
            row.places.iter().map(move |place| Bound { place: *place, row: index, keys: keys(place) })
        };
        Self(TABLE.iter().enumerate().flat_map(bound).collect())
    }
}

impl Keymap {
    /// What the key of this name asks for.
    pub fn action(&self, place: Place, key: &str) -> Option<Action> {
        let (row, number) = self.holder(place, key)?;
        Some(TABLE.get(row)?.action(number))
    }

    /// The keys of a row in a place, the one to show first.
    pub fn keys(&self, place: Place, name: &str) -> &[String] {
        let row = TABLE.iter().position(|row| row.name == name);
        row.and_then(|row| self.bound(place, row)).map(|bound| bound.keys.as_slice()).unwrap_or_default()
    }

    /// The rows that hold in a place, in the order of the table, each with its keys there.
    pub fn rows_of(&self, place: Place) -> impl Iterator<Item = (&'static Row, &[String])> {
        let here = self.0.iter().filter(move |bound| bound.place == place);
        here.filter_map(|bound| Some((TABLE.get(bound.row)?, bound.keys.as_slice())))
    }

    /// Lays new keys over the map. All given rows lose their old keys first, so that keys can be exchanged; a key
    /// that a row outside `bindings` or an earlier binding has stays there, and is returned as a conflict.
    pub fn rebind(&mut self, bindings: &[Binding]) -> Vec<Conflict> {
        let wanted: Vec<(Place, &Binding)> = bindings
            .iter()
            .flat_map(|binding| {
                let places = TABLE[binding.row].places.iter().copied();
                places
                    .filter(|place| binding.place.is_none_or(|only| only == *place))
                    .map(move |place| (place, binding))
            })
            .collect();
        let before = self.clone();
        for (place, binding) in &wanted {
            self.bind(*place, binding.row, Vec::new());
        }
        let mut conflicts = Vec::new();
        for (place, binding) in wanted {
            let taken = binding.keys.iter().find_map(|key| {
                let (kept, _) = self.holder(place, key)?;
                (kept != binding.row).then(|| Conflict { place, key: key.clone(), kept, refused: binding.row })
            });
            let keys = match &taken {
                None => binding.keys.clone(),
                // The default for that row, as far as nobody else has it now.
                Some(_) => before.bound(place, binding.row).map(|bound| bound.keys.clone()).unwrap_or_default(),
            };
            let free = keys.into_iter().filter(|key| self.holder(place, key).is_none()).collect();
            self.bind(place, binding.row, free);
            conflicts.extend(taken);
        }
        conflicts
    }

    /// Gives a row its keys wherever it holds, whoever has them.
    pub fn claim(&mut self, binding: &Binding) {
        for place in TABLE[binding.row].places {
            for other in self.0.iter_mut().filter(|bound| bound.place == *place) {
                other.keys.retain(|key| !binding.keys.contains(key));
            }
            self.bind(*place, binding.row, binding.keys.clone());
        }
    }

    fn bind(&mut self, place: Place, row: usize, keys: Vec<String>) {
        if let Some(bound) = self.0.iter_mut().find(|bound| (bound.place, bound.row) == (place, row)) {
            bound.keys = keys;
        }
    }

    fn bound(&self, place: Place, row: usize) -> Option<&Bound> {
        self.0.iter().find(|bound| (bound.place, bound.row) == (place, row))
    }

    /// The row that has a key in a place, and the key's number among the row's.
    fn holder(&self, place: Place, key: &str) -> Option<(usize, usize)> {
        let mut here = self.0.iter().filter(|bound| bound.place == place);
        here.find_map(|bound| Some((bound.row, bound.keys.iter().position(|own| own == key)?)))
    }
}

/// The keys that a hint shows in a place: the first of each of its rows, a run of digits as its ends.
pub fn shown(keymap: &Keymap, place: Place, hint: &Hint) -> Vec<String> {
    let key = |name: &&str| match keymap.keys(place, name) {
        [] => None,
        [first, .., last] if first == "1" => Some(format!("{first}–{last}")),
        [first, ..] => Some(first.clone()),
    };
    hint.rows.iter().filter_map(key).collect()
}
