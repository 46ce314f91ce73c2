//! What the keys do among the links on the screen.

use super::App;
use super::lists::walked;
use super::overlay::Overlay;
use super::overlay::links::{Link, Links, MOST};
use crate::actions::Action;
use crate::model::document::InlineKind;
use crate::text::span::TextSpan;

impl App {
    pub(super) fn show_links(&mut self) {
        let Some(article) = &self.reader.article else { return };
        let seen = self.reader.rows.first().zip(self.reader.rows.last());
        let seen = seen.map_or(TextSpan::default(), |(first, last)| TextSpan::new(first.span.start, last.span.end));
        let mut links: Vec<Link> = Vec::new();
        for inline in article.document.inlines.iter().filter(|inline| inline.span.overlaps(seen)) {
            if let InlineKind::Link(url) = &inline.kind {
                let words = article.document.slice(inline.span).replace('\n', " ");
                links.push(Link { place: inline.span.start.max(seen.start), words, url: url.clone() });
            }
        }
        let more = links.len().saturating_sub(MOST);
        links.truncate(MOST);
        match (links.is_empty(), more) {
            (true, _) => {
                let any = article.document.inlines.iter().any(|inline| matches!(inline.kind, InlineKind::Link(_)));
                let words = if any {
                    "No link on this screen; there are others in the article."
                } else {
                    "This article has no links."
                };
                return self.say(words);
            }
            (false, 0) => {}
            _ => self.say(&format!("{more} more below: scroll on for them.")),
        }
        let last = links.last().map_or(0, |link| link.place);
        self.push(Overlay::Links(Links { links, selected: 0 }));
        // The list takes rows of the text away.
        self.arrange();
        self.reader.bring(last);
    }

    pub(super) fn perform_in_links(&mut self, action: Action) {
        let Some(Overlay::Links(links)) = self.overlays.last_mut() else { return };
        match action {
            Action::Move(unit, direction) => {
                links.selected = walked(links.selected, links.links.len(), unit, direction, MOST);
            }
            Action::Choose(index) if index < links.links.len() => {
                links.selected = index;
                self.open_link();
            }
            Action::Open | Action::Browse => self.open_link(),
            Action::Copy | Action::CopyAs => {
                if let Some(url) = links.links.get(links.selected).map(|link| link.url.clone()) {
                    self.copy(url, "the address");
                }
            }
            other => self.perform_in_any_overlay(other),
        }
    }

    fn open_link(&mut self) {
        let Some(Overlay::Links(links)) = self.overlays.pop() else { return };
        if let Some(link) = links.links.get(links.selected) {
            self.browse(&link.url);
        }
    }

    /// Opens the page of the article.
    pub(super) fn browse_article(&mut self) {
        let url = self.reader.article.as_ref().and_then(|article| article.url.clone());
        match url {
            Some(url) => self.browse(&url),
            None => self.say("This article has no web address."),
        }
    }

    /// Opens an address of the web; no other is given to another program.
    pub(super) fn browse(&mut self, url: &str) {
        let lower = url.to_ascii_lowercase();
        if lower.starts_with("https://") || lower.starts_with("http://") {
            self.say(&format!("Opening {url}"));
            self.outbox.browse = Some(url.to_owned());
        } else {
            self.say(&format!("Only http and https are opened, not {url}"));
        }
    }
}
