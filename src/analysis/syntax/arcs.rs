//! Heads and relations by shifts and arcs (arc-hybrid transitions; Kuhlmann, Gómez-Rodríguez and Satta 2011).

use super::labels;
use super::looks::features;
use super::scorer::Scorer;
use super::sentence::Sentence;
use super::tagging::best;
use super::tags::{RELATIONS, Relation};

/// How many kinds of transitions there are.
pub const MOVES: usize = 3;

/// One step of the parser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// The next word goes on the stack.
    Shift,
    /// The next word is the head of the top of the stack.
    Left,
    /// The word below the top of the stack is its head.
    Right,
}

pub const ALL: [Move; MOVES] = [Move::Shift, Move::Left, Move::Right];

/// What no word is: the head of one that has none yet.
pub const NONE: usize = usize::MAX;

/// A parse in the middle: the stack, the next word, and the arcs so far.
#[derive(Debug, Clone)]
pub struct State {
    pub stack: Vec<usize>,
    /// The next word; the number of words stands for the root.
    pub next: usize,
    pub count: usize,
    pub heads: Vec<usize>,
    pub relations: Vec<Relation>,
    /// For each word and the root its first and its last dependent on either side, and how many.
    pub first: Vec<usize>,
    pub last: Vec<usize>,
    pub before: Vec<u8>,
    pub behind: Vec<u8>,
}

impl State {
    pub fn new(count: usize) -> Self {
        Self {
            stack: Vec::with_capacity(count),
            next: 0,
            count,
            heads: vec![NONE; count],
            relations: vec![Relation(RELATIONS.len() as u8 - 1); count],
            first: vec![NONE; count + 1],
            last: vec![NONE; count + 1],
            before: vec![0; count + 1],
            behind: vec![0; count + 1],
        }
    }

    /// The word so many below the top of the stack.
    pub fn below(&self, depth: usize) -> usize {
        self.stack.len().checked_sub(depth + 1).map_or(NONE, |place| self.stack[place])
    }

    pub fn is_done(&self) -> bool {
        self.next == self.count && self.stack.is_empty()
    }

    pub fn may(&self, step: Move) -> bool {
        match step {
            Move::Shift => self.next < self.count,
            // Only the last word left may hang on the root.
            Move::Left => !self.stack.is_empty() && (self.next < self.count || self.stack.len() == 1),
            Move::Right => self.stack.len() > 1,
        }
    }

    /// Takes a step; the word that got a head, if it was an arc.
    pub fn take(&mut self, step: Move) -> Option<usize> {
        if step == Move::Shift {
            self.stack.push(self.next);
            self.next += 1;
            return None;
        }
        let head = if step == Move::Left { self.next } else { self.below(1) };
        let word = self.stack.pop()?;
        self.heads[word] = head;
        self.hang(word, head);
        Some(word)
    }

    fn hang(&mut self, word: usize, head: usize) {
        if word < head {
            self.before[head] = self.before[head].saturating_add(1);
            if self.first[head] == NONE || word < self.first[head] {
                self.first[head] = word;
            }
        } else {
            self.behind[head] = self.behind[head].saturating_add(1);
            if self.last[head] == NONE || word > self.last[head] {
                self.last[head] = word;
            }
        }
    }
}

/// The head and the relation of each word of a tagged sentence. Linear time.
pub fn arcs(
    sentence: &Sentence,
    moves: &impl Scorer<MOVES>,
    names: &impl Scorer<{ RELATIONS.len() }>,
) -> (Vec<usize>, Vec<Relation>) {
    let mut state = State::new(sentence.len());
    let mut rows = Vec::with_capacity(96);
    while !state.is_done() {
        features(sentence, &state, &mut rows);
        let step = allowed(&state, &moves.scores(&rows));
        if let Some(word) = state.take(step) {
            labels::features(sentence, &state, word, &mut rows);
            state.relations[word] = Relation(best(&names.scores(&rows)) as u8);
        }
    }
    (state.heads, state.relations)
}

/// The best step that may be taken.
pub fn allowed(state: &State, scores: &[i32; MOVES]) -> Move {
    let may = ALL.iter().zip(scores).filter(|(step, _)| state.may(**step));
    may.rev().max_by_key(|(_, score)| **score).map_or(Move::Shift, |(step, _)| *step)
}
