//! Copying: what is copied where one is, and in what form.

use super::overlay::Overlay;
use super::overlay::menu::{Choice, Chosen, Menu};
use super::overlay::page::Page;
use super::{App, Screen};
use crate::actions::Pane;
use crate::config::settings::Citation;
use crate::export::citation::{self, Passage};
use crate::model::article::Article;
use crate::model::quote::Quote;

impl App {
    /// Copies the passage one is at in the form that is set.
    pub(super) fn copy_passage(&mut self) {
        match self.passage() {
            Some((what, words)) => {
                let style = self.config.settings.citation;
                let text = self.cited(&words, style);
                self.note_citation(&words, style);
                self.copy(text, what);
            }
            None => self.say("There is nothing to copy yet."),
        }
    }

    /// Copies what is known of the article selected in the list.
    pub(super) fn copy_headline(&mut self) {
        let survey = self.library.entries.get(self.library.selected).and_then(|entry| entry.survey.as_ref());
        let Some(Ok(survey)) = survey else { return self.say("It is not read yet.") };
        let date = survey.published.map(|date| date.strftime("%-d %B %Y").to_string());
        let parts = [survey.byline.clone(), Some(format!("“{}”", survey.headline)), survey.publisher.clone(), date];
        let text = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
        self.copy(text, "the headline");
    }

    /// Gives a text to the clipboard, and says what was given.
    pub(super) fn copy(&mut self, text: String, what: &str) {
        let words = text.split_whitespace().count();
        let words = if words == 1 { "1 word".to_owned() } else { format!("{words} words") };
        self.say(&format!("Copied: {what}, {words} (if your terminal allows it)."));
        self.outbox.copy = Some(text);
    }

    pub(super) fn show_copy_menu(&mut self) {
        let Some((what, _)) = self.passage() else { return self.say("There is nothing to copy yet.") };
        let url = self.reader.article.as_ref().and_then(|article| article.url.clone());
        self.offer_copies(what, url.as_deref());
    }

    /// Asks in which form to copy what there is.
    pub(super) fn offer_copies(&mut self, what: &str, url: Option<&str>) {
        let choice =
            |words: &str, detail: &str, what| Choice { words: words.to_owned(), detail: detail.to_owned(), what };
        let mut choices = vec![
            choice("Plain", "the words, who said them, where", Chosen::CopyAs(Citation::Plain)),
            choice("Markdown", "a block quote and a link", Chosen::CopyAs(Citation::Markdown)),
            choice("Words", "nothing but the words", Chosen::CopyAs(Citation::Words)),
        ];
        if let Some(url) = url {
            choices.push(choice("Address", url, Chosen::CopyAddress));
        }
        self.push(Overlay::Menu(Menu::new(&format!("Copy {what} as"), choices)));
    }

    /// Copies in a form, and shows the text: a terminal that takes nothing says nothing.
    pub(super) fn copy_as(&mut self, style: Citation) {
        if let Some(text) = self.cited_bookmark(style) {
            return self.copy_and_show(text, "the passage");
        }
        let Some((what, words)) = self.passage() else { return };
        let text = self.cited(&words, style);
        self.note_citation(&words, style);
        self.copy_and_show(text, what);
    }

    /// What is copied with a speaker's name is a citation, which may have to be put right some day.
    fn note_citation(&mut self, passage: &Passage, style: Citation) {
        if passage.said.is_some() && style != Citation::Words {
            self.cite();
        }
    }

    pub(super) fn copy_address(&mut self) {
        let of_article = || self.reader.article.as_ref().and_then(|article| article.url.clone());
        let url = if self.screen == Screen::Bookmarks { self.address_of_bookmark() } else { of_article() };
        if let Some(url) = url {
            self.copy_and_show(url, "the address");
        }
    }

    fn copy_and_show(&mut self, text: String, what: &str) {
        self.push(Overlay::Page(Page::of_text("Copied; Shift and the mouse select it too", &text)));
        self.copy(text, what);
    }

    fn cited(&self, passage: &Passage, style: Citation) -> String {
        let article = self.reader.article.as_deref();
        match (style, article) {
            (Citation::Plain, Some(article)) => citation::plain(article, passage),
            (Citation::Markdown, Some(article)) => citation::markdown(article, passage),
            _ => passage.words.clone(),
        }
    }

    /// What is copied where one is: the selection, the kept passage, the quote, the name, or the sentence.
    fn passage(&self) -> Option<(&'static str, Passage)> {
        let article = self.reader.article.as_deref()?;
        let text = &article.document.text;
        let quote = self.quotes.selected_quote().and_then(|quote| self.quotes.quotes().get(quote));
        let holds = |at: usize| quote.is_some_and(|quote| quote.holds(at));
        if let (Pane::Text | Pane::Quotes, None, Some(kept)) =
            (self.focus, self.reader.selection, self.kept_passage(article))
        {
            return Some(("the kept passage", kept));
        }
        match (self.focus, self.reader.selection, quote) {
            (Pane::Text, Some(span), _) => {
                // Of a selection it is known who says it where all of it is one quote's.
                let passage = Passage { words: span.of(text).replace('\n', " "), said: None };
                let inside = quote.filter(|_| holds(span.start) && holds(span.end.saturating_sub(1)));
                let said = inside.and_then(|quote| Passage::of_quote(quote, &article.document).said);
                Some(("the selection", Passage { said, ..passage }))
            }
            (Pane::Entities, ..) => self.name_passage(article),
            (_, _, Some(quote)) => Some(("the quote", Passage::of_quote(quote, &article.document))),
            _ => {
                let words = self.reader.sentence().of(text).replace('\n', " ");
                (!words.is_empty()).then_some(("the sentence", Passage { words, said: None }))
            }
        }
    }

    /// The passage that is kept here, unless the quote that one is at is less than that; what was kept right now is
    /// meant in any case.
    fn kept_passage(&self, article: &Article) -> Option<Passage> {
        let kept = self.bookmark_at_hand()?;
        let span = self.bookmarks.span_of(kept.id)?;
        let quote = self.quotes.selected_quote().and_then(|quote| self.quotes.quotes().get(quote));
        let quote = quote.filter(|quote| self.focus == Pane::Quotes || quote.holds(self.reader.cursor));
        let is_latest = self.focus == Pane::Text && self.bookmarks.is_latest(kept.id, self.reader.cursor);
        let is_less = |quote: &Quote| span.covers(quote.extent()) && (!is_latest || span == quote.extent());
        if quote.is_some_and(is_less) {
            return None;
        }
        let inside = quote.filter(|quote| quote.holds(span.start) && quote.holds(span.end.saturating_sub(1)));
        let said = inside.and_then(|quote| Passage::of_quote(quote, &article.document).said);
        Some(Passage { words: span.of(&article.document.text).replace('\n', " "), said })
    }

    /// A name, and what the text says someone is.
    fn name_passage(&self, article: &Article) -> Option<(&'static str, Passage)> {
        let entity = self.entities.entity(self.entities.selected_entity()?)?;
        let capacity = entity.capacity.map(|span| format!(", {}", article.document.slice(span).replace('\n', " ")));
        let words = format!("{}{}", entity.name, capacity.unwrap_or_default());
        Some(("the name", Passage { words, said: None }))
    }
}
