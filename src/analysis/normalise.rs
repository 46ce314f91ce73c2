//! What values come to: days counted from the article's date, sums with their currency, numerals as numbers.
//!
//! Days that are only named are resolved as HeidelTime does it in news (Strötgen and Gertz, SemEval 2010): to the
//! last one before the article, and to the next one where the sentence speaks of what will be.

use std::ops::Range;

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

use super::lexicon::Classes;
use super::prose::Prose;
use crate::model::entity::EntityKind;
use crate::model::value::{Calendar, Decimal, Value};

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
/// The numerals in their order, from nothing on.
pub const UNITS: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
pub const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const SCALES: [(&str, u32); 8] =
    [("hundred", 2), ("thousand", 3), ("million", 6), ("m", 6), ("mn", 6), ("billion", 9), ("bn", 9), ("trillion", 12)];
/// Words and signs of currencies that mean one only; a bare dollar is the American one.
const CURRENCIES: [(&str, &str); 15] = [
    ("$", "USD"),
    ("dollars", "USD"),
    ("dollar", "USD"),
    ("£", "GBP"),
    ("pounds", "GBP"),
    ("€", "EUR"),
    ("euros", "EUR"),
    ("ringgit", "MYR"),
    ("yen", "JPY"),
    ("₹", "INR"),
    ("rupees", "INR"),
    ("yuan", "CNY"),
    ("₽", "RUB"),
    ("roubles", "RUB"),
    ("rubles", "RUB"),
];
/// Dollars that say whose they are.
const DOLLARS: [(&str, &str); 6] =
    [("US", "USD"), ("A", "AUD"), ("C", "CAD"), ("NZ", "NZD"), ("HK", "HKD"), ("S", "SGD")];
/// Words of a sentence about what is to come.
const FUTURE: [&str; 6] = ["will", "shall", "due", "plans", "expected", "scheduled"];
/// Days after which the last one of a name is less likely meant than the next one.
const LONG_AGO: i32 = 335;
/// How far such a word is looked for.
const SENTENCE: usize = 40;

/// What the value at `words` comes to; none where it is not plain. `today` is the article's date.
pub fn value(prose: &Prose, kind: EntityKind, words: Range<usize>, today: Option<Date>) -> Option<Value> {
    match kind {
        EntityKind::Date => date(prose, words, today).map(Value::Date),
        EntityKind::Money => money(prose, words),
        EntityKind::Percent => amount(prose, words).map(Value::Percent),
        _ => amount(prose, words).map(Value::Number),
    }
}

/// The first number of the words, with the scale behind it: "2.4 million", "twenty-one", "8,500".
fn amount(prose: &Prose, words: Range<usize>) -> Option<Decimal> {
    let word = |at: usize| prose.word(at).to_lowercase();
    let (at, number) = words.clone().find_map(|at| Some((at, numeral(&word(at))?)))?;
    let scale = word(at + 1);
    let scale = SCALES.iter().find(|(name, _)| *name == scale).filter(|_| words.contains(&(at + 1)));
    scale.map_or(Some(number), |(_, exponent)| number.scaled(*exponent))
}

/// "2.4m", "8,500", "seven", "twenty-one", "hundred".
pub fn numeral(word: &str) -> Option<Decimal> {
    let unit = |word: &str| UNITS.iter().position(|unit| *unit == word);
    let ten = |word: &str| TENS.iter().position(|ten| *ten == word).map(|at| (at + 2) * 10);
    let spelt = match word.split_once('-') {
        Some((tens, units)) => ten(tens).zip(unit(units)).map(|(tens, units)| tens + units),
        None => unit(word).or_else(|| ten(word)),
    };
    if let Some(number) = spelt.and_then(|number| u32::try_from(number).ok()) {
        return Some(Decimal::from(number));
    }
    let digits = word.trim_end_matches(char::is_alphabetic);
    let exponent = |scale: &str| SCALES.iter().find(|(name, _)| *name == scale).map(|(_, exponent)| *exponent);
    let number = if digits.is_empty() { Decimal::from(1) } else { Decimal::parse(digits)? };
    match word.get(digits.len()..)? {
        "" => Some(number),
        // "40p": what it is of says the currency.
        "p" => Some(number),
        scale => number.scaled(exponent(scale)?),
    }
}

fn money(prose: &Prose, words: Range<usize>) -> Option<Value> {
    let amount = amount(prose, words.clone())?;
    let pence = |word: &str| word == "pence" || word.strip_suffix('p').is_some_and(|digits| !digits.is_empty());
    if words.clone().any(|at| pence(prose.word(at))) {
        return Some(Value::Money(amount.hundredth(), "GBP"));
    }
    let named = |name: &str| CURRENCIES.iter().find(|(word, _)| *word == name).map(|(_, code)| *code);
    let code = words.clone().find_map(|at| named(&prose.word(at).to_lowercase()))?;
    let before = words.start.checked_sub(1).filter(|before| {
        let (sign, word) = (prose.span(words.start..words.start + 1), prose.span(*before..before + 1));
        prose.word(words.start) == "$" && word.end == sign.start
    });
    let whose = before.and_then(|before| DOLLARS.iter().find(|(word, _)| *word == prose.word(before)));
    Some(Value::Money(amount, whose.map_or(code, |(_, code)| code)))
}

/// What the words of a date say, each at most once.
#[derive(Default)]
struct Parts {
    weekday: Option<Weekday>,
    day: Option<i8>,
    month: Option<i8>,
    year: Option<i16>,
    /// "last" and "next".
    shift: Option<i8>,
    /// "yesterday", "today", "tomorrow".
    days: Option<i8>,
    unit: Option<&'static str>,
}

fn parts(prose: &Prose, words: Range<usize>) -> Parts {
    let mut parts = Parts::default();
    for at in words {
        let (word, classes) = (prose.word(at).to_lowercase(), prose.classes(at));
        let stem = word.get(..3).unwrap_or_default();
        if classes.any(Classes::DAY) {
            let day = DAYS.iter().position(|day| *day == stem).and_then(|day| i8::try_from(day).ok());
            parts.weekday = day.and_then(|day| Weekday::from_monday_zero_offset(day).ok());
        } else if classes.any(Classes::MONTH) {
            let month = MONTHS.iter().position(|month| *month == stem).and_then(|month| i8::try_from(month + 1).ok());
            parts.month = month;
        } else if let Ok(number) = word.parse::<i16>() {
            match i8::try_from(number) {
                Ok(day) if word.len() <= 2 => parts.day = Some(day),
                _ => parts.year = Some(number),
            }
        }
        match word.as_str() {
            "last" => parts.shift = Some(-1),
            "this" => parts.shift = Some(0),
            "next" => parts.shift = Some(1),
            "yesterday" => parts.days = Some(-1),
            "today" | "tonight" => parts.days = Some(0),
            "tomorrow" => parts.days = Some(1),
            "night" if parts.shift == Some(-1) => parts.days = Some(-1),
            "week" => parts.unit = Some("week"),
            "month" => parts.unit = Some("month"),
            "year" => parts.unit = Some("year"),
            _ => {}
        }
    }
    parts
}

fn date(prose: &Prose, words: Range<usize>, today: Option<Date>) -> Option<Calendar> {
    let said = parts(prose, words.clone());
    let in_a_year = |today, month, day| in_a_year(today, month, day, is_to_come(prose, words.start));
    match (said.day, said.month, said.year) {
        (Some(day), Some(month), Some(year)) => return Date::new(year, month, day).ok().map(Calendar::Day),
        (Some(day), Some(month), None) => return in_a_year(today?, month, day).map(Calendar::Day),
        (None, Some(month), Some(year)) => return Some(Calendar::Month(year, month)),
        (None, Some(month), None) => {
            return in_a_year(today?, month, 1).map(|day| Calendar::Month(day.year(), month));
        }
        (None, None, Some(year)) => return Some(Calendar::Year(year)),
        _ => {}
    }
    let today = today?;
    if let Some(days) = said.days {
        return moved(today, i64::from(days).days()).map(Calendar::Day);
    }
    if let Some(weekday) = said.weekday {
        return named_day(prose, words, today, weekday).map(Calendar::Day);
    }
    let shift = i64::from(said.shift?);
    match said.unit? {
        "week" => moved(today, shift.weeks()).map(|day| {
            let week = day.iso_week_date();
            Calendar::Week(week.year(), week.week())
        }),
        "month" => moved(today, shift.months()).map(|day| Calendar::Month(day.year(), day.month())),
        _ => moved(today, shift.years()).map(|day| Calendar::Year(day.year())),
    }
}

fn moved(day: Date, by: Span) -> Option<Date> {
    day.checked_add(by).ok()
}

/// The last such day up to the article's, or the next one where it is to come, or near at hand and the last one long
/// past.
fn in_a_year(today: Date, month: i8, day: i8, to_come: bool) -> Option<Date> {
    let dates = (-4..=4).filter_map(|years| Date::new(today.year().checked_add(years)?, month, day).ok());
    let (past, next): (Vec<Date>, Vec<Date>) = dates.partition(|date| *date <= today);
    let last = past.last().copied();
    let ago = last.and_then(|last| today.since(last).ok()).map_or(i32::MAX, |span| span.get_days());
    if (to_come && ago > 0) || ago > LONG_AGO { next.first().copied() } else { last }
}

/// "on Tuesday": the last one up to the article's day, or the next one where it is still to come.
fn named_day(prose: &Prose, words: Range<usize>, today: Date, weekday: Weekday) -> Option<Date> {
    let before = words.start.checked_sub(1).map_or("", |before| prose.word(before));
    let future = before == "next" || before != "last" && is_to_come(prose, words.start);
    let since = i64::from(today.weekday().since(weekday));
    let days = match (future, since) {
        (true, 0) if before != "next" => 0,
        (true, since) => 7 - since,
        (false, 0) if before == "last" => -7,
        (false, since) => -since,
    };
    moved(today, days.days())
}

/// Whether the sentence speaks of what will be, up to this word.
fn is_to_come(prose: &Prose, at: usize) -> bool {
    let first = (at.saturating_sub(SENTENCE)..=at).rev().find(|word| prose.words[*word].opens);
    let Some(first) = first else { return false };
    let rest = (at..at.saturating_add(SENTENCE).min(prose.words.len()))
        .take_while(|word| *word == at || !prose.words[word - 1].closes);
    (first..at).chain(rest).any(|word| FUTURE.iter().any(|sign| prose.is(word, sign)))
}
