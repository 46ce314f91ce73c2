//! The measures of quotes, on small articles with known errors, and what trials make of a text.

use pullquote::train::quotes::alignment::Alignment;
use pullquote::train::quotes::count::Figures;
use pullquote::train::quotes::cultures::CULTURES;
use pullquote::train::quotes::found::{Found, found};
use pullquote::train::quotes::given::{Given, found_with};
use pullquote::train::quotes::gold::{Gold, GoldQuote, Points, WhoKind, Wording};
use pullquote::train::quotes::outcome::{Stage, outcome};
use pullquote::train::quotes::people::{Part, distance, people};
use pullquote::train::quotes::read::{read, row};
use pullquote::train::quotes::trials::Trial;
use pullquote::train::quotes::{names, report};
use serde_json::{Value, json};

use super::harness::Folder;
use pullquote::model::quote::Certainty;
use pullquote::text::span::TextSpan;

const TEXT: &str = "Pier closed\n\n“It leaks,” Margaret Tamm said. She warned that the pier’s ‘old’ boards would give way.\n\n\
    James Holt met Tamm. “It holds,” he said, “and nobody waved.”";

/// The first place of some words behind others.
fn at(text: &str, words: &str) -> Points {
    let start = text.split_once(words).unwrap().0.chars().count();
    start..start + words.chars().count()
}

fn place(points: &Points) -> Value {
    json!({"start": points.start, "end": points.end})
}

/// A quote of `TEXT`: its words, source, cue, kind of source and speaker.
fn quote(spans: &[&str], source: &str, cue: &str, kind: &str, who: &str) -> Value {
    let spans: Vec<[usize; 2]> = spans.iter().map(|words| at(TEXT, words)).map(|span| [span.start, span.end]).collect();
    json!({"spans": spans, "speaker": place(&at(TEXT, source)), "cue": place(&at(TEXT, cue)), "speaker_kind": kind,
           "speaker_canonical": who, "speech": true})
}

fn article() -> Gold {
    let quotes = [
        quote(&["“It leaks,”"], "Margaret Tamm", "said.", "name", "Margaret Tamm"),
        quote(&["the pier’s ‘old’ boards would give way"], "She", "warned", "pronoun", "Margaret Tamm"),
        quote(&["“It holds,”", "“and nobody waved.”"], "he said", "said,", "pronoun", "James Holt"),
    ];
    row(&json!({"id": "own", "text": TEXT, "quotes": quotes})).unwrap()
}

/// What would be found if all were right.
fn perfect(gold: &Gold) -> Vec<Found> {
    let right = |quote: &GoldQuote| Found {
        spans: quote.spans.clone(),
        source: quote.source.clone(),
        cue: quote.cue.clone(),
        speaker: quote.who.clone().map(|name| (name, true)),
        certainty: Certainty::Certain,
        inherited: false,
    };
    gold.quotes.iter().map(right).collect()
}

fn stages(gold: &Gold, found: &[Found]) -> Vec<Stage> {
    outcome(gold, found, false).marked.iter().map(|piece| piece.stage).collect()
}

#[test]
fn what_is_marked_against_itself_is_all_right() {
    let gold = article();
    let all = outcome(&gold, &perfect(&gold), false);
    let figures = Figures::of([&all].into_iter());
    assert_eq!((figures.overlap.f1(), figures.source.f1(), figures.person()), (100.0, 100.0, 100.0));
    assert_eq!(figures.overlap.marked, 4, "a quote that its cue divides is two pieces");
    assert!(all.marked.iter().all(|piece| piece.stage == Stage::Right));
}

#[test]
fn the_first_step_that_failed_is_named() {
    let gold = article();
    let with = |change: &dyn Fn(&mut Vec<Found>)| {
        let mut found = perfect(&gold);
        change(&mut found);
        stages(&gold, &found)[0]
    };
    let other = Some(("James Holt".to_owned(), true));
    assert_eq!(with(&|found| drop(found.remove(0))), Stage::Missed);
    assert_eq!(with(&|found| found[0].spans[0].end += 60), Stage::Boundary);
    assert_eq!(with(&|found| found[0].speaker = other.clone()), Stage::Resolution);
    let holt = || Some(at(TEXT, "James Holt"));
    assert_eq!(with(&|found| (found[0].speaker, found[0].source) = (other.clone(), holt())), Stage::Source);
    let cue = || Some(at(TEXT, "warned"));
    assert_eq!(with(&|found| (found[0].speaker, found[0].cue) = (other.clone(), cue())), Stage::Cue);
    assert_eq!(with(&|found| (found[0].speaker, found[0].inherited) = (other.clone(), true)), Stage::Inherited);
    assert_eq!(with(&|found| found[0].cue = cue()), Stage::Right, "another cue does no harm by itself");
}

#[test]
fn false_ones_and_beliefs_are_counted_as_the_scorer_does() {
    let mut gold = article();
    let mut found = perfect(&gold);
    found.push(Found { spans: vec![at(TEXT, "Pier closed")], ..found[0].clone() });
    let overlap = |gold: &Gold, found: &[Found]| Figures::of([&outcome(gold, found, false)].into_iter()).overlap;
    let share = overlap(&gold, &found);
    assert_eq!((share.right, share.found, share.marked), (4, 5, 4));
    gold.quotes[0].asked = false;
    let share = overlap(&gold, &found);
    assert_eq!((share.right, share.found, share.marked), (3, 4, 3), "a belief that is found is nobody's fault");
    let table = report::false_ones(&[outcome(&gold, &found, false)]).to_string();
    let row = table.lines().find_map(|line| line.trim().strip_prefix("where nothing is marked")).unwrap();
    assert_eq!(row.split_whitespace().collect::<Vec<_>>(), ["1", "0", "0", "1"]);
}

#[test]
fn names_are_compared_as_the_scorer_does() {
    assert!(names::same_head("Sen. Ana Pereira of Marl", "Pereira", true));
    assert!(!names::same_head("Ana Pereira", "Rui Pereira", true));
    assert!(names::same_head("Ana Pereira", "Ana", true) && !names::same_head("Ana Pereira", "Ana", false));
    assert!(names::same_person("Dame Ana Pereira", "Ána Pereira’s") && !names::same_person("Pereira", "Ana Pereira"));
}

#[test]
fn the_distance_to_a_name_is_counted_in_sentences() {
    let gold = article();
    let people = people(&gold);
    let named: Vec<&str> = people.all.iter().map(|person| person.family.as_str()).collect();
    assert_eq!(named, ["Tamm", "Holt"]);
    assert_eq!(
        people.namings.iter().map(|naming| naming.part).collect::<Vec<_>>(),
        [Part::Full, Part::Full, Part::Family]
    );
    let far: Vec<Option<usize>> = gold.quotes.iter().map(|quote| distance(&gold, &people, quote)).collect();
    assert_eq!(far, [None, Some(1), Some(1)]);
}

#[test]
fn a_text_that_lost_lines_is_laid_over_the_marked_one() {
    let marked: Vec<char> = "One  two.\n\n***\n\nThree four.".chars().collect();
    let program = "One two.\n\nThree four.";
    let alignment = Alignment::of(program, &marked);
    let words = |points: &Points| marked[points.clone()].iter().collect::<String>();
    let span = |words: &str| {
        TextSpan::within(program, program.split_at(program.find(words).unwrap()).1.get(..words.len()).unwrap())
    };
    assert_eq!(words(&alignment.hull(span("Three"), &marked).unwrap()), "Three");
    assert_eq!(alignment.spans(TextSpan::new(0, program.len()), &marked).len(), 2, "a span is cut at a line it lacks");
    assert_eq!(alignment.back(&(5..8)), Some(span("two")));
}

/// The words of all that is marked, as they stand in a text.
fn words(gold: &Gold) -> Vec<String> {
    let quote = |quote: &GoldQuote| {
        let parts = quote.spans.iter().chain(&quote.source).chain(&quote.cue);
        parts.map(|points| gold.words(points)).collect::<Vec<_>>()
    };
    gold.quotes.iter().flat_map(quote).collect()
}

fn tried(trial: Trial) -> Gold {
    let mut changed = trial.changed(&[article()]);
    let gold = changed.remove(0).gold;
    assert_eq!((gold.mask.len(), gold.breaks.len()), (gold.text.len(), gold.text.len()));
    assert!(stages(&gold, &perfect(&gold)).iter().all(|stage| *stage == Stage::Right), "{}", trial.name());
    gold
}

#[test]
fn other_names_move_what_is_marked() {
    for culture in CULTURES {
        let gold = tried(Trial::Names(culture));
        let text = gold.string();
        assert!(!text.contains("Tamm") && !text.contains("Holt") && !text.contains("Margaret"), "{text}");
        let moved = words(&gold);
        assert_eq!((&*moved[0], &*moved[2]), ("“It leaks,”", "said."));
        assert_eq!(&moved[3..6], ["the pier’s ‘old’ boards would give way", "She", "warned"]);
        assert_eq!(gold.quotes[0].who.as_deref(), Some(&*moved[1]), "the speaker is called as the text calls her");
        let known_by = if culture.family_first { moved[1].split(' ').next_back() } else { moved[1].split(' ').nth(1) };
        assert!(text.contains(&format!("met {}.", known_by.unwrap())), "a short name goes with its full one: {text}");
    }
}

#[test]
fn women_and_men_keep_their_kind_of_name() {
    let iceland = tried(Trial::Names(CULTURES[3]));
    let [she, he] = [0, 2].map(|at| iceland.quotes[at].who.clone().unwrap());
    assert!(she.ends_with("dóttir") && he.ends_with("son"), "{she}, {he}");
}

#[test]
fn marks_are_made_straight_and_single() {
    let straight = tried(Trial::StraightMarks);
    assert_eq!(words(&straight)[0], "\"It leaks,\"");
    assert_eq!(words(&straight)[3], "the pier's 'old' boards would give way");
    let single = tried(Trial::SingleMarks);
    assert_eq!(words(&single)[0], "‘It leaks,’");
    assert_eq!(words(&single)[3], "the pier’s ‘old’ boards would give way", "marks outside of double ones stay");
    assert_eq!(single.mask, article().mask, "what was in marks still is");
}

#[test]
fn single_marks_inside_of_double_ones_become_double() {
    let text = "Head\n\n“She said ‘no’ twice,” he said. \"It was 'so' said Tamm's.\"";
    let gold = row(&json!({"id": "own", "text": text, "quotes": []})).unwrap();
    let changed = Trial::SingleMarks.changed(&[gold]);
    assert_eq!(changed[0].gold.string(), "Head\n\n‘She said “no” twice,’ he said. 'It was \"so\" said Tamm's.'");
}

#[test]
fn paragraphs_are_lost_but_for_the_headline() {
    let gold = tried(Trial::OneParagraph);
    assert_eq!(gold.string().matches("\n\n").count(), 1);
    assert_eq!(words(&gold), words(&article()));
    assert_eq!(gold.breaks.iter().filter(|ends| **ends).count(), 3, "pieces are cut where they were before");
}

#[test]
fn all_are_women() {
    let gold = tried(Trial::AllWomen);
    assert!(!gold.string().contains("James") && gold.string().contains("Holt met Tamm. “It holds,” she said,"));
    assert_eq!(words(&gold)[1], "Margaret Tamm", "who was one before keeps her name");
}

#[test]
fn the_commonest_speakers_are_left_out() {
    let mut gold = article();
    gold.quotes.push(GoldQuote { who: Some("Osk Quill".to_owned()), ..gold.quotes[0].clone() });
    gold.quotes.push(GoldQuote { who: Some("James Holt".to_owned()), ..gold.quotes[0].clone() });
    let asked: Vec<bool> =
        Trial::WithoutCommonest.changed(&[gold])[0].gold.quotes.iter().map(|quote| quote.asked).collect();
    assert_eq!(asked, [false, false, false, true, false]);
}

#[test]
fn given_sources_and_names_are_believed() {
    let text = "Head\n\nIda Crane came with Rui Sand, a keeper. The pier would close, she said.";
    let source = at(text, "Rui Sand");
    let gold = row(&json!({"id": "own", "text": text, "quotes": [{
        "spans": [[at(text, "The pier").start, at(text, ", she said").start]], "speaker": place(&source),
        "cue": place(&at(text, "said")), "speaker_kind": "name", "speaker_canonical": "Rui Sand", "speech": true}]}))
    .unwrap();
    let speaker = |found: Vec<Found>| found.first().and_then(|found| found.speaker.clone()).map(|(name, _)| name);
    assert_eq!(speaker(found(&gold)).as_deref(), Some("Ida Crane"));
    assert_eq!(speaker(found_with(&gold, Given::Names)).as_deref(), Some("Ida Crane"));
    assert_eq!(speaker(found_with(&gold, Given::Sources)).as_deref(), Some("Rui Sand"));
}

#[test]
fn a_marked_file_is_read_beside_its_text() {
    let text = "Head\n\n“It leaks,” said her lawyer, Rui Sand. A keeper said it held.";
    let named = at(text, "Rui Sand");
    let quotes = json!([
        {"spans": [[at(text, "“It leaks,”").start, at(text, " said").start]], "type": "direct", "speaker": "Rui Sand",
         "source": place(&at(text, "her lawyer, Rui Sand")), "cue": null, "speaker_kind": "named"},
        {"spans": [[at(text, "it held").start, at(text, "it held").end]], "type": "indirect", "speaker": "a keeper",
         "source": place(&at(text, "A keeper")), "cue": null, "speaker_kind": "unnamed", "nested_in": 0}]);
    let gold = json!({"quotes": quotes, "entities": [{"kind": "PERSON", "name": "Rui Sand", "mentions": [
        {"start": named.start, "end": named.end, "form": "name"}]}]});
    let folder = Folder::with(&[("own.txt", text), ("own.gold.json", &gold.to_string())]);
    let golds = read(std::slice::from_ref(&folder.path)).unwrap();
    let [first, second] = golds[0].quotes.as_slice() else { panic!("two quotes: {:?}", golds[0].quotes) };
    assert_eq!((first.kind, first.wording, first.asked), (Some(WhoKind::Named), Wording::Name, true));
    assert_eq!((second.kind, second.wording, second.asked), (Some(WhoKind::Unnamed), Wording::Descriptor, false));
}
