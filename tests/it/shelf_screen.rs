//! The screen of bookmarks: what it lists, how it is narrowed, the way to a passage and back.

use std::fs;

use pullquote::actions::Direction;
use pullquote::app::Screen;
use pullquote::app::pointer::Pointer;
use pullquote::model::bookmark::{Bookmark, Change, State};
use pullquote::model::work::Report;
use pullquote::store::library::Library;
use ratatui::layout::Position;

use super::harness::{press, text};
use super::shelf_home::{BOLT, CAFE, FEWER, Home, PIER, SINKS, SPRING, listed, noon, says, says_not};

#[test]
fn the_bookmarks_of_all_articles_are_listed_by_article_the_newest_first() {
    let home = Home::new();
    let session = home.shelves("");
    says(&session, " Bookmarks   5 in 3 articles");
    assert_eq!(listed(&session), [FEWER, SINKS, BOLT, SPRING, CAFE]);
    says(&session, "22 May 2023 · The Orrin Post · Pier at Orrin stays shut for a third summer");
    says(&session, "Sian Pryce · compare with the #survey of 2021 · #safety");
    says(&session, "Rhona Veitch ~ · #survey");
    says(&session, "●₂ The board said");
    says(&session, "¶2 ┃");
    says(&session, "Bookmark 1 of 5");
}

#[test]
fn what_moved_in_its_article_is_listed_where_it_stands_today() {
    let home = Home::new();
    let moved = format!("<p>{SPRING}</p>");
    home.becomes(&PIER.replace(&moved, "").replace("</article>", &format!("{moved}</article>")));
    assert_eq!(listed(&home.shelves("")), [FEWER, SINKS, BOLT, CAFE, SPRING]);
}

#[test]
fn they_are_listed_by_the_day_they_were_kept_too() {
    let home = Home::new();
    let session = home.shelves("s");
    assert_eq!(listed(&session), [BOLT, SPRING, FEWER, SINKS, CAFE]);
    says(&session, "8 Nov 2023");
    says(&session, "Rhona Veitch ~ · Bees come back to the marsh · #survey");
    assert_eq!(session.app.chosen_bookmark().unwrap().anchor.exact, FEWER, "one stays at the same bookmark");
    assert_eq!(listed(&home.shelves("s s")), [FEWER, SINKS, BOLT, SPRING, CAFE]);
}

#[test]
fn the_chosen_one_is_shown_in_its_paragraph_with_its_note_and_citation() {
    let home = Home::new();
    let session = home.shelves("j j");
    says(&session, "said Sian Pryce, the board’s");
    says(&session, "colour 1 · #survey #safety");
    says(&session, "▏ compare with the #survey of 2021");
    says(&session, "Cite: “Every bolt that we drew out was thinner than the one before,” said Sian Pryce. Ines Marlow");
    let session = home.shelves("j j i");
    says(&session, "About this bookmark");
    says(&session, "Published     Monday 22 May 2023");
    says(&session, "Stands        in place");
}

#[test]
fn words_narrow_the_list_at_each_key() {
    let home = Home::new();
    let mut session = home.shelves("/ s u r");
    assert_eq!(listed(&session), [FEWER, BOLT]);
    says(&session, "2 of 5 [“sur”]");
    press(&mut session, "v e y Space b o l t");
    assert_eq!(listed(&session), [BOLT]);
    press(&mut session, "Enter");
    says(&session, "1 of 5 bookmarks shown; Esc takes it off.");
    press(&mut session, "Esc");
    assert_eq!(listed(&session).len(), 5);
    press(&mut session, "/ x y z");
    says(&session, "None of the 5 bookmarks has all of this; Esc takes it off.");
    press(&mut session, "Esc");
    assert_eq!(listed(&session).len(), 5, "words that are given up narrow nothing");
}

#[test]
fn a_menu_offers_what_there_is_to_narrow_to_with_how_often() {
    let home = Home::new();
    home.edit_the_pier();
    let mut session = home.shelves("f");
    for offered in
        ["1 changed — look  1", "2 lost            1", "3 #survey         2", "#money", "Sian Pryce", "colour 2"]
    {
        says(&session, offered);
    }
    press(&mut session, "3");
    assert_eq!(listed(&session), [FEWER, BOLT]);
    says(&session, "2 of 5 [#survey]");
    // Of other sorts only what is among those, each with how often it is there; of this one all.
    press(&mut session, "f");
    for offered in ["#survey        2", "#money         1", "Rhona Veitch   1", "colour 1       1"] {
        says(&session, offered);
    }
    assert!(!text(&session).lines().any(|line| line.contains("┃  ") && line.contains(" lost ")));
    says_not(&session, "colour 2");
    press(&mut session, "Esc / b o l t Enter");
    assert_eq!(listed(&session), [BOLT]);
    press(&mut session, "Esc");
    assert_eq!(listed(&session).len(), 2, "the words go first");
    press(&mut session, "Esc");
    assert_eq!(listed(&session).len(), 5);
    press(&mut session, "f 2");
    assert_eq!(listed(&session), [CAFE]);
    press(&mut session, "f 1");
    assert_eq!(listed(&session).len(), 5, "the first choice shows all again");
}

#[test]
fn enter_goes_to_the_passage_and_backspace_comes_back() {
    let home = Home::new();
    let mut session = home.shelves("j j j Enter");
    assert_eq!(session.app.screen, Screen::Reader);
    let document = session.app.reader.article.clone().unwrap().document.clone();
    assert_eq!(session.app.reader.selection.unwrap().of(&document.text), SPRING);
    press(&mut session, "Esc } }");
    press(&mut session, "Backspace");
    assert_eq!(session.app.screen, Screen::Bookmarks);
    assert_eq!(session.app.chosen_bookmark().unwrap().anchor.exact, SPRING);
    press(&mut session, "Enter q");
    assert_eq!(session.app.screen, Screen::Bookmarks, "q leads back too");
    press(&mut session, "q");
    assert_eq!(session.app.screen, Screen::Articles);
}

#[test]
fn jumps_in_the_article_are_gone_back_first() {
    let home = Home::new();
    let mut session = home.shelves("j j Enter Right Backspace");
    assert_eq!(session.app.screen, Screen::Reader);
    press(&mut session, "Backspace");
    assert_eq!(session.app.screen, Screen::Bookmarks);
}

#[test]
fn from_an_article_one_is_at_its_bookmark_and_comes_back_to_it() {
    let home = Home::new();
    let mut session = home.session(&["bees.md", "boats.txt", "pier.html"], 120, 36);
    press(&mut session, "j Enter B");
    assert_eq!(session.app.chosen_bookmark().unwrap().anchor.exact, SINKS);
    press(&mut session, "k Enter");
    assert_eq!(session.app.reader.article.as_ref().unwrap().title(), "Bees come back to the marsh");
    press(&mut session, "Backspace q");
    assert_eq!(session.app.screen, Screen::Reader);
    assert_eq!(session.app.reader.article.as_ref().unwrap().title(), "Old boats");
    press(&mut session, "B Esc");
    assert_eq!(session.app.screen, Screen::Reader, "Esc leads back where nothing is narrowed");
}

#[test]
fn an_article_that_is_not_in_the_list_is_opened_all_the_same() {
    let home = Home::new();
    let mut session = home.session(&["boats.txt"], 120, 36);
    press(&mut session, "B Enter");
    assert_eq!(session.app.library.len(), 1, "the article that is open is not opened again");
    assert_eq!(session.app.screen, Screen::Reader);
    press(&mut session, "Backspace j Enter");
    assert_eq!(session.app.reader.article.as_ref().unwrap().title(), "Pier at Orrin stays shut for a third summer");
    assert_eq!(session.app.library.len(), 2);
    press(&mut session, "Backspace q");
    assert_eq!(session.app.reader.article.as_ref().unwrap().title(), "Old boats");
}

#[test]
fn where_the_file_is_gone_the_text_that_the_library_keeps_is_shown() {
    let home = Home::new();
    fs::remove_file(home.file("bees.md")).unwrap();
    let mut session = home.session(&["boats.txt"], 120, 36);
    press(&mut session, "B k Enter");
    says(&session, "bees.md: the file is gone.");
    says(&session, "This is the text that the");
    says(&session, "Bees come back to the marsh");
    let document = session.app.reader.article.clone().unwrap().document.clone();
    assert_eq!(session.app.reader.selection.unwrap().of(&document.text), FEWER);
    press(&mut session, "Backspace");
    assert_eq!(session.app.screen, Screen::Bookmarks);
    let known = Library::open(&home.library).unwrap().sources().unwrap();
    assert_eq!(known.len(), 3, "it is no new article");
}

#[test]
fn what_another_program_keeps_appears() {
    let home = Home::new();
    let mut session = home.shelves("");
    home.keep([Change::Add(home.kept("boats.txt", "Wim Tarl bought", 9))]);
    session.receive(Report::LibraryChanged);
    session.settle();
    says(&session, "6 in 3 articles");
    says(&session, "Wim Tarl bought");
}

#[test]
fn one_that_was_not_looked_for_yet_is_looked_for_and_not_called_lost() {
    let home = Home::empty();
    let bookmark = Bookmark { state: State::Unchecked, found: None, ..home.kept("boats.txt", SINKS, 2) };
    let waiting = Bookmark { state: State::Unchecked, found: None, ..home.kept("bees.md", FEWER, 2) };
    home.keep([Change::Add(bookmark), Change::Add(waiting)]);
    // As if it came from a file, and its article was never opened here.
    let rows = rusqlite::Connection::open(home.library.join("library.db")).unwrap();
    rows.execute("UPDATE version SET text = '' WHERE id = 2", []).unwrap();
    let mut session = home.session(&["boats.txt", "pier.html"], 120, 36);
    session.press("B");
    while !session.app.shelves.is_read() {
        let report = session.reports().recv().unwrap();
        session.receive(report);
    }
    says(&session, "checking…");
    says_not(&session, " lost ┃");
    session.settle();
    says(&session, "article not read yet ┃");
    assert_eq!(session.app.shelves.counts().unchecked, 1);
    assert_eq!(text(&session).matches("checking…").count(), 0);
}

#[test]
fn without_bookmarks_or_a_library_the_screen_says_so() {
    let home = Home::empty();
    says(&home.shelves(""), "There are no bookmarks yet. In an article m keeps");
    let mut session = super::harness::pressed(80, 24, "B");
    says(&session, "There are no bookmarks yet.");
    press(&mut session, "x Enter w y i U f");
    assert_eq!(session.app.screen, Screen::Bookmarks);
}

#[test]
fn the_mouse_chooses_a_bookmark_and_opens_it() {
    let home = Home::new();
    let mut session = home.shelves("");
    let screen = text(&session);
    let row = screen.lines().position(|line| line.contains(CAFE)).unwrap();
    let on_it = Position::new(20, u16::try_from(row).unwrap());
    session.point(Pointer::Press(on_it));
    assert_eq!(session.app.chosen_bookmark().unwrap().anchor.exact, CAFE);
    session.point(Pointer::Wheel(on_it, Direction::Back));
    assert_eq!(session.app.chosen_bookmark().unwrap().anchor.exact, SPRING);
    session.point(Pointer::Press(on_it));
    session.point(Pointer::Press(on_it));
    session.settle();
    assert_eq!(session.app.screen, Screen::Reader);
}

#[test]
fn ten_thousand_are_listed_and_narrowed() {
    let home = Home::empty();
    let one = home.kept("pier.html", BOLT, 2);
    let many = |number: usize| {
        let note = format!("number {number}");
        Change::Add(Bookmark { note, ..Bookmark::new((one.article, one.version), one.anchor.clone(), None, noon(2)) })
    };
    let all: Vec<Change> = (0..10_000).map(many).collect();
    Library::open(&home.library).unwrap().keep_bookmarks(&all).unwrap();
    let mut session = home.shelves("G");
    says(&session, "10000 in 1 article");
    says(&session, "Bookmark 10000 of 10000");
    press(&mut session, "/ n u m b e r Space 4 7 1 1");
    assert_eq!(listed(&session).len(), 1);
    assert!(PIER.contains(&listed(&session)[0]));
}

#[test]
fn a_note_of_lines_keeps_them_apart_and_has_the_room_there_is() {
    let home = Home::empty();
    let bookmark = home.kept("pier.html", BOLT, 8);
    let note = (1..=9).map(|number| format!("line {number}")).collect::<Vec<_>>().join("\n");
    home.keep([pullquote::model::bookmark::Change::Add(pullquote::model::bookmark::Bookmark { note, ..bookmark })]);
    let mut session = home.session(&["pier.html"], 160, 45);
    press(&mut session, "B");
    says(&session, "line 1 / line 2");
    says(&session, "▏ line 9");
    let mut session = home.session(&["pier.html"], 44, 14);
    press(&mut session, "B");
    says(&session, "“Every bolt that we drew out was");
    says(&session, "▏ line 1");
}
