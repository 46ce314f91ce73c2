//! What each trial costs, and which quotes it turns from right to wrong.

use super::count::Figures;
use super::found::{Found, found};
use super::gold::Gold;
use super::names::same_head;
use super::outcome::{MarkedPiece, Outcome, Stage, outcome};
use super::tables::{Table, share};
use super::trials::{Changed, Trial};

/// One run over articles: what was found, and what became of the marked.
pub struct Run {
    pub found: Vec<Vec<Found>>,
    pub outcomes: Vec<Outcome>,
}

impl Run {
    pub fn of<'g>(golds: impl Iterator<Item = &'g Gold>) -> Self {
        let (found, outcomes) = golds
            .map(|gold| {
                let found = found(gold);
                let outcome = outcome(gold, &found, false);
                (found, outcome)
            })
            .unzip();
        Self { found, outcomes }
    }

    /// The speaker that was found for a marked piece.
    fn speaker(&self, article: usize, piece: &MarkedPiece) -> Option<&(String, bool)> {
        let of = self.outcomes.get(article)?.found.get(piece.of?)?;
        self.found.get(article)?.get(of.quote)?.speaker.as_ref()
    }
}

/// The table of all trials, and up to `worst` quotes of each that it turned wrong.
pub fn trials(golds: &[Gold], base: &Run, worst: usize) -> (Table, Vec<String>) {
    let head = ["found F1", "points", "given F1", "points", "person", "points", "of", "lost", "other speaker"];
    let mut table = Table::new("Trials: the same articles made harder (per cent, and points of difference)", &head);
    let first = Figures::of(base.outcomes.iter());
    table.row("as they are", cells(&first, &first).into_iter().chain([String::new(), String::new()]));
    let mut lines = Vec::new();
    for trial in Trial::all() {
        let changed = trial.changed(golds);
        let run = Run::of(changed.iter().map(|changed| &changed.gold));
        let figures = Figures::of(run.outcomes.iter());
        table.row(&trial.name(), cells(&figures, &first).into_iter().chain(moved(base, &run, &changed)));
        if worst > 0 {
            lines.push(format!("\n{}: right before, wrong now", trial.name()));
            lines.extend(turned(base, &run, &changed).into_iter().take(worst));
        }
    }
    (table, lines)
}

fn cells(now: &Figures, before: &Figures) -> [String; 7] {
    let pair = |now: f64, before: f64| [format!("{now:.1}"), format!("{:+.1}", now - before)];
    let [found, found_by] = pair(now.overlap.f1(), before.overlap.f1());
    let [given, given_by] = pair(now.source.f1(), before.source.f1());
    let [person, person_by] = pair(now.person(), before.person());
    let judged = |words: String| if now.named[0] > 0 { words } else { "-".to_owned() };
    [found, found_by, given, given_by, judged(person), judged(person_by), now.named[0].to_string()]
}

/// Of the marked pieces that were found: how many are not any more, and how many have another speaker now.
fn moved(base: &Run, run: &Run, changed: &[Changed]) -> [String; 2] {
    let (mut all, mut lost, mut other) = (0, 0, 0);
    each(base, run, |article, before, now| {
        if before.of.is_none() {
            return;
        }
        all += 1;
        lost += usize::from(now.of.is_none());
        let name = |speaker: Option<&(String, bool)>| speaker.map(|(name, _)| name.clone()).unwrap_or_default();
        let (old, new) = (changed[article].name(&name(base.speaker(article, before))), name(run.speaker(article, now)));
        let same = old.to_lowercase() == new.to_lowercase() || same_head(&old, &new, true);
        other += usize::from(now.of.is_some() && !same);
    });
    [share(lost, all), share(other, all)]
}

/// Calls `see` with each marked piece that counts in both runs.
fn each(base: &Run, run: &Run, mut see: impl FnMut(usize, &MarkedPiece, &MarkedPiece)) {
    for (article, (before, now)) in base.outcomes.iter().zip(&run.outcomes).enumerate() {
        let pieces = before.marked.iter().zip(&now.marked).filter(|(before, now)| before.asked && now.asked);
        pieces.for_each(|(before, now)| see(article, before, now));
    }
}

/// Quotes that were right and are not any more, with the words around their source and who is said to speak.
fn turned(base: &Run, run: &Run, changed: &[Changed]) -> Vec<String> {
    let mut lines = Vec::new();
    each(base, run, |article, before, now| {
        if before.stage != Stage::Right || now.stage == Stage::Right {
            return;
        }
        let gold = &changed[article].gold;
        let quote = &gold.quotes[now.quote];
        let source = quote.source.as_ref().map(|source| gold.words(source)).unwrap_or_default();
        let who = quote.who.clone().unwrap_or_default();
        let found = run.speaker(article, now).map(|(name, _)| name.clone()).unwrap_or_default();
        let start = now.span.start.saturating_sub(60);
        let around = gold.words(&(start..(now.span.end + 60).min(gold.text.len()))).replace('\n', " ");
        lines.push(format!("  {}: {found:?} for {source:?} {who:?}: {around}  ({})", now.stage.words(), gold.id));
    });
    lines
}
