//! What can be typed at the prompt, and which command a typed line is.

/// What a command does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    Next,
    Paragraph,
    First,
    Last,
    Rest,
    Quotes,
    NextQuote,
    PreviousQuote,
    Voices,
    Here,
    Evidence,
    Names,
    Find,
    About,
    Aside,
    Articles,
    NextArticle,
    PreviousArticle,
    Help,
    Close,
}

/// One row of the help.
#[derive(Debug)]
pub struct Row {
    pub verb: Verb,
    pub letter: char,
    /// What may follow the letter; nothing where nothing may.
    argument: &'static str,
    /// Words that do the same as the letter.
    words: &'static [&'static str],
    help: &'static str,
}

/// A typed line.
#[derive(Debug, PartialEq, Eq)]
pub enum Command<'l> {
    Known(Verb, &'l str),
    /// No command, with the sentence that says so.
    Unknown(String),
}

const fn row(
    verb: Verb,
    letter: char,
    argument: &'static str,
    words: &'static [&'static str],
    help: &'static str,
) -> Row {
    Row { verb, letter, argument, words, help }
}

/// All commands, in the order of the help.
pub const TABLE: [Row; 20] = [
    row(Verb::Next, 'n', "", &["next"], "the next paragraph; an empty line does the same"),
    row(
        Verb::Paragraph,
        'p',
        "NUMBER",
        &["previous", "paragraph", "goto"],
        "the previous paragraph, or that one; a number alone goes there too",
    ),
    row(Verb::First, 'g', "", &["first", "top"], "the first paragraph"),
    row(Verb::Last, 'G', "", &["last", "end", "bottom"], "the last paragraph"),
    row(Verb::Rest, 'r', "", &["rest", "read"], "all the rest of the article"),
    row(Verb::Quotes, 'q', "NUMBER", &["quotes", "quote"], "the quotes, or the paragraph of that quote"),
    row(Verb::NextQuote, '>', "", &["forward"], "the next quote"),
    row(Verb::PreviousQuote, '<', "", &["back"], "the previous quote"),
    row(
        Verb::Voices,
        'v',
        "NAME or NUMBER",
        &["voices", "voice", "speakers"],
        "the voices, or all that one of them says",
    ),
    row(Verb::Here, 'w', "", &["who", "speaking"], "who is speaking in this paragraph"),
    row(Verb::Evidence, 'e', "NUMBER", &["evidence", "why"], "why this quote, or that one, is given to its speaker"),
    row(
        Verb::Names,
        'a',
        "NAME or NUMBER",
        &["names", "name", "entities", "people"],
        "the names, or where one of them stands",
    ),
    row(Verb::Find, '/', "WORDS", &["find", "search"], "finds words in the article; alone, finds them once more"),
    row(Verb::About, 'i', "", &["information", "info", "about"], "about this article"),
    row(Verb::Aside, 's', "", &["aside"], "what was set aside: lines of the page that are not the article"),
    row(Verb::Articles, 'l', "NUMBER", &["list", "articles", "open"], "the list of articles, or opens that one"),
    row(Verb::NextArticle, 'J', "", &["article"], "opens the next article"),
    row(Verb::PreviousArticle, 'K', "", &[], "opens the previous article"),
    row(Verb::Help, '?', "", &["help", "commands"], "these commands"),
    row(Verb::Close, 'x', "", &["quit", "exit"], "ends; so does quit"),
];

/// The command that a line is.
pub fn parse(line: &str) -> Command<'_> {
    let line = line.trim();
    let Some(letter) = line.chars().next() else { return Command::Known(Verb::Next, "") };
    if letter.is_ascii_digit() && line.chars().all(|digit| digit.is_ascii_digit()) {
        return Command::Known(Verb::Paragraph, line);
    }
    let (word, after) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    if let Some(row) = TABLE.iter().find(|row| row.words.contains(&word.to_lowercase().as_str())) {
        return Command::Known(row.verb, after.trim());
    }
    let rest = line.strip_prefix(letter).unwrap_or_default();
    let row = TABLE.iter().find(|row| row.letter == letter);
    match row.filter(|row| row.takes(rest)) {
        Some(row) => Command::Known(row.verb, rest.trim()),
        None => Command::Unknown(unknown(line)),
    }
}

/// The commands, one a line.
pub fn help() -> String {
    let rows = TABLE.iter().map(|row| {
        let argument = if row.argument.is_empty() { String::new() } else { format!(" [{}]", row.argument) };
        format!("{}{argument}: {}.", row.letter, row.help)
    });
    rows.collect::<Vec<_>>().join("\n")
}

impl Row {
    /// Whether what stands behind the letter can be its argument.
    fn takes(&self, rest: &str) -> bool {
        let divided = rest.starts_with(|first: char| first.is_whitespace() || first.is_ascii_digit());
        rest.is_empty() || self.verb == Verb::Find || (divided && !self.argument.is_empty())
    }
}

fn unknown(line: &str) -> String {
    let near =
        nearest(line).filter(|row| row.verb != Verb::Help).map(|row| format!(" {} is {}.", row.letter, row.help));
    format!("“{}” is no command.{} ? lists them all.", super::words::short(line), near.unwrap_or_default())
}

/// The command that was meant, most likely: by its word, else by its letter.
fn nearest(line: &str) -> Option<&'static Row> {
    let word = line.split_whitespace().next().unwrap_or_default().to_lowercase();
    let first = word.chars().next()?;
    let meant = |row: &&Row| word.chars().count() > 1 && row.words.iter().any(|other| akin(other, &word));
    let same = |row: &&Row| line.starts_with(row.letter);
    let other_case = |row: &&Row| row.letter.eq_ignore_ascii_case(&first);
    let rows = || TABLE.iter();
    rows().find(meant).or_else(|| rows().find(same)).or_else(|| rows().find(other_case))
}

/// Whether one word begins with the other.
fn akin(one: &str, other: &str) -> bool {
    one.starts_with(other) || other.starts_with(one)
}
