//! The text of an article as one string, with its headings, paragraphs and lists as spans of it.

use crate::text::sentences::sentences;
use crate::text::span::TextSpan;

/// An article's text, normalised once by `extract` and never changed afterwards.
///
/// The text holds no control character but `\n`, no escape sequence and no bidirectional override. Blocks
/// stand in order, do not overlap, and are divided by one newline (the next block follows closely) or two
/// (a blank line stands between them); the text begins with the first block and ends with the last.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document {
    pub text: String,
    pub blocks: Vec<Block>,
    /// Links and emphasis inside blocks, in order of their starts.
    pub inlines: Vec<Inline>,
}

/// One heading, paragraph, list item, table …, as bytes of the document's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    pub kind: BlockKind,
    pub span: TextSpan,
    /// Set where the block is not part of the article: folded, never analysed, never deleted.
    pub aside: Option<Aside>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BlockKind {
    Headline,
    Standfirst,
    Byline,
    /// The line that says where and when: a place, a date, a time.
    Dateline,
    /// A section heading with its level, 1 to 6.
    Heading(u8),
    Paragraph,
    /// A paragraph of a block quote.
    Quote,
    List(ListItem),
    Table(Table),
    /// Lines to be shown as they are, divided by single newlines.
    Code,
    Caption,
}

/// One item of a list; its mark is drawn, it does not stand in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListItem {
    /// 0 for a list that stands in no other.
    pub depth: u8,
    /// The item's number in a numbered list.
    pub number: Option<u32>,
}

impl ListItem {
    /// The mark that is drawn before the item: its number, or a bullet.
    pub fn mark(&self) -> String {
        self.number.map_or_else(|| "•".to_owned(), |number| format!("{number}."))
    }
}

/// The cells of a table: rows divided by `\n` in the text, the cells of a row by ` | `.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    pub rows: Vec<Vec<TextSpan>>,
    /// Whether the first row names the columns.
    pub headed: bool,
}

/// Why a block was set aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aside {
    ReadingTime,
    Related,
    Newsletter,
    Comments,
    Credit,
    Sharing,
    Notice,
}

impl Aside {
    /// The words that stand for it in "3 lines set aside: newsletter, related links".
    pub fn words(self) -> &'static str {
        match self {
            Aside::ReadingTime => "reading time",
            Aside::Related => "related links",
            Aside::Newsletter => "newsletter",
            Aside::Comments => "comments",
            Aside::Credit => "credits",
            Aside::Sharing => "sharing",
            Aside::Notice => "site notice",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inline {
    pub span: TextSpan,
    pub kind: InlineKind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InlineKind {
    Emphasis,
    Strong,
    Code,
    /// A link with its address, made absolute where the page's own address is known.
    Link(String),
}

impl BlockKind {
    /// The name that `show --json` prints.
    pub fn name(&self) -> &'static str {
        match self {
            BlockKind::Headline => "headline",
            BlockKind::Standfirst => "standfirst",
            BlockKind::Byline => "byline",
            BlockKind::Dateline => "dateline",
            BlockKind::Heading(_) => "heading",
            BlockKind::Paragraph => "paragraph",
            BlockKind::Quote => "quote",
            BlockKind::List(_) => "list",
            BlockKind::Table(_) => "table",
            BlockKind::Code => "code",
            BlockKind::Caption => "caption",
        }
    }

    /// Whether a reader counts it as a paragraph (¶ numbers, `{` and `}`).
    pub fn is_prose(&self) -> bool {
        matches!(self, BlockKind::Paragraph | BlockKind::Quote | BlockKind::List(_))
    }
}

impl Document {
    /// The characters of a span.
    pub fn slice(&self, span: TextSpan) -> &str {
        span.of(&self.text)
    }

    /// The index of the block that holds the byte at `offset`, or that ends last before it.
    pub fn block_at(&self, offset: usize) -> Option<usize> {
        match self.blocks.partition_point(|block| block.span.start <= offset) {
            0 => None,
            after => Some(after - 1),
        }
    }

    /// The sentence that holds the byte at `offset`, without white space at its ends; all of the block where it has
    /// none.
    pub fn sentence_at(&self, offset: usize) -> TextSpan {
        let block = self.block_at(offset).and_then(|block| self.blocks.get(block));
        let block = block.map_or(TextSpan::default(), |block| block.span);
        let mut all = sentences(self.slice(block)).into_iter().map(|span| span.shifted(block.start));
        all.rfind(|span| span.start <= offset).unwrap_or(block).trimmed(&self.text)
    }

    /// The paragraph number (from 1) of the prose at `offset`, counting prose that is not set aside.
    pub fn paragraph_number(&self, offset: usize) -> usize {
        let upto = self.block_at(offset).map_or(0, |index| index + 1);
        self.blocks.iter().take(upto).filter(|block| block.is_body()).count().max(1)
    }

    /// Words of the article itself, divided by white space.
    pub fn word_count(&self) -> usize {
        let own = self.blocks.iter().filter(|block| block.aside.is_none());
        own.map(|block| self.slice(block.span).split_whitespace().count()).sum()
    }
}

impl Block {
    /// Whether it is prose of the article itself.
    pub fn is_body(&self) -> bool {
        self.aside.is_none() && self.kind.is_prose()
    }
}
