//! What a page says of itself: JSON-LD, OpenGraph, meta tags and its own headline.

use dom_query::Document as Tree;
use serde_json::Value;

use super::dates;
use super::normalise::{clean, squeeze};
use crate::model::article::Article;

/// Fills what is known of the article beside its text.
///
/// Headline: a first-level heading that agrees with the page's title, else JSON-LD, else the title without the
/// site's name. Dates: JSON-LD, then meta tags, then `<time>`. Byline: JSON-LD, then meta tags, then what is
/// marked as a byline (schema.org NewsArticle, the OpenGraph protocol).
pub fn read(tree: &Tree, article: &mut Article) {
    let news = tree.select("script[type='application/ld+json']").iter().find_map(|node| {
        let value: Value = serde_json::from_str(node.text().trim()).ok()?;
        news(&value).cloned()
    });
    let news = news.unwrap_or(Value::Null);
    let title = meta(tree, &["og:title", "twitter:title"]).or_else(|| first(tree, "title"));
    article.headline = headline(tree, title.as_deref(), text(&news, "headline"));
    article.byline = people(&news["author"])
        .or_else(|| {
            meta(tree, &["author", "article:author", "byl", "parsely-author", "dc.creator"])
                .filter(|name| !name.contains("://"))
        })
        .or_else(|| first(tree, "[rel=author], [itemprop=author], .byline, .author"))
        .map(|name| name.trim_start_matches("By ").trim_start_matches("by ").to_owned());
    article.publisher = people(&news["publisher"]).or_else(|| meta(tree, &["og:site_name", "application-name"]));
    let published = text(&news, "datePublished")
        .or_else(|| {
            meta(tree, &["article:published_time", "date", "dc.date", "datePublished", "pubdate", "parsely-pub-date"])
        })
        .or_else(|| attribute(tree, "time[datetime]", "datetime"));
    article.published = published.as_deref().and_then(dates::find);
    let modified =
        text(&news, "dateModified").or_else(|| meta(tree, &["article:modified_time", "dateModified", "lastmod"]));
    article.modified = modified.as_deref().and_then(dates::find);
    article.url = attribute(tree, "link[rel=canonical]", "href")
        .or_else(|| meta(tree, &["og:url"]))
        .filter(|url| url.starts_with("http"));
    article.language = attribute(tree, "html[lang]", "lang");
}

/// The standfirst, where the page marks one.
pub fn standfirst(tree: &Tree) -> Option<String> {
    let marked = "article .standfirst, .standfirst, .dek, [class*=standfirst], [data-component=standfirst], .article-summary, .subheadline";
    first(tree, marked).filter(|words| (20..600).contains(&words.chars().count()))
}

/// The first article that JSON-LD describes, in whatever list or graph it stands.
fn news(value: &Value) -> Option<&Value> {
    match value {
        Value::Array(values) => values.iter().find_map(news),
        Value::Object(fields) => {
            let kind = fields.get("@type").map(ToString::to_string).unwrap_or_default();
            if ["Article", "BlogPosting", "Report"].iter().any(|name| kind.contains(name)) {
                return Some(value);
            }
            fields.get("@graph").and_then(news)
        }
        _ => None,
    }
}

fn text(value: &Value, field: &str) -> Option<String> {
    tidy(value.get(field)?.as_str()?)
}

/// The names in a field that may be a string, an object with a name, or several.
fn people(value: &Value) -> Option<String> {
    match value {
        Value::String(name) => tidy(name).filter(|name| !name.contains("://")),
        Value::Object(fields) => fields.get("name").and_then(people),
        Value::Array(values) => {
            let names: Vec<String> = values.iter().filter_map(people).collect();
            Some(names.join(", ")).filter(|names| !names.is_empty())
        }
        _ => None,
    }
}

fn meta(tree: &Tree, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| {
        let found = tree.select(&format!("meta[property='{name}'], meta[name='{name}'], meta[itemprop='{name}']"));
        found.iter().find_map(|node| tidy(&node.attr("content")?))
    })
}

fn attribute(tree: &Tree, selector: &str, name: &str) -> Option<String> {
    tree.select(selector).iter().find_map(|node| tidy(&node.attr(name)?))
}

fn first(tree: &Tree, selector: &str) -> Option<String> {
    tree.select(selector).iter().find_map(|node| tidy(&node.text()))
}

fn tidy(text: &str) -> Option<String> {
    Some(squeeze(&clean(text)).into_owned()).filter(|text| !text.is_empty())
}

fn headline(tree: &Tree, title: Option<&str>, declared: Option<String>) -> Option<String> {
    let bare = |text: &str| {
        text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
    };
    let heading = tree.select("h1").iter().filter_map(|node| tidy(&node.text())).find(|heading| {
        let heading = bare(heading);
        let agrees = |other: &str| bare(other).starts_with(&heading) || heading.starts_with(&bare(other));
        heading.len() > 3 && (title.is_some_and(agrees) || declared.as_deref().is_some_and(agrees))
    });
    heading.or(declared).or_else(|| title.map(|title| without_site(title).to_owned())).or_else(|| first(tree, "h1"))
}

/// A page's title without the name of the site behind its last dash or bar.
fn without_site(title: &str) -> &str {
    let cut = [" | ", " – ", " — ", " - "].iter().filter_map(|mark| title.rfind(mark)).max();
    cut.and_then(|at| title.get(..at)).filter(|start| start.split(' ').count() >= 3).unwrap_or(title)
}
