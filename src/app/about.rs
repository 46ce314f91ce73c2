//! What is known of an article, as a page.

use super::App;
use super::overlay::Overlay;
use super::overlay::page::{Line, Page};
use crate::model::article::{Article, Origin};
use crate::model::entity::EntityKind;
use crate::model::quote::{Certainty, QuoteKind};
use crate::model::voice::Voice;
use crate::text::printable::printable;

/// Words that are read in a minute.
const PACE: usize = 230;

/// How many of those who say most are named.
const LOUDEST: usize = 3;

impl App {
    pub(super) fn show_about(&mut self) {
        let Some(article) = self.reader.article.clone().filter(|_| !self.in_articles()) else {
            return self.show_survey();
        };
        let mut lines = vec![Line::Head(article.title().to_owned()), Line::Words(String::new())];
        lines.extend(self.known(&article));
        lines.extend(self.found_in(&article));
        lines.extend(self.looked_at());
        lines.extend(self.corrections.told().into_iter().map(Line::Words));
        lines.push(Line::Words(String::new()));
        lines.push(Line::Words(
            "Quotes and names are found by rules, and can be wrong: check them against the text before you use them. \
             ~ is likely, ? is unsure."
                .to_owned(),
        ));
        self.push(Overlay::Page(Page::new("About this article", lines)));
    }

    fn known(&self, article: &Article) -> Vec<Line> {
        let day = |date: jiff::civil::Date| date.strftime("%A %-d %B %Y").to_string();
        let minutes = article.words.div_ceil(PACE).max(1);
        let pairs = [
            ("By", article.byline.clone()),
            ("Publisher", article.publisher.clone()),
            ("Published", article.published.map(day)),
            ("Modified", article.modified.map(day)),
            ("Address", article.url.clone()),
            ("Read from", self.library.origin(self.library.selected).map(place)),
            ("Language", article.language.clone()),
            ("Length", Some(format!("{} words, about {minutes} min", article.words))),
        ];
        pairs.into_iter().filter_map(|(name, value)| Some(Line::Pair(name.to_owned(), value?))).collect()
    }

    fn found_in(&self, article: &Article) -> Vec<Line> {
        if self.reader.analysis.is_none() {
            return vec![Line::Words("Quotes and names are still being looked for.".to_owned())];
        }
        let quotes = self.quotes.quotes();
        let kinds = [QuoteKind::Direct, QuoteKind::Mixed, QuoteKind::Indirect]
            .map(|kind| format!("{} {}", quotes.iter().filter(|quote| quote.kind == kind).count(), kind.name()));
        let sure = [Certainty::Certain, Certainty::Likely, Certainty::Unsure].map(|certainty| {
            format!("{} {}", quotes.iter().filter(|quote| quote.certainty == certainty).count(), certainty.name())
        });
        let names = EntityKind::ALL.into_iter().filter(|kind| !kind.is_value()).filter_map(|kind| {
            let count = self.entities.all().iter().filter(|entity| entity.kind == kind).count();
            (count > 0).then(|| format!("{count} {}", if count == 1 { kind.name() } else { kind.plural() }))
        });
        let aside = article.document.blocks.iter().filter(|block| block.aside.is_some()).count();
        let mut lines = vec![
            Line::Words(String::new()),
            Line::Pair("Quotes".to_owned(), format!("{}: {}", quotes.len(), kinds.join(", "))),
            Line::Pair("Speakers".to_owned(), sure.join(", ")),
            Line::Pair("Says most".to_owned(), self.loudest()),
            Line::Pair("Names".to_owned(), names.collect::<Vec<_>>().join(", ")),
        ];
        if aside > 0 {
            lines.push(Line::Pair(
                "Set aside".to_owned(),
                format!("{aside} {} not the article", if aside == 1 { "line that is" } else { "lines that are" }),
            ));
        }
        lines
    }

    /// Who says most, with their share of all words that are said.
    fn loudest(&self) -> String {
        let voices = &self.quotes.voices;
        let all = voices.iter().map(|voice| voice.words).sum::<usize>().max(1);
        let mut known: Vec<&Voice> = voices.iter().filter(|voice| voice.speaker.is_some()).collect();
        known.sort_by_key(|voice| std::cmp::Reverse(voice.words));
        let told = |voice: &&Voice| format!("{} {} %", voice.label(), (100 * voice.words + all / 2) / all);
        let first: Vec<String> = known.iter().take(LOUDEST).map(told).collect();
        if first.is_empty() { "nobody who is known".to_owned() } else { format!("{} of the words", first.join(", ")) }
    }

    /// How many quotes the reader has checked here, and how often the program was right in all that was checked.
    fn looked_at(&self) -> Vec<Line> {
        let mut lines = Vec::new();
        if self.corrections.checked() > 0 {
            let words = format!("{} of {} quotes here", self.corrections.checked(), self.quotes.quotes().len());
            lines.push(Line::Pair("Checked".to_owned(), words));
        }
        if !self.corrections.tally.is_empty() {
            let words = format!("{}, in all articles", self.corrections.tally.words());
            lines.push(Line::Pair("Your checks".to_owned(), words));
        }
        lines
    }

    /// What is known of the article selected in the list.
    fn show_survey(&mut self) {
        let Some(entry) = self.library.entries.get(self.library.selected) else { return };
        let mut lines = Vec::new();
        match &entry.survey {
            None => lines.push(Line::Words("It is still being looked at.".to_owned())),
            Some(Err(sentence)) => lines.push(Line::Words(sentence.clone())),
            Some(Ok(survey)) => {
                lines.push(Line::Head(survey.headline.clone()));
                let published = survey.published.map(|date| date.strftime("%A %-d %B %Y").to_string());
                let voices: Vec<String> =
                    survey.voices.iter().map(|(name, count)| format!("{name} ×{count}")).collect();
                let pairs = [
                    ("By", survey.byline.clone()),
                    ("Publisher", survey.publisher.clone()),
                    ("Published", published),
                    ("Length", Some(format!("{} words", survey.words))),
                    ("Quotes", Some(survey.quotes.to_string())),
                    ("Voices", Some(voices.join(", ")).filter(|voices| !voices.is_empty())),
                    ("Names", Some(survey.names.to_string())),
                ];
                let pairs = pairs.into_iter().filter_map(|(name, value)| Some(Line::Pair(name.to_owned(), value?)));
                lines.extend(pairs);
            }
        }
        lines.push(Line::Pair("Read from".to_owned(), place(&entry.origin)));
        self.push(Overlay::Page(Page::new("About this article", lines)));
    }
}

/// Where an article is read from, without what could drive a terminal.
fn place(origin: &Origin) -> String {
    let name = match origin {
        Origin::File(path) => path.to_string_lossy().into_owned(),
        Origin::Input => "standard input".to_owned(),
        Origin::Sample(_) => "the bundled samples".to_owned(),
        Origin::Kept(_) => "the library, which keeps its text".to_owned(),
    };
    printable(&name)
}
