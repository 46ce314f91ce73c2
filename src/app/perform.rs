//! What each action does, by the place it is asked for in.

use super::help::Help;
use super::{App, Screen};
use crate::actions::{Action, Direction, Pane, Place};
use crate::model::work::Job;

impl App {
    /// Does what a person asks.
    pub fn perform(&mut self, action: Action) {
        self.message = None;
        match self.place() {
            Place::Help => self.perform_in_help(action),
            Place::Start | Place::Articles => self.perform_in_articles(action),
            Place::Text | Place::Quotes | Place::Entities => self.perform_in_reader(action),
        }
        self.arrange();
    }

    fn perform_in_articles(&mut self, action: Action) {
        let page = self.panes.body.height.saturating_sub(4);
        match action {
            Action::Move(unit, direction) => self.library.walk(unit, direction, page),
            Action::Open => self.open(self.library.selected),
            Action::Choose(index) => self.open(index),
            Action::Leave => self.outbox.quit = true,
            other => self.perform_anywhere(other),
        }
    }

    fn perform_in_help(&mut self, action: Action) {
        match action {
            Action::Move(unit, direction) => {
                let page = usize::from(self.panes.body.height.saturating_sub(2));
                let help = self.help.get_or_insert_default();
                help.walk(unit, direction, page);
            }
            Action::Cancel | Action::Leave | Action::Help => self.help = None,
            other => self.perform_anywhere(other),
        }
    }

    fn perform_in_reader(&mut self, action: Action) {
        match action {
            Action::Focus(pane) => self.focus_on(pane),
            Action::FocusNext(direction) => self.focus_on(neighbour(self.focus, direction)),
            Action::Zoom => self.view.zoomed = !self.view.zoomed,
            Action::Strip => self.view.strip = !self.view.strip,
            Action::Measure(change) => self.reader.change_measure(change),
            Action::Quote(direction) => self.jump_quote(direction),
            Action::Mention(direction) => self.jump_mention(direction),
            Action::Article(direction) => self.next_article(direction),
            Action::Return => self.go_back(),
            Action::Library => self.show_library(),
            Action::Leave if self.library.len() > 1 => self.show_library(),
            Action::Leave => self.outbox.quit = true,
            Action::Cancel if self.entities.unmark_all() => self.say("The marks are taken off."),
            Action::Cancel => {
                self.view.zoomed = false;
                self.focus = Pane::Text;
            }
            other => match self.focus {
                Pane::Text => self.perform_in_text(other),
                Pane::Quotes => self.perform_in_quotes(other),
                Pane::Entities => self.perform_in_entities(other),
            },
        }
    }

    fn perform_in_text(&mut self, action: Action) {
        match action {
            Action::Move(unit, direction) => {
                self.reader.walk(unit, direction);
                self.follow_text();
            }
            Action::Open if self.reader.toggle_aside() => {}
            Action::Open if self.quotes.selected_quote().is_some() => self.focus = Pane::Quotes,
            Action::Open if self.reader.unfold_visible() => {}
            Action::Open => self.say("No quote here to open."),
            other => self.perform_anywhere(other),
        }
    }

    fn perform_in_quotes(&mut self, action: Action) {
        match action {
            Action::Move(unit, direction) => self.quotes.walk(unit, direction),
            Action::Unfold => self.quotes.unfold(),
            Action::Fold => self.quotes.fold(),
            Action::Group => {
                let words = self.quotes.regroup();
                return self.say(words);
            }
            Action::Open => return self.go_to_quote(),
            other => return self.perform_anywhere(other),
        }
        if let Some(start) = self.quotes.place_in_text() {
            self.reader.show(start);
        }
    }

    fn perform_in_entities(&mut self, action: Action) {
        match action {
            Action::Move(unit, direction) => self.entities.walk(unit, direction),
            Action::Unfold => self.entities.unfold(),
            Action::Fold => self.entities.fold(),
            Action::MarkName => {
                if let Err(sentence) = self.entities.toggle_mark() {
                    self.say(sentence);
                }
            }
            Action::Open => self.go_to_name(),
            other => self.perform_anywhere(other),
        }
    }

    fn perform_anywhere(&mut self, action: Action) {
        match action {
            Action::Help => self.help = Some(Help::of(self.place())),
            Action::Redraw => self.outbox.redraw = true,
            Action::Quit => self.outbox.quit = true,
            _ => {}
        }
    }

    fn focus_on(&mut self, pane: Pane) {
        self.focus = pane;
        if pane == Pane::Quotes {
            self.quotes.adopt();
        }
    }

    fn show_library(&mut self) {
        self.screen = Screen::Articles;
        self.outbox.jobs.extend(self.library.unread().map(|origin| Job::Survey { origin }));
    }

    fn say(&mut self, sentence: &str) {
        self.message = Some(sentence.to_owned());
    }

    fn jump_quote(&mut self, direction: Direction) {
        match self.quotes.neighbour(self.reader.cursor, direction) {
            Some((quote, start)) => {
                self.reader.jump(start);
                self.quotes.select_quote(quote);
            }
            None if self.reader.analysis.is_none() => self.say("Quotes are still being looked for."),
            None if self.quotes.is_empty() => self.say("No quotes were found in this article."),
            None if direction == Direction::On => self.say("That was the last quote."),
            None => self.say("That was the first quote."),
        }
    }

    fn jump_mention(&mut self, direction: Direction) {
        match self.entities.mention(self.reader.cursor, direction, self.focus == Pane::Entities) {
            Some((start, words)) => {
                self.reader.jump(start);
                self.follow_text();
                self.say(&words);
            }
            None => self.say("No names here to go through."),
        }
    }

    fn next_article(&mut self, direction: Direction) {
        match self.library.neighbour(direction) {
            Some(index) => self.open(index),
            None if direction == Direction::On => self.say("That was the last article."),
            None => self.say("That was the first article."),
        }
    }

    fn go_back(&mut self) {
        if self.reader.go_back() {
            self.focus = Pane::Text;
            self.follow_text();
        } else {
            self.say("Nothing to go back to.");
        }
    }

    fn go_to_quote(&mut self) {
        match self.quotes.place_in_text() {
            Some(start) => {
                self.reader.jump(start);
                self.focus = Pane::Text;
            }
            None => self.quotes.unfold(),
        }
    }

    fn go_to_name(&mut self) {
        match self.entities.place_in_text() {
            Some(start) => {
                self.entities.mark_selected();
                self.reader.jump(start);
                self.focus = Pane::Text;
                self.follow_text();
                self.say("The name is marked in the text.");
            }
            None => self.entities.toggle_group(),
        }
    }
}

fn neighbour(pane: Pane, direction: Direction) -> Pane {
    let here = Pane::ALL.iter().position(|other| *other == pane).unwrap_or(0);
    let step = if direction == Direction::On { 1 } else { Pane::ALL.len() - 1 };
    Pane::ALL[(here + step) % Pane::ALL.len()]
}
