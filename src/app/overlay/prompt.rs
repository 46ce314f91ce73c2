//! A line that is asked for: a command to give something to, or words to narrow the list to.

use super::typing::TypedLine;

#[derive(Debug)]
pub struct Prompt {
    pub line: TypedLine,
    pub purpose: Purpose,
    /// Which of the earlier lines stands there.
    pub(in crate::app) at: Option<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// What is given to the command, and what that is called.
    Pipe { what: &'static str, input: String },
    /// The words that a title, publisher or voice holds.
    Articles,
}

impl Prompt {
    /// What is asked for.
    pub fn question(&self) -> String {
        match &self.purpose {
            Purpose::Pipe { what, .. } => format!("Give {what} to a command (!… for the shell)"),
            Purpose::Articles => "Articles with".to_owned(),
        }
    }
}
