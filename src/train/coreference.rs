//! How well clusters of mentions agree: MUC, B³ and CEAF-e, and their mean, CoNLL-F.

use std::collections::HashMap;

/// What one measure counted; counts of several texts add up.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Counts {
    pub right: f64,
    pub found: f64,
    /// What of the gold is found again; the same as `right` but for MUC and B³, which count each side by itself.
    pub recalled: f64,
    pub gold: f64,
}

impl Counts {
    pub fn add(&mut self, other: Counts) {
        self.right += other.right;
        self.found += other.found;
        self.recalled += other.recalled;
        self.gold += other.gold;
    }

    /// From 0 to 1; 0 where nothing was found.
    pub fn precision(self) -> f64 {
        ratio(self.right, self.found)
    }

    /// From 0 to 1.
    pub fn recall(self) -> f64 {
        ratio(self.recalled, self.gold)
    }

    /// The harmonic mean of both, from 0 to 1.
    pub fn f1(self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        ratio(2.0 * precision * recall, precision + recall)
    }
}

fn ratio(part: f64, whole: f64) -> f64 {
    if whole == 0.0 { 0.0 } else { part / whole }
}

/// The three measures of Pradhan et al. (2012, "CoNLL-2012 shared task"): gold and found mentions are the same here.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Scores {
    pub muc: Counts,
    pub b3: Counts,
    pub ceaf: Counts,
}

impl Scores {
    pub fn add(&mut self, other: &Scores) {
        self.muc.add(other.muc);
        self.b3.add(other.b3);
        self.ceaf.add(other.ceaf);
    }

    /// The mean of the three, from 0 to 1.
    pub fn conll(&self) -> f64 {
        (self.muc.f1() + self.b3.f1() + self.ceaf.f1()) / 3.0
    }
}

/// Compares two ways to gather the same mentions: the cluster of each one in the gold and as found.
///
/// Single mentions count as clusters of one if `singles` says so, else they are left out on both sides, as in the
/// shared task. Both slices are as long as there are mentions.
pub fn scores(gold: &[usize], found: &[usize], singles: bool) -> Scores {
    let (mut gold, mut found) = (clusters(gold), clusters(found));
    if !singles {
        gold.retain(|members| members.len() > 1);
        found.retain(|members| members.len() > 1);
    }
    let mut common: HashMap<(usize, usize), f64> = HashMap::new();
    let of_found: HashMap<usize, usize> =
        found.iter().enumerate().flat_map(|(id, members)| members.iter().map(move |&member| (member, id))).collect();
    for (id, members) in gold.iter().enumerate() {
        for member in members {
            if let Some(&other) = of_found.get(member) {
                *common.entry((id, other)).or_default() += 1.0;
            }
        }
    }
    Scores { muc: muc(&gold, &found, &common), b3: b3(&gold, &found, &common), ceaf: ceaf(&gold, &found, &common) }
}

type Common = HashMap<(usize, usize), f64>;

fn clusters(of: &[usize]) -> Vec<Vec<usize>> {
    let mut places: HashMap<usize, usize> = HashMap::new();
    let mut clusters: Vec<Vec<usize>> = Vec::new();
    for (member, cluster) in of.iter().enumerate() {
        let place = *places.entry(*cluster).or_insert_with(|| {
            clusters.push(Vec::new());
            clusters.len() - 1
        });
        clusters[place].push(member);
    }
    clusters
}

/// Links kept: the members of a cluster less the parts that the other side breaks it into (Vilain et al. 1995).
fn muc(gold: &[Vec<usize>], found: &[Vec<usize>], common: &Common) -> Counts {
    // A member that the other side lacks is a part by itself.
    let sizes = |clusters: &[Vec<usize>]| clusters.iter().map(|members| members.len() as f64).collect::<Vec<f64>>();
    let mut parts = (sizes(gold), sizes(found));
    for (&(one, other), &both) in common {
        parts.0[one] += 1.0 - both;
        parts.1[other] += 1.0 - both;
    }
    let kept = |clusters: &[Vec<usize>], parts: &[f64]| -> f64 {
        clusters.iter().zip(parts).map(|(members, parts)| members.len() as f64 - parts).sum()
    };
    let links = |clusters: &[Vec<usize>]| clusters.iter().map(|members| members.len() as f64 - 1.0).sum();
    Counts { right: kept(found, &parts.1), found: links(found), recalled: kept(gold, &parts.0), gold: links(gold) }
}

/// For each mention, the share of its cluster that is right (Bagga and Baldwin 1998).
fn b3(gold: &[Vec<usize>], found: &[Vec<usize>], common: &Common) -> Counts {
    let size = |clusters: &[Vec<usize>]| clusters.iter().map(Vec::len).sum::<usize>() as f64;
    let mut counts = Counts { found: size(found), gold: size(gold), ..Counts::default() };
    let mut shared: Vec<_> = common.iter().collect();
    shared.sort_by_key(|(pair, _)| **pair);
    for (&(one, other), &both) in shared {
        counts.right += both * both / found[other].len() as f64;
        counts.recalled += both * both / gold[one].len() as f64;
    }
    counts
}

/// The likeness of clusters under the best pairing of both sides (Luo 2005, φ4).
fn ceaf(gold: &[Vec<usize>], found: &[Vec<usize>], common: &Common) -> Counts {
    let size = gold.len().max(found.len());
    let mut cost = vec![vec![0.0; size]; size];
    for (&(one, other), &both) in common {
        cost[one][other] = -2.0 * both / (gold[one].len() + found[other].len()) as f64;
    }
    let likeness: f64 = assignment(&cost).iter().enumerate().map(|(one, &other)| -cost[one][other]).sum();
    Counts { right: likeness, found: found.len() as f64, recalled: likeness, gold: gold.len() as f64 }
}

/// The column for each row so that the sum of the costs is least: the Hungarian method (Kuhn 1955, Munkres 1957)
/// with shortest augmenting paths, in cubic time. The matrix is square.
pub fn assignment(cost: &[Vec<f64>]) -> Vec<usize> {
    let size = cost.len();
    let (mut of_row, mut of_column) = (vec![0.0; size + 1], vec![0.0; size + 1]);
    let mut matched = vec![0; size + 1];
    for row in 1..=size {
        matched[0] = row;
        augment(cost, &mut of_row, &mut of_column, &mut matched);
    }
    let mut columns = vec![0; size];
    for column in 1..=size {
        columns[matched[column] - 1] = column - 1;
    }
    columns
}

/// Gives the row in `matched[0]` a column, moving other rows on along the cheapest path.
fn augment(cost: &[Vec<f64>], of_row: &mut [f64], of_column: &mut [f64], matched: &mut [usize]) {
    let size = cost.len();
    let (mut least, mut used, mut way) = (vec![f64::INFINITY; size + 1], vec![false; size + 1], vec![0; size + 1]);
    let mut column = 0;
    while matched[column] != 0 {
        used[column] = true;
        let row = matched[column];
        let (mut step, mut next) = (f64::INFINITY, 0);
        for other in (1..=size).filter(|&other| !used[other]) {
            let reduced = cost[row - 1][other - 1] - of_row[row] - of_column[other];
            if reduced < least[other] {
                (least[other], way[other]) = (reduced, column);
            }
            if least[other] < step {
                (step, next) = (least[other], other);
            }
        }
        for other in 0..=size {
            if used[other] {
                of_row[matched[other]] += step;
                of_column[other] -= step;
            } else {
                least[other] -= step;
            }
        }
        column = next;
    }
    while column != 0 {
        matched[column] = matched[way[column]];
        column = way[column];
    }
}
