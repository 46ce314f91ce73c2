//! The blocks of a page in their places: its head once, what is no part of it set aside.

use super::boilerplate::{aside, is_rule};
use super::build::{Builder, Rich};
use super::header::{Part, part, split};
use super::walk::Found;
use crate::model::article::Article;
use crate::model::document::{Aside, BlockKind, InlineKind};

/// Blocks at the start among which the parts of the head are looked for.
const HEAD: usize = 8;

/// Puts the head of the article before what was found, and both into its document.
pub fn assemble(found: Vec<Found>, standfirst: Option<&str>, article: &mut Article) {
    let mut found: Vec<Found> = found.into_iter().filter(|part| !words_of(part).is_some_and(is_rule)).collect();
    let mut builder = Builder::default();
    if let Some(at) = headline_at(&found, article.headline.as_deref())
        && let Found::Words(_, words) = found.remove(at)
    {
        article.headline = Some(words.text.trim().to_owned());
    }
    let headline = article.headline.clone().unwrap_or_default();
    builder.push(BlockKind::Headline, headline.clone(), None);
    let summary = standfirst.map(str::to_owned).or_else(|| emphasised(&found));
    let summary = summary.filter(|words| !same(words, &headline));
    builder.push(BlockKind::Standfirst, summary.clone().unwrap_or_default(), None);
    let repeated =
        |words: &str| same(words, &headline) || summary.as_deref().is_some_and(|summary| same(words, summary));
    found.retain({
        let mut at = 0;
        move |part| {
            at += 1;
            at > HEAD || !words_of(part).is_some_and(&repeated)
        }
    });
    lines_of_the_head(&mut found, article, &mut builder);
    if let Some(Found::Words(_, words)) = found.first().filter(|part| is_kicker(part)) {
        builder.push(BlockKind::Paragraph, words.text.clone(), Some(Aside::Notice));
        found.remove(0);
    }
    found.into_iter().for_each(|part| put(part, &mut builder));
    article.document = builder.finish();
}

/// Where the headline stands among the blocks: the first heading of the first level, if the page's own headline
/// does not gainsay it.
fn headline_at(found: &[Found], known: Option<&str>) -> Option<usize> {
    let headings = found.iter().enumerate().take(HEAD).filter_map(|(at, part)| match part {
        Found::Words(BlockKind::Heading(level), words) => Some((at, *level, words.text.trim())),
        _ => None,
    });
    let own = |(_, level, words): &(usize, u8, &str)| match known {
        Some(known) => same(words, known) || *level == 1,
        None => *level == 1,
    };
    let mut headings = headings.filter(own);
    headings.next().map(|(at, _, _)| at)
}

fn words_of(part: &Found) -> Option<&str> {
    match part {
        Found::Words(_, words) => Some(words.text.trim()),
        _ => None,
    }
}

/// The name of a section above the text: a few words that are all one link.
fn is_kicker(part: &Found) -> bool {
    let Found::Words(BlockKind::Paragraph, words) = part else { return false };
    let linked = words
        .inlines
        .iter()
        .any(|inline| matches!(inline.kind, InlineKind::Link(_)) && inline.span.len() == words.text.trim().len());
    linked && words.text.split_whitespace().count() <= 3
}

/// A first paragraph that is all emphasis introduces what follows.
fn emphasised(found: &[Found]) -> Option<String> {
    let Some(Found::Words(BlockKind::Paragraph, words)) = found.first() else { return None };
    let text = words.text.trim();
    if part(split(text).first().unwrap_or(&text)) != Part::Other {
        return None;
    }
    let all = words.inlines.iter().any(|inline| inline.kind == InlineKind::Emphasis && inline.span.len() == text.len());
    (all && text.chars().count() < 600).then(|| text.to_owned())
}

/// The same words, whatever their case and marks.
fn same(one: &str, other: &str) -> bool {
    let bare = |text: &str| {
        text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
    };
    !one.is_empty() && bare(one) == bare(other)
}

/// Byline and dates: taken from the first blocks, else written from what the page says of itself.
fn lines_of_the_head(found: &mut Vec<Found>, article: &mut Article, builder: &mut Builder) {
    let mut later = Vec::new();
    let (mut byline, mut dateline) = (None, None);
    let early = found.len().min(HEAD);
    for piece in found.drain(..early).flat_map(divided) {
        match words_of(&piece).map_or(Part::Other, part) {
            Part::Byline(name) if byline.is_none() => {
                byline = words_of(&piece).map(|words| Rich::from(words.to_owned()));
                article.byline.get_or_insert(name);
            }
            Part::Dateline(date) if dateline.is_none() => {
                dateline = words_of(&piece).map(|words| Rich::from(words.to_owned()));
                article.published.get_or_insert(date);
            }
            _ => later.push(piece),
        }
    }
    found.splice(..0, later);
    if let Some(name) = article.byline.clone().filter(|_| byline.is_none()) {
        found.retain(|piece| !words_of(piece).is_some_and(|words| same(words, &name)));
        byline = Some(Rich::from(format!("By {name}")));
    }
    builder.push(BlockKind::Byline, byline.unwrap_or_default(), None);
    let written = article.published.map(|date| Rich::from(date.strftime("%A %-d %B %Y").to_string()));
    builder.push(BlockKind::Dateline, dateline.or(written).unwrap_or_default(), None);
}

/// A line that holds several parts of the head, in its parts.
fn divided(piece: Found) -> Vec<Found> {
    let parts: Vec<String> = words_of(&piece).map(split).unwrap_or_default().into_iter().map(str::to_owned).collect();
    if parts.len() < 2 {
        return vec![piece];
    }
    parts.into_iter().map(|words| Found::Words(BlockKind::Paragraph, words.into())).collect()
}

fn put(part: Found, builder: &mut Builder) {
    match part {
        Found::Code(lines) => builder.push_code(&lines),
        Found::Table { cells, headed } => builder.push_table(&cells, headed),
        Found::Words(kind, words) => {
            let why = match kind {
                BlockKind::Caption => aside(words.text.trim()).filter(|why| *why == Aside::Credit),
                BlockKind::Quote => None,
                _ => aside(words.text.trim()),
            };
            builder.push(kind, words, why);
        }
    }
}
