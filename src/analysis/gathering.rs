//! The groups that names fall into, once it is known which forms may stand for which.

use std::collections::HashMap;

use super::mentions::Gender;
use super::merging::{Group, Merged, Named, Node, Reason};
use super::namesakes::Namesakes;
use crate::model::entity::{AliasRule, EntityKind};
use crate::model::quote::Certainty;

/// A forest of forms: each hangs from the longer form that it stands for, or is a root.
pub struct Gathered<'a> {
    names: &'a [Named<'a>],
    nodes: &'a [Node],
    node_of: &'a [usize],
    above: Vec<usize>,
    reasons: Vec<Reason>,
    /// Forms that more than one root may be meant by.
    unsettled: HashMap<usize, Vec<(usize, AliasRule, Certainty)>>,
}

impl<'a> Gathered<'a> {
    pub fn new(names: &'a [Named<'a>], nodes: &'a [Node], node_of: &'a [usize], namesakes: Namesakes) -> Self {
        let above = (0..nodes.len()).collect();
        let reasons = vec![None; nodes.len()];
        let mut gathered = Self { names, nodes, node_of, above, reasons, unsettled: HashMap::new() };
        for (node, longer, rule) in namesakes.same() {
            gathered.join(node, longer, rule, Certainty::Certain);
        }
        let mut order: Vec<usize> = (0..nodes.len()).collect();
        order.sort_by_key(|&node| (std::cmp::Reverse(nodes[node].key.words.len()), node));
        for node in order {
            let longer = namesakes.longer(node);
            gathered.settle(node, longer);
        }
        gathered
    }

    /// Hangs a form from the longer one that it stands for; leaves it open where there are several.
    fn settle(&mut self, node: usize, mut longer: Vec<(usize, AliasRule, Certainty)>) {
        if self.root(node) != node {
            return;
        }
        for (other, _, _) in &mut longer {
            *other = self.root(*other);
        }
        longer.retain(|(other, _, _)| *other != node);
        let Some(best) = longer.iter().map(|(_, rule, certainty)| (*certainty, strength(*rule))).min() else { return };
        longer.retain(|(_, rule, certainty)| (*certainty, strength(*rule)) == best);
        longer.sort_by_key(|(other, _, _)| *other);
        longer.dedup_by_key(|(other, _, _)| *other);
        match longer.as_slice() {
            [] => {}
            [(other, rule, certainty)] => self.join(node, *other, *rule, *certainty),
            _ => {
                self.unsettled.insert(node, longer);
            }
        }
    }

    fn join(&mut self, node: usize, longer: usize, rule: AliasRule, certainty: Certainty) {
        let (from, to) = (self.root(node), self.root(longer));
        if from == to {
            return;
        }
        self.above[from] = to;
        self.reasons[from] = Some((rule, certainty));
        if self.reasons[node].is_none() {
            self.reasons[node] = Some((rule, certainty));
        }
    }

    fn root(&mut self, node: usize) -> usize {
        let mut root = node;
        while self.above[root] != root {
            self.above[root] = self.above[self.above[root]];
            root = self.above[root];
        }
        root
    }

    /// Reads the names in order: an open form goes to the root named last before it that it may stand for.
    pub fn merged(mut self, order: &[usize]) -> Merged {
        let mut last: HashMap<usize, usize> = HashMap::new();
        let mut group_of: HashMap<usize, usize> = HashMap::new();
        let mut roots: Vec<usize> = Vec::new();
        let mut merged = Merged { groups: Vec::new(), of: vec![(0, None); self.names.len()] };
        for (place, &index) in order.iter().enumerate() {
            let node = self.node_of[index];
            let (root, reason) = self.meant(node, &self.names[index], &last);
            last.insert(root, place + 1);
            let group = *group_of.entry(root).or_insert_with(|| {
                roots.push(root);
                roots.len() - 1
            });
            merged.of[index] = (group, reason);
        }
        merged.groups = roots.iter().map(|&root| self.group(root)).collect();
        for (index, (group, reason)) in merged.of.iter_mut().enumerate() {
            let (form, name) = (self.names[index].form, &merged.groups[*group].name);
            *reason = if form == name { None } else { reason.or_else(|| self.written(index)) };
        }
        merged
    }

    fn meant(&mut self, node: usize, name: &Named, last: &HashMap<usize, usize>) -> (usize, Reason) {
        let Some(open) = self.unsettled.get(&node) else { return (self.root(node), self.reasons[node]) };
        let mut open = open.clone();
        for (other, _, _) in &mut open {
            *other = self.root(*other);
        }
        let fits = |other: usize| !opposed(name.gender, self.nodes[other].gender);
        let fitting = open.iter().filter(|(other, _, _)| fits(*other));
        let agrees = |other: usize| name.gender.is_some() && self.nodes[other].gender == name.gender;
        let best =
            fitting.max_by_key(|(other, _, _)| (agrees(*other), last.get(other).copied(), std::cmp::Reverse(*other)));
        best.map_or((node, None), |(other, rule, certainty)| {
            (*other, Some((*rule, (*certainty).max(Certainty::Likely))))
        })
    }

    fn group(&self, root: usize) -> Group {
        let node = &self.nodes[root];
        Group { name: node.form.clone(), kind: node.kind }
    }

    /// The rule for a form that is written a little differently from its group's name.
    fn written(&self, index: usize) -> Reason {
        let key = super::forms::key(self.names[index].form);
        let rule = match () {
            () if key.possessive => AliasRule::Possessive,
            () if key.titled => AliasRule::Title,
            () if key.article => AliasRule::Article,
            () => AliasRule::Spelling,
        };
        Some((rule, Certainty::Certain))
    }
}

/// Which rule is believed first: the smaller.
fn strength(rule: AliasRule) -> u8 {
    match rule {
        AliasRule::Title | AliasRule::Spelling | AliasRule::Synonym | AliasRule::Acronym => 0,
        AliasRule::Surname | AliasRule::Initials => 1,
        AliasRule::ShortForm => 2,
        _ => 3,
    }
}

pub fn opposed(one: Option<Gender>, other: Option<Gender>) -> bool {
    one.is_some() && other.is_some() && one != other
}

/// Whether a kind may be the same as another, where one may be unknown.
pub fn is_person(kind: Option<EntityKind>) -> bool {
    kind == Some(EntityKind::Person)
}
