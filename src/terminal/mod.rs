//! The real terminal: keys and signals in, frames out, and everything as it was at the end.

mod events;
mod lend;
mod screen;

use std::io;
use std::path::PathBuf;
use std::time::Duration;

use crossbeam_channel::{Receiver, select};
use crossterm::event::Event;

use crate::app::App;
use crate::input::{key, mouse};
use crate::jobs::{ingest, pipes};
use crate::session::Session;
use events::{Happening, Keyboard};
pub use screen::{Screen, on_screen};

/// How a run ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    Left,
    /// There was nothing to show: the sentence that says why.
    Failed(String),
    /// A signal asked for the end.
    Signal(i32),
}

/// How long the first frame waits for its article: less than an eye sees, and most articles are there by then.
const HEAD_START: Duration = Duration::from_millis(4);

/// How long the end waits for the library to keep the last place.
const LAST_WORDS: Duration = Duration::from_millis(500);

/// Runs the program on the terminal until it is left.
pub fn run(app: App, library: Option<PathBuf>) -> io::Result<End> {
    let signals = events::signals()?;
    on_screen(|screen| {
        let mut session = Session::new(app, screen.size()?, ingest::perform, library);
        session.await_article(HEAD_START);
        // The first frame has the processor for itself; whatever else there is to begin comes after it.
        screen.draw(&mut session)?;
        let (keyboard, happenings) = events::listen(signals)?;
        let end = turn(&mut session, screen, &keyboard, &happenings);
        session.finish(LAST_WORDS);
        pipes::end_all();
        end
    })
}

/// Waits for something to happen, draws, and again; nothing is drawn while nothing changes.
fn turn(
    session: &mut Session,
    screen: &mut Screen,
    keyboard: &Keyboard,
    happenings: &Receiver<Happening>,
) -> io::Result<End> {
    while !session.app.outbox.quit {
        session.send();
        select! {
            recv(happenings) -> happening => match happening {
                Ok(happening) => if let Some(end) = take(happening, session, screen)? { return Ok(end) },
                Err(_) => return Ok(End::Left),
            },
            recv(session.reports()) -> report => if let Ok(report) = report { session.receive(report) },
        }
        while let Ok(report) = session.reports().try_recv() {
            session.receive(report);
        }
        while let Ok(happening) = happenings.try_recv() {
            if let Some(end) = take(happening, session, screen)? {
                return Ok(end);
            }
        }
        lend::see_to(session, screen, keyboard)?;
        screen.draw(session)?;
    }
    Ok(session.app.notices.failure.take().map_or(End::Left, End::Failed))
}

/// Does what something that happened asks for; an end, if it asks for one.
fn take(happening: Happening, session: &mut Session, screen: &mut Screen) -> io::Result<Option<End>> {
    match happening {
        Happening::End(signal) => return Ok(Some(End::Signal(signal))),
        Happening::Gone => return Ok(Some(End::Left)),
        Happening::Stop => session.app.outbox.suspend = true,
        Happening::Continued => screen.go_on()?,
        Happening::Event(Event::Key(event)) => {
            if let Some(name) = key::name(&event) {
                session.press(&name);
            }
        }
        Happening::Event(Event::Mouse(event)) => {
            if let Some(pointer) = mouse::pointer(&event) {
                session.point(pointer);
            }
        }
        Happening::Event(Event::Paste(text)) => session.paste(&text),
        Happening::Resized | Happening::Event(Event::Resize(..)) => {
            let (width, height) = screen.size()?;
            session.resize(width, height);
        }
        Happening::Event(Event::FocusGained | Event::FocusLost) => {}
    }
    Ok(None)
}
