//! A text of several lines that is written: letters and widths, words, rows, what is undone.

use proptest::prelude::*;
use pullquote::text::width::cells;
use pullquote::text::writing::Writing;
use unicode_segmentation::UnicodeSegmentation;

/// A text at a width, with the cursor where `|` stands in it.
fn written(marked: &str, width: usize) -> Writing {
    let mut writing = Writing::of(&marked.replacen('|', "", 1));
    writing.arrange(width);
    writing.move_to(marked.find('|').unwrap());
    writing
}

/// The text with `|` where the cursor is.
fn shown(writing: &Writing) -> String {
    let mut text = writing.text().to_owned();
    text.insert(writing.cursor(), '|');
    text
}

fn rows(writing: &Writing) -> Vec<&str> {
    writing.rows().iter().map(|row| row.of(writing.text())).collect()
}

#[test]
fn a_letter_is_all_that_is_seen_as_one() {
    let mut writing = written("a👨‍👩‍👧|é", 20);
    assert_eq!(writing.place(), (0, 3), "the family takes up two cells");
    writing.move_to(writing.letter(false));
    assert_eq!(shown(&writing), "a|👨‍👩‍👧é");
    writing.delete_to(writing.letter(true));
    assert_eq!(shown(&writing), "a|é");
    writing.delete_to(writing.letter(true));
    assert_eq!(shown(&writing), "a|");
}

#[test]
fn words_are_gone_over_and_deleted_as_a_whole() {
    let mut writing = written("It’s late,\nsaid |Ida Crane.", 40);
    writing.move_to(writing.word(true));
    assert_eq!(shown(&writing), "It’s late,\nsaid Ida| Crane.");
    writing.delete_to(writing.word(false));
    assert_eq!(shown(&writing), "It’s late,\nsaid | Crane.");
    for wanted in ["It’s late,\n|said  Crane.", "It’s |late,\nsaid  Crane.", "|It’s late,\nsaid  Crane."] {
        writing.move_to(writing.word(false));
        assert_eq!(shown(&writing), wanted);
    }
}

#[test]
fn a_line_is_broken_between_words_and_nothing_above_moves_while_one_is_typed() {
    let mut writing = written("one two three four|", 9);
    assert_eq!(rows(&writing), ["one two ", "three ", "four"]);
    for letter in ["t", "e", "e", "n", " ", "x"] {
        writing.insert(letter);
        assert_eq!(rows(&writing)[..2], ["one two ", "three "]);
    }
    assert_eq!(rows(&writing)[2..], ["fourteen ", "x"]);
    assert_eq!(rows(&written("|", 9)), [""]);
    assert_eq!(rows(&written("a\n\n|", 9)), ["a", "", ""]);
    assert_eq!(rows(&written("Donaudampfschiff|", 9)), ["Donaudamp", "fschiff"]);
}

#[test]
fn up_and_down_keep_the_cell_as_far_as_there_is_one() {
    let mut writing = written("a long li|ne\nab\n日本語の文\nanother line", 40);
    for (rows, wanted) in [(1, (1, 2)), (1, (2, 8)), (1, (3, 9)), (-3, (0, 9)), (-1, (0, 0))] {
        writing.walk(rows);
        assert_eq!(writing.place(), wanted);
    }
    writing.walk(10);
    assert_eq!(writing.place(), (3, 9), "down to the last row, in the cell it had");
    writing.walk(1);
    assert_eq!(shown(&writing), "a long line\nab\n日本語の文\nanother line|");
}

#[test]
fn the_edges_are_those_of_the_row() {
    let mut writing = written("one two thr|ee four", 9);
    writing.move_to(writing.edge(true));
    assert_eq!((shown(&writing).as_str(), writing.place()), ("one two three| four", (1, 5)));
    writing.move_to(writing.edge(false));
    assert_eq!(shown(&writing), "one two |three four");
    writing.delete_to(writing.edge(true));
    assert_eq!(shown(&writing), "one two | four");
}

#[test]
fn what_was_written_is_undone_a_word_at_a_time_and_made_again() {
    let mut writing = Writing::of("");
    for letter in ["h", "a", "l", "f", " ", "m", "o", "o", "n"] {
        writing.insert(letter);
    }
    writing.insert(" pasted\nlines");
    writing.delete_to(writing.letter(false));
    writing.delete_to(writing.letter(false));
    let mut seen = vec![writing.text().to_owned()];
    while writing.undo() {
        seen.push(writing.text().to_owned());
    }
    assert_eq!(seen, ["half moon pasted\nlin", "half moon pasted\nlines", "half moon", "half ", ""]);
    while writing.redo() {}
    assert_eq!(shown(&writing), "half moon pasted\nlin|");
    writing.undo();
    writing.insert("!");
    assert!(!writing.redo(), "what was undone is forgotten once more is written");
}

#[test]
fn what_could_drive_a_terminal_is_left_out() {
    let mut writing = Writing::of("one\r\ntwo\u{1b}[31m\u{202e}three");
    assert_eq!(writing.text(), "one\ntwo[31mthree");
    writing.insert("\tfour\u{7}\r");
    assert_eq!(writing.text(), "one\ntwo[31mthree    four\n");
}

#[test]
fn no_more_is_taken_than_a_note_can_have() {
    let mut writing = Writing::of("");
    writing.insert(&"é".repeat(200_000));
    assert_eq!(writing.text().len(), 100_000);
    writing.insert("more");
    assert_eq!(writing.text().len(), 100_000);
}

proptest! {
    #[test]
    fn every_place_is_on_the_screen_whatever_is_done(
        keys in proptest::collection::vec((0u8..12, "[a-z 日é#\n👩‍👧\u{301}]{1,4}"), 1..60),
        width in 1usize..30,
    ) {
        let mut writing = Writing::of("Some words\nto begin with.");
        writing.arrange(width);
        for (key, words) in keys {
            match key {
                0..=3 => writing.insert(&words),
                4 => writing.delete_to(writing.letter(false)),
                5 => writing.delete_to(writing.word(true)),
                6 => writing.delete_to(writing.edge(false)),
                7 => writing.walk(-1),
                8 => writing.walk(2),
                9 => writing.move_to(writing.edge(true)),
                10 => drop(writing.undo()),
                _ => writing.move_to(writing.letter(true)),
            }
            let (row, column) = writing.place();
            prop_assert!(row < writing.rows().len() && column <= width);
            let joined: String = rows(&writing).concat();
            prop_assert_eq!(joined, writing.text().replace('\n', ""));
            for row in rows(&writing) {
                // One letter may be wider than there is room.
                let row = row.trim_end();
                let is_one = row.graphemes(true).count() == 1;
                prop_assert!(cells(row) <= width || is_one, "{:?} at {}", row, width);
            }
        }
    }
}
