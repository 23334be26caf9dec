//! The provider: a program of Node's, for as long as a test needs it.

use std::{
    io::{BufRead as _, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
};

/// The only password of the provider's people.
pub(crate) const PASSWORD: &str = "a password of the provider";
/// What it shares with the client `yanzhi`.
pub(crate) const SECRET: &str = "a secret of the client, shared with it";

pub(crate) struct Provider {
    process: Child,
    /// How it names itself, and where it is.
    pub(crate) issuer: String,
}

impl Provider {
    /// Starts it for a server with this address; `None`, said on standard error, without Node or its packages.
    pub(crate) fn start(callback: &str) -> Option<Self> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../e2e");
        if !folder.join("node_modules/oidc-provider").exists() {
            return skip("the packages of e2e/ are not installed: script/setup test");
        }
        let spawned = Command::new("node")
            .args(["support/provider.js", callback])
            .current_dir(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let Ok(mut process) = spawned else {
            return skip("Node is not installed");
        };
        let mut said = BufReader::new(process.stdout.take().unwrap()).lines();
        let ready = said.find_map(|line| line.unwrap().strip_prefix("ready: ").map(str::to_owned));
        let issuer = ready.unwrap_or_else(|| panic!("the provider ended: {:?}", process.wait()));
        Some(Self { process, issuer })
    }

    /// Ends it.
    pub(crate) fn stop(&mut self) {
        drop(self.process.stdin.take());
        self.process.wait().unwrap();
    }
}

impl Drop for Provider {
    fn drop(&mut self) {
        self.stop();
    }
}

/// `script/test` has made sure of both, and says so.
#[expect(
    clippy::disallowed_methods,
    reason = "whether a test may be left out is the environment's business"
)]
fn skip(why: &str) -> Option<Provider> {
    let is_required = std::env::var("TEST_SIGN_ON_PROVIDER").is_ok_and(|it| it == "required");
    assert!(!is_required, "{why}");
    eprintln!("skipped: sign-on through a real provider ({why})");
    None
}
