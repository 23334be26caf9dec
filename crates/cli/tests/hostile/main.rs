//! Hostile workbooks and CSV, each read through the child as the server does: whatever comes, a typed result and a parent
//! that goes on. `YANZHI_MUTANTS=2000` spoils more files than the suite does; `YANZHI_READER` names another program that
//! has the subcommand, as a release build; `YANZHI_EVILS_TO` names a folder to write the named evils to, for other readers.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up must stop")]

mod container;
mod evils;
mod mutate;
mod workbook;

use std::time::{Duration, Instant};

use evils::Expected;
use yanzhi_kernel::Lang;
use yanzhi_sheet::{
    CellValue, Fault, FaultCode, Limits, Sheet, SheetError, SheetReader, Visibility,
};

/// How many spoiled files the suite reads, each twice.
const MUTANTS: u64 = 300;

/// The limits of an uploaded template, with time for a slow machine and fewer cells, so that too many are soon made.
const LIMITS: Limits = Limits {
    cells: evils::MOST_CELLS,
    cpu_seconds: 120,
    wall_ms: 300_000,
    ..Limits::TEMPLATE
};

#[expect(
    clippy::disallowed_methods,
    reason = "how long a test may take, and on what, is the environment's business"
)]
fn said(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// How many children there are at a time.
const AT_ONCE: usize = 2;

fn reader() -> SheetReader {
    let other = said("YANZHI_READER");
    SheetReader::new(
        other.unwrap_or_else(|| env!("CARGO_BIN_EXE_yanzhi").to_owned()),
        AT_ONCE,
    )
}

/// What a file came to, and how long that took.
#[derive(Debug)]
struct Read {
    result: Result<Vec<Sheet>, Fault>,
    took: Duration,
    peak_bytes: u64,
}

async fn read(reader: &SheetReader, bytes: &[u8], limits: Limits) -> Read {
    let began = Instant::now();
    let read = reader.read(bytes.to_vec(), limits).await;
    let took = began.elapsed();
    let peak_bytes = read.as_ref().ok().and_then(|it| it.peak_bytes).unwrap_or(0);
    let result = match read {
        Ok(sheets) => Ok(sheets.list),
        Err(SheetError::Refused(fault)) => Err(fault),
        Err(error) => panic!("the parent failed: {error:?}"),
    };
    Read {
        result,
        took,
        peak_bytes,
    }
}

fn check_words(name: &str, fault: &Fault) {
    for lang in [Lang::Zh, Lang::En] {
        let said = fault.render(lang);
        assert!(
            said.contains(" — ") && !said.contains(['{', '}']),
            "{name}: {said}"
        );
    }
}

/// The most memory that this process, or any child it waited for, ever had, in KiB.
fn peak_kib(who: nix::sys::resource::UsageWho) -> i64 {
    nix::sys::resource::getrusage(who).unwrap().max_rss()
}

#[expect(
    clippy::print_stdout,
    reason = "measured figures are what the test is run by hand for"
)]
fn say_peaks(what: &str, longest: Duration) {
    use nix::sys::resource::UsageWho::{RUSAGE_CHILDREN, RUSAGE_SELF};
    println!(
        "{what}: longest {longest:?}, peak of the children {} KiB, of the parent {} KiB",
        peak_kib(RUSAGE_CHILDREN),
        peak_kib(RUSAGE_SELF)
    );
}

#[tokio::test]
async fn named_evils_are_refused_or_read_and_the_parent_goes_on() {
    let reader = reader();
    let mut longest = Duration::ZERO;
    // A development build takes a million rows seriously: it is for the release build that one names.
    let many_rows = if said("YANZHI_READER").is_some() {
        1_000_000
    } else {
        100_000
    };
    let evils = evils::all(many_rows);
    assert!(evils.len() >= 60, "{}", evils.len());
    let mut wrong = Vec::new();
    let folder = said("YANZHI_EVILS_TO");
    for (name, bytes, expected) in evils {
        if let Some(folder) = &folder {
            std::fs::write(
                std::path::Path::new(folder).join(name.replace('/', "_")),
                &bytes,
            )
            .unwrap();
        }
        let (once, again) =
            tokio::join!(read(&reader, &bytes, LIMITS), read(&reader, &bytes, LIMITS));
        println!(
            "{:?} {name}: {:?}",
            once.took,
            once.result
                .as_ref()
                .map(Vec::len)
                .map_err(|it| it.render(Lang::En))
        );
        assert_eq!(once.result, again.result, "{name}");
        longest = longest.max(once.took).max(again.took);
        let is_right = match (&once.result, expected) {
            (Err(fault), Expected::Refused(codes)) => {
                check_words(name, fault);
                codes.contains(&fault.code)
            }
            (Ok(sheets), Expected::Cells(cells)) => sheets[0].cells.len() == cells,
            _ => false,
        };
        if !is_right {
            wrong.push(format!(
                "{name}: expected {expected:?}, came to {:?}",
                once.result
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    say_peaks("named evils", longest);
}

/// What is kept of reading a spoiled file twice.
struct MutantRead {
    is_refused: bool,
    took: Duration,
    peak_bytes: u64,
}

async fn read_mutant(reader: &SheetReader, number: u64) -> MutantRead {
    let bytes = mutate::mutant(number);
    let first = read(reader, &bytes, LIMITS).await;
    let second = read(reader, &bytes, LIMITS).await;
    assert_eq!(first.result, second.result, "mutant {number}");
    if let Err(fault) = &first.result {
        check_words(&format!("mutant {number}"), fault);
        assert!(
            !evils::STOPPED.contains(&fault.code),
            "mutant {number}: {fault:?}"
        );
    }
    MutantRead {
        is_refused: first.result.is_err(),
        took: first.took.max(second.took),
        peak_bytes: first.peak_bytes,
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn spoiled_files_come_to_the_same_typed_result_twice() {
    let many = said("YANZHI_MUTANTS").map_or(MUTANTS, |it| it.parse().unwrap());
    let reader = reader();
    let mut tasks = tokio::task::JoinSet::new();
    let began = Instant::now();
    // As many at a time as the reader has children: nobody waits, and the times are those of reading.
    for first in (0..many).take(AT_ONCE) {
        let reader = reader.clone();
        tasks.spawn(async move {
            let mut reads = Vec::new();
            for number in (first..many).step_by(AT_ONCE) {
                reads.push(read_mutant(&reader, number).await);
            }
            reads
        });
    }
    let (mut refused, mut longest, mut peak) = (0, Duration::ZERO, 0);
    for read in tasks.join_all().await.iter().flatten() {
        refused += u64::from(read.is_refused);
        longest = longest.max(read.took);
        peak = peak.max(read.peak_bytes);
    }
    // A corpus that is refused whole, or read whole, tries nothing.
    assert!(refused > many / 4 && refused < many, "{refused} of {many}");
    println!(
        "{many} spoiled files, {refused} refused, in {:?}; peak of a child that read one {} KiB",
        began.elapsed(),
        peak / 1024
    );
    say_peaks("spoiled files", longest);
}

#[tokio::test]
async fn an_honest_workbook_is_read_cell_by_cell() {
    let read = reader()
        .read(workbook::Parts::honest().bytes(), Limits::TEMPLATE)
        .await
        .unwrap();
    let [first, second] = read.list.as_slice() else {
        panic!("{read:?}")
    };
    let said: Vec<(String, CellValue)> = first
        .cells
        .iter()
        .map(|cell| (cell.at.to_string(), cell.value.clone()))
        .collect();
    let text = |it: &str| CellValue::Text(it.into());
    let expected = [
        ("A1", text("单位")),
        ("B1", text("数值")),
        ("C1", text("上年 & 今年")),
        ("A2", text("海曙区")),
        ("B2", CellValue::Number(12.5)),
        ("C2", CellValue::Date("2023-03-15".into())),
        ("D2", CellValue::Formula("=B2*2".into())),
        ("A3", CellValue::Bool(true)),
        ("B3", CellValue::Error("#DIV/0!".into())),
        ("C3", text("x")),
    ];
    assert_eq!(said, expected.map(|(at, value)| (at.to_owned(), value)));
    assert_eq!(first.head.name, "数据");
    assert_eq!(first.head.visibility, Visibility::Visible);
    assert_eq!(
        first
            .head
            .merged
            .first()
            .map(ToString::to_string)
            .as_deref(),
        Some("A4:B4")
    );
    assert_eq!(first.head.hidden_columns, [(2, 3)]);
    assert_eq!(first.head.hidden_rows, [2]);
    assert_eq!(first.farthest().unwrap().to_string(), "D3");
    assert_eq!(second.cells.len(), 1);
    assert!(read.peak_bytes.is_some_and(|it| it > 1024 * 1024));
}

#[tokio::test]
async fn a_number_shown_in_per_cent_is_told_from_one_that_is_not() {
    let styles = "xl/styles.xml";
    let percents = workbook::Parts::honest()
        .replace(styles, "formatCode=\"yyyy-mm-dd\"", "formatCode=\"0.0%\"")
        .replace("xl/worksheets/sheet1.xml", "45000", "0.125");
    let read = reader().read(percents.bytes(), LIMITS).await.unwrap();
    let value = |at: &str| {
        read.list[0]
            .cell(at.parse().unwrap())
            .unwrap()
            .value
            .clone()
    };
    assert_eq!(value("C2"), CellValue::Percent(0.125));
    assert_eq!(value("B2"), CellValue::Number(12.5));
}

#[tokio::test]
async fn a_child_that_is_given_too_little_is_stopped_and_says_so() {
    let reader = reader();
    let rows: Vec<String> = (1..=100_000)
        .map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\" t=\"str\"><v>{row}</v></c></row>"))
        .collect();
    let rows = rows.concat();
    let bytes = workbook::Parts::of_rows(&rows).bytes();
    let hurried = Limits {
        wall_ms: 1,
        ..LIMITS
    };
    let read_hurried = read(&reader, &bytes, hurried).await;
    assert_eq!(
        read_hurried.result.unwrap_err().code,
        FaultCode::TookTooLong
    );
    let cramped = Limits {
        output_bytes: 1000,
        ..LIMITS
    };
    assert_eq!(
        read(&reader, &bytes, cramped)
            .await
            .result
            .unwrap_err()
            .code,
        FaultCode::TooMuchText
    );
    if cfg!(target_os = "linux") {
        let starved = Limits {
            memory_bytes: 1024 * 1024,
            ..LIMITS
        };
        let fault = read(&reader, &bytes, starved).await.result.unwrap_err();
        assert_eq!(fault.code, FaultCode::OutOfMemory);
    }
    let nothing = SheetReader::new("/nowhere/yanzhi", 1);
    assert!(matches!(
        nothing.read(bytes, LIMITS).await,
        Err(SheetError::Child(_))
    ));
}
