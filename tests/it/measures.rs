//! The measures of merging, on cases worked by hand.

#[allow(dead_code, reason = "the program that measures uses the rest of it")]
#[path = "../../src/train/coreference.rs"]
mod coreference;

use coreference::{Counts, assignment, scores};

fn close(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-9, "{found} is not {expected}");
}

fn check(counts: Counts, precision: f64, recall: f64) {
    close(counts.precision(), precision);
    close(counts.recall(), recall);
}

#[test]
fn the_same_clusters_are_all_right() {
    let both = scores(&[0, 0, 1, 2, 2], &[7, 7, 3, 5, 5], true);
    close(both.conll(), 1.0);
}

/// Gold {a b c} {d e}; found {a b} {c d e}.
#[test]
fn one_mention_in_the_wrong_cluster() {
    let both = scores(&[0, 0, 0, 1, 1], &[0, 0, 1, 1, 1], true);
    // MUC: of three links on each side, gold {abc} is broken once, found {cde} once: 2 of 3.
    check(both.muc, 2.0 / 3.0, 2.0 / 3.0);
    // B³ precision: a b 1, c 1/3, d e 2/3; recall: a b 2/3, c 1/3, d e 1.
    check(both.b3, (2.0 + 1.0 / 3.0 + 4.0 / 3.0) / 5.0, (4.0 / 3.0 + 1.0 / 3.0 + 2.0) / 5.0);
    // CEAF-e: {abc} with {ab} 4/5, {de} with {cde} 4/5, over two clusters.
    check(both.ceaf, 0.8, 0.8);
}

/// Gold {a b c d}; found all single.
#[test]
fn nothing_merged() {
    let both = scores(&[0, 0, 0, 0], &[0, 1, 2, 3], true);
    check(both.muc, 0.0, 0.0);
    check(both.b3, 1.0, 0.25);
    check(both.ceaf, 0.4 / 4.0, 0.4);
}

/// Gold {a b} {c}; found {a b c}.
#[test]
fn all_merged() {
    let both = scores(&[0, 0, 1], &[0, 0, 0], true);
    check(both.muc, 0.5, 1.0);
    check(both.b3, (2.0 / 3.0 + 2.0 / 3.0 + 1.0 / 3.0) / 3.0, 1.0);
    check(both.ceaf, 0.8, 0.4);
}

/// Gold {a b}, c alone; found {b c}, a alone: without single ones only b is on both sides.
#[test]
fn single_mentions_left_out() {
    let both = scores(&[0, 0, 1], &[0, 1, 1], false);
    check(both.muc, 0.0, 0.0);
    check(both.b3, 0.25, 0.25);
    check(both.ceaf, 0.5, 0.5);
}

/// Taking the least of each row in turn would cost 1 + 10.
#[test]
fn the_best_pairing_is_not_the_greedy_one() {
    assert_eq!(assignment(&[vec![1.0, 2.0], vec![1.0, 10.0]]), [1, 0]);
    assert_eq!(assignment(&[vec![4.0, 1.0, 3.0], vec![2.0, 0.0, 5.0], vec![3.0, 2.0, 2.0]]), [1, 0, 2]);
}
