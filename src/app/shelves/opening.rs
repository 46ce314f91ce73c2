//! The way from the list of bookmarks to a passage in its article, and back.

use super::Shelves;
use crate::actions::Pane;
use crate::app::{App, Screen};
use crate::model::article::Origin;
use crate::model::bookmark::{Bookmark, State};
use crate::model::shelf::Source;
use crate::text::points::byte_at;
use crate::text::span::TextSpan;

/// Where the screen of bookmarks was opened from: what filled the screen, and which article was open.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CameFrom {
    screen: Screen,
    article: Option<Origin>,
}

/// A passage that is gone to.
#[derive(Debug)]
pub struct Aim {
    bookmark: Bookmark,
    /// The number under which its article is opened.
    number: u64,
    /// Whether one is there already, as far as its words stand where they stood.
    is_there: bool,
}

/// A lost passage that other words are looked for.
#[derive(Debug)]
pub struct Missing {
    pub bookmark: Bookmark,
    /// Its words as they are laid below the text.
    pub lines: Vec<String>,
}

impl Shelves {
    /// The lost passage that other words are looked for.
    pub fn missing(&self) -> Option<&Missing> {
        self.missing.as_ref()
    }

    pub(in crate::app) fn missing_mut(&mut self) -> Option<&mut Missing> {
        self.missing.as_mut()
    }

    /// Gives up looking for other words; what was lost.
    pub(in crate::app) fn end_missing(&mut self) -> Option<Bookmark> {
        self.missing.take().map(|missing| missing.bookmark)
    }

    /// Whether the article was opened from the list.
    pub fn is_behind(&self) -> bool {
        self.arrived.is_some()
    }

    /// The article is left: nothing leads back from the next one.
    pub(in crate::app) fn leave_article(&mut self) {
        (self.aim, self.arrived, self.missing) = (None, None, None);
    }
}

impl App {
    /// Shows the bookmarks of all articles, at the one in the text where one is.
    pub(in crate::app) fn show_bookmarks(&mut self) {
        if !self.config.settings.remember {
            return self.say("There are no bookmarks: nothing is remembered in this run.");
        }
        let article = self.reader.article.as_ref().and_then(|_| self.library.origin(self.library.selected).cloned());
        self.shelves.came_from = CameFrom { screen: self.screen, article };
        if self.screen == Screen::Reader {
            let of_article = self.shelves.chosen().map(|(shelf, _)| shelf.source.article);
            let is_there = of_article.is_some() && of_article == self.reader.known.map(|(article, _)| article);
            let here = self.bookmarks.around(self.reader.cursor);
            let other = || self.bookmarks.first_to_look_at().or(self.bookmarks.first()).filter(|_| !is_there);
            let first = here.or_else(other);
            self.shelves.chosen = first.map(|bookmark| bookmark.id).or(self.shelves.chosen);
        }
        self.shelves.leave_article();
        self.turn_to_bookmarks();
        self.ask_what_is_held();
    }

    fn turn_to_bookmarks(&mut self) {
        self.reader.selection = None;
        self.screen = Screen::Bookmarks;
        self.shelves.list();
        self.ask_for_all_bookmarks();
    }

    /// Back to the list from the article that was opened from it; false where it was not.
    pub(in crate::app) fn return_to_bookmarks(&mut self) -> bool {
        if !self.shelves.is_behind() {
            return false;
        }
        self.shelves.leave_article();
        self.turn_to_bookmarks();
        true
    }

    /// Back to the list, unless jumps were made in the article since; false where they are to be gone back first.
    pub(in crate::app) fn travel_to_bookmarks(&mut self) -> bool {
        self.shelves.arrived == Some(self.reader.jumps()) && self.return_to_bookmarks()
    }

    /// Back to where the screen was opened from.
    pub(super) fn leave_bookmarks(&mut self) {
        let CameFrom { screen, article } = self.shelves.came_from.clone();
        let place = article.and_then(|article| self.library.place(&article));
        match (screen, place) {
            (Screen::Reader, Some(place)) if place == self.library.selected => self.screen = Screen::Reader,
            (Screen::Reader, Some(place)) => self.open(place),
            (Screen::Reader, None) if self.library.len() < 2 => self.screen = Screen::Reader,
            _ => self.show_library(),
        }
    }

    /// Goes to the passage that one is at; about one whose words changed it is asked first.
    pub(super) fn open_chosen(&mut self) {
        match self.chosen_bookmark().map(|bookmark| bookmark.state) {
            Some(State::Changed) => self.ask_about_change(),
            Some(State::Unchecked) if self.is_without_article() => self.say_what_is_missing(),
            Some(_) => self.go_to_chosen(),
            None => self.say("There is no bookmark here."),
        }
    }

    /// Whether the bookmark that one is at came in from a file, and its article was not read here yet.
    fn is_without_article(&self) -> bool {
        let source = self.shelves.chosen().map(|(shelf, _)| &shelf.source);
        !self.shelves.is_checking() && source.is_some_and(|source| source.origin.is_none())
    }

    fn say_what_is_missing(&mut self) {
        let Some((shelf, _)) = self.shelves.chosen() else { return };
        let page = match &shelf.source.url {
            Some(_) => format!(" {} opens its page.", self.key_of("browser")),
            None => String::new(),
        };
        self.say(&format!("Not read here yet: open a file of this article; the words are looked for in it.{page}"));
    }

    pub(super) fn go_to_chosen(&mut self) {
        let Some((shelf, bookmark)) = self.shelves.chosen() else { return };
        let (source, bookmark) = (shelf.source.clone(), bookmark.clone());
        if self.reader.article.is_some() && self.reader.known.is_some_and(|(article, _)| article == source.article) {
            self.screen = Screen::Reader;
            self.focus = Pane::Text;
            self.aim(bookmark);
            return self.ask_for_bookmarks();
        }
        let place = self.entry_of(&source);
        self.open(place);
        self.aim(bookmark);
    }

    fn aim(&mut self, bookmark: Bookmark) {
        self.shelves.arrived = Some(self.reader.jumps());
        self.shelves.aim = Some(Aim { bookmark, number: self.reader.number, is_there: false });
    }

    /// The place in the list of the article that bookmarks are of; one that is not in it is added at its end.
    fn entry_of(&mut self, source: &Source) -> usize {
        let held = self.library.held.iter().find(|(_, held)| held.article == source.article).map(|(origin, _)| origin);
        let origin = held.or(source.origin.as_ref()).cloned().unwrap_or(Origin::Kept(source.article));
        self.library.place(&origin).unwrap_or_else(|| {
            self.library.add(vec![origin]);
            self.library.len() - 1
        })
    }

    /// The article that was to be gone to can't be read: what the library keeps of it is shown in its place. False
    /// where it was opened for another reason.
    pub(in crate::app) fn open_kept_instead(&mut self, sentence: &str) -> bool {
        let Some(Aim { bookmark, number, .. }) = self.shelves.aim.take() else { return false };
        let is_kept = matches!(self.library.origin(self.library.selected), Some(Origin::Kept(_)));
        if number != self.reader.number || is_kept {
            return false;
        }
        let origin = Origin::Kept(bookmark.article);
        let place = self.library.place(&origin).unwrap_or_else(|| {
            self.library.add(vec![origin]);
            self.library.len() - 1
        });
        self.open(place);
        self.aim(bookmark);
        self.say(&format!("{sentence} This is the text that the library keeps."));
        true
    }

    /// Goes to the passage at once where its words stand where they stood.
    pub(in crate::app) fn aim_at_words(&mut self) {
        let (Some(aim), Some(article)) = (&mut self.shelves.aim, &self.reader.article) else { return };
        let text = &article.document.text;
        let Some((start, end)) = aim.bookmark.found.filter(|_| aim.number == self.reader.number) else { return };
        let span = TextSpan::new(byte_at(text, start), byte_at(text, end));
        if span.of(text) == aim.bookmark.anchor.exact {
            aim.is_there = true;
            self.arrange();
            self.show_passage(span);
        }
    }

    /// Goes to the passage where the library found it; to what is left of its surroundings where it is lost.
    pub(in crate::app) fn aim_at_mark(&mut self) {
        let Some(Aim { bookmark, is_there, .. }) = self.shelves.aim.take_if(|aim| aim.number == self.reader.number)
        else {
            return;
        };
        let Some(now) = self.bookmarks.with(bookmark.id).cloned() else {
            return self.say("This bookmark was removed by another program.");
        };
        match self.bookmarks.span_of(bookmark.id) {
            Some(span) if is_there && self.reader.selection == Some(span) => {}
            Some(span) => self.show_passage(span),
            None => self.show_missing(now),
        }
    }

    fn show_passage(&mut self, span: TextSpan) {
        if self.reader.jumps() == 0 && self.reader.cursor == 0 {
            self.reader.show(span.start);
        } else {
            self.reader.jump(span.start);
        }
        self.reader.selection = Some(span);
        self.shelves.arrived = Some(self.reader.jumps());
        self.follow_text();
    }

    fn show_missing(&mut self, bookmark: Bookmark) {
        let Some(article) = self.reader.article.clone() else { return };
        let text = &article.document.text;
        let (place, became) = match (bookmark.found.filter(|_| bookmark.is_decided()), bookmark.anchor.find(text)) {
            (Some((start, _)), _) => (byte_at(text, start), "The article says it otherwise here."),
            (None, Some(place)) => (place, "Gone; they stood here."),
            (None, None) => (byte_at(text, bookmark.anchor.start), "Gone, with all that stood around them."),
        };
        self.reader.show(place);
        self.follow_text();
        let (select, keep, cancel) = (self.key_of("select"), self.key_of("keep"), self.key_of("cancel"));
        self.shelves.missing = Some(Missing { bookmark, lines: Vec::new() });
        self.say(&format!(
            "{became} {select} selects other words, {keep} moves the bookmark there, {cancel} leaves it."
        ));
    }
}
