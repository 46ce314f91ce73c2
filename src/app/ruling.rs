//! What the reader says of a quote: who speaks, what it is, that it is none, that it is right.

use super::App;
use super::overlay::Overlay;
use super::overlay::menu::{Choice, Chosen, Menu};
use super::overlay::prompt::Asked;
use crate::actions::Pane;
use crate::model::analysis::VERSION;
use crate::model::correction::{Cited, Correction, Found, QuoteCorrection, Ruling, Saying, Step, Subject, Who};
use crate::model::quote::{Quote, QuoteKind};

/// Words that stand for somebody only together with others.
const PRONOUNS: [&str; 12] = ["he", "she", "it", "they", "we", "i", "you", "one", "this", "that", "these", "those"];

impl App {
    /// The quote that is looked into, or that is selected.
    fn quote_asked(&self) -> Option<usize> {
        match self.overlays.last() {
            Some(Overlay::Evidence(walk)) => Some(walk.quote),
            _ => self.quotes.selected_quote(),
        }
        .filter(|quote| *quote < self.quotes.quotes().len())
    }

    /// Offers what can be put right about a quote.
    pub(super) fn show_quote_corrections(&mut self) {
        let Some((index, asked)) = self.quote_asked().and_then(|index| Some((index, self.asked(index)?))) else {
            return self.say("Choose a quote first.");
        };
        let Some(quote) = self.quotes.quotes().get(index).cloned() else { return };
        let mut choices = self.speaker_choices(&asked, Some(&quote));
        let rule = |change| {
            Chosen::Rule(Box::new(QuoteCorrection { of: asked.of.clone(), change, found: asked.found.clone() }))
        };
        for kind in QuoteKind::ALL.into_iter().filter(|kind| *kind != quote.kind) {
            choices.push(row(format!("It is {}", kind.name()), "", rule(Ruling::Kind(kind))));
        }
        choices.push(row("Not a quote".to_owned(), "", rule(Ruling::NotAQuote)));
        self.push(Overlay::Menu(Menu::new("Who says this?", choices)));
    }

    /// The quote as a correction of it means it, with what the program had found.
    fn asked(&self, index: usize) -> Option<Asked> {
        // While a file is read again, the quotes on the screen are of its former text.
        self.reader.analysis.as_ref()?;
        let (article, quote) = (self.reader.article.as_ref()?, self.quotes.quotes().get(index)?);
        let found = self.corrections.found_quote(index).map(|quote| Found::of(quote, VERSION));
        let of = Saying::of(&article.document.text, &quote.content, quote.kind);
        Some(Asked { of, found, is_new: false })
    }

    pub(super) fn who_says(&self, quote: &Quote) -> Who {
        Who::says(quote, |id| self.entities.entity(id).map(Subject::of))
    }

    /// Gives a quote to whom was typed: a name of the article where it is one.
    pub(super) fn speaker_typed(&mut self, asked: &Asked, named: bool, typed: &str) {
        let name = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() {
            return self.say("Nothing was typed: the quote stays as it is.");
        }
        let known = self.entities.all().iter().find(|entity| entity.name == name && !entity.kind.is_value());
        let who = match (named, known) {
            (false, _) => Who::Unnamed(name),
            (true, Some(entity)) => Who::Name(Subject::of(entity)),
            (true, None) => Who::Typed(name),
        };
        self.rule(asked.said_by(who));
    }

    /// The quote is none.
    pub(super) fn strike_quote(&mut self) {
        let Some(asked) = self.quote_asked().and_then(|index| self.asked(index)) else {
            return self.say("Choose a quote first.");
        };
        self.rule(QuoteCorrection { of: asked.of, change: Ruling::NotAQuote, found: asked.found });
    }

    /// The speaker of the quote is right, as the reader has seen in the text.
    pub(super) fn check_quote(&mut self) {
        let Some((index, asked)) = self.quote_asked().and_then(|index| Some((index, self.asked(index)?))) else {
            return;
        };
        let Some(who) = self.quotes.quotes().get(index).map(|quote| self.who_says(quote)) else { return };
        if let Who::Unnamed(word) = &who
            && PRONOUNS.contains(&word.to_lowercase().as_str())
        {
            // To be counted as right, it has to be somebody.
            let (word, keys) = (word.clone(), self.config.keymap.keys(self.place(), "correct"));
            let correct = keys.first().cloned().unwrap_or_default();
            return self.say(&format!("“{word}” alone is nobody: {correct} says who it is, or leaves it unnamed."));
        }
        let note = self.corrections.of_quote(index);
        let stays = note.confirmed.as_deref() == Some(who.name());
        let change = match note.turned {
            _ if note.corrected => return self.say("You said so yourself: it counts as checked."),
            None if stays => return self.say("It is checked already."),
            // Against what is found now, it is the reader's word that holds.
            Some(_) if stays => Ruling::Speaker(who),
            _ => Ruling::Right(who),
        };
        self.rule(QuoteCorrection { of: asked.of, change, found: asked.found });
    }

    /// Takes the reader's word about a quote, here and from now on.
    pub(super) fn rule(&mut self, correction: QuoteCorrection) {
        let key = self.key_of("undo");
        let done = match &correction.change {
            Ruling::Speaker(who) => format!("Now said by {}", who.name()),
            Ruling::Kind(kind) => format!("Now {}", kind.name()),
            Ruling::NotAQuote => "No quote any more".to_owned(),
            Ruling::Quote(who) => format!("A quote now, {}, said by {}", correction.of.kind.name(), who.name()),
            Ruling::Right(who) => format!("Checked: {}", who.name()),
        };
        self.leave_select();
        self.step(Step::Make(correction.into()), &format!("{done}; {key} undoes."));
    }

    /// Brings the quote that a correction is about on the screen, where it is shown.
    pub(super) fn return_to(&mut self, correction: &Correction) {
        let (Correction::Quote(correction), Some(article)) = (correction, self.reader.article.clone()) else { return };
        let Some(spans) = correction.of.find(&article.document.text) else { return };
        let all = self.quotes.quotes();
        let at = all.iter().position(|quote| quote.content == spans);
        let at = at.or_else(|| all.iter().position(|quote| spans.iter().any(|span| quote.holds(span.start))));
        match (at, self.overlays.last()) {
            (Some(quote), Some(Overlay::Evidence(_))) => self.look_into(quote),
            (None, Some(Overlay::Evidence(walk))) => self.look_into(walk.quote),
            (Some(quote), _) => self.quotes.select_quote(quote),
            (None, _) if self.focus == Pane::Quotes => self.quotes.adopt(),
            (None, _) => {}
        }
    }

    /// Keeps under which name the selected quote was copied, so that it can be said when that turns out wrong.
    pub(super) fn cite(&mut self) {
        let Some(index) = self.quotes.selected_quote() else { return };
        let speaker = self.quotes.quotes().get(index).and_then(|quote| quote.speaker.as_ref());
        let (Some(speaker), Some(asked)) = (speaker.map(|speaker| speaker.name.clone()), self.asked(index)) else {
            return;
        };
        let cited = Cited { of: asked.of, speaker, found: asked.found };
        if self.corrections.is_new(&cited) {
            self.corrections.take(Step::Cite(cited));
            self.lay_over();
            self.keep_corrections();
        }
    }
}

fn row(words: String, detail: &str, what: Chosen) -> Choice {
    Choice { words, detail: detail.to_owned(), what }
}
