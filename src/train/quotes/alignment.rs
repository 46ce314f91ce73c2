//! Maps the program's text, which may lack white space and lines of the marked one, to the marked text.

use super::gold::Points;
use crate::text::span::TextSpan;

/// Characters that must agree before the two texts count as together again.
const AGREE: usize = 12;

/// Where each character of the program's text stands in the marked one.
#[derive(Debug)]
pub struct Alignment {
    to: Vec<Option<usize>>,
    /// For each code point of the marked text, how many visible ones stand before it.
    order: Vec<usize>,
    /// The byte at which each character of the program's text begins, and its length.
    bytes: Vec<usize>,
    pub kept: f64,
}

impl Alignment {
    /// The program's text is the marked one with parts left out; a stretch that agrees with nothing is skipped.
    pub fn of(program: &str, marked: &[char]) -> Self {
        let chars: Vec<char> = program.chars().collect();
        let bytes = program.char_indices().map(|(at, _)| at).chain([program.len()]).collect();
        let (own, visible) = (visible(&chars), visible(marked));
        let mut to = vec![None; chars.len()];
        let same = |one: usize, other: usize| {
            let (Some(one), Some(other)) = (own.get(one), visible.get(other)) else { return false };
            chars[*one] == marked[*other]
        };
        let agree =
            |one: usize, other: usize| (0..AGREE.min(own.len() - one)).all(|step| same(one + step, other + step));
        let (mut one, mut other) = (0, 0);
        while one < own.len() {
            if same(one, other) {
                to[own[one]] = Some(visible[other]);
                (one, other) = (one + 1, other + 1);
            } else if let Some(next) = (other..visible.len()).find(|next| agree(one, *next)) {
                other = next;
            } else {
                one += 1;
            }
        }
        let mut order = vec![0; marked.len()];
        for (count, at) in visible.iter().enumerate() {
            order[*at] = count;
        }
        let kept = to.iter().flatten().count() as f64 / visible.len().max(1) as f64;
        Self { to, order, bytes, kept }
    }

    /// A span of the program's text in the marked one, cut where that has a further line in between.
    pub fn spans(&self, span: TextSpan, marked: &[char]) -> Vec<Points> {
        let mut found: Vec<Points> = Vec::new();
        for hit in self.to.get(self.chars(span)).unwrap_or_default().iter().flatten().copied() {
            let Some(last) = found.last_mut() else {
                found.push(hit..hit + 1);
                continue;
            };
            let skipped = self.order[hit] - self.order[last.end - 1] > 1;
            if skipped && has_line(&marked[last.end..hit]) {
                found.push(hit..hit + 1);
            } else {
                last.end = hit + 1;
            }
        }
        found
    }

    pub fn hull(&self, span: TextSpan, marked: &[char]) -> Option<Points> {
        let spans = self.spans(span, marked);
        Some(spans.first()?.start..spans.last()?.end)
    }

    /// A stretch of the marked text as bytes of the program's.
    pub fn back(&self, points: &Points) -> Option<TextSpan> {
        let inside = |at: &Option<usize>| at.is_some_and(|at| points.contains(&at));
        // The hits stand in order, those that are missing aside.
        let first = self.to.iter().position(inside)?;
        let last = self.to.iter().rposition(inside)?;
        Some(TextSpan::new(*self.bytes.get(first)?, *self.bytes.get(last + 1)?))
    }

    fn chars(&self, span: TextSpan) -> Points {
        let at = |byte: usize| self.bytes.partition_point(|start| *start < byte).min(self.to.len());
        at(span.start)..at(span.end)
    }
}

fn visible(text: &[char]) -> Vec<usize> {
    let seen = |at: &usize| text.get(*at).is_some_and(|char| !char.is_whitespace() && !char.is_control());
    (0..text.len()).filter(seen).collect()
}

/// Whether a newline stands between other things.
fn has_line(between: &[char]) -> bool {
    between.contains(&'\n')
}
