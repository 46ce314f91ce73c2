//! Dates, sums of money, percentages and numbers, by scanners of our own.

use std::collections::HashMap;
use std::ops::Range;

use jiff::civil::Date;

use super::lexicon::Classes;
use super::normalise::{self, TENS, UNITS};
use super::prose::Prose;
use crate::model::entity::{Entity, EntityKind, Form, Mention};
use crate::model::value::Value;
use crate::text::span::TextSpan;
use crate::text::tokens::TokenKind;

const SCALES: [&str; 8] = ["million", "billion", "trillion", "thousand", "hundred", "m", "bn", "mn"];
const CURRENCIES: [&str; 16] = [
    "dollars", "pounds", "euros", "ringgit", "yen", "rupees", "yuan", "francs", "roubles", "rubles", "kronor", "cents",
    "pence", "pesos", "won", "dollar",
];
const SEASONS: [&str; 9] = ["year", "week", "month", "spring", "summer", "autumn", "winter", "night", "fall"];

/// One entity a value; mentions that read the same and come to the same are one. Bytes of the prose's text; `today` is
/// the article's date.
pub fn values(prose: &Prose, names: &[TextSpan], today: Option<Date>) -> Vec<Entity> {
    let mut entities: Vec<Entity> = Vec::new();
    let mut known: HashMap<(EntityKind, String, Option<Value>), usize> = HashMap::new();
    let mut at = 0;
    while at < prose.words.len() {
        let Some((kind, words)) = value(prose, at) else {
            at += 1;
            continue;
        };
        at = words.end.max(at + 1);
        let span = prose.span(words.clone());
        if is_named(names, span) {
            continue;
        }
        let value = normalise::value(prose, kind, words, today);
        let name = span.of(prose.text).to_owned();
        let mention = Mention { span, form: Form::Name };
        let index = *known.entry((kind, name.to_lowercase(), value)).or_insert(entities.len());
        match entities.get_mut(index) {
            Some(entity) => entity.mentions.push(mention),
            None => entities.push(Entity { value, ..Entity::new(kind, name, vec![mention]) }),
        }
    }
    entities
}

fn is_named(names: &[TextSpan], span: TextSpan) -> bool {
    let after = names.partition_point(|name| name.end <= span.start);
    names.get(after).is_some_and(|name| name.overlaps(span))
}

fn value(prose: &Prose, at: usize) -> Option<(EntityKind, Range<usize>)> {
    date(prose, at).map(|words| (EntityKind::Date, words)).or_else(|| money(prose, at)).or_else(|| number(prose, at))
}

fn is_number(prose: &Prose, at: usize) -> bool {
    prose.words.get(at).is_some_and(|word| word.kind == TokenKind::Number)
}

fn is_digits(prose: &Prose, at: usize, most: usize) -> bool {
    let word = prose.word(at);
    is_number(prose, at) && word.len() <= most && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_year(prose: &Prose, at: usize) -> bool {
    let word = prose.word(at);
    is_digits(prose, at, 4) && word.len() == 4 && matches!(word.as_bytes(), [b'1', b'5'..=b'9', ..] | [b'2', b'0', ..])
}

fn one_of(prose: &Prose, at: usize, words: &[&str]) -> bool {
    words.iter().any(|word| prose.is(at, word))
}

/// "Tuesday", "3 February 1934", "March 2019", "Oct 14", "last autumn", "2027".
fn date(prose: &Prose, at: usize) -> Option<Range<usize>> {
    let classes = prose.classes(at);
    if classes.any(Classes::DAY) && prose.is_capital(at) {
        let night = usize::from(one_of(prose, at + 1, &["night", "morning", "evening", "afternoon"]));
        let dated = usize::from(prose.word(at + 1) == ",");
        let next = date(prose, at + 1 + dated)
            .filter(|_| month_at(prose, at + 1 + dated) || is_digits(prose, at + 1 + dated, 2));
        return Some(at..next.map_or(at + 1 + night, |next| next.end));
    }
    if is_digits(prose, at, 2) && month_at(prose, at + 1) {
        return Some(at..at + 2 + usize::from(is_year(prose, at + 2)));
    }
    if month_at(prose, at) {
        let stop = usize::from(prose.word(at + 1) == "." && !prose.words[at + 1].closes);
        let day = usize::from(is_digits(prose, at + 1 + stop, 2));
        let after = at + 1 + stop + day;
        let comma = usize::from(day == 1 && prose.word(after) == "," && is_year(prose, after + 1));
        let year = usize::from(is_year(prose, after + comma));
        let end = after + if year == 1 { comma + 1 } else { 0 };
        return Some(at..if end == at + 1 + stop { at + 1 } else { end });
    }
    if one_of(prose, at, &["last", "next", "this"])
        && one_of(prose, at + 1, &SEASONS)
        && !(prose.is(at, "this") && prose.is(at + 1, "fall"))
    {
        return Some(at..at + 2);
    }
    if one_of(prose, at, &["yesterday", "tomorrow", "tonight", "today"]) {
        return Some(at..at + 1);
    }
    (is_year(prose, at) && !counts(prose, at)).then_some(at..at + 1)
}

fn month_at(prose: &Prose, at: usize) -> bool {
    let may = prose.word(at) == "May" || prose.word(at) == "March";
    let dated = is_number(prose, at + 1)
        || at > 0
            && (is_number(prose, at - 1)
                || one_of(prose, at - 1, &["in", "since", "until", "last", "by", "of", "from"]));
    prose.classes(at).any(Classes::MONTH) && prose.is_capital(at) && (!may || dated)
}

/// Whether the four digits count what follows: "2019 people".
fn counts(prose: &Prose, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| prose.word(before));
    matches!(before, "$" | "£" | "€")
        || prose.word(at + 1) == "%"
        || one_of(prose, at + 1, &["people", "troops", "homes", "metres", "miles"])
}

fn money(prose: &Prose, at: usize) -> Option<(EntityKind, Range<usize>)> {
    let kind = EntityKind::Money;
    if matches!(prose.word(at), "$" | "£" | "€" | "¥" | "₹" | "₽") && is_number(prose, at + 1) {
        return Some((kind, at..at + 2 + usize::from(one_of(prose, at + 2, &SCALES))));
    }
    if !is_number(prose, at) {
        return None;
    }
    let scaled = at + 1 + usize::from(one_of(prose, at + 1, &SCALES));
    if one_of(prose, scaled, &CURRENCIES) {
        return Some((kind, at..scaled + 1));
    }
    let word = prose.word(at);
    let pence = word.strip_suffix('p').is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
    pence.then_some((kind, at..at + 1))
}

fn number(prose: &Prose, at: usize) -> Option<(EntityKind, Range<usize>)> {
    if is_number(prose, at) {
        let word = prose.word(at);
        let behind = match prose.word(at + 1) {
            "%" => 1,
            "per" if prose.is(at + 2, "cent") => 2,
            "percent" => 1,
            _ => 0,
        };
        if behind > 0 {
            return Some((EntityKind::Percent, at..at + 1 + behind));
        }
        let ordinal = ["st", "nd", "rd", "th"].iter().any(|ending| word.ends_with(ending));
        let clock = word.contains(':') || word.ends_with("am") || word.ends_with("pm") || word.ends_with("0s");
        let clock =
            clock || one_of(prose, at + 1, &["am", "pm", "GMT"]) || prose.words[at].opens && prose.words[at].closes;
        let glued = at > 0 && matches!(prose.word(at - 1), "/" | "-" | "$" | "£" | "€");
        return (!ordinal && !clock && !glued)
            .then(|| (EntityKind::Number, at..at + 1 + usize::from(one_of(prose, at + 1, &SCALES))));
    }
    let word = prose.word(at).to_lowercase();
    let parts: Vec<&str> = word.split('-').collect();
    let numeral = parts.len() <= 2 && parts.iter().all(|part| is_numeral(part) || *part == "one" && parts.len() == 2);
    numeral.then(|| (EntityKind::Number, at..at + 1 + usize::from(one_of(prose, at + 1, &SCALES))))
}

/// "two" to "ninety", "hundred", "thousand"; "one" is a pronoun as often as a number.
fn is_numeral(word: &str) -> bool {
    UNITS.iter().skip(2).chain(&TENS).chain(&["hundred", "thousand"]).any(|numeral| *numeral == word)
}
