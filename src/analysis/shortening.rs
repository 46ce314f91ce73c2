//! Whether one name is short for a longer one: a surname, a first name, a part of a body's or a place's name.

use super::forms::is_particle;
use super::lexicon::{Classes, Lexicon};
use super::merging::{Node, Reason};
use crate::model::entity::{AliasRule, EntityKind};
use crate::model::quote::Certainty;

/// Surnames that stand first: Chinese and Korean ones.
const SURNAMES_FIRST: &str = " xi li wang zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo \
    zheng liang xie tang deng xiao jiang wen mao bo peng cai yuan pan dong yu su ye lu wei ding ren yao kim park lee \
    choi jung jang cho yoon lim han shin seo kwon hwang ahn song ban moon roh hong ko mun nguyen tran pham le vo dang ";

/// Words at the end of a body's, a work's or an event's name that may be left out: "Harvard" for "Harvard University".
const DROPPED: &str = " university group bank party records college school motors airlines airways institute \
    institution foundation club league church newspaper magazine holdings holding industries international \
    entertainment pictures studios theater theatre movement trust society prize award awards act fc sc cf afc news \
    times pipeline festival museum mosque hospital hotel stadium airport corps brothers associates partners \
    technologies systems family agreement treaty war cup games ";

/// The rule by which a form stands for a longer one, and how sure it is; none where it does not.
pub fn shortens(short: &Node, long: &Node) -> Reason {
    let (few, many) = (&short.key.words, &long.key.words);
    if few == many || few.len() > many.len() {
        return None;
    }
    match long.kind.unwrap_or_else(|| guess(long)) {
        EntityKind::Person => person(short, long),
        EntityKind::Place => place(short, long),
        EntityKind::Organisation | EntityKind::Event | EntityKind::Product | EntityKind::Work | EntityKind::Group => {
            body(short, long)
        }
        _ => None,
    }
}

/// The kind of a name of several words of which nothing is known.
pub fn guess(node: &Node) -> EntityKind {
    let words: Vec<&str> = node.form.split([' ', '-']).collect();
    let lexicon = Lexicon::get();
    let any = |classes| words.iter().any(|word| lexicon.classes(word).any(classes));
    let first = words.first().copied().unwrap_or_default();
    let named = lexicon.classes(first).any(Classes::FIRST_NAME) || node.key.titled;
    let small = node.key.words.iter().zip(&node.key.capital).any(|(word, capital)| !capital && !is_particle(word));
    if !named && (any(Classes::EVENT_NAME) || any(Classes::EVENT)) {
        return EntityKind::Event;
    }
    let clipped = first.chars().count() > 1 && !first.chars().any(char::is_lowercase);
    let about = lexicon.classes(first).any(Classes::DEMONYM) || lexicon.place(first).is_some() || clipped;
    if !named && (any(Classes::ORGANISATION) || small || about) || node.key.words.len() > 5 {
        return EntityKind::Organisation;
    }
    if !named && any(Classes::PLACE_WORD) {
        return EntityKind::Place;
    }
    EntityKind::Person
}

/// What a form of one word can't be short for by itself: a place, a people, an office.
fn is_other(short: &Node) -> bool {
    let lexicon = Lexicon::get();
    let classes = lexicon.classes(&short.form);
    let office = Classes::ROLE | Classes::DEMONYM | Classes::DAY | Classes::MONTH | Classes::TITLE;
    lexicon.place(&short.form).is_some() || classes.any(office) && !classes.any(Classes::FIRST_NAME)
}

fn person(short: &Node, long: &Node) -> Reason {
    let known = short.kind == Some(EntityKind::Person);
    if !matches!(short.kind, None | Some(EntityKind::Person | EntityKind::Organisation)) || !known && is_other(short) {
        return None;
    }
    let (few, many) = (&short.key.words, &long.key.words);
    if (few.len() == many.len() || has_initial(few) || has_initial(many))
        && let Some(reason) = initials(few, many)
    {
        return Some(reason);
    }
    if few.len() == many.len() {
        return None;
    }
    let (first, last) = (&few[0], &few[few.len() - 1]);
    let one = few.len() == 1;
    if many.ends_with(few) {
        let surname = one || is_particle(first) || many.len() - few.len() == 1 && few.len() == 2;
        return Some((if surname { AliasRule::Surname } else { AliasRule::ShortForm }, Certainty::Certain));
    }
    let eastern = many.len() < 4 && SURNAMES_FIRST.contains(&format!(" {} ", many[0]));
    if one && many[0] == *first {
        let rule = if eastern { AliasRule::Surname } else { AliasRule::FirstName };
        return Some((rule, if eastern { Certainty::Certain } else { Certainty::Likely }));
    }
    if one {
        let inner = !is_particle(first) && many.iter().any(|word| word == first);
        return inner.then_some((AliasRule::Surname, Certainty::Likely));
    }
    let ends = many[0] == *first && many[many.len() - 1] == *last;
    if ends && is_within(few, many) || many.starts_with(few) {
        return Some((AliasRule::ShortForm, Certainty::Certain));
    }
    (known && is_within(few, many)).then_some((AliasRule::ShortForm, Certainty::Likely))
}

fn has_initial(words: &[String]) -> bool {
    words.iter().any(|word| word.chars().count() == 1)
}

/// "J. Tamm" for "Jane Tamm", "J. R. Tamm" for "Jane Ruth Tamm": the surname alike, each initial in its place.
fn initials(few: &[String], many: &[String]) -> Reason {
    let letters = |words: &[String]| words.iter().map(String::len).sum::<usize>();
    if few.len() < 2 || few.last() != many.last() || letters(few) >= letters(many) {
        return None;
    }
    let agree = |(one, other): (&String, &String)| {
        let clipped = one.chars().count() == 1 || other.chars().count() == 1;
        one == other || clipped && one.chars().next() == other.chars().next()
    };
    let same = few[..few.len() - 1].iter().zip(many).all(agree);
    same.then_some((AliasRule::Initials, Certainty::Likely))
}

/// Whether all words stand in the longer name in the same order.
fn is_within(few: &[String], many: &[String]) -> bool {
    let mut rest = many.iter();
    few.iter().all(|word| rest.any(|other| other == word))
}

fn classes_of(word: &str) -> Classes {
    let mut chars = word.chars();
    let capital: String = chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect());
    Lexicon::get().classes(&capital) | Lexicon::get().classes(&word.to_uppercase())
}

fn body(short: &Node, long: &Node) -> Reason {
    if long.kind == Some(EntityKind::Event) && classes_of(&short.key.words[0]).any(Classes::EVENT) {
        let tail = long.key.words.ends_with(&short.key.words);
        return tail.then_some((AliasRule::ShortForm, Certainty::Likely));
    }
    if matches!(short.kind, Some(EntityKind::Person | EntityKind::Place | EntityKind::Group)) || is_other(short) {
        return None;
    }
    let (few, many) = (&short.key.words, &long.key.words);
    let same_kind = short.kind.is_some() && short.kind == long.kind;
    if few.len() == many.len() {
        return None;
    }
    let generic =
        |words: &[String]| words.iter().all(|word| classes_of(word).any(Classes::ORGANISATION | Classes::PLACE_WORD));
    if many.starts_with(few) && !(generic(few) && few.len() == 1) {
        let rest = &many[few.len()..];
        let listed = |word: &String| DROPPED.contains(&format!(" {word} "));
        let dropped = rest.iter().all(listed) || rest.len() == 1 && classes_of(&rest[0]).any(Classes::ORGANISATION);
        return dropped.then_some((AliasRule::ShortForm, Certainty::Certain));
    }
    if many.ends_with(few) {
        if few.len() == 1 && classes_of(&few[0]).any(Classes::PLACE_WORD) {
            return None;
        }
        let certainty = if same_kind || few.len() > 1 { Certainty::Likely } else { Certainty::Unsure };
        return Some((AliasRule::ShortForm, certainty));
    }
    None
}

fn place(short: &Node, long: &Node) -> Reason {
    if matches!(short.kind, Some(kind) if kind != EntityKind::Place) {
        return None;
    }
    let (few, many) = (&short.key.words, &long.key.words);
    let kinds =
        |words: &[String]| words.iter().all(|word| classes_of(word).any(Classes::PLACE_WORD | Classes::ORGANISATION));
    if few.len() == many.len() || kinds(few) {
        return None;
    }
    let listed = Lexicon::get().place(&short.form).is_some();
    if many.starts_with(few) && kinds(&many[few.len()..]) {
        let town = many[few.len()..].iter().all(|word| {
            matches!(
                word.as_str(),
                "city"
                    | "state"
                    | "town"
                    | "province"
                    | "region"
                    | "republic"
                    | "peninsula"
                    | "island"
                    | "islands"
                    | "river"
                    | "valley"
                    | "mountains"
            )
        });
        return (town && !listed)
            .then_some((AliasRule::ShortForm, if town { Certainty::Certain } else { Certainty::Likely }));
    }
    let lead = &many[..many.len() - few.len()];
    let led = many.ends_with(few)
        && !listed
        && lead.iter().all(|word| {
            matches!(word.as_str(), "mount" | "lake" | "river" | "port" | "cape" | "isle" | "of" | "saint")
        });
    led.then_some((AliasRule::ShortForm, Certainty::Likely))
}
