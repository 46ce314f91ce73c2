//! Who "they" are, where a people or another group was named just before.

use super::entities::Cast;
use super::lexicon::Classes;
use super::prose::Prose;
use crate::model::entity::{EntityId, EntityKind, Form};
use crate::text::span::TextSpan;

/// How many words "they" may stand behind the name of a group.
const REACH: usize = 30;

/// The group that each "they", "them" or "their" goes back to, in order of their places. Linear time.
///
/// Number agreement alone decides (Lappin and Leass 1994 filter by it first): the nearest group named in this
/// sentence or the one before, and only where no other noun in the plural, and no number, stands between.
pub fn groups(prose: &Prose, cast: &Cast) -> Vec<(TextSpan, EntityId)> {
    let mut named: Vec<(usize, EntityId)> = Vec::new();
    for (id, entity) in cast.entities.iter().enumerate() {
        let names = entity.mentions.iter().filter(|mention| mention.form == Form::Name);
        let group = names.filter(|mention| is_people(prose, mention.span, entity.kind));
        named.extend(group.map(|mention| (prose.words_in(mention.span).end, id)));
    }
    named.sort_unstable();
    let mut found = Vec::new();
    let mut last: Option<(usize, EntityId)> = None;
    for word in (0..prose.words.len()).filter(|&word| is_they(prose.word(word))) {
        let before = named.partition_point(|(end, _)| *end <= word);
        let nearest = before.checked_sub(1).and_then(|at| named.get(at)).copied();
        // A group goes on being meant while nothing else comes between.
        let from = nearest.max(last);
        let Some((_, id)) = from.filter(|(end, _)| is_plain(prose, *end, word)) else { continue };
        found.push((prose.words[word].span, id));
        last = Some((word + 1, id));
    }
    found
}

fn is_they(word: &str) -> bool {
    ["they", "them", "their", "theirs", "themselves"].iter().any(|other| word.eq_ignore_ascii_case(other))
}

/// "Palestinians": the name of a people in the plural; "Cuban" may be one of them, or an adjective.
fn is_people(prose: &Prose, name: TextSpan, kind: EntityKind) -> bool {
    let words = prose.words_in(name);
    let Some(last) = words.end.checked_sub(1) else { return false };
    let people = words.len() == 1 && prose.classes(last).any(Classes::DEMONYM);
    prose.word(last).ends_with('s') && (kind == EntityKind::Group || people)
}

/// Whether nothing else in the plural stands between, and at most one end of a sentence.
fn is_plain(prose: &Prose, from: usize, to: usize) -> bool {
    let between = || from..to;
    let small =
        ["this", "always", "perhaps", "towards", "besides", "less", "as", "is", "was", "has", "its", "his", "s"];
    let plural = |word: usize| {
        let form = prose.word(word);
        form.len() > 2
            && form.ends_with('s')
            && !form.ends_with("ss")
            && !small.iter().any(|other| prose.is(word, other))
    };
    let joined = |word: usize| prose.is(word, "and") && prose.is_capital(word + 1);
    let closed = between().filter(|&word| prose.words[word].closes).count();
    let same = between().next().is_none_or(|first| {
        prose.passage_at(prose.words[first].span.start) == prose.passage_at(prose.words[to].span.start)
    });
    to - from <= REACH
        && same
        && closed <= 1
        && !between().any(|word| plural(word) || joined(word) || is_people_word(prose, word))
}

/// "people", "children", "two": others who may be meant.
fn is_people_word(prose: &Prose, word: usize) -> bool {
    ["people", "men", "women", "children", "police", "two", "three", "four", "both", "many"]
        .iter()
        .any(|other| prose.is(word, other))
}
