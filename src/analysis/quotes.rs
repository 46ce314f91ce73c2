//! What is said: quotations in speech marks, and reported speech, with the cue and the words of the source.

use super::attribution::{Attribution, attributions};
use super::clauses::Clause;
use super::content::{Content, content};
use super::indirect::reported;
use super::interview::{Turn, turns};
use super::lexicon::Classes;
use super::marks::Piece;
use super::prose::Prose;
use super::scare::{is_title_or_term, is_utterance};
use super::viable::only_listens;
use crate::model::quote::{Certainty, QuoteKind, Rule};
use crate::text::span::TextSpan;

/// A quote before its speaker is known.
#[derive(Debug, Clone)]
pub struct Draft {
    pub kind: QuoteKind,
    pub content: Vec<TextSpan>,
    pub cue: Option<TextSpan>,
    pub source: Option<TextSpan>,
    /// The rule that found the cue, and the side that the source stands on.
    pub found: Option<(Rule, Rule)>,
    pub passage: usize,
    /// The draft whose speaker goes on, and why.
    pub inherits: Option<(usize, Rule)>,
    /// The subject of the sentence before, where nothing nearer says who speaks.
    pub subject: Option<(TextSpan, Certainty)>,
    pub nested: bool,
}

/// All quotes in order of their starts. Linear time.
///
/// Sieves from the most precise to the loosest, after CoreNLP's quote attribution (Muzny et al. 2017): a cue
/// beside the words, a cue that reports a clause, the quotation before in the paragraph, a paragraph that is
/// all quotation.
pub fn drafts(prose: &Prose, pieces: &[Piece], clauses: &[Clause]) -> Vec<Draft> {
    let mut gathering =
        Gathering { prose, pieces, drafts: Vec::new(), current: None, used: vec![false; pieces.len()], taken: false };
    let turns = turns(prose);
    let mut passage = usize::MAX;
    for (index, clause) in clauses.iter().enumerate() {
        if clause.passage != passage {
            passage = clause.passage;
            gathering.open_passage(passage, turns.get(passage).copied().flatten());
        }
        let before = index.checked_sub(1).and_then(|before| clauses.get(before));
        let answer = matches!(turns.get(passage), Some(Some(Turn::Answer { .. })));
        gathering.read(clause, before.filter(|before| before.passage + 1 >= passage), answer);
    }
    gathering.inherit_forward();
    gathering.drafts
}

/// The quotes of a text while its clauses are read in order.
pub struct Gathering<'a> {
    pub prose: &'a Prose<'a>,
    pub pieces: &'a [Piece],
    pub drafts: Vec<Draft>,
    /// The last quote outside of others in this passage.
    pub current: Option<usize>,
    pub used: Vec<bool>,
    /// Whether words without marks run on to the end of the passage.
    taken: bool,
}

impl Gathering<'_> {
    fn open_passage(&mut self, passage: usize, turn: Option<Turn>) {
        (self.current, self.taken) = (None, false);
        let Some(Turn::Answer { label, content, goes_on }) = turn else { return };
        // A transcript that is quoted as a whole: the marks around a turn are no quote of their own.
        let first = self.pieces.partition_point(|piece| piece.passage < passage);
        if let Some(around) = self.pieces.get(first).filter(|piece| piece.span.start < content.start) {
            self.used[first] |= around.span.end + 1 >= content.end;
        }
        let before = self.drafts.iter().rposition(|draft| !draft.nested);
        if let (true, Some(before)) = (goes_on, before) {
            self.drafts[before].content.push(content);
            self.current = Some(before);
            return;
        }
        let found = Some((Rule::InterviewLabel, Rule::SubjectBefore));
        self.push(Draft { source: label, found, ..Draft::bare(QuoteKind::Direct, vec![content], passage) });
    }

    pub fn push(&mut self, draft: Draft) {
        if !draft.nested {
            self.current = Some(self.drafts.len());
        }
        self.drafts.push(draft);
    }

    fn read(&mut self, clause: &Clause, before: Option<&Clause>, answer: bool) {
        if self.taken || clause.within.is_some_and(|outer| !self.used[outer]) && !answer {
            return;
        }
        let inside = answer || clause.within.is_some();
        let all = attributions(clause);
        for order in 0..all.len() {
            self.attribute(clause, &all[order], content(clause, &all, order), inside);
        }
        if !inside {
            self.gather_orphans(clause, before, &all);
        }
    }

    fn attribute(&mut self, clause: &Clause, this: &Attribution, content: Content, inside: bool) {
        let source = this.source_span(clause).filter(|_| !only_listens(clause, this));
        let base = Draft {
            cue: this.cue_span(clause),
            source,
            found: Some((this.rule, this.side)),
            nested: inside,
            ..Draft::bare(QuoteKind::Direct, Vec::new(), clause.passage)
        };
        let speech: Vec<usize> = content.parts.iter().cloned().flat_map(|part| clause.pieces_in(part)).collect();
        if speech.iter().all(|piece| self.used[*piece] || is_title_or_term(self.prose, &self.pieces[*piece]))
            && !content.introduced
            || speech.is_empty()
        {
            if !inside {
                self.report(clause, this, &content, base);
            }
            return;
        }
        let direct = self.direct_pieces(clause, this, &content);
        if !direct.is_empty() {
            self.push_direct(&direct, base.clone());
        }
        let quoted = |&piece: &usize| !self.used[piece] && !is_title_or_term(self.prose, &self.pieces[piece]);
        let left: Vec<usize> = speech.into_iter().filter(quoted).collect();
        if left.is_empty() {
            return;
        }
        for &piece in &left {
            self.used[piece] = true;
        }
        let whole = reported(clause, this, &content).filter(|_| direct.is_empty());
        let spans = whole.unwrap_or_else(|| left.iter().map(|&piece| self.pieces[piece].span).collect());
        self.push(Draft { kind: QuoteKind::Mixed, content: spans, ..base });
    }

    fn report(&mut self, clause: &Clause, this: &Attribution, content: &Content, base: Draft) {
        let Some(mut spans) = reported(clause, this, content) else { return };
        let direct = content.runs_on && content.introduced;
        // Where marks follow, the words after a colon are no more than their sentence.
        let rest = clause.hull(0..clause.len()).end..self.prose.passages[clause.passage].span.end;
        let next = self.pieces.partition_point(|piece| piece.span.start < rest.start);
        let marked = self.pieces.get(next).is_some_and(|piece| piece.span.start < rest.end);
        if let (true, Some(span)) = (direct && !marked, spans.first_mut()) {
            span.end = self.prose.passages[clause.passage].span.end;
            spans.truncate(1);
            self.taken = true;
        }
        let kind = if direct { QuoteKind::Direct } else { QuoteKind::Indirect };
        self.push(Draft { kind, content: spans, ..base });
    }

    /// The pieces that are said as they stand: nothing but marks and punctuation in their part.
    fn direct_pieces(&self, clause: &Clause, this: &Attribution, content: &Content) -> Vec<usize> {
        let mut direct = Vec::new();
        for part in &content.parts {
            let words = part.clone().any(|item| clause.is_word(item));
            let behind = part.start >= this.unit.end;
            let first = clause.pieces_in(part.clone()).next();
            let small = first.is_some_and(|piece| !is_utterance(clause, piece));
            let about = this.classes.any(Classes::CUE_ABOUT) && !this.classes.any(Classes::CUE_DIRECT);
            let handed = content.introduced && part.start < part.end && clause.is_piece(part.start);
            let capital = !(behind && small && direct.is_empty());
            if !words && capital && !about {
                direct.extend(clause.pieces_in(part.clone()));
            } else if handed && capital && !about
                || !behind && this.cue.is_some() && !small && clause.is_piece(part.start)
            {
                let run =
                    part.clone().skip_while(|&item| !clause.is_piece(item)).take_while(|&item| !clause.is_word(item));
                direct.extend(run.filter_map(|item| clause.piece(item)));
            }
        }
        direct.retain(|piece| !self.used[*piece] && !super::scare::is_named_so(self.prose, &self.pieces[*piece]));
        direct
    }

    pub fn push_direct(&mut self, direct: &[usize], base: Draft) {
        let spans: Vec<TextSpan> = direct.iter().map(|piece| self.pieces[*piece].span).collect();
        for piece in direct {
            self.used[*piece] = true;
        }
        let last = self.drafts.iter().rposition(|draft| !draft.nested);
        if direct.first().is_some_and(|first| self.pieces[*first].continues)
            && let Some(last) = last.filter(|last| self.drafts[*last].kind == QuoteKind::Direct)
            && !self.is_of_another(&self.drafts[last], &base)
        {
            let draft = &mut self.drafts[last];
            draft.content.extend(spans);
            if draft.cue.is_none() {
                (draft.cue, draft.source, draft.found, draft.inherits) = (base.cue, base.source, base.found, None);
            }
            self.current = Some(last);
            return;
        }
        self.push(Draft { content: spans, ..base });
    }

    /// Whether both have a source, and the later one names somebody else.
    fn is_of_another(&self, earlier: &Draft, later: &Draft) -> bool {
        let (Some(before), Some(after)) = (earlier.source, later.source) else { return false };
        let names = |span: TextSpan| self.prose.words_in(span).filter(|&word| self.prose.is_capital(word));
        let known: Vec<&str> = names(before).map(|word| self.prose.word(word)).collect();
        names(after).next().is_some()
            && !known.is_empty()
            && !names(after).any(|word| known.contains(&self.prose.word(word)))
    }
}

impl Draft {
    pub fn bare(kind: QuoteKind, content: Vec<TextSpan>, passage: usize) -> Self {
        let (cue, source, found, inherits, subject) = (None, None, None, None, None);
        Self { kind, content, cue, source, found, passage, inherits, subject, nested: false }
    }
}
