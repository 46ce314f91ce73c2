//! Other speech marks for the same words.

use super::edits::Edit;
use super::gold::Gold;

/// Curly marks made straight; the apostrophe is one of them.
pub fn straight_edits(text: &[char]) -> Vec<Edit> {
    let straight = |char: char| match char {
        '“' | '”' => Some("\""),
        '‘' | '’' => Some("'"),
        _ => None,
    };
    (0..text.len()).filter_map(|at| Some(Edit::new(at..at + 1, straight(text[at])?))).collect()
}

/// Double marks made single as British papers set them, and single ones inside of them double.
pub fn single_edits(gold: &Gold) -> Vec<Edit> {
    let text = &gold.text;
    let mut inside: Option<usize> = None;
    let mut edits: Vec<Edit> = Vec::new();
    for at in 0..text.len() {
        let double = match text[at] {
            '“' => Some("‘"),
            '”' => Some("’"),
            '"' => Some("'"),
            _ => None,
        };
        if let Some(single) = double {
            edits.push(Edit::new(at..at + 1, single));
        } else if !gold.mask[at] {
            inside = None;
        } else if matches!(text[at], '‘' | '\'') && opens(text, at) {
            inside = Some(at);
        } else if let Some(open) = inside.filter(|_| matches!(text[at], '’' | '\'') && closes(text, at)) {
            let curly = text[open] == '‘';
            edits.push(Edit::new(open..open + 1, if curly { "“" } else { "\"" }));
            edits.push(Edit::new(at..at + 1, if curly { "”" } else { "\"" }));
            inside = None;
        }
    }
    edits.sort_by_key(|edit| edit.span.start);
    edits
}

fn opens(text: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).map_or(' ', |before| text[before]);
    let after = text.get(at + 1).copied().unwrap_or(' ');
    (before.is_whitespace() || matches!(before, '“' | '"' | '(' | '—')) && after.is_alphabetic()
}

fn closes(text: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).map_or(' ', |before| text[before]);
    let after = text.get(at + 1).copied().unwrap_or(' ');
    // "the players' union" would end a quotation too early.
    let owned = matches!(before, 's' | 'S') && after == ' ';
    !owned && !before.is_whitespace() && !after.is_alphanumeric()
}
