//! A server that finds no database.

use tokio::sync::oneshot;
use yanzhi_server::{Config, Ready, Tables, serve};

fn config(folder: &tempfile::TempDir) -> Config {
    let mut config = Config::default();
    let file = folder.path().join("new.sqlite");
    config.database.url = format!("sqlite:{}", file.display());
    "127.0.0.1:0".clone_into(&mut config.http.listen);
    config
}

#[tokio::test]
async fn a_first_start_makes_the_database_when_it_is_told_to() {
    let folder = tempfile::tempdir().unwrap();
    let config = config(&folder);
    let untold = serve(&config, Tables::Check, |_| (), async {}).await;
    let said = untold.unwrap_err().to_string();
    assert!(said.contains("yanzhi serve --migrate"), "{said}");
    assert!(!folder.path().join("new.sqlite").exists());
    for is_new in [true, false] {
        let (ready, seen) = oneshot::channel::<Ready>();
        let ready = |it| ready.send(it).unwrap();
        serve(&config, Tables::BringUpToDate, ready, async {})
            .await
            .unwrap();
        let seen = seen.await.unwrap();
        assert_eq!(seen.new_database.is_some(), is_new);
        assert!(seen.first_start.is_some(), "nobody has an account yet");
    }
}
