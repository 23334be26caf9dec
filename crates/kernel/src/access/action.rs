//! The actions, and which roles carry them: the one table of rights.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use super::Role;
use crate::{Text, UnknownWord};

/// Who carries an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holders {
    /// Everybody who is signed in, on their own account.
    Oneself,
    /// Those who hold one of these roles.
    Roles(&'static [Role]),
}

/// One row an action: variant, its word, its name in both languages, who carries it.
macro_rules! actions {
    ($($(#[$doc:meta])* $variant:ident = $word:literal, $zh:literal, $en:literal, $holders:expr;)+) => {
        /// One thing that a route does.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum Action {
            $($(#[$doc])* #[serde(rename = $word)] $variant,)+
        }

        impl Action {
            /// Every action, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// Every word, in the order of the table.
            pub const WORDS: &'static [&'static str] = &[$($word),+];

            /// Its word: stable, for programs, the audit log and the description of the API.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// Its name, for people.
            pub fn name(self) -> Text {
                match self { $(Self::$variant => Text::new($zh, $en),)+ }
            }

            /// Who carries it.
            pub const fn holders(self) -> Holders {
                match self { $(Self::$variant => $holders,)+ }
            }
        }

        impl FromStr for Action {
            type Err = UnknownWord;

            fn from_str(word: &str) -> Result<Self, Self::Err> {
                match word {
                    $($word => Ok(Self::$variant),)+
                    _ => Err(UnknownWord::new("action", word, Self::WORDS)),
                }
            }
        }
    };
}

use Holders::{Oneself, Roles};
use Role::{
    Analyst, Auditor, Evaluator, Publisher, Reporter, Reviewer, SecurityAdmin, Supervisor,
    SystemAdmin, Viewer,
};

/// Everybody with a role.
const ANY: &[Role] = &[
    Reporter,
    Reviewer,
    Analyst,
    Publisher,
    Supervisor,
    Evaluator,
    Viewer,
    SystemAdmin,
    SecurityAdmin,
    Auditor,
];
/// Those who work with figures; none of the three administrators is among them.
const AT_WORK: &[Role] = &[
    Reporter, Reviewer, Analyst, Publisher, Supervisor, Evaluator, Viewer,
];
/// The three administrators: they see who there is, and each does something else with it.
const ADMINISTRATORS: &[Role] = &[SystemAdmin, SecurityAdmin, Auditor];

actions! {
    /// See one's own account, rights and sessions.
    OwnRead = "own.read", "查看本人账号", "see one's own account", Oneself;
    /// Change name and language of one's own account.
    OwnEdit = "own.edit", "修改本人资料", "change one's own account", Oneself;
    /// Change one's own password.
    OwnPasswordChange = "own.password.change", "修改本人密码", "change one's own password", Oneself;
    /// Set up or take away one's own second factor.
    OwnSecondFactorChange = "own.second_factor.change", "设置本人第二验证因素", "set up one's own second factor", Oneself;
    /// End a session of one's own.
    OwnSessionEnd = "own.session.end", "结束本人会话", "end a session of one's own", Oneself;
    /// Make a token for a machine that acts for oneself.
    OwnTokenCreate = "own.token.create", "创建本人令牌", "make a token of one's own", Oneself;
    /// Take back a token of one's own.
    OwnTokenRevoke = "own.token.revoke", "撤销本人令牌", "take back a token of one's own", Oneself;
    /// See organisations.
    OrganisationRead = "organisation.read", "查看组织机构", "see organisations", Roles(ANY);
    /// Add an organisation.
    OrganisationCreate = "organisation.create", "新增组织机构", "add an organisation", Roles(&[SystemAdmin]);
    /// Change name, kind or unit of an organisation.
    OrganisationEdit = "organisation.edit", "修改组织机构", "change an organisation", Roles(&[SystemAdmin]);
    /// Put an organisation under another one.
    OrganisationMove = "organisation.move", "调整组织机构隶属", "move an organisation", Roles(&[SystemAdmin]);
    /// Merge an organisation into another one.
    OrganisationMerge = "organisation.merge", "合并组织机构", "merge organisations", Roles(&[SystemAdmin]);
    /// Close an organisation.
    OrganisationClose = "organisation.close", "撤销组织机构", "close an organisation", Roles(&[SystemAdmin]);
    /// See accounts and what they hold.
    AccountRead = "account.read", "查看账号", "see accounts", Roles(ADMINISTRATORS);
    /// Invite somebody.
    AccountInvite = "account.invite", "邀请账号", "invite an account", Roles(&[SystemAdmin]);
    /// Change name or organisation of an account.
    AccountEdit = "account.edit", "修改账号", "change an account", Roles(&[SystemAdmin]);
    /// Disable or enable an account.
    AccountDisable = "account.disable", "停用或启用账号", "disable or enable an account", Roles(&[SystemAdmin]);
    /// Take away a second factor that its owner has lost.
    AccountSecondFactorReset = "account.second_factor.reset", "重置第二验证因素", "reset a second factor", Roles(&[SystemAdmin]);
    /// End the sessions of an account.
    AccountSessionsEnd = "account.sessions.end", "结束账号的会话", "end the sessions of an account", Roles(&[SystemAdmin, SecurityAdmin]);
    /// Grant a role.
    GrantGive = "grant.give", "授予角色", "grant a role", Roles(&[SecurityAdmin]);
    /// Take a role back.
    GrantEnd = "grant.end", "收回角色", "take a role back", Roles(&[SecurityAdmin]);
    /// Ask who may do something, and what somebody may do and why.
    AccessExplain = "access.explain", "查询权限", "ask who may do what", Roles(&[SecurityAdmin, Auditor]);
    /// Read the audit log.
    AuditRead = "audit.read", "查看审计日志", "read the audit log", Roles(&[Auditor]);
    /// Take the audit log away as a file.
    AuditExport = "audit.export", "导出审计日志", "export the audit log", Roles(&[Auditor]);
    /// See drafts of indicators and frameworks.
    CatalogueRead = "catalogue.read", "查看指标体系草稿", "see drafts of the catalogue", Roles(AT_WORK);
    /// Change drafts of indicators, frameworks and checks.
    CatalogueEdit = "catalogue.edit", "编辑指标体系", "edit the catalogue", Roles(&[Analyst]);
    /// Publish or retire a version of a framework.
    CataloguePublish = "catalogue.publish", "发布指标体系版本", "publish a version of a framework", Roles(&[Publisher]);
    /// See figures before their release, and the history of each.
    FigureRead = "figure.read", "查看未公开数据及其沿革", "see unreleased figures and their history", Roles(AT_WORK);
    /// Bring figures in by the file.
    FigureImport = "figure.import", "批量导入数据", "import figures", Roles(&[Analyst]);
    /// See rounds and what they ask for.
    RoundRead = "round.read", "查看填报任务", "see reporting rounds", Roles(AT_WORK);
    /// Design, open, extend and close rounds.
    RoundManage = "round.manage", "管理填报任务", "manage reporting rounds", Roles(&[Analyst]);
    /// See what is being reported.
    SubmissionRead = "submission.read", "查看填报内容", "see submissions", Roles(AT_WORK);
    /// Fill in and submit.
    SubmissionEdit = "submission.edit", "填报并提交", "fill in and submit", Roles(&[Reporter]);
    /// Say something about what is reported.
    SubmissionComment = "submission.comment", "在填报中留言", "comment on submissions", Roles(&[Reporter, Reviewer, Analyst]);
    /// Approve or return what was submitted.
    SubmissionDecide = "submission.decide", "审核填报内容", "approve or return submissions", Roles(&[Reviewer]);
}

impl Action {
    /// The roles that carry it; none for what everybody does with their own account.
    pub const fn roles(self) -> &'static [Role] {
        match self.holders() {
            Oneself => &[],
            Roles(roles) => roles,
        }
    }

    /// Whether a role carries it.
    pub fn is_carried_by(self, role: Role) -> bool {
        self.roles().contains(&role)
    }
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The reviewed table, turned round: what each administrator carries.
    #[test]
    fn each_administrator_carries_what_was_decided_and_no_more() {
        let carried = |role| {
            let carried = Action::ALL.iter().filter(|it| it.is_carried_by(role));
            carried.map(|it| it.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(
            carried(Role::SystemAdmin),
            [
                "organisation.read",
                "organisation.create",
                "organisation.edit",
                "organisation.move",
                "organisation.merge",
                "organisation.close",
                "account.read",
                "account.invite",
                "account.edit",
                "account.disable",
                "account.second_factor.reset",
                "account.sessions.end",
            ]
        );
        assert_eq!(
            carried(Role::SecurityAdmin),
            [
                "organisation.read",
                "account.read",
                "account.sessions.end",
                "grant.give",
                "grant.end",
                "access.explain",
            ]
        );
        assert_eq!(
            carried(Role::Auditor),
            [
                "organisation.read",
                "account.read",
                "access.explain",
                "audit.read",
                "audit.export",
            ]
        );
    }

    #[test]
    fn the_auditor_changes_nothing_and_the_others_do_not_administer() {
        let changes = |action: &&Action| {
            let word = action.as_str();
            let reads = ["read", "explain", "export"];
            !reads.iter().any(|reading| word.ends_with(reading))
        };
        for action in Action::ALL.iter().filter(changes) {
            assert!(!action.is_carried_by(Role::Auditor), "{action}");
            for role in Role::ALL {
                let carried = action.is_carried_by(*role);
                let fits = role.is_administrator() != is_of_the_work(*action);
                assert!(!carried || fits, "{role} {action}");
            }
        }
    }

    /// No administrator sees figures, drafts or rounds.
    #[test]
    fn no_administrator_does_anything_with_figures() {
        for action in Action::ALL.iter().filter(|it| is_of_the_work(**it)) {
            for role in Role::ALL.iter().filter(|role| role.is_administrator()) {
                assert!(!action.is_carried_by(*role), "{role} {action}");
            }
        }
    }

    fn is_of_the_work(action: Action) -> bool {
        let of_the_work = ["catalogue.", "figure.", "round.", "submission."];
        of_the_work
            .iter()
            .any(|part| action.as_str().starts_with(part))
    }

    #[test]
    fn words_are_read_as_they_are_written_and_have_a_name() {
        for action in Action::ALL {
            assert_eq!(action.as_str().parse(), Ok(*action));
            assert!(!action.name().zh.is_empty() && !action.name().en.is_empty());
        }
        assert!("figures.steal".parse::<Action>().is_err());
    }
}
