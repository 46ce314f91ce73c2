//! The screen in ASCII, for terminals and fonts that have nothing else.

use ratatui::buffer::{Buffer, CellWidth};
use unicode_normalization::UnicodeNormalization;

/// Puts an ASCII letter in the place of each cell that has another one.
pub fn translate(buffer: &mut Buffer) {
    let width = usize::from(buffer.area.width);
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
        '·' | '▂' | '…' => '.',
        '▁' | '\u{a0}' => ' ',
        '▃' | '▄' => ':',
        '▅' | '▆' | '▇' => '|',
        '●' | '•' | '■' | '✎' => '*',
        '“' | '”' | '„' => '"',
        '‘' | '’' | '‚' => '\'',
        '◐' => 'o',
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
