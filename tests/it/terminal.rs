//! The program in a real pseudo-terminal: what it writes, and how it leaves the terminal.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use crate::harness::Folder;

/// How long a program is waited for before a test gives up: never reached by one that works.
const PATIENCE: Duration = Duration::from_secs(20);

struct Pty {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    chunks: Receiver<Vec<u8>>,
    raw: Vec<u8>,
    parser: vt100::Parser,
    /// Where the program finds settings and keeps its library: nothing of the person who runs the tests.
    _home: Folder,
}

impl Pty {
    fn start(arguments: &[&str], env: &[(&str, &str)]) -> Self {
        Self::run(env!("CARGO_BIN_EXE_pullquote"), arguments, env)
    }

    fn run(program: &str, arguments: &[&str], env: &[(&str, &str)]) -> Self {
        let home = Folder::with(&[]);
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.env("TERM", "xterm-256color");
        command.env_remove("NO_COLOR");
        command.env("LANG", "C.UTF-8");
        command.env_remove("LC_ALL");
        command.env("XDG_CONFIG_HOME", home.path.join("config"));
        command.env("PULLQUOTE_LIBRARY", home.path.join("library"));
        env.iter().for_each(|(name, value)| command.env(name, value));
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (send, chunks) = channel();
        thread::spawn(move || {
            let mut buffer = [0; 65536];
            while let Ok(count) = reader.read(&mut buffer) {
                if count == 0 || send.send(buffer[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        let writer = pair.master.take_writer().unwrap();
        Self {
            child,
            master: pair.master,
            writer,
            chunks,
            raw: Vec::new(),
            parser: vt100::Parser::new(cells(24), cells(80), 0),
            _home: home,
        }
    }

    fn text(&self) -> String {
        self.parser.screen().contents()
    }

    /// Reads until `done` holds of the screen.
    fn wait(&mut self, what: &str, done: impl Fn(&Pty) -> bool) {
        let start = Instant::now();
        while !done(self) {
            match self.chunks.recv_timeout(PATIENCE.saturating_sub(start.elapsed())) {
                Ok(chunk) => {
                    self.parser.process(&chunk);
                    self.raw.extend(chunk);
                }
                Err(_) => panic!("never seen: {what}\n{}", self.text()),
            }
        }
    }

    fn see(&mut self, words: &str) {
        self.wait(words, |pty| pty.text().contains(words));
    }

    fn type_keys(&mut self, keys: &str) {
        self.writer.write_all(keys.as_bytes()).unwrap();
        self.writer.flush().unwrap();
    }

    /// Waits for the end of the program and of what it writes; its exit code.
    fn end(&mut self) -> u32 {
        let mut killer = self.child.clone_killer();
        while let Some(chunk) = match self.chunks.recv_timeout(PATIENCE) {
            Ok(chunk) => Some(chunk),
            Err(RecvTimeoutError::Disconnected) => None,
            Err(RecvTimeoutError::Timeout) => {
                killer.kill().unwrap();
                panic!("the program does not end:\n{}", self.text())
            }
        } {
            self.parser.process(&chunk);
            self.raw.extend(chunk);
        }
        self.child.wait().unwrap().exit_code()
    }

    fn assert_restored(&self) {
        let screen = self.parser.screen();
        assert!(!screen.alternate_screen(), "still on the alternate screen");
        assert!(!screen.hide_cursor(), "the cursor is hidden");
        assert!(self.raw.windows(8).any(|bytes| bytes == b"\x1b[?1049l"), "the alternate screen was never left");
    }

    fn signal(&self, name: &str) {
        let id = self.child.process_id().unwrap().to_string();
        assert!(std::process::Command::new("kill").args([name, &id]).status().unwrap().success());
    }
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).unwrap()
}

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
        pty.master.resize(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).unwrap();
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
        pty.master.resize(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).unwrap();
        pty.parser.screen_mut().set_size(cells(rows), cells(cols));
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
