//! A note in somebody else's editor, in a real terminal: it comes back, or stays as it was.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use pullquote::store::library::Library;

use crate::harness::Folder;
use crate::pty::Pty;

const FERRY: &str = "The ferry stays\n\nIt will stay, said Ida Crane, its master. Nobody was surprised.\n";
const ENTER: &str = "\u{1b}[?1049h";

/// The program at a sentence, with an editor that does these lines of a shell; its folder has what was seen.
fn with_editor(lines: &str) -> (Pty, Folder) {
    let folder = Folder::with(&[("ferry.txt", FERRY)]);
    let editor = folder.path.join("editor");
    fs::write(&editor, format!("#!/bin/sh\ncd {:?}\n{lines}\n", folder.path)).unwrap();
    fs::set_permissions(&editor, fs::Permissions::from_mode(0o755)).unwrap();
    let pty = start(&folder, editor.to_str().unwrap());
    (pty, folder)
}

fn start(folder: &Folder, editor: &str) -> Pty {
    let (file, library) = (folder.path.join("ferry.txt"), folder.path.join("library"));
    let arguments = ["--library", library.to_str().unwrap(), file.to_str().unwrap()];
    let mut pty = Pty::start(&arguments, &[("VISUAL", editor), ("EDITOR", "")]);
    pty.see("1 quote");
    // The library may still look for the article: it says so, and what was said goes with the next key.
    loop {
        pty.type_keys("}");
        pty.wait("nothing said", |pty| !pty.text().contains("try again"));
        pty.type_keys("a");
        pty.wait("an answer", |pty| ["try again", "Keep, with"].iter().any(|words| pty.text().contains(words)));
        if pty.text().contains("Keep, with a note on") {
            return pty;
        }
    }
}

fn notes(folder: &Folder) -> Vec<String> {
    let shelves = Library::open(&folder.path.join("library")).unwrap().shelves().unwrap();
    shelves.into_iter().flat_map(|shelf| shelf.bookmarks).map(|bookmark| bookmark.note).collect()
}

/// Where the editor was asked to write.
fn lent(folder: &Folder) -> PathBuf {
    PathBuf::from(fs::read_to_string(folder.path.join("path")).unwrap().trim().to_owned())
}

fn is_gone(path: &Path) -> bool {
    !path.exists() && !path.parent().unwrap().exists()
}

fn end(pty: &mut Pty) {
    pty.type_keys("Q");
    assert_eq!(pty.end(), 0);
    pty.assert_restored();
}

#[test]
fn a_note_goes_to_the_editor_and_comes_back() {
    let (mut pty, folder) = with_editor(
        "cp \"$1\" seen; echo \"$1\" > path; ls -ld \"$(dirname \"$1\")\" > rights; printf 'half a line,\\nand #more\\n' > \"$1\"",
    );
    pty.type_keys("a draft\u{5}");
    pty.see_bytes(ENTER, 2);
    pty.see("and #more");
    pty.see("Keep, with a note on");
    pty.type_keys("!\u{1b}");
    pty.see("Kept, with your note.");
    end(&mut pty);
    assert_eq!(fs::read_to_string(folder.path.join("seen")).unwrap(), "a draft\n");
    assert!(fs::read_to_string(folder.path.join("rights")).unwrap().starts_with("drwx------"));
    assert!(is_gone(&lent(&folder)), "nothing of it is left");
    assert_eq!(notes(&folder), ["half a line,\nand #more!"]);
}

#[test]
fn an_editor_that_fails_leaves_the_note_as_it_was() {
    let (mut pty, folder) = with_editor("echo \"$1\" > path; echo broken > \"$1\"; exit 1");
    pty.type_keys("a draft\u{5}");
    pty.see("The editor ended with an error: the note is as it was.");
    pty.see("a draft");
    pty.type_keys("\u{1b}");
    pty.see("Kept, with your note.");
    end(&mut pty);
    assert!(is_gone(&lent(&folder)));
    assert_eq!(notes(&folder), ["a draft"]);
}

#[test]
fn what_is_no_text_is_left_where_the_editor_wrote_it() {
    let (mut pty, folder) = with_editor("echo \"$1\" > path; printf '\\377\\376' > \"$1\"");
    pty.type_keys("a draft\u{5}");
    pty.see("What was written is not text in UTF-8");
    pty.see("a draft");
    pty.type_keys("\u{3}\u{3}");
    end(&mut pty);
    let path = lent(&folder);
    assert_eq!(fs::read(&path).unwrap(), [0xff, 0xfe]);
    fs::remove_dir_all(path.parent().unwrap()).unwrap();
    assert!(notes(&folder).is_empty());
}

#[test]
fn without_an_editor_the_note_stays() {
    let folder = Folder::with(&[("ferry.txt", FERRY)]);
    let mut pty = start(&folder, "no-such-editor-here");
    pty.type_keys("a draft\u{5}");
    pty.see("the editor could not be started");
    pty.see("a draft");
    pty.type_keys("\u{1b}");
    pty.see("Kept, with your note.");
    end(&mut pty);
}

#[test]
fn a_signal_that_ends_the_program_keeps_what_is_written() {
    let folder = Folder::with(&[("ferry.txt", FERRY)]);
    let mut pty = start(&folder, "true");
    pty.type_keys("not lost");
    pty.see("not lost");
    pty.signal("-TERM");
    pty.end();
    assert_eq!(notes(&folder), ["not lost"]);
}
