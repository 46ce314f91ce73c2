//! Notes: written in a box, kept, dropped, lent to an editor, and never lost by a key.

use pullquote::actions::Place;
use pullquote::app::App;
use pullquote::app::pointer::Pointer;
use pullquote::jobs::ingest;
use pullquote::model::bookmark::Bookmark;
use pullquote::model::work::Report;
use pullquote::session::Session;
use pullquote::store::library::Library;
use ratatui::layout::Position;

use super::corrections::BOATS;
use super::harness::{Folder, configured, press, text};

const FLOATS: &str = "“It floats,” said Ida Crane, a builder of boats in Wendle Bay.";

/// An article with its library, the cursor at its first sentence.
pub fn home() -> (Session, Folder) {
    let folder = Folder::with(&[("boats.txt", BOATS)]);
    let session = again(&folder);
    (session, folder)
}

/// The same another day.
pub fn again(folder: &Folder) -> Session {
    let app = App::with_paths(vec![folder.path.join("boats.txt")], configured(""));
    let mut session = Session::new(app, (100, 40), ingest::perform, Some(folder.path.join("library")));
    session.settle();
    press(&mut session, "g }");
    session
}

/// The bookmarks in the library.
pub fn kept(folder: &Folder) -> Vec<Bookmark> {
    let shelves = Library::open(&folder.path.join("library")).unwrap().shelves().unwrap();
    shelves.into_iter().flat_map(|shelf| shelf.bookmarks).collect()
}

pub fn notes(folder: &Folder) -> Vec<String> {
    kept(folder).into_iter().map(|bookmark| bookmark.note).collect()
}

/// Types words, blanks included.
pub fn write(session: &mut Session, words: &str) {
    for letter in words.chars() {
        session.press(&if letter == ' ' { "Space".to_owned() } else { letter.to_string() });
    }
    session.settle();
}

#[track_caller]
pub fn says(session: &Session, words: &str) {
    let screen = text(session);
    assert!(screen.contains(words), "{words} is not on the screen:\n{screen}");
}

#[test]
fn a_note_keeps_the_passage_with_it_in_one_step() {
    let (mut session, folder) = home();
    press(&mut session, "a");
    says(&session, "Keep, with a note on “It floats,” said Ida Crane");
    write(&mut session, "ask her #boats");
    press(&mut session, "Enter");
    write(&mut session, "twice");
    assert!(kept(&folder).is_empty(), "nothing is kept yet");
    press(&mut session, "Esc");
    says(&session, "Kept, with your note. U undoes.");
    says(&session, "A◆ “It floats,”");
    let all = kept(&folder);
    assert_eq!((all[0].anchor.exact.as_str(), all[0].note.as_str()), (FLOATS, "ask her #boats\ntwice"));
    assert_eq!(all[0].all_tags(), ["boats"]);
    press(&mut session, "U");
    assert!(kept(&folder).is_empty());
    press(&mut session, "Ctrl-r");
    assert_eq!(notes(&folder), ["ask her #boats\ntwice"]);
    let mut later = again(&folder);
    says(&later, " Kept ◆ “It floats,” said");
    says(&later, " · ask her #boats twice · A Ida Crane, certain");
    press(&mut later, "a");
    says(&later, "┃ twice");
}

#[test]
fn what_is_not_written_keeps_nothing() {
    let (mut session, folder) = home();
    press(&mut session, "a Esc");
    says(&session, "Nothing was written: the passage is not kept.");
    assert!(kept(&folder).is_empty());
    press(&mut session, "U");
    says(&session, "Nothing here to undo.");
}

#[test]
fn a_note_is_a_step_of_its_own_on_what_was_kept_before() {
    let (mut session, folder) = home();
    press(&mut session, "m a");
    says(&session, "Note on “It floats,” said Ida Crane");
    write(&mut session, "first");
    press(&mut session, "Esc");
    says(&session, "Noted. U undoes.");
    press(&mut session, "a");
    write(&mut session, " and second");
    press(&mut session, "Esc");
    assert_eq!(notes(&folder), ["first and second"]);
    press(&mut session, "U");
    says(&session, "Undone: the note on “It floats,”");
    assert_eq!(notes(&folder), ["first"]);
    press(&mut session, "U");
    assert_eq!(notes(&folder), [""]);
    press(&mut session, "U");
    assert!(kept(&folder).is_empty());
    press(&mut session, "Ctrl-r Ctrl-r Ctrl-r");
    assert_eq!(notes(&folder), ["first and second"]);
    press(&mut session, "a Ctrl-u Esc");
    says(&session, "The note is taken off. U undoes.");
    assert_eq!(notes(&folder), [""]);
}

#[test]
fn a_note_is_on_what_was_kept_last_and_else_on_the_passage_at_the_cursor() {
    let (mut session, folder) = home();
    // A quote within the sentence is less than it; right after it was kept, the selection is meant all the same.
    press(&mut session, "2 g j m 1 g } v j m a");
    write(&mut session, "both");
    press(&mut session, "Esc");
    let with_note = |folder: &Folder| kept(folder).into_iter().find(|kept| kept.note == "both").unwrap();
    assert!(with_note(&folder).anchor.exact.contains("It sinks"));
    press(&mut session, "} { a");
    says(&session, "Note on “It floats");
    write(&mut session, "the quote");
    press(&mut session, "Esc");
    assert!(kept(&folder).iter().any(|kept| kept.note == "the quote" && kept.anchor.exact == "“It floats,”"));
}

#[test]
fn a_selection_and_a_quote_are_kept_with_a_note() {
    let (mut session, folder) = home();
    press(&mut session, "v j a");
    write(&mut session, "two of them");
    press(&mut session, "Esc");
    assert_eq!(session.app.place(), Place::Text, "selecting has ended");
    assert!(kept(&folder)[0].anchor.exact.ends_with("Crane added."));
    press(&mut session, "U v a Esc");
    assert_eq!(session.app.place(), Place::Select, "what was selected still is");
    press(&mut session, "Esc 2 g j a");
    write(&mut session, "said so");
    press(&mut session, "Esc");
    says(&session, "▶◆");
    let quote = kept(&folder).remove(0);
    assert_eq!((quote.note.as_str(), quote.said.unwrap().speaker.as_deref()), ("said so", Some("Ida Crane")));
}

#[test]
fn leaving_without_keeping_is_asked_once() {
    let (mut session, folder) = home();
    press(&mut session, "a");
    write(&mut session, "precious");
    press(&mut session, "Ctrl-c");
    says(&session, "The note is not kept yet: Ctrl-c again drops it, Esc keeps it.");
    write(&mut session, "!");
    press(&mut session, "Ctrl-c");
    assert_eq!(session.app.place(), Place::Note, "more was written: it is asked again");
    press(&mut session, "Ctrl-c");
    assert_eq!(session.app.place(), Place::Text);
    assert!(kept(&folder).is_empty());
    press(&mut session, "a Ctrl-c");
    assert_eq!(session.app.place(), Place::Text, "nothing was written");
}

#[test]
fn a_click_beside_the_box_and_the_end_of_the_run_keep_the_note() {
    let (mut session, folder) = home();
    press(&mut session, "a");
    write(&mut session, "one");
    session.point(Pointer::Press(Position::new(0, 39)));
    session.settle();
    assert_eq!(notes(&folder), ["one"]);
    press(&mut session, "a");
    write(&mut session, " two");
    session.finish(std::time::Duration::from_secs(20));
    assert_eq!(notes(&folder), ["one two"]);
}

#[test]
fn a_paste_of_many_lines_is_taken_as_it_is_and_undone_as_one() {
    let (mut session, folder) = home();
    press(&mut session, "a");
    write(&mut session, "said:");
    session.paste("\r\none\n\n  two\u{1b}[31m\n");
    press(&mut session, "Esc");
    assert_eq!(notes(&folder), ["said:\none\n\n  two[31m"]);
    press(&mut session, "a");
    session.paste("\nthree\nfour");
    press(&mut session, "Alt-u Esc");
    assert_eq!(notes(&folder), ["said:\none\n\n  two[31m"]);
}

#[test]
fn the_keys_of_the_box_move_and_delete_as_elsewhere() {
    let (mut session, folder) = home();
    press(&mut session, "a");
    write(&mut session, "one two three");
    press(&mut session, "Enter");
    write(&mut session, "four five");
    press(&mut session, "Up Home Alt-f Alt-d End Left Backspace Ctrl-End Ctrl-w Ctrl-Home Delete PgDn Ctrl-a");
    write(&mut session, "> ");
    press(&mut session, "Esc");
    assert_eq!(notes(&folder), ["ne thre\n> four"]);
}

#[test]
fn a_click_puts_the_cursor_where_it_is() {
    let (mut session, folder) = home();
    press(&mut session, "a");
    write(&mut session, "one two");
    let area = session.app.panes.overlay;
    session.point(Pointer::Press(Position::new(area.x + 3, area.y)));
    write(&mut session, "!");
    press(&mut session, "Esc");
    assert_eq!(notes(&folder), ["one! two"]);
}

#[test]
fn a_note_longer_than_its_box_is_scrolled() {
    let (mut session, _folder) = home();
    press(&mut session, "a");
    let lines: Vec<String> = (1..=60).map(|number| format!("line {number}")).collect();
    session.paste(&lines.join("\n"));
    says(&session, "row 60 of 60");
    says(&session, "line 60");
    assert!(!text(&session).contains("line 1 "), "{}", text(&session));
    press(&mut session, "Ctrl-Home");
    says(&session, "row 1 of 60");
    let (_, cursor) = session.screen();
    assert_eq!((cursor.x, cursor.y), (session.app.panes.overlay.x, session.app.panes.overlay.y));
}

#[test]
fn what_an_editor_makes_of_a_note_is_taken_up_and_can_be_undone() {
    let (mut session, folder) = home();
    press(&mut session, "a");
    write(&mut session, "draft");
    press(&mut session, "Ctrl-e");
    assert_eq!(session.app.outbox.note.take().as_deref(), Some("draft"));
    write(&mut session, "lost?");
    press(&mut session, "Esc");
    says(&session, "The note is on its way back from the editor.");
    session.receive(Report::NoteWritten { text: Ok("# From the editor\n\nin two lines\n".to_owned()) });
    says(&session, "in two lines");
    press(&mut session, "Alt-u");
    says(&session, "┃ draft");
    press(&mut session, "Ctrl-r Esc");
    assert_eq!(notes(&folder), ["# From the editor\n\nin two lines"]);
    press(&mut session, "a Ctrl-e");
    session.receive(Report::NoteWritten { text: Err("The editor is away.".to_owned()) });
    says(&session, "The editor is away.");
    says(&session, "in two lines");
}

#[test]
fn a_note_that_is_only_looked_at_is_not_changed() {
    let (mut session, folder) = home();
    press(&mut session, "m");
    // As an import may have brought it.
    let before = kept(&folder).remove(0);
    let imported = Bookmark { note: "with\ta tab  \n".to_owned(), ..before.clone() };
    let change = pullquote::model::bookmark::Change::edit(before, imported.clone());
    Library::open(&folder.path.join("library")).unwrap().keep_bookmarks(&[change]).unwrap();
    session.receive(Report::LibraryChanged);
    session.settle();
    press(&mut session, "a Esc");
    assert_eq!(kept(&folder), [imported]);
}

#[test]
fn without_a_library_nothing_can_be_noted() {
    let folder = Folder::with(&[("boats.txt", BOATS)]);
    let app = App::with_paths(vec![folder.path.join("boats.txt")], configured(""));
    let mut session = Session::new(app, (100, 40), ingest::perform, None);
    session.settle();
    press(&mut session, "} a");
    says(&session, "Not kept: nothing is remembered in this run.");
    assert_eq!(session.app.place(), Place::Text);
}

#[test]
fn a_kept_passage_is_copied_with_where_it_is_from() {
    let (mut session, _folder) = home();
    let copied = |session: &mut Session| session.app.outbox.copy.take().unwrap();
    press(&mut session, "} } } v j m y");
    says(&session, "Copied: the kept passage");
    assert_eq!(
        copied(&mut session),
        "“The Harbour Trust said it would repair the boat. Wendle Bay is glad.” “Old boats”."
    );
    press(&mut session, ") y");
    assert!(copied(&mut session).contains("repair the boat. Wendle Bay is glad"), "anywhere in it");
    press(&mut session, "Y 2");
    assert!(copied(&mut session).starts_with("> The Harbour Trust said"));
    // A quote in a kept passage is less than it, and said by someone.
    press(&mut session, "Esc g } m } { y");
    assert_eq!(copied(&mut session), "“It floats,” said Ida Crane. “Old boats”.");
}

#[test]
fn what_another_program_wrote_on_the_note_meanwhile_is_not_lost() {
    for is_noticed in [false, true] {
        let (mut session, folder) = home();
        press(&mut session, "m a");
        write(&mut session, "first");
        press(&mut session, "Esc");
        let mut other = again(&folder);
        press(&mut session, "a");
        press(&mut other, "a");
        write(&mut other, " theirs");
        press(&mut other, "Esc");
        if is_noticed {
            session.receive(Report::LibraryChanged);
            session.settle();
        }
        write(&mut session, " ours");
        press(&mut session, "Esc");
        assert_eq!(notes(&folder), ["first theirs\n\nfirst ours"]);
        says(&session, "it has both texts now, one below the other");
        press(&mut session, "U");
        assert_eq!(notes(&folder), ["first theirs"], "what is undone is one's own");
        press(&mut session, "Ctrl-r");
        assert_eq!(notes(&folder), ["first theirs\n\nfirst ours"]);
    }
}

#[test]
fn undoing_takes_nothing_away_that_another_program_wrote() {
    let (mut session, folder) = home();
    press(&mut session, "a");
    write(&mut session, "one");
    press(&mut session, "Esc a");
    write(&mut session, " two");
    press(&mut session, "Esc");
    let mut other = again(&folder);
    press(&mut other, "a");
    write(&mut other, " three");
    press(&mut other, "Esc");
    session.receive(Report::LibraryChanged);
    session.settle();
    for _ in 0..2 {
        press(&mut session, "U");
        says(&session, "Another program wrote on it meanwhile: it stays as it is.");
        assert_eq!(notes(&folder), ["one two three"]);
    }
    press(&mut session, "U");
    says(&session, "Nothing here to undo.");
    press(&mut session, "Ctrl-r");
    assert_eq!(notes(&folder), ["one two three"]);
    // What one sees and means is removed all the same.
    press(&mut session, "m m");
    assert_eq!(notes(&folder), [""; 0]);
}

#[test]
fn tags_from_elsewhere_are_not_changed_by_editing_others() {
    let (session, folder) = home();
    drop(session);
    let mut session = again(&folder);
    press(&mut session, ": t a g s Enter");
    write(&mut session, "\"low tide\" 🦀 c/d");
    press(&mut session, "Enter");
    assert_eq!(kept(&folder)[0].tags, ["low tide", "🦀", "c/d"]);
    says(&session, "Kept, with #\"low tide\" #🦀 #c/d.");
    press(&mut session, ": t a g s Enter");
    says(&session, "\"low tide\" 🦀 c/d");
    write(&mut session, "more");
    press(&mut session, "Enter");
    assert_eq!(kept(&folder)[0].tags, ["low tide", "🦀", "c/d", "more"]);
}
