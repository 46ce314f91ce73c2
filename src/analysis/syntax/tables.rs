//! The embedded weights of the part-of-speech tagger and of the parser.

use std::sync::OnceLock;

use super::arcs::MOVES;
use super::scorer::Table;
use super::tags::{RELATIONS, TAGS};

/// Begins the file; the last byte changes when its form or the features do.
pub const MAGIC: [u8; 8] = *b"pqsyntx\x01";

/// Rows of each table.
pub const TAG_ROWS: usize = 1 << 16;
pub const MOVE_ROWS: usize = 1 << 19;
pub const RELATION_ROWS: usize = 1 << 15;

static BYTES: &[u8] = include_bytes!("../../../assets/weights/syntax.bin");

/// All that tagger and parser know.
#[derive(Debug, Clone, Copy)]
pub struct Tables<'b> {
    pub tags: Table<'b, { TAGS.len() }>,
    pub moves: Table<'b, MOVES>,
    pub relations: Table<'b, { RELATIONS.len() }>,
}

impl Tables<'static> {
    /// The embedded tables; none where the file does not fit this version. Nothing is copied.
    pub fn get() -> Option<&'static Self> {
        static TABLES: OnceLock<Option<Tables<'static>>> = OnceLock::new();
        TABLES.get_or_init(|| Tables::read(BYTES)).as_ref()
    }
}

impl<'b> Tables<'b> {
    pub fn read(bytes: &'b [u8]) -> Option<Self> {
        let bytes = bytes.strip_prefix(&MAGIC)?;
        let (tags, bytes) = Table::read(bytes, TAG_ROWS)?;
        let (moves, bytes) = Table::read(bytes, MOVE_ROWS)?;
        let (relations, bytes) = Table::read(bytes, RELATION_ROWS)?;
        bytes.is_empty().then_some(Self { tags, moves, relations })
    }
}
