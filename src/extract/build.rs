//! A document put together block by block; the one place where its invariants are made.

use crate::model::document::{Aside, Block, BlockKind, Document, Inline, InlineKind, Table};
use crate::text::span::TextSpan;

/// Collects blocks in order.
#[derive(Debug, Default)]
pub struct Builder {
    document: Document,
}

/// Text with marks on parts of it, in bytes of the text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rich {
    pub text: String,
    pub inlines: Vec<Inline>,
}

impl From<String> for Rich {
    fn from(text: String) -> Self {
        Self { text, inlines: Vec::new() }
    }
}

impl Rich {
    /// Adds text whose runs of white space become one space, none at the start.
    pub fn push(&mut self, text: &str) {
        for letter in text.chars() {
            let blank = matches!(letter, ' ' | '\n');
            if !blank {
                self.text.push(letter);
            } else if !self.text.is_empty() && !self.text.ends_with(' ') {
                self.text.push(' ');
            }
        }
    }

    /// Marks what was added since `start`.
    pub fn mark(&mut self, start: usize, kind: InlineKind) {
        let span = TextSpan::new(start, self.text.len()).trimmed(&self.text);
        if !span.is_empty() {
            self.inlines.push(Inline { span, kind });
        }
    }

    /// Without the space at its end.
    fn trimmed(mut self) -> Self {
        self.text.truncate(self.text.trim_end().len());
        let end = self.text.len();
        self.inlines.iter_mut().for_each(|inline| inline.span.end = inline.span.end.min(end));
        self.inlines.retain(|inline| inline.span.start < inline.span.end);
        self
    }
}

impl Builder {
    /// Adds a block of running text, unless it is empty.
    pub fn push(&mut self, kind: BlockKind, words: impl Into<Rich>, aside: Option<Aside>) {
        let words = words.into().trimmed();
        if words.text.is_empty() {
            return;
        }
        let start = self.begin(&kind);
        self.document.text.push_str(&words.text);
        let moved = |inline: Inline| Inline { span: inline.span.shifted(start), ..inline };
        self.document.inlines.extend(words.inlines.into_iter().map(moved));
        self.end(kind, start, aside);
    }

    /// Adds lines that are shown as they are.
    pub fn push_code(&mut self, lines: &str) {
        let lines = lines.trim_matches('\n').trim_end();
        if !lines.trim().is_empty() {
            let start = self.begin(&BlockKind::Code);
            self.document.text.push_str(lines);
            self.end(BlockKind::Code, start, None);
        }
    }

    /// Adds a table of these cells, unless all are empty.
    pub fn push_table(&mut self, cells: &[Vec<String>], headed: bool) {
        if cells.iter().flatten().all(String::is_empty) {
            return;
        }
        let start = self.begin(&BlockKind::Table(Table::default()));
        let text = &mut self.document.text;
        let mut rows = Vec::new();
        for row in cells.iter().filter(|row| !row.is_empty()) {
            if !rows.is_empty() {
                text.push('\n');
            }
            let mut spans = Vec::new();
            for cell in row {
                if !spans.is_empty() {
                    text.push_str(" | ");
                }
                let from = text.len();
                text.push_str(cell);
                spans.push(TextSpan::new(from, text.len()));
            }
            rows.push(spans);
        }
        self.end(BlockKind::Table(Table { rows, headed }), start, None);
    }

    pub fn is_empty(&self) -> bool {
        self.document.blocks.is_empty()
    }

    pub fn finish(mut self) -> Document {
        self.document.inlines.sort_by_key(|inline| inline.span.start);
        self.document
    }

    /// Divides a new block from the one before it; where it starts.
    fn begin(&mut self, kind: &BlockKind) -> usize {
        if let Some(last) = self.document.blocks.last() {
            self.document.text.push_str(if is_close(last, kind) { "\n" } else { "\n\n" });
        }
        self.document.text.len()
    }

    fn end(&mut self, kind: BlockKind, start: usize, aside: Option<Aside>) {
        let span = TextSpan::new(start, self.document.text.len());
        self.document.blocks.push(Block { kind, span, aside });
    }
}

/// Whether no blank line stands between two blocks: parts of the head, what follows a heading, items of a list.
fn is_close(last: &Block, next: &BlockKind) -> bool {
    let head = |kind: &BlockKind| matches!(kind, BlockKind::Headline | BlockKind::Byline | BlockKind::Dateline);
    match (&last.kind, next) {
        (BlockKind::Heading(_), BlockKind::Heading(_)) => false,
        (BlockKind::Heading(_), _) | (BlockKind::List(_), BlockKind::List(_)) => true,
        (one, BlockKind::Byline | BlockKind::Dateline) => last.aside.is_none() && head(one),
        _ => false,
    }
}
