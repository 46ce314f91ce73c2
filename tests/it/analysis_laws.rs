//! What holds for any text at all.

use proptest::prelude::*;
use pullquote::analysis::analyse;
use pullquote::model::analysis::{Analysis, Context};
use pullquote::model::document::{Aside, Document};
use pullquote::text::span::TextSpan;

use super::marks::document;

fn assert_sound(document: &Document, analysis: &Analysis) {
    let fits = |span: TextSpan| document.text.get(span.start..span.end).is_some();
    for quote in &analysis.quotes {
        assert!(!quote.content.is_empty());
        assert!(quote.content.iter().all(|span| fits(*span) && !span.is_empty()));
        assert!(quote.content.windows(2).all(|pair| pair[0].end <= pair[1].start));
        assert!(quote.cue.into_iter().chain(quote.source).all(fits));
        assert!(quote.evidence.iter().filter_map(|step| step.span).all(fits));
        let entity = quote.speaker.as_ref().and_then(|speaker| speaker.entity);
        assert!(entity.is_none_or(|id| id < analysis.entities.len()));
        assert_eq!(quote.evidence.iter().map(|step| step.certainty).max(), Some(quote.certainty));
    }
    assert!(analysis.quotes.windows(2).all(|pair| pair[0].start() <= pair[1].start()));
    for entity in &analysis.entities {
        assert!(!entity.mentions.is_empty());
        assert!(entity.mentions.iter().all(|mention| fits(mention.span) && !mention.span.is_empty()));
        assert!(entity.mentions.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
        assert!(entity.capacity.is_none_or(fits));
    }
}

fn assert_analysed(text: &str) {
    let document = document(&text.replace(['[', ']', '|'], " "));
    let analysis = analyse(&document, &Context::default());
    assert_sound(&document, &analysis);
    assert_eq!(analysis, analyse(&document, &Context::default()));
}

const WORDS: [&str; 48] = [
    "“",
    "”",
    "‘",
    "’",
    "\"",
    "'",
    "«",
    "»",
    "„",
    ",",
    ".",
    "?",
    ":",
    ";",
    "(",
    ")",
    "—",
    "\n\n",
    "said",
    "told",
    "Ana",
    "Pereira",
    "Mr",
    "Tamm",
    "the",
    "mayor",
    "who",
    "and",
    "that",
    "she",
    "he",
    "of",
    "according",
    "to",
    "For",
    "A",
    "Q",
    "called",
    "on",
    "Tuesday",
    "Council",
    "&",
    "/",
    "£5",
    "é",
    "雨",
    "👩‍🚀",
    "denied",
];

proptest! {
    #[test]
    fn any_text_is_analysed(text in "\\PC{0,200}") {
        assert_analysed(&text);
    }

    #[test]
    fn any_arrangement_of_marks_and_cues_is_analysed(
        words in proptest::collection::vec(0..WORDS.len(), 0..60),
        glue in proptest::collection::vec(any::<bool>(), 60),
    ) {
        let mut text = String::new();
        for (word, space) in words.iter().zip(glue) {
            text.push_str(WORDS[*word]);
            text.push_str(if space { " " } else { "" });
        }
        assert_analysed(&text);
    }
}

#[test]
fn nothing_set_aside_is_read() {
    let mut document = document("“It holds,” Ana Pereira said.");
    document.blocks[0].aside = Some(Aside::Related);
    assert_eq!(analyse(&document, &Context::default()), Analysis::default());
}

#[test]
fn a_text_may_begin_with_a_verb_of_saying() {
    assert_analysed("denied Minh, and went.");
}

#[test]
fn no_text_is_no_analysis() {
    assert_eq!(analyse(&Document::default(), &Context::default()), Analysis::default());
}

#[test]
fn a_text_may_begin_with_a_word_of_saying() {
    assert_analysed("said Ana");
}

#[test]
fn marks_without_end_are_analysed() {
    for text in ["“", "“a ‘b ", "“No,” said the man who ", "he said, ", "Ann, ", "Bank of the ", "a.", "雨。"]
    {
        assert_analysed(&text.repeat(5_000));
    }
}
