//! What each failure is to whoever asked.

use axum::http::StatusCode;
use yanzhi_kernel::Text;
use yanzhi_web_kit::Problem;

use crate::{IdentityError, Login};

impl From<IdentityError> for Problem {
    fn from(error: IdentityError) -> Self {
        match error {
            IdentityError::Refused(refusal) => Self::refused(&refusal),
            IdentityError::UnknownAccount(unknown) => no_account().because_of(&unknown.refusal),
            IdentityError::Stale => Self::stale(),
            IdentityError::TooManyAttempts(wait) => Self::too_many(wait),
            IdentityError::Organisations(error) => error.into(),
            error => told(&error).unwrap_or_else(|| {
                tracing::error!(%error, "request failed");
                Self::internal()
            }),
        }
    }
}

/// What somebody can act on, and needs no more than its words.
fn told(error: &IdentityError) -> Option<Problem> {
    proof(error)
        .or_else(|| input(error))
        .or_else(|| conflict(error))
}

fn proof(error: &IdentityError) -> Option<Problem> {
    let (code, zh, en) = match error {
        IdentityError::SignInFailed => (
            "sign-in-failed",
            "用户名或密码不正确。多次出错后需要等待。",
            "Name or password is wrong. After several mistakes there is a wait.",
        ),
        IdentityError::WrongCode => (
            "wrong-code",
            "验证码不正确或已用过：请等待下一个验证码，或使用恢复码。",
            "The code is wrong or was used: wait for the next one, or use a recovery code.",
        ),
        IdentityError::WrongPassword => (
            "wrong-password",
            "当前密码不正确。",
            "The current password is wrong.",
        ),
        IdentityError::InvitationUseless => (
            "invitation-useless",
            "邀请链接已使用、已过期或无效：请向管理员索取新的链接。",
            "This link was used, has expired or never was one: ask the administrator for another one.",
        ),
        IdentityError::SignOn(_) => (
            "sign-on-failed",
            "统一身份认证未成功：请重新登录。",
            "Signing on did not work: try again from the beginning.",
        ),
        IdentityError::WrongSetupCode => (
            "wrong-setup-code",
            "首次启动码不正确或已过期：请重新启动服务，使用控制台上显示的新码。",
            "The code of the first start is wrong or too old: restart the server and use the one on its console.",
        ),
        _ => return None,
    };
    let title = Text::new("验证未通过", "Not proved");
    Some(Problem::new(
        StatusCode::UNPROCESSABLE_ENTITY,
        code,
        title,
        Text::new(zh, en),
    ))
}

fn input(error: &IdentityError) -> Option<Problem> {
    let (code, detail) = match error {
        IdentityError::Password(flaw) => ("weak-password", flaw.text()),
        IdentityError::Login(_) => ("invalid-login", login_text()),
        IdentityError::Name(_) => (
            "invalid-name",
            Text::new(
                "姓名应为 1 至 60 个字符，不含控制字符。",
                "A name has 1 to 60 characters and no control characters.",
            ),
        ),
        IdentityError::EndsBeforeItBegins => (
            "ends-before-it-begins",
            Text::new("结束时间早于开始时间。", "It would end before it begins."),
        ),
        IdentityError::TokenNotMade(why) => (
            "token-not-made",
            Text::new(
                format!("不能创建这样的令牌：{why}。"),
                format!("No such token is made: {why}."),
            ),
        ),
        _ => return None,
    };
    let title = Text::new("内容有误", "Invalid");
    Some(Problem::new(
        StatusCode::UNPROCESSABLE_ENTITY,
        code,
        title,
        detail,
    ))
}

fn login_text() -> Text {
    let (least, most) = (Login::MIN_CHARS, Login::MAX_CHARS);
    Text::new(
        format!("用户名应为 {least} 至 {most} 个字母、数字或“.”“_”“-”“@”，且只用一种文字。"),
        format!(
            "A name to sign in with has {least} to {most} letters, digits, `.`, `_`, `-` or `@`, all of one script."
        ),
    )
}

fn conflict(error: &IdentityError) -> Option<Problem> {
    let (code, detail) = match error {
        IdentityError::Gone(what) => return Some(gone(what)),
        IdentityError::NotSeparate(pair) => ("roles-not-separate", pair.text()),
        IdentityError::LastOfRole(role) => ("last-of-role", last_of_role(&role.name())),
        IdentityError::WrongState(state) => (
            "account-state",
            Text::new(
                format!("账号当前状态为 {state}，不能进行此操作。"),
                format!("The account is {state}; this cannot be done to it now."),
            ),
        ),
        IdentityError::SecondFactorState(state) => (
            "second-factor-state",
            Text::new(
                "第二验证因素的当前状态不允许此操作。",
                format!("The second factor is {state}."),
            ),
        ),
        other => fixed_conflict(other)?,
    };
    let title = Text::new("与现状冲突", "Conflict");
    Some(Problem::new(StatusCode::CONFLICT, code, title, detail))
}

/// Conflicts that are always told in the same words.
fn fixed_conflict(error: &IdentityError) -> Option<(&'static str, Text)> {
    let (code, zh, en) = match error {
        IdentityError::LoginTaken(_) => (
            "login-taken",
            "用户名已被使用：请换一个。",
            "That name is taken: choose another one.",
        ),
        IdentityError::OwnRoles => (
            "own-roles",
            "不能授予或收回自己的角色：请由另一位安全管理员办理。",
            "Nobody grants or takes back roles of their own: ask another security administrator.",
        ),
        IdentityError::HeldAlready => (
            "role-held-already",
            "该账号在此组织已有这个角色。",
            "The account holds this role there already.",
        ),
        IdentityError::SetUpAlready => (
            "set-up-already",
            "平台已完成首次设置：请登录。",
            "The platform has been set up already: sign in.",
        ),
        _ => return None,
    };
    Some((code, Text::new(zh, en)))
}

fn last_of_role(role: &Text) -> Text {
    Text::new(
        format!("这是最后一位有效的{}：请先任命另一位。", role.zh),
        format!(
            "This is the last active {}: appoint another one first.",
            role.en
        ),
    )
}

fn gone(what: &str) -> Problem {
    let title = Text::new("未找到", "Not found");
    let detail = Text::new(
        "它已不存在或已结束：请刷新列表。",
        format!("There is no such {what} any more: load the list again."),
    );
    Problem::not_found("gone", title, detail)
}

fn no_account() -> Problem {
    Problem::not_found(
        "account-not-found",
        Text::new("没有这个账号", "No such account"),
        Text::new(
            "没有这个账号，或您无权查看：请从列表中选择。",
            "There is no such account, or you may not see it: choose one from the list.",
        ),
    )
}
