//! `pullquote bookmarks` and `pullquote library`: what they print, what they change, how they end.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use pullquote::store::library::Library;
use serde_json::Value;

use super::bookmarks::filled;
use super::harness::Folder;
use super::shelf_home::Home;

fn run(folder: &Folder, arguments: &[&str]) -> Output {
    run_with(&folder.path, folder, arguments)
}

/// In a folder, with a library that is elsewhere.
fn run_with(library: &Path, folder: &Folder, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pullquote"));
    let nowhere = std::env::temp_dir().join("pullquote-nowhere");
    command.env("XDG_CONFIG_HOME", &nowhere).env("PULLQUOTE_LIBRARY", library).stdin(Stdio::null());
    command.current_dir(&folder.path).args(arguments).output().unwrap()
}

/// What is printed by a command that ends well.
fn out(folder: &Folder, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The sentence of a command that fails.
fn fails(folder: &Folder, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stdout));
    String::from_utf8(output.stderr).unwrap()
}

fn library() -> Folder {
    let (library, folder, ..) = filled();
    drop(library);
    folder
}

#[test]
fn bookmarks_are_listed_filtered_and_searched() {
    let folder = library();
    let all = out(&folder, &["bookmarks"]);
    assert_eq!(all.lines().count(), 2);
    assert!(all.contains("●3 “There are fewer each time.” — Sian Pryce ~ #pier · compare with"), "{all}");
    assert_eq!(out(&folder, &["bookmarks", "list", "--tag", "#Pier"]).lines().count(), 1);
    assert_eq!(out(&folder, &["bookmarks", "--colour", "1"]).lines().count(), 1);
    assert_eq!(out(&folder, &["bookmarks", "--colour", "1", "list"]).lines().count(), 1);
    assert_eq!(out(&folder, &["bookmarks", "--colour", "1", "search", "fewer"]), "");
    assert!(!out(&folder, &["bookmarks", "--colour", "1", "export"]).contains("There are fewer"));
    assert!(fails(&folder, &["bookmarks", "export", "--tag", "nope", "x.md"]).contains("no bookmark was found"));
    assert!(!folder.path.join("x.md").exists());
    assert_eq!(out(&folder, &["bookmarks", "search", "fewer", "may"]).lines().count(), 1);
    assert_eq!(out(&folder, &["bookmarks", "list", "--state", "lost"]), "");
    let none = |arguments: &[&str]| String::from_utf8(run(&folder, arguments).stderr).unwrap();
    assert_eq!(none(&["bookmarks", "--state", "lost"]), "pullquote: no bookmark was found.\n");
    assert_eq!(none(&["bookmarks", "--state", "lost", "--json"]), "");
    let json = out(&folder, &["bookmarks", "list", "--json", "--article", "ferry"]);
    let row: Value = serde_json::from_str(json.lines().nth(1).unwrap()).unwrap();
    assert_eq!((&row["speaker"], &row["colour"], &row["state"]), (&"Sian Pryce".into(), &3.into(), &"in place".into()));
    assert_eq!(run(&folder, &["bookmarks", "--colour", "5"]).status.code(), Some(2));
}

#[test]
fn bookmarks_go_to_a_file_and_into_another_library() {
    let folder = library();
    let markdown = out(&folder, &["bookmarks", "export"]);
    assert!(markdown.starts_with("## [The ferry was late again on Monday](https://news.example/ferry)"), "{markdown}");
    let plain = out(&folder, &["bookmarks", "export", "--format", "plain", "--tag", "pier", "-"]);
    let expected = "The ferry was late again on Monday\nhttps://news.example/ferry\n\n\
        “There are fewer each time.” — Sian Pryce, speaker inferred: likely\n    \
        compare with #2021 and the #survey of May\n    second line\n    #pier\n\n";
    assert_eq!(plain, expected);
    out(&folder, &["bookmarks", "export", "--format", "json-ld", "all.json"]);
    let other = Folder::with(&[]);
    let file = folder.path.join("all.json");
    let file = file.to_str().unwrap();
    let sentence = fails(&other, &["bookmarks", "import", file]);
    assert!(
        sentence.contains("2 of articles that are not in the library yet") && sentence.contains("--yes"),
        "{sentence}"
    );
    assert_eq!(std::fs::read_dir(&other.path).unwrap().count(), 0, "a look makes nothing");
    out(&other, &["bookmarks", "import", "--yes", file]);
    assert_eq!(out(&other, &["bookmarks", "export", "--format", "json-ld"]), std::fs::read_to_string(file).unwrap());
    let again = run(&other, &["bookmarks", "import", file]);
    assert!(again.status.success() && String::from_utf8_lossy(&again.stderr).contains("2 already there"));
    std::fs::write(folder.path.join("bad.json"), "{}").unwrap();
    assert!(fails(&folder, &["bookmarks", "import", "bad.json"]).contains("bad.json: it has no annotations"));
    assert!(fails(&folder, &["bookmarks", "import", "absent.csv"]).contains("absent.csv: can't be read"));
    let nowhere = fails(&folder, &["bookmarks", "export", "no/such/folder.md"]);
    assert_eq!(nowhere, "pullquote: no/such/folder.md: could not be written (there is no folder no/such).\n");
}

#[test]
fn the_library_is_checked_copied_and_put_back() {
    let folder = library();
    assert!(out(&folder, &["library", "check"]).contains("1 article, 2 bookmarks; the library is sound."));
    out(&folder, &["library", "backup", "copy.db"]);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let about = std::fs::metadata(folder.path.join("copy.db")).unwrap();
        assert_eq!(about.permissions().mode() & 0o777, 0o600, "only its owner may read it");
    }
    assert!(fails(&folder, &["library", "backup", "copy.db"]).contains("there is a file already"));
    let nowhere = fails(&folder, &["library", "backup", "no/such/copy.db"]);
    assert!(nowhere.contains("copy.db: the copy can't be written there") && !nowhere.contains("nothing is remembered"));
    assert!(
        fails(&folder, &["library", "forget", "bees"]).contains("no article of this address, file or headline: bees")
    );
    assert!(fails(&folder, &["library", "forget", "ferry"]).contains("is still there; --yes"));
    out(&folder, &["library", "forget", "--yes", "ferry"]);
    assert_eq!(out(&folder, &["bookmarks"]), "");
    assert!(fails(&folder, &["library", "restore", "copy.db"]).contains("nothing was changed; --yes"));
    let said = out(&folder, &["library", "restore", "--yes", "copy.db"]);
    assert!(said.contains("library-before-restore-1.db"), "{said}");
    assert_eq!(out(&folder, &["bookmarks"]).lines().count(), 2);
    std::fs::write(folder.path.join("none.db"), "no database, but long enough to be taken for one".repeat(40)).unwrap();
    assert!(fails(&folder, &["library", "restore", "--yes", "none.db"]).contains("damaged"));
    assert_eq!(out(&folder, &["bookmarks"]).lines().count(), 2, "what is refused changes nothing");
}

#[test]
fn a_damaged_library_says_where_its_backup_is_and_comes_back() {
    let folder = library();
    out(&folder, &["library", "backup"]);
    let path = folder.path.join("library.db");
    std::fs::write(&path, "xx".repeat(5000)).unwrap();
    let sentence = fails(&folder, &["bookmarks"]);
    assert!(sentence.contains("the library is damaged") && sentence.contains("A backup is "), "{sentence}");
    let copy = std::fs::read_dir(&folder.path).unwrap().map(|file| file.unwrap().path());
    let is_copy = |name: &str| name.starts_with("library-2") && name.ends_with(".db");
    let copy = copy.into_iter().find(|path| is_copy(path.file_name().unwrap().to_str().unwrap())).unwrap();
    out(&folder, &["library", "restore", "--yes", copy.to_str().unwrap()]);
    assert_eq!(out(&folder, &["bookmarks"]).lines().count(), 2);
}

#[test]
fn forgetting_leaves_nothing_of_an_article() {
    let folder = library();
    out(&folder, &["library", "forget", "--yes", "https://news.example/ferry"]);
    let library = Library::open(&folder.path).unwrap();
    assert_eq!((library.size().unwrap(), library.tags().unwrap()), ((0, 0), Vec::new()));
    assert_eq!(library.recent(9).unwrap(), []);
}

#[test]
fn an_article_is_forgotten_by_its_file_too() {
    let home = Home::new();
    let said = run_with(&home.library, &home.folder, &["library", "forget", "--yes", "./pier.html"]);
    let said = String::from_utf8(said.stdout).unwrap();
    assert!(said.contains("is forgotten, with 3 bookmarks"), "{said}");
    assert_eq!(Library::open(&home.library).unwrap().size().unwrap().1, 2);
}

#[test]
fn the_form_follows_the_ending_and_a_file_that_is_there_stays() {
    let folder = library();
    let written = |name: &str, arguments: &[&str]| {
        out(&folder, &[&["bookmarks", "export", name], arguments].concat());
        std::fs::read_to_string(folder.path.join(name)).unwrap()
    };
    for (name, begins) in [
        ("a.csv", "Highlight,"),
        ("a.ris", "TY  - "),
        ("a.bib", "@online"),
        ("a.org", "* "),
        ("a.jsonld", "{"),
        ("a.md", "## "),
    ] {
        assert!(written(name, &[]).starts_with(begins), "{name}");
    }
    assert!(written("b.txt", &["--format", "csv"]).starts_with("Highlight,"), "what is said counts");
    std::fs::write(folder.path.join("mine.md"), "mine").unwrap();
    let sentence = fails(&folder, &["bookmarks", "export", "mine.md"]);
    assert!(sentence.contains("mine.md: there is a file already") && sentence.contains("--force"), "{sentence}");
    assert_eq!(std::fs::read_to_string(folder.path.join("mine.md")).unwrap(), "mine");
    assert!(written("mine.md", &["--force"]).starts_with("## "));
    let one = run(&folder, &["bookmarks", "export", "--tag", "pier", "one.md"]);
    assert_eq!(String::from_utf8_lossy(&one.stderr), "1 bookmark of 1 article is in one.md.\n");
    let all = run(&folder, &["bookmarks", "export", "all.bib"]);
    let told = "1 article, without the words of 2 bookmarks, is in all.bib.\n";
    assert_eq!(String::from_utf8_lossy(&all.stderr), told);
    let refused = fails(&folder, &["bookmarks", "export", "--text", "t.csv"]);
    assert!(refused.contains("t.csv: --text writes Markdown; name a file that ends in .md."), "{refused}");
    assert!(!folder.path.join("t.csv").exists());
    assert!(written("text.md", &["--text"]).contains("=="));
}

#[test]
fn what_only_reads_makes_nothing() {
    let folder = Folder::with(&[]);
    for arguments in [
        &["bookmarks", "--library", "absent"][..],
        &["bookmarks", "export", "all.md", "--library", "absent"],
        &["library", "check", "--library", "absent"],
        &["library", "backup", "copy.db", "--library", "absent"],
    ] {
        assert!(fails(&folder, arguments).contains("there is no library here yet"), "{arguments:?}");
    }
    assert_eq!(std::fs::read_dir(&folder.path).unwrap().count(), 0);
}

#[test]
fn a_colour_is_called_by_its_number() {
    let output = run(&library(), &["bookmarks", "--colour", "green"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("the colours are numbered 1 to 4, as on the screen"));
}

/// The system's own administrator may write anywhere, and is nobody here.
#[cfg(unix)]
#[test]
fn a_library_that_may_not_be_written_is_read() {
    use std::fs::{Permissions, set_permissions};
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;
    let folder = library();
    let mode = |name: &str, mode| set_permissions(folder.path.join(name), Permissions::from_mode(mode)).unwrap();
    let is_root = std::fs::metadata("/proc/self").is_ok_and(|about| about.uid() == 0);
    for (name, bits) in [("library.db", 0o444), ("library.lock", 0o444), ("", 0o555)] {
        mode(name, bits);
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_pullquote"));
    command.args(["bookmarks", "--library"]).arg(&folder.path).stdin(Stdio::null());
    if is_root {
        command.uid(65534);
    }
    let output = command.output();
    mode("", 0o755);
    // Nobody may not even be let to the program.
    let Ok(output) = output else { return };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(String::from_utf8_lossy(&output.stdout).lines().count(), 2);
}

#[test]
fn options_of_all_commands_may_stand_before_the_command() {
    let folder = library();
    let other = Folder::with(&[("a.txt", "Boats\n\n“It floats,” said Ida Crane, a builder.\n")]);
    let path = folder.path.to_str().unwrap();
    assert_eq!(out(&other, &["--library", path, "bookmarks"]), out(&other, &["bookmarks", "--library", path]));
    let found = out(&other, &["--library", path, "quotes", "a.txt"]);
    assert!(found.contains("Ida Crane"), "{found}");
    assert_eq!(found, out(&other, &["quotes", "--library", path, "a.txt"]));
    let refused = run(&other, &["--plain", "bookmarks"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("./show"));
}

#[test]
fn what_can_not_be_put_back_is_said_before_it_is_asked() {
    let folder = library();
    let sentence = fails(&folder, &["library", "restore", "absent.db"]);
    assert!(sentence.contains("absent.db: there is no such file.") && !sentence.contains("--yes"), "{sentence}");
    std::fs::write(folder.path.join("none.db"), "no database, but long enough to be taken for one".repeat(40)).unwrap();
    let sentence = fails(&folder, &["library", "restore", "none.db"]);
    assert!(sentence.contains("no copy of a library") && !sentence.contains("library.db"), "{sentence}");
    std::fs::create_dir(folder.path.join("folder.db")).unwrap();
    assert!(fails(&folder, &["library", "restore", "folder.db"]).contains("folder.db: it can't be read"));
    assert_eq!(out(&folder, &["bookmarks"]).lines().count(), 2);
}

#[test]
fn an_ending_that_says_no_form_is_refused_with_those_that_do() {
    let folder = library();
    let sentence = fails(&folder, &["bookmarks", "export", "x.foo"]);
    assert!(sentence.contains(".md") && sentence.contains(".ris") && sentence.contains("--format"), "{sentence}");
    assert!(!folder.path.join("x.foo").exists());
    out(&folder, &["bookmarks", "export", "x.foo", "--format", "org"]);
    out(&folder, &["bookmarks", "export", "bare"]);
}

#[test]
fn an_import_says_what_was_left_out_and_only_what_there_is() {
    let folder = library();
    std::fs::write(folder.path.join("a.csv"), "Highlight,Title\n,Boats\nIt floats.,Boats\n,Bees\n").unwrap();
    let sentence = fails(&folder, &["bookmarks", "import", "a.csv"]);
    let told = "a.csv: 1 of articles that are not in the library yet. \
        2 were left out: they have no words that they are about.\n";
    assert!(sentence.starts_with(told), "{sentence}");
    std::fs::write(folder.path.join("b.csv"), "Highlight,Title\n,Boats\n").unwrap();
    let none = run(&folder, &["bookmarks", "import", "b.csv"]);
    let told = "b.csv: no bookmark was found. 1 was left out: it has no words that it is about.\n";
    assert_eq!(String::from_utf8_lossy(&none.stderr), told);
}
