//! An article as one JSON object, schema `pullquote/article/1`.

use serde::Serialize;

use crate::model::analysis::Analysis;
use crate::model::article::Article;
use crate::model::document::{Block, InlineKind};
use crate::model::entity::{Entity, EntityId};
use crate::model::quote::{Evidence, Quote, Speaker};
use crate::model::value::Value;
use crate::text::points::CodePoints;
use crate::text::span::TextSpan;

/// The name of the shape that is written; another number means another shape.
pub const SCHEMA: &str = "pullquote/article/1";

#[derive(Serialize)]
struct ArticleOut<'a> {
    schema: &'static str,
    file: &'a str,
    title: Option<&'a str>,
    byline: Option<&'a str>,
    date: Option<String>,
    modified: Option<String>,
    publisher: Option<&'a str>,
    url: Option<&'a str>,
    language: Option<&'a str>,
    /// Whether the text reads as English, which quotes and names are found for.
    english: bool,
    text: &'a str,
    blocks: Vec<BlockOut>,
    links: Vec<LinkOut<'a>>,
    quotes: Vec<QuoteOut<'a>>,
    entities: Vec<EntityOut<'a>>,
}

#[derive(Serialize)]
struct BlockOut {
    kind: &'static str,
    start: usize,
    end: usize,
    aside: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'static str>,
}

#[derive(Serialize)]
struct LinkOut<'a> {
    start: usize,
    end: usize,
    url: &'a str,
}

#[derive(Serialize)]
struct Words<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

#[derive(Serialize)]
struct QuoteOut<'a> {
    kind: &'static str,
    spans: Vec<[usize; 2]>,
    text: String,
    cue: Option<Words<'a>>,
    source: Option<Words<'a>>,
    speaker: Option<SpeakerOut<'a>>,
    certainty: &'static str,
    evidence: Vec<EvidenceOut<'a>>,
}

#[derive(Serialize)]
struct SpeakerOut<'a> {
    name: &'a str,
    entity: Option<EntityId>,
    named: bool,
}

#[derive(Serialize)]
struct EvidenceOut<'a> {
    role: &'static str,
    words: Option<Words<'a>>,
    rule: &'static str,
    certainty: &'static str,
}

#[derive(Serialize)]
struct EntityOut<'a> {
    id: EntityId,
    kind: &'static str,
    name: &'a str,
    capacity: Option<Words<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<ValueOut>,
    mentions: Vec<MentionOut<'a>>,
    aliases: Vec<AliasOut<'a>>,
}

/// Numbers are written as strings, since JSON's own would round them.
#[derive(Serialize)]
#[serde(untagged)]
enum ValueOut {
    Plain(String),
    Money { amount: String, currency: &'static str },
}

#[derive(Serialize)]
struct MentionOut<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    form: &'static str,
}

#[derive(Serialize)]
struct AliasOut<'a> {
    form: &'a str,
    rule: &'static str,
    certainty: &'static str,
}

/// The object, without a line end; every offset counts Unicode code points of its own `text`.
pub fn article(file: &str, article: &Article, analysis: &Analysis) -> serde_json::Result<String> {
    let out = Out { text: &article.document.text, points: CodePoints::of(&article.document.text) };
    let links = article.document.inlines.iter().filter_map(|inline| match &inline.kind {
        InlineKind::Link(url) => Some(LinkOut { start: out.at(inline.span.start), end: out.at(inline.span.end), url }),
        _ => None,
    });
    let object = serde_json::to_string(&ArticleOut {
        schema: SCHEMA,
        file,
        title: article.headline.as_deref(),
        byline: article.byline.as_deref(),
        date: article.published.map(|date| date.to_string()),
        modified: article.modified.map(|date| date.to_string()),
        publisher: article.publisher.as_deref(),
        url: article.url.as_deref(),
        language: article.language.as_deref(),
        english: !analysis.foreign,
        text: out.text,
        blocks: article.document.blocks.iter().map(|block| out.block(block)).collect(),
        links: links.collect(),
        quotes: analysis.quotes.iter().map(|quote| out.quote(quote)).collect(),
        entities: analysis.entities.iter().enumerate().map(|(id, entity)| out.entity(id, entity)).collect(),
    });
    object.map(|object| escaped(&object))
}

/// JSON lets DEL, C1 controls and bidirectional marks (of a file's name, say) stand as they are; a terminal that
/// it is printed on would obey them.
fn escaped(object: &str) -> String {
    let drives = |letter: char| matches!(letter, '\u{7f}'..='\u{9f}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if !object.chars().any(drives) {
        return object.to_owned();
    }
    let escape =
        |letter: char| if drives(letter) { format!("\\u{:04x}", u32::from(letter)) } else { letter.to_string() };
    object.chars().map(escape).collect()
}

struct Out<'a> {
    text: &'a str,
    points: CodePoints<'a>,
}

impl<'a> Out<'a> {
    fn at(&self, offset: usize) -> usize {
        self.points.before(offset)
    }

    fn words(&self, span: TextSpan) -> Words<'a> {
        Words { start: self.at(span.start), end: self.at(span.end), text: span.of(self.text) }
    }

    fn block(&self, block: &Block) -> BlockOut {
        BlockOut {
            kind: block.kind.name(),
            start: self.at(block.span.start),
            end: self.at(block.span.end),
            aside: block.aside.is_some(),
            why: block.aside.map(|aside| aside.words()),
        }
    }

    fn quote(&self, quote: &'a Quote) -> QuoteOut<'a> {
        QuoteOut {
            kind: quote.kind.name(),
            spans: quote.content.iter().map(|span| [self.at(span.start), self.at(span.end)]).collect(),
            text: quote.words(self.text),
            cue: quote.cue.map(|span| self.words(span)),
            source: quote.source.map(|span| self.words(span)),
            speaker: quote.speaker.as_ref().map(speaker),
            certainty: quote.certainty.name(),
            evidence: quote.evidence.iter().map(|step| self.evidence(step)).collect(),
        }
    }

    fn evidence(&self, step: &Evidence) -> EvidenceOut<'a> {
        EvidenceOut {
            role: step.role.name(),
            words: step.span.map(|span| self.words(span)),
            rule: step.rule.name(),
            certainty: step.certainty.name(),
        }
    }

    fn entity(&self, id: EntityId, entity: &'a Entity) -> EntityOut<'a> {
        let mention = |mention: &crate::model::entity::Mention| {
            let Words { start, end, text } = self.words(mention.span);
            MentionOut { start, end, text, form: mention.form.name() }
        };
        let aliases = entity.aliases.iter().map(|alias| AliasOut {
            form: &alias.form,
            rule: alias.rule.name(),
            certainty: alias.certainty.name(),
        });
        EntityOut {
            id,
            kind: entity.kind.name(),
            name: &entity.name,
            capacity: entity.capacity.map(|span| self.words(span)),
            value: entity.value.map(value),
            mentions: entity.mentions.iter().map(mention).collect(),
            aliases: aliases.collect(),
        }
    }
}

fn value(value: Value) -> ValueOut {
    match value {
        Value::Date(date) => ValueOut::Plain(date.to_string()),
        Value::Money(amount, currency) => ValueOut::Money { amount: amount.to_string(), currency },
        Value::Percent(number) | Value::Number(number) => ValueOut::Plain(number.to_string()),
    }
}

fn speaker(speaker: &Speaker) -> SpeakerOut<'_> {
    SpeakerOut { name: &speaker.name, entity: speaker.entity, named: speaker.named }
}
