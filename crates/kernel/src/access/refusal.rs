//! Why something is not allowed, and who could change that.

use super::{Action, Role, Withheld};
use crate::Text;

/// What is missing.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Lack {
    /// Nobody is signed in.
    SignIn,
    /// A role that carries the action is held, but is not in force.
    InForce(Withheld),
    /// No role that carries the action is held anywhere.
    Role,
    /// Such a role is held, but not over this organisation.
    Reach,
    /// It is somebody else's account.
    Ownership,
    /// The token was made for other actions.
    TokenScope,
    /// The request did not show that it comes from our own pages.
    Proof,
}

/// A refused attempt.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Refusal {
    /// What was attempted.
    pub action: Action,
    /// What is missing.
    pub lack: Lack,
}

impl Refusal {
    /// A refusal.
    pub const fn new(action: Action, lack: Lack) -> Self {
        Self { action, lack }
    }

    /// What is missing as a stable word, for programs and the audit log.
    pub const fn code(&self) -> &'static str {
        match self.lack {
            Lack::SignIn => "sign-in-required",
            Lack::InForce(Withheld::SecondFactorMissing) => "second-factor-required",
            Lack::InForce(Withheld::PasswordExpired) => "password-expired",
            Lack::Role => "role-missing",
            Lack::Reach => "out-of-reach",
            Lack::Ownership => "not-own-account",
            Lack::TokenScope => "token-scope",
            Lack::Proof => "csrf-token-missing",
        }
    }

    /// What is missing, and who can grant it.
    pub fn text(&self) -> Text {
        let Text { zh, en } = self.action.name();
        match self.lack {
            Lack::SignIn => Text::new(format!("{zh}需要先登录。"), format!("Sign in to {en}.")),
            Lack::InForce(Withheld::SecondFactorMissing) => Text::new(
                format!("{zh}需要第二验证因素：请在“我的账号”中设置，或用验证码重新登录。"),
                format!(
                    "To {en}, a second factor is needed: set it up under My account, or sign in with its code."
                ),
            ),
            Lack::InForce(Withheld::PasswordExpired) => Text::new(
                format!("密码已到期：请先在“我的账号”中修改密码，然后再{zh}。"),
                format!("The password has expired: change it under My account before you {en}."),
            ),
            Lack::Role => self.ask_for_role("", ""),
            Lack::Reach => self.ask_for_role(
                "（在该组织或其上级组织）",
                " in this organisation or one above it",
            ),
            Lack::Ownership => Text::new(
                "这不是您的账号，只有本人可以这样做。",
                "This is somebody else's account; only its owner may do this.",
            ),
            Lack::TokenScope => Text::new(
                format!("此令牌的范围不含“{zh}”：请创建包含该操作的新令牌。"),
                format!("This token was not made to {en}: make another one that includes it."),
            ),
            Lack::Proof => Text::new(
                "请求没有带上本会话的防伪令牌（x-csrf-token），可能来自别的网站：请刷新页面后重试。",
                "The request lacks this session's x-csrf-token and may come from another site: reload the page and try again.",
            ),
        }
    }

    fn ask_for_role(&self, where_zh: &str, where_en: &str) -> Text {
        let Text { zh, en } = self.action.name();
        let roles = self.action.roles();
        let names = |name: fn(Text) -> String, between: &str| {
            let names: Vec<_> = roles.iter().map(|role| name(role.name())).collect();
            names.join(between)
        };
        let granting = Role::SecurityAdmin.name();
        Text::new(
            format!(
                "{zh}需要角色{where_zh}：{}。可由{}授予。",
                names(|name| name.zh, "、"),
                granting.zh
            ),
            format!(
                "To {en}, one of these roles is needed{where_en}: {}. A {} can grant it.",
                names(|name| name.en, ", "),
                granting.en
            ),
        )
    }
}
