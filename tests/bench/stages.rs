//! How long each stage takes: extraction, analysis, layout, a frame, a key to its frame.

mod articles;

use std::collections::BTreeSet;
use std::sync::Arc;

use articles::{SIZES, article, markdown, page};
use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use pullquote::analysis::mentions::{candidates, ruled};
use pullquote::analysis::prose::Prose;
use pullquote::analysis::tagger::tables::Tables;
use pullquote::analysis::tagger::tag;
use pullquote::analysis::{analyse, clauses, entities, marks, quotes, resolve, scare};
use pullquote::app::App;
use pullquote::app::reader::shapes;
use pullquote::config::Configuration;
use pullquote::config::surroundings::Surroundings;
use pullquote::extract::extract;
use pullquote::jobs::ingest;
use pullquote::model::analysis::Context;
use pullquote::model::article::{Article, Format};
use pullquote::model::settings::Written;
use pullquote::model::work::{Job, Report};
use pullquote::session::Session;
use pullquote::text::find::Folded;
use pullquote::text::flow::Flow;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const WEIGHTS: &[u8] = include_bytes!("../../assets/weights/names.bin");

fn main() {
    divan::main();
}

fn extracted(bytes: usize) -> Article {
    extract(article(bytes).as_bytes(), Format::Plain).unwrap_or_else(|refusal| panic!("{}", refusal.sentence()))
}

#[divan::bench(args = SIZES)]
fn extract_text(bencher: Bencher, bytes: usize) {
    let text = article(bytes);
    bencher.bench(|| extract(black_box(text.as_bytes()), Format::Plain));
}

#[divan::bench(args = SIZES)]
fn extract_markdown(bencher: Bencher, bytes: usize) {
    let text = markdown(bytes);
    bencher.bench(|| extract(black_box(text.as_bytes()), Format::Markdown));
}

#[divan::bench(args = SIZES)]
fn extract_page(bencher: Bencher, bytes: usize) {
    let text = page(bytes);
    bencher.bench(|| extract(black_box(text.as_bytes()), Format::Html));
}

#[divan::bench(args = SIZES)]
fn find_quotes_and_names(bencher: Bencher, bytes: usize) {
    let document = extracted(bytes).document;
    bencher.bench(|| analyse(black_box(&document), &Context::default()));
}

/// Marks, clauses, quotes and their speakers alone, once the names are known: by the rules, without tagger and parser.
#[divan::bench(args = SIZES)]
fn find_quotes_by_rules_alone(bencher: Bencher, bytes: usize) {
    let document = extracted(bytes).document;
    let prose = Prose::of(&document);
    let candidates = candidates(&prose, &scare::titles(&prose, &marks::pieces(&prose)));
    let cast = || entities::cast(&prose, &candidates);
    bencher.with_inputs(cast).bench_local_values(|cast| {
        let pieces = marks::pieces(black_box(&prose));
        let clauses = clauses::divided(&prose, &pieces);
        let drafts = quotes::drafts(&prose, &pieces, &clauses);
        resolve::resolve(&prose, cast, &drafts)
    });
}

/// Tokens a second are what it prints as items.
#[divan::bench(args = SIZES)]
fn tag_names(bencher: Bencher, bytes: usize) {
    let document = extracted(bytes).document;
    let prose = Prose::of(&document);
    let ruled = ruled(&prose);
    let tokens = ItemsCount::new(prose.words.len());
    bencher.counter(tokens).bench(|| tag(black_box(&prose), &ruled));
}

#[divan::bench]
fn load_weights(bencher: Bencher) {
    bencher.bench(|| Tables::read(black_box(WEIGHTS)));
}

#[divan::bench(args = SIZES)]
fn lay_out_all_at_66(bencher: Bencher, bytes: usize) {
    let document = extracted(bytes).document;
    bencher.bench(|| Flow::new(&document.text, shapes(&document, &BTreeSet::new()), 66).lay_all(&document.text));
}

#[divan::bench(args = SIZES)]
fn lay_out_one_screen(bencher: Bencher, bytes: usize) {
    let document = extracted(bytes).document;
    let middle = document.text.len() / 2;
    bencher.bench(|| {
        Flow::new(&document.text, shapes(&document, &BTreeSet::new()), 66).window(&document.text, middle, 60)
    });
}

#[divan::bench(args = SIZES)]
fn lay_out_one_paragraph_of_this_size(bencher: Bencher, bytes: usize) {
    let text = article(bytes).replace('\n', " ");
    let document = extract(text.as_bytes(), Format::Plain).map(|article| article.document).unwrap_or_default();
    bencher.bench(|| Flow::new(&document.text, shapes(&document, &BTreeSet::new()), 66).lay_all(&document.text));
}

/// A session in the middle of an article of this size, its quotes found.
fn session(bytes: usize, width: u16, height: u16) -> Session {
    let article = Arc::new(extracted(bytes));
    let mut app = App::with_paths(Vec::new(), Configuration::read(&Written::default(), Surroundings::default()));
    app.outbox.jobs.clear();
    let mut session = Session::new(app, (width, height), ingest::perform, None);
    session.receive(Report::Opened { number: 0, article: article.clone() });
    session.settle();
    session.receive(ingest::perform(Job::Analyse { number: 0, article }));
    (0..10).for_each(|_| session.press("Right"));
    session
}

#[divan::bench(args = SIZES)]
fn frame_at_80x24(bencher: Bencher, bytes: usize) {
    let session = session(bytes, 80, 24);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
    bencher.bench_local(|| session.draw(black_box(&mut buffer)));
}

#[divan::bench(args = SIZES)]
fn frame_at_200x60(bencher: Bencher, bytes: usize) {
    let session = session(bytes, 200, 60);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 200, 60));
    bencher.bench_local(|| session.draw(black_box(&mut buffer)));
}

#[divan::bench(args = SIZES)]
fn page_key_to_frame_at_200x60(bencher: Bencher, bytes: usize) {
    let mut session = session(bytes, 200, 60);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 200, 60));
    let mut keys = ["PgDn", "PgDn", "PgUp"].into_iter().cycle();
    bencher.bench_local(|| {
        session.press(keys.next().unwrap_or("PgDn"));
        session.draw(black_box(&mut buffer))
    });
}

#[divan::bench(args = SIZES)]
fn quote_key_to_frame_at_200x60(bencher: Bencher, bytes: usize) {
    let mut session = session(bytes, 200, 60);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 200, 60));
    let mut keys = ["Right", "Right", "Left"].into_iter().cycle();
    bencher.bench_local(|| {
        session.press(keys.next().unwrap_or("Right"));
        session.draw(black_box(&mut buffer))
    });
}

/// The answer to the last of these keys, the others pressed before.
fn key_to_frame(bencher: Bencher, bytes: usize, before: &[&str], keys: &'static [&'static str]) {
    let mut session = session(bytes, 120, 36);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 36));
    before.iter().for_each(|key| session.press(key));
    let mut keys = keys.iter().cycle();
    bencher.bench_local(|| {
        keys.by_ref().take(1).for_each(|key| session.press(key));
        session.draw(black_box(&mut buffer))
    });
}

#[divan::bench(args = SIZES)]
fn find_key_to_frame(bencher: Bencher, bytes: usize) {
    key_to_frame(bencher, bytes, &["/", "t"], &["h", "Backspace"]);
}

/// With the text folded, as the first letter of a find does.
#[divan::bench(args = SIZES)]
fn first_find_key_to_frame(bencher: Bencher, bytes: usize) {
    let text = extracted(bytes).document.text;
    bencher.bench(|| Folded::of(&text).find(&text, "t"));
}

#[divan::bench(args = SIZES)]
fn palette_key_to_frame(bencher: Bencher, bytes: usize) {
    key_to_frame(bencher, bytes, &[":", "q"], &["u", "Backspace"]);
}

#[divan::bench(args = SIZES)]
fn filter_key_to_frame(bencher: Bencher, bytes: usize) {
    key_to_frame(bencher, bytes, &["2"], &["f", "2", "Esc"]);
}
