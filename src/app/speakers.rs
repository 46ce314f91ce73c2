//! Whom a quote can be given to: the voices, the other names of the article, somebody typed, nobody.

use super::App;
use super::overlay::menu::{Choice, Chosen};
use super::overlay::prompt::Asked;
use crate::model::correction::{Subject, Who};
use crate::model::entity::{Entity, EntityKind, Form, Mention};
use crate::model::laying::words;
use crate::model::quote::Quote;

/// Kinds of names that can say something, those that do so most first.
const SPEAKERS: [EntityKind; 3] = [EntityKind::Person, EntityKind::Organisation, EntityKind::Group];

impl App {
    /// All that can be chosen as the speaker of what is asked about, but whoever says the `quote` now.
    pub(super) fn speaker_choices(&self, asked: &Asked, quote: Option<&Quote>) -> Vec<Choice> {
        let now = quote.map(|quote| self.who_says(quote));
        let choose = |(who, detail): (Who, String)| {
            let words = match &who {
                Who::Unnamed(words) if detail.is_empty() => format!("Left unnamed: “{words}”"),
                Who::Nobody => "Nobody we know".to_owned(),
                who => who.name().to_owned(),
            };
            Choice { words, detail, what: Chosen::Rule(Box::new(asked.said_by(who))) }
        };
        let other = |(who, _): &(Who, String)| Some(who) != now.as_ref();
        let source = quote.and_then(|quote| self.source_words(quote)).map(|words| (Who::Unnamed(words), String::new()));
        let heard = self.voices_to_choose();
        let source = source.filter(|(source, _)| !heard.iter().any(|(who, _)| who == source));
        let people = heard.into_iter().chain(self.silent_names()).chain(source);
        let mut choices: Vec<Choice> = people.filter(other).map(choose).collect();
        for (named, words) in [(false, "Left unnamed, in other words …"), (true, "Another name …")] {
            let what = Chosen::TypeSpeaker(Box::new(asked.clone()), named);
            choices.push(Choice { words: words.to_owned(), detail: String::new(), what });
        }
        choices.extend(Some((Who::Nobody, String::new())).filter(other).map(choose));
        choices
    }

    /// Those who are heard in the article, in the order of first speech.
    fn voices_to_choose(&self) -> Vec<(Who, String)> {
        let voices = self.quotes.voices.iter().filter(|voice| voice.speaker.is_some());
        let heard = voices.filter_map(|voice| {
            let first = self.quotes.quotes().get(*voice.quotes.first()?)?;
            Some((self.who_says(first), format!("{} in the quotes", voice.letter)))
        });
        heard.collect()
    }

    /// The other names that could speak, those that are named most first.
    fn silent_names(&self) -> Vec<(Who, String)> {
        let is_heard = |id: usize| self.quotes.voices.iter().any(|voice| voice.entity() == Some(id));
        let rank = |entity: &Entity| SPEAKERS.iter().position(|kind| *kind == entity.kind);
        let names = self.entities.all().iter().enumerate();
        let names = names.filter(|(id, entity)| rank(entity).is_some() && !is_heard(*id)).map(|(_, entity)| entity);
        let mut names: Vec<&Entity> = names.collect();
        names.sort_by_key(|entity| (rank(entity), std::cmp::Reverse(entity.mentions.len())));
        let choice = |entity: &Entity| (Who::Name(Subject::of(entity)), entity.kind.name().to_owned());
        names.into_iter().map(choice).collect()
    }

    /// The words that the text gives a quote to, where they are neither a name nor a pronoun.
    fn source_words(&self, quote: &Quote) -> Option<String> {
        let source = quote.source?;
        let mut mentions = self.entities.all().iter().flat_map(|entity| &entity.mentions);
        let described = |mention: &Mention| mention.form == Form::Descriptor || !mention.span.overlaps(source);
        let unnamed = mentions.all(described);
        Some(words(&self.reader.article.as_ref()?.document.text, source)).filter(|_| unnamed)
    }
}
