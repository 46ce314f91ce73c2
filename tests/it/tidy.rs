//! The house rules: the map, no cycles, short files that say what they are, a README that does not drift.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use pullquote::actions::{Group, Place, TABLE};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file below a folder of the project.
fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            files.extend(rust_files(&entry));
        } else if entry.extension().is_some_and(|ending| ending == "rs") {
            files.push(entry);
        }
    }
    files.sort();
    files
}

/// The map of `src/lib.rs`: each folder with the folders it may use.
fn map() -> Vec<(String, HashSet<String>)> {
    let lib = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let rows = lib.lines().filter_map(|line| line.strip_prefix("//! |"));
    rows.skip(2)
        .map(|row| {
            let cells: Vec<&str> = row.split('|').map(str::trim).collect();
            (cells[0].to_owned(), cells[2].split_whitespace().map(str::to_owned).collect())
        })
        .collect()
}

/// The top folder of `src` that a file belongs to.
fn folder_of(file: &Path) -> String {
    let inside = file.strip_prefix(root().join("src")).unwrap();
    inside.components().next().unwrap().as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned()
}

/// The folders that a file names with `crate::`.
fn uses(file: &Path) -> HashSet<String> {
    let source = fs::read_to_string(file).unwrap();
    let code = source.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let parts = code.split("crate::").skip(1);
    let word = |part: &str| {
        part.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next().unwrap_or("").to_owned()
    };
    parts.map(word).filter(|word| !word.is_empty()).collect()
}

#[test]
fn a_folder_uses_only_what_the_map_allows() {
    let map: HashMap<_, _> = map().into_iter().collect();
    for file in rust_files(&root().join("src")) {
        let folder = folder_of(&file);
        if folder == "lib" || folder == "main" {
            continue;
        }
        let allowed = map.get(&folder).unwrap_or_else(|| panic!("{folder} is not on the map of src/lib.rs"));
        for used in uses(&file) {
            let own = used == folder;
            assert!(own || allowed.contains(&used), "{} uses {used}, which the map does not allow", file.display());
        }
    }
}

#[test]
fn the_map_has_no_cycle() {
    let mut above: HashSet<String> = HashSet::new();
    for (folder, allowed) in map() {
        for other in allowed.iter().filter(|other| *other != "-") {
            assert!(above.contains(other), "{folder} may use {other}, which does not stand above it");
        }
        above.insert(folder);
    }
}

#[test]
fn every_folder_of_the_map_is_there() {
    for (folder, _) in map() {
        let here = root().join("src").join(&folder);
        assert!(here.is_dir() || here.with_extension("rs").is_file(), "{folder}");
    }
}

#[test]
fn every_file_says_in_one_sentence_what_it_is() {
    for file in rust_files(&root().join("src")).into_iter().chain(rust_files(&root().join("tests"))) {
        let source = fs::read_to_string(&file).unwrap();
        let first = source.lines().next().unwrap_or("");
        assert!(first.starts_with("//! ") && first.len() > 20, "{} does not begin with a //! sentence", file.display());
    }
}

#[test]
fn no_file_is_longer_than_400_lines() {
    for file in rust_files(&root().join("src")).into_iter().chain(rust_files(&root().join("tests"))) {
        let lines = fs::read_to_string(&file).unwrap().lines().count();
        assert!(lines <= 400, "{} has {lines} lines: which noun is hiding in it?", file.display());
    }
}

#[test]
fn no_key_is_named_outside_the_table() {
    for file in rust_files(&root().join("src/app"))
        .into_iter()
        .chain(rust_files(&root().join("src/session.rs").parent().unwrap().join("view")))
    {
        let source = fs::read_to_string(&file).unwrap();
        assert!(!source.contains("KeyCode"), "{} knows a key", file.display());
    }
}

/// The README's table of keys, made from the table of actions.
fn key_table() -> String {
    let mut table = String::from("| key | where | does |\n|---|---|---|\n");
    for group in Group::ALL {
        for row in TABLE.iter().filter(|row| row.group == group) {
            let keys = row.keys.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(" ");
            let screens =
                [Place::Start, Place::Articles, Place::Text, Place::Quotes, Place::Entities, Place::Bookmarks];
            let places = if screens.iter().all(|place| row.places.contains(place)) {
                "everywhere".to_owned()
            } else if row.places.len() > 2 && row.places.iter().all(|place| place.is_typed()) {
                "in a line".to_owned()
            } else {
                row.places.iter().map(|place| place.name().to_lowercase()).collect::<Vec<_>>().join(", ")
            };
            let keys = if keys.is_empty() { format!("`:` {}", row.name) } else { keys };
            table += &format!("| {keys} | {places} | {} |\n", row.help);
        }
    }
    table
}

#[test]
fn the_table_of_keys_in_the_readme_is_the_table_of_actions() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    assert!(readme.contains(&key_table()), "the README's table should be:\n{}", key_table());
}
