//! Bookmarks go out to files of other programs and come back.

use jiff::Timestamp;
use proptest::prelude::*;
use pullquote::export::bookmarks::{Format, Imported, Incoming, marked, read, write};
use pullquote::model::anchor::Anchor;
use pullquote::model::article::Origin;
use pullquote::model::bookmark::{Bookmark, Decision, Said, State};
use pullquote::model::quote::{Certainty, QuoteKind};
use pullquote::model::shelf::{Shelf, Source};
use pullquote::store::library::importing::Count;

use super::bookmarks::{TEXT, filled, kept};
use super::library::{article, at, library};

const AWKWARD: &str = "She wrote: “a, b”; \"c\" | d\n— and 👩‍🚀 “שלום”, *not* [this](x) #8";

fn source() -> Source {
    Source {
        article: 1,
        headline: "Ferry | late “again” #2".to_owned(),
        byline: Some("By Ines Marlow and Ana Pereira".to_owned()),
        publisher: Some("The Orrin Post".to_owned()),
        published: Some("2026-03-04".parse().unwrap()),
        url: Some("https://news.example/ferry_(late)?a=1&b=2".to_owned()),
        ..Source::default()
    }
}

fn shelf() -> Shelf {
    let one = Bookmark {
        note: "compare, \"quoted\"\n.second #survey line".to_owned(),
        tags: vec!["pier".to_owned()],
        ..kept((1, 1), TEXT, "“There are fewer each time.”", 1)
    };
    let two = Bookmark { state: State::Lost, ..kept((1, 1), AWKWARD, AWKWARD, 2) };
    Shelf { source: source(), bookmarks: vec![one, two] }
}

fn back(format: Format, shelf: &Shelf) -> Vec<Imported> {
    read(&write(format, std::slice::from_ref(shelf)), at(0)).unwrap().bookmarks
}

#[test]
fn markdown_has_a_heading_for_each_article_and_a_block_quote_for_each_passage() {
    let expected = "## [Ferry | late “again” \\#2](https://news.example/ferry_%28late%29?a=1&b=2)\n\n\
        By Ines Marlow and Ana Pereira · The Orrin Post · 4 March 2026\n\n\
        > “There are fewer each time.”\n\n\
        compare, \"quoted\"\n.second #survey line\n\n#pier\n\n\
        > She wrote: “a, b”; \"c\" | d\n> — and 👩‍🚀 “שלום”, \\*not\\* \\[this\\](x) \\#8\n\n\
        *The article does not say this any more.*\n\n";
    assert_eq!(write(Format::Markdown, &[shelf()]), expected);
}

#[test]
fn a_second_export_differs_by_what_changed_only() {
    let other = Shelf { source: Source { article: 2, headline: "Bees".to_owned(), ..source() }, ..shelf() };
    let here = write(Format::Markdown, &[shelf(), other.clone()]);
    assert_eq!(here, write(Format::Markdown, &[other, shelf()]), "whatever was bookmarked last");
}

#[test]
fn the_text_of_an_article_is_written_with_its_passages_marked() {
    let (library, _folder, known, _) = filled();
    let mut shelf = library.shelf(known.0).unwrap();
    shelf.source.url = None;
    shelf.bookmarks.push(Bookmark { found: None, state: State::Lost, ..kept(known, TEXT, "council", 3) });
    let text = marked::write(&shelf, TEXT, 0);
    assert!(
        text.starts_with("## The ferry was late again on Monday\n\nThe ferry was ==late== again on Monday."),
        "{text}"
    );
    assert!(text.contains("the engineer. ==“There are fewer each time.”==[^2]\n\nThe council will meet"), "{text}");
    assert!(text.contains("\n[^2]: compare with #2021 and the #survey of May\n    second line\n"), "{text}");
    assert!(text.ends_with("*Not in the text any more:* council\n"), "{text}");
    let other = Decision::OldWords;
    shelf.bookmarks[0] = Bookmark { state: State::OldWords, decision: Some(other), ..shelf.bookmarks[0].clone() };
    shelf.bookmarks[0].anchor.exact = "early".to_owned();
    shelf.bookmarks[2].found = Some((0, 3));
    let text = marked::write(&shelf, TEXT, 7);
    assert!(text.contains("\n\nThe ferry was ==late==[^8] again") && text.contains("time.”==[^9]"), "{text}");
    assert!(text.contains("\n[^8]: kept as: early\n\n[^9]: compare with"), "{text}");
    assert!(text.ends_with("*Not in the text any more:* council\n"), "what is lost by the reader's word: {text}");
}

#[test]
fn org_and_bibliographies_keep_to_their_forms() {
    let mut shelf = shelf();
    shelf.bookmarks[1].note = "* starred\n#+begin_src".to_owned();
    let org = write(Format::Org, &[shelf.clone()]);
    assert!(org.starts_with("* Ferry | late “again” #2\n:PROPERTIES:\n:URL: https://"), "{org}");
    assert!(org.contains("#+begin_quote\n“There are fewer each time.”\n#+end_quote"), "{org}");
    assert!(org.contains("\n * starred\n #+begin_src"), "{org}");
    let bibtex = write(Format::Bibtex, &[shelf.clone()]);
    assert!(bibtex.starts_with("@online{marlow2026ferry,\n  author = {Ines Marlow and Ana Pereira},\n"), "{bibtex}");
    assert!(
        bibtex.contains("title = {Ferry | late “again” \\#2}") && bibtex.contains("date = {2026-03-04}"),
        "{bibtex}"
    );
    let ris = write(Format::Ris, &[shelf]);
    assert!(ris.starts_with("TY  - NEWS\r\nAU  - Marlow, Ines\r\nAU  - Pereira, Ana\r\nTI  - "), "{ris}");
    assert!(ris.contains("DA  - 2026/03/04/\r\n") && ris.ends_with("ER  - \r\n\r\n"), "{ris}");
    assert!(ris.lines().all(|line| line.is_empty() || line.get(2..6) == Some("  - ")), "{ris}");
}

#[test]
fn every_form_for_reading_says_what_the_article_says_no_more() {
    let mut shelf = shelf();
    for (state, sentence) in [
        (State::Lost, "The article does not say this any more."),
        (State::Changed, "The article says this otherwise now."),
        (State::OldWords, "The article says this otherwise now."),
    ] {
        shelf.bookmarks[1].state = state;
        for format in [Format::Markdown, Format::Org, Format::Plain, Format::Ris] {
            let text = write(format, std::slice::from_ref(&shelf));
            assert_eq!(text.matches(sentence).count(), 1, "{format:?}: {text}");
        }
    }
}

#[test]
fn annotations_carry_all_of_a_bookmark() {
    let (library, _folder, _, [one, two]) = filled();
    let shelves = library.shelves().unwrap();
    let text = write(Format::Annotations, &shelves);
    let (mut empty, _other) = super::library::library();
    let incoming: Vec<_> =
        read(&text, at(0)).unwrap().bookmarks.into_iter().map(|one| (one.source, one.bookmark)).collect();
    let count = Count { waiting: 2, ..Count::default() };
    assert_eq!(empty.preview(&incoming).unwrap(), count);
    assert_eq!(empty.shelves().unwrap(), [], "a look changes nothing");
    assert_eq!(empty.import(&incoming, at(50)).unwrap(), count);
    let there =
        |bookmark: Bookmark| Bookmark { article: 1, version: 1, state: State::Unchecked, found: None, ..bookmark };
    let one = Bookmark { tags: one.tags_beside().into_iter().map(str::to_owned).collect(), ..one };
    let came = empty.shelves().unwrap();
    assert_eq!(came[0].bookmarks, [there(two.clone()), there(one.clone())]);
    assert_eq!(came[0].source.headline, shelves[0].source.headline);
    assert_eq!(empty.preview(&incoming).unwrap(), Count { there: 2, ..Count::default() });
    // The article is opened: its bookmarks are found in it.
    let opened = empty.opened(&Origin::Sample(0), &article(TEXT, Some("https://news.example/ferry")), at(60)).unwrap();
    let found = empty.anchor_bookmarks((opened.article, opened.version)).unwrap();
    assert!(found.iter().all(|bookmark| bookmark.state == State::InPlace), "{found:?}");
}

#[test]
fn what_is_exported_stands_where_it_is_today_and_comes_back_so() {
    let (mut library, _folder, known, [one, two]) = filled();
    let paragraphs: Vec<&str> = TEXT.split("\n\n").collect();
    let later = format!("{}\n\n{}\n\n{}", paragraphs[0], paragraphs[2], paragraphs[1]);
    let url = Some("https://news.example/ferry");
    let newer = library.opened(&Origin::Sample(0), &article(&later, url), at(5)).unwrap();
    library.anchor_bookmarks((newer.article, newer.version)).unwrap();
    let own = library.shelves().unwrap();
    assert_eq!((newer.article, &own[0].bookmarks[1].anchor), (known.0, &one.anchor), "the library keeps what it was");
    let today = library.today(&own).unwrap();
    let start = later.find(&one.anchor.exact).unwrap();
    let there = Anchor::of(&later, (start..start + one.anchor.exact.len()).into());
    assert_eq!(today[0].bookmarks[1].anchor, there);
    assert_ne!(there, one.anchor);
    assert_eq!(today[0].bookmarks[0].anchor.exact, two.anchor.exact);
    let text = write(Format::Annotations, &today);
    let incoming: Vec<_> =
        read(&text, at(0)).unwrap().bookmarks.into_iter().map(|one| (one.source, one.bookmark)).collect();
    for has_article in [false, true] {
        let (mut other, _other) = super::library::library();
        if has_article {
            other.opened(&Origin::Sample(0), &article(&later, url), at(6)).unwrap();
        }
        other.import(&incoming, at(7)).unwrap();
        assert_eq!(write(Format::Annotations, &other.today(&other.shelves().unwrap()).unwrap()), text);
    }
}

#[test]
fn every_form_says_who_said_it() {
    let said = Said { speaker: Some("Sian Pryce".to_owned()), kind: QuoteKind::Indirect, certainty: Certainty::Likely };
    let mut shelf = shelf();
    shelf.bookmarks[0].said = Some(said);
    let by = "— Sian Pryce, reported, speaker inferred: likely";
    for format in [Format::Markdown, Format::Org, Format::Plain, Format::Readwise, Format::Ris] {
        let text = write(format, std::slice::from_ref(&shelf));
        assert_eq!(text.matches(by).count(), 1, "{format:?}: {text}");
    }
    shelf.bookmarks[0].corrected = Some("Ona Vell".to_owned());
    let text = write(Format::Plain, std::slice::from_ref(&shelf));
    assert!(text.contains("— Ona Vell (corrected; kept as Sian Pryce), reported\n"), "{text}");
    let annotations = write(Format::Annotations, std::slice::from_ref(&shelf));
    assert!(annotations.contains("\"pullquote:keptSpeaker\": \"Sian Pryce\""), "{annotations}");
    assert_eq!(read(&annotations, at(0)).unwrap().bookmarks[0].bookmark.speaker(), Some("Ona Vell"));
    let bare = Shelf { source: Source { headline: "Bees".to_owned(), ..Source::default() }, bookmarks: Vec::new() };
    assert_eq!(write(Format::Org, &[bare]), "* Bees\n\n", "no drawer without anything in it");
}

#[test]
fn an_import_says_what_is_found_changed_lost_and_there() {
    let (mut library, _folder, known, [one, _]) = filled();
    let source = library.shelf(known.0).unwrap().source;
    let coming = |words: &str, exact: &str| {
        let bookmark = kept((0, 0), TEXT, words, 9);
        let anchor = Anchor { exact: exact.to_owned(), ..bookmark.anchor };
        (source.clone(), Bookmark { anchor, ..bookmark })
    };
    let long = "The council will meet on Thursday to hear what a new pier would cost.";
    let incoming = [
        coming("surprised", "surprised"),
        coming(long, &long.replace("Thursday", "a Friday").replace("hear", "learn")),
        coming("Nobody on the quay was surprised.", "It rained on all of the boats for three days in a row."),
        (source.clone(), one),
    ];
    let count = Count { matched: 1, changed: 1, lost: 1, there: 1, ..Count::default() };
    assert_eq!(library.import(&incoming, at(99)).unwrap(), count);
    let states = || -> Vec<State> { library.shelf(known.0).unwrap().bookmarks.iter().map(|one| one.state).collect() };
    let before = states();
    assert_eq!(before.iter().filter(|state| **state == State::InPlace).count(), 3);
    library.anchor_bookmarks(known).unwrap();
    let after: Vec<State> = library.shelf(known.0).unwrap().bookmarks.iter().map(|one| one.state).collect();
    assert_eq!(after, before, "what was made on another text is not in place in this one");
}

#[test]
fn what_hypothesis_gives_is_taken_in() {
    let api = r#"{"total": 1, "rows": [{"id": "x1Yz-q", "created": "2026-03-04T10:00:00.000000+00:00",
        "updated": "2026-03-05T10:00:00.000000+00:00", "uri": "https://news.example/ferry", "text": "so it is",
        "tags": ["pier"], "document": {"title": ["Ferry late"]}, "target": [{"source": "https://news.example/ferry",
        "selector": [{"type": "RangeSelector"}, {"type": "TextPositionSelector", "start": 3, "end": 12},
        {"type": "TextQuoteSelector", "exact": "ferry was", "prefix": "The ", "suffix": " late"}]}]},
        {"id": "page-note", "uri": "https://news.example/ferry", "target": [{"source": "https://news.example/ferry"}]}]}"#;
    let Incoming { bookmarks: all, left_out } = read(api, at(0)).unwrap();
    assert_eq!((all.len(), left_out), (1, 1), "a note on the whole page has no passage");
    let Imported { source, bookmark, is_placed } = &all[0];
    assert_eq!((source.headline.as_str(), source.url.as_deref()), ("Ferry late", Some("https://news.example/ferry")));
    assert_eq!((bookmark.note.as_str(), bookmark.tags.as_slice()), ("so it is", &["pier".to_owned()][..]));
    assert_eq!((bookmark.anchor.exact.as_str(), bookmark.anchor.start, *is_placed), ("ferry was", 3, true));
    assert_eq!(bookmark.modified, "2026-03-05T10:00:00Z".parse::<Timestamp>().unwrap());
    assert_eq!(read(api, at(0)).unwrap().bookmarks, all, "the same numbers each time");
}

#[test]
fn tags_of_any_letters_survive_every_form_that_has_tags() {
    let tags = ["a b", "🦀", "c/d", "say \"no\", twice"].map(str::to_owned).to_vec();
    let mut shelf = shelf();
    shelf.bookmarks.truncate(1);
    shelf.bookmarks[0].tags.clone_from(&tags);
    let sorted = |mut tags: Vec<String>| {
        tags.sort();
        tags
    };
    for format in [Format::Annotations, Format::Readwise] {
        assert_eq!(sorted(back(format, &shelf).remove(0).bookmark.tags), sorted(tags.clone()), "{format:?}");
    }
    let own = "Highlight,Tags\nso it is,\"a b, 🦀\"\n";
    assert_eq!(read(own, at(0)).unwrap().bookmarks[0].bookmark.tags, ["a b", "🦀"], "as Readwise writes them");
    let (mut library, _folder) = library();
    let incoming: Vec<_> =
        back(Format::Annotations, &shelf).into_iter().map(|one| (one.source, one.bookmark)).collect();
    library.import(&incoming, at(1)).unwrap();
    assert_eq!(library.shelves().unwrap()[0].bookmarks[0].tags, tags);
    let org = write(Format::Org, &[shelf.clone()]);
    assert!(
        org.contains(" :survey:a_b:c_d:")
            && org.contains("\n:TAGS: survey \"a b\" 🦀 c/d \"say \"\"no\"\", twice\"\n:END:"),
        "{org}"
    );
    assert!(write(Format::Markdown, &[shelf]).contains("\n#\"a b\" #🦀 #c/d #"), "as they are typed");
}

#[test]
fn tags_of_a_note_are_tags_in_every_form_and_are_kept_once() {
    let mut shelf = shelf();
    shelf.bookmarks.truncate(1);
    shelf.bookmarks[0].note = "so it is #survey, #\"low tide\"".to_owned();
    shelf.bookmarks[0].tags = ["pier", "SURVEY", "Pier"].map(str::to_owned).to_vec();
    let org = write(Format::Org, std::slice::from_ref(&shelf));
    assert!(org.contains(" :survey:low_tide:pier:\n") && org.contains(":TAGS: survey \"low tide\" pier\n"), "{org}");
    let csv = write(Format::Readwise, std::slice::from_ref(&shelf));
    assert!(csv.contains("\".survey .pier so it is #survey") && csv.ends_with(",\"\"\"low tide\"\"\"\n"), "{csv}");
    let annotations = write(Format::Annotations, std::slice::from_ref(&shelf));
    assert_eq!(annotations.matches("\"purpose\": \"tagging\"").count(), 3, "{annotations}");
    for format in [Format::Annotations, Format::Readwise] {
        let Imported { source, bookmark, .. } = back(format, &shelf).remove(0);
        assert_eq!(
            (bookmark.note.as_str(), &bookmark.tags),
            (shelf.bookmarks[0].note.as_str(), &vec!["pier".to_owned()])
        );
        let again = Shelf { source, bookmarks: vec![bookmark] };
        assert_eq!(write(format, &[again]), write(format, std::slice::from_ref(&shelf)));
    }
}

#[test]
fn what_is_no_such_file_is_said() {
    for (text, part) in [
        ("", "empty"),
        ("{\"a\": 1}", "no annotations"),
        ("[1, 2", "no JSON"),
        ("Title,URL\nx,y\n", "no column called Highlight"),
    ] {
        let sentence = read(text, at(0)).unwrap_err();
        assert!(sentence.contains(part), "{text}: {sentence}");
    }
    assert_eq!(
        read("\u{feff}Highlight\n\"one, two\"\n", at(0)).unwrap().bookmarks[0].bookmark.anchor.exact,
        "one, two"
    );
}

#[test]
fn readwise_rows_find_their_article_again() {
    let (mut library, _folder) = library();
    library.opened(&Origin::Sample(0), &article(TEXT, Some("https://news.example/ferry")), at(0)).unwrap();
    let csv = "URL,Highlight,Note\nhttps://news.example/ferry,Nobody on the quay was surprised.,.sea .two words\n\
        https://news.example/ferry,A sentence that it never had in any of its versions.,\n";
    let incoming: Vec<_> =
        read(csv, at(0)).unwrap().bookmarks.into_iter().map(|one| (one.source, one.bookmark)).collect();
    let count = Count { matched: 1, lost: 1, ..Count::default() };
    assert_eq!(library.import(&incoming, at(1)).unwrap(), count);
    let all = library.shelves().unwrap();
    let found = all[0].bookmarks.iter().find(|one| one.state == State::InPlace).unwrap();
    assert_eq!((found.note.as_str(), found.all_tags()), ("words", vec!["sea".to_owned(), "two".to_owned()]));
    assert!(found.anchor.prefix.ends_with("late again on Monday. "), "{:?}", found.anchor);
}

/// Words as they come: quotes, commas, pipes, lines, emoji, right-to-left letters.
fn words() -> impl Strategy<Value = String> {
    "[a-z ,;|\"'“”\\\\*#_<>.\n👍🏽éשאبت]{0,40}[a-z👍א]"
}

proptest! {
    #[test]
    fn whatever_the_words_annotations_come_back_as_they_were(exact in words(), note in words(), tag in "[a-zא]{1,8}", around in words()) {
        let text = format!("{around}{exact}{around}");
        let start = around.len();
        let anchor = Anchor::of(&text, (start..start + exact.len()).into());
        let bookmark = Bookmark { note, tags: vec![tag], ..Bookmark::new((0, 0), anchor, None, at(1)) };
        let shelf = Shelf { source: source(), bookmarks: vec![bookmark.clone()] };
        let all = back(Format::Annotations, &shelf);
        prop_assert_eq!(all.len(), 1);
        let tags = bookmark.tags_beside().into_iter().map(str::to_owned).collect();
        prop_assert_eq!(&all[0].bookmark, &Bookmark { tags, ..bookmark.clone() });
        prop_assert_eq!(&all[0].source, &Source { article: 0, ..source() });
    }

    #[test]
    fn whatever_the_words_readwise_rows_come_back(exact in words(), note in "[a-z .,;|\"“”#\n👍א]{0,30}[a-z👍א]|", tag in "[a-zא]{1,8}") {
        let bookmark = kept((0, 0), &exact, &exact, 1);
        let bookmark = Bookmark { note, tags: vec![tag], ..bookmark };
        let shelf = Shelf { source: source(), bookmarks: vec![bookmark.clone()] };
        let all = back(Format::Readwise, &shelf);
        prop_assert_eq!(all.len(), 1);
        let came = &all[0].bookmark;
        prop_assert_eq!(&came.anchor.exact, &bookmark.anchor.exact);
        prop_assert_eq!(&came.note, &bookmark.note);
        prop_assert_eq!(came.created, bookmark.created);
        prop_assert!(bookmark.all_tags().iter().all(|tag| came.all_tags().contains(tag)));
    }

    #[test]
    fn whatever_the_words_markdown_keeps_every_line_of_a_passage_in_its_quote(exact in words()) {
        let shelf = Shelf { source: source(), bookmarks: vec![kept((0, 0), &exact, &exact, 1)] };
        let text = write(Format::Markdown, &[shelf]);
        let quoted = text.lines().filter(|line| line.starts_with('>')).count();
        prop_assert_eq!(quoted, exact.lines().count());
    }

    #[test]
    fn no_file_is_too_odd_to_be_read(text in "\\PC{0,200}|[\\[{\"a-z:,}\\]\n]{0,80}") {
        let _ = read(&text, at(0));
    }
}
