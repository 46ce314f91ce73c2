//! Names that name the same one are gathered: spelling, surnames, acronyms, short and official names.

use std::collections::HashMap;

use super::forms::{Key, key};
use super::gathering::Gathered;
use super::mentions::Gender;
use super::namesakes::Namesakes;
use crate::model::entity::{AliasRule, EntityKind};
use crate::model::quote::Certainty;

/// One name where it stands; nothing of the text is needed.
#[derive(Debug, Clone, Copy)]
pub struct Named<'a> {
    pub form: &'a str,
    /// Where it stands: only the order counts.
    pub at: usize,
    pub kind: Option<EntityKind>,
    /// What a title beside it says.
    pub gender: Option<Gender>,
    /// Whether a courtesy title or rank stood before it.
    pub titled: bool,
}

/// Why a name belongs to its group, where its form is not the group's own.
pub type Reason = Option<(AliasRule, Certainty)>;

/// Names of one person, body, place …
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The fullest form, without courtesy titles.
    pub name: String,
    /// The kind most names have; none where none has one.
    pub kind: Option<EntityKind>,
}

/// The groups in the order of their first names, and for each name, in the order given, its group and the reason.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Merged {
    pub groups: Vec<Group>,
    pub of: Vec<(usize, Reason)>,
}

/// Gathers names into groups by rules from the surest to the loosest, after the sieves of Lee et al. (2013,
/// "Deterministic coreference resolution based on entity-centric, precision-ranked rules").
///
/// Names that are written alike fall together first; then each form goes to the longer name that it may stand for.
/// Where several may, each mention goes to the one named last before it, and is marked `Likely`. Time grows with
/// n log n of the names; the order of the slice decides nothing.
pub fn merge(names: &[Named]) -> Merged {
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_by_key(|&index| (names[index].at, names[index].form));
    let (nodes, node_of) = nodes(names, &order);
    let namesakes = Namesakes::of(&nodes);
    Gathered::new(names, &nodes, &node_of, namesakes).merged(&order)
}

/// One form of a name with all that is known of it.
#[derive(Debug, Clone)]
pub struct Node {
    pub key: Key,
    /// As it was written first.
    pub form: String,
    pub kind: Option<EntityKind>,
    pub gender: Option<Gender>,
}

type Identity = (Vec<String>, Option<Gender>, Option<String>, bool, Option<EntityKind>);

/// The different forms in the order of the text, and the one of each name.
fn nodes(names: &[Named], order: &[usize]) -> (Vec<Node>, Vec<usize>) {
    let mut keys: HashMap<&str, Key> = HashMap::new();
    for name in names {
        keys.entry(name.form).or_insert_with(|| key(name.form));
    }
    let votes = votes(names);
    let mut nodes: Vec<Node> = Vec::new();
    let mut seen: HashMap<Identity, usize> = HashMap::new();
    let mut node_of = vec![0; names.len()];
    for &index in order {
        let name = &names[index];
        let key = keys[name.form].clone();
        let kind = kind(name, &key, &votes);
        let apart = kind.filter(|kind| matches!(kind, EntityKind::Person | EntityKind::Place));
        let identity = (key.words.clone(), key.gender.or(name.gender), key.suffix.clone(), key.corporate, apart);
        let node = *seen.entry(identity).or_insert_with(|| {
            nodes.push(Node { key, form: name.form.to_owned(), kind, gender: None });
            nodes.len() - 1
        });
        nodes[node].kind = nodes[node].kind.or(kind);
        nodes[node].gender = nodes[node].gender.or(nodes[node].key.gender).or(name.gender);
        node_of[index] = node;
    }
    (nodes, node_of)
}

type Votes<'a> = HashMap<&'a str, Vec<(EntityKind, usize)>>;

/// How often each form is of each kind.
fn votes<'a>(names: &[Named<'a>]) -> Votes<'a> {
    let mut votes: Votes = HashMap::new();
    for name in names {
        let Some(kind) = name.kind else { continue };
        let kinds = votes.entry(name.form).or_default();
        match kinds.iter_mut().find(|(other, _)| *other == kind) {
            Some((_, count)) => *count += 1,
            None => kinds.push((kind, 1)),
        }
    }
    votes
}

/// The kind of one name: what its like are called most often. A person with the name of a place stays a person.
fn kind(name: &Named, key: &Key, votes: &Votes) -> Option<EntityKind> {
    if name.titled || key.titled && name.kind.is_none() && key.words.len() < 4 {
        return Some(EntityKind::Person);
    }
    let body = key.corporate.then_some(EntityKind::Organisation);
    let Some(kinds) = votes.get(name.form) else { return body };
    let has = |kind| kinds.iter().any(|(other, _)| *other == kind);
    if has(EntityKind::Person) && has(EntityKind::Place) && name.kind.is_some() {
        return name.kind;
    }
    kinds.iter().max_by_key(|(kind, count)| (*count, std::cmp::Reverse(*kind))).map(|(kind, _)| *kind)
}
