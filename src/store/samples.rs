//! The articles that come with the program, so that it can be tried without a file or a network.

/// A bundled article: its file's name (which says how it is written) and its bytes.
pub struct Sample {
    pub name: &'static str,
    pub bytes: &'static [u8],
}

macro_rules! sample {
    ($name:literal) => {
        Sample { name: $name, bytes: include_bytes!(concat!("../../assets/samples/", $name)) }
    };
}

/// In the order in which the first screen offers them.
pub const SAMPLES: &[Sample] = &[
    sample!("01-reservoir-inquiry.txt"),
    sample!("02-bus-shelter.txt"),
    sample!("03-grain-terminal.txt"),
    sample!("04-lighthouse-interview.md"),
    sample!("05-harbour-trial.html"),
    sample!("06-cup-final.html"),
    sample!("07-marsh-study.md"),
];
