//! How a name is put right: what is offered, what is said, and what the library is asked to keep.

use super::App;
use super::journal::Deed;
use super::overlay::Overlay;
use super::overlay::menu::{Choice, Chosen, Menu};
use crate::actions::Place;
use crate::model::article::Origin;
use crate::model::correction::{Amendment, Journal, NameCorrection, Step, Subject};
use crate::model::entity::{Entity, EntityKind, Form};
use crate::model::laying::words;
use crate::model::tally::Tally;
use crate::model::work::Job;

impl App {
    /// Offers what can be put right about the selected name.
    pub(super) fn show_corrections(&mut self) {
        let entity = self.entities.selected_entity().and_then(|id| self.entities.entity(id));
        let Some(entity) = entity.cloned() else { return self.say("Choose a name first.") };
        let of = Subject::of(&entity);
        let row = |words: String, detail: &str, what| Choice { words, detail: detail.to_owned(), what };
        let correct = |change| Chosen::Correct(NameCorrection { of: of.clone(), change });
        let mut choices = vec![
            row("The same as another …".to_owned(), "", Chosen::SameAs(of.clone())),
            row("Another name …".to_owned(), "", Chosen::Rename(of.clone())),
        ];
        for form in self.forms_apart(&entity) {
            choices.push(row(format!("On its own: “{form}”"), "", correct(Amendment::Split(form))));
        }
        for kind in EntityKind::ALL.into_iter().filter(|kind| !kind.is_value() && *kind != entity.kind) {
            choices.push(row(format!("It is {}", kind.one()), "", correct(Amendment::Retype(kind))));
        }
        choices.push(row("Not a name".to_owned(), "", correct(Amendment::NotAName)));
        self.push(Overlay::Menu(Menu::new(&format!("Correct {}", entity.name), choices)));
    }

    /// What the text calls it beside its name, each of which may be another one.
    fn forms_apart(&self, entity: &Entity) -> Vec<String> {
        let Some(article) = &self.reader.article else { return Vec::new() };
        let named = entity.mentions.iter().filter(|mention| mention.form != Form::Pronoun);
        let mut forms: Vec<String> = named.map(|mention| words(&article.document.text, mention.span)).collect();
        forms.sort();
        forms.dedup();
        let is_one = forms.len() < 2;
        forms.retain(|form| *form != entity.name && !is_one);
        forms
    }

    /// Offers the names that a name may be the same as: those of its kind first, then such as are named most.
    pub(super) fn show_others(&mut self, of: Subject) {
        let others = self.entities.all().iter().filter(|other| !other.kind.is_value() && Subject::of(other) != of);
        let mut others: Vec<&Entity> = others.collect();
        others.sort_by_key(|other| (other.kind != of.kind, std::cmp::Reverse(other.mentions.len())));
        let choice = |other: &&Entity| {
            let change = Amendment::Merge(Subject::of(other));
            let what = Chosen::Correct(NameCorrection { of: of.clone(), change });
            Choice { words: other.name.clone(), detail: other.kind.name().to_owned(), what }
        };
        let choices: Vec<Choice> = others.iter().map(choice).collect();
        match choices.is_empty() {
            true => self.say("There is no other name here."),
            false => self.push(Overlay::Menu(Menu::new(&format!("{} is the same as", of.name), choices))),
        }
    }

    /// The selected name is none.
    pub(super) fn strike_name(&mut self) {
        let entity = self.entities.selected_entity().and_then(|id| self.entities.entity(id));
        match entity.map(Subject::of) {
            Some(of) => self.correct_name(NameCorrection { of, change: Amendment::NotAName }),
            None => self.say("Choose a name first."),
        }
    }

    /// Calls a name by what was typed; where that is another one's name, they are the same.
    pub(super) fn rename(&mut self, of: Subject, typed: &str) {
        let to = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        if to.is_empty() || to == of.name {
            return self.say("The name stays as it is.");
        }
        let other = self.entities.all().iter().find(|other| other.name == to && !other.kind.is_value());
        let change = other.map_or(Amendment::Rename(to), |other| Amendment::Merge(Subject::of(other)));
        self.correct_name(NameCorrection { of, change });
    }

    /// Puts a name right, here and from now on.
    pub(super) fn correct_name(&mut self, correction: NameCorrection) {
        let key = self.key_of("undo");
        let done = match &correction.change {
            Amendment::Merge(into) => format!("Now one with {}", into.name),
            Amendment::Split(form) => format!("“{form}” stands on its own now"),
            Amendment::Rename(to) => format!("Now called {to}"),
            Amendment::Retype(kind) => format!("Now {}", kind.one()),
            Amendment::NotAName => format!("{} is no name any more", correction.of.name),
        };
        let later = if correction.teaches() { ", here and in other articles" } else { "" };
        self.step(Step::Make(correction.into()), &format!("{done}{later}; {key} undoes."));
    }

    pub(super) fn step(&mut self, step: Step, words: &str) {
        if let (Step::Make(_), Some(of)) = (&step, self.open_origin().cloned()) {
            self.journal.make(Deed::Correction(of));
        }
        self.corrections.take(step.clone());
        self.lay_over();
        if let Step::Make(correction) | Step::Undo(correction) | Step::Redo(correction) = &step {
            self.return_to(correction);
        }
        if let Some(Overlay::Card(_)) = self.overlays.last() {
            // The card is of what was; one of what is now takes its place.
            self.overlays.pop();
            if self.entities.selected_entity().is_some() {
                self.show_card();
            }
        }
        self.say(words);
        if self.is_forgetful() {
            self.say(&format!("{words} It holds for this run: nothing is remembered."));
        }
        self.keep_corrections();
    }

    /// Whether nothing outlasts the run.
    fn is_forgetful(&self) -> bool {
        !self.config.settings.remember || self.kept_in.is_none() || self.corrections.is_lost()
    }

    /// Gives the library what it has not kept yet, once it knows the article.
    pub(super) fn keep_corrections(&mut self) {
        let (Some(known), true) = (self.reader.known, self.config.settings.remember) else { return };
        if let Some(steps) = self.corrections.give() {
            self.ask_library(Job::Correct { number: self.reader.number, known, steps });
        }
    }

    /// Asks which corrections the library holds now: another program may have changed them.
    pub(super) fn ask_for_corrections(&mut self) {
        if let (Some(known), true) = (self.reader.known, self.bookmarks.is_answered) {
            self.outbox.jobs.push(Job::Corrections { number: self.reader.number, known });
        }
    }

    /// The library says which corrections it holds, what others teach, and how often the program was right.
    pub(super) fn corrections_recalled(&mut self, held: Option<Journal>, learnt: Vec<NameCorrection>, tally: Tally) {
        self.corrections.tally = tally;
        self.corrections.recalled(held, learnt);
        self.lay_over();
    }

    /// The library kept what it was given for the article with this number.
    pub(super) fn corrections_kept(&mut self, number: u64, tally: Tally) {
        self.corrections.tally = tally;
        self.keeping = self.keeping.saturating_sub(1);
        if number == self.reader.number {
            self.corrections.kept();
            // What is said of a quote holds for the bookmark that was kept of it.
            self.ask_for_bookmarks();
        }
        self.keep_corrections();
    }

    /// Leaves the corrections of this article for those of the one at `next`.
    pub(super) fn leave_corrections(&mut self, next: &Origin) {
        if let (Some(known), false, true) =
            (self.reader.known, self.corrections.is_lost(), self.config.settings.remember)
        {
            let steps = self.corrections.rest();
            if !steps.is_empty() {
                self.ask_library(Job::Correct { number: self.reader.number, known, steps });
            }
        }
        let left = self.library.origin(self.library.selected).filter(|_| self.reader.article.is_some());
        self.corrections.leave(left, next, self.reader.known.is_some());
        self.journal.turn();
    }

    /// Lays the corrections over what was found; quotes and names follow.
    pub(super) fn lay_over(&mut self) {
        let Some(article) = self.reader.article.clone() else { return };
        let Some(analysis) = self.corrections.lay(&article.document.text) else { return };
        let checked = self.corrections.checked_quotes();
        if self.reader.analysis.as_ref() == Some(&analysis) && !self.quotes.takes(&checked) {
            return;
        }
        let moved = self.quotes.fill(&analysis, &article.document, checked);
        self.follow_evidence(&moved);
        self.entities.fill(&analysis, &article.document, &self.quotes.voices);
        if let (Some(id), Place::Entities) = (self.entities.selected_entity(), self.screen_place()) {
            self.entities.select(id);
        }
        self.reader.analysis = Some(analysis);
    }

    /// Says what other articles taught, where nothing else is to be said.
    pub(super) fn say_what_was_learnt(&mut self) {
        let taught: Vec<NameCorrection> = self.corrections.taught().collect();
        let Some(first) = taught.first().filter(|_| self.notices.message().is_none()) else { return };
        let key = self.config.keymap.keys(self.screen_place(), "about").first().cloned().unwrap_or_default();
        let sentence = match taught.len() {
            1 => format!("As you corrected it before: {}.", first.words()),
            more => format!("{more} names stand as you corrected them before; {key} lists them."),
        };
        self.say(&sentence);
    }

    pub fn key_of(&self, name: &str) -> String {
        self.config.keymap.keys(self.screen_place(), name).first().cloned().unwrap_or_else(|| format!(":{name}"))
    }
}
