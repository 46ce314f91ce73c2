//! The real terminal: raw mode, keys and signals in, frames out, and everything as it was at the end.

use std::io::{self, BufWriter, Stdout, Write};
use std::panic;
use std::sync::Once;
use std::thread;
use std::time::Duration;

use crossbeam_channel::{Receiver, Sender, select, unbounded};
use crossterm::event::{self, Event};
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use crossterm::{cursor, execute, style};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

use crate::app::App;
use crate::input::key;
use crate::jobs::ingest;
use crate::session::Session;
use crate::view::theme::Theme;

/// How a run ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    Left,
    /// There was nothing to show: the sentence that says why.
    Failed(String),
    /// A signal asked for the end.
    Signal(i32),
}

enum Happening {
    Event(Event),
    Signal(i32),
}

/// The terminal that frames are drawn on, one write a frame.
pub type Screen = Terminal<CrosstermBackend<BufWriter<Stdout>>>;

/// How long the first frame waits for its article: less than an eye sees, and most articles are there by then.
const HEAD_START: Duration = Duration::from_millis(4);
/// Bytes of a frame that are gathered into one write.
const FRAME: usize = 64 << 10;

/// Runs the program on the terminal until it is left.
pub fn run(app: App) -> io::Result<End> {
    let happenings = listen()?;
    on_screen(|screen| turn(app, screen, &happenings))
}

/// Lends the whole terminal to `work`; afterwards it is as it was, whether `work` returns, fails or panics.
pub fn on_screen<T>(work: impl FnOnce(&mut Screen) -> io::Result<T>) -> io::Result<T> {
    restore_on_panic();
    let mut screen = enter()?;
    let done = work(&mut screen);
    restore();
    done
}

/// Draws, waits for something to happen, and again; nothing is drawn while nothing changes.
fn turn(app: App, screen: &mut Screen, happenings: &Receiver<Happening>) -> io::Result<End> {
    let size = screen.size()?;
    let mut session = Session::new(app, Theme::terminal(wants_colour()), (size.width, size.height), ingest::perform);
    session.await_article(HEAD_START);
    while !session.app.outbox.quit {
        screen.draw(|frame| {
            // The frame has the terminal's size of this moment, which the event that tells of it may still be behind.
            if frame.area().as_size() != session.app.size.as_size() {
                session.resize(frame.area().width, frame.area().height);
            }
            let place = session.draw(frame.buffer_mut());
            frame.set_cursor_position(place);
        })?;
        select! {
            recv(happenings) -> happening => match happening {
                Ok(happening) => if let Some(end) = take(happening, &mut session, screen)? { return Ok(end) },
                Err(_) => return Ok(End::Left),
            },
            recv(session.reports()) -> report => if let Ok(report) = report { session.receive(report) },
        }
        while let Ok(report) = session.reports().try_recv() {
            session.receive(report);
        }
        while let Ok(happening) = happenings.try_recv() {
            if let Some(end) = take(happening, &mut session, screen)? {
                return Ok(end);
            }
        }
        if std::mem::take(&mut session.app.outbox.redraw) {
            screen.clear()?;
        }
    }
    Ok(session.app.failure.take().map_or(End::Left, End::Failed))
}

fn take(happening: Happening, session: &mut Session, screen: &mut Screen) -> io::Result<Option<End>> {
    match happening {
        Happening::Signal(signal) => return Ok(Some(End::Signal(signal))),
        Happening::Event(Event::Key(event)) => {
            if let Some(name) = key::name(&event) {
                session.press(&name);
            }
        }
        Happening::Event(Event::Resize(..)) => {
            screen.autoresize()?;
            let size = screen.size()?;
            session.resize(size.width, size.height);
        }
        Happening::Event(_) => {}
    }
    Ok(None)
}

/// Starts the threads that wait for keys and for signals.
fn listen() -> io::Result<Receiver<Happening>> {
    let (send, receive) = unbounded();
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT])?;
    let on_signal = send.clone();
    thread::Builder::new().spawn(move || {
        for signal in signals.forever() {
            if on_signal.send(Happening::Signal(signal)).is_err() {
                break;
            }
        }
    })?;
    thread::Builder::new().spawn(move || read_events(&send))?;
    Ok(receive)
}

fn read_events(send: &Sender<Happening>) {
    while let Ok(event) = event::read() {
        if send.send(Happening::Event(event)).is_err() {
            break;
        }
    }
}

fn enter() -> io::Result<Screen> {
    // Without this, NO_COLOR makes crossterm write empty parameters, which reset bold and reverse as well; that
    // no colour is written is the theme's business.
    style::force_color_output(true);
    enable_raw_mode()?;
    execute!(io::stdout(), EnterAlternateScreen)?;
    Terminal::new(CrosstermBackend::new(BufWriter::with_capacity(FRAME, io::stdout())))
}

/// The terminal as it was; what fails on the way out can't be told any more.
fn restore() {
    let _ = execute!(io::stdout(), LeaveAlternateScreen, cursor::Show);
    let _ = disable_raw_mode();
    let _ = io::stdout().flush();
}

/// Restores the terminal before a panic of this thread is printed; one in a job is caught and told as a sentence.
fn restore_on_panic() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let drawing = thread::current().id();
        let print = panic::take_hook();
        panic::set_hook(Box::new(move |about| {
            if thread::current().id() == drawing {
                restore();
                print(about);
            }
        }));
    });
}

fn wants_colour() -> bool {
    std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}
