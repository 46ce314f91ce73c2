//! What the list of bookmarks is narrowed to, and what it can be narrowed to.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::Shelves;
use crate::app::App;
use crate::app::overlay::Overlay;
use crate::app::overlay::menu::{Choice, Chosen, Menu};
use crate::model::bookmark::{Bookmark, Colour, State};
use crate::model::shelf::Filter;
use crate::model::tags::shown;

/// One thing that bookmarks must have to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// Keeps the words as they were, at the place where others stand for them now.
    KeepWords,
    /// Keeps the words as they were, as lost.
    GiveUp,
    GoThere,
    /// Writes over a file that is there.
    Replace,
    OtherFile,
}

/// The most tags, and the most speakers, that are offered at once.
const OFFERED: usize = 6;

impl Shelves {
    pub(super) fn filter(&self) -> Filter {
        let mut filter = Filter { words: self.words.clone(), ..Filter::default() };
        for chip in self.chips.iter().cloned() {
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
        let sort = std::mem::discriminant(&chip);
        self.chips.retain(|other| std::mem::discriminant(other) != sort);
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

    /// What the bookmarks have in common, each with how often, the most frequent first.
    fn tally(&self, of: impl Fn(&Bookmark) -> Vec<String>) -> Vec<(String, usize)> {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for name in self.all.iter().flat_map(|shelf| &shelf.bookmarks).flat_map(of) {
            *counts.entry(name).or_default() += 1;
        }
        let mut all: Vec<(String, usize)> = counts.into_iter().collect();
        all.sort_by_key(|(_, count)| Reverse(*count));
        all
    }

    fn tags(&self) -> Vec<Choice> {
        let tags = self.tally(|bookmark| bookmark.all_tags().iter().map(|tag| tag.to_lowercase()).collect());
        let choice = |(tag, count)| narrow(Chip::Tag(tag), count);
        tags.into_iter().map(choice).collect()
    }

    fn speakers(&self) -> Vec<Choice> {
        let speakers = self.tally(|bookmark| bookmark.speaker().map(str::to_owned).into_iter().collect());
        let choice = |(speaker, count)| narrow(Chip::Speaker(speaker), count);
        speakers.into_iter().map(choice).collect()
    }

    fn colours(&self) -> Vec<Choice> {
        let count = |colour| {
            let all = self.all.iter().flat_map(|shelf| &shelf.bookmarks);
            all.filter(|bookmark| bookmark.colour == colour).count()
        };
        let counted: Vec<(Colour, usize)> = Colour::ALL.into_iter().map(|colour| (colour, count(colour))).collect();
        let used: Vec<_> = counted.into_iter().filter(|(_, count)| *count > 0).collect();
        // That all are of one colour narrows nothing.
        let choice = |(colour, count)| narrow(Chip::Colour(colour), count);
        if used.len() > 1 { used.into_iter().map(choice).collect() } else { Vec::new() }
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

fn narrow(chip: Chip, count: usize) -> Choice {
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
        let states = [
            (State::Changed, counts.changed),
            (State::OldWords, counts.old_words),
            (State::Lost, counts.lost),
            (State::Unchecked, counts.unchecked),
        ];
        let states = states.into_iter().filter(|(_, count)| *count > 0);
        choices.extend(states.map(|(state, count)| narrow(Chip::State(state), count)));
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
            Pick::KeepWords => self.keep_words(),
            Pick::GiveUp => self.give_up_words(),
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
