//! What a whole text says of a word: how else it is written, and what stands beside it elsewhere.

use super::forms::Form;
use super::sheet::{Sheet, by_letters};
use super::tables::{FIRST, LAST, RARE_LAST};
use crate::analysis::lexicon::Classes;

/// The same letters stand somewhere small; with a capital inside a sentence; all in capitals.
pub const SMALL: u8 = 1;
pub const CAPITAL: u8 = 2;
pub const LOUD: u8 = 4;

/// Gives each form what all of its places say together.
pub fn gather(sheet: &mut Sheet) {
    let (mut written, mut beside) = (vec![0u8; sheet.forms.len()], vec![0u16; sheet.forms.len()]);
    for stretch in sheet.stretches.iter().filter(|stretch| !stretch.shouts) {
        for at in stretch.pieces.clone() {
            let place = sheet.pieces[at].form;
            written[place] |= how(sheet, at);
            if sheet.forms[place].capital {
                let before = (at > stretch.pieces.start).then(|| sheet.form(at - 1));
                let after = (at + 1 < stretch.pieces.end).then(|| sheet.form(at + 1));
                let next = (at + 2 < stretch.pieces.end).then(|| sheet.form(at + 2));
                beside[place] |= behind(before) | ahead(after, next);
            }
        }
    }
    for places in by_letters(&sheet.forms).values() {
        let all = places.iter().fold(0, |all, place| all | written[*place]);
        for place in places {
            written[*place] = all;
        }
    }
    for (form, (written, beside)) in sheet.forms.iter_mut().zip(written.into_iter().zip(beside)) {
        (form.written, form.beside) = (written, beside);
    }
}

fn how(sheet: &Sheet, at: usize) -> u8 {
    let form = sheet.form(at);
    let marked = at > 0 && !sheet.form(at - 1).text.starts_with(char::is_alphanumeric) && !sheet.pieces[at].glued;
    match (form.loud, form.capital) {
        (true, _) => LOUD,
        (_, true) if sheet.pieces[at].opens || marked => 0,
        (_, true) => CAPITAL,
        _ => SMALL,
    }
}

fn flag(bit: u16, holds: bool) -> u16 {
    u16::from(holds) << bit
}

fn behind(before: Option<&Form>) -> u16 {
    let Some(before) = before else { return 0 };
    let cue = Classes::CUE | Classes::CUE_THAT;
    flag(0, before.capital && (before.names & FIRST != 0 || before.classes.any(Classes::FIRST_NAME)))
        | flag(1, before.classes.any(Classes::TITLE | Classes::HONOUR))
        | flag(2, before.classes.any(Classes::ROLE))
        | flag(3, matches!(before.text, "in" | "at" | "near" | "from" | "across" | "to"))
        | flag(4, before.classes.any(cue))
        | flag(5, before.text == "the")
        | flag(6, before.text == "by" || before.text == "with")
        | flag(7, before.capital)
}

fn ahead(after: Option<&Form>, next: Option<&Form>) -> u16 {
    let Some(after) = after else { return 0 };
    let cue = Classes::CUE | Classes::CUE_THAT;
    let who = after.text == "," && next.is_some_and(|next| next.text == "who" || next.text.len() == 2);
    flag(8, after.classes.any(Classes::ORGANISATION))
        | flag(9, after.classes.any(Classes::PLACE_WORD))
        | flag(10, after.classes.any(cue) && !after.capital)
        | flag(11, after.capital && after.names & (LAST | RARE_LAST) != 0)
        | flag(12, who || after.text == "who")
        | flag(13, matches!(after.text, "’s" | "'s"))
        | flag(14, after.capital)
}
