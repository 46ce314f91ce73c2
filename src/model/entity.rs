//! Someone or something named, and every place where it is.

use super::quote::Certainty;
use super::value::Value;
use crate::text::span::TextSpan;

/// The place of an entity in its `Analysis`.
pub type EntityId = usize;

/// One person, body, place … (ACE, OntoNotes) with all its mentions in one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    pub kind: EntityKind,
    /// The canonical name: the fullest form, without courtesy titles.
    pub name: String,
    /// In order, without overlap; the first one of form `Name` comes from the text as well.
    pub mentions: Vec<Mention>,
    /// The other forms that were merged into it, with the rule that did.
    pub aliases: Vec<Alias>,
    /// Words of the text that say what someone is ("the harbour master").
    pub capacity: Option<TextSpan>,
    /// What a day, a sum or a count comes to, where the text says it plainly; never of a name.
    pub value: Option<Value>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityKind {
    Person,
    Organisation,
    Place,
    Group,
    Event,
    Work,
    Product,
    Date,
    Money,
    Percent,
    Number,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    pub span: TextSpan,
    pub form: Form,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    Name,
    Descriptor,
    Pronoun,
}

/// Another form of the name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alias {
    pub form: String,
    pub rule: AliasRule,
    pub certainty: Certainty,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AliasRule {
    Surname,
    FirstName,
    Title,
    Acronym,
    ShortForm,
    Possessive,
    Article,
    Synonym,
    Spelling,
    Initials,
    Plural,
    Descriptor,
    Pronoun,
    /// The reader said so.
    Correction,
    /// The reader said so in another article.
    EarlierCorrection,
}

impl Entity {
    /// An entity of which no more is known than its mentions.
    pub fn new(kind: EntityKind, name: String, mentions: Vec<Mention>) -> Self {
        Self { kind, name, mentions, aliases: Vec::new(), capacity: None, value: None }
    }
}

impl EntityKind {
    /// All kinds, in the order of the groups on the screen.
    pub const ALL: [EntityKind; 11] = [
        EntityKind::Person,
        EntityKind::Organisation,
        EntityKind::Place,
        EntityKind::Group,
        EntityKind::Event,
        EntityKind::Work,
        EntityKind::Product,
        EntityKind::Date,
        EntityKind::Money,
        EntityKind::Percent,
        EntityKind::Number,
    ];

    /// Whether it is a day, a sum or a count rather than a name.
    pub fn is_value(self) -> bool {
        matches!(self, EntityKind::Date | EntityKind::Money | EntityKind::Percent | EntityKind::Number)
    }

    /// What several of the kind are called.
    pub fn plural(self) -> &'static str {
        match self {
            EntityKind::Person => "people",
            EntityKind::Organisation => "organisations",
            EntityKind::Place => "places",
            EntityKind::Group => "groups",
            EntityKind::Event => "events",
            EntityKind::Work => "works",
            EntityKind::Product => "products",
            EntityKind::Date => "dates",
            EntityKind::Money => "sums",
            EntityKind::Percent => "percentages",
            EntityKind::Number => "numbers",
        }
    }

    /// The name in `show --json`.
    pub fn name(self) -> &'static str {
        match self {
            EntityKind::Person => "person",
            EntityKind::Organisation => "organisation",
            EntityKind::Place => "place",
            EntityKind::Group => "group",
            EntityKind::Event => "event",
            EntityKind::Work => "work",
            EntityKind::Product => "product",
            EntityKind::Date => "date",
            EntityKind::Money => "money",
            EntityKind::Percent => "percent",
            EntityKind::Number => "number",
        }
    }
}

impl EntityKind {
    /// The kind with this name, as `name` gives it.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// One of the kind: "an organisation".
    pub fn one(self) -> String {
        let article = if self.name().starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" };
        format!("{article} {}", self.name())
    }
}

impl Form {
    pub fn name(self) -> &'static str {
        match self {
            Form::Name => "name",
            Form::Descriptor => "descriptor",
            Form::Pronoun => "pronoun",
        }
    }
}

impl AliasRule {
    /// The rule in words for a reader.
    pub fn words(self) -> &'static str {
        match self {
            AliasRule::Surname => "surname",
            AliasRule::FirstName => "first name",
            AliasRule::Title => "title",
            AliasRule::Acronym => "acronym",
            AliasRule::ShortForm => "short form",
            AliasRule::Possessive => "possessive",
            AliasRule::Article => "with “the”",
            AliasRule::Synonym => "other name",
            AliasRule::Spelling => "other spelling",
            AliasRule::Initials => "initials",
            AliasRule::Plural => "plural",
            AliasRule::Descriptor => "description",
            AliasRule::Pronoun => "pronoun",
            AliasRule::Correction => "your correction",
            AliasRule::EarlierCorrection => "as you corrected it before",
        }
    }

    /// The rule's name in `show --json`.
    pub fn name(self) -> &'static str {
        match self {
            AliasRule::Surname => "surname",
            AliasRule::FirstName => "first-name",
            AliasRule::Title => "title",
            AliasRule::Acronym => "acronym",
            AliasRule::ShortForm => "short-form",
            AliasRule::Possessive => "possessive",
            AliasRule::Article => "article",
            AliasRule::Synonym => "synonym",
            AliasRule::Spelling => "spelling",
            AliasRule::Initials => "initials",
            AliasRule::Plural => "plural",
            AliasRule::Descriptor => "descriptor",
            AliasRule::Pronoun => "pronoun",
            AliasRule::Correction => "correction",
            AliasRule::EarlierCorrection => "earlier-correction",
        }
    }
}
