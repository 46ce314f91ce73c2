//! The trainer of the tagger: what is held out is never learnt from, and the same texts give the same weights.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use super::harness::Folder;

const ROWS: &str = concat!(
    r#"{"id":"a1","source":"own","text":"Ida Crane left Marlow.","entities":[{"start":0,"end":9,"label":"PERSON"},"#,
    r#"{"start":15,"end":21,"label":"LOC"}]}"#,
    "\n",
    r#"{"id":"a2","source":"own","text":"Marlow Water paid Rui Sand.","entities":[{"start":0,"end":12,"label":"ORG"},"#,
    r#"{"start":18,"end":26,"label":"PERSON"}]}"#,
    "\n"
);

/// A folder with texts, lists, and a text that is held out.
fn folder(held: &str) -> Folder {
    let clusters = "Ida\t1\t2\t3\nMarlow\t4\t5\t6\nleft\t7\t8\t9\n";
    Folder::with(&[
        ("texts/own.jsonl", ROWS),
        ("held.jsonl", held),
        ("lists/clusters.tsv", clusters),
        ("lists/first.txt", "Ida\nRui\n"),
        ("lists/last_common.txt", "Crane\n"),
        ("lists/last_rare.txt", "Sand\n"),
        ("lists/city_big.txt", "Marlow\n"),
        ("lists/city_small.txt", ""),
    ])
}

fn train(folder: &Folder, out: &str, more: &[&str]) -> Output {
    let path = |name: &str| folder.path.join(name);
    let mut command = Command::new(env!("CARGO_BIN_EXE_trainer"));
    command.arg("names");
    command.arg(path("texts")).arg("--held-out").arg(path("held.jsonl")).arg("--lists").arg(path("lists"));
    command.arg("--out").arg(path(out)).args(["--rounds", "2"]).args(more).output().unwrap()
}

fn weights(folder: &Folder, out: &str) -> Vec<u8> {
    fs::read(PathBuf::from(&folder.path).join(out)).unwrap()
}

#[test]
fn a_text_that_is_held_out_is_refused_by_its_id_and_by_its_letters() {
    for held in
        [r#"{"id":"a2","text":"","entities":[]}"#, r#"{"id":"other","text":"Ida  Crane left\nMarlow.","entities":[]}"#]
    {
        let folder = folder(held);
        let refused = train(&folder, "names.bin", &[]);
        assert!(!refused.status.success());
        let sentence = String::from_utf8(refused.stderr).unwrap();
        assert!(sentence.contains("is held out and must not be learnt from"), "{sentence}");
        assert!(!folder.path.join("names.bin").exists(), "nothing is written");
        let left = train(&folder, "names.bin", &["--leave-out"]);
        assert!(left.status.success(), "{}", String::from_utf8_lossy(&left.stderr));
        assert!(String::from_utf8(left.stderr).unwrap().contains("1 left out"));
    }
}

#[test]
fn the_same_texts_give_the_same_weights() {
    let folder = folder(r#"{"id":"b","text":"Ida Crane came.","entities":[{"start":0,"end":9,"label":"PERSON"}]}"#);
    for out in ["one.bin", "two.bin"] {
        let done = train(&folder, out, &[]);
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    }
    assert_eq!(weights(&folder, "one.bin"), weights(&folder, "two.bin"));
    assert!(weights(&folder, "one.md").len() > 200, "the card is written beside them");
}
