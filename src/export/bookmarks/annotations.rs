//! Bookmarks as W3C Web Annotations in JSON-LD, out and in; also in from what Hypothesis' API gives.

use jiff::Timestamp;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::incoming::{Imported, id_of};
use crate::model::anchor::{Anchor, Around};
use crate::model::bookmark::{Bookmark, Colour, Decision, Said};
use crate::model::quote::{Certainty, QuoteKind};
use crate::model::shelf::{Shelf, Source};
use crate::model::tags;

/// What the terms of the standard do not say is said in terms of our own.
const OWN: &str = "urn:pullquote:";

/// What stands before the headline of an article that has no address.
const ARTICLE: &str = "urn:pullquote:article:";

/// One AnnotationPage; a key a line, in a fixed order.
pub fn write(shelves: &[&Shelf]) -> String {
    let items: Vec<Value> = shelves
        .iter()
        .flat_map(|shelf| shelf.bookmarks.iter().map(|bookmark| annotation(&shelf.source, bookmark)))
        .collect();
    let page = json!({
        "@context": ["http://www.w3.org/ns/anno.jsonld", { "pullquote": OWN }],
        "type": "AnnotationPage",
        "items": items,
    });
    let mut text = serde_json::to_string_pretty(&page).unwrap_or_default();
    text.push('\n');
    text
}

fn annotation(source: &Source, bookmark: &Bookmark) -> Value {
    let mut motivation = vec!["highlighting"];
    let mut body = Vec::new();
    if !bookmark.note.is_empty() {
        motivation.push("commenting");
        body.push(
            json!({ "type": "TextualBody", "value": bookmark.note, "format": "text/plain", "purpose": "commenting" }),
        );
    }
    let tags = bookmark.all_tags();
    if !tags.is_empty() {
        motivation.push("tagging");
    }
    body.extend(tags.iter().map(|tag| json!({ "type": "TextualBody", "value": tag, "purpose": "tagging" })));
    let mut own = Map::new();
    let mut say = |key: &str, value: Value| {
        if !value.is_null() {
            own.insert(format!("pullquote:{key}"), value);
        }
    };
    say("colour", json!(bookmark.colour.number()));
    say("title", json!(source.headline));
    say("byline", json!(source.byline));
    say("publisher", json!(source.publisher));
    say("published", json!(source.published.map(|date| date.to_string())));
    if let Some(said) = &bookmark.holds() {
        say("speaker", json!(said.speaker));
        say("keptSpeaker", json!(bookmark.was_said_by()));
        say("kind", json!(said.kind.name()));
        say("certainty", json!(said.certainty.name()));
    }
    say("decision", json!(bookmark.decision.map(Decision::name)));
    if let Some(around) = &bookmark.anchor.sentence {
        say("sentence", json!({ "exact": around.exact, "start": around.start }));
    }
    let mut whole = Map::new();
    whole.insert("id".to_owned(), json!(format!("urn:uuid:{}", bookmark.id)));
    whole.insert("type".to_owned(), json!("Annotation"));
    whole.insert("motivation".to_owned(), json!(motivation));
    whole.insert("created".to_owned(), json!(bookmark.created.to_string()));
    whole.insert("modified".to_owned(), json!(bookmark.modified.to_string()));
    whole.insert("body".to_owned(), json!(body));
    whole.insert("target".to_owned(), target(source, &bookmark.anchor));
    whole.extend(own);
    Value::Object(whole)
}

fn target(source: &Source, anchor: &Anchor) -> Value {
    let Anchor { start, end, exact, prefix, suffix, .. } = anchor;
    // Without an address, a name is all there is to know it by.
    let address = source.url.clone().unwrap_or_else(|| format!("{ARTICLE}{}", encoded(&source.headline)));
    json!({
        "source": address,
        "selector": [
            { "type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix },
            { "type": "TextPositionSelector", "start": start, "end": end },
        ],
    })
}

/// The letters that an address may have as they are (RFC 3986: unreserved).
fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
}

fn encoded(text: &str) -> String {
    let code = |byte: u8| if is_unreserved(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    text.bytes().map(code).collect()
}

/// What was encoded; older files have headlines as they are.
fn decoded(text: &str) -> String {
    if text.bytes().any(|byte| byte != b'%' && !is_unreserved(byte)) {
        return text.to_owned();
    }
    let (mut bytes, mut rest) = (Vec::new(), text.as_bytes());
    while let [first, after @ ..] = rest {
        let code = after.get(..2).filter(|code| *first == b'%' && code.iter().all(u8::is_ascii_hexdigit));
        let code = code.and_then(|code| u8::from_str_radix(str::from_utf8(code).ok()?, 16).ok());
        bytes.push(code.unwrap_or(*first));
        rest = code.and_then(|_| after.get(2..)).unwrap_or(after);
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

/// The annotations of a page, a collection's first page, a list, `rows` of Hypothesis' API, or of one alone; none of
/// one without words that it is about. Those without a time are made `now`.
pub fn read(text: &str, now: Timestamp) -> Result<Vec<Option<Imported>>, String> {
    let value: Value = serde_json::from_str(text).map_err(|error| format!("it is no JSON ({error})."))?;
    let inner = ["items", "rows"].iter().find_map(|key| value[key].as_array().or(value["first"][key].as_array()));
    let items = match (&value, inner) {
        (_, Some(items)) | (Value::Array(items), None) => items.as_slice(),
        (one, None) if !one["target"].is_null() => std::slice::from_ref(one),
        _ => return Err("it has no annotations: neither items nor rows.".to_owned()),
    };
    Ok(items.iter().map(|item| imported(item, now)).collect())
}

fn imported(item: &Value, now: Timestamp) -> Option<Imported> {
    let target = item["target"].as_array().map_or(Some(&item["target"]), |all| all.first())?;
    let anchor = anchor(target, item)?;
    let address = ["/target/source", "/uri"].iter().find_map(|path| item.pointer(path)?.as_str());
    let address = address.or_else(|| target["source"].as_str()).unwrap_or_default();
    let text = |key: &str| item[format!("pullquote:{key}")].as_str().map(str::to_owned);
    let title = text("title").or_else(|| item.pointer("/document/title/0")?.as_str().map(str::to_owned));
    let own = address.strip_prefix(ARTICLE);
    let source = Source {
        headline: title.unwrap_or_else(|| own.map_or_else(|| address.to_owned(), decoded)),
        byline: text("byline"),
        publisher: text("publisher"),
        published: text("published").and_then(|date| date.parse().ok()),
        url: Some(address.to_owned()).filter(|url| own.is_none() && url.contains("://")),
        ..Source::default()
    };
    let (note, tags) = bodies(item);
    let time =
        |keys: &[&str]| keys.iter().find_map(|key| item[key].as_str()).and_then(|time| time.parse::<Timestamp>().ok());
    let created = time(&["created", "modified", "updated"]).unwrap_or(now);
    let id = item["id"].as_str().unwrap_or_default();
    let number = Uuid::parse_str(id.trim_start_matches("urn:uuid:"));
    let kind = text("kind").and_then(|kind| QuoteKind::named(&kind));
    let certainty = text("certainty").and_then(|name| Certainty::named(&name)).unwrap_or(Certainty::Unsure);
    let colour = item["pullquote:colour"].as_u64().and_then(|number| Colour::numbered(number.try_into().ok()?));
    let is_placed = selector(target, "TextPositionSelector").is_some();
    let made = Bookmark::new((0, 0), anchor, None, created);
    let modified = time(&["modified", "updated"])
        .map_or(made.created, |time| Bookmark { modified: time, ..made.clone() }.modified);
    let bookmark = Bookmark {
        id: number.unwrap_or_else(|_| id_of(&["annotation", id, address, &made.anchor.exact])),
        note,
        tags,
        colour: colour.unwrap_or_default(),
        modified,
        decision: text("decision").and_then(|name| Decision::named(&name)),
        said: kind.map(|kind| Said { speaker: text("speaker"), kind, certainty }),
        ..made
    };
    Some(Imported { source, bookmark, is_placed })
}

fn selector<'v>(target: &'v Value, kind: &str) -> Option<&'v Value> {
    let all = target["selector"].as_array().map_or(std::slice::from_ref(&target["selector"]), Vec::as_slice);
    all.iter().find(|selector| selector["type"] == kind)
}

fn anchor(target: &Value, item: &Value) -> Option<Anchor> {
    let quote = selector(target, "TextQuoteSelector")?;
    let text = |key: &str| quote[key].as_str().unwrap_or_default().to_owned();
    let exact = Some(text("exact")).filter(|exact| !exact.trim().is_empty())?;
    let place = selector(target, "TextPositionSelector");
    let point = |key: &str| place.and_then(|place| place[key].as_u64()).and_then(|point| point.try_into().ok());
    let start = point("start").unwrap_or(0);
    let sentence = &item["pullquote:sentence"];
    let around = sentence["exact"].as_str().zip(sentence["start"].as_u64());
    Some(Anchor {
        start,
        end: point("end").unwrap_or_else(|| start + exact.chars().count()),
        exact,
        prefix: text("prefix"),
        suffix: text("suffix"),
        sentence: around.map(|(exact, start)| Around { start: start.try_into().unwrap_or(0), exact: exact.to_owned() }),
    })
}

/// The note and the tags: bodies by their purpose, or what Hypothesis calls text and tags.
fn bodies(item: &Value) -> (String, Vec<String>) {
    let bodies = item["body"].as_array().map_or(std::slice::from_ref(&item["body"]), Vec::as_slice);
    let of = |purpose: &str| -> Vec<String> {
        let wanted = bodies.iter().filter(|body| body["purpose"] == purpose);
        wanted.filter_map(|body| body["value"].as_str().map(str::to_owned)).collect()
    };
    let plain = item["text"].as_str().map(str::to_owned);
    let listed = item["tags"].as_array().into_iter().flatten().filter_map(|tag| tag.as_str().map(str::to_owned));
    let note = plain.unwrap_or_else(|| of("commenting").join("\n\n"));
    (note, of("tagging").into_iter().chain(listed).filter_map(|tag| tags::kept(&tag)).collect())
}
