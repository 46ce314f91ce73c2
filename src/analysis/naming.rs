//! What the tagger finds, set right by the rules, and what only the rules find.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::kinds::{by_words, kind, place_name};
use super::lexicon::{Classes, Lexicon};
use super::mentions::{Candidate, bare, gender_of};
use super::phrases::is_particle;
use super::prose::Prose;
use super::runs::{is_double, is_postnominal};
use super::tagger::Tagged;
use super::tagger::labels::NameKind;
use crate::model::entity::EntityKind;
use crate::text::span::TextSpan;

/// Words between a dateline's place and its dash at most: ", Ohio (XX) —".
const DATELINE: usize = 7;

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
        words.start.checked_sub(1).is_some_and(|before| says(before) && (before == 0 || !prose.is_word(before - 1)));
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

fn candidate(prose: &Prose, name: Tagged, ruled: &[Candidate]) -> Option<Candidate> {
    let mut words = prose.words_in(name.span);
    let (mut titled, mut gender) = (false, None);
    let mut span = name.span;
    let courtesy = prose.classes(words.start).any(Classes::TITLE) && words.len() > 1;
    let name_kind = if courtesy && name.kind == NameKind::Misc { NameKind::Person } else { name.kind };
    if name_kind == NameKind::Person {
        // "on Tuesday Johnson said".
        while words.len() > 1 && prose.classes(words.start).any(Classes::DAY) {
            words.start += 1;
            span.start = prose.span(words.clone()).start;
        }
        titled = titles(prose, &mut words, &mut span);
        gender = words.start.checked_sub(1).and_then(|before| gender_of(prose.classes(before), prose.word(before)));
        gender = gender.filter(|_| titled).or_else(|| gender_of(prose.classes(words.start), prose.word(words.start)));
        while words.len() > 1 && is_postnominal(prose.word(words.end - 1)) {
            words.end -= 1;
            span.end = prose.span(words.clone()).end;
        }
    }
    if name_kind == NameKind::Person && span.end > span.start {
        // "Jae-in" is cut by whoever takes "in" for a word.
        let last = prose.word_at(span.end - 1);
        if words.len() > 1
            && prose.words.get(last).is_some_and(|word| word.span.end > span.end)
            && is_double(prose.word(last))
        {
            span.end = prose.words[last].span.end;
        }
        particles(prose, &mut words, &mut span);
    }
    let form = bare(span.of(prose.text)).to_owned();
    let span = TextSpan::new(span.start, span.start + form.len());
    // "I’ve" and the like.
    let speaks = form.strip_prefix('I').is_some_and(|rest| rest.starts_with(['’', '\'']));
    if speaks || !form.chars().any(|char| char.is_uppercase() || char.is_numeric()) {
        return None;
    }
    let same = ruled.iter().find(|candidate| candidate.span == span);
    let by_rule = same.map_or_else(|| kind(prose, words.clone(), &form, titled), |candidate| candidate.kind);
    let kind = match is_dateline(prose, words.clone(), name.passage) {
        true => Some(EntityKind::Place),
        false => Some(kind_of(name_kind, by_rule, &form)),
    };
    Some(Candidate { span, form, kind, gender, titled, passage: name.passage })
}

/// Takes courtesy titles and roles off the head of a person's name, and takes an honour before it in; whether
/// a title stands before the name.
fn titles(prose: &Prose, words: &mut Range<usize>, span: &mut TextSpan) -> bool {
    let title = |word: usize| {
        let classes = prose.classes(word);
        classes.any(Classes::TITLE | Classes::ROLE) && !classes.any(Classes::FIRST_NAME | Classes::HONOUR)
    };
    while words.len() > 1 && title(words.start) {
        words.start += 1 + usize::from(prose.word(words.start + 1) == "." && words.len() > 2);
        span.start = prose.span(words.clone()).start;
    }
    let honour = |word: usize| prose.classes(word).any(Classes::HONOUR) && prose.is_capital(word);
    // "Union Minister V Muraleedharan", "US President Joe Biden".
    let role = |word: usize| title(word) && prose.is_capital(word) && !prose.classes(word).any(Classes::STOP);
    if let Some(last) = (words.start..words.end - 1).rev().find(|word| role(*word)) {
        words.start = last + 1;
        span.start = prose.span(words.clone()).start;
    }
    while words.start > 0 && honour(words.start - 1) && !prose.words[words.start - 1].closes {
        words.start -= 1;
        span.start = prose.span(words.clone()).start;
    }
    let before = words
        .start
        .checked_sub(1)
        .map(|before| if prose.word(before) == "." { before.saturating_sub(1) } else { before });
    before.is_some_and(|before| title(before) && prose.is_capital(before))
}

/// Whether the name is the place in capitals that a report is from: "HARLOW FALLS, Ohio —".
fn is_dateline(prose: &Prose, words: Range<usize>, passage: usize) -> bool {
    let first = prose.passages.get(passage).map(|passage| passage.words.start);
    let loud = words.clone().all(|word| !prose.word(word).contains(char::is_lowercase));
    let dash = (words.end..words.end + DATELINE).any(|word| matches!(prose.word(word), "—" | "–" | "-"));
    first == Some(words.start) && loud && dash
}

/// Takes in the small words that a surname begins with: "de la Cruz".
fn particles(prose: &Prose, words: &mut Range<usize>, span: &mut TextSpan) {
    let joins = |before: usize| is_particle(prose.word(before)) && !prose.is_capital(before);
    while words.start > 0 && joins(words.start - 1) && !prose.words[words.start].opens {
        words.start -= 1;
        span.start = prose.span(words.clone()).start;
    }
}

/// The kind that the tagger says, told apart further by the rules where it says no more than "another name".
fn kind_of(tagged: NameKind, by_rule: Option<EntityKind>, form: &str) -> EntityKind {
    match (tagged, by_rule) {
        (NameKind::Person, _) => EntityKind::Person,
        (NameKind::Organisation, _) => EntityKind::Organisation,
        (NameKind::Place, _) => EntityKind::Place,
        (_, Some(kind @ (EntityKind::Group | EntityKind::Event | EntityKind::Work | EntityKind::Product))) => kind,
        (_, Some(EntityKind::Place)) => EntityKind::Place,
        _ if ["ans", "ists", "ites", "ese", "ian", "ish"].iter().any(|end| form.ends_with(end)) => EntityKind::Group,
        _ if form.chars().any(char::is_numeric) => EntityKind::Event,
        _ => EntityKind::Work,
    }
}
