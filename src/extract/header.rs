//! What stands above an article: headline, standfirst, byline, date; recognised by how each is written.

use super::boilerplate::reading_time;
use super::dates;
use jiff::civil::Date;

/// What a line near the top is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    Byline(String),
    Dateline(Date),
    ReadingTime,
    Other,
}

/// The longest headline, in characters.
const HEADLINE: usize = 180;
/// The longest byline or date line, in characters.
const SHORT: usize = 110;

/// Whether the first paragraph is a headline rather than the beginning of the text.
pub fn is_headline(line: &str) -> bool {
    let length = line.chars().count();
    let sentences = line.matches(". ").count();
    length <= HEADLINE && sentences < 2 && !(line.ends_with('.') && length > 90)
}

/// What a line under the headline is.
pub fn part(line: &str) -> Part {
    if reading_time(line) {
        Part::ReadingTime
    } else if let Some(name) = byline(line) {
        Part::Byline(name)
    } else if let Some(date) = dateline(line) {
        Part::Dateline(date)
    } else {
        Part::Other
    }
}

/// Who wrote it, where a line says so: "By Ana Pereira, political correspondent".
pub fn byline(line: &str) -> Option<String> {
    let name =
        line.strip_prefix("By ").or_else(|| line.strip_prefix("BY ")).or_else(|| line.strip_prefix("by "))?.trim();
    let named = name.starts_with(|letter: char| letter.is_uppercase()) || name.starts_with("the ");
    let short = line.chars().count() <= SHORT && !line.ends_with(['.', '”', '’', '?', '!']);
    (named && short).then(|| name.to_owned())
}

/// The day of a line that says when, and little else.
pub fn dateline(line: &str) -> Option<Date> {
    let date = dates::find(line)?;
    let words = line.split_whitespace().count();
    let lower = line.to_lowercase();
    let told = ["published", "updated", "posted", "modified"].iter().any(|word| lower.contains(word));
    (line.chars().count() <= SHORT && !line.ends_with('.') && ((told && words <= 16) || words <= 8)).then_some(date)
}

/// A byline with a reading time or date stuck to its end, in its parts.
pub fn split(line: &str) -> Vec<&str> {
    if line.chars().count() > 2 * SHORT {
        return vec![line];
    }
    let Some(at) = line.find(['·', '|', '•']).filter(|at| *at > 0) else { return vec![line] };
    let (before, after) = line.split_at(at);
    let rest = after.trim_start_matches(['·', '|', '•', ' ']);
    let known = |part: &str| part_is_known(part.trim());
    if !known(before) || !known(rest) {
        return vec![line];
    }
    let dated = matches!(part(rest.trim()), Part::Dateline(_));
    vec![before.trim(), if dated { rest.trim() } else { after.trim_start_matches(['|', ' ']).trim() }]
}

fn part_is_known(line: &str) -> bool {
    !matches!(part(line), Part::Other)
}

/// Whether a paragraph under the headline sums the article up: short, before the byline or the text.
pub fn is_standfirst(line: &str, next: Option<&str>) -> bool {
    (20..=320).contains(&line.chars().count()) && next.is_some_and(part_is_known)
}
