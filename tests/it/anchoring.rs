//! Passages are found again after thousands of made-up edits, and what is gone never comes back in place.

use std::fmt::Write;

use pullquote::extract::{extract, sniff};
use pullquote::model::anchor::Anchor;
use pullquote::store::samples::SAMPLES;
use pullquote::text::passage::{Ground, Standing};
use pullquote::text::span::TextSpan;

use super::edits::{Chance, Edit, Edited, Size};

/// The texts of the articles that come with the program.
fn texts() -> Vec<String> {
    let text = |name: &str, bytes: &[u8]| extract(bytes, sniff(Some(name), bytes)).map(|article| article.document.text);
    SAMPLES.iter().map(|sample| text(sample.name, sample.bytes).unwrap_or_default()).collect()
}

const SIZES: [(Size, &str); 4] = [
    (Size::Word, "a word"),
    (Size::Three, "three words"),
    (Size::Sentence, "a sentence"),
    (Size::Paragraph, "a paragraph"),
];

const EDITS: [(Edit, &str); 12] = [
    (Edit::Others, "other words 20 %"),
    (Edit::Itself(10), "its own sentences 10 %"),
    (Edit::Itself(25), "its own sentences 25 %"),
    (Edit::Itself(45), "its own sentences 45 %"),
    (Edit::Moved, "its paragraph moved"),
    (Edit::Shuffled, "other paragraphs moved"),
    (Edit::Inserted, "paragraphs inserted"),
    (Edit::Thinned, "other paragraphs deleted"),
    (Edit::Doubled, "its paragraph doubled"),
    (Edit::Rewritten, "itself 10 %, others 20 %, moved, inserted"),
    (Edit::SentenceGone, "its sentence deleted"),
    (Edit::ParagraphGone, "its paragraph deleted"),
];

/// What came of the trials of one kind.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    in_place: usize,
    changed: usize,
    wrong: usize,
    lost: usize,
    /// Found, though it is gone and no copy of it stands in the text.
    ghosts: usize,
    /// Said to be in place where it is not.
    false_place: usize,
}

/// Code points by which the beginning may be missed.
const NEAR: usize = 6;

fn trial(texts: &[Edited], size: Size, edit: Edit, seed: u64, tally: &mut Tally) {
    let mut chance = Chance::new(seed);
    let own = chance.below(texts.len());
    let (mut edited, other) = (texts[own].clone(), &texts[(own + 1 + chance.below(texts.len() - 1)) % texts.len()]);
    while !edited.mark(size, &mut chance) {
        edited.pieces.iter_mut().for_each(|piece| piece.marked = None);
    }
    let (before, spans) = edited.text();
    let at = |points: usize| before.char_indices().nth(points).map_or(before.len(), |(at, _)| at);
    let anchor = Anchor::of(&before, TextSpan::new(at(spans[0].0), at(spans[0].1)));
    edited.edit(edit, other, &mut chance);
    let (after, truth) = edited.text();
    let standing = anchor.stands_since(&Ground::of(&before), &Ground::of(&after));
    let Some(found) = standing.span() else { return tally.lost += 1 };
    let start = after.get(..found.start).unwrap().chars().count();
    let is_right = truth.iter().any(|(begin, _)| begin.abs_diff(start) <= NEAR);
    match (is_right, standing) {
        (true, Standing::InPlace(_)) => tally.in_place += 1,
        (true, _) => tally.changed += 1,
        (false, _) => {
            tally.wrong += 1;
            tally.ghosts += usize::from(truth.is_empty() && !after.contains(&anchor.exact));
            tally.false_place += usize::from(matches!(standing, Standing::InPlace(_)));
            if std::env::var_os("SHOW_WRONG").is_some() {
                eprintln!("{size:?} {edit:?} {standing:?}\n  {:?}\n  {:?}", anchor.exact, found.of(&after));
            }
        }
    }
}

fn trials(size: Size, edit: Edit, count: usize) -> Tally {
    let texts: Vec<Edited> = texts().iter().map(|text| Edited::of(text)).collect();
    let mut tally = Tally::default();
    (0..count).for_each(|seed| trial(&texts, size, edit, seed as u64 + 1, &mut tally));
    tally
}

fn is_gone(edit: Edit) -> bool {
    matches!(edit, Edit::SentenceGone | Edit::ParagraphGone)
}

#[test]
fn what_is_gone_is_never_found_elsewhere_and_what_is_there_is() {
    let count = 40;
    let (mut wrong, mut all) = (0, 0);
    for (size, name) in SIZES {
        for (edit, does) in EDITS {
            let tally = trials(size, edit, count);
            (wrong, all) = (wrong + tally.wrong, all + count);
            assert_eq!(tally.ghosts, 0, "{name}, {does}: found though it is gone");
            assert_eq!(tally.false_place, 0, "{name}, {does}: in place where it is not");
            if size == Size::Sentence && edit == Edit::Itself(10) {
                let found = tally.in_place + tally.changed;
                assert!(found * 100 >= count * 99, "{found} of {count}");
            }
            if is_gone(edit) {
                assert_eq!(tally.lost, count, "{name}, {does}");
            }
        }
    }
    assert!(wrong * 200 < all, "{wrong} of {all} are found in a wrong place");
}

/// `cargo test --test it anchoring -- --ignored --nocapture` prints the table of the README.
#[test]
#[ignore = "thousands of trials, for the table in the README"]
fn the_table_of_the_readme() {
    let heads: String = SIZES.iter().map(|(_, name)| format!(" {name} |")).collect();
    let mut table = format!("| edit |{heads}\n|---|{}\n", "---|".repeat(SIZES.len()));
    let (count, mut wrong, mut false_place, mut all) = (500, 0, 0, 0);
    for (edit, does) in EDITS {
        write!(table, "| {does} |").unwrap();
        for (size, name) in SIZES {
            let tally = trials(size, edit, count);
            let Tally { in_place, changed, lost, .. } = tally;
            assert_eq!(tally.ghosts, 0, "{name}, {does}: found though it is gone and has no copy");
            write!(table, " {in_place} · {changed} · {} · {lost} |", tally.wrong).unwrap();
            (wrong, false_place, all) = (wrong + tally.wrong, false_place + tally.false_place, all + count);
        }
        table.push('\n');
    }
    println!("{table}\n{wrong} of {all} wrong, {false_place} of them said to be in place");
}

#[test]
fn a_long_passage_is_known_with_a_few_other_words_wherever_it_went() {
    const LONG: &str =
        "The harbour master said that the old pier was the most serious case of its kind for a whole generation.";
    let before = format!("Boats.\n\n{LONG}\n\nThe ferry left at nine.\n\nNobody waved at it from the quay.");
    let moved = LONG.replace("the most serious", "the gravest");
    let after = format!("Boats.\n\nThe ferry left at nine.\n\nNobody waved at it from the quay.\n\n{moved}");
    let start = before.find(LONG).unwrap_or_default();
    let anchor = Anchor::of(&before, TextSpan::new(start, start + LONG.len()));
    match anchor.stands_since(&Ground::of(&before), &Ground::of(&after)) {
        Standing::Changed(span) => assert_eq!(span.of(&after), moved),
        other => panic!("{other:?}"),
    }
}
