//! A bookmark as a citation, and all that is known of it as a page.

use jiff::tz::TimeZone;

use crate::app::App;
use crate::app::overlay::Overlay;
use crate::app::overlay::page::{Line, Page};
use crate::config::settings::Citation;
use crate::export::citation::{self, Passage};
use crate::model::article::Article;
use crate::model::bookmark::{Bookmark, State};
use crate::model::quote::{Certainty, QuoteKind};
use crate::model::shelf::Source;
use crate::model::tags::shown;
use crate::text::difference::{Part, difference};
use crate::text::printable::one_line;
use crate::text::sentences::sentences;
use crate::text::span::TextSpan;

impl App {
    pub(super) fn copy_bookmark(&mut self) {
        let is_past = self.chosen_bookmark().is_some_and(Bookmark::has_other_words);
        let what = if is_past { "words that the article has no longer" } else { "the passage" };
        match self.cited_bookmark(self.config.settings.citation) {
            Some(text) => self.copy(text, what),
            None => self.say("There is nothing to copy here."),
        }
    }

    pub(super) fn show_bookmark_copies(&mut self) {
        let Some((shelf, _)) = self.shelves.chosen() else { return self.say("There is nothing to copy here.") };
        let url = shelf.source.url.clone();
        self.offer_copies("the passage", url.as_deref());
    }

    /// The bookmark that one is at as a citation; nothing on another screen.
    pub fn cited_bookmark(&self, style: Citation) -> Option<String> {
        self.chosen_bookmark()?;
        let (shelf, bookmark) = self.shelves.chosen()?;
        let (article, passage) = (article(&shelf.source), self.cited_passage(bookmark));
        Some(match style {
            Citation::Plain => citation::plain(&article, &passage),
            Citation::Markdown => citation::markdown(&article, &passage),
            Citation::Words => one_line(&bookmark.anchor.exact),
        })
    }

    /// The address of the article of the bookmark that one is at.
    pub(in crate::app) fn address_of_bookmark(&self) -> Option<String> {
        self.chosen_bookmark()?;
        self.shelves.chosen()?.0.source.url.clone()
    }

    pub(super) fn browse_bookmark(&mut self) {
        match self.address_of_bookmark() {
            Some(url) => self.browse(&url),
            None => self.say("This article has no web address."),
        }
    }

    /// Reported speech with all of its sentence, without which it could say its opposite.
    fn cited_passage(&self, bookmark: &Bookmark) -> Passage {
        let words = one_line(&bookmark.anchor.exact);
        let Some((said, speaker)) = bookmark.holds().and_then(|said| Some((said.clone(), said.speaker?))) else {
            return Passage { words, said: None };
        };
        let kind = if is_all_in_marks(&words) { said.kind } else { QuoteKind::Indirect };
        let whole = self.shelves.preview().filter(|_| kind != QuoteKind::Direct).map(|preview| {
            let scene = &preview.then;
            let around = sentences(&scene.text).into_iter().filter(|span| span.overlaps(scene.passage));
            let around =
                around.fold(scene.passage, |all, span| TextSpan::new(all.start.min(span.start), all.end.max(span.end)));
            one_line(around.of(&scene.text))
        });
        let said = citation::Said { speaker, kind, certainty: said.certainty };
        Passage { words: whole.unwrap_or(words), said: Some(said) }
    }

    /// All that is known of the bookmark that one is at.
    pub(super) fn show_about_bookmark(&mut self) {
        let Some((shelf, bookmark)) = self.shelves.chosen() else { return self.say("There is no bookmark here.") };
        let (source, zone) = (&shelf.source, TimeZone::system());
        let time = |when| zone.to_datetime(when).strftime("%A %-d %B %Y, %H:%M").to_string();
        let state = match bookmark.state {
            State::InPlace => "in place".to_owned(),
            State::Changed => "its words changed in the article, to be looked at".to_owned(),
            State::OldWords => "the article says it otherwise now; you kept the old words".to_owned(),
            State::Lost if bookmark.is_decided() => {
                "the article says it otherwise now; you kept the old words as lost".to_owned()
            }
            State::Lost => "lost: the article has these words no longer".to_owned(),
            State::Unchecked => "not looked for yet".to_owned(),
        };
        let tags = bookmark.all_tags().iter().map(|tag| shown(tag)).collect::<Vec<_>>().join(" ");
        let now = self.shelves.preview().and_then(|preview| {
            let parts = difference(preview.then.words(), preview.now.as_ref()?.scene.words());
            Some(parts.iter().map(Part::marked).collect::<Vec<_>>().join(" "))
        });
        let scene = self.shelves.preview().map(|preview| one_line(&preview.then.text));
        let pairs = [
            ("Said by", said_by(bookmark)),
            ("By your own word", bookmark.was_said_by().map(|kept| format!("it was kept as said by {kept}"))),
            ("Article", Some(source.headline.clone())),
            ("By", source.byline.clone()),
            ("Publisher", source.publisher.clone()),
            ("Published", source.published.map(|date| date.strftime("%A %-d %B %Y").to_string())),
            ("Address", source.url.clone()),
            ("Kept", Some(time(bookmark.created))),
            ("Changed", (bookmark.modified != bookmark.created).then(|| time(bookmark.modified))),
            ("Stands", Some(state)),
            ("Then and now", now),
            ("Colour", Some(bookmark.colour.number().to_string())),
            ("Tags", Some(tags).filter(|tags| !tags.is_empty())),
            ("Note", Some(bookmark.note.clone()).filter(|note| !note.is_empty())),
            ("Paragraph", scene),
        ];
        let mut lines = vec![Line::Words(one_line(&bookmark.anchor.exact)), Line::Words(String::new())];
        lines.extend(pairs.into_iter().filter_map(|(name, value)| Some(Line::Pair(name.to_owned(), value?))));
        self.push(Overlay::Page(Page::new("About this bookmark", lines)));
    }
}

/// Who said it, and how certain that was.
pub fn said_by(bookmark: &Bookmark) -> Option<String> {
    let said = bookmark.holds()?;
    let speaker = said.speaker?;
    Some(match said.certainty {
        Certainty::Certain => speaker,
        Certainty::Likely => format!("{speaker} ~"),
        Certainty::Unsure => format!("{speaker}?"),
    })
}

/// An article as far as bookmarks know it.
fn article(source: &Source) -> Article {
    Article {
        headline: Some(source.headline.clone()),
        byline: source.byline.clone(),
        publisher: source.publisher.clone(),
        published: source.published,
        url: source.url.clone(),
        ..Article::default()
    }
}

/// Whether words begin and end with speech marks, and leave them nowhere between.
fn is_all_in_marks(words: &str) -> bool {
    let (opening, closing) = (['“', '„', '«', '"'], ['”', '»', '"']);
    let inner = words.strip_prefix(opening).and_then(|rest| rest.strip_suffix(closing));
    inner.is_some_and(|inner| !inner.contains(closing))
}
