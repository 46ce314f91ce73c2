//! How long bookmarks take: listing and filtering many, finding an article's again after an edit.

#[allow(dead_code, reason = "the other benchmarks have more kinds of text")]
mod articles;

use std::path::PathBuf;

use articles::article;
use divan::{Bencher, black_box};
use jiff::Timestamp;
use pullquote::app::App;
use pullquote::config::Configuration;
use pullquote::extract::extract;
use pullquote::jobs::ingest;
use pullquote::model::anchor::Anchor;
use pullquote::model::article::{Article, Format, Origin};
use pullquote::model::bookmark::{Bookmark, Change};
use pullquote::model::shelf::{Filter, Index};
use pullquote::session::Session;
use pullquote::store::library::Library;
use pullquote::store::samples::SAMPLES;
use pullquote::text::passage::Ground;
use pullquote::text::span::TextSpan;

fn main() {
    divan::main();
}

/// A folder that is removed in the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("pullquote-bench-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn extracted(text: &str) -> Article {
    extract(text.as_bytes(), Format::Plain).unwrap_or_else(|refusal| panic!("{}", refusal.sentence()))
}

/// Bookmarks of a text, of a sentence, a word or a paragraph, in turn.
fn bookmarks(known: (i64, i64), article: &Article, count: usize) -> Vec<Change> {
    let document = &article.document;
    let one = |number: usize| {
        let at = document.text.len() * number / count;
        let block = &document.blocks[document.block_at(at).unwrap_or(0)];
        let sentence = document.sentence_at(at);
        let word = document.slice(sentence).split_whitespace().next().map_or(0, str::len);
        let span = match number % 3 {
            0 => sentence,
            1 => TextSpan::new(sentence.start, sentence.start + word),
            _ => block.span,
        };
        let anchor = Anchor::of(&document.text, span);
        let note = format!("note {number} on #tag{}", number % 40);
        Change::Add(Bookmark { note, ..Bookmark::new(known, anchor, None, Timestamp::UNIX_EPOCH) })
    };
    (0..count).map(one).collect()
}

/// A library of 2,000 articles with five bookmarks each.
fn large(folder: &Folder) -> Option<Library> {
    let mut library = Library::open(&folder.0).ok()?;
    for number in 0..2000 {
        let mut article = extracted(&article(4 << 10));
        article.url = Some(format!("https://news.example/{number}"));
        article.document.text.push_str(&format!("\n\nNumber {number}."));
        let origin = Origin::File(format!("/news/{number}.txt").into());
        let known = library.opened(&origin, &article, Timestamp::UNIX_EPOCH).ok()?;
        library.keep_bookmarks(&bookmarks((known.article, known.version), &article, 5)).ok()?;
    }
    Some(library)
}

#[divan::bench(sample_count = 30)]
fn list_10_000_bookmarks_of_2_000_articles(bencher: Bencher) {
    let folder = Folder::new("list");
    let library = large(&folder);
    bencher.bench_local(|| library.as_ref().map(|library| library.shelves().map(|shelves| shelves.len())));
}

#[divan::bench(sample_count = 30, args = ["bolt", "bolt pier", "#none"])]
fn filter_10_000_bookmarks(bencher: Bencher, words: &str) {
    let folder = Folder::new("filter");
    let shelves = large(&folder).and_then(|library| library.shelves().ok()).unwrap_or_default();
    let filter = Filter { words: words.to_owned(), ..Filter::default() };
    let index = Index::of(&shelves);
    bencher.bench_local(|| filter.places(black_box(&shelves), &index).len());
}

/// A session on that library, without articles of its own.
fn session(folder: &Folder) -> Session {
    let app = App::welcome(0, Configuration::default());
    let mut session = Session::new(app, (120, 36), ingest::perform, Some(folder.0.clone()));
    session.settle();
    session
}

/// From the key to the drawn list, the library's answer between.
#[divan::bench(sample_count = 30)]
fn open_the_screen_of_10_000_bookmarks(bencher: Bencher) {
    let folder = Folder::new("screen");
    drop(large(&folder));
    bencher.with_inputs(|| session(&folder)).bench_local_values(|mut session| {
        session.press("B");
        while !session.app.shelves.is_read() {
            let Ok(report) = session.reports().recv() else { break };
            session.receive(report);
        }
        (session.screen(), session)
    });
}

/// From a key of the words that are looked for to the drawn list.
#[divan::bench(sample_count = 100)]
fn narrow_the_screen_of_10_000_bookmarks_by_a_key(bencher: Bencher) {
    let folder = Folder::new("narrow");
    drop(large(&folder));
    let mut session = session(&folder);
    for key in ["B", "/", "b", "o", "l"] {
        session.press(key);
        session.settle();
    }
    let mut is_typed = false;
    bencher.bench_local(|| {
        session.press(if is_typed { "Backspace" } else { "t" });
        is_typed = !is_typed;
        session.screen()
    });
}

/// Paragraphs of about so many bytes in all, of the words of the samples in another order: as many different ones as
/// an article has, and no two passages alike.
fn varied(bytes: usize) -> String {
    let texts = SAMPLES.iter().map(|sample| String::from_utf8_lossy(sample.bytes).into_owned());
    let texts = texts.collect::<Vec<_>>().join(" ");
    let words: Vec<&str> = texts.split_whitespace().filter(|word| !word.contains(['<', '>', '=', '#'])).collect();
    let mut text = String::new();
    let mut seed = 0x2545_f491_4f6c_dd1d_u64;
    for place in 1.. {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        text.push_str(words[(seed % words.len() as u64) as usize]);
        text.push_str(if place % 60 == 0 { ".\n\n" } else { " " });
        if text.len() >= bytes {
            break;
        }
    }
    text
}

/// Finds 100 bookmarks of a text again, a word in 25 of which was changed in each of so many lines.
fn find_again(bencher: Bencher, text: &str, each: usize) {
    let before = extracted(text);
    let text = &before.document.text;
    let word = |(place, word): (usize, &str)| if place % 25 == 3 { format!("other{place}") } else { word.to_owned() };
    let edited = |line: &str| line.split(' ').enumerate().map(word).collect::<Vec<_>>().join(" ");
    let lines = text.lines().enumerate();
    let lines = lines.map(|(place, line)| if place % each == 0 { edited(line) } else { line.to_owned() });
    let after = lines.collect::<Vec<_>>().join("\n");
    let all = bookmarks((1, 1), &before, 100);
    bencher.bench_local(|| {
        let (old, new) = (Ground::of(text), Ground::of(&after));
        let stand = |change: &Change| change.bookmark().anchor.stands_since(&old, &new).span().is_some();
        all.iter().filter(|change| stand(change)).count()
    });
}

#[divan::bench(sample_count = 30, args = [1, 10])]
fn find_100_bookmarks_again_in_100_kb(bencher: Bencher, each: usize) {
    find_again(bencher, &varied(100 << 10), each);
}

/// The hardest text there is for it: every paragraph has some eighty others that are nearly the same.
#[divan::bench(sample_count = 30, args = [1, 10])]
fn find_100_bookmarks_again_among_copies(bencher: Bencher, each: usize) {
    find_again(bencher, &article(100 << 10), each);
}
