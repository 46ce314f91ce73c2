//! Whether a text is English, which the rules and the tagger were made for.

use super::lexicon::Classes;
use super::prose::Prose;
use crate::model::analysis::Context;
use crate::text::tokens::TokenKind;

/// Words looked at, from the beginning.
const WORDS: usize = 2000;
/// Fewer words say nothing; what the article says of itself is believed then.
const FEW: usize = 30;
/// The least of a hundred words of an English text that carry grammar; running English has 35 to 50, the languages
/// nearest to it under 10.
const SHARE: usize = 18;

/// Whether the text is in another language, by its small words (Grefenstette, JADT 1995); where it is short, by the
/// language that the article names.
pub fn is_foreign(prose: &Prose, context: &Context) -> bool {
    let words = prose.words.iter().filter(|word| word.kind == TokenKind::Word).take(WORDS);
    let (mut count, mut small) = (0, 0);
    for word in words {
        count += 1;
        small += usize::from(word.classes.any(Classes::STOP | Classes::DETERMINER));
    }
    if count < FEW {
        return context.language.as_deref().is_some_and(|tag| !tag.to_lowercase().starts_with("en"));
    }
    small * 100 < count * SHARE
}
