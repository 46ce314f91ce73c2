//! Everything a person can do: the actions, the places where they hold, and the table that names them.

pub mod hints;
pub mod keymap;
pub mod keyname;
pub mod place;
pub mod table;

pub use hints::Hint;
pub use place::Place;
pub use table::TABLE;

/// What a key, a choice of the palette or the mouse can ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    Move(Unit, Direction),
    /// To the next or previous quote in the text.
    Quote(Direction),
    /// To the next or previous of what is gone through: what was found, or the marked names.
    Next(Direction),
    /// To the next or previous article of the list.
    Article(Direction),
    /// To the next quote whose speaker is in doubt and not checked.
    Unsure,
    Focus(Pane),
    FocusNext(Direction),
    Zoom,
    /// What Enter does here: jump to the passage, open the article, take the choice.
    Open,
    /// The item with this number, from 0.
    Choose(usize),
    Unfold,
    Fold,
    /// Marks the selected name in the text, or takes the mark off.
    MarkName,
    /// Another order or grouping of the list.
    Group,
    Filter,
    /// Puts right what was found about a name or a quote.
    Correct,
    /// It is no name, or no quote.
    NotOne,
    /// The speaker of the quote is right.
    Check,
    /// Removes what the list is at.
    Remove,
    /// Writes what is shown to a file.
    Write,
    Undo,
    Redo,
    /// Keeps the passage as a bookmark, or no longer.
    Keep,
    KeepParagraph,
    /// The note, the tags, the colour of the bookmark, which is made where there is none.
    Note,
    Tags,
    Colour,
    NewLine,
    /// What is written goes to an editor, and comes back.
    Editor,
    /// Goes on with the tag that was begun.
    Complete,
    /// Selects in the text, from the sentence at the cursor on.
    Select,
    /// Selects less or more where it was begun: a word, the paragraph, the sentence.
    SelectOther,
    /// Goes on selecting by this.
    SelectBy(Stretch),
    /// A digit of how often the next action is done.
    Times(usize),
    /// One more of what is selected by, or one less.
    Extend(Direction),
    ExtendWord(Direction),
    /// Moves the other end of what is selected.
    OtherEnd,
    /// What is selected is a quote.
    IsAQuote,
    /// Why this speaker.
    Evidence,
    Strip,
    /// Dims all but the paragraph, then all but the sentence.
    FocusMode,
    Measure(Change),
    /// Back to where one was before a jump, or forward again.
    History(Direction),
    Find,
    Palette,
    About,
    Copy,
    CopyAs,
    /// Gives what one is at to a command, or all of the article.
    Pipe,
    PipeArticle,
    StopCommands,
    Links,
    Browse,
    /// Reads the article anew from where it came.
    Reload,
    Theme,
    Mouse,
    /// Opens the file of keys, or of settings, in an editor.
    Edit(File),
    Messages,
    /// Asks again what becomes of a bookmark whose words changed.
    DecideAgain,
    /// The bookmarks of all articles.
    Bookmarks,
    Library,
    Help,
    Redraw,
    Suspend,
    Cancel,
    Leave,
    Quit,
    /// Within a line that is typed.
    Line(LineEdit),
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

/// What is selected by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stretch {
    Word,
    Sentence,
    Paragraph,
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

/// The files of a person's own settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum File {
    Settings,
    Keys,
}

/// What can be done within a line that is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LineEdit {
    Move(LineUnit, Direction),
    Delete(LineUnit, Direction),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LineUnit {
    Letter,
    Word,
    Line,
}

/// The panes of the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Pane {
    #[default]
    Text,
    Quotes,
    Entities,
}

/// The part of the help that a row stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    Move,
    Do,
    Panes,
    Everywhere,
    Typing,
}

/// One thing a person can do.
pub struct Row {
    pub name: &'static str,
    /// The keys that do it; the first is the one that hints show.
    pub keys: &'static [&'static str],
    pub places: &'static [Place],
    pub group: Group,
    pub help: &'static str,
    pub act: Act,
}

/// What a row asks for.
pub enum Act {
    One(Action),
    /// It depends on which of the row's keys is pressed, counted from 0.
    Numbered(fn(usize) -> Action),
}

impl Row {
    /// The action, given the number of the key pressed within the row's keys.
    pub fn action(&self, key: usize) -> Action {
        match self.act {
            Act::One(action) => action,
            Act::Numbered(act) => act(key),
        }
    }
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

impl Group {
    pub const ALL: [Group; 5] = [Group::Move, Group::Do, Group::Panes, Group::Everywhere, Group::Typing];

    pub fn name(self) -> &'static str {
        match self {
            Group::Move => "MOVE",
            Group::Do => "DO",
            Group::Panes => "PANES",
            Group::Everywhere => "EVERYWHERE",
            Group::Typing => "TYPING",
        }
    }
}

/// The row with this name.
pub fn named(name: &str) -> Option<&'static Row> {
    TABLE.iter().find(|row| row.name == name)
}
