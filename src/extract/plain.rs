//! Plain text: its first line is the headline, and what follows is found by how it is written.

use std::borrow::Cow;

use super::boilerplate::{aside, is_rule};
use super::build::Builder;
use super::header::{Part, is_headline, is_standfirst, part, split};
use super::lines::{item, paragraphs};
use super::normalise::{clean, squeeze};
use crate::model::article::Article;
use crate::model::document::{Aside, BlockKind, ListItem};

/// Lines below the headline among which byline and date are looked for.
const HEAD: usize = 6;

pub fn read(text: &str) -> Article {
    let found: Vec<String> = paragraphs(&clean(text)).into_iter().map(tidy).filter(|line| !is_rule(line)).collect();
    let found: Vec<&str> = found
        .iter()
        .enumerate()
        .flat_map(|(at, line)| if at <= HEAD { split(line) } else { vec![line.as_str()] })
        .collect();
    let mut article = Article::default();
    let mut builder = Builder::default();
    let start = head(&found, &mut article, &mut builder);
    for (at, line) in found.iter().enumerate().skip(start) {
        match (aside(line), item(line)) {
            (Some(why), _) => builder.push(BlockKind::Paragraph, (*line).to_owned(), Some(why)),
            (None, Some((number, words))) if in_list(&found, at) => {
                builder.push(BlockKind::List(ListItem { depth: 0, number }), words.to_owned(), None);
            }
            _ if is_heading(&found, at) => builder.push(BlockKind::Heading(2), (*line).to_owned(), None),
            _ => builder.push(BlockKind::Paragraph, (*line).to_owned(), None),
        }
    }
    article.document = builder.finish();
    article
}

/// The line with single spaces; nearly all are so already.
fn tidy(line: String) -> String {
    let other = match squeeze(&line) {
        Cow::Borrowed(same) if same.len() == line.len() => None,
        other => Some(other.into_owned()),
    };
    other.unwrap_or(line)
}

/// Headline, standfirst, byline and dates; how many lines they take.
fn head(found: &[&str], article: &mut Article, builder: &mut Builder) -> usize {
    let Some(first) = found.first().filter(|line| is_headline(line) && found.len() > 1) else { return 0 };
    article.headline = Some((*first).to_owned());
    builder.push(BlockKind::Headline, (*first).to_owned(), None);
    let mut at = 1;
    if found.get(1).is_some_and(|line| part(line) == Part::Other && is_standfirst(line, found.get(2).copied())) {
        builder.push(BlockKind::Standfirst, found[1].to_owned(), None);
        at = 2;
    }
    while let Some(line) = found.get(at).filter(|_| at <= HEAD) {
        match part(line) {
            Part::Byline(name) => {
                article.byline.get_or_insert(name);
                builder.push(BlockKind::Byline, (*line).to_owned(), None);
            }
            Part::Dateline(date) => {
                let place = if line.to_lowercase().contains("updated") {
                    &mut article.modified
                } else {
                    &mut article.published
                };
                place.get_or_insert(date);
                builder.push(BlockKind::Dateline, (*line).to_owned(), None);
            }
            Part::ReadingTime => builder.push(BlockKind::Paragraph, (*line).to_owned(), Some(Aside::ReadingTime)),
            Part::Other => break,
        }
        at += 1;
    }
    at
}

/// Whether an item stands beside another one.
fn in_list(found: &[&str], at: usize) -> bool {
    let is_item = |index: usize| found.get(index).is_some_and(|line| item(line).is_some());
    is_item(at + 1) || at.checked_sub(1).is_some_and(is_item)
}

/// Whether a line is the title of a section: short, without a stop, between paragraphs that are much longer.
fn is_heading(found: &[&str], at: usize) -> bool {
    let line = found[at];
    let letters = line.chars().count();
    let ends = line.ends_with(|letter: char| letter.is_alphabetic());
    let begins = line.starts_with(|letter: char| letter.is_uppercase());
    let long =
        |index: Option<usize>| index.and_then(|index| found.get(index)).is_some_and(|line| line.chars().count() > 120);
    letters <= 60
        && ends
        && begins
        && !line.contains([':', '“', '"', '/'])
        && long(at.checked_sub(1))
        && long(Some(at + 1))
}
