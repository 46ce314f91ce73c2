//! What a day, a sum, a share or a count comes to.

use std::fmt;

use jiff::civil::Date;

/// The value of an entity that is no name, where the text says it plainly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Value {
    Date(Calendar),
    /// A sum in a currency of ISO 4217 ("GBP").
    Money(Decimal, &'static str),
    /// A share of a hundred.
    Percent(Decimal),
    Number(Decimal),
}

/// A day, or the longer time that is meant; shown as ISO 8601 writes it ("2026-11-24", "2026-W48", "2026-11", "2026").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Calendar {
    Day(Date),
    /// The ISO year and week.
    Week(i16, i8),
    Month(i16, i8),
    Year(i16),
}

/// An exact decimal number: `digits` divided by ten as often as `places` says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Decimal {
    digits: i64,
    places: u8,
}

impl Decimal {
    /// The number in digits ("8,500", "2.4"); none for anything else, or more than 18 digits.
    pub fn parse(written: &str) -> Option<Self> {
        let (whole, part) = written.split_once('.').unwrap_or((written, ""));
        let groups: Vec<&str> = whole.split(',').collect();
        let grouped = groups.len() == 1 || groups.iter().skip(1).all(|group| group.len() == 3);
        let digits = groups.concat() + part;
        let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
        if !grouped || !plain || groups[0].is_empty() || written.ends_with('.') || digits.len() > 18 {
            return None;
        }
        let (digits, places) = (digits.parse().ok()?, u8::try_from(part.len()).ok()?);
        Some(Self { digits, places }.shortest())
    }

    /// The number ten to the power of `exponent` times as great; none beyond 18 digits.
    pub fn scaled(self, exponent: u32) -> Option<Self> {
        let digits = self.digits.checked_mul(10i64.checked_pow(exponent)?)?;
        (digits < 10i64.pow(18)).then(|| Self { digits, ..self }.shortest())
    }

    /// A hundredth of the number.
    pub fn hundredth(self) -> Self {
        Self { places: self.places.saturating_add(2), ..self }.shortest()
    }

    fn shortest(mut self) -> Self {
        while self.places > 0 && self.digits % 10 == 0 {
            self.digits /= 10;
            self.places -= 1;
        }
        self
    }
}

impl From<u32> for Decimal {
    fn from(number: u32) -> Self {
        Self { digits: number.into(), places: 0 }
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.places == 0 {
            return write!(out, "{}", self.digits);
        }
        let width = usize::from(self.places) + 1;
        let digits = format!("{:0width$}", self.digits);
        let (whole, part) = digits.split_at(digits.len() - usize::from(self.places));
        write!(out, "{whole}.{part}")
    }
}

impl fmt::Display for Calendar {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Calendar::Day(day) => write!(out, "{day}"),
            Calendar::Week(year, week) => write!(out, "{year:04}-W{week:02}"),
            Calendar::Month(year, month) => write!(out, "{year:04}-{month:02}"),
            Calendar::Year(year) => write!(out, "{year:04}"),
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Date(date) => write!(out, "{date}"),
            Value::Money(amount, currency) => write!(out, "{currency} {amount}"),
            Value::Percent(share) => write!(out, "{share}%"),
            Value::Number(number) => write!(out, "{number}"),
        }
    }
}
