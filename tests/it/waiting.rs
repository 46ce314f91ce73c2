//! Bookmarks that come in before their article is read find it once it is.

use std::path::PathBuf;

use pullquote::app::Screen;
use pullquote::export::bookmarks::{Format, read, write};
use pullquote::model::article::Origin;
use pullquote::model::bookmark::{Bookmark, State};
use pullquote::model::shelf::Source;
use pullquote::store::library::Library;
use pullquote::store::library::importing::{Count, Incoming};
use rusqlite::Connection;

use super::bookmarks::{TEXT, kept};
use super::harness::press;
use super::library::{article, at, library};
use super::shelf_home::{FEWER, Home, SINKS, listed, says};

const TITLE: &str = "The ferry was late again on Monday";
const URL: &str = "https://news.example/ferry";

fn source(headline: &str, url: Option<&str>) -> Source {
    Source { headline: headline.to_owned(), url: url.map(str::to_owned), ..Source::default() }
}

fn coming(source: &Source, words: &str) -> Incoming {
    (source.clone(), kept((0, 0), TEXT, words, 1))
}

fn file(name: &str) -> Origin {
    Origin::File(PathBuf::from(name))
}

/// The bookmarks of the only article with some, once that is opened as the library has it.
fn opened(library: &mut Library, text: &str, url: Option<&str>) -> Vec<Bookmark> {
    let known = library.opened(&file("/news/ferry.txt"), &article(text, url), at(9)).unwrap();
    library.anchor_bookmarks((known.article, known.version)).unwrap()
}

#[test]
fn an_article_takes_what_waited_for_it_by_address_or_by_title_and_words() {
    for (from, opened_at) in [
        (source("Ferry late", Some(URL)), Some(URL)),
        (source("Ferry late", Some("http://www.news.example/ferry/#comments")), Some(URL)),
        (source(TITLE, None), None),
        (source(TITLE, Some(URL)), None),
        (source(TITLE, None), Some(URL)),
        (source("The Ferry was late again on Monday | The Orrin Post", None), None),
    ] {
        let (mut library, _folder) = library();
        let all = [coming(&from, "“There are fewer each time.”"), coming(&from, "late")];
        assert_eq!(library.import(&all, at(1)).unwrap(), Count { waiting: 2, ..Count::default() });
        let found = opened(&mut library, TEXT, opened_at);
        assert_eq!(found.len(), 2, "{from:?}");
        assert!(found.iter().all(|one| one.state == State::InPlace), "{found:?}");
        assert_eq!(library.sources().unwrap().len(), 1, "it is one article: {from:?}");
        assert!(library.problems().unwrap().is_empty());
        let url = library.sources().unwrap()[0].0.url.clone();
        assert_eq!(url, opened_at.map(str::to_owned).or(from.url), "what the file knew is not lost");
    }
}

#[test]
fn what_is_of_another_article_goes_on_waiting() {
    let other = "It rained on all of the boats for three days in a row. Nobody counted them.";
    for (from, text, url) in [
        (source("Something else", None), TEXT, None),
        (source(TITLE, Some("https://other.example/ferry")), TEXT, Some(URL)),
        (source("It rained on all of the boats for three days in a row", None), other, None),
    ] {
        let (mut library, _folder) = library();
        let all = [coming(&from, "“There are fewer each time.”"), coming(&from, "Nobody on the quay was surprised.")];
        library.import(&all, at(1)).unwrap();
        assert_eq!(opened(&mut library, text, url), []);
        let shelves = library.shelves().unwrap();
        assert!(shelves[0].bookmarks.iter().all(|one| one.state == State::Unchecked), "{from:?}");
    }
}

#[test]
fn words_that_the_text_does_not_have_are_lost_in_it_and_never_in_place() {
    let (mut library, _folder) = library();
    let from = source(TITLE, None);
    let gone = "It rained on all of the boats for three days in a row.";
    let strange = (from.clone(), kept((0, 0), gone, gone, 1));
    let all = [coming(&from, "“There are fewer each time.”"), coming(&from, "The council will meet"), strange];
    library.import(&all, at(1)).unwrap();
    let found = opened(&mut library, TEXT, None);
    let state = |words: &str| found.iter().find(|one| one.anchor.exact == words).unwrap().state;
    assert_eq!((state(gone), state("The council will meet")), (State::Lost, State::InPlace));
}

#[test]
fn what_waited_is_found_when_it_is_taken_in_again() {
    let (mut library, folder) = library();
    let all = [coming(&source(TITLE, None), "late")];
    // As older versions left it: the article is there, and the bookmark waits beside it.
    library.import(&all, at(1)).unwrap();
    let rows = Connection::open(folder.path.join("library.db")).unwrap();
    rows.execute("INSERT INTO article (headline) VALUES (?1)", [TITLE]).unwrap();
    let version = "INSERT INTO version (article, text_hash, extractor, text, fetched) VALUES (?1, 'x', 'x', ?2, 1)";
    rows.execute(version, (rows.last_insert_rowid(), TEXT)).unwrap();
    assert_eq!(library.sources().unwrap().len(), 2);
    assert_eq!(library.import(&all, at(3)).unwrap().there, 1);
    assert_eq!(library.adopt_waiting().unwrap(), 1);
    assert_eq!((library.adopt_waiting().unwrap(), library.sources().unwrap().len()), (0, 1));
    assert_eq!(library.shelves().unwrap()[0].bookmarks[0].state, State::InPlace);
}

#[test]
fn an_article_that_is_there_takes_them_by_its_title_too() {
    let (mut library, _folder) = library();
    library.opened(&file("/a.txt"), &article(TEXT, None), at(2)).unwrap();
    let all = [coming(&source(TITLE, Some(URL)), "late")];
    assert_eq!(library.preview(&all).unwrap().matched, 1, "a title and the words are enough");
    assert_eq!(library.import(&all, at(3)).unwrap().matched, 1);
    assert_eq!(library.sources().unwrap().len(), 1);
}

#[test]
fn imported_bookmarks_stand_in_the_article_that_is_opened_after_them() {
    let (there, here) = (Home::new(), Home::empty());
    let shelves = Library::open(&there.library).unwrap().shelves().unwrap();
    let incoming = read(&write(Format::Annotations, &shelves), at(0)).unwrap().bookmarks;
    let incoming: Vec<Incoming> = incoming.into_iter().map(|one| (one.source, one.bookmark)).collect();
    Library::open(&here.library).unwrap().import(&incoming, at(1)).unwrap();
    let mut session = here.shelves("");
    says(&session, "article not read yet");
    press(&mut session, "Enter");
    assert_eq!(session.app.screen, Screen::Bookmarks);
    says(&session, "Not read here yet: open a file of this article; the words are looked for in it.");
    press(&mut session, "Esc j Enter");
    assert_eq!(session.app.bookmarks.marks().len(), 1);
    press(&mut session, "B");
    assert_eq!(listed(&session).iter().filter(|words| *words == SINKS).count(), 1);
    press(&mut session, "Esc J");
    drop(session);
    let mut session = here.session(&["bees.md"], 120, 36);
    press(&mut session, "B");
    assert_eq!(session.app.chosen_bookmark().unwrap().anchor.exact, FEWER);
    assert_eq!(session.app.chosen_bookmark().unwrap().state, State::InPlace);
}
