//! Parts of speech and grammatical relations, as small numbers.

/// Parts of speech: those of the Penn Treebank, with one more for a noun and its possessive in one word ("Ana’s").
pub const TAGS: [&str; 40] = [
    "NN", "NNS", "NNP", "NNPS", "NN$", "PRP", "PRP$", "WP", "WP$", "WDT", "WRB", "EX", "DT", "CD", "JJ", "JJR", "JJS",
    "RB", "RBR", "RBS", "RP", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD", "TO", "IN", "CC", "UH", "POS", "HYPH",
    "$", ",", ".", ":", "''", "-RRB-",
];

/// Relations of Universal Dependencies, without their subtypes but for the relative clause.
pub const RELATIONS: [&str; 32] = [
    "root",
    "nsubj",
    "csubj",
    "obj",
    "iobj",
    "obl",
    "nmod",
    "advmod",
    "amod",
    "nummod",
    "det",
    "case",
    "mark",
    "aux",
    "cop",
    "cc",
    "conj",
    "compound",
    "flat",
    "fixed",
    "appos",
    "acl",
    "relcl",
    "advcl",
    "ccomp",
    "xcomp",
    "parataxis",
    "expl",
    "vocative",
    "discourse",
    "punct",
    "dep",
];

/// A part of speech: its place in `TAGS`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tag(pub u8);

/// A grammatical relation: its place in `RELATIONS`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Relation(pub u8);

impl Tag {
    pub fn name(self) -> &'static str {
        TAGS.get(usize::from(self.0)).copied().unwrap_or("NN")
    }

    /// The tag of this name, and of those that are read as it.
    pub fn of(name: &str) -> Self {
        let known = match name {
            "PDT" => "DT",
            "``" => "''",
            "-LRB-" => "-RRB-",
            "LS" => "CD",
            "SYM" | "#" => "$",
            "NFP" => ":",
            "FW" | "ADD" => "NNP",
            "AFX" => "JJ",
            "XX" | "GW" => "NN",
            other => other,
        };
        Self(TAGS.iter().position(|tag| *tag == known).unwrap_or(0) as u8)
    }

    pub fn is_verb(self) -> bool {
        self.name().starts_with("VB")
    }

    /// Whether it is a verb, or the auxiliary of one, that has a subject.
    pub fn is_finite(self) -> bool {
        matches!(self.name(), "VBD" | "VBZ" | "VBP" | "MD")
    }
}

impl Relation {
    pub fn name(self) -> &'static str {
        RELATIONS.get(usize::from(self.0)).copied().unwrap_or("dep")
    }

    /// The relation of this name, its subtype left out.
    pub fn of(name: &str) -> Self {
        let known = match name.split(':').next().unwrap_or_default() {
            "acl" if name == "acl:relcl" => "relcl",
            "list" | "orphan" | "dislocated" | "reparandum" => "dep",
            "goeswith" => "fixed",
            other => other,
        };
        let place = RELATIONS.iter().position(|relation| *relation == known);
        Self(place.unwrap_or(RELATIONS.len() - 1) as u8)
    }

    pub fn is(self, name: &str) -> bool {
        self.name() == name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_found_again() {
        assert!(TAGS.iter().all(|name| Tag::of(name).name() == *name));
        assert!(
            RELATIONS
                .iter()
                .all(|name| Relation::of(if *name == "relcl" { "acl:relcl" } else { name }).name() == *name)
        );
    }
}
