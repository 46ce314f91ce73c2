//! Which words of a passage went, and which came in their place.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// A run of words that stayed, went or came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub fate: Fate,
    pub words: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    Same,
    Gone,
    New,
}

impl Part {
    /// The words with marks that say what became of them: `[-gone-]`, `[+new+]`.
    pub fn marked(&self) -> String {
        match self.fate {
            Fate::Same => self.words.clone(),
            Fate::Gone => format!("[-{}-]", self.words),
            Fate::New => format!("[+{}+]", self.words),
        }
    }
}

/// The words of two texts, as divided by white space, in one order: what went before what came for it.
pub fn difference(before: &str, after: &str) -> Vec<Part> {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.split_whitespace().collect(), after.split_whitespace().collect());
    let run = |fate, words: &[&str]| (!words.is_empty()).then(|| Part { fate, words: words.join(" ") });
    let parts = |op: DiffOp| {
        let (gone, came) = (&old[op.old_range()], &new[op.new_range()]);
        match op {
            DiffOp::Equal { .. } => [run(Fate::Same, gone), None],
            _ => [run(Fate::Gone, gone), run(Fate::New, came)],
        }
    };
    capture_diff_slices(Algorithm::Myers, &old, &new).into_iter().flat_map(parts).flatten().collect()
}

/// How many words are others: those that went or those that came, whichever are more.
pub fn words_changed(parts: &[Part]) -> usize {
    let count = |fate| {
        let words = parts.iter().filter(|part| part.fate == fate);
        words.map(|part| part.words.split(' ').count()).sum::<usize>()
    };
    count(Fate::Gone).max(count(Fate::New))
}
