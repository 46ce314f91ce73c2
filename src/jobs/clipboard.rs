//! The clipboard of the system, for terminals that take none of the text themselves.

use std::env;
use std::io::Write;
use std::process::{Command, Stdio};

/// Programs that put their input on a clipboard, each with the variable that says whether there is one.
const PROGRAMS: [(&str, &[&str]); 5] = [
    ("TMUX", &["tmux", "load-buffer", "-w", "-"]),
    ("WAYLAND_DISPLAY", &["wl-copy"]),
    ("DISPLAY", &["xclip", "-selection", "clipboard", "-in"]),
    ("DISPLAY", &["xsel", "--clipboard", "--input"]),
    ("WSL_DISTRO_NAME", &["clip.exe"]),
];

/// Gives a text to every clipboard that there is; the terminal was given it as well (OSC 52), and says nothing
/// either. Whether a program took it.
pub fn copy(text: &str) -> bool {
    let named = |variable: &str| env::var_os(variable).is_some_and(|value| !value.is_empty());
    let mut taken = cfg!(target_os = "macos") && give(&["pbcopy"], text);
    for (variable, words) in PROGRAMS {
        taken |= named(variable) && give(words, text);
    }
    taken
}

/// Gives a text to a program, which may go on running to hold it.
fn give(words: &[&str], text: &str) -> bool {
    let mut command = Command::new(words[0]);
    command.args(&words[1..]).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let Ok(mut child) = command.spawn() else { return false };
    let given = child.stdin.take().is_some_and(|mut pipe| pipe.write_all(text.as_bytes()).is_ok());
    given && child.wait().is_ok_and(|ended| ended.success())
}
