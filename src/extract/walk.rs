//! The tree of a page becomes blocks: headings, paragraphs, lists, quotes, tables, code, captions.

use dom_query::{Document as Tree, NodeRef};

use super::build::Rich;
use super::head;
use super::normalise::{clean, squeeze};
use crate::model::article::Article;
use crate::model::document::{BlockKind, InlineKind, ListItem};

/// What is walked.
pub struct Page<'p> {
    pub html: &'p str,
    /// The address that links are relative to.
    pub base: Option<String>,
    /// The standfirst, where the page marks it.
    pub standfirst: Option<String>,
}

/// One block that was found.
#[derive(Debug)]
pub enum Found {
    Words(BlockKind, Rich),
    Code(String),
    Table { cells: Vec<Vec<String>>, headed: bool },
}

/// Fills the article's document, and what of its head stands in the text.
pub fn walk(page: &Page, article: &mut Article) {
    let tree = Tree::fragment(page.html);
    let mut walker = Walker {
        base: page.base.as_deref(),
        found: Vec::new(),
        open: Rich::default(),
        lists: Vec::new(),
        quote: false,
    };
    for child in tree.root().children_it(false) {
        walker.node(&child, 0);
    }
    walker.close(None);
    head::assemble(walker.found, page.standfirst.as_deref(), article);
}

struct Walker<'p> {
    base: Option<&'p str>,
    found: Vec<Found>,
    /// The running text that no block has taken yet.
    open: Rich,
    /// The lists that are open: the number of the next item, in numbered ones.
    lists: Vec<Option<u32>>,
    quote: bool,
}

/// Nodes nested deeper than this are read as one text.
const DEEPEST: usize = 600;

impl Walker<'_> {
    fn node(&mut self, node: &NodeRef, depth: usize) {
        if node.is_text() {
            // Once more: a character reference can bring back what was taken out of the bytes.
            self.open.push(&clean(&node.text()));
        } else if node.is_element() && depth < DEEPEST {
            let name = node.node_name().unwrap_or_default();
            self.element(node, &name, depth);
        }
    }

    fn children(&mut self, node: &NodeRef, depth: usize) {
        for child in node.children_it(false) {
            self.node(&child, depth + 1);
        }
    }

    fn element(&mut self, node: &NodeRef, name: &str, depth: usize) {
        match name {
            "script" | "style" | "noscript" | "template" | "svg" | "button" | "input" | "select" | "iframe" | "nav"
            | "head" => {}
            "br" => self.open.push(" "),
            "em" | "i" | "cite" => self.inline(node, depth, InlineKind::Emphasis),
            "strong" | "b" => self.inline(node, depth, InlineKind::Strong),
            "code" | "kbd" | "samp" => self.inline(node, depth, InlineKind::Code),
            "a" => match node.attr("href").and_then(|address| absolute(self.base, &address)) {
                Some(address) => self.inline(node, depth, InlineKind::Link(address)),
                None => self.children(node, depth),
            },
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = name.bytes().last().map_or(1, |digit| digit - b'0');
                self.block(node, depth, Some(BlockKind::Heading(level)));
            }
            "pre" => {
                self.close(None);
                self.found.push(Found::Code(clean(&node.text()).into_owned()));
            }
            "table" => self.table(node, depth),
            "ul" | "ol" => self.list(node, name, depth),
            "li" => self.item(node, depth),
            "blockquote" => {
                self.close(None);
                let outer = std::mem::replace(&mut self.quote, true);
                self.block(node, depth, None);
                self.quote = outer;
            }
            "figcaption" => self.block(node, depth, Some(BlockKind::Caption)),
            "img" => {}
            _ if INLINE.contains(&name) => self.children(node, depth),
            _ => self.block(node, depth, None),
        }
    }

    fn inline(&mut self, node: &NodeRef, depth: usize, kind: InlineKind) {
        let (start, blocks) = (self.open.text.len(), self.found.len());
        self.children(node, depth);
        if self.found.len() == blocks {
            self.open.mark(start, kind);
        }
    }

    fn block(&mut self, node: &NodeRef, depth: usize, kind: Option<BlockKind>) {
        self.close(None);
        self.children(node, depth);
        self.close(kind);
    }

    /// Makes the running text a block.
    fn close(&mut self, kind: Option<BlockKind>) {
        let words = std::mem::take(&mut self.open);
        if words.text.trim().is_empty() {
            return;
        }
        let own = if self.quote { BlockKind::Quote } else { BlockKind::Paragraph };
        self.found.push(Found::Words(kind.unwrap_or(own), words));
    }

    fn list(&mut self, node: &NodeRef, name: &str, depth: usize) {
        let start = node.attr("start").and_then(|start| start.parse().ok()).unwrap_or(1);
        // What stands before an inner list is its item's own text.
        self.close_item();
        self.lists.push((name == "ol").then_some(start));
        self.children(node, depth);
        self.lists.pop();
        self.close(None);
    }

    fn item(&mut self, node: &NodeRef, depth: usize) {
        self.close(None);
        for child in node.children_it(false) {
            if child.has_name("p") || child.has_name("div") {
                self.children(&child, depth + 1);
                self.open.push(" ");
            } else {
                self.node(&child, depth + 1);
            }
        }
        self.close_item();
    }

    fn close_item(&mut self) {
        let depth = u8::try_from(self.lists.len().saturating_sub(1)).unwrap_or(u8::MAX);
        match self.lists.last_mut() {
            Some(number) if !self.open.text.trim().is_empty() => {
                let item = ListItem { depth, number: *number };
                number.iter_mut().for_each(|number| *number = number.saturating_add(1));
                self.close(Some(BlockKind::List(item)));
            }
            _ => self.close(None),
        }
    }

    /// A table of data as a table; one that only places things, as what it holds.
    fn table(&mut self, node: &NodeRef, depth: usize) {
        self.close(None);
        let parts = node.descendants();
        if parts.iter().filter(|part| part.has_name("table") || part.has_name("p")).count() > 1 {
            return self.block(node, depth, None);
        }
        if let Some(caption) = parts.iter().find(|part| part.has_name("caption")) {
            self.block(caption, depth, Some(BlockKind::Caption));
        }
        let rows: Vec<&NodeRef> = parts.iter().filter(|part| part.has_name("tr")).collect();
        let is_cell = |part: &NodeRef| part.has_name("td") || part.has_name("th");
        let cells = |row: &&NodeRef| row.children().iter().filter(|part| is_cell(part)).map(words).collect::<Vec<_>>();
        let headed = rows
            .first()
            .is_some_and(|row| row.children().iter().filter(|part| is_cell(part)).all(|part| part.has_name("th")));
        let cells: Vec<Vec<String>> = rows.iter().map(cells).filter(|row| !row.is_empty()).collect();
        self.found.push(Found::Table { cells, headed });
    }
}

/// Elements that stand within a line.
const INLINE: &[&str] = &[
    "span", "small", "sub", "sup", "u", "s", "q", "abbr", "time", "mark", "label", "font", "del", "ins", "dfn", "var",
    "bdi", "bdo", "wbr", "big", "tt", "acronym", "data",
];

fn words(node: &NodeRef) -> String {
    squeeze(&clean(&node.text())).into_owned()
}

/// An address made absolute; only addresses of the web and of mail are kept.
fn absolute(base: Option<&str>, address: &str) -> Option<String> {
    let address: String =
        address.trim().chars().filter(|letter| !letter.is_control() && !letter.is_whitespace()).collect();
    let known = ["http://", "https://", "mailto:"];
    if known.iter().any(|scheme| address.to_ascii_lowercase().starts_with(scheme)) {
        return Some(address);
    }
    let base = base?;
    let (scheme, rest) = base.split_once("://")?;
    let host = rest.split('/').next()?;
    if let Some(elsewhere) = address.strip_prefix("//") {
        return Some(format!("{scheme}://{elsewhere}"));
    }
    if address.starts_with('/') {
        return Some(format!("{scheme}://{host}{address}"));
    }
    let folder = base.rfind('/').filter(|at| *at > scheme.len() + 3).and_then(|at| base.get(..at));
    let relative = !address.is_empty() && !address.starts_with('#') && !address.contains(':');
    relative.then(|| format!("{}/{address}", folder.unwrap_or(base)))
}
