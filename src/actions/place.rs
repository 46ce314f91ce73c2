//! The places where a key is pressed: what it does depends on them.

/// Where a key is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    Start,
    Articles,
    Text,
    Quotes,
    Entities,
    /// The bookmarks of all articles.
    Bookmarks,
    /// The text, while something is being selected in it.
    Select,
    /// The strip that says why a quote has its speaker.
    Evidence,
    /// What is known of one name.
    Card,
    /// The links on the screen, by number.
    Links,
    /// A few things to choose from.
    Menu,
    /// A text over the panes: help, about, what a command printed.
    Page,
    Palette,
    Find,
    /// A line that is asked for.
    Prompt,
    /// A note that is written.
    Note,
    /// The tags of a bookmark.
    Tags,
}

impl Place {
    pub const ALL: [Place; 17] = [
        Place::Start,
        Place::Articles,
        Place::Text,
        Place::Quotes,
        Place::Entities,
        Place::Bookmarks,
        Place::Select,
        Place::Evidence,
        Place::Card,
        Place::Links,
        Place::Menu,
        Place::Page,
        Place::Palette,
        Place::Find,
        Place::Prompt,
        Place::Note,
        Place::Tags,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Place::Start => "Start",
            Place::Articles => "Articles",
            Place::Text => "Text",
            Place::Quotes => "Quotes",
            Place::Entities => "Entities",
            Place::Bookmarks => "Bookmarks",
            Place::Select => "Select",
            Place::Evidence => "Evidence",
            Place::Card => "Card",
            Place::Links => "Links",
            Place::Menu => "Menu",
            Place::Page => "Page",
            Place::Palette => "Palette",
            Place::Find => "Find",
            Place::Prompt => "Prompt",
            Place::Note => "Note",
            Place::Tags => "Tags",
        }
    }

    /// Whether letters are typed here, so that none of them can be a key.
    pub fn is_typed(self) -> bool {
        matches!(self, Place::Palette | Place::Find | Place::Prompt | Place::Note | Place::Tags)
    }
}
