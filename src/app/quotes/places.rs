//! Which quote is where: at a place of the text, after another one, in another analysis.

use super::QuotesPane;
use crate::actions::Direction;
use crate::model::quote::{Certainty, Quote};
use crate::text::span::TextSpan;

impl QuotesPane {
    /// The quote that holds the byte at `cursor`, or begins in its row.
    pub fn at(&self, cursor: usize, row: TextSpan) -> Option<usize> {
        let quotes = self.quotes();
        let exact = quotes.iter().position(|quote| quote.start() == cursor);
        let inside = || quotes.iter().rposition(|quote| quote.holds(cursor));
        let begins = || quotes.iter().position(|quote| row.contains(quote.start()));
        exact.or_else(inside).or_else(begins)
    }

    /// The next or previous quote that is shown after the byte at `cursor`, with its start; the next one is right there
    /// where one is at no quote yet.
    pub fn neighbour(&self, cursor: usize, direction: Direction) -> Option<(usize, usize)> {
        let starts = self.quotes().iter().map(Quote::start).enumerate();
        let mut starts = starts.filter(|(quote, _)| self.is_shown(*quote));
        match direction {
            Direction::On => {
                let first = if self.selected_quote().is_none() { cursor } else { cursor + 1 };
                starts.find(|(_, start)| *start >= first)
            }
            Direction::Back => starts.rfind(|(_, start)| *start < cursor),
        }
    }

    /// Notes that the quote which the reader is at was gone to, and not only read over.
    pub fn go_to(&mut self, start: usize) {
        self.gone_to = Some(start);
    }

    /// The cursor is somewhere else now: no quote is meant that was gone to before.
    pub fn moved_to(&mut self, cursor: usize) {
        self.gone_to = self.gone_to.filter(|start| *start == cursor);
    }

    /// The quote that was gone to, with the cursor still at its start.
    pub fn stood_on(&self, cursor: usize) -> Option<usize> {
        let is_there = |quote: &usize| self.quotes().get(*quote).is_some_and(|quote| quote.start() == cursor);
        self.selected_quote().filter(|_| self.gone_to == Some(cursor)).filter(is_there)
    }

    /// The quote that says all of a stretch of the text, the shortest one where there are several.
    pub fn saying(&self, span: TextSpan) -> Option<&Quote> {
        let last = span.end.saturating_sub(1).max(span.start);
        let all = self.quotes().iter().filter(|quote| quote.holds(span.start) && quote.holds(last));
        all.min_by_key(|quote| quote.extent().len())
    }

    /// The quote that is shown next to another one.
    pub fn beside(&self, quote: usize, direction: Direction) -> Option<usize> {
        match direction {
            Direction::On => (quote + 1..self.quotes().len()).find(|other| self.is_shown(*other)),
            Direction::Back => (0..quote).rev().find(|other| self.is_shown(*other)),
        }
    }

    /// The next quote of those `open` whose speaker is unsure, or only likely where no other is unsure; after the last
    /// one from the first again.
    pub fn next_unsure(&self, quote: usize, open: impl Fn(usize) -> bool) -> Option<usize> {
        let next = |certainty| {
            let mut others = (quote + 1..self.quotes().len()).chain(0..quote);
            others.find(|other| self.quotes()[*other].certainty == certainty && open(*other))
        };
        next(Certainty::Unsure).or_else(|| next(Certainty::Likely))
    }
}

/// Where each quote stands in another list: known by its words, or by where it begins.
pub(super) fn moved(before: &[Quote], after: &[Quote]) -> Vec<Option<usize>> {
    let place = |old: &Quote| {
        let same = after.iter().position(|new| new.content == old.content);
        same.or_else(|| after.iter().position(|new| new.start() == old.start()))
    };
    before.iter().map(place).collect()
}
