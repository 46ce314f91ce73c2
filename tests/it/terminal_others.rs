//! Other programs beside this one: browsers, editors, commands, clipboards, and files that change under it.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::time::Instant;

use pullquote::store::library::Library;

use crate::harness::Folder;
use crate::pty::{PATIENCE, Pty};

const ENTER: &str = "\u{1b}[?1049h";

/// A script of the test's own, which can be run.
fn script(folder: &Folder, name: &str, lines: &str) -> PathBuf {
    let path = folder.path.join(name);
    fs::write(&path, format!("#!/bin/sh\n{lines}\n")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    path
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
    let editor = script(&folder, "editor", "printf '[text]\\nzoom = \"Z\"\\n' >\"$1.new\" && mv \"$1.new\" \"$1\"");
    let config = folder.path.join("config.toml");
    let variables = [("EDITOR", editor.to_str().unwrap()), ("VISUAL", "")];
    let mut pty = Pty::start(&["--config", config.to_str().unwrap()], &variables);
    pty.see("Read the news");
    pty.type_keys("\r");
    pty.see("[1 Text]");
    pty.type_keys(":edit the keys\r");
    pty.see("The settings were read again");
    pty.type_keys(":pane alone");
    let shows = |line: &str| line.contains("this pane alone, or all panes") && line.contains(" Z ");
    pty.wait("the new key", |pty| pty.text().lines().any(shows));
    pty.type_keys("\x1b");
    pty.wait("the end of the box", |pty| !pty.text().contains("Commands"));
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

#[test]
fn what_is_copied_goes_to_the_clipboard_of_the_system_too() {
    let folder = Folder::with(&[("ferry.txt", "The ferry stays\n\n“It stays,” said Ida Crane, its master.\n")]);
    let taken = folder.path.join("taken");
    script(&folder, "xclip", &format!("cat > '{}'", taken.display()));
    let search = format!("{}:{}", folder.path.display(), std::env::var("PATH").unwrap());
    let path = folder.path.join("ferry.txt");
    let variables = [("PATH", search.as_str()), ("DISPLAY", ":9"), ("TMUX", ""), ("WAYLAND_DISPLAY", "")];
    let mut pty = Pty::start(&[path.to_str().unwrap()], &variables);
    pty.see("1 quote");
    pty.type_keys("l");
    pty.see("Speaking: A Ida Crane");
    pty.type_keys("y");
    let start = Instant::now();
    let is_taken = |text: String| text.starts_with("“It stays,” said Ida Crane.");
    while !fs::read_to_string(&taken).is_ok_and(is_taken) {
        assert!(start.elapsed() < PATIENCE, "it was not taken");
        std::thread::yield_now();
    }
    pty.type_keys("Q");
    assert_eq!(pty.end(), 0);
}
