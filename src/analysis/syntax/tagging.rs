//! Parts of speech from left to right, each choice seeing those before it (Collins 2002, greedy).

use super::scorer::Scorer;
use super::sentence::{Sentence, Sight};
use super::tags::{TAGS, Tag};
use crate::analysis::tagger::hash::mixed;

/// Stands for what lies beyond the sentence.
const BEYOND: u64 = 0x5bd1_e995;

/// Tags all words of a sentence. Linear time; equal scores give the lower tag.
pub fn tag(sentence: &mut Sentence, scorer: &impl Scorer<{ TAGS.len() }>) {
    let mut rows = Vec::with_capacity(64);
    sentence.tags.clear();
    for at in 0..sentence.len() {
        features(sentence, at, &mut rows);
        sentence.tags.push(Tag(best(&scorer.scores(&rows)) as u8));
    }
}

/// The place of the highest score; the first of equal ones.
pub fn best(scores: &[i32]) -> usize {
    let mut best = 0;
    for (place, score) in scores.iter().enumerate() {
        if *score > scores[best] {
            best = place;
        }
    }
    best
}

/// What is seen at one word, whose predecessors are tagged, as numbers of rows.
pub fn features(sentence: &Sentence, at: usize, rows: &mut Vec<u32>) {
    rows.clear();
    let mut push = |sort: u64, value: u64| rows.push((mixed(value, sort) >> 32) as u32);
    let near = |offset: isize| at.checked_add_signed(offset).and_then(|place| sentence.words.get(place));
    let lower = |offset: isize| near(offset).map_or(BEYOND, |word| word.lower);
    let tag = |back: usize| at.checked_sub(back).map_or(99, |place| u64::from(sentence.tags[place].0));
    let own = &sentence.words[at];
    push(1, own.lower);
    push(2, own.exact);
    push(3, own.shape);
    for (sort, affix) in own.affixes.iter().enumerate() {
        push(4 + sort as u64, *affix);
    }
    push(11, u64::from(own.clusters[1]) << 1 | u64::from(own.capital));
    push(12, u64::from(own.clusters[2]) << 1 | u64::from(own.capital));
    push(13, u64::from(own.classes));
    push(14, u64::from(own.names) << 2 | u64::from(own.capital) << 1 | u64::from(at == 0));
    push(15, mixed(own.shape, u64::from(at == 0)));
    push(16, tag(1));
    push(17, tag(1) << 8 | tag(2));
    push(18, mixed(own.lower, tag(1)));
    push(19, mixed(own.affixes[5], tag(1)));
    push(20, mixed(own.lower, tag(1) << 8 | tag(2)));
    for (sort, offset) in [(30, -1), (40, 1), (50, 2), (60, -2)] {
        push(sort, lower(offset));
        around(near(offset), sort, &mut push);
    }
    push(70, mixed(lower(-1), own.lower));
    push(71, mixed(own.lower, lower(1)));
    push(72, mixed(tag(1), lower(1)));
    push(73, mixed(mixed(tag(1), own.affixes[5]), lower(1)));
    push(
        74,
        mixed(mixed(tag(1), u64::from(own.clusters[1])), near(1).map_or(BEYOND, |word| u64::from(word.clusters[1]))),
    );
    push(75, mixed(own.affixes[4], near(1).map_or(BEYOND, |word| word.affixes[4])));
    push(76, mixed(own.lower, near(1).map_or(BEYOND, |word| word.affixes[4])));
}

fn around(word: Option<&Sight>, sort: u64, push: &mut impl FnMut(u64, u64)) {
    let Some(word) = word else { return };
    push(sort + 1, u64::from(word.clusters[1]));
    push(sort + 2, word.affixes[5]);
    push(sort + 3, u64::from(word.classes));
    push(sort + 4, word.shape);
}
