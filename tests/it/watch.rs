//! A file that changes on the disk is noticed.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use crossbeam_channel::{Receiver, unbounded};
use pullquote::jobs::watch::Watch;

use super::harness::Folder;

/// How long a notice is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

fn watching(paths: &[PathBuf]) -> (Watch, Receiver<PathBuf>) {
    let (send, notices) = unbounded();
    let mut watch = Watch::new(move |path| drop(send.send(path)));
    watch.set(paths.to_vec());
    (watch, notices)
}

#[test]
fn a_file_that_is_written_to_is_noticed_and_its_neighbours_are_not() {
    let folder = Folder::with(&[("one.txt", "Before."), ("other.txt", "Before.")]);
    let one = folder.path.join("one.txt");
    let (_watch, notices) = watching(std::slice::from_ref(&one));
    fs::write(folder.path.join("other.txt"), "Something else.").unwrap();
    fs::write(&one, "After, and longer.").unwrap();
    assert_eq!(notices.recv_timeout(PATIENCE), Ok(one));
}

#[test]
fn a_file_that_is_replaced_is_noticed() {
    let folder = Folder::with(&[("one.txt", "Before."), ("one.txt~", "Written by an editor.")]);
    let one = folder.path.join("one.txt");
    let (_watch, notices) = watching(std::slice::from_ref(&one));
    fs::rename(folder.path.join("one.txt~"), &one).unwrap();
    assert_eq!(notices.recv_timeout(PATIENCE), Ok(one));
}

#[test]
fn each_state_is_reported_once() {
    let folder = Folder::with(&[("one.txt", "Before."), ("last.txt", "Before.")]);
    let (one, last) = (folder.path.join("one.txt"), folder.path.join("last.txt"));
    let (_watch, notices) = watching(&[one.clone(), last.clone()]);
    fs::write(&one, "After, and longer.").unwrap();
    assert_eq!(notices.recv_timeout(PATIENCE), Ok(one.clone()));
    // Events that change nothing: the next notice is the other file's.
    fs::write(folder.path.join("neighbour.txt"), "x").unwrap();
    fs::rename(&one, folder.path.join("away.txt")).unwrap();
    fs::rename(folder.path.join("away.txt"), &one).unwrap();
    fs::write(&last, "After, and longer.").unwrap();
    assert_eq!(notices.recv_timeout(PATIENCE), Ok(last));
}

#[test]
fn only_the_files_named_last_are_watched() {
    let folder = Folder::with(&[("one.txt", "Before."), ("two.txt", "Before.")]);
    let (one, two) = (folder.path.join("one.txt"), folder.path.join("two.txt"));
    let (mut watch, notices) = watching(std::slice::from_ref(&one));
    watch.set(vec![two.clone()]);
    fs::write(&one, "After, and longer.").unwrap();
    fs::write(&two, "After, and longer.").unwrap();
    assert_eq!(notices.recv_timeout(PATIENCE), Ok(two));
}

#[test]
fn a_folder_may_vanish_and_come_back() {
    let folder = Folder::with(&[("keep.txt", "Here.")]);
    let inner = folder.path.join("inner");
    let one = inner.join("one.txt");
    fs::create_dir(&inner).unwrap();
    fs::write(&one, "Before.").unwrap();
    let (mut watch, notices) = watching(std::slice::from_ref(&one));
    fs::remove_dir_all(&inner).unwrap();
    watch.set(vec![one.clone()]);
    fs::create_dir(&inner).unwrap();
    watch.set(vec![one.clone()]);
    fs::write(&one, "After, and longer.").unwrap();
    assert_eq!(notices.recv_timeout(PATIENCE), Ok(one));
}

#[test]
fn what_is_not_there_is_watched_in_silence() {
    let (mut watch, notices) = watching(&[PathBuf::from("/nowhere/at/all.txt"), PathBuf::new(), PathBuf::from("/")]);
    watch.set(Vec::new());
    assert!(notices.is_empty());
}

#[cfg(unix)]
#[test]
fn a_link_is_watched_where_it_leads() {
    let folder = Folder::with(&[("there.txt", "Before.")]);
    let (there, link) = (folder.path.join("there.txt"), folder.path.join("links/here.txt"));
    fs::create_dir(folder.path.join("links")).unwrap();
    std::os::unix::fs::symlink(&there, &link).unwrap();
    let (_watch, notices) = watching(std::slice::from_ref(&link));
    fs::write(&there, "After, and longer.").unwrap();
    assert_eq!(notices.recv_timeout(PATIENCE), Ok(link));
}
