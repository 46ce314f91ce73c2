//! What days, sums, shares and counts come to.

use jiff::civil::date;
use pullquote::analysis::analyse;
use pullquote::extract;
use pullquote::model::analysis::Context;
use pullquote::model::entity::EntityKind;

/// The values of a sentence of an article of Wednesday, 14 October 2026, as they are shown.
fn values(sentence: &str, kind: EntityKind) -> Vec<String> {
    let article = extract::plain::read(&format!("The harbour\n\n{sentence}\n"));
    let context = Context { date: Some(date(2026, 10, 14)), language: None };
    let analysis = analyse(&article.document, &context);
    let found = analysis.entities.iter().filter(|entity| entity.kind == kind);
    found.map(|entity| entity.value.map_or("none".to_owned(), |value| value.to_string())).collect()
}

#[test]
fn a_day_is_counted_from_the_day_of_the_article() {
    for (sentence, day) in [
        ("The council met on Tuesday.", "2026-10-13"),
        ("The council met on Wednesday.", "2026-10-14"),
        ("The council met on Thursday.", "2026-10-08"),
        ("The council met last Wednesday.", "2026-10-07"),
        ("The council will meet on Thursday.", "2026-10-15"),
        ("The council will meet on Wednesday.", "2026-10-14"),
        ("On Monday the council will meet.", "2026-10-19"),
        ("The council meets next Wednesday.", "2026-10-21"),
        ("It rained. The council met on Monday. It will meet again.", "2026-10-12"),
        ("The council met yesterday.", "2026-10-13"),
        ("The council meets tomorrow.", "2026-10-15"),
        ("The council met last night.", "2026-10-13"),
        ("The council met on 3 February 1934.", "1934-02-03"),
        ("The council met on 28 December.", "2025-12-28"),
        ("The council will meet on 28 December.", "2026-12-28"),
        ("The fair opens on 2 November.", "2026-11-02"),
        ("The council met on 2 March.", "2026-03-02"),
        ("The council met on October 9, 2025.", "2025-10-09"),
        ("The council met in March 2019.", "2019-03"),
        ("The council met in January.", "2026-01"),
        ("The council was made in 1974.", "1974"),
        ("The council met last week.", "2026-W41"),
        ("The council meets next month.", "2026-11"),
        ("The council met last year.", "2025"),
        ("The council met last summer.", "none"),
        ("The council met on 31 February 2020.", "none"),
    ] {
        assert_eq!(values(sentence, EntityKind::Date), [day], "{sentence}");
    }
}

#[test]
fn without_the_day_of_the_article_only_whole_dates_have_a_value() {
    let article = extract::plain::read("The harbour\n\nIt met on Tuesday, and on 3 May 2021.\n");
    let analysis = analyse(&article.document, &Context::default());
    let dates = analysis.entities.iter().filter(|entity| entity.kind == EntityKind::Date);
    let shown: Vec<_> = dates.map(|entity| entity.value.map(|value| value.to_string())).collect();
    assert_eq!(shown, [None, Some("2021-05-03".to_owned())]);
}

#[test]
fn a_sum_has_its_amount_and_currency() {
    for (sentence, sum) in [
        ("It cost £2.4 million to build.", "GBP 2400000"),
        ("It cost £2.4m to build.", "GBP 2400000"),
        ("It cost $8,500 to build.", "USD 8500"),
        ("It cost US$40 to build.", "USD 40"),
        ("It cost A$40 to build.", "AUD 40"),
        ("It cost 30 million euros to build.", "EUR 30000000"),
        ("It cost 40p to cross.", "GBP 0.4"),
        ("It cost €12.50 to cross.", "EUR 12.5"),
        ("It cost 300 pesos to cross.", "none"),
    ] {
        assert_eq!(values(sentence, EntityKind::Money), [sum], "{sentence}");
    }
}

#[test]
fn shares_and_counts_are_numbers() {
    for (sentence, kind, value) in [
        ("It grew by 4.5 per cent.", EntityKind::Percent, "4.5%"),
        ("It grew by 12% again.", EntityKind::Percent, "12%"),
        ("It has 8,500 members.", EntityKind::Number, "8500"),
        ("It has twenty-one members.", EntityKind::Number, "21"),
        ("It has two million members.", EntityKind::Number, "2000000"),
        ("It has 1.25 billion members.", EntityKind::Number, "1250000000"),
    ] {
        assert_eq!(values(sentence, kind), [value], "{sentence}");
    }
}

#[test]
fn a_number_too_great_to_hold_has_no_value() {
    let sentence = format!("It has {} trillion members.", "9".repeat(18));
    assert_eq!(values(&sentence, EntityKind::Number), ["none"]);
}
