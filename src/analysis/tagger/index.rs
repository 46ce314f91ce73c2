//! Sets of strings as sorted numbers in bytes, read in place.

use super::hash;

/// The high bits of a string's number choose a shelf, 16 more are kept: one string in three thousand is taken
/// for one that is in a set of 300,000.
const SHELF_BITS: u32 = 14;
const SHELVES: usize = 1 << SHELF_BITS;

/// Strings, each with `width` bytes that say something of it.
#[derive(Debug, Clone, Copy)]
pub struct Index<'b> {
    /// Where each shelf begins, as little-endian numbers of four bytes, and where the last one ends.
    shelves: &'b [u8],
    entries: &'b [u8],
    width: usize,
}

impl<'b> Index<'b> {
    /// Reads an index from the head of `bytes`; gives it and the bytes behind it. None where they are too few.
    pub fn read(bytes: &'b [u8], width: usize) -> Option<(Self, &'b [u8])> {
        let (shelves, rest) = bytes.split_at_checked((SHELVES + 1) * 4)?;
        let size = number(shelves, SHELVES)? * (2 + width);
        let (entries, rest) = rest.split_at_checked(size)?;
        Some((Self { shelves, entries, width }, rest))
    }

    /// What is said of the string with this number.
    pub fn find(&self, number_of_string: u64) -> Option<&'b [u8]> {
        let (shelf, key) = parts(number_of_string);
        let (start, end) = (number(self.shelves, shelf)?, number(self.shelves, shelf + 1)?);
        let size = 2 + self.width;
        let entries = self.entries.get(start * size..end * size)?;
        entries.chunks_exact(size).find_map(|entry| match entry {
            [low, high, said @ ..] if [*low, *high] == key => Some(said),
            _ => None,
        })
    }
}

/// Writes an index of strings, all with the same number of bytes said of each; of two strings with one number
/// the first is kept.
pub fn written(strings: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut sorted: Vec<_> = strings.iter().map(|(string, said)| (parts(hash::of(string)), said)).collect();
    sorted.sort_by_key(|(place, _)| *place);
    sorted.dedup_by_key(|(place, _)| *place);
    let mut bytes = Vec::new();
    for shelf in 0..=SHELVES {
        let start = sorted.partition_point(|((other, _), _)| *other < shelf);
        bytes.extend(u32::try_from(start).unwrap_or(u32::MAX).to_le_bytes());
    }
    for ((_, key), said) in sorted {
        bytes.extend(key);
        bytes.extend(said);
    }
    bytes
}

/// The shelf of a number, and what is kept of it there.
fn parts(number: u64) -> (usize, [u8; 2]) {
    let high = (number >> 34) as u32;
    let key = (high & 0xffff) as u16;
    ((high >> 16) as usize, key.to_le_bytes())
}

fn number(bytes: &[u8], at: usize) -> Option<usize> {
    let four = bytes.get(at * 4..at * 4 + 4)?;
    four.try_into().ok().map(|four| u32::from_le_bytes(four) as usize)
}
