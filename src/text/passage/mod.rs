//! Finds a passage again in a text that may have changed: in place, changed, or lost.

mod candidates;
mod context;
pub mod ground;
mod neighbour;
mod rough;
mod short;

pub use ground::Ground;
pub use neighbour::neighbour;

use super::span::TextSpan;
use candidates::{Candidate, Wanted};
use context::Agreement;

/// A passage as it stood in a text (W3C Web Annotation model: TextQuoteSelector and the start of a
/// TextPositionSelector).
#[derive(Debug, Clone, Copy)]
pub struct Passage<'p> {
    pub exact: &'p str,
    /// What stood right before it.
    pub prefix: &'p str,
    /// What stood right after it.
    pub suffix: &'p str,
    /// Where it began: code points before it.
    pub start: usize,
    /// The sentence that it stood in, and the code points of the sentence before it.
    pub sentence: Option<(&'p str, usize)>,
}

/// How a passage stands in a text, with the bytes of the text that it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// The same words, typography aside, where they belong.
    InPlace(TextSpan),
    /// Other words in its place, or its words among others: to be looked at.
    Changed(TextSpan),
    Lost,
}

/// Code points of a passage and its surroundings that are no chance in the same place.
const ENOUGH: usize = 16;

/// A passage with fewer words or code points than these is looked for by its sentence.
const SHORT: (usize, usize) = (5, 24);

/// How a passage stands in a text.
///
/// An unchanged text gives the same place again. In a changed one, its exact words are looked for, typography and
/// white space aside, and those with the best surroundings taken, then the nearest. Where they are not there, or in
/// other surroundings, places are weighed that have most of its words (Levenshtein distance over words, then over
/// letters). One is taken only if it is like enough, and no other is nearly as like. A short passage is looked for
/// by its sentence. Time is linear in the length of the text.
pub fn stands(ground: &Ground<'_>, passage: Passage<'_>) -> Standing {
    let near = ground.byte_of(passage.start);
    if let Some(span) = untouched(ground.text, near, passage) {
        return Standing::InPlace(span);
    }
    let wanted = Wanted::of(passage, ground.folded.forth(near));
    if wanted.exact.trim().is_empty() {
        return Standing::Lost;
    }
    let found = if is_short(passage.exact) { short::found(ground, &wanted, passage) } else { found(ground, &wanted) };
    match found {
        None => Standing::Lost,
        Some((span, is_same)) => {
            let span = ground.folded.back_to(ground.text, span);
            if is_same { Standing::InPlace(span) } else { Standing::Changed(span) }
        }
    }
}

/// Code points to each side that tell a passage's place from that of a copy of it.
const WIDE: usize = 200;

/// How alike one of these sides is, at least, in the passage's own place.
const OWN: f64 = 0.6;

/// How a passage stands in a text that was made of `before`, the one that it is from.
///
/// A headline or a pull quote may say the same as a sentence of the text. Where there were such copies, some are gone,
/// and what is left stands in other surroundings, it may be another: the very words are to be looked at, and anything
/// less is lost.
pub fn stands_since(before: &Ground<'_>, ground: &Ground<'_>, passage: Passage<'_>) -> Standing {
    let standing = stands(ground, passage);
    let Some(span) = standing.span() else { return standing };
    let start = before.byte_of(passage.start);
    let from = before.text.get(..start).unwrap_or_default();
    let to = before.text.get(start + passage.exact.len()..).unwrap_or_default();
    let (prefix, suffix) = (context::last(from, WIDE), context::first(to, WIDE));
    let wide = Agreement::of(ground.text, span, prefix, suffix);
    // At an end of the text there is too little to tell by.
    let is_own = |side: &str, alike: f64| side.chars().nth(WIDE - 1).is_some() && alike >= OWN;
    if is_own(prefix, wide.before) || is_own(suffix, wide.after) {
        return standing;
    }
    let is_short = is_short(passage.exact);
    match standing {
        _ if !candidates::are_fewer(before, ground, passage, is_short) => standing,
        Standing::InPlace(span) if !is_short => Standing::Changed(span),
        _ => Standing::Lost,
    }
}

impl Standing {
    pub fn span(self) -> Option<TextSpan> {
        match self {
            Self::InPlace(span) | Self::Changed(span) => Some(span),
            Self::Lost => None,
        }
    }
}

/// Whether a passage says too little to be looked for by its own words.
pub fn is_short(exact: &str) -> bool {
    let (words, points) = SHORT;
    exact.split_whitespace().nth(words - 1).is_none() || exact.chars().nth(points - 1).is_none()
}

/// The bytes of the passage where it stands as it was, with all that was around it.
fn untouched(text: &str, at: usize, passage: Passage<'_>) -> Option<TextSpan> {
    let (before, after) = text.split_at_checked(at)?;
    let rest = after.strip_prefix(passage.exact)?;
    let around = before.ends_with(passage.prefix) && rest.starts_with(passage.suffix);
    let is_all = before.len() == passage.prefix.len() && rest.len() == passage.suffix.len();
    let points = [passage.exact, passage.prefix, passage.suffix].map(|part| part.chars().count());
    let is_sure = is_all || points.iter().sum::<usize>() >= ENOUGH;
    (around && is_sure).then(|| TextSpan::new(at, at + passage.exact.len()))
}

/// The byte before which `points` code points stand; the end of a shorter text.
fn byte_of(text: &str, points: usize) -> usize {
    text.char_indices().nth(points).map_or(text.len(), |(at, _)| at)
}

/// The bytes of the folded text that a longer passage is, and whether it is in place.
fn found(ground: &Ground<'_>, wanted: &Wanted) -> Option<(TextSpan, bool)> {
    let mut all = candidates::same(ground, wanted);
    let is_telling = wanted.exact.split_whitespace().nth(UNIQUE - 1).is_some();
    let is_moved = all.len() == 1 && is_telling;
    if let Some(best) = all.first().filter(|best| is_moved || best.agreement.holds()) {
        return Some((best.span, true));
    }
    all.extend(candidates::alike(ground, wanted));
    let best = pick(all, wanted.near, is_telling)?;
    Some((best.span, best.is_same && best.agreement.holds()))
}

/// Words that, standing in a text once, are themselves wherever they were moved.
const UNIQUE: usize = 10;

/// How alike the words of a passage must be, at least, and all of it with its surroundings (0 to 1).
const FLOOR: (f64, f64) = (0.45, 0.6);

/// How alike so many words must be to be themselves in whatever surroundings.
const TELLING: f64 = 0.85;

/// By how much it must be more alike than any other place.
const MARGIN: f64 = 0.08;

/// The best of these places; none where it is not like enough, or where another is nearly as good: of several with
/// the same words, the nearest is.
fn pick(mut all: Vec<Candidate>, near: usize, is_telling: bool) -> Option<Candidate> {
    let (words, whole) = FLOOR;
    let is_itself = |one: &Candidate| is_telling && one.words >= TELLING;
    all.retain(|one| one.words >= words && (one.score() >= whole || is_itself(one)));
    all.sort_by(|one, other| {
        let by_score = other.score().total_cmp(&one.score());
        by_score.then(one.span.start.abs_diff(near).cmp(&other.span.start.abs_diff(near)))
    });
    let best = *all.first()?;
    let rival = all.iter().find(|other| !other.span.overlaps(best.span) && best.score() - other.score() < MARGIN);
    rival.is_none_or(|rival| best.is_same && rival.is_same).then_some(best)
}
