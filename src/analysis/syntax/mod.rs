//! Parts of speech and dependencies of a sentence, by linear models over hashed features.
//!
//! The weights are whole numbers in `assets/weights/syntax.bin`; `assets/weights/syntax.md` says what they were
//! learnt from and how well they do.

pub mod arcs;
pub mod labels;
pub mod looks;
pub mod scorer;
pub mod sentence;
pub mod tables;
pub mod tagging;
pub mod tags;

use sentence::Sentence;
use tables::Tables;

/// Tags and parses a sentence. Linear time; the same words give the same parse.
pub fn read(sentence: &mut Sentence, tables: &Tables) {
    tagging::tag(sentence, &tables.tags);
    (sentence.heads, sentence.relations) = arcs::arcs(sentence, &tables.moves, &tables.relations);
}
