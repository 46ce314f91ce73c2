//! What the reader says of the speakers of quotes, for the bookmarks that were kept of them.

use std::collections::HashMap;

use rusqlite::Connection;

use super::corrections::COLUMNS;
use super::shelves::listed;
use super::written::{self, Written};
use crate::model::bookmark::Bookmark;
use crate::model::correction::{Correction, Ruling, Saying, Who};
use crate::model::shelf::Shelf;

/// Notes on the bookmarks whom the reader says that they are said by, where that is another than was kept.
pub fn correct(rows: &Connection, shelves: &mut [Shelf]) -> rusqlite::Result<()> {
    let sql = format!(
        "SELECT {COLUMNS}, article FROM correction
        WHERE undone = 0 AND change IN ('speaker', 'quote', 'right') ORDER BY id"
    );
    let said = listed(rows, &sql, [], |row| Ok(ruling(Written::read(row)?).zip(row.get(9).ok())))?;
    let mut articles: HashMap<i64, Vec<(Saying, Who)>> = HashMap::new();
    for (ruling, article) in said {
        articles.entry(article).or_default().push(ruling);
    }
    for shelf in shelves {
        let Some(rulings) = articles.get(&shelf.source.article) else { continue };
        for bookmark in &mut shelf.bookmarks {
            // The last word holds.
            let who = rulings.iter().rev().find(|(saying, _)| is_of(saying, bookmark)).map(|(_, who)| who.name());
            let kept = bookmark.said.as_ref().and_then(|said| said.speaker.as_deref());
            bookmark.corrected = who.filter(|who| Some(*who) != kept).map(str::to_owned);
        }
    }
    Ok(())
}

fn ruling(row: Written) -> Option<(Saying, Who)> {
    let Correction::Quote(correction) = written::correction(row)? else { return None };
    match correction.change {
        Ruling::Speaker(who) | Ruling::Quote(who) | Ruling::Right(who) => Some((correction.of, who)),
        Ruling::Kind(_) | Ruling::NotAQuote => None,
    }
}

/// Whether a bookmark was kept of a quote: it goes from the first of its words to the last.
fn is_of(saying: &Saying, bookmark: &Bookmark) -> bool {
    let words = &bookmark.anchor.exact;
    let (Some(first), Some(last)) = (saying.parts.first(), saying.parts.last()) else { return false };
    bookmark.said.is_some() && words.starts_with(&first.exact) && words.ends_with(&last.exact) && {
        let parts: usize = saying.parts.iter().map(|part| part.exact.len()).sum();
        saying.parts.len() > 1 || words.len() == parts
    }
}
