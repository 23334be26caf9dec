//! Files that are not there or are no text.

use crate::tiny_pack::{Case, Edit, check};

pub(crate) const CASES: &[Case] = &[
    Case {
        code: "file_missing",
        edits: &[Edit::Gone("datapackage.json")],
        zh: "datapackage.json:1:1: 缺少文件 datapackage.json — 在策略包文件夹中加入 datapackage.json",
        en: "datapackage.json:1:1: the file datapackage.json is missing — add datapackage.json to the folder of the pack",
    },
    Case {
        code: "file_missing",
        edits: &[Edit::Gone("method.toml")],
        zh: "method.toml:1:1: 缺少文件 method.toml — 在策略包文件夹中加入 method.toml",
        en: "method.toml:1:1: the file method.toml is missing — add method.toml to the folder of the pack",
    },
    Case {
        code: "file_missing",
        edits: &[Edit::Gone("framework.csv")],
        zh: "datapackage.json:10:36: 缺少文件 framework.csv — 在策略包文件夹中加入 framework.csv\nframework.csv:1:1: 缺少文件 framework.csv — 在策略包文件夹中加入 framework.csv",
        en: "datapackage.json:10:36: the file framework.csv is missing — add framework.csv to the folder of the pack\nframework.csv:1:1: the file framework.csv is missing — add framework.csv to the folder of the pack",
    },
    Case {
        code: "file_missing",
        edits: &[Edit::Gone("targets.csv")],
        zh: "datapackage.json:12:34: 缺少文件 targets.csv — 在策略包文件夹中加入 targets.csv",
        en: "datapackage.json:12:34: the file targets.csv is missing — add targets.csv to the folder of the pack",
    },
    Case {
        code: "file_not_text",
        edits: &[Edit::Bytes(
            "sources.csv",
            b"code,title_zh,title_en,publisher,url\nYB,\xff\xff,,,\n",
        )],
        zh: "sources.csv:1:1: 文件既不是 UTF-8（第 41 字节），也不是 GB18030（第 41 字节） — 另存为“CSV UTF-8”后重试",
        en: "sources.csv:1:1: the file is neither UTF-8 (byte 41) nor GB18030 (byte 41) — save it again as CSV UTF-8",
    },
    Case {
        code: "file_not_text",
        edits: &[Edit::Bytes(
            "sources.csv",
            b"\xef\xbb\xbfcode,title_zh,title_en,publisher,url\nYB,\xcd\xb3\xbc\xc6,,,\n",
        )],
        zh: "sources.csv:1:1: 文件以 UTF-8 标记开头，但第 46 字节不是 UTF-8 — 另存为“CSV UTF-8”后重试",
        en: "sources.csv:1:1: the file begins with the mark of UTF-8, but byte 46 is not UTF-8 — save it again as CSV UTF-8",
    },
    Case {
        code: "file_not_text",
        edits: &[Edit::Bytes("sources.csv", b"\xff\xfec\x00o\x00d\x00e\x00")],
        zh: "sources.csv:1:1: 文件是 UTF-16（第 1 字节） — 另存为“CSV UTF-8”后重试",
        en: "sources.csv:1:1: the file is UTF-16 (byte 1) — save it again as CSV UTF-8",
    },
    Case {
        code: "file_not_text",
        edits: &[Edit::Bytes("strategy.toml", b"code = \x22\xd6\x22\n\xd0\n")],
        zh: "strategy.toml:1:1: 文件既不是 UTF-8（第 9 字节），也不是 GB18030（第 9 字节） — 另存为“CSV UTF-8”后重试",
        en: "strategy.toml:1:1: the file is neither UTF-8 (byte 9) nor GB18030 (byte 9) — save it again as CSV UTF-8",
    },
    Case {
        code: "file_not_text",
        edits: &[Edit::Bytes(
            "sources.csv",
            b"code,title_zh,title_en,publisher,url\nYB,\xcd\x80\xbc\xc6,\x80,,\n",
        )],
        zh: "sources.csv:1:1: 文件既不是 UTF-8（第 43 字节），也不是 GB18030（第 46 字节） — 另存为“CSV UTF-8”后重试",
        en: "sources.csv:1:1: the file is neither UTF-8 (byte 43) nor GB18030 (byte 46) — save it again as CSV UTF-8",
    },
];

#[test]
fn each_is_said_with_place_and_remedy() {
    check(CASES);
}
