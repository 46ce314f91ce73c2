//! Bytes become characters: by their mark, their declaration, or what they look like.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::model::article::Format;

/// Bytes at the start of a page in which it may declare its encoding (WHATWG HTML, prescan).
const PRESCAN: usize = 4096;

/// The text of the bytes; a malformed sequence becomes U+FFFD.
///
/// In this order: a byte order mark, NULs in every other byte (UTF-16), a page's own declaration, UTF-8 where
/// it is well formed, and otherwise the likeliest encoding by chardetng's frequencies.
pub fn decode(bytes: &[u8], format: Format) -> Cow<'_, str> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let rest = bytes.get(mark..).unwrap_or_default();
        return encoding.decode_without_bom_handling(rest).0;
    }
    if let Some(encoding) = wide(bytes) {
        return encoding.decode_without_bom_handling(bytes).0;
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    let declared = (format == Format::Html).then(|| declared(bytes)).flatten();
    let encoding = declared.filter(|encoding| *encoding != UTF_8).unwrap_or_else(|| likeliest(bytes));
    encoding.decode_without_bom_handling(bytes).0
}

/// UTF-16 without a mark: its NULs stand at nearly all even or nearly all odd places of a Western text.
pub fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Some(encoding).filter(|encoding| *encoding != UTF_8);
    }
    let start = bytes.get(..bytes.len().min(2048) & !1)?;
    let pairs = start.len() / 2;
    let nuls = |odd: usize| start.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (nuls(0), nuls(1));
    match pairs {
        0..4 => None,
        _ if odd * 10 >= pairs * 6 && even * 20 <= pairs => Some(UTF_16LE),
        _ if even * 10 >= pairs * 6 && odd * 20 <= pairs => Some(UTF_16BE),
        _ => None,
    }
}

/// What a page says of itself, in `<meta charset>`, `http-equiv` or its XML declaration.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = String::from_utf8_lossy(bytes.get(..bytes.len().min(PRESCAN))?).to_lowercase();
    let after = start.split_once("charset=").or_else(|| start.split_once("encoding="))?.1;
    let label = after.trim_start_matches(['"', '\'', ' ']);
    let end = label.find(|letter: char| !letter.is_ascii_alphanumeric() && !"-_:".contains(letter))?;
    Encoding::for_label(label.get(..end)?.as_bytes())
}

fn likeliest(bytes: &[u8]) -> &'static Encoding {
    // Nearly all of it is UTF-8: a cut or a stray byte, not another encoding.
    let broken = String::from_utf8_lossy(bytes).matches('\u{fffd}').count();
    let marked = bytes.iter().filter(|byte| **byte >= 0x80).count();
    if broken * 20 < marked {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    if guess == UTF_8 { WINDOWS_1252 } else { guess }
}
