//! What is done to bookmarks on their screen: removed, taken over, given up, attached again, copied, written.

use std::fs;

use pullquote::app::Screen;
use pullquote::export::bookmarks::{Format, write};
use pullquote::model::anchor::Anchor;
use pullquote::model::bookmark::{Bookmark, Change, Said, State};
use pullquote::model::quote::{Certainty, QuoteKind};
use pullquote::store::library::Library;

use super::harness::{press, text};
use super::shelf_home::{BOLT, CAFE, FEWER, Home, PIER, SINKS, SPRING, listed, says, says_not};

const AUTUMN: &str = "The board said that the work would take until autumn and cost three million pounds.";

#[test]
fn removals_are_undone_and_made_again_in_any_number_of_steps() {
    let home = Home::new();
    let mut session = home.shelves("x");
    // What was written to a bookmark goes with it: that is said first, and not done by another key.
    says(&session, "Kept, with tags and a colour: x again removes it.");
    press(&mut session, "j k x");
    assert_eq!(listed(&session).len(), 5);
    press(&mut session, "x x x x");
    assert_eq!(listed(&session), [SPRING, CAFE]);
    says(&session, "Removed. U undoes.");
    press(&mut session, "U U");
    assert_eq!(listed(&session), [SINKS, BOLT, SPRING, CAFE]);
    press(&mut session, "U");
    assert_eq!(listed(&session), [FEWER, SINKS, BOLT, SPRING, CAFE]);
    press(&mut session, "U");
    says(&session, "Nothing here to undo.");
    press(&mut session, "Ctrl-r Ctrl-r");
    assert_eq!(listed(&session), [BOLT, SPRING, CAFE]);
    let held = home.held(session);
    assert_eq!(held.len(), 3);
    assert!(held.iter().any(|bookmark| bookmark.note == "compare with the #survey of 2021"));
}

#[test]
fn one_that_is_back_is_at_its_place_again() {
    let home = Home::new();
    let mut session = home.shelves("x x U");
    says(&session, "Undone: the removal of “There are fewer each time, but…” in ");
    press(&mut session, "g Enter");
    assert_eq!(session.app.screen, Screen::Reader);
    let document = session.app.reader.article.clone().unwrap().document.clone();
    assert_eq!(session.app.reader.selection.unwrap().of(&document.text), FEWER);
}

#[test]
fn what_is_not_removed_on_the_disk_comes_back_with_the_reason() {
    let home = Home::new();
    let mut session = home.shelves("");
    fs::rename(&home.library, home.library.with_extension("away")).unwrap();
    press(&mut session, "x x");
    assert_eq!(listed(&session).len(), 5);
    says_not(&session, "Removed.");
    says(&session, "library");
}

#[test]
fn a_changed_passage_shows_its_words_then_and_now() {
    let home = Home::new();
    home.edit_the_pier();
    let session = home.shelves("j j j");
    says(&session, "1 needs a look · 1 lost");
    says(&session, "◐₂ The board said that the work would take until spring");
    says(&session, "changed — look");
    says(&session, "1 word changed. Enter: take the words of today, or keep the old ones.");
    says(&session, "would take until [-spring-] [+autumn+] and cost");
    let session = home.shelves("j j j i");
    says(&session, "Then and now  The board said that the work would take until");
}

#[test]
fn the_words_of_today_are_taken_once_and_that_can_be_undone() {
    let home = Home::new();
    home.edit_the_pier();
    let mut session = home.shelves("j j j Enter");
    says(&session, "┏ 1 word changed ");
    press(&mut session, "1");
    assert_eq!(listed(&session), [FEWER, SINKS, BOLT, AUTUMN, CAFE]);
    says(&session, "The bookmark is on the words of today. U undoes.");
    says_not(&session, "needs a look");
    press(&mut session, "U");
    says(&session, "1 needs a look");
    press(&mut session, "Ctrl-r Enter");
    assert_eq!(session.app.screen, Screen::Reader, "it is not asked again");
    let held = home.held(session);
    let taken = held.iter().find(|bookmark| bookmark.anchor.exact == AUTUMN).unwrap();
    assert_eq!((taken.state, taken.tags.as_slice()), (State::InPlace, &["money".to_owned()][..]));
}

#[test]
fn a_passage_that_is_given_up_stays_lost_with_its_words() {
    let home = Home::new();
    home.edit_the_pier();
    let mut session = home.shelves("j j j Enter 3");
    says(&session, "2 lost");
    press(&mut session, "U");
    says(&session, "1 needs a look · 1 lost");
    press(&mut session, "Ctrl-r Enter");
    says(&session, "Lost words that were kept");
    let held = home.held(session);
    let lost = held.iter().find(|bookmark| bookmark.anchor.exact == SPRING).unwrap();
    assert_eq!(lost.state, State::Lost);
    let again = home.shelves("j j j");
    says(&again, "2 lost");
}

#[test]
fn one_can_look_at_the_words_in_the_article_first() {
    let home = Home::new();
    home.edit_the_pier();
    let mut session = home.shelves("j j j Enter 4");
    let document = session.app.reader.article.clone().unwrap().document.clone();
    assert_eq!(session.app.reader.selection.unwrap().of(&document.text), AUTUMN);
    press(&mut session, "Backspace");
    says(&session, "1 needs a look");
}

#[test]
fn a_lost_passage_is_attached_to_other_words_by_hand() {
    let home = Home::new();
    home.edit_the_pier();
    let mut session = home.shelves("G Enter");
    says(&session, "Lost words that were kept");
    says(&session, CAFE);
    press(&mut session, "v");
    says(&session, CAFE);
    says(&session, "v selects, m moves the bookmark there");
    says(&session, "m moves the bookmark here");
    press(&mut session, "m");
    says(&session, "It is on these words from now on. U undoes.");
    says_not(&session, "Lost words that were kept");
    press(&mut session, "U");
    press(&mut session, "Ctrl-r");
    press(&mut session, "Backspace");
    says_not(&session, "1 lost");
    let held = home.held(session);
    assert_eq!(held.len(), 5, "it is the same bookmark");
    assert!(held.iter().all(|bookmark| bookmark.state != State::Lost && bookmark.anchor.exact != CAFE));
}

#[test]
fn what_was_found_on_the_way_is_let_go_before_the_lost_passage_is() {
    let home = Home::new();
    home.edit_the_pier();
    let mut session = home.shelves("G Enter / t h e Enter Esc");
    says(&session, "Search marks cleared.");
    says(&session, "Lost words that were kept");
    press(&mut session, "v");
    press(&mut session, "m");
    says(&session, "It is on these words from now on.");
}

#[test]
fn what_stood_around_a_lost_passage_may_be_gone_too() {
    let home = Home::new();
    let other = "<p>The lifeboat shed was painted on Friday. It had been grey for as long as anyone knew.</p>";
    let (head, _) = PIER.split_once("<p>").unwrap();
    home.becomes(&format!("{head}{}</article></body></html>", other.repeat(2)));
    let session = home.shelves("G Enter");
    says(&session, "Gone, with all that stood around them.");
}

#[test]
fn the_lines_of_a_note_stay_lines_on_its_page() {
    let home = Home::new();
    let bookmark = Bookmark { note: "first line\n\nsecond line".to_owned(), ..home.kept("boats.txt", SINKS, 9) };
    home.keep([Change::Add(bookmark)]);
    let mut session = home.shelves("/ f i r s t Enter");
    press(&mut session, "i");
    let screen = text(&session);
    let row = |words: &str| screen.lines().position(|line| line.contains(words)).unwrap();
    assert_eq!(row("┃               second line"), row("┃ Note          first line") + 2, "{screen}");
}

#[test]
fn who_said_the_old_words_did_not_say_the_new_ones() {
    let home = Home::new();
    home.edit_the_pier();
    let shelves = Library::open(&home.library).unwrap().shelves().unwrap();
    let lost = shelves.iter().flat_map(|shelf| &shelf.bookmarks).find(|one| one.anchor.exact == CAFE).unwrap();
    let said = Said { speaker: Some("Tom Adair".to_owned()), kind: QuoteKind::Indirect, certainty: Certainty::Likely };
    home.keep([Change::edit(lost.clone(), Bookmark { said: Some(said), ..lost.clone() })]);
    let mut session = home.shelves("G Enter v m");
    says(&session, "It is on these words from now on.");
    press(&mut session, "Backspace");
    let held = home.held(session);
    let moved = held.iter().find(|bookmark| bookmark.id == lost.id).unwrap();
    assert_eq!((moved.state, moved.said.as_ref()), (State::InPlace, None), "{moved:?}");
}

#[test]
fn a_lost_passage_can_be_left_as_it_is() {
    let home = Home::new();
    home.edit_the_pier();
    let mut session = home.shelves("G Enter Esc");
    says(&session, "It is left as lost, with its words.");
    says_not(&session, "Lost words that were kept");
    press(&mut session, "Backspace");
    says(&session, CAFE);
    says(&session, "1 lost");
}

#[test]
fn a_bookmark_is_copied_as_a_citation() {
    let home = Home::new();
    let mut session = home.shelves("j j y");
    let copied = session.app.outbox.copy.take().unwrap();
    let cited = "“Every bolt that we drew out was thinner than the one before,” said Sian Pryce. Ines Marlow, “Pier at \
        Orrin stays shut for a third summer”, The Orrin Post, 22 May 2023, https://news.example/pier.";
    assert_eq!(copied, cited);
    press(&mut session, "Y 2");
    let copied = session.app.outbox.copy.take().unwrap();
    assert!(copied.starts_with("> “Every bolt") && copied.contains("(https://news.example/pier)"), "{copied}");
    press(&mut session, "Esc Y 3");
    assert_eq!(session.app.outbox.copy.take().unwrap(), BOLT);
    press(&mut session, "Esc Y 4");
    assert_eq!(session.app.outbox.copy.take().unwrap(), "https://news.example/pier");
    press(&mut session, "Esc o");
    assert_eq!(session.app.outbox.browse.take().unwrap(), "https://news.example/pier");
}

/// Types the name of a file in the home's folder, instead of the one that is offered.
fn type_file(home: &Home, session: &mut pullquote::session::Session, name: &str) {
    press(session, "Ctrl-u");
    session.app.type_in(&home.file(name).to_string_lossy());
    press(session, "Enter");
}

#[test]
fn those_that_are_shown_are_written_to_a_file_in_the_form_that_its_ending_says() {
    let home = Home::new();
    let mut session = home.shelves("w");
    says(&session, "Write these 5 bookmarks to: bookmarks.md");
    type_file(&home, &mut session, "all.md");
    says(&session, "The bookmarks that are shown are in");
    let all = fs::read_to_string(home.file("all.md")).unwrap();
    assert!(all.contains("> “It sinks,” Crane added."), "{all}");
    press(&mut session, "/ b o l t Enter w");
    says(&session, "Write this bookmark to:");
    type_file(&home, &mut session, "one.csv");
    let one = fs::read_to_string(home.file("one.csv")).unwrap();
    assert!(one.starts_with("Highlight,") && one.contains(BOLT) && !one.contains("sinks"), "{one}");
    for name in ["a.json", "a.org", "a.txt", "a.bib", "a.ris"] {
        press(&mut session, "w");
        type_file(&home, &mut session, name);
        assert!(fs::metadata(home.file(name)).unwrap().len() > 20, "{name}");
    }
    press(&mut session, "w");
    type_file(&home, &mut session, "a.doc");
    says(&session, "Its ending says how they are written: .md");
    press(&mut session, "w");
    type_file(&home, &mut session, "nowhere/a.md");
    says(&session, "could not be written (there is no folder ");
}

#[test]
fn a_file_that_is_there_is_written_over_only_if_that_is_said() {
    let home = Home::new();
    fs::write(home.file("all.md"), "mine").unwrap();
    let mut session = home.shelves("w");
    type_file(&home, &mut session, "all.md");
    says(&session, "is there already");
    assert_eq!(fs::read_to_string(home.file("all.md")).unwrap(), "mine");
    press(&mut session, "1");
    says(&session, "Write these 5 bookmarks to:");
    type_file(&home, &mut session, "all.md");
    press(&mut session, "2");
    assert!(fs::read_to_string(home.file("all.md")).unwrap().contains("Crane added"));
    assert!(!text(&session).contains("is there already"));
}

#[test]
fn the_old_words_can_be_kept_at_the_place_where_others_stand_now() {
    let home = Home::new();
    home.edit_the_pier();
    let mut session = home.shelves("j j j Enter");
    says(&session, "at this place");
    press(&mut session, "2");
    says(&session, "Kept with its old words, at this place. U undoes.");
    says_not(&session, "needs a look");
    press(&mut session, "U");
    says(&session, "1 needs a look");
    press(&mut session, "Ctrl-r Enter");
    let document = session.app.reader.article.clone().unwrap().document.clone();
    assert_eq!(session.app.reader.selection.unwrap().of(&document.text), AUTUMN);
    let held = home.held(session);
    let own = held.iter().find(|bookmark| bookmark.anchor.exact == SPRING).unwrap();
    assert_eq!(own.state, State::OldWords);
    // Another day, and in a later text, it is not asked again; that the article says it otherwise stays said.
    for words in ["until autumn", "until winter"] {
        home.becomes(&PIER.replace("until spring", words));
        let session = home.shelves("j j j");
        says_not(&session, "needs a look");
        says(&session, "◑₂ The board said");
        says(&session, "old words");
        says(&session, "The article says this otherwise; you kept the old words.");
    }
    let shelves = Library::open(&home.library).unwrap().shelves().unwrap();
    assert!(write(Format::Markdown, &shelves).contains("*The article says this otherwise now.*"));
}

#[test]
fn old_words_are_cited_in_their_own_sentence_or_by_themselves() {
    let home = Home::new();
    let said = Said { speaker: Some("the board".to_owned()), kind: QuoteKind::Indirect, certainty: Certainty::Certain };
    let part = home.kept("pier.html", "take until spring and", 8);
    let part = Bookmark { said: Some(said), ..part };
    let mut other = part.clone();
    other.id = home.kept("pier.html", CAFE, 8).id;
    // These words are in no text that the library has.
    other.anchor = Anchor { exact: "take until Easter and".to_owned(), sentence: None, ..other.anchor };
    home.keep([part.clone(), other].map(Change::Add));
    home.edit_the_pier();
    let mut session = home.shelves("/ u n t i l Space s p r i n g Enter g");
    while session.app.chosen_bookmark().unwrap().id != part.id {
        press(&mut session, "j");
    }
    press(&mut session, "Enter 2 y");
    says(&session, "Copied: words that the article has no longer");
    let copied = session.app.outbox.copy.take().unwrap();
    assert!(copied.starts_with(&format!("“{SPRING}” (the board, as reported).")), "{copied}");
    press(&mut session, "Esc / e a s t e r Enter y");
    let copied = session.app.outbox.copy.take().unwrap();
    assert!(copied.starts_with("“take until Easter and” (the board, as reported)."), "{copied}");
}

#[test]
fn an_article_says_what_became_of_its_passages_and_leads_to_them() {
    let home = Home::new();
    home.edit_the_pier();
    let mut session = home.session(&["pier.html"], 120, 36);
    says(&session, "1 kept passage changed, 1 is lost: B shows what became of it.");
    press(&mut session, "B");
    assert_eq!(session.app.chosen_bookmark().unwrap().anchor.exact, SPRING);
    says(&session, "1 word changed.");
    press(&mut session, "q / a u t u m n Enter m");
    let screen = text(&session);
    assert!(!screen.contains("Speaking"), "{screen}");
    // At the passage itself the status row says so.
    press(&mut session, "U / a u t u m n Enter Esc ) (");
    says(&session, "◐ These words changed since you kept them; B shows how, and asks which are to stay.");
}

#[test]
fn keys_go_to_what_is_to_be_looked_at_and_from_group_to_group() {
    let home = Home::new();
    home.edit_the_pier();
    let mut session = home.shelves("n");
    let at = |session: &pullquote::session::Session| session.app.chosen_bookmark().unwrap().anchor.exact.clone();
    assert_eq!(at(&session), SPRING);
    for (key, words) in [("n", CAFE), ("n", SPRING), ("N", CAFE), ("{", BOLT), ("{", SINKS), ("}", BOLT), ("}", BOLT)] {
        press(&mut session, key);
        assert_eq!(at(&session), words, "after {key}");
    }
    press(&mut session, "s g }");
    assert_eq!(at(&session), FEWER, "by the day");
    let fresh = Home::new();
    says(&fresh.shelves("n"), "None of these changed, and none is lost.");
}
