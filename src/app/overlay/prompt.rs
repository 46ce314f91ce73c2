//! A line that is asked for: a command to give something to, another name, or words to narrow the list to.

use super::typing::TypedLine;
use crate::model::correction::Subject;

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
    /// What a name is to be called.
    Rename(Subject),
    /// The words that a title, publisher or voice holds.
    Articles,
}

impl Prompt {
    /// What is asked for.
    pub fn question(&self) -> String {
        match &self.purpose {
            Purpose::Pipe { what, .. } => format!("Give {what} to a command (!… for the shell)"),
            Purpose::Rename(of) => format!("{} is called", of.name),
            Purpose::Articles => "Articles with".to_owned(),
        }
    }
}
