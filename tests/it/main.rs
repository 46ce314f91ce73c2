//! All tests in one binary, one file a noun.

mod actions;
mod cli;
mod extract;
mod flow;
mod harness;
mod layout;
mod reader;
mod screens;
mod sentences;
mod terminal;
mod tidy;
