//! The articles of bookmarks as entries of a bibliography: BibTeX (biblatex's @online) and RIS.

use std::collections::HashMap;
use std::fmt::Write;

use super::{attribution, one_line, standing};
use crate::export::citation::author;
use crate::model::shelf::{Shelf, Source};
use crate::text::find::fold;

/// Last words of bylines that are no person's name.
const BODIES: [&str; 12] = [
    "Agency",
    "Bureau",
    "Correspondent",
    "Desk",
    "News",
    "Newsroom",
    "Post",
    "Press",
    "Reporter",
    "Service",
    "Staff",
    "Times",
];

/// One `@online` entry for each article; keys are made of its author, year and headline.
pub fn bibtex(shelves: &[&Shelf]) -> String {
    let mut out = String::new();
    let mut keys: HashMap<String, usize> = HashMap::new();
    for Shelf { source, bookmarks } in shelves {
        let key = key(source);
        let count = keys.entry(key.clone()).or_default();
        *count += 1;
        let number = if *count > 1 { format!("-{count}") } else { String::new() };
        let _ = writeln!(out, "@online{{{key}{number},");
        let read = bookmarks.iter().map(|bookmark| bookmark.created).min();
        let fields = [
            ("author", source.byline.as_deref().map(|byline| names(byline).join(" and "))),
            ("title", Some(source.headline.clone())),
            ("journaltitle", source.publisher.clone()),
            ("date", source.published.map(|date| date.to_string())),
            ("urldate", read.map(|time| time.strftime("%Y-%m-%d").to_string())),
        ];
        for (name, value) in fields {
            if let Some(value) = value {
                let _ = writeln!(out, "  {name} = {{{}}},", guarded(&one_line(&value)));
            }
        }
        if let Some(url) = &source.url {
            let _ = writeln!(out, "  url = {{{}}},", url.replace(['{', '}', '\\'], ""));
        }
        out.push_str("}\n\n");
    }
    out
}

/// The names of a byline one by one.
fn names(byline: &str) -> Vec<String> {
    let names = author(byline).replace(", and ", " and ").replace(", ", " and ");
    names.split(" and ").map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// "Last, First", as RIS wants it, of a person's plain name of two or three words; other names as they are.
fn inverted(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_plain = |word: &&str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|letter| letter.is_alphabetic() || matches!(letter, '.' | '-' | '\'' | '’'))
    };
    let is_body = |last: &str| words.first() == Some(&"The") || BODIES.contains(&last) || last.ends_with('.');
    match words.split_last() {
        Some((last, first)) if matches!(first.len(), 1 | 2) && words.iter().all(is_plain) && !is_body(last) => {
            format!("{last}, {}", first.join(" "))
        }
        _ => name.to_owned(),
    }
}

/// The last word of the first author, the year, the first long word of the headline: letters and digits only.
fn key(source: &Source) -> String {
    let name = source.byline.as_deref().map(author).unwrap_or_default();
    let first = name.split([',', '&']).next().unwrap_or_default();
    let first = first.split(" and ").next().unwrap_or_default();
    let surname = first.split_whitespace().next_back().or(source.publisher.as_deref()).unwrap_or("anon");
    let year = source.published.map(|date| date.year().to_string()).unwrap_or_default();
    let word = source.headline.split_whitespace().map(plain).find(|word| word.len() > 3).unwrap_or_default();
    format!("{}{year}{word}", plain(surname))
}

fn plain(word: &str) -> String {
    fold(word).chars().filter(char::is_ascii_alphanumeric).collect()
}

/// The text with the letters guarded that TeX takes for its own.
fn guarded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '{' | '}' | '%' | '&' | '$' | '#' | '_' => out.extend(['\\', letter]),
            _ => out.push(letter),
        }
    }
    out
}

/// One record for each article, its passages as notes; lines end as the format wants (CR LF).
pub fn ris(shelves: &[&Shelf]) -> String {
    let mut out = String::new();
    for Shelf { source, bookmarks } in shelves {
        let mut put = |tag: &str, value: &str| out.push_str(&format!("{tag}  - {}\r\n", one_line(value)));
        put("TY", "NEWS");
        let is_publisher = |name: &str| source.publisher.as_deref() == Some(name);
        let author = |name: String| if is_publisher(&name) { name } else { inverted(&name) };
        source.byline.iter().flat_map(|byline| names(byline)).for_each(|name| put("AU", &author(name)));
        put("TI", &source.headline);
        source.publisher.iter().for_each(|publisher| put("T2", publisher));
        if let Some(date) = source.published {
            put("PY", &date.strftime("%Y").to_string());
            put("DA", &date.strftime("%Y/%m/%d/").to_string());
        }
        source.url.iter().for_each(|url| put("UR", url));
        for bookmark in bookmarks {
            let speaker = attribution(bookmark).map(|speaker| format!(" — {speaker}")).unwrap_or_default();
            let standing = standing(bookmark).map(|standing| format!(" [{standing}]")).unwrap_or_default();
            put("N1", &format!("{}{speaker}{standing}", bookmark.anchor.exact));
            if !bookmark.note.trim().is_empty() {
                put("N1", &bookmark.note);
            }
        }
        out.push_str("ER  - \r\n\r\n");
    }
    out
}
