//! Byte offsets as counts of Unicode code points, which other programs count in.

/// Bytes between two known counts.
const STEP: usize = 256;

/// Answers how many code points stand before a byte, without counting from the start each time.
pub struct CodePoints<'t> {
    text: &'t str,
    /// Code points before each `STEP`th byte.
    known: Vec<usize>,
}

impl<'t> CodePoints<'t> {
    pub fn of(text: &'t str) -> Self {
        let mut known = Vec::with_capacity(text.len() / STEP + 1);
        let mut count = 0;
        for chunk in text.as_bytes().chunks(STEP) {
            known.push(count);
            count += chunk.iter().filter(|byte| begins(**byte)).count();
        }
        Self { text, known }
    }

    /// The number of code points before the byte at `offset` (at most the length of the text).
    pub fn before(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        let chunk = (offset / STEP).min(self.known.len().saturating_sub(1));
        let known = self.known.get(chunk).copied().unwrap_or(0);
        let rest = self.text.as_bytes().get(chunk * STEP..offset).unwrap_or_default();
        known + rest.iter().filter(|byte| begins(**byte)).count()
    }
}

/// The byte at which this code point of a text begins; that behind the end is at the end.
pub fn byte_at(text: &str, point: usize) -> usize {
    text.char_indices().nth(point).map_or(text.len(), |(at, _)| at)
}

/// Whether a byte of UTF-8 begins a code point.
fn begins(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}
