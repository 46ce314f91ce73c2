//! Learns a conditional random field by steps along the gradient of single passages (AdaGrad; Duchi and others
//! 2011), with features left out at random.

use super::chain::{Row, shares};
use super::examples::Example;
use crate::analysis::tagger::labels::{LABELS, may_follow};
use crate::analysis::tagger::tables::ROWS;

/// How to learn.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    pub rounds: usize,
    /// The length of a first step.
    pub rate: f32,
    /// The share of features left out each time.
    pub left_out: f32,
    /// How many of the last rounds the weights are the mean of.
    pub mean_of: usize,
}

/// What was learnt: rows of weights, and weights of one label behind another.
#[derive(Clone)]
pub struct Weights {
    pub rows: Vec<Row>,
    pub steps: [Row; LABELS],
}

/// Gradients below this change nothing that eight bits can hold.
const TOO_SMALL: f32 = 0.002;

/// Learns from the examples; the same examples and settings give the same weights.
pub fn learn(examples: &[Example], settings: Settings, mut told: impl FnMut(usize)) -> Weights {
    let mut learner = Learner::new(settings);
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut sum: Option<Weights> = None;
    for round in 0..settings.rounds {
        learner.chance.shuffle(&mut order);
        for place in &order {
            learner.step(&examples[*place]);
        }
        if round + settings.mean_of >= settings.rounds {
            sum = Some(added(sum, &learner.weights, 1.0 / settings.mean_of as f32));
        }
        told(round + 1);
    }
    sum.unwrap_or(learner.weights)
}

fn added(sum: Option<Weights>, weights: &Weights, share: f32) -> Weights {
    let mut sum = sum.unwrap_or_else(|| Weights { rows: vec![[0.0; LABELS]; ROWS], steps: [[0.0; LABELS]; LABELS] });
    let pairs = sum.rows.iter_mut().zip(&weights.rows).chain(sum.steps.iter_mut().zip(&weights.steps));
    for (sums, row) in pairs {
        sums.iter_mut().zip(row).for_each(|(sum, weight)| *sum += weight * share);
    }
    sum
}

struct Learner {
    settings: Settings,
    weights: Weights,
    /// Sums of squared gradients.
    squares: Weights,
    chance: Chance,
    kept: Vec<u32>,
    ends: Vec<usize>,
}

impl Learner {
    fn new(settings: Settings) -> Self {
        let zeros = Weights { rows: vec![[0.0; LABELS]; ROWS], steps: [[0.0; LABELS]; LABELS] };
        let ones = Weights { rows: vec![[1.0; LABELS]; ROWS], steps: [[1.0; LABELS]; LABELS] };
        Self {
            settings,
            weights: zeros,
            squares: ones,
            chance: Chance(0x2545_f491_4f6c_dd1d),
            kept: Vec::new(),
            ends: Vec::new(),
        }
    }

    fn step(&mut self, example: &Example) {
        self.leave_out(example);
        let share = 1.0 / (1.0 - self.settings.left_out);
        let scores = self.scores(share);
        let free = shares(&scores, &self.weights.steps, |_| (1 << LABELS) - 1);
        let right = shares(&scores, &self.weights.steps, |at| example.allowed[at]);
        let mut start = 0;
        for (at, end) in self.ends.iter().enumerate() {
            let gradient: Row = std::array::from_fn(|label| (free.labels[at][label] - right.labels[at][label]) * share);
            if gradient.iter().any(|part| part.abs() > TOO_SMALL) {
                for row in &self.kept[start..*end] {
                    let row = *row as usize;
                    moved(&mut self.weights.rows[row], &mut self.squares.rows[row], &gradient, self.settings.rate);
                }
            }
            start = *end;
        }
        for label in 0..LABELS {
            let gradient: Row = std::array::from_fn(|next| match may_follow(label, next) {
                true => free.pairs[label][next] - right.pairs[label][next],
                false => 0.0,
            });
            moved(&mut self.weights.steps[label], &mut self.squares.steps[label], &gradient, self.settings.rate);
        }
    }

    fn leave_out(&mut self, example: &Example) {
        self.kept.clear();
        self.ends.clear();
        let mut start = 0;
        for end in &example.ends {
            for row in &example.rows[start..*end] {
                if self.chance.share() >= self.settings.left_out {
                    self.kept.push(*row);
                }
            }
            self.ends.push(self.kept.len());
            start = *end;
        }
    }

    fn scores(&self, share: f32) -> Vec<Row> {
        let mut start = 0;
        let mut scores = Vec::with_capacity(self.ends.len());
        for end in &self.ends {
            let mut sums = [0.0; LABELS];
            for row in &self.kept[start..*end] {
                sums.iter_mut().zip(&self.weights.rows[*row as usize]).for_each(|(sum, weight)| *sum += weight);
            }
            scores.push(sums.map(|sum| sum * share));
            start = *end;
        }
        scores
    }
}

fn moved(weights: &mut Row, squares: &mut Row, gradient: &Row, rate: f32) {
    for ((weight, square), gradient) in weights.iter_mut().zip(squares).zip(gradient) {
        *square += gradient * gradient;
        *weight -= rate * gradient / square.sqrt();
    }
}

/// Numbers that look random and are the same each time (xorshift; Marsaglia 2003).
pub struct Chance(pub u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// From 0 to 1.
    pub fn share(&mut self) -> f32 {
        (self.next() >> 40) as f32 / (1 << 24) as f32
    }

    pub fn shuffle(&mut self, order: &mut [usize]) {
        for at in (1..order.len()).rev() {
            let other = (self.next() % (at as u64 + 1)) as usize;
            order.swap(at, other);
        }
    }
}
