//! The names of keys, as the table of actions writes them.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// The name of the key of an event ("j", "Ctrl-f", "PgDn"); none for a release or a key that no row can name.
pub fn name(event: &KeyEvent) -> Option<String> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let plain = match event.code {
        // Some terminals send it for Backspace.
        KeyCode::Char('h') if event.modifiers == KeyModifiers::CONTROL => return Some("Backspace".to_owned()),
        KeyCode::Char(' ') => "Space".to_owned(),
        KeyCode::Char(letter) if event.modifiers.contains(KeyModifiers::CONTROL) => letter.to_lowercase().to_string(),
        KeyCode::Char(letter) => letter.to_string(),
        KeyCode::BackTab => return Some("Shift-Tab".to_owned()),
        KeyCode::F(number) => format!("F{number}"),
        code => named(code)?.to_owned(),
    };
    let mut name = String::new();
    if event.modifiers.contains(KeyModifiers::CONTROL) {
        name.push_str("Ctrl-");
    }
    if event.modifiers.contains(KeyModifiers::ALT) {
        name.push_str("Alt-");
    }
    if event.modifiers.contains(KeyModifiers::SHIFT) && !matches!(event.code, KeyCode::Char(_)) {
        name.push_str("Shift-");
    }
    Some(name + &plain)
}

fn named(code: KeyCode) -> Option<&'static str> {
    Some(match code {
        KeyCode::Enter => "Enter",
        KeyCode::Esc => "Esc",
        KeyCode::Tab => "Tab",
        KeyCode::Backspace => "Backspace",
        KeyCode::Delete => "Delete",
        KeyCode::Insert => "Insert",
        KeyCode::Up => "Up",
        KeyCode::Down => "Down",
        KeyCode::Left => "Left",
        KeyCode::Right => "Right",
        KeyCode::Home => "Home",
        KeyCode::End => "End",
        KeyCode::PageUp => "PgUp",
        KeyCode::PageDown => "PgDn",
        _ => return None,
    })
}
