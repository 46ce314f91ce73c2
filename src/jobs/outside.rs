//! Other programs: commands that are given a text, and browsers that are given an address.

use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};
use std::thread;

use crate::extract::normalise::clean;

/// The most bytes of what a command prints that are shown.
const MOST_BYTES: u64 = 1 << 20;

/// Browsers that draw on the terminal, which has to be lent to them.
const TEXT_BROWSERS: [&str; 10] =
    ["w3m", "lynx", "links", "links2", "elinks", "www-browser", "browsh", "carbonyl", "chawan", "cha"];

/// What a command prints that is given `input`, without what could drive a terminal; a sentence where it fails.
pub fn pipe(words: &[String], input: &str) -> Result<String, String> {
    let [program, arguments @ ..] = words else { return Err("There is no command.".to_owned()) };
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => format!("{program}: there is no such command."),
        _ => format!("{program}: could not be started ({error})."),
    })?;
    let (printed, complaint) = talk(&mut child, input);
    let ended = child.wait().map_err(|error| format!("{program}: {error}"))?;
    let complaint = complaint.trim_end();
    match (ended.success(), complaint.is_empty()) {
        (true, true) => Ok(printed),
        (true, false) => Ok(format!("{printed}{complaint}\n")),
        (false, true) => Err(format!("{program} failed ({ended}).")),
        (false, false) => Err(format!("{program} failed ({ended}): {complaint}")),
    }
}

/// Gives the child its input while reading all that it prints; it may stop listening early.
fn talk(child: &mut Child, input: &str) -> (String, String) {
    let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    thread::scope(|threads| {
        threads.spawn(move || stdin.map(|mut pipe| pipe.write_all(input.as_bytes())));
        let complaint = threads.spawn(move || stderr.map(read).unwrap_or_default());
        let printed = stdout.map(read).unwrap_or_default();
        (printed, complaint.join().unwrap_or_default())
    })
}

fn read(mut pipe: impl Read) -> String {
    let mut bytes = Vec::new();
    // What was read before an error is shown.
    let _ = pipe.by_ref().take(MOST_BYTES).read_to_end(&mut bytes);
    let rest = std::io::copy(&mut pipe, &mut std::io::sink()).unwrap_or(0);
    let text = clean(&String::from_utf8_lossy(&bytes)).into_owned();
    if rest > 0 { format!("{text}\n… {rest} bytes more") } else { text }
}

/// Opens an address in a browser: the given command, or what the system has. Never through a shell.
pub fn browse(url: &str, command: &str) -> Result<(), String> {
    if command.trim().is_empty() {
        return webbrowser::open(url).map_err(|error| format!("No browser could open {url} ({error})."));
    }
    let words = shlex::split(command).filter(|words| !words.is_empty());
    let words = words.ok_or_else(|| format!("browser = {command:?} is no command."))?;
    let mut browser = Command::new(&words[0]);
    browser.args(&words[1..]).arg(url);
    if is_for_terminal(command) {
        return browser.status().map(|_| ()).map_err(|error| format!("{}: {error}", words[0]));
    }
    browser.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = browser.spawn().map_err(|error| format!("{}: {error}", words[0]))?;
    // A browser that was not running yet stays; nobody has to wait for it but this thread.
    thread::spawn(move || child.wait());
    Ok(())
}

/// Whether a browser's command draws on the terminal.
pub fn is_for_terminal(command: &str) -> bool {
    let first = command.split(':').next().unwrap_or_default();
    let program = first.split_whitespace().next().unwrap_or_default();
    let name = program.rsplit('/').next().unwrap_or_default();
    TEXT_BROWSERS.contains(&name)
}
