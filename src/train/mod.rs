//! Learns the weights of the name tagger and of the parser from marked texts, and measures names and quotes; only with the feature `train`.

pub mod card;
pub mod chain;
pub mod commands;
pub mod coreference;
pub mod corpus;
pub mod examples;
pub mod learning;
pub mod links;
pub mod lists;
pub mod measure;
pub mod oracle;
pub mod perceptron;
pub mod quotes;
pub mod syntax;
pub mod syntax_card;
pub mod treebank;
pub mod written;
