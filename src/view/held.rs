//! How many bookmarks the articles of the list have.

use crate::app::App;
use crate::app::library::Entry;
use crate::model::shelf::Held;

/// Whether any article of the list has one.
pub fn any(app: &App) -> bool {
    app.library.held.values().any(|held| held.all > 0)
}

/// "●3" before what else stands at the right of an article; "◐3" where some of them are to be looked at.
pub fn words(app: &App, entry: &Entry, width: u16) -> String {
    let held = app.library.held.get(&entry.origin).copied().filter(|held| held.all > 0);
    let words = held.map(|Held { all, changed, .. }| format!("{}{all}", if changed > 0 { "◐" } else { "●" }));
    match words {
        Some(words) if entry.recent.is_some() => format!("{words} · "),
        // In a column of its own where there are columns.
        words if width >= 60 && any(app) && !app.library.welcome => format!("{:>5} ", words.unwrap_or_default()),
        words => words.map_or(String::new(), |words| format!("{words} ")),
    }
}
