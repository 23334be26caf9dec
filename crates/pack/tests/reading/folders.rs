//! Folders and files that are not what they seem.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;
use std::time::{Duration, SystemTime};

use yanzhi_kernel::Lang;
use yanzhi_pack::{MAX_FILE_BYTES, Problems, read};

use crate::tiny_pack::{Edit, edit, read_in, tiny};

pub(crate) const CODES: [&str; 4] = [
    "folder_unreadable",
    "file_not_regular",
    "file_too_large",
    "file_changed",
];

fn said(problems: &Problems) -> [String; 2] {
    [problems.render(Lang::Zh), problems.render(Lang::En)]
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let problems = read_in(Path::new("/nowhere/at/all")).unwrap_err();
    assert_eq!(problems.list[0].code, "folder_unreadable");
    let [zh, en] = said(&problems);
    assert!(
        zh.starts_with("datapackage.json:1:1: 无法读取文件夹："),
        "{zh}"
    );
    assert!(
        zh.ends_with(" — 请给出一个存在且可读的策略包文件夹"),
        "{zh}"
    );
    assert!(
        en.contains("the folder cannot be read: No such file"),
        "{en}"
    );
    assert!(
        en.ends_with(" — name an existing, readable folder of a pack"),
        "{en}"
    );
}

#[test]
fn a_file_is_no_folder() {
    let dir = tiny();
    let problems = read_in(&dir.path().join("units.csv")).unwrap_err();
    assert_eq!(problems.list[0].code, "folder_unreadable");
}

#[cfg(unix)]
#[test]
fn a_link_is_refused_even_to_a_good_file() {
    let dir = tiny();
    let elsewhere = tiny();
    let units = dir.path().join("units.csv");
    fs::remove_file(&units).unwrap();
    std::os::unix::fs::symlink(elsewhere.path().join("units.csv"), units).unwrap();
    let problems = read_in(dir.path()).unwrap_err();
    let zh = "这不是普通文件（是链接、文件夹或设备） — 把文件本身放进策略包文件夹";
    let en = "this is no regular file (but a link, a folder or a device) — put the file itself into the folder of the pack";
    let at = ["datapackage.json:8:32", "units.csv:1:1"];
    assert_eq!(
        said(&problems),
        [zh, en].map(|it| format!("{}: {it}\n{}: {it}", at[0], at[1]))
    );
}

#[cfg(unix)]
#[test]
fn a_listed_path_through_a_link_is_refused() {
    let dir = tiny();
    let elsewhere = tiny();
    std::os::unix::fs::symlink(elsewhere.path(), dir.path().join("data")).unwrap();
    edit(
        dir.path(),
        &[Edit::Says(
            "datapackage.json",
            "\"resources\": [",
            "\"resources\": [ { \"name\": \"x\", \"path\": \"data/units.csv\" },",
        )],
    );
    let problems = read_in(dir.path()).unwrap_err();
    assert_eq!(problems.list[0].code, "file_not_regular");
    assert_eq!(problems.total, 1);
}

#[test]
fn a_folder_in_place_of_a_file_is_refused() {
    let dir = tiny();
    fs::remove_file(dir.path().join("method.toml")).unwrap();
    fs::create_dir(dir.path().join("method.toml")).unwrap();
    let problems = read_in(dir.path()).unwrap_err();
    assert_eq!(problems.list[0].code, "file_not_regular");
    assert_eq!(
        (problems.total, problems.list[0].file.as_str()),
        (1, "method.toml")
    );
}

#[test]
fn a_file_over_the_limit_is_not_opened() {
    let dir = tiny();
    let file = File::options()
        .write(true)
        .open(dir.path().join("observations.csv"))
        .unwrap();
    file.set_len(MAX_FILE_BYTES + 1).unwrap();
    let problems = read_in(dir.path()).unwrap_err();
    assert_eq!(
        said(&problems),
        [
            "observations.csv:1:1: 文件有 536870913 字节，上限为 536870912 字节 — 删去不需要的内容，或拆分为几个策略包",
            "observations.csv:1:1: the file has 536870913 bytes, the limit is 536870912 — remove what is not needed, or make several packs of it",
        ]
    );
}

const CHANGED: [&str; 2] = [
    "observations.csv:1:1: 读取过程中文件被修改 — 等写入完成后重新读取",
    "observations.csv:1:1: the file changed while it was read — wait until it is written, then read the pack again",
];

/// Reads the pack, doing `change` once in the middle of `observations.csv`.
fn read_while(change: impl Fn(&Path)) -> Problems {
    let dir = tiny();
    let path = dir.path().join("observations.csv");
    let mut is_done = false;
    read(dir.path(), &mut |progress| {
        if progress.file == "observations.csv" && !is_done {
            change(&path);
            is_done = true;
        }
    })
    .unwrap_err()
}

#[test]
fn a_file_that_grows_while_it_is_read_is_noticed() {
    let problems = read_while(|path| {
        let mut file = File::options().append(true).open(path).unwrap();
        file.write_all(b"PATENT,WEST,ALL,2021,1,final,YB,,\n")
            .unwrap();
    });
    assert_eq!(said(&problems), CHANGED);
}

#[test]
fn a_file_rewritten_with_the_same_length_is_noticed() {
    let problems = read_while(|path| {
        let text = fs::read_to_string(path).unwrap().replace("987", "789");
        fs::write(path, text).unwrap();
        let later = SystemTime::UNIX_EPOCH + Duration::from_hours(1);
        File::options()
            .write(true)
            .open(path)
            .unwrap()
            .set_modified(later)
            .unwrap();
    });
    assert_eq!(said(&problems), CHANGED);
}

#[test]
fn a_file_exchanged_for_another_is_noticed() {
    let problems = read_while(|path| {
        let copy = path.with_extension("new");
        fs::copy(path, &copy).unwrap();
        fs::rename(copy, path).unwrap();
    });
    assert_eq!(said(&problems), CHANGED);
}
