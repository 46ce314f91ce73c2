//! What the session asks of the world around: to stop for a while, an editor, a browser, a redraw.

use std::env;
use std::io;
use std::path::Path;
use std::process::{Command, ExitStatus};

use signal_hook::consts::SIGTSTP;
use signal_hook::low_level::emulate_default_handler;

use super::events::Keyboard;
use super::screen::Screen;
use crate::actions::File;
use crate::config::{keys, settings};
use crate::jobs::browsers;
use crate::model::work::{Job, Report};
use crate::session::Session;
use crate::store::notes;
use crate::store::settings::make;

/// Sees to all that was asked for since the last frame.
pub fn see_to(session: &mut Session, screen: &mut Screen, keyboard: &Keyboard) -> io::Result<()> {
    if std::mem::take(&mut session.app.outbox.redraw) {
        screen.clear()?;
    }
    if std::mem::take(&mut session.app.outbox.suspend) {
        stop(screen)?;
    }
    if let Some(url) = session.app.outbox.browse.take() {
        browse(&url, session, screen, keyboard)?;
    }
    if let Some(file) = session.app.outbox.edit.take() {
        edit(file, session, screen, keyboard)?;
    }
    if let Some(note) = session.app.outbox.note.take() {
        write(&note, session, screen, keyboard)?;
    }
    Ok(())
}

/// Stops as any program does, the terminal being as it was meanwhile.
fn stop(screen: &mut Screen) -> io::Result<()> {
    screen.leave();
    // What would keep a program from being stopped is no reason to end it.
    let _ = emulate_default_handler(SIGTSTP);
    screen.enter_again()
}

/// Opens an address: a browser that draws on the terminal gets it, any other is started by a job.
fn browse(url: &str, session: &mut Session, screen: &mut Screen, keyboard: &Keyboard) -> io::Result<()> {
    let set = session.app.config.settings.browser.clone();
    let command = if set.is_empty() { env::var("BROWSER").unwrap_or_default() } else { set.clone() };
    if !browsers::is_for_terminal(&command) {
        session.submit(Job::Browse { url: url.to_owned(), command: set });
        return Ok(());
    }
    screen.leave();
    let done = keyboard.rest(|| browsers::browse(url, &set));
    screen.enter_again()?;
    if let Err(sentence) = done {
        session.app.notices.say(sentence);
    }
    Ok(())
}

/// Opens a file of settings in an editor, and has it read again.
fn edit(file: File, session: &mut Session, screen: &mut Screen, keyboard: &Keyboard) -> io::Result<()> {
    let Some(paths) = session.app.config.paths.clone() else {
        session.app.notices.say("This system has no place for settings; name a file with --config.");
        return Ok(());
    };
    let (path, text) = match file {
        File::Settings => (&paths.settings, settings::REFERENCE),
        File::Keys => (&paths.keys, keys::TEMPLATE),
    };
    if let Err(error) = make(path, text) {
        session.app.notices.say(format!("{}: could not be made ({error}).", path.display()));
        return Ok(());
    }
    match open(path, session, screen, keyboard)? {
        Ok(_) => session.submit(Job::Settings { paths }),
        Err(sentence) => session.app.notices.say(sentence),
    }
    Ok(())
}

/// Lends a note to an editor, and has what becomes of it read.
fn write(note: &str, session: &mut Session, screen: &mut Screen, keyboard: &Keyboard) -> io::Result<()> {
    let refused = |session: &mut Session, sentence| session.app.receive(Report::NoteWritten { text: Err(sentence) });
    let path = match notes::lend(note) {
        Ok(path) => path,
        Err(error) => {
            refused(session, format!("The note can't be given to an editor: no file could be made ({error})."));
            return Ok(());
        }
    };
    match open(&path, session, screen, keyboard)? {
        Ok(status) if status.success() => session.submit(Job::ReadNote { path }),
        ended => {
            notes::remove(&path);
            let failed = || "The editor ended with an error: the note is as it was.".to_owned();
            refused(session, ended.err().unwrap_or_else(failed));
        }
    }
    Ok(())
}

/// Opens a file in the editor that is set, that of `VISUAL` or `EDITOR`, else vi; how that ended, or a sentence that
/// says why there was none.
fn open(
    path: &Path,
    session: &mut Session,
    screen: &mut Screen,
    keyboard: &Keyboard,
) -> io::Result<Result<ExitStatus, String>> {
    let set = session.app.config.settings.editor.clone();
    let named = |name| env::var(name).ok().filter(|command| !command.trim().is_empty());
    let command =
        Some(set).filter(|command| !command.is_empty()).or_else(|| named("VISUAL")).or_else(|| named("EDITOR"));
    let command = command.unwrap_or_else(|| "vi".to_owned());
    let words = shlex::split(&command).filter(|words| !words.is_empty()).unwrap_or_else(|| vec![command.clone()]);
    screen.leave();
    let ended = keyboard.rest(|| Command::new(&words[0]).args(&words[1..]).arg(path).status());
    screen.enter_again()?;
    let sentence = |error| format!("{command}: the editor could not be started ({error}); set editor in the settings.");
    Ok(ended.map_err(sentence))
}
