//! The program in a real pseudo-terminal: what it writes, and how it leaves the terminal.

use crate::harness::Folder;
use crate::pty::Pty;

#[test]
fn the_terminal_is_restored_after_q() {
    let mut pty = Pty::start(&[], &[]);
    pty.see("Read the news");
    assert!(pty.parser.screen().alternate_screen());
    pty.type_keys("q");
    assert_eq!(pty.end(), 0);
    pty.assert_restored();
}

#[test]
fn the_terminal_is_restored_after_a_signal_to_end() {
    let mut pty = Pty::start(&[], &[]);
    pty.see("Read the news");
    pty.signal("-TERM");
    assert_eq!(pty.end(), 128 + 15);
    pty.assert_restored();
}

#[test]
#[ignore = "the next test runs it in a terminal of its own"]
fn a_drawing_thread_that_panics() {
    pullquote::terminal::on_screen::<()>(|_| panic!("a fault of the test's own")).unwrap();
}

#[test]
fn the_terminal_is_restored_after_a_panic_and_the_panic_is_told() {
    let program = std::env::current_exe().unwrap();
    let arguments =
        ["--exact", "terminal::a_drawing_thread_that_panics", "--ignored", "--nocapture", "--test-threads=1"];
    let mut pty = Pty::run(program.to_str().unwrap(), &arguments, &[("RUST_BACKTRACE", "0")]);
    assert_ne!(pty.end(), 0);
    pty.assert_restored();
    let told = String::from_utf8_lossy(&pty.raw).into_owned();
    let left = told.find("\u{1b}[?1049l").unwrap();
    assert!(told.split_at(left).1.contains("a fault of the test's own"), "{told}");
}

#[test]
fn nothing_in_an_article_drives_the_terminal() {
    let hostile = "Quiet news\n\nIt said \u{1b}]0;OWNED\u{7} and \u{1b}[5;31mred\u{1b}[0m, \u{9b}2J, \u{202e}back\u{202c}, \u{1b}Pq#0\u{1b}\\ done. \
                   “\u{1b}]52;c;aGk=\u{7}Words,” said Wim\u{1b}[2J Tarl.\n";
    let folder = Folder::with(&[("hostile.txt", hostile)]);
    let path = folder.path.join("hostile.txt");
    let mut pty = Pty::start(&[path.to_str().unwrap()], &[]);
    pty.see("Quiet news");
    pty.see("quote");
    pty.type_keys("2");
    pty.see("[2 Quotes");
    pty.type_keys("Q");
    pty.end();
    let raw = String::from_utf8_lossy(&pty.raw).into_owned();
    // The title of the window is the program's own: what stands in it is looked at below.
    let titles = ["pullquote\u{7}", "Quiet news — pullquote\u{7}"];
    let rest = |part| titles.iter().find_map(|title| str::strip_prefix(part, title)).unwrap_or(part);
    let raw: String = raw.split("\u{1b}]0;").map(rest).collect();
    for bad in ["\u{1b}]", "OWNED", "\u{1b}[5;31m", "\u{9b}", "\u{202e}", "\u{202c}", "\u{7}", "\u{1b}P", "aGk="] {
        assert!(!raw.contains(bad), "{bad:?} was written");
    }
}

#[test]
fn a_pipe_is_read_and_keys_come_from_the_terminal() {
    let folder = Folder::with(&[("note.txt", "Piped news\n\n“It runs,” said Bela Orm, a plumber.\n")]);
    let command = format!("cat {} | {} -", folder.path.join("note.txt").display(), env!("CARGO_BIN_EXE_pullquote"));
    let mut pty = Pty::run("sh", &["-c", &command], &[]);
    pty.see("Piped news");
    pty.see("1 quote");
    pty.type_keys("\u{1b}[C");
    pty.see("Speaking: A Bela Orm");
    pty.type_keys("q");
    assert_eq!(pty.end(), 0);
}

#[test]
fn a_file_that_is_no_article_is_a_sentence_after_the_terminal_is_restored() {
    let folder = Folder::with(&[("paper.txt", "%PDF-1.7 \u{0}\u{1}")]);
    let mut pty = Pty::start(&[folder.path.join("paper.txt").to_str().unwrap()], &[]);
    assert_eq!(pty.end(), 1);
    pty.assert_restored();
    assert!(pty.text().contains("paper.txt: "), "{}", pty.text());
}

#[test]
fn without_colour_no_colour_is_written_and_weight_and_reverse_stay() {
    let mut pty = Pty::start(&[], &[("NO_COLOR", "1")]);
    pty.see("Read the news");
    pty.type_keys("q");
    pty.end();
    let raw = String::from_utf8_lossy(&pty.raw).into_owned();
    assert!(
        !raw.contains("\u{1b}[;m") && !raw.contains("\u{1b}[38;") && !raw.contains("\u{1b}[35m"),
        "a colour was written"
    );
    assert!(raw.contains("\u{1b}[7m") && raw.contains("\u{1b}[1m"), "weight or reverse is missing");
}

#[test]
fn keys_between_two_sizes_are_no_harm() {
    let mut pty = Pty::start(&[], &[]);
    pty.see("Read the news");
    pty.type_keys("\r");
    for step in 0..120 {
        let (cols, rows) = if step % 2 == 0 { (24, 6) } else { (120, 36) };
        pty.type_keys("jl");
        pty.resize(cols, rows);
        pty.type_keys("k2j1");
    }
    pty.type_keys("Q");
    assert_eq!(pty.end(), 0, "{}", pty.text());
    pty.assert_restored();
}

#[test]
fn new_sizes_are_followed_and_too_small_a_one_says_so() {
    let mut pty = Pty::start(&[], &[]);
    pty.see("Read the news");
    for (cols, rows) in [(30, 8), (20, 4), (200, 60), (7, 3), (100, 30)] {
        pty.resize(cols, rows);
    }
    pty.wait("the last size", |pty| pty.text().contains("q=quit") && pty.text().contains("Read the news"));
    pty.type_keys("q");
    assert_eq!(pty.end(), 0);
}

#[test]
fn a_terminal_that_nothing_can_be_drawn_on_gets_lines() {
    let mut pty = Pty::start(&[], &[("TERM", "dumb")]);
    pty.see("? for the commands.");
    pty.type_keys("1\nx\n");
    assert_eq!(pty.end(), 0);
    assert!(pty.text().contains("Paragraph 1 of 16:"), "{}", pty.text());
    assert!(!pty.raw.contains(&0x1b), "an escape sequence was written");
}
