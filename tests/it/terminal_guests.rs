//! Good manners in the terminal: frames, titles, the clipboard, stopping, other programs, sizes that storm.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::time::Instant;

use pullquote::store::library::Library;

use crate::harness::Folder;
use crate::pty::{PATIENCE, Pty};

const BEGIN: &str = "\u{1b}[?2026h";
const END: &str = "\u{1b}[?2026l";
const ENTER: &str = "\u{1b}[?1049h";
const LEAVE: &str = "\u{1b}[?1049l";

/// A script of the test's own, which can be run.
fn script(folder: &Folder, name: &str, lines: &str) -> PathBuf {
    let path = folder.path.join(name);
    fs::write(&path, format!("#!/bin/sh\n{lines}\n")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    path
}

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
fn a_browser_of_the_terminal_has_the_screen_and_the_keys() {
    let folder = Folder::with(&[(
        "page.html",
        "<html><head><link rel=canonical href='https://example.org/a%20b?x=$(id)'><title>The ferry stays</title></head><body><article><p>It will stay, said Ida Crane, who is its master and has been for years.</p></article></body></html>",
    )]);
    script(&folder, "w3m", "echo \"BROWSER GOT $1 AND $2\"; read answer; echo \"ANSWER $answer\"; read again");
    let path = folder.path.join("page.html");
    let browser = format!("{} -quiet", folder.path.join("w3m").display());
    fs::write(folder.path.join("own.toml"), format!("browser = {browser:?}\n")).unwrap();
    let config = folder.path.join("own.toml");
    let mut pty = Pty::start(&["--config", config.to_str().unwrap(), path.to_str().unwrap()], &[]);
    pty.see("Ida Crane");
    pty.type_keys("o");
    pty.see("BROWSER GOT -quiet AND https://example.org/a%20b?x=$(id)");
    pty.type_keys("mine\r");
    pty.see("ANSWER mine");
    pty.type_keys("\r");
    pty.see_bytes(ENTER, 2);
    pty.see("Ida Crane");
    pty.type_keys("?");
    pty.see("Keys for: Text");
    pty.type_keys("Q");
    assert_eq!(pty.end(), 0);
    pty.assert_restored();
}

#[test]
fn keys_are_edited_and_hold_at_once() {
    let folder = Folder::with(&[("config.toml", ""), ("keys.toml", "# nothing yet\n")]);
    let editor = script(&folder, "editor", "printf '[text]\\nzoom = \"Z\"\\n' >\"$1\"");
    let config = folder.path.join("config.toml");
    let variables = [("EDITOR", editor.to_str().unwrap()), ("VISUAL", "")];
    let mut pty = Pty::start(&["--config", config.to_str().unwrap()], &variables);
    pty.see("Read the news");
    pty.type_keys("\r");
    pty.see("[1 Text]");
    pty.type_keys(":edit the keys\r");
    pty.see("The settings were read again");
    pty.type_keys("z");
    pty.see("z does nothing here");
    pty.type_keys("Q");
    assert_eq!(pty.end(), 0);
}

#[test]
fn an_editor_that_there_is_not_is_said() {
    let mut pty = Pty::start(&[], &[("EDITOR", "no-such-editor-here"), ("VISUAL", "")]);
    pty.see("Read the news");
    pty.type_keys(":settings\r");
    pty.see("the editor could not be started");
    pty.type_keys("Q");
    assert_eq!(pty.end(), 0);
}

#[test]
fn a_command_that_never_ends_does_not_outlive_the_program() {
    let folder = Folder::with(&[]);
    let told = folder.path.join("id");
    let mut pty = Pty::start(&[], &[("TOLD", told.to_str().unwrap())]);
    pty.see("Read the news");
    pty.type_keys("\r");
    pty.see("¶1/16");
    pty.type_keys(
        "|!echo $$ >\"$TOLD.new\"; mv \"$TOLD.new\" \"$TOLD\"; trap '' PIPE HUP TERM; while :; do sleep 100; done\r",
    );
    let start = Instant::now();
    while !told.exists() {
        assert!(start.elapsed() < PATIENCE, "the command never ran");
        std::thread::yield_now();
    }
    pty.type_keys("Q");
    assert_eq!(pty.end(), 0);
    let id = fs::read_to_string(&told).unwrap();
    let runs = || std::process::Command::new("kill").args(["-0", id.trim()]).output().unwrap().status.success();
    while runs() {
        assert!(start.elapsed() < PATIENCE, "it still runs");
        std::thread::yield_now();
    }
}

#[test]
fn a_command_gets_the_text_and_what_it_prints_is_shown() {
    let mut pty = Pty::start(&[], &[]);
    pty.see("Read the news");
    pty.type_keys("\r");
    pty.see("¶1/16");
    pty.type_keys("|tr a-z A-Z\r");
    pty.see("THE RESERVOIR THAT LEAKED");
    pty.type_keys("q|\u{15}!printf '\\033[2J\\033]0;x\\007%s' $((6*7))\r");
    pty.see("42");
    pty.type_keys("q|\u{15}no-such-command-here\r");
    pty.see("no-such-command-here: there is no such command.");
    pty.type_keys("Q");
    assert_eq!(pty.end(), 0);
    assert!(!pty.written().contains("\u{1b}]0;x"));
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

#[test]
fn settings_that_change_on_the_disk_hold_while_it_runs() {
    let folder = Folder::with(&[("own.toml", "measure = 60\n")]);
    let config = folder.path.join("own.toml");
    let mut pty = Pty::start(&["--config", config.to_str().unwrap()], &[]);
    pty.see("Read the news");
    pty.type_keys("\r");
    pty.see("¶1/16");
    fs::write(&config, "measure = 40\nascii = true\n").unwrap();
    pty.see("The settings were read again");
    pty.wait("ascii", |pty| pty.text().contains("bundled sample . 4 Mar"));
    pty.type_keys("Q");
    assert_eq!(pty.end(), 0);
}

#[test]
fn a_log_is_written_where_it_is_asked_for() {
    let folder = Folder::with(&[]);
    let log = folder.path.join("what.log");
    let mut pty = Pty::start(&["--log", log.to_str().unwrap()], &[]);
    pty.see("Read the news");
    pty.type_keys("\r");
    pty.see("¶1/16");
    pty.type_keys("Q");
    assert_eq!(pty.end(), 0);
    let written = fs::read_to_string(log).unwrap();
    assert!(written.contains("started") && written.contains("\"open\"") && !written.contains('\u{1b}'), "{written}");
}

#[test]
fn a_program_killed_at_once_leaves_the_place_it_had_kept() {
    let folder =
        Folder::with(&[("long.txt", &format!("Long\n\n{}", "The boats lie still in the harbour today. ".repeat(400)))]);
    let (path, library) = (folder.path.join("long.txt"), folder.path.join("library"));
    let arguments = ["--library", library.to_str().unwrap(), path.to_str().unwrap()];
    let mut pty = Pty::start(&arguments, &[]);
    pty.see("¶1/1");
    pty.type_keys("   ");
    pty.wait("two pages", |pty| !pty.text().contains("Long\n"));
    // The place goes to the library behind the frame that shows it.
    let start = Instant::now();
    while Library::open(&library).unwrap().recent(1).unwrap().first().is_none_or(|recent| recent.progress < 10) {
        assert!(start.elapsed() < PATIENCE, "the place is never kept");
        std::thread::yield_now();
    }
    pty.signal("-KILL");
    pty.end();
    let mut again = Pty::start(&arguments, &[]);
    again.see("You are where you stopped");
    again.type_keys("Q");
    again.end();
}
