//! The live map: which keys each row has in each place.

use std::collections::HashMap;

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

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keymap {
    /// The keys of each row of the table in each place.
    keys: HashMap<(Place, usize), Vec<String>>,
    /// The row of each key, and the key's number among the row's.
    rows: HashMap<(Place, String), (usize, usize)>,
}

impl Default for Keymap {
    fn default() -> Self {
        let mut map = Self { keys: HashMap::new(), rows: HashMap::new() };
        for (index, row) in TABLE.iter().enumerate() {
            for place in row.places {
                map.bind(*place, index, row.keys.iter().map(|key| (*key).to_owned()).collect());
            }
        }
        map
    }
}

impl Keymap {
    /// What the key of this name asks for.
    pub fn action(&self, place: Place, key: &str) -> Option<Action> {
        let (row, number) = self.rows.get(&(place, key.to_owned()))?;
        Some(TABLE.get(*row)?.action(*number))
    }

    /// The keys of a row in a place, the one to show first.
    pub fn keys(&self, place: Place, name: &str) -> &[String] {
        let row = TABLE.iter().position(|row| row.name == name);
        row.and_then(|row| self.keys.get(&(place, row))).map(Vec::as_slice).unwrap_or_default()
    }

    /// The rows that hold in a place, in the order of the table, each with its keys there.
    pub fn rows_of(&self, place: Place) -> impl Iterator<Item = (&'static Row, &[String])> {
        TABLE.iter().enumerate().filter_map(move |(index, row)| Some((row, self.keys.get(&(place, index))?.as_slice())))
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
            self.unbind(*place, binding.row);
        }
        let mut conflicts = Vec::new();
        for (place, binding) in wanted {
            let taken = binding.keys.iter().find_map(|key| {
                let (kept, _) = self.rows.get(&(place, key.clone()))?;
                (*kept != binding.row).then(|| Conflict { place, key: key.clone(), kept: *kept, refused: binding.row })
            });
            let keys = match &taken {
                None => binding.keys.clone(),
                // The default for that row, as far as nobody else has it now.
                Some(_) => before.keys.get(&(place, binding.row)).cloned().unwrap_or_default(),
            };
            let free = keys.into_iter().filter(|key| !self.rows.contains_key(&(place, key.clone()))).collect();
            self.bind(place, binding.row, free);
            conflicts.extend(taken);
        }
        conflicts
    }

    /// Gives a row its keys wherever it holds, whoever has them.
    pub fn claim(&mut self, binding: &Binding) {
        for place in TABLE[binding.row].places {
            self.unbind(*place, binding.row);
            for key in &binding.keys {
                if let Some((other, _)) = self.rows.remove(&(*place, key.clone())) {
                    self.keys.entry((*place, other)).or_default().retain(|kept| kept != key);
                }
            }
            self.bind(*place, binding.row, binding.keys.clone());
        }
    }

    fn bind(&mut self, place: Place, row: usize, keys: Vec<String>) {
        for (number, key) in keys.iter().enumerate() {
            self.rows.insert((place, key.clone()), (row, number));
        }
        self.keys.insert((place, row), keys);
    }

    fn unbind(&mut self, place: Place, row: usize) {
        for key in self.keys.insert((place, row), Vec::new()).unwrap_or_default() {
            self.rows.remove(&(place, key));
        }
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
