//! A passage that the reader kept, and what was done to it.

use jiff::Timestamp;
use uuid::Uuid;

use super::anchor::Anchor;
use super::quote::{Certainty, QuoteKind};
pub use super::state::{Decision, State};
pub use super::tags::{is_of_tag, is_same_tag, tags_in};
use crate::text::passage::Standing;
use crate::text::printable::one_line;

/// A passage kept (W3C Web Annotation Data Model: an Annotation).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bookmark {
    pub id: Uuid,
    /// The number of the article in the library.
    pub article: i64,
    /// The number of the text that the anchor was made of, which the library keeps.
    pub version: i64,
    pub anchor: Anchor,
    /// Any number of lines; words after `#` in it are tags.
    pub note: String,
    /// The tags that do not stand in the note.
    pub tags: Vec<String>,
    pub colour: Colour,
    pub created: Timestamp,
    pub modified: Timestamp,
    /// Who said it, as it was thought to be then; none where it was kept as text.
    pub said: Option<Said>,
    /// Who said it by the reader's own word, where that is another; it is kept with the article's corrections.
    pub corrected: Option<String>,
    pub state: State,
    /// What the reader said of other words in its place, once.
    pub decision: Option<Decision>,
    /// Code points of the article's latest text that the passage is now; none where it is lost or was not looked for.
    /// One that is lost by the reader's own word has those of the words that stand in its place.
    pub found: Option<(usize, usize)>,
}

/// What was known of a quote when it was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    pub speaker: Option<String>,
    pub kind: QuoteKind,
    pub certainty: Certainty,
}

/// One of four colours, which are numbered for those who don't see them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Colour {
    #[default]
    One,
    Two,
    Three,
    Four,
}

/// What a reader does to the bookmarks of the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    Add(Bookmark),
    /// Its note, tags, colour or place: what it was, what it is.
    Edit(Box<Bookmark>, Box<Bookmark>),
    Remove(Bookmark),
}

impl Bookmark {
    /// A passage that is kept now, without a note.
    pub fn new((article, version): (i64, i64), anchor: Anchor, said: Option<Said>, now: Timestamp) -> Self {
        let now = to_the_millisecond(now);
        Self {
            id: Uuid::new_v4(),
            article,
            version,
            found: Some((anchor.start, anchor.end)),
            anchor,
            note: String::new(),
            tags: Vec::new(),
            colour: Colour::default(),
            created: now,
            modified: now,
            said,
            corrected: None,
            state: State::InPlace,
            decision: None,
        }
    }

    /// The bookmark as it stands in a text: where other words are in its place, as the reader once decided.
    /// `found` in code points.
    pub fn standing(&self, standing: &Standing, found: Option<(usize, usize)>) -> Self {
        let state = match (standing, self.decision) {
            (Standing::InPlace(_), _) => State::InPlace,
            (Standing::Changed(_), decision) => State::decided(decision),
            (Standing::Lost, _) => State::Lost,
        };
        Self { state, found, ..self.clone() }
    }

    /// Whether the reader has to look what became of it.
    pub fn needs_a_look(&self) -> bool {
        self.state == State::Changed || self.state == State::Lost && !self.is_decided()
    }

    /// Whether its words are those of an earlier text.
    pub fn has_other_words(&self) -> bool {
        matches!(self.state, State::Changed | State::OldWords | State::Lost)
    }

    /// Whether the article has other words in its place, and the reader decided to leave them there.
    pub fn is_decided(&self) -> bool {
        let stands_otherwise = matches!(self.state, State::OldWords | State::Lost) && self.found.is_some();
        stands_otherwise && self.decision.is_some()
    }

    /// The bookmark with the reader's decision of the words in its place.
    pub fn decided(&self, decision: Decision, now: Timestamp) -> Self {
        let decision = Some(decision);
        Self { decision, state: State::decided(decision), modified: to_the_millisecond(now), ..self.clone() }
    }

    /// The same note on another passage: on the words that now stand in its place, or on those that the reader chose
    /// for one that was lost.
    pub fn moved_to(&self, (article, version): (i64, i64), anchor: Anchor, now: Timestamp) -> Self {
        let moved = Self::new((article, version), anchor, self.said.clone(), now);
        Self {
            id: self.id,
            note: self.note.clone(),
            tags: self.tags.clone(),
            colour: self.colour,
            created: self.created,
            ..moved
        }
    }

    /// Code points between which it stands today; where it is not known to, those between which it stood.
    pub fn place(&self) -> (usize, usize) {
        self.found.unwrap_or((self.anchor.start, self.anchor.end))
    }

    /// All tags, those of the note first, none twice whatever its case.
    pub fn all_tags(&self) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for tag in tags_in(&self.note).chain(self.tags.iter().map(String::as_str)) {
            if !all.iter().any(|other| is_same_tag(other, tag)) {
                all.push(tag.to_owned());
            }
        }
        all
    }

    /// The tags that do not stand in the note too.
    pub fn tags_beside(&self) -> Vec<&str> {
        let in_note = |tag: &&String| tags_in(&self.note).any(|other| is_same_tag(other, tag));
        self.tags.iter().filter(|tag| !in_note(tag)).map(String::as_str).collect()
    }

    /// The note in one line, its own divided by slashes; empty where there is none.
    pub fn note_in_one_line(&self) -> String {
        let lines = self.note.lines().map(one_line).filter(|line| !line.is_empty());
        lines.collect::<Vec<_>>().join(" / ")
    }

    /// What the reader gave it beyond keeping it, in words; nothing where it is only kept.
    pub fn written_to_it(&self) -> Vec<&'static str> {
        let all = [
            ("a note", !self.note.trim().is_empty()),
            ("tags", !self.tags_beside().is_empty()),
            ("a colour", self.colour != Colour::default()),
        ];
        all.into_iter().filter(|(_, has)| *has).map(|(words, _)| words).collect()
    }

    /// Whether the reader gave both the same: the note, the tags and the colour.
    pub fn is_written_as(&self, other: &Self) -> bool {
        (&self.note, &self.tags, self.colour) == (&other.note, &other.tags, other.colour)
    }

    /// Who said it: as the reader put it right, else as it was thought to be when it was kept.
    pub fn speaker(&self) -> Option<&str> {
        self.corrected.as_deref().or(self.said.as_ref()?.speaker.as_deref())
    }

    /// What is known of it as a quote; what the reader says of its speaker is certain.
    pub fn holds(&self) -> Option<Said> {
        let said = self.said.clone()?;
        Some(match &self.corrected {
            Some(speaker) => Said { speaker: Some(speaker.clone()), certainty: Certainty::Certain, ..said },
            None => said,
        })
    }

    /// Its speaker as it was kept, where the reader put that right since.
    pub fn was_said_by(&self) -> Option<&str> {
        self.corrected.as_ref()?;
        Some(self.said.as_ref()?.speaker.as_deref().unwrap_or("nobody we know"))
    }

    /// What it becomes where another program made `held` of what was `before`: each keeps what it changed. Where both
    /// wrote a note, it has both, one below the other.
    pub fn joined(&self, before: &Self, held: &Self) -> Self {
        let place =
            |of: &Self| (of.article, of.version, of.anchor.clone(), of.said.clone(), of.state, of.decision, of.found);
        let whole = if place(self) == place(before) { held } else { self };
        let note = match () {
            () if self.note == before.note => held.note.clone(),
            () if held.note == before.note || self.note.contains(&held.note) => self.note.clone(),
            () if held.note.contains(&self.note) => held.note.clone(),
            () => format!("{}\n\n{}", held.note.trim_end(), self.note),
        };
        let is_in = |tags: &[String], tag: &String| tags.iter().any(|other| is_same_tag(other, tag));
        let taken_off = |tag: &&String| is_in(&before.tags, tag) && !is_in(&self.tags, tag);
        let mut tags: Vec<String> = held.tags.iter().filter(|tag| !taken_off(tag)).cloned().collect();
        let added = self.tags.iter().filter(|tag| !is_in(&before.tags, tag) && !is_in(&held.tags, tag));
        tags.extend(added.cloned());
        Self {
            note,
            tags: if held.tags == before.tags { self.tags.clone() } else { tags },
            colour: if self.colour == before.colour { held.colour } else { self.colour },
            corrected: self.corrected.clone(),
            modified: if held.modified == before.modified { self.modified } else { self.modified.max(held.modified) },
            ..whole.clone()
        }
    }

    /// Whether it says the same as another: the same passage of the same text.
    pub fn is_of_same_passage(&self, other: &Bookmark) -> bool {
        let Anchor { exact, prefix, .. } = &self.anchor;
        self.article == other.article && *exact == other.anchor.exact && *prefix == other.anchor.prefix
    }
}

/// A time as the library keeps it.
pub fn to_the_millisecond(time: Timestamp) -> Timestamp {
    Timestamp::from_millisecond(time.as_millisecond()).unwrap_or(time)
}

impl Change {
    /// What takes it back.
    pub fn inverse(&self) -> Self {
        match self.clone() {
            Self::Add(bookmark) => Self::Remove(bookmark),
            Self::Edit(before, after) => Self::Edit(after, before),
            Self::Remove(bookmark) => Self::Add(bookmark),
        }
    }

    /// What it was, what it is.
    pub fn edit(before: Bookmark, after: Bookmark) -> Self {
        Self::Edit(Box::new(before), Box::new(after))
    }

    /// The bookmark that it is about, as it is afterwards, or was last.
    pub fn bookmark(&self) -> &Bookmark {
        match self {
            Self::Add(bookmark) | Self::Remove(bookmark) => bookmark,
            Self::Edit(_, after) => after,
        }
    }

    /// Makes the change in a list of bookmarks; one that does not fit changes nothing.
    pub fn apply(&self, list: &mut Vec<Bookmark>) {
        let place = list.iter().position(|bookmark| bookmark.id == self.bookmark().id);
        match (self, place) {
            (Self::Add(bookmark), None) => list.push(bookmark.clone()),
            (Self::Edit(_, after), Some(place)) => list[place] = (**after).clone(),
            (Self::Remove(_), Some(place)) => drop(list.remove(place)),
            _ => {}
        }
    }
}

impl Colour {
    pub const ALL: [Self; 4] = [Self::One, Self::Two, Self::Three, Self::Four];

    /// 1 to 4.
    pub fn number(self) -> u8 {
        self as u8 + 1
    }

    pub fn numbered(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|colour| colour.number() == number)
    }
}
