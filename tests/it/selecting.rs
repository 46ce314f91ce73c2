//! Selecting in the text with keys, and making a quote of what is selected.

use pullquote::model::marking::as_quote;
use pullquote::model::quote::QuoteKind;
use pullquote::session::Session;

use super::checking::take;
use super::harness::{press, reading, text};
use super::marks::parse;

const FERRY: &str = "The ferry\n\nThe ferry is late. It was late on Monday too. Ada Moss waits for it.\n\n\
    On the quay the word was “never again”. Tom Vane of the Port Trust had heard that the boat was sold.\n";

fn ferry() -> (Session, super::harness::Folder) {
    let (mut session, folder) = reading(&[("ferry.txt", FERRY)], 120, 36);
    press(&mut session, "} }");
    (session, folder)
}

fn selected(session: &Session) -> String {
    let article = session.app.reader.article.clone().unwrap();
    session.app.reader.selection.map_or(String::new(), |span| span.of(&article.document.text).to_owned())
}

#[track_caller]
fn selects(session: &mut Session, keys: &str, words: &str) {
    press(session, keys);
    assert_eq!(selected(session), words, "after {keys}");
}

#[test]
fn a_selection_grows_and_shrinks_by_sentences_words_and_paragraphs() {
    let (mut session, _folder) = ferry();
    let session = &mut session;
    press(session, "g }");
    selects(session, "v", "The ferry is late.");
    assert!(text(session).contains("Selected: 1 sentence, 4 words, ¶1"), "{}", text(session));
    selects(session, "j", "The ferry is late. It was late on Monday too.");
    assert!(text(session).contains("Selected: 2 sentences, 10 words, ¶1"), "{}", text(session));
    selects(session, "k", "The ferry is late.");
    selects(session, "h h", "The ferry");
    assert!(text(session).contains("Selected: 2 words, ¶1"), "{}", text(session));
    selects(session, "l", "The ferry is");
    selects(session, "o l", "ferry is");
    selects(session, "w o j", "ferry is late.");
    selects(session, "s", "The ferry is late.");
    selects(session, "j p", "The ferry is late. It was late on Monday too. Ada Moss waits for it.");
    press(session, "j j j");
    assert!(text(session).contains("The article ends here."), "{}", text(session));
    selects(session, "Esc", "");
}

#[test]
fn a_selection_can_begin_anywhere_and_go_back() {
    let (mut session, _folder) = ferry();
    let session = &mut session;
    press(session, "g } )");
    selects(session, "v", "It was late on Monday too.");
    selects(session, "k", "The ferry is late. It was late on Monday too.");
    selects(session, "j j", "It was late on Monday too. Ada Moss waits for it.");
    press(session, "y");
    assert!(session.app.outbox.copy.as_ref().unwrap().contains("It was late on Monday too. Ada Moss waits for it."));
    assert_eq!(selected(session), "", "what was copied is let go");
}

#[test]
fn what_is_selected_becomes_a_quote_and_is_undone() {
    let (mut session, _folder) = ferry();
    let session = &mut session;
    let before = session.app.quotes.quotes().len();
    selects(session, "g } v", "The ferry is late.");
    press(session, "Q");
    assert!(text(session).contains("A quote, indirect: who says it?"), "{}", text(session));
    take(session, "Ada Moss");
    assert!(text(session).contains("A quote now, indirect, said by Ada Moss; U undoes."), "{}", text(session));
    assert_eq!(selected(session), "");
    assert_eq!(session.app.quotes.quotes().len(), before + 1);
    let quote = session.app.quotes.quotes()[0].clone();
    let article = session.app.reader.article.clone().unwrap();
    assert_eq!(quote.words(&article.document.text), "The ferry is late");
    press(session, "e");
    assert!(text(session).contains("Ada Moss · ✎ you said so"), "{}", text(session));
    assert!(text(session).contains("found by you"), "{}", text(session));
    press(session, "Esc U");
    assert_eq!(session.app.quotes.quotes().len(), before);
    press(session, "Ctrl-r");
    assert_eq!(session.app.quotes.quotes().len(), before + 1);
    // The same words again.
    selects(session, "g } v", "The ferry is late.");
    press(session, "Q");
    assert!(text(session).contains("This is a quote already"), "{}", text(session));
}

#[test]
fn a_choice_that_is_not_made_leaves_the_selection() {
    let (mut session, _folder) = ferry();
    let session = &mut session;
    press(session, "g } v Q Esc");
    assert_eq!(selected(session), "The ferry is late.");
    press(session, "Q");
    take(session, "Another name");
    press(session, "B o Enter");
    assert_eq!(session.app.quotes.quotes()[0].speaker.as_ref().unwrap().name, "Bo");
}

/// The kind and the parts of what is marked as `selected` in a text.
#[track_caller]
fn check(marked: &str, kind: QuoteKind, parts: &[&str]) {
    let marked = parse(marked);
    let (span, _) = marked.labels[0];
    let (found, found_kind) = as_quote(&marked.document, span);
    let words: Vec<&str> = found.iter().map(|part| part.of(&marked.document.text)).collect();
    assert_eq!((found_kind, words.as_slice()), (kind, parts));
}

#[test]
fn the_kind_is_by_the_speech_marks() {
    check("He [said that it was late|selected]. So it was.", QuoteKind::Indirect, &["said that it was late"]);
    check("[It was late.|selected]", QuoteKind::Indirect, &["It was late"]);
    check("He called it [a “slow” boat|selected].", QuoteKind::Mixed, &["a “slow” boat"]);
    check("[“It is late,”|selected] he said.", QuoteKind::Direct, &["“It is late,”"]);
}

#[test]
fn marks_around_the_words_are_taken_in() {
    check("“[It is late,|selected]” he said.", QuoteKind::Direct, &["“It is late,”"]);
    check("\"[It is late,|selected]\" he said.", QuoteKind::Direct, &["\"It is late,\""]);
    check("“[It is late,”|selected] he said.", QuoteKind::Direct, &["“It is late,”"]);
    check("“It is [late,|selected]” he said.", QuoteKind::Indirect, &["late"]);
}

#[test]
fn what_stands_between_the_marks_is_left_out() {
    let parts = ["“It is late,”", "“and I am cold.”"];
    check("[“It is late,” he said, “and I am cold.”|selected]", QuoteKind::Direct, &parts);
}

#[test]
fn each_paragraph_is_a_part() {
    let marked = parse("“It is late.\n\n“And I am cold.”");
    let all = pullquote::text::span::TextSpan::new(0, marked.document.text.len());
    let (parts, kind) = as_quote(&marked.document, all);
    assert_eq!((parts.len(), kind), (2, QuoteKind::Direct));
}

#[test]
fn the_same_key_again_selects_less_and_more_where_it_was_begun() {
    let (mut session, _folder) = ferry();
    let session = &mut session;
    selects(session, "g } ) v", "It was late on Monday too.");
    selects(session, "v", "It");
    selects(session, "v", "The ferry is late. It was late on Monday too. Ada Moss waits for it.");
    selects(session, "v", "It was late on Monday too.");
}

#[test]
fn a_number_says_how_often() {
    let (mut session, _folder) = ferry();
    let session = &mut session;
    selects(session, "g } v v 3 l", "The ferry is late.");
    press(session, "1 0");
    assert!(text(session).contains("10 × Selected: 4 words"), "{}", text(session));
    selects(session, "l", "The ferry is late. It was late on Monday too. Ada Moss waits for");
    selects(session, "o 4 l", "It was late on Monday too. Ada Moss waits for");
    press(session, "s 9 9 9 9 9 j");
    assert!(text(session).contains("The article ends here."), "{}", text(session));
}

#[test]
fn marks_around_what_was_found_are_not_selected_with_it() {
    let words = "The vase\n\nNobody asked. “A genuine piece,” said Ada Moss. It was sold.\n";
    let (mut session, _folder) = reading(&[("vase.txt", words)], 120, 36);
    let session = &mut session;
    selects(session, "/ a Space g e n u i n e Enter v", "A genuine");
    selects(session, "l", "A genuine piece,”");
    selects(session, "h", "A genuine");
    selects(session, "o h", "“A genuine");
    selects(session, "Esc / n u i n e Space p i e Enter v", "genuine piece");
    selects(session, "w", "genuine piece");
    selects(session, "s", "“A genuine piece,” said Ada Moss.");
}

#[test]
fn a_selection_begins_with_what_was_found_and_goes_on_to_what_is() {
    let (mut session, _folder) = ferry();
    let session = &mut session;
    selects(session, "g / m o n d Enter v", "Monday");
    selects(session, "2 l", "Monday too. Ada");
    // The letters of a find are typed, and are no keys.
    selects(session, "/ q u a y", "Monday too. Ada");
    selects(session, "Esc", "Monday too. Ada");
    selects(session, "/ q u a y Enter", "Monday too. Ada Moss waits for it.\n\nOn the quay");
    selects(session, "/ l a t e Enter", "late. It was late on Monday");
    selects(session, "n", "late on Monday");
    selects(session, "N", "late. It was late on Monday");
    press(session, "Esc g / n o t h e r e Enter");
    assert!(text(session).contains("is not in this article"), "{}", text(session));
}
