//! Properties of the layout: rows tile the text, fit the width, and know their bytes.

use std::collections::BTreeSet;

use proptest::prelude::*;
use pullquote::app::reader::shapes;
use pullquote::extract::extract;
use pullquote::model::article::Format;
use pullquote::model::document::Document;
use pullquote::text::flow::Flow;
use pullquote::text::layout::{Row, RowKind, Shape, ShapeKind};
use pullquote::text::span::TextSpan;
use pullquote::text::width::cells;
use unicode_segmentation::UnicodeSegmentation;

/// Words with wide, combining and joined characters, long addresses, hyphens and keeping pairs.
fn prose() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        4 => "[a-z]{1,12}",
        1 => "[A-Z][a-z]{1,9}(’s)?",
        1 => Just("Mr".to_owned()),
        1 => "[0-9]{1,4}",
        1 => Just("per cent".to_owned()),
        1 => "(self|well|long)-[a-z]{3,15}-[a-z]{2,9}",
        1 => "[漢字日本語新聞記者]{1,14}",
        1 => "[e\u{301}a\u{308}]{1,6}",
        1 => Just("👨‍👩‍👧‍👦♻️👍🏽🇯🇵".to_owned()),
        1 => "https://example\\.org/[a-z0-9/-]{1,90}",
        1 => "[x]{60,160}",
        1 => "[שלוםעולם]{2,8}",
        1 => "“[a-z]{2,8}[,.]”",
    ];
    prop::collection::vec(word, 1..60).prop_map(|words| words.join(" "))
}

fn rows_of(text: &str, width: usize) -> Vec<Row> {
    let shape =
        Shape { span: TextSpan::new(0, text.len()), until: text.len(), indent: 0, kind: ShapeKind::Prose, tag: 0 };
    all_rows(Flow::new(text, vec![shape], width), text)
}

fn all_rows(mut flow: Flow, text: &str) -> Vec<Row> {
    flow.lay_all(text);
    flow.window(text, 0, usize::MAX / 4)
}

fn document(text: &str) -> Document {
    extract(text.as_bytes(), Format::Markdown).map(|article| article.document).unwrap_or_default()
}

fn assert_tiles(text: &str, rows: &[Row]) {
    let joined: String = rows.iter().map(|row| row.span.of(text)).collect();
    assert_eq!(joined, text);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn joining_the_rows_gives_the_text_back(text in prose(), width in 8usize..=120) {
        assert_tiles(&text, &rows_of(&text, width));
    }

    #[test]
    fn nothing_but_white_space_is_left_out_of_the_rows(text in prose(), width in 8usize..=120) {
        let shown: String = rows_of(&text, width).iter().flat_map(|row| &row.segments).map(|part| part.span.of(&text)).collect();
        let bare = |words: &str| words.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
        prop_assert_eq!(bare(&shown), bare(&text));
    }

    #[test]
    fn no_row_is_wider_than_its_column(text in prose(), width in 8usize..=120) {
        for row in rows_of(&text, width) {
            prop_assert!(row.width(&text) <= width, "{:?}", row.span.of(&text));
        }
    }

    #[test]
    fn offset_to_column_to_offset_is_the_identity(text in prose(), width in 8usize..=120) {
        for row in rows_of(&text, width) {
            for segment in &row.segments {
                for (at, grapheme) in segment.span.of(&text).grapheme_indices(true).filter(|(_, grapheme)| cells(grapheme) > 0) {
                    let offset = segment.span.start + at;
                    let column = row.column_of(&text, offset);
                    prop_assert_eq!(row.offset_at(&text, column), offset, "{:?}", grapheme);
                }
            }
        }
    }

    #[test]
    fn every_byte_is_found_in_its_row(text in prose(), width in 8usize..=120) {
        let shape = Shape { span: TextSpan::new(0, text.len()), until: text.len(), indent: 0, kind: ShapeKind::Prose, tag: 0 };
        let mut flow = Flow::new(&text, vec![shape], width);
        for offset in (0..text.len()).step_by(7) {
            let id = flow.find(&text, offset).unwrap();
            prop_assert!(flow.row(&text, id).unwrap().span.contains(offset));
        }
    }

    #[test]
    fn the_rows_of_a_whole_document_tile_its_text(
        paragraphs in prop::collection::vec(prose(), 1..6),
        marks in prop::collection::vec(prop::sample::select(vec!["", "> ", "- ", "1. ", "## ", "    ", "| a | b |\n|---|---|\n| "]), 1..6),
        width in 8usize..=120,
    ) {
        let source: Vec<String> = paragraphs.iter().zip(marks.iter().cycle()).map(|(words, mark)| format!("{mark}{words}")).collect();
        let document = document(&source.join("\n\n"));
        let rows = all_rows(Flow::new(&document.text, shapes(&document, &BTreeSet::new()), width), &document.text);
        assert_tiles(&document.text, &rows);
        for row in rows.iter().filter(|row| row.kind == RowKind::Text) {
            prop_assert!(row.width(&document.text) <= width, "{:?}", row.span.of(&document.text));
        }
    }
}
