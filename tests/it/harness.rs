//! A run without a terminal: press keys, settle, read the screen.

use std::path::PathBuf;
use std::time::Duration;

use pullquote::app::App;
use pullquote::config::Configuration;
use pullquote::config::colour::Depth;
use pullquote::config::surroundings::Surroundings;
use pullquote::jobs::ingest;
use pullquote::model::settings::{Written, WrittenFile};
use pullquote::session::Session;
use pullquote::store::samples::SAMPLES;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};

/// A settled session on the first screen.
pub fn welcome(width: u16, height: u16) -> Session {
    start(App::welcome(SAMPLES.len(), configured("")), width, height)
}

/// A settled session with these keys pressed on the first screen, one after another.
pub fn pressed(width: u16, height: u16, keys: &str) -> Session {
    let mut session = welcome(width, height);
    press(&mut session, keys);
    session
}

/// A settled session that began with files of the test's own: names and contents.
pub fn reading(files: &[(&str, &str)], width: u16, height: u16) -> (Session, Folder) {
    let folder = Folder::with(files);
    let paths = files.iter().map(|(name, _)| folder.path.join(name)).collect();
    (start(App::with_paths(paths, configured("")), width, height), folder)
}

/// The configuration of a file of settings, on a terminal of sixteen colours.
pub fn configured(settings: &str) -> Configuration {
    configured_on(settings, Depth::Sixteen)
}

/// The configuration of a file of settings, on a terminal with this many colours.
pub fn configured_on(settings: &str, depth: Depth) -> Configuration {
    let settings = WrittenFile { name: "config.toml".to_owned(), text: Some(Ok(settings.to_owned())) };
    Configuration::read(&Written { settings, ..Written::default() }, Surroundings { depth, ..Surroundings::default() })
}

/// A settled session that began with `app`.
pub fn start(app: App, width: u16, height: u16) -> Session {
    let mut session = Session::new(app, (width, height), ingest::perform, None);
    session.settle();
    session
}

/// Presses keys divided by blanks, all work done after each.
pub fn press(session: &mut Session, keys: &str) {
    for key in keys.split_whitespace() {
        session.press(key);
        session.settle();
    }
}

/// The rows of the screen, blanks at their ends cut off.
pub fn text(session: &Session) -> String {
    let (buffer, _) = session.screen();
    let rows: Vec<String> = rows(&buffer, |cell| cell.symbol().to_owned());
    rows.join("\n")
}

/// The screen, its styles as a second grid of letters, and where the cursor is: what a snapshot keeps.
pub fn picture(session: &Session) -> String {
    let (buffer, Position { x, y }) = session.screen();
    let styles: Vec<String> = rows(&buffer, |cell| style_letter(cell.fg, cell.modifier).to_string());
    format!("{}\n--- styles\n{}\n--- cursor {x},{y}\n", text(session), styles.join("\n"))
}

/// One letter for a style: capital where the accent's colour is.
fn style_letter(colour: Color, modifier: Modifier) -> char {
    let letter = match modifier {
        _ if modifier.contains(Modifier::REVERSED) => 'r',
        _ if modifier.contains(Modifier::DIM) => 'd',
        _ if modifier.contains(Modifier::BOLD | Modifier::UNDERLINED) => 'm',
        _ if modifier.contains(Modifier::BOLD) => 'b',
        _ if modifier.contains(Modifier::UNDERLINED) => 'u',
        _ if modifier.contains(Modifier::ITALIC) => 'i',
        _ if colour == Color::Reset => ' ',
        _ => 'c',
    };
    if colour == Color::Reset { letter } else { letter.to_ascii_uppercase() }
}

/// The rows of a buffer, wide characters taking up their two cells once.
fn rows(buffer: &Buffer, show: impl Fn(&ratatui::buffer::Cell) -> String) -> Vec<String> {
    let area = buffer.area;
    let row = |y: u16| {
        let mut line = String::new();
        let mut skip = 0;
        for x in 0..area.width {
            let cell = &buffer[(x, y)];
            if skip == 0 {
                line.push_str(&show(cell));
                skip = pullquote::text::width::cells(cell.symbol()).saturating_sub(1);
            } else {
                skip -= 1;
            }
        }
        line.trim_end().to_owned()
    };
    (0..area.height).map(row).collect()
}

/// A folder that is removed with its contents when the test ends.
pub struct Folder {
    pub path: PathBuf,
}

impl Folder {
    /// The files by their paths in the folder.
    pub fn with(files: &[(&str, &str)]) -> Self {
        use std::sync::atomic::{AtomicUsize, Ordering};
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("pullquote-test-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        for (name, words) in files {
            let file = path.join(name);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, words).unwrap();
        }
        Self { path }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.path);
    }
}

/// The screen with every style that it has, colours included, each with a letter of its own.
pub fn coloured(session: &Session) -> String {
    let (buffer, _) = session.screen();
    let mut styles: Vec<String> = Vec::new();
    for cell in &buffer.content {
        let style = style_words(cell);
        if !styles.contains(&style) {
            styles.push(style);
        }
    }
    let letter = |cell: &ratatui::buffer::Cell| {
        let place = styles.iter().position(|style| *style == style_words(cell)).unwrap();
        char::from(b'a' + u8::try_from(place).unwrap()).to_string()
    };
    let legend: Vec<String> = styles.iter().zip('a'..).map(|(style, letter)| format!("{letter} {style}")).collect();
    format!("{}\n--- styles\n{}\n--- legend\n{}\n", text(session), rows(&buffer, letter).join("\n"), legend.join("\n"))
}

fn style_words(cell: &ratatui::buffer::Cell) -> String {
    format!("{} on {}, {:?}", cell.fg, cell.bg, cell.modifier)
}

/// Files in a folder of their own: that folder, the first file, and where a library can be.
pub fn home(files: &[(&str, &str)]) -> (Folder, PathBuf, PathBuf) {
    let folder = Folder::with(files);
    let (file, library) = (folder.path.join(files[0].0), folder.path.join("library"));
    (folder, file, library)
}

/// Ends a run, once the library has kept what it was given.
pub fn leave(mut session: Session) {
    session.finish(Duration::from_secs(20));
    assert!(!session.app.is_keeping());
}
