//! Finds words in the article, whatever their case, accents and typographic marks.

use super::reading::Reading;
use super::words::short;
use crate::text::find::Folded;
use crate::text::sentences::sentences;
use crate::text::span::TextSpan;

/// What is looked for, where it stands, and the place that was shown last.
#[derive(Debug)]
pub struct Search {
    words: String,
    hits: Vec<TextSpan>,
    shown: usize,
}

/// Goes to the words from here on, or, without words, to where they stand next.
pub fn find(reading: &mut Reading, words: &str) -> String {
    let found = if words.is_empty() { reading.sought.take().map(next) } else { begun(reading, words) };
    let Some((search, again)) = found else {
        return match words {
            "" => "Nothing was looked for yet. / and words finds them.".to_owned(),
            _ => missing(words),
        };
    };
    let answer = shown(reading, &search, again);
    reading.sought = Some(search);
    answer
}

fn next(search: Search) -> (Search, bool) {
    let shown = (search.shown + 1) % search.hits.len().max(1);
    (Search { shown, ..search }, shown == 0)
}

/// A new search, at its first hit from the paragraph on; and whether that is above it.
fn begun(reading: &Reading, words: &str) -> Option<(Search, bool)> {
    let hits = hits(reading, words);
    let here = reading.start();
    let shown = hits.iter().position(|hit| hit.start >= here);
    let again = shown.is_none();
    let search = Search { words: words.to_owned(), shown: shown.unwrap_or(0), hits };
    (!search.hits.is_empty()).then_some((search, again))
}

/// Where the words stand, lines set aside left out.
fn hits(reading: &Reading, words: &str) -> Vec<TextSpan> {
    let document = &reading.article.document;
    let mut hits = Folded::of(&document.text).find(&document.text, words.trim());
    hits.dedup_by_key(|hit| hit.start);
    hits.retain(|hit| reading.block(hit.start).is_some_and(|block| block.aside.is_none()));
    hits
}

fn shown(reading: &mut Reading, search: &Search, again: bool) -> String {
    let Some(hit) = search.hits.get(search.shown) else {
        return missing(&search.words);
    };
    reading.move_to(hit.start);
    let again = match (again, search.hits.len()) {
        (true, 1) => "Only here. ",
        (true, _) => "Again from the top. ",
        (false, _) => "",
    };
    let place = reading.place(hit.start);
    format!("{again}{} of {}, {place}:\n{}", search.shown + 1, search.hits.len(), sentence(reading, *hit))
}

fn missing(words: &str) -> String {
    format!("“{}” is not in this article.", short(words))
}

/// The sentence, or sentences, that the hit stands in.
fn sentence(reading: &Reading, hit: TextSpan) -> String {
    let Some(block) = reading.block(hit.start) else { return String::new() };
    let words = reading.article.document.slice(block.span);
    let touched = |span: &TextSpan| span.contains(hit.start) || span.overlaps(hit);
    let all = sentences(words).into_iter().map(|span| span.shifted(block.span.start)).filter(touched);
    let all: Vec<&str> = all.map(|span| span.of(&reading.article.document.text)).collect();
    if all.is_empty() { words.to_owned() } else { all.join(" ") }
}
