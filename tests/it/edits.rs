//! Edits of a text that are made up, with where a passage of it stands afterwards.

use std::collections::HashSet;

/// Numbers that look random and are the same in every run (xorshift64*).
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 11
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end.max(1) as u64).unwrap()
    }

    pub fn per_cent(&mut self, share: usize) -> bool {
        self.below(100) < share
    }
}

/// A word with what is glued to it, and what it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    words: String,
    sentence: usize,
    paragraph: usize,
    /// Whether it is of the passage that is looked for; of a second copy of it, where that was made.
    pub marked: Option<u8>,
}

/// A text as its words, with a passage marked.
#[derive(Debug, Clone)]
pub struct Edited {
    pub pieces: Vec<Piece>,
}

/// What is kept of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    Word,
    Three,
    Sentence,
    Paragraph,
}

/// What an editor does to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edit {
    /// A line on top, and a fifth of the words that are not the passage's.
    Others,
    /// This share of the words of the passage's own sentences.
    Itself(usize),
    /// The passage's paragraph moves.
    Moved,
    /// Other paragraphs change places.
    Shuffled,
    Inserted,
    /// Other paragraphs go.
    Thinned,
    /// The passage's paragraph stands twice.
    Doubled,
    /// The passage's paragraph goes.
    ParagraphGone,
    /// The passage's sentence goes, where it is one of several.
    SentenceGone,
    /// All at once: the sentence 10 %, others 20 %, paragraphs inserted and moved.
    Rewritten,
}

impl Edited {
    pub fn of(text: &str) -> Self {
        let mut pieces = Vec::new();
        let (mut sentence, paragraphs) = (0, text.split("\n\n"));
        for (paragraph, words) in paragraphs.enumerate() {
            sentence += 1;
            for word in words.split_whitespace() {
                pieces.push(Piece { words: word.to_owned(), sentence, paragraph, marked: None });
                let bare = word.trim_end_matches(['”', '"', '’', ')']);
                sentence += usize::from(bare.ends_with(['.', '!', '?']) && word.len() > 3);
            }
        }
        Self { pieces }
    }

    /// Marks a passage of that size, if there is one that is long enough.
    pub fn mark(&mut self, size: Size, chance: &mut Chance) -> bool {
        let at = chance.below(self.pieces.len());
        let Piece { sentence, paragraph, .. } = self.pieces[at];
        let wanted: Vec<usize> = (0..self.pieces.len())
            .filter(|index| match size {
                Size::Word => *index == at,
                Size::Three => (at..at + 3).contains(index) && self.pieces[*index].sentence == sentence,
                Size::Sentence => self.pieces[*index].sentence == sentence,
                Size::Paragraph => self.pieces[*index].paragraph == paragraph,
            })
            .collect();
        let enough = match size {
            Size::Word => 1,
            Size::Three => 3,
            Size::Sentence => 6,
            Size::Paragraph => 20,
        };
        wanted.iter().for_each(|index| self.pieces[*index].marked = Some(0));
        wanted.len() >= enough
    }

    /// The text, and where the passage and a copy of it stand: code points.
    pub fn text(&self) -> (String, Vec<(usize, usize)>) {
        let mut text = String::new();
        let mut spans: Vec<(usize, usize)> = Vec::new();
        let (mut points, mut last) = (0, None);
        let mut before: Option<u8> = None;
        for piece in &self.pieces {
            let joint = match last {
                None => "",
                Some(paragraph) if paragraph == piece.paragraph => " ",
                Some(_) => "\n\n",
            };
            text.push_str(joint);
            points += joint.len();
            let start = points;
            text.push_str(&piece.words);
            points += piece.words.chars().count();
            match (piece.marked, spans.last_mut()) {
                (Some(copy), Some(span)) if before == Some(copy) => span.1 = points,
                (Some(_), _) => spans.push((start, points)),
                _ => {}
            }
            (last, before) = (Some(piece.paragraph), piece.marked);
        }
        (text, spans)
    }

    /// Makes an edit; paragraphs and words that are new come from another text.
    pub fn edit(&mut self, edit: Edit, other: &Edited, chance: &mut Chance) {
        let own = self.pieces.iter().find(|piece| piece.marked.is_some()).cloned().expect("a passage was marked");
        let sentences: HashSet<usize> =
            self.pieces.iter().filter(|piece| piece.marked.is_some()).map(|piece| piece.sentence).collect();
        match edit {
            Edit::Others => {
                self.change(20, other, chance, |piece| piece.marked.is_none());
                self.insert(0, other, chance);
            }
            Edit::Itself(share) => self.change(share, other, chance, |piece| sentences.contains(&piece.sentence)),
            Edit::Moved => self.shift(own.paragraph, chance),
            Edit::Shuffled => {
                let all = self.paragraphs();
                (0..3).for_each(|_| {
                    let one = all[chance.below(all.len())];
                    if one != own.paragraph {
                        self.shift(one, chance);
                    }
                });
            }
            Edit::Inserted => (0..4).for_each(|_| {
                let at = chance.below(self.paragraphs().len() + 1);
                self.insert(at, other, chance);
            }),
            Edit::Thinned => {
                let gone: HashSet<usize> = self
                    .paragraphs()
                    .into_iter()
                    .filter(|paragraph| *paragraph != own.paragraph && chance.per_cent(40))
                    .collect();
                self.pieces.retain(|piece| !gone.contains(&piece.paragraph));
            }
            Edit::Doubled => self.double(own.paragraph, chance),
            Edit::ParagraphGone => self.pieces.retain(|piece| piece.paragraph != own.paragraph),
            Edit::SentenceGone => self.pieces.retain(|piece| !sentences.contains(&piece.sentence)),
            Edit::Rewritten => {
                self.change(20, other, chance, |piece| !sentences.contains(&piece.sentence));
                self.change(10, other, chance, |piece| sentences.contains(&piece.sentence));
                self.insert(0, other, chance);
                let all = self.paragraphs();
                self.shift(all[chance.below(all.len())], chance);
            }
        }
    }

    /// The paragraphs, in order.
    fn paragraphs(&self) -> Vec<usize> {
        let mut all: Vec<usize> = self.pieces.iter().map(|piece| piece.paragraph).collect();
        all.dedup();
        all
    }

    fn change(&mut self, share: usize, other: &Edited, chance: &mut Chance, which: impl Fn(&Piece) -> bool) {
        let mut changed = Vec::with_capacity(self.pieces.len());
        for piece in &self.pieces {
            if !which(piece) || !chance.per_cent(share) {
                changed.push(piece.clone());
                continue;
            }
            let new = other.pieces[chance.below(other.pieces.len())].words.clone();
            let fresh = Piece { words: new, ..piece.clone() };
            match chance.below(5) {
                0 => {}
                1 => changed.extend([piece.clone(), fresh]),
                _ => changed.push(fresh),
            }
        }
        self.pieces = changed;
    }

    /// Takes a paragraph out and puts it in elsewhere.
    fn shift(&mut self, paragraph: usize, chance: &mut Chance) {
        let (moved, rest): (Vec<Piece>, Vec<Piece>) =
            self.pieces.drain(..).partition(|piece| piece.paragraph == paragraph);
        self.pieces = rest;
        let all = self.paragraphs();
        self.put(chance.below(all.len() + 1), moved);
    }

    fn double(&mut self, paragraph: usize, chance: &mut Chance) {
        let copy = self.pieces.iter().filter(|piece| piece.paragraph == paragraph).cloned();
        let copy = copy.map(|piece| Piece { paragraph: 20_000, marked: piece.marked.map(|_| 1), ..piece }).collect();
        let all = self.paragraphs();
        self.put(chance.below(all.len() + 1), copy);
    }

    fn insert(&mut self, at: usize, other: &Edited, chance: &mut Chance) {
        let all = other.paragraphs();
        let chosen = all[chance.below(all.len())];
        let number = 10_000 + self.pieces.len();
        let new = other.pieces.iter().filter(|piece| piece.paragraph == chosen).cloned();
        let new = new.map(|piece| Piece { paragraph: number, sentence: piece.sentence + 10_000, ..piece }).collect();
        self.put(at, new);
    }

    /// Puts pieces before the paragraph that is the `at`th.
    fn put(&mut self, at: usize, new: Vec<Piece>) {
        let all = self.paragraphs();
        let place = all.get(at).and_then(|next| self.pieces.iter().position(|piece| piece.paragraph == *next));
        let place = place.unwrap_or(self.pieces.len());
        self.pieces.splice(place..place, new);
    }
}
