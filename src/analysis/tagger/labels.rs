//! The labels of the tagger: a name's first word, its other words, and all that is no name (BIO).

/// What a name names, as far as the tagger tells names apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NameKind {
    Person,
    Organisation,
    Place,
    /// Peoples, events, works, products.
    Misc,
}

impl NameKind {
    pub const ALL: [Self; 4] = [Self::Person, Self::Organisation, Self::Place, Self::Misc];

    /// The label of a name's first word.
    pub fn begins(self) -> usize {
        1 + 2 * self as usize
    }

    /// The label of its other words.
    pub fn goes_on(self) -> usize {
        2 + 2 * self as usize
    }
}

/// How many labels there are; 0 is "no name".
pub const LABELS: usize = 9;

pub const OUTSIDE: usize = 0;

/// The kind that a label belongs to, with whether a name begins there.
pub fn parted(label: usize) -> Option<(NameKind, bool)> {
    let kind = NameKind::ALL.get(label.checked_sub(1)? / 2)?;
    Some((*kind, label % 2 == 1))
}

/// Whether `next` may stand behind `label`: only a name that has begun can go on.
pub fn may_follow(label: usize, next: usize) -> bool {
    next == OUTSIDE || next % 2 == 1 || next == label || next == label + 1 && label % 2 == 1
}
