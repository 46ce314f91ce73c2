//! A reader puts names right: keys in, lists and cards out, also on another day and in another article.

use std::fs;
use std::path::Path;

use pullquote::app::App;
use pullquote::jobs::ingest;
use pullquote::session::Session;

use super::corrections::BOATS;
use super::harness::{configured, home, leave, press, text};

const MORE: &str = "More boats\n\n\
    “We sail,” said Ida Crane on Monday.\n\n\
    The Harbour Trust paid for the sails, and Wendle Bay cheered.\n";

fn read(path: &Path, library: Option<&Path>) -> Session {
    let app = App::with_paths(vec![path.to_owned()], configured(""));
    let mut session = Session::new(app, (100, 40), ingest::perform, library.map(Path::to_owned));
    session.settle();
    session
}

/// The kinds and names of the list, values aside.
fn listed(session: &Session) -> Vec<String> {
    let entities = session.app.entities.all().iter().filter(|entity| !entity.kind.is_value());
    entities.map(|entity| format!("{} {}", entity.kind.name(), entity.name)).collect()
}

/// Selects a name in the list of names.
fn choose(session: &mut Session, name: &str) {
    press(session, "3 g");
    for _ in 0..50 {
        let selected = session.app.entities.selected_entity().and_then(|id| session.app.entities.entity(id));
        if selected.is_some_and(|entity| entity.name == name) {
            return;
        }
        press(session, "j");
    }
    panic!("{name} is not listed: {:?}", listed(session));
}

/// Takes the choice of the menu that holds these words.
fn take(session: &mut Session, words: &str) {
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

fn correct(session: &mut Session, name: &str, choices: &[&str]) {
    choose(session, name);
    press(session, "c");
    choices.iter().for_each(|words| take(session, words));
}

#[test]
fn a_correction_is_seen_at_once_and_still_there_another_day() {
    let (_folder, file, library) = home(&[("boats.txt", BOATS), ("more.txt", MORE)]);
    let mut session = read(&file, Some(&library));
    correct(&mut session, "Wim Tarl", &["The same as another", "Ida Crane"]);
    let screen = text(&session);
    assert!(screen.contains("Now one with Ida Crane, here and in other articles; U undoes."), "{screen}");
    assert!(!listed(&session).contains(&"person Wim Tarl".to_owned()));
    assert_eq!(session.app.quotes.voices[0].quotes.len(), 3);
    leave(session);
    let mut again = read(&file, Some(&library));
    assert!(!listed(&again).contains(&"person Wim Tarl".to_owned()), "{:?}", listed(&again));
    choose(&mut again, "Ida Crane");
    press(&mut again, "Enter");
    let card = text(&again);
    assert!(card.contains("Your correction: Wim Tarl is Ida Crane"), "{card}");
    assert!(card.contains("Wim Tarl ×1  ¶3 · your correction"), "{card}");
    press(&mut again, "Esc U U");
    assert!(text(&again).contains("Undone: Wim Tarl is Ida Crane; Ctrl-r makes it again."), "{}", text(&again));
    assert!(listed(&again).contains(&"person Wim Tarl".to_owned()));
    leave(again);
    let mut last = read(&file, Some(&library));
    assert!(listed(&last).contains(&"person Wim Tarl".to_owned()));
    press(&mut last, "Ctrl-r Ctrl-r");
    assert!(!listed(&last).contains(&"person Wim Tarl".to_owned()));
    press(&mut last, "Ctrl-r");
    assert!(text(&last).contains("Nothing here to make again."));
}

#[test]
fn any_number_of_corrections_is_undone_and_made_again() {
    let (_folder, file, library) = home(&[("boats.txt", BOATS), ("more.txt", MORE)]);
    let mut session = read(&file, Some(&library));
    let mut lists = vec![listed(&session)];
    let choices: [(&str, &[&str]); 4] = [
        ("Ida Crane", &["On its own: “Crane”"]),
        ("Harbour Trust", &["It is a work"]),
        ("Wendle Bay", &["Not a name"]),
        ("Crane", &["The same as another", "Wim Tarl"]),
    ];
    for (name, choices) in choices {
        correct(&mut session, name, choices);
        lists.push(listed(&session));
        let (now, before) = (&lists[lists.len() - 1], &lists[lists.len() - 2]);
        assert_ne!(now, before, "{name}");
    }
    for list in lists.iter().rev().skip(1) {
        press(&mut session, "U");
        assert_eq!(listed(&session), *list);
    }
    press(&mut session, "U");
    assert!(text(&session).contains("Nothing here to undo."));
    for list in lists.iter().skip(1) {
        press(&mut session, "Ctrl-r");
        assert_eq!(listed(&session), *list);
    }
}

#[test]
fn another_name_is_typed() {
    let (_folder, file, library) = home(&[("boats.txt", BOATS), ("more.txt", MORE)]);
    let mut session = read(&file, Some(&library));
    correct(&mut session, "Wendle Bay", &["Another name"]);
    assert!(text(&session).contains("Wendle Bay is called: Wendle Bay"), "{}", text(&session));
    press(&mut session, "Space Q u a y Enter");
    assert!(
        text(&session).contains("Now called Wendle Bay Quay, here and in other articles; U undoes."),
        "{}",
        text(&session)
    );
    // Another's name: they are the same.
    correct(&mut session, "Wim Tarl", &["Another name"]);
    press(&mut session, "Ctrl-u I d a Space C r a n e Enter");
    assert!(text(&session).contains("Now one with Ida Crane"), "{}", text(&session));
}

#[test]
fn the_card_is_corrected_too_and_shows_what_is_now() {
    let (_folder, file, library) = home(&[("boats.txt", BOATS), ("more.txt", MORE)]);
    let mut session = read(&file, Some(&library));
    choose(&mut session, "Harbour Trust");
    press(&mut session, "Enter c");
    take(&mut session, "It is a group");
    assert!(text(&session).contains("Group, 2 mentions here"), "{}", text(&session));
    assert!(text(&session).contains("Your correction: Harbour Trust is a group"), "{}", text(&session));
    press(&mut session, "U");
    assert!(text(&session).contains("Organisation, 2 mentions here"), "{}", text(&session));
}

#[test]
fn marks_and_filters_stay_on_their_names() {
    let (_folder, file, library) = home(&[("boats.txt", BOATS), ("more.txt", MORE)]);
    let mut session = read(&file, Some(&library));
    choose(&mut session, "Wim Tarl");
    press(&mut session, "Space f");
    assert!(text(&session).contains("1 of 4 quotes shown"), "{}", text(&session));
    correct(&mut session, "Ida Crane", &["On its own: “Crane”"]);
    assert_eq!(session.app.quotes.shown(), 1);
    let marked = session.app.entities.marked.iter().map(|id| session.app.entities.entity(*id).unwrap().name.as_str());
    assert_eq!(marked.collect::<Vec<_>>(), ["Wim Tarl"]);
}

#[test]
fn what_was_corrected_is_learnt_for_another_article_which_says_so() {
    let (folder, file, library) = home(&[("boats.txt", BOATS), ("more.txt", MORE)]);
    let mut session = read(&file, Some(&library));
    correct(&mut session, "Harbour Trust", &["It is a group"]);
    correct(&mut session, "Wendle Bay", &["Not a name"]);
    leave(session);
    let other = folder.path.join("more.txt");
    let mut session = read(&other, Some(&library));
    assert!(text(&session).contains("2 names stand as you corrected them before; i lists them."), "{}", text(&session));
    assert!(listed(&session).contains(&"group Harbour Trust".to_owned()), "{:?}", listed(&session));
    assert!(!listed(&session).iter().any(|name| name.ends_with("Wendle Bay")));
    choose(&mut session, "Harbour Trust");
    press(&mut session, "Enter");
    assert!(text(&session).contains("As you corrected it before: Harbour Trust is a group"), "{}", text(&session));
    press(&mut session, "Esc i");
    assert!(text(&session).contains("As you corrected it before: Wendle Bay is not a name"), "{}", text(&session));
    press(&mut session, "Esc");
    // The article's own correction wins, here and now and another day.
    correct(&mut session, "Harbour Trust", &["It is a product"]);
    leave(session);
    assert!(listed(&read(&other, Some(&library))).contains(&"product Harbour Trust".to_owned()));
    // What is undone is not taught any more.
    let mut first = read(&file, Some(&library));
    press(&mut first, "U U");
    leave(first);
    assert!(listed(&read(&other, Some(&library))).iter().any(|name| name.ends_with("Wendle Bay")));
}

#[test]
fn without_a_library_corrections_hold_for_the_run_which_is_said() {
    let (folder, file, _library) = home(&[("boats.txt", BOATS), ("more.txt", MORE)]);
    let app = App::with_paths(vec![file, folder.path.join("more.txt")], configured("remember = false\n"));
    let mut session = Session::new(app, (120, 36), ingest::perform, None);
    session.settle();
    press(&mut session, "Enter");
    correct(&mut session, "Harbour Trust", &["It is a group"]);
    let screen = text(&session);
    assert!(
        screen.contains(
            "Now a group, here and in other articles; U undoes. It holds for this run: nothing is remembered."
        ),
        "{screen}"
    );
    press(&mut session, "J");
    assert!(listed(&session).contains(&"group Harbour Trust".to_owned()), "it is learnt within the run");
    press(&mut session, "K");
    assert!(listed(&session).contains(&"group Harbour Trust".to_owned()));
    press(&mut session, "U");
    assert!(listed(&session).contains(&"organisation Harbour Trust".to_owned()));
}

#[test]
fn a_library_that_is_lost_is_said_and_the_correction_holds() {
    let (_folder, file, library) = home(&[("boats.txt", BOATS), ("more.txt", MORE)]);
    let mut session = read(&file, Some(&library));
    fs::rename(&library, library.with_extension("away")).unwrap();
    correct(&mut session, "Harbour Trust", &["It is a group"]);
    correct(&mut session, "Harbour Trust", &["It is a work"]);
    assert!(text(&session).contains("nothing is remembered"), "{}", text(&session));
    assert!(listed(&session).contains(&"work Harbour Trust".to_owned()));
}
