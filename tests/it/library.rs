//! The library knows articles again, keeps places in them, and remembers.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use pullquote::model::anchor::Anchor;
use pullquote::model::article::{Article, Origin};
use pullquote::model::document::Document;
use pullquote::model::place::{Known, Memory, Place};
use pullquote::store::library::Library;
use pullquote::store::library::folder::folder_by;
use pullquote::text::span::TextSpan;

use super::harness::Folder;

const TEXT: &str = "The dam was closed on Monday. Nobody had been told.\n\n\
    The inquiry goes on. A report is expected in spring.";

pub fn library() -> (Library, Folder) {
    let folder = Folder::with(&[]);
    (Library::open(&folder.path).unwrap(), folder)
}

/// An article of this text, with an address or without.
pub fn article(text: &str, url: Option<&str>) -> Article {
    let document = Document { text: text.to_owned(), ..Document::default() };
    let headline = text.split('.').next().map(str::to_owned);
    Article { headline, url: url.map(str::to_owned), document, ..Article::default() }
}

fn file(path: &str) -> Origin {
    Origin::File(PathBuf::from(path))
}

/// The time that many seconds into the test.
pub fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_700_000_000 + seconds).unwrap()
}

fn open(library: &mut Library, path: &str, text: &str, url: Option<&str>) -> Known {
    library.opened(&file(path), &article(text, url), at(0)).unwrap()
}

/// The place of the sentence that begins with these words.
pub fn place(text: &str, words: &str) -> Place {
    let start = text.find(words).unwrap();
    Place { anchor: Anchor::opening(text, TextSpan::new(start, start + words.len())), progress: 40 }
}

/// Opens an article, stops reading at these words.
fn read_to(library: &mut Library, path: &str, text: &str, words: &str, seconds: i64) -> Known {
    let known = open(library, path, text, None);
    library.keep_place((known.article, known.version), &place(text, words), at(seconds)).unwrap();
    known
}

const URL: Option<&str> = Some("https://news.example/dam");

const OTHER: Option<&str> = Some("https://news.example/bees");

#[test]
fn an_article_is_known_by_its_address() {
    let (mut library, _folder) = library();
    let known = open(&mut library, "/a.html", TEXT, URL);
    let again = open(&mut library, "/b.html", "A shorter text.", URL);
    assert_eq!(again.article, known.article);
    assert_ne!(again.version, known.version);
    assert_ne!(open(&mut library, "/c.html", TEXT, OTHER).article, known.article);
}

#[test]
fn an_article_without_an_address_is_known_by_its_path() {
    let (mut library, _folder) = library();
    let known = open(&mut library, "/a.txt", TEXT, None);
    let edited = open(&mut library, "/a.txt", "All of it is new.", None);
    assert_eq!(edited.article, known.article);
    assert_ne!(edited.version, known.version);
    assert_eq!(open(&mut library, "/a.txt", TEXT, None), known);
    assert_ne!(open(&mut library, "/b.txt", "Another text.", None).article, known.article);
}

#[test]
fn a_path_is_the_same_however_it_is_given() {
    let (mut library, folder) = library();
    std::fs::create_dir(folder.path.join("in")).unwrap();
    std::fs::write(folder.path.join("a.txt"), TEXT).unwrap();
    let path = |path: &str| Origin::File(folder.path.join(path));
    let known = library.opened(&path("a.txt"), &article(TEXT, None), at(0)).unwrap();
    let same = library.opened(&path("in/../a.txt"), &article("Edited.", None), at(0)).unwrap();
    assert_eq!(same.article, known.article);
}

/// Decided: where the path is unknown, the text says which article it is. A copy is the same article.
#[test]
fn a_copy_elsewhere_is_known_by_its_text() {
    let (mut library, _folder) = library();
    let known = read_to(&mut library, "/a.txt", TEXT, "The inquiry", 1);
    let copy = open(&mut library, "/copy.txt", TEXT, None);
    assert_eq!(copy.article, known.article);
    assert_eq!(copy.place, Some(place(TEXT, "The inquiry")));
    let piped = library.opened(&Origin::Input, &article(TEXT, None), at(2)).unwrap();
    assert_eq!(piped.article, known.article);
    // Both paths lead to it from now on, whatever they hold.
    assert_eq!(open(&mut library, "/copy.txt", "Edited.", None).article, known.article);
    assert_eq!(open(&mut library, "/a.txt", "Edited too.", None).article, known.article);
}

#[test]
fn what_is_piped_in_is_known_by_its_text_alone() {
    let (mut library, _folder) = library();
    let mut piped = |text| library.opened(&Origin::Input, &article(text, None), at(0)).unwrap().article;
    let known = piped(TEXT);
    assert_ne!(piped("Something else."), known);
    assert_eq!(piped(TEXT), known);
}

#[test]
fn an_address_that_turns_up_later_is_the_same_articles() {
    let (mut library, _folder) = library();
    let known = read_to(&mut library, "/a.html", TEXT, "The inquiry", 1);
    let addressed = open(&mut library, "/a.html", "The text was edited.", URL);
    assert_eq!((addressed.article, addressed.place.is_some()), (known.article, true));
    assert_eq!(open(&mut library, "/elsewhere.html", "And again.", URL).article, known.article);
    let by_text = open(&mut library, "/b.txt", "Bees are well.", None);
    assert_eq!(open(&mut library, "/bees.html", "Bees are well.", OTHER).article, by_text.article);
}

#[test]
fn two_articles_that_turn_out_to_be_one_are_joined() {
    let (mut library, _folder) = library();
    let first = open(&mut library, "/a.html", TEXT, URL);
    library.keep_place((first.article, first.version), &place(TEXT, "Nobody"), at(1)).unwrap();
    let second = read_to(&mut library, "/b.txt", "Its text was shorter. It was.", "It was", 2);
    assert_ne!(second.article, first.article);
    let joined = open(&mut library, "/b.txt", TEXT, URL);
    assert_eq!((joined.article, joined.version), (first.article, first.version));
    assert_eq!(joined.place, Some(place("Its text was shorter. It was.", "It was")), "the later place stays");
    assert_eq!(library.recent(9).unwrap().len(), 1);
    // A program that still holds the old numbers keeps the place of the joined article.
    library.keep_place((second.article, second.version), &place(TEXT, "A report"), at(3)).unwrap();
    assert_eq!(open(&mut library, "/a.html", TEXT, URL).place, Some(place(TEXT, "A report")));
}

#[test]
fn articles_of_the_same_text_are_joined_with_their_places() {
    let (mut library, _folder) = library();
    let named = open(&mut library, "/a.html", "Old text.", URL);
    let unnamed = read_to(&mut library, "/b.txt", TEXT, "A report", 5);
    assert_eq!(open(&mut library, "/a.html", TEXT, URL).place, None);
    let text = open(&mut library, "/b.txt", TEXT, URL);
    assert_eq!((text.article, text.place), (named.article, Some(place(TEXT, "A report"))));
    // Its numbers are gone, and are nobody else's.
    library.keep_place((unnamed.article, unnamed.version), &place(TEXT, "Nobody"), at(6)).unwrap();
    assert_ne!(open(&mut library, "/new.txt", "New.", None).article, unnamed.article);
}

#[test]
fn a_path_that_holds_an_article_of_another_address_holds_another() {
    let (mut library, _folder) = library();
    let known = open(&mut library, "/today.html", TEXT, URL);
    let other = open(&mut library, "/today.html", "Bees.", OTHER);
    assert_ne!(other.article, known.article);
    assert_eq!(other.place, None);
    // The path is the other's now; the first is still known by its address.
    assert_eq!(open(&mut library, "/today.html", "Bees, edited.", None).article, other.article);
    assert_eq!(open(&mut library, "/yesterday.html", TEXT, URL).article, known.article);
}

#[test]
fn a_place_is_found_again_after_the_file_was_edited() {
    let (mut library, _folder) = library();
    read_to(&mut library, "/a.txt", TEXT, "The inquiry goes on.", 1);
    for (changed, begins) in [
        (format!("Correction: it was Tuesday.\n\n{TEXT}"), "The inquiry goes on."),
        (TEXT.replace("The inquiry goes on.", "The inquiry still goes on."), "The inquiry still"),
        (TEXT.replace("The inquiry goes on. ", ""), "A report"),
    ] {
        let known = open(&mut library, "/a.txt", &changed, None);
        let found = known.place.unwrap().anchor.find(&changed).unwrap();
        assert!(changed.get(found..).unwrap().starts_with(begins), "{begins}");
    }
}

#[test]
fn the_articles_read_last_come_first_and_only_such_as_can_be_opened() {
    let (mut library, _folder) = library();
    read_to(&mut library, "/a.txt", "First. Then more.", "Then", 1);
    read_to(&mut library, "/b.txt", "Second. Then more.", "Then", 3);
    open(&mut library, "/c.txt", "Never read.", None);
    let sample = library.opened(&Origin::Sample(2), &article("Third. Then more.", None), at(2)).unwrap();
    library.keep_place((sample.article, sample.version), &place("Third. Then more.", "Then"), at(2)).unwrap();
    let piped = library.opened(&Origin::Input, &article("Piped. Then more.", None), at(4)).unwrap();
    library.keep_place((piped.article, piped.version), &place("Piped. Then more.", "Then"), at(4)).unwrap();
    let recent = library.recent(9).unwrap();
    let origins: Vec<&Origin> = recent.iter().map(|recent| &recent.origin).collect();
    assert_eq!(origins, [&file("/b.txt"), &Origin::Sample(2), &file("/a.txt")]);
    assert_eq!((recent[0].headline.as_str(), recent[0].progress, recent[0].read), ("Second", 40, at(3)));
    assert_eq!(library.recent(1).unwrap(), recent[..1]);
}

#[test]
fn an_article_of_two_paths_stands_once_with_the_path_opened_last() {
    let (mut library, _folder) = library();
    read_to(&mut library, "/a.txt", TEXT, "Nobody", 1);
    library.opened(&file("/copy.txt"), &article(TEXT, None), at(5)).unwrap();
    let origins: Vec<Origin> = library.recent(9).unwrap().into_iter().map(|recent| recent.origin).collect();
    assert_eq!(origins, [file("/copy.txt")]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_path_that_is_not_unicode_comes_back_as_it_was() {
    use std::os::unix::ffi::OsStrExt;
    let (mut library, _folder) = library();
    let odd = Origin::File(Path::new("/").join(std::ffi::OsStr::from_bytes(b"caf\xe9.txt")));
    let known = library.opened(&odd, &article(TEXT, None), at(0)).unwrap();
    library.keep_place((known.article, known.version), &place(TEXT, "Nobody"), at(1)).unwrap();
    assert_eq!(library.recent(1).unwrap()[0].origin, odd);
}

#[test]
fn what_is_remembered_comes_back() {
    let (mut library, folder) = library();
    assert_eq!(library.remembered().unwrap(), Memory::default());
    let mut memory = Memory { measure: Some(66), ..Memory::default() };
    for action in ["find", "quotes", "find"] {
        memory.used(action);
    }
    memory.piped("wc -w\nls");
    memory.other.insert("welcome".to_owned(), "seen\non Monday".to_owned());
    for key in [Memory::MEASURE, Memory::ACTIONS, Memory::COMMANDS, "welcome"] {
        library.remember(key, memory.text_of(key).as_deref()).unwrap();
    }
    drop(library);
    let mut library = Library::open(&folder.path).unwrap();
    assert_eq!(library.remembered().unwrap(), memory);
    assert_eq!(
        (memory.actions, memory.commands),
        (vec!["find".to_owned(), "quotes".to_owned()], vec!["wc -w ls".to_owned()])
    );
    library.remember(Memory::MEASURE, None).unwrap();
    assert_eq!(library.remembered().unwrap().measure, None);
}

#[test]
fn the_folder_is_what_was_given_then_what_the_environment_says() {
    let variables = |named: &[(&'static str, &'static str)]| {
        let named = named.to_vec();
        move |name: &str| named.iter().find(|(other, _)| *other == name).map(|(_, value)| value.into())
    };
    let both = [("PULLQUOTE_LIBRARY", "mine"), ("XDG_DATA_HOME", "/data")];
    let path = |path: &str| Some(PathBuf::from(path));
    assert_eq!(folder_by(path("given"), None, variables(&both)), path("given"));
    assert_eq!(folder_by(None, None, variables(&both)), path("mine"));
    let absolute = std::env::temp_dir();
    let data = |name: &str| (name == "XDG_DATA_HOME").then(|| absolute.clone().into_os_string());
    assert_eq!(folder_by(None, None, data), Some(absolute.join("pullquote")));
    let system = folder_by(None, None, |_| None);
    assert_eq!(folder_by(None, None, variables(&[("PULLQUOTE_LIBRARY", ""), ("XDG_DATA_HOME", "data")])), system);
}
