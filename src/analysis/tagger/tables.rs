//! The embedded weights, word clusters and lists of names, used where they lie.

use std::sync::OnceLock;

use super::hash;
use super::index::Index;
use super::labels::LABELS;

/// Begins the file; the last byte changes when its form or the features do.
pub const MAGIC: [u8; 8] = *b"pqnames\x01";
/// Rows of weights, one byte for each label.
pub const ROWS: usize = 393_216;
/// How many weights there are of one label behind another; each takes two bytes.
pub const STEPS: usize = LABELS * LABELS;

static BYTES: &[u8] = include_bytes!("../../../assets/weights/names.bin");

/// All that the tagger knows.
#[derive(Debug, Clone, Copy)]
pub struct Tables<'b> {
    /// `ROWS` rows of `LABELS` weights, each a signed byte.
    pub rows: &'b [u8],
    /// What it adds that a label follows another: the row is the earlier one.
    pub steps: [i32; STEPS],
    pub lists: Lists<'b>,
}

/// What is known of words beside the weights.
#[derive(Debug, Clone, Copy)]
pub struct Lists<'b> {
    pub clusters: Index<'b>,
    pub names: Index<'b>,
}

/// Bits of the lists of names.
pub const FIRST: u8 = 1;
pub const LAST: u8 = 2;
pub const RARE_LAST: u8 = 4;
pub const CITY: u8 = 8;
pub const SMALL_CITY: u8 = 16;

impl Tables<'static> {
    /// The embedded tables; none where the file does not fit this version. Takes microseconds: nothing is copied.
    pub fn get() -> Option<&'static Self> {
        static TABLES: OnceLock<Option<Tables<'static>>> = OnceLock::new();
        TABLES.get_or_init(|| Tables::read(BYTES)).as_ref()
    }
}

impl<'b> Tables<'b> {
    pub fn read(bytes: &'b [u8]) -> Option<Self> {
        let bytes = bytes.strip_prefix(&MAGIC)?;
        let (lists, bytes) = Lists::read(bytes)?;
        let (written, rows) = bytes.split_at_checked(STEPS * 2)?;
        let mut steps = [0; STEPS];
        for (step, two) in steps.iter_mut().zip(written.chunks_exact(2)) {
            *step = i32::from(i16::from_le_bytes(two.try_into().ok()?));
        }
        (rows.len() == ROWS * LABELS).then_some(Self { rows, steps, lists })
    }

    /// Adds the weights of a row to the scores.
    pub fn add(&self, row: u32, scores: &mut [i32; LABELS]) {
        let at = row as usize * LABELS;
        if let Some(weights) = self.rows.get(at..at + LABELS) {
            for (score, weight) in scores.iter_mut().zip(weights) {
                *score += i32::from(weight.cast_signed());
            }
        }
    }
}

impl<'b> Lists<'b> {
    /// Reads the lists from the head of `bytes`; gives them and the bytes behind.
    pub fn read(bytes: &'b [u8]) -> Option<(Self, &'b [u8])> {
        let (clusters, bytes) = Index::read(bytes, 3)?;
        let (names, bytes) = Index::read(bytes, 1)?;
        Some((Self { clusters, names }, bytes))
    }

    /// The clusters of a word out of 64, 256 and 1,024, counted from 1; zeros where it is not known. Forms that are
    /// missing have the clusters of their small letters.
    pub fn clusters(&self, exact: u64, lower: u64) -> [u16; 3] {
        let said = self.clusters.find(exact).or_else(|| self.clusters.find(lower));
        let Some(&[a, b, c]) = said else { return [0; 3] };
        let packed = u32::from_le_bytes([a, b, c, 0]);
        let part = |shift: u32, bits: u32| ((packed >> shift) & ((1 << bits) - 1)) as u16 + 1;
        [part(18, 6), part(10, 8), part(0, 10)]
    }

    /// The lists of names that a word or phrase is in.
    pub fn names(&self, phrase: &str) -> u8 {
        self.names.find(hash::of(phrase)).and_then(|said| said.first().copied()).unwrap_or_default()
    }
}

/// Three clusters in three bytes.
pub fn packed(clusters: [u32; 3]) -> Vec<u8> {
    let [small, middle, large] = clusters;
    (small << 18 | middle << 10 | large).to_le_bytes().into_iter().take(3).collect()
}
