//! Word clusters and lists of names as bytes that the tagger reads in place.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::Path;

use crate::analysis::tagger::index;
use crate::analysis::tagger::tables::{CITY, FIRST, LAST, RARE_LAST, SMALL_CITY, packed};

/// The lists of names and the bit of each.
const LISTS: [(&str, u8); 5] = [
    ("first.txt", FIRST),
    ("last_common.txt", LAST),
    ("last_rare.txt", RARE_LAST),
    ("city_big.txt", CITY),
    ("city_small.txt", SMALL_CITY),
];

/// The lists of a folder: `clusters.tsv` (a form and its clusters out of 64, 256 and 1,024 in each line) and the
/// lists of names.
///
/// A form whose small letters have the same clusters is left out: it is found by these.
pub fn written(folder: &Path) -> Result<Vec<u8>, String> {
    let mut bytes = index::written(&clusters(folder)?);
    let mut names: BTreeMap<String, u8> = BTreeMap::new();
    for (file, bit) in LISTS {
        for name in read(&folder.join(file))?.lines().map(str::trim).filter(|name| !name.is_empty()) {
            *names.entry(name.to_owned()).or_default() |= bit;
        }
    }
    let names: Vec<(String, Vec<u8>)> = names.into_iter().map(|(name, bits)| (name, vec![bits])).collect();
    bytes.extend(index::written(&names));
    Ok(bytes)
}

fn clusters(folder: &Path) -> Result<Vec<(String, Vec<u8>)>, String> {
    let content = read(&folder.join("clusters.tsv"))?;
    let mut all: Vec<(&str, [u32; 3])> = Vec::new();
    for line in content.lines() {
        let mut cells = line.split('\t');
        let form = cells.next().unwrap_or_default();
        let numbers: Vec<u32> = cells.filter_map(|cell| cell.parse().ok()).collect();
        all.extend(<[u32; 3]>::try_from(numbers).ok().map(|numbers| (form, numbers)));
    }
    let known: HashMap<&str, [u32; 3]> = all.iter().copied().collect();
    let needed = |form: &str, numbers: &[u32; 3]| {
        let lower = form.to_lowercase();
        form == lower || known.get(lower.as_str()) != Some(numbers)
    };
    let worthy = |form: &str| form.chars().any(char::is_alphabetic) && form.len() <= 40;
    all.retain(|(form, numbers)| worthy(form) && needed(form, numbers));
    all.sort_unstable();
    Ok(all.into_iter().map(|(form, numbers)| (form.to_owned(), packed(numbers))).collect())
}

fn read(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}
