//! Bookmarks of other programs, taken into the library after a look at what would come of them.

use std::collections::HashMap;

use jiff::Timestamp;
use rusqlite::{Transaction, params};

use super::adopting::{self, Held, IMPORT, Likeness};
use super::shelves::listed;
use super::{Error, Library, bookmarks};
use crate::model::anchor::Anchor;
use crate::model::bookmark::{Bookmark, State};
use crate::model::shelf::Source;
use crate::text::passage::{Ground, Standing};
use crate::text::points::CodePoints;
use crate::text::span::TextSpan;

/// A bookmark that comes in, with what is known of its article.
pub type Incoming = (Source, Bookmark);

/// What came, or would come, of bookmarks that are taken in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Found in the article's text.
    pub matched: usize,
    /// Found with other words, or in another place: to be looked at, if that is not decided.
    pub changed: usize,
    /// The article's text does not have it, or the reader decided so; it is kept all the same.
    pub lost: usize,
    /// The library does not have the article's text: it is looked for when the article is opened.
    pub waiting: usize,
    /// The library has it.
    pub there: usize,
}

impl Library {
    /// What would come of these bookmarks.
    pub fn preview(&self, incoming: &[Incoming]) -> Result<Count, Error> {
        let looked = self.look(incoming);
        looked.map(|(count, _)| count).map_err(|error| Error::from_sql(&self.folder, &error))
    }

    /// Takes these bookmarks in; once this returns, they are on the disk, all of them or none.
    pub fn import(&mut self, incoming: &[Incoming], now: Timestamp) -> Result<Count, Error> {
        let (count, new) = self.look(incoming).map_err(|error| Error::from_sql(&self.folder, &error))?;
        self.set_durable(true)?;
        let kept = self.change(|rows| new.iter().try_for_each(|one| take(rows, one, now)));
        self.set_durable(false)?;
        kept?;
        self.announce();
        Ok(count)
    }

    /// The count, and the bookmarks that are new, with the numbers of their articles and texts, 0 where there are none.
    fn look(&self, incoming: &[Incoming]) -> rusqlite::Result<(Count, Vec<Incoming>)> {
        let mut count = Count::default();
        let mut new: Vec<Incoming> = Vec::new();
        for (source, bookmark) in self.by_article(incoming)? {
            let there = |other: &Bookmark| other.id == bookmark.id || other.is_of_same_passage(&bookmark);
            let is_known = self.is_known(&bookmark)?;
            if is_known || new.iter().any(|(other, one)| there(one) && other.headline == source.headline) {
                count.there += 1;
                continue;
            }
            match bookmark.state {
                State::InPlace => count.matched += 1,
                State::Changed | State::OldWords => count.changed += 1,
                State::Lost => count.lost += 1,
                State::Unchecked => count.waiting += 1,
            }
            new.push((source, bookmark));
        }
        Ok((count, new))
    }

    fn is_known(&self, bookmark: &Bookmark) -> rusqlite::Result<bool> {
        let sql = "SELECT EXISTS (SELECT 1 FROM bookmark
            WHERE id = ?1 OR (article = ?2 AND exact = ?3 AND (prefix = ?4 OR ?4 = '')))";
        let Anchor { exact, prefix, .. } = &bookmark.anchor;
        let mut statement = self.connection.prepare_cached(sql)?;
        statement.query_row(params![bookmark.id.to_string(), bookmark.article, exact, prefix], |row| row.get(0))
    }

    /// The bookmarks as they stand in the latest texts of their articles.
    fn by_article(&self, incoming: &[Incoming]) -> rusqlite::Result<Vec<Incoming>> {
        let mut groups: Vec<(&Source, Vec<Bookmark>)> = Vec::new();
        let mut places: HashMap<(Option<&str>, &str), usize> = HashMap::new();
        for (source, bookmark) in incoming {
            let place = *places.entry((source.url.as_deref(), &source.headline)).or_insert(groups.len());
            if place == groups.len() {
                groups.push((source, Vec::new()));
            }
            groups[place].1.push(bookmark.clone());
        }
        let there = adopting::with_text(&self.connection)?;
        let there: Vec<(Likeness, Held)> = there.into_iter().map(|held| (Likeness::of(&held.0), held)).collect();
        let mut all = Vec::new();
        for (source, group) in groups {
            let group = self.standing(source, group, &there)?;
            all.extend(group.into_iter().map(|bookmark| (source.clone(), bookmark)));
        }
        Ok(all)
    }

    /// Bookmarks of one article as they stand in its text, if it is one of those that are `there`.
    fn standing(
        &self,
        source: &Source,
        group: Vec<Bookmark>,
        there: &[(Likeness, Held)],
    ) -> rusqlite::Result<Vec<Bookmark>> {
        let own = Likeness::of(source);
        for (likeness, (held, version)) in there.iter().filter(|(likeness, _)| likeness.may_be(&own)) {
            let text = adopting::text_of(&self.connection, *version)?;
            let (ground, points) = (Ground::of(&text), CodePoints::of(&text));
            if likeness.is(&own, &group, &ground, &points) {
                let known = (held.article, *version);
                return Ok(group.into_iter().map(|one| stood(one, known, &ground, &points)).collect());
            }
        }
        let waits = |one| Bookmark { state: State::Unchecked, found: None, ..one };
        Ok(group.into_iter().map(waits).collect())
    }
}

/// A bookmark as it stands in a text; one whose file says little of its surroundings gets those of the text.
pub fn stood(bookmark: Bookmark, known: (i64, i64), ground: &Ground<'_>, points: &CodePoints<'_>) -> Bookmark {
    let (article, version) = known;
    let standing = bookmark.anchor.stands(ground);
    let alone = || sole(ground.text, &bookmark.anchor.exact);
    let standing = match standing {
        Standing::InPlace(_) => standing,
        _ if bookmark.anchor.prefix.is_empty() && bookmark.anchor.suffix.is_empty() => {
            alone().map_or(standing, Standing::InPlace)
        }
        _ => standing,
    };
    let anchor = match standing {
        Standing::InPlace(span) if span.of(ground.text) == bookmark.anchor.exact => Anchor::of(ground.text, span),
        _ => bookmark.anchor.clone(),
    };
    let found = standing.span().map(|span| (points.before(span.start), points.before(span.end)));
    Bookmark { article, version, anchor, ..bookmark.standing(&standing, found) }
}

/// The only place where the words stand.
fn sole(text: &str, words: &str) -> Option<TextSpan> {
    let mut places = text.match_indices(words).map(|(at, _)| TextSpan::new(at, at + words.len()));
    places.next().filter(|_| places.next().is_none())
}

fn take(rows: &Transaction<'_>, (source, bookmark): &Incoming, now: Timestamp) -> rusqlite::Result<()> {
    let (article, version) = match bookmark.version {
        0 => without_text(rows, source, now)?,
        version => (bookmark.article, version),
    };
    bookmarks::write(rows, &Bookmark { article, version, ..bookmark.clone() })
}

/// An article that the library has no text of, with an empty one in its place.
fn without_text(rows: &Transaction<'_>, source: &Source, now: Timestamp) -> rusqlite::Result<(i64, i64)> {
    let known = "SELECT article.id, version.id FROM article JOIN version ON version.article = article.id
        WHERE extractor = ?3 AND CASE WHEN ?1 IS NULL THEN headline = ?2 ELSE canonical_url = ?1 END LIMIT 1";
    let found =
        listed(rows, known, params![source.url, source.headline, IMPORT], |row| Ok(Some((row.get(0)?, row.get(1)?))))?;
    if let Some(known) = found.first() {
        return Ok(*known);
    }
    let published = source.published.map(|date| date.to_string());
    rows.execute(
        "INSERT INTO article (canonical_url, publisher, headline, byline, published) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![source.url, source.publisher, source.headline, source.byline, published],
    )?;
    let article = rows.last_insert_rowid();
    rows.execute(
        "INSERT INTO version (article, text_hash, extractor, text, fetched) VALUES (?1, ?2, ?4, '', ?3)",
        params![article, format!("import {article}"), now.as_millisecond(), IMPORT],
    )?;
    Ok((article, rows.last_insert_rowid()))
}
