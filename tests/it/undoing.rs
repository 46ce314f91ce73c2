//! What was done in a run is undone in its order, whatever article is read by then.

use pullquote::app::App;
use pullquote::jobs::ingest;
use pullquote::model::work::Report;
use pullquote::session::Session;
use pullquote::store::library::Library;

use super::corrections::BOATS;
use super::harness::{Folder, configured, press, text};

const FERRY: &str = "The ferry stays\n\nIt is late. “It stays,” said Tom Vane, its master, on Monday.\n\n\
    Nobody on the quay was surprised by that.\n";

/// Two articles, the first of them open.
fn two() -> (Session, Folder) {
    let folder = Folder::with(&[("boats.txt", BOATS), ("ferry.txt", FERRY)]);
    let paths = ["boats.txt", "ferry.txt"].map(|name| folder.path.join(name)).to_vec();
    let app = App::with_paths(paths, configured(""));
    let mut session = Session::new(app, (120, 40), ingest::perform, Some(folder.path.join("library")));
    session.settle();
    press(&mut session, "Enter");
    (session, folder)
}

/// The passages in the library, as they are kept.
fn kept(folder: &Folder) -> Vec<String> {
    let shelves = Library::open(&folder.path.join("library")).unwrap().shelves().unwrap();
    let mut kept: Vec<_> = shelves.into_iter().flat_map(|shelf| shelf.bookmarks).collect();
    kept.sort_by_key(|bookmark| bookmark.created);
    kept.into_iter().map(|bookmark| bookmark.anchor.exact).collect()
}

#[track_caller]
fn says(session: &Session, words: &str) {
    let screen = text(session);
    assert!(screen.contains(words), "{words} is not on the screen:\n{screen}");
}

const FLOATS: &str = "“It floats,” said Ida Crane, a builder of boats in Wendle Bay.";
const LATE: &str = "It is late.";

#[test]
fn what_was_kept_in_another_article_is_undone_with_its_headline_said() {
    let (mut session, folder) = two();
    press(&mut session, "} m J } m");
    assert_eq!(kept(&folder), [FLOATS, LATE]);
    press(&mut session, "U");
    says(&session, "Undone: keeping “It is late.”; Ctrl-r makes it again.");
    press(&mut session, "U");
    says(&session, "Undone: keeping “It floats,” said Ida Crane, a b…” in Old boats; Ctrl-r makes it again.");
    assert!(kept(&folder).is_empty());
    says(&session, "The ferry stays");
    press(&mut session, "U");
    says(&session, "Nothing here to undo.");
    press(&mut session, "Ctrl-r");
    says(&session, "Made again: keeping “It floats,” said Ida Crane, a b…” in Old boats; U undoes.");
    assert_eq!(kept(&folder), [FLOATS]);
    assert!(session.app.bookmarks.marks().is_empty(), "it is not of the article that is read");
    press(&mut session, "K");
    assert_eq!(session.app.bookmarks.marks().len(), 1);
}

#[test]
fn corrections_of_the_article_that_is_read_are_undone_in_their_turn() {
    let (mut session, folder) = two();
    press(&mut session, "} m J");
    let quotes = session.app.quotes.quotes().len();
    press(&mut session, "2 g j x 1 g } m");
    assert_eq!((session.app.quotes.quotes().len(), kept(&folder).len()), (quotes - 1, 2));
    let now = |session: &Session| (session.app.quotes.quotes().len(), kept(&folder).len());
    for (key, wanted) in [
        ("U", (quotes - 1, 1)),
        ("U", (quotes, 1)),
        ("U", (quotes, 0)),
        ("Ctrl-r", (quotes, 1)),
        ("Ctrl-r", (quotes - 1, 1)),
        ("Ctrl-r", (quotes - 1, 2)),
    ] {
        press(&mut session, key);
        assert_eq!(now(&session), wanted, "{key}\n{}", text(&session));
    }
}

#[test]
fn a_correction_of_an_article_that_was_left_waits_until_it_is_read_again() {
    let (mut session, folder) = two();
    let quotes = session.app.quotes.quotes().len();
    press(&mut session, "} m 2 g j x J U");
    says(&session, "Undone: keeping “It floats,” said Ida Crane, a b…” in Old boats");
    assert!(kept(&folder).is_empty());
    press(&mut session, "K");
    assert_eq!(session.app.quotes.quotes().len(), quotes - 1);
    press(&mut session, "U");
    assert_eq!(session.app.quotes.quotes().len(), quotes);
}

#[test]
fn what_was_undone_is_forgotten_once_something_else_is_done() {
    let (mut session, folder) = two();
    press(&mut session, "} m U 2 g j x U 1 g } ) m Ctrl-r");
    says(&session, "Nothing here to make again.");
    assert_eq!(kept(&folder).len(), 1);
}

#[test]
fn what_could_not_be_kept_is_no_step() {
    let (mut session, folder) = two();
    press(&mut session, "} m");
    let library = folder.path.join("library");
    std::fs::rename(&library, library.with_extension("away")).unwrap();
    press(&mut session, ") m U");
    // Neither the second passage, nor that the first was undone.
    says(&session, "nothing is remembered in this run");
    assert_eq!(session.app.bookmarks.marks().len(), 1);
    press(&mut session, "Ctrl-r");
    says(&session, "Nothing here to make again.");
}

#[test]
fn what_another_program_corrects_is_taken_up() {
    let (mut session, folder) = two();
    let app = App::with_paths(vec![folder.path.join("boats.txt")], configured(""));
    let mut other = Session::new(app, (120, 40), ingest::perform, Some(folder.path.join("library")));
    other.settle();
    let quotes = session.app.quotes.quotes().len();
    let signal = folder.path.join("library").join(pullquote::store::library::SIGNAL);
    assert!(!signal.exists());
    press(&mut other, "2 g j x");
    assert!(signal.exists(), "it is announced");
    // As the watch would, which may be faster or slower.
    session.receive(Report::LibraryChanged);
    session.settle();
    assert_eq!(session.app.quotes.quotes().len(), quotes - 1);
    press(&mut other, "U");
    session.receive(Report::LibraryChanged);
    session.settle();
    assert_eq!(session.app.quotes.quotes().len(), quotes);
}

#[test]
fn any_number_of_steps_go_back_and_forth() {
    let (mut session, folder) = two();
    for _ in 0..4 {
        press(&mut session, "} m");
    }
    press(&mut session, "J } m ) m } m");
    let all = kept(&folder);
    assert_eq!(all.len(), 7);
    for left in (0..7).rev() {
        press(&mut session, "U");
        assert_eq!(kept(&folder), all[..left]);
    }
    for made in 1..=7 {
        press(&mut session, "Ctrl-r");
        assert_eq!(kept(&folder), all[..made]);
    }
}

#[test]
fn what_was_done_another_day_is_taken_back_only_after_it_was_said() {
    let (mut session, folder) = two();
    let quotes = session.app.quotes.quotes().len();
    press(&mut session, "} m 2 g j x");
    super::harness::leave(session);
    let again = || {
        let app = App::with_paths(vec![folder.path.join("boats.txt")], configured(""));
        let mut session = Session::new(app, (120, 40), ingest::perform, Some(folder.path.join("library")));
        session.settle();
        session
    };
    let mut session = again();
    press(&mut session, "U");
    says(&session, "Nothing of this run is left. U again undoes, of another day: “It floats,” is not a quote");
    assert_eq!((session.app.quotes.quotes().len(), kept(&folder).len()), (quotes - 1, 1));
    press(&mut session, "} ) m U");
    says(&session, "Undone: keeping");
    press(&mut session, "U");
    says(&session, "Nothing of this run is left. U again undoes, of another day: “It floats,” is not a quote");
    assert_eq!((session.app.quotes.quotes().len(), kept(&folder).len()), (quotes - 1, 1));
    press(&mut session, "U");
    assert_eq!((session.app.quotes.quotes().len(), kept(&folder).len()), (quotes, 1));
    press(&mut session, "U");
    says(&session, "Nothing here to undo.");
    super::harness::leave(session);
    let mut session = again();
    press(&mut session, "Ctrl-r");
    says(&session, "Nothing of this run is left. Ctrl-r again makes, of another day: ");
    assert_eq!(session.app.quotes.quotes().len(), quotes);
    press(&mut session, "Ctrl-r");
    assert_eq!(session.app.quotes.quotes().len(), quotes - 1);
}
