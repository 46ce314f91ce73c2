//! What is looked at to name the relation of a word to its head.

use super::arcs::{NONE, State};
use super::sentence::Sentence;
use crate::analysis::tagger::hash::mixed;

/// The numbers of the rows for a word that has just got its head.
pub fn features(sentence: &Sentence, state: &State, word: usize, rows: &mut Vec<u32>) {
    rows.clear();
    let head = state.heads[word];
    let tag = |place: usize| sentence.tags.get(place).map_or(99, |tag| u64::from(tag.0));
    let lower = |place: usize| sentence.words.get(place).map_or(7, |word| word.lower);
    let cluster = |place: usize| sentence.words.get(place).map_or(7, |word| u64::from(word.clusters[1]) + 9);
    let relation = |place: usize| state.relations.get(place).map_or(77, |relation| u64::from(relation.0));
    let side = if head == state.count { 2 } else { u64::from(head < word) };
    let mut push = |sort: u64, value: u64| rows.push((mixed(mixed(value, side), sort) >> 32) as u32);
    let both = mixed(tag(word), tag(head));
    push(301, both);
    push(302, mixed(lower(word), tag(head)));
    push(303, mixed(tag(word), lower(head)));
    push(304, mixed(lower(word), lower(head)));
    push(305, mixed(cluster(word), tag(head)));
    push(306, mixed(tag(word), cluster(head)));
    push(307, mixed(cluster(word), cluster(head)));
    push(308, lower(word));
    push(309, lower(head));
    push(310, mixed(both, tag(word.wrapping_sub(1))));
    push(311, mixed(both, tag(word + 1)));
    push(312, mixed(both, tag(head + 1)));
    push(313, mixed(both, tag(head.wrapping_sub(1))));
    push(314, mixed(both, head.abs_diff(word).min(6) as u64));
    let (first, last) = (state.first[word], state.last[word]);
    push(320, mixed(both, lower(first)));
    push(321, mixed(both, relation(first)));
    push(322, mixed(both, tag(first)));
    push(323, mixed(both, relation(last)));
    push(324, mixed(both, tag(last)));
    push(325, mixed(tag(word), lower(first)));
    push(326, mixed(lower(word), relation(first)));
    let (before, behind) = (state.first[head], state.last[head]);
    push(330, mixed(both, relation(before)));
    push(331, mixed(both, if behind == word { NONE as u64 } else { relation(behind) }));
    push(332, mixed(both, u64::from(state.before[head].min(3)) << 2 | u64::from(state.behind[head].min(3))));
    push(333, mixed(mixed(lower(head), tag(word)), relation(before)));
    push(334, u64::from(word == 0) << 1 | u64::from(word + 1 == state.count));
}
