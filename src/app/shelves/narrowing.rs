//! What the list of bookmarks is narrowed to, and what it can be narrowed to.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::mem::discriminant;

use super::Shelves;
use crate::app::App;
use crate::app::overlay::Overlay;
use crate::app::overlay::menu::{Choice, Chosen, Menu};
use crate::model::bookmark::{Bookmark, Colour, Decision, State};
use crate::model::shelf::{Filter, Index};
use crate::model::tags::shown;

/// One thing that bookmarks must have to be shown.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Chip {
    State(State),
    /// A tag in lower case.
    Tag(String),
    Speaker(String),
    Colour(Colour),
}

/// What a choice among bookmarks does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pick {
    Narrow(Chip),
    /// Offers all tags, or all speakers.
    AllTags,
    AllSpeakers,
    Unfilter,
    /// Takes the words that now stand in the passage's place.
    Accept,
    /// Keeps the words as they were.
    Decide(Decision),
    GoThere,
    /// Writes over a file that is there.
    Replace,
    OtherFile,
}

/// The most tags, and the most speakers, that are offered at once.
const OFFERED: usize = 6;

impl Shelves {
    pub(super) fn filter(&self) -> Filter {
        self.filter_of(|_| true)
    }

    /// What it is narrowed to by the words, and by some of the chips.
    fn filter_of(&self, is_wanted: impl Fn(&Chip) -> bool) -> Filter {
        let mut filter = Filter { words: self.words.clone(), ..Filter::default() };
        for chip in self.chips.iter().filter(|chip| is_wanted(chip)).cloned() {
            match chip {
                Chip::State(state) => filter.state = Some(state),
                Chip::Tag(tag) => filter.tag = Some(tag),
                Chip::Speaker(speaker) => filter.speaker = Some(speaker),
                Chip::Colour(colour) => filter.colour = Some(colour),
            }
        }
        filter
    }

    /// The words of what it is narrowed to, one for each that holds.
    pub fn narrowed_to(&self) -> Vec<String> {
        let words = self.words.trim();
        let typed = (!words.is_empty()).then(|| format!("“{words}”"));
        self.chips.iter().map(Chip::words).chain(typed).collect()
    }

    pub fn words(&self) -> &str {
        &self.words
    }

    /// Shows only those with these words.
    pub(in crate::app) fn look_for(&mut self, words: &str) {
        words.clone_into(&mut self.words);
        self.list();
    }

    fn narrow(&mut self, chip: Chip) {
        self.chips.retain(|other| discriminant(other) != discriminant(&chip));
        self.chips.push(chip);
        self.list();
    }

    /// Takes one thing off that the list is narrowed to, the words first; false where there is none.
    pub(super) fn widen(&mut self) -> bool {
        let any = !std::mem::take(&mut self.words).trim().is_empty() || self.chips.pop().is_some();
        self.list();
        any
    }

    fn unfilter(&mut self) {
        self.words.clear();
        self.chips.clear();
        self.list();
    }

    /// The chips of one sort that the bookmarks have, as far as those of other sorts leave them, each with how often;
    /// `of` gives those of a bookmark, and `any` is one of them.
    fn tally(&self, any: &Chip, of: impl Fn(&Bookmark) -> Vec<Chip>) -> Vec<(Chip, usize)> {
        let filter = self.filter_of(|chip| discriminant(chip) != discriminant(any));
        let places = filter.places(&self.all, self.index.as_ref().unwrap_or(&Index::default()));
        let bookmark = |(number, place): (usize, usize)| self.all.get(number)?.bookmarks.get(place);
        let mut counts: BTreeMap<Chip, usize> = BTreeMap::new();
        for chip in places.into_iter().filter_map(bookmark).flat_map(of) {
            *counts.entry(chip).or_default() += 1;
        }
        counts.into_iter().collect()
    }

    fn states(&self) -> Vec<Choice> {
        let state = |bookmark: &Bookmark| vec![Chip::State(bookmark.state)];
        let states = self.tally(&Chip::State(State::InPlace), state);
        states.into_iter().filter(|(chip, _)| *chip != Chip::State(State::InPlace)).map(narrow).collect()
    }

    fn tags(&self) -> Vec<Choice> {
        let tags = |bookmark: &Bookmark| bookmark.all_tags().iter().map(|tag| Chip::Tag(tag.to_lowercase())).collect();
        most_used(self.tally(&Chip::Tag(String::new()), tags))
    }

    fn speakers(&self) -> Vec<Choice> {
        let speaker =
            |bookmark: &Bookmark| bookmark.speaker().map(|name| Chip::Speaker(name.to_owned())).into_iter().collect();
        most_used(self.tally(&Chip::Speaker(String::new()), speaker))
    }

    fn colours(&self) -> Vec<Choice> {
        let colours = self.tally(&Chip::Colour(Colour::One), |bookmark| vec![Chip::Colour(bookmark.colour)]);
        // That all are of one colour narrows nothing.
        if colours.len() > 1 { colours.into_iter().map(narrow).collect() } else { Vec::new() }
    }
}

impl Chip {
    pub fn words(&self) -> String {
        match self {
            Self::State(State::Changed) => "changed — look".to_owned(),
            Self::State(state) => state.name().to_owned(),
            Self::Tag(tag) => shown(tag),
            Self::Speaker(speaker) => speaker.clone(),
            Self::Colour(colour) => format!("colour {}", colour.number()),
        }
    }
}

fn most_used(mut chips: Vec<(Chip, usize)>) -> Vec<Choice> {
    chips.sort_by_key(|(_, count)| Reverse(*count));
    chips.into_iter().map(narrow).collect()
}

fn narrow((chip, count): (Chip, usize)) -> Choice {
    Choice { words: chip.words(), detail: count.to_string(), what: Chosen::Bookmarks(Pick::Narrow(chip)) }
}

/// The first of many choices, and one that offers all of them.
fn first_of(mut choices: Vec<Choice>, words: &str, all: Pick) -> Vec<Choice> {
    if choices.len() > OFFERED + 1 {
        let detail = choices.len().to_string();
        choices.truncate(OFFERED);
        choices.push(Choice { words: words.to_owned(), detail, what: Chosen::Bookmarks(all) });
    }
    choices
}

impl App {
    /// Offers what the bookmarks can be narrowed to.
    pub(super) fn show_bookmark_filters(&mut self) {
        let counts = self.shelves.counts();
        let mut choices = Vec::new();
        if !self.shelves.narrowed_to().is_empty() {
            let (words, detail) = ("All bookmarks".to_owned(), counts.all.to_string());
            choices.push(Choice { words, detail, what: Chosen::Bookmarks(Pick::Unfilter) });
        }
        choices.extend(self.shelves.states());
        choices.extend(first_of(self.shelves.tags(), "Another tag …", Pick::AllTags));
        choices.extend(first_of(self.shelves.speakers(), "Someone else …", Pick::AllSpeakers));
        choices.extend(self.shelves.colours());
        match choices.is_empty() {
            true => self.say("They have no tags, speakers or colours to choose by; words can be looked for."),
            false => self.push(Overlay::Menu(Menu::new("Show only", choices))),
        }
    }

    /// Does what was chosen among bookmarks.
    pub(in crate::app) fn pick(&mut self, pick: Pick) {
        match pick {
            Pick::Narrow(chip) => {
                self.shelves.narrow(chip);
                self.say_narrowed();
            }
            Pick::AllTags => self.push(Overlay::Menu(Menu::new("Show only", self.shelves.tags()))),
            Pick::AllSpeakers => self.push(Overlay::Menu(Menu::new("Show only", self.shelves.speakers()))),
            Pick::Unfilter => {
                self.shelves.unfilter();
                self.say_narrowed();
            }
            Pick::Accept => self.accept_words(),
            Pick::Decide(decision) => self.decide(decision),
            Pick::GoThere => self.go_to_chosen(),
            Pick::Replace => self.write_over(),
            Pick::OtherFile => self.ask_for_bookmark_file(),
        }
    }

    pub(in crate::app) fn say_narrowed(&mut self) {
        let (shown, all) = (self.shelves.len(), self.shelves.counts().all);
        match self.shelves.narrowed_to().is_empty() {
            true => self.say("All bookmarks shown."),
            false => self.say(&format!("{shown} of {all} bookmarks shown; {} takes it off.", self.key_of("cancel"))),
        }
    }
}
