//! The card that lies beside the weights: data with licences, settings, figures, command.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::corpus::Marked;
use super::learning::Settings;
use super::measure::Counts;

/// The sources by their names in the corpora, with their public names and licences.
const SOURCES: [(&str, &str, &str); 8] = [
    ("btc", "Broad Twitter Corpus", "CC BY 4.0"),
    ("crossner", "CrossNER, politics and other domains", "MIT, texts CC BY-SA (Wikipedia)"),
    ("docred", "Re-DocRED, openings of Wikipedia articles", "MIT, texts CC BY-SA (Wikipedia)"),
    ("gum_ner", "names cut from the mentions of GUM", "CC BY 4.0 / CC BY-SA"),
    ("sec", "SEC filings marked by Alvarado, Verspoor and Baldwin", "CC BY 3.0"),
    ("uner_ewt", "Universal NER, English Web Treebank, dev", "CC BY-SA 4.0"),
    ("wikigold", "WikiGold", "CC BY 4.0"),
    ("wnut17", "WNUT 2017, emerging entities", "CC BY 4.0"),
];

const LISTS: &str = "\
Beside the weights the file holds word clusters (k-means over CC0 word vectors, 64, 256 and 1,024 clusters), first \
and last names (US Census 1990, public domain) and names of cities (GeoNames, CC BY 4.0). Countries, peoples, \
titles, roles and words for bodies are the project's own lists in `assets/lexicon`.
";

/// What the card tells.
pub struct Facts<'a> {
    pub texts: &'a [Marked],
    pub pieces: usize,
    pub left_out: usize,
    pub settings: Settings,
    pub bytes: usize,
    pub figures: BTreeMap<String, [Counts; 4]>,
}

/// The card in Markdown.
pub fn card(facts: &Facts) -> String {
    let mut card =
        String::from("# names.bin\n\nWeights of the name tagger, written by `trainer names`; do not edit.\n\n");
    let _ = writeln!(card, "## Data\n\n{}\n{LISTS}", sources(facts.texts));
    let Settings { rounds, rate, left_out, mean_of } = facts.settings;
    let _ = writeln!(
        card,
        "{} texts, {} words and marks. {} texts that the held-out files hold too were left out: nothing whose id or \
         text is in them was learnt from. Sources without a kind for peoples, events, works and products (btc, \
         gum_ner, uner_ewt) leave that open.\n\n## Settings\n\nConditional random field, first order, BIO labels; \
         AdaGrad, {rounds} rounds, rate {rate}, {left_out} of the features left out at random, mean of the last \
         {mean_of} rounds; weights of 8 bits; {} bytes in all.\n",
        facts.texts.len(),
        facts.pieces,
        facts.left_out,
        facts.bytes
    );
    let _ = writeln!(
        card,
        "## Figures\n\nThe tagger alone, F1 in per cent, exact span and kind, on held-out sets.\n\n{}",
        figures(&facts.figures)
    );
    card += "## Command\n\n```sh\ncargo run --release --features train --bin trainer -- names CORPORA… --leave-out \\\n    \
             --held-out DEV… --lists LISTS --out assets/weights/names.bin\n```\n";
    card
}

fn sources(texts: &[Marked]) -> String {
    let mut table = String::from("| source | texts | names | licence |\n|---|---:|---:|---|\n");
    for (source, name, licence) in SOURCES {
        let of = texts.iter().filter(|text| text.source == source);
        let names: usize = of.clone().map(|text| text.names.len()).sum();
        let _ = writeln!(table, "| {name} (`{source}`) | {} | {names} | {licence} |", of.count());
    }
    table
}

fn figures(figures: &BTreeMap<String, [Counts; 4]>) -> String {
    let mut table = String::from("| set | person | organisation | place | all three |\n|---|---:|---:|---:|---:|\n");
    for (source, counts) in figures {
        let cells = counts.map(|counts| format!("{:.1}", counts.f1())).join(" | ");
        let _ = writeln!(table, "| {source} | {cells} |");
    }
    table
}
