//! A reader puts quotes right and checks them: keys in, screens out, also on another day.

use std::path::Path;

use pullquote::app::App;
use pullquote::jobs::ingest;
use pullquote::session::Session;

use super::corrections::BOATS;
use super::harness::{configured, home, leave, press, text};

/// Three quotes, the second of which has a speaker in doubt.
const RIDDLE: &str = "The buoy\n\n“It is red,” said Bel Amory.\n\n“He told me, ‘You’ll never have a neighbour,’” \
    Sybil Amory said. “I believed it.”\n\nAccording to Wim Tarl, the buoy is gone.\n";

fn read(path: &Path, library: Option<&Path>) -> Session {
    let app = App::with_paths(vec![path.to_owned()], configured(""));
    let mut session = Session::new(app, (120, 40), ingest::perform, library.map(Path::to_owned));
    session.settle();
    session
}

/// Who says each quote, in the order of the text.
fn heard(session: &Session) -> Vec<String> {
    let quotes = session.app.quotes.quotes().iter();
    let told = quotes.map(|quote| {
        let speaker = quote.speaker.as_ref().map_or("nobody", |speaker| speaker.name.as_str());
        format!("{speaker}, {}", quote.kind.name())
    });
    told.collect()
}

/// Takes the choice of the menu that holds these words.
pub fn take(session: &mut Session, words: &str) {
    for _ in 0..50 {
        let screen = text(session);
        let line = screen.lines().nth(usize::from(session.screen().1.y)).unwrap().to_owned();
        if line.contains(words) {
            return press(session, "Enter");
        }
        press(session, "j");
    }
    panic!("{words} is not in the menu:\n{}", text(session));
}

fn shows(session: &Session, words: &str) {
    let screen = text(session);
    assert!(screen.contains(words), "{words} is not on the screen:\n{screen}");
}

#[test]
fn another_speaker_is_seen_at_once_undone_and_still_there_another_day() {
    let (_folder, file, library) = home(&[("boats.txt", BOATS), ("buoy.txt", RIDDLE)]);
    let mut session = read(&file, Some(&library));
    press(&mut session, "Right Right 2 c");
    shows(&session, "Who says this?");
    take(&mut session, "Wim Tarl");
    shows(&session, "Now said by Wim Tarl; U undoes.");
    shows(&session, "checked 1/4");
    assert_eq!(heard(&session)[1], "Wim Tarl, direct");
    assert_eq!(session.app.quotes.selected_quote(), Some(1), "the quote stays selected");
    press(&mut session, "U");
    shows(&session, "Undone: Wim Tarl says “It sinks,”; Ctrl-r makes it again.");
    assert_eq!(heard(&session)[1], "Ida Crane, direct");
    press(&mut session, "Ctrl-r");
    leave(session);
    let mut again = read(&file, Some(&library));
    assert_eq!(heard(&again)[1], "Wim Tarl, direct");
    press(&mut again, "g Right Right e");
    shows(&again, "Wim Tarl · ✎ you said so");
    shows(&again, "before: Ida Crane, certain");
}

#[test]
fn a_speaker_is_typed_and_known_again_where_the_article_names_it() {
    let (_folder, file, library) = home(&[("boats.txt", BOATS), ("buoy.txt", RIDDLE)]);
    let mut session = read(&file, Some(&library));
    press(&mut session, "Right Right 2 c");
    take(&mut session, "Another name");
    press(&mut session, "A d a Space M o s s Enter");
    assert_eq!(heard(&session)[1], "Ada Moss, direct");
    press(&mut session, "c");
    take(&mut session, "Another name");
    press(&mut session, "W i m Space T a r l Enter");
    let speaker = session.app.quotes.quotes()[1].speaker.clone().unwrap();
    assert!(speaker.entity.is_some(), "it is the one that the article names");
    press(&mut session, "c");
    take(&mut session, "in other words");
    press(&mut session, "a Space m a n Enter");
    assert!(!session.app.quotes.quotes()[1].speaker.clone().unwrap().named);
    press(&mut session, "U U U");
    assert_eq!(heard(&session)[1], "Ida Crane, direct");
}

#[test]
fn another_kind_and_no_quote_are_said_with_a_key_each() {
    let (_folder, file, library) = home(&[("boats.txt", BOATS), ("buoy.txt", RIDDLE)]);
    let mut session = read(&file, Some(&library));
    press(&mut session, "Right 2 c");
    take(&mut session, "It is mixed");
    assert_eq!(heard(&session)[0], "Ida Crane, mixed");
    press(&mut session, "e");
    shows(&session, "before: direct");
    press(&mut session, "l x");
    shows(&session, "No quote any more; U undoes.");
    assert_eq!(heard(&session).len(), 3);
    shows(&session, "quote 2 of 3");
    press(&mut session, "U");
    assert_eq!(heard(&session).len(), 4);
    shows(&session, "quote 2 of 4");
    press(&mut session, "Esc 3 x");
    shows(&session, "is no name any more");
}

#[test]
fn names_and_quotes_are_undone_in_the_order_in_which_they_were_put_right() {
    let (_folder, file, library) = home(&[("boats.txt", BOATS), ("buoy.txt", RIDDLE)]);
    let mut session = read(&file, Some(&library));
    press(&mut session, "Right 2 x 3 x");
    press(&mut session, "U");
    shows(&session, "is not a name; Ctrl-r makes it again.");
    press(&mut session, "U");
    shows(&session, "“It floats,” is not a quote; Ctrl-r makes it again.");
    press(&mut session, "U");
    shows(&session, "Nothing here to undo.");
}

#[test]
fn a_key_says_that_it_is_right_and_another_goes_to_what_is_in_doubt() {
    let (folder, _, library) = home(&[("boats.txt", BOATS), ("buoy.txt", RIDDLE)]);
    let file = folder.path.join("buoy.txt");
    let mut session = read(&file, Some(&library));
    press(&mut session, "Right e");
    shows(&session, "checked 0/");
    press(&mut session, "Enter");
    shows(&session, "Checked: Bel Amory; U undoes.");
    press(&mut session, "Enter");
    shows(&session, "It is checked already.");
    press(&mut session, "n");
    let doubtful = session.app.quotes.selected_quote().unwrap();
    assert_ne!(session.app.quotes.quotes()[doubtful].certainty.name(), "certain");
    shows(&session, "checked 1/");
    press(&mut session, "c");
    take(&mut session, "Bel Amory");
    press(&mut session, "Enter");
    shows(&session, "You said so yourself: it counts as checked.");
    shows(&session, "checked 2/");
    press(&mut session, "n");
    shows(&session, "No other quote here has a speaker in doubt that is not checked.");
    press(&mut session, "Esc 2 f");
    take(&mut session, "Only not checked");
    assert_eq!(session.app.quotes.shown(), session.app.quotes.quotes().len() - 2);
    press(&mut session, "i");
    shows(&session, "certain 1 of 1 right");
    leave(session);
    shows(&read(&file, Some(&library)), "checked 2/");
}

#[test]
fn a_speaker_in_doubt_that_was_checked_stands_without_doubt() {
    let words = "The buoy\n\n“It is red,” said Bel Amory, who had painted it with Sybil Vane and Ada Moss.\n\n\
        The quay was full. Ada Moss was there.\n\n“It is heavy,” she added.\n";
    let (_folder, file, library) = home(&[("buoy.txt", words)]);
    let mut session = read(&file, Some(&library));
    press(&mut session, "Right e n");
    let doubtful = session.app.quotes.selected_quote().unwrap();
    let (name, found) = (session.app.verdict(doubtful), session.app.quotes.quotes()[doubtful].certainty);
    assert!(name.ends_with(found.name()), "{name}");
    press(&mut session, "Enter");
    assert!(session.app.verdict(doubtful).ends_with("· ✓ checked"), "{}", session.app.verdict(doubtful));
    assert!(!session.app.verdict(doubtful).contains('?'));
    shows(&session, &format!("before: {}", found.name()));
    press(&mut session, "U");
    assert_eq!(session.app.verdict(doubtful), name);
}

#[test]
fn what_was_copied_under_another_name_says_so() {
    let (_folder, file, library) = home(&[("boats.txt", BOATS), ("buoy.txt", RIDDLE)]);
    let mut session = read(&file, Some(&library));
    press(&mut session, "Right Right y");
    assert!(session.app.outbox.copy.as_ref().unwrap().contains("Ida Crane"));
    leave(session);
    let mut session = read(&file, Some(&library));
    press(&mut session, "g Right Right e c");
    take(&mut session, "Wim Tarl");
    shows(&session, "cited as Ida Crane, now Wim Tarl");
    press(&mut session, "Esc U 2");
    assert!(!text(&session).contains("cited as"), "{}", text(&session));
    press(&mut session, "Ctrl-r");
    shows(&session, "cited as Ida Crane, now Wim Tarl");
}

#[test]
fn a_newer_program_that_finds_someone_else_says_so_and_changes_nothing() {
    let (_folder, file, library) = home(&[("boats.txt", BOATS), ("buoy.txt", RIDDLE)]);
    let mut session = read(&file, Some(&library));
    press(&mut session, "Right e Enter");
    leave(session);
    // As if the program had found another one when this was checked.
    let rows = rusqlite::Connection::open(library.join("library.db")).unwrap();
    let sql = "UPDATE correction SET words = 'Ada Moss', words_kind = 'typed', found = 'Ada Moss', analyser = 0";
    assert_eq!(rows.execute(sql, []).unwrap(), 1);
    drop(rows);
    let mut session = read(&file, Some(&library));
    assert_eq!(heard(&session)[0], "Ada Moss, direct");
    press(&mut session, "2");
    shows(&session, "was Ada Moss, now Ida Crane");
    press(&mut session, "1 g Right e");
    shows(&session, "Ada Moss · ✓ checked");
    shows(&session, "was Ada Moss, now Ida Crane");
    press(&mut session, "Enter");
    shows(&session, "Now said by Ada Moss; U undoes.");
    assert!(!text(&session).contains("was Ada Moss"), "{}", text(&session));
    press(&mut session, "U c");
    take(&mut session, "Ida Crane");
    assert_eq!(heard(&session)[0], "Ida Crane, direct");
    leave(session);
    assert_eq!(heard(&read(&file, Some(&library)))[0], "Ida Crane, direct");
}

#[test]
fn a_name_that_changes_under_a_checked_quote_is_told() {
    let (_folder, file, library) = home(&[("boats.txt", BOATS), ("buoy.txt", RIDDLE)]);
    let mut session = read(&file, Some(&library));
    press(&mut session, "Right e Enter Esc 3");
    while session.app.entities.selected_entity().and_then(|id| session.app.entities.entity(id)).unwrap().name
        != "Ida Crane"
    {
        press(&mut session, "j");
    }
    press(&mut session, "c");
    take(&mut session, "Another name");
    press(&mut session, "Space I I Enter 1 e");
    shows(&session, "was Ida Crane, now Ida Crane II");
    press(&mut session, "Enter");
    shows(&session, "Checked: Ida Crane II");
    assert!(!text(&session).contains("was Ida Crane"), "{}", text(&session));
}

#[test]
fn without_a_library_it_holds_for_the_run_which_is_said() {
    let (_folder, file, _) = home(&[("boats.txt", BOATS), ("buoy.txt", RIDDLE)]);
    let mut session = read(&file, None);
    press(&mut session, "Right e Enter");
    shows(&session, "It holds for this run: nothing is remembered.");
    shows(&session, "checked 1/4");
}

#[test]
fn a_word_that_is_nobody_is_not_counted_as_right() {
    let (_folder, file, library) = home(&[("wall.txt", "The wall\n\n“Nothing holds,” it said.\n")]);
    let mut session = read(&file, Some(&library));
    press(&mut session, "Right e");
    press(&mut session, "Enter");
    shows(&session, "alone is nobody: c says who it is, or leaves it unnamed.");
    shows(&session, "checked 0/1");
}
