//! Commands that are given a text: what they print, and how they end.

use std::io::{Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crossbeam_channel::{Receiver, bounded};

use crate::extract::normalise::clean;

/// The most bytes of what a command prints that are shown; it is stopped when it prints more.
const MOST_BYTES: usize = 256 << 10;
/// How long, after its end, what a command still prints is waited for: what it left running may never end.
const LAST_WORDS: Duration = Duration::from_millis(300);

/// The commands that run now, as the leaders of their process groups.
static RUNNING: Mutex<Vec<u32>> = Mutex::new(Vec::new());

/// What a command prints that is given `input`, without what could drive a terminal; a sentence where it fails.
pub fn pipe(words: &[String], input: &str) -> Result<String, String> {
    let [program, arguments @ ..] = words else { return Err("There is no command.".to_owned()) };
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    // In a group of its own it can't take the keyboard, and can be ended with all that it started.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut child = command.spawn().map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => format!("{program}: there is no such command."),
        _ => format!("{program}: could not be started ({error})."),
    })?;
    running(|all| all.push(child.id()));
    let said = talk(&mut child, input);
    running(|all| all.retain(|id| *id != child.id()));
    let (printed, complaint, ended) = said.map_err(|error| format!("{program}: {error}"))?;
    answer(program, &printed, complaint.trim_end(), ended)
}

/// Ends all commands that still run.
pub fn end_all() {
    for id in running(std::mem::take) {
        end(id);
    }
}

fn answer(program: &str, printed: &Said, complaint: &str, ended: ExitStatus) -> Result<String, String> {
    let printed = match printed {
        Said::All(text) => text.clone(),
        Said::Cut(text) => format!("{text}\n… it printed more than {} KB and was stopped.", MOST_BYTES >> 10),
    };
    match (ended.success() || !printed.is_empty(), complaint.is_empty()) {
        (true, true) => Ok(printed),
        (true, false) => Ok(format!("{printed}{complaint}\n")),
        (false, true) => Err(format!("{program} failed ({ended}).")),
        (false, false) => Err(format!("{program} failed ({ended}): {complaint}")),
    }
}

fn running<T>(change: impl FnOnce(&mut Vec<u32>) -> T) -> T {
    change(&mut RUNNING.lock().unwrap_or_else(PoisonError::into_inner))
}

/// Ends a command with all that it started.
fn end(leader: u32) {
    #[cfg(unix)]
    if let Some(group) = i32::try_from(leader).ok().and_then(rustix::process::Pid::from_raw) {
        let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
    }
}

/// All of what was printed, or its beginning.
enum Said {
    All(String),
    Cut(String),
}

/// Gives the child its input while reading all that it prints; it may stop listening early.
fn talk(child: &mut Child, input: &str) -> std::io::Result<(Said, String, ExitStatus)> {
    let leader = child.id();
    let input = input.to_owned();
    if let Some(mut pipe) = child.stdin.take() {
        thread::spawn(move || pipe.write_all(input.as_bytes()));
    }
    let printed = child.stdout.take().map(|pipe| listen(pipe, leader));
    let complaint = child.stderr.take().map(|pipe| listen(pipe, leader));
    let ended = child.wait()?;
    let complaint = complaint.map_or(String::new(), |heard| match gather(&heard) {
        Said::All(text) | Said::Cut(text) => text,
    });
    Ok((printed.map_or(Said::All(String::new()), |heard| gather(&heard)), complaint, ended))
}

/// Reads a pipe on a thread of its own, piece by piece.
fn listen(mut pipe: impl Read + Send + 'static, leader: u32) -> Receiver<Vec<u8>> {
    let (send, heard) = bounded(MOST_BYTES / 1024);
    thread::spawn(move || {
        let mut room = [0u8; 8192];
        let mut all = 0;
        while let Ok(count @ 1..) = pipe.read(&mut room) {
            all += count;
            let piece = room.get(..count).unwrap_or_default().to_vec();
            if send.send(piece).is_err() || all > MOST_BYTES {
                end(leader);
                break;
            }
        }
    });
    heard
}

/// What was heard from a pipe whose command has ended.
fn gather(heard: &Receiver<Vec<u8>>) -> Said {
    let mut bytes = Vec::new();
    while let Ok(piece) = heard.recv_timeout(LAST_WORDS) {
        bytes.extend(piece);
    }
    let cut = bytes.len() > MOST_BYTES;
    bytes.truncate(MOST_BYTES);
    let text = clean(&String::from_utf8_lossy(&bytes)).into_owned();
    if cut { Said::Cut(text) } else { Said::All(text) }
}
