//! What a reader says of quotes is laid over what was found, also over a better analysis, and the library keeps it.

use proptest::prelude::*;
use pullquote::jobs::ingest;
use pullquote::model::analysis::Analysis;
use pullquote::model::article::{Article, Format, Origin};
use pullquote::model::correction::{
    Amendment, Cited, Correction, Found, Journal, NameCorrection, QuoteCorrection, Ruling, Saying, Step, Subject, Who,
};
use pullquote::model::entity::EntityKind;
use pullquote::model::laying::{LaidOver, laid_over};
use pullquote::model::quote::{Certainty, QuoteKind, Rule, Speaker};
use pullquote::store::library::Library;
use pullquote::store::library::schema::STEPS;
use rusqlite::Connection;
use rusqlite_migration::Migrations;

use super::corrections::BOATS;
use super::harness::Folder;
use super::library::{article, at, library};

fn read(text: &str) -> (Article, Analysis) {
    let article = pullquote::extract::extract(text.as_bytes(), Format::Plain).unwrap();
    let analysis = ingest::analysed(&article);
    (article, analysis)
}

fn name(name: &str) -> Who {
    Who::Name(Subject { name: name.to_owned(), kind: EntityKind::Person })
}

/// What a reader says of the quote that holds these words.
fn about(words: &str, change: Ruling) -> QuoteCorrection {
    let (article, found) = read(BOATS);
    let text = &article.document.text;
    let quote = found.quotes.iter().find(|quote| quote.words(text).contains(words)).unwrap();
    QuoteCorrection { of: Saying::of(text, &quote.content, quote.kind), change, found: Some(Found::of(quote, 1)) }
}

fn journal(done: &[QuoteCorrection]) -> Journal {
    Journal { done: done.iter().cloned().map(Correction::from).collect(), ..Journal::default() }
}

/// The corrections laid over what is found in a text, which may be another one than they were made in.
fn laid_in(text: &str, done: &[QuoteCorrection]) -> LaidOver {
    let (article, found) = read(text);
    laid_over(&found, &article.document.text, &journal(done), &[])
}

/// Who says each quote of the boats, with the kind.
fn heard(laid: &LaidOver, text: &str) -> Vec<String> {
    let text = read(text).0.document.text;
    let told = |quote: &pullquote::model::quote::Quote| {
        let speaker = quote.speaker.as_ref().map_or("nobody", |speaker| speaker.name.as_str());
        format!("{speaker}, {}: {}", quote.kind.name(), quote.words(&text))
    };
    assert_eq!(laid.quotes.len(), laid.analysis.quotes.len());
    assert!(laid.analysis.quotes.iter().map(|quote| quote.start()).is_sorted());
    laid.analysis.quotes.iter().map(told).collect()
}

const AS_FOUND: [&str; 4] = [
    "Ida Crane, direct: “It floats,”",
    "Ida Crane, direct: “It sinks,” … “Nobody believed it.”",
    "Wim Tarl, direct: “It burns,”",
    "Harbour Trust, indirect: it would repair the boat",
];

#[test]
fn the_analysis_finds_what_these_tests_are_about() {
    assert_eq!(heard(&laid_in(BOATS, &[]), BOATS), AS_FOUND);
}

#[test]
fn a_quote_is_given_to_another_who_then_says_it_for_certain() {
    let laid = laid_in(BOATS, &[about("It sinks", Ruling::Speaker(name("Wim Tarl")))]);
    assert_eq!(heard(&laid, BOATS)[1], "Wim Tarl, direct: “It sinks,” … “Nobody believed it.”");
    let quote = &laid.analysis.quotes[1];
    let id = quote.speaker.as_ref().unwrap().entity.unwrap();
    assert_eq!(laid.analysis.entities[id].name, "Wim Tarl");
    assert_eq!(quote.certainty, Certainty::Certain);
    assert!(quote.evidence.iter().any(|step| step.rule == Rule::Reader));
    assert!(laid.quotes[1].is_checked() && !laid.quotes[0].is_checked());
}

#[test]
fn a_speaker_may_be_typed_left_unnamed_or_nobody() {
    let cases = [
        (Who::Typed("Ada Moss".to_owned()), Some(Speaker { name: "Ada Moss".to_owned(), entity: None, named: true })),
        (
            Who::Unnamed("a sailor".to_owned()),
            Some(Speaker { name: "a sailor".to_owned(), entity: None, named: false }),
        ),
        (Who::Nobody, None),
    ];
    for (who, speaker) in cases {
        let laid = laid_in(BOATS, &[about("It sinks", Ruling::Speaker(who))]);
        let quote = &laid.analysis.quotes[1];
        assert_eq!(quote.speaker, speaker);
        assert_eq!(quote.evidence.iter().map(|step| step.certainty).max(), Some(quote.certainty));
    }
}

#[test]
fn a_quote_is_of_another_kind_or_none() {
    let laid = laid_in(BOATS, &[about("It burns", Ruling::Kind(QuoteKind::Mixed)), about("repair", Ruling::NotAQuote)]);
    assert_eq!(heard(&laid, BOATS)[2..], ["Wim Tarl, mixed: “It burns,”"]);
}

#[test]
fn words_that_nobody_found_become_a_quote_in_their_place() {
    let (article, _) = read(BOATS);
    let text = &article.document.text;
    let start = text.find("Wendle Bay is glad").unwrap();
    let spans = [pullquote::text::span::TextSpan::new(start, start + "Wendle Bay is glad".len())];
    let of = Saying::of(text, &spans, QuoteKind::Indirect);
    let new = QuoteCorrection { of, change: Ruling::Quote(name("Wim Tarl")), found: None };
    let laid = laid_in(BOATS, &[new]);
    assert_eq!(heard(&laid, BOATS)[4], "Wim Tarl, indirect: Wendle Bay is glad");
    assert_eq!(laid.quotes[4].found, None);
}

#[test]
fn other_edges_of_a_quote_take_its_place() {
    let (article, _) = read(BOATS);
    let text = &article.document.text;
    let start = text.find("would repair").unwrap();
    let spans = [pullquote::text::span::TextSpan::new(start, start + "would repair the boat".len())];
    let of = Saying::of(text, &spans, QuoteKind::Mixed);
    let laid = laid_in(BOATS, &[QuoteCorrection { of, change: Ruling::Quote(name("Wim Tarl")), found: None }]);
    assert_eq!(heard(&laid, BOATS)[3..], ["Wim Tarl, mixed: would repair the boat"]);
    assert!(laid.analysis.quotes[3].cue.is_some(), "what stands outside stays");
}

#[test]
fn names_and_quotes_are_put_right_in_one_order() {
    let rename = |from: &str, to: &str| {
        let of = Subject { name: from.to_owned(), kind: EntityKind::Person };
        Correction::from(NameCorrection { of, change: Amendment::Rename(to.to_owned()) })
    };
    let given = Correction::from(about("It sinks", Ruling::Speaker(name("Wim Tarl"))));
    let (article, found) = read(BOATS);
    for done in [vec![rename("Wim Tarl", "Old Tarl"), given.clone()], vec![given, rename("Wim Tarl", "Old Tarl")]] {
        let laid = laid_over(&found, &article.document.text, &Journal { done, ..Journal::default() }, &[]);
        assert_eq!(laid.analysis.quotes[1].speaker.as_ref().unwrap().name, "Old Tarl");
    }
}

#[test]
fn a_correction_follows_its_words_and_never_lands_on_others() {
    let given = about("It sinks", Ruling::Speaker(name("Wim Tarl")));
    let moved = BOATS.replace("Old boats\n\n", "Old boats\n\nThere is a new first paragraph, of no matter.\n\n");
    assert!(heard(&laid_in(&moved, std::slice::from_ref(&given)), &moved)[1].starts_with("Wim Tarl"));
    // The words were edited: what the reader said is about words that are not there.
    let edited = BOATS.replace("Nobody believed it.", "Everybody believed it.");
    assert!(heard(&laid_in(&edited, std::slice::from_ref(&given)), &edited)[1].starts_with("Ida Crane"));
    // The quote is gone, and another of the same words stands elsewhere.
    let short = about("It burns", Ruling::Speaker(name("Ida Crane")));
    let other = BOATS.replace("“It burns,” Tarl said.", "").replace(
        "Wendle Bay is glad.",
        "Much later the painter Ada Moss came to look. “It burns,” said Moss of her own hand.",
    );
    assert!(!laid_in(&other, &[short]).quotes.iter().any(|note| note.corrected));
}

/// An analysis in which someone else speaks: what a newer program may find.
fn newer(words: &str, speaker: &str) -> (String, Analysis) {
    let (article, mut found) = read(BOATS);
    let text = article.document.text;
    let id = found.entities.iter().position(|entity| entity.name == speaker);
    let quote = found.quotes.iter_mut().find(|quote| quote.words(&text).contains(words)).unwrap();
    quote.speaker = Some(Speaker { name: speaker.to_owned(), entity: id, named: true });
    (text, found)
}

#[test]
fn a_better_analysis_does_not_change_what_the_reader_said() {
    let (text, found) = newer("It sinks", "Harbour Trust");
    let given = about("It sinks", Ruling::Speaker(name("Wim Tarl")));
    let laid = laid_over(&found, &text, &journal(&[given]), &[]);
    assert_eq!(laid.analysis.quotes[1].speaker.as_ref().unwrap().name, "Wim Tarl");
    // Nor does one that does not find the quote.
    let (text, mut found) = newer("It sinks", "Harbour Trust");
    found.quotes.remove(1);
    let checked = about("It sinks", Ruling::Right(name("Ida Crane")));
    for (said, who) in [(about("It sinks", Ruling::Speaker(name("Wim Tarl"))), "Wim Tarl"), (checked, "Ida Crane")] {
        let laid = laid_over(&found, &text, &journal(&[said]), &[]);
        assert_eq!(laid.analysis.quotes[1].speaker.as_ref().unwrap().name, who);
        assert_eq!(laid.analysis.quotes.len(), 4);
    }
}

#[test]
fn a_speaker_that_was_checked_stays_and_the_other_one_is_told() {
    let checked = about("It sinks", Ruling::Right(name("Ida Crane")));
    let laid = laid_in(BOATS, std::slice::from_ref(&checked));
    assert_eq!((laid.quotes[1].is_checked(), &laid.quotes[1].turned), (true, &None));
    let (text, found) = newer("It sinks", "Wim Tarl");
    let laid = laid_over(&found, &text, &journal(&[checked]), &[]);
    assert_eq!(laid.analysis.quotes[1].speaker.as_ref().unwrap().name, "Ida Crane");
    assert_eq!(laid.analysis.quotes[1].certainty, Certainty::Certain);
    let turned = laid.quotes[1].turned.clone().unwrap();
    assert_eq!((turned.was.as_str(), turned.now.as_str()), ("Ida Crane", "Wim Tarl"));
}

#[test]
fn a_name_that_changes_under_a_checked_quote_is_told() {
    let (article, found) = read(BOATS);
    let of = Subject { name: "Ida Crane".to_owned(), kind: EntityKind::Person };
    let learnt = NameCorrection { of, change: Amendment::Rename("Ida M. Crane".to_owned()) };
    let journal = journal(&[about("It sinks", Ruling::Right(name("Ida Crane")))]);
    let laid = laid_over(&found, &article.document.text, &journal, &[learnt]);
    let turned = laid.quotes[1].turned.clone().unwrap();
    assert_eq!((turned.was.as_str(), turned.now.as_str()), ("Ida Crane", "Ida M. Crane"));
}

#[test]
fn a_quote_that_was_cited_under_another_name_says_so() {
    let (article, found) = read(BOATS);
    let QuoteCorrection { of, found: was, .. } = about("It sinks", Ruling::NotAQuote);
    let cited = vec![Cited { of, speaker: "Ida Crane".to_owned(), found: was }];
    let given = about("It sinks", Ruling::Speaker(name("Wim Tarl")));
    let laid = laid_over(&found, &article.document.text, &Journal { cited, ..journal(&[given]) }, &[]);
    let turned = laid.quotes[1].cited.clone().unwrap();
    assert_eq!((turned.was.as_str(), turned.now.as_str()), ("Ida Crane", "Wim Tarl"));
}

/// One of everything that can be said of a quote.
fn everything() -> Vec<Correction> {
    let said = [
        Ruling::Speaker(name("Wim Tarl")),
        Ruling::Speaker(Who::Typed("Ada Moss".to_owned())),
        Ruling::Speaker(Who::Unnamed("a “sailor”".to_owned())),
        Ruling::Kind(QuoteKind::Indirect),
        Ruling::Quote(Who::Nobody),
        Ruling::Right(name("Ida Crane")),
        Ruling::NotAQuote,
    ];
    let of = Subject { name: "Wim Tarl".to_owned(), kind: EntityKind::Person };
    let named = Correction::from(NameCorrection { of, change: Amendment::Rename("Old Tarl".to_owned()) });
    let mut all: Vec<Correction> = said.into_iter().map(|change| about("It sinks", change).into()).collect();
    all.insert(2, named);
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_is_said_in_whatever_order_of_whatever_text_keeps_the_lists_in_order(
        order in prop::collection::vec((0..8usize, 0..4usize), 0..8),
        (at, cut, put) in (0..BOATS.len(), 0..40usize, "[a-z“” .\n]{0,12}"),
    ) {
        let places = ["It floats", "It sinks", "It burns", "repair"];
        let said = order.into_iter().map(|(ruling, place)| match &everything()[ruling] {
            Correction::Quote(said) => about(places[place], said.change.clone()).into(),
            name => name.clone(),
        });
        let done: Vec<Correction> = said.collect();
        let whole = |at: usize| (at..=BOATS.len()).find(|at| BOATS.is_char_boundary(*at)).unwrap();
        let (start, end) = (whole(at), whole((at + cut).min(BOATS.len())));
        let edited = [BOATS.get(..start).unwrap(), &put, BOATS.get(end..).unwrap()].concat();
        if let Ok(article) = pullquote::extract::extract(edited.as_bytes(), Format::Plain) {
            let text = article.document.text.as_str();
            let journal = Journal { done, ..Journal::default() };
            let laid = laid_over(&ingest::analysed(&article), text, &journal, &[]);
            prop_assert_eq!(laid.quotes.len(), laid.analysis.quotes.len());
            prop_assert!(laid.analysis.quotes.iter().map(|quote| quote.start()).is_sorted());
            for (quote, note) in laid.analysis.quotes.iter().zip(&laid.quotes) {
                prop_assert!(!quote.content.is_empty());
                let id = quote.speaker.as_ref().and_then(|speaker| speaker.entity);
                prop_assert!(id.is_none_or(|id| id < laid.analysis.entities.len()));
                // What the reader spoke of stands there, word for word.
                let spoken = journal.done.iter().filter_map(Correction::of_quote).filter_map(|said| said.of.find(text));
                let stands = spoken.flatten().any(|span| quote.content.iter().any(|part| part.overlaps(span)));
                prop_assert!(stands || !note.is_checked());
            }
        }
    }
}

#[test]
fn the_library_keeps_quotes_and_names_in_one_order_and_undoes_them_in_it() {
    let (mut library, folder) = library();
    let known = library.opened(&Origin::Sample(0), &article(BOATS, None), at(0)).unwrap();
    let known = (known.article, known.version);
    let mut steps: Vec<Step> = everything().into_iter().map(Step::Make).collect();
    let QuoteCorrection { of, found, .. } = about("It sinks", Ruling::NotAQuote);
    steps.insert(3, Step::Cite(Cited { of, speaker: "Ida Crane".to_owned(), found }));
    steps.extend(everything().into_iter().rev().take(6).map(Step::Undo));
    steps.push(Step::Redo(everything()[2].clone()));
    let mut expected = Journal::default();
    steps.iter().for_each(|step| expected.take(step));
    assert_eq!((expected.done.len(), expected.undone.len(), expected.cited.len()), (3, 5, 1));
    library.correct(known, &steps).unwrap();
    drop(library);
    let library = Library::open(&folder.path).unwrap();
    assert_eq!(library.corrections(known.0).unwrap(), expected);
    let learnt = library.learnt(known.0 + 1).unwrap();
    assert_eq!(learnt.len(), 1, "quotes teach other articles nothing: {learnt:?}");
}

#[test]
fn the_tally_counts_the_last_word_on_each_quote() {
    let (mut library, _folder) = library();
    let known = library.opened(&Origin::Sample(0), &article(BOATS, None), at(0)).unwrap();
    let known = (known.article, known.version);
    assert!(library.tally().unwrap().is_empty());
    let said = [
        about("It floats", Ruling::Right(name("Ida Crane"))),
        about("It sinks", Ruling::Right(name("Ida Crane"))),
        about("It sinks", Ruling::Speaker(name("Wim Tarl"))),
        about("It burns", Ruling::Kind(QuoteKind::Mixed)),
        about("repair", Ruling::NotAQuote),
    ];
    let steps: Vec<Step> = said.iter().cloned().map(|said| Step::Make(said.into())).collect();
    library.correct(known, &steps).unwrap();
    let tally = library.tally().unwrap();
    let sum = Certainty::ALL.map(|certainty| tally.of(certainty));
    let (right, all) = sum.iter().fold((0, 0), |(right, all), (own, of)| (right + own, all + of));
    assert_eq!((right, all), (1, 3), "{}", tally.words());
    let [.., last] = &said;
    library.correct(known, &[Step::Undo(last.clone().into())]).unwrap();
    assert_eq!(library.tally().unwrap().of(last.found.as_ref().unwrap().certainty).1, all - 1);
}

#[test]
fn corrections_of_names_are_all_there_after_version_2_was_brought_up() {
    let folder = Folder::with(&[]);
    let mut old = Connection::open(folder.path.join("library.db")).unwrap();
    Migrations::from_slice(&STEPS[..2]).to_latest(&mut old).unwrap();
    old.execute("INSERT INTO article (id, headline) VALUES (4, 'Old boats')", []).unwrap();
    let sql = "INSERT INTO correction (article, name, kind, change, words, words_kind, undone) VALUES
        (4, 'Wim Tarl', 'person', 'rename', 'Old Tarl', '', 0), (4, 'Ida Crane', 'person', 'not-a-name', '', '', 1)";
    old.execute(sql, []).unwrap();
    drop(old);
    let mut library = Library::open(&folder.path).unwrap();
    assert!(folder.path.join(format!("library-before-v{}.db", STEPS.len())).is_file());
    let journal = library.corrections(4).unwrap();
    assert_eq!((journal.done.len(), journal.undone.len()), (1, 1));
    library.correct((4, 0), &[Step::Redo(journal.undone[0].clone())]).unwrap();
    assert_eq!(library.corrections(4).unwrap().done.len(), 1, "nothing is kept for a text that is not there");
}
