//! The lines of a plain text become paragraphs, whichever way they were divided.

/// Columns within which a line counts as wrapped by hand.
const WRAPPED: std::ops::RangeInclusive<usize> = 50..=100;

/// The paragraphs of a text: divided by blank lines, by indents, or one a line; lines that were wrapped at a
/// column are joined again. Each is one line, or several where they are a list.
pub fn paragraphs(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let column = wrapped_at(&lines);
    let mut found = Vec::new();
    for group in lines.split(|line| line.trim().is_empty()).filter(|group| !group.is_empty()) {
        split_group(group, column, &mut found);
    }
    found
}

/// The column at which the text was wrapped by hand; none where its lines are paragraphs.
fn wrapped_at(lines: &[&str]) -> Option<usize> {
    let widths: Vec<usize> = lines.iter().map(|line| line.chars().count()).filter(|width| *width > 0).collect();
    let widest = widths.iter().copied().max()?;
    let near = widths.iter().filter(|width| **width + 16 > widest).count();
    // Lines that stop short of the column although the next word would have fitted are ends of paragraphs.
    (WRAPPED.contains(&widest) && near * 3 >= widths.len() && widths.len() > 3).then_some(widest)
}

fn split_group(group: &[&str], column: Option<usize>, found: &mut Vec<String>) {
    let indented = group.len() > 1
        && group.iter().skip(1).any(|line| is_indented(line))
        && !group.iter().all(|line| is_indented(line));
    let mut open: Option<(String, usize)> = None;
    for line in group {
        let words = line.trim();
        let starts = item(words).is_some() || (indented && is_indented(line));
        match (&mut open, column) {
            (Some((paragraph, width)), Some(column)) if !starts && goes_on(*width, words, column) => {
                paragraph.push(' ');
                paragraph.push_str(words);
                *width = line.chars().count();
            }
            (Some((paragraph, _)), None) if indented && !starts => {
                paragraph.push(' ');
                paragraph.push_str(words);
            }
            _ => {
                found.extend(open.take().map(|(paragraph, _)| paragraph));
                open = Some((words.to_owned(), line.chars().count()));
            }
        }
    }
    found.extend(open.map(|(paragraph, _)| paragraph));
}

fn is_indented(line: &str) -> bool {
    line.starts_with(' ') && !line.trim().is_empty()
}

/// Whether a line goes on after one of `width` columns: its first word would not have fitted there.
fn goes_on(width: usize, words: &str, column: usize) -> bool {
    let first = words.split(' ').next().unwrap_or_default().chars().count();
    width + 1 + first > column.saturating_sub(3)
}

/// The number (if any) and the words of an item of a list.
pub fn item(line: &str) -> Option<(Option<u32>, &str)> {
    for bullet in ["• ", "- ", "* ", "– ", "· "] {
        if let Some(words) = line.strip_prefix(bullet) {
            return Some((None, words));
        }
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let words = line.get(digits..)?.strip_prefix(". ").or_else(|| line.get(digits..)?.strip_prefix(") "))?;
    (1..=2).contains(&digits).then(|| line.get(..digits)?.parse().ok().map(|number| (Some(number), words)))?
}
