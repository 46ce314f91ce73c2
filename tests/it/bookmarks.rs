//! Bookmarks are kept, changed, taken back, and found again in later texts; other programs' are noticed.

use std::path::PathBuf;
use std::time::Duration;

use pullquote::jobs::ingest;
use pullquote::jobs::workers::Workers;
use pullquote::model::anchor::Anchor;
use pullquote::model::article::Origin;
use pullquote::model::bookmark::{Bookmark, Change, Colour, Said, State};
use pullquote::model::correction::{Correction, QuoteCorrection, Ruling, Saying, Step, Who};
use pullquote::model::quote::{Certainty, QuoteKind};
use pullquote::model::shelf::Filter;
use pullquote::model::tags::{self, tags_in};
use pullquote::model::work::{Job, Report};
use pullquote::store::library::schema::STEPS;
use pullquote::store::library::{Kind, Library};
use pullquote::text::span::TextSpan;
use rusqlite::Connection;
use rusqlite_migration::Migrations;

use super::harness::Folder;
use super::library::{article, at, library};

pub const TEXT: &str = "The ferry was late again on Monday. Nobody on the quay was surprised.\n\n\
    “We count the bolts every spring,” said Sian Pryce, the engineer. “There are fewer each time.”\n\n\
    The council will meet on Thursday to hear what a new pier would cost.";

const URL: &str = "https://news.example/ferry";

pub fn origin() -> Origin {
    Origin::File(PathBuf::from("/news/ferry.txt"))
}

/// A bookmark of these words of an article that the library knows by these numbers.
pub fn kept(known: (i64, i64), text: &str, words: &str, seconds: i64) -> Bookmark {
    let start = text.find(words).unwrap();
    let anchor = Anchor::of(text, TextSpan::new(start, start + words.len()));
    Bookmark::new(known, anchor, None, at(seconds))
}

/// A library with two bookmarks in an article.
pub fn filled() -> (Library, Folder, (i64, i64), [Bookmark; 2]) {
    let (mut library, folder) = library();
    let known = library.opened(&origin(), &article(TEXT, Some(URL)), at(0)).unwrap();
    let known = (known.article, known.version);
    let said = Said { speaker: Some("Sian Pryce".to_owned()), kind: QuoteKind::Direct, certainty: Certainty::Likely };
    let one = Bookmark {
        note: "compare with #2021 and the #survey of May\nsecond line".to_owned(),
        tags: vec!["pier".to_owned(), "SURVEY".to_owned()],
        colour: Colour::Three,
        said: Some(said),
        ..kept(known, TEXT, "“There are fewer each time.”", 1)
    };
    let two = kept(known, TEXT, "late", 2);
    library.keep_bookmarks(&[Change::Add(one.clone()), Change::Add(two.clone())]).unwrap();
    (library, folder, known, [one, two])
}

fn all(library: &Library) -> Vec<Bookmark> {
    library.shelves().unwrap().into_iter().flat_map(|shelf| shelf.bookmarks).collect()
}

#[test]
fn a_tag_is_a_word_after_a_hash() {
    let note = "#inquiry, see #care-homes and page#3, issue #12, C# (#Été), a##b https://news.example/#part";
    assert_eq!(tags_in(note).collect::<Vec<_>>(), ["inquiry", "care-homes", "Été"]);
    assert_eq!(tags_in("#🦀 and #👩‍🚀-2, #low tide").collect::<Vec<_>>(), ["🦀", "👩‍🚀-2", "low"]);
    let marked = "#\"low tide\", #\" c/d \"x #\"\" #\"42\" #\"not closed\nhere\" #a\"b\"";
    assert_eq!(tags_in(marked).collect::<Vec<_>>(), ["low tide", "c/d", "a"]);
    assert_eq!(tags_in("#\"a #b\" #c#d \"#e\"").collect::<Vec<_>>(), ["a #b", "c", "e"]);
    let noted = ["pier", "low tide", "c/d", "say \"no\""].map(tags::noted);
    assert_eq!(noted, [Some("pier".into()), Some("\"low tide\"".into()), Some("\"c/d\"".into()), None]);
}

#[test]
fn a_line_of_tags_drops_nothing_and_comes_back_as_it_was() {
    let typed = |line: &str| tags::typed(line).into_iter().map(|typed| typed.tag).collect::<Vec<_>>();
    assert_eq!(typed("two words 🦀 #hash a,b c/d"), ["two", "words", "🦀", "hash", "a", "b", "c/d"]);
    assert_eq!(typed(" \"low tide\" ,#\"a, b\" 2021 \"not closed"), ["low tide", "a, b", "2021", "not closed"]);
    assert_eq!(typed("# , \"\""), [""; 0]);
    for all in [vec!["a b", "🦀", "plain"], vec!["say \"no\"", "#x", "a,b", "c/d"]] {
        let line = all.iter().map(|tag| tags::written(tag)).collect::<Vec<_>>().join(" ");
        assert_eq!(typed(&line), all, "{line}");
    }
}

#[test]
fn a_bookmark_comes_back_as_it_was_kept() {
    let (library, folder, _, [one, two]) = filled();
    drop(library);
    let library = Library::open(&folder.path).unwrap();
    let shelves = library.shelves().unwrap();
    assert_eq!(shelves[0].bookmarks, [two, one.clone()], "in the order of the text");
    assert_eq!((shelves[0].source.url.as_deref(), shelves[0].source.origin.clone()), (Some(URL), Some(origin())));
    assert_eq!(one.all_tags(), ["survey", "pier"]);
    assert_eq!(library.tags().unwrap(), [("pier".to_owned(), 1), ("survey".to_owned(), 1)]);
}

#[test]
fn the_inverse_of_a_change_takes_it_back() {
    let (mut library, _folder, _, [one, two]) = filled();
    let noted = Bookmark { note: "a note".to_owned(), colour: Colour::Two, modified: at(9), ..two.clone() };
    let changes =
        [Change::edit(two.clone(), noted.clone()), Change::Remove(one.clone()), Change::Remove(noted.clone())];
    let mut states = vec![all(&library)];
    for change in &changes {
        library.keep_bookmarks(std::slice::from_ref(change)).unwrap();
        states.push(all(&library));
    }
    assert_eq!(states[3], []);
    for (change, before) in changes.iter().zip(&states).rev() {
        library.keep_bookmarks(&[change.inverse()]).unwrap();
        assert_eq!(all(&library), *before);
        assert_eq!(change.inverse().inverse(), *change);
    }
}

#[test]
fn an_edit_of_what_another_program_removed_stays() {
    let (mut library, folder, _, [one, _]) = filled();
    let mut other = Library::open(&folder.path).unwrap();
    other.keep_bookmarks(&[Change::Remove(one.clone())]).unwrap();
    let edited = Bookmark { note: "written meanwhile".to_owned(), ..one.clone() };
    library.keep_bookmarks(&[Change::edit(one, edited.clone())]).unwrap();
    assert!(all(&other).contains(&edited));
}

#[test]
fn what_two_programs_write_on_one_bookmark_is_all_there() {
    let (mut library, folder, _, [one, two]) = filled();
    let mut other = Library::open(&folder.path).unwrap();
    let note = |of: &Bookmark, note: &str| Bookmark { note: note.to_owned(), modified: at(9), ..of.clone() };
    let (ours, theirs) = (note(&two, "ours"), note(&two, "theirs #pier"));
    assert_eq!(other.keep_bookmarks(&[Change::edit(two.clone(), theirs.clone())]).unwrap(), []);
    let joined = library.keep_bookmarks(&[Change::edit(two.clone(), ours)]).unwrap();
    let both = note(&two, "theirs #pier\n\nours");
    assert_eq!(joined, [Change::edit(theirs, both.clone())]);
    assert!(all(&library).contains(&both));
    // What is not the same thing does not meet.
    let red = Bookmark { colour: Colour::Two, tags: vec!["pier".to_owned(), "new".to_owned()], ..one.clone() };
    other.keep_bookmarks(&[Change::edit(one.clone(), red)]).unwrap();
    let ours = Bookmark { tags: vec!["SURVEY".to_owned(), "ours".to_owned()], ..note(&one, "ours") };
    library.keep_bookmarks(&[Change::edit(one.clone(), ours)]).unwrap();
    let held = all(&library).into_iter().find(|held| held.id == one.id).unwrap();
    assert_eq!((held.note.as_str(), held.colour, held.tags.join(" ").as_str()), ("ours", Colour::Two, "new ours"));
}

#[test]
fn bookmarks_are_found_again_in_a_later_text() {
    let (mut library, _folder, known, [one, two]) = filled();
    assert_eq!(library.anchor_bookmarks(known).unwrap(), [two.clone(), one.clone()]);
    let later = format!("Correction: it was Tuesday.\n\n{}", TEXT.replace("fewer each time", "fewer every year"))
        .replace("The ferry was late again on Monday. Nobody on the quay was surprised.\n\n", "");
    let newer = library.opened(&origin(), &article(&later, Some(URL)), at(5)).unwrap();
    assert_eq!(newer.article, known.0);
    let found = library.anchor_bookmarks((newer.article, newer.version)).unwrap();
    let states: Vec<State> = found.iter().map(|bookmark| bookmark.state).collect();
    assert_eq!(states, [State::Lost, State::Changed]);
    let (start, end) = found[1].found.unwrap();
    let words: String = later.chars().skip(start).take(end - start).collect();
    assert_eq!(words, "“There are fewer every year.”");
    assert_eq!((&found[1].anchor, found[1].version), (&one.anchor, known.1), "the wording that was kept stays");
    assert_eq!(library.text(found[1].version).unwrap(), TEXT, "and so does the text");
    let now = (newer.article, newer.version);
    let (from, to) = (later.find("“There").unwrap(), later.find("year.”").unwrap() + "year.”".len());
    let accepted = found[1].moved_to(now, Anchor::of(&later, TextSpan::new(from, to)), at(7));
    library.keep_bookmarks(&[Change::edit(found[1].clone(), accepted.clone())]).unwrap();
    assert_eq!(library.anchor_bookmarks(now).unwrap()[1], accepted, "what was accepted is in place");
    library.keep_bookmarks(&[Change::edit(accepted, found[1].clone())]).unwrap();
    let again = library.opened(&origin(), &article(TEXT, Some(URL)), at(6)).unwrap();
    assert_eq!(library.anchor_bookmarks((again.article, again.version)).unwrap(), [two, one]);
}

#[test]
fn bookmarks_go_with_an_article_that_turns_out_to_be_another() {
    let (mut library, _folder) = library();
    let named = library.opened(&Origin::Sample(0), &article("Another text.", Some(URL)), at(0)).unwrap();
    let unnamed = library.opened(&origin(), &article(TEXT, None), at(1)).unwrap();
    let bookmark = kept((unnamed.article, unnamed.version), TEXT, "council", 1);
    library.keep_bookmarks(&[Change::Add(bookmark.clone())]).unwrap();
    let joined = library.opened(&origin(), &article(TEXT, Some(URL)), at(2)).unwrap();
    assert_eq!(joined.article, named.article);
    // A program that still knows the old number.
    let edited = Bookmark { note: "later".to_owned(), ..bookmark.clone() };
    library.keep_bookmarks(&[Change::edit(bookmark, edited)]).unwrap();
    let all = all(&library);
    assert_eq!((all.len(), all[0].article, all[0].note.as_str()), (1, named.article, "later"));
    assert_eq!(library.text(all[0].version).unwrap(), TEXT);
}

#[test]
fn what_the_reader_says_of_a_speaker_holds_for_the_bookmark_of_the_quote() {
    let (mut library, _folder, known, [one, _]) = filled();
    let start = TEXT.find(&one.anchor.exact).unwrap();
    let span = TextSpan::new(start, start + one.anchor.exact.len());
    let of = Saying::of(TEXT, &[span], QuoteKind::Direct);
    let change = Ruling::Speaker(Who::Typed("Ona Vell".to_owned()));
    let correction = Correction::from(QuoteCorrection { of, change, found: None });
    let count = |library: &Library, speaker: &str| {
        let shelves = library.shelves().unwrap();
        Filter { speaker: Some(speaker.to_owned()), ..Filter::default() }.of(&shelves).len()
    };
    library.correct(known, &[Step::Make(correction.clone())]).unwrap();
    let held = library.shelf(known.0).unwrap().bookmarks.pop().unwrap();
    assert_eq!((held.speaker(), held.was_said_by()), (Some("Ona Vell"), Some("Sian Pryce")));
    assert_eq!(held.holds().unwrap().certainty, Certainty::Certain);
    assert_eq!(held.said, one.said, "what was kept stays");
    assert_eq!((count(&library, "vell"), count(&library, "pryce")), (1, 0));
    // An edit does not make it what was kept.
    let edited = Bookmark { note: "later".to_owned(), ..held.clone() };
    assert_eq!(library.keep_bookmarks(&[Change::edit(held, edited)]).unwrap(), []);
    library.correct(known, &[Step::Undo(correction)]).unwrap();
    assert_eq!((count(&library, "vell"), count(&library, "pryce")), (0, 1));
}

#[test]
fn bookmarks_are_filtered_by_all_that_is_known_of_them() {
    let (library, ..) = filled();
    let shelves = library.shelves().unwrap();
    let count = |filter: Filter| filter.of(&shelves).iter().map(|shelf| shelf.bookmarks.len()).sum::<usize>();
    let words = |words: &str| Filter { words: words.to_owned(), ..Filter::default() };
    assert_eq!(count(Filter::default()), 2);
    assert_eq!(count(Filter { tag: Some("Survey".to_owned()), ..Filter::default() }), 1);
    assert_eq!(count(Filter { colour: Some(Colour::One), ..Filter::default() }), 1);
    assert_eq!(count(Filter { speaker: Some("pryce".to_owned()), ..Filter::default() }), 1);
    assert_eq!(count(Filter { state: Some(State::Lost), ..Filter::default() }), 0);
    assert_eq!(count(Filter { article: Some("news.example".to_owned()), ..Filter::default() }), 2);
    assert_eq!(count(words("FEWER may")), 1);
    assert_eq!(count(words("fewer absent")), 0);
    assert_eq!(count(words("#Pier #may")), 0);
    assert_eq!(count(words("#Pier #survey")), 1, "of the tags beside the note and in it");
}

#[test]
fn a_library_of_version_2_is_brought_up_and_loses_nothing() {
    let folder = Folder::with(&[]);
    let mut old = Connection::open(folder.path.join("library.db")).unwrap();
    Migrations::from_slice(&STEPS[..3]).to_latest(&mut old).unwrap();
    old.execute("INSERT INTO article (headline) VALUES ('Ferry late')", []).unwrap();
    let version = "INSERT INTO version (article, text_hash, extractor, text, fetched) VALUES (1, 'x', 'x', 'x', 1)";
    old.execute(version, []).unwrap();
    drop(old);
    let library = Library::open(&folder.path).unwrap();
    assert!(folder.path.join(format!("library-before-v{}.db", STEPS.len())).is_file());
    assert_eq!(library.sources().unwrap()[0].0.headline, "Ferry late");
    assert_eq!(library.shelves().unwrap(), []);
}

/// The next report that comes within a few seconds.
fn next(workers: &Workers) -> Report {
    workers.reports().recv_timeout(Duration::from_secs(10)).unwrap()
}

#[test]
fn a_change_is_reported_when_it_is_on_the_disk_and_others_notice_it() {
    let (library, folder, _, [one, _]) = filled();
    drop(library);
    let start = || Workers::new(ingest::perform, Some(folder.path.clone()));
    let (mut here, mut there) = (start(), start());
    for workers in [&mut here, &mut there] {
        workers.submit(Job::Bookmarks);
        assert!(matches!(next(workers), Report::Bookmarks { shelves, .. } if shelves[0].bookmarks.len() == 2));
    }
    let changes = vec![Change::Remove(one)];
    here.submit(Job::KeepBookmarks { number: 7, changes });
    assert_eq!(next(&here), Report::BookmarksKept { number: 7, joined: Vec::new() });
    assert_eq!(next(&there), Report::LibraryChanged);
    there.submit(Job::Bookmarks);
    assert!(matches!(next(&there), Report::Bookmarks { shelves, .. } if shelves[0].bookmarks.len() == 1));
    assert!(here.reports().is_empty(), "its own changes are no news");
}

#[test]
fn what_cannot_be_kept_is_said_and_what_was_kept_is_there() {
    let (mut library, folder, known, _) = filled();
    let before = all(&library);
    let full = Connection::open(folder.path.join("library.db")).unwrap();
    let pages: i64 = full.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
    library.limit_pages(pages).unwrap();
    let long = Bookmark { note: "long ".repeat(40_000), ..kept(known, TEXT, "council", 3) };
    let error = library.keep_bookmarks(&[Change::Add(long)]).unwrap_err();
    assert_eq!(error.kind, Kind::Full);
    assert!(error.sentence().contains("the disk is full"), "{}", error.sentence());
    assert_eq!(all(&library), before);
    drop(library);
    assert_eq!(all(&Library::open(&folder.path).unwrap()), before);
}

#[test]
fn a_library_that_went_away_refuses_what_comes_and_says_so() {
    let (library, folder, known, _) = filled();
    drop(library);
    let mut workers = Workers::new(ingest::perform, Some(folder.path.clone()));
    workers.submit(Job::Bookmarks);
    assert!(matches!(next(&workers), Report::Bookmarks { .. }));
    std::fs::remove_dir_all(&folder.path).unwrap();
    let changes = vec![Change::Add(kept(known, TEXT, "council", 3))];
    workers.submit(Job::KeepBookmarks { number: 4, changes });
    assert!(matches!(next(&workers), Report::BookmarksRefused { number: 4, sentence } if sentence.contains("removed")));
}

#[test]
fn a_library_that_can_only_be_read_refuses_what_comes_and_keeps_what_it_has() {
    use std::os::unix::fs::PermissionsExt;
    let (library, folder, known, both) = filled();
    drop(library);
    let folders = |mode| std::fs::set_permissions(&folder.path, std::fs::Permissions::from_mode(mode)).unwrap();
    folders(0o500);
    // Whoever may do everything is not stopped by a mode.
    let stops = std::fs::write(folder.path.join("probe"), "").is_err();
    let kept = Library::open(&folder.path)
        .and_then(|mut library| library.keep_bookmarks(&[Change::Add(kept(known, TEXT, "council", 3))]));
    folders(0o700);
    if stops {
        assert_eq!(kept.unwrap_err().kind, Kind::Denied);
        assert_eq!(all(&Library::open(&folder.path).unwrap()).len(), both.len());
    }
}

#[test]
fn without_a_library_a_bookmark_is_refused_in_words() {
    let mut workers = Workers::new(ingest::perform, None);
    let changes = vec![Change::Add(kept((1, 1), TEXT, "council", 3))];
    workers.submit(Job::KeepBookmarks { number: 3, changes });
    assert!(
        matches!(next(&workers), Report::BookmarksRefused { number: 3, sentence } if sentence.contains("not kept"))
    );
}
