//! The program in a real pseudo-terminal: keys and signals in, bytes and screens out.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use crate::harness::Folder;

/// How long a program is waited for before a test gives up: never reached by one that works.
pub const PATIENCE: Duration = Duration::from_secs(20);

pub struct Pty {
    pub child: Box<dyn Child + Send + Sync>,
    pub master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    chunks: Receiver<Vec<u8>>,
    pub raw: Vec<u8>,
    pub parser: vt100::Parser,
    /// Where the program finds settings and keeps its library: nothing of the person who runs the tests.
    _home: Folder,
}

impl Pty {
    pub fn start(arguments: &[&str], env: &[(&str, &str)]) -> Self {
        Self::run(env!("CARGO_BIN_EXE_pullquote"), arguments, env)
    }

    pub fn run(program: &str, arguments: &[&str], env: &[(&str, &str)]) -> Self {
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

    pub fn text(&self) -> String {
        self.parser.screen().contents()
    }

    /// Reads until `done` holds of the screen.
    pub fn wait(&mut self, what: &str, done: impl Fn(&Pty) -> bool) {
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

    pub fn see(&mut self, words: &str) {
        self.wait(words, |pty| pty.text().contains(words));
    }

    pub fn type_keys(&mut self, keys: &str) {
        self.writer.write_all(keys.as_bytes()).unwrap();
        self.writer.flush().unwrap();
    }

    /// Waits for the end of the program and of what it writes; its exit code.
    pub fn end(&mut self) -> u32 {
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

    pub fn assert_restored(&self) {
        let screen = self.parser.screen();
        assert!(!screen.alternate_screen(), "still on the alternate screen");
        assert!(!screen.hide_cursor(), "the cursor is hidden");
        assert!(self.raw.windows(8).any(|bytes| bytes == b"\x1b[?1049l"), "the alternate screen was never left");
    }

    /// Everything that was written so far.
    pub fn written(&self) -> String {
        String::from_utf8_lossy(&self.raw).into_owned()
    }

    /// Reads until these bytes were written so many times.
    pub fn see_bytes(&mut self, bytes: &str, times: usize) {
        self.wait(bytes, |pty| pty.written().matches(bytes).count() >= times);
    }

    /// Lets a program that has stopped, or is about to, go on, until these bytes were written so many times.
    pub fn go_on(&mut self, bytes: &str, times: usize) {
        let start = Instant::now();
        while self.written().matches(bytes).count() < times {
            assert!(start.elapsed() < PATIENCE, "it does not go on:\n{}", self.text());
            self.signal("-CONT");
            if let Ok(chunk) = self.chunks.recv_timeout(Duration::from_millis(20)) {
                self.parser.process(&chunk);
                self.raw.extend(chunk);
            }
        }
    }

    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.master.resize(PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }).unwrap();
        self.parser.screen_mut().set_size(cells(rows), cells(columns));
    }

    pub fn signal(&self, name: &str) {
        let id = self.child.process_id().unwrap().to_string();
        assert!(std::process::Command::new("kill").args([name, &id]).status().unwrap().success());
    }
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).unwrap()
}
