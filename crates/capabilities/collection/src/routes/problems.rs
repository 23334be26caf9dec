//! What is wrong, as a problem.

use axum::http::StatusCode;
use yanzhi_kernel::{Code, Text};
use yanzhi_web_kit::Problem;

use crate::{
    CollectionError, DecisionFault, Finding, OneHand, Place, RoundState, SubmissionState, Title,
};

impl From<CollectionError> for Problem {
    fn from(error: CollectionError) -> Self {
        use CollectionError as Error;
        match error {
            Error::UnknownStrategy(code) => {
                unknown("strategy-not-found", "战略", "strategy", &code)
            }
            Error::UnknownRound { code, refusal } => {
                unknown("round-not-found", "填报任务", "round", &code).because_of(&refusal)
            }
            Error::UnknownSubmission {
                organisation,
                refusal,
            } => unknown(
                "submission-not-found",
                "填报单位",
                "submission of",
                &organisation,
            )
            .because_of(&refusal),
            Error::UnknownCell(cell) => Self::not_found(
                "cell-not-found",
                Text::new("没有这一格", "No such cell"),
                Text::new(
                    format!("没有第 {cell} 格：请重新打开填报表。"),
                    format!("There is no cell {cell}: open the grid again."),
                ),
            ),
            Error::UnknownEvidence => Self::not_found(
                "evidence-not-found",
                Text::new("没有这份佐证材料", "No such file"),
                Text::new("请从列表中选择。", "Choose one from the list."),
            ),
            Error::Refused(refusal) => Self::refused(&refusal),
            Error::Stale => Self::stale(),
            Error::Organisations(error) => error.into(),
            error => of_the_round(error).unwrap_or_else(|error| failed(&error)),
        }
    }
}

fn failed(error: &CollectionError) -> Problem {
    tracing::error!(%error, "request failed");
    Problem::internal()
}

/// What is wrong with a round, or with what is said in it.
fn of_the_round(error: CollectionError) -> Result<Problem, CollectionError> {
    use CollectionError as Error;
    Ok(match error {
        Error::CodeTaken(code) => conflict(
            "code-taken",
            format!("代码 {code} 已被使用：请换一个代码。"),
            format!("The code {code} is taken: choose another one."),
        ),
        Error::UnknownOrganisation(code) => invalid(
            "organisation-unknown",
            Text::new(
                format!("没有可以填报的组织机构 {code}：请从列表中选择。"),
                format!(
                    "There is no organisation {code} that may be asked: choose one from the list."
                ),
            ),
        ),
        Error::RoundIs(state) => round_is(state),
        Error::SubmissionIs(state) => submission_is(state),
        Error::Plan(fault) => invalid("invalid-plan", fault.text()),
        Error::Title(_) => invalid("invalid-title", title()),
        Error::Deadline(error) => invalid("invalid-deadline", deadline(&error.0)),
        Error::Unanswered(places) => conflict_of("cells-unanswered", unanswered(&places)),
        Error::AskedTwice(cells) => conflict(
            "asked-twice",
            format!(
                "有 {cells} 格已在其他任务中填报，或已有正式数据：请删去，或说明重复采集的理由。"
            ),
            format!(
                "{cells} cells are asked in another round or final already: leave them out, or say why they are asked again."
            ),
        ),
        Error::NoNext => conflict(
            "no-next-round",
            "这个任务没有下一期：请先设置与期别相符的周期。",
            "The round does not come again: give it a recurrence that fits its periods.",
        ),
        Error::NotLater => invalid(
            "not-later",
            Text::new(
                "延期后的时间应晚于现在的截止时间。",
                "The new deadline has to be later than the one before.",
            ),
        ),
        error => return of_the_review(error),
    })
}

fn of_the_review(error: CollectionError) -> Result<Problem, CollectionError> {
    use CollectionError as Error;
    Ok(match error {
        Error::Blocked(findings) => blocked(&findings),
        Error::OneHand(hand) => one_hand(hand),
        Error::Decision(fault) => invalid("invalid-decision", decision(&fault)),
        Error::EndorsementFirst => conflict(
            "endorsement-first",
            "本任务两级审核：请先初审通过或退回，终审由任务发起单位进行。",
            "This round has two reviews: endorse it or return it; those who ask approve it.",
        ),
        Error::ReasonMissing => invalid(
            "reason-missing",
            Text::new(
                "请写明理由：退回的每一格、更正和延期都需要说明。",
                "Say why: each cell that is returned, each correction and extension needs a reason.",
            ),
        ),
        Error::RequestReused => invalid(
            "idempotency-key-reused",
            Text::new(
                "这个请求标识已用于另一次操作：请为新的操作使用新的标识。",
                "The Idempotency-Key was used for something else: make a new one for each operation.",
            ),
        ),
        error => return of_a_file(error),
    })
}

fn of_a_file(error: CollectionError) -> Result<Problem, CollectionError> {
    use CollectionError as Error;
    Ok(match error {
        Error::TooLarge(most) => Problem::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "file-too-large",
            Text::new("文件过大", "The file is too large"),
            Text::new(
                format!("文件不能超过 {}：请压缩或拆分后再上传。", mebibytes(most)),
                format!(
                    "A file has at most {}: compress or divide it.",
                    mebibytes(most)
                ),
            ),
        ),
        Error::QuotaUsedUp(most) => conflict(
            "quota-used-up",
            format!(
                "本单位的佐证材料已达上限 {}：请联系任务管理员。",
                mebibytes(most)
            ),
            format!(
                "The files of this organisation have reached {}: ask those who run the round.",
                mebibytes(most)
            ),
        ),
        Error::FileName => invalid(
            "invalid-file-name",
            Text::new(
                "文件名应为 1 至 120 个字符，不含路径分隔符和控制字符。",
                "The name of a file has 1 to 120 characters, no separators and no control characters.",
            ),
        ),
        Error::BrokenOff => Problem::new(
            StatusCode::BAD_REQUEST,
            "file-broken-off",
            Text::new("上传中断", "The upload broke off"),
            Text::new(
                "文件没有完整到达，未保存：请重新上传。",
                "The file did not arrive whole and was not kept: send it again.",
            ),
        ),
        error => return Err(error),
    })
}

fn unknown(code: &'static str, zh: &str, en: &str, asked: &Code) -> Problem {
    Problem::not_found(
        code,
        Text::new(format!("没有这个{zh}"), format!("No such {en}")),
        Text::new(
            format!("没有{zh} {asked}，或您无权查看：请从列表中选择。"),
            format!("There is no {en} {asked}, or you may not see it: choose one from the list."),
        ),
    )
}

fn round_is(state: RoundState) -> Problem {
    let (code, zh, en) = match state {
        RoundState::Draft => (
            "round-is-draft",
            "任务尚未下发：请先下发。",
            "The round is a draft: open it first.",
        ),
        RoundState::Open => (
            "round-is-open",
            "任务已下发，采集内容不能再改：只能修改名称和截止时间，或关闭后另建任务。",
            "The round is open and what it asks for is fixed: change its title or deadline, or close it and make another.",
        ),
        RoundState::Closed => (
            "round-is-closed",
            "任务已关闭：如需继续填报，请任务管理员重新开放。",
            "The round is closed: ask those who run it to open it again.",
        ),
    };
    conflict(code, zh, en)
}

fn submission_is(state: SubmissionState) -> Problem {
    let (code, zh, en) = match state {
        SubmissionState::Draft => ("submission-is-draft", "尚未提交", "It is a draft"),
        SubmissionState::Submitted => {
            ("submission-is-submitted", "已提交待审核", "It is submitted")
        }
        SubmissionState::Endorsed => ("submission-is-endorsed", "已通过初审", "It is endorsed"),
        SubmissionState::Returned => ("submission-is-returned", "已退回", "It is returned"),
        SubmissionState::Approved => ("submission-is-approved", "已审核通过", "It is approved"),
    };
    conflict(
        code,
        format!("{zh}，现在不能这样做：请刷新后查看可以进行的操作。"),
        format!("{en}; this is not done then: read it again to see what can be done."),
    )
}

fn blocked(findings: &[Finding]) -> Problem {
    let first = findings.first().map(|it| it.message.clone());
    let first = first.unwrap_or_default();
    let cells = findings.len();
    let detail = Text::new(
        format!("有 {cells} 处问题未解决，不能提交。第一处：{}", first.zh),
        format!(
            "{cells} findings keep it from being handed in. The first: {}",
            first.en
        ),
    );
    Problem::new(
        StatusCode::UNPROCESSABLE_ENTITY,
        "findings-unresolved",
        Text::new("还有问题未解决", "Findings are unresolved"),
        detail,
    )
}

fn one_hand(hand: OneHand) -> Problem {
    let (zh, en) = match hand {
        OneHand::Reported => (
            "您填报或提交过其中的内容，不能审核：请由另一人审核。",
            "You filled in or submitted some of it: somebody else has to decide.",
        ),
        OneHand::Endorsed => (
            "您已作过初审，不能再作终审：请由另一人审核。",
            "You endorsed it: somebody else has to approve it.",
        ),
    };
    Problem::new(
        StatusCode::FORBIDDEN,
        "four-eyes",
        Text::new("须由他人审核", "Somebody else has to decide"),
        Text::new(zh, en),
    )
}

fn decision(fault: &DecisionFault) -> Text {
    let list = |cells: &[i64]| {
        let cells: Vec<_> = cells.iter().take(10).map(i64::to_string).collect();
        cells.join(", ")
    };
    match fault {
        DecisionFault::NotWaiting(cells) => Text::new(
            format!("这些格不在待审核之列：{}。", list(cells)),
            format!("These cells do not wait for a decision: {}.", list(cells)),
        ),
        DecisionFault::Both(cells) => Text::new(
            format!("这些格既通过又退回：{}。请只选一种。", list(cells)),
            format!(
                "These cells are both approved and returned: {}. Choose one.",
                list(cells)
            ),
        ),
        DecisionFault::Undecided(cells) => Text::new(
            format!("这些格尚未决定：{}。请通过或退回。", list(cells)),
            format!(
                "These cells are undecided: {}. Approve or return them.",
                list(cells)
            ),
        ),
        DecisionFault::Empty => Text::new(
            "没有作任何决定：请通过或退回至少一格。",
            "Nothing is decided: approve or return one cell at least.",
        ),
    }
}

fn title() -> Text {
    let most = Title::MAX_CHARS;
    Text::new(
        format!("任务名称应为 1 至 {most} 个字符，不含控制字符。"),
        format!("A title has 1 to {most} characters and no control characters."),
    )
}

fn deadline(text: &str) -> Text {
    Text::new(
        format!(
            "“{text}”不是截止时间：请写日期（如 2026-12-31）或日期和时间（如 2026-12-31T17:00）。"
        ),
        format!(
            "{text:?} is not a deadline: write a day such as 2026-12-31, or day and time such as 2026-12-31T17:00."
        ),
    )
}

fn unanswered(places: &[Place]) -> Text {
    let cells = places.len();
    let first = places
        .first()
        .map(|it| format!("{}/{}", it.indicator, it.unit));
    let first = first.unwrap_or_default();
    Text::new(
        format!(
            "有 {cells} 格没有填报单位（如 {first}）：请改由指标牵头部门填报，或先设置单位对应的组织机构。"
        ),
        format!(
            "Nobody answers for {cells} cells (such as {first}): let the owner of the indicator report them, or say which \
             organisation is scored as the unit."
        ),
    )
}

fn conflict(code: &'static str, zh: impl Into<String>, en: impl Into<String>) -> Problem {
    conflict_of(code, Text::new(zh, en))
}

fn conflict_of(code: &'static str, detail: Text) -> Problem {
    let title = Text::new("与现状冲突", "Conflict");
    Problem::new(StatusCode::CONFLICT, code, title, detail)
}

fn invalid(code: &'static str, detail: Text) -> Problem {
    let title = Text::new("内容有误", "Invalid content");
    Problem::new(StatusCode::UNPROCESSABLE_ENTITY, code, title, detail)
}

fn mebibytes(bytes: u64) -> String {
    format!("{} MiB", bytes / (1024 * 1024))
}
