//! Rows of features summed to scores: by whole numbers in the program, by fractions while learning.

/// Sums what rows say of `N` choices.
pub trait Scorer<const N: usize> {
    fn scores(&self, rows: &[u32]) -> [i32; N];
}

/// Weights of eight bits, `N` to a row, used where they lie.
#[derive(Debug, Clone, Copy)]
pub struct Table<'b, const N: usize> {
    bytes: &'b [u8],
    rows: usize,
}

impl<'b, const N: usize> Table<'b, N> {
    /// Reads a table of `rows` rows from the head of `bytes`; gives it and the bytes behind.
    pub fn read(bytes: &'b [u8], rows: usize) -> Option<(Self, &'b [u8])> {
        let (bytes, rest) = bytes.split_at_checked(rows * N)?;
        Some((Self { bytes, rows }, rest))
    }
}

impl<const N: usize> Scorer<N> for Table<'_, N> {
    fn scores(&self, rows: &[u32]) -> [i32; N] {
        let mut scores = [0; N];
        for number in rows {
            let at = row(*number, self.rows) * N;
            if let Some(weights) = self.bytes.get(at..at + N) {
                for (score, weight) in scores.iter_mut().zip(weights) {
                    *score += i32::from(weight.cast_signed());
                }
            }
        }
        scores
    }
}

/// The row of a feature's number in a table of `rows` rows.
pub fn row(number: u32, rows: usize) -> usize {
    ((u64::from(number) * rows as u64) >> 32) as usize
}
