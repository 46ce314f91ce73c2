//! What the tagger looks at, as rows of the table of weights: of the word, of its neighbours, of both.

use std::ops::Range;

use super::forms::Form;
use super::hash;
use super::sheet::{Sheet, Stretch};
use super::tables::{FIRST, LAST, RARE_LAST, ROWS};
use crate::analysis::lexicon::Classes;

/// The neighbours that are looked at.
pub const AROUND: [isize; 4] = [-2, -1, 1, 2];

/// Stands for what lies before and behind a passage.
const BEYOND: u64 = 0x5bd1_e995;

/// Characters of a word that are looked at.
const LETTERS: usize = 32;

/// The row of a feature: `sort` says what is looked at, `value` what is there.
fn row(sort: u64, value: u64) -> u32 {
    let number = hash::mixed(value, sort);
    (((number >> 32) * ROWS as u64) >> 32) as u32
}

/// The rows that a form alone gives to its own label.
pub fn own(form: &Form, push: &mut impl FnMut(u32)) {
    push(row(1, form.exact));
    push(row(2, form.lower));
    push(row(3, form.shape));
    push(row(4, (form.text.chars().count().min(9) as u64) << 1 | u64::from(form.loud)));
    affixes(form.text, push);
    let [small, middle, large] = form.clusters.map(u64::from);
    let cased = |cluster: u64| cluster << 2 | u64::from(form.capital) << 1 | u64::from(form.loud);
    push(row(21, cased(small)));
    push(row(22, cased(middle)));
    push(row(23, cased(large)));
    push(row(24, middle));
    push(row(25, large));
    push(row(26, u64::from(form.names)));
    bits(27, u64::from(form.names), push);
    push(row(28, u64::from(form.classes.bits())));
    bits(29, u64::from(form.classes.bits()), push);
    let written = u64::from(form.written);
    push(row(30, hash::mixed(form.shape, written)));
    push(row(31, written << 8 | u64::from(form.names)));
    if form.capital {
        bits(32, u64::from(form.beside), push);
        push(row(33, u64::from(form.beside & 0b11_0111_1111_1111)));
    }
}

fn bits(sort: u64, set: u64, push: &mut impl FnMut(u32)) {
    let mut rest = set;
    while rest != 0 {
        push(row(sort, u64::from(rest.trailing_zeros())));
        rest &= rest - 1;
    }
}

/// Heads and tails of one to four characters, and each three characters in a row.
fn affixes(text: &str, push: &mut impl FnMut(u32)) {
    let mut letters = ['\0'; LETTERS];
    let mut count = 0;
    for (slot, letter) in letters.iter_mut().zip(text.chars()) {
        *slot = letter;
        count += 1;
    }
    let letters = letters.get(..count).unwrap_or_default();
    let number =
        |letters: &[char]| letters.iter().fold(7, |all, letter| hash::mixed(all, u64::from(u32::from(*letter))));
    for length in 1..=count.min(4) {
        push(row(10 + length as u64, number(&letters[..length])));
        push(row(14 + length as u64, number(&letters[count - length..])));
    }
    for three in letters.windows(3) {
        push(row(19, number(three)));
    }
}

/// The rows that a form gives to the label of a word beside it; none stands for the end of the passage.
pub fn around(form: Option<&Form>, offset: isize, push: &mut impl FnMut(u32)) {
    let sort = (100 + offset * 10).cast_unsigned() as u64;
    let Some(form) = form else { return push(row(sort, BEYOND)) };
    push(row(sort, form.lower));
    push(row(sort + 1, form.shape));
    push(row(sort + 2, u64::from(form.clusters[1]) << 1 | u64::from(form.capital)));
    push(row(sort + 3, u64::from(form.classes.bits())));
    if offset.abs() == 1 {
        push(row(sort + 4, u64::from(form.clusters[2])));
        push(row(sort + 5, u64::from(form.clusters[0])));
        push(row(sort + 6, u64::from(form.names) << 3 | u64::from(form.written)));
        bits(sort + 7, u64::from(form.classes.bits()), push);
        push(row(sort + 8, u64::from(form.beside)));
    }
}

/// The rows that a word gets from where it stands and from words together.
pub fn together(sheet: &Sheet, stretch: &Stretch, at: usize, push: &mut impl FnMut(u32)) {
    let near = |offset: isize| neighbour(sheet, &stretch.pieces, at, offset);
    let (before, own, after) = (near(-1), sheet.form(at), near(1));
    let piece = &sheet.pieces[at];
    let lower = |form: Option<&Form>| form.map_or(BEYOND, |form| form.lower);
    let shape = |form: Option<&Form>| form.map_or(BEYOND, |form| form.shape);
    let middle = |form: Option<&Form>| form.map_or(999, |form| u64::from(form.clusters[1]));
    let small = |form: Option<&Form>| form.map_or(999, |form| u64::from(form.clusters[0]));
    let classes = |form: Option<&Form>| form.map_or(BEYOND, |form| u64::from(form.classes.bits()));
    push(row(201, hash::mixed(lower(before), own.lower)));
    push(row(202, hash::mixed(own.lower, lower(after))));
    push(row(203, hash::mixed(hash::mixed(shape(before), own.shape), shape(after))));
    push(row(204, middle(before) << 10 | middle(Some(own))));
    push(row(205, middle(Some(own)) << 10 | middle(after)));
    push(row(206, small(before) << 20 | small(Some(own)) << 10 | small(after)));
    push(row(207, hash::mixed(classes(before), own.shape)));
    push(row(208, hash::mixed(classes(after), own.shape)));
    push(row(209, hash::mixed(lower(near(-2)), lower(before))));
    push(row(210, hash::mixed(lower(after), lower(near(2)))));
    let place = u64::from(piece.opens) | u64::from(stretch.heading) << 1 | u64::from(stretch.shouts) << 2;
    push(row(211, hash::mixed(own.shape, place)));
    push(row(212, place << 8 | u64::from(own.written)));
    push(row(213, place << 16 | u64::from(own.clusters[1])));
    push(row(214, u64::from(piece.phrase) << 1 | u64::from(piece.glued)));
    push(row(215, name_pair(before, Some(own))));
    push(row(216, name_pair(Some(own), after)));
    if piece.opens {
        push(row(217, own.lower));
    }
    let guess = |place: usize| if stretch.pieces.contains(&place) { u64::from(sheet.pieces[place].guess) } else { 99 };
    let (guess, behind, ahead) = (guess(at), guess(at.wrapping_sub(1)), guess(at + 1));
    push(row(221, guess));
    push(row(222, guess << 8 | behind));
    push(row(223, guess << 8 | ahead));
    if guess != 0 {
        push(row(224, hash::mixed(own.shape, guess)));
        push(row(225, guess << 16 | u64::from(own.clusters[1])));
        push(row(226, guess << 16 | u64::from(own.names)));
    }
    of_run(sheet, stretch, at, push);
}

/// Whether two words may be a first and a last name.
fn name_pair(first: Option<&Form>, last: Option<&Form>) -> u64 {
    let given = first.map_or(9, |form| {
        u64::from(form.names & FIRST)
            | u64::from(form.classes.any(Classes::FIRST_NAME)) << 1
            | u64::from(form.capital) << 2
    });
    let family = last.map_or(99, |form| u64::from(form.names & (LAST | RARE_LAST)) << 1 | u64::from(form.capital));
    given << 8 | family
}

/// The capitals side by side that a word is one of: their last, first, number, and what stands around them.
fn of_run(sheet: &Sheet, stretch: &Stretch, at: usize, push: &mut impl FnMut(u32)) {
    let Some(run) = sheet.pieces[at].run.map(|run| &sheet.runs[run]) else { return };
    let (first, last) = (sheet.form(run.start), sheet.form(run.end - 1));
    let before = neighbour(sheet, &stretch.pieces, run.start, -1);
    let after = neighbour(sheet, &stretch.pieces, run.end - 1, 1);
    let beyond = |form: Option<&Form>| form.map_or(BEYOND, |form| form.lower);
    let place = u64::from(at == run.start) | u64::from(at + 1 == run.end) << 1;
    let length = run.len().min(6) as u64;
    let put = |value: u64| hash::mixed(value, place);
    push(row(231, put(last.lower)));
    push(row(232, put(u64::from(last.classes.bits()))));
    push(row(233, put(first.lower)));
    push(row(234, put(length)));
    push(row(235, put(beyond(before))));
    push(row(236, put(beyond(after))));
    push(row(237, hash::mixed(length, beyond(before))));
    push(row(238, hash::mixed(length, beyond(after))));
    push(row(239, put(u64::from(last.clusters[2]))));
    push(row(240, put(u64::from(last.clusters[1]) << 3 | length)));
    push(row(241, put(u64::from(first.names) << 8 | u64::from(last.names))));
    push(row(242, put(u64::from(first.classes.bits()) << 3 | length)));
}

fn neighbour<'s, 't>(sheet: &'s Sheet<'t>, within: &Range<usize>, at: usize, offset: isize) -> Option<&'s Form<'t>> {
    let place = at.checked_add_signed(offset).filter(|place| within.contains(place))?;
    Some(sheet.form(place))
}
