//! Markdown: rendered to HTML by its specification, and walked as a page is; front matter gives the head.

use pulldown_cmark::{Options, Parser, html};

use super::dates;
use super::normalise::clean;
use super::walk::{Page, walk};
use crate::model::article::Article;

pub fn read(text: &str) -> Article {
    let text = clean(text);
    let (matter, body) = front_matter(&text);
    let mut article = Article::default();
    for (name, value) in matter.lines().filter_map(field) {
        take(&mut article, &name, value);
    }
    let mut rendered = String::with_capacity(body.len() * 5 / 4);
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_SMART_PUNCTUATION;
    let options = options - Options::ENABLE_SMART_PUNCTUATION;
    html::push_html(&mut rendered, Parser::new_ext(body, options));
    walk(&Page { html: &rendered, base: article.url.clone(), standfirst: None }, &mut article);
    article
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
