//! Whom descriptions, "they", "I" and "you" mean: marked texts, one phenomenon each.

use super::marks::{analysis, check_names, check_speakers};
use pullquote::model::entity::Form;
use pullquote::model::quote::Certainty;

/// Fails unless the pronouns and descriptions of the one called `name` are these, in order.
#[track_caller]
fn check_meant(text: &str, name: &str, expected: &[&str]) {
    let (document, analysis) = analysis(text);
    let entity = analysis.entities.iter().find(|entity| entity.name == name).expect("somebody of that name");
    let others = entity.mentions.iter().filter(|mention| mention.form != Form::Name);
    let found: Vec<&str> = others.map(|mention| document.slice(mention.span)).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_description_may_stand_before_the_name() {
    check_names("[The harbour’s founder|person:1], [Osk Tamm|person:1], came early.");
}

#[test]
fn it_begins_with_its_article() {
    check_names("Nobody met [the harbour master|person:1], [Osk Tamm|person:1], for long.");
}

#[test]
fn a_title_beside_the_name_is_no_description() {
    check_meant("They thanked President Osk Tamm for it.", "Osk Tamm", &[]);
    check_meant("They thanked harbour columnist Osk Tamm for it.", "Osk Tamm", &[]);
}

#[test]
fn a_noun_made_from_a_deed_may_be_an_apposition() {
    check_names("[Osk Tamm|person:1], [a bronze medalist in sculling|person:1], came early.");
}

#[test]
fn a_resident_who_comes_up_is_nobody_named() {
    check_meant("After the speech of Osk Tamm, a resident came up and wept.", "Osk Tamm", &[]);
}

#[test]
fn the_verb_is_no_part_of_who_speaks() {
    check_speakers("A resident came up and asked: “Where is the pier?”", &["*a resident"]);
}

#[test]
fn a_description_of_somebody_known_does_not_say_for_certain_who_speaks() {
    for (text, certainty) in [
        ("“It leaks,” the harbour source said.", Certainty::Likely),
        ("“It leaks,” a harbour source said.", Certainty::Certain),
        ("“It leaks,” harbour sources said.", Certainty::Certain),
    ] {
        let (_, analysis) = analysis(text);
        assert_eq!(analysis.quotes[0].certainty, certainty, "{text}");
    }
}

#[test]
fn it_is_never_a_person() {
    check_speakers(
        "A spokeswoman for the harbour said: “We wait.” More than 200 signed a petition. It reads: “Hands off our pier.”",
        &["*a spokeswoman for the harbour", "*It"],
    );
}

#[test]
fn they_may_be_a_people() {
    check_names("[Norwegians|group:1] fish when [they|group:1] can.");
}

#[test]
fn they_may_be_others_that_stand_nearer() {
    check_meant("Norwegians sold boats when they rotted.", "Norwegians", &[]);
}

#[test]
fn they_are_never_one_of_a_people() {
    check_meant("A Norwegian fished when they came.", "Norwegian", &[]);
}

#[test]
fn they_are_never_one_person() {
    check_meant("Osk Tamm came early. They wept.", "Osk Tamm", &[]);
}

#[test]
fn who_is_asked_is_whoever_was_announced() {
    check_meant(
        "# The pier of the north\n\nThe Lamp spoke with Maria Obal about Peter Tamm and his pier.\n\nHow did you build it?\n\nI built it alone. It was my third pier. I was glad.",
        "Maria Obal",
        &["you", "I", "my", "I"],
    );
}

#[test]
fn the_one_announced_by_a_role_is_whoever_has_it() {
    check_meant(
        "# The Lamp interviews owner of a pier\n\nThe pier is called after Peter Tamm. Pier owner Maria Obal kept it.\n\nHow did you build it?\n\nI built it alone. It was my third pier. I was glad.",
        "Maria Obal",
        &["you", "I", "my", "I"],
    );
}

#[test]
fn an_owner_without_a_name_is_nobody_else() {
    check_meant(
        "# The Lamp interviews owner of the Tamm pier\n\nThe pier is called after Peter Tamm.\n\nHow did you build it?\n\nI built it alone. It was my third pier. I was glad.",
        "Peter Tamm",
        &[],
    );
}

#[test]
fn a_name_below_a_picture_answers_nothing() {
    check_meant(
        "# A pier of one’s own\n\nMaria Obal. Image: Peter Tamm.\n\nHow did you build it? Do you sail? Are you glad?\n\nI built it alone. It was my third pier. I was glad.",
        "Maria Obal",
        &["you", "you", "you", "I", "my", "I"],
    );
}

#[test]
fn i_beside_you_in_a_question_is_the_one_who_asks() {
    check_meant(
        "# Interview with Maria Obal\n\nMaria Obal keeps the pier.\n\nMay I ask how you built it?\n\nI built it alone. It was my third pier. Why should I complain?",
        "Maria Obal",
        &["you", "I", "my", "I"],
    );
}

#[test]
fn we_is_not_one_person() {
    check_meant("“We wept,” said Maria Obal.", "Maria Obal", &[]);
}
