//! A document and its context become an analysis: who said what, and who is named.
