//! The corrections of the article that is read: which hold, what they did, which are still to be kept.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::analysis::Analysis;
use crate::model::article::Origin;
use crate::model::correction::{Cited, Correction, Journal, NameCorrection, Step};
use crate::model::entity::EntityId;
use crate::model::laying::{LaidOver, Note, QuoteNote, laid_over};
use crate::model::quote::Quote;
use crate::model::tally::Tally;

#[derive(Debug, Default)]
pub struct Corrections {
    /// What the analysis found, without any correction.
    pub(super) found: Option<Arc<Analysis>>,
    journal: Journal,
    /// What other articles teach, as the library says.
    learnt: Vec<NameCorrection>,
    /// How often the program was right, as the library says.
    pub(super) tally: Tally,
    notes: Vec<Vec<Note>>,
    /// What the reader did about each quote; empty where nothing was done in the article.
    quotes: Vec<QuoteNote>,
    /// What was learnt to be no name, and is therefore not shown.
    left_out: Vec<NameCorrection>,
    /// What the library has not kept yet; the first ones were given to it.
    unkept: Vec<Step>,
    given: usize,
    /// Whether the library could not keep what it was given.
    is_lost: bool,
    /// Corrections of other articles of this run that no library holds.
    others: BTreeMap<Origin, (Journal, Vec<Step>)>,
}

impl Corrections {
    /// Goes from one article to another; what the library does not hold is held for the run.
    pub(super) fn leave(&mut self, left: Option<&Origin>, next: &Origin, is_known: bool) {
        let mut others = std::mem::take(&mut self.others);
        let unkept = std::mem::take(&mut self.unkept);
        let only_here = !is_known || self.is_lost;
        if let Some(left) = left.filter(|_| only_here && !self.journal.is_empty()) {
            others.insert(left.clone(), (std::mem::take(&mut self.journal), unkept));
        }
        let (journal, unkept) = others.remove(next).unwrap_or_default();
        let tally = std::mem::take(&mut self.tally);
        *self = Self { journal, unkept, others, tally, is_lost: self.is_lost, ..Self::default() };
    }

    /// The library says what it holds; what it was not given yet comes on top of that.
    pub(super) fn recalled(&mut self, held: Option<Journal>, learnt: Vec<NameCorrection>) {
        self.learnt = learnt;
        let Some(mut journal) = held else { return };
        self.unkept.iter().for_each(|step| journal.take(step));
        self.journal = journal;
    }

    pub(super) fn take(&mut self, step: Step) {
        self.journal.take(&step);
        self.unkept.push(step);
    }

    /// Whether a quote was not copied under this name before.
    pub(super) fn is_new(&self, cited: &Cited) -> bool {
        let mut same = self.journal.cited.iter().filter(|other| other.of == cited.of);
        same.next_back().is_none_or(|last| last.speaker != cited.speaker)
    }

    pub(super) fn last(&self) -> Option<&Correction> {
        self.journal.done.last()
    }

    pub(super) fn last_undone(&self) -> Option<&Correction> {
        self.journal.undone.last()
    }

    /// What the library is to keep now; nothing while it is at it.
    pub(super) fn give(&mut self) -> Option<Vec<Step>> {
        let give = self.given == 0 && !self.unkept.is_empty();
        give.then(|| {
            self.given = self.unkept.len();
            self.unkept.clone()
        })
    }

    /// What the library was not given yet, to be given to it before the article is left.
    pub(super) fn rest(&mut self) -> Vec<Step> {
        self.unkept.split_off(self.given.min(self.unkept.len()))
    }

    /// The library kept what it was given.
    pub(super) fn kept(&mut self) {
        self.unkept.drain(..self.given.min(self.unkept.len()));
        (self.given, self.is_lost) = (0, false);
    }

    /// The library can't keep anything: what it was given holds for the run, and is given again some time.
    pub(super) fn forgot(&mut self) {
        (self.given, self.is_lost) = (0, true);
    }

    pub(super) fn is_lost(&self) -> bool {
        self.is_lost
    }

    /// Lays what holds over what was found in `text`.
    pub(super) fn lay(&mut self, text: &str) -> Option<Arc<Analysis>> {
        let found = self.found.clone()?;
        let run = self.others.values().flat_map(|(journal, _)| &journal.done).filter_map(Correction::of_name);
        let run = run.filter(|correction| correction.teaches());
        let learnt: Vec<NameCorrection> = self.learnt.iter().chain(run).cloned().collect();
        if learnt.is_empty() && self.journal.done.is_empty() && self.journal.cited.is_empty() {
            (self.notes, self.quotes, self.left_out) = Default::default();
            return Some(found);
        }
        let LaidOver { analysis, notes, quotes, left_out } = laid_over(&found, text, &self.journal, &learnt);
        (self.notes, self.quotes, self.left_out) = (notes, quotes, left_out);
        Some(Arc::new(analysis))
    }

    /// What was put right about a name, in lines.
    pub fn told_of(&self, id: EntityId) -> impl Iterator<Item = String> {
        self.notes.get(id).into_iter().flatten().map(line)
    }

    pub fn is_corrected(&self, id: EntityId) -> bool {
        self.notes.get(id).is_some_and(|notes| !notes.is_empty())
    }

    /// What the reader did about a quote.
    pub fn of_quote(&self, index: usize) -> QuoteNote {
        self.quotes.get(index).cloned().unwrap_or_else(|| QuoteNote::of_found(index))
    }

    /// The quote as the program found it; nothing where the reader marked it.
    pub fn found_quote(&self, index: usize) -> Option<&Quote> {
        self.found.as_ref()?.quotes.get(self.of_quote(index).found?)
    }

    /// How many quotes the reader looked at and said what is right.
    pub fn checked(&self) -> usize {
        self.quotes.iter().filter(|note| note.is_checked()).count()
    }

    /// Which quotes those are.
    pub(super) fn checked_quotes(&self) -> BTreeSet<usize> {
        self.quotes.iter().enumerate().filter(|(_, note)| note.is_checked()).map(|(index, _)| index).collect()
    }

    /// All that is put right here, in lines.
    pub(super) fn told(&self) -> Vec<String> {
        let own = self.journal.done.iter().filter(|correction| correction.of_quote().is_none_or(|own| own.amends()));
        let own = own.map(|correction| format!("Your correction: {}", correction.words()));
        own.chain(self.taught().map(|correction| line(&Note { correction, learnt: true }))).collect()
    }

    /// What other articles taught, and what holds here by that.
    pub(super) fn taught(&self) -> impl Iterator<Item = NameCorrection> {
        let notes = self.notes.iter().flatten().filter(|note| note.learnt).map(|note| note.correction.clone());
        notes.chain(self.left_out.iter().cloned())
    }
}

fn line(note: &Note) -> String {
    let words = note.correction.words();
    if note.learnt { format!("As you corrected it before: {words}") } else { format!("Your correction: {words}") }
}
