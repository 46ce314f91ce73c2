//! The table of everything a person can do: name, keys, where, help and action, one row each.
//!
//! Keys are named nowhere else; the keymap, help, palette, hint rows and the README's table are derived from here.

use super::Direction::{Back, On};
use super::Group::{Do, Everywhere, Move, Panes, Typing};
use super::LineUnit::{Letter, Line, Word};
use super::{Act, Action, Change, File, Group, LineEdit, Pane, Place, Row, Stretch, Unit};

/// Places where keys are keys, and nothing is typed.
const KEYS: &[Place] = &[
    Place::Start,
    Place::Articles,
    Place::Text,
    Place::Quotes,
    Place::Entities,
    Place::Bookmarks,
    Place::Evidence,
    Place::Card,
    Place::Links,
    Place::Menu,
    Place::Page,
];
const MAIN: &[Place] = &[Place::Start, Place::Articles, Place::Text, Place::Quotes, Place::Entities, Place::Bookmarks];
/// The screens, and the text while something is selected in it, which goes on to what is found.
const FOUND: &[Place] =
    &[Place::Start, Place::Articles, Place::Text, Place::Quotes, Place::Entities, Place::Bookmarks, Place::Select];
/// The screens, and the boxes over them that have keys of their own to learn.
const HELPED: &[Place] = &[
    Place::Start,
    Place::Articles,
    Place::Text,
    Place::Quotes,
    Place::Entities,
    Place::Bookmarks,
    Place::Select,
    Place::Evidence,
    Place::Card,
];
/// Lists and texts that are scrolled or walked.
const WALKED: &[Place] = &[
    Place::Start,
    Place::Articles,
    Place::Text,
    Place::Quotes,
    Place::Entities,
    Place::Bookmarks,
    Place::Card,
    Place::Links,
    Place::Menu,
    Place::Page,
];
/// What is left again to where one was.
const LEFT: &[Place] = &[Place::Text, Place::Quotes, Place::Entities, Place::Bookmarks];
const BOOKMARKS: &[Place] = &[Place::Bookmarks];
const LED: &[Place] = &[Place::Start, Place::Articles, Place::Text, Place::Quotes, Place::Entities];
const SELECT: &[Place] = &[Place::Select];
const READER: &[Place] = &[Place::Text, Place::Quotes, Place::Entities];
const PIPED: &[Place] = &[Place::Text, Place::Quotes, Place::Entities, Place::Select];
const TEXT: &[Place] = &[Place::Text];
const TEXT_EVIDENCE: &[Place] = &[Place::Text, Place::Evidence];
const FOLDED: &[Place] = &[Place::Quotes, Place::Entities];
const GROUPED: &[Place] = &[Place::Start, Place::Articles, Place::Quotes, Place::Entities, Place::Bookmarks];
const FILTERED: &[Place] =
    &[Place::Start, Place::Articles, Place::Quotes, Place::Entities, Place::Bookmarks, Place::Card];
const WENT_THROUGH: &[Place] = &[Place::Text, Place::Quotes, Place::Entities, Place::Card, Place::Select];
const COPIED: &[Place] = &[
    Place::Articles,
    Place::Text,
    Place::Quotes,
    Place::Entities,
    Place::Bookmarks,
    Place::Select,
    Place::Evidence,
    Place::Card,
    Place::Links,
    Place::Page,
];
const BROWSED: &[Place] = &[
    Place::Articles,
    Place::Text,
    Place::Quotes,
    Place::Entities,
    Place::Bookmarks,
    Place::Evidence,
    Place::Card,
    Place::Links,
    Place::Page,
];
const OPENED: &[Place] = &[
    Place::Start,
    Place::Articles,
    Place::Text,
    Place::Quotes,
    Place::Entities,
    Place::Bookmarks,
    Place::Card,
    Place::Links,
    Place::Menu,
    Place::Palette,
    Place::Find,
    Place::Prompt,
    Place::Tags,
];
const ABOUT: &[Place] =
    &[Place::Start, Place::Articles, Place::Text, Place::Quotes, Place::Entities, Place::Bookmarks, Place::Card];
const KEPT: &[Place] = &[Place::Text, Place::Quotes, Place::Select];
const NOTED: &[Place] = &[Place::Text, Place::Quotes, Place::Bookmarks, Place::Select];
const COLOURED: &[Place] = &[Place::Text, Place::Bookmarks];
const NOTE: &[Place] = &[Place::Note];
const NAMES: &[Place] = &[Place::Entities, Place::Card];
const CORRECTED: &[Place] = &[Place::Quotes, Place::Entities, Place::Evidence, Place::Card];
const UNDONE: &[Place] = &[Place::Text, Place::Quotes, Place::Entities, Place::Bookmarks, Place::Evidence, Place::Card];
const NUMBERED: &[Place] = &[Place::Start, Place::Evidence, Place::Links, Place::Menu];
const BOXES: &[Place] = &[Place::Evidence, Place::Card, Place::Links, Place::Menu, Place::Page];
const TYPED: &[Place] = &[Place::Palette, Place::Find, Place::Prompt, Place::Tags, Place::Note];
/// Where one line is typed.
const LINES: &[Place] = &[Place::Palette, Place::Find, Place::Prompt, Place::Tags];
const CHOSEN: &[Place] = &[Place::Palette, Place::Prompt, Place::Find, Place::Tags];
const ALL: &[Place] = &Place::ALL;
const DIGITS: &[&str] = &["1", "2", "3", "4", "5", "6", "7", "8", "9"];
/// Those of a number that is typed before a key.
const COUNTED: &[&str] = &["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"];

const fn row(
    name: &'static str,
    keys: &'static [&'static str],
    places: &'static [Place],
    group: Group,
    help: &'static str,
    action: Action,
) -> Row {
    Row { name, keys, places, group, help, act: Act::One(action) }
}

const fn typed(name: &'static str, keys: &'static [&'static str], help: &'static str, edit: LineEdit) -> Row {
    Row { name, keys, places: TYPED, group: Typing, help, act: Act::One(Action::Line(edit)) }
}

/// Every row, in the order of the help.
#[rustfmt::skip]
pub const TABLE: &[Row] = &[
    row("previous-quote", &["Left", "h"], TEXT_EVIDENCE, Move, "previous quote", Action::Quote(Back)),
    row("next-quote", &["Right", "l"], TEXT_EVIDENCE, Move, "next quote", Action::Quote(On)),
    row("up", &["Up", "k", "Ctrl-y"], WALKED, Move, "up one line or item", Action::Move(Unit::Line, Back)),
    row("down", &["Down", "j", "Ctrl-e"], WALKED, Move, "down one line or item", Action::Move(Unit::Line, On)),
    row("read-on", &["Space"], TEXT, Move, "page down", Action::Move(Unit::Page, On)),
    row("read-back", &["b"], TEXT, Move, "page up", Action::Move(Unit::Page, Back)),
    row("page-down", &["PgDn", "Ctrl-f"], WALKED, Move, "page down", Action::Move(Unit::Page, On)),
    row("page-up", &["PgUp", "Ctrl-b"], WALKED, Move, "page up", Action::Move(Unit::Page, Back)),
    row("half-down", &["d", "Ctrl-d"], WALKED, Move, "half a page down", Action::Move(Unit::HalfPage, On)),
    row("half-up", &["u", "Ctrl-u"], WALKED, Move, "half a page up", Action::Move(Unit::HalfPage, Back)),
    row("next-sentence", &[")"], TEXT, Move, "next sentence", Action::Move(Unit::Sentence, On)),
    row("previous-sentence", &["("], TEXT, Move, "previous sentence", Action::Move(Unit::Sentence, Back)),
    row("next-paragraph", &["}"], TEXT, Move, "next paragraph", Action::Move(Unit::Paragraph, On)),
    row("previous-paragraph", &["{"], TEXT, Move, "previous paragraph", Action::Move(Unit::Paragraph, Back)),
    row("top", &["g", "Home", "<"], WALKED, Move, "top", Action::Move(Unit::End, Back)),
    row("bottom", &["G", "End", ">"], WALKED, Move, "bottom", Action::Move(Unit::End, On)),
    row("next", &["n"], WENT_THROUGH, Move, "next hit, or mention of a marked name", Action::Next(On)),
    row("previous", &["N"], WENT_THROUGH, Move, "previous hit or mention", Action::Next(Back)),
    row("next-to-look-at", &["n"], BOOKMARKS, Move, "next one that changed or is lost", Action::Next(On)),
    row("previous-to-look-at", &["N"], BOOKMARKS, Move, "previous one that changed or is lost", Action::Next(Back)),
    row("next-of-groups", &["}"], BOOKMARKS, Move, "next article, or day", Action::Move(Unit::Paragraph, On)),
    row("previous-of-groups", &["{"], BOOKMARKS, Move, "previous article, or day", Action::Move(Unit::Paragraph, Back)),
    row("back", &["Backspace", "Ctrl-o"], LEFT, Move, "back to where I was before the jump", Action::History(Back)),
    row("forward", &["Alt-Right"], READER, Move, "forward again", Action::History(On)),
    row("next-unsure", &["n"], &[Place::Evidence], Move, "next quote in doubt that is not checked", Action::Unsure),
    row("select-more", &["Down", "j"], SELECT, Move, "add the next one, or drop the first", Action::Extend(On)),
    row("select-less", &["Up", "k"], SELECT, Move, "drop the last one, or add the one before", Action::Extend(Back)),
    row("select-word-on", &["Right", "l"], SELECT, Move, "one word on", Action::ExtendWord(On)),
    row("select-word-back", &["Left", "h"], SELECT, Move, "one word back", Action::ExtendWord(Back)),
    Row { name: "times", keys: COUNTED, places: SELECT, group: Move, help: "so many times what the next key does", act: Act::Numbered(|key| Action::Times((key + 1) % 10)) },
    row("other-end", &["o"], SELECT, Move, "the other end", Action::OtherEnd),
    row("next-article", &["J"], READER, Move, "next article", Action::Article(On)),
    row("previous-article", &["K"], READER, Move, "previous article", Action::Article(Back)),
    row("open", &["Enter"], OPENED, Do, "go to it, open it, why this speaker", Action::Open),
    Row { name: "choose", keys: DIGITS, places: NUMBERED, group: Do, help: "the one with this number", act: Act::Numbered(Action::Choose) },
    row("unfold", &["Right", "l"], FOLDED, Do, "unfold the group", Action::Unfold),
    row("fold", &["Left", "h"], FOLDED, Do, "fold the group, or go to its head", Action::Fold),
    row("select", &["v"], TEXT, Do, "select, this sentence or the find", Action::Select),
    row("select-other", &["v"], SELECT, Do, "one word here, the paragraph, the sentence", Action::SelectOther),
    row("select-words", &["w"], SELECT, Do, "select by the word", Action::SelectBy(Stretch::Word)),
    row("select-sentences", &["s"], SELECT, Do, "select by the sentence", Action::SelectBy(Stretch::Sentence)),
    row("select-paragraphs", &["p"], SELECT, Do, "select by the paragraph", Action::SelectBy(Stretch::Paragraph)),
    row("is-a-quote", &["Q"], SELECT, Do, "this is a quote", Action::IsAQuote),
    row("keep", &["m"], KEPT, Do, "keep this passage; again: no longer", Action::Keep),
    row("keep-paragraph", &["M"], TEXT, Do, "keep this paragraph, or not", Action::KeepParagraph),
    row("note", &["a"], NOTED, Do, "a note on this passage", Action::Note),
    row("colour", &["c"], COLOURED, Do, "colour of this passage", Action::Colour),
    row("quote-colour", &[], &[Place::Quotes, Place::Select], Do, "colour of this quote", Action::Colour),
    row("tags", &[], KEPT, Do, "tags of this passage", Action::Tags),
    row("bookmark-tags", &["t"], &[Place::Bookmarks], Do, "tags of this bookmark", Action::Tags),
    row("editor", &["Ctrl-e"], NOTE, Do, "write it in your editor", Action::Editor),
    row("note-tags", &["Ctrl-t"], NOTE, Do, "the tags beside the note", Action::Tags),
    row("note-colour", &["Ctrl-o"], NOTE, Do, "the colour", Action::Colour),
    row("evidence", &["e"], &[Place::Text, Place::Quotes], Do, "evidence: why this speaker", Action::Evidence),
    row("mark-name", &["Space"], NAMES, Do, "mark this name in the text, or not", Action::MarkName),
    row("check", &["Enter"], &[Place::Evidence], Do, "checked: this speaker is right", Action::Check),
    row("correct", &["c"], CORRECTED, Do, "correct it: who, its name, its kind", Action::Correct),
    row("not-one", &["x"], CORRECTED, Do, "not a quote, not a name", Action::NotOne),
    row("decide-again", &["D"], BOOKMARKS, Do, "decide again about changed words", Action::DecideAgain),
    row("remove", &["x"], BOOKMARKS, Do, "remove this bookmark", Action::Remove),
    row("write", &["w"], BOOKMARKS, Do, "write those that are shown to a file", Action::Write),
    row("undo", &["U"], UNDONE, Do, "undo what was done last", Action::Undo),
    row("redo", &["Ctrl-r"], UNDONE, Do, "make again what was undone", Action::Redo),
    row("group", &["s"], GROUPED, Do, "another order", Action::Group),
    row("filter", &["f"], FILTERED, Do, "show only some", Action::Filter),
    row("find", &["/"], FOUND, Do, "find words (search)", Action::Find),
    row("copy", &["y"], COPIED, Do, "copy, with where it is from", Action::Copy),
    row("copy-as", &["Y"], COPIED, Do, "copy as …, and show it", Action::CopyAs),
    row("pipe", &["|"], PIPED, Do, "give it to a command", Action::Pipe),
    row("pipe-article", &[], READER, Do, "give the whole article to a command", Action::PipeArticle),
    row("stop-command", &[], READER, Do, "stop a command that still runs", Action::StopCommands),
    row("links", &["f"], TEXT, Do, "follow a link by its number", Action::Links),
    row("browser", &["o"], BROWSED, Do, "open the page in a browser", Action::Browse),
    row("about", &["i"], ABOUT, Do, "about this article or bookmark", Action::About),
    row("reload", &["r"], READER, Do, "read the file again", Action::Reload),
    row("strip", &["t"], READER, Panes, "strip of the quote, on or off", Action::Strip),
    row("focus-mode", &["F"], TEXT, Panes, "dim all but the paragraph", Action::FocusMode),
    row("next-pane", &["Tab"], READER, Panes, "next pane", Action::FocusNext(On)),
    row("previous-pane", &["Shift-Tab"], READER, Panes, "previous pane", Action::FocusNext(Back)),
    row("text", &["1"], READER, Panes, "to the text", Action::Focus(Pane::Text)),
    row("quotes", &["2"], READER, Panes, "to the quotes", Action::Focus(Pane::Quotes)),
    row("entities", &["3"], READER, Panes, "to the names", Action::Focus(Pane::Entities)),
    row("zoom", &["z"], READER, Panes, "this pane alone, or all panes", Action::Zoom),
    row("wider", &["+"], READER, Panes, "wider lines", Action::Measure(Change::Wider)),
    row("narrower", &["-"], READER, Panes, "narrower lines", Action::Measure(Change::Narrower)),
    row("measure", &["="], READER, Panes, "lines as wide as at first", Action::Measure(Change::Reset)),
    row("palette", &[":", "Ctrl-p"], HELPED, Everywhere, "all there is to do, by its name", Action::Palette),
    row("bookmarks", &["B"], LED, Everywhere, "the bookmarks of all articles", Action::Bookmarks),
    row("articles", &["L"], LEFT, Everywhere, "the list of articles", Action::Library),
    row("help", &["?", "F1"], HELPED, Everywhere, "the keys of this place", Action::Help),
    row("theme", &[], MAIN, Everywhere, "colours: dark, light, your own (theme)", Action::Theme),
    row("mouse", &[], MAIN, Everywhere, "the mouse, on or off", Action::Mouse),
    row("keys", &[], MAIN, Everywhere, "edit the keys", Action::Edit(File::Keys)),
    row("settings", &[], MAIN, Everywhere, "edit the settings", Action::Edit(File::Settings)),
    row("messages", &[], MAIN, Everywhere, "what was said in the status row", Action::Messages),
    row("redraw", &["Ctrl-l"], KEYS, Everywhere, "draw the screen anew", Action::Redraw),
    row("suspend", &["Ctrl-z"], ALL, Everywhere, "to the shell; fg comes back", Action::Suspend),
    row("cancel", &["Esc"], ALL, Everywhere, "close, take off marks (never quits)", Action::Cancel),
    row("close", &["q"], BOXES, Everywhere, "close", Action::Cancel),
    row("close-evidence", &["e"], &[Place::Evidence], Everywhere, "close the evidence", Action::Cancel),
    row("close-page", &["?", "F1", "Enter"], &[Place::Page], Everywhere, "close the page", Action::Cancel),
    row("leave", &["q"], MAIN, Everywhere, "back; from the first screen: quit", Action::Leave),
    row("quit", &["Q"], KEYS, Everywhere, "quit now", Action::Quit),
    row("interrupt", &["Ctrl-c"], ALL, Everywhere, "quit now; close what is typed", Action::Quit),
    row("new-line", &["Enter"], NOTE, Typing, "a new line", Action::NewLine),
    row("complete", &["Tab"], &[Place::Note, Place::Tags], Typing, "complete the tag", Action::Complete),
    row("row-up", &["Up", "Ctrl-p"], NOTE, Typing, "a row up", Action::Move(Unit::Line, Back)),
    row("row-down", &["Down", "Ctrl-n"], NOTE, Typing, "a row down", Action::Move(Unit::Line, On)),
    row("rows-up", &["PgUp"], NOTE, Typing, "a page up", Action::Move(Unit::Page, Back)),
    row("rows-down", &["PgDn"], NOTE, Typing, "a page down", Action::Move(Unit::Page, On)),
    row("note-start", &["Ctrl-Home"], NOTE, Typing, "to the start of all", Action::Move(Unit::End, Back)),
    row("note-end", &["Ctrl-End"], NOTE, Typing, "to the end of all", Action::Move(Unit::End, On)),
    row("undo-writing", &["Alt-u"], NOTE, Typing, "undo what was written last", Action::Undo),
    row("redo-writing", &["Ctrl-r"], NOTE, Typing, "write it again", Action::Redo),
    row("choice-up", &["Up", "Ctrl-p"], CHOSEN, Typing, "the one before", Action::Move(Unit::Line, Back)),
    row("choice-down", &["Down", "Ctrl-n"], CHOSEN, Typing, "the one after", Action::Move(Unit::Line, On)),
    typed("letter-left", &["Left", "Ctrl-b"], "a letter back", LineEdit::Move(Letter, Back)),
    typed("letter-right", &["Right", "Ctrl-f"], "a letter on", LineEdit::Move(Letter, On)),
    typed("word-left", &["Alt-b", "Ctrl-Left"], "a word back", LineEdit::Move(Word, Back)),
    typed("word-right", &["Alt-f", "Ctrl-Right"], "a word on", LineEdit::Move(Word, On)),
    typed("line-start", &["Home", "Ctrl-a"], "to the start", LineEdit::Move(Line, Back)),
    row("line-end", &["End", "Ctrl-e"], LINES, Typing, "to the end", Action::Line(LineEdit::Move(Line, On))),
    row("row-end", &["End"], NOTE, Typing, "to the end of the row", Action::Line(LineEdit::Move(Line, On))),
    typed("rub-out", &["Backspace"], "delete a letter back", LineEdit::Delete(Letter, Back)),
    typed("delete", &["Delete", "Ctrl-d"], "delete a letter on", LineEdit::Delete(Letter, On)),
    typed("rub-out-word", &["Ctrl-w", "Alt-Backspace"], "delete a word back", LineEdit::Delete(Word, Back)),
    typed("delete-word", &["Alt-d"], "delete a word on", LineEdit::Delete(Word, On)),
    typed("rub-out-line", &["Ctrl-u"], "delete all before", LineEdit::Delete(Line, Back)),
    typed("delete-line", &["Ctrl-k"], "delete all after", LineEdit::Delete(Line, On)),
];
