//! The strip at the foot that says why a quote has its speaker.

/// The quote that is looked into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Walk {
    pub quote: usize,
    /// The chain in words, as it is wrapped at the foot.
    pub lines: Vec<String>,
}
