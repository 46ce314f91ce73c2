//! A saved page: its article is found in it, and its head from what it says of itself.

use dom_query::Document as Tree;
use dom_smoothie::{Config, Readability};

use super::normalise::clean;
use super::tangle::{is_tangled, without_tags};
use super::walk::{Page, walk};
use super::{metadata, plain};
use crate::model::article::Article;

/// The most elements of a page in which the article is looked for.
const MOST_ELEMENTS: usize = 200_000;
/// Words below which what was found is hardly the article.
const FEW: usize = 25;

/// The article of a page, found by dom_smoothie (after Mozilla's readability.js); of a fragment, all of it.
pub fn read(text: &str) -> Article {
    let text = clean(text);
    if is_tangled(&text) {
        return plain::read(&without_tags(&text));
    }
    let tree = Tree::from(&*text);
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
