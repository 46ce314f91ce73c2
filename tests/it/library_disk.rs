//! The library opens, or says in a sentence why it can't; programs that share it do not break each other.

use std::fs;
use std::path::Path;
use std::sync::Barrier;
use std::thread;

use pullquote::model::article::Origin;
use pullquote::store::library::schema::{STEPS, prepare};
use pullquote::store::library::{Error, Kind, Library};
use rusqlite::{Connection, ffi};
use rusqlite_migration::{M, Migrations};

use super::harness::Folder;
use super::library::{article, at, library, place};

const TEXT: &str = "The dam was closed. Nobody had been told.";

/// A folder with a library of one article in it, nobody using it.
fn closed() -> Folder {
    let (mut library, folder) = library();
    let known = library.opened(&Origin::Sample(0), &article(TEXT, None), at(0)).unwrap();
    library.keep_place((known.article, known.version), &place(TEXT, "Nobody"), at(1)).unwrap();
    folder
}

/// The sentence with which a folder is refused, its path left out.
fn refused(folder: &Path) -> String {
    let sentence = Library::open(folder).err().expect("it should be refused").sentence();
    sentence.replace(&*folder.to_string_lossy(), "DIR")
}

/// The bytes of the database; nothing else may hold it.
fn bytes(folder: &Folder) -> Vec<u8> {
    fs::read(folder.path.join("library.db")).unwrap()
}

#[test]
fn the_steps_of_the_schema_are_valid() {
    Migrations::from_slice(STEPS).validate().unwrap();
}

#[test]
fn folders_are_made_on_the_way() {
    let folder = Folder::with(&[]);
    let deep = folder.path.join("some/where/deep");
    Library::open(&deep).unwrap();
    assert!(deep.join("library.db").is_file());
}

#[cfg(unix)]
#[test]
fn nobody_else_may_look_in() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::with(&[]);
    let inner = folder.path.join("library");
    let _library = Library::open(&inner).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&inner), 0o700);
    assert_eq!(mode(&inner.join("library.db")), 0o600);
}

#[test]
fn what_was_kept_is_there_at_the_next_start() {
    let folder = closed();
    let recent = Library::open(&folder.path).unwrap().recent(9).unwrap();
    assert_eq!((recent.len(), recent[0].origin.clone()), (1, Origin::Sample(0)));
}

#[test]
fn a_library_of_a_newer_program_is_refused_and_left() {
    let folder = closed();
    Connection::open(folder.path.join("library.db"))
        .unwrap()
        .pragma_update(None, "user_version", STEPS.len() as i64 + 1)
        .unwrap();
    let before = bytes(&folder);
    let (newer, reads) = (STEPS.len() + 1, STEPS.len());
    let sentence =
        format!("DIR: the library was written by a newer pullquote (version {newer}); this one reads version {reads}.");
    let rest = "Articles can be read; nothing is remembered.";
    assert_eq!(refused(&folder.path), format!("{sentence} {rest}"));
    assert_eq!(bytes(&folder), before);
}

#[test]
fn a_damaged_library_is_refused_and_left() {
    let whole = bytes(&closed());
    let noise: Vec<u8> = (0..9000_u32).map(|number| (number.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    for damaged in [&noise, &whole[..whole.len() / 2], &whole[..4096], &whole[..5]] {
        let folder = Folder::with(&[]);
        fs::write(folder.path.join("library.db"), damaged).unwrap();
        assert_eq!(
            refused(&folder.path),
            "DIR: the library is damaged; move library.db away, and the next start makes a new one. \
             Articles can be read; nothing is remembered.",
            "{} bytes",
            damaged.len()
        );
        assert_eq!(bytes(&folder), damaged);
    }
}

#[test]
fn another_programs_database_is_refused_and_left() {
    let folder = Folder::with(&[]);
    let other = Connection::open(folder.path.join("library.db")).unwrap();
    other.execute_batch("CREATE TABLE song (title TEXT)").unwrap();
    drop(other);
    let before = bytes(&folder);
    assert!(refused(&folder.path).starts_with("DIR: library.db is another program's;"));
    assert_eq!(bytes(&folder), before);
}

#[test]
fn an_empty_file_becomes_a_library() {
    let folder = Folder::with(&[("library.db", "")]);
    assert!(Library::open(&folder.path).unwrap().recent(9).unwrap().is_empty());
}

#[test]
fn a_file_where_the_folder_should_be_is_refused() {
    let folder = Folder::with(&[("library", "A file.")]);
    let sentence = "DIR: a file, where a folder for the library is needed; move it away, or name another with \
                    --library DIR. Articles can be read; nothing is remembered.";
    assert_eq!(refused(&folder.path.join("library")), sentence);
    assert_eq!(refused(&folder.path.join("library/deeper")), sentence);
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_is_refused() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |folder: &Folder, mode| fs::set_permissions(&folder.path, fs::Permissions::from_mode(mode)).unwrap();
    for folder in [Folder::with(&[]), closed()] {
        mode(&folder, 0o500);
        // The system's own administrator may write anywhere.
        if fs::write(folder.path.join("try"), "").is_err() {
            assert_eq!(
                refused(&folder.path),
                "DIR: no permission to write the library; change the mode of the folder, or name another with \
                 --library DIR. Articles can be read; nothing is remembered."
            );
        }
        mode(&folder, 0o700);
    }
}

/// A file of the system's that nobody may write, not even its administrator, stands for one without permission.
#[cfg(target_os = "linux")]
#[test]
fn bookmarks_of_a_library_that_may_not_be_written_are_shown_and_why_none_is_kept() {
    use super::harness::press;
    use super::shelf_home::{Home, SINKS, listed, says};
    let home = Home::new();
    let lock = home.library.join("library.lock");
    fs::remove_file(&lock).unwrap();
    std::os::unix::fs::symlink("/sys/kernel/uevent_seqnum", &lock).unwrap();
    let is_denied = fs::OpenOptions::new().write(true).open(&lock).err();
    if is_denied.is_none_or(|error| error.kind() != std::io::ErrorKind::PermissionDenied) {
        return;
    }
    let mut session = home.shelves("");
    assert_eq!(listed(&session).len(), 5);
    says(&session, "no permission to write the library. What it has is shown");
    press(&mut session, "x x");
    assert_eq!(listed(&session).len(), 5, "it comes back");
    says(&session, "The bookmark is not kept: nothing is remembered in this run.");
    press(&mut session, "Enter");
    says(&session, SINKS);
}

#[test]
fn a_library_that_is_read_only_is_left_as_it_is() {
    let folder = closed();
    let before = bytes(&folder);
    let mut library = Library::open_to_read(&folder.path).unwrap();
    assert_eq!(library.recent(9).unwrap().len(), 1);
    assert_eq!(library.remember("key", Some("value")).unwrap_err().kind, Kind::Denied);
    drop(library);
    assert_eq!(bytes(&folder), before);
    assert!(Library::open_to_read(&folder.path.join("absent")).is_err());
    assert!(Library::open_if_there(&folder.path.join("absent")).unwrap().is_none());
    assert!(!folder.path.join("absent").exists());
}

#[test]
fn what_the_database_says_becomes_plain_words() {
    for (code, words) in [
        (ffi::SQLITE_FULL, "the disk is full"),
        (ffi::SQLITE_BUSY, "another program holds the library"),
        (ffi::SQLITE_READONLY, "no permission"),
        (ffi::SQLITE_CORRUPT, "the library is damaged"),
        (ffi::SQLITE_IOERR, "the library could not be used ("),
    ] {
        let error = rusqlite::Error::SqliteFailure(ffi::Error::new(code), None);
        let sentence = Error::from_sql(Path::new("/x/library"), &error).sentence();
        assert!(sentence.starts_with(&format!("/x/library: {words}")), "{sentence}");
    }
    let full = std::io::Error::from(std::io::ErrorKind::StorageFull);
    assert_eq!(Error::from_io(Path::new("/x"), &full).kind, Kind::Full);
}

#[test]
fn a_copy_is_made_before_an_older_library_is_changed() {
    let folder = closed();
    let steps = [STEPS, &[M::up("ALTER TABLE place ADD COLUMN colour TEXT; DELETE FROM place;")]].concat();
    let open = |name: &str| Connection::open(folder.path.join(name)).unwrap();
    let places = |connection: &Connection| -> (i64, i64) {
        let count = connection.query_row("SELECT count(*) FROM place", [], |row| row.get(0)).unwrap();
        (count, connection.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap())
    };
    // What is left of a copy that was broken off is in nobody's way.
    let (latest, newer) = (STEPS.len() as i64, STEPS.len() as i64 + 1);
    let copy = format!("library-before-v{newer}");
    fs::write(folder.path.join(&copy).with_extension("part"), "half").unwrap();
    prepare(&mut open("library.db"), &folder.path, &steps).unwrap();
    assert_eq!(places(&open("library.db")), (0, newer));
    assert_eq!(places(&open(&format!("{copy}.db"))), (1, latest));
    assert!(!folder.path.join(&copy).with_extension("part").exists());
    let sentence = refused(&folder.path);
    assert!(
        sentence.contains(&format!("(version {newer}); this one reads version {latest}. A backup is DIR/{copy}.db;"))
    );
}

#[test]
fn no_copy_is_made_where_nothing_changes() {
    let folder = closed();
    drop(Library::open(&folder.path).unwrap());
    assert!(
        fs::read_dir(&folder.path).unwrap().all(|entry| !entry.unwrap().path().to_string_lossy().contains("before"))
    );
}

#[test]
fn a_step_that_fails_changes_nothing() {
    let folder = closed();
    let steps = [STEPS, &[M::up("DELETE FROM place; SELECT nonsense;")]].concat();
    let mut connection = Connection::open(folder.path.join("library.db")).unwrap();
    let error = prepare(&mut connection, &folder.path, &steps).unwrap_err();
    assert!(matches!(error.kind, Kind::Other(_)));
    drop(connection);
    assert_eq!(Library::open(&folder.path).unwrap().recent(9).unwrap().len(), 1);
}

/// Each opens the library of its own accord, at the same moment, as two programs do.
#[test]
fn two_programs_write_at_once() {
    let folder = Folder::with(&[]);
    let start = Barrier::new(2);
    let program = |name: &'static str| {
        start.wait();
        let mut library = Library::open(&folder.path).unwrap();
        for number in 0..200 {
            let text = format!("{TEXT} {number}.");
            let origin = Origin::File(folder.path.join(format!("{}.txt", number % 20)));
            let known = library.opened(&origin, &article(&text, None), at(number)).unwrap();
            library.keep_place((known.article, known.version), &place(&text, "Nobody"), at(number)).unwrap();
            library.remember(&format!("{name}{number}"), Some(&number.to_string())).unwrap();
        }
    };
    thread::scope(|scope| {
        scope.spawn(|| program("one"));
        scope.spawn(|| program("other"));
    });
    let library = Library::open(&folder.path).unwrap();
    assert_eq!(library.remembered().unwrap().other.len(), 400);
    assert_eq!(library.recent(99).unwrap().len(), 20);
}

#[test]
fn many_programs_start_at_once() {
    for _ in 0..5 {
        let folder = Folder::with(&[]);
        let start = Barrier::new(6);
        thread::scope(|scope| {
            for _ in 0..6 {
                scope.spawn(|| {
                    start.wait();
                    Library::open(&folder.path).unwrap().remember("key", Some("value")).unwrap();
                });
            }
        });
    }
}

#[test]
fn a_change_can_be_made_durable() {
    let (mut library, _folder) = library();
    library.set_durable(true).unwrap();
    library.remember("key", Some("value")).unwrap();
    library.set_durable(false).unwrap();
}
