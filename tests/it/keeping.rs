//! A reader keeps passages: keys in, marks out, on the disk when it is said, and there again another day.

use std::fs;
use std::path::Path;
use std::time::Duration;

use pullquote::app::App;
use pullquote::jobs::ingest;
use pullquote::model::anchor::Anchor;
use pullquote::model::bookmark::{Bookmark, Change, Said};
use pullquote::model::quote::{Certainty, QuoteKind};
use pullquote::model::work::Report;
use pullquote::session::Session;
use pullquote::store::library::Library;
use pullquote::text::span::TextSpan;
use ratatui::style::Modifier;

use super::corrections::BOATS;
use super::harness::{configured, home, press, text};
use super::library::at;

const PATIENCE: Duration = Duration::from_secs(20);

fn read_with(path: &Path, library: Option<&Path>, settings: &str) -> Session {
    let app = App::with_paths(vec![path.to_owned()], configured(settings));
    let mut session = Session::new(app, (100, 40), ingest::perform, library.map(Path::to_owned));
    session.settle();
    session
}

fn read(path: &Path, library: &Path) -> Session {
    read_with(path, Some(library), "")
}

/// The words of the passages that are marked.
fn marked(session: &Session) -> Vec<String> {
    let document = &session.app.reader.article.as_ref().unwrap().document;
    session.app.bookmarks.marks().iter().map(|mark| document.slice(mark.span).to_owned()).collect()
}

/// Ends the run; what the library then holds.
fn held(mut session: Session, library: &Path) -> Vec<Bookmark> {
    session.finish(PATIENCE);
    assert!(!session.app.is_keeping());
    drop(session);
    let shelves = Library::open(library).unwrap().shelves().unwrap();
    shelves.into_iter().flat_map(|shelf| shelf.bookmarks).collect()
}

fn says(session: &Session, words: &str) {
    let screen = text(session);
    assert!(screen.contains(words), "{words} is not on the screen:\n{screen}");
}

const FLOATS: &str = "“It floats,” said Ida Crane, a builder of boats in Wendle Bay.";

#[test]
fn a_sentence_is_kept_and_there_again_another_day() {
    let (_folder, file, library) = home(&[("boats.txt", BOATS)]);
    let mut session = read(&file, &library);
    press(&mut session, "} m");
    says(&session, "Kept. U undoes.");
    assert_eq!(marked(&session), [FLOATS]);
    says(&session, "A● “It floats,”");
    let kept = held(session, &library);
    assert_eq!((kept[0].anchor.exact.as_str(), kept[0].said.clone(), kept.len()), (FLOATS, None, 1));
    let again = read(&file, &library);
    assert_eq!(marked(&again), [FLOATS]);
    says(&again, "A● “It floats,”");
}

#[test]
fn a_quote_is_kept_with_who_said_it() {
    let (_folder, file, library) = home(&[("boats.txt", BOATS)]);
    let mut session = read(&file, &library);
    // On the head of a voice its first quote is meant, which is gone to.
    press(&mut session, "2 g m");
    says(&session, "Kept, said by Ida Crane. U undoes.");
    press(&mut session, "m g h a Esc");
    says(&session, "Nothing was written");
    press(&mut session, "m");
    says(&session, "Kept, said by Ida Crane. U undoes.");
    says(&session, "▶●");
    says(&session, "A● “It floats,”");
    let kept = held(session, &library);
    let said = Said { speaker: Some("Ida Crane".to_owned()), kind: QuoteKind::Direct, certainty: Certainty::Certain };
    assert_eq!((kept[0].anchor.exact.as_str(), kept[0].said.clone()), ("“It floats,”", Some(said)));
}

#[test]
fn a_kept_quote_that_is_given_to_another_one_later_says_so() {
    let (_folder, file, library) = home(&[("boats.txt", BOATS)]);
    let mut session = read(&file, &library);
    press(&mut session, "2 g j m");
    held(session, &library);
    // As if an earlier version had found another name.
    let rows = rusqlite::Connection::open(library.join("library.db")).unwrap();
    assert_eq!(rows.execute("UPDATE bookmark SET speaker = 'Ada Moss'", []).unwrap(), 1);
    drop(rows);
    let mut later = read(&file, &library);
    press(&mut later, "2 g j");
    says(&later, "▶●");
    press(&mut later, "e");
    says(&later, "kept as Ada Moss, now Ida Crane");
}

#[test]
fn a_paragraph_is_kept_and_a_sentence_in_it_beside_it() {
    let (_folder, file, library) = home(&[("boats.txt", BOATS)]);
    let mut session = read(&file, &library);
    press(&mut session, "} M");
    let paragraph = marked(&session).remove(0);
    assert_eq!(paragraph, FLOATS);
    press(&mut session, "M");
    says(&session, "Not kept any longer.");
    assert!(marked(&session).is_empty());
    press(&mut session, "} } } M");
    let paragraph = marked(&session).remove(0);
    press(&mut session, ") m");
    assert_eq!(marked(&session).len(), 2, "a sentence of a kept paragraph is kept beside it");
    assert!(paragraph.contains(&marked(&session)[1]));
    press(&mut session, "m");
    assert_eq!(marked(&session).concat(), paragraph, "and no longer, by the same key");
    press(&mut session, "M");
    assert!(marked(&session).is_empty());
}

#[test]
fn what_is_selected_is_kept() {
    let (_folder, file, library) = home(&[("boats.txt", BOATS)]);
    let mut session = read(&file, &library);
    press(&mut session, "} v j m");
    says(&session, "Kept. U undoes.");
    assert!(session.app.selected_words().is_none(), "selecting has ended");
    assert_eq!(marked(&session), [format!("{FLOATS}\n\n“It sinks,” Crane added.")]);
}

#[test]
fn the_same_key_anywhere_in_a_kept_passage_takes_it_off() {
    let (_folder, file, library) = home(&[("boats.txt", BOATS)]);
    let mut session = read(&file, &library);
    press(&mut session, "2 g j m 1 g Right m");
    says(&session, "Not kept any longer. U undoes.");
    assert!(marked(&session).is_empty());
    assert!(!text(&session).contains('●'), "{}", text(&session));
    press(&mut session, "g } m ) m }");
    assert_eq!(marked(&session).len(), 2);
    press(&mut session, "g } m");
    assert_eq!(held(session, &library).len(), 1);
    assert_eq!(marked(&read(&file, &library)), ["“It sinks,” Crane added."]);
}

#[test]
fn the_last_thing_done_is_undone_first_be_it_a_bookmark_or_a_correction() {
    let (_folder, file, library) = home(&[("boats.txt", BOATS)]);
    let mut session = read(&file, &library);
    let quotes = session.app.quotes.quotes().len();
    press(&mut session, "} m 2 g j x");
    assert_eq!((marked(&session).len(), session.app.quotes.quotes().len()), (1, quotes - 1));
    press(&mut session, "U");
    assert_eq!((marked(&session).len(), session.app.quotes.quotes().len()), (1, quotes));
    press(&mut session, "U");
    says(&session, "Undone: keeping “It floats,” said Ida Crane, a b…”; Ctrl-r makes it again.");
    assert!(marked(&session).is_empty());
    press(&mut session, "U");
    says(&session, "Nothing here to undo.");
    press(&mut session, "Ctrl-r");
    assert_eq!((marked(&session).len(), session.app.quotes.quotes().len()), (1, quotes));
    press(&mut session, "Ctrl-r");
    assert_eq!((marked(&session).len(), session.app.quotes.quotes().len()), (1, quotes - 1));
    press(&mut session, "Ctrl-r");
    says(&session, "Nothing here to make again.");
    press(&mut session, "1 g } m U");
    assert_eq!(marked(&session), [FLOATS], "one that was taken off is there again");
    assert_eq!(held(session, &library).len(), 1);
}

#[test]
fn kept_is_said_only_of_what_is_on_the_disk() {
    let (_folder, file, library) = home(&[("boats.txt", BOATS)]);
    let mut session = read(&file, &library);
    press(&mut session, "}");
    let is_dim = |session: &Session| {
        let (buffer, _) = session.screen();
        buffer.content.iter().find(|cell| cell.symbol() == "●").unwrap().modifier.contains(Modifier::DIM)
    };
    session.press("m");
    assert!(is_dim(&session));
    assert!(!text(&session).contains("Kept."), "{}", text(&session));
    session.settle();
    assert!(!is_dim(&session));
    says(&session, "Kept.");
}

#[test]
fn what_can_not_be_kept_is_not_marked_and_the_reason_is_said() {
    let (_folder, file, library) = home(&[("boats.txt", BOATS)]);
    let mut session = read(&file, &library);
    press(&mut session, "} m");
    fs::rename(&library, library.with_extension("away")).unwrap();
    press(&mut session, ") m");
    assert_eq!(marked(&session), [FLOATS]);
    assert!(!text(&session).contains("Kept."), "{}", text(&session));
    says(&session, "The bookmark is not kept: nothing is remembered in this run.");
    // Nor is the mark taken off where the bookmark stays on the disk.
    press(&mut session, "( m");
    assert_eq!(marked(&session), [FLOATS]);
}

#[test]
fn without_a_library_nothing_is_kept_which_is_said() {
    let (_folder, file, library) = home(&[("boats.txt", BOATS)]);
    let mut session = read_with(&file, None, "");
    press(&mut session, "} m");
    says(&session, "Not kept: nothing is remembered in this run.");
    let mut session = read_with(&file, Some(&library), "remember = false\n");
    press(&mut session, "} m");
    says(&session, "Not kept: nothing is remembered in this run.");
    assert!(marked(&session).is_empty());
}

#[test]
fn what_another_program_keeps_is_marked_too() {
    let (_folder, file, library) = home(&[("boats.txt", BOATS)]);
    let mut session = read(&file, &library);
    let known = session.app.reader.known.unwrap();
    let words = session.app.reader.article.as_ref().unwrap().document.text.clone();
    let start = words.find("Wim Tarl bought").unwrap();
    let anchor = Anchor::of(&words, TextSpan::new(start, start + 15));
    let added = Change::Add(Bookmark::new(known, anchor, None, at(1)));
    Library::open(&library).unwrap().keep_bookmarks(&[added]).unwrap();
    session.receive(Report::LibraryChanged);
    session.settle();
    assert_eq!(marked(&session), ["Wim Tarl bought"]);
}

#[test]
fn in_a_later_text_a_passage_is_marked_where_it_is_now() {
    let (_folder, file, library) = home(&[("boats.txt", BOATS)]);
    let mut session = read(&file, &library);
    press(&mut session, "} m");
    fs::write(&file, BOATS.replace("Old boats\n", "Old boats\n\nA new paragraph stands here now.\n")).unwrap();
    press(&mut session, "r");
    assert_eq!(marked(&session), [FLOATS]);
    press(&mut session, "U");
    assert!(marked(&session).is_empty());
    press(&mut session, "Ctrl-r");
    assert_eq!(marked(&session), [FLOATS]);
}

#[test]
fn where_there_is_only_ascii_the_mark_is_a_star() {
    let (_folder, file, library) = home(&[("boats.txt", BOATS)]);
    let mut session = read_with(&file, Some(&library), "ascii = true\n");
    press(&mut session, "} m");
    says(&session, "A* \"It floats,\"");
}
