//! Where names stand: runs of capitals, with titles, roles and lists, and the tagger, to say what they may name.

use std::collections::HashSet;
use std::ops::Range;

use super::headlines::{is_shouting, known_forms, read_known};
use super::lexicon::{Classes, Lexicon};
use super::naming::combined;
use super::prose::Prose;
use super::runs::{divided, is_common, is_name_shaped, lower_place, run_end};
use crate::model::entity::EntityKind;
use crate::text::span::TextSpan;
use crate::text::tokens::TokenKind;

/// One name in the text.
#[derive(Debug, Clone)]
pub struct Candidate {
    pub span: TextSpan,
    /// The name as it is compared: without possessive.
    pub form: String,
    pub kind: Option<EntityKind>,
    /// "Mr", "she" and the like beside it.
    pub gender: Option<Gender>,
    /// Whether a courtesy title or rank stood before it.
    pub titled: bool,
    pub passage: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Gender {
    She,
    He,
}

impl Gender {
    pub fn other(self) -> Self {
        match self {
            Gender::She => Gender::He,
            Gender::He => Gender::She,
        }
    }
}

/// All names in order of their starts. Linear time.
///
/// Headlines in title case say nothing by their capitals: there, only forms known from the text count.
pub fn candidates(prose: &Prose, titles: &[TextSpan]) -> Vec<Candidate> {
    let ruled = ruled(prose);
    let mut tagged = super::parting::parted(prose, &super::tagger::tag(prose, &ruled));
    tagged.retain(|name| !is_shouting(prose, name.passage) && !is_covered(titles, name.span));
    let mut found = combined(prose, &tagged, ruled);
    let known = known_forms(&found);
    for passage in (0..prose.passages.len()).filter(|passage| is_shouting(prose, *passage)) {
        read_known(prose, passage, &known, &mut found);
    }
    // A run cut into its parts can leave a small word behind ("states"), which is no name.
    let is_name = |candidate: &Candidate| candidate.form.chars().any(|char| char.is_uppercase() || char.is_numeric());
    found.retain(|candidate| is_name(candidate) && !is_covered(titles, candidate.span));
    found.extend(titles.iter().map(|title| work(prose, *title)));
    found.sort_by_key(|candidate| candidate.span);
    name_by_birth(prose, &mut found);
    found
}

/// "Born Ana Reyes in 1934, …": somebody named before with the same first name.
fn name_by_birth(prose: &Prose, found: &mut [Candidate]) {
    for at in 1..found.len() {
        let before = prose.word_at(found[at].span.start).checked_sub(1);
        let born = before.is_some_and(|before| ["born", "née", "né"].iter().any(|word| prose.is(before, word)));
        let Some((first, _)) = found[at].form.split_once(' ').filter(|_| born) else { continue };
        let same = |other: &&Candidate| {
            let given = other.form.rsplit_once(' ').map_or("", |(given, _)| given);
            other.kind == Some(EntityKind::Person) && given.split(' ').any(|word| word == first)
        };
        if let Some(form) = found[..at].iter().rev().find(same).map(|other| other.form.clone()) {
            found[at].form = form;
        }
    }
}

/// What runs of capitals, lists and the words around them say, in order: a help for the tagger, which has the last
/// word. Lines whose capitals mean nothing are left out. Linear time.
pub fn ruled(prose: &Prose) -> Vec<Candidate> {
    let inside = capitals_inside(prose);
    let mut found = Vec::new();
    for passage in (0..prose.passages.len()).filter(|passage| !is_shouting(prose, *passage)) {
        read(prose, passage, &inside, &mut found);
    }
    found
}

/// Whether a name is part of a title of a work.
fn is_covered(titles: &[TextSpan], span: TextSpan) -> bool {
    let after = titles.partition_point(|title| title.end <= span.start);
    titles.get(after).is_some_and(|title| title.overlaps(span))
}

fn work(prose: &Prose, span: TextSpan) -> Candidate {
    let (form, passage) = (span.of(prose.text).to_owned(), prose.passage_at(span.start));
    Candidate { span, form, kind: Some(EntityKind::Work), gender: None, titled: false, passage }
}

/// Words that have a capital where no sentence begins, so that it means something.
fn capitals_inside<'a>(prose: &'a Prose) -> HashSet<&'a str> {
    let body = prose.passages.iter().enumerate().filter(|(index, _)| !is_shouting(prose, *index));
    let words = body.flat_map(|(_, passage)| passage.words.clone());
    let inside =
        words.filter(|&word| prose.is_capital(word) && !prose.words[word].opens && !begins_speech(prose, word));
    inside.map(|word| bare(prose.word(word))).collect()
}

fn begins_speech(prose: &Prose, word: usize) -> bool {
    word > 0 && (prose.words[word - 1].kind == TokenKind::Mark || prose.word(word - 1) == ":")
}

/// A word without its possessive.
pub fn bare(word: &str) -> &str {
    word.strip_suffix("’s").or_else(|| word.strip_suffix("'s")).unwrap_or(word)
}

fn read(prose: &Prose, passage: usize, inside: &HashSet<&str>, found: &mut Vec<Candidate>) {
    let words = prose.passages[passage].words.clone();
    let mut at = words.start;
    while at < words.end {
        if !is_start(prose, at) && !lower_place(prose, at) {
            at += 1;
            continue;
        }
        let run = at..run_end(prose, at, words.end);
        at = run.end.max(at + 1);
        for part in divided(prose, run) {
            found.extend(candidate(prose, passage, part, inside));
        }
    }
}

/// Whether a name can begin here: not with a day, nor with the small word that opens a sentence.
fn is_start(prose: &Prose, at: usize) -> bool {
    let classes = prose.classes(at);
    let opening = prose.words[at].opens || begins_speech(prose, at);
    let dated =
        classes.any(Classes::MONTH) && prose.words.get(at + 1).is_some_and(|next| next.kind == TokenKind::Number);
    let small = opening && classes.any(Classes::STOP) && !classes.any(Classes::TITLE | Classes::FIRST_NAME);
    is_name_shaped(prose, at) && !classes.any(Classes::DAY) && !dated && !small
}

fn candidate(prose: &Prose, passage: usize, run: Range<usize>, inside: &HashSet<&str>) -> Option<Candidate> {
    let mut start = run.start;
    let (mut titled, mut gender) = (false, None);
    let whole = Lexicon::get().place(bare(prose.span(run.clone()).of(prose.text))).is_some();
    while start < run.end && !whole {
        let classes = prose.classes(start);
        let title = classes.any(Classes::TITLE) && run.end - start > 1;
        let role =
            classes.any(Classes::ROLE) && !classes.any(Classes::FIRST_NAME | Classes::HONOUR | Classes::ORGANISATION);
        let opening = prose.words[start].opens || begins_speech(prose, start);
        let unsure =
            opening && (classes.any(Classes::STOP) || run.end - start > 1 && !is_name_word(prose, start, inside));
        if !(title
            || role
            || unsure
            || prose.word(start) == "."
            || classes.any(Classes::STOP) && !is_name_word(prose, start, inside))
        {
            break;
        }
        titled |= title || role && !unsure;
        gender = gender.or_else(|| gender_of(classes, prose.word(start)));
        start += 1;
    }
    let run = start..run.end;
    if run.is_empty() || run.len() == 1 && !stands_alone(prose, start, inside, titled) {
        return None;
    }
    let whole = prose.span(run.clone());
    let form = bare(whole.of(prose.text)).to_owned();
    let span = TextSpan::new(whole.start, whole.start + form.len());
    let kind = super::kinds::kind(prose, run.clone(), &form, titled);
    let gender = gender.or_else(|| gender_of(prose.classes(run.start), prose.word(run.start)));
    Some(Candidate { span, form, kind, gender, titled, passage })
}

/// What a title, a role or a first name says of a person.
pub fn gender_of(classes: Classes, word: &str) -> Option<Gender> {
    let she = classes.any(Classes::SHE_NAME | Classes::SHE)
        || matches!(word, "Mrs" | "Ms" | "Miss" | "Sister" | "Dame" | "Lady");
    let he = classes.any(Classes::HE_NAME | Classes::HE) || matches!(word, "Mr" | "Sir" | "Lord" | "Brother");
    match (she, he) {
        (true, false) => Some(Gender::She),
        (false, true) => Some(Gender::He),
        _ => None,
    }
}

fn is_name_word(prose: &Prose, word: usize, inside: &HashSet<&str>) -> bool {
    let classes = prose.classes(word);
    let listed = Classes::FIRST_NAME | Classes::HONOUR | Classes::DEMONYM | Classes::TITLE | Classes::PLACE_WORD;
    let name = bare(prose.word(word));
    inside.contains(name) && !classes.any(Classes::STOP)
        || classes.any(listed)
        || Lexicon::get().place(name).is_some()
        || !classes.any(Classes::STOP) && prose.is_capital(word + 1) && !is_common(name)
}

/// Whether one capital alone is a name: never a month, and at the head of a sentence only with evidence.
fn stands_alone(prose: &Prose, word: usize, inside: &HashSet<&str>, titled: bool) -> bool {
    let classes = prose.classes(word);
    let name = bare(prose.word(word));
    let known = Lexicon::get().place(name).is_some() || classes.any(Classes::DEMONYM | Classes::EVENT_NAME);
    let plural = name.strip_suffix('s').is_some_and(|stem| stem.len() > 1 && stem.chars().all(char::is_uppercase));
    if classes.any(Classes::MONTH | Classes::DAY) || name.chars().count() < 2 || plural {
        return false;
    }
    if known || titled {
        return true;
    }
    let common = Classes::ORGANISATION | Classes::PLACE_WORD | Classes::EVENT;
    if (prose.words[word].opens || begins_speech(prose, word)) && classes.any(common) {
        return false;
    }
    if classes.any(Classes::STOP | Classes::TITLE | Classes::ROLE) && !classes.any(Classes::FIRST_NAME) {
        return false;
    }
    let opening = prose.words[word].opens || begins_speech(prose, word);
    let loud = name.len() > 1 && name.chars().all(|char| char.is_uppercase() || char.is_ascii_digit());
    !opening || inside.contains(name) || classes.any(Classes::FIRST_NAME) || loud || is_verb(prose, word + 1)
}

fn is_verb(prose: &Prose, word: usize) -> bool {
    prose.classes(word).any(Classes::CUE | Classes::CUE_THAT)
}
