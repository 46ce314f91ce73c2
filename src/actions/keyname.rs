//! The names of keys as people write them, brought to the one form that the table uses.

/// The keys that have a name, beside the function keys.
const NAMED: [&str; 15] = [
    "Space",
    "Enter",
    "Esc",
    "Tab",
    "Backspace",
    "Delete",
    "Insert",
    "Up",
    "Down",
    "Left",
    "Right",
    "Home",
    "End",
    "PgUp",
    "PgDn",
];
/// Other names for the same keys.
const ALSO: [(&str, &str); 8] = [
    ("return", "Enter"),
    ("escape", "Esc"),
    ("del", "Delete"),
    ("ins", "Insert"),
    ("pageup", "PgUp"),
    ("pagedown", "PgDn"),
    ("bs", "Backspace"),
    ("backtab", "Shift-Tab"),
];
/// Keys that terminals send as others.
const SENT_AS: [(&str, &str); 4] = [("Ctrl-i", "Tab"), ("Ctrl-m", "Enter"), ("Ctrl-[", "Esc"), ("Ctrl-h", "Backspace")];

/// Why a name is no key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mistake {
    /// No key is called so.
    Unknown,
    /// Terminals can't tell it from another key.
    SentAs(&'static str),
}

/// The key as the table writes it: "ctrl+F" is "Ctrl-f", "pagedown" is "PgDn".
pub fn canonical(written: &str) -> Result<String, Mistake> {
    let mut rest = written.trim();
    let mut held = [false; 3];
    while let Some((which, after)) = modifier(rest) {
        held[which] = true;
        rest = after;
    }
    let mut key = plain(rest).ok_or(Mistake::Unknown)?;
    if let Some(named) = key.strip_prefix("Shift-") {
        held[2] = true;
        key = named.to_owned();
    }
    if key.chars().count() == 1 && held[2] {
        key = key.to_uppercase();
        held[2] = false;
    }
    if held[0] {
        key = if key.chars().count() == 1 { key.to_lowercase() } else { key };
    }
    let names = ["Ctrl-", "Alt-", "Shift-"];
    let before: String = names.iter().zip(held).filter(|(_, held)| *held).map(|(name, _)| *name).collect();
    let name = before + &key;
    match SENT_AS.iter().find(|(key, _)| *key == name) {
        Some((_, other)) => Err(Mistake::SentAs(other)),
        None => Ok(name),
    }
}

/// A modifier at the start: which of Ctrl, Alt and Shift, and what is left.
fn modifier(written: &str) -> Option<(usize, &str)> {
    let (name, rest) = written.split_once(['-', '+'])?;
    let which = match name.to_ascii_lowercase().as_str() {
        "ctrl" | "control" | "c" | "^" => 0,
        "alt" | "meta" | "m" | "a" => 1,
        "shift" | "s" => 2,
        _ => return None,
    };
    (!rest.is_empty()).then_some((which, rest))
}

fn plain(written: &str) -> Option<String> {
    let lower = written.to_ascii_lowercase();
    let mut letters = written.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return (!letter.is_control() && !letter.is_whitespace()).then(|| written.to_owned());
    }
    if let Some(number) = lower.strip_prefix('f').and_then(|number| number.parse::<u8>().ok()) {
        return (1..=24).contains(&number).then(|| format!("F{number}"));
    }
    let named = NAMED.iter().find(|name| name.eq_ignore_ascii_case(written)).copied();
    named.or_else(|| ALSO.iter().find(|(also, _)| *also == lower).map(|(_, name)| *name)).map(str::to_owned)
}

/// Names to compare a misspelt one with.
pub fn known() -> impl Iterator<Item = &'static str> {
    NAMED.into_iter().chain(ALSO.into_iter().map(|(also, _)| also))
}
