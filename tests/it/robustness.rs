//! Names that no list knows, other marks, and paragraphs that were lost.

use super::marks::{check, check_names, check_speakers};

#[test]
fn pronouns_tell_the_gender_of_a_name_that_no_list_knows() {
    check_speakers(
        "Zhuvani Ebbe kept her boat in the shed. Okwu Tarra sold his in May.\n\n\
         Ebbe rowed past Tarra every day. “It holds,” she said.",
        &["Zhuvani Ebbe"],
    );
}

#[test]
fn kin_tell_it_too() {
    check_speakers(
        "Okwu Tarra came with his wife, Zhuvani Ebbe, and Tarra rowed. “It holds,” she said.",
        &["Zhuvani Ebbe"],
    );
}

#[test]
fn pronouns_in_speech_do_not() {
    check_speakers(
        "Zhuvani Ebbe said: “He never waved.” She left at noon. “It was late,” she said.",
        &["Zhuvani Ebbe", "Zhuvani Ebbe"],
    );
}

#[test]
fn he_is_no_report_that_spoke_before() {
    check_speakers("The pier leaks, a report said. “It does,” he said.", &["*a report", "*he"]);
}

#[test]
fn a_name_ends_with_its_sentence() {
    check_names("It was [Vo Hai|person:1]. [Ta Thuy|person:2] said nobody waved.");
}

#[test]
fn a_name_begins_behind_a_role() {
    check_speakers(
        "“It holds,” said the union’s officer, Ta Thuy. Later Thuy said the pier would close.",
        &["Ta Thuy", "Ta Thuy"],
    );
}

#[test]
fn senators_in_the_plural_have_a_title() {
    check_names("They wrote to Sens. [Ta Dung|person:1] and to others. Then [Dung|person:1] left.");
}

#[test]
fn a_nickname_may_stand_in_single_marks() {
    check_names("Nobody saw [Terry ‘Tank’ Obal|person:1] again. Only [Obal|person:1] knows why.");
}

#[test]
fn marks_that_open_again_go_on_where_paragraphs_are_lost() {
    check(
        "[Ana Pereira|source] [said|cue]: [“It was early, and nobody waved at the boat.|content] \
         [“It was cold.”|content+] Then James Holt came. [“It leaks,”|content] [he|source] [said|cue].",
    );
}

#[test]
fn a_colon_hands_over_no_marked_words_of_others() {
    check(
        "[Osk Tamm|source] [explained|cue] it so: [The pier was old|content]. \
         [“It leaks,”|content] [Ana Pereira|source] [said|cue].",
    );
}
