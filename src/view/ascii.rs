//! The screen in ASCII, for terminals and fonts that have nothing else.

use ratatui::buffer::{Buffer, Cell, CellWidth};
use unicode_normalization::UnicodeNormalization;

/// Puts an ASCII letter in the place of each cell that has another one.
pub fn translate(buffer: &mut Buffer) {
    let width = usize::from(buffer.area.width);
    for row in buffer.content.chunks_mut(width.max(1)) {
        spread_dots(row);
    }
    let mut covered = 0usize;
    for (at, cell) in buffer.content.iter_mut().enumerate() {
        if at % width.max(1) == 0 {
            covered = 0;
        }
        if covered > 0 {
            // The right half of a wide letter.
            covered -= 1;
            cell.set_char('?');
        } else if !cell.symbol().is_ascii() {
            covered = usize::from(cell.symbol().cell_width()).saturating_sub(1);
            let letter = cell.symbol().chars().next().map_or(' ', ascii);
            cell.set_char(letter);
        }
    }
}

/// An ellipsis between two words takes up the blanks beside it, so that it stays one.
fn spread_dots(row: &mut [Cell]) {
    let is_blank = |cell: &Cell| cell.symbol() == " ";
    for at in 2..row.len().saturating_sub(2) {
        let (before, after) = (&row[at - 2..at], &row[at + 1..=at + 2]);
        let is_between = is_blank(&before[1]) && is_blank(&after[0]) && !is_blank(&before[0]) && !is_blank(&after[1]);
        if row[at].symbol() == "…" && is_between {
            for cell in &mut row[at - 1..=at + 1] {
                cell.set_char('.');
            }
        }
    }
}

fn ascii(letter: char) -> char {
    match letter {
        '┏' | '┓' | '┗' | '┛' | '━' | '█' => '#',
        '┌' | '┐' | '└' | '┘' => '+',
        '─' | '—' | '–' | '‐' | '‑' | '−' => '-',
        '┃' | '│' | '▏' => '|',
        '╏' => '!',
        '┊' => ':',
        '▶' | '▸' | '›' | '»' | '→' => '>',
        '‹' | '«' | '←' => '<',
        '▾' | '↓' => 'v',
        '↑' => '^',
        '☑' => 'x',
        '☐' => '-',
        '·' | '▂' => '.',
        // Three dots have no room, and one would end a sentence.
        '…' => '~',
        '▁' | '\u{a0}' => ' ',
        '▃' | '▄' => ':',
        '▅' | '▆' | '▇' => '|',
        '●' | '•' | '■' | '✎' => '*',
        '“' | '”' | '„' => '"',
        '‘' | '’' | '‚' => '\'',
        '◐' => 'o',
        '◑' => 'O',
        '○' => '-',
        '◌' => '.',
        '◆' => '+',
        '¶' => 'P',
        '×' => 'x',
        '✓' => '+',
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁴'..='⁹' => char::from_digit(u32::from(letter) - u32::from('⁴') + 4, 10).unwrap_or('?'),
        other => other.nfkd().next().filter(char::is_ascii).unwrap_or('?'),
    }
}
