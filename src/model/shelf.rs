//! Bookmarks with the articles that they are of, and which of them are wanted.

use jiff::civil::Date;

use super::article::Origin;
use super::bookmark::{Bookmark, Colour, State, is_same_tag};
use crate::text::find::fold;

/// An article that bookmarks are of, as the library knows it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Source {
    /// The number of the article in the library.
    pub article: i64,
    pub headline: String,
    pub byline: Option<String>,
    pub publisher: Option<String>,
    pub published: Option<Date>,
    pub url: Option<String>,
    /// Where it was opened from last; none where it can't be opened again.
    pub origin: Option<Origin>,
}

/// Bookmarks of one article, in the order of its text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shelf {
    pub source: Source,
    pub bookmarks: Vec<Bookmark>,
}

/// Which bookmarks are wanted; nothing said means all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    pub tag: Option<String>,
    pub colour: Option<Colour>,
    /// Words of a speaker's name, whatever the case and accents.
    pub speaker: Option<String>,
    pub state: Option<State>,
    /// Words of the passage, the note, the tags or the headline, all of which must be there.
    pub words: String,
    /// Words of the headline, the publisher or the address.
    pub article: Option<String>,
}

impl Filter {
    /// The shelves with what is wanted of them; those that have nothing of it are left out.
    pub fn of(&self, shelves: &[Shelf]) -> Vec<Shelf> {
        let words: Vec<String> = self.words.split_whitespace().map(fold).collect();
        let article = self.article.as_deref().map(fold);
        let speaker = self.speaker.as_deref().map(fold);
        let wanted = |shelf: &&Shelf| article.as_ref().is_none_or(|article| is_of(&shelf.source, article));
        let kept = shelves.iter().filter(wanted).map(|shelf| {
            let keeps = |bookmark: &&Bookmark| {
                self.keeps(bookmark, speaker.as_deref()) && has_all(&words, bookmark, &shelf.source)
            };
            Shelf { source: shelf.source.clone(), bookmarks: shelf.bookmarks.iter().filter(keeps).cloned().collect() }
        });
        kept.filter(|shelf| !shelf.bookmarks.is_empty()).collect()
    }

    fn keeps(&self, bookmark: &Bookmark, speaker: Option<&str>) -> bool {
        let said = || bookmark.said.as_ref().and_then(|said| said.speaker.as_deref()).map(fold);
        self.colour.is_none_or(|colour| bookmark.colour == colour)
            && self.state.is_none_or(|state| bookmark.state == state)
            && self.tag.as_ref().is_none_or(|tag| bookmark.all_tags().iter().any(|other| is_same_tag(other, tag)))
            && speaker.is_none_or(|speaker| said().is_some_and(|said| said.contains(speaker)))
    }
}

fn is_of(source: &Source, words: &str) -> bool {
    let parts = [Some(&source.headline), source.publisher.as_ref(), source.url.as_ref()];
    parts.into_iter().flatten().any(|part| fold(part).contains(words))
}

fn has_all(words: &[String], bookmark: &Bookmark, source: &Source) -> bool {
    if words.is_empty() {
        return true;
    }
    let said = bookmark.said.as_ref().and_then(|said| said.speaker.as_deref()).unwrap_or_default();
    let parts =
        [&bookmark.anchor.exact, &bookmark.note, &bookmark.tags.join(" "), &source.headline].map(|part| fold(part));
    let said = fold(said);
    words.iter().all(|word| parts.iter().any(|part| part.contains(word)) || said.contains(word))
}
