//! Selecting with the mouse: by words, beyond the edges, by what is clicked on again.

use pullquote::actions::Place;
use pullquote::app::pointer::Pointer;
use pullquote::session::Session;
use pullquote::text::width::cells;
use ratatui::layout::Position;

use super::harness::{press, pressed, reading, text};
use super::noting::{home, kept, says};

fn place(session: &Session, words: &str) -> Position {
    let screen = text(session);
    let (row, line) = screen.lines().enumerate().find(|(_, line)| line.contains(words)).unwrap();
    let before = line.split(words).next().unwrap();
    Position::new(u16::try_from(cells(before)).unwrap(), u16::try_from(row).unwrap())
}

fn drag(session: &mut Session, from: &str, to: &str) {
    let (from, to) = (place(session, from), place(session, to));
    session.point(Pointer::Press(from));
    session.point(Pointer::Drag(to));
    session.point(Pointer::Release(to));
}

fn selected(session: &Session) -> String {
    let article = session.app.reader.article.clone().unwrap();
    session.app.reader.selection.map_or(String::new(), |span| span.of(&article.document.text).to_owned())
}

#[test]
fn what_is_dragged_over_is_kept_noted_and_made_a_quote_as_what_was_selected_by_keys() {
    let (mut session, folder) = home();
    drag(&mut session, "builder", "Wendle");
    assert_eq!((selected(&session).as_str(), session.app.place()), ("builder of boats in Wendle", Place::Select));
    says(&session, "Selected: 5 words, ¶1");
    press(&mut session, "m");
    assert_eq!(kept(&folder)[0].anchor.exact, "builder of boats in Wendle");
    drag(&mut session, "boat for", "Harbour Trust.");
    press(&mut session, "l Q");
    says(&session, "A quote, indirect: who says it?");
    press(&mut session, "Esc |");
    says(&session, "Give the passage to a command");
}

#[test]
fn a_drag_goes_backwards_and_a_press_begins_anew() {
    let (mut session, _folder) = home();
    drag(&mut session, "Wendle Bay.", "builder");
    assert_eq!(selected(&session), "builder of boats in Wendle");
    drag(&mut session, "Nobody", "believed");
    assert_eq!(selected(&session), "“Nobody believed");
    let at = place(&session, "bought");
    session.point(Pointer::Press(at));
    session.point(Pointer::Release(at));
    assert_eq!((selected(&session).as_str(), session.app.place()), ("", Place::Text));
}

#[test]
fn a_drag_beyond_the_edge_scrolls() {
    let mut session = pressed(80, 24, "Enter");
    let from = place(&session, "wettest");
    session.point(Pointer::Press(from));
    let top = session.app.reader.top;
    for column in 0..6 {
        session.point(Pointer::Drag(Position::new(20 + column, 23)));
    }
    assert!(session.app.reader.top > top);
    let down = selected(&session);
    assert!(down.starts_with("wettest") && down.lines().count() > 3, "{down}");
    for column in 0..40 {
        session.point(Pointer::Drag(Position::new(20 + column, 0)));
    }
    assert_eq!(session.app.reader.top, 0);
    assert!(selected(&session).ends_with("wettest"), "{}", selected(&session));
}

#[test]
fn more_clicks_on_a_place_select_more_there() {
    let (mut session, _folder) = reading(
        &[("ferry.txt", "The ferry\n\nThe ferry is late. It was late on Monday too. Ada Moss waits.\n\nIt came.\n")],
        120,
        36,
    );
    let at = place(&session, "Monday");
    for wanted in
        ["", "Monday", "It was late on Monday too.", "The ferry is late. It was late on Monday too. Ada Moss waits."]
    {
        session.point(Pointer::Press(at));
        session.point(Pointer::Release(at));
        assert_eq!(selected(&session), wanted);
    }
    // A drag after a second click goes on by the sentence, as the keys do then.
    press(&mut session, "Esc");
    let at = place(&session, "is late.");
    let beyond = place(&session, "Moss");
    for _ in 0..3 {
        session.point(Pointer::Press(at));
    }
    session.point(Pointer::Drag(beyond));
    assert_eq!(selected(&session), "The ferry is late. It was late on Monday too. Ada Moss waits.");
    press(&mut session, "k");
    assert_eq!(selected(&session), "The ferry is late. It was late on Monday too.");
}
