//! What the tagger finds, set right by the rules, and what only the rules find.

use std::collections::{HashMap, HashSet};

use super::kinds::{by_words, place_name};
use super::lexicon::{Classes, Lexicon};
use super::mentions::Candidate;
use super::prose::Prose;
use super::tagger::Tagged;
use super::trimming::candidate;
use crate::model::entity::EntityKind;
use crate::text::span::TextSpan;

/// The names of both, in order, without overlap: where they gainsay each other, the tagger is believed, save for
/// listed places and peoples.
pub fn combined(prose: &Prose, tagged: &[Tagged], ruled: Vec<Candidate>) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::with_capacity(tagged.len());
    let sure = |candidate: &Candidate| is_listed(candidate) || is_worded(prose, candidate, tagged);
    let (sure, loose): (Vec<Candidate>, Vec<Candidate>) = ruled.into_iter().partition(sure);
    for name in tagged {
        if !overlaps(&sure, name.span) {
            found.extend(candidate(prose, *name, &loose));
        }
    }
    let known = known(found.iter().chain(&sure));
    let speakers: HashSet<String> =
        loose.iter().filter(|candidate| speaks(prose, candidate)).map(|candidate| candidate.form.clone()).collect();
    let kept = |candidate: &Candidate| {
        let last = candidate.form.rsplit(' ').next().unwrap_or_default();
        candidate.titled || known.contains(&candidate.form) || speakers.contains(last)
    };
    let kept: Vec<Candidate> =
        loose.into_iter().filter(|candidate| kept(candidate) && !overlaps(&found, candidate.span)).collect();
    found.extend(kept);
    found.extend(sure);
    found.sort_by_key(|candidate| candidate.span);
    agree(prose, &mut found);
    of_one_kind(&mut found);
    found
}

/// Whether a name of one word says something: "Minh denied", "said Minh".
fn speaks(prose: &Prose, candidate: &Candidate) -> bool {
    let words = prose.words_in(candidate.span);
    let says = |word: usize| prose.classes(word).any(Classes::CUE) && !prose.is_capital(word);
    let before =
        words.start.checked_sub(1).is_some_and(|before| says(before) && !prose.is_word(before.wrapping_sub(1)));
    let person = matches!(candidate.kind, None | Some(EntityKind::Person));
    person && words.len() == 1 && (says(words.end) || before)
}

/// Forms that stand for somebody elsewhere in the text: whole names, and the first and last names of people.
fn known<'c>(found: impl Iterator<Item = &'c Candidate>) -> HashSet<String> {
    let mut known = HashSet::new();
    for candidate in found {
        known.insert(candidate.form.clone());
        if let Some((head, tail)) =
            candidate.form.split_once(' ').filter(|_| candidate.kind == Some(EntityKind::Person))
        {
            known.extend([head, tail.rsplit(' ').next().unwrap_or(tail)].map(str::to_owned));
        }
    }
    known
}

/// Bodies that are called after their place, which is named by the rest alone: "Holmsey Council".
const OF_A_PLACE: [&str; 16] = [
    "Council",
    "Police",
    "University",
    "College",
    "School",
    "Hospital",
    "Court",
    "Airport",
    "County",
    "City",
    "Town",
    "United",
    "Rovers",
    "Wanderers",
    "Harbour",
    "Parliament",
];

/// Forms that say what others name.
struct Known {
    /// The heads of bodies' names, the first and last names of people, and people's names of one word.
    bodies: HashSet<String>,
    people: HashSet<String>,
    alone: HashSet<String>,
    /// What something is in or near.
    located: HashSet<String>,
}

impl Known {
    fn of(prose: &Prose, found: &[Candidate]) -> Self {
        let (mut bodies, mut people) = (HashSet::new(), HashSet::new());
        for candidate in found.iter() {
            let (head, tail) = (candidate.form.split(' ').next(), candidate.form.rsplit_once(' '));
            let heads = candidate.form.match_indices(' ').filter_map(|(at, _)| candidate.form.get(..at));
            match (candidate.kind, tail) {
                (Some(EntityKind::Organisation), Some((_, tail))) if !OF_A_PLACE.contains(&tail) => {
                    bodies.extend(heads.map(str::to_owned));
                }
                (Some(EntityKind::Person), Some((_, tail))) => {
                    people.extend([head.unwrap_or_default(), tail].map(str::to_owned))
                }
                _ => {}
            }
        }
        let alone: HashSet<String> = found
            .iter()
            .filter(|candidate| candidate.kind == Some(EntityKind::Person) && !candidate.form.contains(' '))
            .map(|candidate| candidate.form.clone())
            .collect();
        let located: HashSet<String> = found
            .iter()
            .filter(|candidate| is_located(prose, candidate.span))
            .map(|candidate| candidate.form.clone())
            .collect();
        Self { bodies, people, alone, located }
    }
}

/// Short forms get the kind of the full names that they are the head or the tail of: "Thornwick" is a body where
/// "Thornwick Foods" is one, and "Obal" a person where "Terry Obal" is one. Listed places stay places, and so does
/// what something is in or near.
fn agree(prose: &Prose, found: &mut [Candidate]) {
    let Known { bodies, people, alone, located } = Known::of(prose, found);
    for candidate in found.iter_mut() {
        // "Kofi Lanyard" is no body where "Lanyard" alone is a person.
        let pair = candidate.form.split_once(' ').filter(|(_, tail)| alone.contains(*tail));
        let given = pair.is_some_and(|(head, _)| Lexicon::get().classes(head).any(Classes::FIRST_NAME));
        if candidate.kind == Some(EntityKind::Organisation) && given {
            candidate.kind = Some(EntityKind::Person);
        }
        let (body, person) = (bodies.contains(&candidate.form), people.contains(&candidate.form));
        let place = candidate.kind == Some(EntityKind::Place);
        let there = place && located.contains(&candidate.form);
        match candidate.kind {
            Some(EntityKind::Place) if place_name(&candidate.form).is_some() => {}
            Some(EntityKind::Person) if body && !person && !candidate.titled => {
                candidate.kind = Some(EntityKind::Organisation);
            }
            Some(EntityKind::Work | EntityKind::Product | EntityKind::Place) if body && !person && !there => {
                candidate.kind = Some(EntityKind::Organisation);
            }
            Some(EntityKind::Organisation | EntityKind::Work | EntityKind::Product | EntityKind::Place)
                if person && !body =>
            {
                candidate.kind = Some(EntityKind::Person);
            }
            _ => {}
        }
    }
}

/// Whether the word before says that something is there.
fn is_located(prose: &Prose, span: TextSpan) -> bool {
    const WHERE: [&str; 10] = ["in", "near", "at", "from", "of", "across", "outside", "around", "to", "into"];
    let before = prose.word_at(span.start).checked_sub(1);
    before.is_some_and(|before| WHERE.iter().any(|word| prose.is(before, word)))
}

/// Gives one form one kind: that of most of its mentions, and where as many say one thing as another, a place before
/// a body before a person. A courtesy title says by itself that a person is meant.
fn of_one_kind(found: &mut [Candidate]) {
    const KINDS: [EntityKind; 3] = [EntityKind::Place, EntityKind::Organisation, EntityKind::Person];
    let mut counts: HashMap<String, [usize; 3]> = HashMap::new();
    let place =
        |candidate: &Candidate| KINDS.iter().position(|kind| candidate.kind == Some(*kind) && !candidate.titled);
    for candidate in found.iter() {
        if let Some(kind) = place(candidate) {
            counts.entry(candidate.form.clone()).or_default()[kind] += 1;
        }
    }
    for candidate in found.iter_mut().filter(|candidate| place(candidate).is_some()) {
        let counts = counts.get(&candidate.form).copied().unwrap_or_default();
        let most = (0..KINDS.len()).max_by_key(|kind| (counts[*kind], KINDS.len() - kind));
        candidate.kind = most.map(|kind| KINDS[kind]);
    }
}

/// Whether a list knows the whole name: a people, or a place of several words.
fn is_listed(candidate: &Candidate) -> bool {
    let place = || candidate.form.contains(' ') && place_name(&candidate.form).is_some();
    match candidate.kind {
        Some(EntityKind::Group) => true,
        Some(EntityKind::Place) => place(),
        _ => false,
    }
}

/// Whether words of its own make it a body, event or vessel, or an honour or nickname a person, and no name that
/// the tagger finds juts out of it.
fn is_worded(prose: &Prose, candidate: &Candidate, tagged: &[Tagged]) -> bool {
    let words = prose.words_in(candidate.span);
    let worded = match candidate.kind {
        Some(EntityKind::Organisation | EntityKind::Event | EntityKind::Product) => {
            by_words(prose, words.clone(), &candidate.form, candidate.titled) == candidate.kind
        }
        Some(EntityKind::Person) => {
            prose.classes(words.start).any(Classes::HONOUR)
                || candidate.form.contains(['“', '"', '‘'])
                || candidate.form.contains(" '")
        }
        _ => false,
    };
    // What the tagger, which knows few events, passes over.
    let own = matches!(candidate.kind, Some(EntityKind::Person | EntityKind::Event));
    if !worded || words.len() < 2 && !own {
        return false;
    }
    let from = tagged.partition_point(|name| name.span.end <= candidate.span.start);
    let mut inside = tagged.iter().skip(from).take_while(|name| name.span.start < candidate.span.end).peekable();
    (own || inside.peek().is_some()) && inside.all(|name| candidate.span.covers(name.span))
}

fn overlaps(sorted: &[Candidate], span: TextSpan) -> bool {
    let after = sorted.partition_point(|candidate| candidate.span.end <= span.start);
    sorted.get(after).is_some_and(|candidate| candidate.span.overlaps(span))
}
