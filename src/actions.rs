//! The table of everything a person can do: name, keys, where, help and action, one row each.
//!
//! Keys are named nowhere else; the keymap, help, hint rows and the README's table are derived from here.

/// What a key can ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    Move(Unit, Direction),
    /// To the next or previous quote in the text.
    Quote(Direction),
    /// To the next or previous mention of the marked names.
    Mention(Direction),
    /// To the next or previous article of the list.
    Article(Direction),
    Focus(Pane),
    FocusNext(Direction),
    Zoom,
    /// What Enter does here: jump to the passage, open the article, unfold.
    Open,
    /// The item with this number, from 0.
    Choose(usize),
    Unfold,
    Fold,
    /// Marks the selected name in the text, or takes the mark off.
    MarkName,
    Group,
    Strip,
    Measure(Change),
    /// Back to where one was before a jump.
    Return,
    Library,
    Help,
    Redraw,
    Cancel,
    Leave,
    Quit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    Line,
    Page,
    HalfPage,
    Sentence,
    Paragraph,
    /// The whole text or list.
    End,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    Back,
    On,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Change {
    Wider,
    Narrower,
    Reset,
}

/// The panes of the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Pane {
    #[default]
    Text,
    Quotes,
    Entities,
}

/// Where a key is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    Start,
    Articles,
    Text,
    Quotes,
    Entities,
    Help,
}

/// The part of the help that a row stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    Move,
    Do,
    Panes,
    Everywhere,
}

/// One thing a person can do.
pub struct Row {
    pub name: &'static str,
    /// The keys that do it; the first is the one that hints show.
    pub keys: &'static [&'static str],
    pub places: &'static [Place],
    pub group: Group,
    pub help: &'static str,
    /// The action, given the number of the key pressed within `keys`.
    pub act: fn(usize) -> Action,
}

impl Pane {
    pub const ALL: [Pane; 3] = [Pane::Text, Pane::Quotes, Pane::Entities];

    pub fn place(self) -> Place {
        match self {
            Pane::Text => Place::Text,
            Pane::Quotes => Place::Quotes,
            Pane::Entities => Place::Entities,
        }
    }
}

impl Place {
    pub const ALL: [Place; 6] =
        [Place::Start, Place::Articles, Place::Text, Place::Quotes, Place::Entities, Place::Help];

    pub fn name(self) -> &'static str {
        match self {
            Place::Start => "Start",
            Place::Articles => "Articles",
            Place::Text => "Text",
            Place::Quotes => "Quotes",
            Place::Entities => "Entities",
            Place::Help => "Help",
        }
    }
}

impl Group {
    pub const ALL: [Group; 4] = [Group::Move, Group::Do, Group::Panes, Group::Everywhere];

    pub fn name(self) -> &'static str {
        match self {
            Group::Move => "MOVE",
            Group::Do => "DO",
            Group::Panes => "PANES",
            Group::Everywhere => "EVERYWHERE",
        }
    }
}

const ALL: &[Place] = &Place::ALL;
const MAIN: &[Place] = &[Place::Start, Place::Articles, Place::Text, Place::Quotes, Place::Entities];
const READER: &[Place] = &[Place::Text, Place::Quotes, Place::Entities];
const TEXT: &[Place] = &[Place::Text];
const PANES: &[Place] = &[Place::Quotes, Place::Entities];

use Direction::{Back, On};
use Group::{Do, Everywhere, Move, Panes};

const fn row(
    name: &'static str,
    keys: &'static [&'static str],
    places: &'static [Place],
    group: Group,
    help: &'static str,
    act: fn(usize) -> Action,
) -> Row {
    Row { name, keys, places, group, help, act }
}

/// Every row, in the order of the help.
#[rustfmt::skip]
pub const TABLE: &[Row] = &[
    row("previous-quote", &["Left", "h"], TEXT, Move, "previous quote", |_| Action::Quote(Back)),
    row("next-quote", &["Right", "l"], TEXT, Move, "next quote", |_| Action::Quote(On)),
    row("up", &["Up", "k"], ALL, Move, "up one line or item", |_| Action::Move(Unit::Line, Back)),
    row("down", &["Down", "j"], ALL, Move, "down one line or item", |_| Action::Move(Unit::Line, On)),
    row("read-on", &["Space"], TEXT, Move, "page down", |_| Action::Move(Unit::Page, On)),
    row("read-back", &["b"], TEXT, Move, "page up", |_| Action::Move(Unit::Page, Back)),
    row("page-down", &["PgDn", "Ctrl-f"], ALL, Move, "page down", |_| Action::Move(Unit::Page, On)),
    row("page-up", &["PgUp", "Ctrl-b"], ALL, Move, "page up", |_| Action::Move(Unit::Page, Back)),
    row("half-down", &["d", "Ctrl-d"], ALL, Move, "half a page down", |_| Action::Move(Unit::HalfPage, On)),
    row("half-up", &["u", "Ctrl-u"], ALL, Move, "half a page up", |_| Action::Move(Unit::HalfPage, Back)),
    row("next-sentence", &[")"], TEXT, Move, "next sentence", |_| Action::Move(Unit::Sentence, On)),
    row("previous-sentence", &["("], TEXT, Move, "previous sentence", |_| Action::Move(Unit::Sentence, Back)),
    row("next-paragraph", &["}"], TEXT, Move, "next paragraph", |_| Action::Move(Unit::Paragraph, On)),
    row("previous-paragraph", &["{"], TEXT, Move, "previous paragraph", |_| Action::Move(Unit::Paragraph, Back)),
    row("top", &["g", "Home"], ALL, Move, "top", |_| Action::Move(Unit::End, Back)),
    row("bottom", &["G", "End"], ALL, Move, "bottom", |_| Action::Move(Unit::End, On)),
    row("next-mention", &["n"], READER, Move, "next mention of the marked names", |_| Action::Mention(On)),
    row("previous-mention", &["N"], READER, Move, "previous mention", |_| Action::Mention(Back)),
    row("return", &["Backspace", "Ctrl-o"], READER, Move, "back to where I was before the jump", |_| Action::Return),
    row("next-article", &["J"], READER, Move, "next article", |_| Action::Article(On)),
    row("previous-article", &["K"], READER, Move, "previous article", |_| Action::Article(Back)),
    row("open", &["Enter"], MAIN, Do, "go to the passage, open, unfold", |_| Action::Open),
    row("choose", &["1", "2", "3", "4", "5", "6", "7", "8", "9"], &[Place::Start], Do, "open the article with this number", Action::Choose),
    row("unfold", &["Right", "l"], PANES, Do, "unfold the group", |_| Action::Unfold),
    row("fold", &["Left", "h"], PANES, Do, "fold the group, or go to its head", |_| Action::Fold),
    row("mark-name", &["Space"], &[Place::Entities], Do, "mark this name in the text, or not", |_| Action::MarkName),
    row("group", &["s"], &[Place::Quotes], Do, "order: as spoken, by words, as written", |_| Action::Group),
    row("strip", &["t"], READER, Do, "strip of the quote, on or off", |_| Action::Strip),
    row("next-pane", &["Tab"], READER, Panes, "next pane", |_| Action::FocusNext(On)),
    row("previous-pane", &["Shift-Tab"], READER, Panes, "previous pane", |_| Action::FocusNext(Back)),
    row("pane", &["1", "2", "3"], READER, Panes, "text, quotes, entities", |key| Action::Focus(Pane::ALL[key.min(2)])),
    row("zoom", &["z"], READER, Panes, "this pane alone, or all panes", |_| Action::Zoom),
    row("wider", &["+"], READER, Panes, "wider lines", |_| Action::Measure(Change::Wider)),
    row("narrower", &["-"], READER, Panes, "narrower lines", |_| Action::Measure(Change::Narrower)),
    row("measure", &["="], READER, Panes, "lines of 66 columns again", |_| Action::Measure(Change::Reset)),
    row("articles", &["L"], READER, Everywhere, "the list of articles", |_| Action::Library),
    row("help", &["?", "F1"], MAIN, Everywhere, "the keys of this pane", |_| Action::Help),
    row("redraw", &["Ctrl-l"], ALL, Everywhere, "draw the screen anew", |_| Action::Redraw),
    row("cancel", &["Esc"], ALL, Everywhere, "close, take off marks (never quits)", |_| Action::Cancel),
    row("close-help", &["?", "F1", "q", "Enter"], &[Place::Help], Everywhere, "close the help", |_| Action::Cancel),
    row("leave", &["q"], MAIN, Everywhere, "back; from the first screen: quit", |_| Action::Leave),
    row("quit", &["Q", "Ctrl-c"], ALL, Everywhere, "quit now", |_| Action::Quit),
];

/// A hint: the rows whose first keys it shows, and the words for them.
pub struct Hint {
    pub rows: &'static [&'static str],
    pub words: &'static str,
}

const fn hint(rows: &'static [&'static str], words: &'static str) -> Hint {
    Hint { rows, words }
}

const START: &[Hint] = &[hint(&["up", "down"], "choose"), hint(&["open"], "read it")];
const ARTICLES: &[Hint] = &[hint(&["up", "down"], "choose"), hint(&["open"], "read it"), hint(&["page-down"], "page")];
const TEXT_HINTS: &[Hint] = &[
    hint(&["previous-quote", "next-quote"], "quote"),
    hint(&["read-on"], "page"),
    hint(&["next-pane"], "pane"),
    hint(&["previous-sentence", "next-sentence"], "sentence"),
    hint(&["next-mention"], "next mention"),
    hint(&["zoom"], "zoom"),
    hint(&["next-article"], "next article"),
];
const QUOTES: &[Hint] = &[
    hint(&["up", "down"], "choose"),
    hint(&["open"], "go to it"),
    hint(&["next-pane"], "pane"),
    hint(&["group"], "order"),
    hint(&["fold", "unfold"], "fold"),
    hint(&["zoom"], "zoom"),
];
const ENTITIES: &[Hint] = &[
    hint(&["up", "down"], "choose"),
    hint(&["mark-name"], "mark"),
    hint(&["next-mention"], "next mention"),
    hint(&["open"], "go to it"),
    hint(&["next-pane"], "pane"),
    hint(&["fold", "unfold"], "fold"),
    hint(&["zoom"], "zoom"),
];
const HELP: &[Hint] = &[hint(&["up", "down"], "scroll"), hint(&["cancel"], "close")];

/// The hints of a place, the most useful first.
pub fn hints(place: Place) -> &'static [Hint] {
    match place {
        Place::Start => START,
        Place::Articles => ARTICLES,
        Place::Text => TEXT_HINTS,
        Place::Quotes => QUOTES,
        Place::Entities => ENTITIES,
        Place::Help => HELP,
    }
}

/// The row with this name.
pub fn named(name: &str) -> Option<&'static Row> {
    TABLE.iter().find(|row| row.name == name)
}

/// The rows that hold in a place, in the order of the table.
pub fn rows_of(place: Place) -> impl Iterator<Item = &'static Row> {
    TABLE.iter().filter(move |row| row.places.contains(&place))
}
