//! Word lists, read once, that say which classes a word belongs to.

use std::collections::HashMap;
use std::ops::BitOr;
use std::sync::OnceLock;

/// A set of word classes, one bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Classes(u32);

impl Classes {
    /// A verb of saying: reports a clause, with or without "that".
    pub const CUE: Self = Self(1);
    /// Reports before "that" or beside speech marks only.
    pub const CUE_THAT: Self = Self(1 << 1);
    /// Reports beside speech marks only.
    pub const CUE_DIRECT: Self = Self(1 << 2);
    /// Says something of someone: accuse X of Y.
    pub const CUE_ABOUT: Self = Self(1 << 3);
    pub const TITLE: Self = Self(1 << 4);
    pub const HONOUR: Self = Self(1 << 5);
    pub const SHE_NAME: Self = Self(1 << 6);
    pub const HE_NAME: Self = Self(1 << 7);
    pub const ROLE: Self = Self(1 << 8);
    pub const SHE: Self = Self(1 << 9);
    pub const HE: Self = Self(1 << 10);
    pub const BODY: Self = Self(1 << 11);
    pub const ORGANISATION: Self = Self(1 << 12);
    pub const PLACE_WORD: Self = Self(1 << 13);
    pub const EVENT: Self = Self(1 << 14);
    pub const EVENT_NAME: Self = Self(1 << 15);
    pub const WORK: Self = Self(1 << 16);
    pub const MONTH: Self = Self(1 << 17);
    pub const DAY: Self = Self(1 << 18);
    pub const STOP: Self = Self(1 << 19);
    pub const DEMONYM: Self = Self(1 << 20);
    pub const PREPOSITION: Self = Self(1 << 21);
    pub const DETERMINER: Self = Self(1 << 22);
    pub const PRONOUN: Self = Self(1 << 23);
    pub const AUXILIARY: Self = Self(1 << 24);
    pub const CONJUNCTION: Self = Self(1 << 25);
    /// Reports what follows "to": vow to pay, ask the board to wait.
    pub const CUE_TO: Self = Self(1 << 26);

    pub const ANY_CUE: Self =
        Self::CUE.with(Self::CUE_THAT).with(Self::CUE_DIRECT).with(Self::CUE_ABOUT).with(Self::CUE_TO);
    /// Words that the names of other things than people hold.
    pub const THING: Self = Self::ORGANISATION
        .with(Self::PLACE_WORD)
        .with(Self::EVENT)
        .with(Self::EVENT_NAME)
        .with(Self::DEMONYM)
        .with(Self::MONTH)
        .with(Self::DAY);
    pub const FIRST_NAME: Self = Self::SHE_NAME.with(Self::HE_NAME);

    const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The set as a number: the same set always gives the same one.
    pub fn bits(self) -> u32 {
        self.0
    }

    /// Whether any class of `other` is among these.
    pub fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for Classes {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.with(other)
    }
}

/// All lists in one: words as written (names, titles) and words in small letters (all others).
pub struct Lexicon {
    exact: HashMap<&'static str, Classes>,
    lower: HashMap<&'static str, Classes>,
    /// Names of places with the name that each is short for.
    places: HashMap<&'static str, &'static str>,
}

/// Lists of words as they are written.
const EXACT: [(Classes, &str); 11] = [
    (Classes::TITLE, include_str!("../../assets/lexicon/titles.txt")),
    (Classes::HONOUR, include_str!("../../assets/lexicon/honours.txt")),
    (Classes::SHE_NAME, include_str!("../../assets/lexicon/first_names_she.txt")),
    (Classes::HE_NAME, include_str!("../../assets/lexicon/first_names_he.txt")),
    (Classes::ORGANISATION, include_str!("../../assets/lexicon/organisations.txt")),
    (Classes::PLACE_WORD, include_str!("../../assets/lexicon/place_words.txt")),
    (Classes::EVENT, include_str!("../../assets/lexicon/events.txt")),
    (Classes::EVENT_NAME, include_str!("../../assets/lexicon/event_names.txt")),
    (Classes::MONTH, include_str!("../../assets/lexicon/months.txt")),
    (Classes::DAY, include_str!("../../assets/lexicon/days.txt")),
    (Classes::DEMONYM, include_str!("../../assets/lexicon/demonyms.txt")),
];

/// Lists of words in small letters.
const LOWER: [(Classes, &str); 16] = [
    (Classes::CUE, include_str!("../../assets/lexicon/cues.txt")),
    (Classes::CUE_THAT, include_str!("../../assets/lexicon/cues_that.txt")),
    (Classes::CUE_DIRECT, include_str!("../../assets/lexicon/cues_direct.txt")),
    (Classes::CUE_ABOUT, include_str!("../../assets/lexicon/cues_about.txt")),
    (Classes::CUE_TO, include_str!("../../assets/lexicon/cues_to.txt")),
    (Classes::ROLE, include_str!("../../assets/lexicon/roles.txt")),
    (Classes::SHE.with(Classes::ROLE), include_str!("../../assets/lexicon/roles_she.txt")),
    (Classes::HE.with(Classes::ROLE), include_str!("../../assets/lexicon/roles_he.txt")),
    (Classes::BODY, include_str!("../../assets/lexicon/bodies.txt")),
    (Classes::WORK, include_str!("../../assets/lexicon/works.txt")),
    (Classes::STOP, include_str!("../../assets/lexicon/stop.txt")),
    (
        Classes::PREPOSITION,
        "of in on at for from to with by about after before during into over under between against near since \
         until as among within without through across around behind beyond despite via",
    ),
    (Classes::DETERMINER, "the a an this that these those his her its their our my your some any one two three both"),
    (Classes::PRONOUN, "he she they it i we you who one him her them us me"),
    (Classes::AUXILIARY, "has have had is are was were will would is also later then just once now reportedly"),
    (
        Classes::CONJUNCTION,
        "and but that because while when if which who whom whose whether where so though although or than as \
         what how why nor",
    ),
];

impl Lexicon {
    pub fn get() -> &'static Self {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(Self::read)
    }

    fn read() -> Self {
        let mut lexicon = Self { exact: HashMap::new(), lower: HashMap::new(), places: HashMap::new() };
        for (classes, list) in EXACT {
            add(&mut lexicon.exact, classes, list);
        }
        for (classes, list) in LOWER {
            add(&mut lexicon.lower, classes, list);
        }
        for line in lines(include_str!("../../assets/lexicon/places.txt")) {
            let (name, full) = line.split_once(" = ").unwrap_or((line, line));
            lexicon.places.insert(name, full);
        }
        lexicon
    }

    /// The classes of a word as it is written and of the same word in small letters.
    pub fn classes(&self, word: &str) -> Classes {
        if word.contains('’') {
            return self.classes(&word.replace('’', "'"));
        }
        let exact = self.exact.get(word).copied().unwrap_or_default();
        let lower = match word.chars().any(char::is_uppercase) {
            true => self.lower.get(word.to_lowercase().as_str()).copied(),
            false => self.lower.get(word).copied(),
        };
        exact | lower.unwrap_or_default()
    }

    /// The full name of a place, where `name` is a known place.
    pub fn place(&self, name: &str) -> Option<&'static str> {
        self.places.get(name).copied()
    }
}

fn add(words: &mut HashMap<&'static str, Classes>, classes: Classes, list: &'static str) {
    for word in lines(list).flat_map(str::split_whitespace) {
        let entry = words.entry(word).or_default();
        *entry = *entry | classes;
    }
}

fn lines(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}
