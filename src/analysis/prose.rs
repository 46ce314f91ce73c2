//! The article's own text, divided into passages, sentences and words.

use std::ops::Range;

use super::lexicon::{Classes, Lexicon};
use crate::model::document::{Block, BlockKind, Document, InlineKind};
use crate::text::sentences::sentences;
use crate::text::span::TextSpan;
use crate::text::tokens::{TokenKind, tokens};

/// What the annotators read: all spans are bytes of `text`, the document's own.
pub struct Prose<'d> {
    pub text: &'d str,
    pub words: Vec<Word>,
    pub passages: Vec<Passage>,
}

/// One token with the classes that the lexicon knows it by.
#[derive(Debug, Clone, Copy)]
pub struct Word {
    pub span: TextSpan,
    pub kind: TokenKind,
    pub classes: Classes,
    /// Whether a sentence begins here, so that a capital says nothing.
    pub opens: bool,
    /// Whether a sentence ends here.
    pub closes: bool,
}

/// One block of the article that may hold speech or names.
pub struct Passage {
    pub span: TextSpan,
    pub place: Place,
    /// Its words, as places in `Prose::words`.
    pub words: Range<usize>,
    /// The bold words that it begins with.
    pub strong: Option<TextSpan>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Headlines and headings: capitals mean little, marks stand alone.
    Heading,
    Body,
}

impl<'d> Prose<'d> {
    pub fn of(document: &'d Document) -> Self {
        let mut prose = Prose { text: &document.text, words: Vec::new(), passages: Vec::new() };
        for block in &document.blocks {
            if let Some(place) = place(block) {
                prose.add(document, block, place);
            }
        }
        prose
    }

    fn add(&mut self, document: &Document, block: &Block, place: Place) {
        let text = document.slice(block.span);
        let from = self.words.len();
        let lexicon = Lexicon::get();
        self.words.extend(tokens(text).iter().map(|token| Word {
            span: token.span.shifted(block.span.start),
            kind: token.kind,
            classes: lexicon.classes(token.span.of(text)),
            opens: false,
            closes: false,
        }));
        let words = from..self.words.len();
        self.set_bounds(words.clone(), text, block.span.start);
        self.passages.push(Passage { span: block.span, place, words, strong: strong(document, block.span) });
    }

    fn set_bounds(&mut self, words: Range<usize>, text: &str, origin: usize) {
        let mut at = words.start;
        for sentence in sentences(text) {
            let sentence = sentence.shifted(origin);
            let from = at;
            while at < words.end && self.words.get(at).is_some_and(|word| word.span.start < sentence.end) {
                at += 1;
            }
            let opening = (from..at).find(|&index| self.is_word(index) || self.words[index].kind == TokenKind::Number);
            if let Some(first) = opening {
                self.words[first].opens = true;
            }
            if at > from {
                self.words[at - 1].closes = true;
            }
        }
    }

    /// The characters of the word at `index`; nothing beyond the last.
    pub fn word(&self, index: usize) -> &'d str {
        self.words.get(index).map_or("", |word| word.span.of(self.text))
    }

    pub fn classes(&self, index: usize) -> Classes {
        self.words.get(index).map_or(Classes::default(), |word| word.classes)
    }

    pub fn is_word(&self, index: usize) -> bool {
        self.words.get(index).is_some_and(|word| word.kind == TokenKind::Word)
    }

    pub fn is_capital(&self, index: usize) -> bool {
        self.is_word(index) && self.word(index).starts_with(char::is_uppercase)
    }

    /// Whether the word at `index` is `word`, whatever its case.
    pub fn is(&self, index: usize, word: &str) -> bool {
        self.word(index).eq_ignore_ascii_case(word)
    }

    /// The words from `words.start` to `words.end` as one span.
    pub fn span(&self, words: Range<usize>) -> TextSpan {
        let start = self.words.get(words.start).map_or(self.text.len(), |word| word.span.start);
        let last = words.end.checked_sub(1).and_then(|last| self.words.get(last));
        TextSpan::new(start, last.map_or(start, |word| word.span.end))
    }

    /// The first word that ends after the byte at `offset`.
    pub fn word_at(&self, offset: usize) -> usize {
        self.words.partition_point(|word| word.span.end <= offset)
    }

    /// The words inside a span.
    pub fn words_in(&self, span: TextSpan) -> Range<usize> {
        let start = self.word_at(span.start);
        start..self.words.partition_point(|word| word.span.start < span.end).max(start)
    }

    /// The passage that holds the byte at `offset`, or that begins last before it.
    pub fn passage_at(&self, offset: usize) -> usize {
        self.passages.partition_point(|passage| passage.span.start <= offset).saturating_sub(1)
    }
}

fn place(block: &Block) -> Option<Place> {
    match block.kind {
        _ if block.aside.is_some() => None,
        BlockKind::Byline | BlockKind::Code | BlockKind::Table(_) => None,
        BlockKind::Headline | BlockKind::Heading(_) | BlockKind::Dateline => Some(Place::Heading),
        BlockKind::Standfirst | BlockKind::Paragraph | BlockKind::Quote | BlockKind::List(_) | BlockKind::Caption => {
            Some(Place::Body)
        }
    }
}

fn strong(document: &Document, block: TextSpan) -> Option<TextSpan> {
    let at = document.inlines.partition_point(|inline| inline.span.start < block.start);
    let inline = document.inlines.get(at)?;
    (inline.kind == InlineKind::Strong && inline.span.start == block.start && block.covers(inline.span))
        .then_some(inline.span)
}
