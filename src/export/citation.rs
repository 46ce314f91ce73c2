//! A passage with who said it and where it is from, as text to be pasted.

use crate::model::article::Article;
use crate::model::document::Document;
use crate::model::quote::{Certainty, Quote, QuoteKind};
use crate::text::span::TextSpan;

/// The words that are copied, and who said them where somebody did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    pub words: String,
    pub said: Option<Said>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    pub speaker: String,
    pub kind: QuoteKind,
    pub certainty: Certainty,
}

impl Passage {
    /// A quote of an article; reported speech with all of its sentence, without which it could say its opposite.
    pub fn of_quote(quote: &Quote, document: &Document) -> Self {
        let text = &document.text;
        let said = quote.speaker.as_ref().map(|speaker| Said {
            speaker: speaker.name.clone(),
            kind: quote.kind,
            certainty: quote.certainty,
        });
        let words = match quote.kind {
            QuoteKind::Indirect | QuoteKind::Mixed => {
                let extent = quote.extent();
                let (first, last) = (document.sentence_at(extent.start), document.sentence_at(extent.end - 1));
                TextSpan::new(first.start, last.end.max(extent.end)).of(text).replace('\n', " ")
            }
            QuoteKind::Direct => quote.words(text),
        };
        Self { words, said }
    }
}

/// “Words,” said a speaker. An author, “Headline”, Publisher, 2 May 2024, address.
pub fn plain(article: &Article, passage: &Passage) -> String {
    let words = match &passage.said {
        Some(said) if said.kind != QuoteKind::Direct => {
            format!("{} ({}, as reported{}).", marked(&passage.words), said.speaker, doubt(said.certainty, "; "))
        }
        Some(said) => {
            let doubt = doubt(said.certainty, " (");
            let close = if doubt.is_empty() { "" } else { ")" };
            format!("{} said {}{doubt}{close}.", with_comma(&marked(&passage.words)), said.speaker)
        }
        None => marked(&passage.words),
    };
    format!("{words} {}.", source(article, |headline, _| format!("“{}”", inner_marks(headline)), true))
}

/// A block quote, and below it who said it and a link to where.
pub fn markdown(article: &Article, passage: &Passage) -> String {
    let words: Vec<String> = passage.words.lines().map(|line| format!("> {}", escaped(line))).collect();
    let said = passage.said.as_ref();
    let speaker = said.map(|said| {
        let reported = if said.kind != QuoteKind::Direct { ", reported" } else { "" };
        format!("{}{reported}{}, in ", escaped(&said.speaker), doubt(said.certainty, ", "))
    });
    let headline = |headline: &str, url: Option<&str>| match url {
        Some(url) => format!("[{}]({})", escaped(headline), address(url)),
        None => format!("*{}*", escaped(headline)),
    };
    format!("{}\n> — {}{}\n", words.join("\n"), speaker.unwrap_or_default(), source(article, headline, false))
}

/// The author, headline, publisher and date, as far as they are known; the address at the end if `with_address`.
fn source(article: &Article, headline: impl Fn(&str, Option<&str>) -> String, with_address: bool) -> String {
    let author = article.byline.as_deref().map(author);
    let url = article.url.as_deref();
    let date = article.published.map(|date| date.strftime("%-d %B %Y").to_string());
    let parts = [
        author.filter(|_| with_address),
        Some(headline(article.title(), url)),
        article.publisher.clone(),
        date,
        url.filter(|_| with_address).map(str::to_owned),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The names of a byline, without "By" and without what they are.
pub(super) fn author(byline: &str) -> String {
    let names = byline.strip_prefix("By ").or_else(|| byline.strip_prefix("by ")).unwrap_or(byline);
    let is_capacity = |rest: &str| rest.starts_with(char::is_lowercase) && !rest.starts_with("and ");
    let capacity = names.match_indices(", ").find(|(at, _)| names.get(at + 2..).is_some_and(is_capacity));
    capacity.and_then(|(at, _)| names.get(..at)).unwrap_or(names).to_owned()
}

/// What is said of a speaker that is not certain, after `joint`.
fn doubt(certainty: Certainty, joint: &str) -> String {
    match certainty {
        Certainty::Certain => String::new(),
        other => format!("{joint}speaker inferred: {}", other.name()),
    }
}

/// The words in marks, where they are in none.
fn marked(words: &str) -> String {
    let words = words.trim();
    if words.starts_with(['“', '"', '‘', '«', '„']) {
        words.to_owned()
    } else {
        format!("“{}”", inner_marks(words))
    }
}

/// Double marks as single ones, as they are written inside others.
fn inner_marks(words: &str) -> String {
    words.replace('“', "‘").replace('”', "’")
}

/// Words in marks as they stand before "said": a comma before the closing mark instead of a full stop.
fn with_comma(words: &str) -> String {
    let Some(closing) = words.chars().last().filter(|last| matches!(last, '”' | '"' | '’' | '»' | '“')) else {
        return format!("{words},");
    };
    let inner = words.strip_suffix(closing).unwrap_or(words);
    match inner.chars().last() {
        Some('.') => format!("{},{closing}", inner.trim_end_matches('.')),
        Some(',' | '?' | '!' | '…' | '—' | '–') => words.to_owned(),
        _ => format!("{inner},{closing}"),
    }
}

/// Text that Markdown shows as it is.
pub(super) fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#') {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

/// An address that can stand in the brackets of a Markdown link.
pub(super) fn address(url: &str) -> String {
    url.replace(' ', "%20").replace('(', "%28").replace(')', "%29").replace('<', "%3C").replace('>', "%3E")
}
