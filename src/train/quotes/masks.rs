//! Which parts of a marked text stand in speech marks, as the scorer sees it.

use super::gold::Gold;

/// Double marks; in articles that mark everything single ones too, and what is known to be said or marked.
pub fn mask(gold: &Gold) -> Vec<bool> {
    let mut mask = vec![false; gold.text.len()];
    for (start, end) in paragraphs(&gold.text) {
        double(&gold.text, start, end, &mut mask);
    }
    if !gold.pair {
        return mask;
    }
    let outside = mask.clone();
    for (start, end) in paragraphs(&gold.text) {
        single(&gold.text, start, end, &outside, &mut mask);
    }
    let direct = gold.quotes.iter().filter(|quote| quote.direct).flat_map(|quote| &quote.spans);
    let fragments = gold.quotes.iter().flat_map(|quote| &quote.fragments);
    for points in direct.chain(fragments).chain(&gold.not_quotes) {
        fill(&mut mask, points.start, points.end);
    }
    mask
}

fn fill(mask: &mut [bool], start: usize, end: usize) {
    let end = end.min(mask.len());
    mask.get_mut(start.min(end)..end).unwrap_or_default().fill(true);
}

/// Starts and ends of lines that are not empty.
pub fn paragraphs(text: &[char]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start = 0;
    for end in (0..text.len()).filter(|at| text[*at] == '\n').chain([text.len()]) {
        if end > start {
            found.push((start, end));
        }
        start = end + 1;
    }
    found
}

/// Pairs of double marks in one paragraph; one that is not closed runs to its end.
fn double(text: &[char], start: usize, end: usize, mask: &mut [bool]) {
    let mut open: Option<usize> = None;
    let mut at = start;
    while at < end {
        let (mut mark, mut width) = (text[at], 1);
        let next = text.get(at + 1).copied().filter(|_| at + 1 < end).unwrap_or(' ');
        let twice = text.get(at + 1) == Some(&mark);
        if twice && matches!(mark, '`' | '\'') {
            (mark, width) = (if mark == '`' { '“' } else { '”' }, 2);
        }
        if matches!(mark, '"' | '\u{201f}') {
            let before = if at > start { text[at - 1] } else { ' ' };
            let opens =
                open.is_none() || matches!(before, ' ' | '\t' | '(' | '—' | '–' | '-') && !matches!(next, ' ' | '\t');
            mark = if opens { '“' } else { '”' };
        }
        match mark {
            '“' | '„' | '«' => open = open.or(Some(at)),
            '”' | '»' if !is_inches(text, start, at) => {
                if let Some(from) = open.take() {
                    fill(mask, from, at + width);
                }
            }
            _ => {}
        }
        at += width;
    }
    if let Some(from) = open {
        fill(mask, from, end);
    }
}

/// 6’2”
fn is_inches(text: &[char], start: usize, at: usize) -> bool {
    let digits = |from: usize| (from..at).all(|place| text[place].is_numeric());
    (1..=2).any(|count| {
        let Some(foot) = at.checked_sub(count + 1).filter(|foot| *foot > start) else { return false };
        digits(foot + 1) && matches!(text[foot], '’' | '\'') && text[foot - 1].is_numeric()
    })
}

/// Pairs of single marks outside of double ones; apostrophes are none.
fn single(text: &[char], start: usize, end: usize, double: &[bool], mask: &mut [bool]) {
    let mut open: Option<usize> = None;
    for at in (start..end).filter(|at| !double[*at] && is_single(text[*at])) {
        let before = if at > start { text[at - 1] } else { ' ' };
        let next = if at + 1 < end { text[at + 1] } else { ' ' };
        let Some(from) = open else {
            let edge = before.is_whitespace() || matches!(before, '(' | '[' | '—' | '–' | '-');
            let opens = text[at] != '’' && edge && !next.is_whitespace() && !next.is_numeric();
            open = opens.then_some(at);
            continue;
        };
        if text[at] == '‘' || next.is_alphanumeric() || before.is_whitespace() {
            continue;
        }
        if matches!(before, 's' | 'S') && next.is_whitespace() && closes_later(&text[at + 1..end]) {
            continue; // players’ union: a later mark closes
        }
        fill(mask, from, at + 1);
        open = None;
    }
    if let Some(from) = open.filter(|from| text[*from] == '‘') {
        fill(mask, from, end);
    }
}

fn is_single(char: char) -> bool {
    matches!(char, '‘' | '’' | '\'')
}

fn closes_later(rest: &[char]) -> bool {
    let word = |at: usize| rest.get(at).is_some_and(|char| char.is_alphanumeric() || *char == '_');
    let closes = (0..rest.len()).any(|at| matches!(rest[at], '’' | '\'') && !word(at + 1));
    let until = rest.iter().position(|char| *char == '’').unwrap_or(rest.len());
    let opens = (0..until).any(|at| rest[at] == '‘' || rest[at] == '\'' && at > 0 && rest[at - 1].is_whitespace());
    closes && !opens
}
