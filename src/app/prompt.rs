//! What the keys do in a line that is asked for.

use super::overlay::Overlay;
use super::overlay::page::{Line, Page};
use super::overlay::prompt::{Prompt, Purpose};
use super::overlay::typing::TypedLine;
use super::{App, Screen};
use crate::actions::{Action, Direction, Pane};
use crate::model::place::Memory;
use crate::model::work::Job;

impl App {
    pub(super) fn prompt_for(&mut self, purpose: Purpose) {
        let words = match &purpose {
            Purpose::Pipe { .. } | Purpose::Speaker { .. } => String::new(),
            Purpose::Rename(of) => of.name.clone(),
            Purpose::Articles => self.library.wanted().to_owned(),
            Purpose::Bookmarks => {
                self.shelves.prepare();
                self.shelves.words().to_owned()
            }
            Purpose::BookmarkFile(_) => self.bookmark_file(),
        };
        self.push(Overlay::Prompt(Prompt { line: TypedLine::with(&words), purpose, at: None }));
    }

    /// Asks for the command that gets the article, the quote, the name or the passage.
    pub(super) fn ask_for_command(&mut self) {
        let Some(article) = self.reader.article.clone() else { return self.say("There is nothing to give yet.") };
        let (what, input) = match (self.focus, self.reader.selection) {
            (Pane::Text, Some(selection)) => ("the passage", article.document.slice(selection).to_owned()),
            (Pane::Text | Pane::Quotes, _) => match self.quotes.selected_quote() {
                Some(quote) => {
                    let quote = self.quotes.quotes().get(quote);
                    ("the quote", quote.map_or(String::new(), |quote| quote.words(&article.document.text)))
                }
                None => return self.ask_for_command_on_article(),
            },
            (Pane::Entities, _) => match self.entities.selected_entity().and_then(|id| self.entities.entity(id)) {
                Some(entity) => ("the name", entity.name.clone()),
                None => return self.say("Choose a name first."),
            },
        };
        self.prompt_for(Purpose::Pipe { what, input: input + "\n" });
    }

    /// Asks for the command that gets all of the article.
    pub(super) fn ask_for_command_on_article(&mut self) {
        match &self.reader.article {
            Some(article) => {
                let input = article.document.text.clone() + "\n";
                self.prompt_for(Purpose::Pipe { what: "the article", input });
            }
            None => self.say("There is nothing to give yet."),
        }
    }

    pub(super) fn prompt_typed(&mut self) {
        let Some(Overlay::Prompt(Prompt { line, purpose, .. })) = self.overlays.last() else { return };
        match purpose {
            Purpose::Articles => self.library.narrow(line.words()),
            Purpose::Bookmarks => self.shelves.look_for(line.words()),
            _ => {}
        }
    }

    pub(super) fn perform_in_prompt(&mut self, action: Action) {
        let Some(Overlay::Prompt(prompt)) = self.overlays.last_mut() else { return };
        match (action, &prompt.purpose) {
            (Action::Move(unit, direction), Purpose::Articles) => self.library.walk(unit, direction, 1),
            (_, Purpose::Bookmarks | Purpose::BookmarkFile(_)) => self.perform_in_bookmark_prompt(action),
            (Action::Open, Purpose::Rename(of)) => {
                let (of, to) = (of.clone(), prompt.line.words().to_owned());
                self.overlays.pop();
                self.rename(of, &to);
            }
            (Action::Open, Purpose::Speaker { asked, named }) => {
                let (asked, named, name) = (asked.clone(), *named, prompt.line.words().to_owned());
                self.overlays.pop();
                self.speaker_typed(&asked, named, &name);
            }
            (Action::Move(_, direction), Purpose::Pipe { .. }) => {
                let last = self.memory.commands.len().checked_sub(1);
                prompt.at = match (direction, last) {
                    (_, None) => None,
                    (Direction::Back, Some(last)) => Some(prompt.at.map_or(0, |at| (at + 1).min(last))),
                    (Direction::On, _) => prompt.at.and_then(|at| at.checked_sub(1)),
                };
                let words = prompt.at.and_then(|at| self.memory.commands.get(at)).cloned().unwrap_or_default();
                prompt.line = TypedLine::with(&words);
            }
            (Action::Open, Purpose::Articles) => {
                self.overlays.pop();
                if !self.library.wanted().trim().is_empty() {
                    let (shown, all) = (self.library.shown.len(), self.library.len());
                    self.say(&format!("{shown} of {all} articles shown; Esc shows all."));
                }
            }
            (Action::Open, Purpose::Pipe { .. }) => self.run_command(),
            (Action::Cancel | Action::Leave, Purpose::Articles) => {
                self.overlays.pop();
                self.library.narrow("");
            }
            (other, _) => self.perform_in_any_overlay(other),
        }
    }

    /// What the keys do in the words that bookmarks hold, and in the name of their file.
    fn perform_in_bookmark_prompt(&mut self, action: Action) {
        let Some(Overlay::Prompt(Prompt { line, purpose, .. })) = self.overlays.last() else { return };
        match (action, purpose) {
            (Action::Move(unit, direction), Purpose::Bookmarks) => self.shelves.walk(unit, direction, 1),
            (Action::Open, Purpose::Bookmarks) => {
                self.overlays.pop();
                self.say_narrowed();
            }
            (Action::Cancel | Action::Leave, Purpose::Bookmarks) => {
                self.overlays.pop();
                self.shelves.look_for("");
            }
            (Action::Open, _) => {
                let name = line.words().to_owned();
                self.overlays.pop();
                self.bookmark_file_typed(&name);
            }
            (other, _) => self.perform_in_any_overlay(other),
        }
    }

    /// Runs the typed command: its words as they stand, or through the shell where it begins with "!".
    fn run_command(&mut self) {
        let Some(Overlay::Prompt(prompt)) = self.overlays.pop() else { return };
        let Purpose::Pipe { what, input } = prompt.purpose else { return };
        let typed = prompt.line.words().trim().to_owned();
        let words = match typed.strip_prefix('!') {
            Some(line) => Some(vec!["sh".to_owned(), "-c".to_owned(), line.trim().to_owned()]),
            None => shlex::split(&typed),
        };
        match words {
            None => self.say("A quotation mark in the command is not closed."),
            Some(words) if words.is_empty() => {}
            Some(words) => {
                self.say(&format!("Giving {what} to {typed} …"));
                self.memory.piped(&typed);
                self.remember(Memory::COMMANDS);
                self.outbox.jobs.push(Job::Pipe { title: typed, words, input });
            }
        }
    }

    /// Shows what a command printed.
    pub(super) fn piped(&mut self, title: String, printed: Result<String, String>) {
        self.notices.seen();
        match printed {
            Ok(text) if text.trim().is_empty() => self.say(&format!("{title}: done, nothing was printed.")),
            Ok(text) => self.push(Overlay::Page(Page::of_text(title, &text))),
            Err(sentence) if sentence.lines().count() > 1 => {
                let lines = sentence.lines().map(|line| Line::Words(line.to_owned())).collect();
                self.push(Overlay::Page(Page::new(format!("{title} failed"), lines)));
            }
            Err(sentence) => self.say(&sentence),
        }
    }

    pub(super) fn in_articles(&self) -> bool {
        self.screen == Screen::Articles
    }
}
