//! The quotes pane: voices and their quotes, which one is selected, and the lines that are shown.

mod filters;
mod places;

use std::collections::BTreeSet;
use std::sync::Arc;

use super::lists::walked;
use crate::actions::{Direction, Unit};
use crate::model::analysis::Analysis;
use crate::model::document::Document;
use crate::model::quote::Quote;
use crate::model::voice::{Voice, voices};
use crate::text::layout::wrapped;
pub use filters::Filter;
use places::moved;

/// Cells before the words of a quote that is shown whole.
pub const HANG: u16 = 7;
/// The most lines that the selected quote opens to.
const MOST_LINES: usize = 10;
/// The most rows of the card below the list.
const CARD: u16 = 6;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Grouping {
    /// Voices in the order of first speech.
    #[default]
    ByVoice,
    /// Voices, those who say most first.
    ByWords,
    /// No voices: the quotes as they stand in the text.
    InOrder,
}

/// A row of the list that can be selected: places in `voices`, in the analysis' quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    Voice(usize),
    Quote(usize),
}

/// One line of the list as it is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// The first line of an item.
    Head(usize),
    /// A further line of the selected quote's words.
    Words(usize, String),
}

#[derive(Debug, Default)]
pub struct QuotesPane {
    pub voices: Vec<Voice>,
    pub grouping: Grouping,
    pub items: Vec<Item>,
    pub selected: usize,
    pub lines: Vec<Line>,
    /// Whether every quote is shown with all of its words.
    pub all_open: bool,
    /// The first line shown.
    pub top: usize,
    /// Rows of the list, and of the card below it.
    pub list_height: u16,
    pub card_height: u16,
    filters: Vec<Filter>,
    folded: BTreeSet<usize>,
    /// The quotes that the reader looked at and said what is right.
    checked: BTreeSet<usize>,
    analysis: Arc<Analysis>,
    /// The voice of each quote.
    voice_of: Vec<usize>,
    /// The quote that the reader is at, folded away or not.
    current: Option<usize>,
    /// The start of a quote that was gone to: while the cursor is there, the quote itself is meant.
    gone_to: Option<usize>,
}

impl QuotesPane {
    /// Takes up an analysis: a first one, or another one of the same text, in which what was selected, folded and
    /// filtered stays so, and which quotes are checked. Where each quote of the one before stands in it.
    pub fn fill(
        &mut self,
        analysis: &Arc<Analysis>,
        document: &Document,
        checked: BTreeSet<usize>,
    ) -> Vec<Option<usize>> {
        self.checked = checked;
        let before = std::mem::replace(&mut self.analysis, analysis.clone());
        let moved = moved(&before.quotes, &analysis.quotes);
        let now = |quote: usize| moved.get(quote).copied().flatten();
        // A voice is known again by the first of its quotes that is still there.
        let first = |voice: usize| self.voices.get(voice)?.quotes.iter().find_map(|quote| now(*quote));
        let folded: Vec<usize> = self.folded.iter().filter_map(|voice| first(*voice)).collect();
        let selected = match self.selected_item() {
            Some(Item::Voice(voice)) => first(voice),
            _ => None,
        };
        let chosen = match self.selected_item() {
            Some(Item::Quote(quote)) => now(quote),
            _ => None,
        };
        self.current = self.current.and_then(now);
        let filters = self.filters_at(&before, first);
        self.voices = voices(&analysis.quotes, &document.text);
        self.voice_of = vec![0; analysis.quotes.len()];
        for (voice, quotes) in self.voices.iter().map(|voice| &voice.quotes).enumerate() {
            quotes.iter().for_each(|quote| self.voice_of[*quote] = voice);
        }
        self.folded = folded.into_iter().filter_map(|quote| self.voice_number(quote)).collect();
        self.filters = filters.into_iter().filter_map(|(filter, at)| self.moved(filter, at)).collect();
        self.list();
        if let Some(voice) = selected.and_then(|quote| self.voice_number(quote)) {
            self.selected = self.items.iter().position(|item| *item == Item::Voice(voice)).unwrap_or(self.selected);
        }
        if let Some(quote) = chosen {
            self.selected = self.items.iter().position(|item| *item == Item::Quote(quote)).unwrap_or(self.selected);
        }
        moved
    }

    /// Leaves the article, keeping how its quotes are grouped.
    pub fn leave(&mut self) {
        *self = Self { grouping: self.grouping, ..Self::default() };
    }

    pub fn is_empty(&self) -> bool {
        self.analysis.quotes.is_empty()
    }

    pub fn quotes(&self) -> &[Quote] {
        &self.analysis.quotes
    }

    /// The voice that says a quote.
    pub fn voice_of(&self, quote: usize) -> Option<&Voice> {
        self.voices.get(*self.voice_of.get(quote)?)
    }

    /// The place of the voice that says a quote.
    pub fn voice_number(&self, quote: usize) -> Option<usize> {
        self.voice_of.get(quote).copied()
    }

    /// Selects the item shown in a row of the list; a voice that is selected already is folded or unfolded. Whether a
    /// quote was selected already, none where no quote is.
    pub fn press(&mut self, row: usize) -> Option<bool> {
        let item = self.lines.get(self.top + row).map(Line::item)?;
        let again = item == self.selected;
        self.selected = item;
        match self.selected_item() {
            Some(Item::Voice(voice)) if again => {
                if !self.folded.remove(&voice) {
                    self.folded.insert(voice);
                }
                self.list();
            }
            _ => {}
        }
        self.adopt();
        self.current.map(|_| again)
    }

    pub fn selected_item(&self) -> Option<Item> {
        self.items.get(self.selected).copied()
    }

    /// Turns from the head of a voice to its first quote that is shown, unfolding it; what else is selected stays.
    pub fn enter(&mut self) {
        let Some(Item::Voice(voice)) = self.selected_item() else { return };
        if self.folded.remove(&voice) {
            self.list();
        }
        self.selected = (self.selected + 1).min(self.items.len().saturating_sub(1));
        self.adopt();
    }

    /// The quote that the reader is at: selected in the list, or where the cursor stands in the text.
    pub fn selected_quote(&self) -> Option<usize> {
        self.current
    }

    /// Where the selected item is in the text.
    pub fn place_in_text(&self) -> Option<usize> {
        match self.selected_item()? {
            Item::Quote(quote) => Some(self.quotes().get(quote)?.start()),
            Item::Voice(_) => None,
        }
    }

    /// Selects what the text is at; outside quotes the list stays as it is.
    pub fn follow(&mut self, quote: Option<usize>) {
        match quote {
            Some(quote) => self.select_quote(quote),
            None => self.current = None,
        }
    }

    /// Selects a quote, or its voice where that is folded.
    pub fn select_quote(&mut self, quote: usize) {
        self.current = Some(quote);
        let voice = self.voice_of.get(quote).copied();
        let own = self.items.iter().position(|item| *item == Item::Quote(quote));
        let head = || self.items.iter().position(|item| voice.is_some_and(|voice| *item == Item::Voice(voice)));
        if let Some(index) = own.or_else(head) {
            self.selected = index;
        }
    }

    pub fn walk(&mut self, unit: Unit, direction: Direction) {
        self.selected = walked(self.selected, self.items.len(), unit, direction, self.list_height.into());
        self.adopt();
    }

    pub fn unfold(&mut self) {
        if let Some(Item::Voice(voice)) = self.selected_item() {
            if self.folded.remove(&voice) {
                self.list();
            } else {
                self.walk(Unit::Line, Direction::On);
            }
        }
    }

    pub fn fold(&mut self) {
        if self.grouping == Grouping::InOrder {
            return;
        }
        let head = match self.selected_item() {
            Some(Item::Voice(voice)) => {
                self.folded.insert(voice);
                voice
            }
            Some(Item::Quote(quote)) => self.voice_of[quote],
            None => return,
        };
        self.list();
        self.selected = self.items.iter().position(|item| *item == Item::Voice(head)).unwrap_or(0);
        self.current = None;
    }

    pub fn is_folded(&self, voice: usize) -> bool {
        self.folded.contains(&voice)
    }

    /// The next way of grouping; the words for it.
    pub fn regroup(&mut self) -> &'static str {
        let (grouping, words) = match self.grouping {
            Grouping::ByVoice => (Grouping::ByWords, "Order: who says most first"),
            Grouping::ByWords => (Grouping::InOrder, "Order: as in the text"),
            Grouping::InOrder => (Grouping::ByVoice, "Order: voices as they first speak"),
        };
        self.grouping = grouping;
        let quote = self.current;
        self.list();
        self.selected = 0;
        self.follow(quote);
        words
    }

    /// Takes the selected item of the list for where the reader is.
    pub fn adopt(&mut self) {
        self.current = self.selected_item().and_then(|item| match item {
            Item::Quote(quote) => Some(quote),
            Item::Voice(_) => None,
        });
    }

    /// Makes the list anew, the selected item staying selected where it is still there.
    fn list(&mut self) {
        let kept = self.selected_item();
        self.items = match self.grouping {
            Grouping::InOrder => {
                (0..self.quotes().len()).filter(|quote| self.is_shown(*quote)).map(Item::Quote).collect()
            }
            Grouping::ByVoice | Grouping::ByWords => {
                let mut order: Vec<usize> = (0..self.voices.len()).collect();
                if self.grouping == Grouping::ByWords {
                    order.sort_by_key(|voice| {
                        (self.voices[*voice].speaker.is_none(), std::cmp::Reverse(self.voices[*voice].words))
                    });
                }
                let of_voice = |voice: usize| {
                    let folded = self.folded.contains(&voice);
                    let shown = self.voices[voice].quotes.iter().filter(|quote| self.is_shown(**quote));
                    let mut items: Vec<Item> = shown.map(|quote| Item::Quote(*quote)).collect();
                    if !items.is_empty() {
                        items.insert(0, Item::Voice(voice));
                        items.truncate(if folded { 1 } else { items.len() });
                    }
                    items
                };
                order.into_iter().flat_map(of_voice).collect()
            }
        };
        let place = kept.and_then(|kept| self.items.iter().position(|item| *item == kept));
        self.selected = place.unwrap_or(self.selected).min(self.items.len().saturating_sub(1));
    }

    /// Rows that the pane can fill: the list with one quote open, and the card.
    pub fn height(&self) -> u16 {
        let rows = self.items.len() + 5 + usize::from(CARD);
        u16::try_from(rows).unwrap_or(u16::MAX - 2)
    }

    /// Lays the lines out in a pane of this size, with a card of the selected item below them.
    pub fn arrange(&mut self, text: &str, width: u16, height: u16, with_card: bool) {
        self.card_height = if height >= 12 && with_card { (height / 4).clamp(CARD, CARD * 2) } else { 0 };
        let header = u16::from(self.grouping != Grouping::InOrder && height > 3 && !self.is_empty());
        self.list_height = height - self.card_height - header;
        // All quotes open to their words where there is room for that, else the selected one.
        self.all_open = self.items.len() <= self.list_height.into();
        self.lines = self.laid(text, width);
        if self.all_open && self.lines.len() > self.list_height.into() {
            self.all_open = false;
            self.lines = self.laid(text, width);
        }
        let first = self.lines.iter().position(|line| *line == Line::Head(self.selected)).unwrap_or(0);
        let after = self.lines.iter().rposition(|line| line.item() == self.selected).unwrap_or(first);
        let shown = usize::from(self.list_height);
        self.top = self.top.max((after + 1).saturating_sub(shown)).min(first);
        self.top = self.top.min(self.lines.len().saturating_sub(shown));
        // The voice of the selected quote stays in sight where there is room for both.
        if let Some(head) = self.head_line().filter(|head| after + 1 - head <= shown) {
            self.top = self.top.min(head);
        }
    }

    /// The line of the voice that the selected item belongs to.
    fn head_line(&self) -> Option<usize> {
        let head = (0..=self.selected).rev().find(|item| matches!(self.items.get(*item), Some(Item::Voice(_))))?;
        self.lines.iter().position(|line| *line == Line::Head(head))
    }

    fn laid(&self, text: &str, width: u16) -> Vec<Line> {
        (0..self.items.len()).flat_map(|index| self.lines_of(text, index, width)).collect()
    }

    fn lines_of(&self, text: &str, index: usize, width: u16) -> Vec<Line> {
        let mut lines = vec![Line::Head(index)];
        if let (Item::Quote(quote), true) = (self.items[index], self.all_open || index == self.selected) {
            let words = self.quotes().get(quote).map(|quote| quote.words(text)).unwrap_or_default();
            let wrapped = wrapped(&words, width.saturating_sub(HANG + 1).into());
            lines.extend(wrapped.into_iter().take(MOST_LINES).map(|words| Line::Words(index, words)));
        }
        lines
    }
}

impl Line {
    /// The item that the line belongs to.
    pub fn item(&self) -> usize {
        match self {
            Line::Head(item) | Line::Words(item, _) => *item,
        }
    }
}
