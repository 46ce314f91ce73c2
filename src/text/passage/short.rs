//! Finds a passage of a few words by the sentence that it stood in.

use super::candidates::{self, Candidate, Wanted, folded, occurrences};
use super::context::{Agreement, settled};
use super::ground::Ground;
use super::{Passage, is_short, pick};
use crate::text::span::TextSpan;

/// Code points that a passage may stand outside of what is taken for its sentence.
const ASTRAY: usize = 8;

/// How alike the surroundings on both sides must be, for other words between them to be the passage.
const SURE: f64 = 0.75;

/// The bytes of the folded text that the passage is, and whether it is in place.
pub fn found(ground: &Ground<'_>, wanted: &Wanted, passage: Passage<'_>) -> Option<(TextSpan, bool)> {
    let sentence = passage.sentence.filter(|(words, _)| !is_short(words));
    let by_sentence = sentence.and_then(|(words, before)| {
        let before: String = words.chars().take(before).collect();
        within(ground, wanted, words, folded(&before).len())
    });
    by_sentence.or_else(|| {
        let around = format!("{}{}{}", passage.prefix, passage.exact, passage.suffix);
        within(ground, wanted, &around, wanted.prefix.len())
    })
}

/// The passage within a place of what it stood in, `offset` bytes of which were before it.
fn within(ground: &Ground<'_>, wanted: &Wanted, words: &str, offset: usize) -> Option<(TextSpan, bool)> {
    let outer = Wanted::alone(words, wanted.near.saturating_sub(offset));
    let mut places = candidates::same(ground, &outer);
    places.truncate(FEW);
    if !places.iter().any(|place| inner(ground, wanted, place, offset).is_some_and(|one| one.agreement.holds())) {
        let near = candidates::nearby(ground, &outer);
        let mut clear =
            near.iter().filter_map(|place| inner(ground, wanted, place, offset)).filter(Candidate::is_clear);
        if let (Some(one), None) = (clear.next(), clear.next()) {
            return Some((one.span, one.is_same));
        }
        places.extend(candidates::alike(ground, &outer));
    }
    let all = places.iter().filter_map(|place| inner(ground, wanted, place, offset)).collect();
    let best = pick(all, wanted.near, false)?;
    Some((best.span, best.is_same && best.agreement.holds()))
}

/// Places of the sentence that are looked into.
const FEW: usize = 24;

/// The passage in one place of its sentence: its words with the best surroundings, else what now stands between
/// them. Its likeness is the sentence's.
fn inner(ground: &Ground<'_>, wanted: &Wanted, place: &Candidate, offset: usize) -> Option<Candidate> {
    let text = ground.folded.text();
    let Wanted { exact, prefix, suffix, .. } = wanted;
    let near = place.span.start + offset;
    let (from, to) = wider(text, place.span);
    let slice = TextSpan::new(from, to);
    let places = occurrences(slice.of(text), exact, near.saturating_sub(from)).into_iter();
    let weighed = places.map(|span| {
        let span = span.shifted(from);
        (span, Agreement::of(text, span, prefix, suffix))
    });
    let best = weighed.max_by(|(one, agreed), (other, others)| {
        let by_context = agreed.mean().total_cmp(&others.mean());
        by_context.then(other.start.abs_diff(near).cmp(&one.start.abs_diff(near)))
    });
    let (span, agreement, is_same) = match best {
        Some((span, agreement)) if agreement.before.max(agreement.after) > 0.0 => (span, agreement, true),
        _ => {
            let (span, agreement) = between(text, near, wanted)?;
            (span, agreement, false)
        }
    };
    Some(Candidate { span, words: place.words, is_same, agreement })
}

/// What now stands between the surroundings of the passage, near a byte.
fn between(text: &str, near: usize, wanted: &Wanted) -> Option<(TextSpan, Agreement)> {
    let start = (0..=near.min(text.len())).rev().find(|at| text.is_char_boundary(*at))?;
    let end = (start + wanted.exact.len()..=text.len()).find(|at| text.is_char_boundary(*at))?;
    let span = settled(text, TextSpan::new(start, end), (&wanted.exact, &wanted.prefix, &wanted.suffix));
    let agreement = Agreement::of(text, span, &wanted.prefix, &wanted.suffix);
    let words = span.of(text).trim();
    let is_there = words.contains(char::is_alphanumeric) && words.len() <= 3 * wanted.exact.len() + ASTRAY;
    (is_there && agreement.before >= SURE && agreement.after >= SURE).then_some((span, agreement))
}

/// A span with a few code points more on each side.
fn wider(text: &str, span: TextSpan) -> (usize, usize) {
    let before = text.get(..span.start).unwrap_or_default().char_indices().rev().take(ASTRAY).last();
    let after = text.get(span.end..).unwrap_or_default().char_indices().nth(ASTRAY);
    (before.map_or(span.start, |(at, _)| at), after.map_or(text.len(), |(at, _)| span.end + at))
}
