//! The averaged perceptron (Freund and Schapire 1999; Collins 2002) over hashed rows.

use crate::analysis::syntax::scorer::{Scorer, row};

/// Weights that are being learnt, `N` to a row.
pub struct Perceptron<const N: usize> {
    weights: Vec<[f32; N]>,
    /// What all weights were in all steps so far, summed up to the step in `since`.
    sums: Vec<[f32; N]>,
    since: Vec<u32>,
    step: u32,
}

impl<const N: usize> Perceptron<N> {
    pub fn new(rows: usize) -> Self {
        Self { weights: vec![[0.0; N]; rows], sums: vec![[0.0; N]; rows], since: vec![0; rows], step: 1 }
    }

    /// Another decision is made.
    pub fn tick(&mut self) {
        self.step += 1;
    }

    /// Moves the weights of these rows towards one choice and away from another.
    pub fn learn(&mut self, rows: &[u32], right: usize, wrong: usize) {
        for number in rows {
            let at = row(*number, self.weights.len());
            self.settle(at);
            self.weights[at][right] += 1.0;
            self.weights[at][wrong] -= 1.0;
        }
    }

    fn settle(&mut self, at: usize) {
        let steps = (self.step - self.since[at]) as f32;
        for (sum, weight) in self.sums[at].iter_mut().zip(&self.weights[at]) {
            *sum += weight * steps;
        }
        self.since[at] = self.step;
    }

    /// The mean weights of all steps in eight bits, `N` to a row.
    pub fn bytes(mut self) -> Vec<u8> {
        for at in 0..self.weights.len() {
            self.settle(at);
        }
        let mean = |sum: &f32| sum / self.step as f32;
        let top = self.sums.iter().flatten().fold(0.0_f32, |top, sum| top.max(mean(sum).abs())).max(f32::MIN_POSITIVE);
        self.sums.iter().flatten().map(|sum| (mean(sum) / top * 127.0).round() as i8 as u8).collect()
    }
}

impl<const N: usize> Scorer<N> for Perceptron<N> {
    fn scores(&self, rows: &[u32]) -> [i32; N] {
        let mut scores = [0.0; N];
        for number in rows {
            let weights = &self.weights[row(*number, self.weights.len())];
            scores.iter_mut().zip(weights).for_each(|(score, weight)| *score += weight);
        }
        scores.map(|score| score as i32)
    }
}
