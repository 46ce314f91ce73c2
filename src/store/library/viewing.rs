//! What the screen of bookmarks shows beside the list itself, and the texts that are read from the library.

use std::time::{Duration, Instant};

use rusqlite::{OptionalExtension, Row};

use super::articles::{self, Whence};
use super::shelves::listed;
use super::{Error, Kind, Library};
use crate::model::anchor::Anchor;
use crate::model::article::{Article, Origin};
use crate::model::bookmark::Bookmark;
use crate::model::document::{Block, BlockKind, Document};
use crate::model::preview::{Now, Preview, Scene};
use crate::model::shelf::Held;
use crate::text::points::byte_at;
use crate::text::span::TextSpan;

/// How long bookmarks are looked for before others may use the library.
const MOMENT: Duration = Duration::from_millis(40);

/// The articles with bookmarks that were last looked for in another text than the latest, with the number of that.
const UNCHECKED: &str = "SELECT DISTINCT article, latest FROM (
        SELECT article, found_version, (
            SELECT id FROM version WHERE version.article = bookmark.article ORDER BY fetched DESC LIMIT 1
        ) AS latest FROM bookmark
    ) WHERE found_version IS NOT latest AND (SELECT text <> '' FROM version WHERE id = latest)";

impl Library {
    /// A kept passage in its paragraph; where its words changed, in that of the latest text too.
    pub fn preview_of(&self, bookmark: &Bookmark) -> Result<Preview, Error> {
        // Another program may have removed the article since.
        let text = self.text(bookmark.version).unwrap_or_default();
        let made = bookmark.anchor.span(&text);
        let then = if made.of(&text) == bookmark.anchor.exact { Scene::of(&text, made) } else { alone(bookmark) };
        let now = match bookmark.found {
            Some(found) if bookmark.has_other_words() => self.now(bookmark.article, found)?,
            _ => None,
        };
        Ok(Preview { of: bookmark.clone(), then, now })
    }

    fn now(&self, article: i64, (start, end): (usize, usize)) -> Result<Option<Now>, Error> {
        let Some((version, text)) = self.latest(article)? else { return Ok(None) };
        let span = TextSpan::new(byte_at(&text, start), byte_at(&text, end));
        let (anchor, scene) = (Anchor::of(&text, span), Scene::of(&text, span));
        Ok((!span.is_empty()).then_some(Now { known: (article, version), anchor, scene }))
    }

    fn latest(&self, article: i64) -> Result<Option<(i64, String)>, Error> {
        let sql = "SELECT id, text FROM version WHERE article = ?1 AND text <> '' ORDER BY fetched DESC LIMIT 1";
        let found = self.connection.query_row(sql, [article], |row| Ok((row.get(0)?, row.get(1)?))).optional();
        found.map_err(|error| Error::from_sql(&self.folder, &error))
    }

    /// Looks for bookmarks that were not looked for in the latest text of their article, for a moment; those that
    /// were found or not, and whether there are no more.
    pub fn check_bookmarks(&mut self) -> Result<(Vec<Bookmark>, bool), Error> {
        let waiting: Result<Vec<(i64, i64)>, _> =
            listed(&self.connection, UNCHECKED, [], |row| Ok(Some((row.get(0)?, row.get(1)?))));
        let waiting = waiting.map_err(|error| Error::from_sql(&self.folder, &error))?;
        let (end, mut found) = (Instant::now() + MOMENT, Vec::new());
        for (place, known) in waiting.iter().enumerate() {
            if place > 0 && Instant::now() > end {
                return Ok((found, false));
            }
            found.extend(self.anchor_bookmarks(*known)?);
        }
        Ok((found, true))
    }

    /// Which of these articles the library knows, with how many bookmarks they have.
    pub fn held(&self, origins: &[Origin]) -> Result<Vec<(Origin, Held)>, Error> {
        let each = |origin: &Origin| {
            let article = articles::at(&self.connection, &Whence::of(origin, ""))?;
            article.map(|article| self.count(article)).transpose()
        };
        let held = |origin: &Origin| Ok(each(origin)?.map(|held| (origin.clone(), held)));
        let all: rusqlite::Result<Vec<Option<(Origin, Held)>>> = origins.iter().map(held).collect();
        let all = all.map_err(|error| Error::from_sql(&self.folder, &error))?;
        Ok(all.into_iter().flatten().collect())
    }

    fn count(&self, article: i64) -> rusqlite::Result<Held> {
        let sql = "SELECT count(*), count(*) FILTER (WHERE state = 'changed') FROM bookmark WHERE article = ?1";
        let number = |row: &Row<'_>, column| row.get::<_, i64>(column).map(|count| count.try_into().unwrap_or(0));
        let mut statement = self.connection.prepare_cached(sql)?;
        statement.query_row([article], |row| Ok(Held { article, all: number(row, 0)?, changed: number(row, 1)? }))
    }

    /// An article as the library keeps it: its latest text, and what was known of it. What its blocks were is not
    /// kept; each of its lines is one.
    pub fn kept(&self, article: i64) -> Result<Article, Error> {
        let found = self.latest(article)?.zip(self.shelf(article).ok());
        let Some(((_, text), shelf)) = found else {
            let nothing = "it keeps no text of this article".to_owned();
            return Err(Error { folder: self.folder.clone(), kind: Kind::Other(nothing) });
        };
        let source = shelf.source;
        let document = Document { blocks: lines(&text, &source.headline), text, inlines: Vec::new() };
        Ok(Article {
            headline: Some(source.headline),
            byline: source.byline,
            publisher: source.publisher,
            published: source.published,
            url: source.url,
            words: document.word_count(),
            document,
            ..Article::default()
        })
    }
}

/// A passage with no more than its anchor knows: in its sentence, else by itself. What stood around it is cut off
/// anywhere, and is nothing to be read.
fn alone(bookmark: &Bookmark) -> Scene {
    let Anchor { start, exact, sentence, .. } = &bookmark.anchor;
    let in_sentence = sentence.as_ref().and_then(|around| {
        let begins = byte_at(&around.exact, start.checked_sub(around.start)?);
        let passage = TextSpan::new(begins, begins + exact.len());
        (passage.of(&around.exact) == exact).then(|| Scene { text: around.exact.clone(), passage })
    });
    in_sentence.unwrap_or_else(|| Scene { text: exact.clone(), passage: TextSpan::new(0, exact.len()) })
}

fn lines(text: &str, headline: &str) -> Vec<Block> {
    let lines = text.split('\n').map(|line| TextSpan::within(text, line)).filter(|span| !span.is_empty());
    let block = |(place, span): (usize, TextSpan)| {
        let is_headline = place == 0 && span.of(text) == headline;
        let kind = if is_headline { BlockKind::Headline } else { BlockKind::Paragraph };
        Block { kind, span, aside: None }
    };
    lines.enumerate().map(block).collect()
}
