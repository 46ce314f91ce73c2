//! What a reader put right and checked, in the programs that print: from the library, over many files.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use pullquote::app::App;
use pullquote::jobs::ingest;
use pullquote::plain;
use pullquote::session::Session;
use pullquote::store::library::Library;

use super::checking::take;
use super::corrections::BOATS;
use super::harness::{Folder, configured, press};

const BUOY: &str = "The buoy\n\n“It is red,” said Bel Amory.\n";

/// A reader who has checked the first quote of the boats, given the second to another, and renamed a trust.
fn home() -> Folder {
    let folder = Folder::with(&[("boats.txt", BOATS), ("buoy.txt", BUOY)]);
    let app = App::with_paths(vec![folder.path.join("boats.txt")], configured(""));
    let mut session = Session::new(app, (120, 40), ingest::perform, Some(folder.path.join("library")));
    session.settle();
    press(&mut session, "Right e Enter Right c");
    take(&mut session, "Wim Tarl");
    press(&mut session, "Esc 3");
    let selected = |session: &Session| {
        let entities = &session.app.entities;
        entities
            .selected_entity()
            .and_then(|id| entities.entity(id))
            .is_some_and(|entity| entity.name == "Harbour Trust")
    };
    while !selected(&session) {
        press(&mut session, "j");
    }
    press(&mut session, "c");
    take(&mut session, "Another name");
    press(&mut session, "Space I I Enter");
    session.finish(Duration::from_secs(20));
    folder
}

fn run(folder: &Folder, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pullquote"));
    command.env("XDG_CONFIG_HOME", folder.path.join("config")).env("PULLQUOTE_LIBRARY", folder.path.join("library"));
    command.current_dir(&folder.path).stdin(Stdio::null()).args(arguments).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn only_what_was_checked_is_printed_with_what_was_put_right() {
    let folder = home();
    let output = run(&folder, &["quotes", "--checked", "boats.txt", "buoy.txt"]);
    assert!(output.status.success());
    assert_eq!(
        out(&output),
        "boats.txt:¶1: Ida Crane, direct, right: “It floats,”\n\
         boats.txt:¶2: Wim Tarl, direct, corrected: “It sinks,” … “Nobody believed it.”\n"
    );
    let rows = out(&run(&folder, &["quotes", "--checked", "--csv", "boats.txt"]));
    assert!(rows.lines().next().unwrap().ends_with(",checked"), "{rows}");
    assert_eq!(rows.lines().count(), 3, "{rows}");
    let objects = out(&run(&folder, &["quotes", "--checked", "--json", "--speaker", "tarl", "boats.txt"]));
    let object: serde_json::Value = serde_json::from_str(&objects).unwrap();
    assert_eq!((&object["speaker"], &object["checked"]), (&"Wim Tarl".into(), &"corrected".into()));
}

#[test]
fn without_a_file_all_that_was_ever_checked_is_printed_also_when_its_file_is_gone() {
    let folder = home();
    let lines = out(&run(&folder, &["quotes", "--checked"]));
    assert_eq!(lines.lines().count(), 2, "{lines}");
    fs::remove_file(folder.path.join("boats.txt")).unwrap();
    let kept = out(&run(&folder, &["quotes", "--checked"]));
    assert!(kept.contains("Wim Tarl, direct, corrected: “It sinks,” … “Nobody believed it.”"), "{kept}");
    assert_eq!(kept.lines().count(), 2, "{kept}");
    // Another article stands there now.
    fs::write(folder.path.join("boats.txt"), BUOY).unwrap();
    assert_eq!(out(&run(&folder, &["quotes", "--checked"])).lines().count(), 2);
}

#[test]
fn what_was_put_right_holds_wherever_it_is_printed_unless_it_is_wanted_as_found() {
    let folder = home();
    let shown = |arguments: &[&str]| out(&run(&folder, arguments));
    let quotes = shown(&["quotes", "boats.txt"]);
    assert!(quotes.contains("¶2: Wim Tarl, direct, corrected:") && quotes.contains("Harbour Trust II"), "{quotes}");
    let found = shown(&["quotes", "--as-found", "boats.txt"]);
    assert!(found.contains("¶2: Ida Crane, direct:") && !found.contains("Harbour Trust II"), "{found}");
    assert!(shown(&["entities", "boats.txt"]).contains("Harbour Trust II"));
    assert!(!shown(&["entities", "--as-found", "boats.txt"]).contains("Harbour Trust II"));
    assert!(shown(&["show", "boats.txt"]).contains("Harbour Trust II"));
    assert!(!shown(&["show", "--as-found", "boats.txt"]).contains("Harbour Trust II"));
    let json = shown(&["show", "--json", "boats.txt"]);
    assert!(!json.contains("Harbour Trust II") && !json.contains("reader"), "JSON is as it was found");
}

#[test]
fn the_lines_mode_has_what_was_put_right_and_says_so() {
    let folder = home();
    let library = Library::open(&folder.path.join("library")).unwrap();
    let origin = pullquote::model::article::Origin::File(folder.path.join("boats.txt"));
    let mut printed = Vec::new();
    plain::run(vec![origin], Some(library), &b"e 1\ne 2\n"[..], &mut printed, None).unwrap();
    let printed = String::from_utf8(printed).unwrap();
    assert!(printed.contains("You checked this: Ida Crane."), "{printed}");
    assert!(printed.contains("So: Wim Tarl, certain.\nYou put this right."), "{printed}");
}

#[test]
fn no_library_is_made_by_looking() {
    let folder = Folder::with(&[("buoy.txt", BUOY)]);
    let nowhere: PathBuf = folder.path.join("library");
    assert!(run(&folder, &["quotes", "buoy.txt"]).status.success());
    let output = run(&folder, &["quotes", "--checked"]);
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("there is no library: nothing was checked yet"));
    assert!(!nowhere.exists());
}
