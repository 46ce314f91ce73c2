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

    /// The quotes have other places: what is looked into is the same quote, or the one that follows where it is gone.
    pub(super) fn follow_evidence(&mut self, moved: &[Option<usize>]) {
        let last = self.quotes.quotes().len().checked_sub(1);
        let is_over = |overlay: &Overlay| matches!((overlay, last), (Overlay::Evidence(_), None));
        self.overlays.retain(|overlay| !is_over(overlay));
        for overlay in &mut self.overlays {
            if let (Overlay::Evidence(walk), Some(last)) = (overlay, last) {
                walk.quote = moved.get(walk.quote).copied().flatten().unwrap_or(walk.quote).min(last);
            }
        }
    }

    /// Turns to another quote, which is brought on the screen.
    pub(super) fn look_into(&mut self, quote: usize) {
        if let Some(Overlay::Evidence(walk)) = self.overlays.last_mut() {
            walk.quote = quote;
        }
        if let Some(start) = self.quotes.quotes().get(quote).map(Quote::start) {
            self.reader.jump(start);
            self.quotes.select_quote(quote);
            self.quotes.go_to(start);
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
            Action::Unsure => self.look_into_doubt(here),
            Action::Check => self.check_quote(),
            Action::Correct => self.show_quote_corrections(),
            Action::NotOne => self.strike_quote(),
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
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

    /// Turns to the next quote whose speaker is in doubt and that nobody has checked.
    fn look_into_doubt(&mut self, here: usize) {
        let is_open = |quote: usize| !self.corrections.of_quote(quote).is_checked();
        match self.quotes.next_unsure(here, is_open) {
            Some(quote) => self.look_into(quote),
            None => self.say("No other quote here has a speaker in doubt that is not checked."),
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
        let chain = if chain.is_empty() { "Nothing in the text says who speaks.".to_owned() } else { chain };
        let (first, last) = (self.turns(index), self.found_before(index));
        first.into_iter().chain([chain]).chain(last).collect::<Vec<_>>().join(" · ")
    }

    /// What became of the name that a quote was checked, copied or kept under.
    pub fn turns(&self, index: usize) -> Vec<String> {
        let note = self.corrections.of_quote(index);
        let turned = note.turned.map(|turned| format!("was {}, now {}", turned.was, turned.now));
        let cited = note.cited.map(|turned| format!("cited as {}, now {}", turned.was, turned.now));
        turned.into_iter().chain(cited).chain(self.kept_as(index)).collect()
    }

    /// The name that a quote was kept under, where it is given to another one now.
    fn kept_as(&self, index: usize) -> Option<String> {
        let quote = self.quotes.quotes().get(index).filter(|_| !self.corrections.of_quote(index).given)?;
        let was = self.bookmarks.of(quote.extent())?.said.as_ref()?.speaker.as_ref()?;
        let now = quote.speaker.as_ref().map_or("nobody we know", |speaker| speaker.name.as_str());
        (was != now).then(|| format!("kept as {was}, now {now}"))
    }

    /// What the program had found of a quote that the reader put right, or how sure it was of one that is checked.
    pub fn found_before(&self, index: usize) -> Option<String> {
        let (note, quote) = (self.corrections.of_quote(index), self.quotes.quotes().get(index)?);
        if !note.corrected {
            let found = self.corrections.found_quote(index).map(|found| found.certainty);
            let doubt = found.filter(|found| note.confirmed.is_some() && *found != Certainty::Certain)?;
            return Some(format!("before: {}", doubt.name()));
        }
        let Some(found) = self.corrections.found_quote(index) else { return Some("found by you".to_owned()) };
        let speaker = found.speaker.as_ref().map_or("nobody we know", |speaker| speaker.name.as_str());
        let speaker = note.given.then(|| format!("{speaker}, {}", found.certainty.name()));
        let kind = (found.kind != quote.kind).then(|| found.kind.name().to_owned());
        let parts: Vec<String> = speaker.into_iter().chain(kind).collect();
        (!parts.is_empty()).then(|| format!("before: {}", parts.join(", ")))
    }

    /// How sure it is who says a quote, and whether the reader has looked at it.
    pub fn certainty_words(&self, index: usize) -> String {
        let note = self.corrections.of_quote(index);
        let certainty = self.quotes.quotes().get(index).map_or("", |quote| quote.certainty.name());
        match (note.given, note.is_checked()) {
            (true, _) => "✎ you said so".to_owned(),
            (false, true) if note.corrected => format!("{certainty}, ✎ corrected"),
            (false, true) => "✓ checked".to_owned(),
            (false, false) => certainty.to_owned(),
        }
    }

    /// The mark of a quote in a list: the reader's word, else how sure it is who speaks.
    pub fn quote_mark(&self, index: usize) -> &'static str {
        let note = self.corrections.of_quote(index);
        match self.quotes.quotes().get(index) {
            _ if note.turned.is_some() || note.cited.is_some() || self.kept_as(index).is_some() => "!",
            _ if note.corrected => "✎",
            _ if note.confirmed.is_some() => "✓",
            quote => quote.map_or(" ", |quote| quote.certainty.mark()),
        }
    }

    /// "checked 3/16".
    pub fn checked_words(&self) -> String {
        format!("checked {}/{}", self.corrections.checked(), self.quotes.quotes().len())
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
                format!("{letter} {} · {}", speaker_label(speaker, quote.certainty), self.certainty_words(index))
            }
            None if self.corrections.of_quote(index).given => "Unknown speaker · ✎ you said so".to_owned(),
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
