//! The words of every fault.

use yanzhi_kernel::Text;

use super::{Fault, FaultCode};

pub(super) fn what(fault: &Fault) -> Text {
    let found = fault.found.as_deref().unwrap_or_default();
    let limit = fault.limit.map(amount).unwrap_or_default();
    let (zh, en) = sentence(fault.code);
    let fill = |text: &str| text.replace("{limit}", &limit).replace("{found}", found);
    Text::new(fill(zh), fill(en))
}

/// A limit as people read it: sizes in MiB, counts with their groups.
fn amount(limit: u64) -> String {
    const MIB: u64 = 1024 * 1024;
    if limit >= MIB && limit.is_multiple_of(MIB) {
        return format!("{} MiB", limit / MIB);
    }
    let digits = limit.to_string();
    let mut grouped = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[expect(clippy::too_many_lines, reason = "a table: one line for each code")]
fn sentence(code: FaultCode) -> (&'static str, &'static str) {
    match code {
        FaultCode::FileEmpty => ("文件是空的", "the file is empty"),
        FaultCode::FileTooLarge => ("文件大于 {limit}", "the file is larger than {limit}"),
        FaultCode::NotASheet => (
            "文件既不是 Excel 工作簿也不是 CSV（{found}）",
            "the file is neither an Excel workbook nor CSV ({found})",
        ),
        FaultCode::Encrypted => ("文件设有打开密码", "the file is protected by a password"),
        FaultCode::OtherWorkbook => (
            "工作簿的格式是 {found}",
            "the workbook is of the kind {found}",
        ),
        FaultCode::Macros => ("工作簿含有宏", "the workbook has macros"),
        FaultCode::ExternalLink => (
            "工作簿引用外部内容（{found}）",
            "the workbook gets content from elsewhere ({found})",
        ),
        FaultCode::Embedded => (
            "工作簿内嵌有其他文件（{found}）",
            "another file is inside the workbook ({found})",
        ),
        FaultCode::DocumentType => ("声明了文档类型（DTD）", "it declares a document type (DTD)"),
        FaultCode::BrokenContainer => (
            "工作簿已损坏（{found}）",
            "the workbook is damaged ({found})",
        ),
        FaultCode::BrokenPart => ("内容已损坏（{found}）", "its content is damaged ({found})"),
        FaultCode::EntryName => (
            "内部文件名不合规范（{found}）",
            "it has a name that leaves the workbook ({found})",
        ),
        FaultCode::DuplicateEntry => (
            "内部文件重复或重叠（{found}）",
            "parts of it are there twice or overlap ({found})",
        ),
        FaultCode::TooManyEntries => ("内部文件多于 {limit} 个", "it has more than {limit} parts"),
        FaultCode::UnpackedTooLarge => ("解压后大于 {limit}", "it unpacks to more than {limit}"),
        FaultCode::Ratio => (
            "压缩比高于 {limit}:1，正常的表格不会如此",
            "it is packed more than {limit}:1, as no ordinary sheet is",
        ),
        FaultCode::Compression => (
            "压缩方式不受支持（{found}）",
            "it is packed in a way that is not supported ({found})",
        ),
        FaultCode::TooManySheets => ("工作表多于 {limit} 张", "it has more than {limit} sheets"),
        FaultCode::TooManyCells => (
            "有内容的单元格多于 {limit} 个",
            "more than {limit} cells have content",
        ),
        FaultCode::TextTooLong => (
            "单元格文字超过 {limit} 个字符",
            "a cell has more than {limit} characters",
        ),
        FaultCode::TooManyStrings => (
            "共享文字多于 {limit} 条",
            "there are more than {limit} shared texts",
        ),
        FaultCode::TooMuchText => (
            "全部单元格的内容合计超过 {limit}",
            "all cells together hold more than {limit}",
        ),
        FaultCode::CellOutside => (
            "单元格位置超出工作表范围（{found}）",
            "a cell stands outside of any sheet ({found})",
        ),
        FaultCode::CellOrder => (
            "单元格重复或顺序错乱",
            "a cell is there twice, or out of order",
        ),
        FaultCode::NotText => (
            "文件编码无法识别（{found}）",
            "its encoding is not known ({found})",
        ),
        FaultCode::QuoteUnclosed => ("引号没有闭合", "a quote is opened and never closed"),
        FaultCode::QuoteStray => (
            "引号出现在不该出现的位置",
            "a quote stands where none belongs",
        ),
        FaultCode::TookTooLong => (
            "读取超过 {limit} 毫秒，已中止",
            "reading took longer than {limit} ms and was stopped",
        ),
        FaultCode::OutOfMemory => (
            "读取需要的内存超过 {limit}，已中止",
            "reading took more memory than {limit} and was stopped",
        ),
        FaultCode::Unreadable => (
            "文件无法读取（{found}）",
            "the file cannot be read ({found})",
        ),
    }
}

pub(super) fn remedy(code: FaultCode) -> (&'static str, &'static str) {
    match code {
        FaultCode::FileEmpty => (
            "请选择填好的文件重新上传",
            "choose the file that was filled in",
        ),
        FaultCode::FileTooLarge
        | FaultCode::TooManyCells
        | FaultCode::TooManySheets
        | FaultCode::TooMuchText
        | FaultCode::TooManyStrings
        | FaultCode::UnpackedTooLarge
        | FaultCode::TookTooLong
        | FaultCode::OutOfMemory => (
            "删去不需要的工作表、行和图片，或拆成几个文件上传",
            "remove sheets, rows and pictures that are not needed, or send several files",
        ),
        FaultCode::NotASheet | FaultCode::OtherWorkbook => (
            "请另存为“Excel 工作簿 (*.xlsx)”或“CSV UTF-8”",
            "save it as Excel workbook (.xlsx) or as CSV UTF-8",
        ),
        FaultCode::Encrypted => (
            "取消打开密码后另存再上传（保护工作表不受影响）",
            "remove the password for opening, save and send again (protected sheets do no harm)",
        ),
        FaultCode::Macros => (
            "请另存为不含宏的“Excel 工作簿 (*.xlsx)”",
            "save it as Excel workbook (.xlsx), without macros",
        ),
        FaultCode::ExternalLink => (
            "断开外部链接（数据—编辑链接—断开），粘贴为数值后再上传",
            "break the links (Data, Edit Links), paste values and send again",
        ),
        FaultCode::Embedded => (
            "删去嵌入的对象；证明材料请作为附件单独上传",
            "remove embedded objects; send evidence as files of its own",
        ),
        FaultCode::TextTooLong => (
            "缩短该单元格的文字，长说明请作为附件上传",
            "shorten the text of the cell; send long explanations as a file",
        ),
        FaultCode::NotText => ("另存为“CSV UTF-8”后重试", "save it again as CSV UTF-8"),
        FaultCode::QuoteUnclosed | FaultCode::QuoteStray => (
            "字段内的引号写作两个引号，整个字段用引号括起",
            "double the quotes inside a field, and put the field in quotes",
        ),
        _ => (
            "用 Excel 或 WPS 打开，另存为新的 .xlsx 文件，或把内容粘贴到新下载的模板中",
            "open it in Excel or WPS and save it as a new .xlsx file, or paste its content into a new template",
        ),
    }
}
