//! What the keys do in a menu, and the menus of filters and themes.

use super::App;
use super::lists::walked;
use super::overlay::Overlay;
use super::overlay::menu::{Choice, Chosen, Menu};
use super::overlay::prompt::Purpose;
use super::quotes::{Filter, Item};
use crate::actions::{Action, Pane};
use crate::model::quote::{Certainty, QuoteKind};

impl App {
    pub(super) fn perform_in_menu(&mut self, action: Action) {
        let Some(Overlay::Menu(menu)) = self.overlays.last_mut() else { return };
        match action {
            Action::Move(unit, direction) => {
                menu.selected = walked(menu.selected, menu.choices.len(), unit, direction, menu.height.into());
                self.try_on();
            }
            Action::Choose(index) if index < menu.choices.len() => {
                menu.selected = index;
                self.choose();
            }
            Action::Open => self.choose(),
            Action::Cancel | Action::Leave => {
                if let Some(theme) = menu.before.take() {
                    self.config.wear(&theme);
                }
                self.overlays.pop();
            }
            other => self.perform_in_any_overlay(other),
        }
    }

    /// Shows the screen in the selected theme.
    fn try_on(&mut self) {
        let Some(Overlay::Menu(menu)) = self.overlays.last() else { return };
        if let Some(Chosen::Theme(name)) = menu.choices.get(menu.selected).map(|choice| choice.what.clone()) {
            self.config.wear(&name);
        }
    }

    fn choose(&mut self) {
        self.try_on();
        let Some(Overlay::Menu(menu)) = self.overlays.pop() else { return };
        let Some(choice) = menu.choices.into_iter().nth(menu.selected) else { return };
        match choice.what {
            Chosen::Filter(filter) => self.filter_quotes(filter),
            Chosen::Unfilter => self.unfilter_quotes(),
            Chosen::CopyAs(style) => self.copy_as(style),
            Chosen::CopyAddress => self.copy_address(),
            Chosen::Theme(name) => self.keep_theme(name),
            Chosen::Correct(correction) => self.correct_name(correction),
            Chosen::SameAs(of) => self.show_others(of),
            Chosen::Rename(of) => self.prompt_for(Purpose::Rename(of)),
            Chosen::Rule(correction) => self.rule(*correction),
            Chosen::Bookmarks(pick) => self.pick(pick),
            Chosen::Colour(draft, colour) => self.take_colour(*draft, colour),
            Chosen::TypeSpeaker(asked, named) => self.prompt_for(Purpose::Speaker { asked, named }),
        }
    }

    /// Offers what the quotes can be narrowed to.
    pub(super) fn show_filters(&mut self) {
        let quotes = self.quotes.quotes();
        let mut choices = Vec::new();
        if !self.quotes.filters().is_empty() {
            choices.push(choice("All quotes", quotes.len(), Chosen::Unfilter));
        }
        let here = self.quotes.selected_item().and_then(|item| match item {
            Item::Voice(voice) => Some(voice),
            Item::Quote(quote) => self.quotes.voice_number(quote),
        });
        if let Some((voice, number)) = here.and_then(|number| Some((self.quotes.voices.get(number)?, number))) {
            let words = format!("Only {}", voice.label());
            choices.push(choice(&words, voice.quotes.len(), Chosen::Filter(Filter::Voice(number))));
        }
        for kind in [QuoteKind::Direct, QuoteKind::Mixed, QuoteKind::Indirect] {
            let count = quotes.iter().filter(|quote| quote.kind == kind).count();
            choices.push(choice(&format!("Only {}", kind.name()), count, Chosen::Filter(Filter::Kind(kind))));
        }
        for certainty in [Certainty::Certain, Certainty::Likely, Certainty::Unsure] {
            let count = quotes.iter().filter(|quote| quote.certainty == certainty).count();
            let words = format!("Only {} speakers", certainty.name());
            choices.push(choice(&words, count, Chosen::Filter(Filter::Certainty(certainty))));
        }
        let checked = self.corrections.checked();
        if checked > 0 {
            choices.push(choice("Only checked", checked, Chosen::Filter(Filter::Checked(true))));
            let open = quotes.len() - checked.min(quotes.len());
            choices.push(choice("Only not checked", open, Chosen::Filter(Filter::Checked(false))));
        }
        if let Some(entity) = self.entities.selected_entity().and_then(|id| Some((id, self.entities.entity(id)?))) {
            let words = format!("Only with {} in the words", entity.1.name);
            let detail = "the name chosen in the names".to_owned();
            choices.push(Choice { words, detail, what: Chosen::Filter(Filter::Naming(entity.0)) });
        }
        choices.retain(|choice| choice.detail != "0");
        match choices.is_empty() {
            true => self.say("There are no quotes to choose from."),
            false => self.push(Overlay::Menu(Menu::new("Show", choices))),
        }
    }

    /// Shows only the quotes that pass a filter.
    pub(super) fn filter_quotes(&mut self, filter: Filter) {
        self.quotes.add_filter(filter);
        self.focus_on(Pane::Quotes);
        self.say_filter();
    }

    fn unfilter_quotes(&mut self) {
        self.quotes.clear_filters();
        self.say_filter();
    }

    pub(super) fn say_filter(&mut self) {
        let (shown, all) = (self.quotes.shown(), self.quotes.quotes().len());
        match self.quotes.filters().is_empty() {
            true => self.say("All quotes shown."),
            false => self.say(&format!("{shown} of {all} quotes shown; Esc removes the filter.")),
        }
    }

    pub(super) fn show_themes(&mut self) {
        let names = self.config.theme_names();
        let choices: Vec<Choice> = names
            .map(|name| {
                let detail = match name {
                    "terminal" => "the terminal's own colours",
                    "dark" => "light on dark, a colour for each voice",
                    "light" => "dark on light, a colour for each voice",
                    "auto" => "dark or light, as the background is",
                    _ => "your own",
                };
                Choice { words: name.to_owned(), detail: detail.to_owned(), what: Chosen::Theme(name.to_owned()) }
            })
            .collect();
        let worn = self.config.worn().to_owned();
        let selected = choices.iter().position(|choice| choice.words == worn).unwrap_or(0);
        self.push(Overlay::Menu(Menu { selected, before: Some(worn), ..Menu::new("Colours", choices) }));
    }
}

fn choice(words: &str, count: usize, what: Chosen) -> Choice {
    Choice { words: words.to_owned(), detail: count.to_string(), what }
}
