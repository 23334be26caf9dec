//! A small valid pack on disk that tests break in one place each, and the program.
#![allow(dead_code, reason = "each test file uses its part")]
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up must stop")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use tempfile::TempDir;

/// The files of the small pack: two districts, one dimension, two indicators, two years.
const FILES: [(&str, &str); 9] = [
    (
        "strategy.toml",
        "code = \"small\"\nname = { zh = \"小战略\", en = \"Small strategy\" }\ndescription = { zh = \"测试\", en = \"test\" }\n\
         publisher = { zh = \"测试\", en = \"test\" }\ntime_zone = \"Asia/Shanghai\"\n\n[framework]\nversion = \"1\"\n\n\
         [scoring]\ncaliber = \"ALL\"\nunit_kinds = [\"district\"]\nperiod_kind = \"year\"\n",
    ),
    (
        "method.toml",
        "[[steps]]\nstep = \"normalise\"\nrule = \"standard_ratio\"\n[steps.indicators.RD]\nstandard = 2.5\n\
         [steps.indicators.STAFF]\nstandard = 100.0\n\n[[steps]]\nstep = \"weight\"\nrule = \"given\"\n\n[[steps]]\n\
         step = \"aggregate\"\nrule = \"arithmetic\"\ndata_threshold = 0.6\n\n[[steps]]\nstep = \"rank\"\nties = \"competition\"\n",
    ),
    (
        "units.csv",
        "code,parent,name_zh,name_en,kind,group\nCITY,,市,City,city,\nA,CITY,甲区,District A,district,CORE\n\
         B,CITY,乙区,District B,district,CORE\n",
    ),
    ("groups.csv", "code,name_zh,name_en\nCORE,中心城区,Core\n"),
    ("calibers.csv", "code,name_zh,name_en\nALL,全口径,All\n"),
    ("sources.csv", "code,title_zh\nYEARBOOK,年鉴\n"),
    (
        "indicators.csv",
        "code,name_zh,name_en,measure_unit_zh,measure_unit_en,direction,class,frequency,decimals,definition_zh,definition_en\n\
         RD,研发强度,R&D intensity,%,%,higher_is_better,expected,yearly,2,定义,definition\n\
         STAFF,研发人员,R&D staff,人,persons,higher_is_better,expected,yearly,0,定义,definition\n",
    ),
    (
        "framework.csv",
        "code,parent,indicator,name_zh,name_en,weight\nINDEX,,,指数,Index,1\nINPUT,INDEX,,投入,Input,1\n\
         RD,INPUT,RD,,,2\nSTAFF,INPUT,STAFF,,,1\n",
    ),
    (
        "observations.csv",
        "indicator,unit,caliber,period,value,status,source\nRD,A,ALL,2022,2.0,final,YEARBOOK\n\
         RD,B,ALL,2022,2.5,final,YEARBOOK\nRD,A,ALL,2023,2.4,final,YEARBOOK\nRD,B,ALL,2023,2.0,final,YEARBOOK\n\
         STAFF,A,ALL,2022,80,final,YEARBOOK\nSTAFF,B,ALL,2022,90,final,YEARBOOK\nSTAFF,A,ALL,2023,85,final,YEARBOOK\n\
         STAFF,B,ALL,2023,80,final,YEARBOOK\n",
    ),
];

/// A pack in a folder of its own, gone with the test.
pub(crate) struct SmallPack(TempDir);

impl SmallPack {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (name, content) in FILES {
            fs::write(folder.path().join(name), content).unwrap();
        }
        let pack = Self(folder);
        pack.describe();
        pack
    }

    /// Writes the descriptor for the columns as they are.
    fn describe(&self) {
        let resources = FILES.iter().filter(|(name, _)| Path::new(name).extension() == Some("csv".as_ref())).map(|(name, _)| {
            let header = self.read(name);
            let fields = header.lines().next().unwrap_or_default().split(',');
            let fields: Vec<_> = fields.map(|field| serde_json::json!({ "name": field, "type": "string" })).collect();
            serde_json::json!({
                "name": name.trim_end_matches(".csv"), "path": name, "profile": "tabular-data-resource",
                "schema": { "fields": fields },
            })
        });
        let resources: Vec<_> = resources.collect();
        let descriptor = serde_json::json!({ "name": "small", "profile": "tabular-data-package", "resources": resources });
        fs::write(
            self.path().join("datapackage.json"),
            serde_json::to_vec_pretty(&descriptor).unwrap(),
        )
        .unwrap();
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path().join(name)).unwrap()
    }

    /// Replaces a text that must be there.
    pub(crate) fn replace(self, name: &str, from: &str, to: &str) -> Self {
        let text = self.read(name);
        assert!(text.contains(from), "{name} has no {from:?}");
        fs::write(self.path().join(name), text.replacen(from, to, 1)).unwrap();
        self
    }

    pub(crate) fn write(self, name: &str, bytes: &[u8]) -> Self {
        fs::write(self.path().join(name), bytes).unwrap();
        self
    }

    pub(crate) fn remove(self, name: &str) -> Self {
        fs::remove_file(self.path().join(name)).unwrap();
        self
    }
}

/// What the program said.
pub(crate) struct Said {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Said {
    pub(crate) fn of(output: &Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    pub(crate) fn all(&self) -> String {
        format!("{}{}", self.out, self.err)
    }
}

pub(crate) fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_yanzhi"));
    command
        .args(arguments)
        .env_remove("DATABASE_URL")
        .env("LC_ALL", "en_GB.UTF-8")
        .stdin(Stdio::null());
    command
}

/// Runs the program to its end.
pub(crate) fn yanzhi(arguments: &[&str]) -> Said {
    Said::of(&command(arguments).output().unwrap())
}

/// The example strategy.
pub(crate) fn ningbo() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/ningbo")
}
