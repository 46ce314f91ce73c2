//! Which words of a passage went, and which came.

use pullquote::text::difference::{Part, difference, words_changed};

fn told(before: &str, after: &str) -> String {
    difference(before, after).iter().map(Part::marked).collect::<Vec<_>>().join(" ")
}

#[test]
fn words_that_went_stand_before_those_that_came() {
    let (before, after) = ("The pier is safe, she said.", "The old pier was safe, she said.");
    assert_eq!(told(before, after), "The [+old+] pier [-is-] [+was+] safe, she said.");
    assert_eq!(words_changed(&difference(before, after)), 2);
}

#[test]
fn white_space_alone_is_no_change() {
    assert_eq!(told("The pier\n\nis safe.", "The  pier is safe."), "The pier is safe.");
    assert_eq!(words_changed(&difference("a b", "a\nb")), 0);
}

#[test]
fn all_can_go_and_all_can_come() {
    assert_eq!(told("The pier.", ""), "[-The pier.-]");
    assert_eq!(told("", "A bridge."), "[+A bridge.+]");
    assert_eq!(words_changed(&difference("one two three", "four")), 3);
}
