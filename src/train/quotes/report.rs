//! The tables of one run: errors by stage, by distance and number of speakers, and how sure ones turned out.

use std::collections::BTreeSet;

use super::count::{Figures, Share, is_named};
use super::given::{Given, found_with};
use super::gold::{Gold, WhoKind, Wording};
use super::names::head;
use super::outcome::{FoundPiece, MarkedPiece, Outcome, Stage, outcome};
use super::people::{distance, people};
use super::tables::{Table, share};
use super::trial_report::Run;
use crate::model::quote::{Certainty, QuoteKind};

/// The scorer's figures, for all words and for words in marks.
pub fn figures(all: &[Outcome], quoted: &[Outcome]) -> Table {
    let mut table = Table::new("Figures, in per cent", &["found F1", "P", "R", "given F1", "person", "of"]);
    for (name, outcomes) in [("all", all), ("in marks", quoted)] {
        let figures = Figures::of(outcomes.iter());
        let Share { right, found, marked } = figures.overlap;
        let source = figures.source.f1();
        table.row(
            name,
            [
                format!("{:.1}", figures.overlap.f1()),
                share(right, found),
                share(right, marked),
                format!("{source:.1}"),
                share(figures.named[2], figures.named[0]),
                figures.named[0].to_string(),
            ],
        );
    }
    table
}

/// Where marked quotes went wrong first, by kind and by the wording of their source.
pub fn stages(outcomes: &[Outcome]) -> Table {
    let mut table = Table::new(
        "Errors by stage (pieces of marked quotes)",
        &["all", "%", "direct", "mixed", "indirect", "by name", "by pronoun", "by descriptor"],
    );
    let pieces: Vec<&MarkedPiece> = asked(outcomes).collect();
    let kinds = QuoteKind::ALL.map(|kind| move |piece: &MarkedPiece| piece.kind == kind);
    let wordings = [Wording::Name, Wording::Pronoun, Wording::Descriptor];
    let wordings = wordings.map(|wording| move |piece: &MarkedPiece| piece.wording == wording);
    for stage in Stage::ALL {
        let here: Vec<&&MarkedPiece> = pieces.iter().filter(|piece| piece.stage == stage).collect();
        let by_kind = kinds.iter().map(|is| here.iter().filter(|piece| is(piece)).count());
        let by_wording = wordings.iter().map(|is| here.iter().filter(|piece| is(piece)).count());
        let counts = by_kind.chain(by_wording).map(|count| count.to_string());
        let all = [here.len().to_string(), share(here.len(), pieces.len())];
        table.row(stage.words(), all.into_iter().chain(counts));
    }
    table
}

/// Found pieces that are paired with none.
pub fn false_ones(outcomes: &[Outcome]) -> Table {
    let mut table = Table::new("Found, and not marked", &["all", "direct", "mixed", "indirect"]);
    let near = |outcome: &Outcome, piece: &FoundPiece| {
        outcome.marked.iter().any(|marked| super::outcome::overlap(&marked.span, &piece.span))
    };
    for (name, beside) in [("on words of a marked one", true), ("where nothing is marked", false)] {
        let wrong = outcomes.iter().flat_map(|outcome| {
            let pieces = outcome.found.iter().filter(|piece| piece.counts && piece.of.is_none());
            pieces.filter(move |piece| near(outcome, piece) == beside)
        });
        let wrong: Vec<&FoundPiece> = wrong.collect();
        let of = |kind: QuoteKind| wrong.iter().filter(|piece| piece.kind == kind).count().to_string();
        table.row(name, std::iter::once(wrong.len().to_string()).chain(QuoteKind::ALL.map(of)));
    }
    table
}

/// Found pieces by how sure they are said to be.
pub fn calibration(outcomes: &[Outcome]) -> Table {
    let head = ["found", "% of all", "no quote", "right of paired", "right of all", "person right", "of"];
    let mut table = Table::new("Certainty, and the share given to the right speaker", &head);
    let all = outcomes.iter().map(|outcome| outcome.found.iter().filter(|piece| piece.counts).count()).sum();
    for certainty in Certainty::ALL {
        let (mut found, mut paired, mut judged, mut right) = (0, 0, 0, 0);
        let (mut named, mut persons) = (0, 0);
        for outcome in outcomes {
            for piece in outcome.found.iter().filter(|piece| piece.counts && piece.certainty == certainty) {
                found += 1;
                paired += usize::from(piece.of.is_some());
                judged += usize::from(piece.right.is_some());
                right += usize::from(piece.right == Some(true));
                let pair = piece.of.and_then(|of| outcome.marked.get(of)).filter(|pair| is_named(pair));
                named += usize::from(pair.is_some());
                persons += usize::from(pair.is_some_and(|pair| pair.speaker == Some(true)));
            }
        }
        let cells = [
            found.to_string(),
            share(found, all),
            share(found - paired, found),
            share(right, judged),
            share(right, judged + found - paired),
            share(persons, named),
            named.to_string(),
        ];
        table.row(certainty.name(), cells);
    }
    table
}

/// What becomes of it where the names or the source words are given as they are marked.
pub fn given(golds: &[Gold], outcomes: &[Outcome]) -> Table {
    let head = ["found F1", "given F1", "person", "person, of found"];
    let mut table = Table::new("With marked names and sources given, in per cent", &head);
    let mut row = |name: &str, outcomes: &[Outcome]| {
        let figures = Figures::of(outcomes.iter());
        let f1 = [figures.overlap.f1(), figures.source.f1()].map(|f1| format!("{f1:.1}"));
        let [marked, found, right] = figures.named;
        table.row(name, f1.into_iter().chain([share(right, marked), share(right, found)]));
    };
    row("nothing given", outcomes);
    for (name, given) in [("names", Given::Names), ("sources", Given::Sources), ("both", Given::Both)] {
        let run = golds.iter().map(|gold| outcome(gold, &found_with(gold, given), false));
        row(name, &run.collect::<Vec<_>>());
    }
    table
}

/// Found quotes of pronouns and descriptions by how far back the name stands, in sentences.
pub fn distances(golds: &[Gold], outcomes: &[Outcome]) -> Table {
    let groups =
        [("same sentence", 0..1), ("1 back", 1..2), ("2 or 3", 2..4), ("4 to 7", 4..8), ("8 and more", 8..9999)];
    let head = ["marked", "found", "right", "% of found", "% of marked"];
    let mut table = Table::new("Speakers of pronouns and descriptions, by sentences back to the name", &head);
    let mut rows = vec![[0usize; 3]; groups.len() + 1];
    for (gold, outcome) in golds.iter().zip(outcomes) {
        let people = people(gold);
        let worded = |piece: &&MarkedPiece| matches!(piece.wording, Wording::Pronoun | Wording::Descriptor);
        for piece in outcome.marked.iter().filter(|piece| piece.asked && is_named(piece)).filter(worded) {
            let far = gold.quotes.get(piece.quote).and_then(|quote| distance(gold, &people, quote));
            let place = far.and_then(|far| groups.iter().position(|(_, range)| range.contains(&far)));
            add(&mut rows[place.unwrap_or(groups.len())], piece);
        }
    }
    for (name, counts) in groups.iter().map(|group| group.0).chain(["not named before"]).zip(&rows) {
        table.row(name, cells(*counts));
    }
    table
}

/// Quotes by how many people and bodies speak in their article.
pub fn speakers(golds: &[Gold], outcomes: &[Outcome]) -> Table {
    let groups = [("1 speaker", 0..2), ("2 or 3", 2..4), ("4 to 6", 4..7), ("7 and more", 7..9999)];
    let head = ["marked", "found", "right", "% of found", "% of marked", "named", "right", "% of named"];
    let mut table = Table::new("Speakers, by how many speak in the article", &head);
    for (name, range) in groups {
        let (mut counts, mut named) = ([0usize; 3], [0usize; 3]);
        for (_, outcome) in golds.iter().zip(outcomes).filter(|(gold, _)| range.contains(&voices(gold))) {
            let judged = |piece: &&MarkedPiece| piece.speaker.or(piece.source).is_some();
            let pieces = outcome.marked.iter().filter(|piece| piece.asked);
            pieces.clone().filter(judged).for_each(|piece| add(&mut counts, piece));
            pieces.filter(|piece| is_named(piece)).for_each(|piece| add(&mut named, piece));
        }
        let last = [named[0].to_string(), named[2].to_string(), share(named[2], named[0])];
        table.row(name, cells(counts).into_iter().chain(last));
    }
    table
}

fn add(counts: &mut [usize; 3], piece: &MarkedPiece) {
    counts[0] += 1;
    counts[1] += usize::from(piece.of.is_some());
    counts[2] += usize::from(piece.stage == Stage::Right);
}

fn cells([marked, found, right]: [usize; 3]) -> [String; 5] {
    [marked.to_string(), found.to_string(), right.to_string(), share(right, found), share(right, marked)]
}

/// How many speak, by the last words of their names or sources.
fn voices(gold: &Gold) -> usize {
    let asked = gold.quotes.iter().filter(|quote| quote.asked && quote.wording != Wording::Pronoun);
    let name = |quote: &super::gold::GoldQuote| {
        let source = || quote.source.as_ref().map(|source| gold.words(source));
        head(&quote.who.clone().or_else(source)?)
    };
    asked.filter_map(name).collect::<BTreeSet<_>>().len()
}

/// How many sources that the text leaves unnamed were given a name, of those found: the worst of all errors.
pub fn named_wrongly(run: &Run) -> Option<String> {
    let (mut wrong, mut all) = (0, 0);
    for (found, outcome) in run.found.iter().zip(&run.outcomes) {
        for piece in outcome.marked.iter().filter(|piece| piece.asked && piece.who == Some(WhoKind::Unnamed)) {
            let Some(piece) = piece.of.and_then(|of| outcome.found.get(of)) else { continue };
            let speaker = found.get(piece.quote).and_then(|found| found.speaker.as_ref());
            all += 1;
            wrong += usize::from(speaker.is_some_and(|(_, named)| *named));
        }
    }
    (all > 0).then(|| format!("\nA name given to a source without one: {wrong} of {all}\n"))
}

fn asked(outcomes: &[Outcome]) -> impl Iterator<Item = &MarkedPiece> {
    outcomes.iter().flat_map(|outcome| &outcome.marked).filter(|piece| piece.asked)
}
