//! Good manners in the terminal: frames, titles, the clipboard, stopping, other programs, sizes that storm.

use crate::harness::Folder;
use crate::pty::Pty;

const BEGIN: &str = "\u{1b}[?2026h";
const END: &str = "\u{1b}[?2026l";
const ENTER: &str = "\u{1b}[?1049h";
const LEAVE: &str = "\u{1b}[?1049l";

#[test]
fn every_frame_stands_between_the_marks_of_one_update() {
    let mut pty = Pty::start(&[], &[]);
    pty.see("Read the news");
    pty.type_keys("\r");
    pty.see("¶1/16");
    pty.type_keys("  :");
    pty.see("type some letters of it");
    pty.type_keys("\u{3}Q");
    assert_eq!(pty.end(), 0);
    let written = pty.written();
    let (frames, _) = written.rsplit_once(LEAVE).unwrap();
    let begun = frames.matches(BEGIN).count();
    assert!(begun >= 3, "{begun} frames");
    let mut open = false;
    for part in frames.split_inclusive(['h', 'l']) {
        match part {
            _ if part.ends_with(BEGIN) => assert!(!std::mem::replace(&mut open, true), "a frame within a frame"),
            _ if part.ends_with(END) => open = false,
            _ => {}
        }
        // Letters of the screen are written within a frame only.
        assert!(open || !part.contains("Read the news"), "{part:?} outside a frame");
    }
}

#[test]
fn the_title_is_the_headline_and_is_given_back() {
    let folder = Folder::with(&[("ferry.txt", "The ferry stays\n\nIt will stay, said Ida Crane, its master.\n")]);
    let path = folder.path.join("ferry.txt");
    let mut pty = Pty::start(&[path.to_str().unwrap()], &[]);
    pty.see("The ferry stays");
    pty.type_keys("q");
    pty.end();
    let written = pty.written();
    let place = |bytes: &str| written.find(bytes).unwrap_or_else(|| panic!("{bytes:?} was not written"));
    assert!(place("\u{1b}[22;0t") < place("\u{1b}]0;The ferry stays — pullquote\u{7}"));
    assert!(place("\u{1b}]0;The ferry stays — pullquote\u{7}") < place("\u{1b}[23;0t"));
}

#[test]
fn no_title_and_no_mouse_where_the_settings_say_so() {
    let folder = Folder::with(&[("own.toml", "title = false\nmouse = false\n")]);
    let path = folder.path.join("own.toml");
    let mut pty = Pty::start(&["--config", path.to_str().unwrap()], &[]);
    pty.see("Read the news");
    pty.type_keys("q");
    pty.end();
    assert!(!pty.written().contains("\u{1b}]0;"));
    assert!(!pty.written().contains("\u{1b}[?1000h"));
}

#[test]
fn what_is_copied_goes_to_the_terminals_clipboard() {
    let folder = Folder::with(&[("ferry.txt", "The ferry stays\n\n“It stays,” said Ida Crane, its master.\n")]);
    let path = folder.path.join("ferry.txt");
    let mut pty = Pty::start(&[path.to_str().unwrap()], &[]);
    pty.see("1 quote");
    pty.type_keys("l");
    pty.see("Speaking: A Ida Crane");
    pty.type_keys("y");
    pty.see("Copied: the quote");
    pty.type_keys("Q");
    pty.end();
    // “It stays,” said Ida Crane. “The ferry stays”.
    let wanted = "\u{1b}]52;c;4oCcSXQgc3RheXMs4oCdIHNhaWQgSWRhIENyYW5lLiDigJxUaGUgZmVycnkgc3RheXPigJ0u";
    assert!(pty.written().contains(wanted), "{:?}", pty.written());
}

#[test]
fn it_stops_and_goes_on() {
    let mut pty = Pty::start(&[], &[]);
    pty.see("Read the news");
    pty.type_keys("\u{1a}");
    pty.see_bytes(LEAVE, 1);
    pty.assert_restored();
    pty.go_on(ENTER, 2);
    pty.see("Read the news");
    pty.type_keys("\r");
    pty.see("[1 Text]");
    pty.type_keys("Q");
    assert_eq!(pty.end(), 0);
    pty.assert_restored();
}

#[test]
fn it_draws_anew_after_it_was_stopped_from_outside() {
    let mut pty = Pty::start(&[], &[]);
    pty.see("Read the news");
    let frames = pty.written().matches(BEGIN).count();
    pty.signal("-STOP");
    pty.go_on(BEGIN, frames + 1);
    pty.see("Read the news");
    pty.type_keys("q");
    assert_eq!(pty.end(), 0);
}

#[test]
fn a_storm_of_sizes_ends_in_the_last_one() {
    let mut pty = Pty::start(&[], &[]);
    pty.see("Read the news");
    pty.type_keys("\r");
    pty.see("[1 Text]");
    for turn in 0u16..150 {
        let (columns, rows) = [(5, 3), (200, 60), (44, 14), (23, 5), (1, 1), (300, 4), (80, 24)][usize::from(turn % 7)];
        pty.resize(columns, rows);
    }
    pty.resize(120, 36);
    pty.see("2 Quotes");
    pty.see("3 Entities");
    pty.resize(10, 4);
    pty.see("Too small");
    pty.resize(80, 24);
    pty.see("[1 Text]");
    pty.type_keys("Q");
    assert_eq!(pty.end(), 0);
    pty.assert_restored();
}

#[test]
fn a_paste_is_typed_into_the_line_and_does_nothing_elsewhere() {
    let mut pty = Pty::start(&[], &[]);
    pty.see("Read the news");
    pty.type_keys("\r");
    pty.see("¶1/16");
    pty.type_keys("\u{1b}[200~qqQ\u{1b}[201~");
    pty.see("Nothing is typed here");
    pty.type_keys("/\u{1b}[200~reser\u{1b}[31mvoir\n\u{1b}[201~");
    pty.see("not found");
    pty.type_keys("\u{15}\u{1b}[200~reservoir\u{1b}[201~");
    pty.see("1 of ");
    pty.type_keys("\u{3}Q");
    assert_eq!(pty.end(), 0);
}

#[test]
fn the_mouse_chooses_and_scrolls() {
    let mut pty = Pty::start(&[], &[]);
    pty.resize(120, 36);
    pty.see("Read the news");
    pty.type_keys("\r");
    pty.see("VOICES");
    // The head of the quotes pane is in row 3 of column 76: the first quote stands two rows below.
    pty.type_keys("\u{1b}[<0;90;5M\u{1b}[<0;90;5m");
    pty.see("Speaking: A Bronagh Tiltman");
    pty.type_keys("\u{1b}[<65;20;10M\u{1b}[<65;20;10M");
    pty.wait("the text scrolled", |pty| !pty.text().contains("The reservoir that leaked for 11 years and was"));
    pty.type_keys("Q");
    assert_eq!(pty.end(), 0);
    assert!(pty.written().contains("\u{1b}[?1000l"), "the mouse is given back");
}

#[test]
fn no_colour_is_written_where_none_is_wanted_whatever_the_theme() {
    let folder = Folder::with(&[("own.toml", "theme = \"dark\"\n")]);
    let config = folder.path.join("own.toml");
    let mut pty = Pty::start(&["--config", config.to_str().unwrap()], &[("NO_COLOR", "1"), ("COLORTERM", "truecolor")]);
    pty.see("Read the news");
    pty.type_keys("\rl:");
    pty.see("type some letters of it");
    pty.type_keys("\u{3}Q");
    pty.end();
    let written = pty.written();
    for colour in ["\u{1b}[38;", "\u{1b}[48;", "\u{1b}[35m", "\u{1b}[;m", "\u{1b}[m"] {
        assert!(!written.contains(colour), "{colour:?} was written");
    }
    assert!(written.contains("\u{1b}[7m") && written.contains("\u{1b}[1m"), "reverse and bold are kept");
}

#[test]
fn colours_are_those_of_the_theme_where_there_are_colours() {
    let folder = Folder::with(&[("own.toml", "theme = \"dark\"\n")]);
    let config = folder.path.join("own.toml");
    for (variable, wanted) in [("truecolor", "38;2;208;208;208"), ("", "38;5;252")] {
        let mut pty = Pty::start(&["--config", config.to_str().unwrap()], &[("COLORTERM", variable)]);
        pty.see("Read the news");
        pty.type_keys("q");
        pty.end();
        assert!(pty.written().contains(wanted), "{wanted} with COLORTERM={variable:?}");
    }
}

#[test]
fn nothing_but_ascii_reaches_a_terminal_that_has_nothing_else() {
    let mut pty = Pty::start(&[], &[("LANG", "C"), ("LC_ALL", "")]);
    pty.see("Read the news");
    pty.type_keys("\rl2");
    pty.see("[2 Quotes");
    pty.type_keys("Q");
    pty.end();
    let written = pty.written().replace("— pullquote", "");
    assert!(written.is_ascii(), "{:?}", written.chars().find(|letter| !letter.is_ascii()));
}

#[test]
fn a_terminal_that_says_it_is_light_gets_the_light_theme() {
    let folder = Folder::with(&[("own.toml", "theme = \"auto\"\n")]);
    let config = folder.path.join("own.toml");
    let mut pty = Pty::start(&["--config", config.to_str().unwrap()], &[("COLORTERM", "truecolor"), ("COLORFGBG", "")]);
    pty.see_bytes("\u{1b}]11;?", 1);
    pty.type_keys("\u{1b}]10;rgb:0000/0000/0000\u{7}\u{1b}]11;rgb:ffff/ffff/ffff\u{7}\u{1b}[?62;c");
    pty.see("Read the news");
    pty.type_keys("q");
    assert_eq!(pty.end(), 0, "the answer is not taken for keys");
    assert!(pty.written().contains("48;2;253;246;227"), "the ground of the light theme");
}

#[test]
fn a_terminal_that_does_not_answer_is_not_waited_for() {
    let folder = Folder::with(&[("own.toml", "theme = \"auto\"\n")]);
    let config = folder.path.join("own.toml");
    let mut pty = Pty::start(&["--config", config.to_str().unwrap()], &[("COLORFGBG", "")]);
    pty.see("Read the news");
    pty.type_keys("q");
    assert_eq!(pty.end(), 0);
    assert!(!Pty::start(&[], &[("COLORFGBG", "")]).written().contains("\u{1b}]11;?"), "asked without need");
}
