//! The screen of bookmarks at every size, in all themes.

use pullquote::config::colour::Depth;

use super::harness::{coloured, picture, press};
use super::screens::{SIZES, snapshot};
use super::shelf_home::{Home, at_noon};

const NAMES: [&str; 3] = ["bees.md", "boats.txt", "pier.html"];

/// Compares the screen, with these keys pressed on it, with its snapshot at every size.
fn check(name: &str, home: &Home, keys: &str) {
    for (width, height) in SIZES {
        let mut session = home.session(&NAMES, width, height);
        press(&mut session, "B");
        press(&mut session, keys);
        snapshot(&format!("{name}-{width}x{height}"), &at_noon(&picture(&session)));
    }
}

#[test]
fn the_bookmarks_by_article() {
    check("bookmarks", &Home::new(), "j j");
}

#[test]
fn the_bookmarks_by_date() {
    check("bookmarks-by-date", &Home::new(), "s");
}

#[test]
fn a_bookmark_whose_words_changed_and_one_that_is_lost() {
    let home = Home::new();
    home.edit_the_pier();
    check("bookmarks-changed", &home, "j j j");
    check("bookmarks-asked", &home, "j j j Enter");
    check("bookmarks-lost", &home, "G");
    check("bookmarks-attached", &home, "G Enter");
}

#[test]
fn what_bookmarks_are_narrowed_to() {
    let home = Home::new();
    check("bookmarks-filters", &home, "f");
    check("bookmarks-narrowed", &home, "/ s u r v e y");
}

#[test]
fn no_bookmarks() {
    check("bookmarks-none", &Home::empty(), "");
}

#[test]
fn the_bookmarks_in_all_themes() {
    let home = Home::new();
    home.edit_the_pier();
    let worn = [
        ("dark", "theme = \"dark\"", Depth::True),
        ("light", "theme = \"light\"", Depth::Indexed),
        ("colourless", "theme = \"light\"", Depth::None),
        ("ascii", "ascii = true", Depth::Sixteen),
    ];
    for (name, settings, depth) in worn {
        for size in [(44, 14), (80, 24), (120, 36)] {
            let mut session = home.session_with(&NAMES, size, settings, depth);
            press(&mut session, "B j j j");
            let name = format!("bookmarks-{name}-{}x{}", size.0, size.1);
            snapshot(&name, &at_noon(&coloured(&session)));
        }
    }
}
