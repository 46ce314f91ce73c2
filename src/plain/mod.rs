//! Lines and a prompt instead of a screen, for screen readers and slow lines: nothing is drawn twice.

mod about;
mod commands;
mod find;
mod names;
mod passages;
mod quotes;
mod reading;
mod shelf;
mod words;

use std::io::{self, BufRead, Read, Write};

use self::commands::{Command, Verb};
use self::reading::Reading;
use self::shelf::Shelf;
use crate::model::article::Origin;
use crate::store::library::Library;
use crate::text::layout::wrapped;
use crate::text::printable::printable;

/// The most bytes of a typed line that are looked at.
const LONGEST: u64 = 4096;

/// How a session ended.
#[derive(Debug, PartialEq, Eq)]
pub enum End {
    /// By `x`, or with the end of the input.
    Left,
    /// There was nothing to read: a sentence for each article.
    Nothing(Vec<String>),
}

/// Reads commands line by line and answers them in lines of at most `width` cells, or in unbroken ones.
///
/// Only words and newlines are written: no escape sequence, and never anything over what is written already.
/// Each prompt is flushed. The articles may not be standard input where that is what `input` reads. What the reader
/// put right in the `library` holds here too.
pub fn run(
    articles: Vec<Origin>,
    library: Option<Library>,
    mut input: impl BufRead,
    mut output: impl Write,
    width: Option<usize>,
) -> io::Result<End> {
    let mut session = Session { shelf: Shelf::of(articles), library, reading: None };
    if let Some(sentences) = session.shelf.failed() {
        return Ok(End::Nothing(sentences));
    }
    say(&mut output, &session.greeting(), width)?;
    while let Some(line) = asked(&mut input, &mut output)? {
        match commands::parse(&line) {
            Command::Known(Verb::Close, _) => {
                say(&mut output, "Closed.", width)?;
                break;
            }
            Command::Known(verb, argument) => say(&mut output, &session.answer(verb, argument), width)?,
            Command::Unknown(sentence) => say(&mut output, &sentence, width)?,
        }
    }
    output.flush()?;
    Ok(End::Left)
}

/// The next typed line, without what could drive a terminal; none at the end of the input.
fn asked(input: &mut impl BufRead, output: &mut impl Write) -> io::Result<Option<String>> {
    output.write_all(b"> ")?;
    output.flush()?;
    let mut line = Vec::new();
    if input.by_ref().take(LONGEST).read_until(b'\n', &mut line)? == 0 {
        output.write_all(b"\n")?;
        return Ok(None);
    }
    if line.last() != Some(&b'\n') {
        input.skip_until(b'\n')?;
    }
    Ok(Some(printable(String::from_utf8_lossy(&line).trim())))
}

fn say(output: &mut impl Write, answer: &str, width: Option<usize>) -> io::Result<()> {
    for line in answer.lines() {
        match width {
            Some(width) if !line.is_empty() => {
                for part in wrapped(line, width) {
                    writeln!(output, "{}", part.trim_end())?;
                }
            }
            _ => writeln!(output, "{}", line.trim_end())?,
        }
    }
    Ok(())
}

/// The articles, and the open one.
struct Session {
    shelf: Shelf,
    library: Option<Library>,
    reading: Option<Reading>,
}

impl Session {
    /// What is said before the first prompt.
    fn greeting(&mut self) -> String {
        if self.shelf.len() == 1 {
            return self.open(0);
        }
        let count = words::counted(self.shelf.len(), "article");
        format!("{count}:\n{}\nType the number of one to open it; ? for the commands.", self.shelf.list())
    }

    fn open(&mut self, index: usize) -> String {
        let Some(origin) = self.shelf.origin(index) else { return "There is no such article.".to_owned() };
        match Reading::open(origin, self.library.as_ref()) {
            Ok(mut reading) => {
                self.shelf.open = Some(index);
                let counts = about::counts(&reading);
                let answer = passages::opening(&mut reading, &counts);
                self.reading = Some(reading);
                answer
            }
            Err(sentence) => sentence,
        }
    }

    fn answer(&mut self, verb: Verb, argument: &str) -> String {
        match (verb, &mut self.reading) {
            (Verb::Help, _) => commands::help(),
            (Verb::Articles, _) if argument.is_empty() => self.shelf.list(),
            (Verb::Articles, _) => self.open_typed(argument),
            (Verb::NextArticle, _) => self.open_beside(true),
            (Verb::PreviousArticle, _) => self.open_beside(false),
            (Verb::Paragraph, None) if !argument.is_empty() => self.open_typed(argument),
            (Verb::Next, None) => self.open(0),
            (_, None) => "No article is open: type the number of one; l lists them.".to_owned(),
            (Verb::Next, Some(reading)) if reading.at + 1 >= reading.paragraphs.len() => self.at_the_end(),
            (_, Some(reading)) => read(reading, verb, argument),
        }
    }

    fn open_typed(&mut self, number: &str) -> String {
        match self.shelf.place(number) {
            Ok(index) => self.open(index),
            Err(sentence) => sentence,
        }
    }

    fn open_beside(&mut self, onward: bool) -> String {
        match self.shelf.neighbour(onward) {
            Ok(index) => self.open(index),
            Err(sentence) => sentence.to_owned(),
        }
    }

    fn at_the_end(&self) -> String {
        let more = if self.shelf.neighbour(true).is_ok() { " J opens the next one." } else { "" };
        format!("This is the end of the article.{more}")
    }
}

/// The answer to a command about the open article.
fn read(reading: &mut Reading, verb: Verb, argument: &str) -> String {
    match verb {
        Verb::Next => reading.go(reading.at + 1),
        Verb::Paragraph if argument.is_empty() => match reading.at.checked_sub(1) {
            Some(before) => reading.go(before),
            None => "This is the first paragraph.".to_owned(),
        },
        Verb::Paragraph => numbered(argument, "p", "paragraph", |index| reading.go(index)),
        Verb::First => reading.go(0),
        Verb::Last => reading.go(reading.paragraphs.len().saturating_sub(1)),
        Verb::Rest => passages::rest(reading),
        Verb::Quotes if argument.is_empty() => quotes::list(reading),
        Verb::Quotes => numbered(argument, "q", "quote", |index| reading.go_to_quote(index)),
        Verb::NextQuote => quotes::step(reading, true),
        Verb::PreviousQuote => quotes::step(reading, false),
        Verb::Voices => quotes::voices(reading, argument),
        Verb::Here => quotes::here(reading),
        Verb::Evidence => quotes::evidence(reading, argument),
        Verb::Names => names::names(reading, argument),
        Verb::Find => find::find(reading, argument),
        Verb::About => about::article(reading),
        Verb::Aside => about::aside(reading),
        Verb::Articles | Verb::NextArticle | Verb::PreviousArticle | Verb::Help | Verb::Close => commands::help(),
    }
}

/// What is done with a typed number, counted from 0; a sentence where it is none.
fn numbered(typed: &str, letter: &str, noun: &str, mut done: impl FnMut(usize) -> String) -> String {
    match typed.parse::<usize>().ok().and_then(|number| number.checked_sub(1)) {
        Some(index) => done(index),
        None => format!("{letter} takes the number of a {noun}, from 1 on, as in {letter} 3."),
    }
}
