//! Corrections are laid over what was found, and the library keeps them.

use std::path::PathBuf;

use pullquote::jobs::ingest;
use pullquote::model::analysis::Analysis;
use pullquote::model::article::Origin;
use pullquote::model::correction::{Amendment, Correction, Journal, Step, Subject};
use pullquote::model::entity::{AliasRule, EntityKind};
use pullquote::model::laying::{LaidOver, laid_over};
use pullquote::model::quote::Rule;
use pullquote::store::library::Library;
use pullquote::store::library::schema::STEPS;
use rusqlite::Connection;
use rusqlite_migration::Migrations;

use super::harness::Folder;
use super::library::{article, at, library};

pub const BOATS: &str = "Old boats\n\n\
    “It floats,” said Ida Crane, a builder of boats in Wendle Bay.\n\n\
    “It sinks,” Crane added. “Nobody believed it.”\n\n\
    Wim Tarl bought the boat for the Harbour Trust. “It burns,” Tarl said.\n\n\
    The Harbour Trust said it would repair the boat. Wendle Bay is glad.\n";

fn found() -> (String, Analysis) {
    let article = pullquote::extract::extract(BOATS.as_bytes(), pullquote::model::article::Format::Plain).unwrap();
    let analysis = ingest::analysed(&article);
    (article.document.text, analysis)
}

fn subject(name: &str, kind: EntityKind) -> Subject {
    Subject { name: name.to_owned(), kind }
}

fn person(name: &str, change: Amendment) -> Correction {
    Correction { of: subject(name, EntityKind::Person), change }
}

fn laid(own: &[Correction], learnt: &[Correction]) -> LaidOver {
    let (text, found) = found();
    let laid = laid_over(&found, &text, own, learnt);
    let LaidOver { analysis, notes, .. } = &laid;
    assert_eq!(analysis.entities.len(), notes.len());
    assert_eq!(analysis.quotes.len(), found.quotes.len());
    for quote in &analysis.quotes {
        let speaker = quote.speaker.as_ref();
        if let Some((speaker, id)) = speaker.and_then(|speaker| Some((speaker, speaker.entity?))) {
            assert_eq!(analysis.entities[id].name, speaker.name);
        }
        assert_eq!(quote.evidence.iter().map(|step| step.certainty).max(), Some(quote.certainty));
    }
    let firsts: Vec<_> = analysis.entities.iter().map(|entity| entity.mentions[0].span).collect();
    assert!(firsts.is_sorted());
    laid
}

fn names(laid: &LaidOver) -> Vec<(&str, EntityKind)> {
    laid.analysis.entities.iter().map(|entity| (entity.name.as_str(), entity.kind)).collect()
}

fn has(laid: &LaidOver, name: &str, kind: EntityKind) -> bool {
    names(laid).contains(&(name, kind))
}

/// How many quotes each speaker has, in the order of first speech.
fn speakers(laid: &LaidOver) -> Vec<(String, usize)> {
    let mut speakers: Vec<(String, usize)> = Vec::new();
    for quote in &laid.analysis.quotes {
        let name = quote.speaker.as_ref().map_or("?", |speaker| speaker.name.as_str()).to_owned();
        match speakers.iter_mut().find(|(other, _)| *other == name) {
            Some((_, count)) => *count += 1,
            None => speakers.push((name, 1)),
        }
    }
    speakers
}

fn merge(into: &str) -> Amendment {
    Amendment::Merge(subject(into, EntityKind::Person))
}

#[test]
fn the_analysis_finds_what_these_tests_are_about() {
    let laid = laid(&[], &[]);
    for (name, kind) in [("Ida Crane", EntityKind::Person), ("Wim Tarl", EntityKind::Person)] {
        assert!(has(&laid, name, kind), "{:?}", names(&laid));
    }
    assert!(has(&laid, "Harbour Trust", EntityKind::Organisation), "{:?}", names(&laid));
    assert_eq!(speakers(&laid)[..2], [("Ida Crane".to_owned(), 2), ("Wim Tarl".to_owned(), 1)]);
}

#[test]
fn one_name_becomes_the_same_as_another_and_its_quotes_follow() {
    let laid = laid(&[person("Wim Tarl", merge("Ida Crane"))], &[]);
    assert!(!has(&laid, "Wim Tarl", EntityKind::Person));
    assert_eq!(speakers(&laid)[0], ("Ida Crane".to_owned(), 3));
    let crane = laid.analysis.entities.iter().find(|entity| entity.name == "Ida Crane").unwrap();
    let alias = crane.aliases.iter().find(|alias| alias.form == "Wim Tarl").unwrap();
    assert_eq!(alias.rule, AliasRule::Correction);
    assert_eq!(alias.rule.words(), "your correction");
    let quote =
        laid.analysis.quotes.iter().find(|quote| quote.evidence.iter().any(|step| step.rule == Rule::Correction));
    assert!(quote.is_some(), "the evidence says that it is the reader's");
}

#[test]
fn a_form_stands_on_its_own_with_what_is_said_under_it() {
    let laid = laid(&[person("Ida Crane", Amendment::Split("Crane".to_owned()))], &[]);
    assert!(has(&laid, "Crane", EntityKind::Person));
    assert_eq!(speakers(&laid)[..2], [("Ida Crane".to_owned(), 1), ("Crane".to_owned(), 1)]);
    let crane = laid.analysis.entities.iter().find(|entity| entity.name == "Ida Crane").unwrap();
    assert!(crane.aliases.iter().all(|alias| alias.form != "Crane"));
}

#[test]
fn the_only_form_of_a_name_stands_on_its_own_already() {
    let whole =
        Correction { of: subject("Wendle Bay", EntityKind::Place), change: Amendment::Split("Wendle Bay".to_owned()) };
    assert_eq!(laid(&[whole], &[]).analysis, found().1);
}

#[test]
fn a_name_is_called_otherwise_and_is_of_another_kind() {
    let trust = |change| Correction { of: subject("Harbour Trust", EntityKind::Organisation), change };
    let laid = laid(
        &[
            person("Ida Crane", Amendment::Rename("Ida M. Crane".to_owned())),
            trust(Amendment::Retype(EntityKind::Work)),
        ],
        &[],
    );
    assert!(has(&laid, "Ida M. Crane", EntityKind::Person) && has(&laid, "Harbour Trust", EntityKind::Work));
    assert_eq!(speakers(&laid)[0], ("Ida M. Crane".to_owned(), 2));
}

#[test]
fn what_is_no_name_leaves_its_quotes_to_their_own_words() {
    let laid = laid(&[person("Wim Tarl", Amendment::NotAName)], &[]);
    assert!(!has(&laid, "Wim Tarl", EntityKind::Person));
    let quote =
        laid.analysis.quotes.iter().find(|quote| quote.evidence.iter().any(|step| step.rule == Rule::Correction));
    let speaker = quote.unwrap().speaker.clone().unwrap();
    assert_eq!((speaker.name.as_str(), speaker.entity, speaker.named), ("Tarl", None, false));
}

#[test]
fn a_name_that_is_not_there_changes_nothing() {
    for change in [merge("Ida Crane"), Amendment::NotAName, Amendment::Rename("Somebody".to_owned())] {
        assert_eq!(laid(&[person("Ada Moss", change)], &[]).analysis, found().1);
    }
    for change in [merge("Ada Moss"), merge("Ida Crane"), Amendment::Split("Ida".to_owned())] {
        assert_eq!(laid(&[person("Ida Crane", change)], &[]).analysis, found().1);
    }
}

#[test]
fn corrections_hold_one_after_another_and_know_a_former_name() {
    let own = [
        person("Wim Tarl", merge("Ida Crane")),
        person("Ida Crane", Amendment::Rename("Captain Crane".to_owned())),
        person("Wim Tarl", Amendment::Retype(EntityKind::Group)),
    ];
    let laid = laid(&own, &[]);
    assert!(has(&laid, "Captain Crane", EntityKind::Group), "{:?}", names(&laid));
    assert_eq!(speakers(&laid)[0], ("Captain Crane".to_owned(), 3));
}

#[test]
fn what_was_learnt_gives_way_to_the_articles_own_corrections() {
    let rename = |to: &str| person("Ida Crane", Amendment::Rename(to.to_owned()));
    assert!(has(&laid(&[], &[rename("Ida I.")]), "Ida I.", EntityKind::Person));
    assert!(has(&laid(&[rename("Ida II.")], &[rename("Ida I.")]), "Ida II.", EntityKind::Person));
    let own = person("Ida Crane", Amendment::Retype(EntityKind::Group));
    assert!(has(&laid(&[own], &[person("Ida Crane", Amendment::NotAName)]), "Ida Crane", EntityKind::Group));
}

#[test]
fn a_name_of_one_word_is_learnt_for_its_kind_only() {
    let (text, mut found) = found();
    found.entities[0].name = "Crane".to_owned();
    found.entities[0].kind = EntityKind::Product;
    let learnt = |kind| Correction { of: subject("Crane", kind), change: Amendment::Retype(EntityKind::Work) };
    assert_eq!(laid_over(&found, &text, &[], &[learnt(EntityKind::Person)]).analysis, found);
    let laid = laid_over(&found, &text, &[], &[learnt(EntityKind::Product)]);
    assert_eq!(laid.analysis.entities[0].kind, EntityKind::Work);
    assert!(laid.notes[0][0].learnt);
}

fn every_change() -> Vec<Correction> {
    let changes = [
        merge("Wim Tarl"),
        Amendment::Split("Crane".to_owned()),
        Amendment::Rename("Ida".to_owned()),
        Amendment::Retype(EntityKind::Group),
        Amendment::NotAName,
    ];
    changes.into_iter().map(|change| person("Ida Crane", change)).collect()
}

#[test]
fn the_library_keeps_every_correction_in_order_and_what_was_undone() {
    let (mut library, folder) = library();
    let known = library.opened(&Origin::Sample(0), &article(BOATS, None), at(0)).unwrap();
    let known = (known.article, known.version);
    let steps: Vec<Step> = every_change().into_iter().map(Step::Make).collect();
    library.correct(known, &steps).unwrap();
    let [.., retype, last] = &every_change()[..] else { panic!() };
    library.correct(known, &[Step::Undo(last.clone()), Step::Undo(retype.clone())]).unwrap();
    drop(library);
    let mut library = Library::open(&folder.path).unwrap();
    let mut expected = Journal { done: every_change(), undone: Vec::new() };
    expected.take(&Step::Undo(last.clone()));
    expected.take(&Step::Undo(retype.clone()));
    assert_eq!(library.corrections(known.0).unwrap(), expected);
    library.correct(known, &[Step::Redo(retype.clone())]).unwrap();
    assert_eq!(library.corrections(known.0).unwrap().done.len(), 4);
    library.correct(known, &[Step::Make(last.clone())]).unwrap();
    assert_eq!(library.corrections(known.0).unwrap(), Journal { done: every_change(), undone: Vec::new() });
    assert!(library.learnt(known.0).unwrap().is_empty(), "an article teaches itself nothing");
    let learnt = library.learnt(known.0 + 1).unwrap();
    assert_eq!(learnt.len(), 4);
    assert!(learnt.iter().all(Correction::teaches));
}

#[test]
fn corrections_go_with_an_article_that_turns_out_to_be_another() {
    let (mut library, _folder) = library();
    let url = Some("https://news.example/boats");
    let named = library.opened(&Origin::Sample(0), &article("Another text.", url), at(0)).unwrap();
    let origin = Origin::File(PathBuf::from("/news/boats.txt"));
    let unnamed = library.opened(&origin, &article(BOATS, None), at(1)).unwrap();
    let steps: Vec<Step> = every_change().into_iter().map(Step::Make).collect();
    library.correct((unnamed.article, unnamed.version), &steps[..2]).unwrap();
    let joined = library.opened(&origin, &article(BOATS, url), at(2)).unwrap();
    assert_eq!(joined.article, named.article);
    // A program that still knows the old number.
    library.correct((unnamed.article, unnamed.version), &steps[2..]).unwrap();
    assert_eq!(library.corrections(named.article).unwrap().done, every_change());
}

#[test]
fn a_library_of_version_1_is_brought_up_and_loses_nothing() {
    let folder = Folder::with(&[]);
    let mut old = Connection::open(folder.path.join("library.db")).unwrap();
    Migrations::from_slice(&STEPS[..1]).to_latest(&mut old).unwrap();
    old.execute("INSERT INTO memory (key, value) VALUES ('colour', 'blue')", []).unwrap();
    drop(old);
    let mut library = Library::open(&folder.path).unwrap();
    assert_eq!(library.remembered().unwrap().text_of("colour").as_deref(), Some("blue"));
    assert!(folder.path.join(format!("library-before-v{}.db", STEPS.len())).is_file());
    let known = library.opened(&Origin::Sample(0), &article(BOATS, None), at(0)).unwrap();
    let step = Step::Make(person("Ida Crane", Amendment::NotAName));
    library.correct((known.article, known.version), &[step]).unwrap();
    assert_eq!(library.corrections(known.article).unwrap().done.len(), 1);
}
