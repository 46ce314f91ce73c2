//! One open article, the paragraph and the quote that the reader is at, and the moves between them.

use crate::jobs::corrected::{as_found, corrected};
use crate::jobs::ingest;
use crate::model::analysis::Analysis;
use crate::model::article::{Article, Origin};
use crate::model::document::{Block, BlockKind, Document};
use crate::model::laying::{LaidOver, QuoteNote};
use crate::model::quote::Quote;
use crate::model::voice::{Voice, voices};
use crate::store::library::Library;
use crate::text::span::TextSpan;

use super::find::Search;
use super::passages;

/// An article with what was found in it, and where its reader is.
#[derive(Debug)]
pub struct Reading {
    pub origin: Origin,
    pub article: Article,
    pub analysis: Analysis,
    /// What the reader did about each quote, if anything.
    pub notes: Vec<QuoteNote>,
    pub voices: Vec<Voice>,
    /// The quote that was gone to, as long as the reader stays there.
    pub quote: Option<usize>,
    pub sought: Option<Search>,
    /// The place of each paragraph in the document's blocks.
    pub paragraphs: Vec<usize>,
    /// The current one, from 0.
    pub at: usize,
    /// Where words that somebody says begin or, in another block, go on: offset and quote.
    speech: Vec<(usize, usize)>,
}

impl Reading {
    /// Reads the article and finds who says what; a sentence where that can't be.
    ///
    /// Where the library can't be read, everything is as it was found.
    pub fn open(origin: &Origin, library: Option<&Library>) -> Result<Self, String> {
        let article = ingest::read(origin)?;
        let laid = corrected(library, origin, &article).unwrap_or_else(|_| as_found(&article));
        let LaidOver { analysis, quotes: notes, .. } = laid;
        let blocks = article.document.blocks.iter().enumerate();
        Ok(Self {
            origin: origin.clone(),
            voices: voices(&analysis.quotes, &article.document.text),
            quote: None,
            sought: None,
            paragraphs: blocks.filter(|(_, block)| block.is_body()).map(|(index, _)| index).collect(),
            at: 0,
            speech: speech(&article.document, &analysis.quotes),
            article,
            analysis,
            notes,
        })
    }

    /// Goes to a paragraph (from 0) and gives its words.
    pub fn go(&mut self, paragraph: usize) -> String {
        if self.paragraphs.is_empty() {
            return "There is no paragraph in this article.".to_owned();
        }
        let last = self.paragraphs.len() - 1;
        if paragraph > last {
            return format!("There is no paragraph {}; the last is {}.", paragraph.saturating_add(1), last + 1);
        }
        self.at = paragraph;
        self.quote = None;
        passages::paragraph(self, paragraph)
    }

    /// Goes to a quote and gives the words around it.
    pub fn go_to_quote(&mut self, index: usize) -> String {
        let Some(start) = self.analysis.quotes.get(index).map(Quote::start) else {
            return self.no_quote(index);
        };
        self.move_to(start);
        self.quote = Some(index);
        match self.article.document.block_at(start) {
            Some(block) if self.paragraphs.get(self.at) == Some(&block) => passages::paragraph(self, self.at),
            Some(block) => passages::block(self, block),
            None => self.no_quote(index),
        }
    }

    /// The sentence for a quote (from 0) that there is not.
    pub fn no_quote(&self, index: usize) -> String {
        match self.analysis.quotes.len() {
            0 => "No quotes were found in this article.".to_owned(),
            last => format!("There is no quote {}; the last is {last}.", index.saturating_add(1)),
        }
    }

    /// Makes the paragraph of the byte at `offset` the current one.
    pub fn move_to(&mut self, offset: usize) {
        self.quote = None;
        self.at = self.paragraph_of(offset);
    }

    /// Where the current paragraph begins; for the first one, where the article does.
    pub fn start(&self) -> usize {
        let block = self.paragraphs.get(self.at).and_then(|block| self.article.document.blocks.get(*block));
        block.filter(|_| self.at > 0).map_or(0, |block| block.span.start)
    }

    /// The block that holds the byte at `offset`.
    pub fn block(&self, offset: usize) -> Option<&Block> {
        self.article.document.blocks.get(self.article.document.block_at(offset)?)
    }

    /// Where the byte at `offset` stands, in words.
    pub fn place(&self, offset: usize) -> String {
        let near = format!("paragraph {}", self.paragraph_of(offset) + 1);
        let Some(block) = self.block(offset) else { return near };
        match block.kind {
            _ if block.is_body() => near,
            _ if block.aside.is_some() => format!("a line set aside near {near}"),
            BlockKind::Headline => "the headline".to_owned(),
            BlockKind::Standfirst => "the standfirst".to_owned(),
            BlockKind::Byline => "the byline".to_owned(),
            BlockKind::Dateline => "the date line".to_owned(),
            _ => format!("a {} near {near}", block.kind.name()),
        }
    }

    /// The paragraph (from 0) of the byte at `offset`: the one that holds it or stands last before it.
    fn paragraph_of(&self, offset: usize) -> usize {
        let block = self.article.document.block_at(offset).unwrap_or(0);
        self.paragraphs.partition_point(|paragraph| *paragraph <= block).saturating_sub(1)
    }

    /// The quotes that are heard in a stretch of text, with where their words begin or go on in it.
    pub fn speech(&self, span: TextSpan) -> &[(usize, usize)] {
        let first = self.speech.partition_point(|(offset, _)| *offset < span.start);
        let end = self.speech.partition_point(|(offset, _)| *offset < span.end);
        self.speech.get(first..end).unwrap_or_default()
    }
}

/// In order: the starts of all that is said, and the starts of the blocks that it goes on in.
fn speech(document: &Document, quotes: &[Quote]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (index, quote) in quotes.iter().enumerate() {
        for span in &quote.content {
            let first = document.block_at(span.start).unwrap_or(0);
            let blocks = document.blocks.iter().skip(first).take_while(|block| block.span.start < span.end);
            found.extend(blocks.map(|block| (block.span.start.max(span.start), index)));
        }
    }
    found.sort_unstable();
    found
}
