//! A kept passage as it is shown beside the list: in its paragraph, then and now.

use super::anchor::Anchor;
use super::bookmark::Bookmark;
use crate::text::span::TextSpan;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    pub of: Bookmark,
    /// As it stood in the text that it was made on.
    pub then: Scene,
    /// What it is in the article's latest text, where its words changed.
    pub now: Option<Now>,
}

/// A passage with the paragraphs that it stands in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scene {
    pub text: String,
    /// Bytes of that text.
    pub passage: TextSpan,
}

/// The words that a passage became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Now {
    /// The numbers of the article and of the text in the library.
    pub known: (i64, i64),
    pub anchor: Anchor,
    pub scene: Scene,
}

impl Scene {
    /// All paragraphs of a text that a span touches.
    pub fn of(text: &str, span: TextSpan) -> Self {
        let begins = text.get(..span.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
        let ends = text.get(span.end..).and_then(|after| after.find('\n')).map_or(text.len(), |at| span.end + at);
        let passage = TextSpan::new(span.start - begins, span.end - begins);
        Self { text: TextSpan::new(begins, ends).of(text).to_owned(), passage }
    }

    pub fn words(&self) -> &str {
        self.passage.of(&self.text)
    }
}
