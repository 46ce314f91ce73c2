//! A person's own keys, and the presets that come with the program.

use toml::de::DeValue;

use super::file::{self, Entry, Problem, shown};
use crate::actions::keymap::{Binding, Conflict, Keymap};
use crate::actions::keyname::{self, Mistake, canonical};
use crate::actions::{Place, TABLE};
use crate::model::settings::WrittenFile;

/// What an editor is given where there is no file of keys yet.
pub const TEMPLATE: &str = include_str!("../../assets/keys/template.toml");

/// The presets, in the form of a person's own file.
const PRESETS: [(&str, &str); 3] = [
    ("default", ""),
    ("less", include_str!("../../assets/keys/less.toml")),
    ("arrows", include_str!("../../assets/keys/arrows.toml")),
];

/// For wherever a row holds.
const EVERYWHERE: &str = "all";

/// The map that a file of keys makes, and what was wrong in the file.
pub fn read(written: &WrittenFile) -> (Keymap, Vec<Problem>) {
    let mut wish = Wish::default();
    let mut problems = file::read(written, |entry| wish.take(entry));
    let mut keymap = Keymap::default();
    if let Some((name, preset)) = wish.preset {
        let mut bound = Wish::default();
        let text = Some(Ok(preset.to_owned()));
        let mistakes = file::read(&WrittenFile { name: name.to_owned(), text }, |entry| bound.take(entry));
        problems.extend(mistakes);
        problems.extend(rebind(&mut keymap, &bound, name));
    }
    problems.extend(rebind(&mut keymap, &wish, &written.name));
    problems.extend(leave_a_way_out(&mut keymap, &written.name));
    problems.sort_by_key(|problem| problem.line);
    (keymap, problems)
}

/// Gives the rows without which nobody could leave a box or the program their keys back, where they lost all.
fn leave_a_way_out(keymap: &mut Keymap, file: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    for name in ["cancel", "interrupt"] {
        let Some(row) = TABLE.iter().position(|row| row.name == name) else { continue };
        if TABLE[row].places.iter().all(|place| !keymap.keys(*place, name).is_empty()) {
            continue;
        }
        let keys = TABLE[row].keys.iter().map(|key| (*key).to_owned()).collect();
        keymap.claim(&Binding { place: None, row, keys });
        let sentence = format!("{name:?} is a way out and has to keep a key; its default holds.");
        problems.push(Problem { file: file.to_owned(), line: 0, sentence });
    }
    problems
}

/// What a file asks for.
#[derive(Default)]
struct Wish {
    preset: Option<(&'static str, &'static str)>,
    bindings: Vec<Binding>,
    /// The line of each binding.
    lines: Vec<usize>,
}

fn rebind(keymap: &mut Keymap, wish: &Wish, file: &str) -> Vec<Problem> {
    let conflicts = keymap.rebind(&wish.bindings);
    let mut problems: Vec<Problem> = Vec::new();
    for Conflict { place, key, kept, refused } in conflicts {
        let binding = wish.bindings.iter().position(|binding| binding.row == refused);
        let line = binding.and_then(|at| wish.lines.get(at)).copied().unwrap_or(0);
        let (kept, refused, place) = (TABLE[kept].name, TABLE[refused].name, place.name());
        let sentence = format!(
            "{key} is the key of {kept:?} in {place} already; {refused:?} keeps its default there. Unbind the other \
             first: {kept} = \"\""
        );
        if !problems.iter().any(|other| other.line == line) {
            problems.push(Problem { file: file.to_owned(), line, sentence });
        }
    }
    problems
}

impl Wish {
    fn take(&mut self, entry: &Entry<'_>) -> Result<(), String> {
        let Some(table) = entry.table else { return self.take_preset(entry) };
        let place = place_named(table)?;
        let row = TABLE.iter().position(|row| row.name == entry.key).ok_or_else(|| {
            let nearest = file::nearest(entry.key, TABLE.iter().map(|row| row.name));
            format!("there is no action {:?}{nearest}", entry.key)
        })?;
        if place.is_some_and(|place| !TABLE[row].places.contains(&place)) {
            let places: Vec<&str> = TABLE[row].places.iter().map(|place| place.name()).collect();
            return Err(format!("{:?} does nothing in [{table}]; it holds in {}.", entry.key, places.join(", ")));
        }
        let keys = keys_of(entry.value)?;
        let typed = |place: &Place| place.is_typed() && keys.iter().any(|key| key.chars().count() == 1);
        if place.map_or_else(|| TABLE[row].places.iter().any(typed), |place| typed(&place)) {
            return Err("a letter is typed here, it can't be a key; take one with Ctrl or Alt.".to_owned());
        }
        self.bindings.push(Binding { place, row, keys });
        self.lines.push(entry.line);
        Ok(())
    }

    fn take_preset(&mut self, entry: &Entry<'_>) -> Result<(), String> {
        if entry.key != "preset" {
            let places = "[all], [text], [quotes], [entities] …";
            return Err(format!("{:?} stands in no table; keys stand under a place: {places}", entry.key));
        }
        let names = PRESETS.iter().map(|(name, _)| *name);
        let written = entry.value.as_str().unwrap_or_default();
        let preset = PRESETS.iter().find(|(name, _)| *name == written).ok_or_else(|| {
            let all: Vec<&str> = names.clone().collect();
            let nearest = file::nearest(written, names);
            format!("there is no preset {}{nearest} (there are {})", shown(entry.value), all.join(", "))
        })?;
        self.preset = Some(*preset);
        Ok(())
    }
}

fn place_named(table: &str) -> Result<Option<Place>, String> {
    if table == EVERYWHERE {
        return Ok(None);
    }
    let found = Place::ALL.into_iter().find(|place| place.name().eq_ignore_ascii_case(table));
    found.map(Some).ok_or_else(|| {
        let names: Vec<String> = Place::ALL.iter().map(|place| place.name().to_lowercase()).collect();
        let nearest = file::nearest(table, names.iter().map(String::as_str).chain([EVERYWHERE]));
        format!("there is no place [{table}]{nearest}")
    })
}

/// One key or a list of them; none where it is an empty text.
fn keys_of(value: &DeValue<'_>) -> Result<Vec<String>, String> {
    let wrong = || format!("keys are a text or a list of texts, not {}; the default holds.", shown(value));
    let written: Vec<&str> = match (value.as_str(), value.as_array()) {
        (Some(""), _) => return Ok(Vec::new()),
        (Some(key), _) => vec![key],
        (_, Some(keys)) => keys.iter().map(|key| key.get_ref().as_str()).collect::<Option<_>>().ok_or_else(wrong)?,
        _ => return Err(wrong()),
    };
    written.into_iter().map(key).collect()
}

fn key(written: &str) -> Result<String, String> {
    canonical(written).map_err(|mistake| match mistake {
        Mistake::Unknown => {
            let plain = written.rsplit(['-', '+']).next().unwrap_or(written);
            let nearest = file::nearest(plain, keyname::known());
            format!("no key is called {:?}{nearest}; the default holds.", written.chars().take(40).collect::<String>())
        }
        Mistake::SentAs(other) => format!("terminals send {other} for {written:?}; the default holds."),
    })
}
