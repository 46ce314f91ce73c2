//! Sentences begin and end where a reader would say.

use proptest::prelude::*;
use pullquote::text::sentences::sentences;
use pullquote::text::tokens::{TokenKind, tokens};

#[track_caller]
fn check(divided: &str) {
    let expected: Vec<&str> = divided.split(" | ").collect();
    let text = expected.join(" ");
    let found: Vec<&str> = sentences(&text).iter().map(|span| span.of(&text)).collect();
    assert_eq!(found, expected);
}

#[test]
fn full_stops_end_sentences() {
    check("The ferry left. | Nobody waved! | Why not? | It was early.");
}

#[test]
fn abbreviations_and_initials_do_not() {
    check("Mr. Tamm met Dr. J. K. Oyelade of Harrow & Co. in the U.S. Senate on Jan. 5. | It rained.");
    check("They live in the U.S. | She does not.");
    check("See No. 5 first. | No. | Never.");
}

#[test]
fn decimals_and_small_letters_do_not() {
    check("It rose 3.5 per cent … and fell again. | Prices eased.");
}

#[test]
fn closing_marks_belong_to_the_sentence_they_end() {
    check("“The bridge holds.” | The mayor smiled.");
    check("“One. | Two.” she said. | Three.");
    check("‘Who pays?’ Ana Pereira asked. | Nobody knew.");
}

#[test]
fn full_width_stops_need_no_space() {
    let text = "雨が降った。「帰ろう。」彼は言った。";
    let found: Vec<&str> = sentences(text).iter().map(|span| span.of(text)).collect();
    assert_eq!(found, ["雨が降った。", "「帰ろう。」", "彼は言った。"]);
}

#[test]
fn words_keep_their_inner_marks() {
    let text = "Don’t pay £1,230 for ‘so-called’ U.S. 60cm planks.";
    let words: Vec<&str> = tokens(text)
        .iter()
        .filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))
        .map(|token| token.span.of(text))
        .collect();
    assert_eq!(words, ["Don’t", "pay", "1,230", "for", "so-called", "U.S.", "60cm", "planks"]);
}

proptest! {
    #[test]
    fn sentences_and_tokens_tile_any_text(text in "([a-zA-Z.!?…“”‘’'\" \n]|\\PC){0,80}") {
        let mut at = 0;
        for span in sentences(&text) {
            prop_assert!(text.get(at..span.start).unwrap().trim().is_empty());
            prop_assert!(!span.is_empty());
            at = span.end;
        }
        prop_assert!(text.get(at..).unwrap().trim().is_empty());
        let mut at = 0;
        for token in tokens(&text) {
            prop_assert!(text.get(at..token.span.start).unwrap().trim().is_empty());
            at = token.span.end;
        }
        prop_assert!(text.get(at..).unwrap().trim().is_empty());
    }
}
