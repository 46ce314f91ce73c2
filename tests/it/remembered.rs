//! What a run remembers of an earlier one: places, what was read, what was used.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use pullquote::app::App;
use pullquote::jobs::ingest;
use pullquote::session::Session;
use pullquote::store::samples::SAMPLES;

use crate::harness::{Folder, configured, press, text};

/// Far more than a library needs.
const PATIENCE: Duration = Duration::from_secs(20);

fn run(app: App, library: &Path) -> Session {
    let mut session = Session::new(app, (80, 24), ingest::perform, Some(library.to_owned()));
    session.settle();
    session
}

fn read(path: &Path, library: &Path) -> Session {
    run(App::with_paths(vec![path.to_owned()], configured("")), library)
}

fn bare(library: &Path) -> Session {
    run(App::welcome(SAMPLES.len(), configured("")), library)
}

/// Presses keys and ends the run, as leaving the program does.
fn leave(mut session: Session, keys: &str) {
    press(&mut session, keys);
    session.finish(PATIENCE);
    assert!(!session.app.is_keeping());
}

/// A long article of numbered paragraphs.
fn long(paragraphs: std::ops::Range<usize>) -> String {
    let body: Vec<String> = paragraphs
        .map(|number| format!("Paragraph {number} is about the harbour and its {number} boats, which lie still today."))
        .collect();
    format!("Harbour news\n\n{}\n", body.join("\n\n"))
}

fn here(session: &Session) -> String {
    let article = session.app.reader.article.as_ref().unwrap();
    article.document.slice(session.app.reader.sentence()).to_owned()
}

fn home() -> (Folder, PathBuf, PathBuf) {
    let folder = Folder::with(&[("harbour.txt", &long(1..80))]);
    let (file, library) = (folder.path.join("harbour.txt"), folder.path.join("library"));
    (folder, file, library)
}

#[test]
fn reading_goes_on_where_it_stopped() {
    let (_folder, file, library) = home();
    let first = read(&file, &library);
    leave(first, "Space Space } }");
    let again = read(&file, &library);
    assert!(text(&again).contains("You are where you stopped"), "{}", text(&again));
    assert!(here(&again).starts_with("Paragraph 1"), "{}", here(&again));
    assert!(again.app.reader.cursor > 500);
    let mut again = again;
    let cursor = again.app.reader.cursor;
    press(&mut again, "Backspace");
    assert_eq!(again.app.reader.cursor, 0, "Backspace is the top");
    press(&mut again, "Alt-Right");
    assert_eq!(again.app.reader.cursor, cursor);
}

#[test]
fn the_place_is_found_again_after_the_file_was_edited() {
    let (_folder, file, library) = home();
    let mut first = read(&file, &library);
    press(&mut first, "Space Space Space }");
    let stopped = here(&first);
    leave(first, "");
    let edited = long(1..80).replace("Paragraph 2 is", "Paragraph 2, which is new, and longer than it was, is");
    fs::write(&file, edited.replace("Harbour news\n", "Harbour news\n\nWords on top of all that was there before.\n"))
        .unwrap();
    assert_eq!(here(&read(&file, &library)), stopped);
}

#[test]
fn a_copy_elsewhere_is_the_same_article() {
    let (folder, file, library) = home();
    let mut first = read(&file, &library);
    press(&mut first, "Space Space");
    let stopped = here(&first);
    leave(first, "");
    let copy = folder.path.join("copy.txt");
    fs::copy(&file, &copy).unwrap();
    assert_eq!(here(&read(&copy, &library)), stopped);
}

#[test]
fn a_bare_start_offers_to_go_on() {
    let (_folder, file, library) = home();
    leave(read(&file, &library), "Space Space");
    let mut session = bare(&library);
    let screen = text(&session);
    assert!(screen.contains("Go on where you stopped"), "{screen}");
    assert!(screen.contains("Harbour news") && screen.contains("today"), "{screen}");
    press(&mut session, "Enter");
    assert!(text(&session).contains("You are where you stopped"), "{}", text(&session));
}

#[test]
fn a_file_that_is_gone_is_not_offered() {
    let (_folder, file, library) = home();
    leave(read(&file, &library), "Space");
    fs::remove_file(&file).unwrap();
    assert!(!text(&bare(&library)).contains("Go on"));
}

#[test]
fn the_measure_and_the_actions_of_the_palette_are_remembered() {
    let (_folder, file, library) = home();
    leave(read(&file, &library), "+ + : a b o u t Enter Esc");
    let mut again = read(&file, &library);
    assert_eq!(again.app.reader.measure, 70);
    assert_eq!(again.app.memory.actions, ["about"]);
    press(&mut again, "=");
    leave(again, "");
    assert_eq!(read(&file, &library).app.reader.measure, 66);
}

#[test]
fn without_a_library_reading_works_and_it_is_said_once() {
    let (folder, file, _library) = home();
    let blocked = folder.path.join("blocked");
    fs::write(&blocked, "a file in the folder's place").unwrap();
    let mut session = read(&file, &blocked);
    assert!(text(&session).contains("Harbour news"));
    let told = |session: &Session| session.app.notices.said().filter(|said| said.contains("blocked")).count();
    assert_eq!(told(&session), 1, "{:?}", session.app.notices.said().collect::<Vec<_>>());
    press(&mut session, "Space Space b +");
    assert_eq!(told(&session), 1);
}

#[test]
fn nothing_is_kept_where_that_is_asked() {
    let (_folder, file, library) = home();
    let app = App::with_paths(vec![file], configured("remember = false\n"));
    leave(run(app, &library), "Space Space");
    assert!(!library.exists());
}

#[test]
fn a_file_that_changes_is_offered_and_not_swapped() {
    let (_folder, file, library) = home();
    let mut session = read(&file, &library);
    press(&mut session, "Space Space");
    let before = here(&session);
    fs::write(&file, long(1..80).replace("Paragraph 1 is", "Paragraph 1, now longer, is")).unwrap();
    let report = session.reports().recv_timeout(PATIENCE).unwrap();
    session.receive(report);
    assert!(text(&session).contains("This file changed on the disk. r reads it again"), "{}", text(&session));
    assert_eq!(here(&session), before);
    press(&mut session, "r");
    assert!(text(&session).contains("The file was read again"), "{}", text(&session));
    assert_eq!(here(&session), before, "the place stays");
    let now = &session.app.reader.article.as_ref().unwrap().document.text;
    assert!(now.contains("Paragraph 1, now longer"));
}

#[test]
fn the_theme_that_was_chosen_is_worn_another_day_unless_the_settings_name_one() {
    let (_folder, file, library) = home();
    leave(read(&file, &library), ": t h e m e Enter j Enter");
    assert_eq!(read(&file, &library).app.config.worn(), "dark");
    let set = App::with_paths(vec![file], configured("theme = \"light\"\n"));
    assert_eq!(run(set, &library).app.config.worn(), "light");
}

#[test]
fn a_quote_one_stopped_at_is_the_one_one_comes_back_to() {
    let folder = Folder::with(&[(
        "boat.txt",
        "The boat\n\nIt rained.\n\nThe harbour was full, as Ida Crane, a builder of boats who has lived there for years, said: “It floats.”\n",
    )]);
    let (file, library) = (folder.path.join("boat.txt"), folder.path.join("library"));
    leave(read(&file, &library), "Right");
    assert_eq!(read(&file, &library).app.quotes.selected_quote(), Some(0));
}

#[test]
fn an_article_that_can_not_be_read_again_stays_on_the_screen() {
    let (_folder, file, library) = home();
    let mut session = read(&file, &library);
    fs::write(&file, "").unwrap();
    press(&mut session, "r");
    assert!(!session.app.outbox.quit);
    assert!(text(&session).contains("Harbour news"), "{}", text(&session));
    assert!(session.app.notices.message().is_some_and(|said| said.contains("harbour.txt")));
}

#[test]
fn a_library_that_is_taken_away_is_missed() {
    let (_folder, file, library) = home();
    let mut session = read(&file, &library);
    fs::rename(&library, library.with_extension("away")).unwrap();
    press(&mut session, "Space Space");
    let told = session.app.notices.said().any(|said| said.contains("moved, removed or replaced while it was open"));
    assert!(told, "{:?}", session.app.notices.said().collect::<Vec<_>>());
}
