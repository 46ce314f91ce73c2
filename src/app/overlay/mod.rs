//! The boxes over the panes: what each of them holds.

pub mod card;
pub mod evidence;
pub mod find;
pub mod help;
pub mod links;
pub mod menu;
pub mod note;
pub mod page;
pub mod palette;
pub mod prompt;
pub mod select;
pub mod tagging;
pub mod typing;

use crate::actions::Place;
use card::Card;
use evidence::Walk;
use find::Search;
use help::Help;
use links::Links;
use menu::Menu;
use note::Note;
use page::Page;
use palette::Palette;
use prompt::Prompt;
use select::Selecting;
use tagging::Tagging;
use typing::TypedLine;

#[derive(Debug)]
pub enum Overlay {
    Help(Help),
    Page(Page),
    Palette(Palette),
    Menu(Menu),
    Find(Search),
    Prompt(Prompt),
    Evidence(Walk),
    Links(Links),
    Card(Card),
    Note(Box<Note>),
    Tags(Box<Tagging>),
    /// No box: the keys select in the text.
    Select(Selecting),
}

impl Overlay {
    pub fn place(&self) -> Place {
        match self {
            Overlay::Help(_) | Overlay::Page(_) => Place::Page,
            Overlay::Palette(_) => Place::Palette,
            Overlay::Menu(_) => Place::Menu,
            Overlay::Find(_) => Place::Find,
            Overlay::Prompt(_) => Place::Prompt,
            Overlay::Evidence(_) => Place::Evidence,
            Overlay::Links(_) => Place::Links,
            Overlay::Card(_) => Place::Card,
            Overlay::Note(_) => Place::Note,
            Overlay::Tags(_) => Place::Tags,
            Overlay::Select(_) => Place::Select,
        }
    }

    /// The line that is typed in it.
    pub(super) fn line(&mut self) -> Option<&mut TypedLine> {
        match self {
            Overlay::Palette(palette) => Some(&mut palette.line),
            Overlay::Find(search) => Some(&mut search.line),
            Overlay::Prompt(prompt) => Some(&mut prompt.line),
            Overlay::Tags(tagging) => Some(&mut tagging.line),
            _ => None,
        }
    }
}
