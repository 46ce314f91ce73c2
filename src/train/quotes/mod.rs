//! Measures who is said to have said what, on marked articles: errors by stage, calibration, given answers, trials.

pub mod alignment;
pub mod count;
pub mod cultures;
pub mod edits;
pub mod found;
pub mod given;
pub mod gold;
pub mod marking;
pub mod masks;
pub mod names;
pub mod outcome;
pub mod people;
pub mod read;
pub mod report;
pub mod segments;
pub mod tables;
pub mod trial_report;
pub mod trials;
