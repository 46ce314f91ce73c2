//! A settings file as entries with their lines, and the sentences for what is wrong in it.

use std::fmt;

use strsim::damerau_levenshtein;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::model::settings::WrittenFile;
use crate::text::printable::printable;

/// Something in a settings file that can't be followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub file: String,
    /// Counted from 1; 0 where it is about the whole file.
    pub line: usize,
    pub sentence: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Names and values in it come from outside, and may be long.
        let sentence: String = printable(&self.sentence).chars().take(LONGEST).collect();
        match self.line {
            0 => write!(out, "{}: {sentence}", self.file),
            line => write!(out, "{}:{line}: {sentence}", self.file),
        }
    }
}

/// One `key = value`, in its table if it has one.
pub struct Entry<'t> {
    pub table: Option<&'t str>,
    pub key: &'t str,
    pub value: &'t DeValue<'t>,
    pub line: usize,
}

/// The most letters of a sentence.
const LONGEST: usize = 300;
/// More bytes than any settings have.
const MOST_BYTES: usize = 256 << 10;
/// More mistakes of syntax than anybody wants to be told of one file.
const MOST_MISTAKES: usize = 20;

/// Gives the entries of a file to `take`, one by one; the problems of the file, and those that `take` finds.
pub fn read(file: &WrittenFile, mut take: impl FnMut(&Entry<'_>) -> Result<(), String>) -> Vec<Problem> {
    let about = |line, sentence| Problem { file: file.name.clone(), line, sentence };
    let text = match &file.text {
        None => return Vec::new(),
        Some(Err(sentence)) => return vec![about(0, sentence.clone())],
        Some(Ok(text)) if text.len() > MOST_BYTES => {
            let most = MOST_BYTES >> 10;
            return vec![about(0, format!("too large for settings (over {most} KB); the defaults hold."))];
        }
        Some(Ok(text)) => text,
    };
    let (table, mistakes) = DeTable::parse_recoverable(text);
    let ends: Vec<usize> = memchr::memchr_iter(b'\n', text.as_bytes()).collect();
    let line = |at: usize| 1 + ends.partition_point(|end| *end < at);
    let mut problems: Vec<Problem> = mistakes
        .iter()
        .take(MOST_MISTAKES)
        .map(|mistake| {
            let at = mistake.span().map_or(0, |span| line(span.start));
            about(at, format!("this is not TOML ({}); the line is passed over.", mistake.message()))
        })
        .collect();
    let mut visit = |table: Option<&str>, key: &Spanned<toml::de::DeString<'_>>, value: &Spanned<DeValue<'_>>| {
        let line = line(key.span().start);
        let entry = Entry { table, key: key.get_ref(), value: value.get_ref(), line };
        if let Err(sentence) = take(&entry) {
            problems.push(about(line, sentence));
        }
    };
    for (key, value) in table.get_ref().iter() {
        match value.get_ref().as_table() {
            // A table in braces is a value, as a style is.
            Some(inner) if text.as_bytes().get(value.span().start) != Some(&b'{') => {
                inner.iter().for_each(|(name, value)| visit(Some(key.get_ref()), name, value))
            }
            _ => visit(None, key, value),
        }
    }
    problems.sort_by_key(|problem| problem.line);
    problems.truncate(MOST_MISTAKES);
    problems
}

/// "; did you mean …?" with the nearest of `names`, where one is near.
pub fn nearest<'n>(written: &str, names: impl Iterator<Item = &'n str>) -> String {
    let lower: String = written.to_lowercase().chars().take(40).collect();
    let near = names.map(|name| (damerau_levenshtein(&lower, &name.to_lowercase()), name)).min();
    match near {
        Some((distance, name)) if distance <= (name.len() / 3).max(1) && distance < name.len() => {
            format!("; did you mean {name:?}?")
        }
        _ => String::new(),
    }
}

/// A value as it is shown in a sentence: short, and without what could drive a terminal.
pub fn shown(value: &DeValue<'_>) -> String {
    let words = match value {
        DeValue::String(text) => format!("{text:?}"),
        DeValue::Integer(number) => number.to_string(),
        DeValue::Float(number) => number.to_string(),
        DeValue::Boolean(truth) => truth.to_string(),
        DeValue::Datetime(date) => date.to_string(),
        DeValue::Array(_) => "a list".to_owned(),
        DeValue::Table(_) => "a table".to_owned(),
    };
    if words.chars().count() > 40 { words.chars().take(39).chain(['…']).collect() } else { words }
}
