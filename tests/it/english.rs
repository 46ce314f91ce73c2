//! Texts in other languages are told from English ones, and it is said.

use pullquote::analysis::analyse;
use pullquote::extract::{extract, sniff};
use pullquote::model::analysis::Context;
use pullquote::store::samples::SAMPLES;

use super::harness::{reading, text};
use super::marks::document;

const GERMAN: &str = "Die Fähre bleibt\n\nDer Hafenmeister Jens Ohlebusch sagte am Dienstag, dass die Fähre noch in diesem \
                      Winter fahren werde. „Niemand muss sein Haus verlassen“, erklärte er vor dem Rat der Stadt. Die \
                      Bürgermeisterin wollte sich dazu nicht äußern, und auch die Reederei schwieg.\n";
const DUTCH: &str = "De veerboot blijft\n\nDe havenmeester zei dinsdag dat de veerboot deze winter nog in de vaart is. \
                     Het is een oud schip, maar het was vorig jaar nog op de werf en is van onder tot boven nagekeken, \
                     en de gemeente betaalt er al jaren aan mee zonder dat iemand er iets van merkt.\n";
const CHINESE: &str =
    "渡轮继续\n\n港务长周二说,渡轮今年冬天还会继续航行。市政府没有回答问题。船公司也没有发表评论。渔民们说他们很高兴。";

fn is_foreign(text: &str, language: Option<&str>) -> bool {
    let context = Context { date: None, language: language.map(str::to_owned) };
    analyse(&document(text), &context).foreign
}

#[test]
fn other_languages_are_told_by_their_small_words() {
    for text in [GERMAN, DUTCH, &CHINESE.repeat(20)] {
        assert!(is_foreign(text, None), "{text}");
        assert!(is_foreign(text, Some("en")), "the words are believed, not the label: {text}");
    }
}

#[test]
fn a_short_text_is_what_it_says_it_is() {
    assert!(is_foreign("Die Fähre bleibt.", Some("de")));
    assert!(!is_foreign("Die Fähre bleibt.", None));
    assert!(!is_foreign("The ferry stays.", Some("en-GB")));
}

#[test]
fn the_samples_are_english() {
    for sample in SAMPLES {
        let article = extract(sample.bytes, sniff(Some(sample.name), sample.bytes)).unwrap();
        assert!(!analyse(&article.document, &Context::default()).foreign, "{}", sample.name);
    }
}

#[test]
fn the_screen_says_that_a_text_is_not_english() {
    let (session, _folder) = reading(&[("fähre.txt", GERMAN)], 120, 36);
    let screen = text(&session);
    assert!(screen.contains("does not read as English"), "{screen}");
    assert!(screen.contains("found for English only"), "{screen}");
}
