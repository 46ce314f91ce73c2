//! Marked texts: what an analysis should find, written into the text itself.
//!
//! `[The mayor|source] [said|cue]: [“No.”|content]` says which words are source, cue and content; a content
//! that goes on is `|content+`, one of another kind `|mixed` or `|indirect`. `[Ana Pereira|person:1]` says which
//! names are one person. Blank lines divide paragraphs; a first line that begins with `# ` is the headline.

use pullquote::analysis::analyse;
use pullquote::model::analysis::{Analysis, Context};
use pullquote::model::document::{Block, BlockKind, Document};
use pullquote::text::span::TextSpan;

pub struct Marked {
    pub document: Document,
    pub labels: Vec<(TextSpan, String)>,
}

/// Takes the marking out of a text.
pub fn parse(marked: &str) -> Marked {
    let mut document = Document::default();
    let mut labels = Vec::new();
    for paragraph in marked.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
        let (kind, paragraph) = match paragraph.strip_prefix("# ") {
            Some(headline) => (BlockKind::Headline, headline),
            None => (BlockKind::Paragraph, paragraph),
        };
        if !document.text.is_empty() {
            document.text.push_str("\n\n");
        }
        let start = document.text.len();
        let paragraph = paragraph.split_whitespace().collect::<Vec<_>>().join(" ");
        unmark(&paragraph, &mut document.text, &mut labels);
        let span = TextSpan::new(start, document.text.len());
        document.blocks.push(Block { kind, span, aside: None });
    }
    Marked { document, labels }
}

fn unmark(marked: &str, text: &mut String, labels: &mut Vec<(TextSpan, String)>) {
    let mut open: Vec<usize> = Vec::new();
    let mut rest = marked;
    while let Some(char) = rest.chars().next() {
        rest = rest.strip_prefix(char).unwrap_or_default();
        match char {
            '[' => open.push(text.len()),
            '|' if !open.is_empty() => {
                let (label, after) = rest.split_once(']').expect("a label ends with a bracket");
                labels.push((TextSpan::new(open.pop().unwrap_or_default(), text.len()), label.to_owned()));
                rest = after;
            }
            _ => text.push(char),
        }
    }
    labels.sort_by_key(|(span, _)| *span);
}

/// Plain text as a document.
pub fn document(text: &str) -> Document {
    parse(text).document
}

pub fn analysis(text: &str) -> (Document, Analysis) {
    let document = document(text);
    let analysis = analyse(&document, &Context::default());
    (document, analysis)
}

/// Fails unless the quotes found are just the ones marked, with their cues and sources.
#[track_caller]
pub fn check(marked: &str) {
    let Marked { document, labels } = parse(marked);
    let analysis = analyse(&document, &Context::default());
    let words = |span: TextSpan| span.of(&document.text).to_owned();
    let mut expected: Vec<(String, Vec<String>)> = Vec::new();
    for (span, label) in &labels {
        match label.as_str() {
            "content" => expected.push(("direct".to_owned(), vec![words(*span)])),
            "mixed" | "indirect" => expected.push((label.clone(), vec![words(*span)])),
            "content+" | "indirect+" => {
                expected.last_mut().expect("it goes on with a content before it").1.push(words(*span))
            }
            _ => {}
        }
    }
    let found: Vec<(String, Vec<String>)> = analysis
        .quotes
        .iter()
        .map(|quote| (quote.kind.name().to_owned(), quote.content.iter().map(|span| words(*span)).collect()))
        .collect();
    assert_eq!(found, expected);
    for (label, pick) in [("cue", 0), ("source", 1)] {
        let marked: Vec<String> =
            labels.iter().filter(|(_, name)| name == label).map(|(span, _)| words(*span)).collect();
        let mut found: Vec<TextSpan> =
            analysis.quotes.iter().filter_map(|quote| if pick == 0 { quote.cue } else { quote.source }).collect();
        found.sort();
        found.dedup();
        let found: Vec<String> = found.into_iter().map(words).collect();
        assert_eq!(found, marked, "{label}s");
    }
}

/// Fails unless the speakers are these, in the order of the quotes; `?` stands for nobody, `*` marks the unnamed.
#[track_caller]
pub fn check_speakers(text: &str, expected: &[&str]) {
    let (_, analysis) = analysis(text);
    let found: Vec<String> = analysis
        .quotes
        .iter()
        .map(|quote| match &quote.speaker {
            None => "?".to_owned(),
            Some(speaker) if speaker.named => speaker.name.clone(),
            Some(speaker) => format!("*{}", speaker.name),
        })
        .collect();
    assert_eq!(found, expected);
}

/// Fails unless the names found are just the ones marked, with their kinds, and fall together as numbered.
#[track_caller]
pub fn check_names(marked: &str) {
    let Marked { document, labels } = parse(marked);
    let analysis = analyse(&document, &Context::default());
    let mut found: Vec<(TextSpan, String)> = Vec::new();
    for (id, entity) in analysis.entities.iter().enumerate() {
        found.extend(entity.mentions.iter().map(|mention| (mention.span, format!("{}:{id}", entity.kind.name()))));
    }
    found.sort_by_key(|(span, _)| *span);
    assert_eq!(renumbered(&document, &found), renumbered(&document, &labels));
}

/// The words with their labels, the numbers in order of first use.
fn renumbered(document: &Document, labels: &[(TextSpan, String)]) -> Vec<String> {
    let mut seen: Vec<&str> = Vec::new();
    let mut lines = Vec::new();
    for (span, label) in labels {
        let number = seen.iter().position(|other| other == label).unwrap_or_else(|| {
            seen.push(label);
            seen.len() - 1
        });
        let kind = label.split(':').next().unwrap_or_default();
        lines.push(format!("{}|{kind}:{}", span.of(&document.text), number + 1));
    }
    lines
}
