//! How lines are broken: what is kept together, what is cut, and at which sizes the panes stand.

use pullquote::actions::Pane;
use pullquote::app::layout::{Tier, Wish, arrange};
use pullquote::text::layout::wrapped;
use ratatui::layout::Rect;

#[test]
fn a_number_keeps_with_its_unit() {
    let lines = wrapped("They raised the rate by nearly 5 per cent and then again on 22 May last year", 32);
    assert!(lines.iter().any(|line| line.contains("5 per cent")), "{lines:?}");
    assert!(lines.iter().any(|line| line.contains("22 May")), "{lines:?}");
}

#[test]
fn a_title_keeps_with_its_name_at_every_width() {
    for width in 24..60 {
        let lines =
            wrapped("The meeting was opened by Mr Tarrow and closed by Dr. Quane before the vote was taken", width);
        assert!(lines.iter().any(|line| line.contains("Mr Tarrow")), "{width}: {lines:?}");
        assert!(lines.iter().any(|line| line.contains("Dr. Quane")), "{width}: {lines:?}");
    }
}

#[test]
fn a_score_is_not_broken_at_its_hyphen() {
    for width in 10..30 {
        let lines = wrapped("Brack beat the visitors 3-2 after extra time", width);
        assert!(lines.iter().any(|line| line.contains("3-2")), "{width}: {lines:?}");
    }
}

#[test]
fn a_long_address_is_broken_after_a_slash() {
    let lines = wrapped("See https://example.org/archive/2026/reservoirs/inquiry for the papers", 30);
    assert!(lines.iter().any(|line| line.ends_with('/')), "{lines:?}");
}

#[test]
fn chinese_is_broken_between_characters_and_fills_its_lines() {
    let lines = wrapped(&"新聞記者".repeat(12), 20);
    assert_eq!(lines.len(), 5);
    assert!(lines[..4].iter().all(|line| line.chars().count() == 10), "{lines:?}");
}

fn panes(width: u16, height: u16) -> pullquote::app::layout::Panes {
    let wish = Wish {
        focus: Pane::Text,
        zoomed: false,
        strip: false,
        measure: 66,
        quotes_height: 30,
        foot: 0,
        steps: [60, 100, 150],
    };
    arrange(Rect::new(0, 0, width, height), wish)
}

#[test]
fn the_layout_follows_from_the_size_alone() {
    let tiers = [
        (20, 24, Tier::TooSmall),
        (80, 5, Tier::TooSmall),
        (44, 14, Tier::ExtraSmall),
        (80, 15, Tier::ExtraSmall),
        (60, 16, Tier::Small),
        (99, 40, Tier::Small),
        (100, 24, Tier::Medium),
        (149, 40, Tier::Medium),
        (150, 40, Tier::Large),
    ];
    for (width, height, tier) in tiers {
        assert_eq!(panes(width, height).tier, tier, "{width}x{height}");
    }
}

#[test]
fn the_text_has_its_measure_before_a_pane_stands_beside_it() {
    for (width, height) in [(120, 36), (160, 45), (200, 60)] {
        let panes = panes(width, height);
        assert!(panes.column(66).width == 69, "{width}: {:?}", panes.column(66));
        assert!(panes.quotes.unwrap().width >= 28);
        assert!(panes.entities.unwrap().width >= 28);
    }
}

#[test]
fn panes_never_overlap_nor_leave_the_screen() {
    for width in (24..220).step_by(3) {
        for height in 6..70 {
            let panes = panes(width, height);
            let shown: Vec<Rect> = [panes.text, panes.quotes, panes.entities].into_iter().flatten().collect();
            for (index, one) in shown.iter().enumerate() {
                assert!(one.right() <= width && one.bottom() + 2 <= height, "{width}x{height}");
                assert!(shown[index + 1..].iter().all(|other| !one.intersects(*other)), "{width}x{height}");
            }
        }
    }
}

#[test]
fn the_quick_measure_of_western_letters_is_the_slow_one() {
    use pullquote::text::width::{cells, grapheme_cells};
    for letter in ('\u{a1}'..='\u{2ff}').chain('\u{2010}'..='\u{2027}').filter(|letter| *letter != '\u{ad}') {
        assert_eq!(cells(&letter.to_string()), grapheme_cells(&letter.to_string()), "U+{:04X}", u32::from(letter));
    }
}
