//! Learns the weights of the name tagger from marked texts; only with the feature `train`.

pub mod card;
pub mod chain;
pub mod corpus;
pub mod examples;
pub mod learning;
pub mod lists;
pub mod measure;
pub mod oracle;
pub mod perceptron;
pub mod syntax;
pub mod treebank;
pub mod written;
