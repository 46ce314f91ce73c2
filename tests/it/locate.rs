//! A passage is found again in a text that has changed.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use pullquote::model::anchor::Anchor;
use pullquote::text::passage::{Ground, Passage, stands};
use pullquote::text::span::TextSpan;

const TEXT: &str = "The dam was closed on Monday after an inspection.\n\n\
    “We were told nothing,” said Ana Pereira, who lives below it. The company denied this.\n\n\
    The inquiry goes on. A report is expected in spring, and the mayor will read it aloud in the hall.\n\n\
    “We were told nothing,” said her neighbour.";

/// The anchor of these words where they stand first.
fn anchor(text: &str, words: &str) -> Anchor {
    let start = text.find(words).unwrap();
    Anchor::of(text, TextSpan::new(start, start + words.len()))
}

/// The text from where the words of `TEXT` are found in a changed one.
fn found<'t>(words: &str, changed: &'t str) -> Option<&'t str> {
    anchor(TEXT, words).find(changed).map(|at| changed.get(at..).unwrap())
}

const REPORT: &str = "A report is expected in spring, and the mayor will read it aloud in the hall.";

#[test]
fn an_anchor_counts_code_points() {
    let anchor = anchor("«é» says “two” – so", "two");
    assert_eq!((anchor.start, anchor.end), (10, 13));
    assert_eq!((anchor.prefix.as_str(), anchor.suffix.as_str()), ("«é» says “", "” – so"));
}

#[test]
fn the_surroundings_have_32_code_points() {
    let text = format!("{}here{}", "é".repeat(40), "ü".repeat(40));
    let anchor = anchor(&text, "here");
    assert_eq!((anchor.prefix, anchor.suffix), ("é".repeat(32), "ü".repeat(32)));
}

#[test]
fn an_opening_has_at_most_200_code_points() {
    let text = format!("Before. {} After.", "ß".repeat(500));
    let anchor = Anchor::opening(&text, TextSpan::new(8, 8 + 1000));
    assert_eq!((anchor.end - anchor.start, anchor.exact.chars().count()), (200, 200));
    assert_eq!(anchor.suffix, "ß".repeat(32));
}

#[test]
fn words_put_in_before_move_the_place() {
    let changed = format!("Correction: the day was Tuesday, we are told.\n\n{TEXT}");
    assert!(found(REPORT, &changed).unwrap().starts_with(REPORT));
}

#[test]
fn of_the_same_words_in_two_places_those_with_the_same_surroundings_are_taken() {
    let again = "“We were told nothing,” said her";
    let changed = TEXT.replace("The inquiry goes on. ", "");
    assert!(found(again, &changed).unwrap().starts_with(again));
    let first = anchor(TEXT, "“We were told nothing,”");
    let changed = format!("{}{TEXT}", "A long new beginning that says little. ".repeat(5));
    assert!(first.find(&changed).is_some_and(|at| changed.get(at..).unwrap().contains("said Ana Pereira")));
}

#[test]
fn of_the_same_words_in_the_same_surroundings_the_nearest_are_taken() {
    let line = "And so it goes, and so it went, and so it shall go on for ever.\n";
    let text = line.repeat(20);
    let at = line.len() * 10;
    let anchor = Anchor::of(&text, TextSpan::new(at, at + line.len()));
    assert_eq!(anchor.find(&format!("So: {text}")), Some(at + 4));
}

#[test]
fn a_small_edit_of_the_sentence_is_survived() {
    for (old, new) in [
        ("in the hall", "in the town hall"),
        ("A report", "A full report"),
        ("and the mayor", "and their mayor"),
        ("A report is expected", "The report was awaited"),
    ] {
        let changed = format!("New words.\n\n{}", TEXT.replace(old, new));
        let found = found(REPORT, &changed).unwrap_or_else(|| panic!("{new}"));
        let wanted = if old.starts_with('A') { new } else { "A report" };
        assert!(found.starts_with(wanted), "{new}: {found}");
    }
}

#[test]
fn two_edits_of_the_sentence_are_survived() {
    let changed = TEXT.replace("report is", "report was").replace("in the hall", "in the town hall");
    assert!(found(REPORT, &changed).unwrap().starts_with("A report was"));
}

#[test]
fn where_the_end_of_a_paragraph_was_deleted_one_is_at_its_new_end() {
    let text = "Ada Moss keeps the ferry book at the quay. It was late on Monday.\n\nThe mayor was not asked.";
    let anchor = anchor(text, "It was late on Monday.");
    let changed = text.replace(" It was late on Monday.", "");
    assert!(changed.get(anchor.find(&changed).unwrap()..).unwrap().starts_with(".\n"));
}

#[test]
fn where_a_paragraph_was_deleted_its_neighbours_are_found() {
    let paragraph =
        "The inquiry goes on. A report is expected in spring, and the mayor will read it aloud in the hall.";
    let changed = TEXT.replace(&format!("{paragraph}\n\n"), "");
    assert!(found(paragraph, &changed).unwrap().starts_with("“We were told nothing,” said her"));
    let only_after = "Quite another beginning.\n\n“We were told nothing,” said her neighbour.";
    assert!(found(paragraph, only_after).unwrap().starts_with("“We were"));
    let only_before = "“We were told nothing,” said Ana Pereira, who lives below it. The company denied this.";
    assert_eq!(found(paragraph, only_before), Some(""));
}

#[test]
fn nothing_is_found_where_nothing_is_left() {
    assert_eq!(found(REPORT, "Quite another article, about bees."), None);
    assert_eq!(found(REPORT, ""), None);
}

#[test]
fn a_short_sentence_is_not_taken_for_the_same_words_elsewhere() {
    let text = "Did he know of it at the time? No. He was abroad on that day.\n\nThe rest follows here.";
    let changed = "No. That was all.\n\nDid he know of it at the time? Never. He was abroad on that day.";
    let at = anchor(text, "No.").find(changed).unwrap();
    assert!(changed.get(at..).unwrap().starts_with("Never."));
}

#[test]
fn a_megabyte_is_searched_in_no_time() {
    let same = "a".repeat(1 << 20);
    let mixed = "é Yes. “No.” ".repeat(80_000);
    for text in [&same, &mixed] {
        let other = "b".repeat(64);
        for exact in ["a", "Yes.", "aaaaaaaaaaaaaaaaaaaaaaaaab", "nowhere to be found in any of this"] {
            for (prefix, suffix) in [(other.as_str(), "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"), ("“No.” ", " “No.”")]
            {
                let start = Instant::now();
                stands(&Ground::of(text), Passage { exact, prefix, suffix, start: 500_000, sentence: None });
                assert!(start.elapsed() < Duration::from_millis(500), "{exact}: {:?}", start.elapsed());
            }
        }
    }
}

/// A span of a text: two numbers, each taken to a character boundary.
fn span(text: &str, one: usize, other: usize) -> TextSpan {
    let bounds: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let (one, other) = (bounds[one % bounds.len()], bounds[other % bounds.len()]);
    TextSpan::new(one.min(other), one.max(other))
}

proptest! {
    #[test]
    fn an_unchanged_text_gives_the_same_byte(text in "[ab .é“\n]{0,300}|\\PC{0,80}", one: usize, other: usize) {
        let span = span(&text, one, other);
        prop_assert_eq!(Anchor::of(&text, span).find(&text), Some(span.start));
        prop_assert_eq!(Anchor::opening(&text, span).find(&text), Some(span.start));
    }

    #[test]
    fn what_is_found_is_a_character_of_the_text(
        text in "[ab .é“\n]{0,200}|\\PC{0,80}", exact in "[ab .é“\n]{0,40}|\\PC{0,20}",
        prefix in "[ab .é“\n]{0,32}", suffix in "[ab .é“\n]{0,32}", start in 0_usize..400,
    ) {
        for start in [start, usize::MAX] {
            let anchor = Anchor { start, end: start, exact: exact.clone(), prefix: prefix.clone(), suffix: suffix.clone(), sentence: None };
            prop_assert!(anchor.find(&text).is_none_or(|at| text.is_char_boundary(at)));
        }
    }

    #[test]
    fn words_put_in_before_move_any_place(
        words in "[a-z]{1,12}( [a-z]{1,12}){20,60}", new in "[A-Z]{1,200}", one in 0_usize..60,
    ) {
        let at = one.min(words.len());
        let anchor = Anchor::of(&words, TextSpan::new(at, words.len().min(at + 40)));
        prop_assert_eq!(anchor.find(&format!("{new}{words}")), Some(new.len() + at));
    }

    #[test]
    fn any_anchor_fits_no_span(text in "\\PC{0,40}", one in 0_usize..100, other in 0_usize..100) {
        let anchor = Anchor::of(&text, TextSpan::new(one, other));
        prop_assert!(anchor.start <= anchor.end);
        prop_assert!(anchor.find(&text).is_none_or(|at| text.is_char_boundary(at)));
    }
}
