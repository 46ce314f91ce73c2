//! Waiting for keys and signals, on threads of their own.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crossbeam_channel::{Receiver, unbounded};
use crossterm::event::Event;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

pub use keyboard::Keyboard;

/// Something that happened outside.
pub enum Happening {
    Event(Event),
    /// A signal asked for the end.
    End(i32),
    /// A signal asked to stop for a while; the program goes on after one; the terminal has another size.
    Stop,
    Continued,
    Resized,
    /// There is no terminal any more.
    Gone,
}

/// Has the signals kept from now on, for `listen`: none of them ends the program as it would any other.
pub fn signals() -> io::Result<Signals> {
    Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT, SIGWINCH])
}

/// Starts the threads that wait for keys and for signals.
pub fn listen(mut signals: Signals) -> io::Result<(Keyboard, Receiver<Happening>)> {
    let (send, receive) = unbounded();
    let lent = Arc::new(AtomicBool::new(false));
    let is_lent = lent.clone();
    let on_signal = send.clone();
    thread::Builder::new().spawn(move || {
        for signal in signals.forever() {
            // What is typed while another program has the terminal is meant for that one; to be stopped, both are.
            let lent = is_lent.load(Ordering::SeqCst);
            if lent && signal == SIGTSTP {
                let _ = emulate_default_handler(SIGTSTP);
            }
            let happening = match signal {
                SIGTSTP | SIGCONT | SIGINT if lent => continue,
                SIGTSTP => Happening::Stop,
                SIGCONT => Happening::Continued,
                SIGWINCH => Happening::Resized,
                end => Happening::End(end),
            };
            if on_signal.send(happening).is_err() {
                break;
            }
        }
    })?;
    Ok((Keyboard::listen(send, lent)?, receive))
}

/// Keys are waited for with the system's poll, which a byte in a pipe ends: another program can have the keyboard.
#[cfg(all(unix, not(target_os = "macos")))]
mod keyboard {
    use std::fs::File;
    use std::io::{self, IsTerminal};
    use std::os::fd::{AsFd, OwnedFd};
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::thread;
    use std::time::Duration;

    use crossbeam_channel::{Receiver, Sender, bounded};
    use crossterm::event;
    use rustix::event::{PollFd, PollFlags, poll};

    use super::Happening;

    /// How long more of what was typed is waited for: with no time at all crossterm looks for nothing.
    const MORE: Duration = Duration::from_millis(1);

    /// Lets the thread that reads keys rest while another program reads them.
    pub struct Keyboard {
        wake: OwnedFd,
        resting: Receiver<()>,
        go_on: Sender<()>,
        lent: Arc<AtomicBool>,
    }

    impl Keyboard {
        pub(super) fn listen(send: Sender<Happening>, lent: Arc<AtomicBool>) -> io::Result<Self> {
            let (woken, wake) = rustix::pipe::pipe()?;
            let ((rest, resting), (go_on, going)) = (bounded(1), bounded(1));
            let terminal = match io::stdin().is_terminal() {
                true => io::stdin().as_fd().try_clone_to_owned()?,
                false => OwnedFd::from(File::open("/dev/tty")?),
            };
            thread::Builder::new().spawn(move || {
                // Only without a terminal there is nothing to wait for any more.
                while wait(&terminal, &woken, &rest, &going, &send).is_some() {}
                let _ = send.send(Happening::Gone);
            })?;
            Ok(Self { wake, resting, go_on, lent })
        }

        /// Does `work` while nobody here reads keys.
        pub fn rest<T>(&self, work: impl FnOnce() -> T) -> T {
            let asked = rustix::io::write(&self.wake, b".").is_ok() && self.resting.recv().is_ok();
            self.lent.store(true, Ordering::SeqCst);
            let done = work();
            self.lent.store(false, Ordering::SeqCst);
            if asked {
                let _ = self.go_on.send(());
            }
            done
        }
    }

    /// Waits for keys once, or rests until it is told to go on; none at the end.
    fn wait(
        terminal: &OwnedFd,
        woken: &OwnedFd,
        rest: &Sender<()>,
        going: &Receiver<()>,
        send: &Sender<Happening>,
    ) -> Option<()> {
        let mut ready = [PollFd::new(terminal, PollFlags::IN), PollFd::new(woken, PollFlags::IN)];
        match poll(&mut ready, None) {
            Err(rustix::io::Errno::INTR) => return Some(()),
            Err(_) => return None,
            Ok(_) => {}
        }
        let [keys, asked] = ready.map(|ready| ready.revents());
        if asked.contains(PollFlags::IN) {
            rustix::io::read(woken, &mut [0u8; 1]).ok()?;
            rest.send(()).ok()?;
            return going.recv().ok();
        }
        while event::poll(MORE).ok()? {
            send.send(Happening::Event(event::read().ok()?)).ok()?;
        }
        (!keys.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL)).then_some(())
    }
}

/// Where a terminal can't be polled beside a pipe, the wait is cut into short ones.
#[cfg(not(all(unix, not(target_os = "macos"))))]
mod keyboard {
    use std::io;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::sync::{Arc, Mutex};
    use std::thread;
    use std::time::Duration;

    use crossbeam_channel::Sender;
    use crossterm::event;

    use super::Happening;

    /// How long another program waits for the keyboard at most.
    const PATIENCE: Duration = Duration::from_millis(100);

    /// Whoever holds it reads the keys.
    pub struct Keyboard(Arc<Mutex<()>>, Arc<AtomicBool>);

    impl Keyboard {
        pub(super) fn listen(send: Sender<Happening>, lent: Arc<AtomicBool>) -> io::Result<Self> {
            let held = Arc::new(Mutex::new(()));
            let own = held.clone();
            thread::Builder::new().spawn(move || {
                loop {
                    let turn = own.lock();
                    match event::poll(PATIENCE).and_then(|ready| ready.then(event::read).transpose()) {
                        Ok(None) => {}
                        Ok(Some(event)) if send.send(Happening::Event(event)).is_ok() => {}
                        _ => break,
                    }
                    drop(turn);
                    thread::yield_now();
                }
                let _ = send.send(Happening::Gone);
            })?;
            Ok(Self(held, lent))
        }

        /// Does `work` while nobody here reads keys.
        pub fn rest<T>(&self, work: impl FnOnce() -> T) -> T {
            let _turn = self.0.lock();
            self.1.store(true, Ordering::SeqCst);
            let done = work();
            self.1.store(false, Ordering::SeqCst);
            done
        }
    }
}
