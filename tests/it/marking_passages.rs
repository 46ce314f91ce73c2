//! Colours and tags of kept passages: chosen, completed, shown by number where there is no colour.

use pullquote::app::App;
use pullquote::config::colour::Depth;
use pullquote::jobs::ingest;
use pullquote::model::bookmark::Colour;
use pullquote::session::Session;
use ratatui::style::{Color, Modifier};

use super::harness::{configured_on, press, text};
use super::noting::{again, home, kept, notes, says, write};

fn tags(folder: &super::harness::Folder) -> Vec<Vec<String>> {
    kept(folder).into_iter().map(|bookmark| bookmark.tags).collect()
}

/// Keeps the sentences one after another with these notes.
fn noted(session: &mut Session, notes: &[&str]) {
    for note in notes {
        press(session, "a");
        write(session, note);
        press(session, "Esc )");
    }
    press(session, "g }");
}

#[test]
fn a_passage_is_kept_in_a_colour_and_gets_another() {
    let (mut session, folder) = home();
    press(&mut session, "c");
    says(&session, "Keep it in colour");
    press(&mut session, "2");
    says(&session, "Kept in colour 2. U undoes.");
    says(&session, "A●₂ “It floats,”");
    assert_eq!(kept(&folder)[0].colour, Colour::Two);
    press(&mut session, "c");
    says(&session, "as it is now");
    press(&mut session, "4");
    assert_eq!(kept(&folder)[0].colour, Colour::Four);
    press(&mut session, "U");
    says(&session, "Undone: the colour of “It floats,”");
    assert_eq!(kept(&folder)[0].colour, Colour::Two);
    press(&mut session, "c Esc c 2");
    says(&session, "It has this colour already.");
    press(&mut session, "U U");
    says(&session, "Nothing here to undo.");
    assert!(kept(&folder).is_empty());
}

#[test]
fn a_quote_gets_its_colour_by_name_and_shows_it_in_its_pane() {
    let (mut session, folder) = home();
    press(&mut session, "2 g j : q u o t e - c o l Enter 3");
    let quote = kept(&folder).remove(0);
    assert_eq!((quote.anchor.exact.as_str(), quote.colour), ("“It floats,”", Colour::Three));
    says(&session, "▶●₃");
}

#[test]
fn a_note_and_its_colour_and_tags_are_one_step() {
    let (mut session, folder) = home();
    press(&mut session, "a");
    write(&mut session, "dear");
    press(&mut session, "Ctrl-o 3 Ctrl-t");
    write(&mut session, "wood");
    press(&mut session, "Enter");
    says(&session, "#wood");
    says(&session, "colour 3");
    press(&mut session, "Esc");
    let all = kept(&folder).remove(0);
    assert_eq!((all.note.as_str(), all.colour, all.tags), ("dear", Colour::Three, vec!["wood".to_owned()]));
    says(&session, "A◆₃ “It floats,”");
    press(&mut session, "U");
    assert!(kept(&folder).is_empty());
}

#[test]
fn colours_stand_under_the_words_where_there_are_some_and_a_line_where_not() {
    let (mut session, folder) = home();
    press(&mut session, "c 2");
    let shows = |theme: &str, depth: Depth| {
        let app = App::with_paths(
            vec![folder.path.join("boats.txt")],
            configured_on(&format!("theme = \"{theme}\"\n"), depth),
        );
        let mut session = Session::new(app, (80, 24), ingest::perform, Some(folder.path.join("library")));
        session.settle();
        let (buffer, _) = session.screen();
        let row = (0..24).find(|y| (0..40).any(|x| buffer[(x, *y)].symbol() == "●")).unwrap();
        let sign = (0..80).find(|x| buffer[(*x, row)].symbol() == "●").unwrap();
        assert_eq!((buffer[(sign + 1, row)].symbol(), buffer[(sign + 2, row)].symbol()), ("₂", " "));
        let words = buffer[(sign + 5, row)].clone();
        (buffer[(sign, row)].fg, words.bg, words.modifier.contains(Modifier::UNDERLINED))
    };
    assert_eq!(shows("dark", Depth::True), (Color::Rgb(0x87, 0xd7, 0x87), Color::Rgb(0x10, 0x3a, 0x1a), false));
    assert!(matches!(shows("light", Depth::Indexed), (Color::Indexed(_), Color::Indexed(_), false)));
    assert_eq!(shows("dark", Depth::Sixteen), (Color::Reset, Color::Reset, true));
    assert_eq!(shows("terminal", Depth::Sixteen), (Color::Magenta, Color::Reset, true));
    assert_eq!(shows("terminal", Depth::Indexed), (Color::Indexed(28), Color::Reset, true));
    assert_eq!(shows("terminal", Depth::None), (Color::Reset, Color::Reset, true));
}

#[test]
fn a_tag_in_a_note_is_completed_again_and_again() {
    let (mut session, folder) = home();
    noted(&mut session, &["#boats", "#boats #bow", "#Été"]);
    press(&mut session, "} } } a");
    write(&mut session, "#bo");
    says(&session, "#boats 2  #bow 1");
    press(&mut session, "Tab");
    says(&session, "┃ #boats ");
    press(&mut session, "Tab");
    says(&session, "┃ #bow ");
    press(&mut session, "Tab");
    write(&mut session, " #ete");
    press(&mut session, "Tab Esc");
    assert!(notes(&folder).contains(&"#boats #été".to_owned()), "{:?}", notes(&folder));
    press(&mut session, "a");
    write(&mut session, " C#");
    press(&mut session, "Tab");
    says(&session, "A tag is # and a word; this key goes on with one.");
    write(&mut session, " #zz");
    press(&mut session, "Tab");
    says(&session, "No other tag has “zz” in it yet: what you type is a new one.");
}

#[test]
fn tags_are_typed_completed_and_chosen() {
    let (mut session, folder) = home();
    noted(&mut session, &["#boats", "#bow #boats", "#quay"]);
    press(&mut session, "} } } : t a g s Enter");
    says(&session, "Keep, with tags on “The Harbour Trust said");
    says(&session, "#boats");
    write(&mut session, "bo");
    assert!(!text(&session).contains("  #quay"), "{}", text(&session));
    press(&mut session, "Tab");
    write(&mut session, "QU");
    press(&mut session, "Tab Down Enter");
    write(&mut session, "new #bow, 1");
    press(&mut session, "Enter");
    says(&session, "Kept, with #boats #quay #bow #new #1. U undoes.");
    let last = tags(&folder).pop().unwrap();
    assert_eq!(last, ["boats", "quay", "bow", "new", "1"]);
    press(&mut session, ": t a g s Enter Ctrl-w Ctrl-w Ctrl-w Ctrl-w Enter");
    says(&session, "Tagged #boats. U undoes.");
    press(&mut session, ": t a g s Enter Ctrl-u Esc");
    assert_eq!(tags(&folder).pop().unwrap(), ["boats"], "Esc leaves them as they were");
    press(&mut session, "U");
    says(&session, "Undone: the tags of “The Harbour Trust said");
    assert_eq!(tags(&folder).pop().unwrap(), ["boats", "quay", "bow", "new", "1"]);
}

#[test]
fn a_tag_of_the_note_is_not_kept_twice() {
    let (mut session, folder) = home();
    noted(&mut session, &["see #Wood"]);
    press(&mut session, ": t a g s Enter");
    says(&session, "In the note: #Wood");
    write(&mut session, "wood oak");
    press(&mut session, "Enter");
    let all = kept(&folder).remove(0);
    assert_eq!((all.tags.clone(), all.all_tags()), (vec!["oak".to_owned()], vec!["Wood".to_owned(), "oak".to_owned()]));
    says(&again(&folder), " · see #Wood #oak · A Ida Crane, certain");
}

#[test]
fn kept_passages_stand_in_the_scrollbar() {
    let (mut session, _folder) = home();
    press(&mut session, "m } } } a");
    write(&mut session, "x");
    press(&mut session, "Esc");
    let (buffer, _) = session.screen();
    let bar = session.app.scrollbar();
    let signs: String = (bar.y..bar.bottom()).map(|y| buffer[(bar.x, y)].symbol().to_owned()).collect();
    assert_eq!(signs.replace(['┃', '│'], ""), "●◆");
}

#[test]
fn a_passage_that_was_written_to_goes_only_when_the_key_is_pressed_again() {
    let (mut session, folder) = home();
    press(&mut session, "a");
    write(&mut session, "first");
    press(&mut session, "Esc m");
    says(&session, "Kept, with a note: m again removes it.");
    press(&mut session, "Esc m");
    says(&session, "Kept, with a note: m again removes it.");
    assert_eq!(kept(&folder)[0].note, "first", "another key came between");
    press(&mut session, "m");
    says(&session, "Not kept any longer. U undoes.");
    assert!(kept(&folder).is_empty());
    press(&mut session, "Right c 2 2 m");
    says(&session, "Kept, with a colour: m again removes it.");
    assert_eq!(kept(&folder).len(), 1);
    press(&mut session, "m");
    assert!(kept(&folder).is_empty());
}

#[test]
fn a_tag_that_stands_in_the_note_too_is_shown_once() {
    let (mut session, _folder) = home();
    press(&mut session, ": t a g s Enter");
    write(&mut session, "gas tide");
    press(&mut session, "Enter a");
    write(&mut session, "check #gas");
    press(&mut session, "Esc Esc");
    says(&session, "check #gas #tide");
}
