//! What the keys do in the card of a name, and what the card says.

use super::App;
use super::lists::walked;
use super::overlay::Overlay;
use super::overlay::card::{Card, Occurrence};
use super::overlay::page::Line;
use super::quotes::Filter;
use super::strips::bar;
use crate::actions::{Action, Direction, Pane, Unit};
use crate::model::article::Article;
use crate::model::entity::{Entity, EntityId, EntityKind, Form, Mention};
use crate::model::quote::Certainty;
use crate::text::span::TextSpan;
use std::collections::BTreeMap;

/// Bytes shown before and after a mention.
const AROUND: usize = 60;

impl App {
    pub(super) fn show_card(&mut self) {
        let id = self.entities.selected_entity();
        let (Some(id), Some(article)) = (id, self.reader.article.clone()) else {
            return self.entities.toggle_group();
        };
        let Some(entity) = self.entities.entity(id).cloned() else { return };
        let mentions: Vec<Occurrence> =
            entity.mentions.iter().map(|mention| self.occurrence(&article, &entity, *mention)).collect();
        let here = self.reader.cursor;
        let selected = mentions.iter().position(|mention| mention.place >= here).unwrap_or(0);
        let about = self.about_name(&article, id, &entity);
        self.push(Overlay::Card(Card { id, name: entity.name, about, mentions, selected, top: 0, height: 0 }));
    }

    pub(super) fn perform_in_card(&mut self, action: Action) {
        let Some(Overlay::Card(card)) = self.overlays.last_mut() else { return };
        let step = |direction| Action::Move(Unit::Line, direction);
        match action {
            Action::Move(unit, direction) => {
                card.selected = walked(card.selected, card.mentions.len(), unit, direction, card.height.into());
            }
            Action::Next(direction) => self.perform_in_card(step(direction)),
            Action::Open => {
                let place = card.mentions.get(card.selected).map(|mention| mention.place);
                self.overlays.pop();
                self.entities.mark_selected();
                if let Some(place) = place {
                    self.reader.jump(place);
                    self.focus = Pane::Text;
                    self.follow_text();
                    self.say("The name is marked in the text; n goes to its next mention.");
                }
            }
            Action::MarkName => self.mark_name(),
            Action::Correct => self.show_corrections(),
            Action::NotOne => self.strike_name(),
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::Filter => {
                self.overlays.pop();
                self.filter_by_name();
            }
            Action::About => self.show_about(),
            Action::Browse => self.browse_article(),
            Action::Copy => self.copy_passage(),
            Action::CopyAs => self.show_copy_menu(),
            other => self.perform_in_any_overlay(other),
        }
    }

    /// Shows only the quotes of the selected name.
    pub(super) fn filter_by_name(&mut self) {
        let Some(id) = self.entities.selected_entity() else { return self.say("Choose a name first.") };
        match self.quotes.voices.iter().position(|voice| voice.entity() == Some(id)) {
            Some(voice) => self.filter_quotes(Filter::Voice(voice)),
            None => self.filter_quotes(Filter::Naming(id)),
        }
    }

    fn about_name(&self, article: &Article, id: EntityId, entity: &Entity) -> Vec<Line> {
        let count = entity.mentions.len();
        let mut lines = vec![Line::Words(format!(
            "{}, {count} {} here",
            capitalised(entity.kind.name()),
            if count == 1 { "mention" } else { "mentions" }
        ))];
        if let Some(value) = entity.value {
            let counted = if entity.kind == EntityKind::Date { ", by the article's date" } else { "" };
            lines.push(Line::Words(format!("= {value}{counted}")));
        }
        if let Some(capacity) = entity.capacity {
            let words = article.document.slice(capacity).replace('\n', " ");
            lines.push(Line::Words(format!("{words} (¶{})", self.reader.paragraph(capacity.start))));
        }
        lines.extend(self.corrections.told_of(id).map(Line::Words));
        let bars: String = self.entities.strip(id).iter().map(|height| bar(*height)).collect();
        lines.push(Line::Words(format!("start {bars} end")));
        lines.extend(self.forms(article, entity));
        lines.extend(self.quotes_of(article, id));
        lines.extend(self.company(article, id, entity));
        lines
    }

    /// How the name is called, how often, and by which rule another form was merged into it.
    fn forms(&self, article: &Article, entity: &Entity) -> Vec<Line> {
        let mut forms: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for mention in &entity.mentions {
            let words = match mention.form {
                Form::Pronoun => "he, she, they …".to_owned(),
                _ => article.document.slice(mention.span).replace('\n', " "),
            };
            forms.entry(words).or_default().push(self.reader.paragraph(mention.span.start));
        }
        let mut forms: Vec<(String, Vec<usize>)> = forms.into_iter().collect();
        forms.sort_by_key(|(_, paragraphs)| std::cmp::Reverse(paragraphs.len()));
        let row = |(words, mut paragraphs): (String, Vec<usize>)| {
            let alias = entity.aliases.iter().find(|alias| alias.form == words);
            let rule = alias.map(|alias| {
                let weak = if alias.certainty == Certainty::Certain { "" } else { " ~" };
                format!(" · {}{weak}", alias.rule.words())
            });
            let count = paragraphs.len();
            paragraphs.dedup();
            let places: Vec<String> = paragraphs.iter().take(6).map(|number| format!("¶{number}")).collect();
            let more = if paragraphs.len() > 6 { " …" } else { "" };
            Line::Words(format!("  {words} ×{count}  {}{more}{}", places.join(" "), rule.unwrap_or_default()))
        };
        [Line::Words(String::new()), Line::Head("Called here".to_owned())]
            .into_iter()
            .chain(forms.into_iter().map(row))
            .collect()
    }

    fn quotes_of(&self, article: &Article, id: EntityId) -> Vec<Line> {
        let quotes = self.quotes.quotes().iter();
        let own: Vec<Line> = quotes
            .filter(|quote| quote.speaker.as_ref().is_some_and(|speaker| speaker.entity == Some(id)))
            .map(|quote| {
                let words = quote.told(&article.document.text);
                Line::Words(format!("  ¶{} {}{words}", self.reader.paragraph(quote.start()), quote.certainty.mark()))
            })
            .collect();
        let head = if own.is_empty() { "Says nothing here".to_owned() } else { format!("Says {}", times(own.len())) };
        [Line::Words(String::new()), Line::Head(head)].into_iter().chain(own).collect()
    }

    /// The names in the same paragraphs.
    fn company(&self, article: &Article, id: EntityId, entity: &Entity) -> Vec<Line> {
        let blocks = |entity: &Entity| {
            let mut blocks: Vec<_> =
                entity.mentions.iter().filter_map(|mention| article.document.block_at(mention.span.start)).collect();
            blocks.dedup();
            blocks
        };
        let own = blocks(entity);
        let others =
            self.entities.all().iter().enumerate().filter(|(other, entity)| *other != id && !entity.kind.is_value());
        let mut met: Vec<(usize, &str)> = others
            .map(|(_, other)| (blocks(other).iter().filter(|block| own.contains(block)).count(), other.name.as_str()))
            .filter(|(count, _)| *count > 0)
            .collect();
        met.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        if met.is_empty() {
            return Vec::new();
        }
        let names = met.iter().take(6).map(|(count, name)| Line::Words(format!("  {name} ×{count}")));
        let head = [Line::Words(String::new()), Line::Head("In the same paragraphs".to_owned())];
        head.into_iter().chain(names).collect()
    }

    fn occurrence(&self, article: &Article, entity: &Entity, mention: Mention) -> Occurrence {
        let document = &article.document;
        let block = document.block_at(mention.span.start).and_then(|block| document.blocks.get(block));
        let block = block.map_or(mention.span, |block| block.span);
        let cut = |from: usize, to: usize| {
            let start = (from..=to).find(|at| document.text.is_char_boundary(*at)).unwrap_or(to);
            let end = (start..=to).rev().find(|at| document.text.is_char_boundary(*at)).unwrap_or(start);
            document.slice(TextSpan::new(start, end)).replace('\n', " ")
        };
        let (start, end) = (mention.span.start, mention.span.end);
        let words = document.slice(mention.span).replace('\n', " ");
        let weak = entity.aliases.iter().any(|alias| alias.form == words && alias.certainty != Certainty::Certain);
        Occurrence {
            place: start,
            paragraph: self.reader.paragraph(start),
            before: cut(block.start.max(start.saturating_sub(AROUND)), start),
            after: cut(end, block.end.min(end + AROUND * 2)),
            mark: if weak || mention.form != Form::Name { "~" } else { " " },
            words,
        }
    }

    pub(super) fn mark_name(&mut self) {
        if let Err(sentence) = self.entities.toggle_mark() {
            self.say(sentence);
        } else {
            self.found.clear();
        }
    }

    /// To the next or previous of what is gone through: what was found, or the marked names.
    pub(super) fn next_of_set(&mut self, direction: Direction) {
        if self.found.hits.is_empty() { self.jump_mention(direction) } else { self.next_hit(direction, true) }
    }
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// "once", "3 times".
pub fn times(count: usize) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        more => format!("{more} times"),
    }
}
