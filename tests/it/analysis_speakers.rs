//! Whose words they are: names, pronouns and descriptions go back to the one they mean.

use super::marks::{analysis, check_speakers};
use pullquote::model::quote::{Certainty, Rule};

#[test]
fn a_surname_stands_for_the_full_name() {
    check_speakers("Ana Pereira came early. “It holds,” Pereira said.", &["Ana Pereira"]);
}

#[test]
fn a_title_is_no_part_of_the_name() {
    check_speakers("Mr Osk Tamm came early. “It holds,” said Mr Tamm.", &["Osk Tamm"]);
}

#[test]
fn an_honour_is() {
    check_speakers("Dame Honor Quill came early. “It holds,” Dame Honor said.", &["Dame Honor Quill"]);
}

#[test]
fn pronouns_go_by_gender() {
    check_speakers(
        "Ana Pereira met James Holt on the pier. “It holds,” she said.\n\nJames Holt met Ana Pereira again. “It leaks,” he said.",
        &["Ana Pereira", "James Holt"],
    );
}

#[test]
fn a_name_inside_speech_is_no_antecedent() {
    check_speakers(
        "Patience Adler worked a double shift. “I rang Imogen Stall at six,” she said.",
        &["Patience Adler"],
    );
}

#[test]
fn a_description_means_whoever_was_introduced_so() {
    check_speakers("Ben Osk, the defence secretary, came early. “It holds,” the defence minister said.", &["Ben Osk"]);
}

#[test]
fn an_unnamed_source_is_never_given_a_name() {
    check_speakers(
        "Ben Osk, the defence secretary, came early. “It leaks,” a defence source said. “It does,” said a spokesman for Ben Osk.",
        &["*a defence source", "*a spokesman for Ben Osk"],
    );
}

#[test]
fn the_official_is_the_official_from_before() {
    check_speakers(
        "A harbour official said that the pier was late. “It leaks,” the official said.",
        &["*a harbour official", "*a harbour official"],
    );
}

#[test]
fn a_possessive_is_not_the_speaker() {
    check_speakers("Ana Pereira came early. “It holds,” Pereira’s lawyer said.", &["*Pereira’s lawyer"]);
}

#[test]
fn an_acronym_stands_for_the_body() {
    check_speakers(
        "The Outer Isles Lights Board (OILB) met on Monday. The OILB said the lamp would stay.",
        &["Outer Isles Lights Board"],
    );
}

#[test]
fn the_company_is_the_one_named_before() {
    check_speakers("Severn Marine is late again. The company said the pier was safe.", &["Severn Marine"]);
}

#[test]
fn a_headline_takes_the_speaker_from_the_text() {
    check_speakers(
        "# ‘They stole our pier’: fury on the coast\n\nKen Otter, 71, said: ‘They stole our pier. I wept.’",
        &["Ken Otter", "Ken Otter"],
    );
}

#[test]
fn certainty_is_the_weakest_step() {
    let (_, analysis) = analysis("Ana Pereira met James Holt. “It holds,” Pereira said.\n\n“It always has held.”");
    let certainties: Vec<Certainty> = analysis.quotes.iter().map(|quote| quote.certainty).collect();
    assert_eq!(certainties, [Certainty::Certain, Certainty::Likely]);
    let rules: Vec<Rule> = analysis.quotes[1].evidence.iter().map(|step| step.rule).collect();
    assert_eq!(rules, [Rule::NextParagraph, Rule::Surname]);
}

#[test]
fn nothing_says_who_is_unsure() {
    let (_, analysis) = analysis("“Nobody told us anything.”");
    assert_eq!(analysis.quotes[0].certainty, Certainty::Unsure);
    assert!(analysis.quotes[0].speaker.is_none());
}

#[test]
fn she_inside_an_answer_is_not_the_one_who_answers() {
    check_speakers(
        "Tove Hale keeps the light.\n\nQ: Was it hard?\n\nA: My mother helped. “You will be bored,” she said.\n\nQ: And?\n\nA: I was.",
        &["Tove Hale", "*my mother", "Tove Hale"],
    );
}

#[test]
fn i_inside_speech_is_the_one_who_speaks() {
    check_speakers("“I said, ‘Come and stay,’ and he did,” Tove Hale said.", &["Tove Hale", "Tove Hale"]);
}

#[test]
fn a_headline_may_hold_a_part_of_an_answer() {
    check_speakers(
        "# “The fog is good company”\n\nTove Hale wrote: “I stayed. The fog is good company, if loud.”",
        &["Tove Hale", "Tove Hale"],
    );
}

#[test]
fn a_role_in_a_heading_is_whoever_is_introduced_so() {
    check_speakers(
        "# Pier closed for days\n\nHarbour chief: pier “falling into the sea”\n\nOsk Tamm, the chief harbour officer, \
         told reporters that the pier was falling.",
        &["Osk Tamm", "Osk Tamm"],
    );
    check_speakers(
        "# Pier closed for days\n\nHarbour chief: pier “falling into the sea”\n\nOsk Tamm, a fisherman, told \
         reporters that the pier was falling.",
        &["*Harbour chief", "Osk Tamm"],
    );
}

#[test]
fn whose_wife_somebody_is_does_not_speak_next() {
    check_speakers("Tom Reeve’s former wife, Ines Reeve, drew the gulls. She says they were wrong.", &["Ines Reeve"]);
    check_speakers("Mr Osk’s lawyer, Lan Vu, rose. “It holds,” she said.", &["Lan Vu"]);
}

#[test]
fn who_asked_does_not_answer() {
    check_speakers(
        "Lan Trinh worked a double shift. Asked by Dung Ta KC why she kept it, she replied: “It was true.”",
        &["Lan Trinh"],
    );
}

#[test]
fn whoever_acts_after_a_speaker_has_the_floor() {
    check_speakers(
        "“It leaks,” Tova Mense said. Ingrid Sol laughed at that. “It holds,” she said.",
        &["Tova Mense", "Ingrid Sol"],
    );
}

#[test]
fn a_pronoun_goes_to_the_one_whom_the_text_is_about() {
    check_speakers(
        "Ana Pereira runs the mill. She bought it in May. She mended its roof with Clara Holt. She painted it. She \
         said it holds.",
        &["Ana Pereira"],
    );
}

#[test]
fn an_office_with_what_it_is_of_is_a_title() {
    check_speakers("Secretary of State Ana Pereira said the bridge would open.", &["Ana Pereira"]);
    check_speakers("Friends of President Ivo Brandt said he was ill.", &["*Friends of President Ivo Brandt"]);
}

#[test]
fn a_body_may_have_a_description_before_it() {
    check_speakers("Tin producer Straits Lode Bhd said it would close the pit.", &["Straits Lode Bhd"]);
}

#[test]
fn a_name_that_nothing_else_knows_is_somebody_where_it_speaks() {
    check_speakers(
        "Nineteen-year-old Pham Minh came off the bench.\n\nMinh denied oversleeping. “It was the traffic,” he said.",
        &["Pham Minh", "Pham Minh"],
    );
}

#[test]
fn a_maiden_name_is_the_same_one() {
    check_speakers(
        "Dame Hester Lovat has died. Born Hester Quin in 1934, she left early. “I read,” she said.",
        &["Dame Hester Lovat"],
    );
}

#[test]
fn they_are_no_finding() {
    check_speakers(
        "The finding suggests that plants have “a memory”. “The effect persisted,” they write.",
        &["*the finding", "*they"],
    );
}

#[test]
fn a_slash_may_stand_in_a_name() {
    check_speakers(
        "“It holds,” said its leader, Kavi a/p Muniandy. “It leaks,” Kavi said.",
        &["Kavi a/p Muniandy", "Kavi a/p Muniandy"],
    );
}

#[test]
fn whoever_is_spoken_to_is_no_sure_speaker() {
    let (_, analysis) = analysis("“You say you ‘accept the blame,’” Osk Tamm said. “It is late.”");
    let of =
        |name: &str| analysis.quotes.iter().find(|quote| quote.speaker.as_ref().is_some_and(|who| who.name == name));
    assert_eq!(of("You").map(|quote| quote.certainty), Some(Certainty::Unsure));
    assert_eq!(of("Osk Tamm").map(|quote| quote.certainty), Some(Certainty::Certain));
}

#[test]
fn a_surname_with_a_mans_title_is_not_the_woman_who_is_named_so_in_full() {
    check_speakers(
        "President Tamm spoke late.\n\nMr. Tamm said the pier was old. “It holds,” the president said. Advisers to Mr. \
         Tamm and his sister, Sophie Tamm, agreed.",
        &["Tamm", "Tamm"],
    );
}
