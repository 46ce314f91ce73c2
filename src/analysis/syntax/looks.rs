//! What the parser looks at before a step (after Zhang and Nivre 2011).

use super::arcs::{NONE, State};
use super::sentence::{Sentence, Sight};
use crate::analysis::tagger::hash::mixed;

/// One word of a state as features see it.
#[derive(Clone, Copy)]
struct Look {
    word: u64,
    tag: u64,
    cluster: u64,
}

/// The numbers of the rows for a state.
pub fn features(sentence: &Sentence, state: &State, rows: &mut Vec<u32>) {
    rows.clear();
    let look = |place: usize| look(sentence, place);
    let [s0, s1, s2] = [0, 1, 2].map(|depth| state.below(depth));
    let next = state.next;
    let [t0, t1, t2] = [s0, s1, s2].map(look);
    let [b0, b1, b2] = [next, next + 1, next + 2].map(look);
    let mut push = |sort: u64, value: u64| rows.push((mixed(value, sort) >> 32) as u32);
    for (sort, seen) in [(10, t0), (20, t1), (30, b0), (40, b1)] {
        push(sort, seen.word);
        push(sort + 1, seen.tag);
        push(sort + 2, mixed(seen.word, seen.tag));
        push(sort + 3, mixed(seen.cluster, seen.tag));
    }
    push(50, t2.tag);
    push(51, mixed(t2.word, t2.tag));
    push(52, b2.tag);
    push(53, mixed(b2.word, b2.tag));
    pairs(&mut push, 60, t0, b0);
    pairs(&mut push, 70, t1, t0);
    pairs(&mut push, 80, t1, b0);
    push(90, mixed(b0.tag, b1.tag));
    push(91, mixed(b0.word, b1.tag));
    push(92, mixed(t0.tag, b1.tag));
    push(93, mixed(b0.tag, b1.word));
    let three = |one: Look, two: Look, last: Look| mixed(mixed(one.tag, two.tag), last.tag);
    push(100, three(t1, t0, b0));
    push(101, three(t0, b0, b1));
    push(102, three(t2, t1, t0));
    push(103, three(b0, b1, b2));
    push(104, three(t1, b0, b1));
    push(105, mixed(three(t1, t0, b0), b1.tag));
    children(sentence, state, [s0, s1, next], [t0, t1, b0], &mut push);
}

fn pairs(push: &mut impl FnMut(u64, u64), sort: u64, one: Look, other: Look) {
    push(sort, mixed(one.word, other.word));
    push(sort + 1, mixed(mixed(one.word, one.tag), other.tag));
    push(sort + 2, mixed(one.tag, mixed(other.word, other.tag)));
    push(sort + 3, mixed(one.tag, other.tag));
    push(sort + 4, mixed(one.cluster, other.tag));
    push(sort + 5, mixed(one.tag, other.cluster));
    push(sort + 6, mixed(one.cluster, other.cluster));
}

/// Dependents that were found, their relations, how many, and how far apart the words are.
fn children(
    sentence: &Sentence,
    state: &State,
    [s0, s1, next]: [usize; 3],
    [t0, t1, b0]: [Look; 3],
    push: &mut impl FnMut(u64, u64),
) {
    let child = |place: usize, list: &[usize]| list.get(place).copied().unwrap_or(NONE);
    let relation = |place: usize| state.relations.get(place).map_or(77, |relation| u64::from(relation.0));
    let sides = [
        (110, t0, child(s0, &state.first), b0),
        (115, t0, child(s0, &state.last), b0),
        (120, t1, child(s1, &state.first), t0),
        (125, t1, child(s1, &state.last), t0),
        (130, b0, child(next, &state.first), t0),
    ];
    for (sort, head, place, other) in sides {
        let seen = look(sentence, place);
        push(sort, mixed(mixed(head.tag, seen.tag), other.tag));
        push(sort + 1, mixed(head.tag, relation(place)));
        push(sort + 2, mixed(mixed(head.word, relation(place)), other.tag));
        push(sort + 3, mixed(seen.word, mixed(head.tag, other.tag)));
    }
    let count = |place: usize, list: &[u8]| list.get(place).map_or(9, |count| u64::from(*count).min(4));
    let held = |place: usize| count(place, &state.before) << 4 | count(place, &state.behind);
    push(140, mixed(t0.tag, held(s0)));
    push(141, mixed(t1.tag, held(s1)));
    push(142, mixed(b0.tag, held(next)));
    push(143, mixed(t0.word, held(s0)));
    push(144, mixed(t1.word, held(s1)));
    let far = |one: usize, other: usize| if one == NONE { 15 } else { bucket(other.abs_diff(one)) };
    push(150, mixed(mixed(t0.tag, b0.tag), far(s0, next)));
    push(151, mixed(mixed(t1.tag, t0.tag), far(s1, s0)));
    push(152, mixed(far(s0, next), far(s1, s0)));
    push(153, mixed(t0.word, far(s0, next)));
    push(154, mixed(b0.word, far(s0, next)));
    push(155, (state.stack.len().min(4) as u64) << 2 | u64::from(next >= state.count));
}

fn bucket(distance: usize) -> u64 {
    match distance {
        0..=4 => distance as u64,
        5..=9 => 5,
        _ => 6,
    }
}

fn look(sentence: &Sentence, place: usize) -> Look {
    match sentence.words.get(place) {
        Some(Sight { lower, clusters, .. }) => {
            Look { word: *lower, tag: u64::from(sentence.tags[place].0) + 1, cluster: u64::from(clusters[1]) + 3 }
        }
        None => {
            let end = if place == NONE { 1 } else { 2 };
            Look { word: end, tag: 97 + end, cluster: end }
        }
    }
}
