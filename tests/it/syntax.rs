//! Parts of speech and dependencies: of real sentences with the embedded weights, and how they are learnt.

use pullquote::analysis::syntax;
use pullquote::analysis::syntax::sentence::{Sentence, Sights};
use pullquote::analysis::syntax::tables::Tables;
use pullquote::analysis::tagger::forms::Forms;
use pullquote::analysis::tagger::tables::Tables as Names;

fn parsed(words: &[&'static str]) -> Sentence {
    let lists = Names::get().unwrap().lists;
    let mut sights = Sights::new(Forms::new(&lists));
    let mut sentence = Sentence::of(words.iter().map(|word| sights.of(word)).collect());
    syntax::read(&mut sentence, Tables::get().unwrap());
    sentence
}

fn tags(sentence: &Sentence) -> Vec<&'static str> {
    sentence.tags.iter().map(|tag| tag.name()).collect()
}

#[test]
fn a_report_hangs_on_its_verb_of_saying() {
    let sentence = parsed(&["The", "harbour", "master", "said", "the", "pier", "would", "close", "in", "May", "."]);
    assert_eq!(tags(&sentence), ["DT", "NN", "NN", "VBD", "DT", "NN", "MD", "VB", "IN", "NNP", "."]);
    assert_eq!((sentence.heads[2], sentence.relations[2].name()), (3, "nsubj"));
    assert_eq!((sentence.heads[7], sentence.relations[7].name()), (3, "ccomp"));
    assert_eq!((sentence.heads[5], sentence.relations[5].name()), (7, "nsubj"));
    assert_eq!(sentence.heads[3], sentence.len());
}

#[test]
fn the_same_word_is_a_noun_here_and_a_verb_there() {
    let noun = parsed(&["His", "claims", "were", "false", "."]);
    let verb = parsed(&["She", "claims", "that", "they", "knew", "."]);
    assert_eq!((tags(&noun)[1], tags(&verb)[1]), ("NNS", "VBZ"));
}

#[test]
fn every_word_has_one_head_and_no_sentence_is_too_odd() {
    let odd: [&[&'static str]; 5] =
        [&[], &["!"], &["“", "”", "“"], &["你", "好", "🙂"], &["said", "said", "said", "said"]];
    for words in odd {
        let sentence = parsed(words);
        assert_eq!(sentence.heads.len(), words.len());
        let roots = sentence.heads.iter().filter(|head| **head == words.len()).count();
        assert_eq!(roots, usize::from(!words.is_empty()), "{words:?}: {:?}", sentence.heads);
        assert!(sentence.heads.iter().enumerate().all(|(word, head)| word != *head));
    }
}

#[cfg(feature = "train")]
mod learning {
    use super::*;
    use pullquote::analysis::syntax::arcs::{ALL, State};
    use pullquote::train::oracle::cost;
    use pullquote::train::syntax::{Settings, learn};
    use pullquote::train::treebank::{Tree, read};

    const TREES: &str = "\
1-2\tAna's\t_\t_\t_\t_\t_\t_\t_\t_
1\tAna\t_\t_\tNNP\t_\t3\tnmod:poss\t_\t_
2\t's\t_\t_\tPOS\t_\t1\tcase\t_\t_
3\tboat\t_\t_\tNN\t_\t6\tnsubj\t_\t_
4-5\tdoesn't\t_\t_\t_\t_\t_\t_\t_\t_
4\tdoes\t_\t_\tVBZ\t_\t6\taux\t_\t_
5\tn't\t_\t_\tRB\t_\t6\tadvmod\t_\t_
6\tsink\t_\t_\tVB\t_\t0\troot\t_\tSpaceAfter=No
7\t.\t_\t_\t.\t_\t6\tpunct\t_\t_

1\tShe\t_\t_\tPP\t_\t2\tnsubj\t_\t_
2\tsaid\t_\t_\tVVD\t_\t0\troot\t_\t_
3\tit\t_\t_\tPP\t_\t4\tnsubj\t_\t_
4\tfloats\t_\t_\tVVZ\t_\t2\tccomp\t_\t_
";

    fn trees() -> Vec<Tree> {
        let folder = crate::harness::Folder::with(&[("trees.conllu", TREES)]);
        read(&folder.path.join("trees.conllu")).unwrap()
    }

    #[test]
    fn a_treebank_is_read_in_the_programs_own_words() {
        let trees = trees();
        assert_eq!(trees[0].words, ["Ana's", "boat", "doesn't", "sink", "."]);
        assert_eq!(trees[0].heads, [1, 3, 3, 5, 3]);
        let tags: Vec<_> = trees[0].tags.iter().map(|tag| tag.name()).collect();
        assert_eq!(tags, ["NN$", "NN", "VBZ", "VB", "."]);
        let tags: Vec<_> = trees[1].tags.iter().map(|tag| tag.name()).collect();
        assert_eq!(tags, ["PRP", "VBD", "PRP", "VBZ"]);
    }

    #[test]
    fn steps_that_cost_nothing_lead_to_the_right_heads() {
        for tree in trees() {
            let mut state = State::new(tree.words.len());
            while !state.is_done() {
                let step =
                    ALL.into_iter().find(|step| state.may(*step) && cost(&state, &tree.heads, *step) == 0).unwrap();
                state.take(step);
            }
            assert_eq!(state.heads, tree.heads);
        }
    }

    #[test]
    fn the_same_trees_give_the_same_weights_and_those_read_them() {
        let trees = trees();
        let lists = Names::get().unwrap().lists;
        let settings = Settings { tag_rounds: 3, parse_rounds: 3, explore: 1 };
        let bytes = learn(&trees, &lists, settings, |_| ());
        assert!(bytes == learn(&trees, &lists, settings, |_| ()));
        let scores = pullquote::train::syntax::measure(&trees, &lists, &Tables::read(&bytes).unwrap());
        assert_eq!((scores.heads, scores.tags), (scores.arcs, scores.words));
    }
}
