//! `yanzhi restore`

use std::path::PathBuf;

use clap::Args;
use yanzhi_kernel::{Lang, Text};
use yanzhi_server::upkeep::{self, Restored};

use super::{backup::summary, installation::operator, serve::runtime, settings::Settings};
use crate::{
    outcome::Outcome,
    speak::{say, working},
};

/// From which file, into which database.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// A file that `yanzhi backup` wrote, of either kind of database.
    file: PathBuf,
    #[command(flatten)]
    settings: Settings,
}

pub(crate) fn run(options: &Options, lang: Lang) -> anyhow::Result<Outcome> {
    let config = options.settings.read()?;
    config.validate()?;
    let bar = working(&Text::new("恢复", "restoring"), lang);
    let restored = runtime()?.block_on(upkeep::restore(&config, &operator(), &options.file));
    bar.finish_and_clear();
    let restored = restored?;
    let text = Text::new(
        "已恢复，内容与备份一致",
        "restored; the content is that of the backup",
    );
    say(text.get(lang));
    say(ended(&restored).get(lang));
    if restored.second_factors.all > 0 {
        say(second_factors(&restored).get(lang));
    }
    say(summary(&restored.content).get(lang));
    Ok(Outcome::Done)
}

/// What counts no more, and what there is to do.
fn ended(restored: &Restored) -> Text {
    let (sessions, tokens) = (restored.ended.sessions, restored.ended.tokens);
    let invitations = restored.ended.invitations;
    Text::new(
        format!(
            "备份时有效的登录凭据已全部失效（会话 {sessions} 个、令牌 {tokens} 个、未使用的邀请 {invitations} 个）：请重新登录，\
             重新创建令牌和邀请；备份之后停用的账号、收回的角色、更改的密码都回到了备份时的状态，请逐一核对"
        ),
        format!(
            "what proved people at the moment of the backup counts no more (sessions: {sessions}, tokens: {tokens}, \
             invitations: {invitations}): sign in again, and make tokens and invitations anew; accounts, roles and \
             passwords are as they were then: look through what was disabled, ended or changed since"
        ),
    )
}

/// The key is in no backup: whoever copies the database alone has nobody's second factor.
fn second_factors(restored: &Restored) -> Text {
    let (all, unreadable) = (
        restored.second_factors.all,
        restored.second_factors.unreadable,
    );
    let file = restored.key_file.display();
    if unreadable == 0 {
        return Text::new(
            format!("密钥文件 {file} 与全部 {all} 个第二验证因素相符"),
            format!("the key file {file} opens all second factors ({all})"),
        );
    }
    Text::new(
        format!(
            "密钥文件不在备份中：{all} 个第二验证因素中有 {unreadable} 个无法用 {file} 打开。启动服务前，请把原安装的密钥文件\
             复制到此处（权限 600）；密钥已丢失时，用 yanzhi user reset-second-factor 逐个重置"
        ),
        format!(
            "the key file is in no backup: {unreadable} of {all} second factors do not open with {file}. Before serving, \
             put the key file of the old installation there (mode 600); where it is lost, take each away with yanzhi \
             user reset-second-factor"
        ),
    )
}
