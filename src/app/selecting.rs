//! Selecting in the text: what the keys do, and what is done with what is selected.

use super::App;
use super::overlay::Overlay;
use super::overlay::menu::Menu;
use super::overlay::prompt::Asked;
use super::overlay::select::Selecting;
use crate::actions::{Action, Direction, Stretch};
use crate::model::correction::Saying;
use crate::model::document::Document;
use crate::model::marking::{Unit, as_quote};

impl App {
    /// Begins with what the mouse selected or what was found here, else with the sentence at the cursor.
    pub(super) fn select(&mut self) {
        let Some(article) = self.reader.article.clone() else { return self.say("There is nothing to select yet.") };
        let hit = self.found.hit().filter(|hit| hit.start == self.reader.cursor);
        let begun = match (self.reader.selection.or(hit), self.reader.words_from(self.reader.cursor)) {
            (Some(span), _) => Selecting::of(&article.document, span),
            (None, Some(place)) => Selecting::at(Unit::Sentence, place),
            (None, None) => return self.say("There are no words here to select."),
        };
        self.push(Overlay::Select(begun));
        self.show_selection();
    }

    pub(super) fn perform_in_select(&mut self, action: Action) {
        let times = match self.overlays.last_mut() {
            Some(Overlay::Select(selecting)) => match action {
                Action::Times(digit) => return selecting.count_on(digit),
                _ => selecting.take_times(),
            },
            _ => 1,
        };
        match action {
            Action::SelectBy(stretch) => self.change_selection(|selecting, document| {
                selecting.by(document, unit(stretch));
                true
            }),
            Action::SelectOther => self.change_selection(|selecting, _| {
                selecting.other();
                true
            }),
            Action::Extend(direction) => self.extend(None, direction, times),
            Action::ExtendWord(direction) => self.extend(Some(Unit::Word), direction, times),
            Action::OtherEnd => self.change_selection(|selecting, _| {
                selecting.turn();
                true
            }),
            Action::Find => self.show_find(),
            Action::Next(direction) => self.select_to_hit(direction),
            Action::Move(unit, direction) => self.reader.walk(unit, direction),
            other => self.perform_on_selection(other),
        }
    }

    /// Does something with what is selected.
    fn perform_on_selection(&mut self, action: Action) {
        match action {
            Action::Copy => {
                self.copy_passage();
                self.leave_select();
            }
            Action::CopyAs => self.show_copy_menu(),
            Action::IsAQuote => self.ask_who_is_quoted(),
            Action::Keep => self.keep_passage(),
            Action::Note => self.show_note(),
            Action::Tags => self.show_tags(),
            Action::Colour => self.show_colours(),
            Action::Pipe => self.ask_for_command(),
            Action::Cancel | Action::Leave => self.leave_select(),
            other => self.perform_in_any_overlay(other),
        }
    }

    /// Moves the moving end so many times, by another unit from now on where one is given.
    fn extend(&mut self, unit: Option<Unit>, direction: Direction, times: usize) {
        self.change_selection(|selecting, document| {
            if let Some(unit) = unit {
                selecting.by(document, unit);
            }
            let steps = (0..times).take_while(|_| selecting.step(document, direction == Direction::On));
            steps.count() == times
        });
    }

    fn change_selection(&mut self, change: impl FnOnce(&mut Selecting, &Document) -> bool) {
        let Some(article) = self.reader.article.clone() else { return };
        let Some(Overlay::Select(selecting)) = self.overlays.last_mut() else { return };
        if !change(selecting, &article.document) {
            self.say("The article ends here.");
        }
        self.show_selection();
    }

    /// What is selected goes on to the next or previous hit.
    fn select_to_hit(&mut self, direction: Direction) {
        if self.found.hits.is_empty() {
            let key = self.key_of("find");
            return self.say(&format!("Nothing was looked for: {key} does, and selects up to it."));
        }
        // From the hit that one is at, whichever end of it is selected up to.
        if let Some(hit) = self.found.hit().filter(|hit| hit.contains(self.reader.cursor)) {
            self.reader.cursor = hit.start;
        }
        self.next_hit(direction, false);
        self.select_to_found();
    }

    /// What is selected goes on to the hit that one is at; nothing where nothing is being selected.
    pub(super) fn select_to_found(&mut self) {
        if let (Some(hit), Some(Overlay::Select(_))) = (self.found.hit(), self.overlays.last()) {
            self.change_selection(|selecting, document| {
                selecting.reach(document, hit);
                true
            });
        }
    }

    /// Shows in the text what is selected, and has the cursor at the end that moves.
    pub(super) fn show_selection(&mut self) {
        let (Some(article), Some(Overlay::Select(selecting))) = (self.reader.article.clone(), self.overlays.last())
        else {
            return;
        };
        let (span, place) = (selecting.span(&article.document), selecting.place(&article.document));
        self.reader.selection = Some(span).filter(|span| !span.is_empty());
        self.reader.cursor = place;
        self.reader.bring(place);
        self.follow_text();
    }

    /// Lets go of what is selected; the cursor is where that began.
    pub(super) fn leave_select(&mut self) {
        if !self.overlays.iter().any(|overlay| matches!(overlay, Overlay::Select(_))) {
            return;
        }
        self.overlays.retain(|overlay| !matches!(overlay, Overlay::Select(_)));
        if let Some(span) = self.reader.selection.take() {
            self.reader.cursor = span.start;
            self.reader.bring(span.start);
            self.follow_text();
        }
    }

    /// Asks who says what is selected, which is a quote from then on.
    fn ask_who_is_quoted(&mut self) {
        let (Some(article), Some(selection)) = (self.reader.article.clone(), self.reader.selection) else { return };
        if self.reader.analysis.is_none() {
            return self.say("Quotes are still being looked for.");
        }
        let (parts, kind) = as_quote(&article.document, selection);
        if parts.is_empty() {
            return self.say("There are no words of the article here.");
        }
        if let Some(quote) = self.quotes.quotes().iter().position(|quote| quote.content == parts) {
            self.leave_select();
            self.quotes.select_quote(quote);
            return self.say("This is a quote already; in the quotes it can be put right.");
        }
        let of = Saying::of(&article.document.text, &parts, kind);
        let asked = Asked { of, found: None, is_new: true };
        let choices = self.speaker_choices(&asked, None);
        self.push(Overlay::Menu(Menu::new(&format!("A quote, {}: who says it?", kind.name()), choices)));
    }

    /// "Selected: 1 sentence, 29 words, ¶2 (A Robin Ashwood)"; nothing where nothing is being selected.
    pub fn selected_words(&self) -> Option<String> {
        let Some(Overlay::Select(selecting)) = self.overlays.last() else { return None };
        let (article, span) = (self.reader.article.as_ref()?, self.reader.selection?);
        let count = |count: usize, noun: &str| format!("{count} {noun}{}", if count == 1 { "" } else { "s" });
        let words = count(article.document.slice(span).split_whitespace().count(), "word");
        let units = selecting.count(&article.document);
        let amount = match selecting.unit {
            Unit::Word => words,
            Unit::Sentence => format!("{}, {words}", count(units, "sentence")),
            Unit::Paragraph => format!("{}, {words}", count(units, "paragraph")),
        };
        let heard = self.quotes.quotes().iter().position(|quote| quote.content.iter().any(|part| part.overlaps(span)));
        let voice = heard.and_then(|quote| self.quotes.voice_of(quote));
        let voice = voice.map(|voice| format!(" ({} {})", voice.letter, voice.label())).unwrap_or_default();
        let times = Some(selecting.times()).filter(|times| *times > 0).map(|times| format!("{times} × "));
        Some(format!("{}Selected: {amount}, ¶{}{voice}", times.unwrap_or_default(), self.reader.paragraph(span.start)))
    }
}

fn unit(stretch: Stretch) -> Unit {
    match stretch {
        Stretch::Word => Unit::Word,
        Stretch::Sentence => Unit::Sentence,
        Stretch::Paragraph => Unit::Paragraph,
    }
}
