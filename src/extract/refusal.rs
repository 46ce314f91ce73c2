//! What is no article, and what to do about it.

use memchr::memmem;

/// The most bytes that are read as one article.
pub const MOST_BYTES: usize = 64 << 20;

/// Why bytes are no article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    Empty,
    Binary,
    TooLarge,
    Pdf,
    Epub,
    Word,
    /// A page or file of marks without words.
    NoText,
}

impl Refusal {
    /// What is wrong and what to do, as a sentence to stand after the file's name.
    pub fn sentence(&self) -> String {
        match self {
            Refusal::Empty => "the file is empty; there is nothing to read.".to_owned(),
            Refusal::Binary => {
                "this is not text (it holds binary data); give a text, Markdown or HTML file.".to_owned()
            }
            Refusal::TooLarge => {
                format!(
                    "too large for an article (at most {} MB are read); cut out the part you want.",
                    MOST_BYTES >> 20
                )
            }
            Refusal::Pdf => "this is a PDF; convert it first: pdftotext -layout FILE.pdf - | pullquote -".to_owned(),
            Refusal::Epub => {
                "this is an EPUB book; convert it first: pandoc -t markdown FILE.epub -o FILE.md".to_owned()
            }
            Refusal::Word => {
                "this is a Word document; convert it first: pandoc -t markdown FILE.docx -o FILE.md".to_owned()
            }
            Refusal::NoText => {
                "no words were found in it (a saved page may have to be saved again once it has loaded).".to_owned()
            }
        }
    }
}

/// Refuses what the first bytes show to be no text.
pub fn check(bytes: &[u8]) -> Result<(), Refusal> {
    if bytes.is_empty() || bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Refusal::Empty);
    }
    if bytes.len() > MOST_BYTES {
        return Err(Refusal::TooLarge);
    }
    let begins = |magic: &[u8]| bytes.starts_with(magic);
    if begins(b"%PDF-") {
        return Err(Refusal::Pdf);
    }
    if begins(b"PK\x03\x04") {
        return Err(zipped(bytes));
    }
    if begins(&[0xd0, 0xcf, 0x11, 0xe0]) || begins(b"{\\rtf") {
        return Err(Refusal::Word);
    }
    let others: [&[u8]; 6] = [b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"\x7fELF", b"BZh"];
    if others.iter().any(|magic| begins(magic)) || is_binary(bytes) {
        return Err(Refusal::Binary);
    }
    Ok(())
}

fn zipped(bytes: &[u8]) -> Refusal {
    let holds = |name: &[u8]| memmem::find(bytes, name).is_some();
    if holds(b"application/epub+zip") {
        Refusal::Epub
    } else if holds(b"word/") {
        Refusal::Word
    } else {
        Refusal::Binary
    }
}

/// NULs that are not those of UTF-16 and UTF-32.
fn is_binary(bytes: &[u8]) -> bool {
    let start = bytes.get(..bytes.len().min(1 << 16)).unwrap_or_default();
    memchr::memchr(0, start).is_some() && super::decode::wide(start).is_none()
}
