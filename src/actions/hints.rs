//! The hint rows: a few rows of the table for each place, the most useful first.

use super::Place;

/// A hint: the rows whose first keys it shows, and the words for them.
pub struct Hint {
    pub rows: &'static [&'static str],
    pub words: &'static str,
}

const fn hint(rows: &'static [&'static str], words: &'static str) -> Hint {
    Hint { rows, words }
}

const START: &[Hint] = &[hint(&["up", "down"], "choose"), hint(&["open"], "read it"), hint(&["find"], "find")];
const ARTICLES: &[Hint] = &[
    hint(&["up", "down"], "choose"),
    hint(&["open"], "read it"),
    hint(&["find"], "find"),
    hint(&["group"], "order"),
    hint(&["about"], "about"),
    hint(&["bookmarks"], "bookmarks"),
];
const TEXT: &[Hint] = &[
    hint(&["previous-quote", "next-quote"], "quote"),
    hint(&["keep"], "keep"),
    hint(&["read-on"], "page"),
    hint(&["next-pane"], "pane"),
    hint(&["evidence"], "why"),
    hint(&["find"], "find"),
    hint(&["note"], "note"),
    hint(&["copy"], "copy"),
    hint(&["colour"], "colour"),
    hint(&["next"], "next"),
    hint(&["links"], "links"),
    hint(&["previous-sentence", "next-sentence"], "sentence"),
    hint(&["zoom"], "zoom"),
    hint(&["next-article"], "next article"),
];
const QUOTES: &[Hint] = &[
    hint(&["up", "down"], "choose"),
    hint(&["open"], "go to it"),
    hint(&["keep"], "keep"),
    hint(&["evidence"], "why"),
    hint(&["correct"], "correct"),
    hint(&["next-pane"], "pane"),
    hint(&["note"], "note"),
    hint(&["filter"], "filter"),
    hint(&["group"], "order"),
    hint(&["copy"], "copy"),
    hint(&["fold", "unfold"], "fold"),
];
const ENTITIES: &[Hint] = &[
    hint(&["up", "down"], "choose"),
    hint(&["mark-name"], "mark"),
    hint(&["open"], "card"),
    hint(&["next"], "next mention"),
    hint(&["next-pane"], "pane"),
    hint(&["filter"], "their quotes"),
    hint(&["correct"], "correct"),
    hint(&["group"], "order"),
    hint(&["fold", "unfold"], "fold"),
];
const BOOKMARKS: &[Hint] = &[
    hint(&["open"], "open"),
    hint(&["up", "down"], "choose"),
    hint(&["note"], "note"),
    hint(&["find"], "find"),
    hint(&["filter"], "filter"),
    hint(&["next-to-look-at"], "next changed, lost"),
    hint(&["bookmark-tags"], "tags"),
    hint(&["colour"], "colour"),
    hint(&["remove"], "remove"),
    hint(&["undo"], "undo"),
    hint(&["write"], "to a file"),
    hint(&["group"], "order"),
    hint(&["copy"], "copy"),
    hint(&["about"], "about"),
];
const SELECT: &[Hint] = &[
    hint(&["select-word-back", "select-word-on"], "word"),
    hint(&["select-less", "select-more"], "drop, add"),
    hint(&["keep"], "keep"),
    hint(&["select-other"], "less, more"),
    hint(&["other-end"], "other end"),
    hint(&["note"], "with a note"),
    hint(&["is-a-quote"], "a quote"),
    hint(&["copy"], "copy"),
    hint(&["find"], "up to"),
    hint(&["select-words", "select-sentences", "select-paragraphs"], "by word, sentence, paragraph"),
];
const EVIDENCE: &[Hint] = &[
    hint(&["check"], "right"),
    hint(&["correct"], "someone else"),
    hint(&["next-unsure"], "next unsure"),
    hint(&["previous-quote", "next-quote"], "quote"),
    hint(&["not-one"], "no quote"),
    hint(&["choose"], "go to the words"),
    hint(&["copy"], "copy"),
];
const CARD: &[Hint] = &[
    hint(&["up", "down"], "mention"),
    hint(&["open"], "go to it"),
    hint(&["mark-name"], "mark"),
    hint(&["filter"], "their quotes"),
    hint(&["correct"], "correct"),
    hint(&["copy"], "copy"),
];
const LINKS: &[Hint] = &[hint(&["choose"], "open it"), hint(&["up", "down"], "choose"), hint(&["copy"], "copy")];
const MENU: &[Hint] =
    &[hint(&["up", "down"], "choose"), hint(&["open"], "take it"), hint(&["choose"], "take this one")];
const PAGE: &[Hint] = &[hint(&["up", "down"], "scroll"), hint(&["page-down"], "page"), hint(&["copy"], "copy")];
const PALETTE: &[Hint] = &[hint(&["choice-up", "choice-down"], "choose"), hint(&["open"], "do it")];
const FIND: &[Hint] = &[hint(&["open"], "stay here"), hint(&["choice-up", "choice-down"], "previous, next")];
const NOTE: &[Hint] = &[
    hint(&["editor"], "your editor"),
    hint(&["note-tags"], "tags"),
    hint(&["note-colour"], "colour"),
    hint(&["new-line"], "new line"),
    hint(&["complete"], "complete a #tag"),
    hint(&["undo-writing"], "undo"),
    hint(&["interrupt"], "drop it"),
];
const TAGS: &[Hint] =
    &[hint(&["open"], "keep them"), hint(&["complete"], "complete"), hint(&["choice-up", "choice-down"], "choose")];
const PROMPT: &[Hint] = &[hint(&["open"], "go"), hint(&["choice-up", "choice-down"], "choose")];

/// The hints of a place, the most useful first.
pub fn hints(place: Place) -> &'static [Hint] {
    match place {
        Place::Start => START,
        Place::Articles => ARTICLES,
        Place::Text => TEXT,
        Place::Quotes => QUOTES,
        Place::Entities => ENTITIES,
        Place::Bookmarks => BOOKMARKS,
        Place::Select => SELECT,
        Place::Evidence => EVIDENCE,
        Place::Card => CARD,
        Place::Links => LINKS,
        Place::Menu => MENU,
        Place::Page => PAGE,
        Place::Palette => PALETTE,
        Place::Find => FIND,
        Place::Prompt => PROMPT,
        Place::Note => NOTE,
        Place::Tags => TAGS,
    }
}
