//! The bytes of a file become an article.

pub mod boilerplate;
pub mod build;
pub mod dates;
pub mod decode;
pub mod head;
pub mod header;
pub mod html;
pub mod lines;
pub mod markdown;
pub mod metadata;
pub mod normalise;
pub mod plain;
pub mod refusal;
pub mod tangle;
pub mod walk;

use crate::model::article::{Article, Format};
pub use refusal::Refusal;

/// The article that the bytes hold.
///
/// Promises: no panic on any input; time linear in its length; a document that keeps its invariants (see
/// `Document`). What can't be an article is refused with a reason.
pub fn extract(bytes: &[u8], format: Format) -> Result<Article, Refusal> {
    refusal::check(bytes)?;
    let text = decode::decode(bytes, format);
    let mut article = match format {
        Format::Plain => plain::read(&text),
        Format::Markdown => markdown::read(&text),
        Format::Html => html::read(&text),
    };
    if article.document.text.trim().is_empty() {
        return Err(Refusal::NoText);
    }
    article.words = article.document.word_count();
    Ok(article)
}

/// How the bytes are written: by the ending of the file's name, else by how they begin.
pub fn sniff(name: Option<&str>, bytes: &[u8]) -> Format {
    let ending = name.and_then(|name| name.rsplit_once('.')).map(|(_, ending)| ending.to_lowercase());
    match ending.as_deref() {
        Some("html" | "htm" | "xhtml") => return Format::Html,
        Some("md" | "markdown" | "mkd") => return Format::Markdown,
        Some("txt" | "text") => return Format::Plain,
        _ => {}
    }
    let start = String::from_utf8_lossy(bytes.get(..bytes.len().min(1024)).unwrap_or_default()).to_lowercase();
    let start = start.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']);
    let page = ["<!doctype html", "<html", "<head", "<body", "<article", "<?xml"];
    if page.iter().any(|tag| start.starts_with(tag)) {
        Format::Html
    } else if start.starts_with("# ") || start.starts_with("---\n") {
        Format::Markdown
    } else {
        Format::Plain
    }
}
