//! Three articles with bookmarks of theirs in a library, and sessions on them.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use pullquote::app::App;
use pullquote::config::colour::Depth;
use pullquote::jobs::ingest;
use pullquote::model::anchor::Anchor;
use pullquote::model::article::Origin;
use pullquote::model::bookmark::{Bookmark, Change, Colour, Said};
use pullquote::model::quote::{Certainty, QuoteKind};
use pullquote::session::Session;
use pullquote::store::library::Library;
use pullquote::text::span::TextSpan;

use super::corrections::BOATS;
use super::harness::{Folder, configured_on, press, text};

pub const PIER: &str = "<html><head><title>Pier at Orrin stays shut</title>\
    <meta property=\"og:site_name\" content=\"The Orrin Post\">\
    <meta property=\"article:published_time\" content=\"2023-05-22T08:00:00Z\">\
    <meta name=\"author\" content=\"Ines Marlow\">\
    <link rel=\"canonical\" href=\"https://news.example/pier\"></head><body><article>\
    <h1>Pier at Orrin stays shut for a third summer</h1>\
    <p>The pier at Orrin will stay shut for a third summer, the harbour board decided on Monday.</p>\
    <p>“Every bolt that we drew out was thinner than the one before,” said Sian Pryce, the board’s engineer. “We \
    stopped counting at four hundred.”</p>\
    <p>The board said that the work would take until spring and cost three million pounds.</p>\
    <p>Traders on the front were told by letter. “We found out from the gulls,” said Tom Adair, who sells tea beside \
    the gate.</p>\
    <p>A decision on the café had been expected in March.</p>\
    <p>Nobody on the front has seen the plans, which the board keeps in its office by the lifeboat shed.</p>\
    </article></body></html>";

pub const BEES: &str = "# Bees come back to the marsh\n\n\
    Bees were counted at eleven places this spring, said Rhona Veitch, who leads the survey.\n\n\
    “There are fewer each time, but they are there,” she said.\n\n\
    The count goes on until June.\n";

pub const BOLT: &str = "“Every bolt that we drew out was thinner than the one before,”";
pub const SPRING: &str = "The board said that the work would take until spring and cost three million pounds.";
pub const CAFE: &str = "A decision on the café had been expected in March.";
pub const SINKS: &str = "“It sinks,” Crane added.";
pub const FEWER: &str = "“There are fewer each time, but they are there,”";

const PATIENCE: Duration = Duration::from_secs(20);

/// Noon (UTC) of a day of November 2023.
pub fn noon(day: i64) -> Timestamp {
    Timestamp::from_second(1_698_796_800 + day * 86_400 + 43_200 - 86_400).unwrap()
}

pub struct Home {
    pub folder: Folder,
    pub library: PathBuf,
}

impl Home {
    /// The files, and a library that does not know them.
    pub fn empty() -> Self {
        let folder = Folder::with(&[("bees.md", BEES), ("boats.txt", BOATS), ("pier.html", PIER)]);
        let library = folder.path.join("library");
        Self { folder, library }
    }

    /// The files, with five bookmarks in them.
    pub fn new() -> Self {
        let home = Self::empty();
        let note = |bookmark: Bookmark, note: &str, tags: &[&str], colour| Bookmark {
            note: note.to_owned(),
            tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
            colour,
            ..bookmark
        };
        let said = |speaker: &str, certainty| {
            Some(Said { speaker: Some(speaker.to_owned()), kind: QuoteKind::Direct, certainty })
        };
        let bolt = note(home.kept("pier.html", BOLT, 8), "compare with the #survey of 2021", &["safety"], Colour::One);
        let bolt = Bookmark { said: said("Sian Pryce", Certainty::Certain), ..bolt };
        let spring = note(home.kept("pier.html", SPRING, 8), "", &["money"], Colour::Two);
        let cafe = home.kept("pier.html", CAFE, 3);
        let sinks = home.kept("boats.txt", SINKS, 5);
        let fewer = note(home.kept("bees.md", FEWER, 6), "", &["survey"], Colour::Three);
        let fewer = Bookmark { said: said("Rhona Veitch", Certainty::Likely), ..fewer };
        home.keep([bolt, spring, cafe, sinks, fewer].map(Change::Add));
        home
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path.join(name)
    }

    pub fn keep<const N: usize>(&self, changes: [Change; N]) {
        Library::open(&self.library).unwrap().keep_bookmarks(&changes).unwrap();
    }

    /// A bookmark of these words, as if made that day.
    pub fn kept(&self, name: &str, words: &str, day: i64) -> Bookmark {
        let origin = Origin::File(self.file(name));
        let article = ingest::read(&origin).unwrap();
        let known = Library::open(&self.library).unwrap().opened(&origin, &article, noon(day)).unwrap();
        let start = article.document.text.find(words).unwrap();
        let anchor = Anchor::of(&article.document.text, TextSpan::new(start, start + words.len()));
        Bookmark::new((known.article, known.version), anchor, None, noon(day))
    }

    /// The article on the pier becomes another: one passage changes, one goes. It is opened once.
    pub fn edit_the_pier(&self) {
        self.becomes(&PIER.replace("until spring", "until autumn").replace(CAFE, ""));
    }

    /// The article on the pier is this page from now on. It is opened once.
    pub fn becomes(&self, page: &str) {
        fs::write(self.file("pier.html"), page).unwrap();
        let mut session = self.session(&["pier.html"], 80, 24);
        session.finish(PATIENCE);
    }

    /// A settled session on files of these names.
    pub fn session(&self, names: &[&str], width: u16, height: u16) -> Session {
        self.session_with(names, (width, height), "", Depth::Sixteen)
    }

    pub fn session_with(&self, names: &[&str], size: (u16, u16), settings: &str, depth: Depth) -> Session {
        let paths = names.iter().map(|name| self.file(name)).collect();
        let app = App::with_paths(paths, configured_on(settings, depth));
        let mut session = Session::new(app, size, ingest::perform, Some(self.library.clone()));
        session.settle();
        session
    }

    /// The screen of bookmarks over the list of all three articles, with these keys pressed on it.
    pub fn shelves(&self, keys: &str) -> Session {
        let mut session = self.session(&["bees.md", "boats.txt", "pier.html"], 120, 36);
        press(&mut session, "B");
        press(&mut session, keys);
        session
    }

    /// Ends the run; what the library then holds.
    pub fn held(&self, mut session: Session) -> Vec<Bookmark> {
        session.finish(PATIENCE);
        drop(session);
        let shelves = Library::open(&self.library).unwrap().shelves().unwrap();
        shelves.into_iter().flat_map(|shelf| shelf.bookmarks).collect()
    }
}

/// The words of the bookmarks that are shown, in order.
pub fn listed(session: &Session) -> Vec<String> {
    let shelves = &session.app.shelves;
    (0..shelves.len()).filter_map(|place| shelves.at(place)).map(|(_, one)| one.anchor.exact.clone()).collect()
}

pub fn says(session: &Session, words: &str) {
    let screen = text(session);
    assert!(screen.contains(words), "{words} is not on the screen:\n{screen}");
}

pub fn says_not(session: &Session, words: &str) {
    let screen = text(session);
    assert!(!screen.contains(words), "{words} is on the screen:\n{screen}");
}

/// A picture with noon called so wherever the test is run.
pub fn at_noon(picture: &str) -> String {
    let here = TimeZone::system().to_datetime(noon(1)).strftime("%H:%M").to_string();
    picture.replace(&here, "12:00")
}
