//! Every screen at every size, with its styles, as it was last looked at and found good.

use crate::harness::{picture, press, pressed, reading};

const SIZES: [(u16, u16); 5] = [(44, 14), (80, 24), (120, 36), (160, 45), (200, 60)];

/// Compares a screen, reached with these keys, with its snapshot at every size.
fn check(name: &str, keys: &str) {
    for (width, height) in SIZES {
        let session = pressed(width, height, keys);
        snapshot(&format!("{name}-{width}x{height}"), &picture(&session));
    }
}

fn snapshot(name: &str, picture: &str) {
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
