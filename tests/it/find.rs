//! Find: what is folded, where hits are, and what the keys do with them.

use proptest::prelude::*;
use pullquote::text::find::Folded;
use pullquote::text::span::TextSpan;

use crate::harness::{press, pressed, text};

/// The words that are found, as they stand in the text.
fn found<'t>(text: &'t str, needle: &str) -> Vec<&'t str> {
    Folded::of(text).find(text, needle).into_iter().map(|span| span.of(text)).collect()
}

#[test]
fn case_accents_and_typography_do_not_matter() {
    assert_eq!(found("Zürich, ZURICH and zu\u{308}rich", "zurich"), ["Zürich", "ZURICH", "zu\u{308}rich"]);
    assert_eq!(found("It’s “no” – he said…", "it's \"no\" - he said..."), ["It’s “no” – he said…"]);
    assert_eq!(found("no\u{a0}break  and\nnew line", "no break and new line"), ["no\u{a0}break  and\nnew line"]);
    assert_eq!(found("straße STRASSE", "strasse"), ["straße", "STRASSE"]);
    assert_eq!(found("co\u{ad}operate", "cooperate"), ["co\u{ad}operate"]);
    assert_eq!(found("Œuvre by Ørsted", "oeuvre by orsted"), ["Œuvre by Ørsted"]);
}

#[test]
fn the_words_typed_are_folded_too() {
    assert_eq!(found("a “plain” cafe", "“PLAIN” café"), ["“plain” cafe"]);
}

#[test]
fn whole_letters_are_found() {
    assert_eq!(found("ﬁnd it", "i"), ["ﬁ", "i"], "a part of a ligature is all of it");
    assert_eq!(found("wait…", "."), ["…", "…", "…"]);
}

#[test]
fn nothing_stands_nowhere() {
    assert!(found("some words", "").is_empty());
    assert!(found("some words", "   ").is_empty());
    assert!(found("", "words").is_empty());
}

#[test]
fn hits_are_counted_gone_through_and_begin_again() {
    let mut session = pressed(80, 24, "Enter / d a m");
    assert!(text(&session).contains("/dam") && text(&session).contains("1 of 8"), "{}", text(&session));
    press(&mut session, "Enter n n");
    assert!(text(&session).contains("“dam”: 3 of 8"), "{}", text(&session));
    press(&mut session, "N N N");
    assert!(text(&session).contains("“dam”: 8 of 8, from the end again"), "{}", text(&session));
    press(&mut session, "n");
    assert!(text(&session).contains("“dam”: 1 of 8, from the top again"), "{}", text(&session));
}

#[test]
fn esc_returns_to_where_one_was_and_backspace_after_enter_too() {
    let mut session = pressed(80, 24, "Enter Space Right");
    let (top, cursor) = (session.app.reader.top, session.app.reader.cursor);
    press(&mut session, "/ p a t i e n t");
    assert_ne!(session.app.reader.cursor, cursor);
    press(&mut session, "Esc");
    assert_eq!((session.app.reader.top, session.app.reader.cursor), (top, cursor));
    assert!(session.app.found.hits.is_empty());
    press(&mut session, "/ p a t i e n t Enter Backspace");
    assert_eq!(session.app.reader.cursor, cursor);
}

#[test]
fn what_is_not_there_is_said() {
    let mut session = pressed(80, 24, "Enter / x y z z y");
    assert!(text(&session).contains("not found"));
    press(&mut session, "Enter");
    assert!(text(&session).contains("“xyzzy” is not in this article."), "{}", text(&session));
}

#[test]
fn a_hit_in_lines_set_aside_unfolds_them() {
    let mut session = pressed(80, 24, "Enter / m i n Space r e a d Enter");
    let place = session.app.reader.cursor;
    let row = session.app.reader.rows.iter().find(|row| row.span.contains(place)).unwrap();
    assert_eq!(row.kind, pullquote::text::layout::RowKind::Text, "{}", text(&session));
    press(&mut session, "Esc");
    assert!(session.app.found.hits.is_empty());
}

#[test]
fn words_looked_for_before_come_back() {
    let mut session = pressed(80, 24, "Enter / d a m Enter / w a t e r Enter /");
    press(&mut session, "Up");
    assert!(text(&session).contains("/water"), "{}", text(&session));
    press(&mut session, "Up");
    assert!(text(&session).contains("/dam"), "{}", text(&session));
}

proptest! {
    #[test]
    fn any_part_of_a_text_is_found_where_it_stands(words in "[ -~éÉß…“”’\u{2013}\u{a0}\u{301}ﬁ漢\n]{0,60}", at in 0usize..60, len in 1usize..12) {
        let starts: Vec<usize> = words.char_indices().map(|(at, _)| at).chain([words.len()]).collect();
        let start = starts[at.min(starts.len() - 1)];
        let end = starts[(at + len).min(starts.len() - 1)].max(start);
        let part = TextSpan::new(start, end).of(&words);
        let hits = Folded::of(&words).find(&words, part);
        for hit in &hits {
            prop_assert!(words.get(hit.start..hit.end).is_some(), "{hit:?} of {words:?}");
        }
        if part.chars().any(|letter| letter.is_ascii_alphanumeric()) && !part.trim().is_empty() && part == part.trim() {
            prop_assert!(!hits.is_empty(), "{part:?} in {words:?}");
        }
    }
}
