//! What the reader decides of other words in the place of a passage holds, whatever becomes of the text.

use pullquote::export::bookmarks::{Format, read, write};
use pullquote::model::bookmark::{Bookmark, Change, Decision, State};
use pullquote::store::library::Library;
use pullquote::store::library::importing::{Count, Incoming};
use pullquote::store::library::schema::STEPS;
use rusqlite::Connection;
use rusqlite_migration::Migrations;

use super::bookmarks::{TEXT, filled, origin};
use super::harness::{Folder, press};
use super::library::{article, at, library};
use super::shelf_home::{Home, PIER, SPRING, says, says_not};

const URL: &str = "https://news.example/ferry";
const DECISIONS: [(Decision, State); 2] = [(Decision::OldWords, State::OldWords), (Decision::Lost, State::Lost)];

fn other_words() -> String {
    TEXT.replace("fewer each time", "fewer every year")
}

/// The bookmark whose words changed, in the library's article as it is from now on.
fn becomes(library: &mut Library, text: &str) -> Bookmark {
    let known = library.opened(&origin(), &article(text, Some(URL)), at(5)).unwrap();
    let found = library.anchor_bookmarks((known.article, known.version)).unwrap();
    found.into_iter().find(|bookmark| bookmark.anchor.exact.contains("fewer")).unwrap()
}

fn decide(library: &mut Library, decision: Decision) -> Bookmark {
    let changed = becomes(library, &other_words());
    assert_eq!((changed.state, changed.decision), (State::Changed, None));
    let decided = changed.decided(decision, at(6));
    library.keep_bookmarks(&[Change::edit(changed, decided.clone())]).unwrap();
    decided
}

#[test]
fn it_is_not_asked_again_when_the_text_goes_back_and_forth_or_is_another_one() {
    for (decision, state) in DECISIONS {
        let (mut library, _folder, _, _) = filled();
        decide(&mut library, decision);
        for (text, wanted) in [
            (other_words(), state),
            (TEXT.to_owned(), State::InPlace),
            (other_words(), state),
            (format!("Correction: it was Tuesday.\n\n{}", other_words()), state),
            (TEXT.replace("fewer each time", "fewer every week"), state),
        ] {
            let found = becomes(&mut library, &text);
            assert_eq!((found.state, found.decision), (wanted, Some(decision)), "{text}");
            assert_eq!(found.is_decided(), wanted != State::InPlace);
        }
    }
}

#[test]
fn it_goes_out_and_in_with_the_bookmark_also_where_that_waits_for_its_article() {
    for (decision, state) in DECISIONS {
        let (mut own, _folder, _, _) = filled();
        let decided = decide(&mut own, decision);
        let text = write(Format::Annotations, &own.shelves().unwrap());
        let incoming: Vec<Incoming> =
            read(&text, at(0)).unwrap().bookmarks.into_iter().map(|one| (one.source, one.bookmark)).collect();
        for has_article in [false, true] {
            let (mut other, _other) = library();
            if has_article {
                other.opened(&origin(), &article(&other_words(), Some(URL)), at(6)).unwrap();
            }
            let count = other.import(&incoming, at(7)).unwrap();
            assert_eq!(count.waiting == 0, has_article, "{count:?}");
            assert_eq!(write(Format::Annotations, &other.shelves().unwrap()), text);
            let found = becomes(&mut other, &other_words());
            assert_eq!((found.id, found.state, found.decision), (decided.id, state, Some(decision)));
        }
    }
}

#[test]
fn two_programs_keep_a_decision_and_a_note() {
    let (mut library, folder, _, _) = filled();
    let changed = becomes(&mut library, &other_words());
    let mut other = Library::open(&folder.path).unwrap();
    let noted = Bookmark { note: "theirs".to_owned(), modified: at(8), ..changed.clone() };
    other.keep_bookmarks(&[Change::edit(changed.clone(), noted)]).unwrap();
    let decided = changed.decided(Decision::OldWords, at(9));
    library.keep_bookmarks(&[Change::edit(changed, decided)]).unwrap();
    let found = becomes(&mut library, &other_words());
    assert_eq!((found.note.as_str(), found.state), ("theirs", State::OldWords));
}

#[test]
fn a_decision_can_be_opened_again() {
    for (key, says_so) in [("2", "you kept the old words."), ("3", "you kept the old words as lost.")] {
        let home = Home::new();
        home.edit_the_pier();
        press(&mut home.shelves("j j j Enter"), key);
        let mut session = home.shelves("j j j");
        says(&session, &format!("The article says this otherwise; {says_so} D: decide again."));
        says_not(&session, "needs a look");
        press(&mut session, "D");
        says(&session, "1 word changed");
        says(&session, "[-spring-] [+autumn+]");
        press(&mut session, "Esc");
        says_not(&session, "needs a look");
        press(&mut session, "D 1");
        says(&session, "The bookmark is on the words of today.");
        press(&mut session, "U");
        says(&session, "Undone: what was decided of “The board said");
        press(&mut session, "Ctrl-r");
        press(&mut session, "D");
        says(&session, "Nothing was decided of these words.");
    }
}

#[test]
fn what_was_decided_lets_go_where_the_words_are_back() {
    let home = Home::new();
    home.edit_the_pier();
    press(&mut home.shelves("j j j Enter"), "3");
    home.becomes(PIER);
    let mut session = home.shelves("j j j");
    says_not(&session, "as lost");
    press(&mut session, "D");
    says(&session, "Nothing was decided of these words.");
    let held = home.held(session);
    assert_eq!(held.iter().find(|bookmark| bookmark.anchor.exact == SPRING).unwrap().state, State::InPlace);
}

#[test]
fn old_words_of_an_older_library_stay_decided() {
    let folder = Folder::with(&[]);
    let mut old = Connection::open(folder.path.join("library.db")).unwrap();
    Migrations::from_slice(&STEPS[..6]).to_latest(&mut old).unwrap();
    old.execute_batch(
        "INSERT INTO article (headline) VALUES ('Ferry late');
        INSERT INTO version (article, text_hash, extractor, text, fetched) VALUES (1, 'x', 'x', 'late', 1);
        INSERT INTO bookmark VALUES ('018f0000-0000-7000-8000-000000000001', 1, 1, 0, 4, 'late', '', '', NULL, NULL,
            '', '', 1, 1, 1, NULL, NULL, NULL, 'old words', 1, 0, 4);
        INSERT INTO bookmark VALUES ('018f0000-0000-7000-8000-000000000002', 1, 1, 0, 4, 'late', '', '', NULL, NULL,
            '', '', 1, 1, 1, NULL, NULL, NULL, 'lost', 1, NULL, NULL);",
    )
    .unwrap();
    drop(old);
    let shelves = Library::open(&folder.path).unwrap().shelves().unwrap();
    let mut decisions: Vec<_> = shelves[0].bookmarks.iter().map(|one| (one.state, one.decision)).collect();
    decisions.sort_by_key(|(state, _)| *state);
    assert_eq!(decisions, [(State::OldWords, Some(Decision::OldWords)), (State::Lost, None)]);
}

#[test]
fn an_import_counts_what_was_decided_as_it_stands() {
    let (mut own, _folder, _, _) = filled();
    decide(&mut own, Decision::Lost);
    let text = write(Format::Annotations, &own.shelves().unwrap());
    let incoming: Vec<Incoming> =
        read(&text, at(0)).unwrap().bookmarks.into_iter().map(|one| (one.source, one.bookmark)).collect();
    let (mut other, _other) = library();
    other.opened(&origin(), &article(&other_words(), Some(URL)), at(6)).unwrap();
    assert_eq!(other.preview(&incoming).unwrap(), Count { matched: 1, lost: 1, ..Count::default() });
}

#[test]
fn a_text_that_comes_back_is_the_latest_again() {
    let (mut library, folder, known, _) = filled();
    for text in [other_words(), TEXT.to_owned()] {
        // The clock stands still.
        becomes(&mut library, &text);
        assert_eq!(library.kept(known.0).unwrap().document.text, text);
        let (_, latest) = library.sources().unwrap().remove(0);
        assert_eq!(library.text(latest).unwrap(), text);
    }
    drop(library);
    let program = std::process::Command::new(env!("CARGO_BIN_EXE_pullquote"))
        .args(["bookmarks", "export", "--text", "--library"])
        .arg(&folder.path)
        .output()
        .unwrap();
    let marked = String::from_utf8(program.stdout).unwrap();
    assert!(marked.contains("==“There are fewer each time.”=="), "{marked}");
}

#[test]
fn another_program_with_an_older_text_open_does_not_move_what_is_shown() {
    let (mut library, folder, known, _) = filled();
    let later = format!("A correction stands here now, and it is long.\n\n{}", other_words());
    let changed = becomes(&mut library, &later);
    // It has the text from before open, and looks for the passages in that one.
    Library::open(&folder.path).unwrap().anchor_bookmarks(known).unwrap();
    let (found, is_done) = library.check_bookmarks().unwrap();
    assert!(is_done);
    let found = found.into_iter().find(|bookmark| bookmark.id == changed.id).unwrap();
    assert_eq!((found.state, found.found), (State::Changed, changed.found));
    assert_eq!(library.check_bookmarks().unwrap(), (Vec::new(), true), "now all are looked for");
}

#[test]
fn deciding_the_same_again_changes_nothing() {
    let home = Home::new();
    home.edit_the_pier();
    let mut session = home.shelves("j j j Enter 2 D 2 U");
    says(&session, "Undone: what was decided of “The board said");
    says(&session, "1 needs a look");
    press(&mut session, "Ctrl-r D 3 U");
    says(&session, "you kept the old words. D: decide again.");
}
