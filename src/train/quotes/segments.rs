//! Quotes cut into the pieces that are counted, and the pairing of marked pieces with found ones.

use super::gold::{Gold, Points};
use super::names::words;
use crate::model::quote::QuoteKind;

/// One piece of a quote: of one span, in one paragraph, without marks and stops at its ends.
#[derive(Debug, Clone)]
pub struct Segment {
    pub span: Points,
    pub kind: QuoteKind,
    /// The quote's place in its list.
    pub quote: usize,
}

/// Letters and digits before each place of a text.
pub struct Letters(Vec<usize>);

impl Letters {
    pub fn of(text: &[char]) -> Self {
        let mut count = 0;
        let mut before = vec![0];
        before.extend(text.iter().map(|char| {
            count += usize::from(char.is_alphanumeric());
            count
        }));
        Self(before)
    }

    pub fn within(&self, points: &Points) -> usize {
        let at = |place: usize| self.0.get(place).or(self.0.last()).copied().unwrap_or_default();
        at(points.end).saturating_sub(at(points.start))
    }

    fn common(&self, one: &Points, other: &Points) -> usize {
        let (start, end) = (one.start.max(other.start), one.end.min(other.end));
        if start < end { self.within(&(start..end)) } else { 0 }
    }
}

/// The pieces of quotes, each given by its spans; of their words in marks alone where `quoted` says so.
pub fn segments(gold: &Gold, letters: &Letters, quotes: &[&[Points]], quoted: bool) -> Vec<Segment> {
    let mut found = Vec::new();
    for (quote, spans) in quotes.iter().enumerate() {
        let spans: Vec<Points> =
            spans.iter().filter(|points| points.start < points.end && points.end <= gold.text.len()).cloned().collect();
        let kind = kind(gold, &spans);
        let spans = if quoted { in_marks(gold, &spans) } else { spans };
        let pieces = spans.iter().flat_map(|points| lines(gold, points)).map(|line| trimmed(&gold.text, line));
        let said = pieces.filter(|span| letters.within(span) > 0);
        found.extend(said.map(|span| Segment { span, kind, quote }));
    }
    found
}

fn kind(gold: &Gold, spans: &[Points]) -> QuoteKind {
    let letters = spans.iter().flat_map(Clone::clone).filter(|at| gold.text[*at].is_alphanumeric());
    let (mut all, mut inside) = (0, 0);
    for at in letters {
        all += 1;
        inside += usize::from(gold.mask[at]);
    }
    match inside {
        0 => QuoteKind::Indirect,
        _ if inside as f64 >= 0.9 * all as f64 => QuoteKind::Direct,
        _ => QuoteKind::Mixed,
    }
}

/// The stretches in marks, those of fewer than three words aside.
fn in_marks(gold: &Gold, spans: &[Points]) -> Vec<Points> {
    let mut found: Vec<Points> = Vec::new();
    for span in spans {
        let from = found.len();
        for at in span.clone().filter(|at| gold.mask[*at]) {
            match found.get_mut(from..).and_then(<[Points]>::last_mut).filter(|last| last.end == at) {
                Some(last) => last.end = at + 1,
                None => found.push(at..at + 1),
            }
        }
    }
    found.retain(|points| words(&gold.text, points).len() >= 3);
    found
}

fn lines(gold: &Gold, points: &Points) -> Vec<Points> {
    let mut found = Vec::new();
    let mut start = points.start;
    for end in points.clone().filter(|at| gold.breaks[*at]).chain([points.end]) {
        if start < end {
            found.push(start..end);
        }
        start = end + 1;
    }
    found
}

fn trimmed(text: &[char], mut points: Points) -> Points {
    let edge = |at: usize| text.get(at).is_some_and(|char| " \t\r\n\u{a0}\"“”‘’'`«»„.,;:!?…-–—()[]".contains(*char));
    while points.start < points.end && edge(points.start) {
        points.start += 1;
    }
    while points.start < points.end && edge(points.end - 1) {
        points.end -= 1;
    }
    points
}

/// Pairs by the letters that they share, those that share most first; half of all letters at least. The place of
/// the found piece for each marked one.
pub fn paired(letters: &Letters, gold: &[Segment], found: &[Segment]) -> Vec<Option<usize>> {
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    for (one, segment) in gold.iter().enumerate() {
        for (other, second) in found.iter().enumerate() {
            let common = letters.common(&segment.span, &second.span);
            let all = letters.within(&segment.span) + letters.within(&second.span) - common;
            if common > 0 && 2 * common >= all {
                pairs.push((common as f64 / all as f64, one, other));
            }
        }
    }
    pairs.sort_by(|one, other| other.0.total_cmp(&one.0).then((one.1, one.2).cmp(&(other.1, other.2))));
    let mut of = vec![None; gold.len()];
    let mut taken = vec![false; found.len()];
    for (_, one, other) in pairs {
        if of[one].is_none() && !taken[other] {
            of[one] = Some(other);
            taken[other] = true;
        }
    }
    of
}
