//! What became of each marked piece of one article, and of each that was found.

use super::found::Found;
use super::gold::{Gold, GoldQuote, Points, WhoKind, Wording};
use super::names::{source_is_right, speaker_is_right};
use super::segments::{Letters, Segment, paired, segments};
use crate::model::quote::{Certainty, QuoteKind};

/// One article, measured.
#[derive(Debug, Clone, Default)]
pub struct Outcome {
    pub marked: Vec<MarkedPiece>,
    pub found: Vec<FoundPiece>,
}

#[derive(Debug, Clone)]
pub struct MarkedPiece {
    pub span: Points,
    pub quote: usize,
    pub kind: QuoteKind,
    pub wording: Wording,
    pub asked: bool,
    /// The found piece that is paired with it.
    pub of: Option<usize>,
    /// Whether the words given as source are right; nothing where none are marked.
    pub source: Option<bool>,
    /// Whether the speaker is right; nothing where none is marked.
    pub speaker: Option<bool>,
    pub who: Option<WhoKind>,
    pub stage: Stage,
}

#[derive(Debug, Clone)]
pub struct FoundPiece {
    pub span: Points,
    pub quote: usize,
    pub kind: QuoteKind,
    /// Whether it counts: what covers a belief neither helps nor hurts.
    pub counts: bool,
    pub of: Option<usize>,
    /// Whether it gives the words to somebody where the marks do too.
    pub given: bool,
    pub certainty: Certainty,
    /// The scorer's word for the speaker of a paired one.
    pub right: Option<bool>,
}

/// Where a quote went wrong first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stage {
    Right,
    Missed,
    /// Something was found there, and it shares less than half.
    Boundary,
    Cue,
    /// The speaker goes on from elsewhere, and it is another one.
    Inherited,
    Source,
    /// The right words, and somebody else is meant by them.
    Resolution,
}

impl Stage {
    pub const ALL: [Self; 7] =
        [Self::Right, Self::Missed, Self::Boundary, Self::Cue, Self::Inherited, Self::Source, Self::Resolution];

    pub fn words(self) -> &'static str {
        match self {
            Stage::Right => "found, right speaker",
            Stage::Missed => "missed",
            Stage::Boundary => "other boundary",
            Stage::Cue => "another cue",
            Stage::Inherited => "inherited wrongly",
            Stage::Source => "other source words",
            Stage::Resolution => "resolved wrongly",
        }
    }
}

/// Compares what was found with what is marked; in marks only where `quoted` says so.
pub fn outcome(gold: &Gold, found: &[Found], quoted: bool) -> Outcome {
    let letters = Letters::of(&gold.text);
    let quoted = quoted || gold.marked_only;
    let spans: Vec<&[Points]> = gold.quotes.iter().map(|quote| quote.spans.as_slice()).collect();
    let marked = segments(gold, &letters, &spans, quoted);
    let spans: Vec<&[Points]> = found.iter().map(|quote| quote.spans.as_slice()).collect();
    let pieces = segments(gold, &letters, &spans, quoted);
    let of = paired(&letters, &marked, &pieces);
    let judge = Judge { gold, found, pieces: &pieces };
    let marked: Vec<MarkedPiece> = marked.iter().zip(&of).map(|(segment, of)| judge.marked(segment, *of)).collect();
    let mut spare = vec![false; gold.text.len()];
    for points in marked.iter().filter(|piece| !piece.asked).map(|piece| piece.span.clone()) {
        points.filter(|at| gold.text[*at].is_alphanumeric()).for_each(|at| spare[at] = true);
    }
    let found = (0..pieces.len()).map(|at| judge.found(at, &letters, &marked, &spare)).collect();
    Outcome { marked, found }
}

struct Judge<'a> {
    gold: &'a Gold,
    found: &'a [Found],
    pieces: &'a [Segment],
}

impl Judge<'_> {
    fn marked(&self, segment: &Segment, of: Option<usize>) -> MarkedPiece {
        let quote = &self.gold.quotes[segment.quote];
        let found = of.map(|of| &self.found[self.pieces[of].quote]);
        let source =
            quote.source.as_ref().map(|source| found.is_some_and(|found| source_is_right(self.gold, source, found)));
        let who = quote.kind.filter(|_| quote.who.is_some());
        let speaker = who.map(|_| found.is_some_and(|found| speaker_is_right(self.gold, quote, found)));
        let stage = match found {
            Some(_) if speaker.or(source).unwrap_or(true) => Stage::Right,
            Some(found) => failed(quote, found, source),
            None if self.pieces.iter().any(|piece| overlap(&piece.span, &segment.span)) => Stage::Boundary,
            None => Stage::Missed,
        };
        let (wording, asked) = (quote.wording, quote.asked);
        let (span, kind, quote) = (segment.span.clone(), segment.kind, segment.quote);
        MarkedPiece { span, quote, kind, wording, asked, of, source, speaker, who, stage }
    }

    fn found(&self, at: usize, letters: &Letters, marked: &[MarkedPiece], spare: &[bool]) -> FoundPiece {
        let piece = &self.pieces[at];
        let quote = &self.found[piece.quote];
        let of = marked.iter().position(|marked| marked.of == Some(at));
        let pair = of.map(|of| &marked[of]);
        let covered = piece.span.clone().filter(|at| spare[*at]).count();
        let counts = pair.map_or(2 * covered < letters.within(&piece.span), |pair| pair.asked);
        // Where the marks name a speaker without words for it, the words found are nobody's fault.
        let silent = self.gold.pair && pair.is_some_and(|pair| self.gold.quotes[pair.quote].source.is_none());
        let right = pair.and_then(|pair| if self.gold.pair { pair.speaker.or(pair.source) } else { pair.source });
        FoundPiece {
            span: piece.span.clone(),
            quote: piece.quote,
            kind: piece.kind,
            counts,
            of,
            given: (quote.source.is_some() || quote.speaker.is_some()) && !silent,
            certainty: quote.certainty,
            right,
        }
    }
}

/// The first step that failed of a quote whose speaker is wrong.
fn failed(quote: &GoldQuote, found: &Found, source: Option<bool>) -> Stage {
    let cues = quote.cue.as_ref().zip(found.cue.as_ref());
    if cues.is_some_and(|(one, other)| !overlap(one, other)) {
        return Stage::Cue;
    }
    match source {
        _ if found.inherited => Stage::Inherited,
        Some(false) => Stage::Source,
        _ => Stage::Resolution,
    }
}

pub fn overlap(one: &Points, other: &Points) -> bool {
    one.start < other.end && other.start < one.end
}
