//! The screen that frames are drawn on: one write a frame, and the terminal as it was afterwards.

use std::cell::RefCell;
use std::io::{self, Stdout, Write};
use std::panic;
use std::rc::Rc;
use std::sync::Once;
use std::thread;

use crossterm::clipboard::CopyToClipboard;
use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, SetTitle,
    disable_raw_mode, enable_raw_mode, size,
};
use crossterm::{cursor, execute, queue, style};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;

use crate::model::work::Job;
use crate::session::Session;
use crate::text::printable::printable;

/// Bytes that a frame has room for at first.
const FRAME: usize = 64 << 10;
/// The most letters of a window's title.
const TITLE: usize = 200;
/// The window's title is put on the terminal's stack, and taken from it (XTWINOPS 22 and 23).
const KEEP_TITLE: &str = "\x1b[22;0t";
const GIVE_BACK_TITLE: &str = "\x1b[23;0t";

/// The terminal while the program draws on it.
pub struct Screen {
    terminal: Terminal<CrosstermBackend<Frame>>,
    frame: Frame,
    /// The bytes of the frame that was written last.
    written: Vec<u8>,
    /// What the terminal was asked for.
    mouse: bool,
    title: String,
}

/// The bytes of a frame, gathered until all of it is drawn.
#[derive(Clone)]
struct Frame(Rc<RefCell<Vec<u8>>>);

impl Write for Frame {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    /// Nothing leaves before the frame is whole.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Lends the whole terminal to `work`; afterwards it is as it was, whether `work` returns, fails or panics.
pub fn on_screen<T>(work: impl FnOnce(&mut Screen) -> io::Result<T>) -> io::Result<T> {
    restore_on_panic();
    let mut screen = Screen::enter()?;
    let done = work(&mut screen);
    restore();
    done
}

impl Screen {
    fn enter() -> io::Result<Self> {
        // Without this, NO_COLOR makes crossterm write empty parameters, which reset bold and reverse as well; that
        // no colour is written is the theme's business.
        style::force_color_output(true);
        take_over(&mut io::stdout())?;
        let frame = Frame(Rc::new(RefCell::new(Vec::with_capacity(FRAME))));
        let terminal = Terminal::new(CrosstermBackend::new(frame.clone()))?;
        Ok(Self { terminal, frame, written: Vec::new(), mouse: false, title: String::new() })
    }

    /// The columns and rows of the terminal.
    pub fn size(&self) -> io::Result<(u16, u16)> {
        size()
    }

    /// Draws the session as it is now, between the marks of a synchronized update (mode 2026); nothing is written
    /// where that would change nothing.
    pub fn draw(&mut self, session: &mut Session) -> io::Result<()> {
        queue!(self.frame, BeginSynchronizedUpdate)?;
        self.ask(session)?;
        self.terminal.draw(|frame| {
            // The frame has the terminal's size of this moment, which the event that tells of it may still be behind.
            if frame.area().as_size() != session.app.size.as_size() {
                session.resize(frame.area().width, frame.area().height);
            }
            let place = session.draw(frame.buffer_mut());
            frame.set_cursor_position(place);
        })?;
        queue!(self.frame, EndSynchronizedUpdate)?;
        let bytes = std::mem::take(&mut *self.frame.0.borrow_mut());
        if bytes != self.written {
            let mut out = io::stdout().lock();
            out.write_all(&bytes)?;
            out.flush()?;
        }
        self.written = bytes;
        Ok(())
    }

    /// Asks the terminal for what the session wants of it beside the frame: mouse, title, clipboard.
    fn ask(&mut self, session: &mut Session) -> io::Result<()> {
        let (mouse, title) = (session.app.config.settings.mouse, session.app.config.settings.title);
        if mouse != self.mouse {
            self.mouse = mouse;
            if self.mouse { queue!(self.frame, EnableMouseCapture)? } else { queue!(self.frame, DisableMouseCapture)? }
        }
        if title {
            let title: String = printable(&session.app.title()).chars().take(TITLE).collect();
            if title != self.title {
                queue!(self.frame, SetTitle(&title))?;
                self.title = title;
            }
        }
        if let Some(text) = session.app.outbox.copy.take() {
            queue!(self.frame, CopyToClipboard::to_clipboard_from(&text))?;
            session.submit(Job::Copy { text });
        }
        Ok(())
    }

    /// Draws everything anew with the next frame.
    pub fn clear(&mut self) -> io::Result<()> {
        self.written.clear();
        // Terminal::clear would ask the terminal where its cursor is, and the answer would be taken for keys.
        let (width, height) = size()?;
        self.terminal.resize(Rect::new(0, 0, width, height))
    }

    /// Leaves the terminal to somebody else, until `enter_again`.
    pub fn leave(&mut self) {
        restore();
    }

    /// Takes the terminal back after the program was stopped from outside; a shell may have made it its own meanwhile.
    pub fn go_on(&mut self) -> io::Result<()> {
        // A mode that is right is left alone: keys that are typed in the moment of a change would be lost.
        if is_raw() { self.clear() } else { self.enter_again() }
    }

    /// Takes the terminal back, whatever was made of it.
    pub fn enter_again(&mut self) -> io::Result<()> {
        // Raw mode is set for certain only where it is not believed to be set.
        disable_raw_mode()?;
        take_over(&mut io::stdout())?;
        (self.mouse, self.title) = (false, String::new());
        self.clear()
    }
}

/// Whether keys come one by one, as this program has set it.
#[cfg(unix)]
fn is_raw() -> bool {
    use rustix::termios::{LocalModes, tcgetattr};
    let raw = |modes: rustix::termios::Termios| !modes.local_modes.contains(LocalModes::ICANON);
    tcgetattr(io::stdout()).is_ok_and(raw)
}

#[cfg(not(unix))]
fn is_raw() -> bool {
    true
}

fn take_over(out: &mut Stdout) -> io::Result<()> {
    enable_raw_mode()?;
    write!(out, "{KEEP_TITLE}")?;
    execute!(out, EnterAlternateScreen, EnableBracketedPaste)
}

/// The terminal as it was; what fails on the way out can't be told any more.
fn restore() {
    let mut out = io::stdout();
    let _ = execute!(
        out,
        EndSynchronizedUpdate,
        DisableMouseCapture,
        DisableBracketedPaste,
        LeaveAlternateScreen,
        cursor::Show
    );
    let _ = write!(out, "{GIVE_BACK_TITLE}");
    let _ = out.flush();
    let _ = disable_raw_mode();
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
