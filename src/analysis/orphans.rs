//! Quotations without a cue of their own: whose words they go on from, or who their sentence is about.

use super::agents::noun_phrase;
use super::attribution::Attribution;
use super::clauses::Clause;
use super::lexicon::Classes;
use super::phrases::phrase_after;
use super::prose::Place;
use super::quotes::{Draft, Gathering};
use super::scare::{is_title_or_term, is_utterance};
use crate::model::quote::{Certainty, QuoteKind, Rule};
use crate::text::span::TextSpan;

/// Fewer words in marks are a term, unless somebody is said to say them.
const FRAGMENT: usize = 4;

impl Gathering<'_> {
    /// Quotations without a cue of their own.
    pub fn gather_orphans(&mut self, clause: &Clause, before: Option<&Clause>, all: &[Attribution]) {
        let heading = self.prose.passages[clause.passage].place == Place::Heading;
        let whole = clause.is_all_speech();
        for (item, piece) in (0..clause.len()).filter_map(|item| clause.piece(item).map(|piece| (item, piece))) {
            if self.used[piece] {
                continue;
            }
            let title = super::scare::is_title_case(self.prose, &self.pieces[piece]);
            let alone = whole && !title && (clause.len() > 1 || is_utterance(clause, piece));
            let titled = heading && is_utterance(clause, piece) && clause.word(item + 1) == ":";
            let sentence = is_utterance(clause, piece) && super::scare::is_sentence(clause, piece);
            if alone || titled || sentence && !is_title_or_term(self.prose, &self.pieces[piece]) {
                self.used[piece] = true;
                self.orphan(clause, piece, before, all.is_empty() && whole);
            } else if !heading && self.is_fragment(clause, piece) {
                self.used[piece] = true;
                let spoken =
                    self.drafts.last().filter(|last| last.passage == clause.passage && clause_has(clause, last));
                let source = spoken.and_then(|last| last.source);
                let subject = source.or_else(|| subject(clause)).map(|span| (span, Certainty::Unsure));
                let inherits = self.current.filter(|_| subject.is_none()).map(|last| (last, Rule::SameParagraph));
                let content = vec![self.pieces[piece].span];
                self.push(Draft { subject, inherits, ..Draft::bare(QuoteKind::Mixed, content, clause.passage) });
            }
        }
    }

    /// Whether somebody's very words are woven into the sentence: too many for a term, no title.
    fn is_fragment(&self, clause: &Clause, piece: usize) -> bool {
        let words = self.prose.words_in(self.pieces[piece].span);
        let count = words.filter(|&word| self.prose.is_word(word)).count();
        count >= FRAGMENT
            && self.pieces[piece].closed
            && !is_title_or_term(self.prose, &self.pieces[piece])
            && !is_utterance(clause, piece)
    }

    fn orphan(&mut self, clause: &Clause, piece: usize, before: Option<&Clause>, joins: bool) {
        let span = self.pieces[piece].span;
        if self.pieces[piece].continues && self.current.is_none() {
            let base = Draft::bare(QuoteKind::Direct, Vec::new(), clause.passage);
            return self.push_direct(&[piece], base);
        }
        if let Some(current) = self.current {
            if joins
                && self.drafts[current].kind == QuoteKind::Direct
                && before.is_some_and(|before| before.passage == clause.passage)
            {
                self.drafts[current].content.push(span);
                return;
            }
            let inherits = Some((current, Rule::SameParagraph));
            return self.push(Draft { inherits, ..Draft::bare(QuoteKind::Direct, vec![span], clause.passage) });
        }
        let here = before.filter(|before| before.passage == clause.passage);
        let subject_here = here.and_then(subject).map(|span| (span, Certainty::Likely));
        let previous = self.drafts.iter().rposition(|draft| !draft.nested);
        let handed = before.is_some_and(|before| before.word(before.len().saturating_sub(1)) == ":");
        let follows = previous.filter(|&last| {
            subject_here.is_none()
                && !handed
                && here.is_none()
                && self.drafts[last].passage + 1 == clause.passage
                && self.prose.passages[self.drafts[last].passage].place == Place::Body
        });
        let inherits = follows.map(|last| (last, Rule::NextParagraph));
        let above =
            before.filter(|before| inherits.is_none() && self.prose.passages[before.passage].place == Place::Body);
        let subject = subject_here.or_else(|| {
            let doubt = if handed { Certainty::Likely } else { Certainty::Unsure };
            Some((above.and_then(subject)?, doubt))
        });
        self.push(Draft { inherits, subject, ..Draft::bare(QuoteKind::Direct, vec![span], clause.passage) });
    }

    /// A quotation that nothing introduces takes the speaker of the next one in its paragraph.
    pub fn inherit_forward(&mut self) {
        for index in 0..self.drafts.len() {
            let draft = &self.drafts[index];
            let open = draft.found.is_none() && draft.inherits.is_none() && draft.subject.is_none();
            let next = self
                .drafts
                .get(index + 1)
                .filter(|next| next.passage == draft.passage && next.source.is_some() && !next.nested);
            if open && next.is_some() {
                self.drafts[index].inherits = Some((index + 1, Rule::SameParagraph));
            }
        }
    }
}

/// The subject that a sentence begins with.
fn subject(clause: &Clause) -> Option<TextSpan> {
    let parsed = clause.grammar.as_ref().and_then(|grammar| grammar.agent(grammar.root()?));
    if let Some(phrase) = parsed.and_then(|head| noun_phrase(clause, 0, head)) {
        return Some(clause.hull(phrase));
    }
    let start = (0..clause.len().min(3))
        .find(|&item| !["but", "and", "then", "yet"].iter().any(|word| clause.is(item, word)))?;
    let adverbial = clause.classes(start).any(Classes::PREPOSITION);
    let comma = (start..clause.len().min(start + 10)).find(|&item| adverbial && clause.word(item) == ",");
    let phrase = phrase_after(clause, comma.map_or(start, |comma| comma + 1))?;
    // Without tags the phrase may hold the verb: it ends with its last name, role or pronoun.
    let noun = Classes::ROLE | Classes::PRONOUN | Classes::BODY;
    let last = phrase.clone().rev().find(|&item| clause.is_capital(item) || clause.classes(item).any(noun))?;
    Some(clause.hull(phrase.start..last + 1))
}

fn clause_has(clause: &Clause, draft: &Draft) -> bool {
    draft.cue.is_some_and(|cue| clause.hull(0..clause.len()).covers(cue))
}
