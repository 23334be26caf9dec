//! Folder, files, encodings.

use std::io;

use yanzhi_delimited::DecodeError;

use super::{
    FILE_CHANGED, FILE_MISSING, FILE_NOT_REGULAR, FILE_NOT_TEXT, FILE_TOO_LARGE, FILE_UNREADABLE,
    FOLDER_UNREADABLE, Fault, PATH_NOT_ALLOWED, shown,
};

pub(crate) fn folder_unreadable(error: &io::Error) -> Fault {
    Fault::plain(
        FOLDER_UNREADABLE,
        (
            format!("无法读取文件夹：{error}"),
            format!("the folder cannot be read: {error}"),
        ),
        (
            "请给出一个存在且可读的策略包文件夹",
            "name an existing, readable folder of a pack",
        ),
    )
}

pub(crate) fn missing(file: &str) -> Fault {
    let file = shown(file);
    Fault::new(
        FILE_MISSING,
        (
            format!("缺少文件 {file}"),
            format!("the file {file} is missing"),
        ),
        (
            format!("在策略包文件夹中加入 {file}"),
            format!("add {file} to the folder of the pack"),
        ),
    )
}

pub(crate) fn unreadable(error: &io::Error) -> Fault {
    Fault::plain(
        FILE_UNREADABLE,
        (
            format!("无法读取文件：{error}"),
            format!("the file cannot be read: {error}"),
        ),
        ("检查文件权限和磁盘", "check its permissions and the disk"),
    )
}

pub(crate) fn not_regular() -> Fault {
    Fault::plain(
        FILE_NOT_REGULAR,
        (
            "这不是普通文件（是链接、文件夹或设备）".to_owned(),
            "this is no regular file (but a link, a folder or a device)".to_owned(),
        ),
        (
            "把文件本身放进策略包文件夹",
            "put the file itself into the folder of the pack",
        ),
    )
}

pub(crate) fn too_large(bytes: u64, limit: u64) -> Fault {
    Fault::plain(
        FILE_TOO_LARGE,
        (
            format!("文件有 {bytes} 字节，上限为 {limit} 字节"),
            format!("the file has {bytes} bytes, the limit is {limit}"),
        ),
        (
            "删去不需要的内容，或拆分为几个策略包",
            "remove what is not needed, or make several packs of it",
        ),
    )
}

pub(crate) fn changed() -> Fault {
    Fault::plain(
        FILE_CHANGED,
        (
            "读取过程中文件被修改".to_owned(),
            "the file changed while it was read".to_owned(),
        ),
        (
            "等写入完成后重新读取",
            "wait until it is written, then read the pack again",
        ),
    )
}

pub(crate) fn undecodable(error: &DecodeError) -> Fault {
    match error {
        DecodeError::Unreadable(error) => unreadable(error),
        DecodeError::Changed => changed(),
        DecodeError::Utf16 => not_text(
            "文件是 UTF-16（第 1 字节）".to_owned(),
            "the file is UTF-16 (byte 1)".to_owned(),
        ),
        DecodeError::NotUtf8 { at } => not_text(
            format!("文件以 UTF-8 标记开头，但第 {at} 字节不是 UTF-8"),
            format!("the file begins with the mark of UTF-8, but byte {at} is not UTF-8"),
        ),
        DecodeError::Neither { utf8, gb18030 } => not_text(
            format!("文件既不是 UTF-8（第 {utf8} 字节），也不是 GB18030（第 {gb18030} 字节）"),
            format!("the file is neither UTF-8 (byte {utf8}) nor GB18030 (byte {gb18030})"),
        ),
    }
}

fn not_text(zh: String, en: String) -> Fault {
    Fault::plain(
        FILE_NOT_TEXT,
        (zh, en),
        ("另存为“CSV UTF-8”后重试", "save it again as CSV UTF-8"),
    )
}

pub(crate) fn path_not_allowed(path: &str) -> Fault {
    let path = shown(path);
    Fault::plain(
        PATH_NOT_ALLOWED,
        (
            format!("路径“{path}”不在策略包文件夹内"),
            format!("the path \"{path}\" is not inside the folder of the pack"),
        ),
        (
            "写相对于 datapackage.json 的路径，用“/”分隔，不用“..”，不用网址",
            "write it relative to datapackage.json with \"/\", without \"..\" and not as a URL",
        ),
    )
}
