//! What an article says of itself, what was counted in it, and what was set aside.

use super::reading::Reading;
use super::words::{counted, date, listed};
use crate::model::article::Origin;
use crate::model::document::Block;
use crate::model::quote::{Certainty, QuoteKind};
use crate::store::files;

/// "16 paragraphs, 16 quotes by 10 voices, 9 names; ? for the commands."
pub fn counts(reading: &Reading) -> String {
    let voices = reading.voices.iter().filter(|voice| voice.speaker.is_some()).count();
    let names = reading.analysis.entities.iter().filter(|entity| !entity.kind.is_value()).count();
    format!(
        "{}, {} by {}, {}; ? for the commands.",
        counted(reading.paragraphs.len(), "paragraph"),
        counted(reading.analysis.quotes.len(), "quote"),
        counted(voices, "voice"),
        counted(names, "name")
    )
}

/// What is known of the article, one thing a line.
pub fn article(reading: &Reading) -> String {
    let article = &reading.article;
    let kind = if matches!(reading.origin, Origin::Sample(_)) { "Bundled sample" } else { "File" };
    let lines = [
        ("Headline", Some(article.title().to_owned())),
        ("By", article.byline.clone()),
        ("Publisher", article.publisher.clone()),
        ("Published", article.published.map(date)),
        ("Changed", article.modified.map(date)),
        ("Address", article.url.clone()),
        (kind, Some(files::name_of(&reading.origin))),
        ("Words", Some(article.words.to_string())),
        ("Language", article.language.clone()),
        ("Quotes", Some(quotes(reading))),
        ("Set aside", Some(set_aside(reading))),
    ];
    let lines = lines.into_iter().filter_map(|(what, words)| Some(format!("{what}: {}", words?)));
    lines.collect::<Vec<_>>().join("\n")
}

fn quotes(reading: &Reading) -> String {
    let quotes = &reading.analysis.quotes;
    if quotes.is_empty() {
        return "none".to_owned();
    }
    let kinds = [QuoteKind::Direct, QuoteKind::Mixed, QuoteKind::Indirect]
        .map(|kind| (quotes.iter().filter(|quote| quote.kind == kind).count(), kind.name()));
    let sure = [Certainty::Certain, Certainty::Likely, Certainty::Unsure]
        .map(|sure| (quotes.iter().filter(|quote| quote.certainty == sure).count(), sure.name()));
    let some = |counts: &[(usize, &str)]| {
        let counts = counts.iter().filter(|(count, _)| *count > 0);
        listed(&counts.map(|(count, name)| format!("{count} {name}")).collect::<Vec<_>>())
    };
    format!("{}; {}; {}", quotes.len(), some(&kinds), some(&sure))
}

fn set_aside(reading: &Reading) -> String {
    let mut kinds: Vec<String> = Vec::new();
    let mut count = 0;
    for aside in reading.article.document.blocks.iter().filter_map(|block| block.aside) {
        count += 1;
        if !kinds.iter().any(|kind| kind == aside.words()) {
            kinds.push(aside.words().to_owned());
        }
    }
    if count == 0 {
        "nothing".to_owned()
    } else {
        format!("{}: {}; s reads them", counted(count, "line"), listed(&kinds))
    }
}

/// The lines that are not part of the article, each with why.
pub fn aside(reading: &Reading) -> String {
    let document = &reading.article.document;
    let line = |block: &Block| Some(format!("Set aside, {}: {}", block.aside?.words(), document.slice(block.span)));
    let lines: Vec<String> = document.blocks.iter().filter_map(line).collect();
    if lines.is_empty() { "Nothing was set aside in this article.".to_owned() } else { lines.join("\n") }
}
