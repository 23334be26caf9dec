//! Any bytes in the place of `observations.csv` are figures, or problems with their places: never a panic.
//! Figures that are accepted make a frame and an index, or an error that says why not.

#![no_main]

use std::cell::RefCell;

use libfuzzer_sys::fuzz_target;
use tempfile::TempDir;

const DESCRIPTOR: &str = r#"{"name":"small","profile":"tabular-data-package","resources":[
RESOURCES]}"#;
const FILES: [(&str, &str); 6] = [
    ("units.csv", "code,parent,name_zh,name_en,kind,group\nCITY,,市,City,city,\nA,CITY,甲区,A,district,CORE\nB,CITY,乙区,B,district,CORE\n"),
    ("groups.csv", "code,name_zh,name_en\nCORE,中心城区,Core\n"),
    ("calibers.csv", "code,name_zh,name_en\nALL,全口径,All\n"),
    ("sources.csv", "code,title_zh\nY,年鉴\n"),
    ("indicators.csv", "code,name_zh,name_en,measure_unit_zh,measure_unit_en,direction,class,frequency,decimals,definition_zh,definition_en\nRD,研发,R&D,亿元,100 m yuan,higher_is_better,expected,yearly,2,定义,definition\n"),
    ("framework.csv", "code,parent,indicator,name_zh,name_en,weight\nINDEX,,,指数,Index,1\nRD,INDEX,RD,,,1\n"),
];
const STRATEGY: &str = "code = \"small\"\nname = { zh = \"小\", en = \"Small\" }\ndescription = { zh = \"测试\", en = \"test\" }\npublisher = { zh = \"测试\", en = \"test\" }\ntime_zone = \"Asia/Shanghai\"\n\n[framework]\nversion = \"1\"\n\n[scoring]\ncaliber = \"ALL\"\nunit_kinds = [\"district\"]\nperiod_kind = \"year\"\n";
const METHOD: &str = "[[steps]]\nstep = \"normalise\"\nrule = \"min_max\"\n\n[[steps]]\nstep = \"aggregate\"\nrule = \"arithmetic\"\n";

/// A pack with everything but its figures.
fn pack() -> TempDir {
    let dir = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| std::fs::write(dir.path().join(name), text).expect("a file");
    write("strategy.toml", STRATEGY);
    write("method.toml", METHOD);
    let mut resources = Vec::new();
    let observations = ("observations.csv", "indicator,unit,caliber,period,value,status,source,note\n");
    for (name, text) in FILES.into_iter().chain([observations]) {
        write(name, text);
        let header = text.lines().next().unwrap_or_default();
        let fields: Vec<String> = header.split(',').map(|it| format!("{{\"name\":\"{it}\",\"type\":\"string\"}}")).collect();
        let stem = name.trim_end_matches(".csv");
        resources.push(format!(
            "{{\"name\":\"{stem}\",\"path\":\"{name}\",\"profile\":\"tabular-data-resource\",\"schema\":{{\"fields\":[{}]}}}}",
            fields.join(",")
        ));
    }
    write("datapackage.json", &DESCRIPTOR.replace("RESOURCES", &resources.join(",\n")));
    dir
}

thread_local!(static PACK: RefCell<TempDir> = RefCell::new(pack()));

fuzz_target!(|bytes: &[u8]| {
    PACK.with_borrow(|dir| {
        std::fs::write(dir.path().join("observations.csv"), bytes).expect("a file");
        match yanzhi_pack::read(dir.path(), &mut |_| ()) {
            Ok(pack) => {
                for observation in &pack.observations {
                    assert!(observation.value.is_finite(), "{observation:?}");
                }
            }
            Err(problems) => assert!(!problems.list.is_empty()),
        }
    });
});
