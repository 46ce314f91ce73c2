//! Measures who is said to have said what, on marked articles: errors by stage, calibration, given answers, trials.

pub mod alignment;
pub mod count;
pub mod found;
pub mod gold;
pub mod masks;
pub mod names;
pub mod outcome;
pub mod people;
pub mod read;
pub mod report;
pub mod segments;
pub mod tables;
