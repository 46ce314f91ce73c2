//! Why a quote has its speaker: the chain of steps, numbered in the text.

use super::App;
use super::overlay::Overlay;
use super::overlay::evidence::Walk;
use super::reader::Numbered;
use crate::actions::{Action, Direction};
use crate::model::quote::{Certainty, Evidence, Quote, Role};
use crate::model::voice::speaker_label;

/// Superscript numbers of the steps.
const NUMBERS: [char; 9] = ['¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

impl App {
    pub(super) fn show_evidence(&mut self) {
        let Some(quote) = self.quotes.selected_quote() else {
            let none = self.quotes.is_empty();
            return self.say(if none { "No quotes in this article." } else { "No quote here: choose one first." });
        };
        self.push(Overlay::Evidence(Walk { quote, lines: Vec::new() }));
        self.look_into(quote);
    }

    /// Turns to another quote, which is brought on the screen.
    fn look_into(&mut self, quote: usize) {
        if let Some(Overlay::Evidence(walk)) = self.overlays.last_mut() {
            walk.quote = quote;
        }
        if let Some(start) = self.quotes.quotes().get(quote).map(Quote::start) {
            self.reader.jump(start);
            self.quotes.select_quote(quote);
            // The strip takes rows of the text away; the quote itself matters most.
            self.arrange();
            let steps: Vec<usize> = self.numbers().into_iter().map(|numbered| numbered.place).collect();
            steps.into_iter().chain([start]).for_each(|place| self.reader.bring(place));
        }
    }

    pub(super) fn perform_in_evidence(&mut self, action: Action) {
        let Some(Overlay::Evidence(walk)) = self.overlays.last() else { return };
        let here = walk.quote;
        match action {
            Action::Quote(direction) => match self.quotes.beside(here, direction) {
                Some(quote) => self.look_into(quote),
                None if direction == Direction::On => self.say("That was the last quote."),
                None => self.say("That was the first quote."),
            },
            Action::Unsure => match self.quotes.next_unsure(here) {
                Some(quote) => self.look_into(quote),
                None => self.say("No other quote here has a speaker in doubt."),
            },
            Action::Choose(number) => match self.numbers().get(number).map(|numbered| numbered.place) {
                Some(place) => self.reader.jump(place),
                None => self.say("No step has this number."),
            },
            Action::Browse => self.browse_article(),
            Action::Copy => self.copy_passage(),
            Action::CopyAs => self.show_copy_menu(),
            other => self.perform_in_any_overlay(other),
        }
    }

    /// What is numbered in the text now: the steps of the evidence, or the links on the screen.
    pub fn numbers(&self) -> Vec<Numbered> {
        match self.overlays.last() {
            Some(Overlay::Evidence(walk)) => self.steps_numbered(walk.quote),
            Some(Overlay::Links(links)) => links.numbered(),
            _ => Vec::new(),
        }
    }

    fn steps_numbered(&self, quote: usize) -> Vec<Numbered> {
        let Some(quote) = self.quotes.quotes().get(quote) else { return Vec::new() };
        let mut places: Vec<usize> = Vec::new();
        for span in quote.evidence.iter().filter_map(|step| step.span) {
            if !places.contains(&span.start) {
                places.push(span.start);
            }
        }
        places.into_iter().zip(NUMBERS).map(|(place, label)| Numbered { place, label }).collect()
    }

    /// The chain in words: each step with its number, its words and its rule; the speaker at the end.
    pub fn chain(&self, index: usize) -> String {
        let Some(quote) = self.quotes.quotes().get(index) else { return String::new() };
        let numbers = self.steps_numbered(index);
        let mut chain = String::new();
        let mut told = None;
        for step in &quote.evidence {
            let again = step.span.is_some() && step.span == told;
            let joint = match (chain.is_empty(), step.role) {
                (true, _) => "",
                (_, Role::Antecedent) if !again => " = ",
                (_, _) if again => ", ",
                _ => " · ",
            };
            // Words that the step before has shown are not shown again.
            chain = chain + joint + &if again { rule_words(step) } else { self.step_words(step, &numbers) };
            told = step.span.or(told);
        }
        if chain.is_empty() { "Nothing in the text says who speaks.".to_owned() } else { chain }
    }

    fn step_words(&self, step: &Evidence, numbers: &[Numbered]) -> String {
        let rule = rule_words(step);
        let (Some(span), Some(article)) = (step.span, &self.reader.article) else { return rule };
        let number = numbers.iter().find(|numbered| numbered.place == span.start).map(|numbered| numbered.label);
        let words = article.document.slice(span).replace('\n', " ");
        let number = number.map(String::from).unwrap_or_default();
        format!("{number}“{words}” ¶{}, {rule}", self.reader.paragraph(span.start))
    }

    /// Who is said to speak, and how sure that is.
    pub fn verdict(&self, index: usize) -> String {
        let Some(quote) = self.quotes.quotes().get(index) else { return String::new() };
        let letter = self.quotes.voice_of(index).map_or('?', |voice| voice.letter);
        match &quote.speaker {
            Some(speaker) => {
                format!("{letter} {} · {}", speaker_label(speaker, quote.certainty), quote.certainty.name())
            }
            None => "Unknown speaker".to_owned(),
        }
    }
}

/// The rule of a step, with its mark where it is not certain.
fn rule_words(step: &Evidence) -> String {
    match step.certainty {
        Certainty::Certain => step.rule.words().to_owned(),
        doubtful => format!("{} {}", step.rule.words(), doubtful.mark()),
    }
}
