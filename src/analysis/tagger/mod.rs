//! Names in running text, by a linear chain over hashed features (Lafferty, McCallum and Pereira 2001).
//!
//! The weights are whole numbers in `assets/weights/names.bin`; `assets/weights/names.md` says what they were
//! learnt from and how well they do. The trainer uses the same sheet and the same features.

pub mod decode;
pub mod evidence;
pub mod features;
pub mod forms;
pub mod hash;
pub mod index;
pub mod labels;
pub mod phrases;
pub mod sheet;
pub mod tables;

use super::mentions::Candidate;
use super::phrases::is_particle;
use super::prose::Prose;
use super::runs::is_double;
use crate::text::span::TextSpan;
use labels::{NameKind, parted};
use sheet::Sheet;
use tables::Tables;

/// A name, without a possessive behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tagged {
    pub span: TextSpan,
    pub kind: NameKind,
    /// The passage that it stands in.
    pub passage: usize,
}

/// All names in order, without overlap; spans are bytes of the prose's text. Linear time, no panic on any text.
///
/// `ruled` are the guesses of the rules, in order; the tagger has learnt how far to believe them.
pub fn tag(prose: &Prose, ruled: &[Candidate]) -> Vec<Tagged> {
    Tables::get().map(|tables| tagged(prose, ruled, tables)).unwrap_or_default()
}

/// The same with other tables than the embedded ones.
pub fn tagged(prose: &Prose, ruled: &[Candidate], tables: &Tables) -> Vec<Tagged> {
    let sheet = Sheet::of(prose, ruled, &tables.lists);
    let shares = decode::shares(&sheet, tables);
    let mut found: Vec<Tagged> = Vec::new();
    for (passage, stretch) in sheet.stretches.iter().enumerate() {
        let labels = decode::labels(&sheet, stretch, &shares, tables);
        let mut open = false;
        for (at, label) in stretch.pieces.clone().zip(labels) {
            let span = sheet.pieces[at].span;
            match (parted(label), found.last_mut().filter(|_| open)) {
                (Some((_, false)), Some(name)) => name.span.end = span.end,
                (Some((kind, _)), _) => found.push(Tagged { span, kind, passage }),
                (None, _) => {}
            }
            open = label != labels::OUTSIDE;
        }
    }
    found.retain_mut(|name| trimmed(name, prose.text));
    found
}

/// Takes small words off both ends of a name ("lowland Europe"), save for those that begin names ("van", "al");
/// whether anything is left that may be one.
fn trimmed(name: &mut Tagged, text: &str) -> bool {
    let whole = name.span.of(text);
    if !whole.contains(char::is_uppercase) {
        return whole.contains(char::is_alphanumeric);
    }
    let head: usize =
        whole.split(' ').take_while(|word| is_small(word) && !is_particle(word)).map(|word| word.len() + 1).sum();
    let tail: usize = whole.rsplit(' ').take_while(|word| is_small(word)).map(|word| word.len() + 1).sum();
    name.span = TextSpan::new(name.span.start + head, name.span.end.saturating_sub(tail)).trimmed(text);
    // "London-based", but "Yoon Sang-hyun".
    let name_text = name.span.of(text);
    let double = name_text.rsplit_once(' ').is_some_and(|(_, last)| is_double(last));
    let joined = name_text.rsplit_once('-').filter(|(_, tail)| tail.len() > 3 && is_small(tail) && !double);
    if let Some((stem, _)) = joined {
        name.span.end = name.span.start + stem.len();
    }
    !name.span.is_empty()
}

fn is_small(word: &str) -> bool {
    word.chars().all(|char| char.is_lowercase() || char == '-')
}
