//! The card beside the weights of the parser: data with licences, settings, figures, command.

use std::fmt::Write as _;

use super::syntax::{Scores, Settings};

/// What the card tells.
pub struct Facts {
    pub sentences: usize,
    pub left_out: usize,
    pub words: usize,
    pub settings: Settings,
    pub bytes: usize,
    pub figures: Vec<(String, Scores)>,
}

const HEAD: &str = "\
# syntax.bin

Weights of the part-of-speech tagger and of the dependency parser, written by `trainer syntax`; do not edit.

## Data

| source | licence |
|---|---|
| Universal Dependencies, English Web Treebank: the documents that are in neither its dev nor its test part | CC BY-SA 4.0 |
| GUM, the genres whose texts are open | annotations CC BY 4.0, texts CC BY / CC BY-SA |
";

/// The card in Markdown.
pub fn card(facts: &Facts) -> String {
    let mut card = String::from(HEAD);
    let Settings { tag_rounds, parse_rounds, .. } = facts.settings;
    let _ = writeln!(
        card,
        "\n{} sentences, {} words in the program's own division; {} sentences that the held-out files hold too were \
         left out. The words' clusters and lists are those of `names.bin`.\n\n## Settings\n\nTagger: averaged \
         perceptron (Collins 2002) from left to right, {tag_rounds} rounds. Parser: arc-hybrid transitions with a \
         dynamic oracle (Goldberg and Nivre 2013), averaged perceptron, {parse_rounds} rounds, over tags that were \
         given by taggers which had not seen the sentence (four parts); the relation of each arc is named by a third \
         perceptron. Weights of 8 bits; {} bytes in all.\n",
        facts.sentences, facts.words, facts.left_out, facts.bytes
    );
    card += "## Figures\n\nPer cent of the words in the program's division; heads and relations without punctuation, \
             on tags that the tagger gave.\n\n| set | tags | heads | heads and relations |\n|---|---:|---:|---:|\n";
    for (name, scores) in &facts.figures {
        let [tags, heads, named] = scores.shares();
        let _ = writeln!(card, "| {name} | {tags:.1} | {heads:.1} | {named:.1} |");
    }
    card += "\n## Command\n\n```sh\ncargo run --release --features train --bin trainer -- syntax TREEBANKS… --held-out DEV… \
             --out assets/weights/syntax.bin\n```\n";
    card
}
