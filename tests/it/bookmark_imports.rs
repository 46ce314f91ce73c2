//! What comes in of the files that other programs write.

use pullquote::export::bookmarks::{Format, Imported, read, write};
use pullquote::model::bookmark::Colour;
use pullquote::model::shelf::{Shelf, Source};

use super::bookmarks::{TEXT, kept};
use super::library::at;

#[test]
fn what_readwise_exports_is_taken_in_as_what_it_imports() {
    let csv = "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags\n\
        It floats.,Boats,Ida Crane,,so it is,blue,\"pier, low tide\",order,3,2026-03-04 10:00:00+02:00,news\n\
        It sinks.,Boats,Ida Crane,,,orange,,order,4,,\n";
    let all = read(csv, at(7)).unwrap().bookmarks;
    let Imported { source, bookmark, .. } = &all[0];
    assert_eq!((source.headline.as_str(), source.byline.as_deref()), ("Boats", Some("Ida Crane")));
    assert_eq!((bookmark.note.as_str(), bookmark.colour), ("so it is", Colour::Three));
    assert_eq!(bookmark.tags, ["pier", "low tide"]);
    assert_eq!(bookmark.created, "2026-03-04T08:00:00Z".parse().unwrap());
    assert_eq!((all[1].bookmark.created, all[1].bookmark.colour), (at(7), Colour::One));
}

#[test]
fn what_says_no_time_that_can_be_read_is_of_today() {
    let csv = "Highlight,Date\nIt floats.,\nIt sinks.,the third of never\n";
    let json = r#"[{"target": {"source": "https://news.example/boats",
        "selector": {"type": "TextQuoteSelector", "exact": "It floats."}}}]"#;
    for one in [csv, json].iter().flat_map(|text| read(text, at(7)).unwrap().bookmarks) {
        assert_eq!((one.bookmark.created, one.bookmark.modified), (at(7), at(7)), "{one:?}");
    }
}

#[test]
fn an_article_without_an_address_is_called_by_a_name_that_may_stand_in_one() {
    for headline in ["Ferry “late” 50% of days", "It says 100%25: see a://b", "Bees", "50%25"] {
        let source = Source { headline: headline.to_owned(), ..Source::default() };
        let shelf = Shelf { source: source.clone(), bookmarks: vec![kept((0, 0), TEXT, "late", 1)] };
        let text = write(Format::Annotations, &[shelf]);
        let name = text.split("\"source\": \"").nth(1).unwrap().split('"').next().unwrap();
        assert!(name.starts_with("urn:pullquote:article:") && !name.contains([' ', '“', '/']), "{name}");
        let untitled = |text: &str| text.replace("pullquote:title", "title");
        assert_eq!(read(&untitled(&text), at(0)).unwrap().bookmarks[0].source, source);
        if headline != "50%25" {
            let old = text.replace(name, &format!("urn:pullquote:article:{headline}"));
            assert_eq!(read(&untitled(&old), at(0)).unwrap().bookmarks[0].source, source, "as it was written once");
        }
    }
}

#[test]
fn names_stand_in_a_bibliography_as_it_wants_them() {
    let authors = |byline: &str| -> Vec<String> {
        let source = Source { byline: Some(byline.to_owned()), ..Source::default() };
        let ris = write(Format::Ris, &[Shelf { source, bookmarks: Vec::new() }]);
        ris.lines().filter_map(|line| line.strip_prefix("AU  - ")).map(str::to_owned).collect()
    };
    assert_eq!(authors("By Ida M. Crane, Bo O’Dell, and Sian Pryce"), ["Crane, Ida M.", "O’Dell, Bo", "Pryce, Sian"]);
    for other in ["Orrin Press", "The Orrin Post", "Tove", "Ana de Souza", "Rurik Vail Jr.", "Four Words Are Many"] {
        assert_eq!(authors(other), [other]);
    }
}
