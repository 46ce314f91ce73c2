//! How likely each label is at each piece, by sums over all ways to label a passage (forward and backward).

use crate::analysis::tagger::labels::{LABELS, OUTSIDE, may_follow};

/// One number for each label.
pub type Row = [f32; LABELS];

/// The shares of labels, and of pairs of labels summed over the passage.
pub struct Shares {
    pub labels: Vec<Row>,
    pub pairs: [Row; LABELS],
}

/// The shares under these scores, among labellings that `allowed` leaves (one bit for each label).
pub fn shares(scores: &[Row], steps: &[Row; LABELS], allowed: impl Fn(usize) -> u16) -> Shares {
    let mut odds: Vec<Row> = Vec::with_capacity(scores.len());
    for (at, row) in scores.iter().enumerate() {
        let mask = allowed(at);
        let open = |label: usize| mask >> label & 1 == 1;
        let top = (0..LABELS).filter(|label| open(*label)).map(|label| row[label]).fold(f32::MIN, f32::max);
        odds.push(std::array::from_fn(|label| if open(label) { (row[label] - top).exp().max(1e-30) } else { 0.0 }));
    }
    let weights: [Row; LABELS] =
        std::array::from_fn(|a| std::array::from_fn(|b| if may_follow(a, b) { steps[a][b].exp() } else { 0.0 }));
    let forward = forward(&odds, &weights);
    backward(&odds, &weights, &forward)
}

fn forward(odds: &[Row], weights: &[Row; LABELS]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::with_capacity(odds.len());
    for odd in odds {
        let mut row: Row = match rows.last() {
            None => std::array::from_fn(|label| if may_follow(OUTSIDE, label) { odd[label] } else { 0.0 }),
            Some(before) => {
                let mut row = [0.0; LABELS];
                for (share, weights) in before.iter().zip(weights) {
                    row.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += share * weight);
                }
                std::array::from_fn(|label| row[label] * odd[label])
            }
        };
        scale(&mut row);
        rows.push(row);
    }
    rows
}

fn backward(odds: &[Row], weights: &[Row; LABELS], forward: &[Row]) -> Shares {
    let mut labels = vec![[0.0; LABELS]; odds.len()];
    let mut pairs = [[0.0; LABELS]; LABELS];
    let mut behind: Row = [1.0; LABELS];
    for at in (0..odds.len()).rev() {
        labels[at] = std::array::from_fn(|label| forward[at][label] * behind[label]);
        scale(&mut labels[at]);
        if at == 0 {
            break;
        }
        let ahead: Row = std::array::from_fn(|label| odds[at][label] * behind[label]);
        let mut found: [Row; LABELS] = [[0.0; LABELS]; LABELS];
        let mut all = 0.0;
        for a in 0..LABELS {
            for b in 0..LABELS {
                found[a][b] = forward[at - 1][a] * weights[a][b] * ahead[b];
                all += found[a][b];
            }
            behind[a] = weights[a].iter().zip(ahead).map(|(weight, ahead)| weight * ahead).sum();
        }
        let share = if all > 0.0 { 1.0 / all } else { 0.0 };
        for (sums, found) in pairs.iter_mut().zip(found) {
            sums.iter_mut().zip(found).for_each(|(sum, found)| *sum += found * share);
        }
        scale(&mut behind);
    }
    Shares { labels, pairs }
}

fn scale(row: &mut Row) {
    let sum: f32 = row.iter().sum();
    if sum > 0.0 {
        row.iter_mut().for_each(|value| *value /= sum);
    }
}
