//! The list of articles says which of them have bookmarks.

use pullquote::model::work::Report;

use super::harness::{picture, press, text};
use super::screens::{SIZES, snapshot};
use super::shelf_home::{Home, says};

const NAMES: [&str; 3] = ["bees.md", "boats.txt", "pier.html"];

#[test]
fn articles_say_how_many_bookmarks_they_have() {
    let home = Home::new();
    let mut session = home.session(&NAMES, 120, 36);
    says(&session, " Kept Quotes");
    for (name, kept) in [("Bees come", "●1"), ("Old boats", "●1"), ("Pier at", "●3")] {
        let screen = text(&session);
        let line = screen.lines().find(|line| line.contains(name)).unwrap();
        assert!(line.contains(kept), "{line}");
    }
    home.edit_the_pier();
    session.receive(Report::LibraryChanged);
    session.settle();
    says(&session, "◐3");
    press(&mut session, "B x x q");
    assert!(!text(&session).lines().any(|line| line.contains("Bees come") && line.contains('●')));
}

#[test]
fn the_articles_with_bookmarks() {
    let home = Home::new();
    home.edit_the_pier();
    for (width, height) in SIZES {
        let mut session = home.session(&NAMES, width, height);
        press(&mut session, "j k");
        snapshot(&format!("articles-kept-{width}x{height}"), &picture(&session));
    }
}
