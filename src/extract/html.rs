//! A saved page: its article is found in it, and its head from what it says of itself.

use dom_query::Document as Tree;
use dom_smoothie::{Config, Readability};

use super::normalise::clean;
use super::walk::{Page, walk};
use super::{metadata, plain};
use crate::model::article::Article;

/// The deepest nesting that is parsed: the parser's time grows with its square.
const DEEPEST: usize = 512;
/// The most elements of a page in which the article is looked for.
const MOST_ELEMENTS: usize = 200_000;
/// Words below which what was found is hardly the article.
const FEW: usize = 25;

/// The article of a page, found by dom_smoothie (after Mozilla's readability.js); of a fragment, all of it.
pub fn read(text: &str) -> Article {
    let text = clean(text);
    if depth(&text) > DEEPEST {
        return plain::read(&without_tags(&text));
    }
    let tree = Tree::from(text.as_str());
    let mut article = Article::default();
    metadata::read(&tree, &mut article);
    let standfirst = metadata::standfirst(&tree);
    let found = readable(&text).filter(|html| words(html) >= FEW);
    let html = found.unwrap_or_else(|| whole(&tree));
    walk(&Page { html: &html, base: article.url.clone(), standfirst }, &mut article);
    article
}

fn readable(text: &str) -> Option<String> {
    let config = Config { max_elements_to_parse: MOST_ELEMENTS, ..Config::default() };
    let mut reader = Readability::new(text, None, Some(config)).ok()?;
    Some(reader.parse().ok()?.content.to_string())
}

/// What a page holds where no article could be told from the rest.
fn whole(tree: &Tree) -> String {
    for selector in ["nav", "header nav", "footer", "form", "aside", "script", "style", "noscript"] {
        tree.select(selector).remove();
    }
    let places = ["article", "main", "[role=main]", "body"];
    let found = places.iter().map(|place| tree.select_single(place).inner_html().to_string());
    let mut found = found.filter(|html| words(html) >= FEW);
    found.next().unwrap_or_else(|| tree.select("body").inner_html().to_string())
}

fn words(html: &str) -> usize {
    without_tags(html).split_whitespace().count()
}

/// The deepest nesting of elements, counted without building them; linear.
fn depth(html: &str) -> usize {
    let (mut depth, mut deepest) = (0usize, 0usize);
    let bytes = html.as_bytes();
    for at in memchr::memchr_iter(b'<', bytes) {
        match bytes.get(at + 1) {
            Some(b'/') => depth = depth.saturating_sub(1),
            Some(letter) if letter.is_ascii_alphabetic() && !is_void(html.get(at + 1..).unwrap_or_default()) => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            _ => {}
        }
    }
    deepest
}

/// Elements that hold nothing, or whose end is left out so often that they do not count.
fn is_void(tag: &str) -> bool {
    let end = tag.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(tag.len());
    let name = tag.get(..end).unwrap_or_default().to_ascii_lowercase();
    [
        "p", "br", "img", "meta", "link", "input", "hr", "li", "wbr", "source", "td", "tr", "th", "option", "area",
        "col", "embed", "dt", "dd",
    ]
    .contains(&name.as_str())
}

/// The text between tags, a line for each stretch.
fn without_tags(html: &str) -> String {
    let mut out = String::with_capacity(html.len() / 2);
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        out.push_str(rest.get(..at).unwrap_or_default());
        out.push('\n');
        let tag = rest.get(at..).unwrap_or_default();
        let end =
            if tag.starts_with("<!--") { tag.find("-->").map(|end| end + 3) } else { tag.find('>').map(|end| end + 1) };
        rest = end.and_then(|end| tag.get(end..)).unwrap_or_default();
    }
    out.push_str(rest);
    out
}
