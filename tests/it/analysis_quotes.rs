//! Who said what: one small text for each way of saying it.

use super::marks::{check, check_speakers};

#[test]
fn cue_before_the_words() {
    check("[The mayor|source] [said|cue]: [“No ferry sails tonight.”|content]");
}

#[test]
fn cue_behind_the_words() {
    check("[“No ferry sails tonight,”|content] [Ana Pereira|source] [said|cue].");
}

#[test]
fn verb_before_the_name() {
    check("[“No ferry sails tonight,”|content] [said|cue] [Ana Pereira|source], the harbour master.");
}

#[test]
fn cue_in_the_middle_makes_one_quote() {
    check("[“I should like,”|content] [she|source] [said|cue], [“to know what they did next.”|content+]");
}

#[test]
fn a_second_sentence_goes_on_with_the_first() {
    check("[“It was early,”|content] [he|source] [said|cue]. [“Nobody waved.”|content+]");
}

#[test]
fn the_one_told_is_no_part_of_it() {
    check("[Osk Tamm|source] [told|cue] the harbour board: [“We are late.”|content]");
    check("[Osk Tamm|source] [told|cue] reporters [the pier would close|indirect].");
}

#[test]
fn marked_words_in_a_reported_clause_are_mixed() {
    check(
        "[The minister|source] [said|cue] that [the pier was “past saving” and had to be \
         “taken apart by hand”|mixed].",
    );
}

#[test]
fn a_clause_with_that_is_indirect() {
    check("[Ana Pereira|source] [said|cue] that [the pier would close in May|indirect].");
}

#[test]
fn a_clause_without_that_is_indirect() {
    check("[Ana Pereira|source] [said|cue] [the pier would close in May|indirect].");
}

#[test]
fn a_cue_between_commas_splits_the_clause() {
    check("[There were still 300 beds|indirect], [she|source] [said|cue], [and a generator|indirect+].");
}

#[test]
fn a_cue_at_the_end_reports_the_sentence() {
    check("[The pier will close in May|indirect], [the harbour board|source] [said|cue].");
}

#[test]
fn according_to_someone_before_and_behind() {
    check("[According to|cue] [the harbour board|source], [the pier will close|indirect].");
    check("[The pier will close in May|indirect], [according to|cue] [the harbour board|source].");
}

#[test]
fn for_someone() {
    check("For [Ana Pereira|source], [the pier was “a toy with a bill attached”|mixed].");
}

#[test]
fn denied_doing() {
    check("[The company|source] [denied|cue] [hiding the leak|indirect].");
}

#[test]
fn warned_of() {
    check("[She|source] also [warned|cue] of [empty piers by the summer|indirect].");
}

#[test]
fn called_it() {
    check("[Ana Pereira|source] [called|cue] [the plan “a toy”|mixed].");
}

#[test]
fn an_apposition_is_no_part_of_the_source() {
    check("[Ana Pereira|source], the harbour master, [said|cue] [the pier would close|indirect].");
    check("[Ana Pereira|source], 58, who keeps the light, [said|cue] [the pier would close|indirect].");
}

#[test]
fn a_description_before_the_name_is_part_of_it() {
    check("[Her deputy, Osk Tamm|source], [said|cue] [the pier would close|indirect].");
    check("[“No,”|content] [said|cue] [its secretary-general, Osk Tamm|source].");
}

#[test]
fn where_and_when_are_no_part_of_it() {
    check("On Tuesday [Tamm|source] [said|cue] in a statement that [the pier would close|indirect].");
}

#[test]
fn two_verbs_share_a_subject() {
    check(
        "[Tamm|source] [wrote|cue] that [the pier was “rotten to the core”|mixed] and [conceded|cue] that \
         [the board had known|indirect].",
    );
}

#[test]
fn a_question_is_asked() {
    check("[“Who pays for it?”|content] [asked|cue] [Osk Tamm|source].");
    check("[“Who pays for it?”|content] [Ana Pereira|source] [asked|cue].");
}

#[test]
fn single_marks_hold_apostrophes() {
    check("[‘They’ve closed our lads’ pier, it’s a shame,’|content] [said|cue] [Osk Tamm|source].");
}

#[test]
fn straight_marks_pair_by_what_stands_beside_them() {
    check("[\"It's late,\"|content] [Tamm|source] [said|cue]. [\"Go home.\"|content+]");
    check("['It's late,'|content] [Tamm|source] [said|cue]. ['Go home.'|content+]");
}

#[test]
fn other_marks_of_europe() {
    check("[«No ferry sails»|content], [said|cue] [Ana Pereira|source].");
    check("[„No ferry sails“|content], [said|cue] [Ana Pereira|source].");
}

#[test]
fn a_quotation_over_paragraphs_is_one() {
    check(
        "[Tamm|source] [said|cue]: [“The pier was built in a hurry.|content]\n\n[“It was closed in one, too.|content+]\n\n\
         [“I was there.”|content+]",
    );
}

#[test]
fn speech_inside_speech_has_its_own_source() {
    check(
        "[“[An engineer|source] [said|cue] to me, [‘Nobody rang back,’|content]”|content] [Osk Tamm|source] [said|cue].",
    );
}

#[test]
fn titles_nicknames_and_terms_are_not_speech() {
    check("Her book, “False Harbours,” comes out in May. The village, known as “the Ditch”, has a “pier tax”.");
    check("Tamm read the novel “Nine Cold Ferries” on the way.");
}

#[test]
fn no_cue_inside_speech() {
    check("[“He said it would rain and I said it would not,”|content] [Ana Pereira|source] [recalled|cue].");
}

#[test]
fn nouns_and_refusals_are_no_cues() {
    check("The claim was old. She declined to say why. He did not say whether the pier would close.");
}

#[test]
fn an_answer_behind_a_label() {
    check_speakers(
        "Ana Pereira runs the harbour.\n\nQ: Is it cold?\n\nA: Always. You stop noticing.\n\nQ: And wet?\n\nA: Very.",
        &["Ana Pereira", "Ana Pereira"],
    );
}

#[test]
fn names_label_turns_too() {
    check_speakers(
        "Nell Farrow: Is it cold?\n\nTove Hale: Always.\n\nNell Farrow: And wet?\n\nTove Hale: Very.",
        &["Tove Hale", "Tove Hale"],
    );
}

#[test]
fn a_quote_alone_goes_on_from_the_paragraph_before() {
    check_speakers("“It was early,” Ana Pereira said.\n\n“Nobody waved at all.”", &["Ana Pereira", "Ana Pereira"]);
}

#[test]
fn a_quote_nobody_is_named_for_has_no_speaker() {
    check_speakers("The rain went on.\n\n“Nobody told us anything.”\n\nThe pier closed.", &["?"]);
}

#[test]
fn the_sentence_before_names_the_speaker() {
    check_speakers(
        "Ana Pereira, the harbour master, said the pier was safe. But the harbour master frowned at the crowd. \
         “Nobody should stand on it.”",
        &["Ana Pereira", "Ana Pereira"],
    );
}

#[test]
fn a_name_behind_a_dash() {
    check("[“It held all night.”|content] — [Ana Pereira|source]");
}

#[test]
fn two_single_marks_are_a_double_one() {
    check("[''It won't hold,''|content] [she|source] [said|cue].");
}

#[test]
fn a_time_between_subject_and_verb_is_no_part_of_it() {
    check("[Tamm|source] this week [said|cue] that [the pier would close|indirect].");
}

#[test]
fn a_short_subject_is_taken_up_again_behind_the_cue() {
    check("[The pier|indirect], [Tamm|source] [said|cue], [was the oldest on the coast|indirect+].");
}

#[test]
fn a_relative_that_reports_nothing() {
    check("Tamm described the old pact that binds the coast.");
}

#[test]
fn those_who_listen_are_no_source() {
    check("[The keeper had “sold the same boat twice”|mixed], a court [heard|cue].");
}

#[test]
fn denying_it_reports_nothing() {
    check("The clerk, Alban Rusk, denied it.");
}

#[test]
fn french_marks_stand_apart() {
    check("[« C’est fini. »|content] [said|cue] [Hélène Quist|source].");
}

#[test]
fn a_label_is_no_part_of_the_source() {
    check("Host: [Rurik Sand|source], the chief engineer, [told|cue] me [the lamp was old|indirect].");
}

#[test]
fn what_is_vowed_and_asked_for_is_reported() {
    check("[The board|source] [vowed|cue] [to mend the pier by May|indirect].");
    check("[Ana Pereira|source] [urged|cue] [the board to wait for the tide|indirect].");
}

#[test]
fn a_noun_that_looks_like_a_verb_of_saying_is_none() {
    check("Tamm wore his claims, “proudly”, on a badge. The state of the pier is poor.");
    check("The clerk faces four charges: theft, fraud, and two of arson.");
}

#[test]
fn a_long_subject_is_taken_whole() {
    check(
        "[Developers and supporters in the town|source] [say|cue] [the pier has brought millions to the coast|indirect].",
    );
    check(
        "[A study that appeared in a journal of the sea|source] [found|cue] that [gulls sleep standing up|indirect].",
    );
}

#[test]
fn an_adverb_before_the_verb_is_no_subject() {
    check("[Ana Pereira|source] has long [said|cue] that [the pier belongs to the town|indirect].");
}

#[test]
fn a_participle_has_the_subject_of_its_sentence() {
    check("[Ana Pereira|source] left early, [saying|cue] [the board was tired|indirect].");
}

#[test]
fn a_cue_within_a_report_starts_no_second_one() {
    check("[Tamm|source] [said|cue] [he believed what the board announced in May|indirect].");
}

#[test]
fn a_closing_mark_written_for_an_opening_one() {
    check("[”Nobody waved,”|content] [said|cue] [Ana Pereira|source].");
}

#[test]
fn a_colon_in_the_line_before_hands_over() {
    check_speakers(
        "Ana Pereira had a warning for the board:\n\n“The pier will not last the winter.”",
        &["Ana Pereira"],
    );
}

#[test]
fn an_answer_is_not_given_by_the_one_who_asked() {
    check_speakers(
        "Osk Tamm and Wim Tarl met on the pier. “Who pays for it?” Tamm asked. “The board does,” he replied.",
        &["Osk Tamm", "Wim Tarl"],
    );
}

#[test]
fn very_words_woven_into_a_sentence_are_its_subjects() {
    check_speakers("Ana Pereira rails against “the long slow death of the little ports”.", &["Ana Pereira"]);
}

#[test]
fn short_terms_in_a_sentence_are_nobodys() {
    check("Ana Pereira rails against “red tape” and drives a “pier car”.");
}

#[test]
fn a_transcript_that_is_quoted_as_a_whole_is_read_by_its_labels() {
    check_speakers(
        "Partial transcript:\n\n“FARROW: Is it cold?\n\n“HALE: Always. You stop noticing.\n\n“FARROW: And wet?\n\n“HALE: Very.”",
        &["*FARROW", "*HALE", "*FARROW", "*HALE"],
    );
}

#[test]
fn a_name_behind_a_bar_signs() {
    check("[“It held all night.”|content] ― [Ana Pereira|source]");
}
