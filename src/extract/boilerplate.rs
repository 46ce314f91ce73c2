//! What stands among the paragraphs of an article without being part of it.

use std::sync::LazyLock;

use memchr::memmem::Finder;

use crate::model::document::Aside;

/// The longest line that can be an advertisement of the site, in characters.
const LONG: usize = 420;

const RELATED: &[&str] = &[
    "related:",
    "related articles",
    "related stories",
    "read more:",
    "read also:",
    "more on this",
    "see also:",
    "more from ",
    "also read:",
    "you may also like",
    "recommended:",
    "watch:",
    "in pictures:",
    "don't miss:",
];
const NEWSLETTER: &[&str] = &[
    "sign up",
    "subscribe to ",
    "subscribe for ",
    "subscribe now",
    "subscribe today",
    "push alerts",
    "get the best ",
    "get our ",
    "get the week",
    "get the latest",
    "join our newsletter",
    "newsletter:",
    "to receive our",
    "download our app",
    "get unlimited access",
    "support our journalism",
];
const COMMENTS: &[&str] = &[
    "what do you think?",
    "join the conversation",
    "join the discussion",
    "comments are ",
    "comments on this",
    "have your say",
    "leave a comment",
    "view comments",
    "share your thoughts",
    "get in touch:",
    "do you have a story",
];
const CREDIT: &[&str] = &[
    "photograph:",
    "photograph by",
    "photo:",
    "photo by",
    "photos:",
    "picture:",
    "pictures:",
    "image:",
    "image credit",
    "illustration:",
    "getty images",
    "credit:",
    "(reporting by",
    "reporting by ",
    "additional reporting by",
    "(editing by",
    "editing by ",
];
const SHARING: &[&str] = &[
    "follow us on",
    "follow us",
    "share this",
    "share on ",
    "like us on",
    "find us on",
    "send your story ideas",
    "tweet this",
    "copy link",
];
const NOTICE: &[&str] = &[
    "all rights reserved",
    "© ",
    "copyright ",
    "advertisement",
    "terms and conditions",
    "this site uses cookies",
    "we use cookies",
    "our goal is to create",
    "topics:",
    "tags:",
    "filed under",
    "we may earn a commission",
    "editor's note:",
    "editors' note:",
    "note to readers:",
];

/// Words inside a short paragraph that give it away, as they are written within a sentence.
const INSIDE: &[(&str, Aside)] = &[
    ("article commenting", Aside::Comments),
    ("omments are moderated", Aside::Comments),
    ("community guidelines", Aside::Comments),
    ("community rules", Aside::Comments),
    ("our newsletter", Aside::Newsletter),
    ("in your inbox", Aside::Newsletter),
    ("straight to your inbox", Aside::Newsletter),
    ("delivered directly to your phone", Aside::Newsletter),
    ("delivered to your inbox", Aside::Newsletter),
    ("to our newsroom", Aside::Sharing),
    ("on social media. Send", Aside::Sharing),
    ("mail the live desk", Aside::Comments),
    ("ast updated", Aside::Notice),
    ("be back with more", Aside::Notice),
];

/// Characters of a line in which it shows how it begins.
const BEGINNING: usize = 60;

/// Why a paragraph is not part of the article; none where it is. Corrections and amendments are part of it.
pub fn aside(line: &str) -> Option<Aside> {
    let line = line.trim();
    if line.len() > 3 * LONG || line.chars().count() > LONG {
        return None;
    }
    if reading_time(line) {
        return Some(Aside::ReadingTime);
    }
    let found = begins(line).or_else(|| holds(line))?;
    let lower = plain(line);
    let spoken = lower.contains(['“', '"']) && lower.contains(" said");
    (!spoken && !is_amendment(&lower)).then_some(found)
}

fn plain(line: &str) -> String {
    line.to_lowercase().replace('’', "'")
}

/// What the first words of a line say of it.
fn begins(line: &str) -> Option<Aside> {
    let lists = [
        (RELATED, Aside::Related),
        (NEWSLETTER, Aside::Newsletter),
        (COMMENTS, Aside::Comments),
        (CREDIT, Aside::Credit),
        (SHARING, Aside::Sharing),
        (NOTICE, Aside::Notice),
    ];
    let beginning = plain(&line.chars().take(BEGINNING).collect::<String>());
    let starts = |(list, _): &&(&[&str], Aside)| list.iter().any(|start| beginning.starts_with(start));
    lists.iter().find(starts).map(|(_, aside)| *aside)
}

/// What words anywhere in a line say of it.
fn holds(line: &str) -> Option<Aside> {
    static FINDERS: LazyLock<Vec<(Finder<'static>, Aside)>> =
        LazyLock::new(|| INSIDE.iter().map(|(words, aside)| (Finder::new(words), *aside)).collect());
    let found = FINDERS.iter().find(|(words, _)| words.find(line.as_bytes()).is_some());
    found.map(|(_, aside)| *aside)
}

/// Whether a line says that the article was changed or corrected.
pub fn is_amendment(lower: &str) -> bool {
    let words =
        ["amended", "corrected", "updated to", "correction", "an earlier version", "clarified", "edited for length"];
    let lower = lower.split_once(" note: ").map_or(lower, |(_, note)| note);
    (lower.starts_with("this ")
        || lower.starts_with("correction")
        || lower.starts_with("an earlier version")
        || lower.starts_with("clarification"))
        && words.iter().any(|word| lower.contains(word))
}

/// Whether a line says how long the reading takes: "·3 min read", "4 MINUTE READ", "Reading time: 5 minutes".
pub fn reading_time(line: &str) -> bool {
    if line.len() > 60 {
        return false;
    }
    let words = line.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
    let count = words.split([' ', '-']).count();
    let digits = words.starts_with(|letter: char| letter.is_ascii_digit());
    count <= 5 && ((digits && words.contains("min") && words.contains("read")) || words.starts_with("reading time"))
}

/// Whether a line is no words at all but a rule or a row of stars.
pub fn is_rule(line: &str) -> bool {
    !line.chars().any(char::is_alphanumeric)
        && line.chars().count() >= 2
        && line.chars().all(|letter| "_-*—–=~#. •".contains(letter))
}
