//! The roles.

use crate::{Text, word_list};

word_list! {
    /// What somebody is to an organisation and all that stands below it.
    Role, "role" {
        /// 填报员: reports figures.
        Reporter = "reporter",
        /// 审核员: approves or returns what was reported.
        Reviewer = "reviewer",
        /// 分析员: defines indicators and computes the index.
        Analyst = "analyst",
        /// 发布员: publishes.
        Publisher = "publisher",
        /// 督办员: follows tasks.
        Supervisor = "supervisor",
        /// 评估员: judges departments and districts.
        Evaluator = "evaluator",
        /// 查阅者: reads what is not public.
        Viewer = "viewer",
        /// 系统管理员: accounts and organisations; sees no figures.
        SystemAdmin = "system_admin",
        /// 安全管理员: grants roles.
        SecurityAdmin = "security_admin",
        /// 审计员: reads the audit log.
        Auditor = "auditor",
    }
}

impl Role {
    /// Whether it is one of the three administrators that are kept apart (三员分立).
    pub const fn is_administrator(self) -> bool {
        matches!(
            self,
            Self::SystemAdmin | Self::SecurityAdmin | Self::Auditor
        )
    }

    /// Whether its holder needs a second factor: those who decide for others, or see what others did.
    pub const fn needs_second_factor(self) -> bool {
        self.is_administrator() || matches!(self, Self::Reviewer | Self::Publisher)
    }

    /// Its name.
    pub fn name(self) -> Text {
        let (zh, en) = match self {
            Self::Reporter => ("填报员", "reporter"),
            Self::Reviewer => ("审核员", "reviewer"),
            Self::Analyst => ("分析员", "analyst"),
            Self::Publisher => ("发布员", "publisher"),
            Self::Supervisor => ("督办员", "supervisor"),
            Self::Evaluator => ("评估员", "evaluator"),
            Self::Viewer => ("查阅者", "viewer"),
            Self::SystemAdmin => ("系统管理员", "system administrator"),
            Self::SecurityAdmin => ("安全管理员", "security administrator"),
            Self::Auditor => ("审计员", "auditor"),
        };
        Text::new(zh, en)
    }
}
