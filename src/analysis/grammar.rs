//! The parts of speech and dependencies of a clause, in terms of its items.

use std::cell::OnceCell;
use std::ops::Range;

use super::clauses::{Clause, Item};
use super::scare::is_utterance;
use super::syntax::arcs::arcs;
use super::syntax::sentence::{Sentence, Sight, Sights};
use super::syntax::tables::Tables;
use super::syntax::tagging::tag;
use super::syntax::tags::{Relation, Tag};

/// A tagged clause, parsed once somebody asks how it is built. A quotation that stands for itself is one word in it; quoted words within a sentence are parsed
/// with it.
#[derive(Debug, Clone, Default)]
pub struct Grammar {
    sentence: Sentence,
    /// The item that each parsed word belongs to.
    items: Vec<usize>,
    /// The first parsed word of each item.
    words: Vec<usize>,
    parse: OnceCell<Parse>,
}

/// How the words hang together.
#[derive(Debug, Clone, Default)]
struct Parse {
    heads: Vec<usize>,
    relations: Vec<Relation>,
    /// The first and the last word of all that hangs on a word.
    reach: Vec<(usize, usize)>,
}

/// What a quotation that stands for itself is read as: its closing mark.
const SPEECH: &str = "\"";

/// More words than this in one sentence are a list or a table, and not parsed.
const LONGEST: usize = 200;

impl Grammar {
    /// Tags a clause; nothing where it is too long or the weights do not fit.
    pub fn of<'t>(clause: &Clause<'t>, sights: &mut Sights<'t, '_>) -> Option<Self> {
        let tables = Tables::get()?;
        let mut grammar = Self::default();
        for (item, what) in clause.items.iter().enumerate() {
            grammar.words.push(grammar.items.len());
            match what {
                Item::Word(word) => grammar.push(item, sights.of(clause.prose.word(*word))),
                Item::Piece(piece) if is_utterance(clause, *piece) => grammar.push(item, sights.of(SPEECH)),
                Item::Piece(piece) => {
                    for word in clause.prose.words_in(clause.pieces[*piece].span) {
                        grammar.push(item, sights.of(clause.prose.word(word)));
                    }
                }
            }
        }
        if grammar.items.len() > LONGEST {
            return None;
        }
        tag(&mut grammar.sentence, &tables.tags);
        Some(grammar)
    }

    fn parse(&self) -> &Parse {
        self.parse.get_or_init(|| {
            let Some(tables) = Tables::get() else { return Parse::default() };
            let (heads, relations) = arcs(&self.sentence, &tables.moves, &tables.relations);
            Parse { reach: reach(&heads), heads, relations }
        })
    }

    fn push(&mut self, item: usize, sight: Sight) {
        self.items.push(item);
        self.sentence.words.push(sight);
    }

    /// The part of speech of an item that is a word.
    pub fn tag(&self, item: usize) -> Option<Tag> {
        self.sentence.tags.get(*self.words.get(item)?).copied()
    }

    /// What the word at an item hangs on, and how; the root has no head.
    pub fn head(&self, item: usize) -> Option<(Option<usize>, Relation)> {
        let word = *self.words.get(item)?;
        let head = *self.parse().heads.get(word)?;
        Some((self.items.get(head).copied(), *self.parse().relations.get(word)?))
    }

    /// The items that hang on the word at an item, in order, with their relations.
    pub fn dependents(&self, item: usize) -> impl Iterator<Item = (usize, Relation)> + '_ {
        let word = self.words.get(item).copied();
        let parse = self.parse();
        let of = parse.heads.iter().enumerate().filter(move |(_, head)| Some(**head) == word);
        of.map(|(dependent, _)| (self.items[dependent], parse.relations[dependent]))
    }

    /// The first dependent with one of these relations.
    pub fn dependent(&self, item: usize, relations: &[&str]) -> Option<usize> {
        self.dependents(item).find(|(_, relation)| relations.contains(&relation.name())).map(|(dependent, _)| dependent)
    }

    /// The word that acts in a verb: its subject, or that of the verb it is joined to, or the noun that it says
    /// something of ("protesters chanting").
    pub fn agent(&self, verb: usize) -> Option<usize> {
        let mut at = verb;
        for _ in 0..4 {
            let (head, relation) = self.head(at)?;
            let said_of = matches!(relation.name(), "acl" | "relcl");
            match self.dependent(at, &["nsubj"]) {
                Some(subject) if !(said_of && self.tag(subject).is_some_and(|tag| tag.name().starts_with('W'))) => {
                    return Some(subject);
                }
                _ if said_of => return head,
                _ if matches!(relation.name(), "conj" | "advcl" | "xcomp") => at = head?,
                _ => return None,
            }
        }
        None
    }

    /// The word that acts in the sentence before an item: in its main verb, or in a later one joined to that.
    pub fn actor_before(&self, item: usize) -> Option<usize> {
        let root = self.root()?;
        let joined = self.dependents(root).filter(|(_, relation)| relation.is("conj")).map(|(verb, _)| verb);
        let verbs = std::iter::once(root).chain(joined).filter(|&verb| verb < item);
        verbs.filter_map(|verb| self.dependent(verb, &["nsubj"])).last()
    }

    /// The word that acts in the nearest verb with a subject that the word at an item hangs below.
    pub fn agent_of_sentence(&self, item: usize) -> Option<usize> {
        let up = std::iter::successors(self.head(item)?.0, |&at| self.head(at)?.0);
        up.take(8).find_map(|at| self.dependent(at, &["nsubj"]))
    }

    /// The root of the clause.
    pub fn root(&self) -> Option<usize> {
        let heads = &self.parse().heads;
        let root = heads.iter().position(|head| *head == heads.len())?;
        self.items.get(root).copied()
    }

    /// From the first to the last item of all that hangs on the word at an item.
    pub fn extent(&self, item: usize) -> Range<usize> {
        let reach = self.words.get(item).and_then(|word| self.parse().reach.get(*word));
        reach.map_or(item..item + 1, |(first, last)| self.items[*first]..self.items[*last] + 1)
    }
}

/// The first and last word below each. Heads of a projective parse, in which each word's are contiguous.
fn reach(heads: &[usize]) -> Vec<(usize, usize)> {
    let mut reach: Vec<(usize, usize)> = (0..heads.len()).map(|word| (word, word)).collect();
    // Widening once for each level of the tree; the steps are bounded by its depth.
    let mut changed = true;
    while changed {
        changed = false;
        for word in (0..heads.len()).chain((0..heads.len()).rev()) {
            let (first, last) = reach[word];
            let Some(head) = reach.get_mut(heads[word]) else { continue };
            if first < head.0 || last > head.1 {
                *head = (head.0.min(first), head.1.max(last));
                changed = true;
            }
        }
    }
    reach
}
