//! Reading: keys in, screen out.

use pullquote::actions::Pane;

use crate::harness::{press, pressed, reading, text, welcome};

const NOTE: &str = "\
Harbour office loses its own boat

By Tilda Marrow

The harbour office of Penmarrow has lost its only patrol boat.

“It was there at breakfast,” said Oskar Venn, the harbour master. “We are asking everyone to look in their garage.”

Related: Lighthouse found in good order

The village of Penmarrow was searched on Tuesday, house by house, without result.

“I saw nothing,” said Ida Colm, who sells ropes. Venn said that the search would go on until Friday.
";

#[test]
fn the_first_named_speaker_is_three_keys_away() {
    let session = pressed(80, 24, "Enter Right Right");
    let screen = text(&session);
    assert!(screen.contains("Speaking: "), "{screen}");
}

#[test]
fn a_quote_that_the_headline_begins_with_is_the_first_one() {
    let note =
        NOTE.replace("Harbour office loses its own boat", "“Nobody asked us”: Oskar Venn on the loss of his boat");
    let (mut session, _folder) = reading(&[("boat.txt", &note)], 80, 24);
    assert!(text(&session).contains("A quote begins here"), "{}", text(&session));
    press(&mut session, "Right");
    assert!(text(&session).contains("quote 1/"), "{}", text(&session));
    press(&mut session, "Right");
    assert!(text(&session).contains("quote 2/"), "{}", text(&session));
    press(&mut session, "Left Left");
    assert!(text(&session).contains("That was the first quote."), "{}", text(&session));
}

#[test]
fn right_goes_to_the_first_quote_and_the_status_row_says_who_speaks() {
    let (mut session, _folder) = reading(&[("boat.txt", NOTE)], 80, 24);
    press(&mut session, "Right");
    let screen = text(&session);
    assert!(screen.contains("Speaking: A Oskar Venn — said, direct"), "{screen}");
    assert!(screen.contains("quote 1/"), "{screen}");
    press(&mut session, "Right");
    assert!(text(&session).contains("Speaking: B Ida Colm"), "{}", text(&session));
    press(&mut session, "Left");
    assert!(text(&session).contains("Speaking: A Oskar Venn"));
}

#[test]
fn what_is_not_the_article_is_folded_and_enter_shows_it() {
    let (mut session, _folder) = reading(&[("boat.txt", NOTE)], 80, 24);
    let screen = text(&session);
    assert!(screen.contains("… 1 line set aside: related links (Enter shows)"), "{screen}");
    assert!(!screen.contains("Lighthouse found"), "{screen}");
    press(&mut session, "} } } }");
    press(&mut session, "Enter");
    assert!(text(&session).contains("Related: Lighthouse found in good order"), "{}", text(&session));
    press(&mut session, "Enter");
    assert!(!text(&session).contains("Lighthouse found"));
}

#[test]
fn moving_in_the_quotes_moves_the_text_and_enter_goes_there() {
    let (mut session, _folder) = reading(&[("boat.txt", NOTE)], 120, 36);
    press(&mut session, "2 s s G");
    let last = session.app.quotes.quotes().last().unwrap().start();
    assert_eq!(session.app.reader.cursor, last);
    assert_eq!(session.app.focus, Pane::Quotes);
    press(&mut session, "Enter");
    assert_eq!(session.app.focus, Pane::Text);
    press(&mut session, "Backspace");
    assert_eq!(session.app.focus, Pane::Text);
}

#[test]
fn reading_on_selects_the_quote_that_is_read() {
    let (mut session, _folder) = reading(&[("boat.txt", NOTE)], 120, 36);
    let second = session.app.quotes.quotes()[1].start();
    for _ in 0..40 {
        if session.app.reader.cursor >= second {
            break;
        }
        press(&mut session, ")");
    }
    assert_eq!(session.app.quotes.selected_quote(), Some(1));
}

#[test]
fn n_walks_through_the_mentions_of_a_marked_name_and_begins_again() {
    let (mut session, _folder) = reading(&[("boat.txt", NOTE)], 120, 36);
    press(&mut session, "3");
    let place = session.app.entities.items.iter().position(|item| {
        matches!(item, pullquote::app::entities::Item::Entity(id)
            if session.app.entities.entity(*id).is_some_and(|entity| entity.name == "Penmarrow"))
    });
    let place = place.expect("Penmarrow is found");
    while session.app.entities.selected < place {
        press(&mut session, "j");
    }
    press(&mut session, "Space 1 g n");
    assert!(text(&session).contains("Penmarrow: mention 1 of 2"), "{}", text(&session));
    press(&mut session, "n");
    assert!(text(&session).contains("Penmarrow: mention 2 of 2"));
    press(&mut session, "n");
    assert!(text(&session).contains("Penmarrow: mention 1 of 2, from the top again"));
    press(&mut session, "N");
    assert!(text(&session).contains("mention 2 of 2, from the end again"));
}

#[test]
fn a_jump_leads_back_to_where_it_was_made() {
    let mut session = pressed(80, 24, "Enter");
    press(&mut session, "Space");
    let place = session.app.reader.cursor;
    press(&mut session, "G Backspace");
    assert_eq!(session.app.reader.cursor, place);
}

#[test]
fn a_storm_of_sizes_keeps_the_first_row_and_the_cursor() {
    let mut session = pressed(120, 36, "Enter Space Right");
    let (top, cursor) = (session.app.reader.top, session.app.reader.cursor);
    for step in 0u16..600 {
        session.resize(20 + (step * 37) % 190, 4 + (step * 13) % 60);
        let (_, _) = session.screen();
    }
    session.resize(120, 36);
    assert_eq!((session.app.reader.top, session.app.reader.cursor), (top, cursor));
}

#[test]
fn the_first_row_shown_holds_the_same_byte_at_every_size() {
    let mut session = pressed(120, 36, "Enter Space");
    let top = session.app.reader.top;
    for (width, height) in [(80, 24), (44, 14), (200, 60), (30, 8)] {
        session.resize(width, height);
        assert!(session.app.reader.rows[0].span.contains(top), "{width}x{height}");
    }
}

#[test]
fn the_cursor_stands_on_the_focused_item() {
    let mut session = pressed(120, 36, "Enter Right");
    for key in ["1", "2", "j", "3", "j", "Tab", "Space", "}", "?", "Esc", "2", "z", "s"] {
        press(&mut session, key);
        let (_, cursor) = session.screen();
        let panes = session.app.panes;
        let area = match session.app.focus {
            Pane::Text => panes.text,
            Pane::Quotes => panes.quotes,
            Pane::Entities => panes.entities,
        };
        let inside = !session.app.overlays.is_empty() || area.unwrap().contains(cursor);
        assert!(inside, "after {key}: {cursor:?}");
    }
    press(&mut session, "2");
    let (buffer, cursor) = session.screen();
    assert_eq!(buffer[cursor].symbol(), "▶");
}

#[test]
fn escape_never_quits_and_q_leads_out() {
    let mut session = welcome(80, 24);
    press(&mut session, "Esc Esc");
    assert!(!session.app.outbox.quit);
    press(&mut session, "Enter Esc Esc q");
    assert!(!session.app.outbox.quit);
    assert!(text(&session).contains("Read the news"), "{}", text(&session));
    press(&mut session, "q");
    assert!(session.app.outbox.quit);
}

#[test]
fn several_files_make_a_list_and_j_goes_to_the_next_article() {
    let files = [("one.txt", NOTE), ("two.md", "# Second story\n\nNothing was said here.\n")];
    let (mut session, _folder) = reading(&files, 80, 24);
    let screen = text(&session);
    assert!(screen.contains("Harbour office loses its own boat") && screen.contains("Second story"), "{screen}");
    press(&mut session, "Enter J");
    assert!(text(&session).contains("Nothing was said here."), "{}", text(&session));
    press(&mut session, "J");
    assert!(text(&session).contains("That was the last article."));
    press(&mut session, "K L");
    assert!(text(&session).contains("Second story"));
}

#[test]
fn a_file_that_cannot_be_read_keeps_its_row_and_says_why() {
    let files = [("one.txt", NOTE), ("paper.txt", "%PDF-1.7 not a text")];
    let (mut session, _folder) = reading(&files, 120, 36);
    press(&mut session, "j");
    assert!(text(&session).contains("PDF"), "{}", text(&session));
    press(&mut session, "Enter");
    assert!(text(&session).contains("PDF"), "{}", text(&session));
    press(&mut session, "q k Enter");
    assert!(text(&session).contains("patrol boat"));
}

#[test]
fn the_only_file_that_cannot_be_read_ends_the_run_with_its_sentence() {
    let (session, _folder) = reading(&[("paper.txt", "%PDF-1.7 not a text")], 80, 24);
    assert!(session.app.outbox.quit);
    assert!(session.app.notices.failure.as_deref().is_some_and(|sentence| sentence.contains("paper.txt")));
}

#[test]
fn a_panic_in_the_analysis_is_a_sentence_and_the_text_stays() {
    use pullquote::app::App;
    use pullquote::jobs::ingest;
    use pullquote::model::work::{Job, Report};
    use pullquote::session::Session;

    fn faulty(job: Job) -> Report {
        if matches!(job, Job::Analyse { .. }) { panic!("a fault of the test's own") } else { ingest::perform(job) }
    }
    let folder = crate::harness::Folder::with(&[("boat.txt", NOTE)]);
    let app = App::with_paths(vec![folder.path.join("boat.txt")], crate::harness::configured(""));
    let mut session = Session::new(app, (80, 24), faulty, None);
    session.settle();
    let screen = text(&session);
    assert!(screen.contains("Quotes and names could not be found"), "{screen}");
    assert!(screen.contains("patrol boat"), "{screen}");
}

#[test]
fn a_wider_measure_keeps_the_place() {
    let mut session = pressed(120, 36, "Enter Space");
    let top = session.app.reader.top;
    press(&mut session, "+ + + -");
    assert_eq!(session.app.reader.measure, 70);
    assert!(session.app.reader.rows[0].span.contains(top));
    press(&mut session, "=");
    assert_eq!(session.app.reader.measure, 66);
}

#[test]
fn end_shows_the_last_row_at_the_foot_and_top_the_first() {
    let mut session = pressed(80, 24, "Enter G");
    let length = session.app.reader.article.as_ref().unwrap().document.text.len();
    assert_eq!(session.app.reader.rows.last().unwrap().span.end, length);
    assert!(session.app.reader.rows.len() >= 20);
    press(&mut session, "g");
    assert_eq!(session.app.reader.top, 0);
}

#[test]
fn the_list_of_a_single_file_knows_what_is_in_it() {
    let (mut session, _folder) = reading(&[("boat.txt", NOTE)], 120, 36);
    press(&mut session, "L");
    let screen = text(&session);
    assert!(screen.contains("Harbour office loses its own boat") && !screen.contains("Not read yet"), "{screen}");
}

#[test]
fn the_quotes_can_be_ordered_by_who_says_most_and_as_in_the_text() {
    let (mut session, _folder) = reading(&[("boat.txt", NOTE)], 120, 36);
    press(&mut session, "2 s");
    assert!(text(&session).contains("Order: who says most first"), "{}", text(&session));
    press(&mut session, "s");
    assert!(text(&session).contains("Order: as in the text"));
    assert!(!text(&session).contains("VOICES"));
    press(&mut session, "s");
    assert!(text(&session).contains("VOICES 2"), "{}", text(&session));
}

#[test]
fn escape_takes_the_marks_off_and_an_unknown_key_says_so() {
    let (mut session, _folder) = reading(&[("boat.txt", NOTE)], 120, 36);
    press(&mut session, "3 Space");
    assert_eq!(session.app.entities.marked.len(), 1);
    press(&mut session, "Esc");
    assert!(session.app.entities.marked.is_empty());
    press(&mut session, "X");
    assert!(text(&session).contains("X does nothing here; ? shows the keys."));
}

#[test]
fn enter_unfolds_what_is_set_aside_on_the_screen_where_there_is_no_quote() {
    let (mut session, _folder) = reading(&[("boat.txt", NOTE)], 80, 24);
    press(&mut session, "Enter");
    assert!(text(&session).contains("Related: Lighthouse found in good order"), "{}", text(&session));
}
