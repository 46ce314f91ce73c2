//! The command line: what is printed where, and with which exit code.

use std::io::{Read, Write};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

use crate::harness::Folder;

fn pullquote() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pullquote"));
    let nowhere = std::env::temp_dir().join("pullquote-nowhere");
    command.env("XDG_CONFIG_HOME", &nowhere).env("PULLQUOTE_LIBRARY", &nowhere);
    command.stdin(Stdio::null());
    command
}

fn run(folder: &Folder, arguments: &[&str]) -> Output {
    pullquote().current_dir(&folder.path).args(arguments).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

const NOTE: &str = "Crane stops\n\nThe crane of Öland stopped. “It is tired,” said Åsa Brohult, who drives it.\n";

#[test]
fn show_prints_the_article_its_quotes_and_names() {
    let folder = Folder::with(&[("note.txt", NOTE)]);
    let output = run(&folder, &["show", "note.txt"]);
    assert!(output.status.success());
    let words = out(&output);
    assert!(words.starts_with("Crane stops\n"), "{words}");
    assert!(words.contains("A Åsa Brohult") && words.contains("“It is tired,”"), "{words}");
    assert!(!words.contains('\u{1b}'));
}

#[test]
fn json_has_a_line_for_each_file_with_offsets_in_code_points() {
    let folder = Folder::with(&[("one.txt", NOTE), ("two.txt", NOTE)]);
    let output = run(&folder, &["show", "--json", "one.txt", "two.txt"]);
    let lines = out(&output);
    assert_eq!(lines.lines().count(), 2);
    for (line, name) in lines.lines().zip(["one.txt", "two.txt"]) {
        let object: Value = serde_json::from_str(line).unwrap();
        assert_eq!(object["schema"], "pullquote/article/1");
        assert_eq!(object["file"], name);
        let text: Vec<char> = object["text"].as_str().unwrap().chars().collect();
        let cut = |start: &Value, end: &Value| -> String {
            text[start.as_u64().unwrap() as usize..end.as_u64().unwrap() as usize].iter().collect()
        };
        let quote = &object["quotes"][0];
        assert_eq!(cut(&quote["spans"][0][0], &quote["spans"][0][1]), "“It is tired,”");
        assert_eq!(quote["kind"], "direct");
        assert_eq!(quote["speaker"]["name"], "Åsa Brohult");
        assert!(quote["evidence"].as_array().is_some_and(|steps| !steps.is_empty()));
        assert_eq!(cut(&quote["cue"]["start"], &quote["cue"]["end"]), quote["cue"]["text"].as_str().unwrap());
        for entity in object["entities"].as_array().unwrap() {
            for mention in entity["mentions"].as_array().unwrap() {
                assert_eq!(cut(&mention["start"], &mention["end"]), mention["text"].as_str().unwrap());
            }
        }
        assert_eq!(object["blocks"][0]["kind"], "headline");
        assert_eq!(object["blocks"][0]["aside"], false);
    }
}

#[test]
fn a_file_that_fails_is_a_sentence_and_does_not_stop_the_others() {
    let folder = Folder::with(&[("good.txt", NOTE), ("paper.txt", "%PDF-1.7 \u{0}"), ("empty.txt", "")]);
    let output = run(&folder, &["show", "--json", "missing.txt", "paper.txt", "empty.txt", "good.txt"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(out(&output).lines().count(), 1);
    let errors = err(&output);
    for name in ["missing.txt", "paper.txt", "empty.txt"] {
        assert!(errors.lines().any(|line| line.starts_with(&format!("pullquote: {name}: "))), "{errors}");
    }
}

#[test]
fn standard_input_is_an_article_too() {
    let mut child = pullquote().args(["show", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(NOTE.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(out(&output).starts_with("Crane stops\n"));
}

#[test]
fn a_closed_pipe_is_no_error() {
    let long: String = (0..20_000).map(|number| format!("Line {number} of a long story.\n\n")).collect();
    let folder = Folder::with(&[("long.txt", &long)]);
    let mut child = pullquote()
        .current_dir(&folder.path)
        .args(["show", "long.txt"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 16];
    let mut pipe = child.stdout.take().unwrap();
    pipe.read_exact(&mut first).unwrap();
    drop(pipe);
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert_eq!(err(&output), "");
}

#[test]
fn without_a_terminal_the_reader_prints() {
    let folder = Folder::with(&[("note.txt", NOTE)]);
    assert!(out(&run(&folder, &["note.txt"])).starts_with("Crane stops\n"));
    assert_eq!(run(&folder, &[]).status.code(), Some(1));
}

#[test]
fn the_name_of_a_command_wins_over_a_file_and_a_path_means_the_file() {
    let folder = Folder::with(&[("man", NOTE)]);
    assert!(out(&run(&folder, &["man"])).contains(".TH pullquote"));
    assert!(out(&run(&folder, &["./man"])).starts_with("Crane stops\n"));
}

#[test]
fn help_version_completions_and_man_page_are_there() {
    let folder = Folder::with(&[]);
    assert!(out(&run(&folder, &["--help"])).contains("who said what"));
    assert!(out(&run(&folder, &["--version"])).starts_with("pullquote "));
    for shell in ["bash", "zsh", "fish"] {
        assert!(out(&run(&folder, &["completions", shell])).contains("show"), "{shell}");
    }
}

#[test]
fn a_folder_stands_for_the_articles_in_it() {
    let folder =
        Folder::with(&[("b.txt", NOTE), ("a.md", "# First\n\nWords.\n"), ("c.png", "no"), (".hidden.txt", "no")]);
    let output = run(&folder, &["show", "--json", "."]);
    let files: Vec<String> = out(&output)
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["file"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(files.len(), 2);
    assert!(files[0].ends_with("a.md") && files[1].ends_with("b.txt"));
}

#[test]
fn no_permission_and_too_large_a_file_have_their_sentences() {
    let folder = Folder::with(&[("large.txt", "")]);
    let large = std::fs::OpenOptions::new().write(true).open(folder.path.join("large.txt")).unwrap();
    large.set_len(100 << 20).unwrap();
    let output = run(&folder, &["show", "large.txt"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).contains("too large for an article (100 MB;"), "{}", err(&output));
}

#[cfg(unix)]
#[test]
fn a_file_name_cannot_drive_the_terminal() {
    let name = "a\u{1b}]0;X\u{7}\u{9b}2J\u{202e}.txt";
    let folder = Folder::with(&[(name, NOTE)]);
    let good = run(&folder, &["show", "--json", name]);
    let bad = run(&folder, &["show", &format!("missing-{name}")]);
    for printed in [out(&good), err(&bad)] {
        assert!(
            !printed.chars().any(|letter| (letter.is_control() && letter != '\n') || letter == '\u{202e}'),
            "{printed:?}"
        );
    }
    let object: Value = serde_json::from_str(&out(&good)).unwrap();
    assert_eq!(object["file"], name);
}

#[cfg(unix)]
#[test]
fn a_pipe_with_a_name_is_read_and_a_device_is_not() {
    let folder = Folder::with(&[("note.txt", "The ferry stays\n\nIt will stay, said Ida Crane, its master.\n")]);
    let command = format!("{} show <(cat {})", env!("CARGO_BIN_EXE_pullquote"), folder.path.join("note.txt").display());
    let output = Command::new("bash").args(["-c", &command]).output();
    if let Ok(output) = output {
        assert!(String::from_utf8_lossy(&output.stdout).contains("Ida Crane"), "{output:?}");
    }
    let output = Command::new(env!("CARGO_BIN_EXE_pullquote")).args(["show", "/dev/null"]).output().unwrap();
    assert!(String::from_utf8_lossy(&output.stderr).contains("a device, not a file"), "{output:?}");
    assert!(!output.status.success());
}

#[test]
fn entities_are_listed_over_many_files_with_counts() {
    let folder = Folder::with(&[
        ("a.txt", "Boats\n\nIda Crane, a builder, said it floats. Crane laughed.\n"),
        ("b.txt", "Ferries\n\nIda Crane said on Monday that it sinks.\n"),
    ]);
    let path = folder.path.to_str().unwrap();
    let output = pullquote().args(["entities", "--kind", "person", path]).output().unwrap();
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    let row: Vec<&str> = printed.lines().nth(1).unwrap().split_whitespace().collect();
    assert_eq!(row, ["4", "2", "person", "Ida", "Crane"], "with the builder that she is: {printed}");
    let output = pullquote().args(["entities", "--json", path]).output().unwrap();
    let first: Value = serde_json::from_str(String::from_utf8_lossy(&output.stdout).lines().next().unwrap()).unwrap();
    assert_eq!((first["name"].as_str(), first["mentions"].as_u64()), (Some("Ida Crane"), Some(4)));
    assert_eq!(first["files"].as_array().unwrap().len(), 2);
    let output = pullquote().args(["entities", "--kind", "date", path]).output().unwrap();
    assert!(String::from_utf8_lossy(&output.stdout).contains("Monday"));
}

#[test]
fn quotes_are_listed_over_many_files_in_every_form() {
    let folder = Folder::with(&[
        ("a.txt", "Boats\n\n“It floats, now,” said Ida Crane, a builder. She denied taking it.\n"),
        ("b.txt", "Ferries\n\n“It sinks,” said Wim Tarl, a cook.\n"),
    ]);
    let path = folder.path.to_str().unwrap();
    let printed = |arguments: &[&str]| {
        let output = pullquote().arg("quotes").args(arguments).arg(path).output().unwrap();
        assert!(output.status.success(), "{output:?}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    assert_eq!(printed(&["--speaker", "crane", "--kind", "direct"]).lines().count(), 1);
    assert!(printed(&["--speaker", "TARL"]).contains("Wim Tarl, direct: “It sinks,”"));
    let first: Value = serde_json::from_str(printed(&["--json"]).lines().next().unwrap()).unwrap();
    assert_eq!(
        (first["speaker"].as_str(), first["kind"].as_str(), first["paragraph"].as_u64()),
        (Some("Ida Crane"), Some("direct"), Some(1))
    );
    let table = printed(&["--csv"]);
    assert!(table.starts_with("file,paragraph,kind,speaker,certainty,cue,words,checked\n"), "{table}");
    assert!(table.contains("\"“It floats, now,”\""), "{table}");
    assert!(printed(&["--markdown"]).contains("> “It sinks,”\n> — Wim Tarl, in *Ferries*"));
}
