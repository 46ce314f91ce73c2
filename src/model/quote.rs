//! What somebody said, and the chain of evidence for who it was.

use super::entity::EntityId;
use crate::text::span::TextSpan;
use crate::text::tokens::{TokenKind, tokens};

/// One attribution (PARC 3.0, PolNeAR): content, cue and source as bytes of the document's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    pub kind: QuoteKind,
    /// What is said, speech marks included; more than one span where the cue interrupts it or it runs over
    /// paragraphs. In order, never empty, without overlap.
    pub content: Vec<TextSpan>,
    /// The verb of saying, or "according to".
    pub cue: Option<TextSpan>,
    /// The words that the quote is given to.
    pub source: Option<TextSpan>,
    /// The one they resolve to; none where nothing says.
    pub speaker: Option<Speaker>,
    /// The weakest step of the evidence.
    pub certainty: Certainty,
    /// The steps from the quote to its speaker, in order.
    pub evidence: Vec<Evidence>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuoteKind {
    /// All in speech marks.
    Direct,
    /// Reported, with these words in marks.
    Mixed,
    /// Reported, without marks.
    Indirect,
}

/// Who speaks.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Speaker {
    /// The entity's canonical name, or the source's own words ("a defence source").
    pub name: String,
    pub entity: Option<EntityId>,
    /// Whether the text gives a name; an unnamed source is never given one.
    pub named: bool,
}

/// How sure a finding is: shown as nothing, `~` and `?`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    Certain,
    Likely,
    Unsure,
}

/// One step of the reasoning that leads from a quote to its speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    pub role: Role,
    /// The words it rests on.
    pub span: Option<TextSpan>,
    pub rule: Rule,
    pub certainty: Certainty,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    Cue,
    Source,
    /// Words that name the source elsewhere.
    Antecedent,
    /// The quote whose speaker goes on.
    Inherited,
}

/// The rule a step was made by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rule {
    VerbOfSaying,
    AccordingTo,
    ForSomeone,
    Colon,
    Dash,
    InterviewLabel,
    SubjectBefore,
    SubjectAfter,
    NamedInFull,
    SameName,
    Surname,
    Acronym,
    PronounNearest,
    Description,
    DescriptionOnly,
    SameParagraph,
    NextParagraph,
    ReopenedMarks,
    NestedSpeech,
    SameWords,
    Nothing,
    /// The reader said so, here or in another article.
    Correction,
    EarlierCorrection,
    /// The reader said who speaks, or found it to be right.
    Reader,
}

impl QuoteKind {
    pub const ALL: [Self; 3] = [Self::Direct, Self::Mixed, Self::Indirect];

    /// The kind with this name, as `name` gives it.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    pub fn name(self) -> &'static str {
        match self {
            QuoteKind::Direct => "direct",
            QuoteKind::Mixed => "mixed",
            QuoteKind::Indirect => "indirect",
        }
    }
}

impl Certainty {
    pub const ALL: [Self; 3] = [Self::Certain, Self::Likely, Self::Unsure];

    /// The certainty with this name, as `name` gives it.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|certainty| certainty.name() == name)
    }

    pub fn name(self) -> &'static str {
        match self {
            Certainty::Certain => "certain",
            Certainty::Likely => "likely",
            Certainty::Unsure => "unsure",
        }
    }

    /// The mark that stands for it on the screen.
    pub fn mark(self) -> &'static str {
        match self {
            Certainty::Certain => " ",
            Certainty::Likely => "~",
            Certainty::Unsure => "?",
        }
    }
}

impl Role {
    pub fn name(self) -> &'static str {
        match self {
            Role::Cue => "cue",
            Role::Source => "source",
            Role::Antecedent => "antecedent",
            Role::Inherited => "inherited",
        }
    }
}

impl Rule {
    /// The rule in words for a reader.
    pub fn words(self) -> &'static str {
        match self {
            Rule::VerbOfSaying => "a verb of saying",
            Rule::AccordingTo => "names a source",
            Rule::ForSomeone => "says for whom it holds",
            Rule::Colon => "a name before a colon",
            Rule::Dash => "a name behind a dash",
            Rule::InterviewLabel => "the label of an answer",
            Rule::SubjectBefore => "before the verb",
            Rule::SubjectAfter => "after the verb",
            Rule::NamedInFull => "named in full",
            Rule::SameName => "the same name",
            Rule::Surname => "the surname",
            Rule::Acronym => "the short form",
            Rule::PronounNearest => "nearest person before",
            Rule::Description => "described so in the text",
            Rule::DescriptionOnly => "left unnamed",
            Rule::SameParagraph => "goes on in the same paragraph",
            Rule::NextParagraph => "goes on in the next paragraph",
            Rule::ReopenedMarks => "marks open again, none closed",
            Rule::NestedSpeech => "speech inside speech",
            Rule::SameWords => "the same words in the text",
            Rule::Nothing => "nothing says who",
            Rule::Correction => "your correction",
            Rule::EarlierCorrection => "as you corrected it before",
            Rule::Reader => "you said so",
        }
    }

    /// The rule's name in `show --json`.
    pub fn name(self) -> &'static str {
        match self {
            Rule::VerbOfSaying => "verb-of-saying",
            Rule::AccordingTo => "according-to",
            Rule::ForSomeone => "for-someone",
            Rule::Colon => "colon",
            Rule::Dash => "dash",
            Rule::InterviewLabel => "interview-label",
            Rule::SubjectBefore => "subject-before",
            Rule::SubjectAfter => "subject-after",
            Rule::NamedInFull => "named-in-full",
            Rule::SameName => "same-name",
            Rule::Surname => "surname",
            Rule::Acronym => "acronym",
            Rule::PronounNearest => "pronoun-nearest",
            Rule::Description => "description",
            Rule::DescriptionOnly => "description-only",
            Rule::SameParagraph => "same-paragraph",
            Rule::NextParagraph => "next-paragraph",
            Rule::ReopenedMarks => "reopened-marks",
            Rule::NestedSpeech => "nested-speech",
            Rule::SameWords => "same-words",
            Rule::Nothing => "nothing",
            Rule::Correction => "correction",
            Rule::EarlierCorrection => "earlier-correction",
            Rule::Reader => "reader",
        }
    }
}

impl Quote {
    /// From the first byte of its content to the last.
    pub fn extent(&self) -> TextSpan {
        let start = self.content.first().map_or(0, |span| span.start);
        TextSpan::new(start, self.content.last().map_or(start, |span| span.end))
    }

    /// Where its content begins, in bytes.
    pub fn start(&self) -> usize {
        self.extent().start
    }

    /// Whether the byte at `offset` is part of what is said.
    pub fn holds(&self, offset: usize) -> bool {
        self.content.iter().any(|span| span.contains(offset))
    }

    /// The parts of the content that stand in speech marks, marks included, in bytes; of a mixed quote these alone are
    /// somebody's very words. A mark without a partner marks nothing. Linear in the length of the content.
    pub fn marked(&self, text: &str) -> Vec<TextSpan> {
        self.content.iter().flat_map(|span| marked(text, *span)).collect()
    }

    /// The words, and before reported ones the verb that they were reported with: "denied: taking the boat" means
    /// something else without it.
    pub fn told(&self, text: &str) -> String {
        let verb = self.cue.filter(|cue| !cue.of(text).to_lowercase().starts_with("according"));
        match verb.filter(|_| self.kind != QuoteKind::Direct) {
            Some(cue) => format!("{}: {}", cue.of(text).replace('\n', " "), self.words(text)),
            None => self.words(text),
        }
    }

    /// The words that are said, with ` … ` where the cue stood between.
    pub fn words(&self, text: &str) -> String {
        let parts: Vec<&str> = self.content.iter().map(|span| span.of(text)).collect();
        parts.join(" … ").replace('\n', " ")
    }
}

/// Pairs the outermost speech marks within a span: an opening one stands before a word, a closing one behind.
fn marked(text: &str, span: TextSpan) -> Vec<TextSpan> {
    let words = span.of(text);
    let (mut parts, mut open) = (Vec::new(), None);
    let mut before = ' ';
    for token in tokens(words) {
        let after = words.get(token.span.end..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
        let mark = token.span.of(words);
        if token.kind == TokenKind::Mark {
            match open {
                None if before_word(before, after) => open = Some((token.span.start, closing(mark))),
                Some((start, closing)) if mark == closing && !after.is_alphanumeric() => {
                    parts.push(TextSpan::new(start, token.span.end).shifted(span.start));
                    open = None;
                }
                _ => {}
            }
        }
        before = words.get(..token.span.end).and_then(|read| read.chars().next_back()).unwrap_or(' ');
        before = if after.is_whitespace() { ' ' } else { before };
    }
    parts
}

fn before_word(before: char, after: char) -> bool {
    !before.is_alphanumeric() && !after.is_whitespace()
}

fn closing(mark: &str) -> &str {
    match mark {
        "“" => "”",
        "„" => "“",
        "‘" => "’",
        "‚" => "‘",
        "«" => "»",
        "‹" => "›",
        same => same,
    }
}
