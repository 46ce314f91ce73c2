//! Who acts in a verb, as its sentence is built: the sources that no word beside the cue gives away.

use std::ops::Range;

use super::attribution::Attribution;
use super::clauses::Clause;
use super::lexicon::Classes;
use super::scare::is_utterance;

/// The subject that the parse of the sentence gives a verb, where the words right before it are no phrase, an adverb,
/// or the end of a longer one.
pub fn parsed_subject(clause: &Clause, from: usize, verb: usize, words: Option<&Range<usize>>) -> Option<Range<usize>> {
    let grammar = clause.grammar.as_ref()?;
    let head = grammar.dependent(verb, &["nsubj"]).filter(|&head| head < verb && head >= from)?;
    let Range { start, end } = noun_phrase(clause, from, head)?;
    let speech = |at: usize| clause.piece(at).is_some_and(|piece| is_utterance(clause, piece));
    if (start..verb).any(speech) {
        return None;
    }
    let loose = words.is_none_or(|words| {
        let last = grammar.tag(words.end - 1).filter(|_| !clause.is_capital(words.end - 1));
        let adverb = last.is_some_and(|tag| matches!(tag.name(), "RB" | "VBN" | "VBD" | "VBZ"));
        adverb || words.start > start && words.end == end || is_sentence(clause, words.clone())
    });
    loose.then_some(start..end)
}

/// Who acts in a participle that no cue stands before: "a crowd chanting", "the spot ends, asking".
pub fn parsed_agent(clause: &Clause, verb: usize) -> Option<Range<usize>> {
    let grammar = clause.grammar.as_ref()?;
    let dated = |noun: &usize| clause.classes(*noun).any(Classes::DAY);
    let said_of = grammar.head(verb).filter(|(_, relation)| relation.is("acl")).and_then(|(noun, _)| noun);
    // Behind a comma, or behind a message, it is the one who acts in the sentence that speaks.
    let set_off = verb > 0 && clause.word(verb - 1) == ",";
    let beyond = said_of.filter(|noun| dated(noun) || MESSAGES.iter().any(|word| clause.is(*noun, word)));
    let actor = match set_off {
        true => grammar.actor_before(verb).or_else(|| grammar.agent_of_sentence(verb)),
        false => beyond.and_then(|noun| grammar.agent_of_sentence(noun)),
    };
    let stands = |head: &usize| *head < verb && grammar.dependent(*head, &["case"]).is_none_or(|case| case > *head);
    let head = actor.or_else(|| grammar.agent(verb)).filter(stands)?;
    noun_phrase(clause, 0, head).map(|phrase| phrase.start..phrase.end.min(verb))
}

/// What somebody gives out to say something.
const MESSAGES: [&str; 12] = [
    "statement",
    "statements",
    "letter",
    "letters",
    "message",
    "messages",
    "note",
    "post",
    "posts",
    "tweet",
    "tweets",
    "release",
];

/// "a letter that says": the "that" of what says it.
pub fn is_pointing(clause: &Clause, item: usize) -> bool {
    clause.is(item, "that") && clause.tag(item).is_some_and(|tag| tag.name() == "WDT")
}

/// Who a clause with "who" says something of, as the sentence is built.
pub fn described(clause: &Clause, from: usize, verb: usize) -> Option<Range<usize>> {
    let (noun, relation) = clause.grammar.as_ref()?.head(verb)?;
    let noun = noun.filter(|&noun| matches!(relation.name(), "acl" | "relcl") && noun < verb && noun >= from)?;
    let opens = clause.grammar.as_ref()?.dependent(noun, &["case"]).filter(|&opens| opens < noun);
    let phrase = noun_phrase(clause, opens.map_or(from, |opens| from.max(opens + 1)), noun)?;
    let who = (phrase.clone()).find(|&item| ["who", "which", "that"].iter().any(|word| clause.is(item, word)));
    Some(phrase.start..who.unwrap_or(phrase.end).min(verb))
}

/// Who acts in a verb that is joined to another than the cue before: "after she went and blamed".
pub fn joined_agent(clause: &Clause, verb: usize, last: Option<&Attribution>) -> Option<Range<usize>> {
    let grammar = clause.grammar.as_ref()?;
    let (other, relation) = grammar.head(verb)?;
    let cue = last.and_then(|last| last.cue.as_ref()).map(|cue| cue.start);
    let says = last.is_some_and(|last| last.classes.any(Classes::CUE));
    let outside = |other: &usize| cue != Some(*other) && !says;
    let head = grammar.agent(other.filter(outside).filter(|_| relation.is("conj"))?)?;
    if grammar.dependent(head, &["case"]).is_some_and(|case| case < head) {
        return None;
    }
    noun_phrase(clause, 0, head).filter(|phrase| phrase.end <= verb)
}

/// The words around a noun that belong to it, up to what is set off.
pub fn noun_phrase(clause: &Clause, from: usize, head: usize) -> Option<Range<usize>> {
    if clause.classes(head).any(Classes::DAY | Classes::MONTH) {
        return None;
    }
    let extent = clause.grammar.as_ref()?.extent(head);
    let set_off =
        |at: usize| clause.is_piece(at) || matches!(clause.word(at), "," | ":" | ";" | "—" | "–" | "(" | "-" | "―");
    let start = (extent.start..head).rev().find(|&at| set_off(at)).map_or(extent.start, |at| at + 1).max(from);
    let end = (head..extent.end).find(|&at| set_off(at)).unwrap_or(extent.end);
    let end =
        (end.max(1)..clause.len()).find(|&at| !(clause.is_capital(at - 1) && clause.is_capital(at))).unwrap_or(end);
    let start = start + usize::from(clause.classes(start).any(Classes::DAY) && start + 1 < end);
    let opens = clause.classes(start).any(Classes::PREPOSITION | Classes::CONJUNCTION);
    (start < end && !opens && !is_sentence(clause, start..end)).then_some(start..end)
}

/// Whether a phrase has a verb of its own, before a relative.
pub fn is_sentence(clause: &Clause, items: Range<usize>) -> bool {
    verbs(clause, items).next().is_some()
}

/// The verbs of a phrase's own, those before a relative.
pub fn verbs<'c>(clause: &'c Clause, items: Range<usize>) -> impl Iterator<Item = usize> + 'c {
    let relative = |at: &usize| ["who", "which", "that", "whose"].iter().any(|word| clause.is(*at, word));
    let acts = |at: &usize| clause.acts(*at) && !clause.is_capital(*at) || is_infinitive(clause, *at);
    items.take_while(move |at| !relative(at)).filter(move |at| acts(at))
}

fn is_infinitive(clause: &Clause, item: usize) -> bool {
    item > 0 && clause.is(item - 1, "to") && clause.tag(item).is_some_and(|tag| tag.name() == "VB")
}
