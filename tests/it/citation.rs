//! Copying: the text that goes to the clipboard, word for word.

use jiff::civil::date;
use pullquote::export::citation::{Passage, Said, markdown, plain};
use pullquote::model::article::Article;
use pullquote::model::quote::{Certainty, QuoteKind};

use crate::harness::{press, pressed, text};

fn article() -> Article {
    Article {
        headline: Some("Ferry “will not” move, says [harbour] chief".to_owned()),
        byline: Some("By Ona Vell, harbour correspondent".to_owned()),
        publisher: Some("The Quay Post".to_owned()),
        published: Some(date(2026, 5, 2)),
        url: Some("https://example.org/ferry_(2)".to_owned()),
        ..Article::default()
    }
}

fn said(words: &str, kind: QuoteKind, certainty: Certainty) -> Passage {
    Passage { words: words.to_owned(), said: Some(Said { speaker: "Ida Crane".to_owned(), kind, certainty }) }
}

const WHERE: &str = "Ona Vell, “Ferry ‘will not’ move, says [harbour] chief”, The Quay Post, 2 May 2026, https://example.org/ferry_(2).";

#[test]
fn a_quote_stands_before_said_with_a_comma() {
    for (words, wanted) in [
        ("“It stays where it is.”", "“It stays where it is,” said Ida Crane."),
        ("“It stays,”", "“It stays,” said Ida Crane."),
        ("“Why move it?”", "“Why move it?” said Ida Crane."),
        ("“will not”", "“will not,” said Ida Crane."),
    ] {
        let copied = plain(&article(), &said(words, QuoteKind::Direct, Certainty::Certain));
        assert_eq!(copied, format!("{wanted} {WHERE}"));
    }
}

#[test]
fn a_doubtful_speaker_is_marked_as_inferred() {
    let copied = plain(&article(), &said("“It stays.”", QuoteKind::Direct, Certainty::Likely));
    assert_eq!(copied, format!("“It stays,” said Ida Crane (speaker inferred: likely). {WHERE}"));
}

#[test]
fn reported_speech_is_the_articles_own_sentence() {
    let copied = plain(&article(), &said("Crane denied moving the ferry.", QuoteKind::Indirect, Certainty::Certain));
    assert_eq!(copied, format!("“Crane denied moving the ferry.” (Ida Crane, as reported). {WHERE}"));
}

#[test]
fn a_sentence_of_the_article_is_its_own() {
    let passage = Passage { words: "The “old” ferry ran.".to_owned(), said: None };
    assert_eq!(plain(&article(), &passage), format!("“The ‘old’ ferry ran.” {WHERE}"));
}

#[test]
fn markdown_is_a_block_quote_with_a_link() {
    let copied = markdown(&article(), &said("“It *stays*.”", QuoteKind::Direct, Certainty::Unsure));
    assert_eq!(
        copied,
        "> “It \\*stays\\*.”\n> — Ida Crane, speaker inferred: unsure, in [Ferry “will not” move, says \\[harbour\\] \
         chief](https://example.org/ferry_%282%29), The Quay Post, 2 May 2026\n"
    );
}

#[test]
fn an_article_that_says_little_is_cited_with_what_it_says() {
    let bare = Article { headline: Some("A note".to_owned()), ..Article::default() };
    let passage = Passage { words: "Rain.".to_owned(), said: None };
    assert_eq!(plain(&bare, &passage), "“Rain.” “A note”.");
    assert_eq!(markdown(&bare, &passage), "> Rain.\n> — *A note*\n");
}

#[test]
fn y_copies_the_quote_one_is_at() {
    let mut session = pressed(120, 36, "Enter Right y");
    let copied = session.app.outbox.copy.take().unwrap();
    assert!(
        copied.starts_with("“I asked where the sunshine was supposed to be coming from,” … “This is Skelbeck."),
        "{copied}"
    );
    assert!(copied.contains("said Bronagh Tiltman. Marian Oakshott, “The reservoir that leaked"), "{copied}");
    assert!(text(&session).contains("Copied: the quote"), "{}", text(&session));
    press(&mut session, "Space Space Space ( y");
    let copied = session.app.outbox.copy.take().unwrap();
    assert!(!copied.contains("sunshine") && copied.contains("The reservoir that leaked"), "{copied}");
}

#[test]
fn copying_in_a_form_shows_the_text_as_well() {
    let mut session = pressed(120, 36, "Enter Right Y 3");
    let copied = session.app.outbox.copy.take().unwrap();
    assert!(!copied.contains("Oakshott"), "nothing but the words: {copied}");
    assert!(text(&session).contains("Copied"), "{}", text(&session));
    press(&mut session, "Esc 3 y");
    assert_eq!(
        session.app.outbox.copy.as_deref(),
        Some(
            "“Bronagh Tiltman, the former chief dam engineer at Calderwold Water” Marian Oakshott, “The reservoir that \
             leaked for 11 years and was blamed on the sun”, 4 March 2026."
        )
    );
}
