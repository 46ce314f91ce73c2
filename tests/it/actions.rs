//! The table of actions: no key twice, every hint real, every key known to the keymap.

use std::collections::HashMap;

use pullquote::actions::hints::hints;
use pullquote::actions::keymap::Keymap;
use pullquote::actions::{Place, TABLE, named};

#[test]
fn no_key_has_two_meanings_in_one_place() {
    for place in Place::ALL {
        let mut seen: HashMap<&str, &str> = HashMap::new();
        for row in TABLE.iter().filter(|row| row.places.contains(&place)) {
            for key in row.keys {
                if let Some(other) = seen.insert(key, row.name) {
                    panic!("{key} is {other} and {} in {}", row.name, place.name());
                }
            }
        }
    }
}

#[test]
fn no_two_rows_have_one_name() {
    let mut names: Vec<&str> = TABLE.iter().map(|row| row.name).collect();
    names.sort_unstable();
    let count = names.len();
    names.dedup();
    assert_eq!(names.len(), count);
}

#[test]
fn every_hint_shows_keys_that_hold_in_its_place() {
    for place in Place::ALL {
        for name in hints(place).iter().flat_map(|hint| hint.rows) {
            let row = named(name).unwrap_or_else(|| panic!("{name} is no row"));
            assert!(row.places.contains(&place), "{name} does not hold in {}", place.name());
        }
    }
}

#[test]
fn every_key_of_the_table_is_in_the_keymap() {
    let keymap = Keymap::default();
    for row in TABLE {
        for (place, (index, key)) in
            row.places.iter().flat_map(|place| row.keys.iter().enumerate().map(move |key| (place, key)))
        {
            assert_eq!(keymap.action(*place, key), Some(row.action(index)), "{key} in {}", place.name());
        }
    }
}

#[test]
fn no_key_is_one_that_terminals_cannot_tell_from_another() {
    for key in TABLE.iter().flat_map(|row| row.keys) {
        assert!(!["Ctrl-i", "Ctrl-m", "Ctrl-h", "Ctrl-[", "Ctrl-s", "Ctrl-q"].contains(key), "{key}");
    }
}
