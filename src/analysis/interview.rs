//! The labels of an interview: who asks and who answers in each paragraph.

use std::collections::HashMap;

use super::prose::{Place, Prose};
use crate::text::span::TextSpan;
use crate::text::tokens::TokenKind;

/// What a paragraph of an interview is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    Question,
    Answer {
        /// The name before the colon; none for "A:".
        label: Option<TextSpan>,
        content: TextSpan,
        /// Whether it goes on from the paragraph before.
        goes_on: bool,
    },
}

enum Label {
    Question,
    /// A question in bold, which takes up its paragraph: the answers have no labels.
    Bold,
    Answer,
    Name(TextSpan),
}

/// The turn of each passage; all none where the article is no interview.
pub fn turns(prose: &Prose) -> Vec<Option<Turn>> {
    let counts = counts(prose);
    let labels: Vec<Option<(Label, usize)>> =
        (0..prose.passages.len()).map(|passage| label(prose, passage, &counts)).collect();
    if labels.iter().flatten().count() < 2 || labels.iter().flatten().all(|label| matches!(label.0, Label::Question)) {
        return vec![None; labels.len()];
    }
    let last_label = labels.iter().rposition(Option::is_some).unwrap_or(0);
    let mut turns: Vec<Option<Turn>> = Vec::new();
    let (mut answering, mut asked_in_bold) = (false, false);
    for (passage, label) in labels.iter().enumerate() {
        let span = prose.passages[passage].span;
        let turn = match label {
            Some((Label::Question | Label::Bold, _)) => Some(Turn::Question),
            Some((Label::Answer, from)) => answer(prose, None, TextSpan::new(*from, span.end), false),
            Some((Label::Name(name), from)) => answer(prose, Some(*name), TextSpan::new(*from, span.end), false),
            None if asked_in_bold && prose.passages[passage].place == Place::Body => {
                answer(prose, None, span, answering)
            }
            None if answering && passage < last_label && prose.passages[passage].place == Place::Body => {
                answer(prose, None, span, true)
            }
            None => None,
        };
        asked_in_bold = match label {
            Some((Label::Bold, _)) => true,
            Some(_) => false,
            None => asked_in_bold && (!answering || passage < last_label),
        };
        answering = matches!(turn, Some(Turn::Answer { .. }));
        turns.push(turn);
    }
    turns
}

fn answer(prose: &Prose, label: Option<TextSpan>, content: TextSpan, goes_on: bool) -> Option<Turn> {
    let content = content.trimmed(prose.text);
    (!content.is_empty()).then_some(Turn::Answer { label, content, goes_on })
}

/// The words before a colon that begin a paragraph, with the offset behind it.
fn label(prose: &Prose, passage: usize, counts: &HashMap<&str, Count>) -> Option<(Label, usize)> {
    let whole = prose.passages[passage].span;
    if prose.passages[passage].strong == Some(whole) && whole.of(prose.text).ends_with('?') {
        return Some((Label::Bold, whole.end));
    }
    let (span, from) = before_colon(prose, passage)?;
    match span.of(prose.text) {
        "Q" => Some((Label::Question, from)),
        "A" => Some((Label::Answer, from)),
        name => match counts.get(name).filter(|count| count.turns > 1)? {
            // In a quoted transcript the questions are quotes too.
            _ if span.start > prose.passages[passage].span.start => Some((Label::Name(span), from)),
            count if count.questions * 2 >= count.turns => Some((Label::Question, from)),
            _ => Some((Label::Name(span), from)),
        },
    }
}

/// How often a name labels a paragraph, and how often that ends with a question mark.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    turns: usize,
    questions: usize,
}

fn counts<'a>(prose: &'a Prose) -> HashMap<&'a str, Count> {
    let mut counts: HashMap<&str, Count> = HashMap::new();
    for passage in 0..prose.passages.len() {
        if let Some((span, _)) = before_colon(prose, passage) {
            let count = counts.entry(span.of(prose.text)).or_default();
            count.turns += 1;
            count.questions += usize::from(prose.passages[passage].span.of(prose.text).ends_with('?'));
        }
    }
    counts
}

fn before_colon(prose: &Prose, passage: usize) -> Option<(TextSpan, usize)> {
    let mut words = prose.passages[passage].words.clone();
    if prose.passages[passage].place != Place::Body {
        return None;
    }
    // A transcript that is quoted as a whole.
    words.start += usize::from(words.len() > 1 && prose.words[words.start].kind == TokenKind::Mark);
    let colon = words.clone().take(5).find(|&word| matches!(prose.word(word), ":"))?;
    let name = words.start..colon;
    let capitals = !name.is_empty() && name.clone().all(|word| prose.is_capital(word));
    capitals.then(|| (prose.span(name), prose.words[colon].span.end))
}
