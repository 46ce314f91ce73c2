//! Markdown: rendered to HTML by its specification, and walked as a page is; front matter gives the head.

use std::borrow::Cow;

use pulldown_cmark::{Options, Parser, html};

use super::dates;
use super::normalise::clean;
use super::plain;
use super::tangle::{is_tangled, without_tags};
use super::walk::{Page, walk};
use crate::model::article::Article;

/// The most marks of quotes and lists that a line may begin with.
const DEEPEST: usize = 60;

pub fn read(text: &str) -> Article {
    let text = clean(text);
    let (matter, body) = front_matter(&text);
    let mut article = Article::default();
    for (name, value) in matter.lines().filter_map(field) {
        take(&mut article, &name, value);
    }
    let mut rendered = String::with_capacity(body.len() * 5 / 4);
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    html::push_html(&mut rendered, Parser::new_ext(&shallow(body), options));
    if is_tangled(&rendered) {
        return Article { document: plain::read(&without_tags(&rendered)).document, ..article };
    }
    walk(&Page { html: &rendered, base: article.url.clone(), standfirst: None }, &mut article);
    article
}

/// The text with at most `DEEPEST` marks of quotes and lists at the start of a line: the parser's time grows with
/// the square of their number.
fn shallow(text: &str) -> Cow<'_, str> {
    let marks = |line: &str| {
        let start = line.bytes().take_while(|byte| b"> -*+.)0123456789".contains(byte)).count();
        line.bytes().take(start).filter(|byte| b">-*+.)".contains(byte)).count()
    };
    let deep = |line: &str| line.len() > DEEPEST && marks(line) > DEEPEST;
    if !text.lines().any(deep) {
        return Cow::Borrowed(text);
    }
    let bare = |line: &str| line.trim_start_matches(|letter: char| " >-*+.)0123456789".contains(letter)).to_owned();
    let lines: Vec<String> = text.lines().map(|line| if deep(line) { bare(line) } else { line.to_owned() }).collect();
    Cow::Owned(lines.join("\n"))
}

/// What stands between `---` lines at the start, and the rest.
fn front_matter(text: &str) -> (&str, &str) {
    let Some(rest) = text.trim_start().strip_prefix("---\n").or_else(|| text.trim_start().strip_prefix("+++\n")) else {
        return ("", text);
    };
    match rest.find("\n---").or_else(|| rest.find("\n+++")) {
        Some(end) => {
            let after = rest.get(end + 4..).unwrap_or_default();
            (rest.get(..end).unwrap_or_default(), after.split_once('\n').map_or("", |(_, body)| body))
        }
        None => ("", text),
    }
}

/// A line `name: value` or `name = value`.
fn field(line: &str) -> Option<(String, &str)> {
    let (name, value) = line.split_once(':').or_else(|| line.split_once('='))?;
    let value = value.trim();
    let bare = value.strip_prefix(['"', '\'']).and_then(|value| value.strip_suffix(['"', '\''])).unwrap_or(value);
    Some((name.trim().to_lowercase(), bare.trim())).filter(|(_, value)| !value.is_empty())
}

fn take(article: &mut Article, name: &str, value: &str) {
    let place = match name {
        "title" | "headline" => &mut article.headline,
        "author" | "byline" | "authors" => &mut article.byline,
        "publisher" | "source" | "site" | "publication" => &mut article.publisher,
        "url" | "link" | "canonical" => &mut article.url,
        "lang" | "language" => &mut article.language,
        "date" | "published" => {
            article.published = dates::find(value);
            return;
        }
        "modified" | "updated" | "lastmod" => {
            article.modified = dates::find(value);
            return;
        }
        _ => return,
    };
    place.get_or_insert_with(|| value.to_owned());
}
