//! Places in a text that may be a passage, each with how alike it is.

use std::ops::Range;

use memchr::memmem;

use super::Passage;
use super::context::{Agreement, first, in_common, last, likeness, settled};
use super::ground::Ground;
use super::rough::rough;
use crate::text::find::Folded;
use crate::text::span::TextSpan;

/// A passage with its typography folded, as the text is.
#[derive(Debug, Clone)]
pub struct Wanted {
    pub exact: String,
    pub prefix: String,
    pub suffix: String,
    /// The byte of the folded text where it began.
    pub near: usize,
}

/// A place that may be the passage.
#[derive(Debug, Clone, Copy)]
pub struct Candidate {
    /// Bytes of the folded text.
    pub span: TextSpan,
    /// How alike its words are, from 0 to 1.
    pub words: f64,
    /// Whether they are the very words.
    pub is_same: bool,
    pub agreement: Agreement,
}

/// Occurrences that are weighed to each side of the old place: a word that stands there more often is no mark.
const MOST: usize = 2000;

/// Occurrences whose surroundings are compared letter by letter.
const FINALISTS: usize = 24;

/// Code points beyond which likeness is told by words alone.
const LONG: usize = 2000;

impl Wanted {
    pub fn of(passage: Passage<'_>, near: usize) -> Self {
        let [exact, prefix, suffix] = [passage.exact, passage.prefix, passage.suffix].map(folded);
        Self { exact, prefix, suffix, near }
    }

    /// Other words at the same place, of whose surroundings nothing is known.
    pub fn alone(words: &str, near: usize) -> Self {
        Self { exact: folded(words), prefix: String::new(), suffix: String::new(), near }
    }
}

impl Candidate {
    /// Whether it is so much alike, with its surroundings on both sides, that others need not be looked for.
    pub fn is_clear(&self) -> bool {
        self.words >= CLEAR && self.agreement.before >= CLEAR && self.agreement.after >= CLEAR
    }

    /// How alike it is with its surroundings, from 0 to 1.
    pub fn score(&self) -> f64 {
        (3.0 * self.words + self.agreement.before + self.agreement.after) / 5.0
    }
}

pub fn folded(text: &str) -> String {
    Folded::typography(text).text().to_owned()
}

/// Where the very words stand, those with the best surroundings first, then the nearest.
pub fn same(ground: &Ground<'_>, wanted: &Wanted) -> Vec<Candidate> {
    let text = ground.folded.text();
    let mut places = occurrences(text, &wanted.exact, wanted.near);
    if places.len() > FINALISTS {
        places.sort_by_cached_key(|span| {
            let before = text.get(..span.start).unwrap_or_default().chars().rev();
            let after = text.get(span.end..).unwrap_or_default().chars();
            let agreed = in_common(before, wanted.prefix.chars().rev()) + in_common(after, wanted.suffix.chars());
            (std::cmp::Reverse(agreed), span.start.abs_diff(wanted.near))
        });
        places.truncate(FINALISTS);
    }
    let candidate = |span| {
        let agreement = Agreement::of(text, span, &wanted.prefix, &wanted.suffix);
        Candidate { span, words: 1.0, is_same: true, agreement }
    };
    let mut all: Vec<Candidate> = places.into_iter().map(candidate).collect();
    all.sort_by(|one, other| {
        let by_context = other.agreement.mean().total_cmp(&one.agreement.mean());
        by_context.then(one.span.start.abs_diff(wanted.near).cmp(&other.span.start.abs_diff(wanted.near)))
    });
    all
}

/// Every place where the words stand, up to 2000 to each side of a byte.
pub fn occurrences(text: &str, words: &str, near: usize) -> Vec<TextSpan> {
    if words.is_empty() {
        return Vec::new();
    }
    let (bytes, needle) = (text.as_bytes(), words.as_bytes());
    let near = near.min(bytes.len());
    let upto = (near + needle.len() - 1).min(bytes.len());
    let later = memmem::find_iter(bytes.get(near..).unwrap_or_default(), needle).map(|at| near + at).take(MOST);
    let earlier = memmem::rfind_iter(bytes.get(..upto).unwrap_or_default(), needle).take(MOST);
    later.chain(earlier).map(|at| TextSpan::new(at, at + needle.len())).collect()
}

/// Bytes to each side of the old place that are looked at first.
const NEARBY: usize = 6_000;

/// Where most of the words stand: the one place near the old one that is beyond doubt, else all that the text has.
pub fn alike(ground: &Ground<'_>, wanted: &Wanted) -> Vec<Candidate> {
    let mut near = nearby(ground, wanted);
    near.retain(Candidate::is_clear);
    if near.len() == 1 { near } else { alike_within(ground, wanted, whole(ground), ERRORS) }
}

/// Where most of the words stand, near the old place.
pub fn nearby(ground: &Ground<'_>, wanted: &Wanted) -> Vec<Candidate> {
    let reach = NEARBY + wanted.exact.len();
    alike_within(ground, wanted, wanted.near.saturating_sub(reach)..wanted.near + reach, ERRORS)
}

fn whole(ground: &Ground<'_>) -> Range<usize> {
    0..ground.folded.text().len()
}

/// The share of its words that may be missing, other or new where a passage is looked for, and where copies are.
const ERRORS: f64 = 0.62;
const COPY_ERRORS: f64 = 0.45;

/// How alike words and surroundings must be to be beyond doubt.
const CLEAR: f64 = 0.7;

fn alike_within(ground: &Ground<'_>, wanted: &Wanted, within: Range<usize>, errors: f64) -> Vec<Candidate> {
    let text = ground.folded.text();
    let Wanted { exact, prefix, suffix, .. } = wanted;
    let points = exact.chars().count();
    let candidate = |(guess, by_words): (TextSpan, f64)| {
        let span = settled(text, guess, (exact, prefix, suffix));
        let is_long = points.max(span.of(text).chars().count()) > LONG;
        let words = if is_long { by_words } else { likeness(span.of(text), exact) };
        Candidate { span, words, is_same: false, agreement: Agreement::of(text, span, prefix, suffix) }
    };
    rough(ground, exact, within, errors).into_iter().map(candidate).collect()
}

/// How alike a place must be to be a copy.
const COPY: f64 = 0.75;

/// Code points beside a few words that make a copy of them.
const BESIDE: usize = 12;

/// Whether there are fewer copies of a passage in a text than in the one that it is from; of its sentence, and of its
/// words with those beside them, where it is short.
pub fn are_fewer(before: &Ground<'_>, now: &Ground<'_>, passage: Passage<'_>, is_short: bool) -> bool {
    let wanted = Wanted::alone(passage.sentence.map_or(passage.exact, |(words, _)| words), 0);
    let Passage { exact, prefix, suffix, .. } = passage;
    let beside = [format!("{}{exact}", last(prefix, BESIDE)), format!("{exact}{}", first(suffix, BESIDE))]
        .map(|words| folded(&words));
    let close = |ground: &Ground<'_>| beside.each_ref().map(|words| occurrences(ground.folded.text(), words, 0).len());
    let ([left, right], [left_now, right_now]) = (close(before), close(now));
    let is_less = |before: usize, now: usize| before > now.max(1);
    (is_short && (is_less(left, left_now) || is_less(right, right_now))) || are_fewer_copies(before, now, &wanted)
}

/// One copy is the passage itself: the new text is searched only where there were more.
fn are_fewer_copies(before: &Ground<'_>, now: &Ground<'_>, wanted: &Wanted) -> bool {
    let count = copies(before, wanted);
    count > 1 && count > copies(now, wanted)
}

/// The places, apart from each other, that are the passage or nearly so.
fn copies(ground: &Ground<'_>, wanted: &Wanted) -> usize {
    let near = alike_within(ground, wanted, whole(ground), COPY_ERRORS);
    let all = same(ground, wanted).into_iter().chain(near);
    let mut apart: Vec<TextSpan> = Vec::new();
    for copy in all.filter(|copy| copy.words >= COPY) {
        if apart.iter().all(|other| !other.overlaps(copy.span)) {
            apart.push(copy.span);
        }
    }
    apart.len()
}
