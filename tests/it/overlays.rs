//! Boxes, the mouse and the filters: what keys and clicks do in them, and where the cursor is.

use pullquote::actions::{Direction, Pane, Place};
use pullquote::app::pointer::Pointer;
use pullquote::session::Session;
use ratatui::layout::Position;
use ratatui::style::Modifier;

use crate::harness::{press, pressed, reading, text};

/// The row of the screen that the cursor is in.
fn cursor_row(session: &Session) -> String {
    let (_, cursor) = session.screen();
    text(session).lines().nth(usize::from(cursor.y)).unwrap_or_default().to_owned()
}

/// The text from the cursor on.
fn at_cursor(session: &Session) -> String {
    let article = session.app.reader.article.clone().unwrap();
    article.document.text.get(session.app.reader.cursor..).unwrap().to_owned()
}

/// Where words stand on the screen.
fn place(session: &Session, words: &str) -> Position {
    let screen = text(session);
    let (row, line) = screen.lines().enumerate().find(|(_, line)| line.contains(words)).unwrap();
    let before = line.split(words).next().unwrap();
    Position::new(u16::try_from(pullquote::text::width::cells(before)).unwrap(), u16::try_from(row).unwrap())
}

fn click(session: &mut Session, words: &str) {
    let at = place(session, words);
    session.point(Pointer::Press(at));
    session.point(Pointer::Release(at));
    session.settle();
}

#[test]
fn the_cursor_is_on_the_focused_item_of_every_box() {
    for (keys, words) in [
        ("Enter :", ": "),
        ("Enter : z o o m", "zoom"),
        ("Enter / d a m", "/dam"),
        ("Enter | w c", "for the shell): wc"),
        ("Enter Right e", "supposed to be coming from"),
        ("Enter 3 Enter j j", "¶2"),
        ("Enter 2 f j", "2 Only"),
        ("Enter Right Y j", "Markdown"),
        ("j j j j j j Enter G f", "Read the paper"),
        ("/ m a r", "Articles with: mar"),
    ] {
        for (width, height) in [(80, 24), (120, 36), (160, 45)] {
            let session = pressed(width, height, keys);
            let row = cursor_row(&session);
            assert!(row.contains(words), "{keys} at {width}x{height}: {row:?}\n{}", text(&session));
            let (buffer, cursor) = session.screen();
            let reversed = buffer[cursor].modifier.contains(Modifier::REVERSED);
            let typed = session.app.place().is_typed() || session.app.place() == Place::Evidence;
            assert!(reversed || typed, "{keys}: the cursor's item is not the one that stands out");
        }
    }
}

#[test]
fn the_caret_stands_behind_what_is_typed_in_a_line_of_any_length() {
    for length in [1, 10, 70, 200] {
        let keys = format!("Enter / {}", "w ".repeat(length));
        let session = pressed(80, 24, &keys);
        let (buffer, cursor) = session.screen();
        assert!(cursor.x < 80 && cursor.y == 22, "{cursor:?}");
        assert_eq!(buffer[(cursor.x - 1, cursor.y)].symbol(), "w");
    }
}

#[test]
fn esc_takes_off_one_thing_after_another_and_never_quits() {
    let mut session = pressed(120, 36, "Enter 3 Space 2 f 1 : q");
    for _ in 0..10 {
        press(&mut session, "Esc");
    }
    assert!(!session.app.outbox.quit);
    assert_eq!(session.app.focus, Pane::Text);
    assert!(session.app.entities.marked.is_empty() && session.app.quotes.filters().is_empty());
    assert!(session.app.overlays.is_empty());
}

#[test]
fn ctrl_c_closes_a_typed_line_and_quits_elsewhere() {
    let mut session = pressed(80, 24, "Enter / d a m Ctrl-c");
    assert!(!session.app.outbox.quit && session.app.overlays.is_empty());
    press(&mut session, "Ctrl-c");
    assert!(session.app.outbox.quit);
}

#[test]
fn evidence_goes_from_quote_to_quote_and_to_its_words() {
    let mut session = pressed(120, 36, "Enter Right Right e");
    assert!(text(&session).contains("Who says this? B an official · certain"), "{}", text(&session));
    assert!(text(&session).contains("²an official¹wrote"), "{}", text(&session));
    press(&mut session, "Right");
    assert!(text(&session).contains("Who says this? A Bronagh Tiltman"), "{}", text(&session));
    press(&mut session, "2");
    assert!(at_cursor(&session).starts_with("Tiltman"));
    press(&mut session, "e");
    assert!(session.app.overlays.is_empty());
}

#[test]
fn n_in_the_evidence_goes_to_the_unsure() {
    let note = "Old boats\n\n“It floats,” said Ida Crane, a builder.\n\n“It sinks,” he said.\n\n“It burns,” said Wim Tarl, a cook.\n";
    let (mut session, _folder) = reading(&[("a.txt", note)], 100, 30);
    press(&mut session, "Right e n");
    let unsure = session.app.quotes.quotes().iter().position(|quote| quote.certainty.name() == "unsure");
    match unsure {
        Some(unsure) => assert!(text(&session).contains(&format!("quote {} of 3", unsure + 1)), "{}", text(&session)),
        None => assert!(text(&session).contains("No other quote here has an unsure speaker."), "{}", text(&session)),
    }
}

#[test]
fn a_filter_narrows_the_list_and_the_jumps_and_says_so() {
    let mut session = pressed(120, 36, "Enter 2 f");
    assert!(text(&session).contains("1 Only Bronagh Tiltman"), "{}", text(&session));
    press(&mut session, "1");
    assert!(text(&session).contains("2 Quotes 4/16 [Bronagh Tiltman]"), "{}", text(&session));
    press(&mut session, "1 g Right Right");
    let quote = session.app.quotes.selected_quote().unwrap();
    assert_eq!(session.app.quotes.voice_of(quote).unwrap().label(), "Bronagh Tiltman");
    press(&mut session, "2 f");
    let choice = text(&session).lines().find(|line| line.contains("Only indirect")).unwrap().to_owned();
    let number = choice.split("Only").next().unwrap().trim().rsplit(' ').next().unwrap().to_owned();
    press(&mut session, &number);
    assert!(text(&session).contains("2 Quotes 1/16 [A] [indirect]"), "{}", text(&session));
    press(&mut session, "Esc");
    assert!(text(&session).contains("4 of 16 quotes shown"), "{}", text(&session));
    press(&mut session, "Esc");
    assert!(text(&session).contains("All quotes shown."), "{}", text(&session));
}

#[test]
fn a_name_narrows_the_quotes_to_what_it_says() {
    let mut session = pressed(120, 36, "Enter 3 f");
    assert_eq!(session.app.focus, Pane::Quotes);
    assert!(text(&session).contains("[Bronagh Tiltman]"));
    press(&mut session, "Esc Esc 3 Enter f");
    assert!(session.app.overlays.is_empty());
    assert_eq!(session.app.quotes.shown(), 4);
}

#[test]
fn the_card_goes_to_a_mention_and_marks_the_name() {
    let mut session = pressed(120, 36, "Enter 3 Enter j j Enter");
    assert!(at_cursor(&session).starts_with("the former chief dam engineer"), "{}", at_cursor(&session));
    assert_eq!(session.app.entities.marked.len(), 1);
    press(&mut session, "n");
    assert!(text(&session).contains("Bronagh Tiltman: mention 4 of 10"), "{}", text(&session));
}

#[test]
fn focus_mode_dims_all_but_the_paragraph_then_the_sentence() {
    let mut session = pressed(80, 24, "Enter Right");
    let dimmed = |session: &Session| {
        let (buffer, _) = session.screen();
        buffer.content.iter().filter(|cell| cell.modifier.contains(Modifier::DIM)).count()
    };
    let before = dimmed(&session);
    press(&mut session, "F");
    let paragraph = dimmed(&session);
    press(&mut session, "F");
    let sentence = dimmed(&session);
    assert!(before < paragraph && paragraph < sentence, "{before} {paragraph} {sentence}");
    press(&mut session, "F");
    assert!(dimmed(&session) < paragraph);
}

#[test]
fn links_are_opened_by_number_and_only_those_of_the_web() {
    let page = "# Boats\n\nSee [the yard](https://example.org/yard), [the sea](ftp://example.org/sea) and [mail](mailto:a@example.org).\n";
    let (mut session, _folder) = reading(&[("a.md", page)], 80, 24);
    press(&mut session, "f");
    assert!(text(&session).contains("https://example.org/yard"), "{}", text(&session));
    press(&mut session, "1");
    assert_eq!(session.app.outbox.browse.take().as_deref(), Some("https://example.org/yard"));
    press(&mut session, "f 2");
    assert_eq!(session.app.outbox.browse, None);
    assert!(text(&session).contains("Only http and https are opened"), "{}", text(&session));
    press(&mut session, "o");
    assert!(text(&session).contains("This article has no web address"), "{}", text(&session));
    press(&mut session, "f y");
    assert_eq!(session.app.outbox.copy.as_deref(), Some("https://example.org/yard"));
}

#[test]
fn a_command_is_given_what_one_is_at_and_is_remembered() {
    let mut session = pressed(80, 24, "Enter | w c Space - w Enter");
    let output: usize = text(&session)
        .lines()
        .find_map(|line| line.trim_matches(|letter| "┃ ".contains(letter)).parse().ok())
        .unwrap_or_else(|| panic!("no count:\n{}", text(&session)));
    let article = session.app.reader.article.clone().unwrap();
    assert_eq!(output, article.document.text.split_whitespace().count());
    press(&mut session, "Esc 2 j |");
    assert!(text(&session).contains("Give the quote to a command"), "{}", text(&session));
    press(&mut session, "Up");
    assert!(text(&session).contains("wc -w"), "the last command is offered");
    press(&mut session, "Ctrl-u c a t Enter");
    assert!(
        text(&session).contains("“I asked where the sunshine was supposed to be coming from,”"),
        "{}",
        text(&session)
    );
    press(&mut session, "Esc 3 | Ctrl-u c a t Space ' Enter");
    assert!(text(&session).contains("is not closed"), "{}", text(&session));
}

#[test]
fn themes_are_tried_on_while_they_are_chosen_and_put_back() {
    let mut session = pressed(80, 24, "Enter : t h e m e Enter");
    let worn = session.app.config.look.theme.clone();
    press(&mut session, "j");
    assert_eq!(session.app.config.worn(), "dark");
    assert_eq!(session.app.memory.text_of("theme"), None, "only tried on");
    press(&mut session, "Esc");
    assert_eq!(session.app.config.look.theme, worn);
    press(&mut session, ": t h e m e Enter j Enter");
    assert_eq!(session.app.config.worn(), "dark");
    assert!(text(&session).contains("Theme dark, from now on."), "{}", text(&session));
}

#[test]
fn a_click_focuses_selects_and_jumps() {
    let mut session = pressed(120, 36, "Enter");
    click(&mut session, "“consistent with");
    assert_eq!(session.app.focus, Pane::Quotes);
    assert!(text(&session).contains("Speaking: B an official"), "{}", text(&session));
    click(&mut session, "Piers Ashgrove-Lunn");
    assert_eq!(session.app.focus, Pane::Entities);
    assert_eq!(
        session.app.entities.selected_entity().and_then(|id| session.app.entities.entity(id)).unwrap().name,
        "Piers Ashgrove-Lunn"
    );
    let mut at = place(&session, "E Piers Ashgrove-Lunn");
    at.x -= 2;
    session.point(Pointer::Press(at));
    assert_eq!(session.app.entities.marked.len(), 1, "{}", text(&session));
    click(&mut session, "Questioned by");
    assert_eq!(session.app.focus, Pane::Text);
    assert!(at_cursor(&session).starts_with("Questioned by"));
}

#[test]
fn a_click_on_a_tab_turns_to_its_pane_and_one_in_the_list_opens() {
    let mut session = pressed(80, 24, "");
    click(&mut session, "Berthing officer");
    assert!(session.app.reader.article.is_none(), "the first click chooses");
    click(&mut session, "Berthing officer");
    assert!(session.app.reader.article.is_some(), "the second opens");
    click(&mut session, "3 Entities");
    assert_eq!(session.app.focus, Pane::Entities);
    click(&mut session, "2 Quotes");
    assert_eq!(session.app.focus, Pane::Quotes);
}

#[test]
fn a_drag_selects_words_which_are_copied() {
    let mut session = pressed(80, 24, "Enter");
    let (from, to) = (place(&session, "wettest"), place(&session, "England"));
    session.point(Pointer::Press(from));
    session.point(Pointer::Drag(to));
    session.point(Pointer::Release(to));
    assert!(text(&session).contains("Selected: 4 words"), "{}", text(&session));
    press(&mut session, "y");
    assert!(session.app.outbox.copy.take().unwrap().starts_with("“wettest valleys in England,” "));
    press(&mut session, "Esc");
    assert_eq!(session.app.reader.selection, None);
}

#[test]
fn the_wheel_scrolls_what_is_under_the_pointer_and_the_keys_stay() {
    let mut session = pressed(120, 36, "Enter");
    let selected = session.app.quotes.selected;
    session.point(Pointer::Wheel(place(&session, "VOICES"), Direction::On));
    assert_ne!(session.app.quotes.selected, selected);
    assert_eq!(session.app.focus, Pane::Text);
    session.point(Pointer::Wheel(place(&session, "wettest"), Direction::On));
    assert!(session.app.reader.top > 0);
}

#[test]
fn the_scrollbar_can_be_grabbed() {
    let mut session = pressed(120, 36, "Enter");
    let bar = session.app.scrollbar();
    session.point(Pointer::Press(Position::new(bar.x, bar.y + bar.height / 2)));
    let middle = session.app.reader.top;
    assert!(middle > 0);
    session.point(Pointer::Drag(Position::new(bar.x, bar.bottom() + 50)));
    assert!(session.app.reader.top > middle);
    assert_eq!(session.app.reader.progress(), 100);
    session.point(Pointer::Drag(Position::new(0, 0)));
    assert_eq!(session.app.reader.top, 0);
}

#[test]
fn a_click_in_a_box_takes_the_choice_and_one_beside_it_closes_it() {
    let mut session = pressed(120, 36, "Enter 2 f");
    click(&mut session, "Only mixed");
    assert!(text(&session).contains("[mixed]"), "{}", text(&session));
    press(&mut session, ":");
    session.point(Pointer::Press(Position::new(0, 35)));
    assert!(session.app.overlays.is_empty());
    press(&mut session, ": t h e m");
    click(&mut session, "colours: dark");
    assert!(text(&session).contains("Colours"), "{}", text(&session));
}

#[test]
fn any_click_anywhere_is_no_harm() {
    for keys in ["", "Enter", "Enter 2", "Enter :", "Enter ?", "Enter 3 Enter", "Enter Right e", "Enter Right Y"] {
        for (width, height) in [(24, 6), (44, 14), (80, 24), (160, 45)] {
            let mut session = pressed(width, height, keys);
            for step in 0..60u16 {
                let at = Position::new(step * 37 % (width + 10), step * 11 % (height + 4));
                session.point(Pointer::Press(at));
                session.point(Pointer::Drag(Position::new(step * 17 % width, step * 5 % height)));
                session.point(Pointer::Wheel(at, if step % 2 == 0 { Direction::On } else { Direction::Back }));
                session.screen();
            }
        }
    }
}

#[test]
fn the_list_of_articles_is_narrowed_ordered_and_opened() {
    let mut session = pressed(100, 30, "/ m a r s h");
    assert_eq!(session.app.library.shown.len(), 1);
    press(&mut session, "Enter Enter");
    assert!(text(&session).contains("Goose footprints"), "{}", text(&session));
    press(&mut session, "L Esc s");
    assert_eq!(session.app.library.shown.len(), 7);
    let dates: Vec<_> = session
        .app
        .library
        .shown
        .iter()
        .map(|index| match &session.app.library.entries[*index].survey {
            Some(Ok(survey)) => survey.published,
            _ => None,
        })
        .collect();
    assert!(dates.windows(2).all(|two| two[0] >= two[1]), "{dates:?}");
}

#[test]
fn reported_words_stand_behind_their_verb_which_may_turn_them_round() {
    let note = "The boat\n\nIda Crane, a builder, denied taking the boat. Crane denied “any knowledge” of it.\n";
    let (mut session, _folder) = reading(&[("a.txt", note)], 80, 24);
    press(&mut session, "2");
    assert!(text(&session).contains("denied, indirect"), "{}", text(&session));
    let article = session.app.reader.article.clone().unwrap();
    assert_eq!(session.app.quotes.quotes()[0].told(&article.document.text), "denied: taking the boat");
    press(&mut session, "1 Right y");
    let copied = session.app.outbox.copy.take().unwrap();
    assert!(copied.starts_with("“Ida Crane, a builder, denied taking the boat.” (Ida Crane, as reported"), "{copied}");
}
