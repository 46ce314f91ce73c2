//! How many cells of a terminal a text takes up: the one measure that layout and drawing share.

use ratatui::buffer::CellWidth;
use unicode_segmentation::UnicodeSegmentation;

/// The cells that `text` takes up, counted grapheme by grapheme as ratatui's buffer does (UAX 11, UAX 29).
pub fn cells(text: &str) -> usize {
    if text.is_ascii() {
        text.len()
    } else if text.chars().all(is_plain) {
        text.chars().count()
    } else {
        text.graphemes(true).map(grapheme_cells).sum()
    }
}

/// Letters and marks of Western prose, which take up one cell each and join with nothing.
fn is_plain(letter: char) -> bool {
    matches!(letter, ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{2010}'..='\u{2027}')
}

/// The cells of one grapheme cluster, by ratatui's own measure.
pub fn grapheme_cells(grapheme: &str) -> usize {
    if grapheme.len() == 1 { 1 } else { usize::from(grapheme.cell_width()) }
}

/// The longest beginning of `text`, in whole graphemes, that fits `limit` cells; with the cells it takes.
pub fn fit(text: &str, limit: usize) -> (&str, usize) {
    let mut used = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        let wide = grapheme_cells(grapheme);
        if used + wide > limit {
            return (text.get(..at).unwrap_or_default(), used);
        }
        used += wide;
    }
    (text, used)
}

/// `text` cut to `limit` cells, with an ellipsis as its last cell where something was cut.
pub fn clip(text: &str, limit: usize) -> String {
    if cells(text) <= limit {
        return text.to_owned();
    }
    if limit == 0 {
        return String::new();
    }
    let (kept, _) = fit(text, limit - 1);
    format!("{}…", kept.trim_end())
}
