//! An article as text to be read in a pipe or on paper: what it says, who says what, who is named.

use std::fmt::Write;

use crate::model::analysis::Analysis;
use crate::model::article::Article;
use crate::model::document::{Block, BlockKind, Document};
use crate::model::entity::EntityKind;
use crate::model::voice::{speaker_label, voices};
use crate::text::layout::wrapped;

/// The article in lines of at most `width` cells, or one line a paragraph without a width; ends with a newline.
pub fn article(article: &Article, analysis: &Analysis, width: Option<usize>) -> String {
    let mut out = String::new();
    let document = &article.document;
    let mut blocks = document.blocks.iter().peekable();
    while let Some(block) = blocks.next() {
        let close = blocks.peek().is_some_and(|next| next.span.start - block.span.end < 2);
        if block.aside.is_none() {
            put_block(&mut out, document, block, width);
            out.push_str(if close { "\n" } else { "\n\n" });
        }
    }
    let mut out = out.trim_end().to_owned();
    out.push('\n');
    put_quotes(&mut out, document, analysis, width);
    put_names(&mut out, analysis, width);
    out
}

fn put_block(out: &mut String, document: &Document, block: &Block, width: Option<usize>) {
    let words = document.slice(block.span);
    let before = match &block.kind {
        BlockKind::List(item) => {
            format!("{}{} ", "  ".repeat(item.depth.into()), item.mark())
        }
        BlockKind::Quote => "> ".to_owned(),
        BlockKind::Code => "    ".to_owned(),
        _ => String::new(),
    };
    let lines = match (&block.kind, width) {
        (BlockKind::Code | BlockKind::Table(_), _) | (_, None) => words.lines().map(str::to_owned).collect(),
        (_, Some(width)) => wrapped(words, width.saturating_sub(before.chars().count())),
    };
    put_lines(out, &before, hanging(&block.kind, &before), &lines);
}

/// What stands before the lines of a block after its first.
fn hanging(kind: &BlockKind, before: &str) -> String {
    match kind {
        BlockKind::List(_) => " ".repeat(before.chars().count()),
        _ => before.to_owned(),
    }
}

fn put_lines(out: &mut String, first: &str, after: String, lines: &[String]) {
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            out.push('\n');
        }
        out.push_str(if index == 0 { first } else { &after });
        out.push_str(line);
    }
}

fn put_quotes(out: &mut String, document: &Document, analysis: &Analysis, width: Option<usize>) {
    if analysis.quotes.is_empty() {
        return;
    }
    out.push_str("\nWHO SAID WHAT\n");
    for voice in voices(&analysis.quotes, &document.text) {
        let _ = writeln!(out, "\n{} {}", voice.letter, voice.label());
        for quote in voice.quotes.iter().filter_map(|index| analysis.quotes.get(*index)) {
            let speaker = quote.speaker.as_ref().map(|speaker| speaker_label(speaker, quote.certainty));
            let doubt = if speaker.is_some() { quote.certainty.mark().trim() } else { "" };
            let line = format!(
                "¶{} {}{doubt}: {}",
                document.paragraph_number(quote.start()),
                quote.kind.name(),
                quote.told(&document.text)
            );
            let lines = width.map_or_else(|| vec![line.clone()], |width| wrapped(&line, width.saturating_sub(2)));
            put_lines(out, "  ", "    ".to_owned(), &lines);
            out.push('\n');
        }
    }
}

fn put_names(out: &mut String, analysis: &Analysis, width: Option<usize>) {
    let mut titled = false;
    for kind in EntityKind::ALL {
        let names: Vec<String> = analysis
            .entities
            .iter()
            .filter(|entity| entity.kind == kind)
            .map(|entity| format!("{} {}", entity.name, entity.mentions.len()))
            .collect();
        if names.is_empty() {
            continue;
        }
        if !std::mem::replace(&mut titled, true) {
            out.push_str("\nNAMES\n\n");
        }
        let line = format!("{}: {}", kind.name(), names.join(" · "));
        let lines = width.map_or_else(|| vec![line.clone()], |width| wrapped(&line, width.saturating_sub(2)));
        put_lines(out, "", "  ".to_owned(), &lines);
        out.push('\n');
    }
}
