//! Passages as the learner sees them: rows of features for each piece, and the labels that it may have.

use super::corpus::Marked;
use crate::analysis::mentions::ruled;
use crate::analysis::prose::Prose;
use crate::analysis::tagger::features::{AROUND, around, own, together};
use crate::analysis::tagger::labels::{NameKind, OUTSIDE};
use crate::analysis::tagger::sheet::{Sheet, Stretch};
use crate::analysis::tagger::tables::Lists;

/// One passage.
pub struct Example {
    /// The rows of all pieces, one piece behind another.
    pub rows: Vec<u32>,
    /// Where the rows of each piece end.
    pub ends: Vec<usize>,
    /// The labels that each piece may have, one bit each: one, or several where the marking leaves it open.
    pub allowed: Vec<u16>,
}

/// The passages of a text.
pub fn examples(text: &Marked, lists: &Lists) -> Vec<Example> {
    let prose = Prose::of(&text.document);
    let sheet = Sheet::of(&prose, &ruled(&prose), lists);
    let allowed = allowed(text, &sheet);
    let filled = sheet.stretches.iter().filter(|stretch| !stretch.pieces.is_empty());
    filled.map(|stretch| example(&sheet, stretch, &allowed)).collect()
}

fn example(sheet: &Sheet, stretch: &Stretch, allowed: &[u16]) -> Example {
    let mut rows = Vec::new();
    let mut ends = Vec::with_capacity(stretch.pieces.len());
    for at in stretch.pieces.clone() {
        own(sheet.form(at), &mut |row| rows.push(row));
        for offset in AROUND {
            let place = at.checked_add_signed(offset).filter(|place| stretch.pieces.contains(place));
            around(place.map(|place| sheet.form(place)), offset, &mut |row| rows.push(row));
        }
        together(sheet, stretch, at, &mut |row| rows.push(row));
        ends.push(rows.len());
    }
    Example { rows, ends, allowed: allowed[stretch.pieces.clone()].to_vec() }
}

fn allowed(text: &Marked, sheet: &Sheet) -> Vec<u16> {
    let misc = 1 << NameKind::Misc.begins() | 1 << NameKind::Misc.goes_on();
    let unmarked = 1 << OUTSIDE | if text.misc_is_open { misc } else { 0 };
    let mut allowed = vec![unmarked; sheet.pieces.len()];
    for (span, kind) in &text.names {
        let first = sheet.pieces.partition_point(|piece| piece.span.end <= span.start);
        let end = sheet.pieces.partition_point(|piece| piece.span.start < span.end);
        for (nth, label) in allowed[first..end.max(first)].iter_mut().enumerate() {
            *label = 1 << if nth == 0 { kind.begins() } else { kind.goes_on() };
        }
    }
    allowed
}
