//! How far a report reaches, what is none, and who reports it: one small text for each way of saying it.

use super::marks::check;

#[test]
fn what_the_speaker_did_not_do_is_no_part_of_the_report() {
    check("[Osk Tamm|source] [claimed|cue] [the board had sold the old pier|indirect], but offered no proof.");
}

#[test]
fn a_description_ends_with_its_marks_before_time_or_place() {
    check("[The mayor|source] [called|cue] [the plan a “bad joke”|mixed] during a visit to Port Ruan.");
    check("[Osk Tamm|source] [dismissed|cue] [the report as a “bad joke”|mixed] on Tuesday.");
    check("[Osk Tamm|source] [described|cue] [the fire as a “terrible blow”|mixed], but stopped short of blame.");
    check("[Osk Tamm|source] [blasted|cue] [the board as a “disgrace”|mixed] Wednesday at the harbour.");
}

#[test]
fn a_broadcast_before_the_cue_is_no_part_of_the_report() {
    check(
        "In an interview with “Harbour Tonight,” [Ana Pereira|source] [said|cue] [the pier would close in May|indirect].",
    );
    check("On this week’s “Harbour Tonight,” [Ana Pereira|source] [said|cue] [the pier would close in May|indirect].");
}

#[test]
fn a_longer_apposition_behind_the_name_is_no_report() {
    check(
        "[The dredging could start this week|indirect], [said|cue] [Brian Osk|source], a longtime adviser to the \
         board who oversees the work.",
    );
    check(
        "[The lenders would have to pay for the work|indirect], [said|cue] [Mr. Osk|source], the lawyer for the \
         agency that oversees the harbour.",
    );
}

#[test]
fn a_relative_clause_is_no_report() {
    check("The council approved a set of parking rules that could lead to the closing of two streets.");
    check("The fund leaves a raft of new fishing rules that promise to transform the bay.");
    check("The town accepted a request to take part in a trial that allowed three lorries over the bridge.");
    check("Tamm wants to maintain the image of the strong leader that the harbour so admires.");
    check("Other towns have proposed jointly owned boats and other equipment that could supplement the ferry.");
}

#[test]
fn this_and_that_before_a_noun_hand_over_to_nothing() {
    check("The board must find an honest way to bring back that money to the harbour.");
}

#[test]
fn that_can_be_what_is_talked_about() {
    check("[The brief|source] [said|cue] [that was not her view at all|indirect].");
}

#[test]
fn a_relative_clause_ends_no_report() {
    check(
        "[Ana Pereira|source] [said|cue] [she wants to change four rules in the harbour code that address the \
         fishing of eels|indirect].",
    );
}

#[test]
fn marked_words_that_begin_no_clause_belong_to_it() {
    check("[Ana Pereira|source] [asserted|cue] [she could speak directly to “fishing people” to calm them|mixed].");
    check("[Osk Tamm|source] [noted|cue] [several “oddities” left him puzzled|mixed].");
    check("[Osk Tamm|source] [claimed|cue] [“the lock” was shut that night|mixed].");
}

#[test]
fn a_clause_of_time_hands_over_to_the_next_speaker() {
    check(
        "When [Osk Tamm|source] [noted|cue] that [the board had not paid its rent|indirect], [Pereira|source] \
         [boasted|cue], [“That makes us smart.”|content]",
    );
}

#[test]
fn the_day_is_no_source() {
    check(
        "[Osk Tamm|source] sent a series of messages early Friday [saying|cue] that [the board had shown bad \
         judgment|indirect].",
    );
}

#[test]
fn a_participle_takes_the_subject_of_its_sentence() {
    check(
        "[The Harbour Party|source] is filing a complaint Monday with the town’s ethics board, [claiming|cue] that \
         [the mayor had a conflict of interest|indirect].",
    );
    check(
        "[Several green groups|source] gave Tamm more time to treat the runoff from the old quarry, [saying|cue] \
         [his money was short|indirect].",
    );
    check(
        "[Small groups of residents|source] marched around the stadium while [chanting|cue], [“Hands off our \
         pier!”|content]",
    );
}

#[test]
fn who_issues_a_statement_is_its_source() {
    check(
        "After the meeting, [the harbour council|source] issued a statement [calling|cue] [the sale “a clear \
         breach” of five agreements|mixed].",
    );
}

#[test]
fn what_somebody_in_a_report_promised_is_part_of_it() {
    check(
        "[Merrow|source] [says|cue] [Tamm promised to go on supporting the pier|indirect] and [said|cue] [she would \
         stand up to the board|indirect].",
    );
}

#[test]
fn what_was_found_is_no_source() {
    check(
        "[Harbour officials|source] [said|cue] [a second barrel was also found in Port Ruan and that the quay was \
         being searched|indirect].",
    );
}

#[test]
fn worth_noting_and_having_said_that_report_nothing() {
    check("It’s worth noting that this is the first time that the question has had to be asked.");
    check("Having said that, there are some fishermen who would rather wait until the spring.");
}

#[test]
fn a_verb_is_no_source() {
    check(
        "Tamm was just as defensive when forced to defend not paying [an architect|source] who [said|cue] [he was \
         cheated out of his fee|indirect].",
    );
}

#[test]
fn a_second_noun_phrase_begins_the_source() {
    check(
        "The council is to look into the meddling [the Ruan councillor|source] [said|cue] [is designed to “sow \
         discord” in the harbour|mixed].",
    );
}

#[test]
fn one_of_them_can_speak_behind_the_verb() {
    check(
        "[The answer did not go over well, and the meeting went downhill from there|indirect], [said|cue] [one \
         councillor|source] in the room.",
    );
}

#[test]
fn a_nickname_in_a_name_is_no_quote() {
    check("Del. Marcia “Cia” Osk came to the harbour, and the crowd cheered.");
    check("Robert “Red” Tamm came to the harbour at nine.");
}

#[test]
fn this_weekend_is_no_part_of_the_report() {
    check("[The mayor|source] [told|cue] the harbour board this weekend [he would take it as an “insult”|mixed].");
    check("[The mayor|source] [said|cue] last month [the pier would stay open|indirect].");
}

#[test]
fn a_paragraph_that_goes_on_may_have_a_speaker_of_its_own() {
    check(
        "[“It is a warning,”|content] [Ana Pereira|source] [said|cue] Friday. [“How can anyone sleep?|content+]\n\n\
         [“I have been thinking about the pier,”|content] [added|cue] [Osk Tamm|source], the harbour master.",
    );
}

#[test]
fn two_verbs_share_their_subject() {
    check(
        "The board met again when [Merrow|source] went to the pier and [blamed|cue] [the fire on “old \
         wires”|mixed].",
    );
    check(
        "My mother spoke of ghosts while driving and [I|source] laughed and [said|cue], [“Nobody believes in ghosts.”|content]",
    );
}

#[test]
fn which_together_vowed() {
    check(
        "The money comes from [the two towns|source], which together [vowed|cue] [to stave off the floods for \
         ten years|indirect].",
    );
}

#[test]
fn anyone_who_complains_is_part_of_the_report() {
    check(
        "[Merrow|source] mocked the complaint, [saying|cue] [anybody who complains about a bell “is not having a good night”|mixed].",
    );
    check("[Merrow|source] [said|cue] [anyone who claimed the pier was safe had never walked on it|indirect].");
}

#[test]
fn a_nickname_stands_inside_the_source() {
    check(
        "[“The town is watching,”|content] [Osk’s niece, Del. Marcia “Cia” Holt|source], [shouted|cue] to the crowd.",
    );
}

#[test]
fn per_somebody_is_according_to_them() {
    check("[It is forbidden when members vote “to fill a seat”|mixed], [per|cue] [the harbour rules|source].");
}

#[test]
fn a_letter_that_says_it_is_its_source() {
    check("He released [a letter|source] that [says|cue] [he has “very good health” for a man of his age|mixed].");
}

#[test]
fn somebody_puts_it_so() {
    check("[The pier is “a graveyard of plans”|mixed], as [one fisherman|source] [put it|cue].");
}

#[test]
fn the_day_before_that_is_no_source_of_what_comes_after() {
    check(
        "[Ana Pereira|source] [said|cue] Friday that [the pier should be opened|indirect] but [said|cue] [“the \
         question is the timing.”|mixed]",
    );
}

#[test]
fn a_signature_with_an_initial() {
    check("[“The sea has woken us from our slumber!”|content] ― [Julia A. Diaz Osk|source].");
}

#[test]
fn a_number_can_begin_the_source() {
    check("[“Their reasons do not hold weight. They are wrong,”|content] [said|cue] [9/11 widow Terry Osk|source].");
}

#[test]
fn a_dateline_is_no_source() {
    check(
        "PORT RUAN — [Sen. Osk Tamm|source] defended his plan for the pier on Friday, [saying|cue] [the gain would \
         outweigh the loss|indirect].",
    );
    check(
        "Port Ruan, July 5 (HN) – [Ana Pereira|source] took a swipe at the board, [saying|cue] [its plans would bring \
         ruin to the harbour|indirect].",
    );
}

#[test]
fn a_participle_does_not_take_the_subject_of_what_is_argued() {
    check(
        "[Osk Tamm|source] [argued|cue] that [a register would keep strangers out of the harbour|indirect], [saying|cue] \
         [it was all about order|indirect].",
    );
    check(
        "[Pereira|source], the sitting mayor, repeated complaints that Tamm recites the same lines, [calling|cue] [him a \
         “gifted parrot”|mixed].",
    );
}

#[test]
fn how_somebody_felt_is_no_source() {
    check(
        "Alarmed by the fire in Ruan, [Councillor Osk Tamm|source], the leader of the board, [said|cue] that [he spoke with the mayor|indirect].",
    );
}

#[test]
fn a_day_can_stand_in_the_source() {
    check(
        "[“There are crabs with more spine,”|content] [reads|cue] [a Wednesday editorial|source] in The Ruan Herald.",
    );
}

#[test]
fn who_shot_back() {
    check(
        "After Tamm criticised the board at length, [Pereira|source] [shot back|cue], [“I chose to do my work.”|content]",
    );
}

#[test]
fn letters_in_brackets_behind_a_name_are_no_source() {
    check(
        "On Tuesday, after a walk, [Gov. Osk Tamm|source] (R-OH), [said|cue], [“I am getting ready to row.”|content]",
    );
}

#[test]
fn what_people_call_a_thing_is_a_term() {
    check("The bakers were blamed for what shoppers call “shrinkflation”, and sold fewer rolls.");
    check("It is what we call a “stalled” tide, and it will be with us for a week.");
    check("[Osk Tamm|source] [called|cue] [the sale “plain theft”|mixed].");
}

#[test]
fn what_the_writer_says_of_a_saying_is_not_reported() {
    check(
        "[Osk Tamm|source] [added|cue] that [insurance would cover most of the loss|indirect], an estimate that others doubt.",
    );
}

#[test]
fn a_source_begins_behind_a_verb_that_is_not_its_own() {
    check(
        "Most of the money for the pier came from [Norland and Estria|source], two small ports, which together \
         [vowed|cue] [to keep it open|indirect].",
    );
    check(
        "[Dora Lindt|source], 59, of Ashby, who watched from the quay, [said|cue] [the regatta brought back memories \
         of her father, and of “all the people on the old boats.”|mixed]",
    );
}
