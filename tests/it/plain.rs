//! Lines and a prompt: what is typed, and what is printed for it.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use proptest::prelude::*;
use pullquote::model::article::Origin;
use pullquote::plain::{self, End};
use pullquote::store::samples::SAMPLES;
use pullquote::text::width::cells;

use crate::harness::Folder;

const NOTE: &str = "Crane stops\n\nBy Edda Morn\n\nThe crane of Öland stopped on Monday. “It is tired,” said Åsa Brohult, \
    who drives it.\n\nThe port of Lusk was quiet… Then Teo Vance came. “It wants oil,” he said, “and a holiday.”\n\n\
    “He is a man of few words – and all of them are oil.”\n\nNobody laughed. According to Brohult, the crane is older \
    than the port.\n";

/// Two names before a pronoun, a speech inside a speech: nothing says for sure who “he” is.
const RIDDLE: &str = "The buoy\n\n“He told me, ‘You’ll never have a neighbour,’” Sybil Amory said. “I believed it.”\n";

/// What is written, one part for each time that it is flushed.
struct Parts(Vec<Vec<u8>>);

impl Write for Parts {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.last_mut().unwrap().extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.0.push(Vec::new());
        Ok(())
    }
}

/// What a session prints before each prompt, the greeting first, and behind the last one.
fn session(articles: Vec<Origin>, typed: &str, width: Option<usize>) -> (End, Vec<String>) {
    let mut printed = Parts(vec![Vec::new()]);
    let end = plain::run(articles, None, typed.as_bytes(), &mut printed, width).unwrap();
    let parts = printed.0.into_iter().map(|part| String::from_utf8(part).unwrap());
    let mut told: Vec<String> =
        parts.map(|part| part.strip_suffix("> ").unwrap_or(&part).trim_end().to_owned()).collect();
    assert_eq!(told.pop().as_deref(), Some(""), "something was not flushed");
    assert!(!told.concat().chars().any(|letter| letter.is_control() && letter != '\n'), "{told:?}");
    (end, told)
}

/// The answers to lines typed into an article, the greeting first.
fn answers(article: &str, typed: &[&str]) -> Vec<String> {
    let folder = Folder::with(&[("note.txt", article)]);
    let typed: String = typed.iter().map(|line| format!("{line}\n")).collect();
    session(vec![Origin::File(folder.path.join("note.txt"))], &typed, None).1
}

/// The answer to the last of them.
fn answer(article: &str, typed: &[&str]) -> String {
    answers(article, typed)[typed.len()].clone()
}

fn samples() -> Vec<Origin> {
    (0..SAMPLES.len()).map(Origin::Sample).collect()
}

#[test]
fn an_article_begins_with_its_head_its_counts_and_its_first_paragraph() {
    let greeting = &answers(NOTE, &[])[0];
    let lines: Vec<&str> = greeting.lines().collect();
    assert_eq!(lines[0], "Crane stops");
    assert_eq!(lines[1], "By Edda Morn.");
    assert!(lines[2].starts_with("4 paragraphs, 4 quotes by 2 voices, "), "{greeting}");
    assert!(lines[2].ends_with(" names; ? for the commands."), "{greeting}");
    assert_eq!(lines[3], "Paragraph 1 of 4:");
    assert_eq!(
        lines[4],
        "The crane of Öland stopped on Monday. [Åsa Brohult, direct] “It is tired,” said Åsa Brohult, who drives it."
    );
    assert_eq!(lines.len(), 5);
}

#[test]
fn lines_go_from_paragraph_to_paragraph() {
    let told = answers(NOTE, &["", "n", "p", "4", "n", "p 2", "p2", "G", "g", "p", "p 9", "9", "p 0", "p two"]);
    let heads: Vec<&str> = told[1..=14].iter().map(|answer| answer.lines().next().unwrap()).collect();
    let expected = [
        "Paragraph 2 of 4:",
        "Paragraph 3 of 4:",
        "Paragraph 2 of 4:",
        "Paragraph 4 of 4:",
        "This is the end of the article.",
        "Paragraph 2 of 4:",
        "Paragraph 2 of 4:",
        "Paragraph 4 of 4:",
        "Paragraph 1 of 4:",
        "This is the first paragraph.",
        "There is no paragraph 9; the last is 4.",
        "There is no paragraph 9; the last is 4.",
        "p takes the number of a paragraph, from 1 on, as in p 3.",
        "p takes the number of a paragraph, from 1 on, as in p 3.",
    ];
    assert_eq!(heads, expected);
}

#[test]
fn the_rest_is_read_in_one_go() {
    let rest = answer(NOTE, &["n", "r"]);
    assert!(rest.starts_with("Paragraphs 3 to 4:\n"), "{rest}");
    assert!(rest.contains("\n\nNobody laughed.") && rest.ends_with("\nThis is the end of the article."), "{rest}");
    assert_eq!(answer(NOTE, &["r", "r"]), "This is the end of the article.");
}

#[test]
fn quotes_are_listed_and_gone_to_by_number_and_one_by_one() {
    let told = answers(NOTE, &["q", "q 2", ">", "<", "<", "<", "q 9", "G", ">", ">"]);
    assert_eq!(told[1].lines().next(), Some("1. Åsa Brohult, direct, certain, paragraph 1: “It is tired,”"));
    assert_eq!(told[1].lines().count(), 4);
    assert!(told[2].starts_with("Paragraph 2 of 4:\n") && told[2].contains("[quote 2 of 4: "), "{}", told[2]);
    assert!(told[3].contains("[quote 3 of 4: "), "{}", told[3]);
    assert!(told[4].contains("[quote 2 of 4: ") && told[5].contains("[quote 1 of 4: "), "{told:?}");
    assert_eq!(told[6], "There is no quote before this.");
    assert_eq!(told[7], "There is no quote 9; the last is 4.");
    assert!(told[9].contains("[quote 4 of 4: Åsa Brohult, indirect"), "{}", told[9]);
    assert_eq!(told[10], "There is no quote after this.");
}

#[test]
fn a_quote_in_the_headline_is_gone_to_where_it_stands() {
    let told = session(vec![Origin::Sample(3)], "q 1\nn\n", None).1;
    assert!(told[1].starts_with("Headline: [quote 1 of 16: Tove Halloran, direct] “The fog"), "{}", told[1]);
    assert!(told[2].starts_with("Paragraph 2 of 22:"), "{}", told[2]);
}

#[test]
fn voices_have_counts_and_their_own_quotes() {
    let told = answers(NOTE, &["v", "v asa", "v 1", "v nobody", "w", "n", "w"]);
    assert!(told[1].starts_with("1. Åsa Brohult: 2 quotes, "), "{}", told[1]);
    assert!(told[2].starts_with("Åsa Brohult: 2 quotes, ") && told[2].lines().count() == 3, "{}", told[2]);
    assert_eq!(told[2], told[3]);
    assert_eq!(told[4], "No voice here is “nobody”. v alone lists them.");
    assert_eq!(told[5], "1. Åsa Brohult, direct, certain, paragraph 1: “It is tired,”");
    assert!(told[7].starts_with("2. Teo Vance, direct"), "{}", told[7]);
}

#[test]
fn evidence_has_a_line_for_each_step_and_ends_in_so() {
    let told = answer(NOTE, &["e"]);
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!(lines[0], "Quote 1 of 4: “It is tired,”");
    assert_eq!(lines[1], "Cue: “said”, paragraph 1, a verb of saying.");
    assert_eq!(lines[2], "Source: “Åsa Brohult”, paragraph 1, after the verb.");
    assert_eq!(lines[3], "These words: named in full.");
    assert_eq!(lines[4..], ["So: Åsa Brohult, certain."]);
    let likely = answer(NOTE, &["e 2"]);
    assert!(
        likely.ends_with("\nSo: Teo Vance, likely.") && likely.contains("nearest person before, likely."),
        "{likely}"
    );
    assert_eq!(answer(NOTE, &["e x"]), "e takes the number of a quote, as in e 3; q lists them.");
    for sample in 0..SAMPLES.len() {
        let told = session(vec![Origin::Sample(sample)], "e 1\ne 2\ne 3\ne 4\ne 5\ne 6\n", None).1;
        assert!(told[1..7].iter().all(|answer| answer.lines().last().unwrap().starts_with("So: ")), "{told:?}");
    }
}

#[test]
fn an_unsure_speaker_is_never_a_bare_name() {
    let told = answers(RIDDLE, &["q", "e 2", "v"]);
    assert!(told[0].contains("[He?, direct, unsure]"), "{}", told[0]);
    assert!(told[1].contains("2. He?, direct, unsure, paragraph 1"), "{}", told[1]);
    assert!(told[2].ends_with("So: He?, unsure."), "{}", told[2]);
    assert!(told[3].contains("He?, unsure: 1 quote"), "{}", told[3]);
}

#[test]
fn names_come_in_groups_and_one_by_one() {
    let told = answers(NOTE, &["a", "a brohult", "a 1", "a monday", "a zzz"]);
    assert!(told[1].starts_with("People, ") && told[1].contains("1. Åsa Brohult, 2 mentions."), "{}", told[1]);
    assert!(told[1].contains("Dates, 1: Monday."), "{}", told[1]);
    assert!(told[2].starts_with("Åsa Brohult, person"), "{}", told[2]);
    assert!(told[2].contains("\nAlso called Brohult (surname).\n"), "{}", told[2]);
    assert!(told[2].contains("\n2 mentions: paragraphs 1 and 4.\n2 quotes:\n1. "), "{}", told[2]);
    assert_eq!(told[2], told[3]);
    assert!(told[4].starts_with("Monday, date.\n") && told[4].ends_with("No quotes."), "{}", told[4]);
    assert_eq!(told[5], "No name here is “zzz”. a alone lists them.");
}

#[test]
fn find_folds_case_accents_and_typographic_marks() {
    for words in ["oland STOPPED", "ÖLAND", "asa brohult", "quiet...", "\"it wants", "words - and", "“it  WANTS"] {
        let told = answer(NOTE, &[&format!("/{words}")]);
        assert!(told.starts_with("1 of "), "{words}: {told}");
    }
    let told = answers(NOTE, &["/", "/oil", "/", "/", "n", "/crane", "G", "/port", "/zork", "/", "/ – "]);
    assert_eq!(told[1], "Nothing was looked for yet. / and words finds them.");
    assert_eq!(told[2], "1 of 2, paragraph 2:\n“It wants oil,” he said, “and a holiday.”");
    assert!(told[3].starts_with("2 of 2, paragraph 3:\n"), "{}", told[3]);
    assert!(told[4].starts_with("Again from the top. 1 of 2, paragraph 2:\n"), "{}", told[4]);
    assert!(told[5].starts_with("Paragraph 3 of 4:"), "{}", told[5]);
    assert!(told[6].starts_with("3 of 3, paragraph 4:"), "{}", told[6]);
    assert!(told[8].starts_with("2 of 2, paragraph 4:"), "{}", told[8]);
    assert_eq!(told[9], "“zork” is not in this article.");
    assert!(told[10].starts_with("Again from the top. 1 of 2, paragraph 2:"), "{}", told[10]);
    assert!(told[11].starts_with("1 of 1, paragraph 3:"), "{}", told[11]);
}

#[test]
fn about_and_set_aside() {
    let told = session(vec![Origin::Sample(0)], "i\ns\n", None).1;
    for line in ["Published: 4 March 2026", "Bundled sample: 01-reservoir-inquiry.txt", "Words: 618"] {
        assert!(told[1].lines().any(|told| told == line), "{line}: {}", told[1]);
    }
    assert!(told[1].contains("Quotes: 16; 7 direct, 3 mixed and 6 indirect; "), "{}", told[1]);
    assert!(told[2].starts_with("Set aside, reading time: "), "{}", told[2]);
}

#[test]
fn a_table_is_read_with_the_names_of_its_columns() {
    let told = session(vec![Origin::Sample(4)], "p 4\n", None).1;
    assert!(told[1].contains("\nTable:\nCount: 1; Charge: Fraud by abuse of position (2018–21); Plea: Not guilty\n"));
}

#[test]
fn several_articles_begin_with_a_list_to_choose_from() {
    let typed = "q\n9\n2\nK\nK\nl\nl 7\nJ\nl 8\n";
    let (end, told) = session(samples(), typed, None);
    assert_eq!(end, End::Left);
    assert!(told[0].starts_with("7 articles:\n1. The reservoir that leaked"), "{}", told[0]);
    assert_eq!(told[1], "No article is open: type the number of one; l lists them.");
    assert_eq!(told[2], "Articles have the numbers 1 to 7; l lists them.");
    assert!(told[3].starts_with("‘Poshest bus shelter"), "{}", told[3]);
    assert!(told[4].starts_with("The reservoir"), "{}", told[4]);
    assert_eq!(told[5], "This is the first article.");
    assert!(told[6].starts_with("1. Open now: The reservoir"), "{}", told[6]);
    assert!(told[7].starts_with("Goose footprints"), "{}", told[7]);
    assert_eq!(told[8], "This is the last article.");
    assert_eq!(told[9], "Articles have the numbers 1 to 7; l lists them.");
}

#[test]
fn help_has_a_line_for_each_command_and_each_answers() {
    let help = answer(NOTE, &["?"]);
    let letters: Vec<String> = help.lines().map(|line| line.chars().take(1).collect()).collect();
    assert_eq!(letters.concat(), "npgGrq><vwea/islJK?x");
    for letter in &letters {
        let told = answers(NOTE, &[letter]);
        assert!(!told[1].is_empty(), "{letter}");
    }
}

#[test]
fn words_do_the_same_as_letters() {
    for (word, letter) in [("quotes", "q"), ("why", "e"), ("find oil", "/oil"), ("names", "a"), ("voices", "v")] {
        assert_eq!(answer(NOTE, &[word]), answer(NOTE, &[letter]), "{word}");
    }
}

#[test]
fn an_unknown_command_names_the_nearest() {
    for (typed, near) in [("quot", "q is"), ("findings", "/ is"), ("j", "J is"), ("nam", "a is"), ("n 5", "n is")] {
        let told = answer(NOTE, &[typed]);
        assert!(told.starts_with(&format!("“{typed}” is no command. {near}")), "{told}");
        assert!(told.ends_with("? lists them all."), "{told}");
    }
    assert_eq!(answer(NOTE, &["zork"]), "“zork” is no command. ? lists them all.");
}

#[test]
fn the_session_ends_by_x_quit_or_the_end_of_input() {
    for typed in ["x\nn\n", "quit\nn\n"] {
        let (end, told) = session(vec![Origin::Sample(0)], typed, None);
        assert_eq!((end, told.len(), told[1].as_str()), (End::Left, 2, "Closed."));
    }
    assert_eq!(session(vec![Origin::Sample(0)], "", None).0, End::Left);
}

#[test]
fn lines_keep_to_the_width() {
    let (_, told) = session(vec![Origin::Sample(0)], "r\nq\nv\na\ni\ns\ne\n", Some(40));
    let wide: Vec<&str> = told.iter().flat_map(|answer| answer.lines()).filter(|line| cells(line) > 40).collect();
    assert_eq!(wide, Vec::<&str>::new());
}

#[test]
fn a_file_that_fails_is_a_sentence_and_the_session_goes_on() {
    let folder = Folder::with(&[("a.txt", ""), ("b.txt", NOTE)]);
    let of = |name: &str| Origin::File(folder.path.join(name));
    let (end, told) = session(vec![of("a.txt"), of("b.txt")], "1\n2\n", None);
    assert_eq!(end, End::Left);
    assert!(told[0].contains("a.txt: ") && told[1].contains("a.txt: "), "{told:?}");
    assert!(told[2].starts_with("Crane stops"), "{told:?}");
    let (end, told) = session(vec![of("a.txt"), of("missing.txt")], "1\n", None);
    assert!(matches!(end, End::Nothing(sentences) if sentences.len() == 2));
    assert_eq!(told, Vec::<String>::new());
}

fn program(folder: &Folder, arguments: &[&str], typed: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pullquote"));
    command.current_dir(&folder.path).args(arguments).stdin(Stdio::piped());
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // A program that has ended already reads no more: that is no failure of the test.
    let _ = child.stdin.take().unwrap().write_all(typed.as_bytes());
    child.wait_with_output().unwrap()
}

#[test]
fn the_flag_starts_it_and_standard_input_is_for_commands() {
    let folder = Folder::with(&[("note.txt", NOTE)]);
    let read = program(&folder, &["--plain", "note.txt"], "n\n");
    assert!(read.status.success());
    assert!(String::from_utf8_lossy(&read.stdout).contains("\n> Paragraph 2 of 4:\n"));
    let piped = program(&folder, &["--plain", "-"], NOTE);
    assert_eq!(piped.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&piped.stderr).contains("pullquote --plain FILE"));
    let missing = program(&folder, &["--plain", "missing.txt"], "n\n");
    assert_eq!(missing.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&missing.stderr).starts_with("pullquote: missing.txt: "));
    let samples = program(&folder, &["--plain"], "x\n");
    assert!(String::from_utf8_lossy(&samples.stdout).starts_with("7 articles:\n"));
}

/// Takes some bytes, then is a pipe that nobody reads any more.
struct Closed(usize);

impl Write for Closed {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 = self.0.checked_sub(bytes.len()).ok_or(std::io::ErrorKind::BrokenPipe)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_closed_pipe_is_handed_on_as_what_it_is() {
    let error = plain::run(vec![Origin::Sample(0)], None, &b"r\nr\n"[..], Closed(2000), None).unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::BrokenPipe);
}

fn typed_line() -> impl Strategy<Value = String> {
    let letters = prop::sample::select("n p g G r q > < v w e a / i s l J K ?".split(' ').collect::<Vec<_>>());
    let argument = prop_oneof![
        Just(String::new()),
        (0usize..30).prop_map(|number| number.to_string()),
        Just("99999999999999999999999999".to_owned()),
        prop::sample::select(vec!["the", "a", "“", "’", "…", "-", "é", "official", "\u{301}", "\u{1b}[2J", " "])
            .prop_map(str::to_owned),
        any::<String>(),
    ];
    prop_oneof![
        9 => (letters, prop::sample::select(vec!["", " "]), argument).prop_map(|(l, gap, a)| format!("{l}{gap}{a}")),
        1 => any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_typed_is_answered(
        sample in 0..SAMPLES.len(),
        typed in prop::collection::vec(typed_line(), 0..40),
        width in prop::option::of(0usize..90),
    ) {
        let lines: Vec<String> = typed.iter().map(|line| line.replace('\n', " ")).collect();
        let lines: Vec<&String> = lines.iter().filter(|line| line.trim() != "x").collect();
        let input: String = lines.iter().map(|line| format!("{line}\n")).collect();
        let (end, told) = session(vec![Origin::Sample(sample)], &input, width);
        prop_assert_eq!(end, End::Left);
        // The greeting, an answer a line, and what stands behind the last prompt.
        prop_assert_eq!(told.len(), lines.len() + 2);
        prop_assert!(told.iter().take(lines.len() + 1).all(|answer| !answer.is_empty()));
    }
}
