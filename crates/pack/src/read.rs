//! Reads a pack: every file, then what they say of each other.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use yanzhi_kernel::{Code, Period};

use crate::checks;
use crate::code_list::CodeList;
use crate::descriptor;
use crate::fault::files;
use crate::folder::{Folder, Progress};
use crate::method;
use crate::model::{Observation, Pack, Strategy, Unit};
use crate::problem::{Findings, Place, Problems};
use crate::strategy;
use crate::tables::{
    FILES, Lists, Tables, framework, indicators, lists, observations, targets, tasks, units,
};

/// Reads the pack in a folder. `progress` is called for every piece read.
///
/// # Errors
/// Everything that is wrong with the pack, at once.
pub fn read(dir: &Path, progress: &mut dyn FnMut(Progress)) -> Result<Pack, Problems> {
    if let Err(error) = fs::read_dir(dir) {
        let mut findings = Findings::default();
        findings.add(Place::top(descriptor::FILE), || {
            files::folder_unreadable(&error)
        });
        return Err(problems(findings));
    }
    let mut names = vec![descriptor::FILE, strategy::FILE, method::FILE];
    names.extend(FILES);
    names.push(checks::FILE);
    let mut folder = Folder::new(dir, &names, progress);
    let pack = read_files(&mut folder);
    let digest = folder.digest();
    match pack {
        Some(pack) if folder.findings.total() == 0 => Ok(Pack { digest, ..pack }),
        _ => Err(problems(folder.findings)),
    }
}

fn problems(findings: Findings) -> Problems {
    findings.into_problems().unwrap_or(Problems {
        list: Vec::new(),
        total: 0,
    })
}

/// The pack as far as it makes one; whether it does, the findings say.
fn read_files(folder: &mut Folder<'_>) -> Option<Pack> {
    let descriptor = descriptor::read(folder, &FILES);
    let strategy = strategy::read(folder);
    let method = method::read(folder);
    let mut tables = Tables {
        folder,
        descriptor: &descriptor,
    };
    let (group_codes, groups) = lists::groups(&mut tables);
    let (caliber_codes, calibers) = lists::calibers(&mut tables);
    let (source_codes, sources) = lists::sources(&mut tables);
    let (unit_codes, units) = units::read(&mut tables, &group_codes);
    let indicators = indicators::read(&mut tables, &unit_codes, &source_codes);
    let tree = framework::read(&mut tables, &indicators);
    let lists = Lists {
        indicators: &indicators,
        units: &unit_codes,
        calibers: &caliber_codes,
        sources: &source_codes,
    };
    let observations = observations::read(&mut tables, lists);
    let targets = targets::read(&mut tables, lists);
    let tasks = tasks::read(&mut tables, &unit_codes, &source_codes);
    let graph = indicators.graph(&mut tables.folder.findings);
    let named: Vec<Code> = units.iter().map(|it| it.code.clone()).collect();
    let is_whole = unit_codes.is_whole && unit_codes.len() == units.len();
    let checks = checks::read(tables.folder, graph.as_ref().filter(|_| is_whole), &named);
    let findings = &mut tables.folder.findings;
    strategy.check(&caliber_codes, (&unit_codes, &units), findings);
    if let (Some(method), Some(tree), true) = (&method, &tree, indicators.is_whole()) {
        let setting = method::Setting {
            framework: &tree.framework,
            indicators: &indicators.list,
            periods: scored_periods(strategy.strategy.as_ref(), &caliber_codes, &observations),
            units: scored_units(strategy.strategy.as_ref(), &units),
        };
        method.check(&setting, findings);
    }
    Some(Pack {
        strategy: strategy.strategy?,
        units,
        groups,
        calibers,
        sources,
        indicators: indicators.list,
        framework: tree?.nodes,
        method: method?.method,
        observations,
        targets,
        tasks,
        checks,
        digest: yanzhi_kernel::Digest::zero(),
    })
}

/// The periods in which there are figures of the caliber that is scored.
fn scored_periods(
    strategy: Option<&Strategy>,
    calibers: &CodeList,
    observations: &[Observation],
) -> BTreeSet<Period> {
    let Some(scoring) = strategy.map(|strategy| &strategy.scoring) else {
        return BTreeSet::new();
    };
    let caliber = calibers.find(scoring.caliber.as_str());
    let is_scored = |it: &&Observation| {
        Some(u32::from(it.caliber)) == caliber && it.period.kind() == scoring.period_kind
    };
    let scored = observations.iter().filter(is_scored);
    scored.map(|it| it.period).collect()
}

/// The units of the kinds that are scored, each with its group.
fn scored_units(strategy: Option<&Strategy>, units: &[Unit]) -> Vec<(String, Option<String>)> {
    let kinds = strategy.map(|strategy| &strategy.scoring.unit_kinds);
    let is_scored = |unit: &&Unit| kinds.is_none_or(|kinds| kinds.contains(&unit.kind));
    let group = |unit: &Unit| unit.group.as_ref().map(ToString::to_string);
    let scored = units.iter().filter(is_scored);
    scored
        .map(|unit| (unit.code.to_string(), group(unit)))
        .collect()
}
