//! `yanzhi user`: what the operator does when nobody else can.

use clap::{Args, Subcommand};
use comfy_table::{Table, presets::UTF8_FULL_CONDENSED};
use yanzhi_identity::{AccountSearch, DisplayName, Identity, Login, NewAccount, NewGrant};
use yanzhi_kernel::{Code, Lang, Scope, Text, access::Role};

use super::{
    installation::{operator, with_platform},
    settings::Settings,
};
use crate::{outcome::Outcome, speak::say};

/// What to do, and in which database.
#[derive(Debug, Args)]
pub(crate) struct Options {
    #[command(subcommand)]
    what: What,
    #[command(flatten)]
    settings: Settings,
}

#[derive(Debug, Subcommand)]
enum What {
    /// List accounts and their roles.
    List,
    /// Invite somebody, and grant them a role where one is named; prints the link.
    Invite(Invite),
    /// Disable an account: it may not sign in, and its sessions end.
    Disable(Named),
    /// Take away a second factor that its owner has lost.
    ResetSecondFactor(Named),
}

#[derive(Debug, Args)]
struct Invite {
    /// The name to sign in with.
    login: String,
    /// The name to show.
    #[arg(long, value_name = "NAME")]
    name: String,
    /// The code of the organisation that the person belongs to.
    #[arg(long, value_name = "CODE")]
    organisation: Code,
    /// A role to be held there.
    #[arg(long, value_name = "ROLE")]
    role: Option<Role>,
}

#[derive(Debug, Args)]
struct Named {
    /// The name to sign in with.
    login: String,
}

/// Accounts that are listed at once.
const PAGE: u64 = 200;

pub(crate) fn run(options: Options, lang: Lang) -> anyhow::Result<Outcome> {
    with_platform(&options.settings, async |platform| {
        act(&platform.identity, &operator(), options.what, lang).await
    })
}

async fn act(
    identity: &Identity,
    scope: &Scope,
    what: What,
    lang: Lang,
) -> anyhow::Result<Outcome> {
    match what {
        What::List => list(identity, scope, lang).await?,
        What::Invite(asked) => invite(identity, scope, asked, lang).await?,
        What::Disable(Named { login }) => {
            let found = identity
                .account_by_login(scope, &Login::new(&login)?)
                .await?;
            let account = found.account;
            identity
                .disable(scope, (account.id, account.version))
                .await?;
            let text = Text::new(format!("已停用 {login}"), format!("{login} is disabled"));
            say(text.get(lang));
        }
        What::ResetSecondFactor(Named { login }) => {
            let found = identity
                .account_by_login(scope, &Login::new(&login)?)
                .await?;
            let account = found.account;
            identity
                .reset_second_factor(scope, (account.id, account.version))
                .await?;
            let text = Text::new(
                format!("已重置 {login} 的第二验证因素：下次登录后重新设置"),
                format!(
                    "the second factor of {login} is taken away: they set up another one after signing in"
                ),
            );
            say(text.get(lang));
        }
    }
    Ok(Outcome::Done)
}

async fn list(identity: &Identity, scope: &Scope, lang: Lang) -> anyhow::Result<()> {
    let mut table = Table::new();
    table.load_style(UTF8_FULL_CONDENSED);
    table.set_header(match lang {
        Lang::Zh => ["用户名", "姓名", "状态", "第二验证因素", "角色"],
        Lang::En => ["login", "name", "state", "second factor", "roles"],
    });
    let now = identity.now();
    let mut search = AccountSearch {
        limit: PAGE,
        ..AccountSearch::default()
    };
    loop {
        let page = identity.accounts(scope, &search).await?;
        for account in &page.accounts {
            let held = page.grants.iter();
            let held = held.filter(|it| it.account == account.id && it.is_held_at(now));
            let roles: Vec<String> = held
                .map(|it| {
                    let place = page.organisations.get(&it.organisation);
                    let place = place.map_or("?", |place| place.code.as_str());
                    format!("{}@{place}", it.role)
                })
                .collect();
            table.add_row([
                account.login.as_str(),
                account.name.as_str(),
                account.state.as_str(),
                if account.second_factor_at.is_some() {
                    "✓"
                } else {
                    "–"
                },
                &roles.join(" "),
            ]);
        }
        search.after = page.accounts.last().map(|it| it.login.clone());
        if !page.has_more {
            break;
        }
    }
    say(&table.to_string());
    Ok(())
}

async fn invite(
    identity: &Identity,
    scope: &Scope,
    asked: Invite,
    lang: Lang,
) -> anyhow::Result<()> {
    let organisation = identity.place(scope, &asked.organisation).await?;
    let new = NewAccount {
        login: Login::new(&asked.login)?,
        name: DisplayName::new(&asked.name)?,
        organisation,
        lang,
    };
    let invited = identity.invite(scope, new).await?;
    if let Some(role) = asked.role {
        let grant = NewGrant {
            account: invited.account.id,
            role,
            organisation,
            from: None,
            until: None,
        };
        identity
            .grant(scope, invited.account.version, grant)
            .await?;
    }
    let (link, until) = (invited.secret.reveal(), invited.expires_at);
    let text = Text::new(
        format!(
            "请把此链接交给 {}（{until} 前有效，只能用一次）：/invitation#{link}",
            asked.login
        ),
        format!(
            "give {} this link (good once, until {until}): /invitation#{link}",
            asked.login
        ),
    );
    say(text.get(lang));
    Ok(())
}
