//! What each action does, by the place it is asked for in.

use super::overlay::prompt::Purpose;
use super::{App, Dimmed, Screen};
use crate::actions::{Action, Direction, Pane, Place, Unit};
use crate::model::work::Job;

impl App {
    /// Does what a person asks.
    pub fn perform(&mut self, action: Action) {
        self.notices.seen();
        self.perform_here(action);
        self.arrange();
        self.bookmarks.moved_to(self.reader.cursor);
        self.quotes.moved_to(self.reader.cursor);
        self.keep_place();
    }

    pub(super) fn perform_here(&mut self, action: Action) {
        match self.place() {
            Place::Start | Place::Articles => self.perform_in_articles(action),
            Place::Text | Place::Quotes | Place::Entities => self.perform_in_reader(action),
            Place::Bookmarks => self.perform_in_bookmarks(action),
            _ => self.perform_in_overlay(action),
        }
    }

    fn perform_in_articles(&mut self, action: Action) {
        let page = self.panes.body.height.saturating_sub(4);
        match action {
            Action::Move(unit, direction) => self.library.walk(unit, direction, page),
            Action::Open => self.open(self.library.selected),
            Action::Choose(number) => {
                if let Some(index) = self.library.shown.get(number).copied() {
                    self.open(index);
                }
            }
            Action::Filter => self.prompt_for(Purpose::Articles),
            Action::Group => {
                let words = self.library.reorder();
                self.say(words);
            }
            Action::Cancel => self.library.narrow(""),
            Action::Leave => self.outbox.quit = true,
            Action::Copy | Action::CopyAs => self.copy_headline(),
            other => self.perform_anywhere(other),
        }
    }

    fn perform_in_reader(&mut self, action: Action) {
        if self.focus == Pane::Text && self.reader.selection.is_none() && is_of_words(action) {
            self.reader.stand_on_words();
        }
        if self.focus == Pane::Quotes && is_of_a_quote(action) {
            self.quotes.enter();
            self.show_quote_in_text();
        }
        match action {
            Action::Focus(pane) => self.focus_on(pane),
            Action::FocusNext(direction) => self.focus_on(neighbour(self.focus, direction)),
            Action::Zoom => self.view.zoomed = !self.view.zoomed,
            Action::Strip => self.view.strip = !self.view.strip,
            Action::Measure(change) => self.change_measure(change),
            Action::Quote(direction) => self.jump_quote(direction),
            Action::Next(direction) => self.next_of_set(direction),
            Action::Article(direction) => self.next_article(direction),
            Action::History(direction) => self.travel(direction),
            Action::Evidence => self.show_evidence(),
            Action::Pipe => self.ask_for_command(),
            Action::PipeArticle => self.ask_for_command_on_article(),
            Action::StopCommands => {
                self.outbox.jobs.push(Job::StopCommands);
                self.say("Commands that still ran are stopped.");
            }
            Action::Note => self.show_note(),
            Action::Tags => self.show_tags(),
            Action::Colour => self.show_colours(),
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::Links => self.show_links(),
            Action::Reload => self.reload(),
            Action::Library => self.show_library(),
            Action::Leave if self.return_to_bookmarks() => {}
            Action::Leave if self.library.len() > 1 => self.show_library(),
            Action::Leave => self.outbox.quit = true,
            Action::Cancel => self.let_go(),
            Action::Copy => self.copy_passage(),
            Action::CopyAs => self.show_copy_menu(),
            Action::Browse => self.browse_article(),
            other => match self.focus {
                Pane::Text => self.perform_in_text(other),
                Pane::Quotes => self.perform_in_quotes(other),
                Pane::Entities => self.perform_in_entities(other),
            },
        }
    }

    /// Takes off one thing that was laid over the reading, the latest kind first.
    fn let_go(&mut self) {
        if self.reader.selection.take().is_some() {
            self.say("Selection cleared.");
        } else if !self.found.hits.is_empty() {
            self.found.clear();
            self.say("Search marks cleared.");
        } else if self.shelves.end_missing().is_some() {
            self.say("It is left as lost, with its words.");
        } else if self.quotes.drop_filter() {
            self.say_filter();
        } else if self.entities.unmark_all() {
            self.say("Name marks cleared.");
        } else if self.view.dimmed != Dimmed::Nothing {
            self.view.dimmed = Dimmed::Nothing;
        } else {
            self.view.zoomed = false;
            self.focus = Pane::Text;
        }
    }

    fn perform_in_text(&mut self, action: Action) {
        match action {
            Action::Move(unit, direction) => {
                self.reader.walk(unit, direction);
                self.follow_text();
            }
            Action::Open if self.reader.toggle_aside() => {}
            Action::Open if self.quotes.selected_quote().is_some() => self.show_evidence(),
            Action::Open if self.reader.unfold_visible() => {}
            // Outside quotes the key reads on, as elsewhere.
            Action::Open => self.perform_in_text(Action::Move(Unit::Line, Direction::On)),
            Action::Select => self.select(),
            Action::Keep => self.keep_passage(),
            Action::KeepParagraph => self.keep_paragraph(),
            Action::FocusMode => {
                let (dimmed, words) = match self.view.dimmed {
                    Dimmed::Nothing => {
                        (Dimmed::AllButParagraph, "All but this paragraph is dimmed; again: this sentence.")
                    }
                    Dimmed::AllButParagraph => {
                        (Dimmed::AllButSentence, "All but this sentence is dimmed; again: nothing.")
                    }
                    Dimmed::AllButSentence => (Dimmed::Nothing, "Nothing is dimmed."),
                };
                self.view.dimmed = dimmed;
                self.say(words);
            }
            other => self.perform_anywhere(other),
        }
    }

    pub(super) fn perform_in_quotes(&mut self, action: Action) {
        match action {
            Action::Move(unit, direction) => self.quotes.walk(unit, direction),
            Action::Unfold => self.quotes.unfold(),
            Action::Fold => self.quotes.fold(),
            Action::Group => {
                let words = self.quotes.regroup();
                return self.say(words);
            }
            Action::Filter => return self.show_filters(),
            Action::Open => return self.go_to_quote(),
            Action::Correct => return self.show_quote_corrections(),
            Action::NotOne => return self.strike_quote(),
            Action::Keep => return self.keep_passage(),
            other => return self.perform_anywhere(other),
        }
        self.show_quote_in_text();
    }

    /// Brings the quote that is selected in the list on the screen.
    fn show_quote_in_text(&mut self) {
        if let Some(start) = self.quotes.place_in_text() {
            self.reader.show(start);
            self.quotes.go_to(start);
        }
    }

    fn perform_in_entities(&mut self, action: Action) {
        match action {
            Action::Move(unit, direction) => self.entities.walk(unit, direction),
            Action::Unfold => self.entities.unfold(),
            Action::Fold => self.entities.fold(),
            Action::MarkName => self.mark_name(),
            Action::Filter => self.filter_by_name(),
            Action::Group => {
                let words = self.entities.reorder();
                self.say(words);
            }
            Action::Open => self.show_card(),
            Action::Correct => self.show_corrections(),
            Action::NotOne => self.strike_name(),
            other => self.perform_anywhere(other),
        }
    }

    pub(super) fn perform_anywhere(&mut self, action: Action) {
        match action {
            Action::Help => self.show_help(),
            Action::Palette => self.show_palette(),
            Action::Find => self.show_find(),
            Action::About => self.show_about(),
            Action::Bookmarks => self.show_bookmarks(),
            Action::Theme => self.show_themes(),
            Action::Messages => self.show_messages(),
            Action::Mouse => {
                self.config.settings.mouse = !self.config.settings.mouse;
                let mouse = self.config.settings.mouse;
                self.say(if mouse { "Mouse on." } else { "Mouse off: it is left to the terminal." });
            }
            Action::Edit(file) => self.outbox.edit = Some(file),
            Action::Redraw => self.outbox.redraw = true,
            Action::Suspend => self.outbox.suspend = true,
            Action::Quit => self.outbox.quit = true,
            _ => {}
        }
    }

    pub(super) fn focus_on(&mut self, pane: Pane) {
        self.focus = pane;
        if pane == Pane::Quotes {
            self.quotes.adopt();
        }
    }

    pub(super) fn show_library(&mut self) {
        self.screen = Screen::Articles;
        self.ask_what_is_held();
        self.outbox.jobs.extend(self.library.unread().map(|origin| Job::Survey { origin }));
    }

    pub(super) fn say(&mut self, sentence: &str) {
        self.notices.say(sentence);
    }

    fn jump_quote(&mut self, direction: Direction) {
        match self.quotes.neighbour(self.reader.cursor, direction) {
            Some((quote, start)) => {
                self.reader.jump(start);
                self.quotes.select_quote(quote);
                self.quotes.go_to(start);
            }
            None if self.reader.analysis.is_none() => self.say("Quotes are still being looked for."),
            None if self.quotes.is_empty() => self.say("No quotes were found in this article."),
            None if direction == Direction::On => self.say("That was the last quote."),
            None => self.say("That was the first quote."),
        }
    }

    pub(super) fn jump_mention(&mut self, direction: Direction) {
        match self.entities.mention(self.reader.cursor, direction, self.focus == Pane::Entities) {
            Some((start, words)) => {
                self.reader.jump(start);
                self.show_text();
                self.follow_text();
                self.say(&words);
            }
            None => self.say("Nothing to step through: search for something, or mark a name first."),
        }
    }

    fn next_article(&mut self, direction: Direction) {
        match self.library.neighbour(direction) {
            Some(index) => self.open(index),
            None if self.library.len() < 2 => self.say("This is the only article."),
            None if direction == Direction::On => self.say("That was the last article."),
            None => self.say("That was the first article."),
        }
    }

    fn travel(&mut self, direction: Direction) {
        if direction == Direction::Back && self.travel_to_bookmarks() {
            return;
        }
        if self.reader.travel(direction) {
            self.focus = Pane::Text;
            self.follow_text();
        } else if direction == Direction::Back {
            self.say("Nothing to go back to.");
        } else {
            self.say("Nothing to go forward to.");
        }
    }

    /// Turns to the text where it can't be seen beside the list.
    pub(super) fn show_text(&mut self) {
        if self.panes.text.is_none() {
            self.focus = Pane::Text;
        }
    }

    /// Reads the article anew from where it came.
    fn reload(&mut self) {
        let Some(origin) = self.library.origin(self.library.selected).cloned() else { return };
        self.outbox.jobs.push(Job::Open { number: self.reader.number, origin });
    }

    fn go_to_quote(&mut self) {
        match self.quotes.place_in_text() {
            Some(start) => {
                self.reader.jump(start);
                self.quotes.go_to(start);
                self.focus = Pane::Text;
            }
            None => self.quotes.unfold(),
        }
    }
}

/// Whether an action is about the words at the cursor, which are to be on the screen then.
fn is_of_words(action: Action) -> bool {
    use Action::{Colour, Copy, CopyAs, Keep, KeepParagraph, Note, Pipe, Select, Tags};
    matches!(action, Colour | Copy | CopyAs | Keep | KeepParagraph | Note | Pipe | Select | Tags)
}

/// Whether an action is about one quote: on the head of a voice its first quote is meant, which is gone to.
fn is_of_a_quote(action: Action) -> bool {
    is_of_words(action) || matches!(action, Action::Correct | Action::Evidence)
}

fn neighbour(pane: Pane, direction: Direction) -> Pane {
    let here = Pane::ALL.iter().position(|other| *other == pane).unwrap_or(0);
    let step = if direction == Direction::On { 1 } else { Pane::ALL.len() - 1 };
    Pane::ALL[(here + step) % Pane::ALL.len()]
}
