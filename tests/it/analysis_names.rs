//! Who and what is named, and which names mean the same one.

use super::marks::{analysis, check_names};

#[test]
fn full_name_and_surname_are_one() {
    check_names("[Ana Pereira|person:1] came early. Then [Pereira|person:1] left.");
}

#[test]
fn two_people_of_one_surname_stay_apart() {
    check_names(
        "[Ana Pereira|person:1] married [Rui Pereira|person:2]. [Rui|person:2] sails. Later [Ana|person:1] sails too.",
    );
}

#[test]
fn possessives_are_outside() {
    check_names("[Ana Pereira|person:1]’s boat sank. It was [Pereira|person:1]’s third.");
}

#[test]
fn short_names_of_countries_are_one_place() {
    check_names(
        "The [UK|place:1] and [France|place:2] agreed. [Britain|place:1] pays, the [United Kingdom|place:1] says.",
    );
    check_names("The [US|place:1] refused; [America|place:1] always does, and the [United States|place:1] knows it.");
}

#[test]
fn peoples_are_groups() {
    check_names("The [British|group:1] sailors met a [Dutch|group:2] crew.");
}

#[test]
fn bodies_are_known_by_their_words() {
    check_names("The [Harrow District Council|organisation:1] met at [Marl Crown Court|organisation:2].");
    check_names(
        "The [Institute for Coastal Study|organisation:1] ([ICS|organisation:1]) agreed. Then [ICS|organisation:1] did not.",
    );
}

#[test]
fn places_are_known_by_theirs() {
    check_names("She lives in [Nether Skell|place:1], by [Skell River|place:2].");
}

#[test]
fn titles_of_respect_are_outside() {
    check_names("It was [Osk Tamm|person:1] who left. Nobody missed Mr [Tamm|person:1].");
}

#[test]
fn nobility_is_inside() {
    check_names("[Sir Osk Tamm|person:1] met [Baroness Hale of Skell|person:2] by chance.");
}

#[test]
fn a_nickname_is_inside() {
    check_names("Nobody saw [Terry “Tank” Obal|person:1] again. Only [Obal|person:1] knows why.");
}

#[test]
fn a_headline_in_capitals_names_who_the_text_names() {
    check_names(
        "# PEREIRA CLOSES THE OLD HARBOUR PIER\n\n[Ana Pereira|person:1] came early."
            .replace("PEREIRA", "[PEREIRA|person:1]")
            .as_str(),
    );
}

#[test]
fn days_are_dates_and_no_part_of_names() {
    check_names(
        "On [Tuesday|date:1] [Ana Pereira|person:2] came. [She|person:2] left on [3 February 1934|date:3], in [March|date:4].",
    );
}

#[test]
fn sums_and_shares() {
    check_names(
        "It cost [£1.9bn|money:1], up [11.4%|percent:2] or [20 per cent|percent:3], and [100,000 ringgit|money:4].",
    );
}

#[test]
fn the_same_number_is_one_value() {
    check_names("They sold [480|number:1] boats, then [480|number:1] more, and [two|number:2] oars.");
}

#[test]
fn ordinals_and_compounds_are_no_numbers() {
    check_names("The 3rd pier is a two-storey one.");
}

#[test]
fn capacity_is_the_apposition() {
    let (document, analysis) = analysis("Ana Pereira, the harbour master, came early.");
    assert_eq!(analysis.entities[0].capacity.map(|span| document.slice(span)), Some("the harbour master"));
}

#[test]
fn aliases_say_their_rule() {
    let (_, analysis) = analysis("Ana Pereira came early. Then Pereira left.");
    let alias = &analysis.entities[0].aliases[0];
    assert_eq!((alias.form.as_str(), alias.rule.name()), ("Pereira", "surname"));
}

#[test]
fn a_weekday_before_a_name_is_no_part_of_it() {
    check_names("[Boris Elmet|person:1] came early. On [Tuesday|date:2] [Elmet|person:1] said that the ferry stays.");
}

#[test]
fn the_head_of_a_body_is_the_body_unless_something_is_there() {
    check_names("[Calderwold Water|organisation:1] dug. The leak was old, [Calderwold|organisation:1] said.");
}

#[test]
fn given_names_of_two_halves_are_whole() {
    check_names("Then [Kim Sang-hyul|person:1] left. On the quay [Tam Wai-ling|person:2] met [Park Jae-in|person:3].");
}

#[test]
fn offices_before_a_name_are_no_part_of_it() {
    check_names("Then Union Minister [Odo Marl|person:1] left. [Marl|person:1] was ill.");
}
