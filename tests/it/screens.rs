//! Every screen at every size, with its styles, as it was last looked at and found good.

use crate::harness::{Folder, coloured, configured, configured_on, picture, press, pressed, reading, start};
use pullquote::app::App;
use pullquote::config::colour::Depth;
use pullquote::jobs::ingest;
use pullquote::session::Session;
use pullquote::store::samples::SAMPLES;

pub const SIZES: [(u16, u16); 5] = [(44, 14), (80, 24), (120, 36), (160, 45), (200, 60)];

/// Compares a screen, reached with these keys, with its snapshot at every size.
fn check(name: &str, keys: &str) {
    for (width, height) in SIZES {
        let session = pressed(width, height, keys);
        snapshot(&format!("{name}-{width}x{height}"), &picture(&session));
    }
}

pub fn snapshot(name: &str, picture: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../screens");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, picture));
}

#[test]
fn the_first_screen() {
    check("welcome", "");
}

#[test]
fn an_article_just_opened() {
    check("article", "Enter");
}

#[test]
fn a_quote_in_the_text() {
    check("quote", "Enter Right Right");
}

#[test]
fn the_quotes_pane() {
    check("quotes", "Enter 2 j j");
}

#[test]
fn the_quotes_in_the_order_of_the_text() {
    check("quotes-in-order", "Enter Right 2 s");
}

#[test]
fn the_entities_pane_with_a_marked_name() {
    check("entities", "Enter 3 Space n");
}

#[test]
fn what_can_be_put_right_about_a_name() {
    check("correct", "Enter 3 c");
}

#[test]
fn what_can_be_put_right_about_a_quote() {
    check("correct-quote", "Enter Right 2 c");
}

#[test]
fn quotes_that_were_put_right_and_checked() {
    check("checked", "Enter Right e Enter Right c 3 Esc 2");
}

#[test]
fn the_evidence_of_a_quote_that_was_put_right() {
    check("evidence-corrected", "Enter Right e Enter Right c 3");
}

#[test]
fn sentences_being_selected() {
    check("select", "Enter Right Right v j");
}

#[test]
fn a_sentence_and_a_quote_that_are_kept() {
    for (width, height) in SIZES {
        let home = Folder::with(&[]);
        let app = App::welcome(SAMPLES.len(), configured(""));
        let mut session = Session::new(app, (width, height), ingest::perform, Some(home.path.join("library")));
        session.settle();
        press(&mut session, "Enter Right 2 m 1 } m");
        snapshot(&format!("kept-{width}x{height}"), &picture(&session));
    }
}

/// Compares a screen, reached with these keys in the first sample with a library, with its snapshot at every size.
fn check_kept(name: &str, settings: &str, depth: Depth, keys: &str) {
    for (width, height) in SIZES {
        let home = Folder::with(&[]);
        let app = App::welcome(SAMPLES.len(), configured_on(settings, depth));
        let mut session = Session::new(app, (width, height), ingest::perform, Some(home.path.join("library")));
        session.settle();
        press(&mut session, "Enter Right a ; Enter # l o n g Esc ) c 2 } M c 3 } m c 4 {");
        press(&mut session, keys);
        let picture = if depth == Depth::True { coloured(&session) } else { picture(&session) };
        snapshot(&format!("{name}-{width}x{height}"), &picture);
    }
}

#[test]
fn a_note_being_written() {
    check_kept("note", "", Depth::Sixteen, "} } a # l o");
}

#[test]
fn the_note_of_a_kept_quote_over_the_quotes() {
    check_kept("note-quote", "", Depth::Sixteen, "2 j a w h o ? Enter # q Ctrl-o");
}

#[test]
fn the_tags_of_a_passage() {
    check_kept("tags", "", Depth::Sixteen, ": t a g s Enter l o n Down");
}

#[test]
fn the_four_colours() {
    check_kept("colours-dark", "theme = \"dark\"\n", Depth::True, "c");
    check_kept("colours-light", "theme = \"light\"\n", Depth::True, "Esc");
    check_kept("colours-none", "", Depth::None, "c");
    check_kept("colours-ascii", "ascii = true\n", Depth::Sixteen, "a");
}

#[test]
fn who_says_what_was_selected() {
    check("select-quote", "Enter Right ) v Q");
}

#[test]
fn the_help() {
    check("help", "Enter ?");
}

#[test]
fn the_strip_below_the_text() {
    check("strip", "Enter t Right");
}

#[test]
fn a_pane_alone() {
    check("zoomed", "Enter 2 z");
}

#[test]
fn markdown_with_lists_and_a_table() {
    check("markdown", "j j j j j j Enter Space");
}

#[test]
fn a_page_with_a_table() {
    check("page", "j j j j Enter Space");
}

#[test]
fn an_article_without_quotes() {
    for (width, height) in SIZES {
        let (session, _folder) =
            reading(&[("note.txt", "A note\n\nThere is nothing here but a note about rain.\n")], width, height);
        snapshot(&format!("no-quotes-{width}x{height}"), &picture(&session));
    }
}

#[test]
fn a_list_of_articles() {
    let files = [
        (
            "a.txt",
            "Bridge to open in June\n\nThe bridge over the Orrin will open in June, said Maren Tull, its engineer.\n",
        ),
        ("b.md", "# Ferry keeps its old clock\n\nThe ferry keeps its clock.\n"),
        ("c.txt", "%PDF-1.4 not a text"),
    ];
    for (width, height) in SIZES {
        let (mut session, _folder) = reading(&files, width, height);
        press(&mut session, "j k");
        snapshot(&format!("articles-{width}x{height}"), &picture(&session));
    }
}

#[test]
fn too_small_a_terminal_says_so() {
    let session = pressed(23, 5, "");
    snapshot("too-small", &picture(&session));
}

#[test]
fn the_palette() {
    check("palette", "Enter :");
}

#[test]
fn the_palette_with_letters_typed() {
    check("palette-typed", "Enter : q u o t");
}

#[test]
fn words_being_looked_for() {
    check("find", "Enter / d a m");
}

#[test]
fn words_that_were_found() {
    check("found", "Enter / d a m Enter n");
}

#[test]
fn the_evidence_of_a_quote() {
    check("evidence", "Enter Right Right e");
}

#[test]
fn the_evidence_in_the_quotes_pane() {
    check("evidence-quotes", "Enter 2 j j e Right");
}

#[test]
fn the_card_of_a_name() {
    check("card", "Enter 3 Enter j");
}

#[test]
fn the_links_of_a_page() {
    check("links", "j j j j j j Enter G f");
}

#[test]
fn the_filters_of_the_quotes() {
    check("filters", "Enter 2 j f");
}

#[test]
fn quotes_narrowed_to_one_voice() {
    check("filtered", "Enter 2 j f 1");
}

#[test]
fn ways_to_copy() {
    check("copy-menu", "Enter Right Y");
}

#[test]
fn what_was_copied() {
    check("copied", "Enter Right Y 2");
}

#[test]
fn a_command_asked_for() {
    check("pipe", "Enter | w c Space - w");
}

#[test]
fn about_an_article() {
    check("about", "j j j j Enter i");
}

#[test]
fn about_an_article_of_the_list() {
    check("about-entry", "j i");
}

#[test]
fn themes_to_choose_from() {
    check("themes", "Enter : t h e m e Enter");
}

#[test]
fn what_was_said() {
    check("messages", "Enter Left Right s : m e s s Enter");
}

#[test]
fn one_paragraph_bright() {
    check("focus-mode", "Enter Right F");
}

#[test]
fn the_help_of_the_first_screen() {
    check("help-start", "?");
}

#[test]
fn the_list_narrowed_by_words() {
    check("narrowed", "/ m a r s h");
}

/// The reader with settings of one's own, on a terminal with this many colours.
fn worn(name: &str, settings: &str, depth: Depth) {
    for (width, height) in SIZES {
        let app = App::welcome(SAMPLES.len(), configured_on(settings, depth));
        let mut session = start(app, width, height);
        press(&mut session, "Enter Right Right 3 Space 1");
        snapshot(&format!("{name}-{width}x{height}"), &coloured(&session));
    }
}

#[test]
fn the_dark_theme() {
    worn("dark", "theme = \"dark\"", Depth::True);
}

#[test]
fn the_light_theme() {
    worn("light", "theme = \"light\"", Depth::Indexed);
}

#[test]
fn the_dark_theme_in_sixteen_colours() {
    worn("sixteen", "theme = \"dark\"", Depth::Sixteen);
}

#[test]
fn no_colour_at_all() {
    worn("colourless", "theme = \"light\"", Depth::None);
}

#[test]
fn nothing_but_ascii() {
    worn("ascii", "ascii = true", Depth::Sixteen);
}

#[test]
fn an_ellipsis_stays_one_in_ascii() {
    let text = "Dots\n\nThe heavy dependence … on it, and then… nothing.\n";
    let (mut session, _folder) = super::harness::reading(&[("dots.txt", text)], 80, 24);
    session.app.config = configured_on("ascii = true", Depth::Sixteen);
    let shown = super::harness::text(&session);
    assert!(shown.contains("dependence...on it, and then~ nothing."), "{shown}");
}
