//! The program in a pseudo-terminal: start to first frame beside a minimal program, memory, idleness, keys.

#[allow(dead_code, reason = "the other benchmark uses the rest of it")]
mod articles;

use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;

const RUNS: usize = 20;
const KEYS: usize = 1000;

/// What the minimal program shows; one word, since blanks are not written but stepped over.
const MINIMAL: &str = "minimal-program";

fn main() -> io::Result<()> {
    if std::env::args().any(|argument| argument == "--minimal") {
        return minimal();
    }
    let folder = folder();
    std::fs::create_dir_all(&folder)?;
    let (small, large) = (folder.join("small.txt"), folder.join("large.txt"));
    std::fs::write(&small, articles::article(4 << 10))?;
    std::fs::write(&large, articles::article(1 << 20))?;
    let program = env!("CARGO_BIN_EXE_pullquote").to_owned();
    let (small, large) = (small.display().to_string(), large.display().to_string());
    println!("{:<46} {:>9} {:>9} {:>9} {:>9}", "at 120x36", "median", "p95", "p99", "max");
    let own = std::env::current_exe()?.display().to_string();
    first_frame("a minimal ratatui program, first frame", &[own, "--minimal".to_owned()], MINIMAL);
    first_frame("first screen", std::slice::from_ref(&program), "pullquote");
    first_frame("4 KB article, first frame with its text", &[program.clone(), small.clone()], "Ferry");
    first_frame("1 MB article, first frame with its text", &[program.clone(), large.clone()], "Ferry");
    keys("4 KB article, key to screen (down)", &program, &small, "j");
    keys("1 MB article, key to screen (page down)", &program, &large, "\u{1b}[6~");
    at_rest("4 KB article", &program, &small);
    at_rest("1 MB article", &program, &large);
    std::fs::remove_dir_all(&folder)
}

/// Where articles, settings and the library of the measured programs are.
fn folder() -> PathBuf {
    std::env::temp_dir().join(format!("pullquote-bench-{}", std::process::id()))
}

/// What any program on ratatui has to do before it shows anything.
fn minimal() -> io::Result<()> {
    crossterm::terminal::enable_raw_mode()?;
    crossterm::execute!(io::stdout(), crossterm::terminal::EnterAlternateScreen)?;
    let mut terminal = Terminal::new(CrosstermBackend::new(io::stdout()))?;
    terminal.draw(|frame| frame.render_widget(MINIMAL, frame.area()))?;
    crossterm::event::read()?;
    crossterm::terminal::disable_raw_mode()
}

struct Pty {
    child: Box<dyn Child + Send + Sync>,
    _master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    chunks: Receiver<Vec<u8>>,
    seen: String,
    started: Instant,
}

impl Pty {
    fn start(command: &[String]) -> Self {
        let size = PtySize { rows: 36, cols: 120, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("the system has pseudo-terminals");
        let mut builder = CommandBuilder::new(&command[0]);
        builder.args(&command[1..]);
        builder.env("TERM", "xterm-256color");
        builder.env("XDG_CONFIG_HOME", folder());
        builder.env("PULLQUOTE_LIBRARY", folder().join("library"));
        let mut reader = pair.master.try_clone_reader().expect("a terminal can be read");
        let (send, chunks) = channel();
        thread::spawn(move || {
            let mut buffer = vec![0; 1 << 16];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if send.send(buffer[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        let writer = pair.master.take_writer().expect("a terminal can be written");
        let started = Instant::now();
        let child = pair.slave.spawn_command(builder).expect("the program starts");
        Self { child, _master: pair.master, writer, chunks, seen: String::new(), started }
    }

    /// Reads until the words were written; since the start of the program.
    fn see(&mut self, words: &str) -> Duration {
        while !self.seen.contains(words) {
            match self.chunks.recv_timeout(Duration::from_secs(20)) {
                Ok(chunk) => self.seen.push_str(&String::from_utf8_lossy(&chunk)),
                Err(_) => panic!("never written: {words}"),
            }
        }
        self.started.elapsed()
    }

    /// Reads until nothing was written for `still`; the bytes that came.
    fn settle(&mut self, still: Duration) -> usize {
        let mut count = 0;
        while let Ok(chunk) = self.chunks.recv_timeout(still) {
            count += chunk.len();
        }
        count
    }

    /// From a key to the first byte of the answer; none where nothing changed on the screen.
    fn press(&mut self, key: &str) -> Option<Duration> {
        let pressed = Instant::now();
        self.writer.write_all(key.as_bytes()).expect("a terminal takes keys");
        self.writer.flush().expect("a terminal takes keys");
        match self.chunks.recv_timeout(Duration::from_millis(100)) {
            Ok(_) => Some(pressed.elapsed()),
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => None,
        }
    }

    fn end(mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn first_frame(what: &str, command: &[String], words: &str) {
    let mut times = Vec::new();
    for _ in 0..=RUNS {
        let mut pty = Pty::start(command);
        times.push(pty.see(words));
        pty.end();
    }
    times.remove(0);
    report(what, times);
}

fn keys(what: &str, program: &str, file: &str, key: &str) {
    let mut pty = Pty::start(&[program.to_owned(), file.to_owned()]);
    pty.see("VOICES");
    pty.settle(Duration::from_millis(300));
    let mut times = Vec::new();
    for press in 0..KEYS {
        if press % 40 == 39 {
            pty.press("g");
        }
        times.extend(pty.press(key));
        while pty.chunks.recv_timeout(Duration::from_millis(1)).is_ok() {}
    }
    pty.end();
    report(what, times);
}

fn report(what: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)].as_secs_f64() * 1000.0;
    println!("{what:<46} {:>6.2} ms {:>6.2} ms {:>6.2} ms {:>6.2} ms", at(50), at(95), at(99), at(100));
}

/// Memory with an article open, and what the program does in ten seconds when nobody touches it.
fn at_rest(what: &str, program: &str, file: &str) {
    let mut pty = Pty::start(&[program.to_owned(), file.to_owned()]);
    pty.see("VOICES");
    pty.settle(Duration::from_millis(500));
    let Some(id) = pty.child.process_id() else { return };
    let before = processor_time(id);
    let written = pty.settle(Duration::from_secs(10));
    let used =
        processor_time(id).zip(before).map(|(after, before)| after.saturating_sub(before).as_secs_f64() * 1000.0);
    let memory = resident(id).map_or("?".to_owned(), |kilobytes| format!("{:.1} MB", kilobytes as f64 / 1024.0));
    let used = used.map_or("?".to_owned(), |used| format!("{used:.1} ms"));
    println!("{what}: resident {memory}; idle for 10 s: {used} of processor time, {written} bytes written");
    pty.end();
}

/// Kilobytes in memory, where the system tells.
fn resident(id: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?.split_whitespace().next()?.parse().ok()
}

/// Time on a processor of all its threads, where the system tells.
fn processor_time(id: u32) -> Option<Duration> {
    let threads = std::fs::read_dir(format!("/proc/{id}/task")).ok()?;
    let of_thread = |path: std::path::PathBuf| -> Option<u64> {
        std::fs::read_to_string(path.join("schedstat")).ok()?.split_whitespace().next()?.parse().ok()
    };
    let nanoseconds = threads.filter_map(Result::ok).filter_map(|thread| of_thread(thread.path())).sum();
    Some(Duration::from_nanos(nanoseconds))
}
