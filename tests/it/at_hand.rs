//! What a key means where the cursor stands: a quote that was gone to, a sentence, the next words that are shown.

use pullquote::actions::Place;
use pullquote::app::App;
use pullquote::app::pointer::Pointer;
use pullquote::jobs::ingest;
use pullquote::model::quote::QuoteKind;
use pullquote::session::Session;
use ratatui::layout::Position;
use ratatui::style::Modifier;

use super::harness::{Folder, configured, press, text};
use super::noting::{home, kept, says, write};

/// What is kept: the words, and who says them.
fn said(folder: &Folder) -> Vec<(String, Option<String>)> {
    let all = kept(folder).into_iter();
    all.map(|kept| (kept.anchor.exact.clone(), kept.speaker().map(str::to_owned))).collect()
}

fn pair(words: &str, speaker: Option<&str>) -> (String, Option<String>) {
    (words.to_owned(), speaker.map(str::to_owned))
}

/// An article of one's own with its library.
fn at(words: &str, size: (u16, u16)) -> (Session, Folder) {
    let folder = Folder::with(&[("own.txt", words)]);
    let app = App::with_paths(vec![folder.path.join("own.txt")], configured(""));
    let mut session = Session::new(app, size, ingest::perform, Some(folder.path.join("library")));
    session.settle();
    (session, folder)
}

#[test]
fn a_quote_that_was_gone_to_is_kept_with_who_says_it() {
    let (mut session, folder) = home();
    press(&mut session, "g Right m");
    says(&session, "Kept, said by Ida Crane. U undoes.");
    assert_eq!(said(&folder), [pair("“It floats,”", Some("Ida Crane"))]);
    assert_eq!(kept(&folder)[0].said.as_ref().unwrap().kind, QuoteKind::Direct);
    press(&mut session, "m");
    says(&session, "Not kept any longer.");
    press(&mut session, "Right a");
    write(&mut session, "both of it");
    press(&mut session, "Esc");
    let words = "“It sinks,” Crane added. “Nobody believed it.”";
    assert_eq!(said(&folder), [pair(words, Some("Ida Crane"))]);
    press(&mut session, "Right c 2");
    assert_eq!(said(&folder)[1], pair("“It burns,”", Some("Wim Tarl")));
}

#[test]
fn where_one_reads_the_sentence_is_kept_and_has_a_speaker_if_all_of_it_is_said() {
    let (mut session, folder) = home();
    press(&mut session, "g } m");
    let sentence = "“It floats,” said Ida Crane, a builder of boats in Wendle Bay.";
    assert_eq!(said(&folder), [pair(sentence, None)]);
    // Only the quote in it is meant by whoever goes there.
    press(&mut session, "g Right m");
    assert_eq!(said(&folder).len(), 2);
    press(&mut session, "m } m } { ) m");
    says(&session, "Kept, said by Ida Crane. U undoes.");
    assert!(said(&folder).contains(&pair("“Nobody believed it.”", Some("Ida Crane"))), "{:?}", said(&folder));
}

#[test]
fn words_selected_within_a_quote_have_its_speaker() {
    let (mut session, folder) = home();
    press(&mut session, "g } v w o l o h h h h h h h h h h m");
    assert_eq!(said(&folder), [pair("floats,”", Some("Ida Crane"))]);
}

const FOLDED: &str = "Boats in winter\n\n3 min read\n\nThe quay is empty. Nobody rows.\n\nIt snows on the boats.\n\n\
    Subscribe to our newsletter\n";

#[test]
fn what_is_not_shown_is_never_kept() {
    let (mut session, folder) = at(FOLDED, (100, 40));
    assert!(text(&session).contains("set aside"), "{}", text(&session));
    for _ in 0..2 {
        press(&mut session, "j");
        let (cursor, row) = (session.app.reader.cursor, text(&session));
        press(&mut session, "m");
        let all = said(&folder);
        assert_eq!(all.len(), 1, "{}", text(&session));
        let words = &all[0].0;
        assert!(text(&session).contains(words.as_str()), "{words} is not shown:\n{row}");
        assert!(!words.contains("min read"));
        press(&mut session, "m");
        assert!(said(&folder).is_empty(), "it is the same passage that is not kept again");
        assert!(session.app.reader.cursor >= cursor);
    }
    press(&mut session, "g j j j v");
    assert_eq!(session.app.place(), Place::Select);
    says(&session, "Selected: 1 sentence, 4 words, ¶1");
    // Below the last words there is nothing.
    press(&mut session, "Esc G m");
    says(&session, "There are no words here to keep.");
    press(&mut session, "v");
    says(&session, "There are no words here to select.");
}

#[test]
fn the_first_word_of_a_quote_is_marked_only_where_one_went_to_it() {
    let (mut session, _folder) = home();
    press(&mut session, "g Right");
    let reversed = |session: &Session| {
        let (buffer, _) = session.screen();
        let place = text(session).lines().position(|line| line.contains("“It floats,”")).unwrap();
        let row = u16::try_from(place).unwrap();
        (0..60).filter(|x| buffer[(*x, row)].modifier.contains(Modifier::REVERSED)).count()
    };
    assert_eq!(reversed(&session), "“It".chars().count());
    press(&mut session, "j k");
    assert_eq!(reversed(&session), 0, "the cursor alone says where one reads");
}

fn place(session: &Session, words: &str) -> Position {
    let screen = text(session);
    let (row, line) = screen.lines().enumerate().find(|(_, line)| line.contains(words)).unwrap();
    let before = line.split(words).next().unwrap().chars().count();
    Position::new(u16::try_from(before).unwrap(), u16::try_from(row).unwrap())
}

#[test]
fn a_drag_from_a_blank_line_begins_with_the_words_below_or_above_it() {
    let (mut session, _folder) = home();
    let below = place(&session, "“It sinks,”");
    let blank = Position::new(below.x + 3, below.y - 1);
    let end = place(&session, "Crane added");
    session.point(Pointer::Press(blank));
    session.point(Pointer::Drag(end));
    says(&session, "Selected: 3 words, ¶2 (A Ida Crane)");
    session.point(Pointer::Release(end));
    let above = place(&session, "Wendle Bay.");
    session.point(Pointer::Press(blank));
    session.point(Pointer::Drag(above));
    says(&session, "Selected: 2 words, ¶1");
    session.point(Pointer::Release(above));
    session.point(Pointer::Press(blank));
    session.point(Pointer::Drag(Position::new(blank.x + 4, blank.y)));
    assert_eq!(session.app.reader.selection, None);
}
