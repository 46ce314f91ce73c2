//! Changes a marked text, and moves everything that is marked along with it.

use super::gold::{Gold, GoldEntity, GoldQuote, Points};

/// Other characters in place of a stretch; edits stand in order and do not overlap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    pub span: Points,
    pub new: Vec<char>,
}

impl Edit {
    pub fn new(span: Points, new: &str) -> Self {
        Self { span, new: new.chars().collect() }
    }
}

/// The text with the edits made.
pub fn edited(text: &[char], edits: &[Edit]) -> Vec<char> {
    let mut new = Vec::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        new.extend(text.get(at..edit.span.start).unwrap_or_default());
        new.extend(&edit.new);
        at = edit.span.end;
    }
    new.extend(text.get(at..).unwrap_or_default());
    new
}

/// The article with the edits made: quotes, sources, cues, mentions, marks and paragraphs stay on their words.
/// `rename` writes the names of speakers as they are called afterwards.
pub fn changed(gold: &Gold, edits: &[Edit], rename: impl Fn(&str) -> String) -> Gold {
    let places = Places::of(gold.text.len(), edits);
    let quote = |quote: &GoldQuote| GoldQuote {
        spans: places.all(&quote.spans),
        source: quote.source.as_ref().map(|points| places.moved(points)),
        cue: quote.cue.as_ref().map(|points| places.moved(points)),
        who: quote.who.as_deref().map(&rename),
        aliases: quote.aliases.iter().map(|name| rename(name)).collect(),
        fragments: places.all(&quote.fragments),
        ..*quote
    };
    let entity = |entity: &GoldEntity| GoldEntity {
        name: rename(&entity.name),
        mentions: entity.mentions.iter().map(|(span, form)| (places.moved(span), *form)).collect(),
        ..*entity
    };
    Gold {
        id: gold.id.clone(),
        text: edited(&gold.text, edits),
        quotes: gold.quotes.iter().map(quote).collect(),
        entities: gold.entities.iter().map(entity).collect(),
        not_quotes: places.all(&gold.not_quotes),
        mask: flags(&gold.mask, edits),
        breaks: flags(&gold.breaks, edits),
        ..*gold
    }
}

/// What new characters are: what stood in their place was.
fn flags(flags: &[bool], edits: &[Edit]) -> Vec<bool> {
    let mut new = Vec::with_capacity(flags.len());
    let mut at = 0;
    for edit in edits {
        new.extend(flags.get(at..edit.span.start).unwrap_or_default());
        let old = flags.get(edit.span.clone()).unwrap_or_default();
        new.extend(std::iter::repeat_n(old.contains(&true), edit.new.len()));
        at = edit.span.end;
    }
    new.extend(flags.get(at..).unwrap_or_default());
    new
}

/// Where each place of the old text is in the new one.
struct Places(Vec<usize>);

impl Places {
    fn of(length: usize, edits: &[Edit]) -> Self {
        let mut places = Vec::with_capacity(length + 1);
        let (mut at, mut new) = (0, 0);
        for edit in edits {
            places.extend((at..edit.span.start).map(|place| new + place - at));
            new += edit.span.start - at;
            places.extend((0..edit.span.len()).map(|step| new + step.min(edit.new.len())));
            new += edit.new.len();
            at = edit.span.end;
        }
        places.extend((at..=length).map(|place| new + place - at));
        Self(places)
    }

    fn moved(&self, points: &Points) -> Points {
        let at = |place: usize| self.0.get(place).or(self.0.last()).copied().unwrap_or_default();
        at(points.start)..at(points.end)
    }

    fn all(&self, spans: &[Points]) -> Vec<Points> {
        spans.iter().map(|points| self.moved(points)).collect()
    }
}
