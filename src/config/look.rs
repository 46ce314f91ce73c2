//! How the screen looks: a theme, and whether it is drawn in ASCII.

use super::theme::Theme;

#[derive(Debug, Clone, Default)]
pub struct Look {
    pub theme: Theme,
    /// Only ASCII is drawn.
    pub ascii: bool,
}
