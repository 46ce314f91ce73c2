//! Learns the weights of the part-of-speech tagger and of the parser.

use super::learning::Chance;
use super::oracle::cost;
use super::perceptron::Perceptron;
use super::treebank::Tree;
use crate::analysis::syntax;
use crate::analysis::syntax::arcs::{ALL, MOVES, Move, State, allowed};
use crate::analysis::syntax::scorer::Scorer;
use crate::analysis::syntax::sentence::{Sentence, Sights};
use crate::analysis::syntax::tables::{MAGIC, MOVE_ROWS, RELATION_ROWS, TAG_ROWS, Tables};
use crate::analysis::syntax::tagging::best;
use crate::analysis::syntax::tags::{RELATIONS, TAGS};
use crate::analysis::syntax::{labels, looks, tagging};
use crate::analysis::tagger::forms::Forms;
use crate::analysis::tagger::tables::Lists;

/// Parts that the trees are divided into, so that the parser learns from tags like those that it will meet.
const FOLDS: usize = 4;

/// How to learn.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    pub tag_rounds: usize,
    pub parse_rounds: usize,
    /// The round from which the parser also goes the ways of its own mistakes.
    pub explore: usize,
}

/// Shares of words with the right tag, head, and head and relation; punctuation has no say in the last two.
#[derive(Debug, Clone, Copy, Default)]
pub struct Scores {
    pub words: usize,
    pub tags: usize,
    pub arcs: usize,
    pub heads: usize,
    pub named: usize,
}

impl Scores {
    /// The three shares in per cent.
    pub fn shares(&self) -> [f64; 3] {
        let share = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
        [share(self.tags, self.words), share(self.heads, self.arcs), share(self.named, self.arcs)]
    }
}

/// The file of weights learnt from the trees; the same trees and settings give the same file.
pub fn learn(trees: &[Tree], lists: &Lists, settings: Settings, mut told: impl FnMut(&str)) -> Vec<u8> {
    let mut sentences = sentences(trees, lists);
    for fold in 0..FOLDS {
        let others: Vec<usize> = (0..trees.len()).filter(|tree| tree % FOLDS != fold).collect();
        let tagger = learn_tags(trees, &sentences, &others, settings.tag_rounds);
        let bytes = tagger.bytes();
        let Some((table, _)) = crate::analysis::syntax::scorer::Table::read(&bytes, TAG_ROWS) else { continue };
        for place in (0..trees.len()).filter(|tree| tree % FOLDS == fold) {
            tagging::tag(&mut sentences[place], &table);
        }
        told(&format!("tags {} of {FOLDS}", fold + 1));
    }
    let all: Vec<usize> = (0..trees.len()).collect();
    let tagger = learn_tags(trees, &sentences, &all, settings.tag_rounds);
    let (moves, relations) = learn_arcs(trees, &sentences, settings, &mut told);
    [MAGIC.to_vec(), tagger.bytes(), moves.bytes(), relations.bytes()].concat()
}

fn sentences(trees: &[Tree], lists: &Lists) -> Vec<Sentence> {
    let mut sights = Sights::new(Forms::new(lists));
    trees.iter().map(|tree| Sentence::of(tree.words.iter().map(|word| sights.of(word)).collect())).collect()
}

fn learn_tags(trees: &[Tree], sentences: &[Sentence], places: &[usize], rounds: usize) -> Perceptron<{ TAGS.len() }> {
    let mut model = Perceptron::new(TAG_ROWS);
    let mut chance = Chance(0x2545_f491_4f6c_dd1d);
    let mut order = places.to_vec();
    let mut rows = Vec::new();
    for _ in 0..rounds {
        chance.shuffle(&mut order);
        for place in &order {
            let mut sentence = Sentence::of(sentences[*place].words.clone());
            for at in 0..sentence.len() {
                tagging::features(&sentence, at, &mut rows);
                let found = best(&model.scores(&rows));
                let right = trees[*place].tags[at];
                if found != usize::from(right.0) {
                    model.learn(&rows, usize::from(right.0), found);
                }
                model.tick();
                sentence.tags.push(crate::analysis::syntax::tags::Tag(found as u8));
            }
        }
    }
    model
}

type Parsers = (Perceptron<MOVES>, Perceptron<{ RELATIONS.len() }>);

fn learn_arcs(trees: &[Tree], sentences: &[Sentence], settings: Settings, told: &mut impl FnMut(&str)) -> Parsers {
    let (mut moves, mut relations) = (Perceptron::new(MOVE_ROWS), Perceptron::new(RELATION_ROWS));
    let mut chance = Chance(0x2545_f491_4f6c_dd1d);
    let mut order: Vec<usize> = (0..trees.len()).collect();
    for round in 0..settings.parse_rounds {
        chance.shuffle(&mut order);
        for place in &order {
            let explores = round >= settings.explore && chance.share() < 0.9;
            learn_tree(&trees[*place], &sentences[*place], (&mut moves, &mut relations), explores);
        }
        told(&format!("parser, round {}", round + 1));
    }
    (moves, relations)
}

fn learn_tree(
    tree: &Tree,
    sentence: &Sentence,
    (moves, relations): (&mut Perceptron<MOVES>, &mut Perceptron<{ RELATIONS.len() }>),
    explores: bool,
) {
    let mut state = State::new(sentence.len());
    let (mut rows, mut named) = (Vec::new(), Vec::new());
    while !state.is_done() {
        looks::features(sentence, &state, &mut rows);
        let scores = moves.scores(&rows);
        let found = allowed(&state, &scores);
        let may = ALL.into_iter().filter(|step| state.may(*step));
        let costs: Vec<(Move, usize)> = may.map(|step| (step, cost(&state, &tree.heads, step))).collect();
        let least = costs.iter().map(|(_, cost)| *cost).min().unwrap_or(0);
        let good = costs.iter().filter(|(_, cost)| *cost == least).map(|(step, _)| *step);
        let right = good.max_by_key(|step| scores[*step as usize]).unwrap_or(found);
        let wrong = costs.iter().any(|(step, cost)| *step == found && *cost > least);
        if wrong {
            moves.learn(&rows, right as usize, found as usize);
        }
        moves.tick();
        let Some(word) = state.take(if wrong && !explores { right } else { found }) else { continue };
        labels::features(sentence, &state, word, &mut named);
        let said = best(&relations.scores(&named));
        let right = usize::from(tree.relations[word].0);
        // A relation to a wrong head has no right name.
        let at_home = state.heads[word] == tree.heads[word];
        if at_home && said != right {
            relations.learn(&named, right, said);
        }
        relations.tick();
        state.relations[word].0 = if at_home { right as u8 } else { said as u8 };
    }
}

/// How well a file of weights reads the trees.
pub fn measure(trees: &[Tree], lists: &Lists, tables: &Tables) -> Scores {
    let mut scores = Scores::default();
    for (tree, mut sentence) in trees.iter().zip(sentences(trees, lists)) {
        syntax::read(&mut sentence, tables);
        for at in 0..tree.words.len() {
            scores.words += 1;
            scores.tags += usize::from(sentence.tags[at] == tree.tags[at]);
            if tree.relations[at].is("punct") {
                continue;
            }
            let head = sentence.heads[at] == tree.heads[at];
            scores.arcs += 1;
            scores.heads += usize::from(head);
            scores.named += usize::from(head && sentence.relations[at] == tree.relations[at]);
        }
    }
    scores
}
