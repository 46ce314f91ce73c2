//! Days as newspapers and pages write them.

use jiff::civil::Date;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The first day that a short text names: "Wednesday 4 March 2026", "Oct. 14, 2026", "2026-03-02T08:00Z".
pub fn find(text: &str) -> Option<Date> {
    iso(text).or_else(|| worded(text))
}

fn iso(text: &str) -> Option<Date> {
    text.char_indices().filter(|(_, letter)| letter.is_ascii_digit()).find_map(|(at, _)| {
        let day = text.get(at..at + 10)?;
        let mut parts = day.splitn(3, '-').map(str::parse::<i16>);
        let (year, month, day) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
        date(year, month.try_into().ok()?, day.try_into().ok()?)
    })
}

fn worded(text: &str) -> Option<Date> {
    let words: Vec<&str> =
        text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let at = words.iter().position(|word| month(word).is_some())?;
    let month = month(words[at])?;
    let day = |word: Option<&&str>| {
        let digits: String = word?.chars().take_while(char::is_ascii_digit).collect();
        digits.parse::<i8>().ok().filter(|day| (1..=31).contains(day))
    };
    let year = |word: Option<&&str>| word?.parse::<i16>().ok().filter(|year| (1900..2200).contains(year));
    let before = at.checked_sub(1).and_then(|at| words.get(at));
    match (day(before), year(words.get(at + 1))) {
        (Some(day), Some(year)) => date(year, month, day),
        _ => date(year(words.get(at + 2))?, month, day(words.get(at + 1))?),
    }
}

/// The number of a month, written out or shortened.
pub fn month(word: &str) -> Option<i8> {
    let lower = word.to_lowercase();
    let index = MONTHS.iter().position(|month| lower.starts_with(month))?;
    let full = jiff::civil::date(2000, i8::try_from(index + 1).ok()?, 1).strftime("%B").to_string().to_lowercase();
    (full.starts_with(&lower) || lower == "sept").then(|| i8::try_from(index + 1).ok()).flatten()
}

fn date(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok().filter(|date| (1900..2200).contains(&date.year()))
}
