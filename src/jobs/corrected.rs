//! What is found in an article with what its reader said laid over it, for programs that print.

use std::cmp::Reverse;

use super::ingest;
use crate::model::article::{Article, Origin};
use crate::model::correction::Correction;
use crate::model::document::{Block, BlockKind, Document};
use crate::model::laying::{LaidOver, laid_over};
use crate::store::library::looking::Kept;
use crate::store::library::{Error, Library};
use crate::text::span::TextSpan;

/// What is found in an article, corrected where the library knows the article.
pub fn corrected(library: Option<&Library>, origin: &Origin, article: &Article) -> Result<LaidOver, Error> {
    match library {
        Some(library) => match library.known(origin, article)? {
            Some(id) => corrected_as(library, id, article),
            None => Ok(as_found(article)),
        },
        None => Ok(as_found(article)),
    }
}

/// What is found in an article, without any correction.
pub fn as_found(article: &Article) -> LaidOver {
    LaidOver { analysis: ingest::analysed(article), ..LaidOver::default() }
}

/// What is found in the article with this number.
pub fn corrected_as(library: &Library, id: i64, article: &Article) -> Result<LaidOver, Error> {
    let (own, learnt) = (library.corrections(id)?, library.learnt(id)?);
    Ok(laid_over(&ingest::analysed(article), &article.document.text, &own, &learnt))
}

/// An article that the library keeps, in the text in which most of what was said of its quotes stands: as it is read
/// from where it came, else as the library kept it, in paragraphs.
pub fn kept(library: &Library, kept: &Kept) -> Result<Article, Error> {
    let journal = library.corrections(kept.id)?;
    let read = match &kept.origin {
        Some(origin) => match ingest::read(origin) {
            Ok(article) if library.known(origin, &article)? == Some(kept.id) => Some(article),
            _ => None,
        },
        None => None,
    };
    let standing = |text: &str| {
        let quotes = journal.done.iter().filter_map(Correction::of_quote);
        quotes.filter(|quote| quote.of.find(text).is_some()).count()
    };
    let texts = read.iter().map(|article| &article.document.text).chain(&kept.texts);
    // Of several the first: the file itself, then what was read last.
    let best = texts.enumerate().min_by_key(|(at, text)| (Reverse(standing(text)), *at)).map(|(at, _)| at);
    let is_read = read.is_some();
    Ok(match (best, read) {
        (Some(0), Some(article)) => article,
        (at, _) => {
            of_text(kept, at.and_then(|at| kept.texts.get(at - usize::from(is_read))).map_or("", String::as_str))
        }
    })
}

fn of_text(kept: &Kept, text: &str) -> Article {
    let lines = text.split('\n').filter(|line| !line.trim().is_empty()).map(|line| TextSpan::within(text, line));
    let block = |(index, span): (usize, TextSpan)| {
        let headline = index == 0 && span.of(text) == kept.headline;
        let kind = if headline { BlockKind::Headline } else { BlockKind::Paragraph };
        Block { kind, span, aside: None }
    };
    Article {
        headline: Some(kept.headline.clone()),
        publisher: kept.publisher.clone(),
        url: kept.url.clone(),
        words: text.split_whitespace().count(),
        document: Document {
            text: text.to_owned(),
            blocks: lines.enumerate().map(block).collect(),
            inlines: Vec::new(),
        },
        ..Article::default()
    }
}
