//! The tagger of names: that its weights are there, and that no text makes it slow or wrong about spans.

use std::time::{Duration, Instant};

use proptest::prelude::{ProptestConfig, any, prop_assert, prop_assert_eq, proptest};
use pullquote::analysis::mentions::ruled;
use pullquote::analysis::prose::Prose;
use pullquote::analysis::tagger::labels::{LABELS, NameKind, may_follow};
use pullquote::analysis::tagger::tables::{MAGIC, Tables};
use pullquote::analysis::tagger::{Tagged, tag};
use pullquote::model::document::Document;

use super::marks::document;

fn names(document: &Document) -> Vec<Tagged> {
    let prose = Prose::of(document);
    tag(&prose, &ruled(&prose))
}

fn of_kind(text: &str, kind: NameKind) -> Vec<String> {
    let document = document(text);
    let names = names(&document).into_iter().filter(|name| name.kind == kind);
    names.map(|name| document.slice(name.span).to_owned()).collect()
}

#[test]
fn the_weights_are_there_with_their_card() {
    assert!(Tables::get().is_some());
    let card = include_str!("../../assets/weights/names.md");
    for part in ["## Data", "CC BY", "## Settings", "## Figures", "## Command"] {
        assert!(card.contains(part), "the card lacks {part}");
    }
}

#[test]
fn weights_that_are_cut_short_or_of_another_version_are_refused() {
    assert!(Tables::read(&[]).is_none());
    assert!(Tables::read(&MAGIC).is_none());
    let bytes = include_bytes!("../../assets/weights/names.bin");
    assert!(bytes.len() < 6_000_000);
    assert!(Tables::read(&bytes[..bytes.len() - 1]).is_none());
    assert!(Tables::read(&bytes[1..]).is_none());
}

#[test]
fn only_a_name_that_has_begun_goes_on() {
    for kind in NameKind::ALL {
        for label in 0..LABELS {
            let begun = label == kind.begins() || label == kind.goes_on();
            assert_eq!(may_follow(label, kind.goes_on()), begun);
            assert!(may_follow(label, kind.begins()) && may_follow(label, 0));
        }
    }
}

#[test]
fn people_bodies_and_places_in_plain_sentences() {
    let text = "Angela Merkel met Emmanuel Macron in Berlin on Monday. The World Bank and Microsoft will open offices \
                in Nairobi, Kenya, said Peter Osei of the Ministry of Finance.";
    assert_eq!(of_kind(text, NameKind::Person), ["Angela Merkel", "Emmanuel Macron", "Peter Osei"]);
    assert_eq!(of_kind(text, NameKind::Organisation), ["World Bank", "Microsoft", "Ministry of Finance"]);
    assert_eq!(of_kind(text, NameKind::Place), ["Berlin", "Nairobi", "Kenya"]);
}

#[test]
fn names_end_before_possessives_and_inside_compounds() {
    let text = "Kenya’s president flew to the London-based bank. Angela Merkel's party lost.";
    assert_eq!(of_kind(text, NameKind::Place), ["Kenya", "London"]);
    assert_eq!(of_kind(text, NameKind::Person), ["Angela Merkel"]);
}

#[test]
fn small_letters_alone_are_no_names() {
    assert!(names(&document("the boats came in late and nobody said a word about it.")).is_empty());
}

#[test]
fn no_text_is_too_much() {
    let texts = [
        "PEREIRA SAYS NO ".repeat(65_000),
        "A".repeat(1_000_000),
        "Word\n\n".repeat(100_000),
        "安娜·佩雷拉说，桥很安全。".repeat(10_000),
        "قالت آنا بيريرا إن الجسر آمن. ".repeat(10_000),
        "👩‍🚒🇵🇹 Ana 👍🏽 ".repeat(20_000),
        "-’s-".repeat(100_000),
    ];
    for text in texts {
        let began = Instant::now();
        let document = document(&text);
        let found = names(&document);
        assert!(found.len() <= text.len());
        let head: String = text.chars().take(12).collect();
        assert!(began.elapsed() < Duration::from_secs(20), "{head}… took {:?}", began.elapsed());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn spans_lie_inside_in_order_without_overlap(text in any::<String>(), words in "[A-Z][a-z]{1,8}( [A-Za-z’'-]{1,9}){0,30}") {
        let document = document(&format!("{} {words}", text.replace(['[', '|', ']'], " ")));
        let found = names(&document);
        prop_assert_eq!(&found, &names(&document));
        let mut last = 0;
        for name in found {
            prop_assert!(name.span.start >= last && name.span.end > name.span.start);
            prop_assert!(document.text.get(name.span.start..name.span.end).is_some());
            last = name.span.end;
        }
    }
}
