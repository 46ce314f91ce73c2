//! The best labels of a passage (Viterbi 1967) under whole-number weights.

use super::features::{AROUND, around, own, together};
use super::forms::Form;
use super::labels::{LABELS, NameKind, OUTSIDE, may_follow};
use super::sheet::{Sheet, Stretch};
use super::tables::Tables;

/// No labels may stand like that.
const NEVER: i32 = i32::MIN / 4;

/// How much less a person is believed to begin than was learnt: the texts learnt from name more people than news
/// does. Set on the held-out sets, where more of it finds fewer people and less of it finds more that are none.
const DOUBT: i32 = 20;

/// What a form adds to its own label and to those of the words around it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Share {
    own: [i32; LABELS],
    around: [[i32; LABELS]; AROUND.len()],
}

/// The shares of all forms, so that the same word is not looked up twice.
pub fn shares(sheet: &Sheet, tables: &Tables) -> Vec<Share> {
    sheet.forms.iter().map(|form| share(form, tables)).collect()
}

fn share(form: &Form, tables: &Tables) -> Share {
    let mut share = Share::default();
    own(form, &mut |row| tables.add(row, &mut share.own));
    for (scores, offset) in share.around.iter_mut().zip(AROUND) {
        // The word that stands at an offset from another sees that one at the opposite offset.
        around(Some(form), offset, &mut |row| tables.add(row, scores));
    }
    share
}

/// One label for each piece of a passage; equal scores give the lower label.
pub fn labels(sheet: &Sheet, stretch: &Stretch, shares: &[Share], tables: &Tables) -> Vec<usize> {
    let mut best = [NEVER; LABELS];
    let mut came: Vec<[u8; LABELS]> = Vec::with_capacity(stretch.pieces.len());
    for at in stretch.pieces.clone() {
        let scores = scores(sheet, stretch, at, shares, tables);
        let mut from = [0; LABELS];
        let mut next = [NEVER; LABELS];
        for label in 0..LABELS {
            let (before, score) = match came.is_empty() {
                true => (OUTSIDE, if may_follow(OUTSIDE, label) { 0 } else { NEVER }),
                false => step(&best, label, tables),
            };
            from[label] = before as u8;
            next[label] = score.max(NEVER).saturating_add(scores[label]);
        }
        best = next;
        came.push(from);
    }
    trace(&best, &came)
}

fn step(best: &[i32; LABELS], label: usize, tables: &Tables) -> (usize, i32) {
    let mut found = (OUTSIDE, NEVER);
    for (before, score) in best.iter().enumerate().filter(|(before, _)| may_follow(*before, label)) {
        let score = score.saturating_add(tables.steps[before * LABELS + label]);
        if score > found.1 {
            found = (before, score);
        }
    }
    found
}

/// The scores of all labels of one piece.
fn scores(sheet: &Sheet, stretch: &Stretch, at: usize, shares: &[Share], tables: &Tables) -> [i32; LABELS] {
    let mut scores = shares[sheet.pieces[at].form].own;
    for (nth, offset) in AROUND.into_iter().enumerate() {
        match at.checked_add_signed(offset).filter(|place| stretch.pieces.contains(place)) {
            Some(place) => {
                let share = &shares[sheet.pieces[place].form].around[nth];
                scores.iter_mut().zip(share).for_each(|(score, more)| *score += more);
            }
            None => around(None, offset, &mut |row| tables.add(row, &mut scores)),
        }
    }
    together(sheet, stretch, at, &mut |row| tables.add(row, &mut scores));
    scores[NameKind::Person.begins()] -= DOUBT;
    scores
}

fn trace(best: &[i32; LABELS], came: &[[u8; LABELS]]) -> Vec<usize> {
    let mut label = (0..LABELS).rev().max_by_key(|label| best[*label]).unwrap_or(OUTSIDE);
    let mut labels = vec![OUTSIDE; came.len()];
    for (slot, from) in labels.iter_mut().zip(came).rev() {
        *slot = label;
        label = usize::from(from[label]);
    }
    labels
}
