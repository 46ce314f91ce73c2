//! What stands among the paragraphs of an article without being part of it.

use memchr::memmem;

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
];

/// Words inside a short paragraph that give it away, wherever it begins.
const INSIDE: &[(&str, Aside)] = &[
    ("article commenting", Aside::Comments),
    ("comments are moderated", Aside::Comments),
    ("community guidelines", Aside::Comments),
    ("community rules", Aside::Comments),
    ("our newsletter", Aside::Newsletter),
    ("in your inbox", Aside::Newsletter),
    ("straight to your inbox", Aside::Newsletter),
    ("delivered directly to your phone", Aside::Newsletter),
    ("delivered to your inbox", Aside::Newsletter),
    ("to our newsroom", Aside::Sharing),
    ("on social media. send", Aside::Sharing),
    ("email the live desk", Aside::Comments),
    ("last updated", Aside::Notice),
    ("we'll be back with more", Aside::Notice),
];

/// Why a paragraph is not part of the article; none where it is. Corrections and amendments are part of it.
pub fn aside(line: &str) -> Option<Aside> {
    let line = line.trim();
    if line.chars().count() > LONG {
        return None;
    }
    let lower = line.to_lowercase().replace('’', "'");
    if is_amendment(&lower) {
        return None;
    }
    if reading_time(line) {
        return Some(Aside::ReadingTime);
    }
    let lists = [
        (RELATED, Aside::Related),
        (NEWSLETTER, Aside::Newsletter),
        (COMMENTS, Aside::Comments),
        (CREDIT, Aside::Credit),
        (SHARING, Aside::Sharing),
        (NOTICE, Aside::Notice),
    ];
    let begins = lists.iter().find(|(starts, _)| starts.iter().any(|start| lower.starts_with(start)));
    let spoken = lower.contains(['“', '"']) && lower.contains(" said");
    let found = begins.map(|(_, aside)| *aside).or_else(|| {
        INSIDE
            .iter()
            .find(|(words, _)| memmem::find(lower.as_bytes(), words.as_bytes()).is_some())
            .map(|(_, aside)| *aside)
    });
    found.filter(|_| !spoken)
}

/// Whether a line says that the article was changed or corrected.
pub fn is_amendment(lower: &str) -> bool {
    let words =
        ["amended", "corrected", "updated to", "correction", "an earlier version", "clarified", "edited for length"];
    (lower.starts_with("this ")
        || lower.starts_with("correction")
        || lower.starts_with("an earlier version")
        || lower.starts_with("clarification"))
        && words.iter().any(|word| lower.contains(word))
}

/// Whether a line says how long the reading takes: "·3 min read", "4 MINUTE READ", "Reading time: 5 minutes".
pub fn reading_time(line: &str) -> bool {
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
