//! Where in the text a name occurs, as a row of small bars.

use crate::model::entity::Entity;

/// Bars of a strip.
pub const BINS: usize = 16;

/// Heights 0 to 8: the mentions in each sixteenth of a text of `length` bytes, the fullest being 8.
pub fn strip(entity: &Entity, length: usize) -> [u8; BINS] {
    let mut counts = [0usize; BINS];
    for mention in &entity.mentions {
        let bin = mention.span.start * BINS / length.max(1);
        counts[bin.min(BINS - 1)] += 1;
    }
    let most = counts.iter().copied().max().unwrap_or(0).max(1);
    counts.map(|count| u8::try_from((count * 8).div_ceil(most)).unwrap_or(8))
}

const BARS: [char; 9] = ['▁', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// The bar of a height from 0 to 8.
pub fn bar(height: u8) -> char {
    BARS[usize::from(height).min(BARS.len() - 1)]
}
