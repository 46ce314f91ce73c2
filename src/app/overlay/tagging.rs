//! The tags of a bookmark as they are typed, and those of the library that fit what is typed.

use super::typing::TypedLine;
use crate::app::drafting::Draft;
use crate::app::lists::in_sight;
use crate::model::tags::{self, Typed, is_same_tag, tags_in};
use crate::text::find::fold;

/// The most tags that are offered.
const MOST: usize = 50;

#[derive(Debug)]
pub struct Tagging {
    pub draft: Draft,
    pub line: TypedLine,
    pub offered: Vec<Offer>,
    /// The one that was gone to in the list.
    pub selected: Option<usize>,
    pub top: usize,
    pub height: u16,
}

/// A tag, and how many bookmarks have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    pub tag: String,
    pub count: usize,
}

impl Tagging {
    pub fn of(draft: Draft) -> Self {
        let mut words = draft.now.tags.iter().map(|tag| tags::written(tag)).collect::<Vec<_>>().join(" ");
        if !words.is_empty() {
            words.push(' ');
        }
        let line = TypedLine::with(&words);
        Self { draft, line, offered: Vec::new(), selected: None, top: 0, height: 0 }
    }

    /// The tags that are typed: none twice, and none that stands in the note.
    pub fn tags(&self) -> Vec<String> {
        let mut tags: Vec<String> = Vec::new();
        for Typed { tag, .. } in tags::typed(self.line.words()) {
            let is_there = tags.iter().map(String::as_str).chain(self.noted()).any(|other| is_same_tag(other, &tag));
            if !is_there {
                tags.push(tag);
            }
        }
        tags
    }

    /// The tags that stand in the note.
    pub fn noted(&self) -> impl Iterator<Item = &str> {
        tags_in(&self.draft.now.note)
    }

    /// The draft with the tags that are typed.
    pub fn written(&self) -> Draft {
        let mut draft = self.draft.clone();
        draft.now.tags = self.tags();
        draft
    }

    /// Takes the tag that was gone to in the list, else the first; false where none fits.
    pub fn complete(&mut self) -> bool {
        let Some(offer) = self.offered.get(self.selected.unwrap_or(0)) else { return false };
        let (before, _) = self.begun();
        self.line = TypedLine::with(&format!("{before}{} ", tags::written(&offer.tag)));
        self.selected = None;
        true
    }

    /// What is typed before the tag that could go on, and that tag.
    fn begun(&self) -> (&str, String) {
        let words = self.line.words();
        let last = tags::typed(words).pop().filter(|last| last.is_open);
        last.map_or((words, String::new()), |last| (words.get(..last.start).unwrap_or_default(), last.tag))
    }

    pub(in crate::app) fn arrange(&mut self, height: u16, tags: &[(String, usize)]) {
        let (before, begun) = self.begun();
        let before: Vec<String> = tags::typed(before).into_iter().map(|typed| typed.tag).collect();
        let there: Vec<&str> = before.iter().map(String::as_str).chain(self.noted()).collect();
        self.offered = fitting(&begun, &there, tags);
        self.selected = self.selected.map(|at| at.min(self.offered.len().saturating_sub(1)));
        self.height = height;
        self.top = in_sight(self.top, self.selected.unwrap_or(0), self.offered.len(), height.into());
    }
}

/// Of the tags, the most used first, those that begin with some letters, then those that hold them, whatever their
/// case and accents; but none that is `there`, and not what is typed itself.
pub fn fitting(begun: &str, there: &[&str], tags: &[(String, usize)]) -> Vec<Offer> {
    let wanted = fold(begun);
    let others = tags.iter().filter(|(tag, _)| !is_same_tag(tag, begun));
    let others = others.filter(|(tag, _)| !there.iter().any(|other| is_same_tag(other, tag)));
    let (begin, rest): (Vec<_>, Vec<_>) = others.partition(|(tag, _)| fold(tag).starts_with(&wanted));
    let hold = rest.into_iter().filter(|(tag, _)| fold(tag).contains(&wanted));
    let offer = |(tag, count): &(String, usize)| Offer { tag: tag.clone(), count: *count };
    begin.into_iter().chain(hold).map(offer).take(MOST).collect()
}
