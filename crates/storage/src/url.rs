//! Where the database is.

use std::{fmt, path::PathBuf, str::FromStr};

/// The address of a database: `sqlite:PATH`, or `postgres://user:password@host/name`.
/// Printing it leaves the password out.
#[derive(Clone, PartialEq, Eq)]
pub enum DatabaseUrl {
    /// A file of this machine.
    Sqlite(PathBuf),
    /// A PostgreSQL server.
    Postgres(String),
}

/// The text is no address of a database.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "this is not the address of a database: write sqlite:PATH or postgres://user:password@host/name"
)]
pub struct InvalidDatabaseUrl;

impl FromStr for DatabaseUrl {
    type Err = InvalidDatabaseUrl;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Self::Postgres(text.to_owned()));
        }
        let path = text.strip_prefix("sqlite:").ok_or(InvalidDatabaseUrl)?;
        let path = path.strip_prefix("//").unwrap_or(path);
        if path.is_empty() || path.contains(['?', '\0']) || path == ":memory:" {
            return Err(InvalidDatabaseUrl);
        }
        Ok(Self::Sqlite(path.into()))
    }
}

impl fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "sqlite:{}", path.display()),
            Self::Postgres(url) => f.write_str(&without_password(url)),
        }
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Keeps scheme, host and database name; leaves out the account and whatever follows `?`.
fn without_password(url: &str) -> String {
    let url = url.split('?').next().unwrap_or_default();
    match (url.split_once("://"), url.rsplit_once('@')) {
        (Some((scheme, _)), Some((_, place))) => format!("{scheme}://…@{place}"),
        _ => url.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_databases_are_addressed() {
        let file = DatabaseUrl::Sqlite("data/yanzhi.sqlite".into());
        assert_eq!("sqlite:data/yanzhi.sqlite".parse(), Ok(file));
        assert_eq!(
            "sqlite:///var/y.sqlite".parse(),
            Ok(DatabaseUrl::Sqlite("/var/y.sqlite".into()))
        );
        assert!(matches!(
            "postgres://u@h/n".parse(),
            Ok(DatabaseUrl::Postgres(_))
        ));
        for text in [
            "",
            "mysql://h/n",
            "sqlite:",
            "sqlite::memory:",
            "data.sqlite",
        ] {
            assert!(text.parse::<DatabaseUrl>().is_err(), "{text:?}");
        }
    }

    #[test]
    fn no_password_is_printed() {
        let url: DatabaseUrl = "postgres://u:s3c@ret@db.local/yanzhi?password=x"
            .parse()
            .unwrap();
        assert_eq!(url.to_string(), "postgres://…@db.local/yanzhi");
        assert_eq!(format!("{url:?}"), "postgres://…@db.local/yanzhi");
    }
}
