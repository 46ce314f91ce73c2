//! Which steps of the parser lose nothing (dynamic oracle for arc-hybrid; Goldberg and Nivre 2013).

use crate::analysis::syntax::arcs::{Move, State};

/// How many right arcs cannot be found any more after a step.
pub fn cost(state: &State, heads: &[usize], step: Move) -> usize {
    let (s0, s1, next) = (state.below(0), state.below(1), state.next);
    let head = |word: usize| heads.get(word).copied().unwrap_or(usize::MAX);
    let in_buffer = |word: usize| word >= next && word <= state.count;
    match step {
        Move::Shift => {
            let below = state.stack.split_last().map_or(&[][..], |(_, below)| below);
            usize::from(below.contains(&head(next))) + state.stack.iter().filter(|word| head(**word) == next).count()
        }
        Move::Left => {
            let lost = head(s0) == s1 || head(s0) != next && in_buffer(head(s0));
            usize::from(lost) + dependents(heads, s0, next)
        }
        Move::Right => usize::from(in_buffer(head(s0))) + dependents(heads, s0, next),
    }
}

/// Dependents of a word that are still to come.
fn dependents(heads: &[usize], of: usize, from: usize) -> usize {
    heads.get(from..).unwrap_or_default().iter().filter(|head| **head == of).count()
}
