//! A correction as a row of the library, and a row as a correction.

use rusqlite::Row;

use crate::model::anchor::Anchor;
use crate::model::correction::{
    Amendment, Cited, Correction, Found, NameCorrection, QuoteCorrection, Ruling, Saying, Subject, Who,
};
use crate::model::entity::EntityKind;
use crate::model::quote::{Certainty, QuoteKind};

/// The columns of a row that say what was put right; those that do not hold for it are empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    pub name: String,
    pub kind: String,
    pub change: String,
    pub words: String,
    pub words_kind: String,
    pub spans: String,
    pub found: String,
    pub certainty: String,
    pub analyser: u32,
}

/// How an anchor is written: start, end, exact words, what stood before and after.
type Part = (usize, usize, String, String, String);

impl Written {
    pub fn of(correction: &Correction) -> Self {
        match correction {
            Correction::Name(correction) => of_name(correction),
            Correction::Quote(correction) => of_quote(correction),
        }
    }

    pub fn of_cited(cited: &Cited) -> Self {
        let row = Self { change: "cited".to_owned(), words: cited.speaker.clone(), ..Self::default() };
        row.about(&cited.of, cited.found.as_ref())
    }

    /// The columns of a row that was asked for by their names, in order.
    pub fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            name: row.get(0)?,
            kind: row.get(1)?,
            change: row.get(2)?,
            words: row.get(3)?,
            words_kind: row.get(4)?,
            spans: row.get(5)?,
            found: row.get(6)?,
            certainty: row.get(7)?,
            analyser: row.get(8)?,
        })
    }

    /// The row with the quote that it is about, and with what was found of that.
    fn about(self, saying: &Saying, found: Option<&Found>) -> Self {
        let part = |part: &Anchor| {
            let Anchor { start, end, exact, prefix, suffix, .. } = part.clone();
            (start, end, exact, prefix, suffix)
        };
        let parts: Vec<Part> = saying.parts.iter().map(part).collect();
        Self {
            kind: saying.kind.name().to_owned(),
            spans: serde_json::to_string(&parts).unwrap_or_default(),
            found: found.and_then(|found| found.speaker.clone()).unwrap_or_default(),
            certainty: found.map_or("", |found| found.certainty.name()).to_owned(),
            analyser: found.map_or(0, |found| found.analyser),
            ..self
        }
    }

    fn saying(&self) -> Option<Saying> {
        let parts: Vec<Part> = serde_json::from_str(&self.spans).ok()?;
        let part = |(start, end, exact, prefix, suffix)| Anchor { start, end, exact, prefix, suffix, sentence: None };
        Some(Saying { parts: parts.into_iter().map(part).collect(), kind: QuoteKind::named(&self.kind)? })
    }

    /// What the program had found; nothing where it had found no quote.
    fn was_found(&self) -> Option<Found> {
        let speaker = Some(self.found.clone()).filter(|name| !name.is_empty());
        Some(Found { speaker, certainty: Certainty::named(&self.certainty)?, analyser: self.analyser })
    }

    fn who(&self) -> Option<Who> {
        let name = self.words.clone();
        Some(match self.words_kind.as_str() {
            "typed" => Who::Typed(name),
            "unnamed" => Who::Unnamed(name),
            "nobody" => Who::Nobody,
            kind => Who::Name(Subject { name, kind: EntityKind::named(kind)? }),
        })
    }
}

/// The correction that a row holds; nothing where it is none, or one that this program can't read.
pub fn correction(row: Written) -> Option<Correction> {
    if !row.spans.is_empty() {
        let change = match row.change.as_str() {
            "speaker" => Ruling::Speaker(row.who()?),
            "quote-kind" => Ruling::Kind(QuoteKind::named(&row.words)?),
            "not-a-quote" => Ruling::NotAQuote,
            "quote" => Ruling::Quote(row.who()?),
            "right" => Ruling::Right(row.who()?),
            _ => return None,
        };
        return Some(QuoteCorrection { of: row.saying()?, change, found: row.was_found() }.into());
    }
    let words_kind = EntityKind::named(&row.words_kind);
    let change = match row.change.as_str() {
        "merge" => Amendment::Merge(Subject { name: row.words, kind: words_kind? }),
        "split" => Amendment::Split(row.words),
        "rename" => Amendment::Rename(row.words),
        "retype" => Amendment::Retype(words_kind?),
        "not-a-name" => Amendment::NotAName,
        _ => return None,
    };
    let of = Subject { name: row.name, kind: EntityKind::named(&row.kind)? };
    Some(NameCorrection { of, change }.into())
}

/// The copied quote that a row holds.
pub fn cited(row: Written) -> Option<Cited> {
    Some(Cited { of: row.saying()?, found: row.was_found(), speaker: row.words })
}

fn of_name(correction: &NameCorrection) -> Written {
    let (change, words, words_kind) = match &correction.change {
        Amendment::Merge(into) => ("merge", into.name.as_str(), into.kind.name()),
        Amendment::Split(form) => ("split", form.as_str(), ""),
        Amendment::Rename(to) => ("rename", to.as_str(), ""),
        Amendment::Retype(kind) => ("retype", "", kind.name()),
        Amendment::NotAName => ("not-a-name", "", ""),
    };
    let (name, kind) = (correction.of.name.clone(), correction.of.kind.name().to_owned());
    let [change, words, words_kind] = [change, words, words_kind].map(str::to_owned);
    Written { name, kind, change, words, words_kind, ..Written::default() }
}

fn of_quote(correction: &QuoteCorrection) -> Written {
    let (change, who) = match &correction.change {
        Ruling::Speaker(who) => ("speaker", Some(who)),
        Ruling::Quote(who) => ("quote", Some(who)),
        Ruling::Right(who) => ("right", Some(who)),
        Ruling::Kind(_) => ("quote-kind", None),
        Ruling::NotAQuote => ("not-a-quote", None),
    };
    let (words, words_kind) = match (&correction.change, who) {
        (Ruling::Kind(kind), _) => (kind.name(), ""),
        (_, Some(Who::Name(subject))) => (subject.name.as_str(), subject.kind.name()),
        (_, Some(Who::Typed(name))) => (name.as_str(), "typed"),
        (_, Some(Who::Unnamed(words))) => (words.as_str(), "unnamed"),
        (_, Some(Who::Nobody)) => ("", "nobody"),
        (_, None) => ("", ""),
    };
    let [change, words, words_kind] = [change, words, words_kind].map(str::to_owned);
    Written { change, words, words_kind, ..Written::default() }.about(&correction.of, correction.found.as_ref())
}
