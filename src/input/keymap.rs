//! Which action a key has in each place.

use std::collections::HashMap;

use crate::actions::{Action, Place, TABLE};

/// The live map from keys to actions.
#[derive(Debug, Clone)]
pub struct Keymap(HashMap<(Place, &'static str), Action>);

impl Default for Keymap {
    fn default() -> Self {
        let mut map = HashMap::new();
        for row in TABLE {
            for place in row.places {
                map.extend(row.keys.iter().enumerate().map(|(index, key)| ((*place, *key), (row.act)(index))));
            }
        }
        Self(map)
    }
}

impl Keymap {
    /// What the key of this name asks for.
    pub fn action(&self, place: Place, key: &str) -> Option<Action> {
        self.0.get(&(place, key)).copied()
    }
}
