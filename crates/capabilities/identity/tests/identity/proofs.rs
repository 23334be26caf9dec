//! Passwords, invitations and sessions: what opens, and everything that must not.

use std::time::{Duration, Instant};

use crate::support::{City, PASSWORD, SCHEMA, operator, origin, settings};
use yanzhi_audit::Outcome;
use yanzhi_identity::{
    AccountState, Credential, DisplayName, IdentityError, Login, NewAccount, PasswordPolicy,
    PasswordProfile, PasswordWork, Secret, SecretKind,
};
use yanzhi_kernel::{
    Lang,
    access::{Action, Lack, Resource, Role, Withheld, policy},
};
use yanzhi_testkit::{each_database, seeded_secrets};

#[tokio::test]
async fn a_thousand_wrong_passwords_open_nothing_and_are_all_written_down() {
    each_database(&SCHEMA, async |database| {
        let city = City::new(database).await;
        let account = city.person("wang", city.district).await;
        let before = city.log().await.len();
        let (mut wrong, mut refused) = (0, 0);
        for attempt in 0..1_000 {
            match city
                .sign_in("wang", &format!("guess number {attempt}"))
                .await
            {
                Err(IdentityError::SignInFailed) => wrong += 1,
                Err(IdentityError::TooManyAttempts(_)) => refused += 1,
                other => panic!("{other:?}"),
            }
        }
        assert_eq!(
            (wrong, refused),
            (6, 994),
            "five are free, the sixth begins the wait"
        );
        assert!(matches!(
            city.sign_in("wang", PASSWORD).await,
            Err(IdentityError::TooManyAttempts(wait)) if wait == Duration::from_secs(2)
        ));
        let log = city.log().await;
        let of_sign_in = &log[before..];
        assert_eq!(of_sign_in.len(), 1_001);
        let subject = format!("account:{}", account.id);
        assert!(
            of_sign_in
                .iter()
                .all(|it| it.action == "session.sign_in" && it.subject == subject)
        );
        assert!(of_sign_in.iter().all(|it| it.outcome != Outcome::Done));
        city.wait(Duration::from_secs(2));
        assert!(
            city.sign_in("wang", PASSWORD).await.is_ok(),
            "nobody is locked out for ever"
        );
    })
    .await;
}

#[tokio::test]
async fn whoever_is_not_there_gets_the_same_answer_for_the_same_work() {
    each_database(&SCHEMA, async |database| {
        let mut settings = settings();
        settings.work = PasswordWork {
            memory_kib: 19 * 1_024,
            passes: 1,
        };
        let city = City::with(database, settings).await;
        city.person("wang", city.district).await;
        let invited = NewAccount {
            login: Login::new("invited").unwrap(),
            name: DisplayName::new("invited").unwrap(),
            organisation: city.district,
            lang: Lang::Zh,
        };
        city.identity.invite(&operator(), invited).await.unwrap();
        let logins = ["wang", "nobody", "invited", "no such name at all"];
        // The fastest of several, taken in turns: whatever else the machine does only makes one slower.
        let mut fastest = [Duration::MAX; 4];
        for _ in 0..9 {
            for (login, fastest) in logins.iter().zip(&mut fastest) {
                city.wait(Duration::from_hours(1));
                let start = Instant::now();
                let answer = city.sign_in(login, "wrong password").await;
                *fastest = start.elapsed().min(*fastest);
                assert!(
                    matches!(answer, Err(IdentityError::SignInFailed)),
                    "{login}: {answer:?}"
                );
            }
        }
        let (least, most) = (fastest.iter().min().unwrap(), fastest.iter().max().unwrap());
        assert!(*most < *least * 3, "{fastest:?}");
        let unknown = city.log().await;
        let unknown = unknown
            .iter()
            .filter(|it| it.subject == "account:unknown")
            .count();
        assert_eq!(unknown, 18, "a name that nobody has is not written down");
    })
    .await;
}

#[tokio::test]
async fn an_invitation_counts_once_and_not_for_ever() {
    each_database(&SCHEMA, async |database| {
        let city = City::new(database).await;
        let new = |login: &str| NewAccount {
            login: Login::new(login).unwrap(),
            name: DisplayName::new(login).unwrap(),
            organisation: city.district,
            lang: Lang::Zh,
        };
        let accept = async |link: &str| {
            city.identity
                .accept_invitation(link, &PASSWORD.into(), &origin())
                .await
        };
        let useless = |answer| matches!(answer, Err(IdentityError::InvitationUseless));

        let first = city.identity.invite(&operator(), new("li")).await.unwrap();
        let link = first.secret.reveal();
        assert!(accept(link).await.is_ok());
        assert!(useless(accept(link).await), "used");
        let forged = Secret::draw(SecretKind::Invitation, &seeded_secrets(99));
        assert!(useless(accept(forged.reveal()).await), "forged");
        assert!(
            useless(accept("").await) && useless(accept("yz_inv_x").await),
            "none"
        );

        let second = city
            .identity
            .invite(&operator(), new("qian"))
            .await
            .unwrap();
        let seen = (second.account.id, second.account.version);
        let again = city.identity.invite_again(&operator(), seen).await.unwrap();
        assert!(
            useless(accept(second.secret.reveal()).await),
            "another one was made"
        );
        city.wait(Duration::from_hours(72));
        assert!(useless(accept(again.secret.reveal()).await), "expired");

        let third = city.identity.invite(&operator(), new("sun")).await.unwrap();
        let seen = (third.account.id, third.account.version);
        city.identity.disable(&operator(), seen).await.unwrap();
        assert!(useless(accept(third.secret.reveal()).await), "disabled");
        assert!(matches!(
            city.sign_in("sun", PASSWORD).await,
            Err(IdentityError::SignInFailed)
        ));
        let taken = city.identity.invite(&operator(), new("ＬＩ")).await;
        assert!(matches!(taken, Err(IdentityError::LoginTaken(_))));
    })
    .await;
}

#[tokio::test]
async fn a_session_ends_when_it_is_idle_old_or_ended() {
    each_database(&SCHEMA, async |database| {
        let city = City::new(database).await;
        city.holding("wang", Role::Viewer, city.district).await;
        let idle = city.sign_in("wang", PASSWORD).await.unwrap();
        assert!(city.asks(&idle).await.scope.account().is_some());
        city.wait(Duration::from_mins(30));
        assert!(city.asks(&idle).await.scope.account().is_none(), "idle");

        let used = city.sign_in("wang", PASSWORD).await.unwrap();
        for _ in 0..35 {
            city.wait(Duration::from_mins(20));
            assert!(city.asks(&used).await.scope.account().is_some(), "used");
        }
        city.wait(Duration::from_mins(20));
        assert!(
            city.asks(&used).await.scope.account().is_none(),
            "twelve hours are over"
        );

        let ended = city.sign_in("wang", PASSWORD).await.unwrap();
        city.identity
            .sign_out(&ended.session, &origin())
            .await
            .unwrap();
        assert!(
            city.asks(&ended).await.scope.account().is_none(),
            "signed out"
        );

        let forged = Secret::draw(SecretKind::Session, &seeded_secrets(99));
        for text in [forged.reveal(), "", "yz_ses_", "yz_tok_x"] {
            let credential = Some(Credential::Cookie(text));
            let asked = city
                .identity
                .authenticate(credential, origin())
                .await
                .unwrap();
            assert!(asked.scope.account().is_none(), "{text}");
        }
    })
    .await;
}

#[tokio::test]
async fn another_password_ends_every_other_session() {
    each_database(&SCHEMA, async |database| {
        let city = City::new(database).await;
        city.person("wang", city.district).await;
        let here = city.sign_in("wang", PASSWORD).await.unwrap();
        let elsewhere = city.sign_in("wang", PASSWORD).await.unwrap();
        let change = async |current: &str, wanted: &str| {
            let (current, wanted) = (current.into(), wanted.into());
            let identity = &city.identity;
            identity
                .change_password(&here.session, &current, &wanted, &origin())
                .await
        };
        let wanted = "seven green kettles hum";
        assert!(matches!(
            change("not it", wanted).await,
            Err(IdentityError::WrongPassword)
        ));
        for bad in ["short", PASSWORD] {
            let refused = change(PASSWORD, bad).await;
            assert!(matches!(refused, Err(IdentityError::Password(_))), "{bad}");
        }
        let renewed = change(PASSWORD, wanted).await.unwrap();
        for old in [&here, &elsewhere] {
            assert!(city.asks(old).await.scope.account().is_none());
        }
        assert!(city.asks(&renewed).await.scope.account().is_some());
        assert!(city.sign_in("wang", PASSWORD).await.is_err());
        assert!(
            city.sign_in("wang", "seven green kettles hum")
                .await
                .is_ok()
        );
    })
    .await;
}

#[tokio::test]
async fn a_password_of_the_other_school_holds_roles_back_once_it_is_old() {
    each_database(&SCHEMA, async |database| {
        let mut settings = settings();
        settings.passwords = PasswordPolicy {
            profile: PasswordProfile::Gb22239,
        };
        let city = City::with(database, settings).await;
        let new = NewAccount {
            login: Login::new("wang").unwrap(),
            name: DisplayName::new("wang").unwrap(),
            organisation: city.district,
            lang: Lang::Zh,
        };
        let invited = city.identity.invite(&operator(), new).await.unwrap();
        let (link, password) = (invited.secret.reveal(), "tR7#vmqZ");
        let account = city
            .identity
            .accept_invitation(link, &password.into(), &origin())
            .await;
        city.grant(&operator(), &account.unwrap(), Role::Viewer, city.district)
            .await
            .unwrap();
        let check = async || {
            let scope = city
                .asks(&city.sign_in("wang", password).await.unwrap())
                .await
                .scope;
            let place = Resource::Organisation(city.district);
            policy::check(&scope, Action::OrganisationRead, place)
        };
        assert_eq!(check().await, Ok(()));
        city.wait(Duration::from_hours(24 * 90));
        let refusal = check().await.unwrap_err();
        assert_eq!(refusal.lack, Lack::InForce(Withheld::PasswordExpired));
    })
    .await;
}

#[tokio::test]
async fn the_code_on_the_console_counts_once_for_an_hour() {
    each_database(&SCHEMA, async |database| {
        let city = City::new(database).await;
        let first = city.identity.first_start_code().await.unwrap().unwrap();
        let second = city.identity.first_start_code().await.unwrap().unwrap();
        assert_ne!(first, second);
        let said = |code: &str| yanzhi_identity::SetUp {
            code: code.to_owned(),
            system_admin: person("sysadmin"),
            password: PASSWORD.into(),
            security_admin: person("secadmin"),
            organisation: None,
            lang: Lang::Zh,
        };
        let set_up = async |code: &str| city.identity.set_up(said(code), &origin()).await;
        for wrong in [first.as_str(), "", "aaaa-aaaa-aaaa-aaaa"] {
            assert!(
                matches!(set_up(wrong).await, Err(IdentityError::WrongSetupCode)),
                "{wrong}"
            );
        }
        city.wait(Duration::from_hours(1));
        assert!(
            matches!(set_up(&second).await, Err(IdentityError::WrongSetupCode)),
            "too old"
        );
        let third = city.identity.first_start_code().await.unwrap().unwrap();
        let invited = set_up(&third).await.unwrap();
        assert_eq!(invited.account.state, AccountState::Invited);
        assert!(matches!(
            set_up(&third).await,
            Err(IdentityError::SetUpAlready)
        ));
        assert_eq!(city.identity.first_start_code().await.unwrap(), None);
        let scope = city.scope_of("sysadmin").await;
        let place = Resource::Organisation(city.district);
        assert_eq!(policy::check(&scope, Action::AccountInvite, place), Ok(()));
        assert!(policy::check(&scope, Action::GrantGive, place).is_err());
    })
    .await;
}

fn person(login: &str) -> yanzhi_identity::Person {
    yanzhi_identity::Person {
        login: Login::new(login).unwrap(),
        name: DisplayName::new(login).unwrap(),
    }
}
