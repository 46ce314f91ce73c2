//! A program is killed while it saves: what it said was saved is there, and the library is sound.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use pullquote::jobs::ingest;
use pullquote::jobs::workers::Workers;
use pullquote::model::article::Origin;
use pullquote::model::bookmark::{Bookmark, Change};
use pullquote::model::work::{Job, Report};
use pullquote::store::library::Library;

use super::bookmarks::{TEXT, kept};
use super::edits::Chance;
use super::harness::Folder;
use super::library::{article, at};

/// Names the library to the process that saves until it is killed.
const CHILD: &str = "PULLQUOTE_TEST_SAVES_IN";

/// Not a test of its own: what the killed process does. It prints the number of each bookmark once it is reported as
/// saved.
#[test]
fn the_process_that_is_killed() {
    let Some(folder) = std::env::var_os(CHILD) else { return };
    let mut workers = Workers::new(ingest::perform, Some(folder.into()));
    let mut out = std::io::stdout();
    let mut before: Option<Bookmark> = None;
    for number in 0.. {
        let note = format!("note {number} {}", "x".repeat(number % 7 * 900));
        let bookmark = Bookmark { note, ..kept((1, 1), TEXT, "council", 1) };
        // Edits and removals are written between, as a reader would.
        let mut changes = vec![Change::Add(bookmark.clone())];
        if let Some(before) = before.filter(|_| number % 5 == 0) {
            changes.push(Change::edit(before.clone(), Bookmark { note: "edited".to_owned(), ..before }));
        }
        workers.submit(Job::KeepBookmarks { number: number as u64, changes });
        let Ok(Report::BookmarksKept { .. }) = workers.reports().recv() else { return };
        writeln!(out, "saved {}", bookmark.id).unwrap();
        out.flush().unwrap();
        before = Some(bookmark);
    }
}

/// Lets a process save, kills it after a time of chance, and looks at what is left.
fn kill_once(chance: &mut Chance) -> usize {
    let folder = Folder::with(&[]);
    let mut library = Library::open(&folder.path).unwrap();
    library.opened(&Origin::Sample(0), &article(TEXT, None), at(0)).unwrap();
    drop(library);
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["killed::the_process_that_is_killed", "--exact", "--nocapture"]).env(CHILD, &folder.path);
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let (wait, begun) = (Duration::from_micros(chance.below(40_000) as u64), Instant::now());
    let mut saved: Vec<String> = Vec::new();
    let mut is_killed = false;
    for line in lines.map_while(Result::ok) {
        saved.extend(line.split("saved ").nth(1).map(str::to_owned));
        if !is_killed && !saved.is_empty() {
            // A moment between two lines, not only right after one.
            while begun.elapsed() < wait {
                std::hint::spin_loop();
            }
            child.kill().unwrap();
            is_killed = true;
        }
    }
    child.wait().unwrap();
    let library = Library::open(&folder.path).unwrap();
    assert_eq!(library.problems().unwrap(), Vec::<String>::new());
    let there: Vec<String> =
        library.shelves().unwrap().iter().flat_map(|shelf| &shelf.bookmarks).map(|one| one.id.to_string()).collect();
    for id in &saved {
        assert!(there.contains(id), "{id} was reported as saved, and is not there");
    }
    assert!(there.len() <= saved.len() + 1, "at most the one that was being saved is there too");
    saved.len()
}

fn kill(times: usize, seed: u64) {
    let mut chance = Chance::new(seed);
    let saved: usize = (0..times).map(|_| kill_once(&mut chance)).sum();
    assert!(saved >= times, "every process saved something before it was killed");
}

#[test]
fn what_was_saved_before_a_kill_is_there() {
    kill(20, 1);
}

/// `cargo test --release --test it killed -- --ignored` kills 300 processes.
#[test]
#[ignore = "a soak of its own"]
fn what_was_saved_before_three_hundred_kills_is_there() {
    kill(300, 2);
}
