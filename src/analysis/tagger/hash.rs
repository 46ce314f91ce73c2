//! Numbers for strings: the same on every machine and in every version, since the weights are found by them.

/// FNV-1a over the bytes, then mixed, so that the high bits are as good as the low ones.
pub fn of(text: &str) -> u64 {
    finished(text.bytes().fold(SEED, step))
}

/// The number of a text written as characters, the same as `of` gives for the string.
pub fn of_chars(chars: impl Iterator<Item = char>) -> u64 {
    let mut buffer = [0; 4];
    finished(chars.fold(SEED, |hash, char| char.encode_utf8(&mut buffer).bytes().fold(hash, step)))
}

/// Two numbers as one; the order counts.
pub fn mixed(left: u64, right: u64) -> u64 {
    finished(left.rotate_left(23) ^ right)
}

const SEED: u64 = 0xcbf2_9ce4_8422_2325;

fn step(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
}

fn finished(hash: u64) -> u64 {
    let hash = hash.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    hash ^ (hash >> 32)
}
