//! The blocks of a document as the shapes that its rows are laid in.

use std::collections::BTreeSet;

use crate::model::document::{Block, BlockKind, Document};
use crate::text::layout::{Shape, ShapeKind};

/// The blocks of a document as shapes: marks of lists and quotes are left room for, a run set aside is one row
/// unless it is unfolded.
pub fn shapes(document: &Document, unfolded: &BTreeSet<usize>) -> Vec<Shape> {
    let mut shapes: Vec<Shape> = Vec::with_capacity(document.blocks.len());
    let mut folding = None;
    for (index, block) in document.blocks.iter().enumerate() {
        let until = document.blocks.get(index + 1).map_or(document.text.len(), |next| next.span.start);
        match (block.aside, folding) {
            (None, _) => folding = None,
            (Some(_), None) => folding = Some(index),
            (Some(_), Some(first)) if !unfolded.contains(&first) => {
                if let Some(fold) = shapes.last_mut() {
                    (fold.span.end, fold.until) = (block.span.end, until);
                }
                continue;
            }
            (Some(_), Some(_)) => {}
        }
        let folded = folding.is_some_and(|first| !unfolded.contains(&first));
        let kind = if folded { ShapeKind::Fold } else { kind_of(block) };
        let indent = if folded { 0 } else { indent_of(&block.kind) };
        shapes.push(Shape { span: block.span, until, indent, kind, tag: index });
    }
    shapes
}

fn kind_of(block: &Block) -> ShapeKind {
    match &block.kind {
        BlockKind::Code => ShapeKind::Verbatim,
        BlockKind::Table(table) => ShapeKind::Cells { rows: table.rows.clone(), headed: table.headed },
        _ => ShapeKind::Prose,
    }
}

/// Cells left free for the mark of a block.
fn indent_of(kind: &BlockKind) -> usize {
    match kind {
        BlockKind::List(item) => usize::from(item.depth.min(8)) * 2 + item.mark().chars().count() + 1,
        BlockKind::Quote | BlockKind::Code => 2,
        _ => 0,
    }
}
