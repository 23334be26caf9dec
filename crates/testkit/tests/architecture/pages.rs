//! Which part of the web pages may import which: app → features → ui and api.

use crate::source::{Finding, SourceFile};

/// A feature can be read, changed and removed alone: it imports the shared parts, and no other feature.
pub(crate) fn import_inward(files: &[SourceFile]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in files {
        let Some(own) = file.path.strip_prefix("web/src/").map(zone) else {
            continue;
        };
        for (index, line) in file.text.lines().enumerate() {
            let Some(imported) = import_of(line).and_then(|import| resolve(&file.path, import))
            else {
                continue;
            };
            if !may_import(own, zone(&imported)) {
                findings.push(file.finding(
                    index + 1,
                    format!("{} imports {imported}", own.0),
                    "app imports features, features import ui and api: move what two features share to ui or api",
                ));
            }
        }
    }
    findings
}

/// `features/league-table/pages/page.tsx` → (`features`, `league-table`).
fn zone(path: &str) -> (&str, &str) {
    let mut steps = path.split('/');
    (
        steps.next().unwrap_or_default(),
        steps.next().unwrap_or_default(),
    )
}

fn may_import(own: (&str, &str), other: (&str, &str)) -> bool {
    match (own.0, other.0) {
        ("features", "features") => own.1 == other.1,
        ("features" | "ui" | "api", "app") | ("ui" | "api", "features") => false,
        _ => true,
    }
}

/// The module of `… from '…'`, `import '…'` and `import('…')`.
fn import_of(line: &str) -> Option<&str> {
    let after = ["from ", "import ", "import("].iter().find_map(|word| {
        let after = line.split_once(word)?.1.trim_start();
        after.starts_with(['\'', '"']).then_some(after)
    })?;
    after.get(1..)?.split(['\'', '"']).next()
}

/// The path below `web/src`, or `None` for a package.
fn resolve(importer: &str, import: &str) -> Option<String> {
    if let Some(path) = import.strip_prefix("@/") {
        return Some(path.to_owned());
    }
    if !import.starts_with('.') {
        return None;
    }
    let mut steps: Vec<&str> = importer.split('/').collect();
    steps.pop();
    for step in import.split('/') {
        match step {
            "." => {}
            ".." => drop(steps.pop()),
            name => steps.push(name),
        }
    }
    let path = steps.join("/");
    path.strip_prefix("web/src/").map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(path: &str, text: &str) -> usize {
        import_inward(&[SourceFile::new(path, text)]).len()
    }

    #[test]
    fn features_do_not_import_each_other_or_the_app() {
        let page = "web/src/features/league-table/pages/page.tsx";
        for text in [
            "import { Panel } from '@/features/explanation/panel';",
            "import '../../explanation/panel.css';",
            "const Panel = lazy(() => import('@/features/explanation/panel'));",
            "import { router } from \"@/app/router\";",
        ] {
            assert_eq!(findings(page, text), 1, "{text}");
        }
        for text in [
            "import { row } from '../queries';",
            "import { Score } from '@/ui/score/score';",
            "import { useQuery } from '@tanstack/react-query';",
        ] {
            assert_eq!(findings(page, text), 0, "{text}");
        }
    }

    #[test]
    fn shared_parts_know_no_feature_and_the_app_knows_all() {
        let text = "import { page } from '@/features/method/page';";
        assert_eq!(findings("web/src/ui/page/page.tsx", text), 1);
        assert_eq!(findings("web/src/api/client.ts", text), 1);
        assert_eq!(findings("web/src/app/router.tsx", text), 0);
    }
}
