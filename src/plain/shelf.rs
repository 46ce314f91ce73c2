//! The articles that can be opened, as a numbered list.

use super::words::date;
use crate::jobs::ingest;
use crate::model::article::{Article, Origin};

/// The articles in the order in which they were given, and which one is open.
#[derive(Debug)]
pub struct Shelf {
    books: Vec<Book>,
    pub open: Option<usize>,
}

#[derive(Debug)]
struct Book {
    origin: Origin,
    /// Its line in the list, or the sentence that says why it can't be read.
    line: Result<String, String>,
}

impl Shelf {
    /// Looks into every article for its headline.
    pub fn of(origins: Vec<Origin>) -> Self {
        let book = |origin: Origin| Book { line: ingest::read(&origin).map(|article| line(&article)), origin };
        Self { books: origins.into_iter().map(book).collect(), open: None }
    }

    pub fn len(&self) -> usize {
        self.books.len()
    }

    /// The sentences of all that can't be read, where nothing can.
    pub fn failed(&self) -> Option<Vec<String>> {
        self.books.iter().map(|book| book.line.clone().err()).collect()
    }

    pub fn origin(&self, index: usize) -> Option<&Origin> {
        self.books.get(index).map(|book| &book.origin)
    }

    /// The numbered list.
    pub fn list(&self) -> String {
        let line = |(index, book): (usize, &Book)| {
            let open = if self.open == Some(index) { "Open now: " } else { "" };
            let line = match &book.line {
                Ok(line) => line,
                Err(sentence) => sentence,
            };
            format!("{}. {open}{line}", index + 1)
        };
        self.books.iter().enumerate().map(line).collect::<Vec<_>>().join("\n")
    }

    /// The place of a typed number, or a sentence where there is no such article.
    pub fn place(&self, wanted: &str) -> Result<usize, String> {
        let number = wanted.parse::<usize>().ok().filter(|number| (1..=self.len()).contains(number));
        match (number, self.len()) {
            (Some(number), _) => Ok(number - 1),
            (None, 1) => Err("There is one article only.".to_owned()),
            (None, last) => Err(format!("Articles have the numbers 1 to {last}; l lists them.")),
        }
    }

    /// The place after the open article, or before it.
    pub fn neighbour(&self, onward: bool) -> Result<usize, &'static str> {
        match (self.open, onward) {
            (None, _) => Ok(0),
            (Some(open), true) if open + 1 < self.len() => Ok(open + 1),
            (Some(_), true) => Err("This is the last article."),
            (Some(open), false) => open.checked_sub(1).ok_or("This is the first article."),
        }
    }
}

/// Headline, publisher and day.
fn line(article: &Article) -> String {
    let day = article.published.map(date);
    let about: Vec<String> = article.publisher.clone().into_iter().chain(day).collect();
    if about.is_empty() { article.title().to_owned() } else { format!("{} ({})", article.title(), about.join(", ")) }
}
