//! From bytes to an article: what each line becomes, what is set aside, what is refused.

use proptest::prelude::*;
use pullquote::extract::{Refusal, extract, sniff};
use pullquote::model::article::{Article, Format};
use pullquote::model::document::{Document, InlineKind};

fn read(text: &str, format: Format) -> Article {
    extract(text.as_bytes(), format).unwrap_or_else(|refusal| panic!("{}", refusal.sentence()))
}

/// The blocks as "kind: words", those set aside in brackets.
fn blocks(document: &Document) -> Vec<String> {
    let block = |block: &pullquote::model::document::Block| {
        let words = document.slice(block.span);
        block
            .aside
            .map_or_else(|| format!("{}: {words}", block.kind.name()), |aside| format!("({}) {words}", aside.words()))
    };
    document.blocks.iter().map(block).collect()
}

fn plain(text: &str) -> Vec<String> {
    blocks(&read(text, Format::Plain).document)
}

const LONG: &str = "The crane at the end of the quay, which has stood there since the flood, was taken down on Monday by four men and a boy.";

#[test]
fn the_head_of_a_plain_text_is_recognised() {
    let text = format!(
        "Crane comes down\n\nThe last one on the quay is gone\n\nBy Ines Marlow, harbour reporter ·3 min read\n\nWednesday 4 March 2026\n\n{LONG}\n"
    );
    let article = read(&text, Format::Plain);
    assert_eq!(
        blocks(&article.document),
        [
            "headline: Crane comes down",
            "standfirst: The last one on the quay is gone",
            "byline: By Ines Marlow, harbour reporter",
            "(reading time) ·3 min read",
            "dateline: Wednesday 4 March 2026",
            &format!("paragraph: {LONG}"),
        ]
    );
    assert_eq!(article.byline.as_deref(), Some("Ines Marlow, harbour reporter"));
    assert_eq!(article.published.unwrap().to_string(), "2026-03-04");
}

#[test]
fn paragraphs_may_stand_one_a_line() {
    let found = plain(&format!("Crane comes down\n{LONG}\n{LONG}\n"));
    assert_eq!(found.len(), 3, "{found:?}");
}

#[test]
fn lines_wrapped_by_hand_are_joined_again() {
    let wrapped = "Crane comes down\n\nThe crane at the end of the quay, which has stood there since the\nflood, was taken down on Monday by four men and a boy, who had been\npromised a ride on the hook.\n\nNobody in the village could say on Tuesday what would be put in its\nplace, or when.\n";
    assert_eq!(
        plain(wrapped)[1..],
        [
            "paragraph: The crane at the end of the quay, which has stood there since the flood, was taken down on Monday by four men and a boy, who had been promised a ride on the hook.",
            "paragraph: Nobody in the village could say on Tuesday what would be put in its place, or when.",
        ]
    );
}

#[test]
fn indented_first_lines_begin_paragraphs() {
    let text = "Crane comes down\n\n    The crane was taken down on\nMonday by four men.\n    It had stood there since the\nflood.\n";
    assert_eq!(
        plain(text)[1..],
        [
            "paragraph: The crane was taken down on Monday by four men.",
            "paragraph: It had stood there since the flood."
        ]
    );
}

#[test]
fn bullets_and_numbers_make_a_list() {
    let found = plain("What is gone\n\n- the crane\n- the hook\n\n1. first the hook\n2. then the crane\n");
    assert_eq!(found[1..], ["list: the crane", "list: the hook", "list: first the hook", "list: then the crane"]);
}

#[test]
fn a_line_about_something_else_is_set_aside() {
    let cases = [
        ("Related: Lighthouse found in good order", "related links"),
        ("·3 min read", "reading time"),
        ("4 MIN READ", "reading time"),
        ("Sign up to Tides, our weekly letter on rivers.", "newsletter"),
        ("Subscribe to our newsletter for one good story every Sunday.", "newsletter"),
        ("What do you think? Join the conversation below.", "comments"),
        ("We are temporarily suspending article commenting while we improve it.", "comments"),
        ("Photograph: Ola Renn/Quay Pictures", "credits"),
        ("(Reporting by Tilda Marrow in Penmarrow; Editing by Ola Renn)", "credits"),
        ("Follow us on social media. Send your story ideas to our newsroom.", "sharing"),
        ("© 2026 The Orrin Post. All rights reserved.", "site notice"),
    ];
    for (line, why) in cases {
        let found = plain(&format!("Crane comes down\n\n{LONG}\n\n{line}\n\n{LONG}\n"));
        assert_eq!(found[2], format!("({why}) {line}"));
    }
}

#[test]
fn what_only_looks_like_it_stays() {
    let lines = [
        "Residents were asked to sign up for the new bins by Friday, and few of them did.",
        "“Follow us on to the pier,” said Oskar Venn. “There is nothing to see here.”",
        "“Sign up or shut up,” Ola Renn said at the meeting.",
        "This article was amended on 5 March 2026. An earlier version gave the wrong height.",
        "This story has been corrected to show that the crane is 61 feet high.",
        "The photograph shows a crane that is no longer there.",
    ];
    for line in lines {
        let found = plain(&format!("Crane comes down\n\n{LONG}\n\n{line}\n\n{LONG}\n"));
        assert_eq!(found[2], format!("paragraph: {line}"));
    }
}

#[test]
fn markdown_keeps_what_it_marks() {
    let text = "---\ntitle: Crane comes down\nauthor: Ines Marlow\ndate: 2026-03-04\nurl: https://example.org/crane\n---\n\n# Crane comes down\n\nA *tall* crane, [seen here](/pictures), is **gone**.\n\n## After the crane\n\n- one hook\n  1. with a rope\n- one boy\n\n> It was loud.\n\n| Part | Weight |\n|---|---|\n| Hook | 2 t |\n\n```\ncrane --down\n```\n";
    let article = read(text, Format::Markdown);
    assert_eq!(
        blocks(&article.document),
        [
            "headline: Crane comes down",
            "byline: By Ines Marlow",
            "dateline: Wednesday 4 March 2026",
            "paragraph: A tall crane, seen here, is gone.",
            "heading: After the crane",
            "list: one hook",
            "list: with a rope",
            "list: one boy",
            "quote: It was loud.",
            "table: Part | Weight\nHook | 2 t",
            "code: crane --down",
        ]
    );
    let document = &article.document;
    let inlines: Vec<(&str, &InlineKind)> =
        document.inlines.iter().map(|inline| (document.slice(inline.span), &inline.kind)).collect();
    let link = InlineKind::Link("https://example.org/pictures".to_owned());
    assert_eq!(inlines, [("tall", &InlineKind::Emphasis), ("seen here", &link), ("gone", &InlineKind::Strong)]);
}

const PAGE: &str = r#"<!doctype html><html lang="en-GB"><head><title>Crane comes down | The Orrin Post</title>
<meta property="og:site_name" content="The Orrin Post"><link rel="canonical" href="https://example.org/orrin/crane">
<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":"NewsArticle","headline":"Crane comes down",
"author":[{"@type":"Person","name":"Ines Marlow"}],"datePublished":"2026-03-04T10:00:00Z","dateModified":"2026-03-05"}]}</script></head>
<body><nav><a href="/">Home</a><a href="/quay">Quay</a></nav><header><h1>Crane comes down</h1></header><article>
<p class="standfirst">The last one on the quay is gone &amp; nobody knows why</p>
<p>The crane at the end of the quay, which has stood there since the flood, was taken <a href="down">down</a> on Monday by four men and a boy.</p>
<figure><img src="c.jpg"><figcaption>The quay on Sunday</figcaption></figure>
<p>“It was<br>loud,” said Oskar Venn, who watched it <em>from his window</em> with a cup of tea, as he had done on most mornings since he was a boy.</p>
<ul><li>one hook</li><li>one boy</li></ul><blockquote><p>Nothing lasts, least of all a crane.</p></blockquote>
<p>Nobody in the village could say on Tuesday what would be put in its place, or when, or who was going to pay for it all.</p>
</article><footer>© The Orrin Post</footer></body></html>"#;

#[test]
fn a_page_gives_its_article_and_what_it_says_of_itself() {
    let article = read(PAGE, Format::Html);
    assert_eq!(article.headline.as_deref(), Some("Crane comes down"));
    assert_eq!(article.byline.as_deref(), Some("Ines Marlow"));
    assert_eq!(article.publisher.as_deref(), Some("The Orrin Post"));
    assert_eq!(article.published.unwrap().to_string(), "2026-03-04");
    assert_eq!(article.modified.unwrap().to_string(), "2026-03-05");
    assert_eq!(article.url.as_deref(), Some("https://example.org/orrin/crane"));
    assert_eq!(article.language.as_deref(), Some("en-GB"));
    let found = blocks(&article.document);
    assert_eq!(found[0], "headline: Crane comes down");
    assert_eq!(found[1], "standfirst: The last one on the quay is gone & nobody knows why");
    assert_eq!(found.iter().filter(|block| block.contains("Crane comes down")).count(), 1, "{found:?}");
    assert!(found.contains(&"caption: The quay on Sunday".to_owned()), "{found:?}");
    assert!(found.contains(&"list: one boy".to_owned()), "{found:?}");
    assert!(found.contains(&"quote: Nothing lasts, least of all a crane.".to_owned()), "{found:?}");
    assert!(found.iter().any(|block| block.starts_with("paragraph: “It was loud,”")), "{found:?}");
    assert!(!found.iter().any(|block| block.contains("Home")), "{found:?}");
}

#[test]
fn links_of_a_page_are_absolute() {
    let document = read(PAGE, Format::Html).document;
    let link = document.inlines.iter().find_map(|inline| match &inline.kind {
        InlineKind::Link(address) => Some(address.as_str()),
        _ => None,
    });
    assert_eq!(link, Some("https://example.org/orrin/down"));
}

#[test]
fn encodings_are_found_by_mark_declaration_and_look() {
    let words = "Crane “falls”\n\nÖla said it was “loud”. It fell at noon.\n";
    let utf16 = |big: bool| -> Vec<u8> {
        words.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    };
    let windows = encoding_rs::WINDOWS_1252.encode(words).0.into_owned();
    let cases: Vec<(&str, Vec<u8>)> = vec![
        ("UTF-8 with a mark", [b"\xef\xbb\xbf".to_vec(), words.as_bytes().to_vec()].concat()),
        ("UTF-16 LE with a mark", [vec![0xff, 0xfe], utf16(false)].concat()),
        ("UTF-16 BE with a mark", [vec![0xfe, 0xff], utf16(true)].concat()),
        ("UTF-16 LE", utf16(false)),
        ("UTF-16 BE", utf16(true)),
        ("Windows-1252", windows),
        ("carriage returns", words.replace('\n', "\r\n").into_bytes()),
        ("no newline at the end", words.trim_end().as_bytes().to_vec()),
    ];
    for (what, bytes) in cases {
        let article = extract(&bytes, Format::Plain).unwrap_or_else(|refusal| panic!("{what}: {}", refusal.sentence()));
        assert_eq!(article.document.text, words.trim_end(), "{what}");
    }
}

#[test]
fn a_page_may_declare_its_encoding() {
    let page = "<html><head><meta charset=\"shift_jis\"></head><body><p>港の起重機が月曜日に倒れた。</p></body></html>";
    let bytes = encoding_rs::SHIFT_JIS.encode(page).0.into_owned();
    let article = extract(&bytes, Format::Html).map(|article| article.document.text).unwrap_or_default();
    assert!(article.contains("港の起重機"), "{article}");
}

#[test]
fn what_is_no_article_has_its_own_sentence() {
    let cases: [(&[u8], Refusal); 9] = [
        (b"", Refusal::Empty),
        (b" \n\n", Refusal::Empty),
        (b"%PDF-1.7 ...", Refusal::Pdf),
        (b"PK\x03\x04....mimetypeapplication/epub+zip", Refusal::Epub),
        (b"PK\x03\x04....word/document.xml", Refusal::Word),
        (b"PK\x03\x04....other", Refusal::Binary),
        (b"\x89PNG\r\n", Refusal::Binary),
        (b"text and \x00\x01\x02 not text \x00 at all, as one sees", Refusal::Binary),
        (b"***\n\n---\n", Refusal::NoText),
    ];
    for (bytes, refusal) in cases {
        assert_eq!(extract(bytes, Format::Plain), Err(refusal), "{bytes:?}");
    }
    assert_eq!(extract(b"<html><body><script>x</script></body></html>", Format::Html), Err(Refusal::NoText));
}

#[test]
fn the_ending_or_the_beginning_tells_how_a_file_is_written() {
    assert_eq!(sniff(Some("a.html"), b""), Format::Html);
    assert_eq!(sniff(Some("a.MD"), b""), Format::Markdown);
    assert_eq!(sniff(Some("a.txt"), b"<html>"), Format::Plain);
    assert_eq!(sniff(None, b"  <!DOCTYPE html>"), Format::Html);
    assert_eq!(sniff(Some("-"), b"# Title\n"), Format::Markdown);
    assert_eq!(sniff(None, b"Words"), Format::Plain);
}

#[test]
fn escape_sequences_and_overrides_are_gone() {
    let hostile = "Quiet\u{1b}[31m news\u{1b}]0;title\u{7}\n\nIt \u{202e}was\u{202c} \u{9b}2Jso \u{1b}Pq\u{1b}\\qui\u{ad}et\u{200b}.\r\nYes\u{0}.";
    let text = read(hostile.replace('\u{0}', "").as_str(), Format::Plain).document.text;
    assert!(text.starts_with("Quiet news\n\nIt was so quiet."), "{text:?}");
}

#[test]
fn a_page_nested_eight_thousand_deep_is_read() {
    let page = format!("<html><body>{}<p>The crane came down on Monday.</p>", "<div>".repeat(8000));
    let text = read(&page, Format::Html).document.text;
    assert!(text.contains("The crane came down on Monday."), "{text}");
}

fn assert_invariants(document: &Document) {
    let mut end = 0;
    for (index, block) in document.blocks.iter().enumerate() {
        let gap = document.text.get(end..block.span.start).expect("blocks stand in order, on character boundaries");
        assert!(if index == 0 { gap.is_empty() } else { gap == "\n" || gap == "\n\n" }, "{gap:?}");
        assert!(document.text.get(block.span.start..block.span.end).is_some_and(|words| !words.is_empty()));
        end = block.span.end;
    }
    assert_eq!(end, document.text.len());
    assert!(!document.text.chars().any(|letter| letter.is_control() && letter != '\n'), "{:?}", document.text);
    for inline in &document.inlines {
        assert!(document.blocks.iter().any(|block| block.span.covers(inline.span)));
        assert!(document.text.get(inline.span.start..inline.span.end).is_some());
    }
}

fn formats() -> impl Strategy<Value = Format> {
    prop::sample::select(vec![Format::Plain, Format::Markdown, Format::Html])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn random_bytes_never_panic_and_give_sound_documents(bytes in prop::collection::vec(any::<u8>(), 0..600), format in formats()) {
        if let Ok(article) = extract(&bytes, format) {
            assert_invariants(&article.document);
        }
    }

    #[test]
    fn random_marks_never_panic_and_give_sound_documents(
        parts in prop::collection::vec(prop::sample::select(vec![
            "<p>", "</p>", "<ul>", "<li>", "<table><tr><td>", "</table>", "<a href='x'>", "<em>", "</em>", "<blockquote>", "<pre>", "&amp;", "<",
            "<h1>", "</h1>", "# ", "> ", "- ", "1. ", "| a |", "\n", "\n\n", "```", "**", "_", "words of news ", "“", "\u{1b}[2J", "é\u{301}", "漢字", "<!--", "-->",
        ]), 0..80),
        format in formats(),
    ) {
        if let Ok(article) = extract(parts.concat().as_bytes(), format) {
            assert_invariants(&article.document);
        }
    }
}

#[test]
fn truncated_utf8_and_one_long_line_are_read() {
    let long = "wörter ".repeat(150_000);
    for cut in [long.len() - 1, long.len() - 6, long.len() - 7] {
        let article = extract(&long.as_bytes()[..cut], Format::Plain).unwrap();
        assert_invariants(&article.document);
    }
}

#[test]
fn character_references_cannot_bring_back_what_was_taken_out() {
    let page = "<html><head><title>A &#27;]0;X&#7;story of cranes</title></head><body><p>It &#27;[2J&#x202e;was&#155;2J &#0;loud, said Oskar &#x1b;[31mVenn.</p><pre>x&#27;[2Jy</pre></body></html>";
    for format in [Format::Html, Format::Markdown] {
        let article = read(page, format);
        assert_invariants(&article.document);
        let all = format!("{article:?}");
        assert!(!all.contains("\\u{1b}") && !all.contains("\\u{202e}") && !all.contains("\\u{9b}"), "{all}");
    }
}

#[test]
fn what_a_parser_would_take_very_long_for_is_read_without_it() {
    let words = "The crane came down on Monday. ".repeat(10);
    let cases: [(&str, Format, String); 7] = [
        ("unmatched end tags", Format::Html, "<div></x>".repeat(6000) + &words),
        ("nested bold", Format::Html, "<b></x>".repeat(6000) + &words),
        ("one endless tag", Format::Html, format!("<p {}>{words}", "a=b ".repeat(30_000))),
        ("references that are none", Format::Html, "&#".repeat(60_000) + &words),
        ("quotes in quotes", Format::Markdown, ">".repeat(60_000) + &words),
        ("lists in lists", Format::Markdown, "1. ".repeat(20_000) + &words),
        ("blocks of HTML", Format::Markdown, "<div>\n\n".repeat(20_000) + &words),
    ];
    for (what, format, text) in cases {
        let article = read(&text, format);
        assert!(article.document.text.contains("The crane came down on Monday."), "{what}");
        assert_invariants(&article.document);
    }
}
