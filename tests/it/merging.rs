//! Which names, pronouns and descriptions mean the same one: marked texts and laws.

use std::time::Instant;

use proptest::prelude::{ProptestConfig, any, proptest};
use pullquote::analysis::merging::{Merged, Named, merge};
use pullquote::model::entity::{AliasRule, EntityKind};
use pullquote::model::quote::Certainty;

use super::marks::{analysis, check_names};

/// Names in order, without kinds.
fn named<'a>(forms: &[&'a str]) -> Vec<Named<'a>> {
    let name = |(at, form): (usize, &&'a str)| Named { form, at, kind: None, gender: None, titled: false };
    forms.iter().enumerate().map(name).collect()
}

/// Fails unless the names, each behind the number of its group, fall together so.
#[track_caller]
fn check(marked: &[(usize, &str)]) {
    let forms: Vec<&str> = marked.iter().map(|(_, form)| *form).collect();
    let found: Vec<usize> = merge(&named(&forms)).of.iter().map(|(group, _)| group + 1).collect();
    let expected: Vec<usize> = marked.iter().map(|(group, _)| *group).collect();
    assert_eq!(found, expected, "{forms:?}");
}

#[track_caller]
fn check_rule(form: &str, longer: &str, expected: (AliasRule, Certainty)) {
    let merged = merge(&named(&[longer, form]));
    assert_eq!(merged.of[1], (0, Some(expected)), "{form} for {longer}");
}

#[test]
fn each_join_says_its_rule() {
    use AliasRule::{Acronym, FirstName, Initials, Possessive, ShortForm, Spelling, Surname, Synonym, Title};
    check_rule("Tamm", "Osk Tamm", (Surname, Certainty::Certain));
    check_rule("Osk", "Osk Tamm", (FirstName, Certainty::Likely));
    check_rule("O. Tamm", "Osk Tamm", (Initials, Certainty::Likely));
    check_rule("Mr Tamm", "Osk Tamm", (Surname, Certainty::Certain));
    check_rule("Dr Osk Tamm", "Osk Tamm", (Title, Certainty::Certain));
    check_rule("OLB", "Outer Lights Board", (Acronym, Certainty::Certain));
    check_rule("Lights Board", "Outer Lights Board", (ShortForm, Certainty::Likely));
    check_rule("Skelbeck University", "University of Skelbeck", (ShortForm, Certainty::Certain));
    check_rule("Osk Tamm’s", "Osk Tamm", (Possessive, Certainty::Certain));
    check_rule("UK", "United Kingdom", (Synonym, Certainty::Certain));
    check_rule("Obradovitch", "Osk Obradovich", (Spelling, Certainty::Unsure));
}

#[test]
fn a_surname_may_stand_before_the_full_name() {
    check(&[(1, "Tamm"), (1, "Osk Tamm"), (1, "Tamm")]);
}

#[test]
fn an_acronym_may_stand_before_its_expansion() {
    check(&[(1, "OLB"), (1, "Outer Lights Board")]);
    check(&[(1, "DfL"), (1, "Department for Lamps")]);
}

#[test]
fn an_acronym_that_is_a_country_is_one() {
    check(&[(1, "Ulverton School"), (2, "US")]);
}

#[test]
fn the_article_is_no_part_of_a_name() {
    check(&[(1, "The Skel Courier"), (1, "Skel Courier")]);
}

#[test]
fn accents_and_marks_are_folded() {
    check(&[(1, "Zoë Müller"), (1, "Zoe Mueller"), (1, "Muller")]);
    check(&[(1, "Sean O’Tamm"), (1, "O'Tamm")]);
}

#[test]
fn hyphens_are_as_good_as_spaces() {
    check(&[(1, "Kim Tok-sun"), (1, "Kim Tok Sun"), (1, "Kim")]);
    check(&[(1, "Ana Osk-Tamm"), (1, "Osk-Tamm")]);
}

#[test]
fn saint_may_be_short() {
    check(&[(1, "St. Skelby"), (1, "Saint Skelby")]);
}

#[test]
fn capitals_say_nothing() {
    check(&[(1, "OSK TAMM"), (1, "Osk Tamm"), (1, "TAMM")]);
}

#[test]
fn particles_belong_to_the_surname() {
    check(&[(1, "Osk van der Tamm"), (1, "Van der Tamm"), (1, "Tamm")]);
    check(&[(1, "Bassar al-Tammi"), (1, "Al-Tammi"), (1, "Bassar Tammi")]);
    check(&[(1, "Walid bin Tammi"), (1, "bin Tammi")]);
}

#[test]
fn spanish_names_have_two_surnames() {
    check(&[(1, "Olmo Tamero Brisa"), (1, "Tamero Brisa"), (1, "Tamero")]);
}

#[test]
fn eastern_surnames_stand_first() {
    check_rule("Zhang", "Zhang Yutang", (AliasRule::Surname, Certainty::Certain));
}

#[test]
fn middle_names_may_be_left_out() {
    check(&[(1, "Osk Harel Tamm"), (1, "Osk Tamm"), (1, "Osk H. Tamm")]);
}

#[test]
fn a_nickname_in_marks_may_be_left_out() {
    check(&[(1, "Terry “Tank” Obal"), (1, "Terry Obal"), (1, "Obal")]);
}

#[test]
fn father_and_son_stay_apart() {
    check(&[(1, "Osk Tamm Sr."), (2, "Osk Tamm Jr.")]);
}

#[test]
fn two_of_one_surname_stay_apart_and_the_last_named_is_meant() {
    check(&[(1, "Osk Tamm"), (1, "Tamm"), (2, "Ana Tamm"), (2, "Tamm"), (1, "Osk"), (1, "Tamm")]);
    let merged = merge(&named(&["Osk Tamm", "Ana Tamm", "Tamm"]));
    assert_eq!(merged.of[2].1, Some((AliasRule::Surname, Certainty::Likely)));
}

#[test]
fn courtesy_titles_tell_two_of_one_surname_apart() {
    check_names(
        "[Oskar Tamm|person:1] met [Maria Tamm|person:2]. Mr [Tamm|person:1] paid. Nobody thanked Mrs [Tamm|person:2].",
    );
}

#[test]
fn a_place_is_no_person_of_its_name() {
    check(&[(1, "Osk Lincoln"), (2, "Paris"), (3, "Ana Paris")]);
    check_names("[Ana Paris|person:1] left [Paris|place:2]. Ms [Paris|person:1] sails.");
}

#[test]
fn a_body_is_not_its_town() {
    check(&[(1, "Boston"), (2, "Boston University")]);
}

#[test]
fn countries_have_short_and_official_names() {
    check(&[(1, "UK"), (1, "Britain"), (1, "United Kingdom"), (2, "U.S."), (2, "America"), (2, "United States")]);
    check(&[(1, "EU"), (1, "European Union"), (2, "Foreign Office"), (2, "FCDO")]);
}

#[test]
fn a_people_is_not_its_country() {
    check(&[(1, "France"), (2, "French"), (3, "Germany"), (4, "Germans")]);
}

#[test]
fn followers_are_one_or_many() {
    check(&[(1, "Skelbyite"), (1, "Skelbyites")]);
}

#[test]
fn companies_may_lose_their_form() {
    check(&[(1, "Severn Marine Ltd"), (1, "Severn Marine"), (2, "Severn Bridge")]);
}

#[test]
fn ministries_may_be_turned_round() {
    check(&[(1, "Ministry of Lamps"), (1, "Lamps Ministry")]);
}

#[test]
fn dates_are_the_same_only_as_written() {
    check(&[(1, "Oct. 11"), (2, "Oct. 12"), (1, "Oct. 11"), (3, "2014"), (4, "2015")]);
}

#[test]
fn an_apposition_says_who_somebody_is() {
    check_names("[Osk Tamm|person:1], [the harbour master|person:1], came early.");
}

#[test]
fn he_is_the_man_named_before() {
    check_names("[Oskar Tamm|person:1] came early. [He|person:1] sat on [his|person:1] coat.");
}

#[test]
fn gender_tells_who_is_meant() {
    check_names("[James Tamm|person:1] met [Maria Obal|person:2]. [She|person:2] paid and [he|person:1] left.");
}

#[test]
fn the_subject_is_meant_before_the_object() {
    check_names("[James Tamm|person:1] waited for [Peter Obal|person:2]. [He|person:1] had a coat.");
}

#[test]
fn him_is_not_the_subject() {
    check_names("[James Tamm|person:1] slept. [Peter Obal|person:2] thanked [him|person:1].");
}

#[test]
fn nobody_was_named() {
    check_names("He came early. She left late.");
}

#[test]
fn an_unnamed_man_may_stand_nearer() {
    check_names("[James Tamm|person:1] slept. A guard came in. It was cold. The guard sat down. He was ill.");
}

#[test]
fn i_is_the_one_who_speaks() {
    check_names("“[I|person:1] wept,” said [Maria Obal|person:1].");
}

#[test]
fn she_in_speech_is_not_the_one_who_speaks() {
    check_names("[Ruth Tamm|person:1] came. “[She|person:1] wept,” said [Maria Obal|person:2].");
}

#[test]
fn the_minister_is_whoever_was_introduced_so() {
    check_names(
        "[Osk Tamm|person:1], [the harbour minister|person:1], came early. It rained. Nobody thanked [the minister|person:1].",
    );
}

#[test]
fn mentions_do_not_overlap() {
    let (_, analysis) = analysis("Osk Tamm, the mayor, met Ana Tamm. The mayor thanked her. “I wept,” he said.");
    let mut spans: Vec<_> =
        analysis.entities.iter().flat_map(|entity| entity.mentions.iter().map(|mention| mention.span)).collect();
    spans.sort();
    assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start), "{spans:?}");
}

/// How long it takes to merge `count` names of ten thousand people.
fn seconds(count: usize) -> (f64, Merged) {
    let forms: Vec<String> = (0..count)
        .map(|index| match index % 3 {
            0 => format!("Osk{} Tamm{}", index % 101, index % 9973),
            1 => format!("Tamm{}", index % 9973),
            _ => format!("Outer{} Lights Board", index % 997),
        })
        .collect();
    let names: Vec<Named> = forms
        .iter()
        .enumerate()
        .map(|(at, form)| Named { form, at, kind: None, gender: None, titled: false })
        .collect();
    let start = Instant::now();
    let merged = merge(&names);
    (start.elapsed().as_secs_f64(), merged)
}

#[test]
fn a_hundred_thousand_names_take_time_in_proportion() {
    let (small, _) = seconds(25_000);
    let (large, merged) = seconds(100_000);
    assert_eq!(merged.of.len(), 100_000);
    assert!(large < 12.0 * small.max(0.05), "{small} s for 25,000, {large} s for 100,000");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn merging_never_fails_and_is_the_same_each_time(
        names in proptest::collection::vec((any::<String>(), 0_usize..50, 0_usize..12), 0..40),
    ) {
        let kind = |index: usize| EntityKind::ALL.get(index).copied();
        let named: Vec<Named> = names
            .iter()
            .map(|(form, at, index)| Named { form, at: *at, kind: kind(*index), gender: None, titled: false })
            .collect();
        let merged = merge(&named);
        assert_eq!(merged.of.len(), named.len());
        assert!(merged.of.iter().all(|(group, _)| *group < merged.groups.len()));
        assert_eq!(merged, merge(&named));
    }
}
