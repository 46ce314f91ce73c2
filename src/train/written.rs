//! Learnt weights as the bytes of `assets/weights/names.bin`.

use super::learning::Weights;
use crate::analysis::tagger::tables::MAGIC;

/// Weights beyond this many units are cut: they are as sure as sure can be.
const LARGEST: f32 = 6.0;

/// The file: the lists as they are, weights in steps of `LARGEST` / 127.
pub fn bytes(lists: &[u8], weights: &Weights) -> Vec<u8> {
    let top = weights.rows.iter().flatten().fold(0.0, |top: f32, weight| top.max(weight.abs()));
    let scale = 127.0 / top.clamp(0.1, LARGEST);
    let mut bytes = MAGIC.to_vec();
    bytes.extend(lists);
    for step in weights.steps.iter().flatten() {
        bytes.extend(((step * scale).round() as i16).to_le_bytes());
    }
    bytes.extend(weights.rows.iter().flatten().map(|weight| (weight * scale).round().clamp(-127.0, 127.0) as i8 as u8));
    bytes
}
