//! Browsers that are given an address.

use std::process::{Command, Stdio};
use std::thread;

/// Browsers that draw on the terminal, which has to be lent to them.
const TEXT_BROWSERS: [&str; 10] =
    ["w3m", "lynx", "links", "links2", "elinks", "www-browser", "browsh", "carbonyl", "chawan", "cha"];

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
