//! Why a pronoun or a description is taken for somebody.

/// The evidence that a link rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Of those who fit, the one whom the text is about at the place.
    Foremost,
    /// Somebody was introduced by the same role.
    SameRole,
    /// The description and the name stand side by side.
    Beside,
    /// "I" in speech.
    Speaks,
    /// "I" or "you" in an interview.
    Answers,
    /// "they", where a group was named just before and nothing else in the plural.
    Group,
    /// The source of a quote, found when the quote was read.
    Source,
}

impl Reason {
    /// The reason in words.
    pub fn words(self) -> &'static str {
        match self {
            Reason::Foremost => "foremost of those who fit",
            Reason::SameRole => "introduced by this role",
            Reason::Beside => "beside the name",
            Reason::Speaks => "who speaks here",
            Reason::Answers => "who answers in the interview",
            Reason::Group => "the group named before",
            Reason::Source => "the source of a quote",
        }
    }
}
