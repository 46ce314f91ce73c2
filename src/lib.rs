//! pullquote, a news reader for the terminal that shows who said what: the map of the house.
//!
//! A folder uses only folders named in its row; `tests/it/tidy.rs` reads this table and fails when one
//! uses another.
//!
//! | folder   | is                                              | may use                                          |
//! |----------|-------------------------------------------------|--------------------------------------------------|
//! | text     | offsets, widths, sentences, lines, finding      | -                                                |
//! | model    | what things are, what is asked, what comes back | text                                             |
//! | extract  | the bytes of a file → an Article                | text model                                       |
//! | analysis | Document, Context → Analysis                    | text model                                       |
//! | train    | programs that train and measure the analysis    | text model extract analysis                      |
//! | store    | the disk: files, samples, settings, the library | text model                                       |
//! | export   | articles and passages → text, bookmarks ⇄ files | text model                                       |
//! | jobs     | slow work, on threads of its own                | text model extract analysis store export         |
//! | plain    | lines and a prompt in place of the screen       | text model extract analysis store export jobs    |
//! | actions  | the table of everything a person can do         | -                                                |
//! | config   | settings, keys and themes                       | text model actions                               |
//! | app      | all state, and how it changes                   | text model export actions config                 |
//! | input    | a key or the mouse → what it asks for           | actions app                                      |
//! | view     | draws the state, changes nothing                | text model actions config app                    |
//! | session  | one run: keys in, screen out                    | model jobs actions config app input view         |
//! | terminal | the real terminal around a session              | text model store jobs actions config app input view session |
//! | cli      | the command line                                | text model extract analysis store export jobs plain actions config app session terminal |

pub mod text;

pub mod model;

pub mod extract;

pub mod analysis;

#[cfg(feature = "train")]
pub mod train;

pub mod store;

pub mod export;

pub mod jobs;

pub mod plain;

pub mod actions;

pub mod config;

pub mod app;

pub mod input;

pub mod view;

pub mod session;

pub mod terminal;

pub mod cli;
