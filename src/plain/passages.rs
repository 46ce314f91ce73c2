//! Paragraphs, headings and tables as lines, each quote with its speaker before it.

use super::reading::Reading;
use super::words::{date, ended, said_by};
use crate::model::document::{Block, BlockKind, Table};
use crate::model::quote::QuoteKind;
use crate::text::span::TextSpan;

/// What is said of an article when it opens, its first paragraph last.
pub fn opening(reading: &mut Reading, counts: &str) -> String {
    let mut lines = vec![front(reading, &BlockKind::Headline).unwrap_or_else(|| reading.article.title().to_owned())];
    lines.extend(front(reading, &BlockKind::Standfirst));
    let article = &reading.article;
    let byline =
        front(reading, &BlockKind::Byline).or_else(|| article.byline.as_ref().map(|name| format!("By {name}")));
    let day = front(reading, &BlockKind::Dateline).or_else(|| article.published.map(date));
    let about: Vec<String> = byline.into_iter().chain(article.publisher.clone()).chain(day).collect();
    if !about.is_empty() {
        lines.push(ended(&about.join(", ")));
    }
    lines.push(counts.to_owned());
    lines.push(if reading.paragraphs.is_empty() { around(reading, 0) } else { reading.go(0) });
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

/// A paragraph (from 0) under its number, after the headings, tables and captions that lead to it.
pub fn paragraph(reading: &Reading, number: usize) -> String {
    let head = format!("Paragraph {} of {}:\n", number + 1, reading.paragraphs.len());
    head + &around(reading, number)
}

/// The current paragraph's successors, to the end.
pub fn rest(reading: &mut Reading) -> String {
    let (from, all) = (reading.at + 1, reading.paragraphs.len());
    if from >= all {
        return "This is the end of the article.".to_owned();
    }
    reading.at = all - 1;
    reading.quote = None;
    let number = if from + 1 == all { format!(" {all} of") } else { format!("s {} to", from + 1) };
    let mut out = format!("Paragraph{number} {all}:\n");
    for number in from..all {
        out.push_str(&around(reading, number));
        out.push_str(if is_close(reading, number) { "\n" } else { "\n\n" });
    }
    out + "This is the end of the article."
}

/// Whether the next block follows a paragraph without a blank line, as in a list.
fn is_close(reading: &Reading, number: usize) -> bool {
    let blocks = &reading.article.document.blocks;
    let Some(own) = reading.paragraphs.get(number) else { return false };
    blocks.get(*own).zip(blocks.get(own + 1)).is_some_and(|(own, next)| next.span.start < own.span.end + 2)
}

/// One block with its kind before it, unless it is a paragraph.
pub fn block(reading: &Reading, index: usize) -> String {
    let Some(block) = reading.article.document.blocks.get(index) else { return String::new() };
    let words = labelled(reading, block.span);
    match &block.kind {
        BlockKind::Paragraph => words,
        BlockKind::Headline => format!("Headline: {words}"),
        BlockKind::Standfirst => format!("Standfirst: {words}"),
        BlockKind::Byline => format!("Byline: {words}"),
        BlockKind::Dateline => format!("Date line: {words}"),
        BlockKind::Heading(_) => format!("Heading: {words}"),
        BlockKind::Quote => format!("Block quote: {words}"),
        BlockKind::List(item) => format!("{} {words}", item.mark()),
        BlockKind::Caption => format!("Caption: {words}"),
        BlockKind::Code => format!("Lines as they are:\n{words}\nEnd of the lines."),
        BlockKind::Table(table) => format!("Table:\n{}\nEnd of the table.", rows(reading, block, table)),
    }
}

/// A paragraph with the blocks before it that no paragraph holds and, for the last one, those behind it.
fn around(reading: &Reading, number: usize) -> String {
    let blocks = &reading.article.document.blocks;
    let from = number.checked_sub(1).and_then(|before| reading.paragraphs.get(before)).map_or(0, |before| before + 1);
    let until = reading.paragraphs.get(number).map_or(blocks.len(), |own| own + 1);
    let until = if number + 1 >= reading.paragraphs.len() { blocks.len() } else { until };
    // The opening has said what stands at the front.
    let told = |block: &Block| number == 0 && is_front(&block.kind);
    let own =
        (from..until).filter(|index| blocks.get(*index).is_some_and(|block| block.aside.is_none() && !told(block)));
    own.map(|index| self::block(reading, index)).collect::<Vec<_>>().join("\n")
}

fn is_front(kind: &BlockKind) -> bool {
    matches!(kind, BlockKind::Headline | BlockKind::Standfirst | BlockKind::Byline | BlockKind::Dateline)
}

/// The words of one kind that stand before the first paragraph.
fn front(reading: &Reading, kind: &BlockKind) -> Option<String> {
    let document = &reading.article.document;
    let until = reading.paragraphs.first().copied().unwrap_or(document.blocks.len());
    let own = document.blocks.iter().take(until).filter(|block| block.aside.is_none() && block.kind == *kind);
    let words: Vec<String> = own.map(|block| document.slice(block.span).replace('\n', " ")).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// The words of a span, with speaker and kind before all that is said in it, and a mark where reported speech ends,
/// since nothing else says so.
fn labelled(reading: &Reading, span: TextSpan) -> String {
    let text = &reading.article.document.text;
    let mut labels: Vec<(usize, String)> = Vec::new();
    let mut heard = None;
    for (offset, index) in reading.speech(span) {
        let Some(quote) = reading.analysis.quotes.get(*index).filter(|_| heard != Some(index)) else { continue };
        let goes_on = if *offset > quote.start() { ", goes on" } else { "" };
        let number = format!("quote {} of {}: ", index + 1, reading.analysis.quotes.len());
        let number = if reading.quote == Some(*index) { number } else { String::new() };
        labels.push((*offset, format!("[{number}{}{goes_on}] ", said_by(quote))));
        let end = quote.extent().end;
        if quote.kind == QuoteKind::Indirect && end < span.end {
            labels.push((end, " [end]".to_owned()));
        }
        heard = Some(index);
    }
    labels.sort_by_key(|(offset, _)| *offset);
    let mut out = String::new();
    let mut told = span.start;
    for (offset, label) in labels {
        out.push_str(TextSpan::new(told, offset).of(text));
        out.push_str(&label);
        told = offset.max(told);
    }
    out + TextSpan::new(told, span.end).of(text)
}

/// A line for each row, each cell with the name of its column. Rows that hold speech stay as they are.
fn rows(reading: &Reading, block: &Block, table: &Table) -> String {
    if !reading.speech(block.span).is_empty() || table.rows.is_empty() {
        return labelled(reading, block.span);
    }
    let document = &reading.article.document;
    let cell = |span: &TextSpan| document.slice(*span).replace('\n', " ");
    let headed = table.headed && table.rows.len() > 1;
    let names: Vec<String> = table.rows.iter().take(usize::from(headed)).flatten().map(cell).collect();
    let named = |column: usize, span: &TextSpan| match names.get(column).filter(|name| !name.is_empty()) {
        Some(name) => format!("{name}: {}", cell(span)),
        None => cell(span),
    };
    let line = |row: &Vec<TextSpan>| {
        let cells = row.iter().enumerate().filter(|(_, span)| !span.is_empty());
        cells.map(|(column, span)| named(column, span)).collect::<Vec<_>>().join("; ")
    };
    table.rows.iter().skip(usize::from(headed)).map(line).collect::<Vec<_>>().join("\n")
}
